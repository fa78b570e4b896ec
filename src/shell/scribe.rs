//! 繁: whatever is said to a person leaves through here, in the script that they read.
//!
//! Names stay as they are: the roster's, those of files, and what was typed where it is quoted. Data
//! stays too: what programs read, papers, plans. This file must never change how long a line is: it is
//! laid out already.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ffi::OsString;
use std::path::PathBuf;

use super::args::{Ask, Format, Settings, What};
use super::book;
use super::failure::Failure;
use super::headless::hand;
use super::trouble::show;
use crate::app::script::{Kept, Script};

/// How what is said to one caller is written.
pub struct Scribe {
    script: Script,
    /// What was typed.
    typed: Vec<String>,
    /// The settings of the call, once it is understood.
    settings: Option<Settings>,
    /// The names that stay, once anything is shown in the other script.
    kept: OnceCell<Kept>,
}

impl Scribe {
    /// For a call that may not be understood.
    pub fn new(script: Script, argv: &[OsString]) -> Self {
        let typed = argv.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        Self { script, typed, settings: None, kept: OnceCell::new() }
    }

    /// The same where a book is named: the names of its roster stay.
    #[must_use]
    pub fn of(self, settings: &Settings) -> Self {
        Self { settings: Some(settings.clone()), ..self }
    }

    /// An answer: what is on record is shown, what is not for people stays as it is.
    pub fn answer<'t>(&self, ask: &Ask, text: &'t str) -> Cow<'t, str> {
        match self.kept() {
            Some(kept) if is_read(ask) => kept.traditional(text),
            _ => Cow::Borrowed(text),
        }
    }

    /// Sentences beside an answer.
    pub fn told(&self, sentences: Vec<String>) -> Vec<String> {
        let Some(kept) = self.kept() else { return sentences };
        let kept = kept.clone().quoting(self.typed.iter().map(String::as_str));
        sentences.iter().map(|sentence| kept.traditional(sentence).into_owned()).collect()
    }

    /// Why a call came to nothing.
    #[must_use]
    pub fn failure(&self, why: Failure) -> Failure {
        if self.script == Script::Simplified {
            return why;
        }
        let message = self.told(vec![why.message]).concat();
        Failure { message, hints: self.told(why.hints), ..why }
    }

    /// The names that stay; none where everything does. A plan that cannot be read has none: what is
    /// wrong with it is said in either script.
    fn kept(&self) -> Option<&Kept> {
        (self.script == Script::Traditional).then_some(())?;
        Some(self.kept.get_or_init(|| {
            let settings = self.settings.as_ref();
            let plan = settings
                .and_then(|settings| hand::site(settings).ok())
                .and_then(|site| book::read_plan(&site).ok());
            let roster = plan.map_or_else(Kept::default, |read| Kept::of(&read.plan.roster));
            let book = settings.map(|settings| settings.book.clone());
            roster.with(paths(&self.typed, book))
        }))
    }
}

/// The names of files and folders that a sentence may hold: of the book, of where somebody is, of
/// where temporary ones lie, and whatever was typed that looks like one. Whether it is there is not
/// asked: what was typed may be a guest's.
fn paths(typed: &[String], book: Option<PathBuf>) -> Vec<String> {
    let folders = book.into_iter().chain([PathBuf::from("."), std::env::temp_dir()]);
    let whole = folders.filter_map(|folder| std::fs::canonicalize(folder).ok());
    let is_path = |word: &&String| word.contains(['/', '.']);
    whole.map(|path| show(&path)).chain(typed.iter().filter(is_path).cloned()).collect()
}

/// Whether a person reads the answer, and it goes nowhere else.
fn is_read(ask: &Ask) -> bool {
    let data = matches!(
        ask.what,
        What::Export(_)
            | What::Import(_)
            | What::Template { .. }
            | What::Textconv { .. }
            | What::Sshd
            | What::Print(_)
    );
    ask.settings.format == Format::Text && !data
}

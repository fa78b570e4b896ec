//! What a check finds: faults with their places, remarks, and how many files were looked at.

use crate::format::excerpt::{self, Eyes, Source, Told};
use crate::format::json::{self, Value};
use crate::shell::book::Unopened;

/// What was found, in the order of the files.
pub(super) struct Findings {
    /// For whom it is shown.
    pub(super) eyes: Eyes,
    /// What makes the answer no.
    pub(super) faults: Vec<Fault>,
    /// What is worth knowing.
    pub(super) remarks: Vec<String>,
    /// How many files were looked at.
    pub(super) files: usize,
}

/// One fault of one file.
pub(super) struct Fault {
    /// The file, as a person in the current folder writes it.
    pub(super) file: String,
    /// Line and column from 1; none when the fault is the file's as a whole.
    pub(super) at: Option<(usize, usize)>,
    /// What is wrong.
    pub(super) text: String,
    /// What to do, where that is a sentence of its own.
    pub(super) help: Option<String>,
    /// All of it as a person sees it.
    pub(super) shown: String,
}

impl Findings {
    pub(super) fn new(eyes: Eyes) -> Self {
        Self { eyes, faults: Vec::new(), remarks: Vec::new(), files: 0 }
    }

    /// A fault with its place in a file.
    pub(super) fn told(&mut self, source: Source<'_>, told: Told) {
        let shown = excerpt::picture(source, &told, self.eyes).trim_end().to_owned();
        let at = Some((told.line, told.column));
        let file = source.name.to_owned();
        self.faults.push(Fault { file, at, text: told.what, help: told.help, shown });
    }

    /// A fault of a file as a whole.
    pub(super) fn whole(&mut self, file: &str, text: String) {
        let shown = format!("{file}: {text}");
        self.faults.push(Fault { file: file.to_owned(), at: None, text, help: None, shown });
    }

    /// A file that could not be read.
    pub(super) fn unopened(&mut self, file: &str, why: &Unopened) {
        match why {
            Unopened::Unreadable { bytes, why, .. } => {
                self.told(Source { name: file, bytes }, Told::of(why, self.eyes.lang));
            }
            Unopened::Why(_) | Unopened::Trouble(_) => {
                // The sentence names the file already.
                let text = why.sentence(self.eyes.lang);
                let (file, shown) = (file.to_owned(), text.clone());
                self.faults.push(Fault { file, at: None, text, help: None, shown });
            }
        }
    }

    /// Worth knowing, once.
    pub(super) fn remark(&mut self, text: String) {
        if !self.remarks.contains(&text) {
            self.remarks.push(text);
        }
    }

    /// For programs.
    pub(super) fn value(&self) -> Value {
        let faults = self
            .faults
            .iter()
            .map(|fault| json::fault(&fault.file, fault.at, &fault.text, fault.help.as_deref()));
        json::checked(&faults.collect::<Vec<_>>(), &self.remarks, self.files)
    }
}

/// A fault of the seal stands at the last line, where the seal is or should be.
pub(super) fn at_the_end(bytes: &[u8], what: String) -> Told {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_end_matches(['\n', '\r']);
    let line = text.matches('\n').count() + 1;
    let width = text.lines().last().map_or(1, |last| last.chars().count());
    Told { line, column: 1, width, what, help: None }
}

//! What is open and all that was sealed, the newest first.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Answer;
use super::hand::{look, unopened};
use super::layout::page;
use super::lines;
use crate::app::Session;
use crate::format::{csv, json};
use crate::ledger::{Held, Seal, Snapshot, sentence};
use crate::shell::args::{Format, Scope, Settings};
use crate::shell::book::site::file_name;
use crate::shell::book::{Book, head, lines as lines_of};
use crate::shell::both::both;
use crate::shell::failure::Failure;
use crate::shell::git::NotCommitted;
use crate::shell::git::history::{Brought, Differs, Past, Signature, Signatures};
use crate::words::history::{InGit as Words, Standing};
use crate::words::printed::Printed;
use crate::words::{Lang, Sign};

/// One sealed snapshot, or the one that is open.
pub(super) struct Line {
    pub(super) held: Snapshot,
    pub(super) seal: Option<Seal>,
    /// Its facts were put right by a later record.
    pub(super) corrected: bool,
}

/// `log`
pub fn log(settings: &Settings) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let git = InGit::of(&book, settings.scope);
    let mut lines = history(&book, settings)?;
    lines.reverse();
    let of = |line: &Line| json::joined(value(&book.session, line), git.value(line));
    let meetings: Vec<_> = lines.iter().map(of).collect();
    let text = match settings.format {
        Format::Json => json::text(&json::array(meetings)),
        Format::Csv => csv::table(&meetings),
        Format::Text => {
            let said = |line: &Line| {
                let said = said(&book.session, line, settings.lang);
                let git = git.said(line, settings.lang);
                [vec![said], git].concat().join("  ")
            };
            page(&lines.iter().map(said).collect::<Vec<_>>(), settings.width)
        }
    };
    let told = [book.told, git.told.iter().map(|why| why.text(settings.lang)).collect()].concat();
    Ok(Answer { text, told, no: false })
}

/// What git knows of the snapshots, asked once for all of them.
struct InGit {
    /// None without a repository, or where git could not be asked.
    known: Option<(Past, BTreeMap<String, Differs>)>,
    /// Why it could not be asked.
    told: Option<NotCommitted>,
}

impl InGit {
    fn of(book: &Book, scope: Scope) -> Self {
        // Nothing that a guest asks for runs git.
        let repo = book.site.repo().filter(|_| scope == Scope::Desk);
        let Some(repo) = repo else { return Self { known: None, told: None } };
        let folder = book.site.snapshots();
        let past = || repo.past(&folder, Signatures::Checked);
        let (past, differs) = both(past, || repo.differences(&folder));
        match past.and_then(|past| Ok((past, differs?))) {
            Ok(known) => Self { known: Some(known), told: None },
            Err(why) => Self { known: None, told: Some(why) },
        }
    }

    /// How HEAD differs in the file of a sealed snapshot, and which commit brought it.
    fn look(&self, line: &Line) -> Option<(Option<Differs>, Option<&Brought>)> {
        line.seal.as_ref()?;
        let (past, differs) = self.known.as_ref()?;
        let file = file_name(&line.held.id());
        Some((differs.get(&file).copied(), past.brought.get(&file)))
    }

    /// 未入库, or the commit and its signature.
    fn said(&self, line: &Line, lang: Lang) -> Vec<String> {
        let Some((differs, brought)) = self.look(line) else { return Vec::new() };
        let word = |word: Standing| word.text(lang).to_owned();
        let Some(brought) = brought.filter(|_| differs != Some(Differs::New)) else {
            return vec![word(Standing::Waits)];
        };
        let commit = brought.commit.chars().take(SHORT).collect();
        let sign = word(signed(brought.signature));
        let who = brought.signer.clone();
        let sign = if who.is_empty() { sign } else { Words::By { sign, who }.text(lang) };
        let mut said = vec![Words::Committed { commit }.text(lang), sign];
        said.extend(differs.map(|_| word(Standing::Changed)));
        said
    }

    /// The same for programs.
    fn value(&self, line: &Line) -> json::Value {
        let (differs, brought) = self.look(line).unwrap_or_default();
        let known = self.look(line).map(|_| differs.is_none() && brought.is_some());
        let signed = brought.map(|brought| (brought.signature.code(), brought.signer.as_str()));
        json::in_git(known, brought.map(|brought| brought.commit.as_str()), signed)
    }
}

/// How much of a commit's name is shown.
const SHORT: usize = 10;

const fn signed(signature: Signature) -> Standing {
    match signature {
        Signature::None => Standing::Unsigned,
        Signature::Good => Standing::Good,
        Signature::Unknown => Standing::Unknown,
        Signature::Expired => Standing::Expired,
        Signature::Revoked => Standing::Revoked,
        Signature::Bad => Standing::Bad,
        Signature::Unchecked => Standing::Unchecked,
    }
}

/// Every snapshot of the chain, read from its file, the oldest first.
pub(super) fn history(book: &Book, settings: &Settings) -> Result<Vec<Line>, Failure> {
    let session = &book.session;
    let mut lines = Vec::new();
    for (id, seal) in session.sealed.meetings.iter() {
        // What is missing was told when the book was opened.
        if book.site.snapshot(id).exists() {
            let held = head::read(&book.site, id).map_err(|why| unopened(&why, settings))?;
            let held = lines_of::as_known(held, &session.sealed);
            let held = book.shown(held);
            lines.push(Line::sealed(session, held, seal.clone()));
        }
    }
    if book.founding.is_none() {
        lines.push(Line::sealed(session, session.sealed.clone(), session.seal.clone()));
    }
    let open = session.open.as_ref().map(|history| history.open.clone());
    lines.extend(open.map(|held| Line { held, seal: None, corrected: false }));
    Ok(lines)
}

/// A line for people: what it is, what it recorded, how much of it is done, whether it is final.
pub(super) fn said(session: &Session, line: &Line, lang: Lang) -> String {
    let id = line.held.id();
    let mut parts = vec![id.to_string(), sentence::of_held(&line.held.kind, lang)];
    let state = match &line.seal {
        Some(seal) => format!("{} {}", Printed::Sealed.text(lang), seal.short()),
        None => Printed::Open.text(lang),
    };
    if !id.is_adopted() {
        parts.push(sentence::counts(&line.held, lang));
    }
    if line.held.meeting().is_some() {
        parts.extend(sentence::rate(session.state().completion(&id), lang));
    }
    parts.push(state);
    if line.held.meeting().is_some() && line.seal.is_some() {
        parts.push(lines::signed(session.state().signing(&id), lang));
    }
    if line.corrected {
        parts.push(Sign::Corrected.text(lang).to_owned());
    }
    parts.join("  ")
}

/// The same for programs.
pub(super) fn value(session: &Session, line: &Line) -> json::Value {
    let value = json::meeting(&line.held, line.seal.as_ref());
    if line.held.meeting().is_none() {
        return value;
    }
    let (state, id) = (session.state(), line.held.id());
    let outcome = json::outcome(state.completion(&id), state.signing(&id));
    json::joined(json::joined(value, outcome), json::field("corrected", line.corrected.into()))
}

impl Line {
    /// A sealed snapshot, what is known now to be right in it.
    fn sealed(session: &Session, held: Snapshot, seal: Seal) -> Self {
        let right = held.meeting().map(|meeting| session.state().corrected(meeting));
        let right = match right {
            Some(Cow::Owned(meeting)) => Some(Held::Meeting(meeting)),
            _ => None,
        };
        let corrected = right.is_some();
        let kind = right.unwrap_or_else(|| held.kind.clone());
        Self { held: Snapshot { kind, ..held }, seal: Some(seal), corrected }
    }
}

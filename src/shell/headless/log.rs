//! What is open and all that was sealed, the newest first.

use std::borrow::Cow;

use super::Answer;
use super::hand::{look, unopened};
use super::layout::page;
use super::lines;
use crate::app::Session;
use crate::format::{csv, json};
use crate::ledger::{Held, Seal, Snapshot, sentence};
use crate::shell::args::{Format, Settings};
use crate::shell::book::{Book, head, lines as lines_of};
use crate::shell::failure::Failure;
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
    let mut lines = history(&book, settings)?;
    lines.reverse();
    let meetings = lines.iter().map(|line| value(&book.session, line));
    let meetings: Vec<_> = meetings.collect();
    let text = match settings.format {
        Format::Json => json::text(&json::array(meetings)),
        Format::Csv => csv::table(&meetings),
        Format::Text => {
            let lines = lines.iter().map(|line| said(&book.session, line, settings.lang));
            page(&lines.collect::<Vec<_>>(), settings.width)
        }
    };
    Ok(Answer { text, told: book.told, no: false })
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

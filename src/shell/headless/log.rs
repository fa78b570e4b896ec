//! What is open and all that was sealed, the newest first.

use super::Answer;
use super::hand::{look, unopened};
use super::layout::page;
use crate::format::{csv, json};
use crate::ledger::{Seal, Snapshot, sentence};
use crate::shell::args::{Format, Settings};
use crate::shell::book::{Book, head};
use crate::shell::failure::Failure;
use crate::words::Lang;
use crate::words::printed::Printed;

/// One sealed snapshot, or the one that is open.
pub(super) struct Line {
    pub(super) held: Snapshot,
    pub(super) seal: Option<Seal>,
}

/// `log`
pub fn log(settings: &Settings) -> Result<Answer, Failure> {
    let book = look(settings)?;
    let mut lines = history(&book, settings)?;
    lines.reverse();
    let meetings = lines.iter().map(|line| json::meeting(&line.held, line.seal.as_ref()));
    let meetings: Vec<_> = meetings.collect();
    let text = match settings.format {
        Format::Json => json::text(&json::array(meetings)),
        Format::Csv => csv::table(&meetings),
        Format::Text => {
            let lines = lines.iter().map(|line| said(line, settings.lang));
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
            let held = head::read(&book.site, id).map_err(|why| unopened(&why, settings))?.snapshot;
            lines.push(Line { held, seal: Some(seal.clone()) });
        }
    }
    if book.founding.is_none() {
        lines.push(Line { held: session.sealed.clone(), seal: Some(session.seal.clone()) });
    }
    lines.extend(
        session.open.as_ref().map(|history| Line { held: history.open.clone(), seal: None }),
    );
    Ok(lines)
}

fn said(line: &Line, lang: Lang) -> String {
    let what = sentence::of_held(&line.held.kind, lang);
    let state = match &line.seal {
        Some(seal) => format!("{} {}", Printed::Sealed.text(lang), seal.short()),
        None => Printed::Open.text(lang),
    };
    let id = line.held.id();
    if id.is_adopted() {
        return format!("{id}  {what}  {state}");
    }
    format!("{id}  {what}  {}  {state}", sentence::counts(&line.held, lang))
}

//! A fault as a person wants to see it: `file:line:column`, the line itself, a caret right under
//! it, what is wrong and what to do.
//!
//! The text comes from a file that somebody else may have written, so nothing of it reaches the
//! screen without its hidden characters turned into marks.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::Unreadable;
use super::locate::Outline;
use super::{ron, scan};
use crate::plan::plain::{is_hidden, marked};
use crate::plan::{Path, Problem};
use crate::words::{Excerpt, Lang};

/// For whose eyes.
#[derive(Clone, Copy, Debug)]
pub struct Eyes {
    /// The language of the sentences.
    pub lang: Lang,
    /// Columns of the screen; longer lines are cut around the caret.
    pub width: usize,
    /// Whether escape codes for colours are wanted.
    pub colour: bool,
}

/// A file as it was given: its name for people, its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What a person calls it: `plan.ron`.
    pub name: &'a str,
    /// What it holds; empty when it was too big to be looked at.
    pub bytes: &'a [u8],
}

/// Why a file cannot be read, several lines that end with a line feed.
pub fn unreadable(source: Source<'_>, fault: &Unreadable, eyes: Eyes) -> String {
    let text = String::from_utf8_lossy(source.bytes);
    let fault = Fault {
        place: Place { line: fault.line, column: fault.column, width: fault.width },
        what: fault.what.text(eyes.lang),
        hint: fault.hint.as_ref().map(|hint| hint.text(eyes.lang)),
    };
    render(source.name, text.strip_prefix('\u{feff}').unwrap_or(&text), &fault, eyes)
}

/// What is wrong with a file that could be read, problem by problem.
pub fn problems(source: Source<'_>, problems: &[Problem], eyes: Eyes) -> Vec<String> {
    let Ok(text) = ron::text(source.bytes) else { return Vec::new() };
    let outline = Outline::of(&text);
    let shown = problems.iter().map(|problem| {
        let span = outline.find(&text, &problem.at);
        let (line, column) = scan::position(&text, span.start);
        let width = text.get(span).map_or(1, |words| words.chars().count());
        let place = Place { line, column, width };
        let fault = Fault { place, what: problem.what.text(eyes.lang), hint: None };
        render(source.name, &text, &fault, eyes)
    });
    shown.collect()
}

/// Line and column, both from 1, of what a path leads to in a file that could be read.
pub fn place(bytes: &[u8], path: &Path) -> (usize, usize) {
    let Ok(text) = ron::text(bytes) else { return (1, 1) };
    scan::position(&text, Outline::of(&text).find(&text, path).start)
}

/// Line and column from 1; width in characters.
#[derive(Clone, Copy)]
struct Place {
    line: usize,
    column: usize,
    width: usize,
}

struct Fault {
    place: Place,
    what: String,
    hint: Option<String>,
}

fn render(name: &str, text: &str, fault: &Fault, eyes: Eyes) -> String {
    let place = fault.place;
    let line = text.split('\n').nth(place.line - 1).unwrap_or_default();
    let (shown, span) = safe(line.trim_end_matches('\r'), place);
    let level = Level::ERROR.with_name(Excerpt::Fault.text(eyes.lang));
    let (what, name) = (marked(&fault.what), marked(name));
    let snippet = Snippet::source(shown.as_str())
        .line_start(place.line)
        .path(name.as_ref())
        .annotation(AnnotationKind::Primary.span(span));
    let mut group = level.primary_title(what.as_ref()).element(snippet);
    let hint = fault.hint.as_deref().map(marked);
    if let Some(hint) = &hint {
        let help = Level::HELP.with_name(Excerpt::Help.text(eyes.lang));
        group = group.element(help.message(hint.as_ref()));
    }
    let renderer = if eyes.colour { Renderer::styled() } else { Renderer::plain() };
    let mut picture = renderer.term_width(eyes.width).render(&[group]);
    picture.push('\n');
    picture
}

/// A line without hidden characters, and the bytes of the caret in it.
fn safe(line: &str, place: Place) -> (String, std::ops::Range<usize>) {
    let mut shown = String::with_capacity(line.len());
    let (mut start, mut end) = (None, None);
    let first = place.column - 1;
    for (nth, letter) in line.chars().enumerate() {
        if nth == first {
            start = Some(shown.len());
        }
        if nth == first + place.width {
            end = Some(shown.len());
        }
        if letter == '\t' {
            shown.push_str("    ");
        } else if is_hidden(letter) {
            shown.push_str(&crate::plan::plain::mark(letter));
        } else {
            shown.push(letter);
        }
    }
    let start = start.unwrap_or(shown.len());
    let end = end.unwrap_or(shown.len()).max(start);
    (shown, start..end)
}

#[cfg(test)]
mod tests;

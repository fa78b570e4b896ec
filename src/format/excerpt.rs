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

/// A fault with its place, in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters the fault takes.
    pub width: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it, where that is a sentence of its own.
    pub help: Option<String>,
}

impl Told {
    /// Why a file cannot be read.
    pub fn of(fault: &Unreadable, lang: Lang) -> Self {
        Self {
            line: fault.line,
            column: fault.column,
            width: fault.width,
            what: fault.what.text(lang),
            help: fault.hint.as_ref().map(|hint| hint.text(lang)),
        }
    }
}

/// Faults of a file that could be read, each at the value that a path leads to.
pub fn located<'a>(bytes: &[u8], faults: impl Iterator<Item = (&'a Path, String)>) -> Vec<Told> {
    let Ok(text) = ron::text(bytes) else { return Vec::new() };
    let outline = Outline::of(&text);
    let told = faults.map(|(at, what)| {
        let span = outline.find(&text, at);
        let (line, column) = scan::position(&text, span.start);
        let width = text.get(span).map_or(1, |words| words.chars().count());
        Told { line, column, width, what, help: None }
    });
    told.collect()
}

/// What is wrong with a file that could be read, problem by problem.
pub fn problems(bytes: &[u8], problems: &[Problem], lang: Lang) -> Vec<Told> {
    located(bytes, problems.iter().map(|problem| (&problem.at, problem.what.text(lang))))
}

/// A fault as a person sees it, several lines that end with a line feed.
pub fn picture(source: Source<'_>, told: &Told, eyes: Eyes) -> String {
    let text = String::from_utf8_lossy(source.bytes);
    render(source.name, text.strip_prefix('\u{feff}').unwrap_or(&text), told, eyes)
}

/// Line and column, both from 1, of what a path leads to in a file that could be read.
pub fn place(bytes: &[u8], path: &Path) -> (usize, usize) {
    let Ok(text) = ron::text(bytes) else { return (1, 1) };
    scan::position(&text, Outline::of(&text).find(&text, path).start)
}

fn render(name: &str, text: &str, told: &Told, eyes: Eyes) -> String {
    let line = text.split('\n').nth(told.line.saturating_sub(1)).unwrap_or_default();
    let (shown, span) = safe(line.trim_end_matches('\r'), told);
    let level = Level::ERROR.with_name(Excerpt::Fault.text(eyes.lang));
    let (what, name) = (marked(&told.what), marked(name));
    let snippet = Snippet::source(shown.as_str())
        .line_start(told.line)
        .path(name.as_ref())
        .annotation(AnnotationKind::Primary.span(span));
    let mut group = level.primary_title(what.as_ref()).element(snippet);
    let help = told.help.as_deref().map(marked);
    if let Some(help) = &help {
        let level = Level::HELP.with_name(Excerpt::Help.text(eyes.lang));
        group = group.element(level.message(help.as_ref()));
    }
    let renderer = if eyes.colour { Renderer::styled() } else { Renderer::plain() };
    let mut picture = renderer.term_width(eyes.width).render(&[group]);
    picture.push('\n');
    picture
}

/// A line without hidden characters, and the bytes of the caret in it.
fn safe(line: &str, told: &Told) -> (String, std::ops::Range<usize>) {
    let mut shown = String::with_capacity(line.len());
    let (mut start, mut end) = (None, None);
    let first = told.column.saturating_sub(1);
    for (nth, letter) in line.chars().enumerate() {
        if nth == first {
            start = Some(shown.len());
        }
        if nth == first + told.width {
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

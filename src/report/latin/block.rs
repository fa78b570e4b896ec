//! From the lines of a plan in Latin letters to what stands together in it.

use std::ops::Range;

use crate::report::hint::{self, Hint};
use crate::report::letter::{is_break, is_space};
use crate::report::table;

use super::heading::{ALONE, Form, fits_heading, marked, stands_alone};

/// A line, or the lines of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Where.
    pub(super) at: Range<usize>,
    /// Its words without the marker; of a heading the title.
    pub(super) title: Range<usize>,
    /// What it is.
    pub(super) form: Form,
    /// How high a heading is; a lesser number is higher.
    pub(super) rank: Option<u8>,
}

impl Block {
    pub(super) fn body(&self) -> Range<usize> {
        self.title.clone()
    }
}

/// A line narrower than this is whole; a longer one may go on in the next.
const NARROW: usize = 40;

/// The blocks of a text, in order.
pub(super) fn blocks(text: &str, hints: &[Hint]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut start, mut apart) = (0, true);
    for piece in text.split_inclusive(is_break) {
        let shown = piece.trim_matches(|c| is_break(c) || is_space(c));
        let from = start + piece.find(shown).unwrap_or(0);
        start += piece.len();
        if shown.is_empty() {
            apart = true;
            continue;
        }
        let block = block(text, from..from + shown.len(), hints);
        match blocks.last_mut() {
            Some(last) if !apart && goes_on(text, last, &block) => {
                last.at.end = block.at.end;
                last.title.end = block.at.end;
            }
            _ => blocks.push(block),
        }
        apart = false;
    }
    alone(text, &mut blocks);
    blocks
}

fn block(text: &str, at: Range<usize>, hints: &[Hint]) -> Block {
    let line = text.get(at.clone()).unwrap_or_default();
    let said = hint::heading(hints, &at);
    let signs = line.len() - line.trim_start_matches('#').len();
    let signs = if line.get(signs..).is_some_and(|rest| rest.starts_with(' ')) { signs } else { 0 };
    let level = said.or_else(|| u8::try_from(signs).ok().filter(|signs| (1..=6).contains(signs)));
    let words = line.get(signs..).unwrap_or_default();
    let from = at.end - words.trim_start().len();
    let found = marked(words.trim_start());
    let (used, form, rank) = found.unwrap_or((0, Form::Prose, None));
    let (form, rank) = match level {
        Some(level) => (Form::Heading, Some(level)),
        None if !table::cells(text, &at).is_empty() => (Form::Row, None),
        None => (form, rank),
    };
    let title = from + used..at.end;
    Block { at, title, form, rank }
}

/// Whether a line goes on with the paragraph above it.
fn goes_on(text: &str, last: &Block, next: &Block) -> bool {
    let words = |at: &Range<usize>| text.get(at.clone()).unwrap_or_default();
    let above = words(&last.at);
    let long =
        above.rsplit(is_break).next().is_some_and(|line| line.trim().chars().count() >= NARROW);
    let open = !above.ends_with(['.', ':', ';', '!', '?']);
    let prose = next.form == Form::Prose && matches!(last.form, Form::Prose | Form::Item);
    let lower =
        words(&next.at).starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
    prose && open && (long || lower)
}

/// Lines that stand alone above others are headings of the lowest rank.
fn alone(text: &str, blocks: &mut [Block]) {
    for at in 0..blocks.len() {
        let next = blocks.get(at + 1).map(|next| (next.form, next.at.len()));
        let Some(block) = blocks.get_mut(at) else { continue };
        let line = text.get(block.at.clone()).unwrap_or_default();
        // `1. Homes` is a heading, its number no sentence.
        let title = text.get(block.title.clone()).unwrap_or_default();
        let above = next.is_some_and(|(form, len)| {
            form != Form::Heading && len > line.len() || form == Form::Item
        });
        if block.form == Form::Prose && above && stands_alone(line) {
            (block.form, block.rank) = (Form::Heading, Some(ALONE));
        } else if block.form == Form::Heading && block.rank.is_some() && !fits_heading(title) {
            (block.form, block.rank) = (Form::Prose, None);
        }
    }
}

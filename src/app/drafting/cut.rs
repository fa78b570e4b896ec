//! A point in a sentence: where it is cut in two, or where a title ends.

use std::ops::Range;

use super::over::{self, Over};
use super::rows::What;
use super::{Drafting, Effect};
use crate::app::Key;
use crate::report::settle::{Piece, Settling, Stretch};
use crate::words::drafting::DraftSays;

/// A point that is being looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// For what.
    pub of: Cuts,
    /// The characters among which it lies.
    pub within: Range<usize>,
    /// The point: before this byte.
    pub at: usize,
}

/// What the point is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cuts {
    /// The sentence is two.
    Split,
    /// The title ends there.
    Title,
}

/// Begins: a sentence is cut behind its first mark, a title may also end later than it was read.
pub(super) fn begin(drafting: &mut Drafting, of: Cuts) {
    let Some(row) = drafting.row() else { return };
    let within = match of {
        Cuts::Split => row.at.clone(),
        Cuts::Title => row.at.start..behind(drafting, row.at.end),
    };
    let at = match of {
        Cuts::Split => mark_behind(drafting, &within, within.start),
        Cuts::Title => row.at.end,
    };
    drafting.over = Some(Over::Cut(Cut { of, within, at }));
}

/// The end of the sentence behind a title.
fn behind(drafting: &Drafting, end: usize) -> usize {
    let next = drafting.rows.get(drafting.cursor + 1);
    let next = next.filter(|row| matches!(row.what, What::Measure | What::Lead));
    next.map_or(end, |row| row.at.end)
}

/// Gives a key to it.
pub(super) fn key(drafting: &mut Drafting, mut cut: Cut, key: Key) -> Vec<Effect> {
    let words = drafting.text.get(cut.within.clone()).unwrap_or_default();
    let here = cut.at - cut.within.start;
    let next = |from: usize| words.get(from..).and_then(|it| it.chars().next()).map(char::len_utf8);
    let before = || words.get(..here).and_then(|it| it.chars().next_back()).map(char::len_utf8);
    match key {
        Key::Left => cut.at -= before().unwrap_or(0),
        Key::Right => cut.at += next(here).unwrap_or(0),
        Key::Home => cut.at = cut.within.start,
        Key::End => cut.at = cut.within.end,
        Key::Tab | Key::Down => cut.at = mark_behind(drafting, &cut.within, cut.at),
        Key::BackTab | Key::Up => cut.at = mark_before(drafting, &cut.within, cut.at),
        Key::Enter | Key::F(2) => return confirm(drafting, cut),
        Key::Char(c) => {
            let text = c.to_string();
            if !self::text(drafting, cut.clone(), &text) {
                drafting.over = Some(Over::Cut(cut));
                drafting.warn(DraftSays::NotInSentence { text });
            }
            return Vec::new();
        }
        _ => {}
    }
    drafting.over = Some(Over::Cut(cut));
    Vec::new()
}

/// Takes words of the sentence: the point goes behind where they stand next. Whether they stand there.
pub(super) fn text(drafting: &mut Drafting, cut: Cut, text: &str) -> bool {
    let sentence = drafting.text.get(cut.within.clone()).unwrap_or_default();
    let here = cut.at - cut.within.start;
    let ahead = sentence.get(here..).and_then(|ahead| Some(here + ahead.find(text)?));
    let Some(found) = ahead.or_else(|| sentence.find(text)) else { return false };
    let at = cut.within.start + found + text.len();
    drafting.over = Some(Over::Cut(Cut { at, ..cut }));
    true
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '!')
}

/// Behind the next mark.
fn mark_behind(drafting: &Drafting, within: &Range<usize>, from: usize) -> usize {
    let words = drafting.text.get(from..within.end).unwrap_or_default();
    let mark = words.char_indices().find(|(_, c)| is_mark(*c));
    mark.map_or(within.end, |(at, c)| from + at + c.len_utf8())
}

/// Behind the mark before the one that the point stands behind.
fn mark_before(drafting: &Drafting, within: &Range<usize>, from: usize) -> usize {
    let words = drafting.text.get(within.start..from).unwrap_or_default();
    let words = words.strip_suffix(is_mark).unwrap_or(words);
    words.rfind(is_mark).map_or(within.start, |at| {
        let mark = words.get(at..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8);
        within.start + at + mark
    })
}

fn confirm(drafting: &mut Drafting, cut: Cut) -> Vec<Effect> {
    let inside = cut.within.start < cut.at && cut.at < cut.within.end;
    let what = drafting.row().and_then(|row| over::piece(row.what));
    let Some(what) = what.filter(|_| inside || cut.of == Cuts::Title && cut.at > cut.within.start)
    else {
        drafting.warn(DraftSays::NotCut);
        drafting.over = Some(Over::Cut(cut));
        return Vec::new();
    };
    let stretch = |at: Range<usize>| Stretch::of(&drafting.text, at);
    let step = match cut.of {
        Cuts::Title => vec![Settling::Is { at: stretch(cut.within.start..cut.at), what }],
        Cuts::Split => split(&cut, what, stretch),
    };
    drafting.act(step)
}

fn split(cut: &Cut, what: Piece, stretch: impl Fn(Range<usize>) -> Stretch) -> Vec<Settling> {
    [cut.within.start..cut.at, cut.at..cut.within.end]
        .map(|at| Settling::Is { at: stretch(at), what })
        .to_vec()
}

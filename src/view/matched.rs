//! A text with what matched in it marked. It must never look for anything itself.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::shown::Shown;
use super::style::Role;

/// How a match stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// In [ ], which a box of hits has room for.
    Brackets,
    /// By its look alone, bold and underlined: in a table nothing moves while a filter is typed.
    Look,
}

/// Writes a text with its matches marked; a long text begins shortly before the first match.
pub fn write(
    pen: &mut Pen<'_>,
    area: Rect,
    text: &str,
    (matched, marks): (&[Range<usize>], Marks),
) {
    let shown = pen.in_its_script(text);
    let matched: Vec<Range<usize>> =
        matched.iter().map(|range| moved(text, &shown, range)).collect();
    let (text, matched) = (&*shown, &*matched);
    let pieces = pieces(text, matched);
    let room = usize::from(area.width);
    let mut x = area.x;
    let around = match marks {
        Marks::Brackets => 2,
        Marks::Look => 0,
    };
    let long = pen.ruler().columns(text) + around * matched.len() > room;
    let before = pieces.iter().take_while(|(_, matches)| !matches).map(|(piece, _)| *piece);
    let skip = long
        && !matched.is_empty()
        && before.map(|piece| pen.ruler().columns(piece)).sum::<usize>() > room / 2;
    for (number, (piece, matches)) in pieces.iter().enumerate() {
        let left = area.right().saturating_sub(x);
        if *matches {
            let piece = match marks {
                Marks::Brackets => format!("[{piece}]"),
                Marks::Look => (*piece).to_owned(),
            };
            x += pen.verbatim((x, area.y), left, piece, Role::Match);
        } else if number == 0 && skip {
            let tail: String = tail(piece, 8);
            x += pen.verbatim((x, area.y), left, format!("..{tail}"), Role::Plain);
        } else {
            x += pen.verbatim((x, area.y), left, *piece, Role::Plain);
        }
    }
}

/// A text with its matches in [ ].
pub fn bracketed(text: &str, matched: &[Range<usize>]) -> String {
    let piece = |(piece, matches): (&str, bool)| {
        if matches { format!("[{piece}]") } else { piece.to_owned() }
    };
    pieces(text, matched).into_iter().map(piece).collect()
}

/// The bytes of the same characters in another script.
fn moved(text: &str, shown: &str, range: &Range<usize>) -> Range<usize> {
    let nth = |at: usize| text.get(..at).map_or(usize::MAX, |before| before.chars().count());
    let byte = |nth: usize| shown.char_indices().nth(nth).map_or(shown.len(), |(at, _)| at);
    if text == shown { range.clone() } else { byte(nth(range.start))..byte(nth(range.end)) }
}

/// The last characters of a text.
fn tail(text: &str, count: usize) -> String {
    let from = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    Shown::new(&text[from..]).to_string()
}

/// A text in pieces, each a match or not. Ranges that do not fit the text mark nothing.
fn pieces<'t>(text: &'t str, matched: &[Range<usize>]) -> Vec<(&'t str, bool)> {
    let mut matched: Vec<&Range<usize>> = matched.iter().collect();
    matched.sort_by_key(|range| range.start);
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in matched {
        let (Some(before), Some(piece)) = (text.get(at..range.start), text.get(range.clone()))
        else {
            continue;
        };
        pieces.push((before, false));
        pieces.push((piece, true));
        at = range.end;
    }
    pieces.push((&text[at..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_that_do_not_fit_mark_nothing() {
        let first = 0..12;
        assert_eq!(
            pieces("招商引资工作", std::slice::from_ref(&first)),
            [("招商引资", true), ("工作", false)]
        );
        for range in [1..3, 0..99, 99..120] {
            assert_eq!(pieces("招商", &[range]), [("招商", false)]);
        }
        assert_eq!(pieces("", &[]), []);
        let (one, two) = (3..6, 0..3);
        assert_eq!(pieces("招商引", &[one, two]), [("招", true), ("商", true), ("引", false)]);
        assert_eq!(pieces("招商引", &[0..6, 3..6]), [("招商", true), ("引", false)]);
    }
}

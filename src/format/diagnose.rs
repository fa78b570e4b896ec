//! From "cannot be read" to a place and a sentence.
//!
//! The `ron` crate stops where it can go on no more, which is often a line after the mistake, and
//! says so in the words of its own trade. This file looks at the text again, finds the place that a
//! person would point at, and must never fail or take long doing so.

use std::ops::Range;
use std::str::Utf8Error;

use ron::error::SpannedError;

use super::Unreadable;
use super::scan::{self, Kind};
use crate::words::{Mend, Stop, Unread};

mod near;
pub(super) use near::nearest;
mod shape;
#[cfg(test)]
mod tests;
mod told;

pub(super) fn too_big(size: u64, cap: u64) -> Unreadable {
    let what = Unread::TooBig { size: size.to_string(), cap: cap.to_string() };
    Unreadable { line: 1, column: 1, width: 1, what: Box::new(what.into()), hint: None }
}

pub(super) fn not_utf8(bytes: &[u8], error: Utf8Error) -> Unreadable {
    let offset = error.valid_up_to();
    let before = bytes.get(..offset).map(String::from_utf8_lossy).unwrap_or_default();
    let (line, column) = scan::position(&before, before.len());
    let what = Unread::NotUtf8 { offset: offset.to_string() };
    Unreadable { line, column, width: 1, what: Box::new(what.into()), hint: Some(encoding(bytes)) }
}

/// The encoding that bytes seem to have, as advice.
fn encoding(bytes: &[u8]) -> Mend {
    let wide = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    // In GBK a Han character is two bytes of which the first is 0x81 to 0xfe.
    let pairs =
        bytes.windows(2).filter(|pair| matches!(pair, [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe]));
    if wide {
        Mend::Utf16
    } else if pairs.count() > 4 {
        Mend::Gbk
    } else {
        Mend::SaveUtf8
    }
}

/// Refuses control characters other than line feed and tab.
pub(super) fn plain(text: &str) -> Result<(), Unreadable> {
    // Bytes first and many at once: every file is read through here, and hardly any has one of these.
    // The last begins the controls that take two bytes, and a few letters.
    let odd = |byte: u8| matches!(byte, 0..=8 | 11..=31 | 0x7f | 0xc2);
    let chunks = text.as_bytes().chunks(CHUNK).enumerate();
    let chunks = chunks.filter(|(_, some)| some.iter().fold(false, |any, byte| any | odd(*byte)));
    let places = chunks.flat_map(|(nth, some)| nth * CHUNK..nth * CHUNK + some.len());
    let mut chars = places.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    let found = chars.find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\t'));
    found.map_or(Ok(()), |(start, c)| {
        let what = Unread::Control { mark: format!("<{:04X}>", u32::from(c)) };
        Err(at(text, start..start + c.len_utf8(), what, Some(Mend::DropControl)))
    })
}

/// How many bytes are looked at together.
const CHUNK: usize = 64;

/// Refuses a file whose `format` is beyond what the program knows, before anything else of it is
/// looked at: a field that this program does not know would be the wrong complaint.
pub(super) fn newer(text: &str, newest: u32) -> Result<(), Unreadable> {
    let Some((span, format)) = format_of(text) else { return Ok(()) };
    let what = match format {
        0 => Unread::NoFormat { format: format.to_string() },
        _ if format > newest => {
            Unread::Newer { format: format.to_string(), newest: newest.to_string() }
        }
        _ => return Ok(()),
    };
    Err(at(text, span, what, None))
}

/// The number behind the outermost `format:`.
fn format_of(text: &str) -> Option<(Range<usize>, u32)> {
    let mut depth = 0_usize;
    let mut marks = scan::marks(text, 0).peekable();
    while let Some(mark) = marks.next() {
        match mark.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth = depth.checked_sub(1)?,
            Kind::Word if depth == 1 && text.get(mark.span.clone()) == Some("format") => {
                marks.next_if(|mark| mark.kind == Kind::Colon)?;
                let span = marks.next()?.span;
                return Some((span.clone(), text.get(span)?.parse().ok()?));
            }
            _ => {}
        }
    }
    None
}

/// What a person would say of an error of the `ron` crate.
pub(super) fn of(text: &str, error: &SpannedError, depth: usize) -> Unreadable {
    let end = scan::byte_at(text, error.span.end.line, error.span.end.col);
    shape::conflict(text)
        .or_else(|| shape::shape(text, end, depth))
        .unwrap_or_else(|| told::told(text, &error.code, end, depth))
}

fn at(text: &str, span: Range<usize>, what: impl Into<Stop>, hint: Option<Mend>) -> Unreadable {
    let (line, column) = scan::position(text, span.start);
    let words = text.get(span).unwrap_or_default();
    let width = words.lines().next().map_or(1, |line| line.chars().count().max(1));
    Unreadable { line, column, width, what: Box::new(what.into()), hint }
}

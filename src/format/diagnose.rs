//! From "cannot be read" to a place and a sentence.
//!
//! The `ron` crate stops where it can go on no more, which is often a line after the mistake, and
//! says so in the words of its own trade. This file looks at the text again, finds the place that a
//! person would point at, and must never fail or take long doing so.

use std::ops::Range;
use std::str::Utf8Error;

use ron::error::{Error, SpannedError};

use super::Unreadable;
use super::scan::{self, Kind, Mark};
use crate::words::{Mend, Stop, Unread, Wanted};

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
    let found = text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\t'));
    found.map_or(Ok(()), |(at, c)| {
        let what = Unread::Control { mark: format!("<{:04X}>", u32::from(c)) };
        Err(at_bytes(text, at..at + c.len_utf8(), what, Some(Mend::DropControl)))
    })
}

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
    Err(at_bytes(text, span, what, None))
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
    conflict(text)
        .or_else(|| shape(text, end, depth))
        .unwrap_or_else(|| told(text, error, end, depth))
}

/// The markers of a merge that nobody finished.
fn conflict(text: &str) -> Option<Unreadable> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(branch) = line.strip_prefix("<<<<<<<") {
            let what = Unread::Conflict { branch: branch.trim().into() };
            return Some(at_bytes(text, start..start + 7, what, Some(Mend::Resolve)));
        }
        start += line.len();
    }
    None
}

/// A fault of brackets, quotes or punctuation up to `end`, where the reader gave up; one that lies
/// behind it only counts when the text ends inside it.
fn shape(text: &str, end: usize, depth: usize) -> Option<Unreadable> {
    let mut open: Vec<(char, usize)> = Vec::new();
    for mark in scan::marks(text, 0) {
        let Mark { kind, span } = mark;
        if span.start > end && kind != Kind::Unclosed {
            return None;
        }
        let (what, hint) = match kind {
            Kind::Open(bracket) => {
                open.push((bracket, span.start));
                if open.len() <= depth {
                    continue;
                }
                (Unread::TooDeep { limit: depth.to_string() }, Some(Mend::Flat))
            }
            Kind::Close(found) => match open.pop() {
                Some((bracket, _)) if closes(bracket, found) => continue,
                Some((bracket, at)) => {
                    let line = scan::position(text, at).0.to_string();
                    let (found, bracket) = (found.into(), bracket.into());
                    (Unread::WrongBracket { found, bracket, line }, None)
                }
                None => (Unread::StrayBracket { found: found.into() }, None),
            },
            Kind::Odd(found) if full_width(found).is_some() => {
                let ascii = full_width(found).unwrap_or_default().to_owned();
                let hint = Mend::HalfWidth { found: found.into(), ascii };
                (Unread::FullWidth { found: found.into() }, Some(hint))
            }
            Kind::Unclosed if text.get(span.clone()).is_some_and(|t| t.starts_with("/*")) => {
                (Unread::OpenComment, None)
            }
            Kind::Unclosed => (Unread::OpenText, Some(Mend::Restore)),
            _ => continue,
        };
        return Some(at_bytes(text, span, what, hint));
    }
    let (bracket, at) = open.pop()?;
    let line = scan::position(text, at).0.to_string();
    let what = Unread::OpenBracket { bracket: bracket.into(), line };
    let last = text.trim_end().len();
    Some(at_bytes(text, last..last, what, Some(Mend::Restore)))
}

fn closes(open: char, close: char) -> bool {
    matches!((open, close), ('(', ')') | ('[', ']') | ('{', '}'))
}

/// The half-width twin of a full-width mark.
fn full_width(mark: char) -> Option<&'static str> {
    Some(match mark {
        '：' => ":",
        '，' | '、' => ",",
        '（' => "(",
        '）' => ")",
        '【' | '［' => "[",
        '】' | '］' => "]",
        '｛' => "{",
        '｝' => "}",
        '“' | '”' | '＂' | '「' | '」' => "\"",
        '／' => "/",
        _ => return None,
    })
}

/// The error of the `ron` crate in our words, at the mark that it is about.
fn told(text: &str, error: &SpannedError, end: usize, depth: usize) -> Unreadable {
    let last = scan::marks(text, 0).take_while(|mark| mark.span.end <= end).last();
    let next = scan::marks(text, end).next();
    let before = last.map_or(end..end, |mark| mark.span);
    let after = next.map_or(end..end, |mark| mark.span);
    let name = |name: &str| named(text, end, name).unwrap_or_else(|| before.clone());
    let (span, what, hint) = match &error.code {
        Error::NoSuchStructField { expected, found, .. } => {
            let what = Unread::UnknownField { field: found.clone() };
            (name(found), what, nearest(found, expected))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            let what = Unread::UnknownVariant { found: found.clone() };
            (name(found), what, nearest(found, expected))
        }
        Error::DuplicateStructField { field, .. } => {
            let span = name(field);
            let line = first(text, &span).to_string();
            let what = Unread::DuplicateField { field: (*field).into(), line };
            (span, what, Some(Mend::KeepOne))
        }
        Error::MissingStructField { field, .. } => {
            let hint = Mend::AddField { field: (*field).into() };
            (opening(text, end), Unread::MissingField { field: (*field).into() }, Some(hint))
        }
        Error::ExceededRecursionLimit => {
            (before, Unread::TooDeep { limit: depth.to_string() }, Some(Mend::Flat))
        }
        Error::Message(message) => return at_bytes_of_message(text, message, before),
        Error::TrailingCharacters => (after, Unread::Trailing, None),
        Error::Eof if text.trim().is_empty() => (after, Unread::Empty, None),
        code => return unexpected(text, code, before, after),
    };
    at_bytes(text, span, what, hint)
}

/// A word of another kind than the one that the type wants.
fn unexpected(text: &str, code: &Error, before: Range<usize>, after: Range<usize>) -> Unreadable {
    let (span, wanted) = match code {
        Error::InvalidValueForType { expected, .. } => (before, Wanted::of(expected)),
        code => (after, wanted(code)),
    };
    let other = || Unread::Other { reason: code.to_string() }.into();
    at_bytes(text, span, wanted.map_or_else(other, Stop::Wanted), None)
}

fn wanted(code: &Error) -> Option<Wanted> {
    Some(match code {
        Error::ExpectedArray => Wanted::List,
        Error::ExpectedArrayEnd => Wanted::ListEnd,
        Error::ExpectedBoolean => Wanted::Boolean,
        Error::ExpectedComma => Wanted::Comma,
        Error::ExpectedInteger => Wanted::Integer,
        Error::ExpectedMap => Wanted::Map,
        Error::ExpectedMapColon => Wanted::Colon,
        Error::ExpectedMapEnd => Wanted::MapEnd,
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => Wanted::Struct,
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Wanted::StructEnd,
        Error::ExpectedString | Error::ExpectedStringEnd => Wanted::Text,
        Error::ExpectedIdentifier => Wanted::Name,
        _ => return None,
    })
}

fn at_bytes_of_message(text: &str, message: &str, before: Range<usize>) -> Unreadable {
    let (what, hint) = match message.strip_prefix("duplicate key ") {
        Some(key) => {
            let line = first(text, &before).to_string();
            (Unread::DuplicateKey { key: key.into(), line }, Some(Mend::KeepOne))
        }
        None => (Unread::Other { reason: message.into() }, None),
    };
    at_bytes(text, before, what, hint)
}

/// The last mark up to `end` that reads `name`.
fn named(text: &str, end: usize, name: &str) -> Option<Range<usize>> {
    let reads = |mark: &Mark| text.get(mark.span.clone()) == Some(name);
    let marks = scan::marks(text, 0).take_while(|mark| mark.span.end <= end);
    marks.filter(reads).last().map(|mark| mark.span)
}

/// The opening bracket of the group that was last closed before `end`.
fn opening(text: &str, end: usize) -> Range<usize> {
    let mut open = Vec::new();
    let mut closed = None;
    for mark in scan::marks(text, 0).take_while(|mark| mark.span.end <= end) {
        match mark.kind {
            Kind::Open(_) => open.push(mark.span),
            Kind::Close(_) => closed = open.pop(),
            _ => {}
        }
    }
    closed.or_else(|| open.pop()).unwrap_or(end..end)
}

/// The line where the words of `span` stood first in the same group.
fn first(text: &str, span: &Range<usize>) -> usize {
    let mut groups: Vec<Option<Range<usize>>> = vec![None];
    let wanted = text.get(span.clone());
    for mark in scan::marks(text, 0).take_while(|mark| mark.span.start < span.start) {
        match mark.kind {
            Kind::Open(_) => groups.push(None),
            Kind::Close(_) => drop(groups.pop()),
            _ if text.get(mark.span.clone()) == wanted => {
                if let Some(found) = groups.last_mut() {
                    found.get_or_insert(mark.span);
                }
            }
            _ => {}
        }
    }
    let found = groups.pop().flatten().unwrap_or_else(|| span.clone());
    scan::position(text, found.start).0
}

/// The known name that `found` was probably meant to be, or all of them.
fn nearest(found: &str, known: &[&str]) -> Option<Mend> {
    let near = known.iter().map(|name| (distance(found, name), *name)).min();
    match near {
        Some((edits, name)) if edits <= 1 + name.len() / 4 => Some(Mend::Did { name: name.into() }),
        Some(_) => Some(Mend::OneOf { names: known.join(" ") }),
        None => None,
    }
}

/// Letters to put in, take out or change to get from one name to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (y, above) in b.iter().zip(row.iter_mut().skip(1)) {
            let change = corner + usize::from(x != *y);
            corner = *above;
            left = change.min(left + 1).min(corner + 1);
            *above = left;
        }
        if let Some(start) = row.first_mut() {
            *start = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

fn at_bytes(
    text: &str,
    span: Range<usize>,
    what: impl Into<Stop>,
    hint: Option<Mend>,
) -> Unreadable {
    let (line, column) = scan::position(text, span.start);
    let words = text.get(span).unwrap_or_default();
    let width = words.lines().next().map_or(1, |line| line.chars().count().max(1));
    Unreadable { line, column, width, what: Box::new(what.into()), hint }
}

//! Faults of brackets, quotes and punctuation: what a person sees before reading a single word.

use super::at;
use crate::format::Unreadable;
use crate::format::scan::{self, Kind, Mark};
use crate::words::{Mend, Unread};

/// The markers of a merge that nobody finished.
pub(super) fn conflict(text: &str) -> Option<Unreadable> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(branch) = line.strip_prefix("<<<<<<<") {
            let what = Unread::Conflict { branch: branch.trim().into() };
            return Some(at(text, start..start + 7, what, Some(Mend::Resolve)));
        }
        start += line.len();
    }
    None
}

/// A fault of brackets, quotes or punctuation up to `end`, where the reader gave up; one that lies
/// behind it only counts when the text ends inside it, or when it is one more of too many brackets.
pub(super) fn shape(text: &str, end: usize, depth: usize) -> Option<Unreadable> {
    let mut open: Vec<(char, usize)> = Vec::new();
    for mark in scan::marks(text, 0) {
        let Mark { kind, span } = mark;
        if span.start > end && !matches!(kind, Kind::Unclosed | Kind::Open(_)) {
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
        return Some(at(text, span, what, hint));
    }
    let (bracket, start) = open.pop()?;
    let line = scan::position(text, start).0.to_string();
    let what = Unread::OpenBracket { bracket: bracket.into(), line };
    let last = text.trim_end().len();
    Some(at(text, last..last, what, Some(Mend::Restore)))
}

fn closes(open: char, close: char) -> bool {
    matches!((open, close), ('(', ')') | ('[', ']') | ('{', '}'))
}

/// The half-width twin of a full-width mark.
pub(super) fn full_width(mark: char) -> Option<&'static str> {
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

//! The errors of the `ron` crate in our words, each at the mark that it is about.

use std::ops::Range;

use ron::error::Error;

use super::near::nearest;
use super::{at, shape};
use crate::format::Unreadable;
use crate::format::scan::{self, Kind, Mark};
use crate::words::{Mend, Stop, Unread, Wanted};

/// The error in our words. `end` is the byte where the reader gave up.
pub(super) fn told(text: &str, code: &Error, end: usize, depth: usize) -> Unreadable {
    let here = Here::new(text, end);
    let name = |name: &str| here.named(name).unwrap_or_else(|| here.before());
    let (span, what, hint) = match code {
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
            let line = here.first(&span).to_string();
            let what = Unread::DuplicateField { field: (*field).into(), line };
            (span, what, Some(Mend::KeepOne))
        }
        Error::MissingStructField { field, .. } => {
            let hint = Mend::AddField { field: (*field).into() };
            (here.row(), Unread::MissingField { field: (*field).into() }, Some(hint))
        }
        Error::ExceededRecursionLimit => {
            let what = Unread::TooDeep { limit: depth.to_string() };
            (here.before(), what, Some(Mend::Flat))
        }
        Error::Message(message) => here.message(message),
        code => return here.unexpected(code),
    };
    at(text, span, what, hint)
}

/// The place where the reader gave up, and the marks around it.
struct Here<'a> {
    text: &'a str,
    end: usize,
    /// The marks that begin before it.
    marks: Vec<Mark>,
    /// The two marks that begin at it or behind it.
    next: [Option<Mark>; 2],
}

impl<'a> Here<'a> {
    fn new(text: &'a str, end: usize) -> Self {
        let mut marks = scan::marks(text, 0).peekable();
        let mut before = Vec::new();
        while let Some(mark) = marks.next_if(|mark| mark.span.start < end) {
            before.push(mark);
        }
        let next = [marks.next(), marks.next()];
        Self { text, end, marks: before, next }
    }

    fn words(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    fn before(&self) -> Range<usize> {
        self.marks.last().map_or(self.end..self.end, |mark| mark.span.clone())
    }

    fn after(&self) -> Range<usize> {
        let [next, _] = &self.next;
        next.as_ref().map_or(self.end..self.end, |mark| mark.span.clone())
    }

    /// Where something lacks: right behind the last mark.
    fn gap(&self) -> Range<usize> {
        let end = self.before().end;
        end..end
    }

    /// The last mark that reads `name`.
    fn named(&self, name: &str) -> Option<Range<usize>> {
        let reads = |mark: &&Mark| self.words(&mark.span) == name;
        self.marks.iter().rev().find(reads).map(|mark| mark.span.clone())
    }

    /// The innermost bracket that is open here, by its number among the marks.
    fn open(&self) -> Option<usize> {
        let mut open = Vec::new();
        for (index, mark) in self.marks.iter().enumerate() {
            match mark.kind {
                Kind::Open(_) => open.push(index),
                Kind::Close(_) => drop(open.pop()),
                _ => {}
            }
        }
        open.pop()
    }

    /// What names the group that is open here: its first word, which in our files is `id` or the
    /// like; the bracket of an empty group.
    fn row(&self) -> Range<usize> {
        let Some(open) = self.open() else { return self.before() };
        let first = self.marks.get(open + 1).filter(|mark| mark.kind == Kind::Word);
        first.or(self.marks.get(open)).map_or(self.before(), |mark| mark.span.clone())
    }

    /// The line where the words of `span` stood first in the same group.
    fn first(&self, span: &Range<usize>) -> usize {
        let mut groups: Vec<Option<usize>> = vec![None];
        for mark in self.marks.iter().take_while(|mark| mark.span.start < span.start) {
            match mark.kind {
                Kind::Open(_) => groups.push(None),
                Kind::Close(_) => drop(groups.pop()),
                _ if self.words(&mark.span) == self.words(span) => {
                    if let Some(group) = groups.last_mut() {
                        group.get_or_insert(mark.span.start);
                    }
                }
                _ => {}
            }
        }
        scan::position(self.text, groups.pop().flatten().unwrap_or(span.start)).0
    }

    /// What a type of ours says of a value, or `chrono` of a day.
    fn message(&self, message: &str) -> (Range<usize>, Unread, Option<Mend>) {
        let span = self.before();
        let (what, hint) = if message.starts_with("duplicate key") {
            let key = self.words(&span).trim_matches('"').to_owned();
            let line = self.first(&span).to_string();
            (Unread::DuplicateKey { key, line }, Some(Mend::KeepOne))
        } else if DAYS.contains(&message) {
            (Unread::BadDate, Some(Mend::Day))
        } else {
            (Unread::Other { reason: message.into() }, None)
        };
        (span, what, hint)
    }

    /// Another mark than the one that the type wants.
    fn unexpected(&self, code: &Error) -> Unreadable {
        let fault = |span, what: Unread, hint| at(self.text, span, what, hint);
        let wanted = |span, wanted| at(self.text, span, Stop::Wanted(wanted), None);
        if let Some(open) = self.swallowed() {
            return open;
        }
        match code {
            _ if self.marks.is_empty() && self.next.iter().all(Option::is_none) => {
                fault(0..0, Unread::Empty, None)
            }
            Error::TrailingCharacters => fault(self.after(), Unread::Trailing, None),
            Error::IntegerOutOfBounds => fault(self.before(), Unread::NumberTooBig, None),
            Error::InvalidIntegerDigit { .. } => wanted(self.before(), Wanted::Integer),
            Error::InvalidEscape(_) => {
                let slash = self.text.get(..self.end).and_then(|text| text.rfind('\\'));
                let start = slash.unwrap_or(self.end);
                fault(start..self.end.max(start), Unread::BadEscape, Some(Mend::Backslash))
            }
            Error::ExpectedIdentifier
                if matches!(self.next, [Some(Mark { kind: Kind::Text, .. }), _]) =>
            {
                fault(self.after(), Unread::NoQuotes, None)
            }
            // The reader stopped inside a number: `1.5`, `1x`.
            _ if self.before().end > self.end => wanted(self.before(), Wanted::Integer),
            Error::ExpectedComma => wanted(self.gap(), Wanted::Comma),
            Error::NoSuchExtension(name) => {
                fault(self.before(), Unread::NoExtension { name: name.clone() }, None)
            }
            Error::InvalidValueForType { expected, .. } if Wanted::of(expected).is_some() => {
                wanted(self.before(), Wanted::of(expected).unwrap_or(Wanted::Text))
            }
            Error::ExpectedDifferentStructName { .. } => wanted(self.before(), Wanted::Struct),
            Error::ExpectedString => {
                at(self.text, self.after(), Stop::Wanted(Wanted::Text), self.quoted())
            }
            code => match kind(code) {
                Some(kind) => wanted(self.after(), kind),
                None => fault(self.after(), Unread::Other { reason: code.to_string() }, None),
            },
        }
    }

    /// A number or a word that only lacks its quotes.
    fn quoted(&self) -> Option<Mend> {
        let word = self.next.first()?.as_ref().filter(|mark| mark.kind == Kind::Word)?;
        Some(Mend::Quote { text: self.words(&word.span).into() })
    }

    /// A quote or a list that was left open some lines above and has swallowed what follows.
    fn swallowed(&self) -> Option<Unreadable> {
        let last = self.marks.last()?;
        if last.kind == Kind::Text && self.words(&last.span).contains('\n') {
            let line = self.words(&last.span).lines().next().unwrap_or_default();
            let wide = line.chars().find(|c| shape::full_width(*c) == Some("\""));
            let hint = wide.map_or(Mend::CloseQuote, |found| Mend::HalfWidth {
                found: found.into(),
                ascii: "\"".into(),
            });
            let span = last.span.start..last.span.start + line.len();
            return Some(at(self.text, span, Unread::OpenText, Some(hint)));
        }
        let field = matches!(&self.next, [Some(name), Some(colon)]
            if name.kind == Kind::Word && colon.kind == Kind::Colon);
        let open = self.marks.get(self.open()?)?;
        if field && open.kind == Kind::Open('[') {
            let line = scan::position(self.text, open.span.start).0.to_string();
            let what = Unread::ListOpen { line };
            return Some(at(self.text, self.after(), what, Some(Mend::CloseList)));
        }
        None
    }
}

/// What `chrono` says of a text that is no day.
const DAYS: [&str; 5] = [
    "input is out of range",
    "no possible date and time matching input",
    "input contains invalid characters",
    "premature end of input",
    "trailing input",
];

fn kind(code: &Error) -> Option<Wanted> {
    Some(match code {
        Error::ExpectedArray => Wanted::List,
        Error::ExpectedArrayEnd => Wanted::ListEnd,
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd => Wanted::Attribute,
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
        Error::ExpectedUnit => Wanted::Unit,
        _ => return None,
    })
}

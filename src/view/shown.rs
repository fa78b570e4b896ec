//! Text that may reach a terminal: the only text the pen takes.
//!
//! Whatever a file, a paste or a guest brings, nothing in a `Shown` can move the cursor, turn the
//! reading direction, hide, or cling to what stands beside it: such characters become marks that a
//! person can see, `<202E>`. This file must never lose or reorder a visible character.

use std::borrow::Cow;
use std::fmt;

use super::cluster::sure;
use super::printable::{clings, is_printable, joins};
use crate::plan::plain::mark;

/// Text without control, direction and invisible characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown<'a>(Cow<'a, str>);

impl<'a> Shown<'a> {
    /// One line of text made safe. Clean text is borrowed, so this costs one look at each byte.
    /// A line feed becomes a mark too: text of several paragraphs goes through [`Shown::lines`].
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.bytes().all(|byte| matches!(byte, 0x20..=0x7e)) || !has_hidden(&text) {
            return Self(text);
        }
        Self(Cow::Owned(with_marks(&text)))
    }

    /// Text of several paragraphs: one `Shown` for each, split at LF, CR LF.
    pub fn lines(text: &'a str) -> impl Iterator<Item = Self> {
        text.lines().map(Self::new)
    }

    /// The safe text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A part of this text. A part of safe text is safe; `range` must lie on cluster boundaries.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Shown<'_> {
        Shown(Cow::Borrowed(self.0.get(range).unwrap_or_default()))
    }

    /// This text, free of what it was borrowed from.
    pub fn into_owned(self) -> Shown<'static> {
        Shown(Cow::Owned(self.0.into_owned()))
    }

    /// Two safe texts, one after the other. (`then` may start with a mark of its own base, so the
    /// border between them is looked at again.)
    #[must_use]
    pub fn then(self, then: &Shown<'_>) -> Shown<'static> {
        Shown::new(self.0.into_owned() + &then.0)
    }
}

impl<'a> From<&'a str> for Shown<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(text)
    }
}

impl<'a> From<&'a String> for Shown<'a> {
    fn from(text: &'a String) -> Self {
        Self::new(text.as_str())
    }
}

impl From<String> for Shown<'_> {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl<'a> From<&'a Shown<'_>> for Shown<'a> {
    fn from(shown: &'a Shown<'_>) -> Self {
        Self(Cow::Borrowed(&shown.0))
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whole text for a terminal, line by line: a mark of bytes at its beginning goes and so do ends of
/// pages, tabs and line ends of either sort stay what they are.
pub fn page(text: &str) -> Cow<'_, str> {
    let clean = |c: char| matches!(c, ' '..='~' | '\n');
    if text.chars().all(clean) {
        return Cow::Borrowed(text);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut page = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches(['\r', '\n']).trim_start_matches('\u{c}');
        for (nth, cell) in words.split('\t').enumerate() {
            page.push_str(if nth > 0 { "\t" } else { "" });
            page.push_str(Shown::new(cell).as_str());
        }
        page.push_str(if line.ends_with('\n') { "\n" } else { "" });
    }
    Cow::Owned(page)
}

/// How many characters may cling to one: no script needs more, and a tower of accents covers the lines
/// around it.
const CLINGING: usize = 8;

/// What stands before a character: its base, absent at the start and behind a mark, and how many
/// already cling to it.
#[derive(Default)]
struct Before {
    base: Option<char>,
    clinging: usize,
}

impl Before {
    /// Whether `c` may follow as it is.
    fn takes(&mut self, c: char) -> bool {
        if sure(c).is_some() {
            *self = Self { base: Some(c), clinging: 0 };
            return true;
        }
        let clinging = if clings(c) { self.clinging + 1 } else { 0 };
        let stands = clinging == 0 || clinging <= CLINGING && self.bears(c);
        let taken = stands && is_printable(c);
        *self = if taken { Self { base: Some(c), clinging } } else { Self::default() };
        taken
    }

    /// Whether the base is one on which `c` is drawn.
    fn bears(&self, c: char) -> bool {
        match self.base {
            None => false,
            Some(base) if is_variant(c) => !(base.is_ascii() || is_variant(base)),
            Some(base) => joins(base, c),
        }
    }
}

/// A selector of a glyph's form; names of people use them.
fn is_variant(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn has_hidden(text: &str) -> bool {
    let mut before = Before::default();
    text.chars().any(|c| !before.takes(c))
}

fn with_marks(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    let mut before = Before::default();
    for c in text.chars() {
        if before.takes(c) {
            safe.push(c);
        } else {
            safe.push_str(&mark(c));
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation as _;
    use unicode_width::UnicodeWidthStr as _;

    use super::*;

    fn shown(text: &str) -> String {
        Shown::new(text).as_str().to_owned()
    }

    #[test]
    fn clean_text_is_borrowed_and_unchanged() {
        for text in
            ["", "plan 1.4", "议定：请区发改局牵头，10月底前。", "“六个龙江” —— ①…", "é e\u{301}"]
        {
            let shown = Shown::new(text);
            assert_eq!(shown.as_str(), text);
            assert!(matches!(shown.0, Cow::Borrowed(_)), "{text} was copied");
        }
    }

    #[test]
    fn what_steers_or_hides_becomes_a_mark() {
        for (text, want) in [
            ("a\x1b[2Jb", "a<001B>[2Jb"),
            ("甲\u{202e}乙", "甲<202E>乙"),
            ("甲\u{200b}乙\u{feff}", "甲<200B>乙<FEFF>"),
            ("\u{9b}31m", "<009B>31m"),
            ("a\u{e0041}", "a<E0041>"),
            ("一\n二\t三", "一<000A>二<0009>三"),
            ("\u{301}a", "<0301>a"),
            ("葛\u{e0100}\u{e0101}", "葛\u{e0100}<E0101>"),
            ("a\u{fe0f}", "a<FE0F>"),
            ("甲\u{e000}乙\u{f8ff}", "甲<E000>乙<F8FF>"),
            ("a\u{378}\u{1fffe}", "a<0378><1FFFE>"),
            ("\u{903}", "<0903>"),
            ("\u{1f3fb}", "<1F3FB>"),
            ("一\u{600}1", "一<0600>1"),
        ] {
            assert_eq!(shown(text), want, "{text:?}");
        }
    }

    #[test]
    fn no_scalar_of_unicode_slips_through() {
        for c in '\0'..=char::MAX {
            for text in [c.to_string(), format!("甲{c}乙"), format!("a{c}")] {
                let safe = shown(&text);
                assert!(safe.chars().all(is_printable), "U+{:04X} in {text:?}", u32::from(c));
                assert!(!safe.starts_with(clings), "U+{:04X} in {text:?}", u32::from(c));
                let hidden = safe.graphemes(true).find(|cluster| cluster.width() == 0);
                assert_eq!(hidden, None, "U+{:04X} in {text:?}", u32::from(c));
            }
        }
    }

    #[test]
    fn a_page_keeps_its_lines_and_loses_what_steers() {
        for (text, seen) in [
            ("一\n\n二", "一\n\n二"),
            ("\u{feff}a,b\r\n\"=1\u{1b}[2J\",\u{e000}\r\n", "a,b\n\"=1<001B>[2J\",<E000>\n"),
            ("a\tb\u{9b}\n\u{301}c\n", "a\tb<009B>\n<0301>c\n"),
            ("a\rb\n", "a<000D>b\n"),
            ("", ""),
        ] {
            assert_eq!(page(text), seen, "{text:?}");
        }
    }

    #[test]
    fn a_tower_of_accents_ends() {
        let safe = shown(&("a".to_owned() + &"\u{301}".repeat(30)));
        assert_eq!(safe.matches('\u{301}').count(), CLINGING);
        assert_eq!(safe.matches("<0301>").count(), 30 - CLINGING);
    }

    #[test]
    fn making_safe_twice_changes_nothing() {
        for text in ["甲\u{202e}\u{301}乙", "\u{fe0f}\u{fe0f}", "a\u{e0100}\u{300}"] {
            let once = shown(text);
            assert_eq!(shown(&once), once, "{text:?}");
        }
    }

    #[test]
    fn paragraphs_are_told_apart() {
        let lines: Vec<_> = Shown::lines("一\r\n二\n\n三\r").map(|line| line.to_string()).collect();
        assert_eq!(lines, ["一", "二", "", "三<000D>"]);
    }
}

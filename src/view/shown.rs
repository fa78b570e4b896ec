//! Text that may reach a terminal: the only text the pen takes.
//!
//! Whatever a file, a paste or a guest brings, nothing in a `Shown` can move the cursor, turn the
//! reading direction or hide: such characters become marks that a person can see, `<202E>`. This
//! file must never lose or reorder a visible character.

use std::borrow::Cow;
use std::fmt;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

use super::cluster::sure;
use crate::plan::plain::{is_hidden, mark};

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

/// Selectors of a glyph's form (names of people use them) and accents: only after a base.
fn needs_base(c: char) -> bool {
    is_variant(c) || c.width() == Some(0)
}

fn is_variant(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether `c` may follow `base` as it is. `base` is absent at the start and after a mark.
fn may_follow(base: Option<char>, c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_control();
    }
    if sure(c).is_some() {
        return true;
    }
    let stands = match base {
        _ if !needs_base(c) => true,
        None => false,
        Some(base) if is_variant(c) => !(base.is_ascii() || is_variant(base)),
        Some(base) => joins(base, c),
    };
    stands && !is_hidden(c)
}

/// Whether `c`, which takes no room of its own, is shown on top of `base`.
fn joins(base: char, c: char) -> bool {
    String::from_iter([base, c]).graphemes(true).count() == 1
}

fn has_hidden(text: &str) -> bool {
    let mut base = None;
    text.chars().any(|c| !may_follow(base.replace(c), c))
}

fn with_marks(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    let mut base = None;
    for c in text.chars() {
        if may_follow(base, c) {
            safe.push(c);
            base = Some(c);
        } else {
            safe.push_str(&mark(c));
            base = None;
        }
    }
    safe
}

#[cfg(test)]
mod tests {
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
        ] {
            assert_eq!(shown(text), want, "{text:?}");
        }
    }

    #[test]
    fn no_scalar_of_unicode_slips_through() {
        for c in '\0'..=char::MAX {
            for text in [c.to_string(), format!("甲{c}乙"), format!("a{c}")] {
                let safe = shown(&text);
                assert!(!safe.chars().any(is_hidden), "U+{:04X} in {text:?}", u32::from(c));
                assert!(!safe.chars().any(char::is_control), "U+{:04X}", u32::from(c));
                let hidden = safe.graphemes(true).find(|cluster| cluster.width() == 0);
                assert_eq!(hidden, None, "U+{:04X} in {text:?}", u32::from(c));
            }
        }
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

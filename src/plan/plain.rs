//! Characters that a person cannot see, and which therefore may not stand in a plan as they are.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Characters that move the cursor, turn the direction or take no room at all: C0, C1, and
/// Unicode's default-ignorable ones with its line separators, in order.
const HIDDEN: [(char, char); 21] = [
    ('\0', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'), // blank "letters" of Hangul, as are 3164 and FFA0
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fdd0}', '\u{fdef}'), // not characters
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{fffe}', '\u{ffff}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e00ff}'), // tags
    ('\u{e01f0}', '\u{e0fff}'),
];

/// Whether a character steers or hides: it must never reach a terminal as it is.
pub fn is_hidden(c: char) -> bool {
    let after = HIDDEN.partition_point(|&(first, _)| first <= c);
    HIDDEN[..after].last().is_some_and(|&(_, last)| c <= last)
}

/// The text with every hidden character as a mark that a person can see: `<202E>`.
pub fn marked(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hidden(c) {
            safe.push_str(&mark(c));
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// The mark of one hidden character: `<202E>`.
pub fn mark(c: char) -> String {
    let mut text = String::with_capacity(8);
    let _ = write!(text, "<{:04X}>", u32::from(c)); // a String takes everything
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        let ends: Vec<char> = HIDDEN.iter().flat_map(|&(first, last)| [first, last]).collect();
        assert!(ends.is_sorted());
    }

    #[test]
    fn hidden_characters_become_marks() {
        assert_eq!(marked("甲\u{202e}乙\u{1b}[2J"), "甲<202E>乙<001B>[2J");
        assert!(matches!(marked("葛\u{e0100}城 “——”"), Cow::Borrowed(_)));
    }
}

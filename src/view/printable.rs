//! Which characters a terminal may be given, and which of them only together with the one before.
//!
//! An allow-list: what Unicode calls a letter, a mark, a number, punctuation, a symbol or a space.
//! What steers, hides, is private or is no character yet is never on it, whatever a newer terminal
//! would make of it.

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

use super::cluster::sure;
use crate::plan::plain::is_hidden;

/// Whether a person sees `c`, and everybody the same.
pub fn is_printable(c: char) -> bool {
    use GeneralCategory as Is;
    if sure(c).is_some() {
        return true;
    }
    if is_hidden(c) {
        return false;
    }
    match get_general_category(c) {
        Is::Control
        | Is::Format
        | Is::Surrogate
        | Is::LineSeparator
        | Is::ParagraphSeparator
        | Is::PrivateUse => false,
        Is::Unassigned => is_kept_for_han(c),
        _ => true,
    }
}

/// The planes in which Unicode puts Han and nothing else, so that a name is legible with a character
/// that is younger than our tables.
fn is_kept_for_han(c: char) -> bool {
    matches!(c, '\u{20000}'..='\u{2fffd}' | '\u{30000}'..='\u{3fffd}')
}

/// Whether `c` is drawn upon whatever stands before it: an accent, the form of a glyph, a vowel sign,
/// the colour of a skin.
pub fn clings(c: char) -> bool {
    use GeneralCategory as Is;
    if sure(c).is_some() {
        return false;
    }
    let may = matches!(
        get_general_category(c),
        Is::NonspacingMark
            | Is::EnclosingMark
            | Is::SpacingMark
            | Is::ModifierLetter
            | Is::ModifierSymbol
    );
    c.width() == Some(0) || may && joins('a', c)
}

/// Whether the two are one character to a person.
pub(super) fn joins(base: char, c: char) -> bool {
    let mut bytes = [0; 8];
    let first = base.encode_utf8(&mut bytes).len();
    let both = first + c.encode_utf8(&mut bytes[first..]).len();
    let both = std::str::from_utf8(&bytes[..both]).unwrap_or_default();
    both.graphemes(true).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_may_be_shown() {
        for text in ["plan 1.4 “六个龙江” ①—…·℃½", "葛\u{e0100}城 é e\u{301}", "𠮷𰻝 か\u{3099} 👍🏻"]
        {
            assert_eq!(text.chars().find(|c| !is_printable(*c)), None, "{text}");
        }
        // No character yet, but Han if ever.
        assert!(is_printable('\u{2fa20}') && is_printable('\u{3fffd}'));
    }

    #[test]
    fn what_steers_hides_or_is_nobodys_may_not() {
        for c in [
            '\0',
            '\x1b',
            '\x7f',
            '\u{9b}',
            '\u{ad}',
            '\u{600}',
            '\u{200d}',
            '\u{202e}',
            '\u{2067}',
            '\u{e000}',
            '\u{fdd0}',
            '\u{feff}',
            '\u{378}',
            '\u{2fffe}',
            '\u{3ffff}',
            '\u{1ffff}',
            '\u{40000}',
            '\u{e0041}',
            '\u{f0000}',
            '\u{10ffff}',
        ] {
            assert!(!is_printable(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn what_clings_is_known() {
        for (c, does) in [
            ('a', false),
            ('中', false),
            ('“', false),
            ('々', false),
            ('^', false),
            ('\u{301}', true),
            ('\u{fe0f}', true),
            ('\u{903}', true),
            ('\u{102c}', false),
            ('\u{1160}', true),
            ('\u{ff9e}', true),
            ('\u{1f3fb}', true),
        ] {
            assert_eq!(clings(c), does, "U+{:04X}", u32::from(c));
        }
    }
}

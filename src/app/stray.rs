//! A character on its own where no field is open and no command has it: the beginning of a text, or a
//! slip of the hand.
//!
//! A mark means the same in either width. Those with which a line begins (`@3`, `#14`, `《…》`) begin one;
//! those that only part or close are no beginning: nothing is written for them, and it is said.

use super::key::twin;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stray {
    /// A text begins.
    Text,
    /// No text begins so.
    Slip,
    /// A letter of a keyboard whose input method is off: it is no command here.
    Letter,
}

/// Marks that part, close or join what stands before them.
const INSIDE: &str = ",./;:?!)]}|-_~%&*^\\`…—–·、";

/// What a character on its own is.
pub(super) fn stray(c: char) -> Stray {
    if c.is_ascii_alphanumeric() || c == ' ' {
        Stray::Letter
    } else if INSIDE.contains(twin(c)) {
        Stray::Slip
    } else {
        Stray::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_the_same_in_either_width() {
        for (marks, want) in [
            ("，,。.；;：:！!？?）)】]－-／/、…—·", Stray::Slip),
            ("＠@＃#＋+＝=《<》>（(“\"￥$定ｗ①", Stray::Text),
            ("w1 ", Stray::Letter),
        ] {
            for mark in marks.chars() {
                assert_eq!(stray(mark), want, "{mark}");
            }
        }
    }
}

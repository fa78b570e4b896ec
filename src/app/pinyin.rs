//! Letters that stand for Han: wjj, weijianju and weijj for 卫健局.
//!
//! Heteronyms match either way. The tables are made once and lent out; this file must never rank.

use std::fmt;
use std::ops::Range;

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::{PinyinData, PinyinNotation};

use super::key::twin;

/// The tables of syllables, about 12 KB. Made once for a session.
#[derive(Clone)]
pub struct Pinyin(PinyinData);

/// What somebody typed, ready to be tried on many names.
pub struct Letters<'a> {
    whole: IbMatcher<'a>,
    begins: IbMatcher<'a>,
    anywhere: IbMatcher<'a>,
}

/// The tables say nothing to a reader.
impl fmt::Debug for Pinyin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pinyin")
    }
}

impl Default for Pinyin {
    fn default() -> Self {
        Self(PinyinData::new(notations()))
    }
}

fn notations() -> PinyinNotation {
    PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter
}

impl Pinyin {
    /// A query of one word: letters and digits of either case and width, or Han. None for anything
    /// else, for nothing at all, and for what is longer than any name.
    pub fn letters(&self, typed: &str) -> Option<Letters<'_>> {
        let plain = |c: char| c.is_ascii_alphanumeric() || is_han(c);
        // Folding the case of other scripts changes lengths, which the matcher does not expect.
        let typed: String = typed.chars().map(narrow).collect();
        let fits = (1..=LONGEST).contains(&typed.len()) && typed.chars().all(plain);
        // Only small letters match pinyin, whatever the state of Caps Lock.
        let typed = fits.then(|| typed.to_ascii_lowercase())?;
        let config = || PinyinMatchConfig::builder(notations()).data(&self.0).build();
        let matcher = || IbMatcher::builder(typed.as_str()).pinyin(config());
        Some(Letters {
            whole: matcher().starts_with(true).ends_with(true).build(),
            begins: matcher().starts_with(true).is_pattern_partial(true).build(),
            anywhere: matcher().is_pattern_partial(true).build(),
        })
    }
}

/// A letter or digit as it is written in half the width: ｗｊｊ is wjj, in whatever state an input
/// method is.
fn narrow(c: char) -> char {
    Some(twin(c)).filter(char::is_ascii_alphanumeric).unwrap_or(c)
}

/// Whether a word is written in letters, and so stands for Han.
pub fn is_in_letters(word: &str) -> bool {
    word.chars().all(|c| narrow(c).is_ascii())
}

/// In bytes.
const LONGEST: usize = 60;

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

impl Letters<'_> {
    /// Whether they stand for all of a name.
    pub fn is_whole(&self, name: &str) -> bool {
        !name.is_empty() && self.whole.is_match(name)
    }

    /// Whether they stand for its beginning.
    pub fn begins(&self, name: &str) -> bool {
        !name.is_empty() && self.begins.is_match(name)
    }

    /// The bytes of a text that they first stand for.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let found = self.anywhere.find(text).filter(|_| !text.is_empty())?;
        Some(found.start()..found.end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_stand_for_han() {
        let pinyin = Pinyin::default();
        let says = |typed: &str, name: &str| {
            let letters = pinyin.letters(typed).unwrap();
            (letters.is_whole(name), letters.begins(name), letters.find(name).is_some())
        };
        for (typed, name, want) in [
            ("wjj", "卫健局", (true, true, true)),
            ("WJJ", "卫健局", (true, true, true)),
            ("ｗｊｊ", "卫健局", (true, true, true)),
            ("ＷｅｉJJ", "卫健局", (true, true, true)),
            ("weijianju", "卫健局", (true, true, true)),
            ("weijj", "卫健局", (true, true, true)),
            ("wj", "卫健局", (false, true, true)),
            ("weij", "卫健局", (false, true, true)),
            ("jj", "卫健局", (false, false, true)),
            ("卫健", "卫健局", (false, true, true)),
            ("xbq", "行北区", (true, true, true)),
            ("hbq", "行北区", (true, true, true)),
            ("tcj", "卫健局", (false, false, false)),
        ] {
            assert_eq!(says(typed, name), want, "{typed}");
        }
        assert_eq!(pinyin.letters("zsyz").unwrap().find("抓好招商引资工作"), Some(6..18));
        for typed in ["", "a b", "é", "ſ", "İ", "！", &"w".repeat(61)] {
            assert!(pinyin.letters(typed).is_none(), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_tried(typed in r"\PC{0,12}|[a-zA-Z0-9]{1,12}|[卫健局行]{1,4}", name in r"\PC{0,12}|[卫健局行a-z]{0,9}") {
            let pinyin = Pinyin::default();
            if let Some(letters) = pinyin.letters(&typed) {
                prop_assert!(!letters.is_whole(&name) || letters.begins(&name));
                if let Some(range) = letters.find(&name) {
                    prop_assert!(name.get(range).is_some());
                }
            }
        }
    }
}

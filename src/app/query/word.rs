//! A word that is looked for: as letters that may stand for Han, or to the letter, in either script.

use std::ops::Range;

use crate::app::key::twin;
use crate::app::pinyin::{Letters, Pinyin};
use crate::app::script::simplified;

/// One word that is looked for.
pub struct Word<'a> {
    text: String,
    letters: Option<Box<Letters<'a>>>,
}

impl<'a> Word<'a> {
    /// A word as it was typed. One with marks in it is found as it stands, letters in either case.
    pub fn new(typed: &str, pinyin: &'a Pinyin) -> Self {
        let folded = simplified(typed);
        let typed = folded.as_deref().unwrap_or(typed);
        let letters = pinyin.letters(typed).or_else(|| {
            let plain: String = typed.chars().map(twin).collect();
            pinyin.letters(&plain)
        });
        Self { text: typed.to_ascii_lowercase(), letters: letters.map(Box::new) }
    }

    /// What was typed, in small letters.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of a text that it stands for first. Han are found in the other script too.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        self.find_as_it_stands(text).or_else(|| {
            let folded = self.fold(text)?;
            let found = self.find_as_it_stands(&folded)?;
            let before = folded[..found.start].chars().count();
            let after = before + folded[found].chars().count();
            let byte = |nth: usize| text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at);
            Some(byte(before)..byte(after))
        })
    }

    /// The text in the script of the word, where Han are looked for and it is written in the other.
    fn fold(&self, text: &str) -> Option<String> {
        (!self.text.is_ascii()).then(|| simplified(text))?
    }

    fn find_as_it_stands(&self, text: &str) -> Option<Range<usize>> {
        if text.is_empty() {
            return None;
        }
        if let Some(letters) = &self.letters {
            return letters.find(text);
        }
        // Small letters are as long as capitals in ASCII, so the bytes are those of the text.
        let at = text.to_ascii_lowercase().find(&self.text)?;
        Some(at..at + self.text.len())
    }

    /// Whether a name begins so.
    pub fn begins(&self, name: &str) -> bool {
        self.begins_as_it_stands(name)
            || self.fold(name).is_some_and(|folded| self.begins_as_it_stands(&folded))
    }

    fn begins_as_it_stands(&self, name: &str) -> bool {
        match &self.letters {
            Some(letters) => letters.begins(name),
            None => name.to_ascii_lowercase().starts_with(&self.text),
        }
    }

    /// Whether a name is called so: it begins so, or holds the Han that were typed.
    pub fn calls(&self, name: &str) -> bool {
        self.begins(name) || !self.text.is_ascii() && self.find(name).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_are_found_in_either_script() {
        let pinyin = Pinyin::default();
        for typed in ["临空经济", "臨空經濟", "lkjj"] {
            let word = Word::new(typed, &pinyin);
            for text in ["抓好临空经济区", "抓好臨空經濟區"] {
                assert_eq!(word.find(text), Some(6..18), "{typed} in {text}");
                assert!(!word.begins(text) && word.begins(&text[6..]), "{typed} begins {text}");
                assert!(word.calls(&text[6..]));
            }
            assert_eq!(word.find("临空办"), None);
        }
    }

    /// Characters of four bytes beside those of three.
    #[test]
    fn what_is_found_lies_on_characters() {
        let pinyin = Pinyin::default();
        let text = "𠮷臨空";
        assert_eq!(Word::new("临空", &pinyin).find(text), Some(4..10));
    }
}

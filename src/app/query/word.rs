//! A word that is looked for: as letters that may stand for Han, or to the letter.

use std::ops::Range;

use crate::app::key::twin;
use crate::app::pinyin::{Letters, Pinyin};

/// One word that is looked for.
pub struct Word<'a> {
    text: String,
    letters: Option<Box<Letters<'a>>>,
}

impl<'a> Word<'a> {
    /// A word as it was typed. One with marks in it is found as it stands, letters in either case.
    pub fn new(typed: &str, pinyin: &'a Pinyin) -> Self {
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

    /// The bytes of a text that it stands for first.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
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

//! Lists of words, found by the character that they begin or end with: no text is ever compared
//! with a whole list.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Words in one string, with spaces between them.
pub(crate) struct Lexicon {
    words: &'static str,
    index: OnceLock<Index>,
}

/// The words by their first and by their last character.
struct Index {
    first: HashMap<char, Vec<&'static str>>,
    last: HashMap<char, Vec<&'static str>>,
}

impl Lexicon {
    /// The words of a string.
    pub(crate) const fn of(words: &'static str) -> Self {
        Self { words, index: OnceLock::new() }
    }

    /// The longest word that a text begins with.
    pub(crate) fn opening(&self, text: &str) -> Option<&'static str> {
        let words = self.index().first.get(&text.chars().next()?)?;
        words.iter().copied().filter(|word| text.starts_with(word)).max_by_key(|word| word.len())
    }

    /// The longest word that a text ends with.
    pub(crate) fn closing(&self, text: &str) -> Option<&'static str> {
        let words = self.index().last.get(&text.chars().next_back()?)?;
        words.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
    }

    /// Whether a text is one of the words.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.opening(text).is_some_and(|word| word == text)
    }

    /// Whether one of the words stands anywhere in a text.
    pub(crate) fn within(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The first of the words in a text, and where it stands.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        text.char_indices().find_map(|(at, _)| Some((at, self.opening(&text[at..])?)))
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index { first: HashMap::new(), last: HashMap::new() };
            for word in self.words.split_whitespace() {
                for (words, c) in [
                    (&mut index.first, word.chars().next()),
                    (&mut index.last, word.chars().next_back()),
                ] {
                    words.entry(c.unwrap_or_default()).or_default().push(word);
                }
            }
            index
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: Lexicon = Lexicon::of("达 达到 提高到");

    #[test]
    fn the_longest_word_is_found() {
        assert_eq!(WORDS.opening("达到5%"), Some("达到"));
        assert_eq!(WORDS.opening("到达"), None);
        assert_eq!(WORDS.closing("覆盖率达到"), Some("达到"));
        assert_eq!(WORDS.closing(""), None);
        assert!(WORDS.has("达") && !WORDS.has("达成"));
        assert_eq!(WORDS.find("率达5%"), Some(("率".len(), "达")));
    }
}

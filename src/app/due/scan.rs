//! Reads a due word from its beginning, character by character, in either width.
//!
//! A reader that does not fit leaves no trace: every parser works on a copy. This file must never
//! know a date.

use crate::app::key::twin;

/// What is left of a text.
#[derive(Clone, Copy)]
pub(in crate::app) struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    pub(in crate::app) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// How many bytes of a text have been read when `self` began with it.
    pub(in crate::app) fn read_of(self, text: &str) -> usize {
        text.len().saturating_sub(self.rest.len())
    }

    pub(in crate::app) fn rest(self) -> &'a str {
        self.rest
    }

    /// Reads a word if it stands next.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Reads the first of the words that stands next: the longer ones come first in the list.
    pub(super) fn any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Reads one of the words and says what it stands for.
    pub(super) fn one_of<T: Copy>(&mut self, words: &[(&str, T)]) -> Option<T> {
        words.iter().find(|(word, _)| self.eat(word)).map(|(_, meaning)| *meaning)
    }

    /// A character that stands next, in its ASCII form.
    fn peek(self) -> Option<char> {
        self.rest.chars().next().map(twin)
    }

    fn skip(&mut self) {
        let mut chars = self.rest.chars();
        chars.next();
        self.rest = chars.as_str();
    }

    /// Reads one mark of a set, in either width.
    pub(in crate::app) fn mark(&mut self, marks: &str) -> bool {
        let fits = self.peek().is_some_and(|c| marks.contains(c));
        if fits {
            self.skip();
        }
        fits
    }

    /// Reads spaces of either width; whether there were any.
    pub(in crate::app) fn spaces(&mut self) -> bool {
        let rest = self.rest.trim_start_matches([' ', '\u{3000}']);
        let found = rest.len() < self.rest.len();
        self.rest = rest;
        found
    }

    /// Reads a run of ASCII letters, one English word in whatever case, and the blanks before it.
    pub(in crate::app) fn alphabetic(&mut self) -> Option<&'a str> {
        let mut next = *self;
        next.spaces();
        let letters = next.rest.find(|c: char| !c.is_ascii_alphabetic());
        let (word, rest) = next.rest.split_at(letters.unwrap_or(next.rest.len()));
        (!word.is_empty()).then(|| self.rest = rest)?;
        Some(word)
    }

    /// Reads English words with blanks before each.
    pub(in crate::app) fn words(&mut self, words: &[&str]) -> bool {
        let mut next = *self;
        let read = words.iter().all(|word| next.name(word));
        if read {
            *self = next;
        }
        read
    }

    /// Reads one of several sayings, word by word; the longer ones come first in the list.
    pub(in crate::app) fn saying(&mut self, sayings: &[&[&str]]) -> bool {
        sayings.iter().any(|words| self.words(words))
    }

    /// Reads an ASCII name in whatever case that ends where a word does, and the blanks before it.
    pub(in crate::app) fn name(&mut self, name: &str) -> bool {
        let mut next = *self;
        next.spaces();
        let (own, rest) = next.rest.split_at_checked(name.len()).unwrap_or_default();
        next.rest = rest;
        let fits = !name.is_empty() && own.eq_ignore_ascii_case(name) && next.ends_word();
        if fits {
            *self = next;
        }
        fits
    }

    /// Whether no letter or digit of an English word follows.
    pub(in crate::app) fn ends_word(self) -> bool {
        !self.rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// Between the parts of a date: `-` `.` `/`, and what an input method makes of them.
    pub(super) fn dash(&mut self) -> bool {
        // 。 is the twin of `.`, 、 of `/`; — and – come from papers.
        self.mark("-./—–")
    }

    /// Reads a run of digits: the number, and how many there were. At most nine.
    pub(super) fn digits(&mut self) -> Option<(u32, usize)> {
        let (mut number, mut count) = (0_u32, 0);
        let mut next = *self;
        while let Some(digit) = next.peek().and_then(|c| c.to_digit(10)) {
            if count == 9 {
                return None;
            }
            number = number * 10 + digit;
            count += 1;
            next.skip();
        }
        if count > 0 {
            *self = next;
        }
        (count > 0).then_some((number, count))
    }

    /// Reads a number up to 99, in digits or in Han: 31, ３１, 三十一, 廿.
    pub(super) fn count(&mut self) -> Option<u32> {
        if let Some((number, digits)) = self.digits() {
            return (digits <= 3).then_some(number);
        }
        let tens = match self.han_digit() {
            Some(digit) if self.eat("十") => digit,
            Some(digit) => return Some(digit),
            None if self.eat("十") => 1,
            None if self.eat("廿") => 2,
            None if self.eat("卅") => 3,
            None => return None,
        };
        Some(tens * 10 + self.han_digit().unwrap_or(0))
    }

    fn han_digit(&mut self) -> Option<u32> {
        self.one_of(&[
            ("一", 1),
            ("二", 2),
            ("两", 2),
            ("三", 3),
            ("四", 4),
            ("五", 5),
            ("六", 6),
            ("七", 7),
            ("八", 8),
            ("九", 9),
        ])
    }
}

//! Texts that name keys, with the keys of whoever reads them in the places of ours.

use super::Keymap;
use crate::app::command::command_with;
use crate::app::key::Key;
use crate::words::{Do, Lang, Says};

impl Keymap {
    /// A text with the keys that this person has at the desk in the places of ours. A command that has
    /// none is named behind the key of the palette.
    pub fn say(&self, what: &(impl Says + ?Sized), lang: Lang) -> String {
        what.by(lang, &|text| self.said(text, &|key| self.at_the_desk(key, lang)))
    }

    /// The same for a screen that has no palette, and where each key does what the program knows it by.
    pub fn say_elsewhere(&self, what: &impl Says, lang: Lang) -> String {
        let own =
            |key| self.on(key).into_iter().find(|own| own.passes()).map(|own| own.to_string());
        what.by(lang, &|text| self.said(text, &own))
    }

    /// A text of ours with other words in the places of keys.
    pub(super) fn said(&self, text: &str, instead: &dyn Fn(Key) -> Option<String>) -> String {
        if self.own.is_empty() {
            return text.to_owned();
        }
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            // `F2` in `PDF2` is no key.
            let begins = !said.ends_with(|c: char| c.is_ascii_alphanumeric());
            let shown = shown_at(rest).filter(|_| begins).or_else(|| mark_at(&said, rest));
            let length = shown.map_or(first.len_utf8(), |(_, length)| length);
            let (this, after) = rest.split_at(length);
            match shown.and_then(|(key, _)| instead(key)) {
                Some(own) => said.push_str(&own),
                None => said.push_str(this),
            }
            rest = after;
        }
        said
    }

    /// What a person presses at the desk instead of a key whose command has others now, or none.
    pub(super) fn at_the_desk(&self, key: Key, lang: Lang) -> Option<String> {
        let command = command_with(key)?;
        let own = self.own_of(command.what)?;
        if let Some(own) = own.iter().find(|own| own.passes()) {
            return Some(own.to_string());
        }
        let palette = self.first(Do::Palette)?;
        Some(format!("{palette} {}", command.what.text(lang)))
    }
}

/// The key that a text names here, as people write it, and the bytes that it takes.
fn shown_at(text: &str) -> Option<(Key, usize)> {
    if let Some(digits) = text.strip_prefix('F') {
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let number = digits.get(..length)?.parse().ok()?;
        return Some((Key::F(number), length + 1));
    }
    let letter = text.strip_prefix('^')?.chars().next()?;
    letter.is_ascii_uppercase().then(|| (Key::Ctrl(letter.to_ascii_lowercase()), 2))
}

/// A printed mark that a text begins with, and that is a key: `/ finds`. In running text it is none.
fn mark_at(before: &str, text: &str) -> Option<(Key, usize)> {
    let mark = text.chars().next().filter(char::is_ascii_punctuation)?;
    let alone = before.is_empty() && text[mark.len_utf8()..].starts_with(' ');
    let key = Key::Char(mark);
    (alone && command_with(key).is_some()).then_some((key, mark.len_utf8()))
}

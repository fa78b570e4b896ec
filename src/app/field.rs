//! One line of text being typed: a field of a form, the search box, the line of the meeting.
//!
//! Plain and readline-like, by grapheme, without modes and without chords: every printable key types
//! itself.

use tui_input::{Input, InputRequest};

use super::key::Key;

/// The most characters that a field takes; a decision of 300 is long, a paste of 10 MB is a slip.
pub const LIMIT: usize = 4_000;

/// A line of text and where the next character goes.
#[derive(Clone, Debug, Default)]
pub struct Field(Input);

impl Field {
    /// A field with text, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Self(Input::new(text.to_owned()))
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.0.value().is_empty()
    }

    /// The cursor as a byte offset of the text.
    pub fn cursor(&self) -> usize {
        let text = self.0.value();
        text.char_indices().nth(self.0.cursor()).map_or(text.len(), |(byte, _)| byte)
    }

    /// Takes the text out and leaves the field empty.
    pub fn take(&mut self) -> String {
        self.0.value_and_reset()
    }

    /// Types text at the cursor: line breaks become spaces, what does not fit is left out.
    /// Returns how many characters were left out.
    pub fn insert(&mut self, text: &str) -> usize {
        let room = LIMIT.saturating_sub(self.0.value().chars().count());
        let mut typed = 0;
        let mut added = String::new();
        for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
            typed += 1;
            if typed <= room {
                added.push(c);
            }
        }
        let at = self.cursor();
        let mut whole = self.0.value().to_owned();
        whole.insert_str(at, &added);
        let cursor = self.0.cursor() + added.chars().count();
        self.0 = Input::new(whole).with_cursor(cursor);
        typed.saturating_sub(room)
    }

    /// Takes an editing key; false when the key means nothing to a field.
    pub fn key(&mut self, key: Key) -> bool {
        match key {
            Key::Char(c) => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                true
            }
            Key::Left => self.edit(InputRequest::GoToPrevChar),
            Key::Right => self.edit(InputRequest::GoToNextChar),
            Key::Backspace => self.edit(InputRequest::DeletePrevChar),
            Key::Delete => self.edit(InputRequest::DeleteNextChar),
            Key::Home => self.edit(InputRequest::GoToStart),
            Key::End | Key::Ctrl('e') => self.edit(InputRequest::GoToEnd),
            Key::Ctrl('w') => self.edit(InputRequest::DeletePrevWord),
            Key::Ctrl('k') => self.edit(InputRequest::DeleteTillEnd),
            Key::Ctrl('u') => {
                let behind = self.text()[self.cursor()..].to_owned();
                *self = Self(Input::new(behind).with_cursor(0));
                true
            }
            _ => false,
        }
    }

    fn edit(&mut self, request: InputRequest) -> bool {
        self.0.handle(request);
        true
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text() && self.0.cursor() == other.0.cursor()
    }
}

impl Eq for Field {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_and_clusters_are_edited_whole() {
        let mut field = Field::new("空港e\u{301}院");
        field.key(Key::Left);
        field.key(Key::Backspace);
        assert_eq!(field.text(), "空港院");
        field.key(Key::Home);
        field.insert("由");
        field.key(Key::Delete);
        assert_eq!((field.text(), field.cursor()), ("由港院", 3));
        field.key(Key::Ctrl('u'));
        assert_eq!((field.text(), field.cursor()), ("港院", 0));
    }

    #[test]
    fn a_paste_becomes_one_line_and_has_an_end() {
        let mut field = Field::default();
        assert_eq!(field.insert("一\n二\t三"), 0);
        assert_eq!(field.text(), "一 二 三");
        assert_eq!(field.insert(&"长".repeat(10_000_000)), 10_000_005 - LIMIT);
        assert_eq!(field.text().chars().count(), LIMIT);
    }
}

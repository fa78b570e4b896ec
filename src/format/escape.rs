//! One way of writing a string, whichever compiler built the program.
//!
//! The `ron` crate escapes what the standard library of the day calls unprintable or combining:
//! `'`, a full-width space, the selector in a person's name, and others with each version of
//! Unicode. A file that is sealed and compared byte for byte cannot depend on that, and a person
//! should be able to read the name. So this stands between the crate and the text: in a string a
//! quote, a backslash and what a person could not see are escaped, and nothing else.

use std::fmt::{self, Write};

use crate::plan::plain::is_hidden;

/// A text that takes what the `ron` crate writes.
#[derive(Debug, Default)]
pub(super) struct Escaped {
    text: String,
    /// An escape that is not complete yet: `\`, `\u{30`.
    begun: String,
}

impl Escaped {
    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.text + &self.begun
    }

    fn take(&mut self, letter: char) {
        if self.begun.is_empty() && letter != '\\' {
            return self.show(letter);
        }
        self.begun.push(letter);
        match self.begun.as_str() {
            "\\" => {}
            "\\'" => self.end_with('\''),
            escape if !escape.starts_with("\\u") => {
                self.text.push_str(escape);
                self.begun.clear();
            }
            escape if letter == '}' => {
                let digits = escape.trim_start_matches("\\u{").trim_end_matches('}');
                let letter = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
                self.end_with(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => {}
        }
    }

    fn end_with(&mut self, letter: char) {
        self.begun.clear();
        self.show(letter);
    }

    fn show(&mut self, letter: char) {
        // A line feed and a tab as such stand between values only; in a string they are `\n`, `\t`.
        if is_hidden(letter) && !matches!(letter, '\n' | '\t') {
            let _ = write!(self.text, "\\u{{{:x}}}", u32::from(letter)); // a String takes all
        } else {
            self.text.push(letter);
        }
    }
}

impl Write for Escaped {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let plain = |byte: u8| matches!(byte, b' '..=b'[' | b']'..=b'~' | b'\n');
        if self.begun.is_empty() && part.bytes().all(plain) {
            self.text.push_str(part);
        } else {
            part.chars().for_each(|letter| self.take(letter));
        }
        Ok(())
    }
}

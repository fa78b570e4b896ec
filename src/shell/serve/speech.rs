//! A guest who is told in lines: what was typed, and what waits to be sent, both of them bounded.

use crate::shell::typed::{Lines, Typed};
use crate::view::linear;
use crate::words::Lang;
use crate::words::linear::{Line, Told};

/// Bytes that may wait for a client that is slow; what is beyond is left out and counted.
const WAITING: usize = 64 << 10;

/// One guest's lines.
#[derive(Debug, Default)]
pub struct Speech {
    lines: Lines,
    waiting: String,
    /// Lines that found no room.
    skipped: usize,
    /// Nothing more is typed.
    ended: bool,
    /// A terminal that can draw nothing wants its lines ended as terminals do.
    ends: End,
}

/// How a client's lines end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// As in files.
    #[default]
    Feed,
    /// As on terminals.
    Return,
}

impl Speech {
    /// Lines that end so.
    pub fn ending(ends: End) -> Self {
        Self { ends, ..Self::default() }
    }

    /// Whether bytes hold a key that leaves: ^C or ^D, where no terminal driver takes them.
    pub fn leaves(&self, bytes: &[u8]) -> bool {
        self.ends == End::Return && bytes.iter().any(|byte| matches!(byte, 3 | 4))
    }

    /// Takes bytes. The lines that they end.
    pub fn hear(&mut self, bytes: &[u8]) -> Vec<Typed> {
        self.lines.feed(bytes)
    }

    /// Nothing more comes: the line that has no end.
    pub fn end(&mut self) -> Option<Typed> {
        self.lines.end()
    }

    /// The seat is left, as soon as everything is sent.
    pub fn leave(&mut self, lang: Lang) {
        self.say(vec![linear::word(Line::Left, lang)], "");
        self.ended = true;
    }

    /// Whether the seat is being left.
    pub fn is_leaving(&self) -> bool {
        self.ended
    }

    /// Whether nothing more is typed and everything was sent.
    pub fn is_over(&self) -> bool {
        self.ended && self.waiting.is_empty()
    }

    /// Whether something waits to be sent.
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Says lines, and the prompt behind them; nothing for no lines, nor after the last word.
    pub fn say(&mut self, lines: Vec<String>, prompt: &str) {
        if lines.is_empty() || self.ended {
            return;
        }
        for line in lines {
            if self.waiting.len() + line.len() > WAITING {
                self.skipped += 1;
            } else {
                self.waiting += &line;
                self.waiting.push('\n');
            }
        }
        if !prompt.is_empty() && self.waiting.len() + prompt.len() <= 2 * WAITING {
            self.waiting += prompt.trim_end();
            self.waiting.push('\n');
        }
    }

    /// What is to be sent now.
    pub fn take(&mut self, lang: Lang) -> Vec<u8> {
        let mut text = std::mem::take(&mut self.waiting);
        if self.skipped > 0 {
            let count = std::mem::take(&mut self.skipped).to_string();
            text += &(Told::Skipped { count }.text(lang) + "\n");
        }
        if self.ends == End::Return {
            text = text.replace('\n', "\r\n");
        }
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_bounded_and_what_was_left_out_is_counted() {
        let mut speech = Speech::default();
        for _ in 0..100_000 {
            speech.say(vec!["议定3 空港应急医院10月底前开工。".to_owned()], "跟随 > ");
        }
        assert!(speech.waiting.len() <= 2 * WAITING);
        let text = String::from_utf8(speech.take(Lang::Zh)).unwrap();
        assert!(text.ends_with("行没有送出。\n"), "{}", &text[text.len() - 80..]);
        assert!(!speech.waits());
        speech.say(vec!["1.4 临空经济。".to_owned()], "跟随 > ");
        assert_eq!(speech.take(Lang::Zh), "1.4 临空经济。\n跟随 >\n".as_bytes());
    }

    #[test]
    fn a_guest_who_ended_stays_until_everything_was_sent() {
        let mut speech = Speech::default();
        assert_eq!(speech.hear("1.4\n已阅".as_bytes()), [Typed::Line("1.4".into())]);
        assert_eq!(speech.end(), Some(Typed::Line("已阅".into())));
        speech.say(vec!["已阅 1.4。".to_owned()], ">");
        speech.leave(Lang::Zh);
        assert!(speech.is_leaving() && !speech.is_over());
        assert_eq!(speech.take(Lang::Zh), "已阅 1.4。\n>\n已离开。\n".as_bytes());
        assert!(speech.is_over());
    }
}

//! What a terminal says of itself when it is asked, and its keys one by one, without a screen.
//!
//! The terminal is taken for as long as this value lives and given back as it was. It is never asked
//! from the background, and never waited for longer than was said: an old terminal answers nothing.

use std::fmt::Write as _;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};
use rustix::fs::{Mode, OFlags};
use rustix::io::{Errno, retry_on_intr};
use rustix::process::getpgrp;
use rustix::termios::{self, OptionalActions, QueueSelector, Termios};

use super::decode::{Decoder, Heard};
use super::paint::{PROBE, REPORTS, verdict};
use super::tty::wait_for;
use crate::app::key::Key;
use crate::app::sight::Ambiguous;

/// The key that stops any question.
const STOP: u8 = 0x03;

/// What a terminal answered. What it did not answer is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// The column of the cursor behind each glyph of the probe.
    columns: Vec<u16>,
    /// Whether it knows synchronized output (mode 2026).
    pub sync: Option<bool>,
    /// Whether it says that it takes text for the clipboard (`52` of its attributes).
    pub clipboard: Option<bool>,
    /// What it calls itself.
    pub name: Option<String>,
}

impl Replies {
    /// How wide doubtful glyphs are.
    pub fn ambiguous(&self) -> Option<Ambiguous> {
        let whole = self.columns.len() == REPORTS;
        let wide = whole.then(|| verdict(&self.columns).0)?;
        Some(if wide { Ambiguous::Wide } else { Ambiguous::Narrow })
    }

    /// How many columns a Han character took: two where UTF-8 is read.
    pub fn han(&self) -> Option<u16> {
        let last = self.columns.get(REPORTS - 1)?;
        Some(last.saturating_sub(1))
    }

    /// Takes what stands at the beginning of the bytes. How many they are, and whether it was the
    /// last of all answers.
    fn take(&mut self, bytes: &[u8]) -> (usize, bool) {
        let Some((body, length)) = reply(bytes) else { return (1, false) };
        match body {
            Body::Control(body, b'R') => {
                let column: Option<u16> =
                    body.rsplit(';').next().and_then(|column| column.parse().ok());
                self.columns.extend(column);
            }
            Body::Control(body, b'y') if body.starts_with("?2026;") => {
                // 0: unknown; 4: known, and off for ever.
                self.sync =
                    Some(matches!(body.trim_end_matches('$').as_bytes().last(), Some(b'1'..=b'3')));
            }
            Body::Control(body, b'c') if body.starts_with('?') => {
                self.clipboard = Some(body[1..].split(';').skip(1).any(|part| part == "52"));
                // Who answers this and said nothing of the mode does not know it.
                self.sync.get_or_insert(false);
                return (length, true);
            }
            Body::Name(name) => self.name = Some(name.to_owned()),
            Body::Control(..) => {}
        }
        (length, false)
    }
}

/// What a terminal sends as an answer.
enum Body<'a> {
    /// `CSI … x`, with the last byte.
    Control(&'a str, u8),
    /// `DCS > | … ST`
    Name(&'a str),
}

/// The answer that stands at the beginning of the bytes, and its length; none when it is none, or
/// not whole.
fn reply(bytes: &[u8]) -> Option<(Body<'_>, usize)> {
    if let Some(rest) = bytes.strip_prefix(b"\x1b[") {
        let end = rest.iter().position(|byte| (0x40..=0x7e).contains(byte))?;
        let body = std::str::from_utf8(&rest[..end]).ok()?;
        return Some((Body::Control(body, rest[end]), end + 3));
    }
    let rest = bytes.strip_prefix(b"\x1bP>|")?;
    let end = rest.windows(2).position(|pair| pair == b"\x1b\\")?;
    let name = std::str::from_utf8(&rest[..end]).ok()?;
    Some((Body::Name(name), end + 6))
}

/// All questions at once. The last one, for its attributes, is answered by every terminal that
/// answers at all; what they left on the line is taken away again.
fn questions() -> String {
    let mut out = String::new();
    for glyph in PROBE {
        let _ = write!(out, "\r{glyph}\x1b[6n"); // a String takes everything
    }
    out + "\r\x1b[K\x1b[?2026$p\r\x1b[K\x1b[>q\r\x1b[K\x1b[c"
}

/// A terminal taken for questions.
#[derive(Debug)]
pub struct Asking {
    fd: OwnedFd,
    before: Termios,
    decoder: Decoder,
    heard: Vec<Key>,
}

impl Asking {
    /// Takes a terminal; none when this program runs in its background.
    ///
    /// # Errors
    /// That it cannot be had.
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let fd = rustix::fs::open(path, flags, Mode::empty())?;
        if termios::tcgetpgrp(&fd)? != getpgrp() {
            return Ok(None);
        }
        let before = termios::tcgetattr(&fd)?;
        let mut raw = before.clone();
        raw.make_raw();
        termios::tcsetattr(&fd, OptionalActions::Now, &raw)?;
        Ok(Some(Self { fd, before, decoder: Decoder::default(), heard: Vec::new() }))
    }

    /// Asks all questions, and takes what is answered in time. What a person types meanwhile is lost.
    ///
    /// # Errors
    /// That the terminal is gone.
    pub fn replies(&mut self, patience: Duration) -> io::Result<Replies> {
        self.say(&questions())?;
        let until = Instant::now() + patience;
        let (mut replies, mut bytes) = (Replies::default(), Vec::new());
        while let Some(more) = self.read(Some(until))? {
            if more.contains(&STOP) {
                break;
            }
            bytes.extend(more);
            if settled(&mut replies, &mut bytes) {
                break;
            }
        }
        self.say("\r\x1b[K")?;
        Ok(replies)
    }

    /// The next key; none when a person stops, or the terminal is gone.
    pub fn key(&mut self) -> Option<Key> {
        loop {
            if !self.heard.is_empty() {
                return Some(self.heard.remove(0)).filter(|key| *key != Key::Ctrl('c'));
            }
            let until = self.decoder.patience().map(|patience| Instant::now() + patience);
            let heard = match self.read(until) {
                Ok(Some(bytes)) => self.decoder.feed(&bytes),
                Ok(None) => self.decoder.settle(),
                Err(_) => return None,
            };
            let key = |heard| match heard {
                Heard::Key(key) => Some(key),
                Heard::Paste(_) | Heard::Column(_) | Heard::Mouse(_) => None,
            };
            self.heard.extend(heard.into_iter().filter_map(key));
        }
    }

    /// Writes a text.
    ///
    /// # Errors
    /// That the terminal is gone.
    pub fn say(&self, text: &str) -> io::Result<()> {
        let mut bytes = text.as_bytes();
        while !bytes.is_empty() {
            match retry_on_intr(|| rustix::io::write(&self.fd, bytes)) {
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::AGAIN) => {
                    wait_for(&mut [PollFd::new(&self.fd, PollFlags::OUT)], None)?;
                }
                Err(e) => return Err(e.into()),
            }
        }
        Ok(())
    }

    /// What comes next, or nothing when the time is up.
    fn read(&self, until: Option<Instant>) -> io::Result<Option<Vec<u8>>> {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        if !wait_for(&mut [PollFd::new(&self.fd, PollFlags::IN)], left)? {
            return Ok(None);
        }
        let mut bytes = [0; 4096];
        match retry_on_intr(|| rustix::io::read(&self.fd, &mut bytes)) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => Ok(Some(bytes[..count].to_vec())),
            Err(Errno::AGAIN) => Ok(Some(Vec::new())),
            Err(e) => Err(e.into()),
        }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = termios::tcflush(&self.fd, QueueSelector::IFlush);
        let _ = termios::tcsetattr(&self.fd, OptionalActions::Now, &self.before);
    }
}

/// Takes every whole answer out of the bytes. Whether the last one was among them.
fn settled(replies: &mut Replies, bytes: &mut Vec<u8>) -> bool {
    let mut at = 0;
    let mut last = false;
    while at < bytes.len() && !last {
        if bytes[at] == 0x1b && reply(&bytes[at..]).is_none() {
            break;
        }
        let (length, is_last) = replies.take(&bytes[at..]);
        (at, last) = (at + length, is_last);
    }
    bytes.drain(..at);
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(pieces: &[&str]) -> (Replies, bool) {
        let (mut replies, mut bytes, mut last) = (Replies::default(), Vec::new(), false);
        for piece in pieces {
            bytes.extend_from_slice(piece.as_bytes());
            last |= settled(&mut replies, &mut bytes);
        }
        (replies, last)
    }

    #[test]
    fn a_terminal_that_answers_everything_is_known() {
        let (replies, last) = heard(&[
            "\x1b[3;2R\x1b[3;2R\x1b[3;2R\x1b[3;2R\x1b[3;3R",
            "\x1b[?2026;2$y\x1bP>|foot(1.16)\x1b\\\x1b[?62;4;22;52c",
        ]);
        assert!(last);
        assert_eq!((replies.ambiguous(), replies.han()), (Some(Ambiguous::Narrow), Some(2)));
        assert_eq!((replies.sync, replies.clipboard), (Some(true), Some(true)));
        assert_eq!(replies.name.as_deref(), Some("foot(1.16)"));
    }

    #[test]
    fn answers_come_in_pieces_and_among_keys() {
        let (replies, last) = heard(&[
            "x\x1b",
            "[3;3Ry\x1b[3;3R\x1b[3;3R\x1b[3;",
            "3R\x1b[3;3R\x1b[?2026;0$y",
            "\x1b[?1;2c",
        ]);
        assert!(last);
        assert_eq!(replies.ambiguous(), Some(Ambiguous::Wide));
        assert_eq!((replies.sync, replies.clipboard), (Some(false), Some(false)));
        assert_eq!(replies.name, None);
    }

    #[test]
    fn one_that_reads_no_utf_8_shows_three_columns_for_a_han_character() {
        let (replies, _) = heard(&["\x1b[1;4R\x1b[1;4R\x1b[1;4R\x1b[1;4R\x1b[1;4R"]);
        assert_eq!(replies.han(), Some(3));
    }

    #[test]
    fn one_that_says_nothing_is_not_known() {
        let (replies, last) = heard(&["abc", "\x1b"]);
        assert!(!last);
        assert_eq!(replies, Replies::default());
        assert_eq!((replies.ambiguous(), replies.han()), (None, None));
    }
}

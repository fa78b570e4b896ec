//! Bytes of a keyboard to keys: for the tty, and for a guest's channel.
//!
//! Sequences are framed here and read by termina, which alone would wait for ever on a reply it
//! does not know and search a long paste again at each read. Whatever a terminal answers late is
//! swallowed, never typed into a field. This file never waits: who reads tells it that it is silent.

use std::time::Duration;

use termina::event::{KeyCode, KeyEventKind, Modifiers};

use crate::app::key::Key;
use crate::app::pointer::Mouse;

/// How long a lone ESC waits for the rest of its sequence before it is the Esc key.
const ESC_SILENCE: Duration = Duration::from_millis(50);
/// How long half a sequence or half a character waits before it is dropped.
const REST_SILENCE: Duration = Duration::from_millis(500);
/// How long a paste without an end waits before it is released as text (faults.md, Finding 6).
const PASTE_SILENCE: Duration = Duration::from_secs(2);
/// The bytes of a paste that are kept; what is beyond them is dropped.
const PASTE_MOST: usize = 64 << 20;
/// A string sequence (OSC, DCS) longer than this is noise.
const STRING_MOST: usize = 64 << 10;
/// A control sequence longer than this is noise.
const CONTROL_MOST: usize = 256;

const ESC: u8 = 0x1b;

const PASTE_BEGIN: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// What a keyboard, or the terminal itself, said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A key.
    Key(Key),
    /// Pasted text, its line breaks as `\n`.
    Paste(String),
    /// A cursor report: the column, counted from 1.
    Column(u16),
    /// The mouse.
    Mouse(Mouse),
}

/// Turns bytes, in whatever pieces they come, into keys.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    paste: Option<Pasting>,
}

/// A paste whose end has not come yet.
#[derive(Debug, Default)]
struct Pasting {
    bytes: Vec<u8>,
    searched: usize,
}

/// The first thing in a run of bytes, with the bytes that it takes.
enum Piece {
    /// Not all of it is here yet.
    Incomplete,
    /// A key, or a report.
    Heard(Heard, usize),
    /// A reply nobody asked for, an unknown key, a broken character.
    Nothing(usize),
    /// A paste begins.
    Paste(usize),
}

impl Decoder {
    /// Takes the bytes of one read.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Heard> {
        let mut heard = Vec::new();
        let mut rest = bytes.to_vec();
        while !rest.is_empty() {
            rest = match self.paste.take() {
                Some(paste) => self.pasting(paste, &rest, &mut heard),
                None => self.typing(&rest, &mut heard),
            };
        }
        heard
    }

    /// How long the line must be silent until [`Decoder::settle`] is called; not at all if nothing
    /// is pending.
    pub fn patience(&self) -> Option<Duration> {
        match (&self.paste, self.pending.as_slice()) {
            (Some(_), _) => Some(PASTE_SILENCE),
            (None, []) => None,
            (None, [ESC]) => Some(ESC_SILENCE),
            (None, _) => Some(REST_SILENCE),
        }
    }

    /// Nothing came for as long as [`Decoder::patience`] said: what is pending stands as it is.
    pub fn settle(&mut self) -> Vec<Heard> {
        if let Some(paste) = self.paste.take() {
            return vec![pasted(&paste.bytes)];
        }
        let pending = std::mem::take(&mut self.pending);
        if pending == [ESC] { vec![Heard::Key(Key::Esc)] } else { Vec::new() }
    }

    /// Hears keys until the bytes end or a paste begins. Gives the bytes that belong to the paste.
    fn typing(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) -> Vec<u8> {
        self.pending.extend_from_slice(bytes);
        let mut at = 0;
        loop {
            match piece(&self.pending[at..]) {
                Piece::Heard(one, length) => {
                    heard.push(one);
                    at += length;
                }
                Piece::Nothing(length) => at += length,
                Piece::Paste(length) => {
                    self.paste = Some(Pasting::default());
                    let rest = self.pending.split_off(at + length);
                    self.pending.clear();
                    return rest;
                }
                Piece::Incomplete => {
                    self.pending.drain(..at);
                    return Vec::new();
                }
            }
        }
    }

    /// Takes pasted bytes. Gives those behind the end of the paste.
    fn pasting(&mut self, mut paste: Pasting, bytes: &[u8], heard: &mut Vec<Heard>) -> Vec<u8> {
        paste.bytes.extend_from_slice(bytes);
        let unseen = &paste.bytes[paste.searched..];
        let end = unseen.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        if let Some(end) = end.map(|end| paste.searched + end) {
            heard.push(pasted(&paste.bytes[..end]));
            return paste.bytes.split_off(end + PASTE_END.len());
        }
        // The end may be half here; a text too long to keep loses its middle, never its end.
        let half = paste.bytes.len().saturating_sub(PASTE_END.len());
        if half > PASTE_MOST {
            paste.bytes.drain(PASTE_MOST..half);
        }
        paste.searched = paste.bytes.len().saturating_sub(PASTE_END.len());
        self.paste = Some(paste);
        Vec::new()
    }
}

fn piece(bytes: &[u8]) -> Piece {
    match bytes {
        [] | [ESC] | [ESC, b'O'] => Piece::Incomplete,
        [ESC, b'[', ..] => control(bytes),
        [ESC, b'O', _, ..] => meaning(&bytes[..3]),
        [ESC, b']' | b'P' | b'X' | b'^' | b'_', ..] => string(bytes),
        [ESC, 0x7f, ..] => Piece::Nothing(2),
        [ESC, c @ b' '..=b'~', ..] => Piece::Heard(Heard::Key(Key::Alt(char::from(*c))), 2),
        [ESC, ..] => Piece::Heard(Heard::Key(Key::Esc), 1),
        _ => character(bytes),
    }
}

/// `ESC [`, parameters, a final byte (ECMA-48, 5.4).
fn control(bytes: &[u8]) -> Piece {
    let parameters = bytes[2..].iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
    let end = 2 + parameters;
    match bytes.get(end) {
        None if bytes.len() > CONTROL_MOST => Piece::Nothing(bytes.len()),
        None => Piece::Incomplete,
        // Two old ways that go on behind the final byte: F1 of a Linux console, mouse clicks.
        Some(b'[') if end == 2 => old_way(bytes, 4, meaning),
        Some(b'M') if end == 2 => old_way(bytes, 6, |click| Piece::Nothing(click.len())),
        Some(0x40..=0x7e) => meaning(&bytes[..=end]),
        Some(_) => Piece::Nothing(end),
    }
}

fn old_way(bytes: &[u8], length: usize, read: impl Fn(&[u8]) -> Piece) -> Piece {
    bytes.get(..length).map_or(Piece::Incomplete, read)
}

/// A string for somebody else (OSC, DCS, …), up to BEL or ST.
fn string(bytes: &[u8]) -> Piece {
    let end = bytes[2..].iter().position(|byte| matches!(byte, 0x07 | 0x18 | 0x1a | 0x1b));
    let Some(end) = end.map(|end| end + 2) else {
        let noise = bytes.len() > STRING_MOST;
        return if noise { Piece::Nothing(bytes.len()) } else { Piece::Incomplete };
    };
    match bytes[end..] {
        [ESC] => Piece::Incomplete,
        [ESC, b'\\', ..] => Piece::Nothing(end + 2),
        [ESC, ..] => Piece::Nothing(end),
        _ => Piece::Nothing(end + 1),
    }
}

/// What a whole sequence means.
fn meaning(sequence: &[u8]) -> Piece {
    let length = sequence.len();
    if sequence == PASTE_BEGIN {
        return Piece::Paste(length);
    }
    let heard = column(sequence).map(Heard::Column);
    let heard = heard.or_else(|| mouse(sequence).map(Heard::Mouse));
    let heard = heard.or_else(|| key(sequence).map(Heard::Key));
    heard.map_or(Piece::Nothing(length), |heard| Piece::Heard(heard, length))
}

/// The column of a cursor report, `ESC [ row ; column R`.
fn column(sequence: &[u8]) -> Option<u16> {
    let report = sequence.strip_prefix(b"\x1b[")?.strip_suffix(b"R")?;
    let (_, column) = std::str::from_utf8(report).ok()?.split_once(';')?;
    column.parse().ok()
}

/// A press of the left button, or a turn of the wheel: `ESC [ < button ; column ; row M`. With Shift the
/// mouse is the terminal's own, and what else it does means nothing here.
fn mouse(sequence: &[u8]) -> Option<Mouse> {
    let told = sequence.strip_prefix(b"\x1b[<")?.strip_suffix(b"M")?;
    let mut numbers = std::str::from_utf8(told).ok()?.split(';').map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    let (button, column, row) = (next()?, next()?, next()?);
    match button {
        0 => Some(Mouse::Press(column.checked_sub(1)?, row.checked_sub(1)?)),
        64 => Some(Mouse::Up),
        65 => Some(Mouse::Down),
        _ => None,
    }
}

/// The key of a sequence. Only forms of keys are asked about: termina subtracts without a look in
/// those of the mouse, and waits for more in those of replies.
fn key(sequence: &[u8]) -> Option<Key> {
    let (last, before) = sequence.split_last()?;
    let form = before.get(2..)?.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':' | b'['));
    if !form || !matches!(last, b'A'..=b'F' | b'H' | b'P'..=b'S' | b'Z' | b'u' | b'~') {
        return None;
    }
    let mut parser = termina::Parser::default();
    parser.parse(sequence, false);
    let termina::Event::Key(event) = parser.pop()? else { return None };
    (event.kind != KeyEventKind::Release).then(|| named(event.code, event.modifiers))?
}

fn named(code: KeyCode, modifiers: Modifiers) -> Option<Key> {
    let key = match code {
        KeyCode::Char(c) if modifiers.contains(Modifiers::CONTROL) => {
            Key::Ctrl(c.to_ascii_lowercase())
        }
        KeyCode::Char(c) if modifiers.contains(Modifiers::ALT) => Key::Alt(c),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Escape => Key::Esc,
        KeyCode::Tab if modifiers.contains(Modifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Function(n) => Key::F(n),
        _ => return None,
    };
    Some(key)
}

/// A byte of ASCII or a character of UTF-8.
fn character(bytes: &[u8]) -> Piece {
    let one = |key| Piece::Heard(Heard::Key(key), 1);
    match bytes[0] {
        b'\r' | b'\n' => one(Key::Enter),
        b'\t' => one(Key::Tab),
        0x08 | 0x7f => one(Key::Backspace),
        0x00 => one(Key::Ctrl(' ')),
        letter @ 0x01..=0x1a => one(Key::Ctrl(char::from(letter - 1 + b'a'))),
        mark @ 0x1c..=0x1f => one(Key::Ctrl(char::from(mark - 0x1c + b'\\'))),
        c @ b' '..=b'~' => one(Key::Char(char::from(c))),
        _ => utf8(&bytes[..bytes.len().min(4)]),
    }
}

fn utf8(bytes: &[u8]) -> Piece {
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) if e.valid_up_to() > 0 => {
            std::str::from_utf8(&bytes[..e.valid_up_to()]).unwrap_or_default()
        }
        Err(e) => return e.error_len().map_or(Piece::Incomplete, Piece::Nothing),
    };
    match valid.chars().next() {
        Some(c) if !c.is_control() => Piece::Heard(Heard::Key(Key::Char(c)), c.len_utf8()),
        Some(c) => Piece::Nothing(c.len_utf8()),
        None => Piece::Incomplete,
    }
}

fn pasted(bytes: &[u8]) -> Heard {
    let text = String::from_utf8_lossy(bytes);
    Heard::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests;

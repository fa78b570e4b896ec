//! A journal as text: one header line, then one checksummed line for each record.
//!
//! ```text
//! 000000 5d0c8a3e <header>
//! 000001 8f3a2b1c <payload>
//! ```
//!
//! The checksum of a record covers the header of its journal, its number and its payload, so a line
//! of another journal, or a line that moved, is not taken for ours. A journal may lie in several
//! segments; each begins with the same header, and a later one repeats every record of the earlier
//! ones. Header and payload are opaque here: one line of text each. A record that was never saved
//! can be given up: its number is spent by a *void*, `~` and the checksum of the line it stands for.
//!
//! This file must never touch a disk, and must never guess: a line either proves itself or it is
//! named as unreadable ([`mod@recover`]).

mod recover;

pub use recover::{Damage, Recovered, Segment, Torn, recover};

use crate::words::BadLine;

/// The most bytes that one header or payload may have: a record is one sentence, not a file.
pub const LINE_LIMIT: usize = 1 << 20;

/// Columns of a line before its payload: a number of six digits, the checksum, two spaces.
const SUM_WIDTH: usize = 8;
const NUMBER_WIDTH: usize = 6;

/// One record of a journal. Numbers begin with 1 and leave no hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    seq: u64,
    payload: String,
}

impl Record {
    /// A record from one line of text.
    ///
    /// # Errors
    /// When the payload has a line break or another control character, is too long, or looks like a
    /// void.
    pub fn new(seq: u64, payload: &str) -> Result<Self, BadLine> {
        check_line(payload)?;
        if payload.starts_with(VOID) {
            return Err(BadLine::Void);
        }
        Ok(Self { seq, payload: payload.to_owned() })
    }

    /// Its place in the journal.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// One line of text, as it was given.
    pub fn payload(&self) -> &str {
        &self.payload
    }

    /// Whether it stands for a record that was given up.
    pub fn is_void(&self) -> bool {
        self.payload.starts_with(VOID)
    }
}

/// How the payload of a void begins; no other payload may.
const VOID: char = '~';

/// What identifies a journal: the text of its first line, and the checksum that seeds all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    text: String,
    seed: u32,
}

impl Header {
    /// A header from one line of text.
    ///
    /// # Errors
    /// When the text has a line break or another control character, or is too long.
    pub fn new(text: &str) -> Result<Self, BadLine> {
        check_line(text)?;
        Ok(Self { text: text.to_owned(), seed: header_sum(text.as_bytes()) })
    }

    /// The text that was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The first line of every segment, with its line break.
    pub fn line(&self) -> String {
        write_line(0, self.seed, &self.text)
    }

    /// The line of a record, with its line break.
    pub fn record_line(&self, record: &Record) -> String {
        let sum = record_sum(self.seed, record.seq, record.payload.as_bytes());
        write_line(record.seq, sum, &record.payload)
    }

    /// The record that stands for one that was given up.
    #[must_use]
    pub fn void(&self, given_up: &Record) -> Record {
        let payload = void_payload(self.seed, given_up.seq, &given_up.payload);
        Record { seq: given_up.seq, payload }
    }
}

fn check_line(text: &str) -> Result<(), BadLine> {
    if text.len() > LINE_LIMIT {
        return Err(BadLine::TooLong { limit: LINE_LIMIT.to_string() });
    }
    match text.chars().find(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        Some(c) => Err(BadLine::Control { code: format!("U+{:04X}", u32::from(c)) }),
        None => Ok(()),
    }
}

fn write_line(seq: u64, sum: u32, payload: &str) -> String {
    format!("{seq:0NUMBER_WIDTH$} {sum:0SUM_WIDTH$x} {payload}\n")
}

fn header_sum(text: &[u8]) -> u32 {
    // The words before the text are the version of this way to write lines.
    let mut sum = crc32fast::Hasher::new();
    sum.update(b"yiding journal 1\n");
    sum.update(text);
    sum.finalize()
}

fn record_sum(seed: u32, seq: u64, payload: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&seed.to_be_bytes());
    sum.update(&seq.to_be_bytes());
    sum.update(payload);
    sum.finalize()
}

fn void_payload(seed: u32, seq: u64, given_up: &str) -> String {
    format!("{VOID}{:0SUM_WIDTH$x}", record_sum(seed, seq, given_up.as_bytes()))
}

/// The three parts of a line (without its break), not yet proved.
struct Parts<'a> {
    seq: u64,
    sum: u32,
    payload: &'a [u8],
}

fn split_line(line: &[u8]) -> Option<Parts<'_>> {
    let digits = line.iter().take_while(|b| b.is_ascii_digit()).count();
    if !(NUMBER_WIDTH..=18).contains(&digits) {
        return None;
    }
    // One way only to write a number, or a damaged line could name a record that it is not.
    if digits > NUMBER_WIDTH && line[0] == b'0' {
        return None;
    }
    let (number, rest) = line.split_at(digits);
    let seq = std::str::from_utf8(number).ok()?.parse().ok()?;
    let rest = rest.strip_prefix(b" ")?;
    let (sum, payload) = rest.split_at_checked(SUM_WIDTH)?;
    Some(Parts { seq, sum: read_sum(sum)?, payload: payload.strip_prefix(b" ")? })
}

fn read_sum(hex: &[u8]) -> Option<u32> {
    let canonical = hex.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let hex = std::str::from_utf8(hex).ok()?;
    canonical.then(|| u32::from_str_radix(hex, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_its_three_parts() {
        let header = Header::new("(format: 1)").unwrap();
        let line = header.record_line(&Record::new(12, "卫健局 10月底前开工").unwrap());
        assert_eq!(line, "000012 5cd63753 卫健局 10月底前开工\n");
        let parts = split_line(line.trim_end_matches('\n').as_bytes()).unwrap();
        assert_eq!((parts.seq, parts.sum), (12, 0x5cd6_3753));
        assert_eq!(parts.payload, "卫健局 10月底前开工".as_bytes());
    }

    #[test]
    fn a_line_break_or_an_escape_is_refused_not_written() {
        for text in ["two\nlines", "\u{1b}[2J", "nul\0", "nel\u{85}", "ls\u{2028}"] {
            assert!(Header::new(text).is_err(), "{text:?}");
            assert!(Record::new(1, text).is_err());
        }
        assert_eq!(Record::new(1, "~5cd63753"), Err(BadLine::Void));
        let long = "x".repeat(LINE_LIMIT + 1);
        assert!(matches!(check_line(&long), Err(BadLine::TooLong { .. })));
    }

    #[test]
    fn a_number_has_one_spelling() {
        for line in ["00012 00000000 x", "0000012 00000000 x", "000012 0000000A x", "000012  0"] {
            assert!(split_line(line.as_bytes()).is_none(), "{line}");
        }
        assert!(split_line(b"1000012 00000000 x").is_some());
    }
}

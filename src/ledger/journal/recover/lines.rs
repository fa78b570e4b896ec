//! One segment, line by line: what each proves, and the stretches that prove nothing.
//!
//! Nothing here knows of other segments, except the seed of their common journal; nothing here
//! decides what an unreadable stretch means.

use super::Segment;
use crate::ledger::journal::{
    NUMBER_WIDTH, Parts, SUM_WIDTH, check_line, header_sum, read_sum, record_sum, split_line,
};

/// A record that its checksum proved: number and payload.
type Numbered<'a> = (u64, &'a str);

/// The lines of one segment, each either proved or part of an unreadable stretch.
pub(super) struct Lines<'a> {
    pub(super) name: &'a str,
    pub(super) header: Option<FirstLine<'a>>,
    pub(super) records: Vec<Numbered<'a>>,
    pub(super) bad: Vec<Stretch<'a>>,
}

/// A header that proved itself, by its own checksum or by records that only it can seed. The text
/// is missing when only the checksum survived.
#[derive(Clone, Copy)]
pub(super) struct FirstLine<'a> {
    pub(super) seed: u32,
    pub(super) text: Option<&'a str>,
}

/// Consecutive lines that prove nothing.
pub(super) struct Stretch<'a> {
    /// The first of them, from 1.
    pub(super) line: usize,
    /// How many.
    pub(super) lines: usize,
    pub(super) offset: usize,
    pub(super) bytes: &'a [u8],
    /// The records on both sides; no `next` means that the segment ends here.
    pub(super) previous: u64,
    pub(super) next: Option<u64>,
}

/// What a line proves.
enum Proof<'a> {
    Header,
    /// One record, or two whose line break is damaged.
    Records(Option<Numbered<'a>>, Numbered<'a>),
    /// A record behind something unreadable.
    Behind(Numbered<'a>),
    Nothing,
}

impl<'a> Lines<'a> {
    /// Reads a segment; one whose own header is gone is read with `seed`, its journal's.
    pub(super) fn read(segment: &Segment<'a>, seed: Option<u32>) -> Self {
        let bytes = without_reserve(segment.bytes);
        let header = read_first(bytes);
        let seed = header.map(|h| h.seed).or(seed);
        let mut lines = Self { name: segment.name, header, records: vec![], bad: vec![] };
        let mut offset = 0;
        for (at, line) in bytes.split_inclusive(|b| *b == b'\n').enumerate() {
            let text = line.strip_suffix(b"\n").unwrap_or(line);
            match lines.prove(at, text, seed) {
                Proof::Header => {}
                Proof::Records(first, second) => {
                    first.into_iter().chain([second]).for_each(|record| lines.push(record));
                }
                Proof::Behind(record) => {
                    lines.mark_bad(at + 1, offset, line, bytes);
                    lines.push(record);
                }
                Proof::Nothing => lines.mark_bad(at + 1, offset, line, bytes),
            }
            offset += line.len();
        }
        lines
    }

    fn prove(&self, at: usize, line: &'a [u8], seed: Option<u32>) -> Proof<'a> {
        let Some(seed) = seed else { return Proof::Nothing };
        if at == 0 && self.header.is_some_and(|h| h.is_whole(line)) {
            return Proof::Header;
        }
        if let Some(record) = prove(line, seed) {
            return Proof::Records(None, record);
        }
        match unjoin(line, seed) {
            Some((before, record)) if at == 0 || before.is_some() => Proof::Records(before, record),
            Some((_, record)) => Proof::Behind(record),
            None => Proof::Nothing,
        }
    }

    fn push(&mut self, record: Numbered<'a>) {
        if let Some(open) = self.bad.last_mut().filter(|s| s.next.is_none()) {
            open.next = Some(record.0);
        }
        self.records.push(record);
    }

    fn mark_bad(&mut self, line: usize, offset: usize, bytes: &'a [u8], all: &'a [u8]) {
        if let Some(open) = self.bad.last_mut().filter(|s| s.next.is_none()) {
            open.lines += 1;
            open.bytes = &all[open.offset..offset + bytes.len()];
        } else {
            let previous = self.last();
            self.bad.push(Stretch { line, lines: 1, offset, bytes, previous, next: None });
        }
    }

    pub(super) fn last(&self) -> u64 {
        self.records.iter().map(|r| r.0).max().unwrap_or(0)
    }

    /// Whether it carries anything of its journal.
    pub(super) fn speaks(&self) -> bool {
        self.header.is_some() || !self.records.is_empty()
    }

    pub(super) fn sound(&self) -> bool {
        self.header.is_some_and(|h| h.text.is_some()) && self.bad.is_empty()
    }
}

impl FirstLine<'_> {
    fn is_whole(self, line: &[u8]) -> bool {
        proved_first(line).is_some_and(|whole| whole.seed == self.seed)
    }
}

/// The seed of a segment's checksums, if its header or its records prove one.
pub(super) fn segment_seed(bytes: &[u8]) -> Option<u32> {
    read_first(without_reserve(bytes)).map(|header| header.seed)
}

/// Zeros at the end are space that was reserved and never written.
fn without_reserve(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|b| *b != 0).map_or(0, |last| last + 1);
    &bytes[..end]
}

/// A record line that its checksum proves.
fn prove(line: &[u8], seed: u32) -> Option<Numbered<'_>> {
    let Parts { seq, sum, payload } = split_line(line)?;
    let proved = seq > 0 && record_sum(seed, seq, payload) == sum;
    let text = std::str::from_utf8(payload).ok().filter(|text| check_line(text).is_ok())?;
    proved.then_some((seq, text))
}

/// Two records on one line, because the byte between them was a line break once. The first is
/// absent when it is damaged as well, or is the header.
fn unjoin(line: &[u8], seed: u32) -> Option<(Option<Numbered<'_>>, Numbered<'_>)> {
    // A few places suffice for damage; without a limit a hostile file could cost quadratic time.
    starts(line).take(16).find_map(|at| {
        let record = prove(&line[at..], seed)?;
        Some((prove(&line[..at - 1], seed), record))
    })
}

/// Places inside a line, after its first byte, where a record could begin.
fn starts(line: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let shape = |part: &[u8]| {
        part[..NUMBER_WIDTH].iter().all(u8::is_ascii_digit)
            && part[NUMBER_WIDTH] == b' '
            && part[NUMBER_WIDTH + 1 + SUM_WIDTH] == b' '
    };
    let windows = line.windows(NUMBER_WIDTH + SUM_WIDTH + 2).enumerate().skip(1);
    windows.filter(move |(_, part)| shape(part)).map(|(at, _)| at)
}

/// The header, even with one damaged part: its text is proved by its checksum, or either of the
/// two is proved by a record that it seeds.
fn read_first(bytes: &[u8]) -> Option<FirstLine<'_>> {
    let line = bytes.split(|b| *b == b'\n').next()?;
    let rest = bytes.get(line.len() + 1..).unwrap_or_default();
    if let Some(header) = proved_first(line) {
        return Some(header);
    }
    if let Some(header) = starts(line).take(16).find_map(|at| proved_first(&line[..at - 1])) {
        return Some(header);
    }
    let text = std::str::from_utf8(line.get(NUMBER_WIDTH + SUM_WIDTH + 2..)?).ok();
    let by_text =
        text.map(|text| FirstLine { seed: header_sum(text.as_bytes()), text: Some(text) });
    let sum = line.get(NUMBER_WIDTH + 1..=NUMBER_WIDTH + SUM_WIDTH).and_then(read_sum);
    let by_sum = sum.map(|seed| FirstLine { seed, text: None });
    let seeds = |header: &FirstLine<'_>| {
        rest.split(|b| *b == b'\n').any(|line| prove(line, header.seed).is_some())
    };
    by_text.filter(seeds).or(by_sum.filter(seeds))
}

fn proved_first(line: &[u8]) -> Option<FirstLine<'_>> {
    let Parts { seq, sum, payload } = split_line(line)?;
    let text = std::str::from_utf8(payload).ok()?;
    (seq == 0 && header_sum(payload) == sum).then_some(FirstLine { seed: sum, text: Some(text) })
}

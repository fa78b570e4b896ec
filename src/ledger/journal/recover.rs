//! From the bytes of all segments to the records of a journal: total, pure, idempotent.
//!
//! Every line that proves itself by its checksum is kept, from whatever segment. What does not is
//! judged by its place: a single bad line at the very end was being written when the machine
//! stopped (*torn*, never acknowledged); anything else is *damage* and is named. The judgement
//! looks at the newest segment that carries the whole journal; what an older one lost there is
//! repeated in it. Nothing here may drop a readable record or call a hole by another name.

mod lines;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Record, void_payload};
use crate::words::Found;
use lines::{Lines, Stretch, segment_seed};

/// One file of a journal, in the order of the files' names.
#[derive(Clone, Copy, Debug)]
pub struct Segment<'a> {
    /// Its file name, for people.
    pub name: &'a str,
    /// All its bytes.
    pub bytes: &'a [u8],
}

/// What the bytes of a journal say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// The text of the header; absent while no segment proves one.
    pub header: Option<String>,
    /// Every readable record, by number.
    pub records: Vec<Record>,
    /// What stands for records that were given up.
    pub voids: Vec<Record>,
    /// The unfinished record at the end, if there is one.
    pub torn: Option<Torn>,
    /// What is wrong, in the order of the files.
    pub damage: Vec<Damage>,
    /// Names of the segments of which every byte was understood: once a later segment repeats
    /// their records, they may go. All others are evidence and stay.
    pub sound: Vec<String>,
}

/// An unfinished record: it was being written when the machine stopped and never called saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The segment that ends in it.
    pub segment: String,
    /// Where it begins, in bytes.
    pub offset: usize,
    /// What of it is there.
    pub bytes: Vec<u8>,
}

impl Torn {
    /// For people.
    pub fn sentence(&self) -> Found {
        Found::Torn { name: self.segment.clone(), bytes: self.bytes.len().to_string() }
    }
}

/// Something that a healthy machine does not leave behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Records of which no segment has a readable copy.
    Gap {
        /// The first that is missing.
        first: u64,
        /// The last that is missing.
        last: u64,
    },
    /// Unreadable lines between two records that follow each other.
    Junk {
        /// The segment.
        segment: String,
        /// Its first such line, from 1.
        line: usize,
    },
    /// More unreadable lines at the end than one unfinished record can leave.
    Tail {
        /// The segment.
        segment: String,
        /// Its first such line, from 1.
        line: usize,
    },
    /// Two different records of one number.
    Conflict {
        /// The number.
        seq: u64,
        /// The segment whose copy is not in [`Recovered::records`].
        segment: String,
        /// That copy.
        payload: String,
    },
    /// A first line that cannot be read.
    Header {
        /// The segment.
        segment: String,
    },
    /// A segment whose header is another journal's; none of it was used.
    Stranger {
        /// The segment.
        segment: String,
    },
}

impl Damage {
    fn is_conflict_in(&self, name: &str) -> bool {
        matches!(self, Self::Conflict { segment, .. } if segment == name)
    }

    /// For people.
    pub fn sentence(&self) -> Found {
        match self.clone() {
            Self::Gap { first, last } => {
                Found::Gap { first: first.to_string(), last: last.to_string() }
            }
            Self::Junk { segment: name, line } => Found::Junk { name, line: line.to_string() },
            Self::Tail { segment: name, line } => Found::Tail { name, line: line.to_string() },
            Self::Conflict { seq, segment: name, .. } => {
                Found::Conflict { seq: seq.to_string(), name }
            }
            Self::Header { segment: name } => Found::Header { name },
            Self::Stranger { segment: name } => Found::Stranger { name },
        }
    }
}

/// Reads a journal. `segments` come in the order of their names.
pub fn recover(segments: &[Segment<'_>]) -> Recovered {
    let mut found = Recovered::default();
    let seed = segments.iter().find_map(|s| segment_seed(s.bytes));
    let all: Vec<Lines<'_>> = segments.iter().map(|s| Lines::read(s, seed)).collect();
    let is_stranger = |s: &Lines<'_>| s.header.is_some_and(|h| Some(h.seed) != seed);
    let (strangers, ours): (Vec<_>, Vec<_>) = all.iter().partition(|s| is_stranger(s));
    for stranger in strangers {
        found.damage.push(Damage::Stranger { segment: stranger.name.to_owned() });
    }
    found.header = ours.iter().find_map(|s| s.header.and_then(|h| h.text)).map(str::to_owned);
    let all = merge(&ours, seed, &mut found.damage);
    name_gaps(&all, &mut found.damage);
    (found.voids, found.records) = all.into_iter().partition(Record::is_void);
    judge(&ours, &mut found);
    found.sound = ours.iter().filter(|s| s.sound()).map(|s| s.name.to_owned()).collect();
    found.sound.retain(|name| !found.damage.iter().any(|d| d.is_conflict_in(name)));
    found
}

/// All records of all segments. A void takes the place of the record that it names, wherever that
/// lies; of any other two that differ the later segment's is kept.
fn merge(segments: &[&Lines<'_>], seed: Option<u32>, damage: &mut Vec<Damage>) -> Vec<Record> {
    let voids = |seq: u64, void: &str, text: &str| {
        seed.is_some_and(|seed| void_payload(seed, seq, text) == void)
    };
    let mut union: BTreeMap<u64, (&str, &str)> = BTreeMap::new();
    for segment in segments {
        for &(seq, payload) in &segment.records {
            match union.entry(seq) {
                Entry::Vacant(free) => {
                    free.insert((payload, segment.name));
                }
                Entry::Occupied(held) if voids(seq, held.get().0, payload) => {}
                Entry::Occupied(mut held) if voids(seq, payload, held.get().0) => {
                    held.insert((payload, segment.name));
                }
                Entry::Occupied(mut held) if held.get().0 != payload => {
                    let (other, name) = held.insert((payload, segment.name));
                    let (segment, payload) = (name.to_owned(), other.to_owned());
                    damage.push(Damage::Conflict { seq, segment, payload });
                }
                Entry::Occupied(_) => {}
            }
        }
    }
    let record = |(seq, (text, _)): (u64, (&str, &str))| Record { seq, payload: text.to_owned() };
    union.into_iter().map(record).collect()
}

fn name_gaps(all: &[Record], damage: &mut Vec<Damage>) {
    let mut expected = 1;
    for record in all {
        if record.seq() > expected {
            damage.push(Damage::Gap { first: expected, last: record.seq() - 1 });
        }
        expected = record.seq() + 1;
    }
}

/// Judges what is unreadable in the segment that speaks for the whole journal: the newest of those
/// that reach furthest. An older one that is damaged has lost nothing that this one does not have.
fn judge(segments: &[&Lines<'_>], found: &mut Recovered) {
    for silent in segments.iter().filter(|s| !s.speaks()) {
        judge_silent(silent, found);
    }
    let Some(speaker) = segments.iter().filter(|s| s.speaks()).max_by_key(|s| s.last()) else {
        return;
    };
    if found.header.is_none() {
        found.damage.push(Damage::Header { segment: speaker.name.to_owned() });
    }
    found.torn = None;
    for stretch in &speaker.bad {
        judge_stretch(speaker.name, stretch, found);
    }
}

fn judge_stretch(name: &str, stretch: &Stretch<'_>, found: &mut Recovered) {
    let segment = name.to_owned();
    match stretch.next {
        // A hole is named as a gap already, or another segment has its records.
        Some(next) if next > stretch.previous + 1 || stretch.line == 1 => {}
        Some(_) => found.damage.push(Damage::Junk { segment, line: stretch.line }),
        None if stretch.lines == 1 => {
            let (offset, bytes) = (stretch.offset, stretch.bytes.to_vec());
            found.torn = Some(Torn { segment, offset, bytes });
        }
        None => found.damage.push(Damage::Tail { segment, line: stretch.line }),
    }
}

/// A file in which nothing can be proved: an unfinished first line is a segment that was never
/// born; more than that is damage.
fn judge_silent(lines: &Lines<'_>, found: &mut Recovered) {
    let segment = lines.name.to_owned();
    match lines.bad.first() {
        None => {}
        Some(only) if only.lines == 1 => {
            found.torn = Some(Torn { segment, offset: 0, bytes: only.bytes.to_vec() });
        }
        Some(_) => found.damage.push(Damage::Header { segment }),
    }
}

#[cfg(test)]
mod tests;

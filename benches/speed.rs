//! Every goal of speed, as a ratio to a floor that is measured in the same run.
//!
//! `cargo bench` prints one row for each: what, ours, the floor, the ratio, the goal, and whether it
//! is met. `cargo bench -- keys` measures one group; `YIDING_LONG=1` takes larger samples,
//! `YIDING_BRIEF=1` one round of each, which says no more than that it runs. Nothing here fails: a time
//! on a shared machine is for people to read, never for a test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops where it fails, asks the clock, and prints"
)]

mod speed {
    pub(crate) mod books;
    pub(crate) mod bytes;
    pub(crate) mod closing;
    pub(crate) mod comparing;
    pub(crate) mod desk;
    pub(crate) mod history;
    pub(crate) mod journal;
    pub(crate) mod judging;
    pub(crate) mod keys;
    pub(crate) mod list;
    pub(crate) mod measure;
    pub(crate) mod pair;
    pub(crate) mod program;
    pub(crate) mod reading;
    pub(crate) mod screen;
    pub(crate) mod table;
}

use std::env;

use speed::measure::Sample;
use speed::table::Table;
use speed::{bytes, closing, comparing, history, journal, judging, keys, reading, screen};

type Measure = fn(&mut Table, Sample);

/// The groups in their order: programs are started before this one grows, because a large process
/// takes longer to start others.
const GROUPS: [(&str, Measure); 10] = [
    ("screen", screen::measure),
    ("history", history::measure),
    ("reading", reading::measure),
    ("journal", journal::measure),
    ("judging", judging::measure),
    ("closing", closing::measure),
    ("comparing", comparing::measure),
    ("bytes", bytes::measure),
    ("floor", keys::measure_floor),
    ("keys", keys::measure),
];

fn main() {
    // Cargo passes `--bench`; whatever else is a word is the name of a group.
    let wanted: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let asked = |name| env::var_os(name).is_some();
    let sample = match () {
        () if asked("YIDING_BRIEF") => Sample::Brief,
        () if asked("YIDING_LONG") => Sample::Long,
        () => Sample::Short,
    };
    let mut table = Table::new();
    for (name, measure) in GROUPS {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            println!("{name}");
            measure(&mut table, sample);
        }
    }
    table.end();
}

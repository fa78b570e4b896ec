//! A long history: `check` reads every byte of it once, `story` reads the newest file alone. Both as
//! whole processes.

use std::process::{Command, Stdio};

use super::books::{self, Book};
use super::measure::{Medians, Sample, in_turn, passing};
use super::table::{Goal, Table, Unit};

/// Measures commands over a thousand snapshots of three hundred decisions.
pub fn measure(table: &mut Table, sample: Sample) {
    let (long, short) = (Book::played(500, 300), Book::played(50, 300));
    let per_byte = |book: &Book| {
        let bytes = book.bytes();
        move |time: f64| time * 1e6 / bytes
    };
    let (of_long, of_short) = (per_byte(&long), per_byte(&short));
    let rounds = sample.rounds(5);
    let found = in_turn(
        rounds,
        || of_long(passing(|| run(&long, &["check"]))),
        || of_short(passing(|| run(&short, &["check"]))),
    );
    let what = "check 1 MB of 1000 snapshots : 1 MB of 100";
    table.row(what, found, Unit::Time, Goal::Ratio(1.2));
    for (what, line) in [
        ("story of a row over 1000 snapshots", ["story", "1.2"]),
        ("story of a decision over 1000 snapshots", ["story", "1/1"]),
    ] {
        let found = in_turn(rounds, || passing(|| run(&long, &line)), || f64::NAN);
        let found = Medians { floor: f64::NAN, ..found };
        table.row(what, found, Unit::Time, Goal::Most(1.0));
    }
}

fn run(book: &Book, line: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yiding"));
    command.arg("-C").arg(book.root()).args(["--today", &books::today().to_string()]);
    let ended = command.args(line).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(ended.success(), "{line:?}");
}

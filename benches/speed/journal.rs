//! One line of the journal on the disk, against the least that a disk needs for the same bytes.

use std::fs::File;
use std::io::Write as _;

use yiding::shell::disk::Real;
use yiding::shell::home::Home;
use yiding::shell::journal::Journal;

use super::measure::{Sample, in_turn, passing};
use super::table::{Goal, Table, Unit};

/// A line as long as that of a decision.
fn line() -> String {
    let text = "议".repeat(120);
    format!("Did((at:\"2023-09-15T14:26:00+08:00\",edits:[\"{text}\"]))")
}

/// Measures appending and syncing.
pub fn measure(table: &mut Table, sample: Sample) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let home = Home::new(folder.path(), "yiding/open/2023-09-15");
    let mut journal = Journal::open_new(Real, home, "header").unwrap();
    let mut plain = File::create(folder.path().join("plain")).unwrap();
    let line = line();
    let found = in_turn(
        sample.rounds(100),
        || passing(|| journal.append(&line).unwrap()),
        || {
            passing(|| {
                plain.write_all(line.as_bytes()).unwrap();
                plain.sync_data().unwrap();
            })
        },
    );
    let what = "append a line and sync : write and fdatasync";
    table.row(what, found, Unit::Time, Goal::Ratio(1.2));
}

//! Comparing two meetings, as a whole process: start, open the book, read the earlier file, judge both,
//! print.

use std::path::Path;
use std::process::{Command, Stdio};

use yiding::format::{ron, seal};
use yiding::ledger::{Held, Meeting, Snapshot};

use super::books::{self, Book};
use super::measure::{Sample, in_turn, passing};
use super::table::{Goal, Table, Unit};

/// Measures a comparison of a meeting half a year ago with the last one, in books of 300 and of 3,000
/// rows. The floor is the start of a process that reads nothing.
pub fn measure(table: &mut Table, sample: Sample) {
    for (tasks, decisions, goal) in [(300, 600, 0.1), (3_000, 6_000, 1.0)] {
        let plan = books::plan_of(tasks);
        let newest = books::year(&plan, 27, decisions);
        let book = Book::new(&plan, &newest);
        let earlier = newest.meetings.iter().nth(13).map(|(id, _)| id.clone()).unwrap();
        let state = newest.as_of(&earlier).unwrap();
        let Held::Meeting(meeting) = &newest.kind else { unreachable!("the last is a meeting") };
        let kind = Held::Meeting(Meeting { id: earlier.clone(), ..meeting.clone() });
        let text = seal::sealed(ron::write(&Snapshot { kind, ..state }).unwrap());
        std::fs::write(book.snapshot(&earlier), text).unwrap();
        let name = earlier.to_string();
        let line = ["--today", "2023-12-15", "diff", &name, "now"];
        let found = in_turn(
            sample.rounds(11),
            || passing(|| run(book.root(), &line)),
            || passing(|| run(book.root(), &["--version"])),
        );
        let what = format!("diff of two meetings, {tasks} tasks, {decisions} decisions : start");
        table.row(&what, found, Unit::Time, Goal::Most(goal));
    }
}

fn run(folder: &Path, line: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yiding"));
    command.arg("-C").arg(folder).args(line).stdout(Stdio::null());
    assert!(command.status().unwrap().success());
}

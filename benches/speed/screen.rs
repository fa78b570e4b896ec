//! The desk in a terminal, as a person has it: its first frame, its memory, its keys, its silence.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use portable_pty::CommandBuilder;

use super::books::{self, Book};
use super::list::FOOT;
use super::measure::{Medians, Sample, in_turn};
use super::program::Program;
use super::table::{Goal, Table, Unit};

/// The end of a frame that is shown at once.
const SHOWN: &str = "\x1b[?2026l";

/// What a key leaves to be done behind the frame is done after so long: the desk tells where it is a
/// tenth of a second later at most.
const SETTLED: Duration = Duration::from_millis(300);

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

/// Measures programs on a terminal.
pub fn measure(table: &mut Table, sample: Sample) {
    let minimal = minimal();
    for tasks in [20, 1_000, 10_000] {
        let plan = books::plan_of(tasks);
        let newest = books::year(&plan, 12, 300);
        let book = Book::new(&plan, &newest);
        let newest = book.snapshot(&newest.id());
        drop(plan);
        let rounds = sample.rounds(if tasks > 1_000 { 7 } else { 25 });
        let floor = || floor(&minimal, &book, &newest);
        let found = in_turn(rounds, || desk(&book).started, || floor().started);
        let what = format!("first frame, {tasks} tasks and a year : minimal ratatui");
        table.row(&what, found, Unit::Time, Goal::Ratio(1.2));
        if tasks == 1_000 {
            memory(table, &desk(&book), &floor());
            keys(table, sample, desk(&book), floor());
            silence(table, desk(&book), floor());
        }
    }
    history(table, sample);
}

fn memory(table: &mut Table, desk: &Program, floor: &Program) {
    let found = Medians { ours: desk.memory(), floor: floor.memory() };
    table.row("memory, 1000 tasks : minimal ratatui", found, Unit::Memory, Goal::Ratio(1.5));
}

/// Keys in the list of tasks, one after the other, and a hundred at once.
fn keys(table: &mut Table, sample: Sample, mut desk: Program, mut floor: Program) {
    desk.press("t");
    let paced = |program: &mut Program| {
        let before = program.worked();
        let mut times: Vec<f64> = (0..8).map(|n| program.press([DOWN, UP][n % 2])).collect();
        times.sort_by(f64::total_cmp);
        (times[4], (program.worked() - before) / 8.0)
    };
    let (mut works, mut floor_works) = (Vec::new(), Vec::new());
    let timed = |program: &mut Program, works: &mut Vec<f64>| {
        let (time, work) = paced(program);
        works.push(work);
        time
    };
    let found = in_turn(
        sample.rounds(15),
        || timed(&mut desk, &mut works),
        || timed(&mut floor, &mut floor_works),
    );
    let what = "from a key to its last byte, 1000 tasks : minimal ratatui";
    table.row(what, found, Unit::Time, Goal::Ratio(1.2));
    let found = Medians::of(works, floor_works);
    let what = "processor time of a key, 1000 tasks : minimal ratatui";
    table.row(what, found, Unit::Time, Goal::Ratio(1.2));
    let before = frames(&desk);
    desk.press(&DOWN.repeat(100));
    let found = Medians { ours: frames(&desk) - before, floor: f64::NAN };
    table.row("frames of 100 keys at once", found, Unit::Count, Goal::Most(2.0));
}

fn frames(desk: &Program) -> f64 {
    let shown = desk.bytes.windows(SHOWN.len()).filter(|bytes| *bytes == SHOWN.as_bytes());
    f64::from(u32::try_from(shown.count()).unwrap())
}

/// Half a second in which nobody does anything, once all that a key asks for is done.
fn silence(table: &mut Table, mut desk: Program, mut floor: Program) {
    let still = |program: &mut Program| {
        program.press(DOWN);
        thread::sleep(SETTLED);
        program.rest();
        let (bytes, worked) = (program.bytes.len(), program.worked());
        thread::sleep(Duration::from_millis(500));
        program.rest();
        let bytes = f64::from(u32::try_from(program.bytes.len() - bytes).unwrap());
        (bytes, program.worked() - worked)
    };
    let (ours, theirs) = (still(&mut desk), still(&mut floor));
    let bytes = Medians { ours: ours.0, floor: theirs.0 };
    table.row("bytes while nothing happens", bytes, Unit::Bytes, Goal::Most(0.0));
    let worked = Medians { ours: ours.1, floor: theirs.1 };
    table.row("processor time while nothing happens", worked, Unit::Time, Goal::Most(0.0));
}

fn history(table: &mut Table, sample: Sample) {
    let plan = books::district();
    let many = Book::new(&plan, &books::year(&plan, 1_000, 300));
    let one = Book::new(&plan, &books::year(&plan, 1, 300));
    let found = in_turn(sample.rounds(25), || desk(&many).started, || desk(&one).started);
    let what = "first frame, 1000 snapshots of 300 rows : one";
    table.row(what, found, Unit::Time, Goal::Ratio(1.1));
}

/// The desk on a book.
fn desk(book: &Book) -> Program {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yiding"));
    command.arg("-C");
    command.arg(book.root());
    command.args(["--today", &books::today().to_string()]);
    Program::start(command, SHOWN)
}

/// The floor on the same files.
fn floor(minimal: &Path, book: &Book, newest: &Path) -> Program {
    let mut command = CommandBuilder::new(minimal);
    command.arg(book.plan());
    command.arg(newest);
    Program::start(command, FOOT)
}

/// The minimal program, built as this one was. Cargo builds no examples for a benchmark.
fn minimal() -> PathBuf {
    let deps = env::current_exe().unwrap().parent().unwrap().to_owned();
    let folder = deps.parent().unwrap();
    let target = folder.parent().unwrap();
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--example", "minimal"]);
    if folder.ends_with("release") {
        command.arg("--release");
    }
    command.arg("--target-dir").arg(target).arg("--manifest-path");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
    assert!(command.status().unwrap().success());
    folder.join("examples/minimal")
}

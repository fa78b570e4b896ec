//! Programs in a pseudo-terminal: how long until the first whole frame is out, and in how much
//! memory.

use std::fs;
use std::io::Read;
use std::time::Instant;
use std::{env, path::Path, path::PathBuf, process::Command};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::books::{self, Book};
use super::list::FOOT;
use super::measure::{Medians, Sample, in_turn};
use super::table::{Goal, Table, Unit};

/// Measures first frames and memory.
pub fn measure(table: &mut Table, sample: Sample) {
    let minimal = minimal();
    for tasks in [20, 1_000, 10_000] {
        let plan = books::plan_of(tasks);
        let newest = books::year(&plan, 12, 300);
        let book = Book::new(&plan, &newest);
        let newest = book.snapshot(&newest.id());
        drop(plan);
        let rounds = sample.rounds(if tasks > 1_000 { 7 } else { 25 });
        let found = in_turn(rounds, || desk(&book).0, || floor(&minimal, &book, &newest).0);
        let what = format!("first frame, {tasks} tasks and a year : minimal ratatui");
        table.row(&what, found, Unit::Time, Goal::Ratio(1.2));
        if tasks == 1_000 {
            let found = in_turn(5, || desk(&book).1, || floor(&minimal, &book, &newest).1);
            let what = "memory after it, 1000 tasks : minimal ratatui";
            table.row(what, found, Unit::Memory, Goal::Ratio(1.5));
        }
    }
    let found = history(sample);
    let what = "first frame, 1000 snapshots of 300 rows : one";
    table.row(what, found, Unit::Time, Goal::Ratio(1.1));
}

fn history(sample: Sample) -> Medians {
    let plan = books::district();
    let many = Book::new(&plan, &books::year(&plan, 1_000, 300));
    let one = Book::new(&plan, &books::year(&plan, 1, 300));
    in_turn(sample.rounds(25), || desk(&many).0, || desk(&one).0)
}

/// The desk on a book.
fn desk(book: &Book) -> (f64, f64) {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yiding"));
    command.arg("-C");
    command.arg(book.root());
    command.args(["--today", &books::today().to_string()]);
    // The end of a frame that is shown at once.
    started(command, "\x1b[?2026l")
}

/// The floor on the same files.
fn floor(minimal: &Path, book: &Book, newest: &Path) -> (f64, f64) {
    let mut command = CommandBuilder::new(minimal);
    command.arg(book.plan());
    command.arg(newest);
    started(command, FOOT)
}

/// Seconds from the start of a program to the end of its first frame, and its memory then.
fn started(mut command: CommandBuilder, end: &str) -> (f64, f64) {
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    let size = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut bytes = Vec::new();
    let mut some = [0; 8192];
    while !bytes.windows(end.len()).any(|bytes| bytes == end.as_bytes()) {
        let count = reader.read(&mut some).unwrap();
        bytes.extend_from_slice(&some[..count]);
    }
    let passed = start.elapsed().as_secs_f64();
    let memory = memory(child.process_id().unwrap());
    stop(&mut *child, pair.master);
    (passed, memory)
}

/// Resident kilobytes of a process.
fn memory(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let figure = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    figure.unwrap_or(f64::NAN)
}

fn stop(child: &mut (dyn Child + Send + Sync), master: Box<dyn MasterPty + Send>) {
    child.kill().unwrap();
    child.wait().unwrap();
    drop(master);
}

/// The minimal program, built as this one was. Cargo builds no examples for a benchmark.
fn minimal() -> PathBuf {
    let deps = env::current_exe().unwrap().parent().unwrap().to_owned();
    let folder = deps.parent().unwrap();
    let target = folder.parent().unwrap();
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--release", "--example", "minimal", "--target-dir"]);
    command.arg(target).arg("--manifest-path");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
    assert!(command.status().unwrap().success());
    folder.join("examples/minimal")
}

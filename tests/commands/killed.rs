//! Killed, cut off, refused by the disk: real processes on real books. What was answered is there
//! afterwards, and whatever was interrupted is completed by trying again.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::commands::book::{Book, Ran};

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

/// Runs a command and kills it after a while, if it has not ended by itself. What it had printed.
pub(super) fn killed_after(mut command: Command, patience: Duration) -> String {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let (told, ended) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).unwrap();
        let _ = told.send(());
        text
    });
    let _ = ended.recv_timeout(patience);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

/// Every decision that the book has, by id.
pub(super) fn decisions(book: &Book) -> BTreeMap<String, String> {
    let list = book.done(&["list", "decisions", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(|one| (text(&one["id"]), text(&one["text"]))).collect()
}

#[test]
fn every_id_that_was_printed_is_there_after_any_number_of_kills() {
    let book = Book::in_git();
    book.done(&["meet", "open"]);
    let begun = Instant::now();
    book.done(&["decide", "0", "第一件"]);
    // How long a command takes changes with what else the machine does: patience follows it, so that
    // some are killed before they answer and some answer, on an idle machine and on a busy one.
    let mut usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
    let (mut chance, mut printed) = (Chance(7), BTreeMap::new());
    for round in 0..60 {
        let text = format!("第{round}次议定");
        let patience = Duration::from_micros(chance.below(usual * 5 / 4));
        let out = killed_after(book.command(&["decide", "0", &text]), patience);
        if let Some(id) = out.strip_suffix('\n') {
            printed.insert(id.to_owned(), text);
            usual = usual * 9 / 10;
        } else {
            usual = usual * 11 / 10;
        }
    }
    assert!(!printed.is_empty(), "every one of them was killed before it was done");
    let kept = decisions(&book);
    for (id, text) in &printed {
        assert_eq!(kept.get(id), Some(text), "{id}");
    }
    assert!(book.done(&["meet", "close"]).starts_with("2023-09-15 "));
    assert_eq!(decisions(&book), kept);
    assert_eq!(book.run(&["check"]).code, Some(0));
}

#[test]
fn a_close_that_is_killed_is_completed_by_the_next_one() {
    let mut chance = Chance(11);
    let open = open_meeting();
    for _ in 0..20 {
        let book = open.copy();
        let begun = Instant::now();
        book.done(&["meet", "status"]);
        let usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
        let patience = Duration::from_micros(chance.below(usual * 3));
        killed_after(book.command(&["meet", "close"]), patience);
        comes_to_one_end(&book, "killed");
    }
}

#[test]
fn a_disk_that_takes_no_more_is_told_and_nothing_false_is_said() {
    let book = open_meeting();
    let limited = |line: &str| {
        let program = env!("CARGO_BIN_EXE_yiding");
        let call = format!("ulimit -f 1; exec {program} --today 2023-09-15 {line}");
        let mut shell = Command::new("sh");
        shell.args(["-c", &call]).current_dir(book.root()).stdin(Stdio::null()).env_clear();
        Ran::of(&shell.output().unwrap())
    };
    let refused = limited(&format!("decide 0 {}", "长".repeat(300)));
    assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""));
    assert!(
        refused.said.contains("未存：文件太大") && refused.said.contains("1 条记录只在内存里"),
        "{refused:?}"
    );
    let refused = limited("meet close");
    assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""));
    assert_eq!(decisions(&book).values().collect::<Vec<_>>(), ["太安路迁改"]);
    assert_eq!(book.done(&["undo"]).lines().count(), 1, "the book goes on");
    book.done(&["redo"]);
    comes_to_one_end(&book, "no room");
}

/// A book without git, in a meeting with one decision.
fn open_meeting() -> Book {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改"]);
    book
}

/// Whatever happened to a close, trying again leads to one snapshot with everything in it.
fn comes_to_one_end(book: &Book, how: &str) {
    let again = book.run(&["meet", "close"]);
    assert!(matches!(again.code, Some(0 | 5)), "{how}: {again:?}");
    let names = ["0000-adopted.ron", "2023-09-15.ron"].map(str::to_owned);
    let mut there = book.names("snapshots");
    there.retain(|name| name != ".yiding");
    assert_eq!(there, names, "{how}");
    assert_eq!(book.names("snapshots/.yiding/open"), [""; 0], "{how}");
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{how}: {checked:?}");
    assert_eq!(decisions(book).values().collect::<Vec<_>>(), ["太安路迁改"], "{how}");
}

/// The calls of a close that change the disk.
const CALLS: &str = "fdatasync,fsync,linkat,renameat2,rename,unlinkat,unlink,mkdir,rmdir,write";

#[test]
fn a_close_survives_every_call_that_fails_or_is_its_last() {
    assert!(can_trace(), "strace is missing, or may not trace here");
    let (open, logs) = (open_meeting(), tempfile::tempdir().unwrap());
    let log = logs.path().join("calls");
    let whole = traced(&open.copy(), &log, &[]);
    assert_eq!(whole.code, Some(0), "{whole:?}");
    for (call, count) in counts(&log) {
        for when in 1..=count {
            for what in ["error=EIO", "signal=KILL"] {
                let book = open.copy();
                let inject = format!("inject={call}:{what}:when={when}");
                let ran = traced(&book, Path::new("/dev/null"), &["-e", &inject]);
                let sealed = book.at("snapshots/2023-09-15.ron").exists();
                assert!(sealed || ran.code != Some(0), "{inject}: {ran:?}");
                comes_to_one_end(&book, &inject);
            }
        }
    }
}

/// Whether this machine lets one process trace another.
pub(super) fn can_trace() -> bool {
    let ran = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    ran.is_ok_and(|output| output.status.success())
}

fn traced(book: &Book, log: &Path, more: &[&str]) -> Ran {
    let close = book.command(&["meet", "close"]);
    let mut command = Command::new("strace");
    command.args(["-f", "-o"]).arg(log).args(["-e", &format!("trace={CALLS}")]).args(more);
    command.arg(close.get_program()).args(close.get_args()).env_clear();
    for (name, value) in close.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    Ran::of(&command.stdin(Stdio::null()).output().unwrap())
}

/// How often each call was made. Writes to the terminal's side come last and harm nobody.
pub(super) fn counts(log: &Path) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let call = line.split_once(' ').map_or("", |(_, rest)| rest.trim_start());
        if let Some((name, _)) = call.split_once('(') {
            *counts.entry(name.to_owned()).or_default() += 1;
        }
    }
    counts
}

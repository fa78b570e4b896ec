//! A book that may be read and not written: looking works, recording is refused before anything is
//! done, and nothing is left behind.

use std::process::{Command, Stdio};

use crate::commands::book::{Book, Ran};
use crate::frozen::Frozen;

/// Runs a command line as somebody without rights.
fn run(book: &Book, frozen: &Frozen, line: &[&str]) -> Ran {
    let ours = book.command(line);
    let call = frozen.call();
    let mut command = Command::new(&call[0]);
    command.args(&call[1..]).args(ours.get_args()).env_clear().stdin(Stdio::null());
    for (name, value) in ours.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    Ran::of(&command.output().unwrap())
}

/// What only looks.
const LOOKS: &[&[&str]] = &[&[], &["show"], &["show", "1.4"], &["list", "tasks"], &["check"]];

/// What would write.
const WRITES: &[&[&str]] = &[
    &["meet", "open"],
    &["meet", "close"],
    &["meet", "adjourn"],
    &["decide", "1.4", "开工"],
    &["read", "0/2=16.2", "8月"],
    &["assign", "1.4", "@临空办"],
    &["attend", "出席", "临空办"],
    &["undo"],
    &["redo"],
    &["seal"],
];

fn looks_and_never_writes(book: &Book, folder: &str) {
    let frozen = Frozen::new(&book.root());
    for line in LOOKS {
        let ran = run(book, &frozen, line);
        assert_eq!(ran.code, Some(0), "{folder} {line:?} {ran:?}");
        assert!(!ran.out.is_empty(), "{folder} {line:?}");
    }
    for line in WRITES {
        let ran = run(book, &frozen, line);
        assert_eq!((ran.code, ran.out.as_str()), (Some(5), ""), "{folder} {line:?} {ran:?}");
        let names = ran.said.contains(folder) && ran.said.contains("没有权限，请检查属主和权限");
        assert!(names, "{folder} {line:?} {ran:?}");
    }
    frozen.is_untouched();
}

#[test]
fn a_folder_that_cannot_be_written_can_be_looked_at() {
    looks_and_never_writes(&Book::plain(), "snapshots");
    looks_and_never_writes(&Book::in_git(), ".git/yiding");
}

#[test]
fn a_meeting_in_a_folder_that_cannot_be_written_can_be_looked_at() {
    for book in [Book::plain(), Book::in_git()] {
        book.done(&["meet", "open"]);
        book.done(&["decide", "1.4", "太安路迁改"]);
        looks_and_never_writes(&book, "yiding/lock");
        let frozen = Frozen::new(&book.root());
        let status = run(&book, &frozen, &["meet", "status"]);
        assert!(status.code == Some(0) && status.out.contains("议定1项"), "{status:?}");
        let list = run(&book, &frozen, &["list", "decisions"]);
        assert!(list.out.contains("太安路迁改"), "{list:?}");
    }
}

#[test]
fn a_book_cannot_be_made_where_nothing_can_be_written() {
    let book = Book::plain();
    let frozen = Frozen::new(&book.root());
    let folder = book.at("new");
    let refused = run(&book, &frozen, &["init", folder.to_str().unwrap()]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(5), ""), "{refused:?}");
    let words = ["没有权限，请检查属主和权限（", "new 未成）"];
    assert!(words.iter().all(|words| refused.said.contains(words)), "{refused:?}");
    frozen.is_untouched();
}

/// Runs a command whose calls to the system are answered with errors.
fn refused_by_the_system(book: &Book, line: &[&str], inject: &str) -> Ran {
    let ours = book.command(line);
    let mut command = Command::new("strace");
    command.args(["-f", "-o", "/dev/null", "-e", &format!("inject={inject}")]);
    command.arg(ours.get_program()).args(ours.get_args()).env_clear().stdin(Stdio::null());
    for (name, value) in ours.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    let output = command.output().unwrap_or_else(|why| panic!("strace is missing: {why}"));
    let ran = Ran::of(&output);
    assert!(!ran.said.contains("strace:"), "strace cannot trace here: {ran:?}");
    ran
}

#[test]
fn a_file_system_that_is_read_only_is_named() {
    let book = Book::plain();
    let calls = "mkdir,mkdirat:error=EROFS";
    let looked = refused_by_the_system(&book, &["show", "1.4"], calls);
    assert_eq!(looked.code, Some(0), "{looked:?}");
    for line in [["meet", "open"], ["read", "0/2=16.2"]] {
        let refused = refused_by_the_system(&book, &line, calls);
        assert_eq!((refused.code, refused.out.as_str()), (Some(5), ""), "{refused:?}");
        assert!(refused.said.contains("磁盘是只读的"), "{refused:?}");
    }
    assert_eq!(book.names(""), ["plan.ron"]);
}

#[test]
fn a_snapshot_that_cannot_get_its_name_leaves_the_meeting_open() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改"]);
    for (calls, words) in [
        ("link,linkat:error=EXDEV", "不在同一个文件系统上"),
        ("link,linkat:error=EROFS", "磁盘是只读的"),
        // As on an immutable folder: a move does not help there either.
        ("link,linkat,rename,renameat,renameat2:error=EPERM", "没有权限"),
    ] {
        let refused = refused_by_the_system(&book, &["meet", "close"], calls);
        assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""), "{calls} {refused:?}");
        assert!(refused.said.contains(words), "{calls} {refused:?}");
        assert!(!book.at("snapshots/2023-09-15.ron").exists(), "{calls}");
        let status = book.run(&["meet", "status"]);
        assert!(status.out.contains("议定1项"), "{calls} {status:?}");
    }
    assert!(book.done(&["meet", "close"]).starts_with("2023-09-15 "));
    assert_eq!(book.run(&["check"]).code, Some(0));
}

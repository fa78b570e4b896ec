//! The desk in lines on a real terminal: cooked, so that screen readers and input methods work there.

use std::fs;

use rustix::process::{Signal, kill_process};

use super::desk::Book;
use super::rig::{Program, Rig};

/// A desk in lines, and the program behind it.
fn sit(book: &Book, (name, value): (&str, &str)) -> (Rig, Program) {
    let mut rig = Rig::new();
    let mut command = book.call();
    command.env(name, value);
    let program = rig.start(command);
    rig.wait("the prompt", |seen| seen.says(" >"));
    (rig, program)
}

#[test]
fn a_dumb_terminal_and_a_screen_reader_hold_a_meeting_in_lines() {
    for (name, value) in [("TERM", "dumb"), ("ACCESSIBLE", "1")] {
        let book = Book::new();
        let (mut rig, mut program) = sit(&book, (name, value));
        rig.press("开会\r");
        rig.wait("the form", |seen| seen.says("开会 日期 >"));
        rig.press("保存\r");
        rig.wait("the meeting", |seen| seen.says("已开会"));
        rig.press("空港应急医院开工\r");
        rig.wait("the answer of the disk", |seen| seen.says("已存 议定1"));
        rig.press("\x03");
        rig.wait("the question", |seen| seen.says("再写一次 退出"));
        rig.press("\x03");
        assert_eq!(program.end(), "0");
        assert_eq!(rig.look(|seen| seen.count("\x1b")), 0, "no escape byte");
    }
}

#[test]
fn lines_that_were_chosen_once_for_all_open_in_lines() {
    let book = Book::new();
    fs::create_dir_all(book.at(".config/yiding")).unwrap();
    fs::write(book.at(".config/yiding/config.ron"), "(layout: linear)\n").unwrap();
    let (mut rig, mut program) = sit(&book, ("TERM", "xterm-256color"));
    rig.press("退出\r");
    assert_eq!(program.end(), "0");
    assert_eq!(rig.look(|seen| seen.count("\x1b")), 0, "no escape byte");
}

#[test]
fn ended_from_outside_it_leaves_with_what_was_typed_kept() {
    let book = Book::new();
    let (mut rig, mut program) = sit(&book, ("TERM", "dumb"));
    rig.press("开会\r保存\r");
    rig.wait("the meeting", |seen| seen.says("已开会"));
    rig.press("？空港应急医院开工\r");
    rig.wait("what it would do", |seen| seen.says("空一行就记下"));
    kill_process(program.pid(), Signal::TERM).unwrap();
    assert_eq!(program.end(), "0");
    let (mut rig, mut program) = sit(&book, ("TERM", "dumb"));
    rig.wait("the draft", |seen| seen.says("行里还没记下：空港应急医院开工"));
    rig.press("\r");
    rig.wait("the answer of the disk", |seen| seen.says("已存 议定1"));
    rig.vanish();
    program.end();
    assert!(!book.git("status --porcelain").is_empty(), "the meeting is open still");
}

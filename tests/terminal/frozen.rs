//! The desk on a book that may be read and not written: it says so before anybody types.

use super::desk::{Book, F8, F10, record};
use super::rig::{Program, Rig};
use crate::frozen::Frozen;

const F2: &str = "\x1b[12~";
const F3: &str = "\x1b[13~";
const NEXT: &str = "\x0e";

fn sit(book: &Book, program: &[String]) -> (Rig, Program) {
    let mut rig = Rig::new();
    let program = rig.start(book.call_by(program));
    rig.wait("the first screen", |seen| seen.says("道里区2023年主要任务"));
    rig.wait("why it only looks", |seen| seen.says("只读"));
    (rig, program)
}

/// Leaves, whether or not that is asked once more.
fn leave(mut rig: Rig, mut program: Program) {
    rig.press(F10);
    rig.press(F10);
    assert_eq!(program.end(), "0");
}

#[test]
fn a_folder_that_cannot_be_written_is_looked_at() {
    let book = Book::new();
    let frozen = Frozen::new(&book.at(""));
    let (mut rig, program) = sit(&book, &frozen.call());
    rig.look(|seen| assert!(seen.says("没有权限，请检查属主和权限"), "{}", seen.text()));
    for key in [F8, F3] {
        rig.press(key);
        rig.press("14");
        rig.wait("the task, and no page of fields", |seen| seen.says("1.4 临空经济"));
        rig.look(|seen| assert!(seen.says("只读"), "{}", seen.text()));
        rig.press("\x1b");
        rig.wait("the plan", |seen| seen.says("总览"));
    }
    leave(rig, program);
    frozen.is_untouched();
}

#[test]
fn a_meeting_that_cannot_be_written_is_read_and_nothing_is_typed() {
    let book = Book::new();
    let (mut rig, program) = book.open_meeting();
    record(&mut rig, "空港应急医院开工", "已存 议定1");
    leave(rig, program);
    let frozen = Frozen::new(&book.at(""));
    let (mut rig, program) = sit(&book, &frozen.call());
    rig.wait("the meeting", |seen| seen.says("空港应急医院开工") && seen.says("议题 1/21"));
    rig.press(NEXT);
    rig.wait("the next item, without a mark", |seen| seen.says("议题 2/21"));
    rig.press("太安路");
    rig.wait("the search", |seen| seen.says("搜索") && seen.says("太安路"));
    rig.press("\x1b");
    rig.wait("the meeting again", |seen| !seen.says("太安路") && seen.says("议题 2/21"));
    rig.press("@");
    rig.press(F2);
    rig.press("14");
    rig.wait("the task, and no page of fields", |seen| seen.says("1.4.1"));
    leave(rig, program);
    frozen.is_untouched();
}

#[test]
fn a_file_system_that_is_read_only_is_named_on_the_screen() {
    let book = Book::new();
    let inject = "inject=mkdir,mkdirat:error=EROFS";
    let program = env!("CARGO_BIN_EXE_yiding");
    let call = ["strace", "-f", "-o", "/dev/null", "-e", inject, program].map(str::to_owned);
    let (rig, program) = sit(&book, &call);
    rig.look(|seen| assert!(seen.says("磁盘是只读的"), "{}", seen.text()));
    leave(rig, program);
    assert!(!book.at(".git/yiding").exists());
}

#[test]
fn a_desk_that_only_looks_leaves_the_draft_to_the_one_that_writes() {
    let book = Book::new();
    let (mut rig, program) = book.open_meeting();
    rig.press("说到一半");
    let draft = book.at(".git/yiding/draft");
    super::desk::until("the draft", || draft.exists());
    let here = [env!("CARGO_BIN_EXE_yiding").to_owned()];
    let (mut second, looking) = sit(&book, &here);
    second.look(|seen| assert!(!seen.says("说到一半"), "{}", seen.text()));
    second.press("\x15");
    leave(second, looking);
    let text = std::fs::read_to_string(&draft).unwrap();
    assert_eq!(text, "2023-09-15\n说到一半");
    leave(rig, program);
}

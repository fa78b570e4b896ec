//! The desk on a real terminal: opened, killed, opened again, closed; and what the book says of it
//! afterwards.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::{Signal, kill_process};

use super::rig::{Program, Rig};

pub(super) const F8: &str = "\x1b[19~";
pub(super) const F10: &str = "\x1b[21~";
const UNDO: &str = "\x1a";
const PAPERS: &str = "\x18";

/// A book in a repository.
pub(super) struct Book {
    temp: tempfile::TempDir,
}

impl Book {
    pub(super) fn new() -> Self {
        let book = Self { temp: tempfile::tempdir().unwrap() };
        fs::write(book.at("plan.ron"), include_str!("../../plan.ron")).unwrap();
        for line in ["init -q -b main", "config user.name 甲秘书", "config user.email a@b.invalid"]
        {
            book.git(line);
        }
        book
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    pub(super) fn git(&self, line: &str) -> String {
        let mut git = Command::new("git");
        git.arg("-C").arg(self.temp.path()).args(line.split(' ')).env("HOME", self.temp.path());
        let output = git.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// A call of the program on this book.
    pub(super) fn call(&self) -> CommandBuilder {
        self.call_by(&[env!("CARGO_BIN_EXE_yiding").to_owned()])
    }

    /// The same, by a program that may stand behind others.
    pub(super) fn call_by(&self, program: &[String]) -> CommandBuilder {
        let mut command = CommandBuilder::new(&program[0]);
        command.args(&program[1..]);
        command.env_clear();
        command.args(["--today", "2023-09-15", "-C"]);
        command.arg(self.temp.path());
        command.env("PATH", std::env::var_os("PATH").unwrap());
        command.env("HOME", self.temp.path());
        // The folder of the book is no home: what a person uses does not lie in it.
        command.env("XDG_STATE_HOME", self.at(".git/state"));
        command.env("TERM", "xterm-256color");
        command
    }

    /// Sits down at a terminal of its own.
    pub(super) fn sit(&self) -> (Rig, Program) {
        let mut rig = Rig::new();
        let program = rig.start(self.call());
        rig.wait("the first screen", |seen| seen.says("道里区2023年主要任务"));
        (rig, program)
    }

    pub(super) fn open_meeting(&self) -> (Rig, Program) {
        let (mut rig, program) = self.sit();
        rig.press(F8);
        rig.wait("the page that opens a meeting", |seen| seen.says("2023-09-15"));
        rig.press(F8);
        // Said once its journal is there: until then what is typed waits behind the page.
        rig.wait("the meeting", |seen| seen.says("进行中") && seen.says("已开会"));
        (rig, program)
    }

    fn journal(&self) -> PathBuf {
        self.at(".git/yiding/open/2023-09-15")
    }
}

pub(super) fn record(rig: &mut Rig, text: &str, told: &str) {
    rig.press(text);
    rig.wait("the typed text", |seen| seen.says(text));
    rig.press("\r");
    rig.wait("the answer of the disk", |seen| seen.says(told));
}

/// Waits for something outside the screen.
pub(super) fn until(what: &str, there: impl Fn() -> bool) {
    let begun = Instant::now();
    while !there() {
        assert!(begun.elapsed() < Duration::from_secs(20), "never came: {what}");
        std::thread::yield_now();
    }
}

#[test]
fn a_meeting_survives_its_desk_and_ends_as_one_commit() {
    let book = Book::new();
    let (mut rig, mut program) = book.open_meeting();
    record(&mut rig, "空港应急医院开工", "已存 议定1");
    record(&mut rig, "老旧小区全部进场", "已存 议定2");
    rig.press(UNDO);
    rig.wait("the take-back", |seen| seen.says("已撤回：议定2"));
    rig.press("太安路迁");
    rig.wait("what is typed", |seen| seen.says("太安路迁"));
    let draft = book.at(".git/yiding/draft");
    until("the draft", || fs::read_to_string(&draft).is_ok_and(|text| text.contains("太安路迁")));
    kill_process(program.pid(), Signal::KILL).unwrap();
    program.end();

    let (mut rig, mut program) = book.sit();
    rig.wait("what was recovered", |seen| seen.says("已恢复3条"));
    rig.wait("what was typed", |seen| seen.says("太安路迁"));
    rig.press("\r");
    rig.wait("the next number", |seen| seen.says("已存 议定3"));
    rig.press(F8);
    rig.wait("the menu", |seen| seen.says("散会"));
    rig.press("2");
    rig.wait("the gate", |seen| seen.says("缺牵头"));
    rig.press(F8);
    rig.wait("the commit", |seen| seen.says("已入库"));
    rig.press(F10);
    assert_eq!(program.end(), "0");

    assert!(!book.journal().exists() && !draft.exists());
    let subject = book.git("log -1 --format=%s");
    assert_eq!(subject, "第1次重点工作调度会 2023-09-15：议定2项，报数0条\n");
    let snapshot = fs::read_to_string(book.at("snapshots/2023-09-15.ron")).unwrap();
    assert!(snapshot.contains("太安路迁") && !snapshot.contains("老旧小区全部进场"));
}

/// Presses keys and waits for the answer of the disk. How many keys there were beyond the words.
fn keys_beyond(rig: &mut Rig, words: &str, keys: &str, told: &str) -> usize {
    rig.press(words);
    rig.wait("the words", |seen| seen.says(words));
    rig.press(keys);
    rig.wait(told, |seen| seen.says(told));
    keys.chars().count()
}

/// A whole meeting by the keyboard, within the keys that screens.md 7 allows beyond the words.
#[test]
fn a_meeting_of_fifteen_decisions_is_typed_within_its_keys() {
    let book = Book::new();
    let (mut rig, mut program) = book.open_meeting();
    let mut number = 0;
    for round in 1..=15 {
        number += 1;
        let words = format!("第{round:02}件事抓紧办");
        let told = format!("已存 议定{number} {words}");
        assert!(keys_beyond(&mut rig, &words, " @2+3+4>1031\r", &told) <= 14);
        if round % 5 == 0 {
            assert_eq!(keys_beyond(&mut rig, "", UNDO, &format!("已撤回：议定{number}")), 1);
        }
    }
    for (round, target) in
        ["0/1", "0/2", "0/3", "0/4", "0/5", "1.2/1", "1.2/2"].iter().cycle().take(14).enumerate()
    {
        let value = format!("{target}={}\r", round + 1);
        assert!(keys_beyond(&mut rig, "", &value, &format!("已存 报数 {target}")) <= 10);
        rig.press("\x0e");
        rig.wait("the next item", |seen| seen.says(&format!("议题 {}/21", round + 2)));
    }
    rig.press(F8);
    rig.wait("the menu", |seen| seen.says("散会"));
    rig.press("2");
    rig.wait("the gate", |seen| seen.says("散会"));
    rig.press(F8);
    rig.wait("the commit", |seen| seen.says("已入库"));
    rig.press(F10);
    assert_eq!(program.end(), "0");

    let subject = book.git("log -1 --format=%s");
    assert_eq!(subject, "第1次重点工作调度会 2023-09-15：议定12项，报数14条\n");
    assert!(!book.journal().exists());
    let snapshot = fs::read_to_string(book.at("snapshots/2023-09-15.ron")).unwrap();
    assert_eq!(snapshot.matches("due: Stated(\"2023-10-31\")").count(), 12);
    assert!(!snapshot.contains("第05件事") && snapshot.contains("第14件事"));
}

#[test]
fn one_key_makes_the_papers_of_the_open_meeting_and_leaves_alone_what_was_changed() {
    let book = Book::new();
    let (mut rig, mut program) = book.open_meeting();
    record(&mut rig, "空港应急医院开工", "已存 议定1");
    rig.press(PAPERS);
    rig.wait("the papers", |seen| seen.says("已出文稿6件，在 plan.ron 旁的 papers 目录"));
    let names = || {
        let files = fs::read_dir(book.at("papers")).unwrap();
        let mut names: Vec<_> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let made = [
        ".gitignore",
        "2023-09-15-任务分解表.xlsx",
        "2023-09-15-会议纪要.docx",
        "2023-09-15-时限日历.ics",
        "2023-09-15-督办台账.xlsx",
        "2023-09-15-督查通报.docx",
        "2023-09-15-议定事项清单.docx",
    ];
    assert_eq!(names(), made);
    assert!(!book.git("status --porcelain").contains("papers"));

    let minutes = book.at("papers/2023-09-15-会议纪要.docx");
    fs::write(&minutes, "改过").unwrap();
    rig.press(PAPERS);
    rig.wait("what was left alone", |seen| seen.says("1件有人改过，没有动：2023-09-15-会议纪要"));
    assert_eq!((fs::read_to_string(&minutes).unwrap().as_str(), names().len()), ("改过", 7));
    rig.press(F10);
    rig.wait("the question", |seen| seen.says("再按一次"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
}

#[test]
fn who_commits_is_asked_when_git_does_not_know() {
    let book = Book::new();
    book.git("config --unset user.name");
    book.git("config user.useConfigOnly true");
    let (mut rig, mut program) = book.open_meeting();
    record(&mut rig, "空港应急医院开工", "已存 议定1");
    rig.press(F8);
    rig.wait("the menu", |seen| seen.says("散会"));
    rig.press("2");
    rig.wait("the gate", |seen| seen.says("缺牵头"));
    rig.press(F8);
    rig.wait("the question", |seen| seen.says("由谁入库"));
    rig.press("甲秘书");
    rig.wait("the name", |seen| seen.says("甲秘书"));
    rig.press("\t");
    rig.wait("the next field", |seen| seen.says("> 邮箱"));
    rig.press("jia@example.invalid");
    rig.wait("the address", |seen| seen.says("jia@example.invalid"));
    rig.press("\r");
    rig.wait("the commit", |seen| seen.says("已入库"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
    assert_eq!(book.git("log -1 --format=%an"), "甲秘书\n");
}

#[test]
fn the_second_desk_only_looks_and_says_who_writes() {
    let book = Book::new();
    let (first, _writing) = book.open_meeting();
    let (mut second, mut looking) = book.sit();
    second.wait("why it only looks", |seen| seen.says("只读"));
    second.press(F8);
    second.wait("the refusal", |seen| seen.says("只读"));
    second.press(F10);
    second.press(F10);
    assert_eq!(looking.end(), "0");
    first.look(|seen| assert!(seen.says("进行中")));
}

#[test]
fn what_is_typed_outlives_an_ended_program_and_the_terminal_is_given_back() {
    for (signal, name) in [(Signal::TERM, "Terminated"), (Signal::HUP, "Hangup")] {
        let book = Book::new();
        let before = Rig::new().modes();
        let (mut rig, mut program) = book.open_meeting();
        rig.press("说到一半");
        rig.wait("what is typed", |seen| seen.says("说到一半"));
        kill_process(program.pid(), signal).unwrap();
        assert_eq!(program.end(), name);
        let draft = fs::read_to_string(book.at(".git/yiding/draft")).unwrap();
        assert_eq!(draft, "2023-09-15\n说到一半");
        assert_eq!(rig.modes(), before);
        rig.wait("the screen before", |seen| !seen.emulator.screen().alternate_screen());
    }
}

/// The window is closed, or the line is cut: nobody is asked, and no words go to a terminal that is
/// not there.
#[test]
fn a_terminal_that_vanishes_takes_nothing_with_it() {
    let book = Book::new();
    let mut rig = Rig::unread();
    let before = rig.modes();
    let mut program = rig.start(book.call());
    until("the desk", || rig.modes() != before);
    let journal = book.journal().join("000001.jnl");
    let holds = |path: &Path, text: &str| fs::read_to_string(path).is_ok_and(|t| t.contains(text));
    rig.press(&format!("{F8}{F8}"));
    until("the meeting", || journal.exists());
    // Nobody sees the screen: what is typed is waited for in the draft.
    let draft = book.at(".git/yiding/draft");
    rig.press("空港应急医院开工");
    until("the line", || holds(&draft, "空港应急医院开工"));
    rig.press("\r");
    until("the record", || holds(&journal, "空港应急医院开工"));
    rig.press("说到一半");
    until("the next line", || holds(&draft, "说到一半"));
    rig.vanish();
    let end = program.end();
    assert!(end == "Hangup" || end == "0", "{end}");
    assert!(holds(&journal, "空港应急医院开工"));
    // The rig's master ends its line with a line feed of its own: where that is heard before the end,
    // what was typed is a record.
    assert!(holds(&draft, "说到一半") || holds(&journal, "说到一半"));
}

#[test]
fn who_may_not_be_asked_gets_the_overview_laid_out_for_the_terminal() {
    let book = Book::new();
    let mut rig = Rig::new();
    let mut call = book.call();
    call.args(["--no-input"]);
    let mut program = rig.start(call);
    assert_eq!(program.end(), "0");
    rig.wait("the last line", |seen| seen.says("不得录入涉密内容"));
    rig.look(|seen| {
        assert_eq!(seen.count("\x1b"), 0, "plain lines");
        assert!(seen.says("5项任务"));
    });
    assert!(!book.at(".git/yiding").exists(), "looking leaves nothing");
}

const PASTE: &str = "\x1b[200~";
const PASTED: &str = "\x1b[201~";
const DOWN: &str = "\x1b[B";

/// A meeting prepared in a minute: the lists become the agenda, lines are pasted, the room only changes
/// four words. What was prepared survives a desk that is killed.
#[test]
fn an_agenda_is_prepared_pasted_killed_and_used_in_the_room() {
    let book = Book::new();
    let (mut rig, mut program) = book.sit();
    rig.press("\x0f");
    rig.wait("the lists", |seen| seen.says("排成议程"));
    rig.press("\r");
    rig.wait("the agenda", |seen| seen.says("已存") && seen.says("为下次会议准备"));
    rig.press(DOWN);
    rig.wait("the second item", |seen| seen.says(">   2"));
    rig.press("《");
    rig.wait("the item moved", |seen| seen.says(">   1") && seen.says("已存 改议程2项"));
    rig.press(&format!("{PASTE}太安路迁改10月15日前完成\n每周五报工期{PASTED}"));
    rig.wait("the pasted lines", |seen| seen.says("已存 预拟2条"));
    kill_process(program.pid(), Signal::KILL).unwrap();
    program.end();

    let (mut rig, mut program) = book.sit();
    rig.wait("what is prepared", |seen| seen.says("议程已备"));
    rig.press(F8);
    rig.wait("the prepared agenda", |seen| seen.says("已备"));
    rig.press("\r");
    rig.wait("the meeting with its lines", |seen| seen.says("进行中") && seen.says("每周五报工期"));
    rig.press(DOWN);
    rig.press("\r");
    rig.wait("the line to change", |seen| seen.says("其他事项 > 太安路迁改"));
    record(&mut rig, "，不再延期", "已存 议定1");
    rig.press("\x07");
    rig.wait("the agenda without the line", |seen| {
        seen.says("每周五报工期") && !seen.says("- 太安路迁改")
    });
    rig.press(F10);
    rig.press(F10);
    assert_eq!(program.end(), "0");
    assert_eq!(book.git("status --porcelain"), "?? plan.ron\n?? snapshots/\n");
}

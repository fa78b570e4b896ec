//! The past at the desk on a real terminal: two lines joined, what changed between two meetings, and
//! how far a long check is. Each screen at 80×24 and at 120×36.

use std::fs;
use std::process::Command;

use super::desk::{Book, F8, F10};
use super::rig::{Program, Rig, Seen};

const COMPARE: &str = "\u{4}";
const LEFT: &str = "\u{1b}[D";

/// Runs the program on a book, on a day.
fn run(book: &Book, day: &str, line: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yiding"));
    command.env_clear().env("HOME", book.at("")).env("PATH", std::env::var_os("PATH").unwrap());
    command.args(["--today", day, "-C"]).arg(book.at("")).args(line);
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn done(book: &Book, day: &str, line: &[&str]) {
    let ran = run(book, day, line);
    assert_eq!(ran.0, Some(0), "{line:?} {ran:?}");
}

fn meet(book: &Book, day: &str, text: &str) {
    done(book, day, &["meet", "open", "--chair", "区长"]);
    done(book, day, &["decide", "1.4", text]);
    done(book, day, &["meet", "close"]);
}

/// A book with two meetings and a reading at each.
fn met_twice() -> Book {
    let book = Book::new();
    book.git("add plan.ron");
    book.git("commit -q -m plan");
    meet(&book, "2023-08-11", "太安路迁改9月底前完成 @临空办 >930");
    done(&book, "2023-08-12", &["read", "1.2/1=240", "2023-01..2023-07"]);
    meet(&book, "2023-08-25", "空港应急医院开工 @卫健局 >1031");
    done(&book, "2023-08-26", &["read", "1.2/1=305", "2023-01..2023-08"]);
    book
}

/// Two branches that gave one decision two dues, and a third one without any conflict.
fn three_lines() -> Book {
    let book = met_twice();
    for (branch, day, due) in [("east", "2023-09-06", "10-15"), ("west", "2023-09-07", "10-31")] {
        book.git(&format!("switch -q -c {branch} main"));
        meet(&book, day, &format!("{branch} 一件"));
        let line = ["extend", "2023-08-11/1", due, "--approved", "区长", "--reason", "汛期"];
        done(&book, day, &line);
        done(&book, day, &["seal"]);
    }
    book.git("switch -q main");
    meet(&book, "2023-09-08", "主线一件");
    book.git("merge -q --no-edit east west");
    book
}

/// Sits down at a terminal of a size.
fn sit(book: &Book, (columns, rows): (u16, u16), shows: &str) -> (Rig, Program) {
    let mut rig = Rig::new();
    rig.resize(columns, rows);
    let program = rig.start(book.call());
    rig.wait("the first screen", |seen| seen.says(shows));
    (rig, program)
}

/// Every line of the screen fits, and the head line is as wide as the screen.
fn laid_out(rig: &Rig, (columns, rows): (u16, u16)) {
    rig.look(|seen| {
        let screen = seen.emulator.screen();

        let text = screen.contents();
        assert!(text.lines().nth(1).unwrap().starts_with(&"-".repeat(columns.into())), "{text}");
        assert_eq!(text.lines().count(), usize::from(rows), "{text}");
    });
}

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

#[test]
fn three_lines_are_joined_at_the_desk_with_a_key_for_the_conflict() {
    for size in SIZES {
        let book = three_lines();
        let (mut rig, mut program) = sit(&book, size, "本线");
        laid_out(&rig, size);
        rig.wait("the first two lines", |seen| seen.says("还有别的会议线") && seen.says("F8 合并"));
        rig.press(F8);
        rig.wait("the conflict of the next line", |seen| {
            seen.says("? 待选  1/1 时限") && seen.says("本线  2023-09-15-join")
        });
        laid_out(&rig, size);
        rig.wait("both sides", |seen| seen.says("2023-10-15") && seen.says("2023-10-31"));
        rig.wait("the commit of the first joining", |seen| seen.says("已入库"));
        rig.press(F8);
        rig.wait("that it waits", |seen| seen.says("还有1处冲突"));
        rig.press("2");
        rig.wait("the choice", |seen| seen.says("= 用另线"));
        rig.press(F8);
        rig.wait("one line", |seen| seen.says("已入库") && seen.says("总览"));
        rig.press(F10);
        assert_eq!(program.end(), "0");
        let (code, said) = run(&book, "2023-09-15", &["check"]);
        assert_eq!(code, Some(0), "{said}");
        let (_, shown) = run(&book, "2023-09-15", &["show", "2023-08-11/1"]);
        assert!(shown.contains("2023-10-31"), "{shown}");
        assert_eq!(book.git("status --porcelain"), "");
    }
}

#[test]
fn what_changed_is_seen_along_the_line_of_meetings() {
    for size in SIZES {
        let book = met_twice();
        let (mut rig, mut program) = sit(&book, size, "道里区2023年主要任务");
        rig.press(COMPARE);
        rig.wait("the last meeting to now", |seen| {
            seen.says("差异") && seen.says("240亿元") && seen.says("305亿元")
        });
        laid_out(&rig, size);
        let before = rig.look(Seen::text);
        assert!(!before.contains("空港应急医院开工"), "that was decided before: {before}");
        rig.press(LEFT);
        rig.press(LEFT);
        rig.wait("what the second meeting decided", |seen| seen.says("空港应急医院开工"));
        laid_out(&rig, size);
        // The cursor of the terminal is on the row of the cursor.
        rig.look(|seen| {
            let (row, _) = seen.emulator.screen().cursor_position();
            let text = seen.text();
            let line = text.lines().nth(row.into()).unwrap();
            assert!(line.contains('>'), "{row}: {line}\n{text}");
        });
        rig.press("，");
        rig.wait("the sorts", |seen| seen.says("按单位"));
        rig.press("3");
        rig.wait("readings only", |seen| seen.says("305亿元") && !seen.says("空港应急医院开工"));
        rig.press("\u{1b}");
        rig.wait("the overview again", |seen| seen.says("总览"));
        rig.press(F10);
        assert_eq!(program.end(), "0");
    }
}

/// However fast the machine is: more and more snapshots, until a check takes a second.
#[test]
fn a_long_check_shows_how_far_it_is_and_cleans_its_line() {
    let book = met_twice();
    let text = fs::read(book.at("snapshots/2023-08-25.ron")).unwrap();
    let mut there = 0;
    for count in [500, 2_000, 8_000, 32_000, 128_000] {
        for n in there..count {
            fs::write(book.at(&format!("snapshots/2023-09-01-{}.ron", n + 2)), &text).unwrap();
        }
        there = count;
        let mut rig = Rig::new();
        let mut call = book.call();
        call.args(["--format", "json", "check"]);
        let mut program = rig.start(call);
        let code = program.end();
        assert_eq!(code, "1", "copies are no snapshots of their names");
        if rig.look(|seen| seen.count("核对 [") > 0) {
            let of = format!("/{}", count + 4);
            rig.look(|seen| {
                let said = String::from_utf8_lossy(&seen.bytes).into_owned();
                let bar = said.find("核对 [").unwrap();
                assert!(said[..bar].ends_with('\r'), "it begins where the line does");
                let parts = said[bar..].split("核对 [").skip(1);
                assert!(parts.clone().all(|part| part.contains('#') || part.contains('/')));
                let last = said.rfind("核对 [").unwrap();
                assert!(said[last..].contains("\r\u{1b}[K"), "the line is clean afterwards");
                assert!(said.contains(&of), "{of}");
            });
            return;
        }
    }
    panic!("a check of {there} snapshots took no second");
}

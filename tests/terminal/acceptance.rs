//! The acceptance list of screens.md 9, as far as it takes a terminal: bytes and silence, fifty steps
//! taken back, a follower in a window of its own.

use std::time::Duration;

use rustix::process::{Signal, kill_process};

use super::desk::{Book, F10, record};
use super::follow::follow;
use super::rig::{Program, Rig, woken};

const SHOWN: &str = "\x1b[?2026l";
const DOWN: &str = "\x1b[B";
const F5: &str = "\x1b[15~";

/// So long nothing is sent and nobody is woken.
const SILENCE: Duration = Duration::from_millis(1_200);

/// The desk at a window of its own.
fn sit(book: &Book, (columns, rows): (u16, u16)) -> (Rig, Program) {
    let mut rig = Rig::new();
    rig.resize(columns, rows);
    let program = rig.start(book.call());
    rig.wait("the first screen, whole", |seen| {
        seen.says("道里区2023年主要任务") && seen.count(SHOWN) > 0
    });
    (rig, program)
}

/// The bytes of a first frame and of each key, with the probe of widths and the mouse left out.
#[test]
fn acceptance_08_a_full_frame_a_row_and_silence_in_bytes() {
    let book = Book::new();
    let (mut rig, mut program) = sit(&book, (120, 36));
    let first = rig.look(|seen| {
        let end = |bytes: &[u8]| bytes == SHOWN.as_bytes();
        seen.bytes.windows(SHOWN.len()).position(end).unwrap() + SHOWN.len()
    });
    assert!(first <= 12_000, "first frame {first}");
    rig.press("t");
    rig.wait("the list", |seen| seen.says("任务清单"));
    let mut most = 0;
    for _ in 0..8 {
        let before = rig.rest(Duration::from_millis(150));
        rig.press(DOWN);
        rig.wait("another row", |seen| seen.bytes.len() > before);
        most = most.max(rig.rest(Duration::from_millis(150)) - before);
    }
    assert!(most <= 900, "a row's move {most}");
    let frames = rig.look(|seen| seen.count(SHOWN));
    rig.press(&DOWN.repeat(100));
    rig.wait("the last row", |seen| seen.says("> 5.5"));
    rig.rest(Duration::from_millis(150));
    let drawn = rig.look(|seen| seen.count(SHOWN)) - frames;
    assert!(drawn <= 2, "{drawn} frames of 100 keys at once");
    let before = rig.look(|seen| seen.bytes.len());
    let slept = woken(&rig, &[program.pid()], SILENCE);
    assert_eq!((slept, rig.look(|seen| seen.bytes.len()) - before), (vec![0], 0), "woken, bytes");
    rig.press(F10);
    assert_eq!(program.end(), "0");
}

/// Desk, follower and wall, all of them watching files and the mouse: nobody sends and nobody wakes.
#[test]
fn nobody_is_woken_while_files_are_watched() {
    let book = Book::new();
    let (mut desk, recording) = book.open_meeting();
    record(&mut desk, "空港应急医院开工", "已存 议定1");
    let (seat, reading) = follow(&book, "督查室");
    seat.wait("where the desk is", |seen| seen.says("正在跟随"));
    let mut wall = Rig::new();
    let mut command = book.call();
    command.args(["follow", "--wall"]);
    let walled = wall.start(command);
    wall.wait("the item", |seen| seen.says("议题 1/"));
    let mut lines = Rig::new();
    let mut command = book.call();
    command.args(["follow", "--as", "政研室", "--linear"]);
    let spoken = lines.start(command);
    lines.wait("the prompt", |seen| seen.says("跟随 >"));
    let rigs = [&desk, &seat, &wall, &lines];
    for rig in &rigs {
        rig.rest(Duration::from_millis(300));
    }
    let bytes = || rigs.map(|rig| rig.look(|seen| seen.bytes.len()));
    let pids = [&recording, &reading, &walled, &spoken].map(Program::pid);
    let before = bytes();
    assert_eq!(woken(&desk, &pids, SILENCE), [0; 4], "desk, seat, wall, lines");
    assert_eq!(bytes(), before, "bytes while nothing happens");
}

#[test]
fn acceptance_10_fifty_steps_back_and_forth_across_records_and_forth_after_a_restart() {
    let book = Book::new();
    let (mut rig, mut program) = book.open_meeting();
    let mut steps = Vec::new();
    for step in 1..=50 {
        let (typed, what) = if step % 3 == 0 {
            (format!("1.2/1={step}"), format!("报数 1.2/1 签约额 {step}"))
        } else {
            (format!("第{step:02}件事抓紧办"), format!("议定{step}"))
        };
        rig.press(&typed);
        rig.wait("what is typed", |seen| seen.says(&typed));
        rig.press("\r");
        rig.wait(&what, |seen| seen.says(&format!("已存 {what}")));
        steps.push(what);
    }
    let step = |rig: &mut Rig, key: &str, told: &str, what: &str| {
        rig.press(key);
        rig.wait(what, |seen| seen.says(&format!("{told}：{what}")));
    };
    steps.iter().rev().for_each(|what| step(&mut rig, "\x1a", "已撤回", what));
    steps.iter().take(20).for_each(|what| step(&mut rig, "\x19", "已重做", what));
    kill_process(program.pid(), Signal::KILL).unwrap();
    program.end();
    let (mut rig, mut program) = book.sit();
    rig.wait("the meeting", |seen| seen.says("进行中"));
    steps.iter().skip(20).for_each(|what| step(&mut rig, "\x19", "已重做", what));
    steps.iter().rev().for_each(|what| step(&mut rig, "\x1a", "已撤回", what));
    rig.press(F10);
    rig.wait("the question", |seen| seen.says("再按一次"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
}

/// A desk as wide as a wall, a reviewer at the smallest common window: each has the whole, laid out for
/// itself; and whatever the reviewer went to, F5 leads back.
#[test]
#[allow(clippy::too_many_lines, reason = "a walk through every screen, one after the other")]
fn acceptance_12_a_follower_has_its_own_layout_and_comes_back_from_every_screen() {
    let book = Book::new();
    let (mut desk, mut recording) = sit(&book, (200, 50));
    desk.press("\x1b[19~");
    desk.wait("the page that opens a meeting", |seen| seen.says("2023-09-15"));
    desk.press("\r");
    desk.wait("the meeting", |seen| seen.says("进行中") && seen.says("已开会"));
    let said = "空港应急医院10月底前开工，由卫健局牵头，临空办、发改局配合，每周五报工期";
    desk.press(said);
    desk.wait("what is typed", |seen| seen.says("每周五报工期"));
    desk.press("\r");
    desk.wait("the record", |seen| seen.says("已存 议定1"));
    let (mut seat, mut reading) = follow(&book, "督查室");
    let whole = |rig: &Rig, columns: u16| {
        let text = rig.look(super::rig::Seen::text);
        let wide = text.lines().find(|line| line.starts_with("----")).map(str::len);
        assert_eq!(wide, Some(usize::from(columns)), "its own rule\n{text}");
        assert!(text.contains("空港应急医院10月底前开工") && text.contains("卫健局"), "{text}");
    };
    seat.wait("the record", |seen| seen.says("正在跟随") && seen.says("空港应急医院"));
    whole(&desk, 200);
    whole(&seat, 80);
    let following =
        |seen: &super::rig::Seen| seen.says("正在跟随：议题1/") && seen.says("空港应急医院");
    for (keys, there) in [
        (&["31"][..], "已暂停跟随"),
        (&["\x14"], "按轻重排"),
        (&["\x04"], "差异"),
        (&["/", "招商"], "-搜索-"),
        (&["0"], "数字或方向键选"),
        (&["？"], "0 1"),
        (&["\x1b[20~"], "版式"),
        (&["0", "5"], "预期目标"),
        (&["0", "6"], "1.4"),
        (&["31", "\x12"], "来龙去脉"),
        (&["\x1b[24~"], "Esc 返回"),
    ] {
        for key in keys {
            seat.press(key);
            seat.rest(Duration::from_millis(60));
        }
        seat.wait(there, |seen| seen.says(there));
        seat.press(F5);
        seat.wait(&format!("back from {there}"), following);
        assert!(!seat.look(|seen| seen.emulator.screen().hide_cursor()), "a cursor is seen");
    }
    seat.press(F10);
    assert_eq!(reading.end(), "0");
    desk.press(F10);
    desk.press(F10);
    assert_eq!(recording.end(), "0");
}

//! Reviewers without a terminal: the same seat in lines, through both doors.

use rustix::process::Signal;

use super::client::Client;
use super::front::sshd;
use super::open::Open;
use crate::book::Book;
use crate::rig::Rig;
use crate::talk::{Talk, are_plain_lines};

/// The real client without a PTY.
fn talk(client: &Client) -> Talk {
    Talk::start(client.program("ssh", "甲", &["-T", "127.0.0.1"]))
}

/// What else a reviewer does there, and what is heard of it.
const JOBS: [(&str, &str); 18] = [
    ("f9", "8 文字，现为自动"),
    ("8", "3 繁体"),
    ("繁体", "文字，現為繁體"),
    ("显示", "文字，現為繁體"),
    ("8 2", "文字，现为简体"),
    ("来龙去脉", "来龙去脉，1.4"),
    ("差异", "差异，建账 -> 现在"),
    ("任务清单", "任务20项"),
    ("下页", "5.5 坚守廉洁底线"),
    ("总览", "预期目标6项"),
    ("台账", "台账，1条"),
    ("看会议", "本次记录1项"),
    ("议定1", "议定1 空港应急医院10月底前开工"),
    ("招商", "写编号打开"),
    ("1", "1.2 招商引资，已阅0"),
    ("0", "3 批注"),
    ("帮助", "空一行是再读一遍"),
    ("跟随", "跟随 >"),
];

/// The same talk, whatever the door.
fn reads_along(mut seat: Talk, book: &Book) {
    seat.hear("线性阅览");
    seat.hear("命令：1 跟随");
    book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    seat.hear("开会了：");
    book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    seat.hear("议定1 空港应急医院10月底前开工");
    seat.say("1.4");
    seat.hear("1.4 临空经济，已阅0");
    seat.say("已阅");
    seat.hear("已阅 1.4");
    seat.say("批注 项目何时落地");
    seat.hear("已送出 1.4");
    for (line, heard) in JOBS {
        seat.say(line);
        seat.hear(heard);
    }
    seat.say("decide 1.4 开工");
    seat.hear("找到0项");
    let (text, code) = seat.end();
    are_plain_lines(&text);
    assert!(text.ends_with("已离开。\n") && code == Some(0), "{code:?} {text}");
    let shown = book.done(&["show", "1.4"]);
    assert!(shown.contains("空港应急医院") && !shown.contains("项目何时落地"), "{shown}");
}

#[test]
fn our_own_door_serves_who_has_no_terminal_in_lines() {
    let mut open = Open::new();
    reads_along(talk(&open.client), &open.book);
    open.line("入席 甲 SHA256:");
    open.line("线性");
    open.line("出 甲 SHA256:");
    let mut seat = talk(&open.client);
    seat.hear("命令：");
    open.signal(Signal::TERM);
    seat.hear("会议照常");
    let (text, code) = seat.end();
    are_plain_lines(&text);
    assert_eq!((code, open.end()), (Some(0), Some(0)));
}

#[test]
fn a_terminal_that_draws_nothing_is_served_in_lines_too() {
    let open = Open::new();
    let mut seat = Rig::new();
    let mut command = open.client.on_terminal("甲", &[]);
    command.env("TERM", "dumb");
    let mut program = seat.start(command);
    seat.wait("the prompt", |seen| seen.says("跟随 >"));
    seat.press("14\r");
    seat.wait("the row", |seen| seen.says("浏览 1.4"));
    assert_eq!(seat.look(|seen| seen.count("\x1b")), 0, "no escape byte");
    seat.press("\x04");
    assert_eq!(program.end(), "0");
}

#[test]
fn the_front_door_serves_who_has_no_terminal_in_lines() {
    let sshd = sshd();
    reads_along(talk(&sshd.client), &sshd.book);
}

//! The reviewer's seat in lines, through pipes, beside commands that record.

use super::book::Book;
use super::talk::{Talk, are_plain_lines};

fn follow(book: &Book) -> Talk {
    Talk::start(book.command(&["follow", "--as", "督查室", "--linear"]))
}

#[test]
fn what_is_recorded_is_announced_and_everything_can_be_done_by_lines() {
    let book = Book::in_git();
    let mut seat = follow(&book);
    seat.hear("你是督查室");
    seat.hear("没有会议在开");
    seat.hear("命令：1 跟随");
    book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    seat.hear("开会了：");
    book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    seat.hear("议定1 空港应急医院10月底前开工");
    book.done(&["read", "1.2/1=305", "2023-08"]);
    seat.hear("305");
    seat.say("1.4");
    seat.hear("1.4 持续推动临空经济发展");
    seat.hear("1.4 临空经济，已阅0 批注0");
    seat.say("2");
    seat.hear("已阅 1.4 临空经济");
    seat.say("批注 项目何时落地");
    seat.hear("已送出 1.4 临空经济");
    seat.say("议定1");
    seat.hear("议定1 空港应急医院");
    seat.say("已阅");
    seat.hear("已阅 1/1");
    seat.say("招商");
    seat.hear("找到");
    seat.say("1");
    seat.hear("已阅0");
    seat.say("任务清单");
    seat.hear("任务20项");
    seat.say("台账");
    seat.hear("台账");
    seat.say("返回");
    seat.say("跟随");
    seat.hear("跟随 >");
    let (text, code) = seat.end();
    are_plain_lines(&text);
    assert!(text.ends_with("已离开。\n") && code == Some(0), "{text}");
    let marks = book.names(".git/yiding/marks");
    assert_eq!(marks, ["2023-09-15"], "marks lie where they are folded in from");
    book.done(&["undo"]);
    book.done(&["check"]);
}

#[test]
fn a_line_no_longer_than_a_remark_is_taken_and_floods_cost_nothing() {
    let book = Book::in_git();
    book.done(&["meet", "open", "--chair", "区长"]);
    let mut seat = follow(&book);
    seat.hear("命令：");
    seat.say(&"长".repeat(100_000));
    seat.hear("这一行太长");
    seat.say("\u{1b}[2J\u{1b}]52;c;x\u{7}\u{202e}");
    seat.hear("找到0项");
    seat.say("1.4");
    seat.hear("临空经济");
    seat.say("离开");
    let (text, code) = seat.end();
    are_plain_lines(&text);
    assert_eq!(code, Some(0));
}

#[test]
fn without_a_terminal_the_seat_is_one_in_lines_and_no_input_leaves_it() {
    let book = Book::in_git();
    let ran = book.run(&["follow"]);
    assert!(ran.code == Some(0) && ran.out.contains("线性阅览"), "{ran:?}");
    are_plain_lines(&ran.out);
    let ran = book.run(&["follow", "--wall"]);
    assert!(ran.code == Some(2) && ran.said.contains("不是终端"), "{ran:?}");
    let ran = book.run(&["--lang", "en", "follow", "--as", "Inspectorate"]);
    assert!(ran.out.contains("You are Inspectorate.") && !ran.out.contains("命令"), "{ran:?}");
}

#[test]
fn a_seat_for_what_is_sealed_shows_nothing_that_is_open() {
    let book = Book::in_git();
    book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    let follow = ["follow", "--as", "督查室", "--linear", "--sealed-only"];
    let mut seat = Talk::start(book.command(&follow));
    seat.hear("没有会议在开");
    book.done(&["decide", "1.4", "另一家医院11月底前开工"]);
    seat.say("1.4");
    seat.hear("1.4 持续推动临空经济发展");
    seat.say("招商");
    seat.hear("找到");
    let command = |line: &str| {
        let mut command = book.command(&follow);
        command.env("SSH_ORIGINAL_COMMAND", line);
        super::book::Ran::of(&command.output().unwrap())
    };
    let listed = command("show 1.4");
    assert!(listed.code == Some(0) && !listed.out.contains("底前开工"), "{listed:?}");
    book.done(&["meet", "close"]);
    seat.hear("来了新的存档");
    let (text, code) = seat.end();
    assert!(code == Some(0) && !text.contains("底前开工"), "{text}");
    let listed = command("show 1.4");
    assert!(listed.out.contains("空港应急医院10月底前开工"), "{listed:?}");
}

#[test]
fn a_story_is_told_in_lines() {
    let book = Book::in_git();
    book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    book.done(&["meet", "close"]);
    let mut seat = follow(&book);
    seat.hear("命令：");
    seat.say("1.4");
    seat.hear("临空经济");
    seat.say("来龙去脉");
    seat.hear("来龙去脉，1.4");
    seat.hear("空港应急医院10月底前开工");
    seat.say("返回");
    seat.say("1.1");
    seat.say("来龙去脉");
    seat.hear("还没有关于它的记录");
    let (text, code) = seat.end();
    are_plain_lines(&text);
    assert_eq!(code, Some(0), "{text}");
}

#[test]
fn what_differs_since_the_last_meeting_is_told_in_lines() {
    let book = Book::in_git();
    book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    let mut seat = follow(&book);
    seat.hear("命令：");
    seat.say("差异");
    seat.hear("差异");
    seat.hear("空港应急医院10月底前开工");
    let (text, code) = seat.end();
    are_plain_lines(&text);
    assert_eq!(code, Some(0));
}

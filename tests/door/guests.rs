//! Guests who are welcome.

use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use rustix::process::Signal;
use serde_json::Value;

use super::open::Open;
use crate::book::Book;

#[test]
fn a_reviewer_sees_the_plan_resizes_follows_a_record_and_leaves() {
    let mut open = Open::new();
    let (mut seat, mut program) = open.sit("甲");
    seat.wait("the seat", |seen| seen.says("只读") && seen.says("道里"));
    open.line("入席 甲 SHA256:");
    assert!(open.said().contains("80x24 xterm-256color"), "{}", open.said());
    seat.resize(120, 36);
    seat.wait("a wider rule", |seen| seen.text().lines().any(|line| line.len() > 100));
    seat.press("31");
    seat.wait("a row", |seen| seen.says("3.1"));
    seat.press("\x1b");
    seat.wait("back", |seen| seen.says("总览"));
    open.book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    seat.wait("the meeting", |seen| seen.says("开会了：第1次重点工作调度会"));
    open.book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    seat.press("\t");
    seat.wait("the record", |seen| seen.says("空港应急医院"));
    seat.press("\x1b");
    seat.wait("the question", |seen| seen.says("再按一次 Esc"));
    seat.press("\x1b");
    assert_eq!(program.end(), "0");
    open.line("出 甲 SHA256:");
    open.signal(Signal::TERM);
    assert_eq!(open.end(), Some(0));
}

#[test]
fn a_guest_has_a_mouse_copies_and_takes_a_page_home() {
    let open = Open::new();
    let (mut seat, mut program) = open.sit("甲");
    seat.wait("the seat", |seen| seen.says("只读") && seen.says("道里"));
    seat.wait("the mouse", |seen| seen.count("\x1b[?1006h") == 1);
    seat.press("\x1b[<65;20;10M");
    seat.wait("another row", |seen| {
        let mut lines = seen.text().lines().map(str::to_owned).collect::<Vec<_>>().into_iter();
        lines.any(|line| line.starts_with(" >") && line.contains("0/4"))
    });
    seat.press("\x03");
    seat.wait("the copy", |seen| seen.count("\x1b]52;c;") == 1 && seen.says("已送剪贴板"));
    seat.press("\x1b[24~");
    seat.wait("the page", |seen| seen.says("Esc 返回") && seen.count("\x1b[?1006l") == 1);
    seat.press("\x1b");
    seat.wait("the mouse again", |seen| seen.count("\x1b[?1006h") == 2);
    open.signal(Signal::TERM);
    assert_eq!(program.end(), "0");
    seat.wait("the mouse given back", |seen| {
        seen.emulator.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
}

#[test]
fn a_guest_prints_and_leaves_no_file_behind() {
    let open = Open::new();
    let page = open.client.call("甲", &["print", "任务清单", "--to", "html"]);
    assert!(page.code == Some(0) && page.out.starts_with("<!DOCTYPE html>"), "{page:?}");
    assert!(page.out.contains("持续抓好招商引资工作"), "{}", page.out);
    for line in ["print -o /tmp/yiding-page.txt", "print --out /tmp", "print 分工", "print 议程"]
    {
        let said = open.client.call("甲", &[line]);
        assert!(said.code.is_some_and(|code| code > 1) && said.out.is_empty(), "{line} {said:?}");
    }
}

#[test]
fn what_is_lent_out_is_answered() {
    let open = Open::new();
    let said = open.client.call("甲", &["show", "1.4", "--format", "json"]);
    let row: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((row["id"].as_str(), said.code), (Some("1.4"), Some(0)), "{}", said.told);
    let same = open.book.done(&["show", "1.4", "--format", "json"]);
    assert_eq!(said.out, same, "the same answer as at home");
    let listed = open.client.call("甲", &["list", "tasks", "--format", "csv"]);
    assert!(listed.out.lines().count() > 20 && listed.code == Some(0), "{}", listed.out);
    let none = open.client.call("甲", &["list decisions '没有 这样的'"]);
    assert_eq!(none.code, Some(1), "{none:?}");
    assert_eq!(open.client.call("甲", &["log"]).code, Some(0));
    let lines = open.client.call("甲", &[]);
    assert!(lines.out.contains("线性阅览") && lines.code == Some(0), "{lines:?}");
    open.line("命令 甲 SHA256:");
    assert!(open.said().contains("show 1.4 --format json 退出码0"), "{}", open.said());
}

#[test]
fn a_door_for_what_is_sealed_shows_nothing_that_is_open() {
    let book = Book::in_git();
    book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    let open = Open::with(book, &["--sealed-only"]);
    let said = open.client.call("甲", &["show", "1.4"]);
    assert!(said.code == Some(0) && !said.out.contains("空港应急医院10月"), "{}", said.out);
    let (seat, mut program) = open.sit("甲");
    seat.wait("the plan", |seen| seen.says("只读"));
    assert!(!seat.look(|seen| seen.says("重点工作调度会")));
    open.book.done(&["meet", "close"]);
    seat.wait("what was sealed", |seen| seen.says("重点工作调度会"));
    let said = open.client.call("甲", &["show", "1.4"]);
    assert!(said.out.contains("空港应急医院10月"), "{}", said.out);
    open.signal(Signal::TERM);
    assert_eq!(program.end(), "0");
}

#[test]
fn what_is_restricted_is_told_to_no_guest_while_it_is_open_and_after() {
    let open = Open::new();
    open.book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    open.book.done(&["agenda", "add", "那件事", "--rows", "3.2", "--restricted"]);
    open.book.done(&["decide", "3.2", "此事不公开，10月底前办"]);
    open.book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    let asked = [
        "list decisions",
        "story 3.2",
        "show 3.2",
        "diff 建账 本次",
        "log",
        "list meetings",
        "print",
        "print 台账",
        "print 3.2 --to html",
    ];
    let hidden = |when: &str| {
        for line in asked {
            let said = open.client.call("甲", &[line]);
            assert!(said.code.is_some_and(|code| code < 2), "{when} {line} {said:?}");
            assert!(!said.out.contains("此事不公开"), "{when} {line} {said:?}");
            assert!(!said.out.contains("那件事"), "{when} {line} {said:?}");
        }
        let said = open.client.call("甲", &["list decisions"]);
        assert!(said.out.contains("空港应急医院"), "{when} {said:?}");
    };
    hidden("open");
    open.book.done(&["meet", "close"]);
    hidden("closed");
    open.book.done(&["sign", "1", "--by", "区长"]);
    let minutes = open.client.call("甲", &["export minutes 1"]);
    assert!(minutes.out.contains("空港应急医院"), "{minutes:?}");
    assert!(!minutes.out.contains("此事不公开") && !minutes.out.contains("那件事"), "{minutes:?}");
    assert!(
        open.book.done(&["export", "minutes", "1"]).contains("此事不公开"),
        "at home it is there"
    );
    // A later meeting stands on it: its agenda is in its own file alone.
    open.book.done_on("2023-10-13", &["meet", "open", "--chair", "区长"]);
    open.book.done_on("2023-10-13", &["decide", "1.4", "另一件事"]);
    open.book.done_on("2023-10-13", &["meet", "close"]);
    hidden("stood on");
    assert!(open.book.done(&["list", "decisions"]).contains("此事不公开"), "at home it is there");
    let (mut seat, mut program) = open.sit("甲");
    seat.wait("the seat", |seen| seen.says("只读"));
    seat.press("32");
    seat.wait("the row", |seen| seen.says("3.2"));
    assert!(!seat.look(|seen| seen.says("此事不公开")));
    open.signal(Signal::TERM);
    program.end();
}

#[test]
fn nothing_that_a_guest_asks_for_runs_git() {
    let open = Open::new();
    open.book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    open.book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    open.book.done(&["meet", "close"]);
    assert_eq!(open.book.run(&["diff", "HEAD"]).code, Some(0), "at home a revision is a state");
    let said = open.client.call("甲", &["diff HEAD"]);
    assert_eq!(said.code, Some(2), "{said:?}");
    let home = open.book.done(&["log"]);
    let said = open.client.call("甲", &["log"]);
    assert!(said.code == Some(0) && said.out.len() < home.len(), "{} {home}", said.out);
}

#[test]
fn marks_lie_under_the_fingerprint_and_the_desk_sees_who_is_here() {
    let open = Open::new();
    let (mut seat, mut program) = open.sit("甲");
    seat.wait("who is here", |seen| seen.says("阅览1人"));
    seat.press(" ");
    seat.wait("the mark", |seen| seen.says("已阅1"));
    let line = open.line("入席 甲 SHA256:");
    let fingerprint = line.split("SHA256:").nth(1).unwrap().split(' ').next().unwrap();
    let file = format!("sha256-{}.log", fingerprint.replace('/', "_").replace('+', "-"));
    let folder =
        open.book.names(".git/yiding/marks").into_iter().find(|name| !name.contains("draft"));
    let folder = format!(".git/yiding/marks/{}", folder.unwrap());
    assert!(open.book.names(&folder).contains(&file), "{file} {:?}", open.book.names(&folder));
    let (other, mut leaves) = open.sit("甲");
    other.wait("one key, one reader", |seen| seen.says("阅览1人"));
    open.signal(Signal::TERM);
    program.end();
    leaves.end();
}

#[test]
fn reviewers_get_the_minutes_that_are_signed_and_no_others() {
    let open = Open::new();
    let none = open.client.call("甲", &["export minutes"]);
    assert!(none.code == Some(1) && none.told.contains("还没有签发过的纪要"), "{none:?}");
    open.book.done(&["meet", "open", "--date", "2023-09-15"]);
    open.book.done(&["decide", "1.4", "空港应急医院10月底前开工"]);
    let held = open.client.call("甲", &["export", "minutes", "本次"]);
    assert!(held.code == Some(5) && held.told.contains("没有签发"), "{held:?}");
    open.book.done(&["meet", "close"]);
    let draft = open.client.call("甲", &["export", "minutes", "1"]);
    assert!(draft.code == Some(5) && !draft.out.contains("空港"), "{draft:?}");
    open.book.done(&["sign", "1", "--by", "区长"]);
    let signed = open.client.call("甲", &["export", "minutes", "--to", "md"]);
    assert_eq!(signed.code, Some(0), "{signed:?}");
    assert_eq!(signed.out, open.book.done(&["export", "minutes", "1", "--to", "md"]));
    for kept in [
        &["export minutes -o /tmp/x.md"],
        &["export minutes --out /tmp"],
        &["export ledger"],
        &["export decisions 1"],
    ] {
        assert_eq!(open.client.call("甲", kept).code, Some(5), "{kept:?}");
    }
}

#[test]
fn odd_sizes_and_garbage_keys_hurt_nobody() {
    let open = Open::new();
    let (mut odd, _odd_program) = open.sit("甲");
    odd.wait("the seat", |seen| seen.says("只读"));
    let (mut good, _good_program) = open.sit("甲");
    good.wait("the other seat", |seen| seen.says("只读"));
    let before = open.memory();
    for (columns, rows) in [(0, 0), (1, 1), (2, 1), (10_000, 10_000), (60, 18), (0, 5), (65535, 1)]
    {
        odd.resize(columns, rows);
        odd.press_bytes(&(0x80..=0xff).collect::<Vec<u8>>());
        odd.press_bytes(b"\x1b[999999999;9H\x1b]52;c;x\x07\x1bP\x00\xe5\xae");
    }
    good.press("31");
    good.wait("its row", |seen| seen.says("3.1"));
    odd.resize(80, 24);
    odd.insist("\x0c", "the seat again", |seen| seen.says("只读"));
    assert!(open.memory() < before + (64 << 20), "{} {}", before, open.memory());
}

#[test]
fn silent_connections_keep_nobody_out() {
    let open = Open::new();
    let silent: Vec<TcpStream> =
        (0..120).map(|_| TcpStream::connect(("127.0.0.1", open.port)).unwrap()).collect();
    let said = open.client.call("甲", &["show", "1.4"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    open.line("敲门的太多");
    drop(silent);
}

#[test]
fn wrong_keys_keep_nobody_out() {
    let open = Open::new();
    let over = AtomicBool::new(false);
    let tried = AtomicUsize::new(0);
    thread::scope(|threads| {
        for _ in 0..4 {
            threads.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let said = open.client.call("stranger", &["show"]);
                    assert_eq!(said.code, Some(255), "{said:?}");
                    tried.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        // Each good guest comes between strangers who came before and after.
        for _ in 0..5 {
            let before = tried.load(Ordering::Relaxed);
            let said = open.client.call("甲", &["show", "1.4"]);
            assert_eq!(said.code, Some(0), "{said:?}");
            while tried.load(Ordering::Relaxed) < before + 4 {
                thread::yield_now();
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    assert!(tried.load(Ordering::Relaxed) >= 20);
    open.line("钥匙不在名单里");
}

#[test]
fn a_door_that_closes_says_so_and_the_book_goes_on() {
    let mut open = Open::new();
    let (seat, mut program) = open.sit("甲");
    seat.wait("the seat", |seen| seen.says("只读"));
    open.signal(Signal::TERM);
    seat.wait("goodbye", |seen| seen.says("会议照常"));
    assert_eq!(program.end(), "0");
    assert_eq!(open.end(), Some(0));
    open.book.done(&["show", "1.4"]);
}

#[test]
fn a_door_that_is_killed_takes_nothing_along() {
    let mut open = Open::new();
    let (seat, mut program) = open.sit("甲");
    seat.wait("the seat", |seen| seen.says("只读"));
    open.signal(Signal::KILL);
    assert_eq!(open.end(), None);
    assert_eq!(program.end(), "255");
    open.book.done(&["meet", "open", "--title", "第4次调度会", "--chair", "区长"]);
    open.book.done(&["check"]);
}

//! A reviewer's seat beside a real desk: each a process on a terminal of its own, over one folder.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, Instant};

use rustix::process::{Signal, kill_process};

use super::desk::{Book, F8, F10, record, until};
use super::rig::{Program, Rig};

const TAB: &str = "\t";

/// What the numbered menu says at its foot.
const MENU: &str = "数字或方向键选";

/// Sits down to read along.
pub(super) fn follow(book: &Book, name: &str) -> (Rig, Program) {
    let mut rig = Rig::new();
    let mut command = book.call_by(&[env!("CARGO_BIN_EXE_yiding").to_owned()]);
    command.args(["follow", "--as", name]);
    let program = rig.start(command);
    rig.wait("the seat", |seen| seen.says("只读") && seen.says(name));
    (rig, program)
}

/// The files of a book and their bytes, marks and the desk's own left out.
fn files(book: &Book) -> Vec<(String, Vec<u8>)> {
    let mut folders = vec![book.at(".")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.to_string_lossy().contains("/marks/") {
                files.push((path.display().to_string(), fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_record_is_seen_within_a_second_and_a_desk_that_dies_is_told() {
    let book = Book::new();
    let (mut desk, mut desk_program) = book.open_meeting();
    let (mut seat, mut seat_program) = follow(&book, "督查室");
    seat.wait("where the desk is", |seen| seen.says("正在跟随"));
    record(&mut desk, "空港应急医院开工", "已存 议定1");
    let saved = Instant::now();
    seat.wait("the record", |seen| seen.says("空港应急医院开工"));
    assert!(saved.elapsed() < Duration::from_secs(1), "{:?}", saved.elapsed());
    desk.press("\x0e");
    desk.wait("the next item", |seen| seen.says("议题 2/"));
    seat.wait("the same item", |seen| seen.says("正在跟随：议题2/"));

    seat.press("31");
    seat.wait("browsing", |seen| seen.says("已暂停跟随：主持在议题2/"));
    desk.press("\x0e");
    seat.wait("the banner alone", |seen| seen.says("已暂停跟随：主持在议题3/") && seen.says("3.1"));
    seat.press(TAB);
    seat.wait("following again", |seen| seen.says("正在跟随：议题3/"));

    kill_process(desk_program.pid(), Signal::KILL).unwrap();
    desk_program.end();
    seat.wait("that the desk is gone", |seen| seen.says("记录席断了"));
    let (mut next, mut next_program) = book.sit();
    seat.wait("the next desk", |seen| seen.says("记录席又开了"));
    record(&mut next, "老旧小区全部进场", "已存 议定2");
    seat.wait("its record", |seen| seen.says("老旧小区全部进场"));
    next.press(F8);
    next.wait("the menu", |seen| seen.says("散会"));
    next.press("2");
    next.wait("the gate", |seen| seen.says("缺牵头"));
    next.press(F8);
    seat.wait("the close", |seen| seen.says("已封存"));
    next.wait("the commit", |seen| seen.says("已入库"));
    next.press(F10);
    assert_eq!(next_program.end(), "0");
    seat.press("\x1b");
    seat.wait("the question", |seen| seen.says("再按一次 Esc 离开"));
    seat.press("\x1b");
    assert_eq!(seat_program.end(), "0");
}

#[test]
fn a_wall_follows_the_desk_and_leaves_nothing_behind() {
    let book = Book::new();
    let (mut desk, mut desk_program) = book.open_meeting();
    let mut wall = Rig::new();
    let mut command = book.call_by(&[env!("CARGO_BIN_EXE_yiding").to_owned()]);
    command.args(["follow", "--wall"]);
    let mut wall_program = wall.start(command);
    wall.wait("the item", |seen| seen.says("议题 1/"));
    record(&mut desk, "空港应急医院开工", "已存 议定1");
    let saved = Instant::now();
    wall.wait("the decision", |seen| seen.says("空港应急医院开工"));
    assert!(saved.elapsed() < Duration::from_secs(1), "{:?}", saved.elapsed());
    desk.press("老旧小区");
    desk.press("\x1b[15~");
    wall.press("14 ，\r\t0");
    desk.wait("items alone", |seen| seen.says("投屏：只议题"));
    desk.press("\x1b[15~");
    wall.wait("the pause", |seen| seen.says("投屏已暂停") && !seen.says("空港应急医院"));
    desk.press("\x1b[15~");
    wall.wait("in step again", |seen| seen.says("空港应急医院开工"));
    assert!(!wall.look(|seen| seen.says("老旧小区")), "a draft is nobody's");
    assert!(!book.at(".git/yiding/marks/2023-09-15").exists(), "a wall is no reader");
    kill_process(desk_program.pid(), Signal::KILL).unwrap();
    desk_program.end();
    wall.press("\x1b");
    wall.wait("the question", |seen| seen.says("再按一次 Esc 离开"));
    wall.press("\x1b");
    assert_eq!(wall_program.end(), "0");
}

#[test]
fn a_telephone_without_function_keys_reaches_everything_by_the_menu() {
    let book = Book::new();
    let (mut desk, _desk_program) = book.open_meeting();
    record(&mut desk, "空港应急医院开工", "已存 议定1");
    let (mut seat, mut program) = follow(&book, "督查室");
    seat.resize(60, 20);
    let menu = |seat: &mut Rig, digit: &str, leads_to: &str| {
        seat.press("0");
        seat.wait("the menu", |seen| seen.says(MENU));
        seat.press(digit);
        seat.wait(leads_to, |seen| !seen.says(MENU) && seen.says(leads_to));
    };
    let back = |seat: &mut Rig, from: &str| {
        seat.press("\x1b");
        seat.wait("back", |seen| !seen.says(from));
    };
    menu(&mut seat, "6", "1.4");
    menu(&mut seat, "5", "预期目标");
    menu(&mut seat, "7", "按轻重排");
    back(&mut seat, "按轻重排");
    menu(&mut seat, "4", "空港应急医院开工");
    // The desk tells where it is a tenth of a second late, and whoever follows goes there then.
    menu(&mut seat, "1", "正在跟随：议题1/21");
    seat.press("\x1b[A");
    seat.wait("the record", |seen| seen.says("1/1  已阅0"));
    menu(&mut seat, "2", "1/1  已阅1");
    menu(&mut seat, "3", "Enter 送出");
    seat.press("何时批的");
    seat.wait("what is typed", |seen| seen.says("何时批的"));
    seat.press("\r");
    seat.wait("that it is sent", |seen| seen.says("批注1"));
    menu(&mut seat, "8", "+-搜索-");
    back(&mut seat, "+-搜索-");
    menu(&mut seat, "9", "离开期间没有新记录");
    seat.press("？");
    seat.wait("the help", |seen| seen.says("0 1"));
    back(&mut seat, "0 1");
    seat.press("\x1b");
    seat.wait("the question", |seen| seen.says("再按一次 Esc 离开"));
    seat.press("\x1b");
    assert_eq!(program.end(), "0");
}

#[test]
fn a_dumb_terminal_and_a_screen_reader_are_told_in_lines() {
    let book = Book::new();
    let (mut desk, _desk_program) = book.open_meeting();
    for (name, value) in [("TERM", "dumb"), ("ACCESSIBLE", "1")] {
        let mut seat = Rig::new();
        let mut command = book.call_by(&[env!("CARGO_BIN_EXE_yiding").to_owned()]);
        command.args(["follow", "--as", "督查室"]);
        command.env(name, value);
        let mut program = seat.start(command);
        seat.wait("the prompt", |seen| seen.says("跟随 >"));
        let text = format!("空港应急医院{value}开工");
        record(&mut desk, &text, "已存 议定");
        seat.wait("the record", |seen| seen.says(&text));
        seat.press("1.4\r");
        seat.wait("the row", |seen| seen.says("浏览 1.4"));
        assert_eq!(seat.look(|seen| seen.count("\x1b")), 0, "no escape byte");
        seat.press("离开\r");
        assert_eq!(program.end(), "0");
    }
}

#[test]
fn a_guest_leaves_marks_and_changes_nothing_else() {
    let book = Book::new();
    let (mut desk, mut desk_program) = book.open_meeting();
    record(&mut desk, "空港应急医院开工", "已存 议定1");
    desk.press(F10);
    desk.wait("the question", |seen| seen.says("再按一次 F10"));
    desk.press(F10);
    assert_eq!(desk_program.end(), "0");
    let before = files(&book);

    let (mut seat, mut program) = follow(&book, "督查室");
    seat.press("\x1b[A");
    seat.wait("the record", |seen| seen.says("1/1  已阅0"));
    seat.press(" ");
    seat.wait("the mark", |seen| seen.says("1/1  已阅1"));
    seat.press("，");
    seat.wait("the pad", |seen| seen.says("Enter 送出"));
    seat.press("何时批的");
    seat.wait("what is typed", |seen| seen.says("何时批的"));
    let marks = book.at(".git/yiding/marks");
    let own = |end: &str| {
        let mut folders = vec![marks.clone()];
        let mut found = None;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else if entry.path().to_string_lossy().ends_with(end) {
                    found = Some(entry.path());
                }
            }
        }
        found
    };
    until("the draft", || own(".draft").is_some());
    kill_process(program.pid(), Signal::KILL).unwrap();
    program.end();
    let draft = fs::metadata(own(".draft").unwrap()).unwrap();
    assert_eq!(draft.permissions().mode() & 0o777, 0o600);

    let (mut seat, mut program) = follow(&book, "督查室");
    seat.press("\x1b[A");
    seat.wait("the draft again", |seen| seen.says("草稿 何时批的"));
    seat.press("，");
    seat.wait("the pad", |seen| seen.says("Enter 送出"));
    seat.press("\r");
    seat.wait("that it is sent", |seen| seen.says("批注1"));
    for key in ["u", "\x1a", "\x19", "\x1bOQ", "\x1bOR", F8, "\x7f", "\x1b[3~", "a", "=305\r"] {
        seat.press(key);
    }
    seat.press("\x1b[21~");
    assert_eq!(program.end(), "0");
    assert!(own(".draft").is_none());
    assert_eq!(files(&book), before, "nothing but marks was written");
    let log = fs::read_to_string(own(".log").unwrap()).unwrap();
    assert!(log.contains("督查室") && log.contains("Seen") && log.contains("何时批的"), "{log}");
}

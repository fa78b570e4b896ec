//! The acceptance list of screens.md 9, as far as it takes no terminal: pipes, a meeting in lines, files
//! that stay as they are, a kill at any moment.

use std::path::Path;
use std::process::{Command, Stdio};

use super::book::{Book, Ran};
use super::killed::{can_trace, counts, decisions};
use super::talk::{Talk, are_plain_lines};

#[test]
fn acceptance_09_a_pipe_has_no_escape_byte_and_an_empty_list_is_code_1() {
    let book = Book::in_git();
    let piped = |line: &str| {
        let call = format!("{} --today 2023-09-15 {line} | cat", env!("CARGO_BIN_EXE_yiding"));
        let mut shell = Command::new("sh");
        shell.args(["-c", &call]).current_dir(book.root()).stdin(Stdio::null()).env_clear();
        shell.env("TERM", "xterm-256color").env("COLORTERM", "truecolor");
        let ran = Ran::of(&shell.output().unwrap());
        assert!(!ran.out.contains('\u{1b}') && !ran.said.contains('\u{1b}'), "{line} {ran:?}");
        ran
    };
    assert!(piped("").out.contains("道里区2023年主要任务"));
    for line in
        ["--color always", "show 1.4", "list tasks", "--help", "show 9.9", "follow", "doctor"]
    {
        piped(line);
    }
    let none = book.run(&["list", "decisions", "逾期"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""), "{none:?}");
    book.done_on("2023-08-11", &["meet", "open"]);
    book.done_on("2023-08-11", &["decide", "1.4", "太安路迁改完成 @临空办 >0831"]);
    book.done_on("2023-08-11", &["meet", "close"]);
    let late = book.run(&["list", "decisions", "逾期"]);
    assert!(late.code == Some(0) && late.out.contains("太安路迁改"), "{late:?}");
}

/// Each job of screens.md 7: what is typed for it in lines, and what is heard then.
const JOBS: &[(&[&str], &str)] = &[
    (&["开会", "保存"], "已开会"),
    (&["下一项"], "议题2/"),
    (&["上一项"], "议题1/"),
    (&["#1.4"], "1.4 临空经济 >"),
    (&["空港应急医院开工"], "已存 议定1"),
    (&["太安路迁改完成 @3>1031"], "已存 议定2"),
    (&["专班每周调度 @3+5+7>1031"], "已存 议定3"),
    (&["台账按月报送 @tcj +fgj +czj >1031"], "已存 议定4"),
    (&["由卫健局牵头，发改局、财政局配合，10月底前拿出方案"], "已存 议定5"),
    (&["记议定", "完善园区载体", "投促局", "发改局", "1031", "保存"], "已存 议定6"),
    (&["1.2/1=305 8月"], "已存 报数 1.2/1"),
    (&["=1", "1"], "已存 报数 1.4/1"),
    (&["1.4/2", "记报数", "2", "保存"], "已存 报数 1.4/2"),
    (&["14"], "看 1.4"),
    (&["/zsyz", "1"], "看 1.2"),
    (&["撤回"], "已撤回："),
    (&["重做"], "已重做："),
    (&["台账", "打印", "1"], "打印"),
];

#[test]
fn acceptance_14_every_job_of_the_keystroke_table_is_done_in_lines() {
    let book = Book::in_git();
    let mut desk = Talk::start(book.command(&["--linear"]));
    for (typed, heard) in JOBS {
        for line in *typed {
            desk.say(line);
        }
        desk.hear(heard);
    }
    let mut seat = Talk::start(book.command(&["follow", "--as", "督查室", "--linear"]));
    for (typed, heard) in [
        ("1.4", "1.4 临空经济，已阅0 批注0"),
        ("2", "已阅 1.4 临空经济"),
        ("批注 项目何时落地", "已送出 1.4 临空经济"),
        ("跟随", "跟随 >"),
    ] {
        seat.say(typed);
        seat.hear(heard);
    }
    let (text, code) = seat.end();
    are_plain_lines(&text);
    assert_eq!(code, Some(0), "{text}");
    for (typed, heard) in
        [(&["散会", "全部确认", "封存"][..], "封印"), (&["差异"], "差异"), (&["退出"], "已离开。")]
    {
        for line in typed {
            desk.say(line);
        }
        desk.hear(heard);
    }
    let (text, code) = desk.end();
    are_plain_lines(&text);
    assert_eq!(code, Some(0), "{text}");
    assert_eq!(decisions(&book).len(), 6, "{text}");
    book.done(&["check"]);
}

/// The Han of what a meeting leaves: what else is in the files are times and seals.
fn han(book: &Book) -> [String; 4] {
    ["plan.ron", "snapshots/0000-adopted.ron", "snapshots/2023-09-15.ron", ".git/COMMIT_EDITMSG"]
        .map(|name| {
            let text = String::from_utf8(book.read(name)).unwrap();
            text.chars().filter(|c| !c.is_ascii()).collect()
        })
}

/// The same meeting, shown in one script and in the other.
#[test]
fn acceptance_15_a_meeting_shown_in_traditional_leaves_the_same_files() {
    let meeting = |script: &str| {
        let book = Book::in_git();
        let mut desk = Talk::start(book.command(&["--script", script, "--linear"]));
        let lines = [
            "开会",
            "保存",
            "#1.4",
            "空港应急医院开工，由卫健局牵头，临空办配合，10月底前报后备干部方案",
            "1.2/1=305 8月",
            "议程",
            "5",
            "太安路迁改",
            "保存",
            "返回",
            "散会",
            "全部确认",
            "封存",
        ];
        for line in &lines {
            desk.say(line);
        }
        let (text, code) = desk.end();
        assert_eq!(code, Some(0), "{text}");
        (text, han(&book))
    };
    let ((own, simple), (other, traditional)) = (meeting("简"), meeting("繁"));
    assert!(own.contains("临空经济") && other.contains("臨空經濟"), "{other}");
    assert!(other.contains("卫健局"), "a protected name\n{other}");
    assert!(simple == traditional, "{:?}", &traditional[2..]);
    assert!(simple[2].contains("后备干部方案"), "{:?}", &simple[2..]);
}

/// The calls by which a meeting reaches the disk.
const CALLS: &str =
    "write,pwrite64,writev,fdatasync,fsync,linkat,renameat2,rename,unlinkat,unlink,mkdir";

/// How many of those calls a kill is tried at: some, or each.
const EACH: usize = if option_env!("YIDING_LONG").is_some() { 1 } else { 9 };

/// A whole meeting, killed at one call after the other: what was answered is there, and the meeting goes
/// on to its end.
#[test]
fn acceptance_11_a_kill_at_any_moment_of_a_meeting_costs_at_most_the_unsent_line() {
    assert!(can_trace(), "strace is missing, or may not trace here");
    let (fresh, logs) = (Book::plain(), tempfile::tempdir().unwrap());
    let log = logs.path().join("calls");
    let whole = held(&fresh.copy(), &log, &[]);
    assert!(whole.contains("封印"), "{whole}");
    let mut tried = 0;
    for (call, count) in counts(&log) {
        for when in (1..=count).step_by(EACH) {
            let book = fresh.copy();
            let inject = format!("inject={call}:signal=KILL:when={when}");
            let said = held(&book, Path::new("/dev/null"), &["-e", &inject]);
            let kept = decisions(&book);
            for text in DECIDED
                .iter()
                .filter(|text| said.contains(&format!(" {text}")) && said.contains("已存"))
            {
                let told =
                    said.lines().any(|line| line.starts_with("已存 议定") && line.contains(text));
                let there = kept.values().any(|kept| kept == text);
                assert!(!told || there, "{inject}: {text} was saved and is gone\n{said}\n{kept:?}");
            }
            if book.run(&["meet", "status"]).code == Some(0) {
                assert_eq!(book.run(&["meet", "close"]).code, Some(0), "{inject}");
            }
            assert_eq!(decisions(&book), kept, "{inject}");
            assert_eq!(book.run(&["check"]).code, Some(0), "{inject}");
            tried += 1;
        }
    }
    assert!(tried > 12, "{tried}");
}

const DECIDED: [&str; 3] = ["空港应急医院开工", "太安路迁改完成", "台账按月报送"];

/// A meeting in lines under strace: what it said until its end.
fn held(book: &Book, log: &Path, more: &[&str]) -> String {
    let desk = book.command(&["--linear"]);
    let mut command = Command::new("strace");
    command.args(["-f", "-o"]).arg(log).args(["-e", &format!("trace={CALLS}")]).args(more);
    command.arg(desk.get_program()).args(desk.get_args()).env_clear();
    for (name, value) in desk.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let mut talk = Talk::start(command);
    let lines = [
        "开会",
        "保存",
        DECIDED[0],
        "1.2/1=305 8月",
        DECIDED[1],
        DECIDED[2],
        "散会",
        "全部确认",
        "封存",
    ];
    for line in lines {
        if !talk.says(line) {
            break;
        }
    }
    talk.end().0
}

//! Calls: what every one of them can say, and what is said of a wrong one.

mod help;
mod meant;

use std::path::PathBuf;

use chrono::NaiveDate;

use super::*;
use crate::app::script::Script;

/// A call as a person types it: words apart by spaces, a quoted one in `'…'`.
fn call(line: &str) -> Result<Ask, Failure> {
    call_by(line, Spoken::default())
}

fn call_by(line: &str, to: Spoken) -> Result<Ask, Failure> {
    let quoted = |(at, part): (usize, &str)| match at % 2 {
        0 => part.split_whitespace().map(OsString::from).collect::<Vec<_>>(),
        _ => vec![OsString::from(part)],
    };
    let words = line.split('\'').enumerate().flat_map(quoted);
    parse([OsString::from("yiding")].into_iter().chain(words), to)
}

fn what(line: &str) -> What {
    match call(line) {
        Ok(ask) => ask.what,
        Err(failure) => panic!("{line}: {failure:?}"),
    }
}

fn printed(line: &str) -> String {
    match what(line) {
        What::Print(text) => text,
        other => panic!("{line}: {other:?}"),
    }
}

/// What is said of a wrong call: the message, then the hints.
fn wrong(line: &str) -> String {
    match call(line) {
        Ok(ask) => panic!("{line}: {ask:?}"),
        Err(failure) => {
            assert_eq!(failure.kind.exit_code(), 2, "{line}");
            [vec![failure.message], failure.hints].concat().join(" | ")
        }
    }
}

fn leaves(rows: &'static [Row], path: &str) -> Vec<(String, &'static Row)> {
    let mut found = Vec::new();
    for row in rows {
        let path = format!("{path} {}", row.name).trim().to_owned();
        if let Does::OneOf(below) | Does::Either(_, below) = row.does {
            found.extend(leaves(below, &path));
        }
        found.push((path, row));
    }
    found
}

#[test]
fn nothing_but_the_name_opens_the_desk() {
    let ask = call("").unwrap();
    assert_eq!(ask, Ask { settings: Settings::speaking(Lang::Zh), what: What::Desk });
}

#[test]
fn options_stand_before_the_command() {
    let ask = call(
        "-C 道里 --today 2023-09-15 --width 72 --lang en --script 繁 --color never --no-input log",
    );
    let settings = Settings {
        book: PathBuf::from("道里"),
        today: NaiveDate::from_ymd_opt(2023, 9, 15),
        width: Some(72),
        script: Script::Traditional,
        color: Color::Never,
        input: Input::None,
        ..Settings::speaking(Lang::En)
    };
    assert_eq!(ask, Ok(Ask { settings, what: What::Log }));
}

#[test]
fn the_format_may_follow_the_command() {
    for line in ["--format json show 1.4", "show 1.4 --format json", "show --format=json 1.4"] {
        let ask = call(line).unwrap();
        assert_eq!(ask.settings.format, Format::Json, "{line}");
        assert_eq!(ask.what, What::Show { place: Some("1.4".into()) }, "{line}");
    }
}

#[test]
fn wrong_calls_are_told_in_words() {
    for (line, said) in [
        ("shwo", "没有“shwo”这个命令 | 是不是要写 show？ | 写法见 yiding -h"),
        ("--colour never", "不认识“--colour” | 是不是要写 --color？ | 写法见 yiding -h"),
        ("show 1.4 1.5", "不认识“1.5” | 写法见 yiding show -h"),
        ("list", "还缺 <种类> | 写法见 yiding list -h"),
        ("meet", "后面要跟一个命令：open status adjourn resume close | 写法见 yiding meet -h"),
        ("meet opne", "没有“opne”这个命令 | 是不是要写 open？ | 写法见 yiding meet -h"),
        (
            "decide 1.4 -5%以内",
            "不认识“-5” | 以 - 开头的内容，前面加 --，如 decide 1.4 -- '-5%以内' | 写法见 yiding decide -h",
        ),
        (
            "decide 开工",
            "第一个词“开工”不是位置；请先写位置，如 1.4，不挂任何一行写 0 | 写法见 yiding decide -h",
        ),
        ("decide 1.4", "只有位置，没有内容；请在位置之后写内容 | 写法见 yiding decide -h"),
        (
            "read 1.2/1 305",
            "“1.2/1”里没有等号；请写 位置=数值，如 1.2/1=305 | 写法见 yiding read -h",
        ),
        ("read 1.2/1=", "“1.2/1=”里没有等号；请写 位置=数值，如 1.2/1=305 | 写法见 yiding read -h"),
        (
            "assign 1.4 投促局",
            "“投促局”前面没有 @ 或 +；请写 @牵头 +配合 | 写法见 yiding assign -h",
        ),
        (
            "meet open --date 2023-9-15",
            "--date 的“2023-9-15”不是日期，请写成 2023-09-15 | 写法见 yiding meet open -h",
        ),
        (
            "--today 2023-02-30",
            "--today 的“2023-02-30”不是日期，请写成 2023-09-15 | 写法见 yiding -h",
        ),
        ("--width 5", "--width 不能是“5”，请写 20 至 1000 的整数 | 写法见 yiding -h"),
        ("--format", "--format <格式> 后面要有一个值 | 写法见 yiding -h"),
        (
            "--format json --format csv",
            "--format <格式> 写了两次，或与别的选项冲突 | 写法见 yiding -h",
        ),
        ("--format xml", "--format <格式> 不能是“xml”，只能是 text json csv | 写法见 yiding -h"),
    ] {
        assert_eq!(wrong(line), said, "{line}");
    }
    assert_eq!(
        wrong("--lang en --format xml"),
        "--format <FORMAT> cannot be \"xml\"; it is one of text json csv | see yiding -h"
    );
}

#[test]
fn bytes_that_are_no_text_are_refused_and_a_path_may_be_any_bytes() {
    use std::os::unix::ffi::OsStringExt as _;
    let bytes = OsString::from_vec(vec![b'a', 0xff]);
    let words = |first: &str| ["yiding", first].map(OsString::from).to_vec();
    let folder = parse([words("init"), vec![bytes.clone()]].concat(), Spoken::default()).unwrap();
    let started = Init { folder: bytes.clone().into(), ..Init::default() };
    assert_eq!(folder.what, What::Init(started));
    let failure = parse([words("show"), vec![bytes]].concat(), Spoken::default()).unwrap_err();
    assert_eq!(failure.message, "有一个词不是 UTF-8 文字");
}

#[test]
fn the_call_says_how_it_is_answered_else_who_calls() {
    let spoken = |lang, script| Spoken { lang, script };
    let english = spoken(Lang::En, Script::Traditional);
    for (line, to, want) in [
        ("", Spoken::default(), Spoken::default()),
        ("log", english, english),
        ("--lang zh log", english, spoken(Lang::Zh, Script::Traditional)),
        ("log --lang=en", Spoken::default(), spoken(Lang::En, Script::Simplified)),
        ("log --script simp", english, spoken(Lang::En, Script::Simplified)),
        ("--script=簡 log", english, spoken(Lang::En, Script::Simplified)),
        ("--script 繁 -h", Spoken::default(), spoken(Lang::Zh, Script::Traditional)),
        ("decide 0 -- --lang en --script trad", Spoken::default(), Spoken::default()),
    ] {
        let Settings { lang, script, .. } = call_by(line, to).unwrap().settings;
        assert_eq!(Spoken { lang, script }, want, "{line}");
    }
}

#[test]
fn our_own_words_are_known_in_either_script() {
    for (typed, meant) in [
        ("list 任務", "list 任务"),
        ("attend 請假 住建局", "attend 请假 住建局"),
        ("stage 4/2 辦結", "stage 4/2 办结"),
        ("account 1.2 轉下年", "account 1.2 转下年"),
        ("light 1.4 滯後 --reason 雨季", "light 1.4 滞后 --reason 雨季"),
        ("diff --by 單位 --kind 時限", "diff --by 单位 --kind 时限"),
        ("export 紀要 4", "export 纪要 4"),
        ("--script 簡 log", "--script 简 log"),
    ] {
        assert_eq!(call(typed).unwrap(), call(meant).unwrap(), "{typed}");
    }
    assert!(wrong("list 議案").starts_with("<种类> 不能是“議案”"));
}

#[test]
fn a_format_that_a_command_does_not_have_is_refused_before_anything_is_done() {
    for (line, said) in [
        (
            "show --format csv",
            "这个命令没有 csv 格式，只有 text json | 表格用 list，如 yiding list tasks --format csv | 写法见 yiding show -h",
        ),
        ("--format json undo", "这个命令没有 json 格式，只有 text | 写法见 yiding undo -h"),
        (
            "meet open --format json",
            "这个命令没有 json 格式，只有 text | 写法见 yiding meet open -h",
        ),
        ("--format json", "这个命令没有 json 格式，只有 text | 写法见 yiding -h"),
    ] {
        assert_eq!(wrong(line), said, "{line}");
    }
    for line in ["log --format csv", "list offices --format csv", "--format json man"] {
        assert!(call(line).is_ok(), "{line}");
    }
    for (_, row) in leaves(COMMANDS, "") {
        assert!(row.formats.contains(&Format::Text), "{}", row.name);
    }
}

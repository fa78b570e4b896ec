//! Calls: what every one of them can say, and what is said of a wrong one.

mod help;
mod meant;

use std::path::PathBuf;

use chrono::NaiveDate;

use super::*;
use crate::app::script::Script;

/// A call as a person types it: words apart by spaces, a quoted one in `'…'`.
fn call(line: &str) -> Result<Ask, Failure> {
    call_in(line, &|_| None)
}

fn call_in(line: &str, env: &dyn Fn(&str) -> Option<OsString>) -> Result<Ask, Failure> {
    let quoted = |(at, part): (usize, &str)| match at % 2 {
        0 => part.split_whitespace().map(OsString::from).collect::<Vec<_>>(),
        _ => vec![OsString::from(part)],
    };
    let words = line.split('\'').enumerate().flat_map(quoted);
    parse([OsString::from("yiding")].into_iter().chain(words), env)
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
        script: Some(Script::Traditional),
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
    let folder = parse([words("init"), vec![bytes.clone()]].concat(), &|_| None).unwrap();
    let started = Init { folder: bytes.clone().into(), ..Init::default() };
    assert_eq!(folder.what, What::Init(started));
    let failure = parse([words("show"), vec![bytes]].concat(), &|_| None).unwrap_err();
    assert_eq!(failure.message, "有一个词不是 UTF-8 文字");
}

#[test]
fn the_language_is_asked_for_or_the_locales() {
    for (name, value, lang) in [
        ("LANG", "C", Lang::Zh),
        ("LANG", "C.UTF-8", Lang::Zh),
        ("LC_ALL", "POSIX", Lang::Zh),
        ("LANG", "zh_CN.UTF-8", Lang::Zh),
        ("LANG", "en_GB.UTF-8", Lang::En),
        ("LC_MESSAGES", "en_US", Lang::En),
        ("LANG", "", Lang::Zh),
    ] {
        let env = |asked: &str| (asked == name).then(|| OsString::from(value));
        let spoken = |line| call_in(line, &env).unwrap().settings.lang;
        assert_eq!(spoken(""), lang, "{name}={value}");
        assert_eq!((spoken("--lang zh log"), spoken("log --lang=en")), (Lang::Zh, Lang::En));
    }
    let both = |asked: &str| match asked {
        "LC_ALL" => Some(OsString::from("C")),
        _ => Some(OsString::from("en_US.UTF-8")),
    };
    assert_eq!(call_in("log", &both).unwrap().settings.lang, Lang::Zh);
    assert_eq!(call("decide 0 -- --lang en").unwrap().settings.lang, Lang::Zh);
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

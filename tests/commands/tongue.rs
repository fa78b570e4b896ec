//! English and 繁体 on the command line: what is typed in English means what it means in Chinese, and
//! 繁体 is only ever shown.

use crate::commands::book::Book;
use crate::commands::talk::Talk;
use crate::json;

#[test]
fn a_line_in_english_is_the_line_in_chinese() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    for line in [
        "空港应急医院开工 @卫健局 +临空办 >1031",
        "空港应急医院开工, lead: 卫健局, support: 临空办, by 31 Oct",
        "空港应急医院开工; led by 卫健局; supported by 临空办; due: Oct 31",
    ] {
        book.done(&["--lang", "en", "decide", "1.4", line]);
    }
    let list = json(&book.done(&["list", "decisions", "--format", "json"]));
    for one in list.as_array().unwrap() {
        assert_eq!(one["text"], "空港应急医院开工");
        assert_eq!((&one["lead"][0], &one["support"][0]), (&"卫健局".into(), &"临空办".into()));
        assert_eq!(one["due"], "2023-10-31");
    }
    book.done(&["read", "1.2/1=30.5billion", "Jan-Aug"]);
    let readings = json(&book.done(&["list", "readings", "--format", "json"]));
    assert_eq!(readings[0]["value"], "305");
    assert_eq!(readings[0]["period"], "2023-01..2023-08");
    let found = book.done(&["--lang", "en", "list", "decisions", "lead:卫健局", "due:oct"]);
    assert_eq!(found.lines().count(), 3, "{found}");
    assert_eq!(
        book.run(&["--lang", "en", "list", "decisions", "lead:卫健局", "overdue"]).code,
        Some(1)
    );
}

#[test]
fn s2tw_display_leaves_files_columns_and_names_as_they_are() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改 @临空办 >1031"]);
    let files = || (book.read("plan.ron"), book.read("snapshots/0000-adopted.ron"));
    let before = files();
    for command in
        [vec!["show"], vec!["show", "1.4"], vec!["list", "decisions"], vec!["story", "1.4"]]
    {
        let plain = book.done(&command);
        let shown = book.done(&[&["--script", "繁"], &*command].concat());
        assert_ne!(plain, shown, "{command:?}");
        let widths = |text: &str| text.lines().map(|line| line.chars().count()).collect::<Vec<_>>();
        assert_eq!(widths(&plain), widths(&shown), "{command:?}");
        for name in ["临空办", "道里区"] {
            let count = |text: &str| text.matches(name).count();
            assert_eq!(count(&plain), count(&shown), "{name} in {command:?}");
        }
        // What programs read is what is written.
        let data = [&*command, &["--format", "json"]].concat();
        let other = [&["--script", "trad"], &*data].concat();
        assert_eq!(book.done(&data), book.done(&other), "{command:?}");
    }
    assert_eq!(files(), before);
    assert!(book.done(&["--script", "trad", "show", "1.4"]).contains("臨空經濟"));
}

#[test]
fn why_nothing_was_done_is_said_in_the_script_and_what_was_typed_stays() {
    let book = Book::plain();
    for (line, said) in [
        (vec!["show", "9.9"], "沒有"),
        (vec!["show", "开会"], "沒有 开会；任務"),
        (vec!["import", "没有/报告.docx"], "没有/报告.docx"),
        (vec!["decide", "1.4", "开工"], "沒有開會"),
        (vec!["list", "议案"], "“议案”"),
        (vec!["开会"], "沒有“开会”這個命令"),
    ] {
        let (plain, shown) = (book.run(&line), book.run(&[&["--script", "trad"], &*line].concat()));
        assert_eq!((plain.code, &plain.out), (shown.code, &shown.out), "{line:?}");
        assert!(shown.said.contains(said) && plain.said != shown.said, "{line:?} {shown:?}");
        assert_eq!(plain.said.chars().count(), shown.said.chars().count(), "{line:?}");
    }
}

#[test]
fn the_call_goes_before_the_settings_and_they_before_the_locale() {
    let book = Book::plain();
    let config = book.at("../.config/yiding/config.ron");
    std::fs::create_dir_all(config.parent().unwrap()).unwrap();
    let traditional = |chosen: Option<&str>, locale: &str, line: &[&str]| {
        match chosen {
            Some(chosen) => std::fs::write(&config, chosen).unwrap(),
            None => drop(std::fs::remove_file(&config)),
        }
        let output = book.command(line).env("LANG", locale).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let (other, own) = (said.contains(['項', '務']), said.contains(['项', '务']));
        assert!(other != own, "{said}");
        other
    };
    for line in [&["-h"][..], &["--help"], &["show", "1"], &["man"], &["show", "9.9"]] {
        let given = |option: &'static str| [&["--script", option], line].concat();
        assert!(traditional(None, "zh_TW.UTF-8", line), "{line:?}");
        assert!(traditional(Some("(theme: mono)"), "zh_HK", line), "{line:?}");
        assert!(!traditional(None, "zh_CN.UTF-8", line), "{line:?}");
        assert!(!traditional(Some("(script: simplified)"), "zh_TW.UTF-8", line), "{line:?}");
        assert!(traditional(Some("(script: 繁)"), "C", line), "{line:?}");
        assert!(!traditional(Some("(script: 繁)"), "zh_TW", &given("簡")), "{line:?}");
        assert!(traditional(Some("(script: 简)"), "C", &given("trad")), "{line:?}");
    }
    for line in [&["completions", "bash"][..], &["show", "1", "--format", "json"]] {
        assert!(!traditional(None, "zh_TW.UTF-8", line), "{line:?}");
    }
}

#[test]
fn what_is_typed_in_either_script_is_found() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改 @临空办 >1031"]);
    book.done(&["decide", "1.2", "臺商座談會 @投促局"]);
    for (typed, found) in [
        ("太安路遷改", "太安路迁改"),
        ("太安路迁改", "太安路迁改"),
        ("台商座谈", "臺商座談會"),
        ("臺商座談", "臺商座談會"),
        ("牵头:臨空辦", "太安路迁改"),
    ] {
        let list = book.done(&["list", "decisions", typed]);
        assert!(list.contains(found) && list.lines().count() == 1, "{typed}: {list}");
    }
    book.done(&["decide", "1.4", "開工 @臨空辦"]);
    let list = json(&book.done(&["list", "decisions", "--format", "json"]));
    assert!(
        list.as_array()
            .unwrap()
            .iter()
            .any(|one| one["text"] == "開工" && one["lead"][0] == "临空办")
    );
    for (typed, meant) in [
        (&["list", "任務"][..], &["list", "任务"][..]),
        (&["print", "臺賬"], &["print", "台账"]),
        (&["print", "任務清單"], &["print", "任务清单"]),
        (&["diff", "建賬", "現在", "--by", "單位"], &["diff", "建账", "现在", "--by", "单位"]),
    ] {
        assert_eq!(book.done(typed), book.done(meant), "{typed:?}");
    }
}

#[test]
fn a_desk_in_lines_takes_the_words_that_it_says_in_the_other_script() {
    let book = Book::plain();
    let lines = [
        "開會",
        "保存",
        "#1.4",
        "空港应急医院10月底前开工 @衛健局 +臨空辦",
        "",
        "簽到",
        "投促局 請假",
        "返回",
        "臺賬",
        "返回",
        "散會",
        "全部確認",
        "封存",
    ];
    let mut talk = Talk::start(book.command(&["--script", "trad", "--linear"]));
    for line in lines {
        talk.say(line);
    }
    let (text, code) = talk.end();
    assert!(code == Some(0) && text.ends_with("已離開。\n"), "{text}");
    let meetings = json(&book.done(&["list", "meetings", "--format", "json"]));
    assert_eq!(meetings.as_array().unwrap().len(), 1, "{text}");
    let decided = json(&book.done(&["list", "decisions", "--format", "json"]));
    assert_eq!(
        (&decided[0]["lead"][0], &decided[0]["support"][0]),
        (&"卫健局".into(), &"临空办".into())
    );
    let mut talk =
        Talk::start(book.command(&["--script", "trad", "follow", "--as", "甲", "--linear"]));
    talk.say("總覽");
    let (text, _) = talk.end();
    assert!(text.contains("預期目標") && text.ends_with("已離開。\n"), "{text}");
    assert!(!text.contains("预期目标"), "{text}");
}

//! English and 繁体 on the command line: what is typed in English means what it means in Chinese, and
//! 繁体 is only ever shown.

use crate::commands::book::Book;
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
    let wrong = book.run(&["--script", "trad", "show", "9.9"]);
    assert!(wrong.said.contains("沒有"), "{}", wrong.said);
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
}

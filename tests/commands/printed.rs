//! What is printed, and how: formats, columns, and nothing asked.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::commands::book::Book;

/// A book with two closed meetings and one that is open.
fn book() -> Book {
    let book = Book::plain();
    for day in ["2023-08-11", "2023-09-08"] {
        book.done(&["meet", "open", "--date", day]);
        book.done(&["decide", "1.4", "太安路迁改10月15日前完成 @临空办 +住建局 +发改局"]);
        book.done(&["meet", "close"]);
    }
    book.done(&["meet", "open"]);
    book.done(&["read", "1.2/1=305", "2023-08"]);
    book
}

#[test]
fn the_log_is_a_table_too_the_newest_first() {
    let book = book();
    let ids = ["2023-09-15", "2023-09-08", "2023-08-11", "0000-adopted"];
    let text = book.done(&["log"]);
    let firsts = text.lines().map(|line| line.split(' ').next().unwrap());
    assert_eq!(firsts.collect::<Vec<_>>(), ids);
    let table = book.done(&["log", "--format", "csv"]);
    let mut lines = table.strip_prefix('\u{feff}').unwrap().split("\r\n");
    assert!(lines.next().unwrap().starts_with("id,series,number,"), "{table}");
    let firsts = lines.filter(|line| !line.is_empty()).map(|line| line.split(',').next().unwrap());
    assert_eq!(firsts.collect::<Vec<_>>(), ids);
    let json: Value = serde_json::from_str(&book.done(&["log", "--format", "json"])).unwrap();
    let firsts = json.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap());
    assert_eq!(firsts.collect::<Vec<_>>(), ids);
}

#[test]
fn a_format_that_is_not_there_is_refused_and_nothing_is_recorded() {
    let book = book();
    for line in [
        vec!["show", "--format", "csv"],
        vec!["show", "1.4", "--format", "csv"],
        vec!["meet", "status", "--format", "csv"],
        vec!["check", "--format", "csv"],
        vec!["decide", "0", "一件事", "--format", "csv"],
        vec!["undo", "--format", "json"],
        vec!["meet", "close", "--format", "json"],
        vec!["--format", "json"],
    ] {
        let before = book.done(&["log", "--format", "json"]);
        let refused = book.run(&line);
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{line:?} {refused:?}");
        assert!(refused.said.contains("这个命令没有"), "{line:?} {refused:?}");
        assert_eq!(book.done(&["log", "--format", "json"]), before, "{line:?}");
    }
}

#[test]
fn a_record_is_answered_to_a_program_as_an_array_of_ids() {
    let book = book();
    let answer = book.done(&["--format", "json", "decide", "0", "一件事"]);
    let ids: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(ids, serde_json::json!(["2023-09-15/2"]));
    let answer = book.done(&["read", "0/1=4.8", "0/2=16.2", "8月", "--format", "json"]);
    let ids: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(ids, serde_json::json!(["2023-09-15/3", "2023-09-15/4"]));
}

#[test]
fn text_is_laid_out_for_the_columns_that_are_asked_for() {
    let book = book();
    for line in [
        vec![],
        vec!["show"],
        vec!["show", "1.4"],
        vec!["show", "2023-08-11/1"],
        vec!["list", "tasks"],
        vec!["list", "targets"],
        vec!["list", "decisions"],
        vec!["list", "offices"],
        vec!["list", "meetings"],
        vec!["list", "readings"],
        vec!["meet", "status"],
        vec!["log"],
    ] {
        let whole = book.done(&line);
        for width in ["20", "40", "80"] {
            let laid = book.done(&[vec!["--width", width], line.clone()].concat());
            let columns = laid.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(columns <= width.parse().unwrap(), "{line:?} {width}: {columns}\n{laid}");
            let words = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(words(&laid), words(&whole), "{line:?} {width}");
        }
    }
    let narrow = book.done(&["--width", "40", "list", "decisions"]);
    let first: Vec<&str> = narrow.lines().take(3).collect();
    let want = [
        "2023-08-11/1  = 正常  1.4",
        "  太安路迁改10月15日前完成  牵头 临空办",
        "  配合 住建局、发改局  时限 2023-10-15",
    ];
    assert_eq!(first, want, "{narrow}");
}

#[test]
fn a_pipe_gets_one_record_a_line() {
    let book = book();
    assert_eq!(book.done(&["list", "decisions"]).lines().count(), 2);
    let longest = book.done(&["show"]).lines().map(UnicodeWidthStr::width).max().unwrap();
    assert!(longest > 200, "{longest}");
}

#[test]
fn a_filter_can_except() {
    let book = book();
    let count = |filter: &str| book.run(&["list", "tasks", filter]).out.lines().count();
    assert_eq!((count("1"), count("!1"), count("！1"), count("!牵头:临空办")), (4, 16, 16, 20));
}

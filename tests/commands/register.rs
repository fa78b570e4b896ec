//! The query language on the command line, and the year's end.

use serde_json::Value;

use crate::commands::book::Book;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Two meetings, five decisions.
fn book() -> Book {
    let book = Book::plain();
    assert_eq!(book.run_on("2023-08-11", &["meet", "open"]).code, Some(0));
    book.done(&["decide", "1.4", "太安路迁改 @临空办 +住建局 >2023-08-31"]);
    book.done(&["decide", "1.2", "签约转开工台账按月报送 @投促局 >每月5日"]);
    book.done(&["decide", "0", "请省交投集团到会说明工期 @省交投集团"]);
    book.done(&["meet", "close"]);
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.2", "要求：赴长三角招商两次 @tcj +fgj >10-31"]);
    book.done(&["decide", "4.3", "空港应急医院待定"]);
    book.done(&["stage", "1/2", "办结"]);
    book
}

/// How many lines a list has, and how it ends.
fn listed(book: &Book, kind: &str, query: &str) -> (Option<i32>, usize) {
    let ran = book.run(&[vec!["list", kind], query.split(' ').collect()].concat());
    assert_eq!(ran.said, "", "{query}");
    (ran.code, ran.out.lines().count())
}

#[test]
fn every_kind_is_filtered_in_the_same_language() {
    let book = book();
    for (kind, query, count) in [
        ("decisions", "牵头:投促局", 2),
        ("decisions", "lead:tcj !done", 1),
        ("decisions", "单位:投促局 时限<=10-31 !办结", 1),
        ("decisions", "@tcj due<=10-31 !done", 1),
        ("decisions", "逾期", 2),
        ("decisions", "overdue", 2),
        ("decisions", "会议:1", 3),
        ("decisions", "meeting:this", 2),
        ("decisions", "类别:要求", 1),
        ("decisions", "1.2", 2),
        ("decisions", "1/3", 1),
        ("decisions", "tal", 1),
        ("decisions", "单位:省交投", 1),
        ("decisions", "未办结 会议:1", 2),
        ("tasks", "4", 5),
        ("targets", "1.2 未报", 1),
        ("offices", "住建", 1),
        ("meetings", "会议:1", 1),
        ("readings", "1.2", 0),
        ("decisions", "会议:9", 0),
    ] {
        let code = if count == 0 { Some(1) } else { Some(0) };
        assert_eq!(listed(&book, kind, query), (code, count), "{kind} {query}");
    }
    assert_eq!(book.done(&["list", "readings", "--format", "json"]), "[]\n");
    let none = book.run(&["list", "decisions", "会议:9", "--format", "json"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), "[]\n"));
}

#[test]
fn a_query_that_means_nothing_is_a_misuse_that_names_the_keys() {
    let book = book();
    for (kind, query, words) in [
        ("decisions", "投促:局", "没有“投促”这个条件；可用：牵头 配合 单位 任务 会议"),
        ("decisions", "时限<31-09", "“31-09”不是日期"),
        ("decisions", "时限", "“时限”后面还要写值"),
        ("decisions", "会议:明天", "“明天”不是会议"),
        ("decisions", "状态:红", "“状态”没有“红”；可以是：逾期 滞后"),
        ("decisions", "牵头<投促局", "“牵头”不分大小"),
        ("decisions", "!", "! 后面请写条件，如 !逾期"),
        ("offices", "时限<10-31", "这里不能用“时限”；可用：单位"),
        ("tasks", "会议:3", "这里不能用“会议”；可用：牵头"),
        ("meetings", "牵头:投促局", "这里不能用“牵头”；可用：会议 系列"),
    ] {
        let ran = book.run(&["list", kind, query]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{query} {ran:?}");
        assert!(ran.said.contains(words), "{query}: {}", ran.said);
    }
    let english = book.run(&["--lang", "en", "list", "decisions", "colour:red"]);
    assert_eq!(english.code, Some(2));
    assert!(english.said.contains("there is no key \"colour\"; there are: lead support"));
}

#[test]
fn a_row_is_accounted_for_with_a_reason() {
    let book = Book::plain();
    let account = ["account", "1.2", "转下年", "--reason", "产业项目两个下年竣工"];
    assert_eq!(book.done(&account), "2023-09-15-interval/1\n");
    book.done(&["account", "1.2.2", "unfinished", "--reason", "差195亿元"]);
    let tasks = json(&book.done(&["list", "tasks", "交账:转下年", "--format", "json"]));
    assert_eq!(tasks.as_array().unwrap().len(), 1);
    assert_eq!(tasks[0]["id"], "1.2");
    assert_eq!(tasks[0]["account"]["state"], "carried_over");
    assert_eq!(tasks[0]["account"]["reason"], "产业项目两个下年竣工");
    assert_eq!(listed(&book, "tasks", "account:none"), (Some(0), 19));
    assert!(book.done(&["list", "tasks", "1.2"]).contains("交账 转下年：产业项目两个下年竣工"));
    assert!(book.done(&["show", "1.2"]).contains("交账 转下年"));

    // 2.1 has two targets: when both are reached, the reason need not be typed.
    book.done(&["read", "2.1/1=3", "2.1/2=9", "8月"]);
    book.done(&["account", "2.1", "未完成", "--reason", "一条街尚未验收"]);
    book.done(&["account", "2.1", "完成"]);
    let said = book.done(&["list", "tasks", "2.1"]);
    assert!(said.contains("交账 完成：") && said.contains("3/3个"), "{said}");
    assert!(book.done(&["undo"]).starts_with("已撤回：交账 2.1"));
    assert!(book.done(&["show", "2.1"]).contains("交账 未完成"), "the one before stands again");
    assert!(book.done(&["seal"]).starts_with("2023-09-15-interval "));
    assert_eq!(book.run(&["check"]).code, Some(0));
}

#[test]
fn an_account_that_makes_no_sense_is_refused() {
    let book = Book::plain();
    for (line, words) in [
        (vec!["account", "9.9", "完成", "--reason", "x"], "没有 9.9 这一项"),
        (vec!["account", "1", "完成", "--reason", "x"], "1 不单独交账"),
        (vec!["account", "1.2/1", "完成", "--reason", "x"], "1.2/1 不单独交账"),
        (vec!["account", "1.2", "完成"], "--reason"),
        (vec!["account", "1.2", "完成", "--reason", " "], "--reason"),
        (vec!["account", "1.2", "好"], "只能是 完成 未完成 转下年"),
        (vec!["account", "1.2"], "还缺"),
    ] {
        let ran = book.run(&line);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{line:?} {ran:?}");
        assert!(ran.said.contains(words), "{line:?}: {}", ran.said);
    }
    assert_eq!(book.run(&["undo"]).code, Some(1), "nothing was recorded");
}

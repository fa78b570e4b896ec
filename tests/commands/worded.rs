//! 文稿表述 without the screen: papers say a record otherwise, and everything that looks at it says so.

use std::fs;

use serde_json::Value;

use crate::commands::book::Book;

fn book() -> Book {
    let book = Book::in_git();
    book.done(&["meet", "open", "--date", "2023-09-15", "--chair", "区长"]);
    book.done(&["decide", "1.4", "路要修好 @临空办 >10-15"]);
    book
}

fn decision(book: &Book) -> Value {
    let list = book.done(&["list", "decisions", "--format", "json"]);
    let list: Value = serde_json::from_str(&list).unwrap();
    list[0].clone()
}

#[test]
fn a_decision_is_worded_taken_back_sealed_and_corrected() {
    let book = book();
    book.done(&["reword", "1/1", "确保太安路按期完工", "--in-papers"]);
    assert_eq!(decision(&book)["in_papers"], "确保太安路按期完工");
    assert_eq!(decision(&book)["text"], "路要修好");
    book.done(&["undo"]);
    assert_eq!(decision(&book)["in_papers"], "");
    book.done(&["redo"]);
    let minutes = book.done(&["export", "minutes"]);
    assert!(minutes.contains("确保太安路按期完工，由"), "{minutes}");
    assert!(!minutes.contains("路要修好"), "{minutes}");
    let checked = book.run(&["check"]);
    assert!(
        checked.code == Some(0) && checked.said.contains("2023-09-15/1；签发前"),
        "{checked:?}"
    );
    book.done(&["meet", "close"]);
    let sealed = fs::read_to_string(book.at("snapshots/2023-09-15.ron")).unwrap();
    assert!(sealed.contains("in_papers: \"确保太安路按期完工\","), "{sealed}");
    book.done(&["reword", "1/1", "太安路10月中旬完工", "--in-papers", "--consent", "区长"]);
    assert_eq!(decision(&book)["in_papers"], "太安路10月中旬完工");
    assert_eq!(fs::read_to_string(book.at("snapshots/2023-09-15.ron")).unwrap(), sealed);
    let story = book.done(&["story", "1/1"]);
    assert!(story.contains("更正文稿表述：确保太安路按期完工 改为 太安路10月中旬完工"), "{story}");
    let diff = book.done(&["diff", "1", "now"]);
    assert!(diff.contains("确保太安路按期完工 -> 太安路10月中旬完工"), "{diff}");
    book.done(&["correct", "1/1", "文稿表述=", "--agreed", "区长"]);
    let list = book.done(&["export", "decisions", "1"]);
    assert!(list.contains("1.路要修好，由"), "{list}");
    assert_eq!(book.run(&["check"]).said.matches("签发前").count(), 0);
}

#[test]
fn an_item_has_a_paragraph_of_its_own() {
    let book = book();
    book.done(&["agenda", "add", "关于冬季清冰雪的汇报", "--office", "城管局"]);
    let agenda: Value = serde_json::from_str(&book.done(&["agenda", "--format", "json"])).unwrap();
    let number = agenda.as_array().unwrap().last().unwrap()["number"].to_string();
    let listed = book.done(&["agenda", "word", &number, "会议分析了清冰雪形势"]);
    assert!(listed.contains("     文稿作：会议分析了清冰雪形势\n"), "{listed}");
    let minutes = book.done(&["export", "minutes"]);
    assert!(minutes.contains("关于冬季清冰雪\n　　会议分析了清冰雪形势。\n"), "{minutes}");
    book.done(&["meet", "close"]);
    let mended = format!("文稿表述={number}、会议研究了清冰雪工作");
    book.done(&["correct", "2023-09-15", &mended, "--agreed", "区长"]);
    let minutes = book.done(&["export", "minutes"]);
    assert!(minutes.contains("　　会议研究了清冰雪工作。\n"), "{minutes}");
    let log = book.done(&["story", "1.4"]);
    assert!(!log.contains("清冰雪"), "{log}");
    for (wrong, why) in [("会议", "前面请写议题序号"), ("99 会议", "议程里没有第99项")]
    {
        let ran =
            book.run(&["correct", "2023-09-15", &format!("文稿表述={wrong}"), "--agreed", "甲"]);
        assert!(ran.code != Some(0) && ran.said.contains(why), "{ran:?}");
    }
}

//! `check`: what it calls a fault, what it only remarks, and what a program reads of both.

use std::fs;

use serde_json::Value;
use yiding::format::seal;

use crate::commands::book::{Book, PLAN, Ran};

/// A book with meetings closed on days.
fn closed_on(book: Book, days: &[&str]) -> Book {
    for day in days {
        book.done(&["meet", "open", "--date", day]);
        book.done(&["decide", "1.4", "太安路迁改"]);
        book.done(&["meet", "close"]);
    }
    book
}

/// The same text under a seal that is its own.
fn resealed(text: &str) -> Vec<u8> {
    let body = text.split("// seal").next().unwrap();
    seal::sealed(body.to_owned()).into_bytes()
}

fn json(ran: &Ran) -> Value {
    assert_eq!(ran.said, "", "data, and no words beside it");
    serde_json::from_str(&ran.out).unwrap()
}

/// The line of a file on which a text stands, from 1.
fn line_of(file: &[u8], text: &str) -> u64 {
    let file = std::str::from_utf8(file).unwrap();
    let line = file.lines().position(|line| line.contains(text)).unwrap();
    u64::try_from(line).unwrap() + 1
}

#[test]
fn a_back_dated_meeting_is_a_fault_where_it_gives_its_day() {
    let book = closed_on(Book::plain(), &["2023-09-15", "2023-09-20"]);
    let late = String::from_utf8(book.read("snapshots/2023-09-20.ron")).unwrap();
    let early = late.replace("2023-09-20", "2023-09-01");
    fs::remove_file(book.at("snapshots/2023-09-20.ron")).unwrap();
    book.write("snapshots/2023-09-01.ron", &resealed(&early));
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    let words = "日期早于它所接的上一次会议 2023-09-15（同一系列）";
    assert!(checked.out.contains(words), "{}", checked.out);
    let faults = json(&book.run(&["check", "--format", "json"]))["faults"].clone();
    assert_eq!(faults.as_array().unwrap().len(), 1);
    let line = line_of(&book.read("snapshots/2023-09-01.ron"), "id: \"2023-09-01\"");
    assert_eq!(faults[0]["line"], line);
    assert!(faults[0]["file"].as_str().unwrap().ends_with("snapshots/2023-09-01.ron"));
}

#[test]
fn meetings_of_another_series_and_intervals_are_not_back_dated() {
    let book = closed_on(Book::plain(), &["2023-09-20"]);
    book.done(&["read", "0/2=16.2", "2023-08"]);
    book.done(&["seal"]);
    assert!(book.at("snapshots/2023-09-15-interval.ron").exists());
    assert_eq!(book.run(&["check"]).code, Some(0));
}

#[test]
fn drafts_hard_links_and_missing_attributes_are_remarks() {
    let book = closed_on(Book::in_git(), &["2023-09-15", "2023-09-20"]);
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(checked.said.contains("送审稿，还没有签发：2023-09-15、2023-09-20"), "{checked:?}");
    let line = "snapshots/*.ron -text -filter -ident -merge";
    assert!(checked.said.contains(line) && !checked.said.contains("硬链接"), "{checked:?}");

    book.write(".gitattributes", format!("{line}\n").as_bytes());
    fs::hard_link(book.at("snapshots/2023-09-15.ron"), book.at("copy.ron")).unwrap();
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(!checked.said.contains(".gitattributes"), "{checked:?}");
    assert!(checked.said.contains("snapshots/2023-09-15.ron 在别处还有硬链接"), "{checked:?}");
}

#[test]
fn a_signed_meeting_is_no_draft_any_more() {
    let book = closed_on(Book::plain(), &["2023-09-15", "2023-09-20"]);
    let path = "snapshots/2023-09-20.ron";
    let text = String::from_utf8(book.read(path)).unwrap();
    let signing = "signings: {\n      \"2023-09-15\": {\n        \"2023-09-20/2\": (by: \"区长\", on: \"2023-09-18\"),\n      },\n    },\n  ),\n)\n// seal";
    let signed = text.replace("  ),\n)\n// seal", &format!("    {signing}"));
    assert_ne!(signed, text);
    book.write(path, &resealed(&signed));
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(checked.said.contains("还没有签发：2023-09-20；签发用"), "{checked:?}");
}

#[test]
fn programs_read_one_object() {
    let book = closed_on(Book::plain(), &["2023-09-15"]);
    let clean = book.run(&["check", "--format", "json"]);
    assert_eq!(clean.code, Some(0));
    let value = json(&clean);
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["faults", "remarks", "files"]);
    assert_eq!((&value["faults"], &value["files"]), (&Value::Array(vec![]), &3.into()));
    assert_eq!(value["remarks"][0], "送审稿，还没有签发：2023-09-15；签发用 yiding sign");

    book.write("plan.ron", PLAN.replacen("  title: \"2023", "  title: “2023", 1).as_bytes());
    let faulty = book.run(&["--format", "json", "check"]);
    assert_eq!(faulty.code, Some(1));
    let fault = json(&faulty)["faults"][0].clone();
    let keys: Vec<&String> = fault.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["file", "line", "column", "text", "help"]);
    assert_eq!((&fault["column"], &fault["text"]), (&10.into(), &"这里是全角标点 “".into()));
    assert_eq!(fault["line"], line_of(&book.read("plan.ron"), "title: “"));
    assert_eq!(fault["help"], "把全角标点 “ 改成半角 \"");
}

#[test]
fn programs_read_of_the_comparison_too() {
    let book = Book::plain();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/facts/report.txt");
    let line = ["check", "--source", source, "--format", "json"];
    let proven = book.run(&line);
    assert_eq!(proven.code, Some(0), "{proven:?}");
    let value = json(&proven);
    assert_eq!((&value["source"]["proven"], &value["faults"][0]), (&129.into(), &Value::Null));
    assert_eq!(value["source"]["structure"].as_array().unwrap().len(), 39);

    let text = String::from_utf8(book.read("plan.ron")).unwrap();
    book.write("plan.ron", text.replace("全力上项目、打基础", "全力上项目,打基础").as_bytes());
    let doubted = book.run(&line);
    assert_eq!(doubted.code, Some(1));
    let fault = json(&doubted)["faults"][0].clone();
    assert_eq!(fault["line"], line_of(&book.read("plan.ron"), "全力上项目,打基础"));
    assert!(fault["text"].as_str().unwrap().contains("报告写"), "{fault}");
}

#[test]
fn what_many_snapshots_say_of_one_is_one_fault() {
    let days = ["2023-09-15", "2023-09-20", "2023-09-25", "2023-09-28"];
    let whole = closed_on(Book::plain(), &days);
    let book = whole.copy();
    fs::remove_file(book.at("snapshots/2023-09-15.ron")).unwrap();
    let faults = json(&book.run(&["check", "--format", "json"]))["faults"].clone();
    assert_eq!(faults.as_array().unwrap().len(), 1, "{faults}");
    assert!(faults[0]["file"].as_str().unwrap().ends_with("2023-09-20.ron"), "{faults}");
    assert!(faults[0]["text"].as_str().unwrap().contains("缺存档 2023-09-15"), "{faults}");

    // Somebody put another file in its place, under a seal of its own.
    let book = whole.copy();
    let text = String::from_utf8(book.read("snapshots/2023-09-15.ron")).unwrap();
    book.write("snapshots/2023-09-15.ron", &resealed(&text.replace("太安路", "太平路")));
    let faults = json(&book.run(&["check", "--format", "json"]))["faults"].clone();
    assert_eq!(faults.as_array().unwrap().len(), 1, "{faults}");
    assert!(faults[0]["text"].as_str().unwrap().contains("有一个被换过"), "{faults}");
    let line = line_of(&book.read("snapshots/2023-09-20.ron"), "\"2023-09-15\": \"sha256");
    assert_eq!(faults[0]["line"], line);
}

#[test]
fn an_edited_promise_is_shown_where_the_plan_was_edited() {
    let book = closed_on(Book::plain(), &["2023-09-15"]);
    book.write("plan.ron", PLAN.replacen("value: \"500\"", "value: \"501\"", 1).as_bytes());
    let fault = json(&book.run(&["check", "--format", "json"]))["faults"][0].clone();
    let target = line_of(&book.read("plan.ron"), "id: \"1.2/1\"");
    assert_eq!(fault["line"], target, "{fault}");
    assert!(fault["text"].as_str().unwrap().contains("与 2023-09-15 存档时不同"), "{fault}");
}

#[test]
fn records_that_cannot_be_read_are_told() {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改"]);
    book.done(&["decide", "1.4", "另一件事"]);
    let folder = "snapshots/.yiding/open/2023-09-15";
    for segment in book.names(folder) {
        let path = format!("{folder}/{segment}");
        let text = String::from_utf8_lossy(&book.read(&path)).replacen("太安路", "太平路", 1);
        book.write(&path, text.as_bytes());
    }
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "not a fault of plan.ron or snapshots: {checked:?}");
    assert!(checked.said.contains("日志缺第 2 至 2 条"), "{checked:?}");
}

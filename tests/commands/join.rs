//! Two clones, two desks that worked apart, and what `git pull` and `yiding merge` make of them.

use serde_json::Value;

use crate::commands::book::Book;

/// A book that was founded and met once, on the first of September, with two decisions.
fn founded() -> Book {
    let book = Book::in_git();
    book.write(".gitattributes", b"snapshots/*.ron -text -filter -ident -merge\n");
    book.git(&["add", "plan.ron", ".gitattributes"]);
    book.git(&["commit", "-q", "-m", "plan"]);
    book.done_on("2023-09-01", &["meet", "open", "--chair", "区长"]);
    book.done_on("2023-09-01", &["decide", "1.4", "太安路迁改9月底前完成 @临空办 >930"]);
    book.done_on("2023-09-01", &["decide", "1.4", "空港应急医院10月底前开工 @卫健局 >1031"]);
    book.done_on("2023-09-01", &["meet", "close"]);
    book
}

/// A meeting of a day with one decision.
fn meet(book: &Book, day: &str, text: &str) {
    book.done_on(day, &["meet", "open", "--chair", "区长"]);
    book.done_on(day, &["decide", "1.4", text]);
    book.done_on(day, &["meet", "close"]);
}

/// Two desks that worked apart for two meetings each, the first of them on one day: nothing conflicts.
fn apart() -> (Book, Book) {
    let a = founded();
    let b = a.cloned();
    meet(&a, "2023-09-08", "甲处议定一件");
    meet(&b, "2023-09-08", "乙处议定一件");
    a.done_on("2023-09-10", &["read", "1.2/1=305", "2023-08"]);
    b.done_on("2023-09-11", &["read", "0/2=16.2", "2023-08"]);
    meet(&a, "2023-09-15", "甲处议定二件");
    meet(&b, "2023-09-14", "乙处议定二件");
    (a, b)
}

fn pull(into: &Book, from: &Book) -> Option<i32> {
    let root = from.root();
    let line = ["pull", "-q", "--no-rebase", "--no-edit", root.to_str().unwrap(), "main"];
    into.try_git(&line).code
}

/// Every snapshot with its bytes.
fn snapshots(book: &Book) -> Vec<(String, Vec<u8>)> {
    let names = book.names("snapshots").into_iter();
    names.map(|name| (name.clone(), book.read(&format!("snapshots/{name}")))).collect()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn two_clones_with_two_meetings_each_become_one_line() {
    let (a, b) = apart();
    let (before_a, before_b) = (snapshots(&a), snapshots(&b));
    assert_ne!(pull(&a, &b), Some(0), "both have a meeting of one day");
    let joined = a.run_on("2023-09-18", &["merge"]);
    assert_eq!((joined.code, joined.said.as_str()), (Some(0), ""), "{joined:?}");
    assert!(joined.out.starts_with("2023-09-18-join "), "{joined:?}");
    assert_eq!(a.git(&["status", "--porcelain"]), "");
    assert_eq!(a.git(&["rev-list", "--merges", "--count", "HEAD"]), "1\n");
    // The other side has nothing of its own any more.
    assert_eq!(pull(&b, &a), Some(0));
    assert_eq!(snapshots(&a), snapshots(&b));
    for book in [&a, &b] {
        let check = book.run_on("2023-09-18", &["check"]);
        assert_eq!(check.code, Some(0), "{check:?}");
    }
    // Every byte that was sealed on either side is there.
    let all = snapshots(&a);
    for (name, bytes) in before_a.iter().chain(&before_b) {
        assert!(all.iter().any(|(_, other)| other == bytes), "{name}");
    }
    let names = a.names("snapshots");
    assert!(names.contains(&"2023-09-08-2.ron".to_owned()), "{names:?}");
    let list = json(&a.done(&["list", "decisions", "--format", "json"]));
    assert_eq!(list.as_array().unwrap().len(), 6);
    let ids: Vec<&str> =
        list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"2023-09-08/1") && ids.contains(&"2023-09-08-2/1"), "{ids:?}");
    // Numbers follow the days: 1, then the two of the eighth, the fourteenth, the fifteenth.
    let meetings = json(&a.done(&["list", "meetings", "--format", "json"]));
    let mut numbers: Vec<(String, u64)> = meetings
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["number"].is_u64())
        .map(|one| (one["id"].as_str().unwrap().to_owned(), one["number"].as_u64().unwrap()))
        .collect();
    numbers.sort();
    let expect = ["2023-09-01", "2023-09-08", "2023-09-08-2", "2023-09-14", "2023-09-15"];
    let expect: Vec<(String, u64)> = expect.iter().map(|id| (*id).to_owned()).zip(1..).collect();
    assert_eq!(numbers, expect);
    assert_eq!(a.done_on("2023-09-20", &["meet", "open"]), "2023-09-20\n");
    let open = json(&a.done_on("2023-09-20", &["meet", "status", "--format", "json"]));
    assert_eq!(open["number"], 6, "{open}");
    assert_eq!(a.done_on("2023-09-20", &["decide", "0", "合并之后一件"]), "2023-09-20/1\n");
    a.done_on("2023-09-20", &["meet", "close"]);
    assert_eq!(a.run_on("2023-09-20", &["check"]).code, Some(0));
    let again = a.run_on("2023-09-21", &["merge"]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""));
    assert!(again.said.contains("没有可合并的"), "{again:?}");
}

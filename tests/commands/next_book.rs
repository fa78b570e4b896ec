//! `init DIR --after OLDBOOK`: what goes on into the next year, and what stands in the way.

use std::fs;

use serde_json::Value;

use crate::commands::book::{Book, PLAN, Ran};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A book with one closed meeting and three decisions, one of them over.
fn old() -> Book {
    let book = Book::in_git();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改 @临空办 +住建局 >2023-12-31"]);
    book.done(&["decide", "1.2", "签约转开工台账按月报送 @投促局 >每月5日"]);
    book.done(&["decide", "0", "已经办完的一件 @财政局"]);
    book.done(&["stage", "1/3", "办结"]);
    book.done(&["meet", "close"]);
    book
}

fn init(book: &Book, folder: &str, after: &str) -> Ran {
    let folder = book.root().join(folder);
    let after = book.root().join(after);
    let line = ["init", folder.to_str().unwrap(), "--after", after.to_str().unwrap()];
    book.run_on("2024-01-05", &line)
}

/// Every file of the book with its bytes, the new folder and git's own files left out.
fn files(book: &Book) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("plan.ron".to_owned(), book.read("plan.ron"))];
    for name in book.names("snapshots") {
        files.push((name.clone(), book.read(&format!("snapshots/{name}"))));
    }
    files
}

#[test]
fn roster_and_rules_go_on_into_the_next_year() {
    let book = old();
    let before = files(&book);
    let made = init(&book, "2024", ".");
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(made.out.contains("从 daoli-2023 接转未办结的议定2项，其中2项"), "{}", made.out);
    assert_eq!(files(&book), before, "nothing of the old book is changed");

    let plan = String::from_utf8(book.read("2024/plan.ron")).unwrap();
    for words in [
        "  // 编号定了就不再改，只用小写字母、数字和 -。\n  id: \"daoli-2024\",",
        "  title: \"2024年经济社会发展主要任务\",",
        "  short: \"道里区2024年主要任务\",",
        "  organ: \"道里区人民政府\",",
        "    from: \"2024-01-01\",",
        "    to: \"2024-12-31\",",
        "// 接转自 daoli-2023",
        "      name: \"重点工作调度会\",",
        "full: \"道里区投资促进局\"",
    ] {
        assert!(plan.contains(words), "{words}\n{plan}");
    }
    let roster = |text: &str| text[text.find("  roster: (").unwrap()..].to_owned();
    assert_eq!(roster(&plan), roster(PLAN), "in the words and with the comments of the old plan");
}

/// A book of 2024 begun after the old one.
fn begun() -> Book {
    let book = old();
    let made = init(&book, "2024", ".");
    assert_eq!(made.code, Some(0), "{made:?}");
    book
}

#[test]
fn open_decisions_go_on_into_the_next_year() {
    let book = begun();
    let list = book.in_folder("2024", &["list", "decisions", "--format", "json"]);
    let list = json(&list.out);
    assert_eq!(list.as_array().unwrap().len(), 2);
    let one = &list[0];
    assert_eq!(
        (&one["text"], &one["lead"][0], &one["support"][0], &one["due"]),
        (&"太安路迁改".into(), &"临空办".into(), &"住建局".into(), &"2023-12-31".into())
    );
    assert_eq!(
        one["source"],
        "接转自 daoli-2023 第1次重点工作调度会 2023-09-15/1；原 1.4 持续推动临空经济发展"
    );
    assert_eq!(one["meeting"], "2024-01-05-interval");
    let by_source = book.in_folder("2024", &["list", "decisions", "来源:2023-09-15/2"]);
    assert_eq!(by_source.out.lines().count(), 1);
}

#[test]
fn a_begun_book_is_edited_until_something_is_sealed_on_it() {
    let book = begun();
    // The plan is still to be written: only what is sealed on it adopts it.
    let plan = String::from_utf8(book.read("2024/plan.ron")).unwrap();
    book.write("2024/plan.ron", plan.replace("第一项任务", "推进重点项目").as_bytes());
    assert_eq!(book.in_folder("2024", &["check"]).code, Some(0));
    let sealed = book.in_folder("2024", &["seal"]);
    assert!(sealed.out.starts_with("2024-01-05-interval "), "{sealed:?}");
    assert_eq!(book.names("2024/snapshots"), ["0000-adopted.ron", "2024-01-05-interval.ron"]);
    let founding = String::from_utf8(book.read("2024/snapshots/0000-adopted.ron")).unwrap();
    assert!(founding.contains("推进重点项目"));
    assert_eq!(book.in_folder("2024", &["check"]).code, Some(0));
    assert_eq!(init(&book, "2024", ".").code, Some(5), "it is begun now");
}

#[test]
fn a_plan_that_is_written_already_keeps_its_words_and_gives_its_rows() {
    let book = old();
    let next = PLAN.replace("daoli-2023", "daoli-2024").replace("\"2023-", "\"2024-");
    let next = next.replace("title: \"持续推动临空经济发展\"", "title: \"发展临空经济\"");
    book.write("2024/plan.ron", next.as_bytes());
    let made = init(&book, "2024", ".");
    assert_eq!(made.code, Some(0), "{made:?}");
    assert_eq!(book.read("2024/plan.ron"), next.as_bytes());
    let list = book.in_folder("2024", &["list", "decisions", "--format", "json"]);
    let list = json(&list.out);
    assert_eq!((&list[0]["about"], &list[1]["about"][0]), (&Value::Array(vec![]), &"1.2".into()));
    assert!(list[0]["source"].as_str().unwrap().contains("原 1.4 持续推动临空经济发展"));
    assert_eq!(
        list[1]["source"], "接转自 daoli-2023 第1次重点工作调度会 2023-09-15/2",
        "its row is there"
    );
}

#[test]
fn what_stands_in_the_way_is_named_with_what_to_do() {
    let book = old();
    let none = init(&book, "2024", "nowhere");
    assert_eq!(none.code, Some(3), "{none:?}");
    assert!(none.said.contains("没有 plan.ron"), "{}", none.said);
    assert_eq!(init(&book, ".", ".").code, Some(5), "a book does not follow itself");

    book.done(&["meet", "open", "--date", "2023-12-20"]);
    let open = init(&book, "2024", ".");
    assert_eq!(open.code, Some(5), "{open:?}");
    assert!(open.said.contains("旧册还在开会：第2次重点工作调度会 2023-12-20"), "{}", open.said);
    assert!(open.said.contains("meet close"), "{}", open.said);
    book.done(&["meet", "close"]);

    let other = book.copy();
    book.done(&["read", "1.2/1=505", "12月"]);
    let told = init(&book, "2025", ".");
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.said.contains("旧册会间还有1条没有入账"), "{}", told.said);

    book.done(&["seal"]);
    other.done(&["meet", "open", "--date", "2023-12-21"]);
    other.done(&["meet", "close"]);
    let name = "2023-12-21.ron";
    fs::copy(other.at(&format!("snapshots/{name}")), book.at(&format!("snapshots/{name}")))
        .unwrap();
    let heads = init(&book, "2024", ".");
    assert_eq!(heads.code, Some(4), "{heads:?}");
    assert!(heads.said.contains("两条互不相属的会议线"), "{}", heads.said);

    for (spoilt, code) in [("(", 3), ("", 3)] {
        let book = old();
        book.write("plan.ron", spoilt.as_bytes());
        assert_eq!(init(&book, "2024", ".").code, Some(code));
        assert_eq!(book.names("2024"), [""; 0], "nothing half made");
    }
    assert_eq!(book.names("2024"), [""; 0], "nothing half made");
}

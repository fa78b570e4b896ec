//! Snapshots that people, editors and git have spoilt: `check` names each with file, place and
//! meeting, and nothing is overwritten, by it or by anything else.

use std::collections::BTreeMap;
use std::fs;

use yiding::format::seal;

use crate::commands::book::{Book, PLAN};

const B: &str = "snapshots/2023-09-20.ron";
const C: &str = "snapshots/2023-09-25.ron";
const D: &str = "snapshots/2023-09-28.ron";

/// Four meetings, each with a decision of its own.
fn whole() -> Book {
    let book = Book::plain();
    for (day, text) in [
        ("2023-09-15", "太安路迁改"),
        ("2023-09-20", "空港应急医院开工"),
        ("2023-09-25", "老旧小区进场"),
        ("2023-09-28", "清冰雪备勤"),
    ] {
        book.done(&["meet", "open", "--date", day]);
        book.done(&["decide", "1.4", text]);
        book.done(&["meet", "close"]);
    }
    book
}

fn text(book: &Book, file: &str) -> String {
    String::from_utf8(book.read(file)).unwrap()
}

/// Changes a file; its seal stays as it was.
fn edit(book: &Book, file: &str, change: impl Fn(&str) -> String) {
    let was = text(book, file);
    let now = change(&was);
    assert_ne!(was, now, "{file}");
    book.write(file, now.as_bytes());
}

/// Changes a file and seals it anew, as somebody would who wants it not to be seen.
fn forge(book: &Book, file: &str, change: impl Fn(&str) -> String) {
    edit(book, file, |text| seal::sealed(change(text.split("// seal").next().unwrap())));
}

/// The rows of the chain of a file.
fn links(text: &str) -> Vec<String> {
    let rows = text.lines().filter(|line| line.contains("\": \"sha256:"));
    rows.map(|line| format!("{line}\n")).collect()
}

fn copied(book: &Book, from: &str, to: &str) {
    fs::copy(book.at(from), book.at(to)).unwrap();
}

/// What was done to a book, how, and what `check` says: a text in the line of a file, or anywhere.
type Damage = (&'static str, fn(&Book), &'static [(&'static str, &'static str, &'static str)]);

/// Each: the file, the text at whose line the fault is shown (empty for the whole file), the words.
const DAMAGES: &[Damage] = &[
    (
        "changed",
        |book| edit(book, B, |text| text.replace("太安路迁改", "太平路迁改")),
        &[
            (B, "// seal", "封印与内容不符"),
            (B, "\"2023-09-15/1\"", "记录 2023-09-15/1 与它所接的 2023-09-15 里的不同"),
        ],
    ),
    (
        "changed where it was new",
        |book| edit(book, B, |text| text.replace("应急医院开工", "应急医院完工")),
        &[(B, "// seal", "封印与内容不符"), (B, "\"2023-09-20/1\"", "改动在这里")],
    ),
    (
        "missing",
        |book| fs::remove_file(book.at(B)).unwrap(),
        &[(C, "\"2023-09-20\": \"sha256", "缺存档 2023-09-20")],
    ),
    (
        "added",
        |book| {
            copied(book, D, "snapshots/2023-09-29.ron");
            forge(book, "snapshots/2023-09-29.ron", |text| {
                text.replace("2023-09-28", "2023-09-29")
            });
        },
        &[("snapshots", "", "2023-09-28、2023-09-29")],
    ),
    (
        "renamed",
        |book| fs::rename(book.at(B), book.at("snapshots/2023-09-21.ron")).unwrap(),
        &[
            ("snapshots/2023-09-21.ron", "", "里写的是 2023-09-20，与文件名不符"),
            (C, "\"2023-09-20\": \"sha256", "缺存档 2023-09-20"),
        ],
    ),
    (
        "duplicated",
        |book| copied(book, B, "snapshots/2023-09-20-2.ron"),
        &[("snapshots/2023-09-20-2.ron", "", "里写的是 2023-09-20，与文件名不符")],
    ),
    (
        "reordered",
        |book| {
            forge(book, D, |text| {
                let rows = links(text);
                let (one, other) = (&rows[1], &rows[2]);
                text.replace(&format!("{one}{other}"), &format!("{other}{one}"))
            });
        },
        &[(D, "\"2023-09-20\": \"sha256", "次序与它所接的 2023-09-25 里的不同")],
    ),
    (
        "a link taken out of the table",
        |book| forge(book, D, |text| text.replace(&links(text)[1], "")),
        &[(D, "meetings:", "meetings 里缺 2023-09-15：它所接的 2023-09-25 建立在")],
    ),
    (
        "a link put into the table",
        |book| {
            forge(book, D, |text| {
                let row = &links(text)[1];
                text.replace(row, &format!("{row}{}", row.replace("2023-09-15", "2023-09-16")))
            });
        },
        &[
            (D, "\"2023-09-16\": \"sha256", "缺存档 2023-09-16"),
            (D, "\"2023-09-16\": \"sha256", "多出 2023-09-16"),
        ],
    ),
    (
        "a broken link",
        |book| forge(book, D, |text| text.replacen("\"2023-09-25\",", "\"2023-09-26\",", 1)),
        &[(D, "\"2023-09-26\",", "follows 里有 2023-09-26，meetings 里却没有它的封印")],
    ),
    (
        "no link at all",
        |book| {
            forge(book, D, |text| {
                let from = text.find("  follows:").unwrap();
                let to = text.find("  meetings:").unwrap();
                format!("{}{}", &text[..from], &text[to..])
            });
        },
        &[(D, "", "follows 是空的")],
    ),
    (
        "a lost record",
        |book| {
            forge(book, D, |text| {
                let from = text.find("      \"2023-09-20/1\": (").unwrap();
                let to = text.find("      \"2023-09-25/1\": (").unwrap();
                format!("{}{}", &text[..from], &text[to..])
            });
        },
        &[(D, "decisions:", "记录 2023-09-20/1 不见了：它所接的 2023-09-25 里有")],
    ),
    (
        "a rewritten record",
        |book| forge(book, D, |text| text.replace("应急医院开工", "应急医院完工")),
        &[(D, "\"2023-09-20/1\"", "记录 2023-09-20/1 与它所接的 2023-09-25 里的不同")],
    ),
    (
        "a record slipped into an earlier meeting",
        |book| forge(book, D, |text| text.replace("\"2023-09-28/1\"", "\"2023-09-20/7\"")),
        &[(D, "\"2023-09-20/7\"", "写作 2023-09-20 的，它所接的 2023-09-25 里却没有")],
    ),
    (
        "replaced under a seal of its own",
        |book| forge(book, B, |text| text.replace("应急医院开工", "应急医院完工")),
        &[(C, "\"2023-09-20\": \"sha256", "有一个被换过")],
    ),
    (
        "careless line ends",
        |book| edit(book, B, |text| text.replace('\n', "\r\n")),
        &[(B, "// seal", "CRLF")],
    ),
    (
        "half written",
        |book| edit(book, C, |text| text[..text.find("  follows:").unwrap()].to_owned()),
        &[(C, "", "没有收尾")],
    ),
    (
        "without its end",
        |book| edit(book, C, |text| text.split("// seal").next().unwrap().into()),
        &[(C, "", "没有封印")],
    ),
    ("empty", |book| book.write(C, b""), &[(C, "", "")]),
    (
        "swapped",
        |book| {
            let (b, c) = (book.read(B), book.read(C));
            book.write(B, &c);
            book.write(C, &b);
        },
        &[
            (B, "", "里写的是 2023-09-25，与文件名不符"),
            (C, "", "里写的是 2023-09-20，与文件名不符"),
        ],
    ),
    (
        "of another plan",
        |book| forge(book, B, |text| text.replace("plan: \"daoli-2023", "plan: \"daoli-2022")),
        &[(B, "plan: \"daoli-2022", "另一本计划（daoli-2022）")],
    ),
    (
        "of a newer program",
        |book| edit(book, B, |text| text.replace("format: 1", "format: 2")),
        &[(B, "format: 2", "只认识到第 1 版")],
    ),
    (
        "with the marks of a conflict",
        |book| {
            edit(book, B, |text| {
                let line = "    number: 2,\n";
                text.replace(
                    line,
                    &format!("<<<<<<< HEAD\n{line}=======\n    number: 3,\n>>>>>>> 另一台\n"),
                )
            });
        },
        &[(B, "<<<<<<< HEAD", "git 合并冲突还没有解决")],
    ),
];

/// All bytes of the folder.
fn bytes(book: &Book) -> BTreeMap<String, Vec<u8>> {
    let names = book.names("snapshots").into_iter().filter(|name| !name.starts_with('.'));
    names.map(|name| (name.clone(), book.read(&format!("snapshots/{name}")))).collect()
}

#[test]
fn every_damage_is_named_with_its_place_and_nothing_is_overwritten() {
    let whole = whole();
    assert_eq!(whole.run(&["check"]).code, Some(0), "sound before");
    for (what, damage, told) in DAMAGES {
        let book = whole.copy();
        damage(&book);
        let spoilt = bytes(&book);
        let checked = book.run(&["check", "--format", "json"]);
        assert_eq!(checked.code, Some(1), "{what}: {checked:?}");
        let value: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
        for (file, at, words) in *told {
            let line = (!at.is_empty()).then(|| {
                let text = text(&book, file);
                text.lines().position(|line| line.contains(at)).unwrap() + 1
            });
            let is = |fault: &serde_json::Value| {
                let read = |key: &str| fault[key].as_str().unwrap().to_owned();
                let there = line.is_none_or(|line| fault["line"] == line);
                read("file").ends_with(file) && read("text").contains(words) && there
            };
            let faults = value["faults"].as_array().unwrap();
            assert!(faults.iter().any(is), "{what}: {file}:{line:?} {words}\n{faults:#?}");
        }
        for line in EVERYTHING {
            book.run(line);
        }
        // Two ends that hold may be joined by a file of its own; what lay there stays as it was.
        let now = bytes(&book);
        for (name, own) in &spoilt {
            assert!(now.get(name) == Some(own), "{what}: {name} was overwritten");
        }
    }
}

/// What a person may try next, in the hope that it helps.
const EVERYTHING: &[&[&str]] = &[
    &["show"],
    &["log"],
    &["diff"],
    &["story", "1.4"],
    &["meet", "open"],
    &["seal"],
    &["undo"],
    &["merge"],
    &["doctor", "--fix"],
];

/// A fault of one file is told once, not again by every file after it.
#[test]
fn one_damage_is_told_in_as_few_faults_as_it_takes() {
    let whole = whole();
    for (what, damage, told) in DAMAGES.iter().filter(|(what, ..)| *what != "empty") {
        let book = whole.copy();
        damage(&book);
        let checked = book.run(&["check", "--format", "json"]);
        let value: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
        let faults = value["faults"].as_array().unwrap();
        assert!(faults.len() <= told.len() + 1, "{what}: {faults:#?}");
    }
}

#[test]
fn a_plan_that_is_edited_between_two_meetings_is_told_at_the_later_one() {
    let book = Book::plain();
    book.done(&["meet", "open", "--date", "2023-09-15"]);
    book.done(&["meet", "close"]);
    book.write("plan.ron", PLAN.replacen("value: \"500\"", "value: \"480\"", 1).as_bytes());
    book.done(&["meet", "open", "--date", "2023-09-20"]);
    book.done(&["meet", "close"]);
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    let words = "与它所接的 2023-09-15 时不同，又没有相应的调整记录";
    assert!(checked.out.contains(words), "{}", checked.out);
    assert!(checked.out.contains("snapshots/2023-09-20.ron:"), "{}", checked.out);
    assert!(checked.out.contains("plan.ron:"), "{}", checked.out);

    // The same edit after an amendment of a competent body says nothing new.
    let book = Book::plain();
    book.done(&["meet", "open", "--date", "2023-09-15"]);
    book.done(&["amend", "1.2/1", "480", "--organ", "区人大常委会"]);
    book.done(&["meet", "close"]);
    book.write("plan.ron", PLAN.replacen("value: \"500\"", "value: \"480\"", 1).as_bytes());
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    book.done(&["meet", "open", "--date", "2023-09-20"]);
    book.done(&["meet", "close"]);
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    // And back again to what was adopted.
    book.write("plan.ron", PLAN.as_bytes());
    assert_eq!(book.run(&["check"]).code, Some(0));
    book.write("plan.ron", PLAN.replacen("value: \"500\"", "value: \"470\"", 1).as_bytes());
    assert_eq!(book.run(&["check"]).code, Some(1), "no amendment says 470");
}

#[test]
fn a_date_that_has_not_come_is_worth_knowing() {
    let book = whole();
    let checked = book.run_on("2023-09-22", &["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(checked.said.contains("日期在今天以后：2023-09-25、2023-09-28"), "{checked:?}");
    let later = book.run_on("2023-09-28", &["check"]);
    assert!(!later.said.contains("日期在今天以后"), "{later:?}");
}

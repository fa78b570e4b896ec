//! `story`: everything that ever happened to a row or a decision, with meeting, date and commit; and a
//! whole year on the disk.

use serde_json::Value;
use yiding::app::rehearse::{self, PLAN, Year, rehearsed};
use yiding::words::Lang;

use crate::commands::book::Book;

/// A book with two meetings and what came between and after them.
fn lived(book: Book) -> Book {
    book.done(&["meet", "open"]);
    book.done(&["assign", "1.4", "@临空办", "+住建局"]);
    book.done(&["decide", "1.4", "太安路迁改 @临空办 >0930"]);
    book.done(&["decide", "1.2", "组织赴长三角招商"]);
    book.done(&["meet", "close"]);
    book.done(&["stage", "1/2", "交办"]);
    book.done(&["feedback", "1/2", "已迁改七成"]);
    book.done(&["read", "1.4/1=1", "2023-08"]);
    book.done(&["extend", "1/2", "10-31", "--approved", "区长"]);
    book.done(&["meet", "open", "--date", "2023-09-20"]);
    book.done(&["decide", "1.4.2", "机场二期按月报"]);
    book.done(&["meet", "close"]);
    book.done(&["correct", "1/2", "内容=太安路迁改工程", "--agreed", "区长"]);
    book.done(&["seal"]);
    book
}

#[test]
fn the_story_of_a_row_is_told_meeting_by_meeting_with_its_commits() {
    let book = lived(Book::in_git());
    let told = book.done(&["story", "1.4"]);
    let commit = |file: &str| {
        let line = ["log", "--format=%H", "--diff-filter=A", "--", file];
        book.git(&line).trim()[..10].to_owned()
    };
    let files = ["2023-09-15", "2023-09-15-interval", "2023-09-20", "2023-09-15-interval-2"];
    let headings: Vec<String> = [
        "第1次重点工作调度会 2023-09-15",
        "会间 2023-09-15",
        "第2次重点工作调度会 2023-09-20",
        "会间 2023-09-15",
    ]
    .iter()
    .zip(files)
    .map(|(name, file)| format!("{name}  提交 {}", commit(&format!("snapshots/{file}.ron"))))
    .collect();
    let found: Vec<&str> = told.lines().filter(|line| line.contains("提交 ")).collect();
    assert_eq!(found, headings, "{told}");
    for (once, words) in [
        "牵头 临空办，配合 住建局",
        "太安路迁改",
        "交办",
        "已迁改七成",
        "延期到 2023-10-31",
        "机场二期按月报",
        "太安路迁改 改为 太安路迁改工程",
    ]
    .iter()
    .enumerate()
    {
        assert!(told.contains(words), "{once} {words}\n{told}");
    }
    assert!(!told.contains("长三角"), "another row's");
    assert!(told.starts_with("1.4  持续推动临空经济发展\n"), "{told}");
    assert!(told.contains("记录8条，历2次会议"), "{told}");

    let decision = book.done(&["story", "1/2"]);
    assert!(!decision.contains("机场二期") && decision.contains("  交办  ["), "{decision}");
    assert_eq!(decision.lines().filter(|line| line.ends_with(']')).count(), 5, "{decision}");
}

#[test]
fn programs_read_the_same_and_a_book_without_git_leaves_the_commits_out() {
    let book = lived(Book::plain());
    let value: Value =
        serde_json::from_str(&book.done(&["story", "1.4", "--format", "json"])).unwrap();
    assert_eq!((&value["id"], &value["title"]), (&"1.4".into(), &"持续推动临空经济发展".into()));
    let chapters = value["chapters"].as_array().unwrap();
    assert_eq!(chapters.len(), 4);
    assert_eq!((&chapters[0]["id"], &chapters[0]["commit"]), (&"2023-09-15".into(), &Value::Null));
    let kinds: Vec<&str> = chapters
        .iter()
        .flat_map(|chapter| chapter["events"].as_array().unwrap())
        .map(|event| event["kind"].as_str().unwrap())
        .collect();
    let due = [
        "assignment",
        "decision",
        "followup",
        "followup",
        "reading",
        "followup",
        "decision",
        "correction",
    ];
    assert_eq!(kinds, due);
    assert!(!book.done(&["story", "1.4"]).contains("提交"));
    // Nothing is no failure; a row or a decision that is not there is a wrong call.
    assert!(book.done(&["story", "3.2"]).contains("还没有关于它的记录"));
    for wrong in ["9.9", "2023-09-15/77", "招商"] {
        let refused = book.run(&["story", wrong]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{refused:?}");
        assert!(refused.said.contains(wrong), "{refused:?}");
    }
}

#[test]
fn no_old_snapshot_is_read_for_a_story() {
    let book = lived(Book::plain());
    let told = book.done(&["story", "1.4"]);
    book.write("snapshots/0000-adopted.ron", b"(");
    book.write("snapshots/2023-09-15-interval.ron", b"(");
    assert_eq!(book.done(&["story", "1.4"]), told);
}

/// The whole year, as `demo --year` makes it: sound, and every command finds its way through it.
#[test]
fn a_year_on_the_disk_is_sound_and_can_be_told() {
    let made = rehearse::year(rehearsed(PLAN), Year::default(), Lang::Zh).unwrap();
    let book = Book::plain();
    book.write("plan.ron", made.plan.as_bytes());
    for closed in &made.sealed {
        book.write(&format!("snapshots/{}.ron", closed.file.id), closed.file.text.as_bytes());
    }
    let today = made.session.today.to_string();
    let checked = book.run_on(&today, &["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    let count = made.sealed.len() + 1;
    assert!(checked.out.contains(&format!("没有发现问题（{count}个文件）")), "{checked:?}");
    let listed = book.run_on(&today, &["list", "decisions", "--format", "json"]);
    let listed: Value = serde_json::from_str(&listed.out).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), 579);
    let told = book.run_on(&today, &["story", "1.2"]);
    for words in ["牵头 经合局", "牵头 投促局", "原 500", "第3次区政府常务会议 2023-10-06", "交账"]
    {
        assert!(told.out.contains(words), "{words}\n{}", told.out);
    }
}

//! Two clones, two desks that worked apart, and what `git pull` and `yiding merge` make of them.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::commands::book::Book;
use crate::commands::killed::killed_after;

/// A book that was founded and met once, on the first of September, with two decisions.
pub(super) fn founded() -> Book {
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
pub(super) fn meet(book: &Book, day: &str, text: &str) {
    book.done_on(day, &["meet", "open", "--chair", "区长"]);
    book.done_on(day, &["decide", "1.4", text]);
    book.done_on(day, &["meet", "close"]);
}

/// Two desks that worked apart for two meetings each, the first of them on one day: nothing conflicts.
pub(super) fn apart() -> (Book, Book) {
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

pub(super) fn pull(into: &Book, from: &Book) -> Option<i32> {
    let root = from.root();
    let line = ["pull", "-q", "--no-rebase", "--no-edit", root.to_str().unwrap(), "main"];
    into.try_git(&line).code
}

/// Every snapshot with its bytes.
pub(super) fn snapshots(book: &Book) -> Vec<(String, Vec<u8>)> {
    let names = book.names("snapshots").into_iter();
    names.map(|name| (name.clone(), book.read(&format!("snapshots/{name}")))).collect()
}

pub(super) fn json(text: &str) -> Value {
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
    same(&snapshots(&a), &snapshots(&b));
    for book in [&a, &b] {
        let check = book.run_on("2023-09-18", &["check"]);
        assert_eq!(check.code, Some(0), "{check:?}");
    }
    holds(&a, before_a.iter().chain(&before_b));
    names_and_numbers(&a);
    told_by_one_name(&a);
    goes_on(&a);
    let again = a.run_on("2023-09-21", &["merge"]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""));
    assert!(again.said.contains("没有可合并的"), "{again:?}");
}

/// Every byte that was sealed on either side is there.
fn holds<'a>(book: &Book, sealed: impl Iterator<Item = &'a (String, Vec<u8>)>) {
    let all = snapshots(book);
    for (name, bytes) in sealed {
        assert!(all.iter().any(|(_, other)| other == bytes), "{name}");
    }
}

/// One of the two meetings of the eighth has another name, and all are numbered by their days.
fn names_and_numbers(a: &Book) {
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
}

/// A meeting of either line is compared under the names that the joining gave, and the commit of a
/// joining that moved files did no wrong.
fn told_by_one_name(a: &Book) {
    for end in ["2023-09-14", "2023-09-15", "2023-09-08", "2023-09-08-2"] {
        let told = a.done_on("2023-09-18", &["diff", end, "本次"]);
        assert!(!told.contains("  文字  "), "no decision was reworded: {end} {told}");
    }
    let check = a.run_on("2023-09-18", &["check"]);
    assert!(!check.said.contains("改动过封存的"), "{check:?}");
}

/// The next meeting counts on from both lines.
fn goes_on(a: &Book) {
    assert_eq!(a.done_on("2023-09-20", &["meet", "open"]), "2023-09-20\n");
    let open = json(&a.done_on("2023-09-20", &["meet", "status", "--format", "json"]));
    assert_eq!(open["number"], 6, "{open}");
    assert_eq!(a.done_on("2023-09-20", &["decide", "0", "合并之后一件"]), "2023-09-20/1\n");
    a.done_on("2023-09-20", &["meet", "close"]);
    assert_eq!(a.run_on("2023-09-20", &["check"]).code, Some(0));
}

/// The same, but both gave the first decision of September a later due, and the second another lead.
pub(super) fn apart_with_conflicts() -> (Book, Book) {
    let (a, b) = apart();
    for (book, day, due, lead) in
        [(&a, "2023-09-16", "10-31", "住建局"), (&b, "2023-09-17", "11-30", "发改局")]
    {
        book.done_on(
            day,
            &["extend", "2023-09-01/1", due, "--approved", "区长", "--reason", "汛期"],
        );
        book.done_on(day, &["meet", "open", "--chair", "区长"]);
        let line = format!("另议 {lead} 一件");
        book.done_on(day, &["decide", "1.4", &line]);
        book.done_on(day, &["meet", "close"]);
    }
    (a, b)
}

#[test]
fn the_one_conflict_waits_in_the_joining_until_it_is_settled() {
    let (a, b) = apart_with_conflicts();
    assert_ne!(pull(&a, &b), Some(0));
    let head = a.git(&["rev-parse", "HEAD"]);
    let waiting = a.run_on("2023-09-18", &["merge"]);
    assert_eq!(waiting.code, Some(4), "{waiting:?}");
    assert!(waiting.out.starts_with("1  2023-09-01/1 时限  ? 待选\n"), "{}", waiting.out);
    assert!(waiting.out.contains("2023-10-31") && waiting.out.contains("2023-11-30"));
    assert!(waiting.said.contains("1处冲突待选"), "{waiting:?}");
    assert_eq!(a.git(&["rev-parse", "HEAD"]), head, "nothing is concluded yet");
    waits(&a);
    let joined = a.run_on("2023-09-19", &["merge", "--theirs", "1"]);
    assert_eq!((joined.code, joined.said.as_str()), (Some(0), ""), "{joined:?}");
    assert!(joined.out.starts_with("2023-09-18-join "), "the joining that was begun: {joined:?}");
    let one = json(&a.done(&["show", "2023-09-01/1", "--format", "json"]));
    assert_eq!(one["due"], "2023-11-30", "{one}");
    let text = String::from_utf8(a.read("snapshots/2023-09-18-join.ron")).unwrap();
    assert!(text.contains("settled: {") && text.contains("Due(\"2023-09-01/1\")"), "{text}");
    assert_eq!(pull(&b, &a), Some(0));
    same(&snapshots(&a), &snapshots(&b));
    for book in [&a, &b] {
        assert_eq!(book.run_on("2023-09-19", &["check"]).code, Some(0));
        assert_eq!(book.names(".git/yiding/open"), [""; 0]);
    }
}

/// Nothing else is recorded while a conflict waits, and a wrong answer to it is refused.
fn waits(a: &Book) {
    let refused = a.run_on("2023-09-18", &["meet", "open"]);
    assert_eq!(refused.code, Some(4));
    assert!(refused.said.contains("yiding merge"), "{refused:?}");
    let list = json(&a.run_on("2023-09-18", &["merge", "--format", "json"]).out);
    assert_eq!(list[0]["number"], 1);
    assert_eq!(
        (&list[0]["ours"], &list[0]["theirs"]),
        (&"2023-10-31".into(), &"2023-11-30".into())
    );
    assert_eq!(list[0]["settled"], Value::Null);
    for (wrong, code) in [
        (&["merge", "--ours", "2"][..], 2),
        (&["merge", "--ours", "x"], 2),
        (&["merge", "--set", "1=什么时候"], 2),
    ] {
        assert_eq!(a.run_on("2023-09-18", wrong).code, Some(code), "{wrong:?}");
    }
}

#[test]
fn ours_is_what_this_side_had_even_where_both_ends_bear_one_name() {
    let a = founded();
    let b = a.cloned();
    for (book, due) in [(&a, "10-31"), (&b, "11-30")] {
        book.done_on("2023-09-10", &["extend", "2023-09-01/1", due, "--approved", "区长"]);
        book.done_on("2023-09-10", &["seal"]);
    }
    for (here, there, due) in [(a.copy(), &b, "2023-10-31"), (b.copy(), &a, "2023-11-30")] {
        assert_ne!(pull(&here, there), Some(0));
        let list = json(&here.run_on("2023-09-18", &["merge", "--format", "json"]).out);
        assert_eq!(list[0]["ours"], due, "{list}");
    }
}

#[test]
fn a_side_both_sides_or_something_else_settle_a_conflict() {
    for (line, due) in [
        (&["merge", "--ours", "all"][..], "2023-10-31"),
        (&["merge", "--both", "1"], "2023-11-30"),
        (&["merge", "--set", "1=12-15"], "2023-12-15"),
    ] {
        let (a, b) = apart_with_conflicts();
        pull(&a, &b);
        let joined = a.run_on("2023-09-18", line);
        assert_eq!(joined.code, Some(0), "{joined:?}");
        let one = json(&a.done(&["show", "2023-09-01/1", "--format", "json"]));
        assert_eq!(one["due"], due, "{line:?} {one}");
        assert_eq!(a.run_on("2023-09-18", &["check"]).code, Some(0));
    }
}

#[test]
fn what_was_recorded_between_meetings_is_sealed_before_the_lines_are_joined() {
    let (a, b) = apart();
    a.done_on("2023-09-16", &["read", "1.2/1=306", "2023-09"]);
    pull(&a, &b);
    let joined = a.run_on("2023-09-18", &["merge"]);
    assert_eq!((joined.code, joined.said.as_str()), (Some(0), ""), "{joined:?}");
    assert!(a.names("snapshots").contains(&"2023-09-16-interval.ron".to_owned()));
    assert_eq!(a.git(&["status", "--porcelain"]), "");
    assert_eq!(a.run_on("2023-09-18", &["check"]).code, Some(0));
    let list = json(&a.done(&["list", "readings", "--format", "json"]));
    assert_eq!(list.as_array().unwrap().len(), 3);
}

#[test]
fn a_meeting_goes_on_whatever_came_meanwhile() {
    let (a, b) = apart();
    a.done_on("2023-09-18", &["meet", "open", "--chair", "区长"]);
    pull(&a, &b);
    let refused = a.run_on("2023-09-18", &["merge"]);
    assert_eq!(refused.code, Some(5), "{refused:?}");
    assert!(refused.said.contains("会议正在进行"), "{refused:?}");
    assert_eq!(a.done_on("2023-09-18", &["decide", "0", "照常议定"]), "2023-09-18/1\n");
    let closed = a.run_on("2023-09-18", &["meet", "close"]);
    assert_eq!(closed.code, Some(0), "{closed:?}");
    assert!(closed.said.contains("没做完的 git merge"), "{closed:?}");
    let joined = a.run_on("2023-09-18", &["merge"]);
    assert_eq!((joined.code, joined.said.as_str()), (Some(0), ""), "{joined:?}");
    assert_eq!(a.git(&["status", "--porcelain"]), "");
    assert_eq!(a.run_on("2023-09-18", &["check"]).code, Some(0));
}

#[test]
fn two_branches_are_joined_without_any_clone() {
    let book = founded();
    book.git(&["switch", "-q", "-c", "side"]);
    meet(&book, "2023-09-07", "分支上一件");
    book.git(&["switch", "-q", "main"]);
    meet(&book, "2023-09-08", "主线上一件");
    book.git(&["merge", "-q", "--no-edit", "side"]);
    let before = book.run_on("2023-09-09", &["check"]);
    assert_eq!(before.code, Some(1), "two heads are a fault until they are joined");
    let joined = book.run_on("2023-09-09", &["merge"]);
    assert_eq!((joined.code, joined.said.as_str()), (Some(0), ""), "{joined:?}");
    assert_eq!(book.run_on("2023-09-09", &["check"]).code, Some(0));
    let meetings = json(&book.done(&["list", "meetings", "--format", "json"]));
    let number = |id: &str| {
        let all = meetings.as_array().unwrap().iter();
        all.filter(|one| one["id"] == id).map(|one| one["number"].as_u64()).next().flatten()
    };
    assert_eq!((number("2023-09-07"), number("2023-09-08")), (Some(2), Some(3)));
}

#[test]
fn what_cannot_be_joined_is_named_and_nothing_is_touched() {
    // Half written: the other side's file was cut off before it was committed.
    let (a, b) = apart();
    let whole = b.read("snapshots/2023-09-08.ron");
    b.write("snapshots/2023-09-08.ron", &whole[..whole.len() / 2]);
    b.git(&["commit", "-q", "-a", "-m", "half"]);
    pull(&a, &b);
    refused(&a, "2023-09-08.ron");

    // Conflict markers that people or a careless git left.
    let (a, b) = apart();
    pull(&a, &b);
    let ours = a.read("snapshots/2023-09-08.ron");
    let marked = [b"<<<<<<< HEAD\n", ours.as_slice(), b"=======\n>>>>>>> main\n"].concat();
    a.write("snapshots/2023-09-08.ron", &marked);
    let said = refused(&a, "2023-09-08.ron:1");
    assert!(said.contains("git checkout --ours"), "{said}");
    a.git(&["checkout", "--ours", "--", "snapshots/2023-09-08.ron"]);
    assert_eq!(a.run_on("2023-09-18", &["merge"]).code, Some(0));

    // A line of another plan.
    let book = founded();
    book.git(&["switch", "-q", "-c", "side"]);
    meet(&book, "2023-09-07", "分支上一件");
    let text = String::from_utf8(book.read("snapshots/2023-09-07.ron")).unwrap();
    book.git(&["switch", "-q", "main"]);
    meet(&book, "2023-09-08", "主线上一件");
    book.write("snapshots/2023-09-07.ron", text.replace("daoli-2023 ", "other-2023 ").as_bytes());
    refused(&book, "2023-09-07.ron");

    // One that was changed after it was sealed.
    book.write("snapshots/2023-09-07.ron", text.replace("分支上一件", "分支上两件").as_bytes());
    refused(&book, "2023-09-07.ron");
    book.write("snapshots/2023-09-07.ron", text.as_bytes());
    assert_eq!(book.run_on("2023-09-09", &["merge"]).code, Some(0));
}

/// A joining that is refused names a file and leaves every byte as it was; what was said.
fn refused(book: &Book, names: &str) -> String {
    let before = snapshots(book);
    let ran = book.run_on("2023-09-18", &["merge"]);
    assert!(matches!(ran.code, Some(3 | 4)), "{ran:?}");
    assert!(ran.said.contains(names), "{ran:?}");
    same(&snapshots(book), &before);
    ran.said
}

#[test]
fn the_plan_is_merged_as_text_and_what_does_not_hold_is_shown_where_it_stands() {
    let edit = |book: &Book, from: &str, to: &str| {
        let text = String::from_utf8(book.read("plan.ron")).unwrap();
        assert!(text.contains(from), "{from}");
        book.write("plan.ron", text.replacen(from, to, 1).as_bytes());
        book.git(&["commit", "-q", "-m", "plan", "plan.ron"]);
    };
    let (a, b) = apart();
    let title = "title: \"";
    edit(&a, title, "// 甲处注\n  title: \"");
    edit(&b, title, "// 乙处注\n  title: \"");
    assert_ne!(pull(&a, &b), Some(0));
    let marked = refused(&a, "plan.ron:");
    assert!(marked.contains("git add plan.ron"), "{marked}");
    let text = String::from_utf8(a.read("plan.ron")).unwrap();
    let kept: Vec<&str> = text
        .lines()
        .filter(|line| !["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)))
        .collect();
    // A field that is left there twice is no plan any more, and shown where it stands.
    let title = kept.iter().position(|line| line.starts_with("  title: ")).unwrap();
    let mut twice = kept.clone();
    twice.insert(title, kept[title]);
    let write = |lines: &[&str]| {
        a.write("plan.ron", format!("{}\n", lines.join("\n")).as_bytes());
        a.git(&["add", "plan.ron"]);
    };
    write(&twice);
    let said = refused(&a, &format!("plan.ron:{}", title + 2));
    assert!(said.contains("title"), "{said}");
    // One that reads and does not hold, too.
    let wrong: Vec<String> = kept
        .iter()
        .map(|line| line.replacen("to: \"2023-12-31\"", "to: \"2022-12-31\"", 1))
        .collect();
    let wrong: Vec<&str> = wrong.iter().map(String::as_str).collect();
    assert_ne!(wrong, kept);
    write(&wrong);
    let said = refused(&a, "plan.ron:");
    assert!(said.contains("合并后有问题"), "{said}");
    write(&kept);
    let joined = a.run_on("2023-09-18", &["merge"]);
    assert_eq!(joined.code, Some(0), "{joined:?}");
    assert_eq!(a.run_on("2023-09-18", &["check"]).code, Some(0));
}

/// Tries again until git has nothing left to conclude; what the last try printed.
fn again(book: &Book, line: &[&str]) {
    for _ in 0..30 {
        let ran = book.run_on("2023-09-18", line);
        let merging = book.at(".git/MERGE_HEAD").exists();
        if ran.code == Some(0) && !merging && book.git(&["status", "--porcelain"]).is_empty() {
            return;
        }
        // A git that outlived its yiding may still hold the index.
        assert!(matches!(ran.code, Some(0 | 4)), "{ran:?}");
    }
    panic!("{:?}", book.run_on("2023-09-18", line));
}

/// The same names with the same bytes.
pub(super) fn same(one: &[(String, Vec<u8>)], other: &[(String, Vec<u8>)]) {
    let text = |all: &[(String, Vec<u8>)]| -> Vec<(String, Vec<String>)> {
        let lines = |bytes: &Vec<u8>| {
            String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect::<Vec<_>>()
        };
        all.iter().map(|(name, bytes)| (name.clone(), lines(bytes))).collect()
    };
    let names = |all: &[(String, Vec<u8>)]| -> Vec<String> {
        all.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(one), names(other));
    for ((name, one), (_, other)) in text(one).into_iter().zip(text(other)) {
        let differ: Vec<_> = one.iter().zip(&other).filter(|(a, b)| a != b).collect();
        assert!(differ.is_empty() && one.len() == other.len(), "{name}: {differ:?}");
    }
}

/// What a joining leaves, whatever interrupted it: the same snapshots, one line, nothing open.
fn whole(book: &Book, expect: &[(String, Vec<u8>)]) -> bool {
    same(&snapshots(book), expect);
    let check = book.run_on("2023-09-18", &["check"]);
    book.names(".git/yiding/open").is_empty() && check.code == Some(0)
}

#[test]
fn a_joining_that_is_killed_is_begun_again_and_nothing_is_lost() {
    let (a, b) = apart_with_conflicts();
    pull(&a, &b);
    let line = ["merge", "--theirs", "1"];
    let reference = a.copy();
    let begun = Instant::now();
    again(&reference, &line);
    let mut usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
    let expect = snapshots(&reference);
    assert!(whole(&reference, &expect));
    for round in 1..=16 {
        let book = a.copy();
        let patience = Duration::from_micros(usual * round / 16);
        let command = book.command_on("2023-09-18", &line);
        if !killed_after(command, patience).is_empty() {
            usual = usual * 9 / 10;
        }
        again(&book, &line);
        assert!(whole(&book, &expect), "killed after {patience:?}");
    }
}

#[test]
fn a_joining_goes_on_from_whatever_step_it_came_to() {
    let (a, b) = apart_with_conflicts();
    pull(&a, &b);
    let line = ["merge", "--theirs", "1"];
    let reference = a.copy();
    again(&reference, &line);
    let expect = snapshots(&reference);
    let of = |name: &str| {
        let found = expect.iter().find(|(other, _)| other == name);
        found.map(|(_, bytes)| bytes.clone()).unwrap()
    };
    let (lesser, greater) = (of("2023-09-08.ron"), of("2023-09-08-2.ron"));
    let goes_on = |step: &str, prepare: &dyn Fn(&Book)| {
        let book = a.copy();
        prepare(&book);
        again(&book, &line);
        assert!(whole(&book, &expect), "{step}");
    };
    goes_on("the second name is given", &|book| {
        book.write("snapshots/2023-09-08-2.ron", &greater);
    });
    goes_on("the first name is free", &|book| {
        book.write("snapshots/2023-09-08-2.ron", &greater);
        std::fs::remove_file(book.at("snapshots/2023-09-08.ron")).unwrap();
    });
    goes_on("both have their names", &|book| {
        book.write("snapshots/2023-09-08-2.ron", &greater);
        std::fs::remove_file(book.at("snapshots/2023-09-08.ron")).unwrap();
        book.write("snapshots/2023-09-08.ron", &lesser);
    });
    goes_on("the joining waits for the conflict", &|book| {
        assert_eq!(book.run_on("2023-09-18", &["merge"]).code, Some(4));
    });
    goes_on("the joining is published and git was not asked", &|book| {
        // A lock that somebody left makes git refuse: the file is there and not committed.
        book.write(".git/index.lock", b"");
        let ran = book.run_on("2023-09-18", &line);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.said.contains("index.lock"), "{ran:?}");
        assert!(book.at("snapshots/2023-09-18-join.ron").exists());
        std::fs::remove_file(book.at(".git/index.lock")).unwrap();
    });
}

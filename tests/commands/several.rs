//! More than two lines of meetings: three branches in one book, three clones that pull from each other.

use crate::commands::book::Book;
use crate::commands::join::{founded, meet, pull, same, snapshots};

const TODAY: &str = "2023-09-18";

/// Three desks that worked apart for two meetings each, the first of them on one day.
fn three() -> [Book; 3] {
    let a = founded();
    let (b, c) = (a.cloned(), a.cloned());
    for (book, who, second) in
        [(&a, "甲", "2023-09-13"), (&b, "乙", "2023-09-14"), (&c, "丙", "2023-09-15")]
    {
        meet(book, "2023-09-08", &format!("{who}处议定一件"));
        meet(book, second, &format!("{who}处议定二件"));
    }
    [a, b, c]
}

fn join(book: &Book) {
    let joined = book.run_on(TODAY, &["merge"]);
    assert_eq!((joined.code, joined.said.as_str()), (Some(0), ""), "{joined:?}");
    assert_eq!(book.git(&["status", "--porcelain"]), "");
    clean(book);
}

fn clean(book: &Book) {
    let check = book.run_on(TODAY, &["check"]);
    assert_eq!(check.code, Some(0), "{check:?}");
}

/// Every decision that was made anywhere is there once.
fn holds_all(book: &Book) {
    let list = book.done_on(TODAY, &["list", "decisions", "--format", "json"]);
    for who in ["甲", "乙", "丙"] {
        for which in ["一", "二"] {
            let text = format!("{who}处议定{which}件");
            assert_eq!(list.matches(&text).count(), 1, "{text} {list}");
        }
    }
}

#[test]
fn three_branches_are_named_by_check_and_joined_by_one_call() {
    let book = founded();
    branches(&book);
    book.git(&["switch", "-q", "main"]);
    meet(&book, "2023-09-08", "主线一件");
    book.git(&["merge", "-q", "--no-edit", "east", "west"]);
    let before = book.run_on(TODAY, &["check"]);
    assert_eq!(before.code, Some(1), "{before:?}");
    assert!(before.out.contains("2023-09-06、2023-09-07、2023-09-08"), "{before:?}");
    let barred = book.run_on(TODAY, &["meet", "open"]);
    assert_eq!(barred.code, Some(4), "{barred:?}");
    assert!(barred.said.contains("2023-09-06、2023-09-07、2023-09-08"), "{barred:?}");
    let sealed = snapshots(&book);
    join(&book);
    let names = book.names("snapshots");
    assert_eq!(names.iter().filter(|name| name.contains("-join")).count(), 2, "{names:?}");
    let now = snapshots(&book);
    assert!(sealed.iter().all(|file| now.contains(file)), "no sealed byte changed");
    let list = book.done_on(TODAY, &["list", "decisions", "--format", "json"]);
    for text in ["east 一件", "west 一件", "主线一件"] {
        assert_eq!(list.matches(text).count(), 1, "{text}");
    }
    assert_eq!(book.done_on("2023-09-20", &["meet", "open"]), "2023-09-20\n");
}

/// Two branches with a meeting each.
fn branches(book: &Book) {
    for (branch, day) in [("east", "2023-09-06"), ("west", "2023-09-07")] {
        book.git(&["switch", "-q", "-c", branch, "main"]);
        meet(book, day, &format!("{branch} 一件"));
    }
}

#[test]
fn of_three_lines_ours_is_what_was_joined_before() {
    let book = founded();
    branches(&book);
    for (branch, day, due) in [("east", "2023-09-06", "10-15"), ("west", "2023-09-07", "10-31")] {
        book.git(&["switch", "-q", branch]);
        book.done_on(day, &["extend", "2023-09-01/1", due, "--approved", "区长"]);
        book.done_on(day, &["seal"]);
    }
    book.git(&["switch", "-q", "main"]);
    meet(&book, "2023-09-08", "主线一件");
    book.git(&["merge", "-q", "--no-edit", "east", "west"]);
    let waits = book.run_on(TODAY, &["merge", "--format", "json"]);
    assert_eq!(waits.code, Some(4), "{waits:?}");
    let list: serde_json::Value = serde_json::from_str(&waits.out).unwrap();
    assert_eq!(
        (&list[0]["ours"], &list[0]["theirs"]),
        (&"2023-10-15".into(), &"2023-10-31".into())
    );
    let again = book.run_on(TODAY, &["merge", "--ours", "all"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    let one = book.done_on(TODAY, &["show", "2023-09-01/1"]);
    assert!(one.contains("2023-10-15"), "{one}");
    clean(&book);
}

#[test]
fn three_clones_are_joined_one_after_the_other() {
    let [a, b, c] = three();
    let sealed: Vec<_> = [&a, &b, &c].into_iter().flat_map(snapshots).collect();
    assert_ne!(pull(&a, &b), Some(0));
    join(&a);
    assert_ne!(pull(&a, &c), Some(0));
    join(&a);
    for other in [&b, &c] {
        assert_eq!(pull(other, &a), Some(0));
        same(&snapshots(&a), &snapshots(other));
        clean(other);
    }
    holds_all(&a);
    let now = snapshots(&a);
    for (name, bytes) in &sealed {
        assert!(now.iter().any(|(_, other)| other == bytes), "{name}");
    }
    for name in ["2023-09-08.ron", "2023-09-08-2.ron", "2023-09-08-3.ron"] {
        assert!(now.iter().any(|(own, _)| own == name), "{name}");
    }
}

/// Two of them join the third on their own, and meet afterwards. The third has the seal between theirs:
/// each of the two filed it under another name.
#[test]
fn two_joinings_of_overlapping_lines_are_joined_too() {
    let mut books = three();
    books.sort_by_key(|book| {
        let text = String::from_utf8(book.read("snapshots/2023-09-08.ron")).unwrap();
        text.lines().last().unwrap().to_owned()
    });
    let [a, c, b] = books;
    let sealed: Vec<_> = [&a, &b, &c].into_iter().flat_map(snapshots).collect();
    for book in [&a, &b] {
        pull(book, &c);
        join(book);
    }
    let joined = [(&a, &b), (&b, &a)].map(|(here, there)| {
        let here = here.copy();
        assert_ne!(pull(&here, there), Some(0));
        join(&here);
        holds_all(&here);
        here
    });
    same(&snapshots(&joined[0]), &snapshots(&joined[1]));
    let now = snapshots(&joined[0]);
    for (name, bytes) in &sealed {
        assert!(now.iter().any(|(_, other)| other == bytes), "{name}");
    }
    for book in [&a, &b, &c] {
        assert_eq!(pull(book, &joined[0]), Some(0));
        same(&snapshots(&joined[0]), &snapshots(book));
        clean(book);
    }
}

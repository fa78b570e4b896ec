//! 同步: two desks and a shared repository between them, and everything that can be said against it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::commands::book::{Book, Ran};

/// A desk, and the bare repository that it shares.
fn shared() -> (Book, String) {
    let book = Book::in_git();
    book.write(".gitattributes", b"snapshots/*.ron -text -filter -ident -merge\n");
    book.git(&["add", "plan.ron", ".gitattributes"]);
    book.git(&["commit", "-q", "-m", "plan"]);
    book.git(&["init", "-q", "--bare", "-b", "main", "../shared.git"]);
    book.git(&["remote", "add", "origin", "../shared.git"]);
    let bare = book.at("../shared.git").to_string_lossy().into_owned();
    (book, bare)
}

fn meet(book: &Book, day: &str, text: &str) {
    book.done_on(day, &["meet", "open", "--chair", "区长"]);
    book.done_on(day, &["decide", "1.4", text]);
    book.done_on(day, &["meet", "close"]);
}

fn sync(book: &Book) -> Ran {
    book.run_on("2023-09-18", &["sync"])
}

/// A sync that does not come about says so, and changes nothing that was committed.
fn refused(book: &Book, code: i32, says: &str) {
    let before = book.git(&["rev-parse", "HEAD"]);
    let ran = sync(book);
    assert_eq!(ran.code, Some(code), "{ran:?}");
    assert!(ran.said.contains(says), "{ran:?}");
    assert_eq!(book.git(&["rev-parse", "HEAD"]), before);
}

#[test]
fn two_desks_and_one_remote_end_with_the_same_line() {
    let (a, bare) = shared();
    meet(&a, "2023-09-01", "第一件");
    let sent = sync(&a);
    assert_eq!(sent.code, Some(0), "{sent:?}");
    assert!(sent.said.contains("已同步"), "{sent:?}");
    let b = a.cloned();
    b.git(&["remote", "set-url", "origin", &bare]);
    meet(&a, "2023-09-08", "甲处一件");
    meet(&b, "2023-09-08", "乙处一件");
    assert_eq!(sync(&a).code, Some(0));
    let joined = sync(&b);
    assert_eq!(joined.code, Some(0), "{joined:?}");
    assert!(joined.out.starts_with("2023-09-18-join "), "{joined:?}");
    let last = sync(&a);
    assert_eq!((last.code, last.out.as_str()), (Some(0), ""), "{last:?}");
    assert_eq!(a.names("snapshots"), b.names("snapshots"));
    for name in a.names("snapshots") {
        let name = format!("snapshots/{name}");
        assert_eq!(a.read(&name), b.read(&name), "{name}");
    }
    assert_eq!(a.git(&["rev-parse", "HEAD"]), b.git(&["rev-parse", "HEAD"]));
    for book in [&a, &b] {
        assert_eq!(book.run_on("2023-09-18", &["check"]).code, Some(0));
    }
    let again = sync(&a);
    assert!(again.said.contains("两边一样"), "{again:?}");
    // Nothing in the shared repository was forced: everything that was ever there still is.
    let log = a.git(&["-C", "../shared.git", "log", "--format=%s"]);
    assert!(log.contains("第1次") && log.lines().count() >= 4, "{log}");
}

#[test]
fn a_remote_that_cannot_be_reached_or_refuses_is_said_with_the_next_step() {
    let alone = Book::in_git();
    alone.git(&["add", "plan.ron"]);
    alone.git(&["commit", "-q", "-m", "plan"]);
    refused(&alone, 2, "git remote add origin");
    let plain = Book::plain();
    assert_eq!(sync(&plain).code, Some(5));

    let (book, bare) = shared();
    meet(&book, "2023-09-01", "第一件");
    let url = |url: &str| drop(book.git(&["remote", "set-url", "origin", url]));
    url("http://127.0.0.1:9/nothing.git");
    refused(&book, 1, "连不上 origin");
    url("../nowhere.git");
    refused(&book, 1, "没有仓库");
    url(&bare);
    assert_eq!(sync(&book).code, Some(0));

    // A hook of the shared repository, and one of this machine.
    let hook = |path: String, text: &str| {
        fs::create_dir_all(std::path::Path::new(&path).parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    };
    meet(&book, "2023-09-08", "第二件");
    hook(format!("{bare}/hooks/pre-receive"), "#!/bin/sh\necho 今日停收 >&2\nexit 1\n");
    refused(&book, 5, "今日停收");
    fs::remove_file(format!("{bare}/hooks/pre-receive")).unwrap();
    let own = book.at(".git/hooks/pre-push").to_string_lossy().into_owned();
    hook(own.clone(), "#!/bin/sh\necho 先过审 >&2\nexit 1\n");
    refused(&book, 5, "先过审");
    fs::remove_file(own).unwrap();
    assert_eq!(sync(&book).code, Some(0));

    // A folder in which somebody works stands in for a remote.
    let desk = book.cloned();
    meet(&book, "2023-09-11", "第三件");
    url(desk.root().to_str().unwrap());
    refused(&book, 5, "receive.denyCurrentBranch updateInstead");
    url(&bare);
    assert_eq!(sync(&book).code, Some(0));

    // Another book at that address.
    let (other, _) = shared();
    other.git(&["commit", "-q", "--amend", "-m", "another"]);
    url(other.root().to_str().unwrap());
    refused(&book, 4, "没有共同的历史");
    url(&bare);

    // Changes that are not committed, where the other side changed the same file.
    let clone = book.cloned();
    clone.git(&["remote", "set-url", "origin", &bare]);
    let text = String::from_utf8(clone.read("plan.ron")).unwrap();
    clone.write("plan.ron", format!("// 乙处注\n{text}").as_bytes());
    clone.git(&["commit", "-q", "-a", "-m", "note"]);
    clone.git(&["push", "-q", "origin", "main"]);
    book.write("plan.ron", format!("{text}// 甲处注\n").as_bytes());
    refused(&book, 4, "plan.ron");
    assert!(String::from_utf8(book.read("plan.ron")).unwrap().ends_with("// 甲处注\n"));

    // A meeting is not disturbed.
    book.git(&["checkout", "-q", "plan.ron"]);
    book.done_on("2023-09-18", &["meet", "open"]);
    refused(&book, 5, "会议正在进行");
}

#[test]
fn what_the_remote_got_meanwhile_is_joined_before_it_is_sent_again() {
    let (a, bare) = shared();
    meet(&a, "2023-09-01", "第一件");
    assert_eq!(sync(&a).code, Some(0));
    let b = a.cloned();
    b.git(&["remote", "set-url", "origin", &bare]);
    meet(&b, "2023-09-05", "乙处一件");
    meet(&a, "2023-09-06", "甲处一件");
    // Just before the push of a reaches the remote, b's commit gets there: once.
    let (path, root) = (a.at(".git/hooks/pre-push"), b.root());
    let text = format!(
        "#!/bin/sh\nrm -f \"$0\"\nunset GIT_DIR\ngit -C '{}' push -q origin main\n",
        root.display()
    );
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let raced = sync(&a);
    assert_eq!(raced.code, Some(0), "{raced:?}");
    assert!(raced.out.starts_with("2023-09-18-join "), "{raced:?}");
    assert_eq!(sync(&b).code, Some(0));
    assert_eq!(a.git(&["rev-parse", "HEAD"]), b.git(&["rev-parse", "HEAD"]));
    assert_eq!(b.run_on("2023-09-18", &["check"]).code, Some(0));
}

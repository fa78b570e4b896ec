//! 体检 without a terminal: what is found of git and of the book, what `--fix` mends and what it
//! leaves alone.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::commands::book::{Book, Ran};

const ATTRIBUTES: &str = "snapshots/*.ron -text -filter -ident -merge diff=yiding\n";

/// A book in git with one closed meeting and its attributes, as `init` would leave it but for the
/// configuration, which no clone ever has.
fn book() -> Book {
    let book = Book::in_git();
    book.write(".gitattributes", ATTRIBUTES.as_bytes());
    book.git(&["add", "."]);
    book.git(&["commit", "-q", "-m", "plan"]);
    book.done(&["meet", "open", "--chair", "区长"]);
    book.done(&["decide", "1.4", "开工"]);
    book.done(&["meet", "close"]);
    book
}

/// The line of one topic, for scripts: health and what was found.
fn of(book: &Book, topic: &str) -> (String, String, bool) {
    let ran = book.run(&["doctor", "--format", "json"]);
    assert!(ran.said.is_empty(), "{ran:?}");
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let findings = value["findings"].as_array().unwrap();
    let faults = findings.iter().filter(|one| one["health"] == "fault").count();
    assert_eq!(value["faults"], faults);
    assert_eq!(ran.code, Some(i32::from(faults > 0)), "{}", ran.out);
    let one = findings.iter().find(|one| one["topic"] == topic);
    let one = one.unwrap_or_else(|| panic!("{topic}: {}", ran.out));
    let text = |name: &str| one[name].as_str().unwrap_or_default().to_owned();
    (text("health"), text("found"), one["to_do"].is_string())
}

fn health(book: &Book, topic: &str) -> String {
    of(book, topic).0
}

/// Every file of the book but git's own, with its bytes.
fn files(book: &Book) -> Vec<(String, Vec<u8>)> {
    let mut names = vec![".gitattributes".to_owned(), "plan.ron".to_owned()];
    names.extend(book.names("snapshots").into_iter().map(|name| format!("snapshots/{name}")));
    let there = names.into_iter().filter(|name| book.at(name).exists());
    there.map(|name| (name.clone(), book.read(&name))).collect()
}

fn fix(book: &Book) -> Ran {
    book.run(&["doctor", "--fix"])
}

#[test]
fn what_needs_a_terminal_is_not_asked_in_a_pipe() {
    let book = book();
    let ran = book.run(&["doctor"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    for topic in ["编码", "模糊宽度", "同步刷新", "剪贴板", "窗口"] {
        let line = lines.iter().find(|line| line.contains(topic)).unwrap();
        assert!(line.starts_with("  - 未问") && line.contains("没有终端"), "{line}");
    }
    assert!(!ran.out.contains('\u{1b}'));
    let asked = book.run(&["doctor", "--ime"]);
    assert!(
        asked.out.lines().any(|line| line.contains("- 未问    输入法    没有终端")),
        "{asked:?}"
    );
}

#[test]
fn a_clone_that_does_not_speak_is_mended_once_and_only_in_git() {
    let book = book();
    assert_eq!(
        of(&book, "textconv"),
        ("fault".into(), "这份拷贝里还不能把存档读成句子".into(), true)
    );
    let before = files(&book);
    let mended = fix(&book);
    assert_eq!(mended.code, Some(0), "{mended:?}");
    assert!(mended.said.contains("已修：git config diff.yiding.textconv"), "{mended:?}");
    assert!(mended.said.contains("体检完：没有问题"), "{mended:?}");
    assert_eq!(files(&book), before);
    assert_eq!(book.git(&["status", "--porcelain"]), "");
    let again = fix(&book);
    assert!(!again.said.contains("已修"), "{again:?}");
    assert_ne!(health(&book, "textconv"), "fault");
    let log = book.git(&["log", "-p", "-1"]);
    assert!(log.contains("snapshots/2023-09-15.ron"), "{log}");
}

#[test]
fn with_yiding_on_the_path_git_speaks_sentences_after_fix() {
    let book = book();
    fix(&book);
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_yiding")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let run = |mut command: std::process::Command| {
        let output = command.env("PATH", &path).output().unwrap();
        Ran::of(&output)
    };
    let found = run(book.command(&["doctor"]));
    assert!(found.out.contains("= 好      git diff  把存档读成句子"), "{found:?}");
    let mut git = std::process::Command::new("git");
    git.arg("-C").arg(book.root()).args(["log", "-p", "-1", "--", "snapshots"]);
    let log = run(git);
    assert!(log.out.contains("+[2023-09-15/1]") && log.out.contains("开工"), "{log:?}");
    assert!(!log.out.contains("seal sha256:"), "{log:?}");
}

#[test]
fn a_driver_that_somebody_set_up_is_left_alone_and_said() {
    let book = book();
    book.git(&["config", "diff.yiding.textconv", "my-own-tool"]);
    let ran = fix(&book);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("由人写着“my-own-tool”，没有动它"), "{ran:?}");
    assert_eq!(book.git(&["config", "--get", "diff.yiding.textconv"]), "my-own-tool\n");
    // One of ours under a path of its own is no stranger.
    book.git(&["config", "diff.yiding.textconv", "/opt/bin/yiding textconv"]);
    assert!(!fix(&book).said.contains("已修"));
    assert_eq!(
        book.git(&["config", "--get", "diff.yiding.textconv"]),
        "/opt/bin/yiding textconv\n"
    );
}

#[test]
fn attributes_are_added_where_there_are_none_and_never_rewritten() {
    let none = book();
    fs::remove_file(none.at(".gitattributes")).unwrap();
    assert_eq!(health(&none, "attributes"), "fault");
    let mended = fix(&none);
    assert!(mended.said.contains(".gitattributes"), "{mended:?}");
    assert_eq!(none.read(".gitattributes"), ATTRIBUTES.as_bytes());
    assert_eq!((health(&none, "attributes"), mended.code), ("ok".into(), Some(0)));

    let theirs = book();
    theirs.write(".gitattributes", b"*.ron text eol=crlf\n");
    let (is, found, to_do) = of(&theirs, "attributes");
    assert!(is == "fault" && found.contains("行尾") && to_do, "{found}");
    let left = fix(&theirs);
    assert_eq!(left.code, Some(1), "{left:?}");
    assert_eq!(theirs.read(".gitattributes"), b"*.ron text eol=crlf\n");
    assert!(left.out.contains(ATTRIBUTES.trim_end()), "the line to write is named: {left:?}");
}

#[test]
fn who_commits_and_what_stands_in_the_way_are_found() {
    let book = book();
    assert_eq!(of(&book, "identity").1, "甲秘书 <jia@example.invalid>");
    book.git(&["config", "--unset", "user.email"]);
    let (is, found, to_do) = of(&book, "identity");
    assert!(is == "fault" && found.contains("不知道由谁入库") && to_do, "{found}");
    book.git(&["config", "user.email", "jia@example.invalid"]);
    book.git(&["checkout", "-q", "--detach"]);
    let (is, found, _) = of(&book, "repository");
    assert!(is == "fault" && found.contains("detached"), "{found}");
}

#[test]
fn rights_are_found_and_what_is_private_is_made_so() {
    let book = book();
    book.write(".git/yiding/draft", "没说完的话".as_bytes());
    let open = fs::Permissions::from_mode(0o644);
    fs::set_permissions(book.at(".git/yiding/draft"), open).unwrap();
    let (is, found, _) = of(&book, "rights");
    assert!(is == "fault" && found.contains("draft 别人也能看"), "{found}");
    let mended = fix(&book);
    assert!(mended.said.contains("chmod go="), "{mended:?}");
    let mode = fs::metadata(book.at(".git/yiding/draft")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(book.read(".git/yiding/draft"), "没说完的话".as_bytes());
    assert_eq!(health(&book, "rights"), "ok");
}

#[test]
fn a_book_that_is_damaged_or_missing_or_without_git_is_still_examined() {
    let book = book();
    book.write("plan.ron", b"(title: ");
    let (is, found, to_do) = of(&book, "plan");
    assert!(is == "fault" && found.contains("plan.ron:1:") && to_do, "{found}");

    let plain = Book::plain();
    assert_eq!(health(&plain, "repository"), "note");
    assert_eq!(plain.names("snapshots"), Vec::<String>::new(), "looking makes nothing");

    let empty = Book::plain();
    fs::remove_file(empty.at("plan.ron")).unwrap();
    let ran = empty.run(&["doctor", "--fix"]);
    assert!(ran.out.contains("不是一册") && ran.out.contains("yiding init"), "{ran:?}");
    assert_eq!(empty.names(""), Vec::<String>::new(), "nothing is made where there is no book");
}

#[test]
fn whoever_records_is_named() {
    let book = book();
    let mut held = book.command(&["--lang", "en", "doctor"]);
    assert!(Ran::of(&held.output().unwrap()).out.contains("nobody records"));
    let lock = fs::OpenOptions::new().write(true).open(book.at(".git/yiding/lock")).unwrap();
    lock.lock().unwrap();
    std::io::Write::write_all(&mut &lock, "甲秘书 @ 三号桌\n".as_bytes()).unwrap();
    let (is, found, _) = of(&book, "lock");
    assert_eq!((is.as_str(), found.as_str()), ("note", "甲秘书 @ 三号桌 正在记"));
}

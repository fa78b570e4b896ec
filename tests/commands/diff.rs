//! What changed between two states of a book, and git's own diffs in sentences.

use serde_json::Value;

use crate::commands::book::Book;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Two closed meetings of 2023-08-11 and 2023-09-01, records between them, a third one open; each
/// closed one is a commit.
fn book() -> Book {
    let book = Book::in_git();
    let on = |day: &str, line: &[&str]| {
        let ran = book.run_on(day, line);
        assert_eq!(ran.code, Some(0), "{line:?} {ran:?}");
    };
    on("2023-08-11", &["meet", "open"]);
    on("2023-08-11", &["decide", "1.4", "太安路迁改 @临空办 +住建局 >2023-08-31"]);
    on("2023-08-11", &["read", "1.2/1=240", "2023-01..2023-07"]);
    on("2023-08-11", &["attend", "出席", "住建局"]);
    on("2023-08-11", &["meet", "close"]);
    on("2023-08-20", &["assign", "1.2", "@投促局"]);
    on("2023-08-20", &["extend", "1/1", "2023-10-15", "--approved", "区长", "--reason", "雨季"]);
    on("2023-09-01", &["meet", "open"]);
    on("2023-09-01", &["read", "1.2/1=305", "2023-01..2023-08"]);
    on("2023-09-01", &["attend", "请假", "住建局"]);
    on("2023-09-01", &["meet", "close"]);
    on("2023-09-15", &["meet", "open"]);
    on("2023-09-15", &["decide", "0", "其他事项一条 @投促局"]);
    book
}

/// What is said of a comparison, without its first line.
fn lines(book: &Book, line: &[&str]) -> Vec<String> {
    let out = book.done(&[vec!["diff"], line.to_vec()].concat());
    out.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn each_way_to_name_a_meeting_names_it() {
    let book = book();
    let wanted = lines(&book, &["2023-08-11", "2023-09-01"]);
    let said = wanted.join("\n");
    for part in [
        "报数  1.2/1 签约额  240亿元（1—7月） -> 305亿元（1—8月）  +65",
        "牵头  1.2 招商引资  新增 投促局",
        "时限  2023-08-11/1 太安路迁改  2023-08-31 -> 2023-10-15  延期1次  理由：雨季  批准人 区长",
        "到会  住建局  出席 -> 请假",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let commit = book.git(&["log", "--format=%h", "--", "snapshots/2023-08-11.ron"]);
    for ends in [["1", "2"], ["第1次", "上次"], ["１", "last"], [commit.trim(), "HEAD"]] {
        assert_eq!(lines(&book, &ends), wanted, "{ends:?}");
    }
    let found = ["HEAD~1", "8月11日", "8-11", "2023-08-20-interval", "建账", "HEAD^{commit}"];
    for end in found {
        assert_eq!(book.run(&["diff", end]).code, Some(0), "{end}");
    }
}

#[test]
fn without_ends_it_is_the_last_meeting_and_now() {
    let book = book();
    let said = book.done(&["diff"]);
    assert_eq!(said, book.done(&["diff", "上次", "本次"]));
    assert_eq!(said, book.done(&["diff", "2", "3"]));
    assert!(
        said.starts_with("第2次重点工作调度会 2023-09-01 -> 第3次重点工作调度会 2023-09-15"),
        "{said}"
    );
    assert!(
        said.contains("\n其他事项\n  议定  2023-09-15/1  新增 其他事项一条，牵头 投促局"),
        "{said}"
    );
    let same = book.done(&["diff", "1", "1"]);
    assert!(same.ends_with("\n没有变化\n"), "{same}");
}

#[test]
fn a_comparison_is_data_too() {
    let book = book();
    let whole = json(&book.done(&["diff", "1", "2", "--format", "json"]));
    assert_eq!(
        (&whole["from"]["id"], &whole["to"]["id"]),
        (&"2023-08-11".into(), &"2023-09-01".into())
    );
    let changes = whole["changes"].as_array().unwrap();
    let due = changes.iter().find(|change| change["field"] == "due").unwrap();
    assert_eq!((&due["was"], &due["now"]), (&"2023-08-31".into(), &"2023-10-15".into()));
    assert_eq!(due["records"], serde_json::json!(["2023-08-20-interval/2"]));
    let reading = changes.iter().find(|change| change["field"] == "reading").unwrap();
    assert_eq!((&reading["was"], &reading["now"]), (&"240".into(), &"305".into()));
    assert_eq!(reading["now_period"], "2023-01..2023-08");
    let table = book.done(&["diff", "1", "2", "--kind", "时限", "--format", "csv"]);
    assert_eq!(table.lines().count(), 2, "{table}");
    let by_office = lines(&book, &["1", "2", "--by", "office", "--kind", "readings"]).join("\n");
    assert!(by_office.contains("\n投促局\n  报数"), "{by_office}");
}

#[test]
fn what_names_nothing_says_what_would() {
    let book = book();
    for (end, code, part) in [
        ("9", 2, "“9”不是会议次数"),
        ("没有", 2, "也不是 git 版本"),
        ("--by", 2, ""),
        ("HEAD:plan.ron", 2, "不是会议次数"),
        ("v1.0", 2, "上次、本次"),
    ] {
        let ran = book.run(&["diff", end]);
        assert_eq!(ran.code, Some(code), "{end} {ran:?}");
        assert!(ran.said.contains(part) && ran.out.is_empty(), "{end} {ran:?}");
    }
    let ran = book.run(&["diff", "2023-08-25"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.said.contains("2023-08-25 没有存档，取它之前的 2023-08-20-interval"),
        "{}",
        ran.said
    );
    let plain = Book::plain();
    let ran = plain.run(&["diff", "HEAD"]);
    assert_eq!((ran.code, ran.said.contains("不在 git 里")), (Some(2), true), "{ran:?}");
    assert!(plain.done(&["diff", "--kind", "报数"]).contains("这一类没有变化"));
    assert_eq!(plain.run(&["diff", "上次"]).code, Some(2));
}

#[test]
fn a_snapshot_of_another_plan_is_refused() {
    let book = book();
    let commit = book.git(&["rev-parse", "HEAD"]);
    book.git(&["checkout", "-q", "--orphan", "other"]);
    let text = String::from_utf8(book.read("snapshots/2023-09-01.ron")).unwrap();
    book.write(
        "snapshots/2023-09-01.ron",
        text.replace("\"daoli-2023 ", "\"other-2023 ").as_bytes(),
    );
    book.git(&["add", "snapshots"]);
    book.git(&["commit", "-q", "-m", "another plan"]);
    book.git(&["checkout", "-q", "-f", commit.trim()]);
    let ran = book.run(&["diff", "other"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.said.contains("other-2023"), "{ran:?}");
}

#[test]
fn a_new_book_lets_git_speak_sentences() {
    let book = Book::plain();
    let folder = book.at("new");
    let ran = book.run(&["init", &folder.to_string_lossy()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(!ran.said.contains("textconv"), "{ran:?}");
    let config = String::from_utf8(book.read("new/.git/config")).unwrap();
    assert!(config.contains("yiding textconv"), "{config}");
    let attributes = String::from_utf8(book.read("new/.gitattributes")).unwrap();
    assert!(attributes.contains("diff=yiding"), "{attributes}");
    let again = book.git(&["-C", "new", "config", "--get-all", "diff.yiding.textconv"]);
    assert_eq!(again.lines().count(), 1, "{again}");
}

/// Whoever clones a book gets its attributes and none of its configuration.
#[test]
fn a_clone_that_does_not_speak_is_told_how() {
    let book = book();
    assert!(!book.run(&["check"]).said.contains("git diff"));
    book.write(".gitattributes", b"snapshots/*.ron -text -filter -ident -merge diff=yiding\n");
    let said = book.run(&["check"]).said;
    assert!(
        said.contains("git diff 还不能把存档读成句子；请运行一次：yiding doctor --fix"),
        "{said}"
    );
    book.git(&["config", "diff.yiding.textconv", "cat"]);
    assert!(!book.run(&["check"]).said.contains("git diff"));
}

#[test]
fn a_second_line_of_meetings_is_compared_by_its_file() {
    let book = book();
    let fork = book.copy();
    assert_eq!(fork.run_on("2023-09-16", &["meet", "close"]).code, Some(0));
    book.done(&["meet", "close"]);
    assert_eq!(fork.run_on("2023-09-17", &["read", "1.2/1=320", "2023-01..2023-09"]).code, Some(0));
    assert_eq!(fork.run_on("2023-09-17", &["seal"]).code, Some(0));
    let theirs = "2023-09-17-interval";
    book.write(&format!("snapshots/{theirs}.ron"), &fork.read(&format!("snapshots/{theirs}.ron")));
    let said = book.done(&["diff", "2023-09-15", theirs]);
    assert!(said.contains("305亿元（1—8月） -> 320亿元（1—9月）  +15"), "{said}");
}

#[test]
fn git_speaks_sentences() {
    let book = book();
    book.write(".gitattributes", b"snapshots/*.ron diff=yiding\n");
    let driver = format!("{} textconv", env!("CARGO_BIN_EXE_yiding"));
    book.git(&["config", "diff.yiding.textconv", &driver]);
    let shown = book.git(&["show", "--format=", "HEAD", "--", "snapshots/2023-09-01.ron"]);
    assert!(shown.contains("+[2023-09-01/1] 报数 1.2/1 签约额 305（1—8月）"), "{shown}");
    let log = book.git(&["log", "-p", "--format=", "--", "snapshots/2023-08-20-interval.ron"]);
    assert!(log.contains("+[2023-08-20-interval/2] 2023-08-11/1 延期到 2023-10-15"), "{log}");
    let (from, to) = ("HEAD:snapshots/2023-08-11.ron", "HEAD:snapshots/2023-09-01.ron");
    let between = book.git(&["diff", "-U0", "--textconv", from, to]);
    let gone: Vec<&str> = between.lines().filter(|line| line.starts_with("-[")).collect();
    assert_eq!(gone, Vec::<&str>::new(), "a later snapshot only adds records: {between}");
}

#[test]
fn what_is_no_snapshot_is_shown_as_it_is() {
    let book = book();
    book.write("broken.ron", "( 半份\n<<<<<<< HEAD\n".as_bytes());
    let file = book.at("broken.ron");
    let name = file.to_string_lossy().into_owned();
    assert_eq!(book.done(&["textconv", &name]), "( 半份\n<<<<<<< HEAD\n");
    let whole = book.at("snapshots/2023-09-01.ron");
    let told = book.done(&["textconv", &whole.to_string_lossy()]);
    assert!(told.starts_with("第2次重点工作调度会 2023-09-01  2023-09-01\n已封存 "), "{told}");
    assert_eq!(told, book.done(&["textconv", &whole.to_string_lossy()]));
    assert_eq!(book.run(&["textconv", "nowhere.ron"]).code, Some(3));
}

#[test]
fn a_driver_that_somebody_set_up_is_left_alone() {
    let book = Book::in_git();
    std::fs::remove_file(book.at("plan.ron")).unwrap();
    book.git(&["config", "diff.yiding.textconv", "cat"]);
    book.write(".gitattributes", b"* text\n");
    let ran = book.run(&["init", &book.root().to_string_lossy()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.said.contains("已经写着“cat”") && ran.said.contains("diff=yiding"), "{ran:?}");
    assert_eq!(book.git(&["config", "diff.yiding.textconv"]), "cat\n");
    assert_eq!(book.read(".gitattributes"), b"* text\n");
}

/// Cuts the measure 1.4.3 out of the plan, and commits that.
fn without_a_measure(book: &Book) {
    let text = String::from_utf8(book.read("plan.ron")).unwrap();
    let at = text.find("id: \"1.4.3\"").unwrap();
    let (from, to) = (text[..at].rfind('(').unwrap(), at + text[at..].find("),\n").unwrap() + 3);
    book.write("plan.ron", [&text[..from], &text[to..]].concat().as_bytes());
    book.git(&["commit", "-q", "-m", "1.4.3 退出", "plan.ron"]);
}

/// The founding snapshot knows a row that was retired after the first meeting; of one that read
/// otherwise in between only git knows.
#[test]
fn a_row_that_was_retired_between_two_meetings_is_told() {
    let book = Book::in_git();
    book.git(&["add", "plan.ron"]);
    book.git(&["commit", "-q", "-m", "plan"]);
    let meet = |day: &str| {
        book.done_on(day, &["meet", "open"]);
        book.done_on(day, &["meet", "close"]);
    };
    meet("2023-08-11");
    let text = String::from_utf8(book.read("plan.ron")).unwrap();
    let worded = text.replacen("健全完善跨境电商", "健全跨境电商", 1);
    book.write("plan.ron", worded.as_bytes());
    book.git(&["commit", "-q", "-m", "1.4.3 改写", "plan.ron"]);
    meet("2023-08-18");
    without_a_measure(&book);
    meet("2023-09-01");
    let gone = |ends: &[&str]| {
        let said = lines(&book, ends);
        let found = said.iter().find(|line| line.contains("  计划  1.4.3")).cloned();
        found.unwrap_or_else(|| panic!("{ends:?} {said:?}"))
    };
    assert!(
        gone(&["1", "2"]).contains("健全完善跨境电商")
            && gone(&["1", "2"]).contains(" -> 健全跨境电商")
    );
    assert!(gone(&["2", "3"]).contains("已无 健全跨境电商"), "{}", gone(&["2", "3"]));
    assert!(gone(&["建账", "3"]).contains("已无 健全完善跨境电商"), "{}", gone(&["建账", "3"]));
    assert!(gone(&["1"]).contains("已无 健全完善"), "from a meeting to now");
    assert!(gone(&["3", "1"]).contains("新增 健全完善"), "the other way round");
    let same = book.done(&["diff", "3", "本次"]);
    assert!(same.ends_with("没有变化\n"), "{same}");
    // As the two revisions themselves have it.
    assert_eq!(gone(&["HEAD~2", "HEAD"]), gone(&["2", "3"]));
    let table = book.done(&["diff", "2", "3", "--kind", "更正调整", "--format", "csv"]);
    assert!(table.lines().count() == 2 && table.contains("1.4.3"), "{table}");
}

#[test]
fn a_plan_that_was_never_committed_is_said_to_be_lost() {
    let book = Book::in_git();
    let text = String::from_utf8(book.read("plan.ron")).unwrap();
    book.done_on("2023-08-11", &["meet", "open"]);
    book.done_on("2023-08-11", &["meet", "close"]);
    book.write("plan.ron", text.replacen("健全完善", "健全", 1).as_bytes());
    book.done_on("2023-08-18", &["meet", "open"]);
    book.done_on("2023-08-18", &["meet", "close"]);
    book.write("plan.ron", text.as_bytes());
    let ran = book.run(&["diff", "1", "2"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.said.contains("没有找到 2023-08-18 时的 plan.ron"), "{ran:?}");
}

#[test]
fn an_amended_target_is_told_between_two_meetings() {
    let book = book();
    let amend = ["amend", "1.2/1", "480", "--organ", "区人大常委会", "--document", "〔2023〕7号"];
    book.done(&[&amend[..], &["--from", "2023-09-15", "--reason", "财力调整"]].concat());
    book.done(&["meet", "close"]);
    let said = lines(&book, &["2", "3", "--kind", "更正调整"]).join("\n");
    assert!(said.contains("目标值  1.2/1 签约额  500亿元 -> 480亿元"), "{said}");
    assert!(said.contains("区人大常委会") && said.contains("〔2023〕7号"), "{said}");
    let before = lines(&book, &["1", "2", "--kind", "更正调整"]).join("\n");
    assert!(before.contains("这一类没有变化"), "{before}");
}

/// A commit in which git put two lines together, and nobody joined them yet.
#[test]
fn a_revision_with_two_lines_of_meetings_names_both_ends() {
    let a = book();
    a.done(&["meet", "close"]);
    a.git(&["add", "plan.ron"]);
    a.git(&["commit", "-q", "-m", "plan"]);
    let b = a.cloned();
    for (book, day) in [(&a, "2023-09-22"), (&b, "2023-09-25")] {
        book.done_on(day, &["meet", "open"]);
        book.done_on(day, &["meet", "close"]);
    }
    let root = b.root();
    a.git(&["pull", "-q", "--no-rebase", "--no-edit", root.to_str().unwrap(), "main"]);
    for ends in [["HEAD~1", "HEAD"], ["HEAD", "本次"]] {
        let ran = a.run_on("2023-09-28", &[&["diff"][..], &ends].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{ends:?} {ran:?}");
        assert!(ran.said.contains("git 版本“HEAD”里有两条会议线"), "{ran:?}");
        assert!(ran.said.contains("2023-09-22、2023-09-25"), "{ran:?}");
    }
    // Each line by itself, and by their files, can be compared.
    let of = |ends: &[&str]| a.run_on("2023-09-28", &[&["diff"][..], ends].concat()).code;
    assert_eq!(of(&["HEAD~1", "2023-09-22"]), Some(0));
    assert_eq!(of(&["HEAD^2", "HEAD^1"]), Some(0));
    assert_eq!(a.run_on("2023-09-28", &["merge"]).code, Some(0));
    assert_eq!(of(&["HEAD~1", "HEAD"]), Some(4), "the past stays as it was");
    assert_eq!(of(&["2023-09-22", "HEAD"]), Some(0));
}

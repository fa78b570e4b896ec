//! Files that people, editors and git have spoilt: each is refused with its place, in words, and
//! left as it was.

use std::fs;

use crate::commands::book::{Book, PLAN};

/// The plan with one text replaced, and the line of it.
fn with(from: &str, to: &str) -> (Vec<u8>, usize) {
    let at = PLAN.find(from).unwrap();
    let line = PLAN[..at].matches('\n').count() + 1;
    (PLAN.replacen(from, to, 1).into_bytes(), line)
}

/// `check` and `show` refuse the plan, both at this line and in these words.
fn is_refused((bytes, line): (Vec<u8>, usize), words: &str) {
    let book = Book::plain();
    book.write("plan.ron", &bytes);
    let place = format!("plan.ron:{line}:");
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1), "{words}: {checked:?}");
    assert!(checked.out.contains(&place) && checked.out.contains(words), "{words}: {checked:?}");
    for line in [vec!["show"], vec![], vec!["read", "0/2=1"], vec!["meet", "open"]] {
        let refused = book.run(&line);
        assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""), "{line:?} {refused:?}");
        assert!(refused.said.contains(&place) && refused.said.contains(words), "{refused:?}");
        assert!(!refused.said.contains('\u{1b}'));
    }
    assert_eq!(book.read("plan.ron"), bytes, "left as it was");
    assert_eq!(book.names("snapshots"), [""; 0]);
}

#[test]
fn slips_of_the_hand_are_shown_where_they_are() {
    is_refused(with("  short: \"道里区", "  shrot: \"道里区"), "这里没有字段 shrot");
    is_refused(with("      \"aijjd\": (", "      \"kajd\": ("), "键 kajd 写了两次");
    is_refused(with("order: 1170", "order: \"先\""), "整数");
    is_refused(with("  title: \"2023", "  title： \"2023"), "全角标点 ：");
    is_refused(with("  title: \"2023", "  title: “2023"), "全角标点 “");
    is_refused(with("  format: 1,", "  format: 2,"), "只认识到第 1 版");
    let (twice, line) = with("  format: 1,", "  format: 1,\n  format: 1,");
    is_refused((twice, line + 1), "format 写了两次");
    is_refused(with("value: \"500\"", "value: \"1e400\""), "小数");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let (nul, line) = with("  organ:", "\0  organ:");
    is_refused((nul, line), "<0000>");
    let (escape, line) = with("  organ:", "\u{1b}[2J  organ:");
    is_refused((escape, line), "<001B>");
    let (mut bytes, line) = with("  organ:", "~  organ:");
    let at = bytes.iter().position(|byte| *byte == b'~').unwrap();
    bytes[at] = 0xff;
    is_refused((bytes, line), "UTF-8");
}

#[test]
fn a_file_cut_short_or_nested_without_end_is_refused() {
    // Cut between two rows: what is open then is told where the file ends.
    let (before, line) = with("\n          id: \"1.2\",", "\n~");
    let end = before.iter().position(|byte| *byte == b'~').unwrap();
    is_refused((before[..end].to_vec(), line), "没有收尾");
    let brackets = format!("(\n  format: 1,\n  guidance: {}", "[".repeat(5_000));
    is_refused((brackets.into_bytes(), 3), "括号嵌套超过");
}

#[test]
fn a_huge_file_is_not_even_read() {
    for name in ["plan.ron", "snapshots/2023-09-15.ron"] {
        let book = sealed();
        let file = fs::OpenOptions::new().write(true).open(book.at(name)).unwrap();
        file.set_len(200 << 20).unwrap();
        for line in [["show"], ["undo"]] {
            let refused = book.run(&line);
            assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""), "{refused:?}");
            let told = refused.said.contains("209715200 字节") && refused.said.contains(name);
            assert!(told, "{}", refused.said);
        }
        let checked = book.run(&["check"]);
        assert_eq!(checked.code, Some(1));
        assert!(checked.out.contains(&format!("{name}:1:1")), "{}", checked.out);
        assert_eq!(file.metadata().unwrap().len(), 200 << 20, "left as it was");
    }
}

#[test]
fn a_mark_of_windows_is_no_fault() {
    let book = Book::plain();
    book.write("plan.ron", format!("\u{feff}{}", PLAN.replace('\n', "\r\n")).as_bytes());
    assert_eq!(book.run(&["check"]).code, Some(0));
    book.done(&["meet", "open"]);
    book.done(&["meet", "close"]);
    book.write("plan.ron", PLAN.as_bytes());
    assert_eq!(book.run(&["check"]).code, Some(0), "the digest does not count line ends");
}

#[test]
fn two_tasks_of_one_id_are_found_and_the_plan_is_shown_all_the_same() {
    let book = Book::plain();
    let (bytes, line) = with("          id: \"1.2\",", "          id: \"1.1\",");
    book.write("plan.ron", &bytes);
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.contains("编号 1.1 出现了两次"), "{}", checked.out);
    assert!(checked.out.contains(&format!("plan.ron:{line}:")), "{}", checked.out);
    assert_eq!(book.run(&["show"]).code, Some(0));
}

/// `check` names the place in a snapshot and the words; nothing else opens the book or touches it.
fn snapshot_is_refused(whole: &Book, spoilt: &[u8], line: usize, words: &str) {
    let (book, path) = (whole.copy(), "snapshots/2023-09-15.ron");
    book.write(path, spoilt);
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1), "{words}: {checked:?}");
    let place = format!("{path}:{line}:");
    assert!(checked.out.contains(&place) && checked.out.contains(words), "{place} {checked:?}");
    for call in [vec!["show"], vec![], vec!["read", "0/2=1"], vec!["meet", "open"]] {
        let refused = book.run(&call);
        assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""), "{words} {refused:?}");
        assert!(refused.said.contains(path) && refused.said.contains(words), "{refused:?}");
        assert!(!refused.said.contains('\u{1b}'));
    }
    assert_eq!(book.read(path), spoilt, "left as it was");
    assert_eq!(book.names("snapshots/.yiding/open"), [""; 0], "nothing was begun");
}

#[test]
fn a_spoilt_snapshot_is_shown_where_it_is() {
    let whole = sealed();
    let text = String::from_utf8(whole.read("snapshots/2023-09-15.ron")).unwrap();
    let line = |of: &str| text[..text.find(of).unwrap()].matches('\n').count() + 1;
    let once = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).into_bytes()
    };
    let decision = "      \"2023-09-15/1\": (";
    let twice = format!("{decision}text: \"另一边写的\"),\n{decision}");
    let nested = format!("  follows: {}", "[".repeat(5_000));
    let invalid: Vec<u8> = once("  series: ", "~ series: ")
        .into_iter()
        .map(|byte| if byte == b'~' { 0xff } else { byte })
        .collect();
    let cut = &text.as_bytes()[..text.find("  follows:").unwrap()];
    for (spoilt, line, words) in [
        (once("  follows:", "  folows:"), line("  follows:"), "没有字段 folows"),
        (once(decision, &twice), line(decision) + 1, "键 2023-09-15/1 写了两次"),
        (once("    number: 1", "    number: \"一\""), line("    number: 1"), "整数"),
        (once("  series: ", "  series： "), line("  series: "), "全角标点 ："),
        (once("  follows:", &nested), line("  follows:"), "括号嵌套超过"),
        (once("  format: 1", "  format: 7"), 3, "只认识到第 1 版"),
        (once("  series: ", "\0 series: "), line("  series: "), "<0000>"),
        (once("  series: ", "\u{1b}[2J series: "), line("  series: "), "<001B>"),
        (invalid, line("  series: "), "UTF-8"),
        (cut.to_vec(), line("  follows:") - 1, "没有收尾"),
    ] {
        snapshot_is_refused(&whole, &spoilt, line, words);
    }
}

#[test]
fn snapshots_are_held_against_their_seals_and_each_other() {
    let whole = sealed();
    let path = "snapshots/2023-09-15.ron";
    let text = String::from_utf8(whole.read(path)).unwrap();
    for (spoilt, words) in [
        (text.replace("太安路", "太平路"), "封印与内容不符"),
        (text.replace('\n', "\r\n"), "CRLF"),
        (text.replace("// seal", "// saal"), "没有封印"),
        (text.replace("  follows:", "  folows:"), "没有字段 folows"),
        (text.replace("  format: 1,", "  format: 7,"), "只认识到第 1 版"),
    ] {
        let book = whole.copy();
        book.write(path, spoilt.as_bytes());
        let checked = book.run(&["check"]);
        assert_eq!(checked.code, Some(1), "{words}");
        assert!(checked.out.contains(path) && checked.out.contains(words), "{checked:?}");
        let refused = book.run(&["read", "0/2=1"]);
        assert!(matches!(refused.code, Some(3 | 4)), "{words}: {refused:?}");
        assert_eq!(book.read(path), spoilt.as_bytes(), "left as it was");
    }
}

#[test]
fn a_missing_snapshot_a_stranger_and_another_plan_are_named() {
    let whole = sealed();
    let book = whole.copy();
    fs::remove_file(book.at("snapshots/0000-adopted.ron")).unwrap();
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.contains("缺存档 0000-adopted"), "{checked:?}");

    let book = whole.copy();
    book.write("snapshots/备份 (1).ron", b"x");
    std::os::unix::fs::symlink("2023-09-15.ron", book.at("snapshots/2023-09-16.ron")).unwrap();
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(0), "strangers are remarks");
    assert!(checked.said.contains("备份 (1).ron") && checked.said.contains("是一个链接"));

    let book = whole.copy();
    let other = PLAN.replace("\"daoli-2023\"", "\"daoli-2024\"");
    book.write("plan.ron", other.as_bytes());
    let refused = book.run(&["show"]);
    assert_eq!(refused.code, Some(3));
    assert!(refused.said.contains("是另一本计划（daoli-2023）的存档"), "{}", refused.said);
    assert!(refused.said.contains("snapshots/2023-09-15.ron"), "{}", refused.said);
    assert_eq!(book.run(&["read", "0/2=1"]).code, Some(3));
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1));
    let text = String::from_utf8(book.read("snapshots/2023-09-15.ron")).unwrap();
    let line = text[..text.find("\n  plan: ").unwrap()].matches('\n').count() + 2;
    let place = format!("snapshots/2023-09-15.ron:{line}:");
    assert!(checked.out.contains(&place) && checked.out.contains("另一本计划"), "{checked:?}");
    assert_eq!(book.read("plan.ron"), other.as_bytes(), "left as it was");
}

#[test]
fn a_plan_whose_adopted_part_was_edited_is_a_fault() {
    let book = sealed();
    let amended = PLAN.replace("value: \"500\"", "value: \"501\"");
    assert_ne!(amended, PLAN);
    book.write("plan.ron", amended.as_bytes());
    let checked = book.run(&["check"]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.contains("2023-09-15"), "{checked:?}");
    assert_eq!(book.run(&["show"]).code, Some(0));
}

/// A clone whose git turns line ends, of a book that does not forbid it.
#[test]
fn line_ends_that_a_careless_git_turned_are_called_by_their_name() {
    let book = Book::in_git();
    book.git(&["add", "plan.ron"]);
    book.git(&["commit", "-q", "-m", "plan"]);
    book.done_on("2023-09-15", &["meet", "open"]);
    book.done_on("2023-09-15", &["meet", "close"]);
    let clone = book.cloned();
    clone.git(&["config", "core.autocrlf", "true"]);
    clone.git(&["rm", "-q", "--cached", "-r", "."]);
    clone.git(&["reset", "-q", "--hard"]);
    let path = "snapshots/2023-09-15.ron";
    let turned = clone.read(path);
    assert!(turned.windows(2).any(|pair| pair == b"\r\n"), "git turned them");
    let checked = clone.run_on("2023-09-20", &["check"]);
    assert_eq!(checked.code, Some(1), "{checked:?}");
    assert!(checked.out.contains(path) && checked.out.contains("CRLF"), "{checked:?}");
    for line in [&["meet", "open"][..], &["read", "0/2=1"], &["seal"], &["merge"]] {
        let refused = clone.run_on("2023-09-20", line);
        assert!(matches!(refused.code, Some(1 | 3 | 4)), "{line:?} {refused:?}");
    }
    let examined = clone.run_on("2023-09-20", &["doctor"]);
    assert!(examined.out.contains("snapshots/*.ron -text"), "{examined:?}");
    assert_eq!(clone.read(path), turned, "left as it was");
    assert_eq!(clone.git(&["rev-parse", "HEAD"]), book.git(&["rev-parse", "HEAD"]));
    // With the line that it asks for, and the file taken out anew, all is well.
    clone.write(".gitattributes", b"snapshots/*.ron -text -filter -ident -merge\n");
    fs::remove_file(clone.at(path)).unwrap();
    fs::remove_file(clone.at("snapshots/0000-adopted.ron")).unwrap();
    clone.git(&["checkout", "-q", "--", "snapshots"]);
    let healed = clone.run_on("2023-09-20", &["check"]);
    assert_eq!(healed.code, Some(0), "{healed:?}");
}

/// The clock of one of two machines is wrong, or somebody sealed a day that has not come.
#[test]
fn a_snapshot_of_the_future_bars_what_is_before_it_and_stays() {
    let book = Book::plain();
    for day in ["2023-09-15", "2023-12-01"] {
        book.done_on(day, &["meet", "open"]);
        book.done_on(day, &["meet", "close"]);
    }
    let names = book.names("snapshots");
    let before: Vec<Vec<u8>> =
        ["2023-09-15", "2023-12-01"].map(|day| book.read(&format!("snapshots/{day}.ron"))).into();
    let refused = book.run_on("2023-09-20", &["meet", "open"]);
    assert_eq!(refused.code, Some(5), "{refused:?}");
    assert!(refused.said.contains("2023-12-01"), "{refused:?}");
    let checked = book.run_on("2023-09-20", &["check"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(checked.said.contains("日期在今天以后：2023-12-01"), "{checked:?}");
    for line in [&["diff"][..], &["log"], &["story", "1.4"], &["merge"]] {
        let ran = book.run_on("2023-09-20", line);
        assert!(matches!(ran.code, Some(0 | 1)), "{line:?} {ran:?}");
    }
    let after: Vec<Vec<u8>> =
        ["2023-09-15", "2023-12-01"].map(|day| book.read(&format!("snapshots/{day}.ron"))).into();
    assert!(before == after && book.names("snapshots") == names, "left as it was");
}

/// A book with one closed meeting.
fn sealed() -> Book {
    let book = Book::plain();
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.4", "太安路迁改"]);
    book.done(&["meet", "close"]);
    book
}

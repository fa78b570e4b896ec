//! `print`: screens as text and as pages, and what becomes of a file that somebody changed.

use std::fs;

use unicode_width::UnicodeWidthStr;

use crate::commands::book::Book;

/// A book with a closed meeting and one that is open.
fn book() -> Book {
    let book = Book::in_git();
    book.done(&["meet", "open", "--date", "2023-09-08"]);
    book.done(&["decide", "1.4", "太安路迁改10月15日前完成 @临空办 +住建局"]);
    book.done(&["meet", "close"]);
    book.done(&["meet", "open"]);
    book.done(&["decide", "1.1", "专项债第三批材料9月底前报省 @发改局"]);
    book.done(&["read", "1.2/1=96", "2023-02"]);
    book.done(&["read", "1.2/1=305", "2023-08"]);
    book
}

#[test]
fn every_screen_is_text_of_seventy_six_columns() {
    let book = book();
    for (words, says) in [
        (&["print"][..], "坚持党的领导"),
        (&["print", "总览"], "坚持党的领导"),
        (&["print", "tasks"], "5.1  筑牢政治忠诚"),
        (&["print", "1"], "1.4  持续推动临空经济发展"),
        (&["print", "1.2"], "最新报数 305亿元 1—8月"),
        (&["print", "台账"], "共2项"),
        (&["print", "台账", "牵头:发改局"], "共1项"),
        (&["print", "1/1"], "太安路迁改10月15日前完成"),
        (&["print", "会议"], "本次记录"),
        (&["print", "念清单"], "专项债第三批材料9月底前报省"),
        (&["print", "会前"], "欠进度"),
        (&["print", "议程"], "主要预期目标"),
        (&["print", "分工"], "4.5"),
        (&["print", "交账"], "4.5"),
        (&["print", "待定"], "这里没有内容"),
    ] {
        let text = book.done(words);
        assert!(text.contains(says), "{words:?}\n{text}");
        assert!(text.contains("截至2023-09-15"), "{words:?}\n{text}");
        for line in text.lines() {
            assert!(line.width() <= 76 && !line.contains('|'), "{words:?}: {line}");
        }
    }
}

#[test]
fn a_page_has_tables_and_pictures_and_loads_nothing() {
    let book = book();
    let page = book.done(&["print", "1.2", "--to", "html"]);
    for part in ["<!DOCTYPE html>", "<th scope=\"col\">最新报数</th>", "<svg ", "序时333.33"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("href="));
    assert_eq!(page, book.done(&["print", "1.2", "--to", "html"]), "equal records, equal pages");
    let bulletin = book.done(&["export", "bulletin", "--to", "html"]);
    assert_eq!(bulletin.matches("<svg ").count(), 1, "one target was reported twice");
    assert!(bulletin.contains("2月96，序时83.33；8月305，序时333.33。"), "{bulletin}");
}

#[test]
fn a_screen_that_is_not_there_and_a_filter_that_means_nothing_are_told_of() {
    let book = book();
    for (words, says) in [
        (&["print", "没有这个画面"][..], "没有“没有这个画面”这个画面"),
        (&["print", "9.9"], "没有“9.9”这个画面"),
        (&["print", "1.2", "--to", "docx"], "docx"),
        (&["print", "-o", "页.md"], "md"),
    ] {
        let ran = book.run(words);
        assert_eq!(ran.code, Some(2), "{words:?} {ran:?}");
        assert!(ran.said.contains(says), "{words:?} {ran:?}");
    }
}

#[test]
fn files_are_never_written_over_a_changed_one_and_a_full_disk_is_told_of() {
    let book = book();
    let (folder, path) = (book.at("打印"), book.at("打印/2023-09-15-打印-台账.txt"));
    let shown = folder.to_str().unwrap();
    let made = book.done(&["print", "台账", "--out", shown]);
    assert_eq!(made, format!("{}\n", path.display()));
    assert_eq!(fs::read_to_string(&path).unwrap(), book.done(&["print", "台账"]));
    fs::write(&path, "手改的").unwrap();
    let kept = book.run(&["print", "台账", "--out", shown]);
    assert_eq!(kept.code, Some(5), "{kept:?}");
    assert!(kept.said.contains("有人改过，没有动它"), "{kept:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "手改的");
    book.done(&["print", "台账", "--out", shown, "--replace"]);
    assert!(fs::read_to_string(&path).unwrap().starts_with("台账\n"));
    for place in ["/dev/full", "/proc/nothing/a.txt"] {
        let ran = book.run(&["print", "-o", place, "--to", "txt", "--replace"]);
        assert!(ran.code == Some(5) && !ran.said.is_empty(), "{place} {ran:?}");
    }
}

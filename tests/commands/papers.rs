//! Papers beyond the minutes: reminders, files of several papers, layouts, and what a new book says of
//! the body that issues them.

use std::fs;
use std::io::Read;

use crate::commands::book::Book;

/// A book whose decisions are overdue, due soon and far off.
fn book() -> Book {
    let book = Book::in_git();
    book.done(&["meet", "open", "--date", "2023-09-15", "--place", "第一会议室"]);
    book.done(&["attend", "出席", "发改局", "财政局"]);
    book.done(&["decide", "1.4", "太安路迁改完成 @临空办 +住建局 >9-20"]);
    book.done(&["decide", "0", "冬季清冰雪预案报区政府 @城管局 >12-1"]);
    book.done(&["meet", "close"]);
    book
}

/// A part of a document.
fn part(book: &Book, name: &str, part: &str) -> String {
    let file = fs::File::open(book.at(name)).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut text = String::new();
    archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn reminders_say_what_is_pressing_and_by_how_many_days() {
    let book = book();
    let text = book.done_on("2023-10-05", &["export", "reminders", "--office", "临空办"]);
    for line in ["提醒函\n", "逾期1项", "已逾期15天）。\n", "亮灯规则：通用"] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let english =
        book.done_on("2023-10-05", &["--lang", "en", "export", "reminders", "--office", "临空办"]);
    assert!(english.contains("15 days overdue"), "{english}");
    let none = book.run_on("2023-09-16", &["export", "提醒函", "1", "--office", "城管局"]);
    assert!(none.code == Some(1) && none.said.contains("不用发提醒函"), "{none:?}");
    // They lie beside the notices, under the day on which they are made.
    let folder = book.at("文稿").to_string_lossy().into_owned();
    let made = book.done_on("2023-10-05", &["export", "notices", "--out", &folder]);
    for name in ["2023-09-15-交办单.docx", "2023-09-15-交办单-城管局.docx"] {
        assert!(made.contains(name), "{name}\n{made}");
    }
    for name in ["2023-10-05-提醒函.docx", "2023-10-05-提醒函-临空办.docx"] {
        assert!(made.contains(name), "{name}\n{made}");
    }
    let whole = part(&book, "文稿/2023-09-15-交办单.docx", "word/document.xml");
    let offices = made.matches("交办单-").count();
    assert_eq!(whole.matches("议定事项交办单").count(), offices, "each has its own head");
    assert_eq!(whole.matches("<w:sectPr>").count(), offices, "and a leaf of its own");
    assert_eq!(whole.matches("<w:pgNumType w:start=\"1\"/>").count(), offices);
    let html = book.done(&["export", "notices", "--to", "html"]);
    assert_eq!(html.matches("<article>").count(), offices);
}

#[test]
fn a_plain_paper_is_of_no_country_and_of_either_paper() {
    let book = book();
    for (style, page) in [("plain", "w:w=\"11906\" w:h=\"16838\""), ("letter", "w:w=\"12240\"")] {
        let file = format!("{style}.docx");
        let path = book.at(&file).to_string_lossy().into_owned();
        book.done(&["--lang", "en", "export", "minutes", "1", "--style", style, "-o", &path]);
        let text = part(&book, &file, "word/document.xml");
        assert!(text.contains(page) && text.contains("w:val=\"Heading1\""), "{text}");
        assert!(!text.contains("专题会议纪要") || text.contains("\"Mark\""), "{text}");
        let styles = part(&book, &file, "word/styles.xml");
        assert!(styles.contains("w:val=\"heading 1\"") && !styles.contains("仿宋"), "{styles}");
    }
    let page = book.done(&["export", "bulletin", "--style", "letter", "--to", "html"]);
    assert!(page.contains("size: letter") && !page.contains("仿宋"), "{page}");
    for paper in ["decisions", "ledger", "table", "progress", "notices", "bulletin", "agenda"] {
        let out = book.at("简").to_string_lossy().into_owned();
        let folder = ["--style", "plain", "--out", &out];
        book.done(&[&["export", paper][..], &folder[..]].concat());
    }
    // The body can say so once and for all, and a call can say otherwise.
    let plan = String::from_utf8(book.read("plan.ron")).unwrap();
    let house = plan.replace("    number: \"第{number}期\",\n", "    style: plain,\n");
    assert_ne!(house, plan);
    book.write("plan.ron", house.as_bytes());
    let usual = book.done(&["export", "minutes", "1", "--to", "html"]);
    assert!(!usual.contains("仿宋") && usual.contains("class=\"beneath\""), "{usual}");
    let standard = ["export", "minutes", "1", "--to", "html", "--style", "standard"];
    assert!(book.done(&standard).contains("仿宋"));
}

#[test]
fn a_new_book_has_room_for_the_letterhead_and_is_told_what_papers_lack() {
    let book = Book::in_git();
    for (lang, lacks, fill) in [
        ("zh", "出的文稿会缺：发文机关（organ）、印发机关", "××人民政府办公室"),
        ("en", "papers will lack: the issuing body (organ)", "Office of the Council"),
    ] {
        let folder = book.at(lang);
        let folder = folder.to_str().unwrap();
        assert_eq!(book.run(&["--lang", lang, "init", folder]).code, Some(0));
        let checked = book.in_folder(lang, &["--lang", lang, "check"]);
        assert!(checked.code == Some(0) && checked.said.contains(lacks), "{checked:?}");
        let plan = fs::read_to_string(book.at(lang).join("plan.ron")).unwrap();
        let lines = plan.lines().map(|line| {
            let field = line.strip_prefix("  // ").filter(|_| line.contains(|c| "(:)".contains(c)));
            let field =
                field.filter(|field| field.starts_with(' ') || field.starts_with("letterhead"));
            let closes = line == "  // ),";
            match field {
                Some(field) => format!("  {field}"),
                None if closes => "  ),".to_owned(),
                None => line.to_owned(),
            }
        });
        let filled = lines.collect::<Vec<_>>().join("\n").replace("organ: \"\"", "organ: \"演练\"");
        fs::write(book.at(lang).join("plan.ron"), filled).unwrap();
        let checked = book.in_folder(lang, &["--lang", lang, "check"]);
        assert!(checked.code == Some(0) && !checked.said.contains("lack"), "{checked:?}");
        assert!(!checked.said.contains("会缺"), "{checked:?}");
        book.in_folder(lang, &["meet", "open", "--date", "2023-09-15"]);
        let minutes = book.in_folder(lang, &["--lang", lang, "export", "minutes"]);
        assert!(minutes.out.contains(fill), "{minutes:?}");
    }
}

//! Papers, tables and answers as files: what other programs open, and what somebody prints with `cat`.

use std::io::{Cursor, Read as _};

use yiding::plan::plain::is_hidden;
use zip::ZipArchive;

use crate::book::Book;

/// Every paper with the forms in which it is made.
const PAPERS: &[(&str, &[&str])] = &[
    ("minutes", TEXTS),
    ("decisions", TEXTS),
    ("decisions", &["xlsx", "csv"]),
    ("ledger", TABLES),
    ("table", TABLES),
    ("progress", TABLES),
    ("notices", TEXTS),
    ("reminders", TEXTS),
    ("bulletin", TEXTS),
    ("invitation", TEXTS),
    ("agenda", TEXTS),
    ("signin", TABLES),
    ("calendar", &["ics"]),
];
const TEXTS: &[&str] = &["docx", "html", "md", "txt", "pages"];
const TABLES: &[&str] = &["xlsx", "csv", "md"];

/// Nothing in a text steers or hides, but for what ends its lines, and the mark before a table.
pub fn is_plain(text: &str, what: &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let odd = text.char_indices().find(|(_, c)| *c != '\n' && is_hidden(*c));
    let near = odd.map(|(at, _)| text[..at].chars().rev().take(20).collect::<String>());
    assert_eq!(odd, None, "{what} near {near:?}");
}

/// XML 1.0 that another program reads, with nothing in it that steers or hides.
pub fn is_xml(text: &str, what: &str) {
    is_plain(text, what);
    let mut reader = quick_xml::Reader::from_str(text);
    let mut depth = 0_i32;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Start(_)) => depth += 1,
            Ok(quick_xml::events::Event::End(_)) => depth -= 1,
            Ok(quick_xml::events::Event::Text(said)) => {
                let said = said.xml_content(quick_xml::XmlVersion::Implicit1_0);
                is_plain(&said, what);
            }
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(why) => panic!("{what}: {why}"),
        }
    }
    assert_eq!(depth, 0, "{what}");
}

/// A page: no text of a book opens an element of its own.
pub fn is_markup(text: &str, what: &str) {
    is_plain(text, what);
    assert!(!text.contains("<b>&amp;") && !text.contains("<b>&"), "{what}");
}

/// The XML of an archive.
fn is_archive(bytes: Vec<u8>, what: &str) {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let what = format!("{what} {}", part.name().unwrap());
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        is_xml(&text, &what);
    }
}

/// No cell of a table is a formula to whatever opens it.
fn is_table(text: &str, what: &str) {
    is_plain(text, what);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut cells = csv::ReaderBuilder::new();
    for row in cells.has_headers(false).flexible(true).from_reader(text.as_bytes()).records() {
        for cell in &row.unwrap() {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{what}: {cell:?}");
        }
    }
}

/// Every paper of a book, as every sort of file.
pub fn of_a_book(book: &Book) {
    let folder = tempfile::tempdir().unwrap();
    for (paper, forms) in PAPERS {
        for form in *forms {
            let what = format!("{paper}.{form}");
            let path = folder.path().join(&what);
            let line = ["export", paper, "--to", form, "-o", path.to_str().unwrap()];
            match book.call(&line) {
                Ok(_) => {}
                Err(why) if why.kind.exit_code() == 1 => continue,
                Err(why) => panic!("{what}: {why:?}"),
            }
            let bytes = std::fs::read(path).unwrap();
            match *form {
                "docx" | "xlsx" => is_archive(bytes, &what),
                "html" => is_markup(&String::from_utf8(bytes).unwrap(), &what),
                // A page ends as printers end it.
                "pages" => {
                    is_plain(&String::from_utf8(bytes).unwrap().replace("\n\u{c}", "\n"), &what);
                }
                "csv" => is_table(&String::from_utf8(bytes).unwrap(), &what),
                _ => is_plain(&String::from_utf8(bytes).unwrap(), &what),
            }
        }
    }
}

/// What a command prints for programs.
pub fn is_data(text: &str, format: &str, what: &str) {
    match format {
        "csv" => is_table(text, what),
        "json" => {
            is_plain(text, what);
            serde_json::from_str::<serde_json::Value>(text).unwrap();
        }
        _ => is_plain(text, what),
    }
}

//! What bytes are, by what they hold.

use crate::words::source::{Kind, NotRead};

/// What bytes look like before anything of them is read.
pub(super) enum Guise {
    Text,
    Zip,
    Pdf,
    /// Something that is known and not read here.
    Foreign(NotRead),
}

/// How many bytes are looked at for what a web page or a PDF begins with.
const HEAD: usize = 1024;

/// By the first bytes.
pub(super) fn guise(bytes: &[u8]) -> Guise {
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if begins(&[b"PK\x03\x04", b"PK\x05\x06"]) {
        Guise::Zip
    } else if head.windows(5).any(|window| window == b"%PDF-") {
        Guise::Pdf
    } else if begins(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
        Guise::Foreign(NotRead::OldOffice)
    } else if begins(&[b"{\\rtf"]) {
        Guise::Foreign(NotRead::RichText)
    } else if begins(&[b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ"]) {
        Guise::Foreign(NotRead::Archive)
    } else if begins(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"]) {
        Guise::Foreign(NotRead::Picture)
    } else if begins(&[b"MIME-Version:", b"From: <Saved by "]) {
        Guise::Foreign(NotRead::WebArchive)
    } else {
        Guise::Text
    }
}

/// The parts of a zip by which what it is can be told when it is no Word document.
pub(super) fn of_parts<'a>(names: impl Iterator<Item = &'a str>) -> NotRead {
    let known = |name: &str| {
        let begins = |start: &str| name.starts_with(start);
        match name {
            _ if begins("xl/") => Some(NotRead::Workbook),
            _ if begins("ppt/") => Some(NotRead::Slides),
            "OFD.xml" => Some(NotRead::Ofd),
            "content.xml" => Some(NotRead::OpenDocument),
            _ => None,
        }
    };
    let mut names = names;
    names.find_map(known).unwrap_or(NotRead::Archive)
}

/// Tags that a web page has and a text about something else has not.
const TAGS: [&str; 12] = [
    "<html", "<body", "<head", "<p>", "<p ", "</p>", "<div", "<br", "<table", "<span", "<h1", "<h2",
];

/// How much of a text is looked at for its marks.
const SHOWN: usize = 64 << 10;

/// By the marks in a text.
pub(super) fn of_text(text: &str) -> Kind {
    let mut end = text.len().min(SHOWN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let shown = text.get(..end).unwrap_or(text);
    if is_html(shown) {
        Kind::Html
    } else if super::table::is_plan_table(shown) {
        Kind::Table
    } else if super::markdown::is_marked(shown) {
        Kind::Markdown
    } else {
        Kind::Text
    }
}

fn is_html(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    let start = small.trim_start();
    let begins = ["<!doctype html", "<html", "<?xml"].iter().any(|mark| start.starts_with(mark));
    let tags = TAGS.iter().map(|tag| small.matches(tag).take(2).count()).sum::<usize>();
    (begins && tags > 0) || tags >= 2
}

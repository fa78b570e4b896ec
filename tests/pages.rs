//! The pages of the preview against those of LibreOffice, line by line.
//!
//! What LibreOffice made of each sample is recorded in `tests/pages/*.txt`, and the pages are always held
//! against that; it is made anew by `YIDING_RECORD=1 cargo test --test pages`. Where LibreOffice and the
//! font are installed the same is asked of it again; `.ci/long` insists on that, and tries papers of
//! random words besides.
//!
//! Three things that the document says LibreOffice 7.4 does not read, so the test says them to it in its
//! own format: that no room is put between Han and digits (`w:autoSpaceDE`), that marks do not hang over
//! the edge (`w:overflowPunct`, which it takes for its opposite), and which marks may not begin or end a
//! line (`w:noLineBreaksBefore`). Opened as it is, a document has the same pages but for these three. One
//! thing it does otherwise whatever it is told: [`OTHERWISE`].

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]
#![allow(clippy::disallowed_methods, reason = "it runs LibreOffice")]
#![allow(clippy::print_stderr, reason = "what was not compared is said")]

#[path = "pages/office.rs"]
mod office;
#[path = "pages/random.rs"]
mod random;
#[path = "pages/samples.rs"]
mod samples;

use std::path::{Path, PathBuf};
use std::{env, fs};

use office::Office;
use yiding::papers::{Block, Paper, docx, page};

/// The lines of every page, blanks left out, its number last.
type Pages = Vec<Vec<String>>;

fn ours(paper: &Paper) -> Pages {
    let pages = page::pages(paper);
    let of = |(nth, page): (usize, &page::Page)| {
        let lines =
            page.lines.iter().map(|line| line.pieces.iter().map(|piece| &*piece.text).collect());
        let number = page::number(nth + 1).text;
        lines
            .chain([number])
            .map(|line: String| plain(&line))
            .filter(|line| !line.is_empty())
            .collect()
    };
    pages.iter().enumerate().map(of).collect()
}

fn plain(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}

fn record_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pages/{name}.txt"))
}

/// Stops at the first line that differs.
fn assert_same(name: &str, ours: &Pages, theirs: &Pages) {
    for (nth, (own, their)) in ours.iter().zip(theirs).enumerate() {
        for (own, their) in own.iter().zip(their) {
            assert_eq!(own, their, "{name}, page {}", nth + 1);
        }
        assert_eq!(own.len(), their.len(), "{name}, page {}", nth + 1);
    }
    assert_eq!(ours.len(), theirs.len(), "{name}");
}

/// What a document is known by.
fn digest(paper: &Paper) -> String {
    format!("{:08x}", crc32fast::hash(&docx::write(paper).unwrap()))
}

fn written(paper: &Paper, pages: &Pages, by: &str) -> String {
    let head = format!("# {} {by}", digest(paper));
    let lines = pages.iter().flatten().map(String::as_str);
    [&*head].into_iter().chain(lines).flat_map(|line| [line, "\n"]).collect()
}

/// LibreOffice, where it is; where it must be and is not, the test fails.
fn office() -> Option<Office> {
    let office = Office::find();
    let wanted = env::var_os("YIDING_LONG").is_some() || env::var_os("YIDING_RECORD").is_some();
    if let (Err(why), true) = (&office, wanted) {
        panic!("{why}");
    }
    office.inspect_err(|why| eprintln!("NOT COMPARED WITH LIBREOFFICE: {why}")).ok()
}

#[test]
fn samples_have_the_pages_that_libreoffice_gave_them() {
    for (name, paper) in samples::all() {
        let text = fs::read_to_string(record_of(name)).unwrap_or_default();
        let (head, lines) = text.split_once('\n').unwrap_or_default();
        if env::var_os("YIDING_RECORD").is_none() {
            let same = head.starts_with(&format!("# {} ", digest(&paper)));
            assert!(same, "{name}: another document: YIDING_RECORD=1 cargo test --test pages");
            let ours: Vec<String> = ours(&paper).into_iter().flatten().collect();
            assert_eq!(ours, lines.lines().collect::<Vec<_>>(), "{name}");
        }
    }
}

#[test]
fn libreoffice_gives_samples_these_pages() {
    let Some(office) = office() else { return };
    let (names, papers): (Vec<_>, Vec<_>) = samples::all().into_iter().unzip();
    let theirs = office.pages(&papers);
    for ((name, paper), theirs) in names.iter().zip(&papers).zip(&theirs) {
        if env::var_os("YIDING_RECORD").is_some() {
            fs::write(record_of(name), written(paper, theirs, office.version())).unwrap();
        }
        assert_same(name, &ours(paper), theirs);
    }
}

/// Before digits and letters LibreOffice asks the rules of English: no line ends between a closing mark and
/// them, one may begin with a dash between numbers, and a minus is a hyphen. A paragraph, where our line
/// ends, where LibreOffice's does.
const OTHERWISE: [(&str, &str, &str); 3] = [
    (
        "这一行正好写到右边为止所以下一行从数字开始对（试行）305亿元",
        "这一行正好写到右边为止所以下一行从数字开始对（试行）",
        "这一行正好写到右边为止所以下一行从数字开始对（试",
    ),
    (
        "这一行正好写到右边为止所以下一行从数字开始对的报数1—8月",
        "这一行正好写到右边为止所以下一行从数字开始对的报数",
        "这一行正好写到右边为止所以下一行从数字开始对的报数1",
    ),
    (
        "这一行正好写到右边为止所以下一行从数字开始对的报数-5%以内",
        "这一行正好写到右边为止所以下一行从数字开始对的报数",
        "这一行正好写到右边为止所以下一行从数字开始对的报数-",
    ),
];

#[test]
fn libreoffice_breaks_otherwise_before_words_of_other_letters() {
    let body = OTHERWISE.map(|(text, _, _)| Block::Text(text.into())).to_vec();
    let paper = Paper { title: "演练".into(), body, ..Paper::default() };
    let (ours, theirs) = (ours(&paper), office().map(|office| office.pages(&[paper]).remove(0)));
    for (text, own, their) in OTHERWISE {
        assert!(ours[0].iter().any(|line| line == own), "{text} {ours:?}");
        if let Some(theirs) = &theirs {
            assert!(theirs[0].iter().any(|line| line == their), "{text} {theirs:?}");
        }
    }
}

#[test]
fn papers_of_any_words_have_the_same_pages() {
    let Some(office) = office() else { return };
    let count = if env::var_os("YIDING_LONG").is_some() { 200 } else { 10 };
    let papers: Vec<Paper> = (0..count).map(random::paper).collect();
    for (at, (paper, theirs)) in papers.iter().zip(office.pages(&papers)).enumerate() {
        assert_same(&format!("paper {at}"), &ours(paper), &theirs);
    }
}

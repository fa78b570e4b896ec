//! A Word file as lines: paragraphs, tables, headings, bold print, and the numbers that Word counts by
//! itself and does not write down.
//!
//! A docx is a zip of XML. Only its text parts are unpacked, each up to a bound; entities are refused
//! and nesting is limited, so that no file can make more work than its text is worth.

mod numbering;
mod style;
pub(super) mod xml;

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use self::numbering::{Counted, Counter, Numbering};
use self::style::Styles;
use self::xml::{Node, walk};
use super::page::Page;
use super::{Source, kind, xlsx};
use crate::report::hint::Form;
use crate::words::source::{Kind, Known, NotRead};

/// The most files that a document may hold.
const PARTS: usize = 10_000;

/// The most bytes that one of its parts may unpack to.
const UNPACKED: u64 = 64 << 20;

/// The body of a document.
const BODY: &str = "word/document.xml";

/// Reads a zip, if it is a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<Source, NotRead> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|why| broken(&why))?;
    if zip.len() > PARTS {
        return Err(NotRead::TooManyParts { most: PARTS.to_string() });
    }
    let names: Vec<String> = zip.file_names().flatten().map(Cow::into_owned).collect();
    if names.iter().any(|name| name == xlsx::BOOK) {
        return xlsx::read(&mut zip, &names);
    }
    if !names.iter().any(|name| name == BODY) {
        return Err(kind::of_parts(names.iter().map(String::as_str)));
    }
    let mut part = |name: &str| {
        let there = names.iter().any(|known| known == name);
        if there { unpacked(&mut zip, name) } else { Ok(String::new()) }
    };
    let styles = Styles::read(&part("word/styles.xml")?)?;
    let numbering = Numbering::read(&part("word/numbering.xml")?)?;
    let mut body = Body::new(&styles, &numbering);
    walk(BODY, &part(BODY)?, |node| body.take(&node))?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        body.notes();
        walk(name, &part(name)?, |node| body.take(&node))?;
    }
    let (text, hints) = body.page.finish()?;
    if text.is_empty() {
        return Err(NotRead::Empty);
    }
    let (kind, known) = (Kind::Docx, Known::ByKind);
    Ok(Source { kind, known, hints, ..Source::plain(text) })
}

pub(super) fn unpacked(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, NotRead> {
    let file = zip.by_name(name).map_err(|why| broken(&why))?;
    let mut bytes = Vec::new();
    let read = file.take(UNPACKED + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > UNPACKED {
        let most = (UNPACKED >> 20).to_string();
        return Err(NotRead::Unfolds { part: name.to_owned(), most });
    }
    read.map_err(|why| broken(&why))?;
    let text = super::charset::decode(&bytes, None)?;
    Ok(text.text)
}

fn broken(why: &dyn std::error::Error) -> NotRead {
    NotRead::BrokenZip { why: why.to_string() }
}

/// What is known while the body is read.
struct Body<'a> {
    styles: &'a Styles,
    numbering: &'a Numbering,
    counter: Counter,
    page: Page,
    paragraph: Paragraph,
    /// Whether the run is bold; none outside a run.
    bold: Option<bool>,
    /// Whether text is text: not that of a formula's code or of what was deleted.
    in_text: bool,
    /// How deep in what is not shown.
    hidden: usize,
    /// The number of the note that is read, while notes are read.
    note: Option<usize>,
}

/// What the properties of a paragraph say before its first word.
#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    outline: Option<u8>,
    counted: Option<Counted>,
    begun: bool,
    /// A line of the table of contents.
    contents: bool,
}

impl<'a> Body<'a> {
    fn new(styles: &'a Styles, numbering: &'a Numbering) -> Self {
        Self {
            styles,
            numbering,
            counter: Counter::default(),
            page: Page::default(),
            paragraph: Paragraph::default(),
            bold: None,
            in_text: false,
            hidden: 0,
            note: None,
        }
    }

    /// From here on notes are read, each with its number before it.
    fn notes(&mut self) {
        self.note = Some(0);
    }

    fn take(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(tag) if self.hidden > 0 || tag.hides() => self.hidden += 1,
            Node::Close(_) if self.hidden > 0 => self.hidden -= 1,
            Node::Open(tag) => self.open(tag),
            Node::Close(name) => self.close(name),
            Node::Text(text) if self.in_text && !self.page.is_full() => {
                self.begin();
                if !self.paragraph.contents {
                    self.page.say(text);
                }
            }
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, tag: &xml::Tag<'_>) {
        match tag.name {
            "w:p" => {
                self.page.end_line();
                self.paragraph = Paragraph::default();
            }
            "w:pStyle" => self.paragraph.style = tag.value("w:val"),
            "w:outlineLvl" => self.paragraph.outline = tag.number("w:val"),
            "w:numId" => self.counted().list = tag.number("w:val").unwrap_or(0),
            "w:ilvl" => self.counted().level = tag.number("w:val").unwrap_or(0),
            "w:r" => self.bold = Some(false),
            "w:b" if self.bold.is_some() => self.bold = Some(tag.is_on()),
            "w:t" => {
                self.in_text = true;
                if self.bold == Some(true) {
                    self.begin();
                    self.page.strong();
                }
            }
            "w:tab" if self.bold.is_some() => self.page.say("\t"),
            "w:noBreakHyphen" => self.page.say("-"),
            "w:br" if tag.value("w:type").is_none() => self.page.end_line(),
            "w:cr" => self.page.end_line(),
            "w:tbl" => self.page.table(),
            "w:tr" => self.page.row(),
            "w:tc" => self.page.cell(1, 1),
            "w:gridSpan" => self.page.widen(tag.number("w:val").unwrap_or(1)),
            "w:footnote" | "w:endnote" => {
                self.note = self.note.map(|note| note + usize::from(tag.value("w:type").is_none()));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:p" => self.page.end_block(),
            "w:r" => self.bold = None,
            "w:t" => {
                self.in_text = false;
                if self.bold == Some(true) {
                    self.page.weak();
                }
            }
            "w:tbl" => self.page.end_table(),
            _ => {}
        }
    }

    fn counted(&mut self) -> &mut Counted {
        self.paragraph.counted.get_or_insert_default()
    }

    /// Before the first word of a paragraph: what it is, and the number that Word would show.
    fn begin(&mut self) {
        if std::mem::replace(&mut self.paragraph.begun, true) {
            return;
        }
        let style = self.paragraph.style.as_deref().map(|id| self.styles.of(id));
        let style = style.unwrap_or_default();
        self.paragraph.contents = style.contents;
        if style.contents {
            return;
        }
        let heading = self.paragraph.outline.filter(|level| *level < 9).map(|level| level + 1);
        let heading = heading.or(style.heading);
        let counted = self.paragraph.counted.or(style.counted);
        if let Some(level) = heading {
            self.page.is(Form::Heading(level));
        } else if counted.is_some_and(|counted| counted.list > 0) {
            self.page.is(Form::Item);
        }
        let mark = counted.and_then(|counted| self.counter.next(counted, self.numbering));
        if let Some(mark) = mark {
            self.page.say(&mark);
        }
        if let Some(note) = self.note {
            self.page.say(&format!("［{note}］"));
        }
    }
}

//! A Word file as lines: paragraphs, tables, headings, bold print, and the numbers that Word counts by
//! itself and does not write down.
//!
//! Entities are refused and nesting is limited, so that no file can make more work than its text is
//! worth.

mod numbering;
mod style;
pub(super) mod xml;

use self::numbering::{Counted, Counter, Numbering};
use self::style::Styles;
use self::xml::{Node, walk};
use super::Source;
use super::package::Package;
use super::page::Page;
use crate::report::hint::Form;
use crate::words::source::{Kind, Known, NotRead};

/// The body of a document.
pub(super) const BODY: &str = "word/document.xml";

/// Reads a Word document.
pub(super) fn read(package: &mut Package<'_>) -> Result<Source, NotRead> {
    let mut part = |name: &str| package.part(name);
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

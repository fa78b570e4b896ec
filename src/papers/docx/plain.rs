//! The document in a layout of no country: margins of an inch, headings that are headings, numbers of
//! lists beside their text, and the number of the page below its middle.

mod styles;

use super::body::{blank_section, run, styled, tab, text};
use super::parts::named;
use crate::papers::text::copies;
use crate::papers::xml::{Element, element};
use crate::papers::{Block, Level, Paper};
use crate::plan::Style;
use crate::words::paper::Paper as Word;

pub(super) use styles::{fonts, styles};

/// An inch in twentieths of a point.
const INCH: u32 = 1_440;

/// The whole document; papers that follow begin on a leaf of their own.
pub(super) fn document(paper: &Paper) -> Element {
    let mut all = whole(paper);
    for (nth, next) in paper.then.iter().enumerate() {
        all.push(blank_section(section(paper.style, nth)));
        all.extend(whole(next));
    }
    let body = element("w:body").add_all(all).add(section(paper.style, paper.then.len()));
    named("w:document").add(body)
}

/// Paper and margins of the section of a paper; each counts its pages from 1.
fn section(style: Style, nth: usize) -> Element {
    let (width, height) = match style {
        Style::Standard | Style::Plain => super::page::PAPER,
        Style::Letter => (12_240, 15_840),
    };
    let footer =
        |kind: &str, id: &str| element("w:footerReference").with("w:type", kind).with("r:id", id);
    let begins = (nth > 0).then(|| element("w:type").with("w:val", "oddPage"));
    let margins = element("w:pgMar")
        .with("w:top", INCH)
        .with("w:right", INCH)
        .with("w:bottom", INCH)
        .with("w:left", INCH)
        .with("w:header", INCH / 2)
        .with("w:footer", INCH / 2)
        .with("w:gutter", 0);
    element("w:sectPr")
        .add(footer("default", "rId4"))
        .add(footer("even", "rId5"))
        .add_all(begins)
        .add(element("w:pgSz").with("w:w", width).with("w:h", height))
        .add(margins)
        .add(element("w:pgNumType").with("w:start", 1))
        .add(element("w:cols").with("w:space", 720))
}

/// The number of the page.
pub(super) fn footer() -> Element {
    let field = |kind: &str| element("w:r").add(element("w:fldChar").with("w:fldCharType", kind));
    let code = element("w:instrText").with("xml:space", "preserve").say(" PAGE ");
    let number = styled("PageOdd", [])
        .add(field("begin"))
        .add(element("w:r").add(code))
        .add(field("separate"))
        .add(run("1"))
        .add(field("end"));
    named("w:ftr").add(number)
}

fn whole(paper: &Paper) -> Vec<Element> {
    let beneath = paper.beneath();
    let mut all = Vec::new();
    for (style, said) in [("Mark", &paper.mark), ("Organ", &paper.organ)] {
        all.extend((!said.is_empty()).then(|| styled(style, [run(said)])));
    }
    all.push(styled("Title", [run(&paper.title)]));
    for said in [Some(beneath).filter(|said| !said.is_empty()), paper.standing()] {
        all.extend(said.map(|said| styled("Subtitle", [run(&said)])));
    }
    all.extend(paper.body.iter().map(|block| part(block, paper)));
    all.extend(foot(paper));
    all
}

fn part(block: &Block, paper: &Paper) -> Element {
    match block {
        Block::Text(said) | Block::Address(said) => element("w:p").add(run(said)),
        Block::Signed { by, day } => {
            let line_break = element("w:r").add(element("w:br"));
            styled("Signed", [run(by), line_break, run(day)])
        }
        Block::Item { level, number, text } => {
            let label = level.label(*number, paper.lang);
            match level {
                Level::First => styled("Heading1", [run(&format!("{label}{text}"))]),
                Level::Second => styled("Heading2", [run(&format!("{label}{text}"))]),
                Level::Third => styled("Level3", [run(label.trim_end()), tab(), run(text)]),
                Level::Fourth => styled("Level4", [run(label.trim_end()), tab(), run(text)]),
            }
        }
        Block::Roll { label, names } => {
            let label = format!("{label}{}", Word::Colon.text(paper.lang));
            let bold = element("w:rPr").add(element("w:b"));
            styled("Roll", [element("w:r").add(bold).add(text(&label)), run(names)])
        }
    }
}

/// What the foot says, small, below a line.
fn foot(paper: &Paper) -> Vec<Element> {
    let foot = &paper.foot;
    let issued = [foot.office.as_str(), foot.issued.as_str()];
    let issued: Vec<&str> = issued.into_iter().filter(|said| !said.is_empty()).collect();
    let copies = if foot.copies.is_empty() { String::new() } else { copies(paper) };
    let lines = [copies, issued.join("　")].into_iter().filter(|line| !line.is_empty());
    let styles = ["Foot", "Copies"].into_iter();
    styles.zip(lines).map(|(style, line)| styled(style, [run(&line)])).collect()
}

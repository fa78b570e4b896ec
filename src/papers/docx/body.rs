//! The text of the document, from its mark to its foot.

use super::page::{LEFT, section};
use super::parts::named;
use super::styles::Font;
use crate::papers::measure::{ANCHOR, TITLE, WIDTH};
use crate::papers::text::copies;
use crate::papers::xml::{Element, element};
use crate::papers::{Block, Level, Paper, page, title};
use crate::words::paper::Paper as Word;

/// The whole document.
pub(super) fn document(paper: &Paper) -> Element {
    let mut all = whole(paper);
    for (nth, next) in paper.then.iter().enumerate() {
        all.push(blank_section(section(nth)));
        all.extend(whole(next));
    }
    let body = element("w:body").add_all(all).add(section(paper.then.len()));
    named("w:document").add(body)
}

/// The end of a section, too low to be seen.
pub(super) fn blank_section(section: Element) -> Element {
    let low =
        element("w:spacing").with("w:after", 0).with("w:line", 20).with("w:lineRule", "exact");
    element("w:p").add(element("w:pPr").add(low).add(section))
}

/// One paper, from its head to its foot.
fn whole(paper: &Paper) -> Vec<Element> {
    let mut all = head(paper);
    let mut before: Option<&Block> = None;
    for block in &paper.body {
        let in_roll = matches!(before, Some(Block::Roll { .. }));
        if matches!(block, Block::Roll { .. }) && !in_roll {
            all.push(blank());
        }
        all.push(part(block, paper));
        before = Some(block);
    }
    all.extend(foot(paper));
    all
}

/// 版头 and title.
fn head(paper: &Paper) -> Vec<Element> {
    let mut all = Vec::new();
    if !paper.mark.is_empty() {
        all.push(styled("Mark", [run(&paper.mark)]));
        all.push(styled("Number", [run(&paper.number)]));
        // One character in at the left; the tab stands as far from the right.
        all.push(styled("Organ", [run(&format!("　{}", paper.organ)), tab(), run(&paper.date)]));
    }
    let lines = title::lines(&paper.title, TITLE);
    let broken = lines.iter().enumerate().flat_map(|(nth, line)| {
        let line_break = (nth > 0).then(|| element("w:r").add(element("w:br")));
        line_break.into_iter().chain([run(line)])
    });
    all.push(styled("PaperTitle", broken.collect::<Vec<_>>()));
    all.extend(paper.standing().map(|standing| styled("Standing", [run(&standing)])));
    all.push(blank());
    all
}

fn part(block: &Block, paper: &Paper) -> Element {
    match block {
        Block::Text(text) => styled("Level3", [run(text)]),
        Block::Address(text) => element("w:p").add(run(text)),
        Block::Signed { by, day } => {
            let line_break = element("w:r").add(element("w:br"));
            styled("Signed", [run(by), line_break, run(day)])
        }
        Block::Item { level, number, text } => {
            let style = match level {
                Level::First => "Level1",
                Level::Second => "Level2",
                Level::Third => "Level3",
                Level::Fourth => "Level4",
            };
            styled(style, [run(&format!("{}{text}", level.label(*number, paper.lang)))])
        }
        Block::Roll { label, names } => {
            let label = format!("{label}{}", Word::Colon.text(paper.lang));
            let bold = element("w:rPr").add(Font::Bold.of_run());
            let label = element("w:r").add(bold).add(text(&label));
            styled("Roll", [label, run(names)])
        }
    }
}

/// 版记: a table at the foot of the page on which the text ends, its rules as wide as the text, 0.35 mm
/// around it and 0.25 mm in it.
fn foot(paper: &Paper) -> Vec<Element> {
    let foot = &paper.foot;
    let mut lines = Vec::new();
    if !foot.copies.is_empty() {
        lines.push(styled("Copies", [run(&copies(paper))]));
    }
    if !(foot.office.is_empty() && foot.issued.is_empty()) {
        lines.push(styled("Foot", [run(&foot.office), tab(), run(&foot.issued)]));
    }
    if lines.is_empty() {
        return Vec::new();
    }
    let row = |line: Element| {
        let width = element("w:tcW").with("w:w", WIDTH).with("w:type", "dxa");
        let cell = element("w:tc").add(element("w:tcPr").add(width)).add(line);
        element("w:tr").add(element("w:trPr").add(element("w:cantSplit"))).add(cell)
    };
    let grid = element("w:tblGrid").add(element("w:gridCol").with("w:w", WIDTH));
    let table = element("w:tbl").add(at_the_foot()).add(grid).add_all(lines.into_iter().map(row));
    // The table stands on the page of the paragraph behind it, which is too low to be seen. Where the
    // text leaves no room for the table, programs differ in what gives way: so it is said.
    let turn = page::foot_stands_alone(paper).then(|| element("w:pageBreakBefore"));
    let low = element("w:spacing").with("w:line", ANCHOR).with("w:lineRule", "exact");
    vec![table, element("w:p").add(element("w:pPr").add_all(turn).add(low))]
}

fn at_the_foot() -> Element {
    let place = element("w:tblpPr")
        .with("w:leftFromText", 0)
        .with("w:rightFromText", 0)
        .with("w:vertAnchor", "margin")
        // LibreOffice lets a table as wide as the text float only where its place is the page's.
        .with("w:horzAnchor", "page")
        .with("w:tblpX", LEFT)
        .with("w:tblpYSpec", "bottom");
    let rule =
        |name, thick| element(name).with("w:val", "single").with("w:sz", thick).with("w:space", 0);
    let rules = element("w:tblBorders")
        .add(rule("w:top", 8).with("w:color", "000000"))
        .add(rule("w:bottom", 8).with("w:color", "000000"))
        .add(rule("w:insideH", 6).with("w:color", "000000"));
    let none = |name| element(name).with("w:w", 0).with("w:type", "dxa");
    element("w:tblPr")
        .add(place)
        .add(element("w:tblW").with("w:w", WIDTH).with("w:type", "dxa"))
        .add(rules)
        .add(element("w:tblLayout").with("w:type", "fixed"))
        .add(element("w:tblCellMar").add(none("w:left")).add(none("w:right")))
}

fn style(id: &'static str) -> Element {
    element("w:pStyle").with("w:val", id)
}

pub(super) fn styled(id: &'static str, runs: impl IntoIterator<Item = Element>) -> Element {
    element("w:p").add(element("w:pPr").add(style(id))).add_all(runs)
}

fn blank() -> Element {
    element("w:p")
}

pub(super) fn run(said: &str) -> Element {
    element("w:r").add(text(said))
}

pub(super) fn text(said: &str) -> Element {
    element("w:t").with("xml:space", "preserve").say(said)
}

pub(super) fn tab() -> Element {
    element("w:r").add(element("w:tab"))
}

//! A paper as plain text: for the terminal, a message, a pasteboard. Paragraphs are not broken, so that
//! they can be pasted anywhere.

use super::{Block, Paper};
use crate::words::Lang;
use crate::words::paper::Paper as Word;

/// Twenty-eight characters: as wide as the text of a page.
const RULE: &str = "────────────────────────────";

/// The text, every line ended; papers that follow stand below a line.
pub fn write(paper: &Paper) -> String {
    let mut lines = whole(paper);
    for next in &paper.then {
        lines.extend([String::new(), RULE.to_owned(), String::new()]);
        lines.extend(whole(next));
    }
    lines.dedup_by(|next, last| next.is_empty() && last.is_empty());
    lines.join("\n") + "\n"
}

fn whole(paper: &Paper) -> Vec<String> {
    let wide = if paper.lang == Lang::Zh { "　" } else { "  " };
    let mut lines = head(paper, wide);
    let mut in_roll = false;
    for block in &paper.body {
        let roll = matches!(block, Block::Roll { .. });
        if roll && !in_roll {
            lines.push(String::new());
        }
        in_roll = roll;
        match block {
            Block::Address(text) => lines.push(text.clone()),
            Block::Signed { by, day } => lines.extend([String::new(), by.clone(), day.clone()]),
            block => lines.push(format!("{wide}{wide}{}", line(block, paper.lang))),
        }
    }
    let issued = both(&paper.foot.office, &paper.foot.issued, wide);
    if !(paper.foot.copies.is_empty() && issued.is_empty()) {
        lines.extend([String::new(), RULE.to_owned()]);
        if !paper.foot.copies.is_empty() {
            lines.push(copies(paper));
        }
        lines.push(issued);
    }
    lines
}

/// What stands above the text.
fn head(paper: &Paper, wide: &str) -> Vec<String> {
    let mut lines = Vec::new();
    if !paper.style.is_standard() {
        lines.extend([paper.mark.clone(), paper.organ.clone(), paper.title.clone()]);
        lines.push(paper.beneath());
        lines.retain(|line| !line.is_empty());
    } else if paper.mark.is_empty() {
        lines.push(paper.title.clone());
    } else {
        lines.extend([paper.mark.clone(), paper.number.clone()]);
        lines.extend([both(&paper.organ, &paper.date, wide), RULE.to_owned(), String::new()]);
        lines.push(paper.title.clone());
    }
    lines.extend(paper.standing());
    lines.push(String::new());
    lines
}

/// A block in one line, its label before it.
pub(super) fn line(block: &Block, lang: Lang) -> String {
    match block {
        Block::Text(text) | Block::Address(text) => text.clone(),
        Block::Signed { by, day } => both(by, day, " "),
        Block::Item { level, number, text } => format!("{}{text}", level.label(*number, lang)),
        Block::Roll { label, names } => format!("{label}{}{names}", Word::Colon.text(lang)),
    }
}

/// 抄送：…。
pub(super) fn copies(paper: &Paper) -> String {
    let (word, colon) = (Word::Copies.text(paper.lang), Word::Colon.text(paper.lang));
    format!("{word}{colon}{}", paper.foot.copies)
}

fn both(left: &str, right: &str, between: &str) -> String {
    match (left, right) {
        ("", one) | (one, "") => one.to_owned(),
        (left, right) => format!("{left}{between}{between}{right}"),
    }
}

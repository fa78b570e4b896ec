//! Pages as plain text: as wide as a page, a line for every row, a form feed between two pages.

use super::{CELLS, Line, Page, halves, number, pages};
use crate::papers::Paper;
use crate::words::Lang;

/// The pages, one below the other.
pub fn write(paper: &Paper) -> String {
    let pages = pages(paper);
    let all = pages.iter().enumerate().map(|(nth, page)| one(page, nth + 1, paper.lang));
    all.collect::<Vec<_>>().join("\u{c}")
}

/// A page. A rule takes a line of its own, below its row.
fn one(page: &Page, nth: usize, lang: Lang) -> String {
    let mut text = String::new();
    for row in 0..super::ROWS {
        if let Some(line) = page.lines.iter().find(|line| line.row == row) {
            text += &set(line, lang);
        }
        text.push('\n');
        if page.rules.iter().any(|rule| rule.below == row) {
            text += &"-".repeat(CELLS);
            text.push('\n');
        }
    }
    let number = number(nth);
    format!("{text}\n{}{}\n", blanks(number.at, lang), number.text)
}

fn set(line: &Line, lang: Lang) -> String {
    let mut text = String::new();
    let mut at = 0;
    for piece in &line.pieces {
        text += &blanks(piece.at.saturating_sub(at), lang);
        text += &piece.text;
        at = piece.at.max(at) + halves(&piece.text);
    }
    text
}

/// Chinese is set with Chinese blanks, which are as wide as a character in every font.
fn blanks(halves: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => "　".repeat(halves / 2) + &" ".repeat(halves % 2),
        Lang::En => " ".repeat(halves),
    }
}

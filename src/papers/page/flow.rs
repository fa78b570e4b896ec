//! Paragraphs onto pages: lines one below the other until a page is full, the foot at its bottom.

use super::shape::{Paragraph, foot, paragraphs};
use super::{Ink, Line, Page, Piece, ROWS, Rule};
use crate::papers::Paper;
use crate::papers::measure::{ANCHOR, HEIGHT, LINE};

/// A paper on its pages.
pub(super) struct Flow {
    pub(super) pages: Vec<Page>,
    pub(super) foot_alone: bool,
}

/// Puts a paper on its pages.
pub(super) fn flow(paper: &Paper) -> Flow {
    let mut sheet = Sheet { pages: vec![Page::default()], used: 0 };
    let all = paragraphs(paper);
    for (at, paragraph) in all.iter().enumerate() {
        if sheet.used > 0 && sheet.used + together(&all[at..]) > HEIGHT {
            sheet.turn();
        }
        sheet.put(paragraph);
    }
    let lines = foot(paper);
    let foot_alone = sheet.foot(&lines);
    Flow { pages: sheet.pages, foot_alone }
}

/// What must not be torn from the first line of a paragraph: it itself with what it is kept with.
fn together(all: &[Paragraph]) -> u32 {
    let mut high = 0;
    for paragraph in all {
        high += paragraph.before;
        if !paragraph.keep {
            return high + paragraph.line;
        }
        high += paragraph.height();
    }
    high
}

impl Paragraph {
    fn height(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(u32::MAX).saturating_mul(self.line)
            + self.rule.unwrap_or(0)
    }
}

/// Pages, and how much of the last one is used.
struct Sheet {
    pages: Vec<Page>,
    used: u32,
}

impl Sheet {
    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.used = 0;
    }

    fn put(&mut self, paragraph: &Paragraph) {
        self.used += paragraph.before;
        for pieces in &paragraph.lines {
            if self.used + paragraph.line > HEIGHT {
                self.turn();
            }
            self.line(pieces, (self.used + paragraph.line / 2) / LINE, paragraph.of);
            self.used += paragraph.line;
        }
        if let Some(rule) = paragraph.rule {
            self.used += rule;
            let below = (self.used / LINE) as usize;
            self.rule(Rule { below, ink: Ink::Red });
        }
    }

    /// The foot ends where the page ends; whether it had to stand alone.
    fn foot(&mut self, blocks: &[Vec<Vec<Piece>>]) -> bool {
        let count = blocks.iter().map(Vec::len).sum::<usize>();
        if count == 0 {
            return false;
        }
        let high = u32::try_from(count).unwrap_or(u32::MAX).saturating_mul(LINE);
        let alone = self.used.saturating_add(high) + ANCHOR > HEIGHT;
        if alone {
            self.turn();
        }
        let mut row = ROWS.saturating_sub(count);
        for lines in blocks {
            self.rule(Rule { below: row.saturating_sub(1), ink: Ink::Black });
            for pieces in lines {
                self.line(pieces, u32::try_from(row).unwrap_or(u32::MAX), None);
                row += 1;
            }
        }
        self.rule(Rule { below: ROWS - 1, ink: Ink::Black });
        alone
    }

    fn line(&mut self, pieces: &[Piece], row: u32, of: Option<usize>) {
        let row = row as usize;
        if let Some(page) = self.pages.last_mut().filter(|_| !pieces.is_empty()) {
            page.lines.push(Line { row, pieces: pieces.to_vec(), of });
        }
    }

    fn rule(&mut self, rule: Rule) {
        if let Some(page) = self.pages.last_mut() {
            page.rules.push(rule);
        }
    }
}

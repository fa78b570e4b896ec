//! A paper in pages: every line where the document has it, counted in half characters.
//!
//! A page is 22 lines of 56 halves. Lines break as the document's do, pages end where the document's
//! end, in the fonts of the standard: there every character of ASCII is half as wide as one of Han.
//! What the programs that open documents make of it beside this is held in `tests/pages.rs`.

mod breaking;
mod flow;
mod shape;
mod text;

use super::{Paper, measure};

pub use breaking::{NEVER_FIRST, NEVER_LAST, halves};
pub use text::write;

/// How many lines a page has.
pub const ROWS: usize = measure::LINES as usize;
/// How many half characters a line has.
pub const CELLS: usize = 56;

/// A page as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What stands on it, from above; no two lines in one row.
    pub lines: Vec<Line>,
    /// Its rules, from above.
    pub rules: Vec<Rule>,
}

/// A line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// In which row, from 0.
    pub row: usize,
    /// What it says, from the left.
    pub pieces: Vec<Piece>,
    /// Of which block of the paper it is; none for head and foot.
    pub of: Option<usize>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How many half characters from the left edge of the text.
    pub at: usize,
    /// What it says.
    pub text: String,
    /// In which letters.
    pub face: Face,
}

/// The letters of the standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// 纪要标志: red.
    Mark,
    /// 二号小标宋
    Title,
    /// 三号仿宋
    #[default]
    Text,
    /// 三号黑体
    Bold,
    /// 三号楷体
    Script,
    /// 四号仿宋: smaller than what a half character stands for, so that a line of it can be longer.
    Small,
}

/// A rule as wide as the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Below which row.
    pub below: usize,
    /// Of which colour.
    pub ink: Ink,
}

/// The colour of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Under the head.
    Red,
    /// Around the foot.
    Black,
}

/// The pages of a paper, one at least, and of those that follow in the same file.
pub fn pages(paper: &Paper) -> Vec<Page> {
    let mut all = flow::flow(paper).pages;
    for mut page in paper.then.iter().flat_map(pages) {
        // Blocks are numbered within their own paper.
        page.lines.iter_mut().for_each(|line| line.of = None);
        all.push(page);
    }
    all
}

/// Whether the foot finds no room below the text, and stands on a page of its own.
pub(super) fn foot_stands_alone(paper: &Paper) -> bool {
    flow::flow(paper).foot_alone
}

/// `— 2 —` at the foot of a page, and how many half characters from the left: odd pages have it at the
/// right, even ones at the left, one character from the edge.
pub fn number(page: usize) -> Piece {
    let text = format!("— {page} —");
    let at = if page.is_multiple_of(2) { 2 } else { CELLS - 2 - halves(&text) };
    Piece { at, text, face: Face::Small }
}

#[cfg(test)]
mod tests;

//! One sheet: its cells by row and column, and those that were merged.

use std::collections::BTreeMap;

use super::Shared;
use crate::format::source::docx::xml::{Node, walk};
use crate::format::source::page::Page;
use crate::words::source::NotRead;

/// Further right than this nobody keeps a plan.
const COLUMNS: usize = 200;

/// The most cells of one sheet.
const CELLS: usize = 200_000;

/// A cell by row and column.
type At = (usize, usize);

/// A sheet, read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    cells: BTreeMap<At, String>,
    /// For the first cell of those merged how many rows and columns it covers.
    merged: BTreeMap<At, At>,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    at: At,
    kind: String,
    style: Option<usize>,
    words: String,
    /// Whether text is what the cell shows.
    inside: bool,
}

impl Sheet {
    pub(super) fn read(name: &str, part: &str, shared: &Shared) -> Result<Self, NotRead> {
        let mut sheet = Self::default();
        let mut cell = Cell::default();
        let mut row = 0;
        walk(name, part, |node| match node {
            Node::Open(tag) => match tag.name {
                "row" => row = tag.number("r").unwrap_or(row + 1),
                "c" => {
                    let next = (row, cell.at.1 + 1);
                    let at = tag.value("r").and_then(|name| place(&name)).unwrap_or(next);
                    let kind = tag.value("t").unwrap_or_default();
                    cell = Cell { at, kind, style: tag.number("s"), ..Cell::default() };
                }
                "v" | "t" => cell.inside = true,
                "mergeCell" => sheet.merged.extend(tag.value("ref").and_then(|it| merged(&it))),
                _ => {}
            },
            Node::Close("v" | "t") => cell.inside = false,
            Node::Close("c") => sheet.put(&cell, shared),
            Node::Text(words) if cell.inside => cell.words.push_str(&words),
            Node::Close(_) | Node::Text(_) => {}
        })?;
        Ok(sheet)
    }

    fn put(&mut self, cell: &Cell, shared: &Shared) {
        let words = match cell.kind.as_str() {
            "s" => shared.string(&cell.words).unwrap_or_default().to_owned(),
            "" | "n" => shared.number(&cell.words, cell.style).into_owned(),
            // What could not be worked out says nothing.
            "e" => String::new(),
            _ => cell.words.clone(),
        };
        let words = words.trim();
        let kept = !words.is_empty() && cell.at.1 < COLUMNS && self.cells.len() < CELLS;
        if kept {
            self.cells.insert(cell.at, words.to_owned());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The rows that say anything: for each column its words.
    fn rows(&self) -> BTreeMap<usize, BTreeMap<usize, &str>> {
        let mut rows: BTreeMap<usize, BTreeMap<usize, &str>> = BTreeMap::new();
        for ((row, column), words) in &self.cells {
            rows.entry(*row).or_default().insert(*column, words);
        }
        rows
    }

    fn columns(&self) -> std::ops::RangeInclusive<usize> {
        let columns = || self.cells.keys().map(|(_, column)| *column);
        columns().min().unwrap_or(1)..=columns().max().unwrap_or(0)
    }

    /// The sheet as a CSV.
    pub(super) fn csv(&self) -> String {
        let mut text = String::new();
        for row in self.rows().into_values() {
            let cell = |column| row.get(&column).copied().unwrap_or_default().replace('"', "\"\"");
            let cells = self.columns().map(|column| format!("\"{}\"", cell(column)));
            text.push_str(&cells.collect::<Vec<_>>().join(","));
            text.push('\n');
        }
        text
    }

    /// The sheet as a table of a page.
    pub(super) fn say(&self, page: &mut Page) {
        page.table();
        let rows = self.rows();
        for (row, cells) in &rows {
            page.row();
            let mut column = *self.columns().start();
            while self.columns().contains(&column) {
                if self.is_covered((*row, column)) {
                    column += 1;
                    continue;
                }
                let (down, across) = self.merged.get(&(*row, column)).copied().unwrap_or((1, 1));
                // A row that says nothing is no row, and is covered by nothing.
                let said = rows.range(*row..row.saturating_add(down)).count();
                page.cell(across, said);
                for line in cells.get(&column).copied().unwrap_or_default().lines() {
                    page.say(line);
                    page.end_line();
                }
                column += across.max(1);
            }
        }
        page.end_table();
    }

    /// Whether a cell is covered by one above it.
    fn is_covered(&self, (row, column): At) -> bool {
        let above = self.merged.range(..=(row, column)).rev();
        above.into_iter().any(|((top, left), (down, across))| {
            *top < row && row < top + down && (*left..left + across).contains(&column)
        })
    }
}

/// `B12` by row and column.
fn place(name: &str) -> Option<At> {
    let letters = name.trim_start_matches('$').find(|c: char| !c.is_ascii_alphabetic())?;
    let (column, row) = name.split_at_checked(letters)?;
    let number = |sum: usize, c: u8| {
        let digit = usize::from(c.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        sum.checked_mul(26)?.checked_add(digit)
    };
    let column = column.bytes().try_fold(0, number).filter(|column| (1..=16_384).contains(column));
    let row = row.parse().ok().filter(|row| (1..=1_048_576).contains(row));
    row.zip(column)
}

/// `A2:A5`: the first cell, and how many rows and columns there are.
fn merged(range: &str) -> Option<(At, At)> {
    let (from, to) = range.split_once(':')?;
    let (from, to) = (place(from)?, place(to)?);
    let down = (to.0 + 1).checked_sub(from.0)?;
    let across = (to.1 + 1).checked_sub(from.1)?.min(COLUMNS);
    Some((from, (down, across)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(place("A1"), Some((1, 1)));
        assert_eq!(place("AB12"), Some((12, 28)));
        assert_eq!(place("12"), None);
        assert_eq!(place("ZZZZZZZZZZZZZZZZ1"), None);
        assert_eq!(merged("A2:B5"), Some(((2, 1), (4, 2))));
        assert_eq!(merged("B5:A2"), None);
    }
}

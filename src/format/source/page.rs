//! A text as it grows, line by line, with what its form says of each.
//!
//! Readers of web pages, Word files and Markdown say what begins and ends; here lines, tables and
//! the places of hints come of it. Nothing grows beyond its bound, however deep a source nests.

use super::line::{Cell, Line};
use super::{LONGEST, table};
use crate::report::hint::{Form, Hint};
use crate::words::source::NotRead;

/// The deepest that tables may stand in tables; what is deeper is read as lines.
const TABLES: usize = 16;

/// The most cells of one table.
const CELLS: usize = 100_000;

/// A text as it grows.
#[derive(Debug, Default)]
pub(super) struct Page {
    done: Vec<Line>,
    size: usize,
    line: Line,
    strong: usize,
    strong_from: usize,
    gap: Gap,
    tables: Vec<Grid>,
    /// Tables that are too deep to be tables.
    flat: usize,
}

/// White space between two words that may turn out to be none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Space,
    LineEnd,
}

/// A table as it grows.
#[derive(Debug, Default)]
struct Grid {
    rows: Vec<Vec<Cell>>,
    /// How many rows a cell above still reaches down, column by column.
    down: Vec<usize>,
    cells: usize,
    /// The column whose words are being said.
    at: usize,
    holds_tables: bool,
}

impl Page {
    /// Words whose white space counts as written.
    pub(super) fn say(&mut self, text: &str) {
        self.settle(text.chars().next());
        self.size += text.len();
        self.line.text.push_str(text);
    }

    /// Words of a web page: white space between them is one space, and a line's end between two
    /// Han is none at all.
    pub(super) fn flow(&mut self, text: &str) {
        for part in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = part.trim_end_matches(|c: char| c.is_ascii_whitespace());
            if !word.is_empty() {
                self.say(word);
            }
            self.gap = match part.get(word.len()..).unwrap_or_default() {
                "" => self.gap,
                "\n" | "\r" => Gap::LineEnd,
                _ if self.gap == Gap::LineEnd => Gap::LineEnd,
                _ => Gap::Space,
            };
        }
    }

    fn settle(&mut self, next: Option<char>) {
        let gap = std::mem::take(&mut self.gap);
        let wide = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
        let last = self.line.text.chars().next_back();
        let joins = gap == Gap::LineEnd && wide(last) && wide(next);
        if gap != Gap::None && last.is_some() && !joins {
            self.line.text.push(' ');
        }
    }

    /// Bold print begins.
    pub(super) fn strong(&mut self) {
        if self.strong == 0 {
            self.strong_from = self.line.text.len();
        }
        self.strong += 1;
    }

    /// Bold print ends.
    pub(super) fn weak(&mut self) {
        if self.strong == 1 {
            self.close_strong();
        }
        self.strong = self.strong.saturating_sub(1);
    }

    fn close_strong(&mut self) {
        let end = self.line.text.len();
        let bold = self.line.text.get(self.strong_from..).unwrap_or_default();
        let range = end - bold.trim_start().len()..end;
        match self.line.strong.last_mut() {
            _ if range.is_empty() => {}
            // Word cuts a bold title into runs as it was typed.
            Some(before) if before.end == range.start => before.end = range.end,
            _ => self.line.strong.push(range),
        }
    }

    /// The line that begins is a heading, an item.
    pub(super) fn is(&mut self, form: Form) {
        self.line.whole = Some(form);
    }

    /// A line ends, if there is one. Bold print goes on into the next.
    pub(super) fn end_line(&mut self) {
        self.gap = Gap::None;
        if self.strong > 0 {
            self.close_strong();
            self.strong_from = 0;
        }
        let line = std::mem::take(&mut self.line);
        if !line.text.trim().is_empty() {
            self.put(line);
        }
    }

    /// A block ends: its line, and the bold print that it forgot to end.
    pub(super) fn end_block(&mut self) {
        self.end_line();
        self.strong = 0;
    }

    fn put(&mut self, line: Line) {
        let cell = self.tables.last_mut().and_then(Grid::cell);
        match cell {
            Some(cell) => cell.push(line),
            None => self.done.push(line),
        }
    }

    /// A table begins.
    pub(super) fn table(&mut self) {
        self.end_block();
        if self.tables.len() >= TABLES {
            self.flat += 1;
            return;
        }
        if let Some(around) = self.tables.last_mut() {
            around.holds_tables = true;
        }
        self.tables.push(Grid::default());
    }

    /// A row of a table begins.
    pub(super) fn row(&mut self) {
        self.end_block();
        if self.flat == 0
            && let Some(grid) = self.tables.last_mut()
        {
            grid.row();
        }
    }

    /// A cell of a table begins, over so many columns and rows.
    pub(super) fn cell(&mut self, across: usize, down: usize) {
        self.end_block();
        if self.flat == 0
            && let Some(grid) = self.tables.last_mut()
        {
            grid.open(across, down);
        }
    }

    /// The cell that began covers so many columns, as it turns out.
    pub(super) fn widen(&mut self, across: usize) {
        if self.flat == 0
            && let Some(grid) = self.tables.last_mut()
        {
            grid.widen(across);
        }
    }

    /// A table ends: its lines go to what is around it.
    pub(super) fn end_table(&mut self) {
        self.end_block();
        if self.flat > 0 {
            self.flat -= 1;
            return;
        }
        let Some(grid) = self.tables.pop() else { return };
        for line in table::lines(grid.rows, grid.holds_tables) {
            self.put(line);
        }
    }

    /// Whether more has been said than is taken.
    pub(super) fn is_full(&self) -> bool {
        self.size > LONGEST
    }

    /// The text and its hints.
    ///
    /// # Errors
    /// When it is longer than any report.
    pub(super) fn finish(mut self) -> Result<(String, Vec<Hint>), NotRead> {
        self.end_block();
        while !self.tables.is_empty() {
            self.flat = 0;
            self.end_table();
        }
        if self.is_full() {
            return Err(NotRead::TooLong { most: (LONGEST >> 20).to_string() });
        }
        let (mut text, mut hints) = (String::with_capacity(self.size), Vec::new());
        for line in parted(self.done) {
            let start = text.len();
            text.push_str(line.text.trim_end());
            let end = text.len();
            hints.extend(line.whole.map(|what| Hint { range: start..end, what }));
            let strong = line.strong.into_iter();
            let strong = strong.map(|part| start + part.start..(start + part.end).min(end));
            let strong = strong.filter(|range| !range.is_empty());
            hints.extend(strong.map(|range| Hint { range, what: Form::Strong }));
            text.push('\n');
        }
        Ok((text, hints))
    }
}

/// How many bold words without a stop must open lines before they are taken for titles.
const TITLES: usize = 2;

/// Bold words that open a line are its title, as print has it: where no stop parts the two, as it does in
/// most reports, they get a line of their own. One alone may be a name.
fn parted(lines: Vec<Line>) -> Vec<Line> {
    if lines.iter().filter(|line| line.title().is_some()).count() < TITLES {
        return lines;
    }
    lines.into_iter().flat_map(Line::parted).collect()
}

impl Grid {
    fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    fn open(&mut self, across: usize, down: usize) {
        if self.rows.is_empty() {
            self.row();
        }
        let Some(row) = self.rows.last_mut() else { return };
        // What a cell above covers stays empty.
        while let Some(left) = self.down.get_mut(row.len()).filter(|left| **left > 0) {
            *left -= 1;
            row.push(Cell::new());
            self.cells += 1;
        }
        if self.cells >= CELLS {
            return;
        }
        for _ in 0..across.clamp(1, 100) {
            let column = row.len();
            self.down.resize(self.down.len().max(column + 1), 0);
            if let Some(left) = self.down.get_mut(column) {
                *left = down.saturating_sub(1).min(CELLS);
            }
            row.push(Cell::new());
            self.cells += 1;
        }
        // The words stand in the first of the columns that the cell covers.
        self.at = row.len() - across.clamp(1, 100);
    }

    fn widen(&mut self, across: usize) {
        let Some(row) = self.rows.last_mut() else { return };
        for _ in 1..across.clamp(1, 100) {
            row.push(Cell::new());
            self.cells += 1;
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        let at = self.at;
        self.rows.last_mut().and_then(|row| row.get_mut(at))
    }
}

//! Tasks in the rows of a table.

use std::ops::Range;

use crate::words::report::Role;

use super::super::letter::fold;
use super::super::line::Para;
use super::super::sentence::sentences;
use super::super::table::{self, Column, Stack};
use super::Reader;

impl Reader<'_, '_, '_> {
    /// Whether a table stands here: its heading, or rows below a heading that came before.
    pub(super) fn is_table(&self) -> bool {
        let known = self.writer.columns.is_some();
        let row = |para: &Para| {
            let cells = table::cells(self.text, &para.at);
            known && !cells.is_empty() || table::heading(self.text, &cells).is_some()
        };
        self.paras.iter().any(row) || table::stack(self.text, self.paras).is_some()
    }

    /// Rows as tasks; a line that is no row leads, or goes on with the task before it.
    pub(super) fn tabled(&mut self) {
        if let Some(stack) = table::stack(self.text, self.paras) {
            return self.stacked(stack);
        }
        for para in self.paras {
            let cells = table::cells(self.text, &para.at);
            if let Some(columns) = table::heading(self.text, &cells) {
                self.writer.claim(para.at.clone(), Role::TableHead);
                self.writer.columns = Some(columns);
            } else if !cells.is_empty() && table::is_rule(self.text, &cells) {
                self.writer.claim(para.at.clone(), Role::Stop);
            } else if cells.is_empty() || self.writer.columns.is_none() {
                self.plain(para);
            } else {
                self.row(&cells);
            }
        }
    }

    /// A table whose cells stand one below the other, and what stands around it.
    fn stacked(&mut self, stack: Stack) {
        let (before, behind) = self.paras.split_at(stack.heading.start);
        for para in before {
            self.plain(para);
        }
        for para in behind.iter().take(stack.heading.len()) {
            self.writer.claim(para.at.clone(), Role::TableHead);
        }
        let end = stack.paras().end;
        self.writer.columns = Some(stack.columns);
        for row in &stack.rows {
            let cell = |paras: &Range<usize>| {
                let paras = self.paras.get(paras.clone()).unwrap_or_default();
                let first = paras.first().map_or(0, |para| para.at.start);
                table::trimmed(self.text, &(first..paras.last().map_or(first, |para| para.at.end)))
            };
            let cells: Vec<Range<usize>> = row.iter().map(cell).collect();
            self.row(&cells);
        }
        for para in self.paras.iter().skip(end) {
            self.plain(para);
        }
    }

    fn plain(&mut self, para: &Para) {
        let all = sentences(self.text, para.at.clone());
        if self.writer.has_task() {
            self.writer.measures(all);
        } else {
            self.writer.leads(all);
        }
    }

    /// Cells that were merged with those above are missing on the left.
    fn row(&mut self, cells: &[Range<usize>]) {
        let columns = self.writer.columns.clone().unwrap_or_default();
        let missing = columns.len().saturating_sub(cells.len());
        let detailed = columns.contains(&Column::Measure);
        let filled = columns.into_iter().skip(missing).zip(cells);
        for (column, cell) in filled.filter(|(_, cell)| !cell.is_empty()) {
            let all = || sentences(self.text, cell.clone());
            match column {
                Column::Task => {
                    // Beside a column of measures it is a title, unless it says how much.
                    let counts = self.text.get(cell.clone()).is_some_and(counts);
                    self.begin(cell.start..cell.start, &all(), None, detailed && !counts);
                }
                Column::Measure if self.writer.has_task() => self.writer.measures(all()),
                Column::Group => self.writer.group(cell.clone()),
                Column::Duty(name) if self.writer.has_task() => {
                    self.writer.duty(cell.clone(), &name);
                }
                _ => self.writer.claim(cell.clone(), Role::Chrome),
            }
        }
    }
}

fn counts(words: &str) -> bool {
    words.chars().any(|c| fold(c).is_ascii_digit())
}

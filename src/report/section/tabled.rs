//! Tasks in the rows of a table.

use std::ops::Range;

use crate::words::report::Role;

use super::super::line::Para;
use super::super::sentence::sentences;
use super::super::table::{self, Column};
use super::Reader;

impl Reader<'_, '_, '_> {
    /// Whether a table stands here: its heading, or rows below a heading that came before.
    pub(super) fn is_table(&self) -> bool {
        let known = self.writer.columns.is_some();
        self.paras.iter().any(|para| {
            let cells = table::cells(self.text, &para.at);
            known && !cells.is_empty() || table::heading(self.text, &cells).is_some()
        })
    }

    /// Rows as tasks; a line that is no row leads, or goes on with the task before it.
    pub(super) fn tabled(&mut self) {
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
        let filled = columns.into_iter().skip(missing).zip(cells);
        for (column, cell) in filled.filter(|(_, cell)| !cell.is_empty()) {
            match column {
                Column::Task => {
                    let all = sentences(self.text, cell.clone());
                    self.begin(cell.start..cell.start, &all, None, false);
                }
                Column::Duty(name) if self.writer.has_task() => {
                    self.writer.duty(cell.clone(), &name);
                }
                Column::Duty(_) | Column::Other => self.writer.claim(cell.clone(), Role::Chrome),
            }
        }
    }
}

//! What a terminal shows, cell by cell.
//!
//! A frame is copied into this form once: the second cell of a wide glyph is empty (`""`) and looks
//! as its first, so equal cells mean equal pictures. Nothing here writes a byte.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};

use super::scroll::Scroll;
use crate::plan::plain::is_hidden;

/// The largest window that is drawn. A guest's terminal may claim 65535 × 65535, and memory for
/// that is not given (faults.md, Finding 11).
pub(super) const MOST_COLUMNS: u16 = 1000;
pub(super) const MOST_ROWS: u16 = 400;

/// A picture in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    width: usize,
    height: usize,
    cells: Vec<Cell>,
}

impl Grid {
    /// An empty screen.
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![Cell::EMPTY; width * height] }
    }

    /// Takes a frame, as far as it is drawn, in place of what was here. The memory is kept: a frame
    /// is made at each key.
    pub(super) fn take(&mut self, frame: &Buffer) {
        let area = frame.area;
        self.width = usize::from(area.width.min(MOST_COLUMNS));
        self.height = usize::from(area.height.min(MOST_ROWS));
        self.cells.clear();
        if self.width > 0 {
            for row in frame.content.chunks(usize::from(area.width)).take(self.height) {
                self.push_row(&row[..self.width]);
            }
        }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn height(&self) -> usize {
        self.height
    }

    pub(super) fn row(&self, y: usize) -> &[Cell] {
        &self.cells[y * self.width..(y + 1) * self.width]
    }

    /// Whether another picture has the same size.
    pub(super) fn fits(&self, other: &Self) -> bool {
        (self.width, self.height) == (other.width, other.height)
    }

    /// Makes the cells of a place differ from everything, so that they are drawn again.
    pub(super) fn spoil(&mut self, columns: usize) {
        for cell in self.cells.iter_mut().take(columns.min(self.width)) {
            cell.set_symbol("\0");
        }
    }

    /// Moves rows as the terminal does; the rows that come in are blank.
    pub(super) fn scroll(&mut self, scroll: Scroll) {
        let (width, by) = (self.width, scroll.lines * self.width);
        let rows = &mut self.cells[scroll.top * width..scroll.bottom * width];
        if scroll.up {
            rows.rotate_left(by);
            let from = rows.len() - by;
            rows[from..].fill(Cell::EMPTY);
        } else {
            rows.rotate_right(by);
            rows[..by].fill(Cell::EMPTY);
        }
    }

    /// The rows in which two pictures of one size differ.
    pub(super) fn changed_rows(&self, next: &Self) -> Vec<usize> {
        (0..self.height).filter(|&y| self.row(y) != next.row(y)).collect()
    }

    fn push_row(&mut self, row: &[Cell]) {
        let mut x = 0;
        while x < row.len() {
            let mut cell = row[x].clone();
            if matches!(cell.symbol().as_bytes(), [b' '..=b'~']) {
                cell.set_diff_option(CellDiffOption::None);
                self.cells.push(cell);
                x += 1;
                continue;
            }
            make_safe(&mut cell);
            let columns = usize::from(cell.cell_width()).max(1);
            if x + columns > row.len() {
                // Half a glyph at the edge cannot be drawn.
                cell.set_symbol(" ").set_diff_option(CellDiffOption::None);
            }
            let columns = columns.min(row.len() - x);
            if columns > 1 {
                let mut rest = cell.clone();
                rest.set_symbol("").set_diff_option(CellDiffOption::None);
                self.cells.push(cell);
                self.cells.extend(std::iter::repeat_n(rest, columns - 1));
            } else {
                self.cells.push(cell);
            }
            x += columns;
        }
    }
}

/// The second net under the pen, which lets nothing through that this would catch.
fn make_safe(cell: &mut Cell) {
    if cell.symbol().chars().any(is_hidden) {
        cell.set_symbol("?").set_diff_option(CellDiffOption::None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_glyph_at_the_edge_is_left_out() {
        let mut frame = Buffer::with_lines(["招商"]);
        frame.resize(ratatui::layout::Rect::new(0, 0, 3, 1));
        frame[(0, 0)].set_symbol("招");
        frame[(2, 0)].set_symbol("商");
        let mut grid = Grid::default();
        grid.take(&frame);
        let symbols: Vec<_> = grid.cells.iter().map(Cell::symbol).collect();
        assert_eq!(symbols, ["招", "", " "]);
    }
}

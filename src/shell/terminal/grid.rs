//! What a terminal shows, cell by cell.
//!
//! A row is copied into this form when it changes: the second cell of a wide glyph is empty (`""`) and looks
//! as its first, so equal cells mean equal pictures. Nothing here writes a byte.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};

use super::scroll::Scroll;
use crate::view::printable::is_printable;

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

/// The newest frame with its picture. A key changes few rows, so only those are looked at closely.
#[derive(Debug, Default)]
pub(super) struct Newest {
    frame: Buffer,
    picture: Grid,
}

impl Newest {
    /// Takes a frame, as far as it is drawn. Gives the rows that are not what they were.
    pub(super) fn take(&mut self, frame: &Buffer) -> Vec<usize> {
        let wide = usize::from(frame.area.width);
        if self.frame.area != frame.area {
            let width = usize::from(frame.area.width.min(MOST_COLUMNS));
            let height = usize::from(frame.area.height.min(MOST_ROWS));
            self.picture = Grid::blank(width, height);
            self.frame = Buffer::empty(frame.area);
        }
        let mut changed = Vec::new();
        for y in 0..self.picture.height.min(frame.content.len() / wide.max(1)) {
            let row = y * wide..(y + 1) * wide;
            if self.frame.content[row.clone()] != frame.content[row.clone()] {
                self.frame.content[row.clone()].clone_from_slice(&frame.content[row.clone()]);
                self.picture.draw_row(y, &frame.content[row]);
                changed.push(y);
            }
        }
        changed
    }

    pub(super) fn picture(&self) -> &Grid {
        &self.picture
    }
}

impl Grid {
    /// An empty screen.
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![Cell::EMPTY; width * height] }
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

    /// Makes a row what it is in another picture of the same size.
    pub(super) fn copy_row(&mut self, y: usize, other: &Self) {
        self.row_mut(y).clone_from_slice(other.row(y));
    }

    fn row_mut(&mut self, y: usize) -> &mut [Cell] {
        &mut self.cells[y * self.width..(y + 1) * self.width]
    }

    /// Draws a row of a frame, which may be wider than the picture.
    fn draw_row(&mut self, y: usize, frame: &[Cell]) {
        let row = self.row_mut(y);
        row.clone_from_slice(&frame[..row.len()]);
        let mut x = 0;
        while x < row.len() {
            let cell = &mut row[x];
            if matches!(cell.symbol().as_bytes(), [b' '..=b'~']) {
                cell.set_diff_option(CellDiffOption::None);
                x += 1;
                continue;
            }
            make_safe(cell);
            let columns = usize::from(cell.cell_width()).max(1);
            if x + columns > row.len() {
                // Half a glyph at the edge cannot be drawn.
                row[x].set_symbol(" ").set_diff_option(CellDiffOption::None);
            }
            let end = (x + columns).min(row.len());
            let mut rest = row[x].clone();
            rest.set_symbol("").set_diff_option(CellDiffOption::None);
            row[x + 1..end].fill(rest);
            x = end;
        }
    }
}

/// A row whose first cells differ from everything, so that they are drawn again.
pub(super) fn spoilt(row: &[Cell], columns: usize) -> Vec<Cell> {
    let mut row = row.to_vec();
    for cell in row.iter_mut().take(columns) {
        cell.set_symbol("\0");
    }
    row
}

/// The second net under the pen, which lets nothing through that this would catch.
fn make_safe(cell: &mut Cell) {
    if !cell.symbol().chars().all(is_printable) {
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
        let mut newest = Newest::default();
        newest.take(&frame);
        let symbols: Vec<_> = newest.picture.cells.iter().map(Cell::symbol).collect();
        assert_eq!(symbols, ["招", "", " "]);
    }
}

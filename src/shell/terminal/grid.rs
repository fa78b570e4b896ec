//! What a terminal shows, cell by cell, with the rows that scrolling would move.
//!
//! A frame is copied into this form once: the second cell of a wide glyph is empty (`""`) and looks
//! as its first, so equal cells mean equal pictures. Nothing here writes a byte.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};

use crate::plan::plain::is_hidden;

/// The largest window that is drawn. A guest's terminal may claim 65535 × 65535, and memory for
/// that is not given (faults.md, Finding 11).
pub(super) const MOST_COLUMNS: u16 = 1000;
pub(super) const MOST_ROWS: u16 = 400;

/// How far content may have moved to be found again.
const FARTHEST: usize = 40;

/// What a scroll must save, in bytes, to be worth its own.
const WORTH: usize = 20;

/// A picture in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    width: usize,
    height: usize,
    cells: Vec<Cell>,
}

/// Rows `top..bottom` move by `lines`: up, or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) lines: usize,
    pub(super) up: bool,
}

impl Grid {
    /// An empty screen.
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![Cell::EMPTY; width * height] }
    }

    /// A frame, as far as it is drawn.
    pub(super) fn of(frame: &Buffer) -> Self {
        let area = frame.area;
        let width = usize::from(area.width.min(MOST_COLUMNS));
        let height = usize::from(area.height.min(MOST_ROWS));
        let mut grid = Self { width, height, cells: Vec::with_capacity(width * height) };
        if width > 0 {
            for row in frame.content.chunks(usize::from(area.width)).take(height) {
                grid.push_row(&row[..width]);
            }
        }
        grid
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

    /// The scroll, if any, after which far fewer cells differ from `next`.
    pub(super) fn scroll_to(&self, next: &Self) -> Option<Scroll> {
        let changed = (0..self.height).filter(|&y| self.row(y) != next.row(y)).count();
        if changed < 3 || !self.fits(next) {
            return None;
        }
        let farthest = FARTHEST.min(self.height - 1);
        let moves = (1..=farthest).flat_map(|lines| [(lines, true), (lines, false)]);
        let found = moves.map(|(lines, up)| (self.found_again(next, lines, up), lines, up));
        let (_, lines, up) = found.filter(|found| found.0 > 1).max_by_key(|found| found.0)?;
        let scroll = self.best_region(next, lines, up)?;
        let mut after = self.clone();
        after.scroll(scroll);
        (self.distance(next, scroll) > after.distance(next, scroll) + WORTH).then_some(scroll)
    }

    fn push_row(&mut self, row: &[Cell]) {
        let mut x = 0;
        while x < row.len() {
            let mut cell = safe(&row[x]);
            let columns = usize::from(cell.cell_width()).max(1);
            if x + columns > row.len() {
                // Half a glyph at the edge cannot be drawn.
                cell.set_symbol(" ").set_diff_option(CellDiffOption::None);
            }
            let columns = columns.min(row.len() - x);
            let mut rest = cell.clone();
            rest.set_symbol("").set_diff_option(CellDiffOption::None);
            self.cells.push(cell);
            self.cells.extend(std::iter::repeat_n(rest, columns - 1));
            x += columns;
        }
    }

    /// The row that would stand at `y` after a move of the whole screen.
    fn moved_row(&self, y: usize, lines: usize, up: bool) -> Option<&[Cell]> {
        let from = if up { y.checked_add(lines)? } else { y.checked_sub(lines)? };
        (from < self.height).then(|| self.row(from))
    }

    /// How many changed rows of `next` a move would bring to their place.
    fn found_again(&self, next: &Self, lines: usize, up: bool) -> usize {
        let found = |y: &usize| {
            self.moved_row(*y, lines, up).is_some_and(|row| row == next.row(*y))
                && self.row(*y) != next.row(*y)
        };
        (0..self.height).filter(found).count()
    }

    /// The stretch of rows that gains most by a move, as the region to scroll.
    fn best_region(&self, next: &Self, lines: usize, up: bool) -> Option<Scroll> {
        let (mut sum, mut start, mut best) = (0_usize, 0, (0, 0..0));
        for y in 0..self.height {
            let now = differing(self.row(y), next.row(y));
            let row = self.moved_row(y, lines, up);
            let then = row.map_or(3 * self.width, |row| differing(row, next.row(y)));
            sum = (sum + now).saturating_sub(then);
            if sum == 0 {
                start = y + 1;
            } else if sum > best.0 {
                best = (sum, start..y + 1);
            }
        }
        let rows = best.1;
        let region = if up {
            rows.start..(rows.end + lines).min(self.height)
        } else {
            rows.start.saturating_sub(lines)..rows.end
        };
        (region.len() > lines).then_some(Scroll {
            top: region.start,
            bottom: region.end,
            lines,
            up,
        })
    }

    fn distance(&self, next: &Self, within: Scroll) -> usize {
        (within.top..within.bottom).map(|y| differing(self.row(y), next.row(y))).sum()
    }
}

/// The bytes of the glyphs that turn one row into another.
fn differing(old: &[Cell], new: &[Cell]) -> usize {
    old.iter().zip(new).filter(|(old, new)| old != new).map(|(_, new)| new.symbol().len()).sum()
}

/// A cell that is safe to send: the second net under the pen, which lets nothing else through.
fn safe(cell: &Cell) -> Cell {
    let mut cell = cell.clone();
    if cell.symbol().chars().any(is_hidden) {
        cell.set_symbol("?").set_diff_option(CellDiffOption::None);
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list whose rows have nothing in common.
    fn lines(range: std::ops::Range<usize>) -> Vec<String> {
        let han: Vec<char> = ('一'..='龥').collect();
        range.map(|n| han[n * 40..n * 40 + 12].iter().collect()).collect()
    }

    fn grid(lines: &[String]) -> Grid {
        Grid::of(&Buffer::with_lines(lines.iter().map(String::as_str)))
    }

    #[test]
    fn half_a_glyph_at_the_edge_is_left_out() {
        let mut frame = Buffer::with_lines(["招商"]);
        frame.resize(ratatui::layout::Rect::new(0, 0, 3, 1));
        frame[(0, 0)].set_symbol("招");
        frame[(2, 0)].set_symbol("商");
        let symbols: Vec<_> =
            Grid::of(&frame).cells.iter().map(|c| c.symbol().to_owned()).collect();
        assert_eq!(symbols, ["招", "", " "]);
    }

    #[test]
    fn a_list_that_moved_is_found_again() {
        let (before, after) = (grid(&lines(0..20)), grid(&lines(1..21)));
        let up = Scroll { top: 0, bottom: 20, lines: 1, up: true };
        assert_eq!(before.scroll_to(&after), Some(up));
        let down = Scroll { up: false, ..up };
        assert_eq!(after.scroll_to(&before), Some(down));
    }

    #[test]
    fn heads_and_feet_stay_where_they_are() {
        let framed = |list| {
            let mut all = vec!["a title that stays here".to_owned()];
            all.extend(list);
            all.push("a footer that stays too".to_owned());
            grid(&all)
        };
        let (before, after) = (framed(lines(0..10)), framed(lines(3..13)));
        let scroll = before.scroll_to(&after);
        assert_eq!(scroll, Some(Scroll { top: 1, bottom: 11, lines: 3, up: true }));
    }

    #[test]
    fn a_new_page_does_not_scroll() {
        assert_eq!(grid(&lines(0..20)).scroll_to(&grid(&lines(500..520))), None);
        assert_eq!(grid(&lines(0..20)).scroll_to(&grid(&lines(0..20))), None);
        assert_eq!(Grid::default().scroll_to(&Grid::default()), None);
    }
}

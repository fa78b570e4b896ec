//! Whether rows only moved: then the terminal moves them, and only the new ones are sent.
//!
//! Nothing here changes a picture or writes a byte; a scroll that would not save bytes is no scroll.

use ratatui::buffer::Cell;

use super::grid::Grid;

/// How far content may have moved to be found again.
const FARTHEST: usize = 40;

/// What a scroll must save, in bytes, to be worth its own.
const WORTH: usize = 20;

/// Rows `top..bottom` move by `lines`: up, or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) lines: usize,
    pub(super) up: bool,
}

/// The scroll, if any, after which far less of `old` has to be sent to make it `new`. `changed` are
/// the rows in which they differ.
pub(super) fn find(old: &Grid, new: &Grid, changed: &[usize]) -> Option<Scroll> {
    if changed.len() < 3 {
        return None;
    }
    let farthest = FARTHEST.min(old.height() - 1);
    let moves =
        (1..=farthest).flat_map(|lines| [Move { lines, up: true }, Move { lines, up: false }]);
    let found = moves.map(|by| (by.brings(old, new, changed), by));
    let (_, by) = found.filter(|found| found.0 > 1).max_by_key(|found| found.0)?;
    by.best_region(old, new).filter(|scroll| saved(*scroll, old, new) > WORTH)
}

/// A move of the whole screen.
#[derive(Clone, Copy)]
struct Move {
    lines: usize,
    up: bool,
}

impl Move {
    /// The row that would come to stand at `y`.
    fn row(self, old: &Grid, y: usize) -> Option<&[Cell]> {
        let from = if self.up { y.checked_add(self.lines)? } else { y.checked_sub(self.lines)? };
        (from < old.height()).then(|| old.row(from))
    }

    /// How many changed rows it would bring to their place.
    fn brings(self, old: &Grid, new: &Grid, changed: &[usize]) -> usize {
        let found = |y: &&usize| self.row(old, **y).is_some_and(|row| row == new.row(**y));
        changed.iter().filter(found).count()
    }

    /// The stretch of rows that gains most by it, as the region to scroll.
    fn best_region(self, old: &Grid, new: &Grid) -> Option<Scroll> {
        let (mut sum, mut start, mut best) = (0_usize, 0, (0, 0..0));
        for y in 0..old.height() {
            let now = differing(old.row(y), new.row(y));
            let moved = self.row(old, y);
            let then = moved.map_or(3 * old.width(), |row| differing(row, new.row(y)));
            sum = (sum + now).saturating_sub(then);
            if sum == 0 {
                start = y + 1;
            } else if sum > best.0 {
                best = (sum, start..y + 1);
            }
        }
        let (Self { lines, up }, rows) = (self, best.1);
        let (top, bottom) = if up {
            (rows.start, (rows.end + lines).min(old.height()))
        } else {
            (rows.start.saturating_sub(lines), rows.end)
        };
        (bottom > top + lines).then_some(Scroll { top, bottom, lines, up })
    }
}

/// The bytes of glyphs that a scroll saves.
fn saved(scroll: Scroll, old: &Grid, new: &Grid) -> usize {
    let Scroll { top, bottom, lines, up } = scroll;
    let (mut before, mut after) = (0, 0);
    for y in top..bottom {
        let source = if up { y + lines } else { y.wrapping_sub(lines) };
        before += differing(old.row(y), new.row(y));
        after += if (top..bottom).contains(&source) {
            differing(old.row(source), new.row(y))
        } else {
            written(new.row(y))
        };
    }
    before.saturating_sub(after)
}

/// The bytes of the glyphs that turn one row into another.
fn differing(old: &[Cell], new: &[Cell]) -> usize {
    old.iter().zip(new).filter(|(old, new)| old != new).map(|(_, new)| new.symbol().len()).sum()
}

/// The bytes of the glyphs on a blank row.
fn written(new: &[Cell]) -> usize {
    new.iter().filter(|cell| **cell != Cell::EMPTY).map(|cell| cell.symbol().len()).sum()
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::shell::terminal::grid::Newest;

    /// A list whose rows have nothing in common.
    fn lines(range: std::ops::Range<usize>) -> Vec<String> {
        let han: Vec<char> = ('一'..='龥').collect();
        range.map(|n| han[n * 40..n * 40 + 12].iter().collect()).collect()
    }

    fn grid(lines: &[String]) -> Grid {
        let mut newest = Newest::default();
        newest.take(&Buffer::with_lines(lines.iter().map(String::as_str)));
        newest.picture().clone()
    }

    fn found(old: &Grid, new: &Grid) -> Option<Scroll> {
        find(old, new, &old.changed_rows(new))
    }

    #[test]
    fn a_list_that_moved_is_found_again() {
        let (before, after) = (grid(&lines(0..20)), grid(&lines(1..21)));
        let up = Scroll { top: 0, bottom: 20, lines: 1, up: true };
        assert_eq!(found(&before, &after), Some(up));
        let down = Scroll { up: false, ..up };
        assert_eq!(found(&after, &before), Some(down));
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
        let scroll = found(&before, &after);
        assert_eq!(scroll, Some(Scroll { top: 1, bottom: 11, lines: 3, up: true }));
    }

    #[test]
    fn a_new_page_does_not_scroll() {
        assert_eq!(found(&grid(&lines(0..20)), &grid(&lines(500..520))), None);
        assert_eq!(found(&grid(&lines(0..20)), &grid(&lines(0..20))), None);
        assert_eq!(found(&Grid::default(), &Grid::default()), None);
    }
}

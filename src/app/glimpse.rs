//! What a seat that is shown less at a time saw last: which rows, and how much of what is longer than
//! its window is still below. The drawing says it and the keys go on from it; nothing is ever passed
//! over, and a page stands still until the cursor leaves it.

use std::ops::Range;

use super::key::Key;
use super::look::SIX;
use super::seat::Seat;
use super::taste::Arrangement;
use crate::words::Do;

/// The last frame of a seat, as far as the next key needs it. Empty where nothing was drawn yet, and
/// where all fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glimpse {
    /// The rows that were seen, by their numbers on the screen.
    pub rows: Range<usize>,
    /// Lines of what is longer than its room that went by.
    pub past: usize,
    /// Lines of it that are still to come.
    pub below: usize,
    /// How many of them are seen at once.
    pub page: usize,
}

impl Glimpse {
    /// Goes on within what is longer than its room. False where there is nothing more of it.
    pub(super) fn scroll(&mut self, what: Do) -> bool {
        let lines = match what {
            Do::PageDown | Do::PageUp => self.page.saturating_sub(1).max(1),
            _ => 1,
        };
        match what {
            Do::Down | Do::PageDown if self.below > 0 => {
                let lines = lines.min(self.below);
                (self.past, self.below) = (self.past + lines, self.below - lines);
            }
            Do::Up | Do::PageUp if self.past > 0 => {
                let lines = lines.min(self.past);
                (self.past, self.below) = (self.past - lines, self.below + lines);
            }
            _ => return false,
        }
        true
    }

    /// Turns the page from a row on. Gives the row to which that leads: the first one that was not seen.
    pub(super) fn turn(&mut self, what: Do, from: usize) -> usize {
        let known = self.rows.contains(&from);
        let to = match what {
            Do::PageDown if known => self.rows.end,
            Do::PageDown => from + SIX,
            _ if known => self.rows.start.saturating_sub(1),
            _ => from.saturating_sub(SIX),
        };
        let edge = if what == Do::PageDown { to } else { to + 1 };
        *self = Self { rows: edge..edge, ..Self::default() };
        to
    }

    /// The row at which a page begins that has the cursor, where it goes on from what was seen: the same
    /// page, the next or the one before. None where it has nothing to do with that.
    pub fn first(&self, cursor: usize, fits: impl Fn(Range<usize>) -> bool) -> Option<usize> {
        let Range { start, end } = self.rows;
        if self.rows.contains(&cursor) && fits(start..cursor + 1) {
            return Some(start);
        }
        if cursor == end && end > 0 {
            return Some(cursor);
        }
        (cursor + 1 == start).then(|| before(cursor + 1, fits))
    }
}

impl Seat {
    /// The row to which a key turns the page from a row, for whoever is shown less at a time. None where it
    /// is no such key or no such seat.
    pub(super) fn turned(&mut self, key: Key, from: usize) -> Option<usize> {
        let what = match key {
            Key::PageUp => Do::PageUp,
            Key::PageDown => Do::PageDown,
            _ => return None,
        };
        (self.taste.layout == Arrangement::Care).then(|| self.glimpse.turn(what, from))
    }
}

/// The first row of a page that ends before a row.
pub fn before(end: usize, fits: impl Fn(Range<usize>) -> bool) -> usize {
    let mut first = end.saturating_sub(1);
    while first > 0 && end - first < SIX && fits(first - 1..end) {
        first -= 1;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(rows: Range<usize>) -> Glimpse {
        Glimpse { rows, ..Glimpse::default() }
    }

    #[test]
    fn a_page_stands_still_until_the_cursor_leaves_it() {
        let three = |rows: Range<usize>| rows.len() <= 3;
        for (cursor, first) in [(3, Some(3)), (5, Some(3)), (6, Some(6)), (2, Some(0)), (9, None)] {
            assert_eq!(seen(3..6).first(cursor, three), first, "{cursor}");
        }
        assert_eq!(seen(0..0).first(0, three), None, "nothing was seen yet");
        // The row with the cursor became longer.
        assert_eq!(seen(0..4).first(3, three), None);
    }

    #[test]
    fn nothing_is_passed_over_however_fast_the_page_is_turned() {
        let mut glimpse = seen(0..4);
        assert_eq!(glimpse.turn(Do::PageDown, 2), 4);
        assert_eq!(glimpse.first(4, |_| true), Some(4));
        // Before the next frame nobody knows how many rows there are.
        assert_eq!(glimpse.turn(Do::PageDown, 4), 10);
        let mut glimpse = seen(8..12);
        assert_eq!(glimpse.turn(Do::PageUp, 8), 7);
        assert_eq!(glimpse.first(7, |rows| rows.len() <= 4), Some(4));
        assert_eq!(seen(0..4).turn(Do::PageUp, 1), 0);
    }

    #[test]
    fn what_is_longer_than_its_room_is_gone_through_line_by_line() {
        let mut glimpse = Glimpse { below: 5, page: 4, ..seen(2..3) };
        assert!(glimpse.scroll(Do::Down) && (glimpse.past, glimpse.below) == (1, 4));
        assert!(glimpse.scroll(Do::PageDown) && (glimpse.past, glimpse.below) == (4, 1));
        assert!(glimpse.scroll(Do::PageDown) && (glimpse.past, glimpse.below) == (5, 0));
        assert!(!glimpse.scroll(Do::Down), "now the next row");
        assert!(glimpse.scroll(Do::PageUp) && (glimpse.past, glimpse.below) == (2, 3));
        assert!(!Glimpse::default().scroll(Do::Up));
    }
}

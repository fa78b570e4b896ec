//! 关怀 on the screens that have no seat: every row in as many lines as it needs, nothing of it left out.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list;
use super::strip::{self, Strip};
use crate::app::pointer::Touch;

/// The lines of a row, and how far they stand in.
pub(super) type Block = (u16, Vec<Strip>);

/// Draws the rows around the one with the cursor, each whole; of one that is longer than the window its
/// beginning.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    area: Rect,
    (count, here): (usize, usize),
    block: impl Fn(usize) -> Block,
) {
    let inner = list::inner(area);
    pen.focus(inner.x, area.y);
    let mut y = area.y;
    for nth in around(usize::from(area.height), (count, here), |nth| block(nth).1.len()) {
        let (indent, lines) = block(nth);
        let (x, width) = (inner.x + indent, inner.width.saturating_sub(indent));
        let end = strip::under(pen, Rect { x, y, width, height: area.bottom() - y }, &lines);
        let row = Rect { y, height: end - y, ..area };
        pen.touch(row, Touch::Row(nth));
        for line in (y..end).filter(|_| nth == here) {
            list::mark(pen, row, line, line == y);
        }
        y = end;
    }
}

/// Which rows find room about the one with the cursor: half of it above, and none of it empty.
fn around(
    height: usize,
    (count, here): (usize, usize),
    lines: impl Fn(usize) -> usize,
) -> Range<usize> {
    if here >= count {
        return 0..0;
    }
    let mut room = height.saturating_sub(lines(here));
    let above = |from: usize, mut room: usize| {
        let before = (0..from).rev().map(&lines);
        let fits = before.take_while(|lines| {
            let fits = *lines <= room;
            room = room.saturating_sub(*lines);
            fits
        });
        fits.fold((from, 0), |(first, used), lines| (first - 1, used + lines))
    };
    let (mut first, used) = above(here, room / 2);
    room -= used;
    let mut end = here + 1;
    while end < count && lines(end) <= room {
        room -= lines(end);
        end += 1;
    }
    (first, _) = above(first, room);
    first..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_with_the_cursor_is_seen_and_no_room_is_left_empty() {
        let lines = [1, 3, 2, 9, 1, 1, 4];
        let seen = |height, here| around(height, (lines.len(), here), |nth| lines[nth]);
        for (height, here, expect) in [
            (21, 3, 0..7),
            (6, 0, 0..3),
            (6, 2, 0..3),
            (9, 3, 3..4),
            (4, 3, 3..4),
            (6, 6, 4..7),
            (3, 5, 4..6),
            (0, 5, 5..6),
        ] {
            assert_eq!(seen(height, here), expect, "{height} lines, cursor on {here}");
        }
        assert_eq!(around(9, (0, 0), |_| 1), 0..0, "no rows");
    }
}

//! Draws the lines of panes, the cursor's row always among them and always told by a `>`, by
//! reverse video and by the terminal's own cursor.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::panes::{self, Slot};
use super::style::Role;
use crate::app::Pane;
use crate::app::pointer::Touch;
use crate::words::Label;

/// The lines of a list, and where its cursor is.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// The groups.
    pub panes: &'a [Pane],
    /// Their lines.
    pub slots: &'a [Slot],
    /// The row with the cursor, when this list has it.
    pub cursor: Option<usize>,
}

/// What is to be drawn on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a pane.
    Heading(Label),
    /// A line of a row: its pane, the row's number on the screen, the line's within the row.
    Row(Label, usize, usize),
}

/// Where rows are written: right of the mark of the cursor.
pub fn inner(area: Rect) -> Rect {
    let (left, right) = (area.width.min(3), u16::from(area.width > 3));
    Rect { x: area.x + left, width: area.width - left - right, ..area }
}

/// Draws the lines that are seen. Gives the line after the last one.
pub fn draw(
    pen: &mut Pen<'_>,
    area: Rect,
    lines: &Lines<'_>,
    mut each: impl FnMut(&mut Pen<'_>, u16, Line),
) -> u16 {
    let cursor = lines.cursor.map_or(0..0, |row| panes::lines_of(lines.slots, row));
    let seen = panes::window(lines.slots.len(), area.height, &cursor);
    let mut y = area.y;
    for slot in &lines.slots[seen] {
        match *slot {
            Slot::Blank => {}
            Slot::Heading(number) => {
                if let Some(pane) = lines.panes.get(number) {
                    each(pen, y, Line::Heading(pane.label));
                }
            }
            Slot::Row(row, line) => {
                pen.touch(Rect { y, height: 1, ..area }, Touch::Row(row));
                if let Some(pane) = lines.panes.iter().find(|pane| pane.rows.contains(&row)) {
                    each(pen, y, Line::Row(pane.label, row, line));
                }
                if lines.cursor == Some(row) {
                    mark(pen, area, y, line == 0);
                }
            }
        }
        y += 1;
    }
    y
}

/// Shows a line as the one with the cursor; the first of a row's lines takes the terminal's.
pub fn mark(pen: &mut Pen<'_>, area: Rect, y: u16, first: bool) {
    point(pen, area, y, first);
    if first {
        pen.focus(inner(area).x, y);
    }
}

/// Shows a line as chosen while the terminal's cursor stays in a field.
pub fn point(pen: &mut Pen<'_>, area: Rect, y: u16, first: bool) {
    let x = area.x + u16::from(area.width > 3);
    if first {
        pen.text((x, y), 1, ">", Role::Plain);
    }
    pen.select(Rect { x, y, width: area.right().saturating_sub(x + 1), height: 1 });
}

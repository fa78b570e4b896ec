//! Which lines of a long screen are seen: a rule over the cursor and the height, nothing stored.
//!
//! The cursor's row is always seen whole; lines stand still near both ends and move under the
//! cursor between them.

use std::ops::Range;

use crate::app::Pane;

/// One line of a screen that is made of panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The heading of a pane, by the pane's number.
    Heading(usize),
    /// A line of a row, by the row's number on the screen; rows with long text have several.
    Row(usize, usize),
    /// Nothing.
    Blank,
}

/// The lines of panes under each other. Blank lines part them where all fits with them.
pub fn slots(panes: &[Pane], room: u16, lines_of: impl Fn(usize) -> usize) -> Vec<Slot> {
    let tight = stacked(panes, false, &lines_of);
    if tight.len() + panes.len().saturating_sub(1) > usize::from(room) {
        return tight;
    }
    stacked(panes, true, lines_of)
}

/// The part of `all` lines that is seen in `height` when the lines of `cursor` have the cursor.
pub fn window(all: usize, height: u16, cursor: &Range<usize>) -> Range<usize> {
    let height = usize::from(height);
    let middle = cursor.start.saturating_sub(height.saturating_sub(cursor.len()) / 2);
    let first = middle.min(all.saturating_sub(height));
    first..all.min(first + height)
}

/// The lines of a row among slots.
pub fn lines_of(slots: &[Slot], row: usize) -> Range<usize> {
    let is_its = |slot: &Slot| matches!(slot, Slot::Row(of, _) if *of == row);
    let first = slots.iter().position(is_its).unwrap_or(0);
    first..first + slots[first..].iter().take_while(|slot| is_its(slot)).count()
}

fn stacked(panes: &[Pane], airy: bool, lines_of: impl Fn(usize) -> usize) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (number, pane) in panes.iter().enumerate() {
        if airy && number > 0 {
            slots.push(Slot::Blank);
        }
        slots.push(Slot::Heading(number));
        for row in pane.rows.clone() {
            slots.extend((0..lines_of(row)).map(|line| Slot::Row(row, line)));
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Label;

    #[test]
    fn the_cursor_is_always_seen() {
        for all in 0..40 {
            for height in 1..12 {
                for at in 0..all {
                    let seen = window(all, height, &(at..at + 1));
                    assert!(seen.contains(&at), "{at} of {all} in {height}");
                    assert_eq!(seen.len(), all.min(usize::from(height)));
                }
            }
        }
    }

    #[test]
    fn panes_are_parted_where_there_is_room() {
        let pane = |label, rows| Pane { label, rows };
        let panes = [pane(Label::Headline, 0..1), pane(Label::Sections, 1..2)];
        let airy = [
            Slot::Heading(0),
            Slot::Row(0, 0),
            Slot::Blank,
            Slot::Heading(1),
            Slot::Row(1, 0),
            Slot::Row(1, 1),
        ];
        assert_eq!(slots(&panes, 6, |row| row + 1), airy);
        assert_eq!(slots(&panes, 5, |row| row + 1).len(), 5);
        assert_eq!(lines_of(&airy, 1), 4..6);
        assert_eq!(lines_of(&[], 3), 0..0);
    }
}

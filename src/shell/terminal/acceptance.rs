//! The acceptance list of screens.md 9, as far as it is about what a terminal is sent: over every screen,
//! box and form that keys lead to.

use std::num::NonZeroU16;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::Painter;
use crate::app::{Over, rows};
use crate::view;
use crate::view::scenes::acceptance::{every_guest, everywhere, is_focused};

/// The most bytes of a whole frame at a desk.
const MOST: usize = 12_000;

#[test]
fn acceptance_03_each_frame_ends_with_the_cursor_visible_on_the_focused_cell() {
    everywhere(|session, seat| {
        let mut buffer = frame(seat.size);
        let focus = view::draw(session, seat, &mut buffer);
        let points =
            rows::count(session, seat.screen()) > 0 && !matches!(seat.over, Some(Over::Plain(_)));
        let shown = || view::canvas::screen_text(&buffer);
        assert!(!points || is_focused(&buffer, focus), "{focus:?}\n{}", shown());
        sent(&buffer, focus);
    });
    every_guest(|session, guest| {
        let mut buffer = frame(guest.seat.size);
        let focus = view::guest::draw(session, guest, &mut buffer);
        sent(&buffer, focus);
    });
}

fn frame((columns, rows): (u16, u16)) -> Buffer {
    Buffer::empty(Rect::new(0, 0, columns, rows))
}

/// A terminal that is sent a whole frame has its cursor on the focus and shows it; no frame is too long.
fn sent(buffer: &Buffer, focus: Position) {
    let bytes = Painter::new().frame(buffer, focus);
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let size = |n| NonZeroU16::new(n).unwrap();
    let mut terminal = vt100::Parser::new(size(rows), size(columns), 0);
    terminal.process(bytes.as_bytes());
    let screen = terminal.screen();
    assert_eq!(screen.cursor_position(), (focus.y, focus.x), "{columns}x{rows}");
    assert!(!screen.hide_cursor(), "{columns}x{rows}");
    assert!(bytes.len() <= MOST, "{} bytes at {columns}x{rows}", bytes.len());
}

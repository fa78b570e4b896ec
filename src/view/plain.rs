//! A text on a screen that is otherwise blank: no frame, no colour, nothing beside it, so that the
//! mouse of the terminal itself can take it line by line.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::listing::{self, text};
use super::style::Role;
use super::subject::Subject;
use crate::app::copying::Copied;
use crate::app::seat::Plain;
use crate::papers::Listing;
use crate::words::prints::CopySays;

/// What is copied of a seat.
pub fn copied(subject: Subject<'_>, what: Copied) -> Listing {
    let pointed = match what {
        Copied::Pointed => listing::pointed(subject.session, subject.seat),
        Copied::Whole => None,
    };
    pointed.unwrap_or_else(|| listing::page(subject.session, subject.seat))
}

/// Draws the text from its first line on, and below it one line of keys.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, plain: &Plain) {
    let listing = copied(subject, plain.what);
    let columns = usize::from(area.width).min(text::COLUMNS);
    let written = text::within(&listing, columns);
    let lines: Vec<&str> = written.lines().collect();
    let rows = usize::from(area.height.saturating_sub(1));
    let top = plain.top.min(lines.len().saturating_sub(rows));
    for (y, line) in (area.y..area.bottom().saturating_sub(1)).zip(&lines[top..]) {
        pen.text((area.x, y), area.width, *line, Role::Plain);
    }
    pen.focus(area.x, area.y);
    let (shown, all) = ((top + rows).min(lines.len()).to_string(), lines.len().to_string());
    let keys = subject.says(&CopySays::Keys { shown, all });
    pen.text((area.x, area.bottom().saturating_sub(1)), area.width, keys, Role::Hint);
}

//! The line of the meeting: the prompt that says to what it is bound, and what is typed.
//!
//! It has four lines of the screen at a fixed place, whatever is in it, so that the cursor and the
//! input method's window never jump. Text beyond them scrolls; the cursor is always seen.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::shown::Shown;
use super::style::Role;
use super::subject::Subject;
use crate::app::{Binding, Field};
use crate::words::Sign;

/// The lines that are kept for typing.
pub const LINES: u16 = 4;

/// Draws the prompt and what is typed, and puts the cursor there.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let width = area.width.saturating_sub(1);
    let name = Shown::new(binding(subject));
    let name = pen.ruler().cut(&name, usize::from(width / 3 * 2)).into_owned();
    let prompt = name.then(&Shown::new(" > "));
    wrapped(pen, area, &prompt, &subject.seat.line.field);
}

/// A field over several lines of the screen, with the cursor if it is `focused`.
pub fn several(pen: &mut Pen<'_>, area: Rect, field: &Field, focused: bool) {
    let before = pen.focused();
    wrapped(pen, area, &Shown::default(), field);
    if !focused {
        pen.focus(before.x, before.y);
    }
}

/// A field of one line, its text moved so that the cursor is seen.
pub fn one(pen: &mut Pen<'_>, area: Rect, field: &Field, focused: bool) {
    let (text, cursor) = shown(field);
    let room = usize::from(area.width.saturating_sub(1));
    let mut from = 0;
    while pen.ruler().columns(&text.as_str()[from..cursor]) > room {
        let next = text.as_str()[from..].chars().next().map_or(1, char::len_utf8);
        from += next;
    }
    pen.verbatim((area.x, area.y), area.width, text.part(from..text.as_str().len()), Role::Plain);
    if focused {
        let before = pen.ruler().columns(&text.as_str()[from..cursor]);
        pen.focus(area.x + u16::try_from(before).unwrap_or(0), area.y);
    }
}

/// To what the line binds: the rows by number and name, several by number alone.
pub fn binding(subject: Subject<'_>) -> String {
    match &subject.seat.line.binding {
        Binding::Nothing => subject.sign(Sign::OtherMatters).to_owned(),
        Binding::Decision(id) => {
            format!("{} {}", subject.label(crate::words::Label::Decisions), subject.record(id))
        }
        Binding::Rows(rows) => match rows.as_slice() {
            [row] => subject.row(*row),
            rows => {
                let numbers: Vec<String> = rows.iter().map(ToString::to_string).collect();
                numbers.join(" ")
            }
        },
    }
}

/// Prompt and text as one text, broken into lines that leave the cursor a column.
fn wrapped(pen: &mut Pen<'_>, area: Rect, prompt: &Shown<'_>, field: &Field) {
    let (text, cursor) = shown(field);
    let start = prompt.as_str().len();
    let whole = prompt.clone().then(&text);
    let cursor = start + cursor;
    let width = usize::from(area.width.saturating_sub(1));
    let breaks = pen.ruler().breaks(whole.as_str(), width);
    let (line, column) = place(pen, whole.as_str(), &breaks, cursor);
    let first = (line + 1).saturating_sub(usize::from(area.height));
    let last = breaks.len().min(first + usize::from(area.height));
    for (y, at) in (area.y..area.bottom()).zip(first..last) {
        let Some(part) = breaks.get(at).cloned() else { break };
        let border = start.clamp(part.start, part.end);
        let x = area.x;
        let used = pen.text((x, y), area.width, whole.part(part.start..border), Role::Strong);
        pen.verbatim((x + used, y), area.width - used, whole.part(border..part.end), Role::Plain);
    }
    // In a window without a line for it, it is above the first.
    let y = area.y + u16::try_from(line.saturating_sub(first)).unwrap_or(0);
    pen.focus(area.x + u16::try_from(column.min(width)).unwrap_or(0), y);
}

/// The line and column of a byte of a broken text. Blanks at a line's end belong to that line.
fn place(pen: &Pen<'_>, text: &str, breaks: &[Range<usize>], cursor: usize) -> (usize, usize) {
    let line = breaks.iter().rposition(|line| line.start <= cursor).unwrap_or(0);
    let start = breaks.get(line).map_or(0, |line| line.start);
    (line, pen.ruler().columns(&text[start.min(cursor)..cursor]))
}

/// A field's text made safe, and the cursor in it.
fn shown(field: &Field) -> (Shown<'_>, usize) {
    let before = Shown::new(&field.text()[..field.cursor()]);
    let cursor = before.as_str().len();
    let text = Shown::new(field.text());
    let cursor = if text.as_str().is_char_boundary(cursor) { cursor } else { text.as_str().len() };
    (text, cursor)
}

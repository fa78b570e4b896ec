//! What the line will do, said before Enter; and with an empty line, how to write.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::strip;
use super::subject::Subject;
use crate::words::Hint;

/// Draws it below the line.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    if !subject.seat.line.field.is_empty() {
        return;
    }
    strip::hints(pen, area, subject, &HINTS);
}

/// What an empty line can be used for, the commonest first.
const HINTS: [Hint; 10] = [
    Hint::Write,
    Hint::Sentence,
    Hint::Sigils,
    Hint::Reading,
    Hint::Bind,
    Hint::Unbind,
    Hint::Next,
    Hint::Walk,
    Hint::Act,
    Hint::Withdraw,
];

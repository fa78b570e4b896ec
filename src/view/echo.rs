//! What the line will do, said before Enter; and with an empty line, how to write.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use crate::words::Hint;

/// Draws it below the line.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    if !subject.seat.line.field.is_empty() {
        return;
    }
    let hint = |hint: Hint| Piece::new(hint.text(subject.lang()), Role::Hint);
    let lines = strip::flowing(pen.ruler(), area.width, HINTS.map(hint));
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        line.draw(pen, Rect { y, ..area });
    }
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

//! 查找 among conflicts: by the number of their row, or by what any of the three sides says.

use super::Amending;
use crate::app::Key;
use crate::app::seek::{Led, Line, Seek};

/// Opens the line with a text: one that was typed where nobody waits for any, or none yet.
pub(super) fn begin(amending: &mut Amending, text: &str) {
    let mut seek = amending.seek.take().unwrap_or_else(|| Seek::begin(amending.cursor));
    seek.field.insert(text);
    look(amending, seek);
}

/// Gives a key to it.
pub(super) fn key(amending: &mut Amending, mut seek: Seek, key: Key) {
    match seek.key(key) {
        Led::Typed => look(amending, seek),
        Led::Closed => amending.cursor = seek.cursor(),
        Led::On => show(amending, seek),
    }
}

fn look(amending: &mut Amending, mut seek: Seek) {
    let line = |conflict| {
        let sides = amending.sides(conflict);
        let said = [sides.old, sides.new, sides.ours].map(|(value, row)| format!("{value} {row}"));
        let words = format!("{} {}", amending.row(conflict), said.join(" "));
        Line { place: conflict.row, words }
    };
    let lines: Vec<Line> = amending.conflicts.iter().map(line).collect();
    seek.look(&lines, &amending.ours, &amending.pinyin);
    show(amending, seek);
}

fn show(amending: &mut Amending, seek: Seek) {
    amending.cursor = seek.cursor().min(amending.conflicts.len().saturating_sub(1));
    amending.seek = Some(seek);
}

//! 查找 over the draft: the cursor goes along to the line where the words stand.

use super::Drafting;
use super::over::Over;
use crate::app::Key;
use crate::app::seek::{Led, Line, Seek};

/// Opens the line with a text: one that was typed where nobody waits for any, or none yet.
pub(super) fn begin(drafting: &mut Drafting, text: &str) {
    let mut seek = Seek::begin(drafting.cursor);
    seek.field.insert(text);
    look(drafting, seek);
}

/// Gives a key to it.
pub(super) fn key(drafting: &mut Drafting, mut seek: Seek, key: Key) {
    match seek.key(key) {
        Led::Typed => look(drafting, seek),
        Led::Closed => drafting.cursor = seek.cursor(),
        Led::On => show(drafting, seek),
    }
}

/// Gives text to it.
pub(super) fn text(drafting: &mut Drafting, mut seek: Seek, text: &str) {
    seek.field.insert(text);
    look(drafting, seek);
}

fn look(drafting: &mut Drafting, mut seek: Seek) {
    let words = |row: &super::Row| drafting.text.get(row.at.clone()).unwrap_or_default().to_owned();
    let line = |row: &super::Row| Line { place: row.place, words: words(row) };
    let lines: Vec<Line> = drafting.rows.iter().map(line).collect();
    seek.look(&lines, &drafting.draft().plan, &drafting.pinyin);
    show(drafting, seek);
}

fn show(drafting: &mut Drafting, seek: Seek) {
    drafting.cursor = seek.cursor().min(drafting.rows.len().saturating_sub(1));
    drafting.over = Some(Over::Seek(seek));
}

//! 帮助: the keys of the list of commands.

use crate::app::{Effect, Key, Screen, Seat};

/// Typing narrows the list of commands; arrows scroll it.
pub(in crate::app) fn key(seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Screen::Help { filter, top }) = seat.screen_mut() else { return None };
    match key {
        Key::Up => *top = top.saturating_sub(1),
        Key::Down => *top += 1,
        Key::PageUp => *top = top.saturating_sub(10),
        Key::PageDown => *top += 10,
        key => {
            if !filter.key(key) {
                return None;
            }
            *top = 0;
        }
    }
    Some(Vec::new())
}

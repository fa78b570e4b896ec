//! 预览: its keys. Pages by PgDn and PgUp or the arrows beside, a page by its number, papers by Tab.

use crate::app::preview::{Kind, Preview};
use crate::app::{Effect, Key, Screen, Seat, Session, look};

/// Turns pages and changes papers; whatever else is looked at goes line by line.
pub(in crate::app) fn key(session: &Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    if !matches!(seat.screen(), Screen::Preview(_)) {
        return None;
    }
    let key = key.command();
    match key {
        Key::Tab => other(seat, 1),
        Key::BackTab => other(seat, Kind::ALL.len() - 1),
        _ => {
            let to = match key {
                Key::PageDown | Key::Right | Key::Char(' ') => To::Next,
                Key::PageUp | Key::Left => To::Before,
                Key::Char(digit @ '1'..='9') => To::Page(digit as usize - '1' as usize),
                _ => return None,
            };
            go(session, seat, to)?;
        }
    }
    Some(Vec::new())
}

/// Which page is turned to.
#[derive(Clone, Copy)]
pub(in crate::app) enum To {
    /// The one behind.
    Next,
    /// The one before.
    Before,
    /// That one, counted from 0.
    Page(usize),
}

/// Turns to a page; none where no paper is shown.
pub(in crate::app) fn go(session: &Session, seat: &mut Seat, to: To) -> Option<()> {
    let Screen::Preview(shown) = seat.screen() else { return None };
    let laid = shown.laid(session)?;
    let page = laid.place(shown.cursor).0;
    let to = match to {
        To::Next => page + 1,
        To::Before => page.saturating_sub(1),
        To::Page(page) => page,
    };
    let stays = to == page || to >= laid.pages.len() && page + 1 == laid.pages.len();
    if !stays {
        look::set_cursor(seat, laid.first_of(to));
    }
    Some(())
}

/// Another paper, from its beginning.
fn other(seat: &mut Seat, by: usize) {
    if let Some(Screen::Preview(shown)) = seat.screen_mut() {
        *shown = Preview { paper: shown.paper.step(by), cursor: 0, ..shown.clone() };
    }
}

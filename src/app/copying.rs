//! 复制: what is pointed at, or all that a screen holds, to the clipboard of whoever looks.
//!
//! A terminal does not answer whether it took a text. So the same key once more shows the text on a
//! screen that is otherwise blank, where the mouse of the terminal itself can take it.

use super::Key;
use super::seat::{Over, Plain, Seat};
use crate::words::Notice;
use crate::words::prints::CopySays;

/// How much is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// What the cursor points at, or the rows that are marked; the whole screen where there is none.
    Pointed,
    /// All that the screen holds.
    Whole,
}

/// What is pointed at is to be copied; asked for twice in a row, it is shown and nothing is copied.
pub(super) fn asked(seat: &mut Seat) -> Option<Copied> {
    if let Some(what) = seat.copied.take() {
        show(seat, what);
        return None;
    }
    seat.copied = Some(Copied::Pointed);
    seat.copied
}

/// Shows a text on a blank screen.
pub fn show(seat: &mut Seat, what: Copied) {
    seat.over = Some(Over::Plain(Plain { what, top: 0 }));
}

/// A key over the blank screen: it scrolls, copies, or leaves. Gives what is to be copied.
pub fn key(seat: &mut Seat, mut plain: Plain, key: Key) -> Option<Copied> {
    let page = usize::from(seat.size.1.saturating_sub(2)).max(1);
    match key.command() {
        Key::Up | Key::Char('k') => plain.top = plain.top.saturating_sub(1),
        Key::Down | Key::Char('j') => plain.top = plain.top.saturating_add(1),
        Key::PageUp => plain.top = plain.top.saturating_sub(page),
        Key::PageDown | Key::Char(' ') => plain.top = plain.top.saturating_add(page),
        Key::Home => plain.top = 0,
        Key::Ctrl('c') | Key::Char('y') => {
            let what = plain.what;
            seat.over = Some(Over::Plain(plain));
            return Some(what);
        }
        Key::Esc | Key::Enter | Key::Char('q') => return None,
        _ => {}
    }
    seat.over = Some(Over::Plain(plain));
    None
}

/// Whether the terminal was told, or why it was not: then the text is shown.
pub fn answered(seat: &mut Seat, what: Copied, said: &Result<CopySays, CopySays>) {
    let (Ok(says) | Err(says)) = said;
    let told = seat.keymap.say(says, seat.lang);
    seat.say(Notice::Told { what: told });
    if said.is_err() {
        show(seat, what);
    }
}

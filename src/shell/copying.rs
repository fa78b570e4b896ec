//! 复制: what a seat points at, to the clipboard of its terminal; what it was given, in words; and what
//! lies between this program and a terminal.

use super::terminal::clipboard::{NotCopied, Through};
use crate::app;
use crate::app::copying::Copied;
use crate::app::{Seat, Session};
use crate::papers::Listing;
use crate::view::listing::text;
use crate::view::plain::copied;
use crate::view::subject::Subject;
use crate::words::prints::CopySays;

/// How much of what was copied is told.
const TOLD: usize = 24;

/// Gives what a seat shows to a clipboard, and tells the seat what became of it. `take` is handed the text
/// and the name of the terminal; whoever told in lines has none.
pub(super) fn give(
    session: &Session,
    seat: &mut Seat,
    what: Copied,
    take: impl FnOnce(&str, &str) -> Result<(), NotCopied>,
) {
    let listing = copied(Subject { session, seat }, what);
    let said = match take(&text::write(&listing), &seat.origin.terminal) {
        Ok(()) => Ok(CopySays::Sent { what: name(&listing) }),
        Err(NotCopied::TooLong) => Err(CopySays::TooLong),
        Err(NotCopied::NoClipboard) => Err(CopySays::NoClipboard),
    };
    app::copying::answered(seat, what, &said);
}

/// What was copied: the title of a screen, the first words of a row.
fn name(listing: &Listing) -> String {
    let rows = listing.parts.iter().flat_map(|part| &part.rows);
    let first = rows.map(|row| format!("{} {}", row.number, row.text)).next();
    let whole = Some(listing.title.clone()).filter(|title| !title.is_empty()).or(first);
    let whole = whole.unwrap_or_default();
    let mut told: String = whole.trim().chars().take(TOLD).collect();
    if told.len() < whole.trim().len() {
        told.push_str("..");
    }
    told
}

/// What lies between this program and the terminal of its person.
pub(super) fn through() -> Through {
    let tmux = std::env::var_os("TMUX").is_some_and(|socket| !socket.is_empty());
    if tmux { Through::Tmux } else { Through::Nothing }
}

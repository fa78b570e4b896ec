//! 复制: what a clipboard was given, in words, and what lies between this program and a terminal.

use super::terminal::clipboard::{NotCopied, Through};
use crate::papers::Listing;
use crate::words::prints::CopySays;

/// How much of what was copied is told.
const TOLD: usize = 24;

/// What is said of a text that was given to a clipboard, or why it was not.
pub(super) fn said(listing: &Listing, told: Result<(), NotCopied>) -> Result<CopySays, CopySays> {
    match told {
        Ok(()) => Ok(CopySays::Sent { what: name(listing) }),
        Err(NotCopied::TooLong) => Err(CopySays::TooLong),
        Err(NotCopied::NoClipboard) => Err(CopySays::NoClipboard),
    }
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

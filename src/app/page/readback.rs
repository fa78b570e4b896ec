//! 念清单: the decisions of the meeting read back to the chair, the one at the top being read.
//!
//! A page is what surely fits in the window, so that paging never passes over one.

use unicode_width::UnicodeWidthStr as _;

use crate::app::{Effect, Key, Seat, Session, look};
use crate::ledger::{RecordId, sentence};

/// Columns beside the text, both sides together.
pub const MARGIN: u16 = 18;

/// PgDn goes to the first decision that is not seen whole, PgUp as far back.
pub(in crate::app) fn key(session: &Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let ids = session.read_back();
    let here = look::cursor(seat).min(ids.len().saturating_sub(1));
    let to = match key.command() {
        Key::PageDown | Key::Char(' ') => {
            let on = here + fitting(session, seat, ids[here..].iter()).max(1);
            if on < ids.len() { on } else { here }
        }
        Key::PageUp => here - fitting(session, seat, ids[..here].iter().rev()).max(1).min(here),
        _ => return None,
    };
    look::set_cursor(seat, to);
    Some(Vec::new())
}

/// How many decisions fit under each other, with a line between them.
fn fitting<'a>(session: &Session, seat: &Seat, ids: impl Iterator<Item = &'a RecordId>) -> usize {
    let room = usize::from(seat.size.1.saturating_sub(9));
    let mut used = 0;
    let fits = |id: &&RecordId| {
        used += lines(session, seat, id) + 1;
        used <= room + 1
    };
    ids.take_while(fits).count()
}

/// How many lines a decision takes at most.
fn lines(session: &Session, seat: &Seat, id: &RecordId) -> usize {
    let Some(now) = session.state().standing(id) else { return 0 };
    // A line may end two columns early, where a mark must not begin the next one.
    let width = usize::from(seat.size.0.saturating_sub(MARGIN + 2)).max(8);
    let who = sentence::names(&now.lead).width() + sentence::names(&now.support).width();
    let nodes = session.state().ledger.decisions.get(id).map_or(&[][..], |made| &made.nodes);
    let nodes: usize = nodes.iter().map(|node| node.text.width() + 10).sum();
    let of = |columns: usize| columns.div_ceil(width).max(1);
    // A piece that does not fit begins a line: each may leave one unfilled.
    of(now.text.width() + 14) + of(who + 48) + if nodes > 0 { of(nodes) } else { 0 }
}

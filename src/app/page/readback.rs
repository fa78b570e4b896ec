//! 念清单: the decisions of the meeting read back to the chair, the one at the top being read.
//!
//! A page is what surely fits in the window, so that paging never passes over one.

use unicode_width::UnicodeWidthStr as _;

use crate::app::taste::Arrangement;
use crate::app::{Effect, Key, Seat, Session, look};
use crate::ledger::{RecordId, sentence};

/// Columns beside the text, both sides together.
pub const MARGIN: u16 = 18;
/// Lines above and below the decisions: which meeting and which of them, keys, how it stands.
pub const AROUND: u16 = 5;

/// How many lines are left free between two decisions in a window of that height.
pub const fn apart(height: u16) -> u16 {
    if height < 30 { 1 } else { 2 }
}

/// PgDn goes to the first decision that is not seen whole, PgUp as far back.
pub(in crate::app) fn key(session: &Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    if seat.taste.layout == Arrangement::Care {
        // There a page is what its last frame showed.
        return None;
    }
    let ids = session.read_back();
    let here = look::cursor(seat).min(ids.len().saturating_sub(1));
    let to = match key.command() {
        Key::PageDown | Key::Right | Key::Char(' ') => {
            let on = here + fitting(session, seat, ids[here..].iter()).max(1);
            if on < ids.len() { on } else { here }
        }
        Key::PageUp | Key::Left => {
            here - fitting(session, seat, ids[..here].iter().rev()).max(1).min(here)
        }
        _ => return None,
    };
    look::set_cursor(seat, to);
    Some(Vec::new())
}

/// How many decisions fit under each other, with free lines between them.
fn fitting<'a>(session: &Session, seat: &Seat, ids: impl Iterator<Item = &'a RecordId>) -> usize {
    let room = usize::from(seat.size.1.saturating_sub(AROUND));
    let apart = usize::from(apart(seat.size.1));
    let mut used = 0;
    let fits = |id: &&RecordId| {
        used += lines(session, seat, id) + apart;
        used <= room + apart
    };
    ids.take_while(fits).count()
}

/// How many lines a decision takes at most.
fn lines(session: &Session, seat: &Seat, id: &RecordId) -> usize {
    let Some(now) = session.state().standing(id) else { return 0 };
    // A line may end two columns early, where a mark must not begin the next one.
    let width = usize::from(seat.size.0.saturating_sub(MARGIN + 2)).max(8);
    let gaps = session.gaps().iter().filter(|gap| gap.record() == Some(id));
    let gaps: usize = gaps.map(|gap| gap.detail.width() + 24).sum();
    let who = sentence::names(&now.lead).width() + sentence::names(&now.support).width() + gaps;
    let nodes = session.state().ledger.decisions.get(id).map_or(&[][..], |made| &made.nodes);
    let nodes: usize = nodes.iter().map(|node| node.text.width() + 10).sum();
    let of = |columns: usize| columns.div_ceil(width).max(1);
    // A piece that does not fit begins a line: each may leave one unfilled.
    of(now.text.width() + 14) + of(who + 48) + if nodes > 0 { of(nodes) } else { 0 }
}

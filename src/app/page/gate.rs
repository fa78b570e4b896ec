//! 散会: the keys of the gate before the close.

use super::decide;
use crate::app::{Effect, Key, Seat, Session, Stop, act, line, look, update};
use crate::words::{Label, Notice};

/// F8 seals; Enter opens what has a gap and never seals, because input methods commit with Enter.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    match (key, look::stop(session, seat)) {
        (Key::F(8), _) => {
            let acted = if session.keeping.failed.is_some() {
                Err(Notice::NotSealed { why: session.keeping.failed.clone().unwrap_or_default() })
            } else {
                act::close_meeting(session, seat.lang)
            };
            Some(update::done(seat, acted))
        }
        (Key::Enter, Some(Stop::Record(id))) => {
            decide::begin_change(session, seat, &id, Label::Text);
            Some(Vec::new())
        }
        (Key::Char(' '), Some(Stop::Record(id))) => {
            let acted = line::confirm_assumed(session, &id);
            Some(update::done(seat, acted))
        }
        _ => None,
    }
}

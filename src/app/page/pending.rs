//! 待定: everything that a meeting left to be settled, this one's and earlier ones', walked one by one.

use super::decide;
use crate::app::{Effect, Key, Seat, Session, Stop, act, look};

/// Space settles a decision as it stands, Enter opens it to be settled otherwise.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Stop::Decision(id)) = look::stop(session, seat) else { return None };
    match key.command() {
        Key::Enter => {
            decide::begin_settle(session, seat, &id);
            Some(Vec::new())
        }
        Key::Char(' ') => {
            let acted = decide::settle_as_it_stands(session, &id);
            Some(act::done(seat, acted))
        }
        _ => None,
    }
}

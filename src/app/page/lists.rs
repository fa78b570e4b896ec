//! 会前三张单: the keys of the lists. Enter on the first row makes the agenda of them.

use super::agenda;
use crate::app::rows::Stop;
use crate::app::{Effect, Key, Seat, Session, act, look};
use crate::words::Do;

/// Takes a key; none when it is a command instead.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    match (key, look::stop(session, seat)) {
        (Key::Enter, Some(Stop::Command(Do::BuildAgenda))) => {
            let acted = agenda::build(session, seat);
            Some(act::done(seat, acted))
        }
        _ => None,
    }
}

//! The minutes that were signed last: what is offered to a guest while nothing goes on.

use super::{Guest, Mode};
use crate::app::session::Session;
use crate::app::spot::Spot;
use crate::ledger::SnapshotId;
use crate::words::{Lang, query};

/// The meeting whose minutes were signed last, and who signed them.
pub fn signed(session: &Session) -> Option<(SnapshotId, String)> {
    let state = session.state();
    let chain = state.meetings.iter().rev().map(|(id, _)| id.clone());
    let signed = |id: SnapshotId| Some((state.signing(&id)?.by.clone(), id));
    let (by, id) = [session.sealed.id()].into_iter().chain(chain).find_map(signed)?;
    Some((id, by))
}

/// Whether nothing goes on that would have to be followed: no meeting, and no desk that is elsewhere
/// than on the plan.
pub fn is_idle(session: &Session, guest: &Guest) -> bool {
    session.meeting().is_none() && matches!(guest.desk, None | Some(Spot::Overview))
}

/// Whether Enter opens the minutes that were signed last: with no meeting, on the plan, until the
/// cursor is moved.
pub fn offers_minutes(session: &Session, guest: &Guest) -> bool {
    let idle = is_idle(session, guest);
    let here = guest.mode == Mode::Following && !guest.passed;
    idle && here && signed(session).is_some()
}

/// The filter that lets through what a meeting decided.
pub(super) fn of_meeting(id: &SnapshotId, lang: Lang) -> String {
    format!("{}:{id}", query::Key::Meeting.text(lang))
}

//! What people call a row or a record on the command line: `1.4`, `１．４`, `2023-09-15/2`, `4/2`.

use crate::app::Session;
use crate::app::key::twin;
use crate::ledger::{RecordId, SnapshotId};
use crate::plan::Place;
use crate::shell::failure::{Failure, FailureKind};
use crate::words::printed::Refused;
use crate::words::{Lang, Notice};

/// Full-width digits and stops as their ASCII twins.
pub fn plain(text: &str) -> String {
    text.trim().chars().map(twin).collect()
}

/// A row of the plan.
///
/// # Errors
/// That the plan has no such row.
pub fn row(session: &Session, text: &str, lang: Lang) -> Result<Place, Failure> {
    let place = plain(text).parse().ok().filter(|place| session.plan.find(*place).is_some());
    place.ok_or_else(|| {
        let why = Refused::WrongRow { id: text.to_owned() };
        Failure::new(FailureKind::Usage, why.text(lang))
    })
}

/// A record by its id, or by the number of its meeting in the usual series.
///
/// # Errors
/// That there is no such decision.
pub fn decision(session: &Session, text: &str, lang: Lang) -> Result<RecordId, Failure> {
    let plain = plain(text);
    let id = plain.parse().ok().or_else(|| by_number(session, &plain));
    let known = id.filter(|id| session.state().ledger.decisions.contains_key(id));
    known.ok_or_else(|| {
        let why = Notice::NoSuchRecord { id: text.to_owned() };
        Failure::new(FailureKind::Usage, why.text(lang))
    })
}

/// `4/2`: the second record of the fourth meeting.
fn by_number(session: &Session, text: &str) -> Option<RecordId> {
    let (meeting, record) = text.split_once('/')?;
    let (meeting, record): (usize, u32) = (meeting.parse().ok()?, record.parse().ok()?);
    let meetings = meetings(session);
    // The numbers may have begun above one: the last meeting knows its own.
    let last = session.meeting().or(session.last_meeting.as_ref());
    let last = last.filter(|meeting| meeting.id.is_meeting_of("")).map(|meeting| meeting.number);
    let before = usize::try_from(last?).ok()?.checked_sub(meetings.len())?;
    let id = meetings.get(meeting.checked_sub(before + 1)?)?;
    (record > 0).then(|| id.record(record))
}

/// The meetings of the usual series, in order, the open one last.
fn meetings(session: &Session) -> Vec<SnapshotId> {
    let sealed = session.sealed.meetings.iter().map(|(id, _)| id.clone());
    let newest = [session.sealed.id(), session.state().id()];
    let mut ids: Vec<SnapshotId> = sealed.chain(newest).collect();
    ids.retain(|id| id.is_meeting_of(""));
    ids.dedup();
    ids
}

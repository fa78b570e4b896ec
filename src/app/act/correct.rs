//! What is set right between meetings: 更正 of sealed records, 签发, and targets changed by a
//! competent body (调整). The sealed files and the plan's text stay as they are.

use super::{Acted, record_all};
use crate::app::mend::Record;
use crate::app::session::Session;
use crate::ledger::{Amendment, Change, Correction, Edit, Signing, SnapshotId};
use crate::plan::{Found, Kind, Number, Place};
use crate::words::Notice;

/// Records what is right of a sealed record, slip by slip: one act with one undo.
///
/// # Errors
/// Nothing is changed, nobody agreed, or the record is not sealed.
pub fn correct(session: &mut Session, was: &Record, now: &Record, agreed: &str) -> Acted {
    let (of, record) = was.of();
    if session.is_open(&of) {
        return Err(Notice::NotSealedYet { id: was.name() });
    }
    let slips = was.slips(now);
    if slips.is_empty() {
        return Err(Notice::Unchanged);
    }
    let agreed = agreed.trim();
    if agreed.is_empty() {
        return Err(Notice::NoConsent);
    }
    let on = session.base_day();
    record_all(session, "", slips, |id, slip| {
        let correction = Correction { on, record: record.clone(), slip, agreed: agreed.into() };
        Edit::Correction(Change::add((of.clone(), id), correction))
    })
}

/// Records that the minutes of a sealed meeting are final.
///
/// # Errors
/// A meeting that is open or signed already, nobody who signed, a day that cannot be.
pub fn sign(session: &mut Session, meeting: &SnapshotId, signing: Signing) -> Acted {
    let id = meeting.to_string();
    if session.meeting().is_some_and(|open| open.id == *meeting) {
        return Err(Notice::StillOpen { id });
    }
    if session.sealed_meeting(&id).is_none() {
        return Err(Notice::NoSuchMeeting { id });
    }
    if let Some(signed) = session.state().signing(meeting) {
        return Err(Notice::AlreadySigned {
            id,
            by: signed.by.clone(),
            day: signed.on.to_string(),
        });
    }
    if signing.by.is_empty() {
        return Err(Notice::NoSigner);
    }
    if let Some(day) = meeting.day().filter(|day| signing.on < *day) {
        return Err(Notice::BeforeMeeting { day: day.to_string() });
    }
    let today = session.last_day();
    if signing.on > today {
        return Err(Notice::AfterToday { day: today.to_string() });
    }
    record_all(session, "", vec![signing], |id, signing| {
        Edit::Signing(Change::add((meeting.clone(), id), signing))
    })
}

/// What a competent body says of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amending {
    /// The value from then on.
    pub now: Number,
    /// By whom.
    pub organ: String,
    /// 文号
    pub document: String,
    /// From what day on.
    pub effective: chrono::NaiveDate,
    /// Why.
    pub reason: String,
}

/// Records that a target was changed, or issued.
///
/// # Errors
/// No such target, no organ, an issued value without its document, a day outside the plan, no change.
pub fn amend(session: &mut Session, target: Place, to: Amending) -> Acted {
    let Some(Found::Target(found)) = session.plan.find(target) else {
        return Err(Notice::NoTarget { id: target.to_string() });
    };
    if to.organ.is_empty() {
        return Err(Notice::NoOrgan);
    }
    if found.kind == Kind::Issued && to.document.is_empty() {
        return Err(Notice::NoDocument);
    }
    let period = session.plan.period;
    if to.effective < period.from || to.effective > period.to {
        return Err(Notice::OutsidePlan { day: to.effective.to_string() });
    }
    let was = session.state().value_in_force(found, to.effective);
    if was.is_some_and(|was| was.value() == to.now.value()) {
        return Err(Notice::SameValue { value: to.now.to_string() });
    }
    let row = session.plan.row(target);
    let Amending { now, organ, document, effective, reason } = to;
    let amendment = Amendment { was, now, organ, document, effective, reason };
    record_all(session, "", vec![amendment], |id, amendment| {
        Edit::Amendment(Change::add((row.clone(), id), amendment))
    })
}

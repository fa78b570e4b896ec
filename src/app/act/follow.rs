//! What happens to a decision after it was made: steps in its life, supervision sheets, and taking
//! back what hangs together.

use super::{Acted, carry_out, record_all};
use crate::app::session::Session;
use crate::ledger::{
    About, Change, Decision, Edit, Entry, Followup, Happening, Hindrance, RecordId, Sheet, Stage,
};
use crate::words::Notice;

/// Records what happened to a decision.
///
/// # Errors
/// A step that does not follow from how the decision stands.
pub fn follow(
    session: &mut Session,
    decision: &RecordId,
    followup: Followup,
    typed: &str,
) -> Acted {
    possible(session, decision, &followup)?;
    record_all(session, typed, vec![followup], |id, followup| {
        Edit::Followup(Change::add((decision.clone(), id), followup))
    })
}

/// Takes over decisions of another book: one act with one undo.
pub fn carry(session: &mut Session, decisions: Vec<Decision>) -> Acted {
    record_all(session, "", decisions, |id, decision| {
        Edit::Decision(Box::new(Change::add(id, decision)))
    })
}

/// Records a supervision sheet.
///
/// # Errors
/// Something that does not exist, or a day that cannot be.
pub fn issue(session: &mut Session, sheet: Sheet) -> Acted {
    let today = session.last_day();
    match &sheet.about {
        About::Row(row) if session.plan.find(row.place).is_none() => {
            return Err(Notice::NoSuchRow { id: row.place.to_string() });
        }
        About::Decision(id) if !session.state().ledger.decisions.contains_key(id) => {
            return Err(Notice::NoSuchRecord { id: id.to_string() });
        }
        _ if sheet.on > today => return Err(Notice::AfterToday { day: today.to_string() }),
        _ => {}
    }
    record_all(session, "", vec![sheet], |id, sheet| Edit::Sheet(Change::add(id, sheet)))
}

/// Withdraws a record of what is open: a hole in the numbering stays. What hangs on it goes too.
pub fn withdraw(session: &mut Session, record: &RecordId) -> Acted {
    if !session.is_open(&record.snapshot) {
        return Err(Notice::Frozen);
    }
    let additions = session.state().additions();
    let made = additions.iter().find(|edit| edit.record() == Some(record));
    let made = made.ok_or_else(|| Notice::NoSuchRecord { id: record.to_string() })?;
    let mut edits = vec![made.inverse()];
    edits.extend(unreplaced(session, made));
    edits.extend(additions.iter().filter(|edit| hangs_on(edit, record)).map(Edit::inverse));
    carry_out(session, edits, "", Entry::Did)
}

/// Whether a record means nothing without another: a step, a sheet, the trace of a replacement.
fn hangs_on(edit: &Edit, record: &RecordId) -> bool {
    match edit {
        Edit::Followup(change) => {
            let by = change.now.as_ref().map(|step| &step.what);
            change.at.0 == *record
                || matches!(by, Some(Happening::Superseded { by }) if by == record)
        }
        Edit::Sheet(change) => {
            let about = change.now.as_ref().map(|sheet| &sheet.about);
            matches!(about, Some(About::Decision(id)) if id == record)
        }
        _ => false,
    }
}

/// A replacement that is taken back alone leaves its mark on the later decision no more.
fn unreplaced(session: &Session, made: &Edit) -> Option<Edit> {
    let Edit::Followup(change) = made else { return None };
    let Happening::Superseded { by } = &change.now.as_ref()?.what else { return None };
    let was = session.state().ledger.decisions.get(by)?.clone();
    let mut now = was.clone();
    now.supersedes.retain(|old| *old != change.at.0);
    let change = Change { at: by.clone(), was: Some(was), now: Some(now) };
    Some(Edit::Decision(Box::new(change)))
}

/// Whether a step follows from how a decision stands.
///
/// # Errors
/// What stands in its way, and what to do instead.
pub fn possible(session: &Session, decision: &RecordId, step: &Followup) -> Result<(), Notice> {
    let hindrance = session.state().hindrance(decision, step, session.last_day());
    hindrance.map_or(Ok(()), |hindrance| Err(refused(hindrance, decision)))
}

fn refused(hindrance: Hindrance, decision: &RecordId) -> Notice {
    match hindrance {
        Hindrance::Unknown => Notice::NoSuchRecord { id: decision.to_string() },
        Hindrance::Over(Stage::Dropped) | Hindrance::Already(Stage::Dropped) => Notice::IsDropped,
        Hindrance::Over(Stage::Closed) | Hindrance::Already(Stage::Closed) => Notice::IsClosed,
        Hindrance::Over(_) | Hindrance::Already(Stage::Done) => Notice::IsDone,
        Hindrance::Already(_) => Notice::AlreadyThere,
        Hindrance::Replaced(by) => Notice::Replaced { by: by.to_string() },
        Hindrance::NotOver => Notice::NotOver,
        Hindrance::NotDone => Notice::NotDone,
        Hindrance::Begun => Notice::Begun,
        Hindrance::NotLater(due) => Notice::NotLater { due: due.to_string() },
        Hindrance::Same => Notice::Unchanged,
        Hindrance::NoConsent => Notice::NoConsent,
        Hindrance::NoApproval => Notice::NoApproval,
        Hindrance::BeforeIt(day) => Notice::BeforeIt { day: day.to_string() },
        Hindrance::AfterToday(day) => Notice::AfterToday { day: day.to_string() },
    }
}

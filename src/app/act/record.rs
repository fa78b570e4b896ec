//! Recording: readings, assignments, notes, who is here.

use super::{Acted, carry_out, record_all};
use crate::app::session::Session;
use crate::ledger::{
    Account, Assignment, Attendance, Change, Decision, Edit, Entry, Note, Reading, RecordId,
};
use crate::plan::{Party, Place};
use crate::words::Notice;

/// Records a note.
pub fn note(session: &mut Session, note: Note, typed: &str) -> Acted {
    record_all(session, typed, vec![note], |id, note| Edit::Note(Change::add(id, note)))
}

/// Records readings of targets: one act with one undo.
pub fn read(session: &mut Session, readings: Vec<(Place, Reading)>, typed: &str) -> Acted {
    let mut rows = Vec::new();
    for (target, reading) in readings {
        if session.plan.find(target).is_none() {
            return Err(Notice::NoSuchRow { id: target.to_string() });
        }
        rows.push((session.plan.row(target), reading));
    }
    record_all(session, typed, rows, |id, (row, reading)| {
        Edit::Reading(Change::add((row, id), reading))
    })
}

/// Records who has rows from now on.
pub fn assign(session: &mut Session, rows: &[Place], now: &Assignment, typed: &str) -> Acted {
    divide(session, rows.iter().map(|row| (*row, now.clone())).collect(), typed)
}

/// Records who has each of several rows: one act with one undo.
pub fn divide(session: &mut Session, all: Vec<(Place, Assignment)>, typed: &str) -> Acted {
    let mut rows = Vec::new();
    for (place, now) in all {
        if session.plan.find(place).is_none() {
            return Err(Notice::NoSuchRow { id: place.to_string() });
        }
        rows.push((session.plan.row(place), now));
    }
    record_all(session, typed, rows, |id, (row, now)| Edit::Assignment(Change::add((row, id), now)))
}

/// Records what became of rows: one act with one undo.
pub fn account(session: &mut Session, rows: Vec<(Place, Account)>, typed: &str) -> Acted {
    let mut accounts = Vec::new();
    for (place, account) in rows {
        if session.plan.find(place).is_none() {
            return Err(Notice::NoSuchRow { id: place.to_string() });
        }
        accounts.push((session.plan.row(place), account));
    }
    record_all(session, typed, accounts, |id, (row, account)| {
        Edit::Account(Change::add((row, id), account))
    })
}

/// Records how somebody attends; none takes them off the list.
pub fn attend(session: &mut Session, who: Party, now: Option<Attendance>) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let was = meeting.attendance.get(&who).cloned();
    carry_out(session, vec![Edit::Attendance(Change { at: who, was, now })], "", Entry::Did)
}

/// Changes a decision of what is open.
pub fn change(session: &mut Session, id: &RecordId, now: Decision, typed: &str) -> Acted {
    let was = session.state().ledger.decisions.get(id).cloned();
    if !session.is_open(&id.snapshot) || was.is_none() {
        return Err(Notice::Frozen);
    }
    let change = Change { at: id.clone(), was, now: Some(now) };
    carry_out(session, vec![Edit::Decision(Box::new(change))], typed, Entry::Did)
}

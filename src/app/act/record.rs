//! Recording: decisions, readings, assignments, notes, who is here.

use std::collections::BTreeMap;

use super::agenda::moved;
use super::{Acted, carry_out, numbered, ready, record_all};
use crate::app::session::Session;
use crate::ledger::{
    Account, Assignment, Attendance, Change, Decision, Edit, Entry, Followup, Happening, ItemState,
    LightSet, Note, Outcome, Reading, RecordId,
};
use crate::plan::place::Level;
use crate::plan::{Party, Place, Row};
use crate::words::Notice;

/// Something new to be recorded.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// 议定
    Decision(Box<Decision>),
    /// 记
    Note(Note),
    /// 报数 of a target.
    Reading(Row, Reading),
    /// 分工 of a row.
    Assignment(Row, Assignment),
}

/// Records a decision.
pub fn decide(session: &mut Session, decision: Decision, typed: &str) -> Acted {
    record(session, vec![Record::Decision(Box::new(decision))], typed)
}

/// Records a note.
pub fn note(session: &mut Session, note: Note, typed: &str) -> Acted {
    record(session, vec![Record::Note(note)], typed)
}

/// Records several things: one act with one undo. Decisions that are replaced say so themselves from
/// then on, and an item of the agenda on which nothing was decided but 暂缓 is put off with it.
///
/// # Errors
/// A replaced decision that is over, or does not exist; a row that the plan has not.
pub fn record(session: &mut Session, records: Vec<Record>, typed: &str) -> Acted {
    let mut parts = Vec::new();
    for record in records {
        parts.extend(record.parts(session)?);
    }
    let mut effects = ready(session)?;
    let mut made = None;
    let mut edits = numbered(session, parts, |id, part| part.edit(id, &mut made))?;
    edits.extend(postponed(session, &edits));
    effects.extend(carry_out(session, edits, typed, Entry::Did)?);
    Ok(effects)
}

/// One record, or the trace that it leaves on a decision that it replaces.
enum Part {
    Record(Record),
    Replaces { old: RecordId, step: Followup },
}

impl Record {
    /// The record with the traces that it leaves.
    fn parts(mut self, session: &Session) -> Result<Vec<Part>, Notice> {
        let mut traces = Vec::new();
        if let Self::Decision(decision) = &mut self {
            if !decision.supersedes.is_empty() && decision.consent.is_empty() {
                decision.consent = session.chair();
            }
            for old in &decision.supersedes {
                let what = Happening::Superseded { by: old.clone() };
                let step = Followup::on(session.base_day(), what).agreed_by(&decision.consent);
                super::possible(session, old, &step)?;
                traces.push(Part::Replaces { old: old.clone(), step });
            }
        }
        Ok(std::iter::once(Part::Record(self)).chain(traces).collect())
    }
}

impl Part {
    /// The edit under its number; a trace names the decision that was made last.
    fn edit(self, id: RecordId, made: &mut Option<RecordId>) -> Edit {
        match self {
            Self::Record(Record::Decision(decision)) => {
                *made = Some(id.clone());
                Edit::Decision(Box::new(Change::add(id, *decision)))
            }
            Self::Record(Record::Note(note)) => Edit::Note(Change::add(id, note)),
            Self::Record(Record::Reading(row, reading)) => {
                Edit::Reading(Change::add((row, id), reading))
            }
            Self::Record(Record::Assignment(row, now)) => {
                Edit::Assignment(Change::add((row, id), now))
            }
            Self::Replaces { old, step } => {
                let by = made.clone().unwrap_or_else(|| id.clone());
                let step = Followup { what: Happening::Superseded { by }, ..step };
                Edit::Followup(Change::add((old, id), step))
            }
        }
    }
}

/// The items that go to 暂缓 with decisions that are made or changed.
fn postponed(session: &Session, edits: &[Edit]) -> Vec<Edit> {
    let Some(meeting) = session.meeting() else { return Vec::new() };
    let made =
        session.state().ledger.decisions.iter().filter(|(id, _)| session.is_open(&id.snapshot));
    let mut own: BTreeMap<&RecordId, &Decision> = made.collect();
    own.extend(edits.iter().filter_map(|edit| match edit {
        Edit::Decision(change) => Some((&change.at, change.now.as_ref()?)),
        _ => None,
    }));
    let put_off = |number: u16| {
        let mut under = own.values().filter(|decision| decision.item == Some(number)).peekable();
        under.peek().is_some() && under.all(|decision| decision.outcome == Outcome::Postponed)
    };
    let ahead = meeting.agenda.iter().filter(|(_, item)| item.state.is_ahead());
    let items = ahead.filter(|(number, _)| put_off(**number));
    items.map(|(number, item)| moved(*number, item, ItemState::Postponed)).collect()
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

/// Records the light of a row by hand, or puts it back under the rule.
pub fn light(session: &mut Session, place: Place, set: LightSet) -> Acted {
    if session.plan.find(place).is_none() {
        return Err(Notice::NoSuchRow { id: place.to_string() });
    }
    if place.level() == Level::Section {
        return Err(Notice::NoLightHere { id: place.to_string() });
    }
    let by_hand = session.verdict(place).is_some_and(|verdict| verdict.is_by_hand());
    if set.light.is_none() && !by_hand {
        return Err(Notice::LightIsAuto { id: place.to_string() });
    }
    if set.light.is_some() && set.reason.is_empty() {
        return Err(Notice::NeedsReason);
    }
    let row = session.plan.row(place);
    record_all(session, "", vec![set], |id, set| Edit::Light(Change::add((row.clone(), id), set)))
}

/// Records how somebody attends; none takes them off the list.
pub fn attend(session: &mut Session, who: Party, now: Option<Attendance>) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let was = meeting.attendance.get(&who).cloned();
    carry_out(session, vec![Edit::Attendance(Change { at: who, was, now })], "", Entry::Did)
}

/// Changes a decision of what is open.
pub fn change(session: &mut Session, id: &RecordId, now: Decision, typed: &str) -> Acted {
    change_all(session, vec![(id.clone(), now)], typed)
}

/// Changes decisions of what is open: one act with one undo. Those that stay as they are stay out of
/// it.
pub fn change_all(
    session: &mut Session,
    decisions: Vec<(RecordId, Decision)>,
    typed: &str,
) -> Acted {
    let change = |(at, now): (RecordId, Decision)| {
        let was = session.state().ledger.decisions.get(&at).cloned();
        Edit::Decision(Box::new(Change { at, was, now: Some(now) }))
    };
    let edits = decisions.into_iter().map(change).collect();
    revise(session, edits, typed)
}

/// Changes records of what is open: one act with one undo. An edit that changes nothing is none.
///
/// # Errors
/// A record that is sealed stays as it is.
pub fn revise(session: &mut Session, mut edits: Vec<Edit>, typed: &str) -> Acted {
    let frozen =
        |edit: &Edit| edit.record().is_some_and(|record| !session.is_open(&record.snapshot));
    if edits.iter().any(frozen) {
        return Err(Notice::Frozen);
    }
    edits.retain(|edit| *edit != edit.inverse());
    if edits.is_empty() {
        return Err(Notice::Unchanged);
    }
    edits.extend(postponed(session, &edits));
    carry_out(session, edits, typed, Entry::Did)
}

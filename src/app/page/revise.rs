//! A reading, a note or an assignment of what is open, changed: a new edit of the same record, with its
//! own undo.

use super::{decide, parties};
use crate::app::act::{self, Acted};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, Stop, look, submit};
use crate::ledger::{Assignment, Change, Edit, Note, Reading, RecordId, sentence};
use crate::plan::{Party, Row};
use crate::words::{Label, Notice, Sign};

/// Opens the form of a record; one that is sealed, or has none, is shown where it belongs.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat, id: &RecordId) {
    let fields = match own(session, id) {
        Some(Edit::Decision(_)) => {
            return decide::begin_change(session, seat, id, Label::Text);
        }
        Some(Edit::Reading(Change { now: Some(reading), .. })) => of_reading(&reading),
        Some(Edit::Note(Change { now: Some(note), .. })) => of_note(&note, seat),
        Some(Edit::Assignment(Change { now: Some(assignment), .. })) => of_assignment(&assignment),
        _ => return look::go(session, seat, &Stop::Record(id.clone())),
    };
    let fields = fields.into_iter().map(|(label, text)| (label, Field::new(&text))).collect();
    seat.open(Screen::Form(Form::new(Purpose::Revise { record: id.clone() }, fields)));
}

/// Records the change.
pub(super) fn confirm(session: &mut Session, seat: &Seat, form: &Form, id: &RecordId) -> Acted {
    let edit = match own(session, id).ok_or(Notice::Frozen)? {
        Edit::Reading(Change { at, now: Some(was), .. }) => {
            let now = reading(session, form, &at.0, &was)?;
            Edit::Reading(Change { at, was: Some(was), now: Some(now) })
        }
        Edit::Note(Change { at, now: Some(was), .. }) => {
            let now = note(form, &was, seat)?;
            Edit::Note(Change { at, was: Some(was), now: Some(now) })
        }
        Edit::Assignment(Change { at, now: Some(was), .. }) => {
            let now = assignment(session, form, &was)?;
            Edit::Assignment(Change { at, was: Some(was), now: Some(now) })
        }
        _ => return Err(Notice::NotNow),
    };
    act::revise(session, vec![edit], "")
}

/// A record of what is open, as it was added.
fn own(session: &Session, id: &RecordId) -> Option<Edit> {
    if !session.is_open(&id.snapshot) {
        return None;
    }
    session.state().additions().into_iter().find(|edit| edit.record() == Some(id))
}

fn of_reading(reading: &Reading) -> Vec<(Label, String)> {
    vec![
        (Label::Value, reading.value.to_string()),
        (Label::Period, reading.period.to_string()),
        (Label::Office, reading.from.as_ref().map_or_else(String::new, Party::to_string)),
        (Label::Source, reading.source.clone()),
        (Label::Reason, reading.reason.clone()),
    ]
}

fn reading(session: &Session, form: &Form, row: &Row, was: &Reading) -> Result<Reading, Notice> {
    let (value, period) = (form.text(Label::Value), form.text(Label::Period));
    let same = value == was.value.to_string() && period == was.period.to_string();
    let read =
        if same { was.clone() } else { submit::reading(session, row.place, (value, period))?.0 };
    Ok(Reading {
        value: read.value,
        written: read.written,
        period: read.period,
        from: parties(session, form.text(Label::Office))?.into_iter().next(),
        source: form.text(Label::Source).into(),
        reason: form.text(Label::Reason).into(),
        done: read.done,
        ..was.clone()
    })
}

fn of_note(note: &Note, seat: &Seat) -> Vec<(Label, String)> {
    let local = if note.local { Sign::Local.text(seat.lang) } else { "" };
    vec![(Label::Text, note.text.clone()), (Label::Kind, local.to_owned())]
}

fn note(form: &Form, was: &Note, seat: &Seat) -> Result<Note, Notice> {
    let text = form.text(Label::Text);
    if text.is_empty() {
        return Err(Notice::Empty);
    }
    let local = match form.text(Label::Kind) {
        "" => false,
        word if word == Sign::Local.text(seat.lang) => true,
        word => return Err(Notice::NotANoteKind { text: word.into() }),
    };
    Ok(Note { text: text.into(), local, ..was.clone() })
}

fn of_assignment(assignment: &Assignment) -> Vec<(Label, String)> {
    vec![
        (Label::Lead, sentence::names(&assignment.lead)),
        (Label::Support, sentence::names(&assignment.support)),
        (Label::Sponsor, assignment.sponsor.clone()),
        (Label::Person, assignment.person.clone()),
        (Label::Due, assignment.due.map_or_else(String::new, |due| due.to_string())),
    ]
}

fn assignment(session: &Session, form: &Form, was: &Assignment) -> Result<Assignment, Notice> {
    let due = match form.text(Label::Due) {
        "" => None,
        text => {
            let day = submit::meant_day(session, text);
            Some(day.ok_or_else(|| Notice::NotADate { text: text.into() })?)
        }
    };
    Ok(Assignment {
        lead: parties(session, form.text(Label::Lead))?,
        support: parties(session, form.text(Label::Support))?,
        sponsor: form.text(Label::Sponsor).into(),
        person: form.text(Label::Person).into(),
        due,
        ..was.clone()
    })
}

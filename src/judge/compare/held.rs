//! What is recorded of meetings and of sealed records: corrections, signatures, sheets, notes, and who
//! attended.

use super::{Difference, Field, Sides, Topic, Value, Values, keys, unlike};
use crate::ledger::{About, Attendance, Correction, Note, RecordId, Sheet, Snapshot, SnapshotId};
use crate::plan::{Party, Table};

pub(super) fn differences(sides: &Sides<'_>) -> Vec<Difference> {
    let mut all = corrections(sides);
    all.extend(signings(sides));
    all.extend(sheets(sides));
    all.extend(notes(sides));
    all.extend(attendance(sides));
    all
}

/// Each correction by itself: what was written and what is right is in it.
fn corrections(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (&sides.was.state.ledger.corrections, &sides.now.state.ledger.corrections);
    let mut all = Vec::new();
    for sealed in keys(was, now) {
        let (before, after) = (was.get(sealed), now.get(sealed));
        for record in unlike(before, after) {
            let of = |of: Option<&Table<RecordId, Correction>>| {
                of.and_then(|of| of.get(&record)).cloned()
            };
            let (before, after) = (of(before), of(after));
            let Some(either) = after.as_ref().or(before.as_ref()) else { continue };
            let about = either.record.as_ref();
            let value = |of: &Correction| Value::Slip(Box::new(of.slip.clone()), of.agreed.clone());
            let values = (before.as_ref().map(value), after.as_ref().map(value));
            all.push(of_sealed(sides, (about, sealed), values, record));
        }
    }
    all
}

/// Of a decision, of the target of a reading, or of the meeting itself.
fn of_sealed(
    sides: &Sides<'_>,
    (about, sealed): (Option<&RecordId>, &SnapshotId),
    values: Values,
    record: RecordId,
) -> Difference {
    let records = vec![record];
    let Some(id) = about else { return whole(sealed, Field::Correction, values, records) };
    let read = [sides.now, sides.was].into_iter().find_map(|on| {
        let mut all = on.state.ledger.readings.iter();
        all.find(|(_, of)| of.contains_key(id)).map(|(row, _)| row.place)
    });
    match read {
        Some(place) => sides.row(place, Field::Correction, values, records),
        None => sides.decision(id, Field::Correction, values, records),
    }
}

fn signings(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (sides.was.state, sides.now.state);
    let (before, after) = (&was.ledger.signings, &now.ledger.signings);
    let mut all = Vec::new();
    for meeting in keys(before, after) {
        let records = unlike(before.get(meeting), after.get(meeting));
        let value = |state: &Snapshot| {
            let signing = state.signing(meeting)?;
            Some(Value::Signed(signing.by.clone(), signing.document.clone()))
        };
        if !records.is_empty() {
            all.push(whole(meeting, Field::Signing, (value(was), value(now)), records));
        }
    }
    all
}

fn sheets(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (&sides.was.state.ledger.sheets, &sides.now.state.ledger.sheets);
    let of = |record: RecordId| {
        let value = |sheet: &Sheet| Value::Sheet(sheet.colour, sheet.reason.clone());
        let (before, after) = (was.get(&record), now.get(&record));
        let about = &after.or(before)?.about;
        let values = (before.map(value), after.map(value));
        Some(told(sides, Some(about), Field::Sheet, values, &record))
    };
    unlike(Some(was), Some(now)).into_iter().filter_map(of).collect()
}

fn notes(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (&sides.was.state.ledger.notes, &sides.now.state.ledger.notes);
    let of = |record: RecordId| {
        let value = |note: &Note| Value::Text(note.text.clone());
        let (before, after) = (was.get(&record), now.get(&record));
        let about = after.or(before)?.about.first();
        let values = (before.map(value), after.map(value));
        Some(told(sides, about, Field::Note, values, &record))
    };
    unlike(Some(was), Some(now)).into_iter().filter_map(of).collect()
}

/// A record about a row, about a decision, or about none.
fn told(
    sides: &Sides<'_>,
    about: Option<&About>,
    field: Field,
    values: Values,
    record: &RecordId,
) -> Difference {
    let records = vec![record.clone()];
    match about {
        Some(About::Row(row)) => sides.row(row.place, field, values, records),
        Some(About::Decision(id)) => sides.decision(id, field, values, records),
        None => whole(&record.snapshot, field, values, records),
    }
}

/// Who attended, where both sides are meetings and signed in.
fn attendance(sides: &Sides<'_>) -> Vec<Difference> {
    let (Some(was), Some(now)) = (sides.was.state.meeting(), sides.now.state.meeting()) else {
        return Vec::new();
    };
    let (was, now) = (sides.was.state.corrected(was), sides.now.state.corrected(now));
    if was.attendance.is_empty() || now.attendance.is_empty() {
        return Vec::new();
    }
    let of = |who: &Party| {
        let value =
            |attended: &Attendance| Value::Attended(attended.state, attended.substitute.clone());
        let values = (was.attendance.get(who).map(value), now.attendance.get(who).map(value));
        (values.0 != values.1).then(|| Difference {
            topic: Topic::Person(who.clone()),
            at: None,
            lead: sides.present(Some(who.clone())),
            field: Field::Attendance,
            was: values.0,
            now: values.1,
            records: Vec::new(),
        })
    };
    keys(&was.attendance, &now.attendance).into_iter().filter_map(of).collect()
}

fn whole(
    held: &SnapshotId,
    field: Field,
    (was, now): Values,
    records: Vec<RecordId>,
) -> Difference {
    let topic = Topic::Held(held.clone());
    Difference { topic, at: None, lead: None, field, was, now, records }
}

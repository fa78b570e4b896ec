//! What is recorded of rows: readings, goals, lights by hand, who has them, what became of them; and
//! rows that one plan has and the other has not.

use std::collections::BTreeMap;

use super::{Difference, Field, Sides, Value, Values, keys, unlike};
use crate::judge::Grounds;
use crate::ledger::{Assignment, RecordId, Snapshot};
use crate::plan::{Found, Number, Party, Place, Plan, Row, Table};

pub(super) fn differences(sides: &Sides<'_>) -> Vec<Difference> {
    let mut all = plans(sides);
    all.extend(readings(sides));
    all.extend(goals(sides));
    all.extend(hands(sides));
    all.extend(assignments(sides));
    all.extend(accounts(sides));
    all
}

/// Rows that one side lacks, or that read otherwise.
fn plans(sides: &Sides<'_>) -> Vec<Difference> {
    if std::ptr::eq(sides.was.plan, sides.now.plan) {
        return Vec::new();
    }
    let (was, now) = (titles(sides.was.plan), titles(sides.now.plan));
    let mut places: Vec<Place> = was.keys().chain(now.keys()).copied().collect();
    places.sort();
    places.dedup();
    let title = |of: &BTreeMap<Place, &str>, place| {
        of.get(&place).map(|title| Value::Text((*title).to_owned()))
    };
    let both = places.into_iter().map(|place| (place, (title(&was, place), title(&now, place))));
    let unlike = both.filter(|(_, (was, now))| was != now);
    unlike.map(|(place, values)| sides.row(place, Field::Row, values, Vec::new())).collect()
}

/// Every row of a plan with what it says.
fn titles(plan: &Plan) -> BTreeMap<Place, &str> {
    let sections = plan.sections.iter().map(|own| (own.id, own.title.as_str()));
    let tasks = plan.tasks().map(|own| (own.id, own.title.as_str()));
    let measures = plan.tasks().flat_map(|task| &task.measures);
    let measures = measures.map(|own| (own.id, own.text.as_str()));
    let targets = plan.targets().map(|own| (own.id, own.metric.as_str()));
    sections.chain(tasks).chain(measures).chain(targets).collect()
}

fn readings(sides: &Sides<'_>) -> Vec<Difference> {
    let latest = |state: &Snapshot, place: Place| {
        let (_, reading) = state.latest_reading(place)?;
        Some(Value::Reading(reading.value, reading.period))
    };
    let (was, now) = (sides.was.state, sides.now.state);
    let each = |row: &Row| {
        let of = |state: &Snapshot| latest(state, row.place);
        let (before, after) = (was.ledger.readings.get(row), now.ledger.readings.get(row));
        let (values, records) = ((of(was), of(now)), unlike(before, after));
        changed(sides, row.place, Field::Reading, values, records)
    };
    keys(&was.ledger.readings, &now.ledger.readings).into_iter().filter_map(each).collect()
}

/// What each target asks for: as adopted, or as last amended.
fn goals(sides: &Sides<'_>) -> Vec<Difference> {
    let goal = |on: &Grounds<'_>, place: Place| {
        let amended = on.state.ledger.amendments.get(&place);
        let amended = amended.and_then(|all| on.state.latest(all)).map(|(_, last)| last.now);
        let adopted = || match on.plan.find(place)? {
            Found::Target(target) => target.value,
            _ => None,
        };
        amended.or_else(adopted)
    };
    let (was, now) = (sides.was, sides.now);
    let (before, after) = (&was.state.ledger.amendments, &now.state.ledger.amendments);
    let mut places: Vec<Place> = keys(before, after).into_iter().map(|row| row.place).collect();
    if !std::ptr::eq(was.plan, now.plan) {
        places.extend(was.plan.targets().map(|target| target.id));
        places.sort();
        places.dedup();
    }
    let each = |place: Place| {
        let records = unlike(before.get(&place), after.get(&place));
        let value = |on| goal(on, place).map(Value::Goal);
        let (was, now): (Option<Value>, Option<Value>) = (value(was), value(now));
        // A target that one plan lacks is told as a row.
        let lacks = was.is_none() || now.is_none();
        (!lacks || !records.is_empty())
            .then(|| changed(sides, place, Field::Goal, (was, now), records))
            .flatten()
    };
    places.into_iter().filter_map(each).collect()
}

fn hands(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (sides.was.state, sides.now.state);
    let each = |row: &Row| {
        let of = |state: &Snapshot| {
            let (_, set) = state.latest(state.ledger.lights.get(row)?)?;
            Some(Value::Hand(set.light, set.reason.clone()))
        };
        let records = unlike(was.ledger.lights.get(row), now.ledger.lights.get(row));
        changed(sides, row.place, Field::Hand, (of(was), of(now)), records)
    };
    keys(&was.ledger.lights, &now.ledger.lights).into_iter().filter_map(each).collect()
}

fn accounts(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (sides.was.state, sides.now.state);
    let each = |row: &Row| {
        let of = |state: &Snapshot| {
            let (_, account) = state.latest(state.ledger.accounts.get(row)?)?;
            Some(Value::Account(account.state, account.reason.clone()))
        };
        let records = unlike(was.ledger.accounts.get(row), now.ledger.accounts.get(row));
        changed(sides, row.place, Field::Account, (of(was), of(now)), records)
    };
    keys(&was.ledger.accounts, &now.ledger.accounts).into_iter().filter_map(each).collect()
}

/// Who has each row, field by field. A record that changes none of them is told with the lead.
fn assignments(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (sides.was.state, sides.now.state);
    let (before, after) = (&was.ledger.assignments, &now.ledger.assignments);
    let mut all = Vec::new();
    for row in keys(before, after) {
        let mut records = unlike(before.get(row), after.get(row));
        if records.is_empty() {
            continue;
        }
        let last = |of: &Assigned, state: &Snapshot| -> Option<Assignment> {
            Some(state.latest(of.get(row)?)?.1.clone())
        };
        let (was, now) = (last(before, was), last(after, now));
        for (field, value) in ASSIGNED {
            let values = (was.as_ref().and_then(value), now.as_ref().and_then(value));
            if values.0 != values.1 {
                let own = std::mem::take(&mut records);
                all.push(sides.row(row.place, field, values, own));
            }
        }
        if !records.is_empty() {
            let lead = |of: &Option<Assignment>| of.as_ref().and_then(lead);
            all.push(sides.row(row.place, Field::Lead, (lead(&was), lead(&now)), records));
        }
    }
    all
}

/// Who had a row, by row and record.
type Assigned = Table<Row, Table<RecordId, Assignment>>;

/// One field of an assignment.
type Of = fn(&Assignment) -> Option<Value>;

/// The fields of an assignment.
const ASSIGNED: [(Field, Of); 5] = [
    (Field::Lead, lead),
    (Field::Support, |of| parties(&of.support)),
    (Field::Sponsor, |of| text(&of.sponsor)),
    (Field::Person, |of| text(&of.person)),
    (Field::Due, |of| of.due.map(Value::Day)),
];

fn lead(of: &Assignment) -> Option<Value> {
    parties(&of.lead)
}

fn parties(of: &[Party]) -> Option<Value> {
    (!of.is_empty()).then(|| Value::Parties(of.to_vec()))
}

fn text(of: &str) -> Option<Value> {
    (!of.is_empty()).then(|| Value::Text(of.to_owned()))
}

/// A difference of a row, if its values differ or records were made.
fn changed(
    sides: &Sides<'_>,
    place: Place,
    field: Field,
    values: Values,
    records: Vec<RecordId>,
) -> Option<Difference> {
    let same = values.0 == values.1 && records.is_empty();
    (!same).then(|| sides.row(place, field, values, records))
}

/// Exact numbers of one unit, one taken from the other.
pub(super) fn step(was: Number, now: Number) -> Option<rust_decimal::Decimal> {
    now.value().checked_sub(was.value())
}

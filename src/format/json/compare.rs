//! What differs between two states of a book, as scripts and tables read it.

use chrono::NaiveDate;
use serde_json::json;

use super::Value;
use crate::judge::compare::{Difference, Said, Topic, Value as Side};
use crate::ledger::{Due, SnapshotId};
use crate::words::Lang;

/// One end of a comparison.
pub fn end(id: &SnapshotId, day: NaiveDate, title: &str) -> Value {
    json!({ "id": id.to_string(), "date": day.to_string(), "title": title })
}

/// A whole comparison.
pub fn compared(from: &Value, to: &Value, changes: &Value) -> Value {
    json!({ "from": from, "to": to, "changes": changes })
}

/// One difference: what of, in what, the values on both sides, and what makes it so.
pub fn difference(one: &Difference, said: &Said) -> Value {
    let (mut row, mut decision, mut meeting, mut who) = (None, None, None, None);
    match &one.topic {
        Topic::Row(place) => row = Some(place.to_string()),
        Topic::Decision(id) => decision = Some(id.to_string()),
        Topic::Held(id) => meeting = Some(id.to_string()),
        Topic::Person(party) => who = Some(party.name().to_owned()),
    }
    let records: Vec<String> = one.records.iter().map(ToString::to_string).collect();
    json!({
        "kind": one.field.sort().text(Lang::En),
        "field": one.field.code(),
        "task": one.at.map(|place| place.to_string()),
        "row": row,
        "decision": decision,
        "meeting": meeting,
        "who": who,
        "lead": one.lead.as_ref().map(|party| party.name().to_owned()),
        "was": one.was.as_ref().map(|value| side(value, &said.was)),
        "now": one.now.as_ref().map(|value| side(value, &said.now)),
        "was_period": one.was.as_ref().and_then(period),
        "now_period": one.now.as_ref().and_then(period),
        "notes": said.notes,
        "records": records,
    })
}

/// A value: numbers and days as text, a light by its Chinese word, what has no shorter form as it is
/// said.
fn side(value: &Side, said: &str) -> String {
    match value {
        Side::Light(verdict) => {
            verdict.light.map_or("", |light| light.word().text(Lang::Zh)).to_owned()
        }
        Side::Reading(value, _) | Side::Goal(value) => value.to_string(),
        Side::Due(Due::Stated(when) | Due::Assumed(when)) => when.to_string(),
        Side::Stage(stage, _) => stage.code().to_owned(),
        Side::Attended(presence, _) => presence.code().to_owned(),
        _ => said.to_owned(),
    }
}

fn period(value: &Side) -> Option<String> {
    match value {
        Side::Reading(_, period) => Some(period.to_string()),
        _ => None,
    }
}

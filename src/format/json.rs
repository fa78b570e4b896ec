//! What scripts read: the contract of `--format json`.
//!
//! Names are the words of the product in snake case, ids and numbers are text, days are
//! `2023-09-15`, a light is its Chinese word in every language. A field may be added here and none
//! may be renamed.

mod compare;
mod decision;
mod draft;
mod findings;
mod past;
mod text;

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Map, json};

pub use compare::{compared, difference, end};
pub use decision::{Judged, decision, life, outcome, sheets};
pub use draft::draft;
pub use findings::{checked, examination, examined, fault, proven};
pub use past::{Dispute, chapter, conflict, in_git, titled, told};
pub use serde_json::Value;
pub use text::text;

use crate::judge::{Light, Point, Subject, Tally, Verdict};
use crate::ledger::{
    Account, AgendaItem, Assignment, Due, Reading, RecordId, Seal, Snapshot, SnapshotId,
};
use crate::plan::{Found, Measure, Office, OfficeKey, Party, Place, Plan, Section, Target, Task};
use crate::words::Lang;

/// The plan.
pub fn plan(plan: &Plan) -> Value {
    json!({
        "title": plan.title,
        "period": { "from": plan.period.from.to_string(), "to": plan.period.to.to_string() },
        "guidance": plan.guidance,
        "headline": list(&plan.headline, target),
        "sections": list(&plan.sections, section),
    })
}

/// A row of the plan with all that is below it.
pub fn row(found: Found<'_>) -> Value {
    match found {
        Found::Section(own) => section(own),
        Found::Task(own) => task(own),
        Found::Measure(own) => measure(own),
        Found::Target(own) => target(own),
    }
}

fn section(section: &Section) -> Value {
    json!({
        "id": section.id.to_string(),
        "title": section.title,
        "short": section.short,
        "lead": section.lead,
        "tasks": list(&section.tasks, task),
    })
}

fn task(task: &Task) -> Value {
    json!({
        "id": task.id.to_string(),
        "title": task.title,
        "short": task.short,
        "measures": list(&task.measures, measure),
    })
}

fn measure(measure: &Measure) -> Value {
    json!({
        "id": measure.id.to_string(),
        "text": measure.text,
        "targets": list(&measure.targets, target),
    })
}

fn target(target: &Target) -> Value {
    json!({
        "id": target.id.to_string(),
        "metric": target.metric,
        "short": target.short,
        "comparator": code(&target.comparator),
        "value": target.value.map(|number| number.to_string()),
        "from": target.from.map(|number| number.to_string()),
        "upper": target.upper.map(|number| number.to_string()),
        "unit": target.unit,
        "text": target.text,
        "kind": code(&target.kind),
        "qualifier": target.qualifier,
        "members": target.members,
    })
}

/// A target and how it stands. `pace`, `share` and `gap` are decimals as text: percent, and what is
/// lacking in points or in the target's unit, below zero when it is ahead.
pub fn measured(own: &Target, verdict: &Verdict, reason: &str) -> Value {
    let figure = verdict.figure.map(
        |figure| json!({ "value": figure.value.to_string(), "period": figure.period.to_string() }),
    );
    let percent = |value: Option<Decimal>| value.map(|value| format!("{value:.1}"));
    let gap = match (verdict.pace, verdict.gap) {
        (Some(_), gap) => percent(gap),
        (None, gap) => gap.map(|gap| gap.normalize().to_string()),
    };
    let more = json!({
        "goal": verdict.goal.map(|goal| goal.to_string()),
        "reading": figure,
        "share": percent(verdict.share),
        "pace": percent(verdict.pace),
        "gap": gap,
        "light": light(verdict.light),
        "reason": reason,
    });
    joined(target(own), more)
}

/// How a row stands, for joining to it.
pub fn standing(own: Option<Light>, reason: &str) -> Value {
    json!({ "light": light(own), "reason": reason })
}

/// How many rows of a section or a plan have which light.
pub fn tally(tally: &Tally) -> Value {
    let counts = Light::ALL
        .into_iter()
        .map(|light| (light.word().text(Lang::Zh).to_owned(), Value::from(tally.of(light))));
    json!({
        "lights": Value::Object(counts.collect()),
        "unlit": tally.unlit,
        "share": tally.share(),
    })
}

/// The Chinese word of a light; null where only a person could say.
pub fn light(own: Option<Light>) -> Value {
    own.map_or(Value::Null, |light| Value::from(light.word().text(Lang::Zh)))
}

/// A task of a list: its counts instead of its text, and who has it.
pub fn listed(task: &Task, assigned: Option<&Assignment>) -> Value {
    json!({
        "id": task.id.to_string(),
        "title": task.title,
        "short": task.short,
        "section": task.id.in_section().map(|place| place.to_string()),
        "lead": names(assigned.map(|assigned| assigned.lead.as_slice()).unwrap_or_default()),
        "support": names(assigned.map(|assigned| assigned.support.as_slice()).unwrap_or_default()),
        "measures": task.measures.len(),
        "targets": task.targets().count(),
    })
}

/// What became of a row at the year's end; null while nobody said.
pub fn account(account: Option<&Account>) -> Value {
    field(
        "account",
        account.map_or(Value::Null, |account| {
            json!({
                "state": account.state.code(),
                "on": account.on.to_string(),
                "reason": account.reason,
            })
        }),
    )
}

/// A reading of a target.
pub fn reading(id: &RecordId, of: &Target, reading: &Reading) -> Value {
    json!({
        "id": id.to_string(),
        "meeting": id.snapshot.to_string(),
        "target": of.id.to_string(),
        "metric": of.metric,
        "period": reading.period.to_string(),
        "value": reading.value.to_string(),
        "unit": of.unit,
        "written": reading.written,
        "entered": reading.entered.to_string(),
        "from": reading.from.as_ref().map(|party| party.name().to_owned()),
        "source": reading.source,
        "preliminary": reading.preliminary,
        "revises": reading.revises.as_ref().map(ToString::to_string),
        "reason": reading.reason,
        "done": reading.done,
    })
}

/// An office of the roster, and how much it has to do.
pub fn office(key: &OfficeKey, office: &Office, open_decisions: usize) -> Value {
    json!({
        "key": key.as_str(),
        "short": office.short,
        "full": office.full,
        "aliases": office.aliases,
        "order": office.order,
        "open_decisions": open_decisions,
    })
}

/// An item of an agenda, and the minutes that it used.
pub fn item(number: u16, item: &AgendaItem, used: Option<i64>) -> Value {
    json!({
        "number": number,
        "title": item.title,
        "rows": list(&item.rows, |row| Value::from(row.place.to_string())),
        "office": item.office.as_ref().map(Party::name),
        "presenter": item.presenter,
        "minutes": item.minutes,
        "used": used,
        "restricted": item.restricted,
        "state": item.state.code(),
        "reason": item.reason,
        "in_papers": item.in_papers,
        "prepared": item.prepared,
    })
}

/// A line of one of the lists before a meeting.
pub fn point(list: &str, point: &Point, lang: Lang) -> Value {
    let about = match &point.about {
        Subject::Row(place) => place.to_string(),
        Subject::Decision(id) => id.to_string(),
    };
    json!({
        "list": list,
        "about": about,
        "light": point.light.word().text(Lang::Zh),
        "lead": names(&point.lead),
        "why": point.why.text(lang),
    })
}

/// What a line of a table of readings changes.
pub fn read(
    line: usize,
    target: Place,
    was: Option<&Reading>,
    now: &Reading,
    cautions: &[String],
) -> Value {
    let told = |reading: &Reading| json!({ "value": reading.value.to_string(), "period": reading.period.to_string() });
    json!({
        "line": line,
        "target": target.to_string(),
        "was": was.map(told),
        "now": told(now),
        "cautions": cautions,
    })
}

/// What a line of a table of assignments changes.
pub fn assigned(
    line: usize,
    row: Place,
    was: Option<&Assignment>,
    now: &Assignment,
    cautions: &[String],
) -> Value {
    let told = |assignment: &Assignment| {
        json!({
            "sponsor": assignment.sponsor,
            "lead": names(&assignment.lead),
            "support": names(&assignment.support),
            "person": assignment.person,
            "due": assignment.due.map(|due| due.to_string()),
        })
    };
    json!({
        "line": line,
        "row": row.to_string(),
        "was": was.map(told),
        "now": told(now),
        "cautions": cautions,
    })
}

/// A meeting, closed under a seal or open under none.
pub fn meeting(held: &Snapshot, seal: Option<&Seal>) -> Value {
    let id = held.id();
    let meeting = held.meeting();
    let first = meeting.and_then(|meeting| meeting.sittings.values().next());
    json!({
        "id": id.to_string(),
        "series": meeting.map(|meeting| meeting.series.clone()),
        "number": meeting.map(|meeting| meeting.number),
        "title": meeting.map(|meeting| meeting.title.clone()),
        "date": id.day().map(|day| day.to_string()),
        "from": first.and_then(|sitting| sitting.from).map(|time| time.to_string()),
        "place": first.map(|sitting| sitting.place.clone()),
        "chair": first.map(|sitting| sitting.chair.clone()),
        "decisions": own(held, &id).0,
        "readings": own(held, &id).1,
        "state": if seal.is_some() { "sealed" } else { "open" },
        "seal": seal.map(Seal::short),
    })
}

/// How many decisions and readings a snapshot added.
pub fn own(held: &Snapshot, id: &SnapshotId) -> (usize, usize) {
    let own = |record: &&RecordId| record.snapshot == *id;
    let readings = held.ledger.readings.values().flat_map(|of| of.keys());
    (held.ledger.decisions.keys().filter(own).count(), readings.filter(own).count())
}

/// An array of values.
pub fn array(values: Vec<Value>) -> Value {
    Value::Array(values)
}

/// The fields of two objects in one.
pub fn joined(mut one: Value, more: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut one, more) {
        fields.extend(more);
    }
    one
}

/// An object of one field.
pub fn field(name: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(name.to_owned(), value)]))
}

fn list<T>(values: &[T], of: impl Fn(&T) -> Value) -> Value {
    Value::Array(values.iter().map(of).collect())
}

fn names(parties: &[Party]) -> Value {
    list(parties, |party| Value::from(party.name()))
}

fn ids(records: &[RecordId]) -> Value {
    list(records, |record| Value::from(record.to_string()))
}

/// The code that files give to a state of the plan.
fn code<T: Serialize>(state: &T) -> Value {
    serde_json::to_value(state).unwrap_or(Value::Null)
}

fn due(due: &Due) -> Value {
    match due {
        Due::Missing => Value::Null,
        Due::Stated(when) | Due::Assumed(when) => Value::from(when.to_string()),
        Due::Unsettled(words) => Value::from(words.clone()),
    }
}

fn due_is(due: &Due) -> &'static str {
    match due {
        Due::Missing => "missing",
        Due::Stated(_) => "stated",
        Due::Assumed(_) => "assumed",
        Due::Unsettled(_) => "unsettled",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::ron;

    fn bundled() -> Plan {
        ron::read(include_bytes!("../../plan.ron"), ron::Limits::of(1)).unwrap()
    }

    fn keys(value: &Value) -> Vec<&str> {
        value.as_object().unwrap().keys().map(String::as_str).collect()
    }

    #[test]
    fn the_plan_has_the_fields_of_the_contract() {
        let value = plan(&bundled());
        assert_eq!(keys(&value), ["title", "period", "guidance", "headline", "sections"]);
        let section = &value["sections"][0];
        assert_eq!(keys(section), ["id", "title", "short", "lead", "tasks"]);
        let task = &section["tasks"][1];
        assert_eq!(keys(task), ["id", "title", "short", "measures"]);
        let targets = task["measures"].as_array().unwrap().iter();
        let mut targets = targets.flat_map(|measure| measure["targets"].as_array().unwrap());
        let target = targets.next().unwrap();
        assert_eq!(target["id"], "1.2/1");
        assert_eq!(target["comparator"], "exactly");
        assert_eq!(target["value"], "500");
        assert_eq!(target["kind"], "cumulative");
        assert!(value["headline"][5]["value"].is_null());
    }

    #[test]
    fn a_measured_target_says_what_is_not_known_as_null() {
        let plan = bundled();
        let verdict = Verdict { light: Some(Light::Unreported), ..Verdict::default() };
        let value = measured(&plan.headline[0], &verdict, "没有报数");
        assert_eq!(
            (&value["reading"], &value["light"], &value["pace"], &value["gap"]),
            (&Value::Null, &Value::from("未报"), &Value::Null, &Value::Null)
        );
        assert_eq!((&value["value"], &value["reason"]), (&"6".into(), &"没有报数".into()));
    }
}

//! Decisions: those that one side lacks, and of the others each field that stands otherwise.

use super::{Difference, Field, Sides, Value, keys, unlike};
use crate::ledger::{Followup, Happening, RecordId, Snapshot, Standing};
use crate::plan::Party;

pub(super) fn differences(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (sides.was.state, sides.now.state);
    let mut all = Vec::new();
    for id in keys(&was.ledger.decisions, &now.ledger.decisions) {
        let steps = unlike(was.ledger.followups.get(id), now.ledger.followups.get(id));
        let made = was.ledger.decisions.get(id).zip(now.ledger.decisions.get(id));
        let Some((before, after)) = made else {
            let records = std::iter::once(id.clone()).chain(steps).collect();
            all.push(sides.decision(
                id,
                Field::Decision,
                (whole(was, id), whole(now, id)),
                records,
            ));
            continue;
        };
        let corrected = was.is_corrected(id) || now.is_corrected(id);
        if before != after {
            all.extend(fields(sides, id, Some(id), &steps));
        } else if corrected || !steps.is_empty() {
            all.extend(fields(sides, id, None, &steps));
        }
    }
    all.extend(orphans(sides));
    all
}

fn whole(state: &Snapshot, id: &RecordId) -> Option<Value> {
    state.standing(id).map(|standing| Value::Decision(Box::new(standing)))
}

/// Steps of a decision that neither side has: only in a file that somebody wrote by hand.
fn orphans(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (&sides.was.state.ledger, &sides.now.state.ledger);
    let known = |id: &RecordId| was.decisions.contains_key(id) || now.decisions.contains_key(id);
    let lost = keys(&was.followups, &now.followups).into_iter().filter(|id| !known(id));
    let steps = lost.map(|id| (id, unlike(was.followups.get(id), now.followups.get(id))));
    let steps = steps.filter(|(_, steps)| !steps.is_empty());
    steps.map(|(id, steps)| sides.decision(id, Field::Stage, (None, None), steps)).collect()
}

/// What of a decision stands otherwise, each with the steps that made it so. A step that led nowhere,
/// because a later one took it back, is told with the field that it is of.
fn fields(
    sides: &Sides<'_>,
    id: &RecordId,
    own: Option<&RecordId>,
    steps: &[RecordId],
) -> Vec<Difference> {
    let (was, now) = (sides.was.state, sides.now.state);
    let (Some(before), Some(after)) = (was.standing(id), now.standing(id)) else {
        return Vec::new();
    };
    let field_in = |state: &Snapshot, record: &RecordId| {
        state.ledger.followups.get(id)?.get(record).map(field_of)
    };
    let told_with =
        |record: &RecordId| field_in(now, record).into_iter().chain(field_in(was, record)).min();
    let mut all = Vec::new();
    for (field, value) in FIELDS {
        let of_it = steps.iter().filter(|record| told_with(record) == Some(field));
        let mut records: Vec<RecordId> = of_it.cloned().collect();
        if field == Field::Text {
            records.extend(own.cloned());
        }
        let (was, now) = (value(&before), value(&after));
        if was != now || !records.is_empty() {
            all.push(sides.decision(id, field, (was, now), records));
        }
    }
    all
}

/// One field of a standing.
type Of = fn(&Standing) -> Option<Value>;

/// What of a standing is compared.
const FIELDS: [(Field, Of); 7] = [
    (Field::Text, |now| Some(Value::Text(now.text.clone()))),
    (Field::InPapers, |now| {
        (!now.in_papers.is_empty()).then(|| Value::Text(now.in_papers.clone()))
    }),
    (Field::Lead, |now| parties(&now.lead)),
    (Field::Support, |now| parties(&now.support)),
    (Field::Due, |now| Some(Value::Due(now.due.clone()))),
    (Field::Stage, |now| Some(Value::Stage(now.stage, now.superseded_by.clone()))),
    (Field::Feedback, |now| now.feedback.clone().map(|last| Value::Feedback(Box::new(last)))),
];

fn parties(of: &[Party]) -> Option<Value> {
    (!of.is_empty()).then(|| Value::Parties(of.to_vec()))
}

/// The field that a step is told with.
fn field_of(step: &Followup) -> Field {
    match step.what {
        Happening::Stage(_) | Happening::Superseded { .. } => Field::Stage,
        Happening::Extended { .. } => Field::Due,
        Happening::Lead { .. } => Field::Lead,
        Happening::Wording { .. } | Happening::Settled { .. } => Field::Text,
        Happening::Feedback { .. } => Field::Feedback,
    }
}

//! A measure or a task by the worst of what is below it.

use super::target::by_hand;
use super::verdict::{Fact, Verdict};
use super::{Grounds, Light};
use crate::ledger::RecordId;
use crate::plan::Place;

/// How a row stands: its worst target, open decision or assignment, unless somebody set its light.
/// The verdicts are those of what is below it.
pub fn row<'a>(
    on: &Grounds<'_>,
    place: Place,
    targets: impl Iterator<Item = (Place, &'a Verdict)>,
    decisions: impl Iterator<Item = (&'a RecordId, &'a Verdict)>,
) -> Verdict {
    let targets: Vec<_> = targets.collect();
    let quiet = if targets.is_empty() { Fact::NoTargets } else { Fact::ByHand };
    let finished = !targets.is_empty()
        && targets.iter().all(|(_, verdict)| matches!(verdict.light, Some(Light::Done) | None));
    let named = |(place, verdict): (Place, &'a Verdict)| (Fact::Row(place), verdict);
    let below = targets
        .into_iter()
        .map(named)
        .chain(decisions.map(|(id, verdict)| (Fact::Decision(id.clone()), verdict)));
    let lit = below.filter(|(_, verdict)| verdict.light.is_some());
    let worst = lit.reduce(|one, other| if outranks(other.1, one.1) { other } else { one });
    let mut own = worst.map_or_else(
        || Verdict::new(None, vec![quiet]),
        |(fact, verdict)| Verdict {
            facts: std::iter::once(fact).chain(verdict.facts.iter().cloned()).collect(),
            plain: verdict.plain,
            sheet: verdict.sheet,
            ..Verdict::new(verdict.light, Vec::new())
        },
    );
    if let Some(due) = assigned(on, place).filter(|_| !finished)
        && own.light.is_none_or(|light| weight(due_light(&due)) < weight(light))
    {
        own = due;
    }
    by_hand(on, place, &mut own);
    own
}

/// A due of the row itself, once it is near or over.
fn assigned(on: &Grounds<'_>, place: Place) -> Option<Verdict> {
    let all = on.state.ledger.assignments.get(&place)?;
    let (_, assignment) = on.state.latest(all)?;
    let due = assignment.due?;
    let days = (due - on.today).num_days();
    if days < 0 {
        return Some(Verdict::new(Some(Light::Overdue), vec![Fact::Assigned(due, -days)]));
    }
    let near = days <= i64::from(on.rule.policy.soon);
    near.then(|| Verdict::new(Some(Light::DueSoon), vec![Fact::AssignedSoon(due, days)]))
}

fn due_light(verdict: &Verdict) -> Light {
    verdict.light.unwrap_or(Light::OnTrack)
}

fn outranks(one: &Verdict, other: &Verdict) -> bool {
    match (one.light, other.light) {
        (Some(one), Some(other)) => weight(one) < weight(other),
        _ => false,
    }
}

/// The rank of a light among several of one row: alarms first; then, where anything is going well,
/// that says more than what has not begun, is not due or has no goal yet.
pub fn weight(light: Light) -> u8 {
    match light {
        Light::Overdue => 0,
        Light::Behind => 1,
        Light::DueSoon => 2,
        Light::Unreported => 3,
        Light::OnTrack => 4,
        Light::NotStarted => 5,
        Light::NotIssued => 6,
        Light::NotDue => 7,
        Light::Done => 8,
    }
}

//! 久未报: an open decision of which nobody reported for longer than the policy waits.

use chrono::NaiveDate;

use super::Grounds;
use crate::ledger::{RecordId, Snapshot};

/// Whether nothing was heard of a decision for more days than the rule waits.
pub fn is_silent(on: &Grounds<'_>, id: &RecordId) -> bool {
    silence(on, heard(on.state, id)).is_some()
}

/// When something was last heard of a decision: the day on which it was made, if nothing was since.
fn heard(state: &Snapshot, id: &RecordId) -> Option<NaiveDate> {
    let happened = state.ledger.followups.get(id).into_iter().flat_map(|all| all.values());
    happened.map(|followup| followup.on).chain(id.snapshot.day()).max()
}

/// Since when nothing was heard and for how many days, once the rule waits no longer. A rule that does
/// not say how long it waits waits for ever.
pub(super) fn silence(on: &Grounds<'_>, heard: Option<NaiveDate>) -> Option<(NaiveDate, i64)> {
    let (limit, since) = (on.rule.policy.feedback?, heard?);
    let days = (on.today - since).num_days();
    (days > i64::from(limit)).then_some((since, days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Rule;
    use crate::ledger::{Change, Decision, Edit, Followup, Happening};
    use crate::plan::{Period, Plan};

    #[test]
    fn silence_is_broken_by_whatever_was_heard() {
        let mut state = crate::ledger::laws::opened();
        let id = state.id().record(1);
        let made = state.id().day().unwrap();
        let decision = Decision { text: "太安路迁改".into(), ..Decision::default() };
        let add = Edit::Decision(Box::new(Change::add(id.clone(), decision)));
        state.apply(&add).unwrap();
        let day = |days| made + chrono::TimeDelta::days(days);
        let plan = Plan::new("rehearsal-2023", "演练", Period { from: made, to: made });
        let silent = |state: &Snapshot, days, on| {
            let mut rule = Rule::of(&plan);
            rule.policy.feedback = days;
            is_silent(&Grounds { plan: &plan, state, rule: &rule, today: day(on) }, &id)
        };
        assert!(!silent(&state, Some(60), 60));
        assert!(silent(&state, Some(60), 61));
        assert!(!silent(&state, None, 999));
        let heard =
            |what| Followup { on: day(50), what, consent: String::new(), note: String::new() };
        let follow = |number, what| {
            Edit::Followup(Change::add((id.clone(), state.id().record(number)), heard(what)))
        };
        let reported = Happening::Feedback {
            from: None,
            progress: "已进场".into(),
            problem: String::new(),
            next: String::new(),
        };
        state.apply(&follow(2, reported)).unwrap();
        assert!(!silent(&state, Some(60), 110) && silent(&state, Some(60), 111));
    }
}

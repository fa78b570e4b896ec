//! 久未报: an open decision of which nobody reported for longer than the policy waits.

use chrono::NaiveDate;

use crate::ledger::{RecordId, Snapshot};

/// Whether nobody reported for so many days on a decision that is open; without a number nothing is
/// silent.
pub fn is_silent(state: &Snapshot, id: &RecordId, days: Option<u16>, today: NaiveDate) -> bool {
    let Some(days) = days else { return false };
    let heard = state.ledger.followups.get(id).into_iter().flat_map(|all| all.values());
    let heard = heard.map(|followup| followup.on).chain(id.snapshot.day()).max();
    heard.is_some_and(|heard| (today - heard).num_days() > i64::from(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Change, Decision, Edit, Followup, Happening};

    #[test]
    fn silence_is_broken_by_whatever_was_heard() {
        let mut state = crate::ledger::laws::opened();
        let id = state.id().record(1);
        let made = state.id().day().unwrap();
        let decision = Decision { text: "太安路迁改".into(), ..Decision::default() };
        let add = Edit::Decision(Box::new(Change::add(id.clone(), decision)));
        state.apply(&add).unwrap();
        let day = |days| made + chrono::TimeDelta::days(days);
        let silent = |state: &Snapshot, days, on| is_silent(state, &id, days, day(on));
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

//! What holds of any comparison.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Difference, Field, Topic, Value, compare, said};
use crate::judge::tests::{book, day, target};
use crate::judge::{Grounds, Rule};
use crate::ledger::laws::any_snapshot;
use crate::ledger::{RecordId, Snapshot};
use crate::plan::{Place, Plan, Target};
use crate::words::Lang;

/// A plan in which the rows of arbitrary edits lie: `1.2/1`, `1.2/2` and `1.4`.
fn plan() -> Plan {
    let mut plan = book().plan;
    let task = plan.sections[0].tasks[0].clone();
    for number in [2, 4] {
        let mut task = task.clone();
        task.id = Place::task(1, number);
        task.measures[0].id = Place::measure(1, number, 1);
        plan.sections[0].tasks.push(task);
    }
    for number in 1..3 {
        let own = Target { id: Place::target(1, 2, number), ..target("cumulative 500") };
        plan.sections[0].tasks[1].measures[0].targets.push(own);
    }
    plan
}

/// Two states that share some records: a book of which each side knows those whose bit is set.
fn any_sides() -> impl Strategy<Value = (Snapshot, Snapshot)> {
    (any_snapshot(), 0..16_u32, 0..16_u32).prop_map(|(whole, one, other)| {
        let known = |bits: u32| {
            let ledger = whole.ledger.cut(|record| bits >> record.number & 1 == 1);
            Snapshot { ledger, ..whole.clone() }
        };
        (known(one), known(other))
    })
}

fn records(state: &Snapshot) -> BTreeSet<RecordId> {
    state.ledger.records().cloned().collect()
}

/// What is said of a difference whichever side is looked at first.
fn turned(one: Difference) -> (Topic, Field, Option<Value>, Option<Value>, Vec<RecordId>) {
    (one.topic, one.field, one.now, one.was, one.records)
}

proptest! {
    #[test]
    fn a_state_does_not_differ_from_itself(state in any_snapshot()) {
        let (plan, today) = (plan(), day("2023-09-30"));
        let on = Grounds { plan: &plan, state: &state, rule: &Rule::of(&plan), today };
        prop_assert_eq!(compare(&on, &on), Vec::new());
    }

    #[test]
    fn every_record_that_one_side_lacks_is_named_and_no_other((was, now) in any_sides()) {
        let (plan, today) = (plan(), day("2023-09-30"));
        let rule = Rule::of(&plan);
        let on = |state| Grounds { plan: &plan, state, rule: &rule, today };
        let differences = compare(&on(&was), &on(&now));
        let named: BTreeSet<RecordId> =
            differences.iter().flat_map(|one| one.records.iter().cloned()).collect();
        let unlike: BTreeSet<RecordId> =
            records(&was).symmetric_difference(&records(&now)).cloned().collect();
        prop_assert_eq!(named, unlike);
    }

    #[test]
    fn with_the_sides_changed_it_says_the_same_the_other_way((was, now) in any_sides()) {
        let (plan, rule) = (plan(), Rule::of(&plan()));
        let before = Grounds { plan: &plan, state: &was, rule: &rule, today: day("2023-09-15") };
        let after = Grounds { plan: &plan, state: &now, rule: &rule, today: day("2023-11-30") };
        let there = compare(&before, &after);
        let back: Vec<_> = compare(&after, &before).into_iter().map(turned).collect();
        prop_assert_eq!(there.len(), back.len());
        for one in there {
            let own = (one.topic, one.field, one.was, one.now, one.records);
            prop_assert!(back.contains(&own), "{:?}", own);
        }
    }

    #[test]
    fn whatever_differs_can_be_said((was, now) in any_sides()) {
        let (plan, rule) = (plan(), Rule::of(&plan()));
        let before = Grounds { plan: &plan, state: &was, rule: &rule, today: day("2023-09-15") };
        let after = Grounds { plan: &plan, state: &now, rule: &rule, today: day("2023-11-30") };
        for one in compare(&before, &after) {
            for lang in [Lang::Zh, Lang::En] {
                let told = said(&one, &before, &after, lang);
                prop_assert!(!told.field.is_empty() && !told.topic.is_empty(), "{:?}", told);
            }
        }
    }
}

#[test]
fn a_row_that_one_plan_lacks_is_told() {
    let (old, state) = (plan(), book().state);
    let mut new = old.clone();
    new.sections[0].tasks.pop();
    new.sections[0].tasks[1].measures[0].targets[0].value = "480".parse().ok();
    let rule = Rule::of(&old);
    let on = |plan| Grounds { plan, state: &state, rule: &rule, today: day("2023-09-30") };
    let (was, now) = (on(&old), on(&new));
    let told: Vec<String> = compare(&was, &now)
        .iter()
        .map(|one| {
            let said = said(one, &was, &now, Lang::Zh);
            format!("{} {} {}", said.field, said.topic, said.turn(Lang::Zh))
        })
        .collect();
    assert_eq!(
        told,
        [
            "目标值 1.2/1 指标 500 -> 480",
            "计划 1.4 任务 已无 任务",
            "计划 1.4.1 措施。 已无 措施。"
        ]
    );
}

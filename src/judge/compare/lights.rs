//! Lights that are not the same on both sides: of targets, of tasks, of open decisions.
//!
//! A task whose light only repeats what one of its targets or decisions went through says nothing of
//! its own.

use std::collections::{BTreeMap, HashSet};

use super::{Difference, Field, Sides, Value, Values};
use crate::judge::{Grounds, Light, Verdict, decision, rollup, target};
use crate::ledger::RecordId;
use crate::plan::{Place, Task};

/// How everything on one side stands.
#[derive(Debug, Default)]
pub(super) struct Lights {
    pub(super) targets: BTreeMap<Place, Verdict>,
    pub(super) tasks: BTreeMap<Place, Verdict>,
    /// The decisions that are not over.
    pub(super) decisions: BTreeMap<RecordId, Verdict>,
}

impl Lights {
    /// Judges targets and open decisions, then the tasks by them.
    pub(super) fn new(on: &Grounds<'_>) -> Self {
        let targets = on.plan.targets().map(|own| (own.id, target(on, own)));
        let open = on.state.ledger.decisions.keys().filter(|id| !on.state.is_over(id));
        let decisions = open.filter_map(|id| Some((id.clone(), decision(on, id)?)));
        let mut lights = Self {
            targets: targets.collect(),
            decisions: decisions.collect(),
            tasks: BTreeMap::new(),
        };
        let about = lights.about(on);
        let tasks = on.plan.tasks().map(|task| (task.id, lights.task(on, task, &about)));
        lights.tasks = tasks.collect();
        lights
    }

    /// The open decisions of each task, newest first.
    fn about(&self, on: &Grounds<'_>) -> BTreeMap<Place, Vec<RecordId>> {
        let mut about: BTreeMap<Place, Vec<RecordId>> = BTreeMap::new();
        for (id, decision) in on.state.in_order(&on.state.ledger.decisions).into_iter().rev() {
            if !self.decisions.contains_key(id) {
                continue;
            }
            for place in on.state.rows_about(decision) {
                about.entry(place).or_default().push(id.clone());
            }
        }
        about
    }

    fn task(
        &self,
        on: &Grounds<'_>,
        task: &Task,
        about: &BTreeMap<Place, Vec<RecordId>>,
    ) -> Verdict {
        let targets = task.targets().filter_map(|own| Some((own.id, self.targets.get(&own.id)?)));
        let own = about.get(&task.id).into_iter().flatten();
        let decisions = own.filter_map(|id| Some((id, self.decisions.get(id)?)));
        rollup::row(on, task.id, targets, decisions)
    }
}

pub(super) fn differences(sides: &Sides<'_>) -> Vec<Difference> {
    let (was, now) = (Lights::new(sides.was), Lights::new(sides.now));
    let mut all = Vec::new();
    for (place, values) in both(&was.targets, &now.targets) {
        all.push(sides.row(*place, Field::Light, values, Vec::new()));
    }
    for (id, values) in both(&was.decisions, &now.decisions) {
        all.push(sides.decision(id, Field::Light, values, Vec::new()));
    }
    let below: HashSet<_> = all.iter().map(|one| (one.at, turn(one))).collect();
    for (place, values) in both(&was.tasks, &now.tasks) {
        let own = sides.row(*place, Field::Light, values, Vec::new());
        if !below.contains(&(own.at, turn(&own))) {
            all.push(own);
        }
    }
    all
}

/// What stands on both sides under different lights.
fn both<'a, K: Ord>(
    was: &'a BTreeMap<K, Verdict>,
    now: &'a BTreeMap<K, Verdict>,
) -> impl Iterator<Item = (&'a K, Values)> {
    was.iter().filter_map(|(key, was)| {
        let now = now.get(key).filter(|now| now.light != was.light)?;
        let value = |verdict: &Verdict| Some(Value::Light(Box::new(verdict.clone())));
        Some((key, (value(was), value(now))))
    })
}

/// From which light to which.
fn turn(one: &Difference) -> (Option<Light>, Option<Light>) {
    let light = |value: &Option<Value>| match value {
        Some(Value::Light(verdict)) => verdict.light,
        _ => None,
    };
    (light(&one.was), light(&one.now))
}

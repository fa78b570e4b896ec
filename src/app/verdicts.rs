//! 亮灯 of the whole plan: worked out when a book is opened or a day begins, then row by row with what
//! an act changes, so that a frame only looks them up and a record costs the same in a plan of any size.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::index::Index;
use crate::judge::tally::{Part, Tally};
use crate::judge::{self, Grounds, Verdict, rollup};
use crate::ledger::{Edit, RecordId};
use crate::plan::{Found, Place, Plan, Task};

/// How everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdicts {
    day: Option<NaiveDate>,
    targets: BTreeMap<Place, Verdict>,
    tasks: BTreeMap<Place, Verdict>,
    /// Of tasks: their targets. Of sections: their tasks.
    tallies: BTreeMap<Place, Tally>,
    /// The targets that stand or fall with another one.
    leaning: BTreeMap<Place, Vec<Place>>,
}

impl Verdicts {
    /// Judges every target, then the tasks by them.
    pub fn new(on: &Grounds<'_>, index: &Index) -> Self {
        let targets = on.plan.targets().map(|target| (target.id, judge::target(on, target)));
        let mut verdicts = Self {
            day: Some(on.today),
            targets: targets.collect(),
            leaning: leaning(on.plan),
            ..Self::default()
        };
        for section in &on.plan.sections {
            verdicts.tallies.insert(section.id, Tally::default());
        }
        on.plan.tasks().for_each(|task| verdicts.judge_task(on, index, task));
        verdicts
    }

    /// Judges anew what edits touch.
    pub fn follow(&mut self, on: &Grounds<'_>, index: &Index, edits: &[Edit]) {
        let mut touched = BTreeSet::new();
        for edit in edits {
            let Some(places) = places(on, edit) else {
                *self = Self::new(on, index);
                return;
            };
            touched.extend(places);
        }
        let mut tasks = BTreeSet::new();
        for place in self.with_leaning(touched) {
            tasks.extend(place.in_task());
            if let Some(Found::Target(target)) = on.plan.find(place) {
                self.targets.insert(place, judge::target(on, target));
            }
        }
        for place in tasks {
            if let Some(Found::Task(task)) = on.plan.find(place) {
                self.judge_task(on, index, task);
            }
        }
    }

    /// The day on which they were worked out.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// How every target stands.
    pub fn targets(&self) -> &BTreeMap<Place, Verdict> {
        &self.targets
    }

    /// How a target or a task stands.
    pub fn of(&self, place: Place) -> Option<&Verdict> {
        self.targets.get(&place).or_else(|| self.tasks.get(&place))
    }

    /// The lights of a task's targets, or of a section's tasks.
    pub fn tally(&self, place: Place) -> Option<&Tally> {
        self.tallies.get(&place)
    }

    /// The lights of all tasks.
    pub fn whole(&self, plan: &Plan) -> Tally {
        let own = |place: Place| self.tallies.get(&place);
        let sections = plan.sections.iter();
        Tally::of_sections(sections.filter_map(|section| Some((section, own(section.id)?))))
    }

    /// A task by its targets and its open decisions, counted where its section counts it.
    fn judge_task(&mut self, on: &Grounds<'_>, index: &Index, task: &Task) {
        let before = self.part(task);
        let targets = &self.targets;
        let below = Tally::of_targets(task, |place| targets.get(&place));
        let stands = task.targets().filter_map(|t| targets.get(&t.id).map(|own| (t.id, own)));
        let open = open(on, index, task.id);
        let own = rollup::row(on, task.id, stands, open.iter().map(|(id, own)| (*id, own)));
        self.tallies.insert(task.id, below);
        self.tasks.insert(task.id, own);
        let now = self.part(task);
        let section = task.id.in_section().and_then(|section| self.tallies.get_mut(&section));
        if let Some(section) = section {
            if let Some(before) = before {
                section.take(&before);
            }
            if let Some(now) = now {
                section.put(&now);
            }
        }
    }

    fn part(&self, task: &Task) -> Option<Part> {
        Some(Part::new(task, self.tasks.get(&task.id)?, self.tallies.get(&task.id)?))
    }

    /// The rows, and every target that leans on one of them or on what leans on it.
    fn with_leaning(&self, mut touched: BTreeSet<Place>) -> BTreeSet<Place> {
        let mut next: Vec<Place> = touched.iter().copied().collect();
        while let Some(place) = next.pop() {
            for other in self.leaning.get(&place).into_iter().flatten() {
                if touched.insert(*other) {
                    next.push(*other);
                }
            }
        }
        touched
    }
}

/// Which targets are judged beside another one: reached together with it, or held against it.
fn leaning(plan: &Plan) -> BTreeMap<Place, Vec<Place>> {
    let mut leaning: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
    for target in plan.targets() {
        for other in target.with.iter().chain(&target.against) {
            leaning.entry(*other).or_default().push(target.id);
        }
    }
    leaning
}

/// The rows that an edit lets stand otherwise; none where that may be any row.
fn places(on: &Grounds<'_>, edit: &Edit) -> Option<BTreeSet<Place>> {
    let state = on.state;
    match edit {
        Edit::Decision(change) => {
            let sides = [&change.was, &change.now];
            let about = sides.map(|side| side.as_ref().map(|made| &made.about));
            if let [Some(was), Some(now)] = about
                && was != now
            {
                // Decisions that go on with this one go with it.
                return None;
            }
            let sides = sides.into_iter().flatten();
            Some(sides.flat_map(|made| state.rows_about(made)).collect())
        }
        Edit::Followup(change) => {
            let made = state.ledger.decisions.get(&change.at.0);
            Some(made.map(|made| state.rows_about(made)).unwrap_or_default())
        }
        Edit::Reading(change) => Some([change.at.0.place].into()),
        Edit::Assignment(change) => Some([change.at.0.place].into()),
        Edit::Amendment(change) => Some([change.at.0.place].into()),
        Edit::Light(change) => Some([change.at.0.place].into()),
        Edit::Correction(_) => None,
        Edit::Note(_)
        | Edit::Sheet(_)
        | Edit::Signing(_)
        | Edit::Account(_)
        | Edit::Attendance(_)
        | Edit::Item(_)
        | Edit::Sitting(_)
        | Edit::Settled(_) => Some(BTreeSet::new()),
    }
}

/// The open decisions about a row, judged.
pub(super) fn open<'a>(
    on: &Grounds<'_>,
    index: &'a Index,
    place: Place,
) -> Vec<(&'a RecordId, Verdict)> {
    let about = index.about(place).iter().filter(|id| !on.state.is_over(id));
    about.filter_map(|id| Some((id, judge::decision(on, id)?))).collect()
}

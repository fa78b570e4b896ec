//! Counts of lights, for tasks by their targets, for sections and the plan by their tasks: never an
//! average of unlike units. A count takes a task back as well, so that one row that changes costs the
//! same in a plan of any size.

use super::Light;
use super::verdict::Verdict;
use crate::plan::{Place, Section, Task};

/// How many lights of each sort there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; Light::ALL.len()],
    /// Rows that only a person could judge.
    pub unlit: usize,
    /// The targets below.
    pub targets: usize,
    /// Those that have a figure.
    pub reported: usize,
    scale: Scale,
}

/// One task as its section counts it.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    light: Option<Light>,
    weight: Option<u16>,
    /// How much of it is good, in thousandths.
    good: u64,
    weighed: bool,
    targets: usize,
    reported: usize,
}

impl Tally {
    /// How many of a light.
    pub fn of(&self, light: Light) -> usize {
        self.counts.get(light as usize).copied().unwrap_or(0)
    }

    /// How many in all.
    pub fn all(&self) -> usize {
        self.counts.iter().sum::<usize>() + self.unlit
    }

    /// Of the weights that the plan gives below this row, in percent and whole, those of what is on
    /// track or done; none where the plan gives no weights.
    pub fn share(&self) -> Option<u16> {
        let percent = || u16::try_from(self.scale.thousandths() / 10).unwrap_or(100);
        (self.scale.weighed > 0).then(percent)
    }

    /// The lights of a task's targets.
    pub fn of_targets<'a>(task: &Task, verdict: impl Fn(Place) -> Option<&'a Verdict>) -> Self {
        let mut tally = Self::default();
        for target in task.targets() {
            let own = verdict(target.id);
            let light = own.and_then(|own| own.light);
            *tally.slot(light) += 1;
            tally.targets += 1;
            tally.reported += usize::from(own.is_some_and(|own| own.figure.is_some()));
            if let Some(own) = own.filter(|_| light.is_some()) {
                tally.scale.put(target.weight, 1000 * u64::from(own.is_good()));
                tally.scale.weighed += usize::from(target.weight.is_some());
            }
        }
        tally
    }

    /// The lights of all tasks, from those of the sections.
    pub fn of_sections<'a>(sections: impl Iterator<Item = (&'a Section, &'a Self)>) -> Self {
        let mut whole = Self::default();
        for (section, own) in sections {
            for (all, count) in whole.counts.iter_mut().zip(own.counts) {
                *all += count;
            }
            whole.unlit += own.unlit;
            whole.targets += own.targets;
            whole.reported += own.reported;
            whole.scale.put(section.weight, own.scale.thousandths());
            whole.scale.weighed += own.scale.weighed + usize::from(section.weight.is_some());
        }
        whole
    }

    /// Counts a task.
    pub fn put(&mut self, task: &Part) {
        *self.slot(task.light) += 1;
        self.targets += task.targets;
        self.reported += task.reported;
        self.scale.put(task.weight, task.good);
        self.scale.weighed += usize::from(task.weighed);
    }

    /// Takes back a task that was counted.
    pub fn take(&mut self, task: &Part) {
        let slot = self.slot(task.light);
        *slot = slot.saturating_sub(1);
        self.targets = self.targets.saturating_sub(task.targets);
        self.reported = self.reported.saturating_sub(task.reported);
        self.scale.take(task.weight, task.good);
        self.scale.weighed = self.scale.weighed.saturating_sub(usize::from(task.weighed));
    }

    fn slot(&mut self, light: Option<Light>) -> &mut usize {
        let Self { counts, unlit, .. } = self;
        light.and_then(|light| counts.get_mut(light as usize)).unwrap_or(unlit)
    }
}

impl Part {
    /// A task that stands so, over targets that stand so. A task without targets that can be judged is
    /// as good as its own light.
    pub fn new(task: &Task, own: &Verdict, below: &Tally) -> Self {
        let bare = below.scale.all == 0;
        let good = if bare { 1000 * u64::from(own.is_good()) } else { below.scale.thousandths() };
        Self {
            light: own.light,
            weight: task.weight,
            good,
            weighed: task.weight.is_some() || below.scale.weighed > 0,
            targets: below.targets,
            reported: below.reported,
        }
    }
}

/// Of what is weighed, how much is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Scale {
    good: u64,
    all: u64,
    /// How much of it the plan gives a weight.
    weighed: usize,
}

impl Scale {
    /// Puts something on it, `good` of a thousand of it good. What has no weight weighs one beside
    /// what has.
    fn put(&mut self, weight: Option<u16>, good: u64) {
        let weighs = u64::from(weight.unwrap_or(1));
        self.all = self.all.saturating_add(weighs.saturating_mul(1000));
        self.good = self.good.saturating_add(weighs.saturating_mul(good));
    }

    fn take(&mut self, weight: Option<u16>, good: u64) {
        let weighs = u64::from(weight.unwrap_or(1));
        self.all = self.all.saturating_sub(weighs.saturating_mul(1000));
        self.good = self.good.saturating_sub(weighs.saturating_mul(good));
    }

    fn thousandths(self) -> u64 {
        self.good.saturating_mul(1000).checked_div(self.all).unwrap_or(0)
    }
}

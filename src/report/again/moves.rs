//! Rows that stand below another row in the new report: they are the same rows, and keep their numbers.
//!
//! A number says where a row stood when it was first read, and records are made under it. So a row
//! that moved stays where the plan has it, takes what the new report says, and the move is told.

use std::collections::BTreeMap;

use super::likeness::{pairs, same};
use super::rows::Line;
use crate::plan::{Measure, Place, Plan, Section, Task};

/// What moved between two reports, and the rows of the new one by their numbers.
#[derive(Clone, Debug)]
pub(super) struct Moves<'p> {
    /// From a row of the old report to the row of the new one that it became.
    to: BTreeMap<Place, Place>,
    new: &'p Plan,
}

impl<'p> Moves<'p> {
    pub(super) fn between(old: &Plan, new: &'p Plan) -> Self {
        let mut left = Left::default();
        left.sections(&old.sections, &new.sections);
        let mut to = BTreeMap::new();
        left.tasks.paired(&mut to);
        // What moved with its task is no move of its own.
        let within = |row: &&Measure, tasks: &[Place]| {
            row.id.in_task().is_some_and(|task| tasks.contains(&task))
        };
        let from: Vec<Place> = to.keys().copied().collect();
        let into: Vec<Place> = to.values().copied().collect();
        left.measures.old.retain(|row| !within(row, &from));
        left.measures.new.retain(|row| !within(row, &into));
        for (from, into) in from.into_iter().zip(into) {
            if let (Some(from), Some(into)) = (row(old, from), row(new, into)) {
                left.within(from, into);
            }
        }
        left.measures.paired(&mut to);
        Self { to, new }
    }

    /// The row of the new report that a row became which is not below the same row any more.
    pub(super) fn of<T: Line>(&self, old: &T) -> Option<&'p T> {
        T::at(self.new, *self.to.get(&old.id())?)
    }

    /// Whether a row of the new report came from elsewhere.
    pub(super) fn came(&self, new: Place) -> bool {
        self.to.values().any(|place| *place == new)
    }

    /// Whether anything that stood below a row moved away.
    pub(super) fn left(&self, old: Place) -> bool {
        self.to.keys().any(|place| place.is_within(old))
    }
}

fn row(plan: &Plan, place: Place) -> Option<&Task> {
    plan.tasks().find(|task| task.id == place)
}

/// Rows of both reports for which nothing was found below the row that they stood in.
#[derive(Default)]
struct Left<'p> {
    tasks: Rows<'p, Task>,
    measures: Rows<'p, Measure>,
}

struct Rows<'p, T> {
    old: Vec<&'p T>,
    new: Vec<&'p T>,
}

impl<T> Default for Rows<'_, T> {
    fn default() -> Self {
        Self { old: Vec::new(), new: Vec::new() }
    }
}

impl<T: Line> Rows<'_, T> {
    /// Pairs of them that are surely the same row.
    fn paired(&self, to: &mut BTreeMap<Place, Place>) {
        let was: Vec<&str> = self.old.iter().map(|row| row.words()).collect();
        let is: Vec<&str> = self.new.iter().map(|row| row.words()).collect();
        for (old, at) in self.old.iter().zip(pairs(&was, &is)) {
            let Some(new) = at.and_then(|at| self.new.get(at)) else { continue };
            if same(old.words(), new.words()) {
                to.insert(old.id(), new.id());
            }
        }
    }
}

impl<'p> Left<'p> {
    fn sections(&mut self, old: &'p [Section], new: &'p [Section]) {
        parted(old, new, |pair| match pair {
            Pair::Both(old, new) => self.section(old, new),
            Pair::Old(old) => {
                for task in &old.tasks {
                    self.gone(task);
                }
            }
            Pair::New(new) => {
                for task in &new.tasks {
                    self.come(task);
                }
            }
        });
    }

    fn section(&mut self, old: &'p Section, new: &'p Section) {
        parted(&old.tasks, &new.tasks, |pair| match pair {
            Pair::Both(old, new) => self.within(old, new),
            Pair::Old(old) => self.gone(old),
            Pair::New(new) => self.come(new),
        });
    }

    fn gone(&mut self, task: &'p Task) {
        self.tasks.old.push(task);
        self.measures.old.extend(&task.measures);
    }

    fn come(&mut self, task: &'p Task) {
        self.tasks.new.push(task);
        self.measures.new.extend(&task.measures);
    }

    fn within(&mut self, old: &'p Task, new: &'p Task) {
        parted(&old.measures, &new.measures, |pair| match pair {
            Pair::Both(..) => {}
            Pair::Old(old) => self.measures.old.push(old),
            Pair::New(new) => self.measures.new.push(new),
        });
    }
}

enum Pair<'p, T> {
    Both(&'p T, &'p T),
    Old(&'p T),
    New(&'p T),
}

/// Rows below one row, in pairs and alone.
fn parted<'p, T: Line>(old: &'p [T], new: &'p [T], mut take: impl FnMut(Pair<'p, T>)) {
    let was: Vec<&str> = old.iter().map(T::words).collect();
    let is: Vec<&str> = new.iter().map(T::words).collect();
    let became = pairs(&was, &is);
    for (old, at) in old.iter().zip(&became) {
        take(at.and_then(|at| new.get(at)).map_or(Pair::Old(old), |new| Pair::Both(old, new)));
    }
    let came = new.iter().enumerate().filter(|(at, _)| !became.contains(&Some(*at)));
    for (_, new) in came {
        take(Pair::New(new));
    }
}

//! An amended report, held against the report that a plan was made of and the plan as edited since.
//!
//! Three ways: what only one side changed is taken, what both changed differently is a conflict and
//! never settled in silence. A number that a row of the plan has is never given another row, and what
//! no report speaks of (roster, policies, due days set by hand) is the plan's alone.

use std::collections::BTreeMap;

use crate::plan::{Comparator, Kind, Number, Period, Place, Plan, Target};
use crate::words::again::Field;

mod likeness;
mod rows;
#[cfg(test)]
mod tests;

/// Which side a conflict goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The plan as edited.
    Ours,
    /// The new report.
    Theirs,
}

/// What the three came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The plan, conflicts decided for one side.
    pub plan: Plan,
    /// What both sides changed, each in its own way.
    pub conflicts: Vec<Conflict>,
    /// What the new report brought into the plan.
    pub changes: Vec<Change>,
    /// Where the rows of the new report stand in the plan.
    pub places: BTreeMap<Place, Place>,
}

/// One thing that the new report brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which row; none for the plan itself.
    pub row: Option<Place>,
    /// What became of it.
    pub what: Brought,
}

/// What the new report brought to a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// A field reads otherwise.
    Field {
        /// Which.
        field: Field,
        /// What it said.
        from: Said,
        /// What it says.
        to: Said,
    },
    /// The row is new.
    Row {
        /// Its title.
        title: String,
    },
    /// The row is gone.
    Gone {
        /// The title that it had.
        title: String,
    },
}

/// One thing that both sides changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which row; none for the plan itself.
    pub row: Option<Place>,
    /// In what they differ.
    pub what: Clash,
}

/// In what the two sides differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// A field was changed by both.
    Field {
        /// Which.
        field: Field,
        /// What the plan says.
        ours: Said,
        /// What the new report says.
        theirs: Said,
    },
    /// The new report has no such row, and the plan edited it.
    DroppedEdited {
        /// Its title in the plan.
        title: String,
    },
    /// The plan has no such row any more, and the new report changed it.
    RemovedChanged {
        /// Its title in the new report.
        title: String,
    },
}

/// What a field says, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// In words.
    Words(String),
    /// How a value is meant.
    Comparator(Comparator),
    /// How a target is judged.
    Kind(Kind),
}

/// Brings an amended report into a plan.
///
/// `old` and `new` are the plans as read from the two reports, `ours` is the first as edited since;
/// conflicts go to `side`, and are listed whichever it is.
pub fn again(old: &Plan, new: &Plan, ours: &Plan, side: Side) -> Again {
    let mut work = Work::new(side);
    let mut plan = ours.clone();
    let three = Three { old, new, ours };
    plan.title = work.field(None, Field::Title, three.of(|plan| &plan.title));
    plan.organ = work.field(None, Field::Organ, three.of(|plan| &plan.organ));
    plan.period = work.field(None, Field::Period, three.of(|plan| &plan.period));
    plan.guidance = work.field(None, Field::Guidance, three.of(|plan| &plan.guidance));
    plan.headline = work.targets(None, three.of(|plan| &plan.headline));
    plan.sections = work.rows(None, three.of(|plan| &plan.sections));
    Again { plan, conflicts: work.conflicts, changes: work.changes, places: work.places }
}

/// The same thing as the old report, the new report and the plan have it.
#[derive(Debug)]
struct Three<'a, T: ?Sized> {
    old: &'a T,
    new: &'a T,
    ours: &'a T,
}

impl<T: ?Sized> Clone for Three<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Three<'_, T> {}

impl<'a, T: ?Sized> Three<'a, T> {
    /// A part of each.
    fn of<P: ?Sized>(self, part: impl Fn(&'a T) -> &'a P) -> Three<'a, P> {
        Three { old: part(self.old), new: part(self.new), ours: part(self.ours) }
    }
}

/// What has been found so far.
#[derive(Clone, Debug)]
struct Work {
    side: Side,
    conflicts: Vec<Conflict>,
    changes: Vec<Change>,
    places: BTreeMap<Place, Place>,
    /// The greatest number that a target of the task has had.
    last_target: u16,
}

impl Work {
    fn new(side: Side) -> Self {
        let (conflicts, changes, places) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { side, conflicts, changes, places, last_target: 0 }
    }

    /// One field: the side that changed it has it.
    fn field<T: Clone + PartialEq + Shown>(
        &mut self,
        row: Option<Place>,
        field: Field,
        Three { old, new, ours }: Three<'_, T>,
    ) -> T {
        if new == old || new == ours {
            return ours.clone();
        }
        if ours == old {
            let what = Brought::Field { field, from: ours.said(), to: new.said() };
            self.changes.push(Change { row, what });
            return new.clone();
        }
        let what = Clash::Field { field, ours: ours.said(), theirs: new.said() };
        self.conflicts.push(Conflict { row, what });
        match self.side {
            Side::Ours => ours.clone(),
            Side::Theirs => new.clone(),
        }
    }

    /// The targets of the headline, or of a sentence of `task`.
    fn targets(&mut self, task: Option<Place>, three: Three<'_, Vec<Target>>) -> Vec<Target> {
        if task.is_none() {
            self.last_target = rows::last(&three.old[..]).max(rows::last(&three.ours[..]));
        }
        self.rows(task, three)
    }
}

/// A value that people can be shown.
trait Shown {
    fn said(&self) -> Said;
}

impl Shown for String {
    fn said(&self) -> Said {
        Said::Words(self.clone())
    }
}

impl Shown for Vec<String> {
    fn said(&self) -> Said {
        Said::Words(self.join(" "))
    }
}

impl Shown for Comparator {
    fn said(&self) -> Said {
        Said::Comparator(*self)
    }
}

impl Shown for Kind {
    fn said(&self) -> Said {
        Said::Kind(*self)
    }
}

impl Shown for Option<Number> {
    fn said(&self) -> Said {
        Said::Words(self.as_ref().map_or_else(String::new, ToString::to_string))
    }
}

impl Shown for Period {
    fn said(&self) -> Said {
        Said::Words(format!("{}–{}", self.from, self.to))
    }
}

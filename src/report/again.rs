//! An amended report, held against the report that a plan was made of and the plan as edited since.
//!
//! Three ways: what only one side changed is taken, what both changed differently is a conflict and
//! never settled in silence. A number that a row of the plan has is never given another row, and what
//! no report speaks of (roster, policies, due days set by hand) is the plan's alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::plan::{Comparator, Kind, Number, Period, Place, Plan, Target};
use crate::words::again::Field;
use moves::Moves;

mod likeness;
mod moves;
mod rows;
#[cfg(test)]
mod tests;

/// Which side a conflict goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The plan as edited.
    Ours,
    /// The new report.
    Theirs,
    /// What each of them says, where it is a list.
    Both,
}

/// What is asked where both sides changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which row; none for the plan itself.
    pub row: Option<Place>,
    /// What about it.
    pub about: Asked,
}

/// What is asked of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What a field is to say.
    Field(Field),
    /// Whether a row stays that the new report does not have.
    Dropped,
    /// Whether a row comes back that the plan does not have.
    Removed,
}

impl Question {
    /// Its name in a file: `1.2/1 Value`.
    pub fn key(&self) -> String {
        let row = self.row.map_or_else(|| "0".to_owned(), |row| row.to_string());
        match self.about {
            Asked::Field(field) => format!("{row} {field:?}"),
            about => format!("{row} {about:?}"),
        }
    }
}

impl Conflict {
    /// What is asked.
    pub fn question(&self) -> Question {
        let about = match self.what {
            Clash::Field { field, .. } => Asked::Field(field),
            Clash::DroppedEdited { .. } => Asked::Dropped,
            Clash::RemovedChanged { .. } => Asked::Removed,
        };
        Question { row: self.row, about }
    }

    /// The sides that it can go to.
    pub fn sides(&self) -> &'static [Side] {
        match self.what {
            Clash::Field { field: Field::Guidance | Field::Lead | Field::Members, .. } => {
                &[Side::Ours, Side::Theirs, Side::Both]
            }
            _ => &[Side::Ours, Side::Theirs],
        }
    }
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
    /// The row stands below another one in the new report; here it stays where it was.
    Moved {
        /// Its title.
        title: String,
        /// Its number in the new report.
        to: Place,
    },
    /// The row is not in the new report, but some of what stands below it is, elsewhere.
    Emptied {
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
        /// What the old report said.
        was: Said,
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
    decided(old, new, ours, (side, &|_| None))
}

/// The same, where somebody decided some of the conflicts one by one; the others go to `side`.
pub fn decided(
    old: &Plan,
    new: &Plan,
    ours: &Plan,
    (side, by_hand): (Side, &dyn Fn(Question) -> Option<Side>),
) -> Again {
    let mut work = Work::new((side, by_hand), Moves::between(old, new));
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
#[derive(Clone)]
struct Work<'p> {
    side: Side,
    by_hand: &'p dyn Fn(Question) -> Option<Side>,
    moves: Moves<'p>,
    conflicts: Vec<Conflict>,
    changes: Vec<Change>,
    places: BTreeMap<Place, Place>,
    /// The greatest number that a target of the task has had.
    last_target: u16,
}

impl<'p> Work<'p> {
    fn new(
        (side, by_hand): (Side, &'p dyn Fn(Question) -> Option<Side>),
        moves: Moves<'p>,
    ) -> Self {
        let (conflicts, changes, places) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { side, by_hand, moves, conflicts, changes, places, last_target: 0 }
    }

    /// Notes a conflict, and says which side has it.
    fn clash(&mut self, row: Option<Place>, what: Clash) -> Side {
        let conflict = Conflict { row, what };
        let side = (self.by_hand)(conflict.question()).unwrap_or(self.side);
        self.conflicts.push(conflict);
        side
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
        let (was, theirs) = (old.said(), new.said());
        match self.clash(row, Clash::Field { field, was, ours: ours.said(), theirs }) {
            Side::Ours => ours.clone(),
            Side::Theirs => new.clone(),
            Side::Both => ours.both(new).unwrap_or_else(|| ours.clone()),
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
trait Shown: Sized {
    fn said(&self) -> Said;

    /// What both say together; none for a value that is one or the other.
    fn both(&self, _theirs: &Self) -> Option<Self> {
        None
    }
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

    fn both(&self, theirs: &Self) -> Option<Self> {
        let more = theirs.iter().filter(|line| !self.contains(line));
        Some(self.iter().chain(more).cloned().collect())
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

//! HOW IT STANDS: pure functions of what is on record and a date; never of a clock.
//!
//! ```text
//! target ─┐
//! readings, amendments ─┼─> kind: reached, behind, fine, … ─> dues and reports ─> light set by hand
//! rule, reporting date ─┘                                                      = Verdict with its reason
//! ```
//!
//! A [`Verdict`] is worked out from numbers and says its reason only when somebody reads it, so that
//! a whole plan can be judged with every record.

pub mod rule;

pub mod verdict;

pub mod goal;

pub mod figures;

pub mod pace;

pub mod reports;

mod kinds;

mod target;

mod decision;

pub mod rollup;

pub mod tally;

pub mod reason;

pub mod agenda;

pub mod card;

pub mod compare;

pub mod course;

pub mod doubt;

pub mod gaps;

pub mod settlement;

pub mod sheet;

pub mod silence;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod tests;

use chrono::NaiveDate;

use crate::ledger::Snapshot;
use crate::plan::{Month, Plan};

pub use crate::ledger::Light;
pub use agenda::{Lists, Now, Point, Subject, Why};
pub use card::Card;
pub use compare::{Difference, compare};
pub use decision::decision;
pub use doubt::{Doubt, doubts};
pub use figures::latest_reading;
pub use gaps::{Gap, Whose, gaps, needs_somebody, on_finished};
pub use rollup::row;
pub use rule::Rule;
pub use settlement::settlement;
pub use sheet::sheet_for;
pub use silence::is_silent;
pub use tally::Tally;
pub use target::target;
pub use verdict::{Fact, Figure, Verdict};

/// On what a judgement stands.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    /// What was promised.
    pub plan: &'a Plan,
    /// What is on record.
    pub state: &'a Snapshot,
    /// By which rule.
    pub rule: &'a Rule,
    /// The reporting date: dues, nodes and missing reports count from it. A sum keeps pace with the
    /// months of its reading and never with this day.
    pub today: NaiveDate,
}

impl Grounds<'_> {
    /// The first month of the plan.
    fn first(&self) -> Month {
        Month::of(self.plan.period.from)
    }

    /// The last month of the plan.
    fn last(&self) -> Month {
        Month::of(self.plan.period.to)
    }
}

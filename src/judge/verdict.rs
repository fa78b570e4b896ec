//! A judgement: a light, the numbers on which it stands, and why.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::sheet::sheet_for;
use crate::ledger::{Colour, Light, RecordId, Stage, When};
use crate::plan::{Month, Number, Place, Span};

/// How a target, a row or a decision stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The light; none where only a person could say.
    pub light: Option<Light>,
    /// What the rule alone says: another light only where one was set by hand.
    pub plain: Option<Light>,
    /// The figure that was judged.
    pub figure: Option<Figure>,
    /// The goal with which it was compared: the one in force at the end of the figure's months.
    pub goal: Option<Number>,
    /// How much of the goal is reached, in percent with one decimal. Over 100 is legal.
    pub share: Option<Decimal>,
    /// How much of it should be, in percent with one decimal; none for what is not held to time.
    pub pace: Option<Decimal>,
    /// How far it lacks: points for shares and percentages, else units. Below zero it is ahead.
    pub gap: Option<Decimal>,
    /// The sheet that is due: 蓝 near the due day, 黄 behind, 红 far behind or overdue.
    pub sheet: Option<Colour>,
    /// Why, in the order in which it is said.
    pub facts: Vec<Fact>,
}

/// A figure as it is judged: the latest reading, or what several readings add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The value in the target's unit.
    pub value: Number,
    /// The months that it covers.
    pub period: Span,
    /// When the last of it was entered.
    pub entered: NaiveDate,
}

/// In what a gap is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Points between a share and its pace, with one decimal as both have.
    Share,
    /// Percentage points, as exact as the figures.
    Points,
    /// The target's unit.
    Unit,
}

/// By what a pace goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Month by month, evenly.
    Months,
    /// The target's own trajectory.
    Trajectory,
    /// The plan's season that the target names.
    Season,
}

/// One part of a reason, as values. `reason` puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A sum, its goal, and its share.
    Sum(Number, Number, Decimal),
    /// A sum that must stay below its goal.
    Spent(Number, Number, Decimal),
    /// So many of so many, with the share.
    Ticked(Number, Number, Decimal),
    /// So many of so many.
    Count(Number, Number),
    /// A value.
    Value(Number),
    /// What the target wants, in its own words.
    Goal,
    /// Points by which it may miss.
    Allowed(Number),
    /// Where it should be.
    Pace(Decimal, By),
    /// How far it lacks.
    Gap(Decimal, Measure),
    /// Too small a count for a pace.
    Small(u16),
    /// More than is allowed.
    Exceeded,
    /// Nothing was reported, and a first report was due by this day.
    NoReading(NaiveDate),
    /// Nothing was reported, and it is too late to say until when.
    Nothing,
    /// Nothing was reported, and nothing should have been done yet.
    NotExpected,
    /// Nothing was reported, and nothing had to be before this day.
    NoReadingYet(NaiveDate),
    /// The last month reported, the last month due, the reports between them.
    Stale(Month, Month, u32),
    /// Months without which there is no total.
    Lacks(Span),
    /// It was due on this day, and no figure covers it.
    Final(NaiveDate),
    /// It was measured on this day, and no figure speaks of it.
    Unmeasured(NaiveDate),
    /// No value was issued.
    NotIssued,
    /// The goal was changed to this, from this day on.
    Amended(Number, NaiveDate),
    /// A planned node, by its number in the target, and the months that it is late.
    Node(usize, u32),
    /// The node that comes next.
    NextNode(usize),
    /// Due on a day that is so many days ago.
    Overdue(NaiveDate, i64),
    /// Due on a day so many days ahead.
    Soon(NaiveDate, i64),
    /// Due on a day.
    Later(NaiveDate),
    /// Measured on a day.
    Measured(NaiveDate),
    /// The figure with which it is compared.
    Against(Place, Number),
    /// That figure is missing for these months.
    AgainstMissing(Place, Span),
    /// The plan does not say with what to compare.
    AgainstNothing,
    /// The figure of last year.
    LastYear(Span, Number),
    /// It is missing.
    LastYearMissing(Span),
    /// A target that must be reached as well, and how it stands.
    Partner(Place, Option<Light>),
    /// There is no number to judge by.
    NoGoal,
    /// Only people set its light.
    ByHand,
    /// A red sheet is due though it is only behind.
    Red,
    /// The light was set by hand, on record under this id.
    Hand(Place, RecordId),
    /// What follows is about this row.
    Row(Place),
    /// What follows is about this decision.
    Decision(RecordId),
    /// A decision that is over.
    Ended(Stage),
    /// A decision that nobody follows.
    Untracked,
    /// The meeting refused it.
    Rejected,
    /// A decision without a due day.
    NoDue,
    /// Days without a word, and since when.
    Unheard(i64, NaiveDate),
    /// A node of a decision, by its number, and the months that it is late.
    Step(RecordId, usize, u32),
    /// A decision that repeats, with nothing missing.
    Repeats(When),
    /// An occurrence of a repetition that nobody answered.
    Occurrence(When, NaiveDate),
    /// The next one, and the days until it.
    NextOccurrence(When, NaiveDate, i64),
    /// The due of an assignment, and the days since it.
    Assigned(NaiveDate, i64),
    /// The due of an assignment, and the days until it.
    AssignedSoon(NaiveDate, i64),
    /// A row with nothing that could be judged.
    NoTargets,
}

impl Verdict {
    /// A light and why.
    pub(super) fn new(light: Option<Light>, facts: Vec<Fact>) -> Self {
        let sheet = light.and_then(sheet_for);
        Self { light, plain: light, sheet, facts, ..Self::default() }
    }

    /// Whether somebody set the light of this very row.
    pub fn is_by_hand(&self) -> bool {
        matches!(self.facts.first(), Some(Fact::Hand(..)))
    }

    /// Whether it is where it should be: 正常 or 已完成.
    pub fn is_good(&self) -> bool {
        matches!(self.light, Some(Light::OnTrack | Light::Done))
    }
}

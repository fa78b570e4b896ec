//! What the kind of a target makes of its figures, before dues, missing reports and hands are asked.

mod level;
mod nodes;
mod once;
mod rate;
mod sum;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::verdict::{Fact, Figure, Measure};
use super::{Grounds, figures, goal};
use crate::plan::{Kind, Number, Target};

/// What was found.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) state: State,
    pub(super) figure: Option<Figure>,
    pub(super) goal: Option<Number>,
    pub(super) share: Option<Decimal>,
    pub(super) pace: Option<Decimal>,
    pub(super) gap: Option<Decimal>,
    /// The day of the node that comes next.
    pub(super) next: Option<NaiveDate>,
    /// A figure of one moment says nothing of a later one: at the due day another is needed.
    pub(super) lasting: Lasting,
    pub(super) facts: Vec<Fact>,
}

/// How far a target is, as its kind sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing was reported.
    Blank,
    /// What it wants is there.
    Reached,
    /// Not there yet, and where it should be.
    Fine,
    /// Nothing was done yet, and nothing had to be.
    Idle,
    /// Not where it should be.
    Behind,
    /// So far behind that a red sheet is due.
    FarBehind,
    /// No goal was issued.
    NotIssued,
    /// Its measuring day has not come.
    NotDue,
    /// A figure that it cannot be judged without was not reported.
    Lacking,
    /// Only a person could say.
    Unjudged,
}

/// Whether what was once reached stays so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lasting {
    /// A sum, a list, a thing that was built.
    Stays,
    /// A rate, a level, a limit.
    Passes,
}

impl Finding {
    fn new(state: State, figure: Option<Figure>, facts: Vec<Fact>) -> Self {
        Self {
            state,
            figure,
            goal: None,
            share: None,
            pace: None,
            gap: None,
            next: None,
            lasting: Lasting::Stays,
            facts,
        }
    }

    /// Nothing was reported; the goal is known all the same.
    fn blank(on: &Grounds<'_>, target: &Target) -> Self {
        let goal = goal::in_force(on.state, target, on.today, on.today).map(|goal| goal.value);
        let lasting = match target.kind {
            Kind::Rate | Kind::Level | Kind::Relative | Kind::Direction => Lasting::Passes,
            _ => Lasting::Stays,
        };
        Self { goal, lasting, ..Self::new(State::Blank, None, Vec::new()) }
    }

    /// There is a figure and no number to hold it against.
    fn unjudged(figure: Figure) -> Self {
        let facts = vec![Fact::Value(figure.value), Fact::NoGoal];
        Self::new(State::Unjudged, Some(figure), facts)
    }
}

/// What a target's kind finds.
pub(super) fn find(on: &Grounds<'_>, target: &Target) -> Finding {
    match target.kind {
        Kind::Cumulative => sum::find(on, target),
        Kind::Issued => issued(on, target),
        Kind::Rate => rate::find(on, target),
        Kind::Relative => rate::beside(on, target),
        Kind::Direction => rate::against_last_year(on, target),
        Kind::Level => level::find(on, target),
        Kind::Milestone | Kind::Checklist => nodes::find(on, target),
        Kind::Structural => once::find(on, target),
        Kind::Qualitative => Finding::new(State::Unjudged, None, vec![Fact::ByHand]),
    }
}

/// Nothing to be held to until a value is issued; then a sum, or a rate if it is a percentage.
fn issued(on: &Grounds<'_>, target: &Target) -> Finding {
    if goal::in_force(on.state, target, on.today, on.today).is_some() {
        return if target.unit == "%" { rate::find(on, target) } else { sum::find(on, target) };
    }
    let latest = figures::latest_in(on.state, target.id, on.first());
    let figure = latest.map(|(_, reading)| Figure::from(reading));
    let mut facts: Vec<Fact> = figure.iter().map(|figure| Fact::Value(figure.value)).collect();
    facts.push(Fact::NotIssued);
    Finding::new(State::NotIssued, figure, facts)
}

/// The goal of a figure, and the fact that it was changed or issued.
fn goal_of(on: &Grounds<'_>, target: &Target, figure: &Figure) -> Option<(Number, Option<Fact>)> {
    let end = figure.period.to.last_day().unwrap_or(on.today);
    let goal = goal::in_force(on.state, target, end, on.today)?;
    let changed = goal.by.map(|by| Fact::Amended(by.now, by.effective));
    Some((goal.value, changed))
}

/// The day by which a target is to be reached.
pub(super) fn due(on: &Grounds<'_>, target: &Target) -> NaiveDate {
    target.due.unwrap_or(on.plan.period.to)
}

/// Whether a target grows towards its goal over the year, and is held to a pace.
pub(super) fn is_sum(target: &Target) -> bool {
    match target.kind {
        Kind::Cumulative | Kind::Checklist => true,
        Kind::Issued => target.unit != "%",
        _ => false,
    }
}

/// Whether the figures of a target are a size that can be seen growing.
pub(super) fn is_size(on: &Grounds<'_>, target: &Target) -> bool {
    let goal = goal::in_force(on.state, target, on.today, on.today).map(|goal| goal.value.value());
    match target.kind {
        Kind::Cumulative | Kind::Issued => !goal.is_some_and(|goal| is_small(on, target, goal)),
        Kind::Checklist => {
            target.nodes.is_empty() && !goal.is_some_and(|goal| is_small(on, target, goal))
        }
        Kind::Rate | Kind::Level | Kind::Relative | Kind::Direction => true,
        Kind::Milestone | Kind::Structural | Kind::Qualitative => false,
    }
}

/// In what a target's gap is told, where it is no share of a goal.
fn measure(target: &Target) -> Measure {
    if target.unit == "%" { Measure::Points } else { Measure::Unit }
}

/// Behind, or so far behind that a red sheet is due.
fn behind(on: &Grounds<'_>, gap: Decimal) -> State {
    let severe = on.rule.policy.severe.map(Number::value);
    if severe.is_some_and(|severe| gap > severe) { State::FarBehind } else { State::Behind }
}

/// Units of what is measured and not counted.
const MEASURES: [char; 12] =
    ['元', '米', '里', '吨', '亩', '顷', '万', '亿', '%', '度', '瓦', '升'];

/// Whether a goal is a count so small that a share of it says nothing: 1 of 2 is not 50 %.
fn is_small(on: &Grounds<'_>, target: &Target, goal: Decimal) -> bool {
    let counted = goal.fract().is_zero() && !target.unit.contains(MEASURES);
    counted && goal <= Decimal::from(on.rule.policy.small)
}

//! 水平: a level at its measuring day. Before that day it is 未到期, whatever its value.

use super::{Finding, Lasting, State, behind, due, goal_of, measure};
use crate::judge::figures::latest_in;
use crate::judge::verdict::{Fact, Figure};
use crate::judge::{Grounds, goal, reports};
use crate::plan::{Month, Target};

pub(super) fn find(on: &Grounds<'_>, target: &Target) -> Finding {
    let day = target.measured.unwrap_or_else(|| due(on, target));
    let latest = latest_in(on.state, target.id, on.first());
    let figure = latest.map(|(_, reading)| Figure::from(reading));
    let measured = figure.filter(|figure| on.today >= day && figure.speaks_of(day));
    let Some(figure) = measured else {
        let reported_by = reports::report_day(on, Month::of(day));
        let waits = on.today <= day || reported_by.is_some_and(|by| on.today <= by);
        return unmeasured(on, target, figure, if waits { State::NotDue } else { State::Lacking });
    };
    let Some((goal, changed)) = goal_of(on, target, &figure) else {
        return Finding::unjudged(figure);
    };
    let (wanted, value) = (goal.value(), figure.value.value());
    let reached = goal::is_reached(target, wanted, value)
        && target.upper.is_none_or(|upper| value <= upper.value());
    let mut facts = vec![Fact::Value(figure.value), Fact::Goal];
    let below = wanted.checked_sub(value);
    facts.extend(below.map(|by| Fact::Gap(by, measure(target))));
    facts.push(Fact::Measured(day));
    facts.extend(changed);
    let lack = below.map(|below| below.abs()).unwrap_or_default();
    let state = if reached { State::Reached } else { behind(on, lack) };
    let gap = Some(if reached { -lack } else { lack });
    let found = Finding::new(state, Some(figure), facts);
    Finding { goal: Some(goal), gap, lasting: Lasting::Passes, ..found }
}

/// The value until now is shown; nothing is made of it.
fn unmeasured(on: &Grounds<'_>, target: &Target, figure: Option<Figure>, state: State) -> Finding {
    let day = target.measured.unwrap_or_else(|| due(on, target));
    let mut facts: Vec<Fact> = figure.iter().map(|figure| Fact::Value(figure.value)).collect();
    facts.push(Fact::Goal);
    facts.push(if state == State::NotDue { Fact::Measured(day) } else { Fact::Unmeasured(day) });
    let goal = goal::in_force(on.state, target, on.today, on.today).map(|goal| goal.value);
    let found = Finding::new(state, figure, facts);
    Finding { goal, lasting: Lasting::Passes, ..found }
}

//! 一次性: reached or not, by its due day.

use super::{Finding, State, goal_of};
use crate::judge::figures::latest_in;
use crate::judge::verdict::{Fact, Figure};
use crate::judge::{Grounds, goal};
use crate::plan::{Number, Target};
use rust_decimal::Decimal;

pub(super) fn find(on: &Grounds<'_>, target: &Target) -> Finding {
    let Some((_, reading)) = latest_in(on.state, target.id, on.first()) else {
        return Finding::blank(on, target);
    };
    let figure = Figure::from(reading);
    let Some((goal, changed)) = goal_of(on, target, &figure) else {
        return Finding::unjudged(figure);
    };
    let value = figure.value.value();
    let start = target.from.map_or(Decimal::ZERO, Number::value);
    let state = if goal::is_reached(target, goal.value(), value) {
        State::Reached
    } else if value == start {
        State::Idle
    } else {
        State::Fine
    };
    let mut facts = vec![Fact::Value(figure.value), Fact::Goal];
    facts.extend(changed);
    Finding { goal: Some(goal), ..Finding::new(state, Some(figure), facts) }
}

//! 增速, 同步, 方向: a figure beside its goal, beside another target, beside last year. Never scaled by
//! time: 4.8 % of 6 % is not 80 % of the way.

use rust_decimal::Decimal;

use super::{Finding, Lasting, State, behind, due, goal_of, measure};
use crate::judge::Grounds;
use crate::judge::figures::{latest_in, same_months};
use crate::judge::verdict::{Fact, Figure};
use crate::plan::{Comparator, Number, Span, Target};

/// A rate beside its goal.
pub(super) fn find(on: &Grounds<'_>, target: &Target) -> Finding {
    let Some((_, reading)) = latest_in(on.state, target.id, on.first()) else {
        return Finding::blank(on, target);
    };
    let figure = Figure::from(reading);
    let Some((goal, changed)) = goal_of(on, target, &figure) else {
        return Finding::unjudged(figure);
    };
    let policy = &on.rule.policy;
    let about = target.comparator == Comparator::About;
    let allowed = if about { policy.about } else { policy.rate_slack };
    let mut found = beside_goal(on, target, (figure, goal), allowed);
    found.facts.extend(changed);
    found
}

fn beside_goal(
    on: &Grounds<'_>,
    target: &Target,
    (figure, goal): (Figure, Number),
    allowed: Number,
) -> Finding {
    let Some(lack) = lack(target, goal, figure.value) else { return Finding::unjudged(figure) };
    let strict = target.comparator == Comparator::MoreThan;
    let fine = lack < allowed.value() || !strict && lack == allowed.value();
    let mut facts = vec![Fact::Value(figure.value), Fact::Goal];
    if lack > Decimal::ZERO && allowed.value() > Decimal::ZERO {
        facts.push(Fact::Allowed(allowed));
    }
    facts.extend(difference(target, goal, figure.value).map(|by| Fact::Gap(by, measure(target))));
    let state = if fine { held(on, target, &figure) } else { behind(on, lack) };
    let found = Finding::new(state, Some(figure), facts);
    Finding { goal: Some(goal), gap: Some(lack), lasting: Lasting::Passes, ..found }
}

/// A figure that is where it should be has reached its goal only at the due day.
fn held(on: &Grounds<'_>, target: &Target, figure: &Figure) -> State {
    if figure.speaks_of(due(on, target)) { State::Reached } else { State::Fine }
}

/// By how much a value misses its goal; below zero it does better.
fn lack(target: &Target, goal: Number, value: Number) -> Option<Decimal> {
    let (goal, value) = (goal.value(), value.value());
    match (target.comparator, target.upper.map(Number::value)) {
        (Comparator::AtMost | Comparator::Avert, _) => value.checked_sub(goal),
        (Comparator::Range, Some(upper)) => {
            Some(goal.checked_sub(value)?.max(value.checked_sub(upper)?))
        }
        _ => goal.checked_sub(value),
    }
}

/// How far a value lies below the goal, above it when negative; nowhere within a range.
fn difference(target: &Target, goal: Number, value: Number) -> Option<Decimal> {
    let (goal, value) = (goal.value(), value.value());
    match (target.comparator, target.upper.map(Number::value)) {
        (Comparator::Range, Some(upper)) if value > upper => upper.checked_sub(value),
        (Comparator::Range, Some(_)) if value >= goal => None,
        _ => goal.checked_sub(value),
    }
}

/// A figure beside that of another target for the same months.
pub(super) fn beside(on: &Grounds<'_>, target: &Target) -> Finding {
    let Some((_, reading)) = latest_in(on.state, target.id, on.first()) else {
        return Finding::blank(on, target);
    };
    let figure = Figure::from(reading);
    let said = Fact::Value(figure.value);
    let Some(other) = target.against else {
        let facts = vec![said, Fact::AgainstNothing];
        return Finding::new(State::Unjudged, Some(figure), facts);
    };
    let Some((_, theirs)) = same_months(on.state, other, figure.period) else {
        let facts = vec![said, Fact::AgainstMissing(other, figure.period)];
        return Finding::new(State::Lacking, Some(figure), facts);
    };
    let fact = Fact::Against(other, theirs.value);
    let lack = theirs.value.value().checked_sub(figure.value.value());
    compared(on, target, (figure, theirs.value), (fact, lack))
}

/// A figure beside that of the same months of last year.
pub(super) fn against_last_year(on: &Grounds<'_>, target: &Target) -> Finding {
    let Some((_, reading)) = latest_in(on.state, target.id, on.first()) else {
        return Finding::blank(on, target);
    };
    let figure = Figure::from(reading);
    let months = year_before(figure.period);
    let Some((_, before)) = same_months(on.state, target.id, months) else {
        let facts = vec![Fact::Value(figure.value), Fact::LastYearMissing(months)];
        return Finding::new(State::Lacking, Some(figure), facts);
    };
    let fact = Fact::LastYear(months, before.value);
    let (was, now) = (before.value.value(), figure.value.value());
    let falls = target.comparator == Comparator::DownOnly;
    let lack = if falls { now.checked_sub(was) } else { was.checked_sub(now) };
    compared(on, target, (figure, before.value), (fact, lack))
}

/// The same months of the year before.
pub fn year_before(months: Span) -> Span {
    Span { from: months.from.plus(-12), to: months.to.plus(-12) }
}

/// 同步 may miss by the points of 左右; 只增不减 may stay as it is, 持续下降 may not.
fn compared(
    on: &Grounds<'_>,
    target: &Target,
    (figure, other): (Figure, Number),
    (fact, lack): (Fact, Option<Decimal>),
) -> Finding {
    let Some(lack) = lack else { return Finding::unjudged(figure) };
    let mut facts = vec![Fact::Value(figure.value), fact];
    let allowed = match target.comparator {
        Comparator::InStep => on.rule.policy.about.value(),
        _ => Decimal::ZERO,
    };
    if lack > Decimal::ZERO && allowed > Decimal::ZERO {
        facts.push(Fact::Allowed(on.rule.policy.about));
    }
    let difference = other.value().checked_sub(figure.value.value());
    facts.extend(difference.map(|by| Fact::Gap(by, measure(target))));
    let strict = target.comparator == Comparator::DownOnly;
    let fine = lack < allowed || !strict && lack == allowed;
    let state = if fine { held(on, target, &figure) } else { State::Behind };
    let found = Finding::new(state, Some(figure), facts);
    Finding { gap: Some(lack), lasting: Lasting::Passes, ..found }
}

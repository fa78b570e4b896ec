//! 累计: a sum against its pace; 以内: a sum that must stay below it.

use rust_decimal::Decimal;

use super::{Finding, Lasting, State, behind, due, goal_of, is_small};
use crate::judge::figures::{self, Total, tenth};
use crate::judge::verdict::{Fact, Figure, Measure};
use crate::judge::{Grounds, goal, pace};
use crate::plan::{Comparator, Number, Target};

pub(super) fn find(on: &Grounds<'_>, target: &Target) -> Finding {
    let figure = match figures::total(on, target.id) {
        Total::Nothing => return blank(on, target),
        Total::Lacks(months) => {
            return Finding::new(State::Lacking, None, vec![Fact::Lacks(months)]);
        }
        Total::Of(figure) => figure,
    };
    let Some((goal, changed)) = goal_of(on, target, &figure) else {
        return Finding::unjudged(figure);
    };
    let mut found = if target.comparator == Comparator::AtMost {
        within(on, target, figure, goal)
    } else {
        towards(on, target, figure, goal)
    };
    found.facts.extend(changed);
    Finding { figure: Some(figure), goal: Some(goal), ..found }
}

/// Nothing was reported; where it should be by now is known.
fn blank(on: &Grounds<'_>, target: &Target) -> Finding {
    let blank = Finding::blank(on, target);
    let due = crate::judge::reports::last_due(on, target);
    let pace = due
        .zip(blank.goal)
        .map(|(month, goal)| tenth(pace::expected(on, target, month, goal.value()).0));
    Finding { pace, ..blank }
}

/// A sum that is to grow to its goal.
fn towards(on: &Grounds<'_>, target: &Target, figure: Figure, goal: Number) -> Finding {
    let (value, whole) = (figure.value.value(), goal.value());
    let share = progress(target, value, whole);
    let counted =
        share.map_or(Fact::Count(figure.value, goal), |share| Fact::Sum(figure.value, goal, share));
    let found = Finding { share, ..Finding::new(State::Reached, None, vec![counted]) };
    let about = on.rule.policy.about.value();
    let near = |share: Decimal| share.checked_add(about).is_some_and(|s| s >= Decimal::ONE_HUNDRED);
    let roughly = target.comparator == Comparator::About && share.is_some_and(near);
    if roughly || goal::is_reached(target, whole, value) {
        return found;
    }
    held_to_pace(on, target, (figure, whole), found)
}

/// How far a share is from the pace of the figure's last month; small counts are not asked.
pub(super) fn held_to_pace(
    on: &Grounds<'_>,
    target: &Target,
    (figure, goal): (Figure, Decimal),
    mut found: Finding,
) -> Finding {
    let begun = found.share != Some(Decimal::ZERO);
    let fine = if begun { State::Fine } else { State::Idle };
    if is_small(on, target, goal) {
        found.facts.push(Fact::Small(on.rule.policy.small));
        return Finding { state: fine, ..found };
    }
    let (exact, by) = pace::expected(on, target, figure.period.to, goal);
    let pace = tenth(exact);
    let Some(gap) = found.share.and_then(|share| pace.checked_sub(share)) else {
        return Finding { state: fine, ..found };
    };
    found.facts.extend([Fact::Pace(pace, by), Fact::Gap(gap, Measure::Share)]);
    let late = gap > on.rule.policy.slack.value();
    let state = if late { behind(on, gap) } else { fine };
    Finding { state, pace: Some(pace), gap: Some(gap), ..found }
}

/// A sum that must stay below a limit: ahead of the pace is bad, over the limit worse.
fn within(on: &Grounds<'_>, target: &Target, figure: Figure, goal: Number) -> Finding {
    let (value, limit) = (figure.value.value(), goal.value());
    let share = figures::share(value, limit);
    let spent =
        share.map_or(Fact::Value(figure.value), |share| Fact::Spent(figure.value, goal, share));
    let (exact, by) = pace::expected(on, target, figure.period.to, limit);
    let pace = tenth(exact);
    let gap = share.and_then(|share| share.checked_sub(pace));
    let mut facts = vec![spent, Fact::Pace(pace, by)];
    facts.extend(gap.map(|gap| Fact::Gap(-gap, Measure::Share)));
    let late = gap.filter(|gap| *gap > on.rule.policy.slack.value());
    let state = if value > limit {
        facts.push(Fact::Exceeded);
        gap.map_or(State::Behind, |gap| behind(on, gap))
    } else if figure.speaks_of(due(on, target)) {
        State::Reached
    } else {
        late.map_or(State::Fine, |gap| behind(on, gap))
    };
    let found = Finding::new(state, None, facts);
    Finding { share, pace: Some(pace), gap, lasting: Lasting::Passes, ..found }
}

/// How much of the way is done, in percent; for 由几变几 of the way from the first to the second.
pub(super) fn progress(target: &Target, value: Decimal, goal: Decimal) -> Option<Decimal> {
    let from = target.from.filter(|_| target.comparator == Comparator::FromTo);
    let from = from.map_or(Decimal::ZERO, Number::value);
    figures::share(value.checked_sub(from)?, goal.checked_sub(from)?)
}

//! 节点, 清单: what is done of what is named, each node in its month; a list without nodes by its count.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::sum::held_to_pace;
use super::{Finding, State, is_small};
use crate::judge::figures::{self, latest_in};
use crate::judge::verdict::{Fact, Figure};
use crate::judge::{Grounds, goal};
use crate::ledger::Reading;
use crate::plan::{Kind, Month, Number, PlannedNode, Target};

/// The most late nodes that a reason names.
const NAMED: usize = 3;

pub(super) fn find(on: &Grounds<'_>, target: &Target) -> Finding {
    let latest = latest_in(on.state, target.id, on.first()).map(|(_, reading)| reading);
    let latest = latest.as_deref();
    let found = match latest {
        None => Finding::blank(on, target),
        Some(reading) => counted(on, target, reading),
    };
    if found.state == State::Reached || target.nodes.is_empty() {
        return found;
    }
    by_month(on, target, latest, found)
}

/// How many are done of how many; without nodes a long list is held to the pace.
fn counted(on: &Grounds<'_>, target: &Target, reading: &Reading) -> Finding {
    let figure = Figure::from(reading);
    let named = Decimal::from(reading.done.len());
    let done = Number::from(figure.value.value().max(named));
    let Some(all) = all(on, target, &figure) else { return Finding::unjudged(figure) };
    let (part, whole) = (done.value(), all.value());
    let share = figures::share(part, whole);
    let paced =
        target.nodes.is_empty() && target.kind == Kind::Checklist && !is_small(on, target, whole);
    let counted = match share {
        Some(share) if paced => Fact::Ticked(done, all, share),
        _ => Fact::Count(done, all),
    };
    let state = if part >= whole { State::Reached } else { idle_or_fine(part) };
    let found = Finding::new(state, Some(figure), vec![counted]);
    let found = Finding { goal: Some(all), share, ..found };
    if state == State::Reached || !target.nodes.is_empty() || target.kind == Kind::Milestone {
        return found;
    }
    held_to_pace(on, target, (figure, whole), found)
}

fn idle_or_fine(done: Decimal) -> State {
    if done > Decimal::ZERO { State::Fine } else { State::Idle }
}

/// How many there are: the goal, else the members, else the nodes.
fn all(on: &Grounds<'_>, target: &Target, figure: &Figure) -> Option<Number> {
    let end = figure.period.to.last_day().unwrap_or(on.today);
    let goal = goal::in_force(on.state, target, end, on.today).map(|goal| goal.value);
    let count = [target.members.len(), target.nodes.len()].into_iter().find(|count| *count > 0);
    goal.or_else(|| count.and_then(|count| i64::try_from(count).ok()).map(Number::from))
}

/// Each node that is not done against its month.
fn by_month(
    on: &Grounds<'_>,
    target: &Target,
    reading: Option<&Reading>,
    mut found: Finding,
) -> Finding {
    let open = open(target, reading);
    let (slack, severe) = (on.rule.policy.node_slack, on.rule.policy.node_severe);
    let mut late: Vec<(usize, u32)> = Vec::new();
    for (index, node) in &open {
        let months = months_late(node, on.today);
        if months > u32::from(slack) {
            late.push((*index, months));
        }
    }
    late.sort_by_key(|(_, months)| std::cmp::Reverse(*months));
    found.facts.extend(late.iter().take(NAMED).map(|(node, by)| Fact::Node(*node, *by)));
    let next = open.iter().filter(|(_, node)| months_late(node, on.today) == 0);
    let next = next.min_by_key(|(_, node)| node.by);
    found.next = next.and_then(|(_, node)| node.by.last_day());
    found.facts.extend(next.map(|(index, _)| Fact::NextNode(*index)));
    if let (Some((_, worst)), true) = (late.first(), found.state != State::Blank) {
        let far = severe.is_some_and(|severe| *worst >= u32::from(severe));
        found.state = if far { State::FarBehind } else { State::Behind };
    }
    found
}

/// The nodes that are not done: those named by the reading are, and what it counts beyond them covers
/// the earliest of the others.
fn open<'a>(target: &'a Target, reading: Option<&Reading>) -> Vec<(usize, &'a PlannedNode)> {
    let done = reading.map_or(&[][..], |reading| reading.done.as_slice());
    let count = reading.map_or(Decimal::ZERO, |reading| reading.value.value());
    let unnamed = count.checked_sub(Decimal::from(done.len())).unwrap_or_default();
    let unnamed = usize::try_from(unnamed.trunc().max(Decimal::ZERO)).unwrap_or(usize::MAX);
    let nodes = target.nodes.iter().enumerate();
    let mut open: Vec<_> = nodes.filter(|(_, node)| !done.contains(&node.text)).collect();
    open.sort_by_key(|(_, node)| node.by);
    open.drain(..unnamed.min(open.len()));
    open
}

/// Whole months between a node's month and today's; none within it.
fn months_late(node: &PlannedNode, today: NaiveDate) -> u32 {
    u32::try_from(node.by.until(Month::of(today))).unwrap_or(0)
}

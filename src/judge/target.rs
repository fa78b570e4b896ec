//! A target, judged: what its kind finds, then dues and missing reports, then what must be reached
//! together with it, then a light that somebody set by hand.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::kinds::{self, Finding, Lasting, State, due};
use super::sheet::sheet_for;
use super::verdict::{Fact, Verdict};
use super::{Grounds, Light, pace, reports};
use crate::ledger::{Colour, LightSet, RecordId};
use crate::plan::{Found, Month, Number, Place, Target};

/// How a target stands.
pub fn target(on: &Grounds<'_>, target: &Target) -> Verdict {
    let mut verdict = alone(on, target);
    together(on, target, &mut verdict);
    by_hand(on, target.id, &mut verdict);
    verdict
}

/// By its own figures and dues.
fn alone(on: &Grounds<'_>, target: &Target) -> Verdict {
    let mut found = kinds::find(on, target);
    let light = settled(on, target, &mut found);
    let mut verdict = Verdict::new(light, found.facts);
    if found.state == State::FarBehind && light == Some(Light::Behind) {
        verdict.sheet = Some(Colour::Red);
        verdict.facts.push(Fact::Red);
    }
    let Finding { figure, goal, share, pace, gap, .. } = found;
    Verdict { figure, goal, share, pace, gap, ..verdict }
}

/// The light of a finding on the reporting date.
fn settled(on: &Grounds<'_>, target: &Target, found: &mut Finding) -> Option<Light> {
    match found.state {
        State::Unjudged => return None,
        State::NotIssued => return Some(Light::NotIssued),
        State::NotDue => return Some(Light::NotDue),
        State::Reached => return Some(Light::Done),
        _ => {}
    }
    let day = due(on, target);
    if is_past(on, target, day) {
        if found.state == State::Lacking {
            return Some(Light::Unreported);
        }
        if is_unknown(found, day) {
            found.facts.push(Fact::Final(day));
            return Some(Light::Unreported);
        }
        if found.state == State::Blank {
            found.facts.insert(0, Fact::Nothing);
        }
        found.facts.push(Fact::Overdue(day, (on.today - day).num_days()));
        return Some(Light::Overdue);
    }
    if let Some(light) = unreported(on, target, found) {
        return Some(light);
    }
    match found.state {
        State::Behind | State::FarBehind => Some(Light::Behind),
        state => Some(on_its_way(on, found, (state, day))),
    }
}

/// Whether nobody can say if it was reached on its due day: a rate that was good in November says
/// nothing of December.
fn is_unknown(found: &Finding, day: NaiveDate) -> bool {
    let speaks = found.figure.is_some_and(|figure| figure.speaks_of(day));
    let calm = matches!(found.state, State::Fine | State::Idle | State::Blank);
    calm && found.lasting == Lasting::Passes && !speaks
}

/// Where it should be: near a day, not begun, or simply on its way.
fn on_its_way(on: &Grounds<'_>, found: &mut Finding, (state, due): (State, NaiveDate)) -> Light {
    let next = found.next.map_or(due, |next| next.min(due));
    let days = (next - on.today).num_days();
    if (0..=i64::from(on.rule.policy.soon)).contains(&days) {
        found.facts.push(Fact::Soon(next, days));
        return Light::DueSoon;
    }
    if state == State::Idle { Light::NotStarted } else { Light::OnTrack }
}

/// Whether the due day is over. What is due with the plan waits for the report of its last month.
fn is_past(on: &Grounds<'_>, target: &Target, day: NaiveDate) -> bool {
    let waits = target.due.is_none()
        && reports::report_day(on, Month::of(day)).is_some_and(|report| on.today <= report);
    on.today > day && (!waits || covers(on, target, day))
}

/// Whether the figures of the due month are there already.
fn covers(on: &Grounds<'_>, target: &Target, day: NaiveDate) -> bool {
    let latest = super::figures::latest_in(on.state, target.id, on.first());
    latest.is_some_and(|(_, reading)| reading.period.to >= Month::of(day))
}

/// 未报, or 未启动 while nothing had to be reported.
fn unreported(on: &Grounds<'_>, target: &Target, found: &mut Finding) -> Option<Light> {
    if found.state == State::Lacking {
        return Some(Light::Unreported);
    }
    let last = reports::last_due(on, target);
    let due = last.filter(|month| is_expected(on, target, found, *month));
    let Some(figure) = found.figure else {
        let (light, fact) = match (due, last) {
            (Some(_), _) => (Light::Unreported, Fact::NoReading(first_day(on, target, found))),
            (None, Some(_)) => (Light::NotStarted, Fact::NotExpected),
            (None, None) => (Light::NotStarted, Fact::NoReadingYet(first_day(on, target, found))),
        };
        found.facts.insert(0, fact);
        return Some(light);
    };
    let (to, due) = (figure.period.to, due?);
    let missing = reports::missing(on, target, to, due);
    if missing <= u32::from(on.rule.policy.missing) {
        return None;
    }
    found.facts.push(Fact::Stale(to, due, missing));
    Some(Light::Unreported)
}

/// The day until which the first report was to be made.
fn first_day(on: &Grounds<'_>, target: &Target, found: &Finding) -> NaiveDate {
    let mut month = reports::first_due(on, target);
    let every = i64::from(target.every.months());
    while !is_expected(on, target, found, month) && month < Month::of(on.today) {
        month = month.plus(every);
    }
    reports::report_day(on, month).unwrap_or(on.today)
}

/// Nobody reports on building in winter: where nothing should be done yet, no report is missed.
fn is_expected(on: &Grounds<'_>, target: &Target, found: &Finding, month: Month) -> bool {
    if target.season.is_empty() && target.trajectory.is_empty() {
        return true;
    }
    let goal = found.goal.map_or(Decimal::ONE_HUNDRED, Number::value);
    !pace::expected(on, target, month, goal).0.is_zero()
}

/// 双达标: what is reached counts only when the others are too.
fn together(on: &Grounds<'_>, target: &Target, verdict: &mut Verdict) {
    if verdict.light != Some(Light::Done) {
        return;
    }
    let other = |place: &Place| match on.plan.find(*place) {
        Some(Found::Target(other)) => Some((*place, alone(on, other).light)),
        _ => None,
    };
    let others = target.with.iter().filter(|place| **place != target.id).filter_map(other);
    let open = others.filter(|(_, light)| *light != Some(Light::Done));
    // One that only a person could judge is no better than one that was not reported.
    let Some((place, light)) = open.min_by_key(|(_, light)| light.unwrap_or(Light::Unreported))
    else {
        return;
    };
    verdict.facts.push(Fact::Partner(place, light));
    verdict.light = Some(light.unwrap_or(Light::Unreported));
    verdict.plain = verdict.light;
    verdict.sheet = verdict.light.and_then(sheet_for);
}

/// A light set by hand wins until a later reading of the row; a pinned one until it is put back.
pub(super) fn by_hand(on: &Grounds<'_>, place: Place, verdict: &mut Verdict) {
    let Some((id, set)) = hand(on, place) else { return };
    let Some(light) = set.light else { return };
    verdict.light = Some(light);
    verdict.sheet = sheet_for(light);
    verdict.facts.insert(0, Fact::Hand(place, id.clone()));
}

/// The light set last for a row, while it holds.
pub(super) fn hand<'a>(on: &Grounds<'a>, place: Place) -> Option<(&'a RecordId, &'a LightSet)> {
    let all = on.state.ledger.lights.get(&place)?;
    let (id, set) = on.state.latest(all)?;
    if set.pinned {
        return Some((id, set));
    }
    let made = on.state.meetings.order(id);
    let later = |of: Place| {
        let all = on.state.ledger.readings.get(&of);
        all.is_some_and(|all| all.keys().any(|reading| on.state.meetings.order(reading) > made))
    };
    let read = match on.plan.find(place)? {
        Found::Target(target) => later(target.id),
        Found::Measure(measure) => measure.targets.iter().any(|target| later(target.id)),
        Found::Task(task) => task.targets().any(|target| later(target.id)),
        Found::Section(section) => {
            section.tasks.iter().flat_map(crate::plan::Task::targets).any(|target| later(target.id))
        }
    };
    (!read).then_some((id, set))
}

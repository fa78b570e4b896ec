//! What a target's numbers look like: the goal as it is meant, the latest reading, the way to go.
//!
//! Plain figures only: whether a target keeps pace is a judgement, and is not made here.

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::judge::light::latest_reading;
use crate::ledger::{Reading, sentence};
use crate::plan::{Comparator, Kind, Number, Target};
use crate::words::{Seen, Sign};

impl<'a> Subject<'a> {
    /// The newest reading of a target.
    pub fn latest(self, target: &Target) -> Option<&'a Reading> {
        latest_reading(self.state(), target.id).map(|(_, reading)| reading)
    }

    /// The goal that counts now: as adopted, or as amended last.
    pub fn value(self, target: &Target) -> Option<Number> {
        let state = self.state();
        let amended = state.ledger.amendments.get(&target.id).and_then(|all| state.latest(all));
        amended.map(|(_, amendment)| amendment.now).or(target.value)
    }

    /// The goal as it is meant: `6%左右`, `由4到2个`, `只增不减`.
    pub fn goal(self, target: &Target) -> String {
        let amount = |number: Number| format!("{number}{}", target.unit);
        let value = self.value(target).map(amount).unwrap_or_default();
        let bound = |of: Option<Number>| of.map(|n| n.to_string()).unwrap_or_default();
        let seen = match target.comparator {
            Comparator::Exactly => return value,
            Comparator::Issued if !value.is_empty() => return value,
            Comparator::About => Seen::About { value },
            Comparator::AtLeast => Seen::AtLeast { value },
            Comparator::AtMost => Seen::AtMost { value },
            Comparator::MoreThan => Seen::MoreThan { value },
            Comparator::Range => {
                let to = format!("{}{}", bound(target.upper), target.unit);
                Seen::Range { from: bound(target.value), to }
            }
            Comparator::FromTo => Seen::FromTo { from: bound(target.from), to: value },
            Comparator::InStep => return self.sign(Sign::InStep).to_owned(),
            Comparator::UpOnly => return self.sign(Sign::UpOnly).to_owned(),
            Comparator::DownOnly => return self.sign(Sign::DownOnly).to_owned(),
            Comparator::Complete => return self.sign(Sign::Complete).to_owned(),
            Comparator::Avert => return self.sign(Sign::Avert).to_owned(),
            Comparator::Issued => return self.sign(Sign::AwaitingIssue).to_owned(),
        };
        seen.text(self.lang())
    }

    /// The latest value with its unit; empty without one.
    pub fn latest_value(self, target: &Target) -> String {
        self.latest(target)
            .map_or_else(String::new, |reading| format!("{}{}", reading.value, target.unit))
    }

    /// The months of the latest reading: `1—8月`; empty without one.
    pub fn latest_period(self, target: &Target) -> String {
        self.latest(target)
            .map_or_else(String::new, |reading| sentence::months(reading.period, self.lang()))
    }

    /// How far it is: a percentage of a sum, the distance of a rate or a level. Empty where neither
    /// means anything.
    pub fn progress(self, target: &Target) -> String {
        let (Some(goal), Some(reading)) = (self.value(target), self.latest(target)) else {
            return String::new();
        };
        let (goal, value) = (goal.value(), reading.value.value());
        match target.kind {
            Kind::Cumulative | Kind::Checklist | Kind::Milestone => percent(value, goal),
            Kind::Rate | Kind::Level => self.distance(value, goal),
            _ => String::new(),
        }
    }

    /// The last readings, oldest first: `180 240 305`; empty before the second.
    pub fn trail(self, target: &Target, most: usize) -> String {
        let state = self.state();
        let Some(readings) = state.ledger.readings.get(&target.id) else { return String::new() };
        let mut readings: Vec<_> = readings.iter().collect();
        readings.sort_by_key(|(id, reading)| (reading.period, state.meetings.order(id)));
        if readings.len() < 2 {
            return String::new();
        }
        let last = readings.len().saturating_sub(most);
        let values: Vec<String> =
            readings[last..].iter().map(|(_, reading)| reading.value.to_string()).collect();
        values.join("  ")
    }

    fn distance(self, value: Decimal, goal: Decimal) -> String {
        let by = (goal - value).abs().normalize().to_string();
        match value.cmp(&goal) {
            std::cmp::Ordering::Less => Seen::Short { by }.text(self.lang()),
            std::cmp::Ordering::Equal => self.sign(Sign::Even).to_owned(),
            std::cmp::Ordering::Greater => Seen::Over { by }.text(self.lang()),
        }
    }
}

/// Whole percents, cut and not rounded up: 99.6 % is not there yet.
fn percent(value: Decimal, goal: Decimal) -> String {
    let share = value.checked_mul(Decimal::ONE_HUNDRED).and_then(|value| value.checked_div(goal));
    share.map_or_else(String::new, |share| format!("{}%", share.floor()))
}

//! What a target's numbers look like: the goal as it is meant, the latest reading, the way to go.
//!
//! Plain figures only: whether a target keeps pace is a judgement, and is not made here.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::ledger::{Reading, Slip, sentence};
use crate::plan::{Comparator, Kind, Number, Place, Target};
use crate::words::{Seen, Sign};

impl<'a> Subject<'a> {
    /// The newest reading of a target, its slips put right.
    pub fn latest(self, target: &Target) -> Option<Cow<'a, Reading>> {
        self.state().latest_reading(target.id).map(|(_, reading)| reading)
    }

    /// The goal that is in force: as adopted, or as amended.
    pub fn value(self, target: &Target) -> Option<Number> {
        self.state().value_in_force(target, self.session.base_day())
    }

    /// `原500，区人大常委会调整`, where the goal in force is not the adopted one.
    pub fn amended(self, target: Place) -> Option<String> {
        let amendment = self.state().amendment_in_force(target, self.session.base_day())?;
        let (was, organ) = (amendment.was, amendment.organ.clone());
        let was = was.map_or_else(|| "-".to_owned(), |was| was.to_string());
        Some(Seen::Amended { was, organ }.text(self.lang()))
    }

    /// `更正过（原204）`, where the newest reading was corrected.
    pub fn corrected(self, target: &Target) -> Option<String> {
        let (id, _) = self.state().latest_reading(target.id)?;
        let slips = self.state().corrections(id).into_iter().map(|(_, one)| &one.slip);
        let mut slips = slips.peekable();
        slips.peek()?;
        let first = slips.find_map(|slip| match slip {
            Slip::Value { was, .. } => Some(was.to_string()),
            _ => None,
        });
        let plain = || self.sign(Sign::Corrected).to_owned();
        Some(first.map_or_else(plain, |was| Seen::WasFigure { was }.text(self.lang())))
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
        let readings = self.state().readings(target.id);
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

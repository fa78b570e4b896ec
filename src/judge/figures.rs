//! Which figure is judged: the latest reading, what readings of single months add up to, or the
//! figure of the same months of another target or of last year.

use std::borrow::Cow;
use std::cmp::Reverse;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Grounds;
use super::verdict::Figure;
use crate::ledger::{Reading, RecordId, Snapshot};
use crate::plan::{Month, Number, Place, Span};

type Dated<'a> = (&'a RecordId, Cow<'a, Reading>);

/// The newest reading of a target: of the latest months the widest span, and of that the one made
/// last.
pub fn latest_reading(state: &Snapshot, target: Place) -> Option<Dated<'_>> {
    newest(state, all(state, target))
}

/// The newest reading of a target among those that end in the plan's months: figures of last year
/// are there to be compared with.
pub fn latest_in(state: &Snapshot, target: Place, first: Month) -> Option<Dated<'_>> {
    newest(state, all(state, target).filter(move |(_, reading)| reading.period.to >= first))
}

/// The reading in force for exactly these months: the one made last.
pub fn same_months(state: &Snapshot, target: Place, period: Span) -> Option<Dated<'_>> {
    newest_of(state, target, |_, reading| reading.period == period)
}

/// The newest reading of a target among those that are asked for.
pub fn newest_of(
    state: &Snapshot,
    target: Place,
    asked: impl Fn(&RecordId, &Reading) -> bool,
) -> Option<Dated<'_>> {
    newest(state, all(state, target).filter(move |(id, reading)| asked(id, reading)))
}

/// What was read of a running total.
pub(super) enum Total {
    /// Nothing.
    Nothing,
    /// A total up to a month.
    Of(Figure),
    /// Figures that begin later than the plan: these months are missing before them.
    Lacks(Span),
}

/// The running total of a target from the plan's first month on. Readings of single months or
/// quarters are added end to end; a reading from the first month on stands for all before it.
pub(super) fn total(on: &Grounds<'_>, target: Place) -> Total {
    let first = on.first();
    let Some(mut sum) = chained(on.state, target, first) else {
        return match latest_in(on.state, target, first) {
            Some((_, reading)) if reading.period.from > first => {
                Total::Lacks(Span { from: first, to: reading.period.from.previous() })
            }
            Some((_, reading)) => Total::Of(Figure::from(&*reading)),
            None => Total::Nothing,
        };
    };
    while let Some(next) = chained(on.state, target, sum.period.to.next()) {
        let Some(value) = sum.value.value().checked_add(next.value.value()) else { break };
        let period = Span { from: sum.period.from, to: next.period.to };
        sum = Figure { value: Number::from(value), period, entered: next.entered };
    }
    Total::Of(sum)
}

/// The reading that begins in a month and reaches farthest.
fn chained(state: &Snapshot, target: Place, from: Month) -> Option<Figure> {
    let begin = all(state, target).filter(move |(_, reading)| reading.period.from == from);
    newest(state, begin).map(|(_, reading)| Figure::from(&*reading))
}

/// The readings of a target, their slips put right.
fn all(state: &Snapshot, target: Place) -> impl Iterator<Item = Dated<'_>> {
    let all = state.ledger.readings.get(&target).into_iter().flat_map(|readings| readings.iter());
    all.map(|(id, reading)| (id, state.reading(id, reading)))
}

/// Months decide first: the order of the chain is asked only where they are the same.
fn newest<'a>(state: &Snapshot, readings: impl Iterator<Item = Dated<'a>>) -> Option<Dated<'a>> {
    let months = |reading: &Reading| (reading.period.to, Reverse(reading.period.from));
    readings.reduce(|best, next| match months(&next.1).cmp(&months(&best.1)) {
        std::cmp::Ordering::Less => best,
        std::cmp::Ordering::Greater => next,
        std::cmp::Ordering::Equal => {
            let later = state.meetings.order(next.0) >= state.meetings.order(best.0);
            if later { next } else { best }
        }
    })
}

impl From<Cow<'_, Reading>> for Figure {
    fn from(reading: Cow<'_, Reading>) -> Self {
        Self::from(&*reading)
    }
}

impl From<&Reading> for Figure {
    fn from(reading: &Reading) -> Self {
        Self { value: reading.value, period: reading.period, entered: reading.entered }
    }
}

impl Figure {
    /// Whether it was taken late enough to speak of a day: it covers the day's month, or was entered
    /// on or after a day in the middle of a month.
    pub(super) fn speaks_of(&self, day: NaiveDate) -> bool {
        let month = Month::of(day);
        let ends_the_month = month.last_day() == Some(day);
        self.period.to >= month
            || !ends_the_month && self.entered >= day && self.period.to.next() >= month
    }
}

/// A number with one decimal, as it is printed and as it is judged: whoever takes a pencil to a
/// reason comes to the same light.
pub fn tenth(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// `part` of `whole` in percent with one decimal; what is not the whole is never shown as 100.
pub(super) fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    let shown = tenth(exact);
    let short = exact < Decimal::ONE_HUNDRED && shown >= Decimal::ONE_HUNDRED;
    Some(if short { Decimal::new(999, 1) } else { shown })
}

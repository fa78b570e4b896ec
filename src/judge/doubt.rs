//! What looks odd about a figure beside the one before it: a slip of the unit, a total that falls.
//!
//! Said while it is typed and asked again at the close; never a reason to refuse a figure.

use rust_decimal::Decimal;

use crate::ledger::Reading;
use crate::plan::{Kind, Number, Span, Target};

/// Something odd about a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// 亿 for 万, or a point that slipped: ten times off the figure before.
    TimesTen {
        /// The figure before.
        last: Number,
    },
    /// The same of a first figure, or of a rate, whose months say little of each other: far above the
    /// target.
    TimesTarget {
        /// The target.
        goal: Number,
    },
    /// A running total below the one before.
    Falls {
        /// The figure before.
        last: Number,
    },
    /// The months lie before those of the figure before.
    Older {
        /// Its months.
        period: Span,
    },
}

/// What is odd about a value of a target for a span of months, after another reading or as the first.
pub fn doubts(
    target: &Target,
    value: Number,
    period: Span,
    before: Option<&Reading>,
) -> Vec<Doubt> {
    let is_rate = matches!(target.kind, Kind::Rate | Kind::Direction | Kind::Relative);
    let mut doubts = Vec::new();
    if before.is_none() || is_rate {
        let above = |goal: &Number| far_above(value.value(), goal.value());
        doubts.extend(target.value.filter(above).map(|goal| Doubt::TimesTarget { goal }));
    }
    let Some(before) = before else { return doubts };
    let (now, last) = (value.value(), before.value.value());
    if !is_rate && (far_above(now, last) || far_above(last, now)) {
        doubts.push(Doubt::TimesTen { last: before.value });
    }
    let grows = matches!(target.kind, Kind::Cumulative | Kind::Checklist);
    if grows && before.period < period && before.period.from == period.from && now < last {
        doubts.push(Doubt::Falls { last: before.value });
    }
    // A direction is held against the same months of the year before.
    let looks_back = target.kind == Kind::Direction && period.to.year < before.period.to.year;
    if period < before.period && !looks_back {
        doubts.push(Doubt::Older { period: before.period });
    }
    doubts
}

/// Eight times already is more than a month brings.
fn far_above(high: Decimal, low: Decimal) -> bool {
    let bound = low.checked_mul(Decimal::from(8));
    low > Decimal::ZERO && bound.is_some_and(|bound| high >= bound)
}

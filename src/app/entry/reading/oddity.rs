//! What is odd about a reading, in the words of the line. It is said and never blocks.

use crate::app::entry::{Context, Figure};
use crate::judge::{Doubt, doubts};
use crate::ledger::Reading;
use crate::plan::{Kind, Month, Number, Span, Target};
use crate::words::Caution;

/// What is odd about a figure beside the last one, or beside the goal when it is the first.
pub(super) fn figures(
    figure: &Figure,
    target: &Target,
    period: Span,
    last: Option<&Reading>,
) -> Vec<Caution> {
    let amount = |value: Number| target.measured(value);
    let said = |doubt| match doubt {
        Doubt::TimesTen { last } => Caution::TimesTen { last: amount(last) },
        Doubt::TimesTarget { goal } => Caution::TimesTarget { target: amount(goal) },
        Doubt::Falls { last } => Caution::Falls { last: amount(last) },
        Doubt::Older { period } => Caution::Older { period: period.to_string() },
    };
    doubts(target, figure.value, period, last).into_iter().map(said).collect()
}

/// What is odd about its months. Those of last year are asked for where a direction looks back.
pub(super) fn months(period: Span, target: &Target, context: &Context) -> Option<Caution> {
    let named = || period.to_string();
    let plan = context.plan.period;
    if period.to > Month::of(context.base.day) {
        return Some(Caution::NotOver { period: named() });
    }
    let (first, last) = (Month::of(plan.from), Month::of(plan.to));
    let looked_back_at = target.kind == Kind::Direction
        && period.from >= first.plus(-12)
        && period.to <= last.plus(-12);
    let outside = (period.from < first || period.to > last) && !looked_back_at;
    outside.then(|| Caution::OutsidePlan { period: named() })
}

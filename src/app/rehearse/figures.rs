//! 报数 of a rehearsal: what an office reports of a target up to a month. Made up, and always the
//! same.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::plan::{Kind, Number, Target};

/// How fast targets of a rehearsal go, in hundredths of the pace: some run ahead, most keep it, a few
/// fall behind.
const SPEEDS: [i64; 9] = [102, 97, 108, 88, 100, 93, 104, 71, 99];

/// Months of the building season, in hundredths of the year's work done by their ends.
const SEASON: [i64; 12] = [0, 0, 2, 10, 25, 40, 55, 70, 85, 97, 100, 100];

/// What is typed for a target as its value up to a month; nothing where nothing can be said.
pub(super) fn typed(target: &Target, nth: usize, month: u32) -> Option<String> {
    let speed = SPEEDS[nth % SPEEDS.len()];
    match target.kind {
        Kind::Cumulative => sum(target, speed, month).map(|value| value.to_string()),
        Kind::Rate => rate(target, nth, month).map(|value| value.to_string()),
        Kind::Checklist => checklist(target, speed, month),
        Kind::Relative => month.is_multiple_of(3).then(|| "5.0".to_owned()),
        Kind::Structural => (month > 6).then_some(target.value)?.map(|value| value.to_string()),
        Kind::Level => (month > 9).then(|| level(target)).map(|value| value.to_string()),
        Kind::Issued | Kind::Milestone | Kind::Direction | Kind::Qualitative => None,
    }
}

/// The part of a year's work that is done, in ten-thousandths, never more than one tenth above it.
fn part(target: &Target, speed: i64, month: u32) -> i64 {
    let even = i64::from(month) * 100 / 12;
    let at = usize::try_from(month).unwrap_or_default().saturating_sub(1);
    let due = if target.season.is_empty() { even } else { SEASON[at.min(11)] };
    (due * speed).min(11_000)
}

fn sum(target: &Target, speed: i64, month: u32) -> Option<Number> {
    let whole = target.value?.value();
    let part = whole * Decimal::new(part(target, speed, month), 4);
    Some(Number::from(part.round_dp_with_strategy(whole.scale(), RoundingStrategy::ToZero)))
}

fn rate(target: &Target, nth: usize, month: u32) -> Option<Number> {
    let swing = (i64::try_from(nth).ok()? * 3 + i64::from(month) * 2) % 9 - 5;
    let value = target.value?.value() + Decimal::new(swing, 1);
    Some(Number::from(value.round_dp(1)))
}

/// The first members by name; so many where the plan does not name them all.
fn checklist(target: &Target, speed: i64, month: u32) -> Option<String> {
    let whole = target.value?.value();
    let done = (whole * Decimal::new(part(target, speed, month).min(10_000), 4)).trunc();
    let count = usize::try_from(i64::try_from(done.mantissa()).ok()?).ok()?;
    let all = usize::try_from(i64::try_from(whole.trunc().mantissa()).ok()?).ok()?;
    if count == 0 || target.members.len() < all {
        return Some(done.to_string());
    }
    Some(format!("+{}", target.members.get(..count)?.join("、")))
}

fn level(target: &Target) -> Number {
    target.value.map_or(Number::from(100), |value| Number::from(value.value() + Decimal::ONE))
}

//! Which reports of a target were due by a day, and which of them are missing.

use chrono::NaiveDate;

use super::Grounds;
use crate::plan::{Month, Target};

/// The day until which the figures of a month are to be reported.
pub fn report_day(on: &Grounds<'_>, month: Month) -> Option<NaiveDate> {
    let next = month.next();
    let day = u32::from(on.rule.policy.report_day);
    NaiveDate::from_ymd_opt(next.year, next.month, day).or_else(|| next.last_day())
}

/// The last month of a target whose report was due before today; none while none was.
pub fn last_due(on: &Grounds<'_>, target: &Target) -> Option<Month> {
    let first = on.first();
    let mut month = Month::of(on.today).previous();
    if report_day(on, month).is_some_and(|day| on.today <= day) {
        month = month.previous();
    }
    let end = target.due.map_or(on.last(), Month::of);
    let month = month.min(end);
    let every = i64::from(target.every.months());
    let whole = first.until(month) + 1;
    // The report of the month in which it is due is the last one, whatever the rhythm.
    let months = if month == end { whole } else { whole - whole.rem_euclid(every) };
    (months > 0).then(|| first.plus(months - 1))
}

/// The first month of a target that is reported.
pub fn first_due(on: &Grounds<'_>, target: &Target) -> Month {
    let end = target.due.map_or(on.last(), Month::of);
    on.first().plus(i64::from(target.every.months()) - 1).min(end)
}

/// How many reports are missing after a month, up to the last that was due.
pub fn missing(on: &Grounds<'_>, target: &Target, reported: Month, due: Month) -> u32 {
    let every = i64::from(target.every.months());
    let reports = |month: Month| (on.first().until(month) + 1).div_euclid(every);
    let whole = reports(due) - reports(reported);
    let broken = i64::from((on.first().until(due) + 1).rem_euclid(every) != 0 && reported < due);
    u32::try_from(whole + broken).unwrap_or(0)
}

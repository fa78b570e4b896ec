//! From numbers to days: the next valid day, ends of months, quarters and years.
//!
//! Numbers that make no day give none. Nothing here reads text.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::plan::{Holiday, Holidays, Month};
use crate::words::Caution;

/// A day, and what was assumed to find it.
pub(super) type Dated = (NaiveDate, Vec<Caution>);

/// The last day of a month.
pub(super) fn month_end(month: Month) -> Option<NaiveDate> {
    month.last_day()
}

/// A day of a month without its year: this year's, or the next that has it when that is past.
pub(super) fn month_day(base: NaiveDate, month: u32, day: u32) -> Option<Dated> {
    // A leap day is at most eight years away.
    coming(base, |year| NaiveDate::from_ymd_opt(year, month, day))
}

/// The end of a month without its year.
pub(super) fn end_of(base: NaiveDate, month: u32) -> Option<Dated> {
    let valid = (1..=12).contains(&month);
    valid.then(|| coming(base, |year| month_end(Month { year, month })))?
}

fn coming(base: NaiveDate, of: impl Fn(i32) -> Option<NaiveDate>) -> Option<Dated> {
    let day = (0..=8).filter_map(|more| of(base.year() + more)).find(|day| *day >= base)?;
    let later = day.year() > base.year();
    Some((day, if later { vec![Caution::NextYear { day: day.to_string() }] } else { Vec::new() }))
}

/// A day of the month alone: the next one after the base that exists.
pub(super) fn day_of_month(base: NaiveDate, day: u32) -> Option<Dated> {
    let first = base.with_day(1)?;
    let nth = |more| first.checked_add_months(Months::new(more))?.with_day(day);
    let found = (0..=2).filter_map(nth).find(|found| *found > base)?;
    let later = found.month() != base.month();
    let said = || vec![Caution::NextMonth { day: found.to_string() }];
    Some((found, if later { said() } else { Vec::new() }))
}

/// The end of the ten days that begin with the 1st, 11th or 21st: of this month, or the next.
pub(super) fn end_of_ten_days(base: NaiveDate, third: u32) -> Option<Dated> {
    let nth = |more| {
        let month = Month::of(base.checked_add_months(Months::new(more))?);
        ten_days_of(month, third)
    };
    let day = (0..=1).filter_map(nth).find(|day| *day >= base)?;
    let later = day.month() != base.month();
    let said = || vec![Caution::NextMonth { day: day.to_string() }];
    Some((day, if later { said() } else { Vec::new() }))
}

/// The end of the first, second or third ten days of a month.
pub(super) fn ten_days_of(month: Month, third: u32) -> Option<NaiveDate> {
    if third == 3 {
        return month_end(month);
    }
    NaiveDate::from_ymd_opt(month.year, month.month, third * 10)
}

/// The end of a quarter without its year.
pub(super) fn end_of_quarter(base: NaiveDate, quarter: u32) -> Option<Dated> {
    end_of(base, quarter * 3)
}

/// The end of the quarter in which the base lies, or of one after it.
pub(super) fn this_quarter(base: NaiveDate, more: u32) -> Option<NaiveDate> {
    let end = Month { year: base.year(), month: base.month().div_ceil(3) * 3 };
    month_end(Month::of(month_end(end)?.checked_add_months(Months::new(3 * more))?))
}

/// The month of the base, or one after it.
pub(super) fn month_after(base: NaiveDate, more: u32) -> Option<Month> {
    Some(Month::of(base.checked_add_months(Months::new(more))?))
}

/// A weekday of the week that is so many weeks after the base's own; weeks begin on Monday.
pub(super) fn weekday_in(base: NaiveDate, weeks: u64, day: Weekday) -> Option<NaiveDate> {
    let monday = base.checked_sub_days(Days::new(since_monday(base.weekday())))?;
    monday.checked_add_days(Days::new(weeks * 7 + since_monday(day)))
}

/// The next such weekday after the base.
pub(super) fn next_weekday(base: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    let ahead = (6 + since_monday(day) + 7 - since_monday(base.weekday())) % 7 + 1;
    base.checked_add_days(Days::new(ahead))
}

fn since_monday(day: Weekday) -> u64 {
    u64::from(day.num_days_from_monday())
}

/// So many worked days after the base, holidays and 调休 counted as the plan knows them. A year of
/// which it knows nothing is said.
pub(super) fn working_days(base: NaiveDate, count: u32, holidays: &Holidays) -> Option<Dated> {
    let mut left = count;
    let mut day = base;
    while left > 0 {
        day = day.succ_opt()?;
        left -= u32::from(holidays.is_worked(day));
    }
    let years = (base.year()..=day.year()).filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    let unknown = years.filter(|first| !holidays.covers(*first));
    let said = unknown.map(|first| Caution::NoHolidays { year: first.year().to_string() });
    Some((day, said.collect()))
}

/// The last worked day of the week that is so many weeks after the base's own; its Sunday should
/// nobody work.
pub(super) fn end_of_week(base: NaiveDate, weeks: u64, holidays: &Holidays) -> Option<NaiveDate> {
    let sunday = weekday_in(base, weeks, Weekday::Sun)?;
    let days = (0..7).filter_map(|back| sunday.checked_sub_days(Days::new(back)));
    days.into_iter().find(|day| holidays.is_worked(*day)).or(Some(sunday))
}

/// The holidays that begin after the base, soonest first.
pub(super) fn coming_holidays(base: NaiveDate, holidays: &Holidays) -> Vec<&Holiday> {
    let mut coming: Vec<_> = holidays.off.iter().filter(|holiday| holiday.from > base).collect();
    coming.sort_by_key(|holiday| holiday.from);
    coming
}

/// The last worked day before a holiday, the base included.
pub(super) fn before_holiday(
    base: NaiveDate,
    holiday: &Holiday,
    holidays: &Holidays,
) -> Option<NaiveDate> {
    let mut before = base.iter_days().take_while(|day| *day < holiday.from).collect::<Vec<_>>();
    before.retain(|day| holidays.is_worked(*day));
    before.pop()
}

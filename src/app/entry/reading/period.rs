//! The months of a reading: typed as 8月, 1-8月, 上半年, 2023-08, Aug or Jan-Aug, or the last ones and one more.

use chrono::{Datelike, NaiveDate};

use crate::app::due;
use crate::app::key::twin;
use crate::judge::figures::latest_in;
use crate::ledger::Snapshot;
use crate::plan::{Month, Place, Plan, Span};

/// The months of a target's next reading: one more than the last, from the same month on; the first
/// one covers the year up to the month before a day. Figures of the year before the plan are there to
/// be compared with and lead nowhere.
pub fn next_period(plan: &Plan, state: &Snapshot, target: Place, day: NaiveDate) -> Span {
    let first = Month::of(plan.period.from);
    match latest_in(state, target, first).map(|(_, reading)| reading.period) {
        Some(last) if is_single(last) => Span { from: last.to.next(), to: last.to.next() },
        Some(last) if last.to.month == 12 => Span::year_to(last.to.next()),
        Some(last) => Span { from: last.from, to: last.to.next() },
        None if day.month() == 1 => Span::year_to(Month::of(day)),
        None => Span::year_to(Month::of(day).previous()),
    }
}

/// A single month that is not January is a habit; January may begin either.
fn is_single(span: Span) -> bool {
    span.from == span.to && span.to.month != 1
}

/// Whether a word is meant as months at all, good or not.
pub(super) fn is_months(word: &str) -> bool {
    let plain: String = word.chars().map(twin).collect();
    let dated = plain.parse::<Span>().is_ok();
    dated
        || english(&plain).is_some()
        || NAMED.iter().any(|(name, ..)| *name == word)
        || month_words(&plain).is_some()
}

/// What typed months mean: `8`, 8月 and `2023-08` end there and begin where the usual ones do, `1-8月`
/// and `2023-01..2023-08` say both, 8月当月 is one month.
pub fn meant_period(typed: &str, usual: Span, day: NaiveDate) -> Option<Span> {
    let plain: String = typed.trim().chars().map(twin).collect();
    if let Ok(to) = plain.parse() {
        return Some(until(to, usual));
    }
    if let Ok(span) = plain.parse() {
        return Some(span);
    }
    if let Some((_, from, to)) = NAMED.iter().find(|(name, ..)| *name == typed.trim()) {
        let year = day.year();
        return Some(Span { from: Month { year, month: *from }, to: Month { year, month: *to } });
    }
    let Words { year, from, to, alone } = english(&plain)
        .or_else(|| month_words(&plain))
        .or_else(|| Some(Words::until(plain.parse().ok()?)))?;
    let to = Month { year: year.unwrap_or(usual.to.year), month: to };
    let from = match from {
        Some(from) => Month { month: from, ..to },
        None if alone => to,
        None => until(to, usual).from,
    };
    let fits = (1..=12).contains(&from.month) && (1..=12).contains(&to.month) && from <= to;
    fits.then_some(Span { to, from })
}

/// Months that end there and begin where the usual ones do.
fn until(to: Month, usual: Span) -> Span {
    if is_single(usual) {
        return Span { from: to, to };
    }
    Span { from: Month { month: usual.from.month.min(to.month), ..to }, to }
}

const NAMED: [(&str, u32, u32); 9] = [
    ("上半年", 1, 6),
    ("半年", 1, 6),
    ("前三季度", 1, 9),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
    ("全年", 1, 12),
    ("年度", 1, 12),
];

struct Words {
    year: Option<i32>,
    from: Option<u32>,
    to: u32,
    alone: bool,
}

impl Words {
    fn until(to: u32) -> Self {
        Self { year: None, from: None, to, alone: false }
    }
}

/// Aug, Jan-Aug, Aug-2023, H1, Q3, Q1-Q3, annual.
fn english(plain: &str) -> Option<Words> {
    let part = |c: char| matches!(c, '-' | '—' | '–' | '~');
    let mut parts = plain.split(part);
    let (from, to) = english_months(parts.next()?)?;
    let one = Words { year: None, from: Some(from).filter(|from| *from != to), to, alone: false };
    match (parts.next(), parts.next()) {
        (None, _) => Some(one),
        (Some(last), None) => {
            if let Some(year) = last.parse().ok().filter(|year| (1000..10_000).contains(year)) {
                return Some(Words { year: Some(year), ..one });
            }
            let (_, to) = english_months(last)?;
            Some(Words { from: Some(from), to, ..one })
        }
        (Some(_), Some(_)) => None,
    }
}

/// The first and the last month of an English word.
fn english_months(word: &str) -> Option<(u32, u32)> {
    const NAMED: [(&str, u32, u32); 7] = [
        ("h1", 1, 6),
        ("h2", 7, 12),
        ("q1", 1, 3),
        ("q2", 4, 6),
        ("q3", 7, 9),
        ("q4", 10, 12),
        ("annual", 1, 12),
    ];
    let named = NAMED.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word));
    let month = || due::month(word).map(|month| (month, month));
    named.map(|(_, from, to)| (*from, *to)).or_else(month)
}

/// 2023年1-8月, 8月份, 8月当月.
fn month_words(plain: &str) -> Option<Words> {
    let (year, rest) = match plain.split_once('年') {
        Some((year, rest)) => {
            (Some(year.parse().ok().filter(|y| (1000..10_000).contains(y))?), rest)
        }
        None => (None, plain),
    };
    let (rest, alone) = rest.strip_suffix("当月").map_or((rest, false), |rest| (rest, true));
    let rest = rest.strip_suffix('份').unwrap_or(rest).strip_suffix('月')?;
    let part = |c: char| matches!(c, '-' | '—' | '–' | '~' | '至' | '到');
    let mut parts = rest.split(part).filter(|part| !part.is_empty());
    let first = parts.next()?.trim_end_matches('月').parse().ok()?;
    let to = parts.next().map(str::parse).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    let (from, to) = to.map_or((None, first), |to| (Some(first), to));
    Some(Words { year, from, to, alone })
}

//! What stands behind a key: days, meetings, series, counts, states.
//!
//! A day without its year is one of the plan's days, because a filter looks back as well as ahead.

use chrono::{Datelike as _, Days as Count, NaiveDate};

use super::key::plain;
use super::{Context, Days, Held, Order};
use crate::app::due::{self, Base};
use crate::judge::Light;
use crate::ledger::{Due, When};
use crate::plan::{Month, Period};
use crate::words::query::{Key, Unclear, Value};
use crate::words::{Lang, Shine, State};

/// Days, a repetition, or that there is no day.
pub(super) fn days(value: &str, context: &Context<'_>) -> Result<Days, Unclear> {
    let base = &context.base;
    let unsettled = named(value, Value::Unsettled) || named(value, Value::Nobody);
    let span = || months(value, base.period).or_else(|| around(value, base.day));
    if unsettled {
        return Ok(Days::Unsettled);
    }
    if let Some((from, to)) = span() {
        return Ok(Days::Span(from, to));
    }
    let wrong = || Unclear::NotADue { value: value.to_owned() };
    match due::read(value, base).ok_or_else(wrong)?.due {
        Due::Stated(When::On(day, _)) => {
            let day = in_the_plan(value, day, base);
            Ok(Days::Span(day, day))
        }
        Due::Stated(when) | Due::Assumed(when) => Ok(Days::Each(when)),
        Due::Unsettled(_) | Due::Missing => Ok(Days::Unsettled),
    }
}

/// 8-31 in September is next year's for a due; for a filter it is the plan's.
fn in_the_plan(value: &str, day: NaiveDate, base: &Base) -> NaiveDate {
    let from_the_start = Base { day: base.period.from, ..*base };
    let early = match due::read(value, &from_the_start).map(|meant| meant.due) {
        Some(Due::Stated(When::On(day, _))) => day,
        _ => day,
    };
    let same = (early.month(), early.day()) == (day.month(), day.day());
    if same && early < day && early >= base.period.from { early } else { day }
}

/// `10月`, `oct`, `2023-10`: the whole month.
fn months(value: &str, period: Period) -> Option<(NaiveDate, NaiveDate)> {
    let plain = plain(value);
    // Of the plan's own year.
    let of = |month| {
        let first = Month { year: period.from.year(), month };
        let over = first.last_day().is_some_and(|day| day < period.from);
        if over { Month { year: period.to.year(), month } } else { first }
    };
    let month = match plain.strip_suffix("月份").or_else(|| plain.strip_suffix('月')) {
        Some(digits) => {
            let month = digits.parse().ok().filter(|month| (1..=12).contains(month))?;
            of(month)
        }
        None => match due::month(&plain) {
            Some(month) => of(month),
            None => plain.parse().ok()?,
        },
    };
    whole(month)
}

/// 本周 下周 本月 下月
fn around(value: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let week = |weeks: u64| {
        let monday =
            today.checked_sub_days(Count::new(today.weekday().num_days_from_monday().into()))?;
        let from = monday.checked_add_days(Count::new(7 * weeks))?;
        Some((from, from.checked_add_days(Count::new(6))?))
    };
    match value {
        value if named(value, Value::ThisWeek) => week(0),
        value if named(value, Value::NextWeek) => week(1),
        value if named(value, Value::ThisMonth) => whole(Month::of(today)),
        value if named(value, Value::NextMonth) => whole(Month::of(today).next()),
        _ => None,
    }
}

fn whole(month: Month) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(month.year, month.month, 1)?, month.last_day()?))
}

/// A meeting by its number, its day, or how it lies to now.
pub(super) fn meeting(value: &str, order: Order, context: &Context<'_>) -> Result<Held, Unclear> {
    let plain = plain(value);
    if let Ok(number) = plain.parse() {
        return Ok(Held::Nth(order, number));
    }
    if order != Order::Is {
        return Err(Unclear::NotAMeeting { value: value.to_owned() });
    }
    if named(value, Value::Interval) {
        return Ok(Held::Interval);
    }
    let id = if named(value, Value::This) {
        context.this.clone()
    } else if named(value, Value::Last) {
        context.last.clone()
    } else {
        plain.parse().ok()
    };
    id.map(Held::Is).ok_or_else(|| Unclear::NotAMeeting { value: value.to_owned() })
}

/// The code of a series, by its name or itself; letters that begin its name do.
pub(super) fn series(value: &str, context: &Context<'_>) -> Result<String, Unclear> {
    let word = super::Word::new(value, context.names.pinyin());
    let all = &context.plan.series;
    let exact = all.iter().find(|series| series.code == plain(value) || series.name == value);
    let series = exact.or_else(|| all.iter().find(|series| word.calls(&series.name)));
    let names = || all.iter().map(|series| series.name.as_str()).collect::<Vec<_>>().join(" ");
    series.map(|series| series.code.clone()).ok_or_else(|| Unclear::NotOneOf {
        key: Key::Series.text(context.lang).into(),
        value: value.into(),
        among: names(),
    })
}

/// How often.
pub(super) fn count(value: &str) -> Result<usize, Unclear> {
    plain(value).parse().map_err(|_| Unclear::NotANumber { value: value.to_owned() })
}

/// A light by its code or its word; 办结 says it of matters.
pub(super) fn light(value: &str) -> Option<Light> {
    let (word, code) = (plain(value), code(value));
    let done = |light: Light| light == Light::Done && State::Done.text(Lang::Zh) == word;
    let called = |light: &Light| {
        let words = [Lang::Zh, Lang::En].map(|lang| light.word().text(lang));
        light.code() == code || words.contains(&word.as_str()) || done(*light)
    };
    Light::ALL.into_iter().find(called)
}

/// A word that a state may have.
pub(super) trait Said {
    /// The word.
    fn said(self, lang: Lang) -> &'static str;
}

impl Said for State {
    fn said(self, lang: Lang) -> &'static str {
        self.text(lang)
    }
}

impl Said for Shine {
    fn said(self, lang: Lang) -> &'static str {
        self.text(lang)
    }
}

/// That a value is none of those that a key has.
pub(super) fn among(
    key: Key,
    value: &str,
    words: impl Iterator<Item = impl Said>,
    context: &Context<'_>,
) -> Unclear {
    let words: Vec<&str> = words.map(|word| word.said(context.lang)).collect();
    Unclear::NotOneOf {
        key: key.text(context.lang).into(),
        value: value.into(),
        among: words.join(" "),
    }
}

/// Whether a word is a value of its own, blanks written as they can be in one term.
pub(super) fn named(word: &str, value: Value) -> bool {
    let word = plain(word).replace(['-', '_'], " ");
    [Lang::Zh, Lang::En].iter().any(|lang| value.text(*lang) == word)
}

/// A word as the code of a state: `due-soon` and `due soon` are `due_soon`.
pub(super) fn code(word: &str) -> String {
    plain(word).replace(['-', ' '], "_")
}

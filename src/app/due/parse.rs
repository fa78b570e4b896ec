//! The grammar of due words: a row of small readers, the longest reading wins.
//!
//! A reader gets the text as it stands and gives what it found and what is left. It must never be
//! partial: numbers that make no day are no reading at all.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Base;
use super::calendar as days;
use super::scan::Scan;
use crate::ledger::When;
use crate::plan::{Holiday, Month};
use crate::words::Caution;

/// What a due word stands for.
#[derive(Clone, Debug)]
pub(super) enum Found<'a> {
    /// A day.
    Day(NaiveDate, Vec<Caution>),
    /// A day so long after the base: in a sentence it needs 内.
    Within(NaiveDate, Vec<Caution>),
    /// A repetition.
    Each(When),
    /// Words that name no day.
    Open(&'a str),
}

/// Reads one kind of due word, if one stands next.
pub(super) type Reader = for<'a> fn(&mut Scan<'a>, &Base) -> Option<Found<'a>>;

/// What may stand after `>`.
pub(super) const AFTER_SIGIL: &[Reader] = &[
    plain_digits,
    day_alone,
    dashed,
    full_date,
    month_day,
    offset,
    duration,
    period_end,
    within_period,
    month_alone,
    weekday,
    before_holiday,
    named,
    each,
    open,
    open_alone,
];

/// What may stand in a sentence: no bare digits, no month alone.
pub(super) const IN_SENTENCE: &[Reader] = &[
    day_alone,
    dashed,
    full_date,
    month_day,
    duration,
    period_end,
    within_period,
    weekday,
    before_holiday,
    named,
    each,
    open,
];

/// The longest reading of what stands next.
pub(super) fn longest<'a>(
    text: Scan<'a>,
    base: &Base,
    readers: &[Reader],
) -> Option<(Found<'a>, Scan<'a>)> {
    let read = |reader: &Reader| {
        let mut after = text;
        let found = reader(&mut after, base)?;
        Some((found, after))
    };
    readers.iter().filter_map(read).min_by_key(|(_, after)| after.rest().len())
}

fn on<'a>((day, cautions): days::Dated) -> Found<'a> {
    Found::Day(day, cautions)
}

fn exactly<'a>(day: NaiveDate) -> Found<'a> {
    Found::Day(day, Vec::new())
}

/// 1031, 31, 20231031.
fn plain_digits<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let (number, count) = text.digits()?;
    let found = match count {
        8 => exactly(date(number / 10_000, number / 100 % 100, number % 100)?),
        4 => on(days::month_day(base.day, number / 100, number % 100)?),
        1 | 2 => on(days::day_of_month(base.day, number)?),
        _ => return None,
    };
    Some(found)
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let plausible = (1000..10_000).contains(&year);
    plausible.then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day))?
}

/// 15日, 十五号.
fn day_alone<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let day = text.count()?;
    text.any(&["日", "号"]).then(|| days::day_of_month(base.day, day).map(on))?
}

/// 10-31, 10.31, 10。31, 10/31, 2023-10-31.
pub(super) fn dashed<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let (first, count) = text.digits()?;
    let (second, _) = text.dash().then(|| text.digits())??;
    if count == 4 {
        let (day, _) = text.dash().then(|| text.digits())??;
        return date(first, second, day).map(exactly);
    }
    days::month_day(base.day, first, second).map(on)
}

/// 2023年10月31日, 2023年10月底, 2023年底, 明年6月底.
fn full_date<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let year = year(text, base)?;
    if text.any(YEAR_END) {
        return date(u32::try_from(year).ok()?, 12, 31).map(exactly);
    }
    let month = Month { year, month: text.count().filter(|m| (1..=12).contains(m))? };
    text.eat("月").then_some(())?;
    if let Some(day) = text.count() {
        text.any(&["日", "号"]);
        return NaiveDate::from_ymd_opt(year, month.month, day).map(exactly);
    }
    within_month(text, month).map(exactly)
}

fn year(text: &mut Scan, base: &Base) -> Option<i32> {
    let this = base.day.year();
    let named =
        text.one_of(&[("今年", this), ("本年", this), ("明年", this + 1), ("后年", this + 2)]);
    if named.is_some() {
        return named;
    }
    let (number, 4) = text.digits()? else { return None };
    text.eat("年").then(|| i32::try_from(number).ok())?
}

const YEAR_END: &[&str] = &["年底", "年末", "年终", "底", "末"];

/// 底, 末, 上旬, 中旬, 下旬 of a month.
fn within_month(text: &mut Scan, month: Month) -> Option<NaiveDate> {
    if text.any(&["底", "末"]) {
        return days::month_end(month);
    }
    days::ten_days_of(month, ten_days(text)?)
}

fn ten_days(text: &mut Scan) -> Option<u32> {
    text.one_of(&[("上旬", 1), ("中旬", 2), ("下旬", 3)])
}

/// 10月31日, 十月三十一日, 10月底, 10月中旬.
fn month_day<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let month = text.count().filter(|month| (1..=12).contains(month))?;
    text.eat("月").then_some(())?;
    if let Some(day) = text.count() {
        text.any(&["日", "号"]);
        return days::month_day(base.day, month, day).map(on);
    }
    if text.any(&["底", "末"]) {
        return days::end_of(base.day, month).map(on);
    }
    match ten_days(text)? {
        3 => days::end_of(base.day, month).map(on),
        third => days::month_day(base.day, month, third * 10).map(on),
    }
}

/// +7, +2周, +1个月.
fn offset<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    text.mark("+").then_some(())?;
    let count = text.count()?;
    let unit = unit(text).unwrap_or(Unit::Days);
    after(base, count, unit).map(on)
}

/// 30天内, 一个月内, 3个工作日内, 半个月内, 半年内.
fn duration<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let half = text.one_of(&[
        ("半个月", (15, Unit::Days)),
        ("半月", (15, Unit::Days)),
        ("半年", (6, Unit::Months)),
    ]);
    let (count, unit) = match half {
        Some(half) => half,
        None => (text.count()?, unit(text)?),
    };
    let (day, cautions) = after(base, count, unit)?;
    Some(Found::Within(day, cautions))
}

#[derive(Clone, Copy)]
enum Unit {
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

fn unit(text: &mut Scan) -> Option<Unit> {
    text.one_of(&[
        ("个工作日", Unit::WorkingDays),
        ("工作日", Unit::WorkingDays),
        ("个月", Unit::Months),
        ("个星期", Unit::Weeks),
        ("星期", Unit::Weeks),
        ("周", Unit::Weeks),
        ("天", Unit::Days),
        ("日", Unit::Days),
        ("年", Unit::Years),
    ])
}

fn after(base: &Base, count: u32, unit: Unit) -> Option<days::Dated> {
    let days = |count: u32| base.day.checked_add_days(Days::new(u64::from(count)));
    let day = match unit {
        Unit::Days => days(count)?,
        Unit::Weeks => days(count.checked_mul(7)?)?,
        Unit::Months => base.day.checked_add_months(Months::new(count))?,
        Unit::Years => base.day.checked_add_months(Months::new(count.checked_mul(12)?))?,
        Unit::WorkingDays => return days::working_days(base.day, count, base.holidays),
    };
    Some((day, Vec::new()))
}

/// 月底, 下月底, 季度末, 三季度末, 年底, 中旬.
fn period_end<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    if let Some(third) = ten_days(text) {
        return days::end_of_ten_days(base.day, third).map(on);
    }
    if text.any(&["年底", "年末", "年终"]) {
        return days::end_of(base.day, 12).map(on);
    }
    if let Some(quarter) = quarter(text, base) {
        return Some(quarter);
    }
    let more = text.one_of(MONTHS)?;
    within_month(text, days::month_after(base.day, more)?).map(exactly)
}

const MONTHS: &[(&str, u32)] = &[
    ("下下个月", 2),
    ("下下月", 2),
    ("下个月", 1),
    ("下月", 1),
    ("次月", 1),
    ("本月", 0),
    ("当月", 0),
    ("月", 0),
];

fn quarter<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let mut next = *text;
    let ends = |text: &mut Scan| text.any(&["季度末", "季度底", "季末", "季底"]);
    next.eat("第");
    let found = if let Some(quarter) = next.count() {
        ends(&mut next).then(|| days::end_of_quarter(base.day, quarter).map(on))??
    } else {
        let more = next.one_of(&[("下个", 1), ("下", 1), ("本", 0)]).unwrap_or(0);
        ends(&mut next).then(|| days::this_quarter(base.day, more).map(exactly))??
    };
    *text = next;
    Some(found)
}

/// 年内, 本月内, 10月内, 三季度内, 本周内: the last day of it, of a week the last one worked.
fn within_period<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let (day, cautions) = span_end(text, base)?;
    text.rest().starts_with(['内', '以', '之']).then_some(Found::Within(day, cautions))
}

fn span_end(text: &mut Scan, base: &Base) -> Option<days::Dated> {
    let plain = |day| Some((day, Vec::new()));
    if text.any(&["本年度", "今年", "本年", "年"]) {
        return days::end_of(base.day, 12);
    }
    let weeks = text.one_of(&[("本周", 0), ("这周", 0), ("下周", 1)]);
    if let Some(weeks) = weeks {
        return plain(days::end_of_week(base.day, weeks, base.holidays)?);
    }
    let quarters = text.one_of(&[("本季度", 0), ("下季度", 1), ("季度", 0)]);
    if let Some(more) = quarters {
        return plain(days::this_quarter(base.day, more)?);
    }
    if let Some(more) = text.one_of(MONTHS) {
        return plain(days::month_end(days::month_after(base.day, more)?)?);
    }
    let number = text.count()?;
    let months = text.one_of(&[("月份", 1), ("月", 1), ("季度", 3)])?;
    days::end_of(base.day, number.checked_mul(months)?)
}

/// 10月, 10月份: behind a sigil its last day.
fn month_alone<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let month = text.count()?;
    text.any(&["月份", "月"]).then(|| days::end_of(base.day, month).map(on))?
}

/// 国庆节前, 春节前, 节前: the last worked day before the next such holiday of the plan.
fn before_holiday<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let coming = days::coming_holidays(base.day, base.holidays);
    let named = |holiday: &&&Holiday| {
        let mut after = *text;
        let mut names =
            holiday.name.split('、').flat_map(|name| [Some(name), name.strip_suffix('节')]);
        let read = names.any(|name| name.is_some_and(|name| !name.is_empty() && after.eat(name)));
        (read && after.rest().starts_with('前')).then_some(after)
    };
    let mut next = *text;
    let holiday = if next.eat("节") && next.rest().starts_with('前') {
        *coming.first()?
    } else {
        let found = coming.iter().find_map(|holiday| Some((*holiday, named(&holiday)?)))?;
        next = found.1;
        found.0
    };
    *text = next;
    days::before_holiday(base.day, holiday, base.holidays).map(exactly)
}

/// 周五, 本周五, 下周五, 下下周五.
fn weekday<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let weeks =
        text.one_of(&[("下下", Some(2)), ("下", Some(1)), ("本", Some(0)), ("这", Some(0))]);
    let day = day_of_week(text)?;
    match weeks.flatten() {
        Some(weeks) => days::weekday_in(base.day, weeks, day).map(exactly),
        None => days::next_weekday(base.day, day).map(exactly),
    }
}

fn day_of_week(text: &mut Scan) -> Option<Weekday> {
    text.any(&["星期", "礼拜", "周"]).then_some(())?;
    text.one_of(&[
        ("一", Weekday::Mon),
        ("二", Weekday::Tue),
        ("三", Weekday::Wed),
        ("四", Weekday::Thu),
        ("五", Weekday::Fri),
        ("六", Weekday::Sat),
        ("日", Weekday::Sun),
        ("天", Weekday::Sun),
    ])
}

/// 今天, 明天, 后天, 下次会议, 会前.
fn named<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let ahead = text.one_of(&[("今天", 0), ("今日", 0), ("当天", 0), ("明天", 1), ("后天", 2)]);
    if let Some(ahead) = ahead {
        return base.day.checked_add_days(Days::new(ahead)).map(exactly);
    }
    // 会 alone is the next meeting only in 会前: 会商, 会同 and 会议 begin with it too.
    let next = text.any(&["下次会议", "下次调度会", "下次例会", "下次会"])
        || (text.rest().starts_with("会前") && text.eat("会"));
    base.next_meeting.filter(|_| next).map(exactly)
}

/// 每月5日, 每月底, 每周五.
fn each<'a>(text: &mut Scan<'a>, _: &Base) -> Option<Found<'a>> {
    text.eat("每").then_some(())?;
    let mut weekly = *text;
    if let Some(day) = day_of_week(&mut weekly) {
        *text = weekly;
        return Some(Found::Each(When::Weekly(day)));
    }
    text.any(&["个月", "月"]).then_some(())?;
    if text.any(&["底", "末"]) {
        return Some(Found::Each(When::Monthly(31)));
    }
    let day = text.count().filter(|day| (1..=31).contains(day))?;
    text.any(&["日", "号"]).then(|| u8::try_from(day).ok().map(When::Monthly).map(Found::Each))?
}

/// 尽快, 近期, 适时, 国庆后: words that people take for a day.
fn open<'a>(text: &mut Scan<'a>, _: &Base) -> Option<Found<'a>> {
    open_words(text, &["尽快", "尽早", "近期", "适时", "早日"]).or_else(|| after_holiday(text))
}

/// 国庆后, 春节以后: from when on, and not until when.
fn after_holiday<'a>(text: &mut Scan<'a>) -> Option<Found<'a>> {
    const NAMES: &[&str] =
        &["国庆", "中秋", "春节", "元旦", "清明", "五一", "劳动", "端午", "元宵"];
    let start = text.rest();
    text.any(NAMES).then_some(())?;
    text.eat("节");
    text.any(&["假期", "长假"]);
    text.any(&["之后", "以后", "过后", "后"]).then(|| Found::Open(&start[..text.read_of(start)]))
}

/// As the value of a due these name no day either; in a sentence they are common words.
fn open_alone<'a>(text: &mut Scan<'a>, _: &Base) -> Option<Found<'a>> {
    open_words(text, &["抓紧", "待定", "未定", "另行通知", "长期"])
}

fn open_words<'a>(text: &mut Scan<'a>, words: &[&str]) -> Option<Found<'a>> {
    let start = text.rest();
    text.any(words).then(|| Found::Open(&start[..text.read_of(start)]))
}

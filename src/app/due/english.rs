//! Due words in English: 31 Oct, end of month, 3 working days, next meeting, every Friday.
//!
//! Twins of the Han words, read to the same days. They begin with an English word or with a number
//! before one, so no Han text is read here. In a sentence a day counts only behind a word that makes it
//! a limit (by, before, within, postponed to): `opens 31 Oct` tells, `by 31 Oct` binds.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::Base;
use super::calendar as days;
use super::parse::{Found, Reader};
use super::scan::Scan;
use super::time::{self, Moment};
use crate::ledger::When;
use crate::plan::Month;

/// What may stand after `>` or in a field of its own.
pub(super) const AFTER_SIGIL: &[Reader] = &[
    limited,
    day_of,
    ordinal,
    duration,
    end_of,
    third_of,
    month_alone,
    weekday,
    named,
    each,
    open,
    open_alone,
];

/// What may stand in a sentence.
pub(super) const IN_SENTENCE: &[Reader] = &[limited, each, open];

/// What may stand behind a word that makes it a limit.
const BEHIND_LIMIT: &[Reader] =
    &[dated, day_of, last_ordinal, end_of, third_of, month_of, weekday, named, holiday];

/// Words before a day that is a limit; the longer ones first.
const LIMITS: &[&[&str]] = &[
    &["no", "later", "than"],
    &["not", "later", "than"],
    &["on", "or", "before"],
    &["postponed", "to"],
    &["postponed", "until"],
    &["extended", "to"],
    &["extended", "until"],
    &["due", "by"],
    &["due", "on"],
    &["by"],
    &["before"],
    &["due"],
];

/// Words before a length of time that is a limit.
const WITHIN: &[&[&str]] = &[&["due", "in"], &["due", "within"], &["within"], &["in"]];

/// The months, by their names and what is written for them.
pub(in crate::app) fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.strip_suffix('.').unwrap_or(word).to_ascii_lowercase();
    let short = |name: &str| word.len() == 3 && name.starts_with(&word);
    let sept = word == "sept";
    let means = |name: &&str| *name == word || short(name) || (sept && *name == "september");
    let nth = NAMES.iter().position(means)?;
    u32::try_from(nth + 1).ok()
}

fn day_name(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ];
    let word = word.to_ascii_lowercase();
    let word = word.strip_suffix('.').unwrap_or(&word);
    let short = ["tues", "thur", "thurs"].contains(&word) || word.len() == 3;
    let found = NAMES.iter().find(|(name, _)| *name == word || (short && name.starts_with(word)));
    found.map(|(_, day)| *day)
}

fn exactly<'a>(day: NaiveDate) -> Found<'a> {
    Found::Day(day, Vec::new())
}

fn on<'a>((day, cautions): days::Dated) -> Found<'a> {
    Found::Day(day, cautions)
}

fn the(text: &mut Scan) {
    text.words(&["the"]);
}

/// by 31 Oct, within 30 days, before the next meeting.
fn limited<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let mut within = *text;
    if within.saying(WITHIN)
        && let Some(found) = duration(&mut within, base)
    {
        *text = within;
        return Some(found);
    }
    text.saying(LIMITS).then_some(())?;
    text.spaces();
    let (found, after) = super::parse::longest(*text, base, BEHIND_LIMIT)?;
    *text = after;
    Some(found)
}

/// 10-31, 2023-10-31 behind a limit; elsewhere the readers of digits know them.
fn dated<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let found = super::parse::dashed(text, base)?;
    (!text.rest().starts_with(|c: char| c.is_alphanumeric() || c == '%')).then_some(found)
}

/// by 5 pm, before noon: of the day itself.
pub(super) fn hour(text: Scan) -> Option<(Moment, Scan)> {
    let mut after = text;
    after.saying(&[&["by"], &["before"]]).then_some(())?;
    after.spaces();
    time::alone(after)
}

/// 31 Oct, 31st of October, Oct 31, October 31st, each with its year or without.
fn day_of<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    the(text);
    let mut next = *text;
    let (month, day) = if let Some(month) = next.alphabetic().and_then(month) {
        next.mark(".-");
        (month, nth(&mut next)?)
    } else {
        next = *text;
        let day = nth(&mut next)?;
        if !next.words(&["of"]) {
            next.mark("-");
        }
        (next.alphabetic().and_then(month)?, day)
    };
    next.ends_word().then_some(())?;
    *text = next;
    match year(text, base) {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day).map(exactly),
        None => days::month_day(base.day, month, day).map(on),
    }
}

/// ` 2023` behind a day, or `, 2023` where nothing else can be counted.
fn year(text: &mut Scan, base: &Base) -> Option<i32> {
    let mut next = *text;
    // Oct. 2023
    next.mark(".");
    let comma = next.mark(",");
    next.spaces().then_some(())?;
    let (year, 4) = next.digits()? else { return None };
    let year = i32::try_from(year).ok()?;
    let near = (base.day.year() - 2..=base.day.year() + 10).contains(&year);
    let rest = next.rest();
    let alone = rest.trim_start().is_empty() || rest.starts_with([',', ';', '.', ')']);
    (near && next.ends_word() && (alone || !comma)).then(|| *text = next)?;
    Some(year)
}

/// 31, 31st: a day of a month.
fn nth(text: &mut Scan) -> Option<u32> {
    let mut next = *text;
    next.spaces();
    let (day, 1 | 2) = next.digits()? else { return None };
    next.any(ORDINALS);
    *text = next;
    Some(day)
}

const ORDINALS: &[&str] = &["st", "nd", "rd", "th"];

/// the 15th: the next day that is one.
fn ordinal<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    the(text);
    text.spaces();
    let (day, 1 | 2) = text.digits()? else { return None };
    let read = text.any(ORDINALS) && text.ends_word();
    read.then(|| days::day_of_month(base.day, day).map(on))?
}

/// by the 15th, but not by the 15th meeting.
fn last_ordinal<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let found = ordinal(text, base)?;
    let rest = text.rest().trim_start();
    (!rest.starts_with(char::is_alphanumeric)).then_some(found)
}

/// 30 days, a month, 3 working days, two weeks.
fn duration<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let mut next = *text;
    next.spaces();
    let number = match next.digits() {
        Some((number, 1..=3)) => number,
        Some(_) => return None,
        None => counted(&mut next)?,
    };
    let (day, cautions) = if next.saying(WORKING) {
        days::working_days(base.day, number, base.holidays)?
    } else {
        (plain_after(&mut next, base.day, number)?, Vec::new())
    };
    *text = next;
    Some(Found::Within(day, cautions))
}

const WORKING: &[&[&str]] = &[
    &["working", "days"],
    &["working", "day"],
    &["business", "days"],
    &["business", "day"],
    &["workdays"],
    &["workday"],
];

fn plain_after(text: &mut Scan, day: NaiveDate, count: u32) -> Option<NaiveDate> {
    let days = |each: u32| day.checked_add_days(Days::new(u64::from(count.checked_mul(each)?)));
    let months = |each: u32| day.checked_add_months(Months::new(count.checked_mul(each)?));
    match text.alphabetic()?.to_ascii_lowercase().as_str() {
        "day" | "days" => days(1),
        "week" | "weeks" => days(7),
        "month" | "months" => months(1),
        "year" | "years" => months(12),
        _ => None,
    }
}

fn counted(text: &mut Scan) -> Option<u32> {
    const NUMBERS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let word = text.alphabetic()?.to_ascii_lowercase();
    if word == "a" || word == "an" {
        return Some(1);
    }
    let nth = NUMBERS.iter().position(|number| *number == word)?;
    u32::try_from(nth + 1).ok()
}

/// end of month, the end of October, the end of next quarter, year-end, month end.
fn end_of<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    the(text);
    if text.saying(&[&["year", "end"], &["year-end"]]) {
        return days::end_of(base.day, 12).map(on);
    }
    if text.saying(&[&["month", "end"], &["month-end"]]) {
        return days::month_end(Month::of(base.day)).map(exactly);
    }
    text.saying(&[&["end", "of"], &["close", "of"], &["end"]]).then_some(())?;
    the(text);
    let more = if text.words(&["next"]) {
        1
    } else {
        text.words(&["this"]);
        0
    };
    match text.alphabetic()?.to_ascii_lowercase().as_str() {
        "week" => days::end_of_week(base.day, u64::from(more), base.holidays).map(exactly),
        "month" => days::month_end(days::month_after(base.day, more)?).map(exactly),
        "quarter" => days::this_quarter(base.day, more).map(exactly),
        "year" => {
            let year = base.day.year().checked_add(i32::try_from(more).ok()?)?;
            NaiveDate::from_ymd_opt(year, 12, 31).map(exactly)
        }
        "q" => {
            let (quarter @ 1..=4, 1) = text.digits()? else { return None };
            days::end_of_quarter(base.day, quarter).map(on)
        }
        word => whole_month(text, month(word)?, base),
    }
}

/// The last day of a named month, with its year or without.
fn whole_month<'a>(text: &mut Scan<'a>, month: u32, base: &Base) -> Option<Found<'a>> {
    match year(text, base) {
        Some(year) => days::month_end(Month { year, month }).map(exactly),
        None => days::end_of(base.day, month).map(on),
    }
}

/// early October, mid-October, late Oct: the last day of the ten.
fn third_of<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let third = match text.alphabetic()?.to_ascii_lowercase().as_str() {
        "early" => 1,
        "mid" | "middle" => 2,
        "late" => 3,
        _ => return None,
    };
    text.mark("-");
    let month = text.alphabetic().and_then(month)?;
    let found = if third == 3 {
        days::end_of(base.day, month)
    } else {
        days::month_day(base.day, month, third * 10)
    };
    found.map(on)
}

/// October: behind a sigil its last day.
fn month_alone<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let named = text.alphabetic().and_then(month)?;
    whole_month(text, named, base)
}

/// by October: its last day, as 10月前 is read. What may be is no month, neither is May Wong one, and the October
/// meeting has another day.
fn month_of<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    const NAMED_AFTER_IT: [&str; 6] =
        ["meeting", "session", "report", "review", "figures", "returns"];
    let word = text.alphabetic()?;
    let named = month(word).filter(|_| !["may", "march", "mar"].contains(&word))?;
    let found = whole_month(text, named, base)?;
    let rest = text.rest().trim_start();
    let more = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let mut next = *text;
    let names = next.alphabetic().is_some_and(|word| NAMED_AFTER_IT.contains(&word));
    (!more && !names).then_some(found)
}

/// Friday, this Friday, next Friday.
fn weekday<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    let weeks = if text.words(&["next"]) {
        Some(1)
    } else if text.words(&["this"]) {
        Some(0)
    } else {
        None
    };
    let day = text.alphabetic().and_then(day_name)?;
    match weeks {
        Some(weeks) => days::weekday_in(base.day, weeks, day).map(exactly),
        None => days::next_weekday(base.day, day).map(exactly),
    }
}

/// today, tomorrow, the next meeting.
fn named<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    the(text);
    if text.saying(&[&["next", "meeting"], &["following", "meeting"]]) {
        return base.next_meeting.map(exactly);
    }
    let ahead = match text.alphabetic()?.to_ascii_lowercase().as_str() {
        "today" => 0,
        "tomorrow" => 1,
        _ => return None,
    };
    base.day.checked_add_days(Days::new(ahead)).map(exactly)
}

/// before National Day: the last worked day before the next holiday of that name.
fn holiday<'a>(text: &mut Scan<'a>, base: &Base) -> Option<Found<'a>> {
    the(text);
    let coming = days::coming_holidays(base.day, base.holidays);
    let holiday = coming.into_iter().find(|holiday| {
        let name = holiday.name.trim();
        name.is_ascii() && !name.is_empty() && text.name(name)
    })?;
    days::before_holiday(base.day, holiday, base.holidays).map(exactly)
}

/// every Friday, every 5th, weekly on Friday, monthly on the 5th, the 5th of every month.
fn each<'a>(text: &mut Scan<'a>, _: &Base) -> Option<Found<'a>> {
    let mut next = *text;
    let weekly = next.saying(&[&["every"], &["each"], &["weekly", "on"], &["weekly", "by"]]);
    if weekly && let Some(day) = next.alphabetic().and_then(day_name) {
        *text = next;
        return Some(Found::Each(When::Weekly(day)));
    }
    let mut next = *text;
    let monthly = next.saying(&[&["monthly", "on"], &["monthly", "by"], &["monthly"]]);
    let every = !monthly && next.words(&["every"]);
    if !monthly && !every {
        next.saying(&[&["on"], &["by"]]);
    }
    the(&mut next);
    let last = next.saying(&[&["last", "day"], &["end"]]);
    let day = if last { 31 } else { nth(&mut next)? };
    let of_month = next.saying(&[&["of", "every", "month"], &["of", "each", "month"]]);
    // every 5th, but not every 5th household
    let alone = !next.rest().trim_start().starts_with(char::is_alphanumeric);
    let said = monthly || of_month || (every && alone && next.ends_word());
    let day = u8::try_from(day).ok().filter(|day| said && (1..=31).contains(day))?;
    *text = next;
    Some(Found::Each(When::Monthly(day)))
}

/// as soon as possible: words that people take for a day.
fn open<'a>(text: &mut Scan<'a>, _: &Base) -> Option<Found<'a>> {
    let start = text.rest();
    text.saying(OPEN).then(|| Found::Open(&start[..text.read_of(start)]))
}

/// As the value of a due these name no day either; in a sentence they are common words.
fn open_alone<'a>(text: &mut Scan<'a>, _: &Base) -> Option<Found<'a>> {
    let start = text.rest();
    let read = text.saying(&[&["soon"], &["tbd"], &["unsettled"], &["to", "be", "decided"]]);
    read.then(|| Found::Open(&start[..text.read_of(start)]))
}

const OPEN: &[&[&str]] = &[
    &["as", "soon", "as", "possible"],
    &["asap"],
    &["as", "early", "as", "possible"],
    &["in", "due", "course"],
    &["when", "appropriate"],
    &["in", "the", "near", "future"],
];

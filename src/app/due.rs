//! Due words: from 1031, 月底, 下周五, +7 or 1031 14:00 to a day and perhaps a time, in either width;
//! and from their English twins, 31 Oct, end of month, next Friday.
//!
//! Total: any text gives a day or a repetition, 未定 (尽快, 近期, 适时), or nothing. A day is never
//! guessed from words that name none, and what is odd about one (past, a weekend, a holiday, beyond
//! the plan) is said and never blocks. This file must never ask what day it is: the base is a
//! parameter, and the holidays are the plan's.

mod calendar;
mod english;
mod parse;
pub(super) mod scan;
mod time;

use chrono::NaiveDate;

use super::key::twin;
use crate::ledger::{Due, When};
use crate::plan::{Holidays, Period};
use crate::words::Caution;
use parse::Found;
use scan::Scan;
use time::Moment;

pub(super) use english::month;

/// What due words count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base<'a> {
    /// The day of the open meeting, else today.
    pub day: NaiveDate,
    /// The next meeting, if it is known: 下次会议, 会前.
    pub next_meeting: Option<NaiveDate>,
    /// The plan's days: beyond them is worth a word.
    pub period: Period,
    /// Days off, and weekend days that are worked.
    pub holidays: &'a Holidays,
}

/// What a due word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Stated, or unsettled.
    pub due: Due,
    /// What to look at twice.
    pub cautions: Vec<Caution>,
}

/// What a whole text means as a due: the value of `>`, a field of the form, `--due`.
pub fn read(text: &str, base: &Base) -> Option<Meant> {
    let text = text.trim();
    let (length, meant) = word(text, base)?;
    (length == text.len()).then_some(meant)
}

/// The longest due word with which a text begins, and its length in bytes.
pub fn word(text: &str, base: &Base) -> Option<(usize, Meant)> {
    let readers = [parse::AFTER_SIGIL, english::AFTER_SIGIL].into_iter();
    let day = readers.filter_map(|readers| parse::longest(Scan::new(text), base, readers));
    let day = day.map(timed);
    let today = |(moment, after)| (Found::Day(base.day, Vec::new()), Some(moment), after);
    let hour = time::alone(Scan::new(text)).map(today);
    let read = day.chain(hour).filter(|_| !text.starts_with(char::is_whitespace));
    let (found, moment, mut after) = read.min_by_key(|(_, _, after)| after.rest().len())?;
    match found {
        Found::Within(..) => after.any(WITHIN),
        _ => limits(&mut after),
    };
    Some((after.read_of(text), meant(found, moment, base)))
}

/// Whether a text is a time of day alone: in a sentence that is no due yet.
pub fn is_hour(text: &str) -> bool {
    time::alone(Scan::new(text.trim())).is_some_and(|(_, after)| after.rest().is_empty())
}

/// The due with which a text begins as people say it inside a sentence: 10月底前, 延至10月15日,
/// 30天内, 每周五, 10月底完成. Bare numbers are none: a sentence is full of them.
pub fn phrase(text: &str, base: &Base) -> Option<(usize, Meant)> {
    let mut start = Scan::new(text);
    let postponed = start.any(POSTPONED);
    let Some(read) = parse::longest(start, base, parse::IN_SENTENCE) else {
        return hour_in_sentence(start, text, base);
    };
    let (found, moment, mut after) = timed(read);
    if postponed {
        limits(&mut after);
        return is_end(after).then(|| (after.read_of(text), meant(found, moment, base)));
    }
    let limited = match found {
        Found::Within(..) => after.any(WITHIN),
        Found::Day(..) => limits(&mut after) || is_done_by(after),
        Found::Each(_) | Found::Open(_) => true,
    };
    limited.then(|| (after.read_of(text), meant(found, moment, base)))
}

/// The due with which a text begins as people say it inside an English sentence: by 31 Oct, in 3
/// working days, before the next meeting, every Friday, by 5 pm. A day without such words is none.
pub fn english(text: &str, base: &Base) -> Option<(usize, Meant)> {
    if text.starts_with(char::is_whitespace) {
        return None;
    }
    let start = Scan::new(text);
    let day = parse::longest(start, base, english::IN_SENTENCE).map(timed);
    let (found, moment, after) = match day {
        Some(day) => day,
        None => english::hour(start)
            .map(|(moment, after)| (Found::Day(base.day, Vec::new()), Some(moment), after))?,
    };
    let ends = after.ends_word() && !after.rest().starts_with('%');
    ends.then(|| (after.read_of(text), meant(found, moment, base)))
}

/// 下午5点前, 17:00前: of the day itself, and only as a limit.
fn hour_in_sentence(start: Scan, text: &str, base: &Base) -> Option<(usize, Meant)> {
    let (moment, mut after) = time::alone(start)?;
    let today = Found::Day(base.day, Vec::new());
    limits(&mut after).then(|| (after.read_of(text), meant(today, Some(moment), base)))
}

type Timed<'a> = (Found<'a>, Option<Moment>, Scan<'a>);

/// A day with the moment that stands behind it. A repetition has none.
fn timed<'a>((found, mut after): (Found<'a>, Scan<'a>)) -> Timed<'a> {
    let moment = match found {
        Found::Day(..) => time::behind(&mut after),
        Found::Within(..) | Found::Each(_) | Found::Open(_) => None,
    };
    (found, moment, after)
}

/// Reads what makes a day a limit. 前期 and 前后 are other words.
fn limits(after: &mut Scan) -> bool {
    let other = ["前期", "前后", "前提", "前置"];
    !other.iter().any(|word| after.rest().starts_with(word)) && after.any(BEFORE)
}

/// Whether a day can begin with a character in a sentence, so that every other is passed over at once.
pub fn may_begin(c: char, base: &Base) -> bool {
    let holidays = || base.holidays.off.iter().flat_map(|holiday| holiday.name.split('、'));
    twin(c).is_ascii_digit() || BEGINS.contains(c) || holidays().any(|name| name.starts_with(c))
}

/// With these, or a digit, or a holiday's name, a day begins.
const BEGINS: &str =
    "一二两三四五六七八九十廿卅今本明后当这第季年月下次上中半周星礼每会节尽早近适延推最不晚凌清傍";

/// Before a day, in a sentence: the day is a due even without 前.
const POSTPONED: &[&str] = &[
    "延期至",
    "延期到",
    "延长至",
    "延长到",
    "推迟至",
    "推迟到",
    "延至",
    "延到",
    "最迟",
    "不晚于",
    "不迟于",
];

/// After a day that is a limit.
const BEFORE: &[&str] = &["之前", "以前", "前"];

/// After a duration that is a limit.
const WITHIN: &[&str] = &["以内", "之内", "内"];

/// What is done by a day: 10月底完成. Followed by 了 it tells what happened.
const DONE: &[&str] = &[
    "完成", "建成", "办结", "开工", "竣工", "交付", "投用", "启用", "上报", "报送", "提交", "落实",
    "到位", "启动",
];

fn is_done_by(after: Scan) -> bool {
    let mut after = after;
    after.eat("全部");
    after.any(DONE) && !after.eat("了")
}

/// A date in digits must not be cut out of a longer number: 延至10-15, not 延至10-1 of 5.
fn is_end(after: Scan) -> bool {
    !after.rest().starts_with(|c: char| c.is_ascii_digit())
}

fn meant(found: Found, moment: Option<Moment>, base: &Base) -> Meant {
    match found {
        Found::Day(day, mut cautions) | Found::Within(day, mut cautions) => {
            cautions.extend(oddities(day, base));
            let time = moment.and_then(Moment::time);
            Meant { due: Due::Stated(When::On(day, time)), cautions }
        }
        Found::Each(when) => Meant { due: Due::Stated(when), cautions: Vec::new() },
        Found::Open(words) => Meant {
            due: Due::Unsettled(words.to_owned()),
            cautions: vec![Caution::Vague { words: words.to_owned() }],
        },
    }
}

fn oddities(day: NaiveDate, base: &Base) -> Vec<Caution> {
    let named = || day.to_string();
    let mut cautions = Vec::new();
    if day < base.day {
        cautions.push(Caution::Past { day: named() });
    }
    if !base.holidays.is_worked(day) {
        cautions.push(match base.holidays.holiday(day) {
            Some(holiday) => Caution::Holiday { day: named(), name: holiday.name.clone() },
            None => Caution::Weekend { day: named() },
        });
    }
    if day > base.period.to {
        cautions.push(Caution::BeyondPlan { day: named() });
    }
    cautions
}

#[cfg(test)]
pub(super) mod tests;

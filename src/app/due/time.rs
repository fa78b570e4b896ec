//! Times of day, behind a day or alone: 14:00, 14时, 下午3点半, 24时, 下班, 5 pm, noon.
//!
//! A number with 点 behind it is an hour only where nothing else can be meant: 3点要求 are three
//! points. The end of a day is the day itself.

use super::scan::Scan;
use crate::ledger::TimeOfDay;

/// A moment of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// To the minute.
    At(TimeOfDay),
    /// 24时, 下班, 下午: the day says enough.
    End,
}

impl Moment {
    /// The time that a due keeps.
    pub(super) fn time(self) -> Option<TimeOfDay> {
        match self {
            Self::At(time) => Some(time),
            Self::End => None,
        }
    }
}

/// The moment behind a day, with spaces between or without.
pub(super) fn behind(text: &mut Scan) -> Option<Moment> {
    let mut next = *text;
    let apart = next.spaces();
    let moment = english(&mut next)
        .or_else(|| clock(&mut next))
        .or_else(|| said(&mut next).filter(|_| !apart || ends(next)))
        .or_else(|| part_alone(&mut next))?;
    *text = next;
    Some(moment)
}

/// A moment without its day, and what is left behind it.
pub(super) fn alone(text: Scan) -> Option<(Moment, Scan)> {
    let mut next = text;
    let moment = english(&mut next)
        .or_else(|| clock(&mut next))
        .or_else(|| said(&mut next).filter(|_| ends(next)))
        .or_else(|| next.eat("下班").then_some(Moment::End).filter(|_| ends(next)))?;
    Some((moment, next))
}

/// Parts of a day, the longer words first.
#[derive(Clone, Copy)]
enum Part {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

const PARTS: &[(&str, Part)] = &[
    ("凌晨", Part::Night),
    ("清晨", Part::Morning),
    ("早上", Part::Morning),
    ("早晨", Part::Morning),
    ("上午", Part::Morning),
    ("早", Part::Morning),
    ("中午", Part::Noon),
    ("下午", Part::Afternoon),
    ("傍晚", Part::Evening),
    ("晚上", Part::Evening),
    ("晚间", Part::Evening),
    ("晚", Part::Evening),
];

/// 9:30, 14：00, 下午3:30: nothing else is written so.
fn clock(text: &mut Scan) -> Option<Moment> {
    let mut next = *text;
    let part = next.one_of(PARTS);
    let (hour, 1 | 2) = next.digits()? else { return None };
    let (minute, 2) = next.mark(":").then(|| next.digits())?? else { return None };
    let moment = moment(part, hour, minute)?;
    *text = next;
    Some(moment)
}

/// 5 pm, 5:30 pm, at noon, close of business.
fn english(text: &mut Scan) -> Option<Moment> {
    let mut next = *text;
    next.words(&["at"]);
    let moment = if next.words(&["noon"]) {
        Moment::At(TimeOfDay::new(12, 0)?)
    } else if next.saying(&[&["close", "of", "business"], &["end", "of", "day"], &["cob"]]) {
        Moment::End
    } else {
        next.spaces();
        let (hour @ 1..=12, 1 | 2) = next.digits()? else { return None };
        let minute =
            if next.mark(":") { next.digits().filter(|(_, count)| *count == 2)?.0 } else { 0 };
        let noon = match next.alphabetic()?.to_ascii_lowercase().as_str() {
            "am" => 0,
            "pm" => 12,
            _ => return None,
        };
        Moment::At(TimeOfDay::new(hour % 12 + noon, minute)?)
    };
    *text = next;
    Some(moment)
}

/// 14时, 十四时三十分, 下午3点半, 9点30.
fn said(text: &mut Scan) -> Option<Moment> {
    let mut next = *text;
    let part = next.one_of(PARTS);
    let hour = next.count()?;
    next.any(&["点钟", "点", "时"]).then_some(())?;
    let minute = minutes(&mut next)?;
    let moment = moment(part, hour, minute)?;
    *text = next;
    Some(moment)
}

/// What follows the hour; nothing is the hour itself.
fn minutes(text: &mut Scan) -> Option<u32> {
    let named = text.one_of(&[("整", 0), ("半", 30), ("一刻", 15), ("三刻", 45)]);
    if named.is_some() {
        return named;
    }
    let mut next = *text;
    let minute = match next.digits() {
        Some((minute, 2)) => {
            next.eat("分");
            minute
        }
        Some((minute, _)) if next.eat("分") => minute,
        Some(_) => return None,
        None => match next.count() {
            Some(minute) if next.eat("分") => minute,
            _ => return Some(0),
        },
    };
    *text = next;
    Some(minute)
}

/// 中午 is twelve; the other parts of a day say no hour.
fn part_alone(text: &mut Scan) -> Option<Moment> {
    let mut next = *text;
    let noon = TimeOfDay::new(12, 0)?;
    let moment = next.one_of(&[
        ("中午", Moment::At(noon)),
        ("上午", Moment::End),
        ("下午", Moment::End),
        ("晚上", Moment::End),
        ("下班", Moment::End),
    ])?;
    ends(next).then(|| *text = next)?;
    Some(moment)
}

fn moment(part: Option<Part>, hour: u32, minute: u32) -> Option<Moment> {
    use Part::{Afternoon, Evening, Morning, Night, Noon};
    let hour = match (part, hour) {
        (None | Some(Evening), 24) | (Some(Evening), 12) => {
            return (minute == 0).then_some(Moment::End);
        }
        (Some(Night), 12) => 0,
        (Some(Noon), 1 | 2) | (Some(Afternoon), 1..7) | (Some(Evening), 5..12) => hour + 12,
        (None, 0..24)
        | (Some(Night), 0..6)
        | (Some(Morning), 5..=12)
        | (Some(Noon), 11..=13)
        | (Some(Afternoon), 12..19)
        | (Some(Evening), 17..24) => hour,
        _ => return None,
    };
    TimeOfDay::new(hour, minute).map(Moment::At)
}

/// Whether a word ends here: nothing, a mark or a limit follows.
fn ends(text: Scan) -> bool {
    let limited = ["前", "之前", "以前", "止"].iter().any(|limit| text.rest().starts_with(limit));
    limited || !text.rest().starts_with(char::is_alphanumeric)
}

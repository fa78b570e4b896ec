//! 时限: by when, and whether somebody said so.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::TimeOfDay;
use crate::words::joint::{Aside, ordinal};
use crate::words::{Lang, Wanted};

/// By when a decision is to be carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// Nobody said, and nothing is assumed: 缺时限.
    #[default]
    Missing,
    /// The meeting said so.
    Stated(When),
    /// Nobody said: the next meeting, until somebody confirms it.
    Assumed(When),
    /// 未定: words that name no day (尽快, 适时), as typed.
    Unsettled(String),
}

/// A day, or a repetition.
///
/// In files: `"2023-10-31"`, `"2023-10-31 14:00"`, `"每月5日"`, `"每周五"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Once.
    On(NaiveDate, Option<TimeOfDay>),
    /// On a day of each month, 1 to 31.
    Monthly(u8),
    /// On a day of each week.
    Weekly(Weekday),
}

/// A step on the way to a due day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// By when.
    pub by: NaiveDate,
    /// What.
    pub text: String,
}

/// For `skip_serializing_if`: what is not so is not written.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}

impl Due {
    /// The day or repetition, stated or assumed.
    pub fn when(&self) -> Option<When> {
        match self {
            Self::Stated(when) | Self::Assumed(when) => Some(*when),
            Self::Missing | Self::Unsettled(_) => None,
        }
    }
}

impl When {
    /// The day, if it comes once.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::On(day, _) => Some(day),
            Self::Monthly(_) | Self::Weekly(_) => None,
        }
    }
}

impl When {
    /// The day or the repetition in a language, as short as a column wants it. In a file it stands as
    /// it is written there.
    pub fn text(self, lang: Lang) -> String {
        let again = match self {
            Self::On(..) => return self.to_string(),
            Self::Monthly(day) => Aside::Monthly { day: nth(day, lang) },
            Self::Weekly(day) => Aside::Weekly { day: short(day, lang) },
        };
        again.text(lang)
    }

    /// The same as a sentence says it.
    pub fn in_full(self, lang: Lang) -> String {
        let again = match self {
            Self::On(..) => return self.to_string(),
            Self::Monthly(day) => Aside::MonthlyInFull { day: nth(day, lang) },
            Self::Weekly(day) => Aside::WeeklyInFull { day: in_full(day, lang) },
        };
        again.text(lang)
    }
}

const WEEKDAYS: [(Weekday, char); 7] = [
    (Weekday::Mon, '一'),
    (Weekday::Tue, '二'),
    (Weekday::Wed, '三'),
    (Weekday::Thu, '四'),
    (Weekday::Fri, '五'),
    (Weekday::Sat, '六'),
    (Weekday::Sun, '日'),
];

fn nth(day: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh => day.to_string(),
        Lang::En => ordinal(day),
    }
}

fn short(day: Weekday, lang: Lang) -> String {
    match lang {
        Lang::Zh => weekday_han(day).to_string(),
        Lang::En => day.to_string(),
    }
}

fn in_full(day: Weekday, lang: Lang) -> String {
    let name = match day {
        _ if lang == Lang::Zh => return short(day, lang),
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    };
    name.to_owned()
}

/// The Han of a weekday: 五 for Friday.
pub fn weekday_han(day: Weekday) -> char {
    WEEKDAYS.iter().find(|(weekday, _)| *weekday == day).map_or('日', |(_, han)| *han)
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day, None) => write!(f, "{day}"),
            Self::On(day, Some(time)) => write!(f, "{day} {time}"),
            Self::Monthly(day) => write!(f, "每月{day}日"),
            Self::Weekly(day) => write!(f, "每周{}", weekday_han(*day)),
        }
    }
}

/// The text is neither a day nor a repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADue;

impl FromStr for When {
    type Err = NotADue;

    fn from_str(text: &str) -> Result<Self, NotADue> {
        let when = if let Some(day) = text.strip_prefix("每月") {
            let day = day.strip_suffix('日').and_then(|day| day.parse().ok()).ok_or(NotADue)?;
            Self::Monthly(if (1..=31).contains(&day) { day } else { return Err(NotADue) })
        } else if let Some(day) = text.strip_prefix("每周") {
            let named = WEEKDAYS.iter().find(|(_, han)| day.strip_prefix(*han) == Some(""));
            Self::Weekly(named.ok_or(NotADue)?.0)
        } else {
            let (day, time) = text.split_once(' ').map_or((text, None), |(d, t)| (d, Some(t)));
            let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| NotADue)?;
            Self::On(day, time.map(str::parse).transpose().map_err(|_| NotADue)?)
        };
        if when.to_string() == text { Ok(when) } else { Err(NotADue) }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = Wanted::Due.text(Lang::En);
        text.parse()
            .map_err(|NotADue| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_due_is_said_in_either_language() {
        let said = |text: &str| {
            let when: When = text.parse().unwrap();
            [Lang::Zh, Lang::En].map(|lang| [when.text(lang), when.in_full(lang)].join(" | "))
        };
        assert_eq!(said("每月5日"), ["每月5日 | 每月5日", "every 5th | on the 5th of every month"]);
        assert_eq!(said("每周五"), ["每周五 | 每周五", "every Fri | every Friday"]);
        assert_eq!(said("2023-10-31"), ["2023-10-31 | 2023-10-31"; 2]);
    }

    #[test]
    fn a_due_reads_as_it_is_written() {
        for text in ["2023-10-31", "2023-10-31 14:00", "每月5日", "每月31日", "每周五", "每周日"]
        {
            assert_eq!(text.parse::<When>().map(|when| when.to_string()), Ok(text.to_owned()));
        }
        for text in [
            "",
            "2023-02-30",
            "2023-2-3",
            "每月0日",
            "每月32日",
            "每月05日",
            "每周八",
            "每周五五",
            "2023-10-31 25:00",
        ] {
            assert_eq!(text.parse::<When>(), Err(NotADue), "{text}");
        }
    }
}

//! 节假日 and 调休: which days are worked, as data that people copy from the year's notice.

use chrono::{Datelike as _, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A public holiday, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// 国庆节
    pub name: String,
    /// First day off.
    pub from: NaiveDate,
    /// Last day off.
    pub to: NaiveDate,
}

/// The days off of a plan, and the weekend days that are worked instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// Days off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<Holiday>,
    /// 调休: weekend days on which people work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worked: Vec<NaiveDate>,
}

impl Holidays {
    /// Whether nothing is known: then only weekends are off.
    pub fn is_empty(&self) -> bool {
        self.off.is_empty() && self.worked.is_empty()
    }

    /// Whether anything is known of a day's year.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.off
            .iter()
            .any(|holiday| holiday.from.year() == day.year() || holiday.to.year() == day.year())
    }

    /// The holiday in which a day lies.
    pub fn holiday(&self, day: NaiveDate) -> Option<&Holiday> {
        self.off.iter().find(|holiday| (holiday.from..=holiday.to).contains(&day))
    }

    /// Whether people work on a day.
    pub fn is_worked(&self, day: NaiveDate) -> bool {
        if self.worked.contains(&day) {
            return true;
        }
        self.holiday(day).is_none() && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_weekend_may_be_worked_and_a_weekday_off() {
        let holidays = Holidays {
            off: vec![Holiday {
                name: "国庆节".into(),
                from: day("2023-09-29"),
                to: day("2023-10-06"),
            }],
            worked: vec![day("2023-10-07")],
        };
        for (on, worked) in [
            ("2023-09-28", true),
            ("2023-09-29", false),
            ("2023-10-06", false),
            ("2023-10-07", true),
            ("2023-10-08", false),
            ("2023-10-09", true),
        ] {
            assert_eq!(holidays.is_worked(day(on)), worked, "{on}");
        }
        assert!(holidays.covers(day("2023-01-01")) && !holidays.covers(day("2024-01-01")));
    }
}

//! Days, months and the spans that readings speak of.

use std::fmt;
use std::str::FromStr;

use crate::words::{Lang, Wanted};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The days of a plan, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// A calendar month: `2023-08`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Four digits.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

/// The months that a reading covers, both ends included: `2023-01..2023-08`. Orders by its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Last month.
    pub to: Month,
    /// First month.
    pub from: Month,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 {
            Self { year: self.year + 1, month: 1 }
        } else {
            Self { year: self.year, month: self.month + 1 }
        }
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.month == 1 {
            Self { year: self.year - 1, month: 12 }
        } else {
            Self { year: self.year, month: self.month - 1 }
        }
    }

    /// How many months from here to another; below zero when it came before.
    pub fn until(self, other: Self) -> i64 {
        let months = |month: Self| i64::from(month.year) * 12 + i64::from(month.month);
        months(other) - months(self)
    }

    /// So many months later; beyond any calendar it stays where it is.
    #[must_use]
    pub fn plus(self, months: i64) -> Self {
        let all = i64::from(self.year) * 12 + i64::from(self.month) - 1;
        let all = all.saturating_add(months);
        let month = u32::try_from(all.rem_euclid(12)).unwrap_or(0) + 1;
        i32::try_from(all.div_euclid(12)).map_or(self, |year| Self { year, month })
    }

    /// Its last day; none beyond the calendar's end.
    pub fn last_day(self) -> Option<NaiveDate> {
        let next = self.next();
        NaiveDate::from_ymd_opt(next.year, next.month, 1)?.checked_sub_days(Days::new(1))
    }
}

impl Span {
    /// From the first month of a year to `to`: how figures are usually reported.
    pub fn year_to(to: Month) -> Self {
        Self { from: Month { year: to.year, month: 1 }, to }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            write!(f, "{}", self.to)
        } else {
            write!(f, "{}..{}", self.from, self.to)
        }
    }
}

/// The text is not `2023-08` or `2023-01..2023-08`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASpan;

impl FromStr for Month {
    type Err = NotASpan;

    fn from_str(text: &str) -> Result<Self, NotASpan> {
        let (year, month) = text.split_once('-').ok_or(NotASpan)?;
        let (year, month) = (digits(year, 4)?, digits(month, 2)?);
        if !(1..=12).contains(&month) {
            return Err(NotASpan);
        }
        Ok(Self { year: i32::try_from(year).map_err(|_| NotASpan)?, month })
    }
}

fn digits(text: &str, count: usize) -> Result<u32, NotASpan> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().map_err(|_| NotASpan) } else { Err(NotASpan) }
}

impl FromStr for Span {
    type Err = NotASpan;

    fn from_str(text: &str) -> Result<Self, NotASpan> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let span = Self { from: from.parse()?, to: to.parse()? };
        if span.from <= span.to { Ok(span) } else { Err(NotASpan) }
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = Wanted::Month.text(Lang::En);
        text.parse()
            .map_err(|NotASpan| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = Wanted::Months.text(Lang::En);
        text.parse()
            .map_err(|NotASpan| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_written_and_order_by_their_end() {
        let texts = ["2023-06", "2023-01..2023-07", "2023-08"];
        let spans: Vec<Span> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        assert_eq!(spans.iter().map(Span::to_string).collect::<Vec<_>>(), texts);
        assert!(spans.is_sorted());
        for text in ["2023-13", "2023-8", "2023-08..2023-01", "23-08", "2023", ""] {
            assert_eq!(text.parse::<Span>(), Err(NotASpan), "{text}");
        }
    }

    #[test]
    fn months_are_counted_over_the_turn_of_a_year() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        for (from, to, months) in
            [("2023-01", "2023-12", 11), ("2022-12", "2023-01", 1), ("2023-09", "2022-09", -12)]
        {
            assert_eq!(month(from).until(month(to)), months, "{from} {to}");
            assert_eq!(month(from).plus(months), month(to), "{from} {months}");
        }
    }

    #[test]
    fn the_last_day_knows_leap_years() {
        let day = |year, month| Month { year, month }.last_day().map(|day| day.to_string());
        assert_eq!(day(2024, 2), Some("2024-02-29".into()));
        assert_eq!(day(2023, 12), Some("2023-12-31".into()));
    }
}

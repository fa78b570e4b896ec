//! The names of snapshots and the numbers of records.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The name of a closed meeting or interval, and of its file without `.ron`: `2023-09-15`,
/// `2023-05-19-cw`, `2023-04-28-interval`, `2023-09-15-2`; the founding one is `0000-adopted`.
///
/// Orders by day, then by suffix, then by number: never by letter alone, so `-2` stands before
/// `-10`. The order of the *chain* is another one, see [`super::Chain`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SnapshotId {
    /// None for the founding snapshot alone.
    day: Option<NaiveDate>,
    /// None for the usual series, and never empty: names are compared thousands of times to open a
    /// book, and comparing two empty texts asks memcmp, which some processors answer slowly.
    suffix: Option<Box<str>>,
    /// 1 for the first of its name, then 2, 3 and so on.
    copy: u16,
}

/// One record of a meeting or an interval: `2023-09-15/2`. Decisions, readings and all other
/// records of one meeting share one counter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// What it was recorded in.
    pub snapshot: SnapshotId,
    /// Its number there, from 1. A record taken back leaves a hole.
    pub number: u32,
}

impl SnapshotId {
    /// The founding snapshot (建账).
    pub fn adopted() -> Self {
        Self { day: None, suffix: suffix("adopted"), copy: 1 }
    }

    /// A meeting of the series with a code; the usual series has an empty one.
    pub fn meeting(day: NaiveDate, code: &str) -> Self {
        Self { day: Some(day), suffix: suffix(code), copy: 1 }
    }

    /// An interval whose first record was made on a day.
    pub fn interval(day: NaiveDate) -> Self {
        Self { day: Some(day), suffix: suffix("interval"), copy: 1 }
    }

    /// A joining of two lines of meetings, begun on a day.
    pub fn join(day: NaiveDate) -> Self {
        Self { day: Some(day), suffix: suffix("join"), copy: 1 }
    }

    /// The name after this one when it is taken: `2023-09-15`, `2023-09-15-2`, `2023-09-15-3`.
    #[must_use]
    pub fn next(&self) -> Self {
        Self { copy: self.copy.saturating_add(1), ..self.clone() }
    }

    /// The first of the names that nobody has taken, beginning with this one.
    #[must_use]
    pub fn free(self, taken: impl Fn(&Self) -> bool) -> Self {
        let mut id = self;
        while taken(&id) {
            id = id.next();
        }
        id
    }

    /// The day in its name; none for the founding snapshot.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// Whether it is the founding snapshot.
    pub fn is_adopted(&self) -> bool {
        self.day.is_none()
    }

    /// Whether it is another one's name with a greater number: `2023-09-15-2` of `2023-09-15`. A
    /// snapshot may be filed so when its own name was taken.
    pub fn is_copy_of(&self, own: &Self) -> bool {
        (self.day, &self.suffix) == (own.day, &own.suffix) && self.copy > own.copy
    }

    /// Whether it names a meeting, of whatever series.
    pub fn is_meeting(&self) -> bool {
        self.day.is_some() && !matches!(self.suffix.as_deref(), Some("interval" | "join"))
    }

    /// Whether two lines of meetings became one in it.
    pub fn is_join(&self) -> bool {
        self.suffix.as_deref() == Some("join")
    }

    /// Whether it names a meeting of the series with a code.
    pub fn is_meeting_of(&self, code: &str) -> bool {
        self.day.is_some() && self.suffix.as_deref().unwrap_or_default() == code
    }

    /// Whether both name meetings of one series.
    pub fn is_of_series(&self, other: &Self) -> bool {
        self.day.is_some() && self.suffix == other.suffix
    }

    /// The record of a number in it.
    pub fn record(&self, number: u32) -> RecordId {
        RecordId { snapshot: self.clone(), number }
    }
}

impl fmt::Display for SnapshotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            Some(day) => write!(f, "{day}")?,
            None => f.write_str("0000")?,
        }
        if let Some(suffix) = &self.suffix {
            write!(f, "-{suffix}")?;
        }
        if self.copy > 1 {
            write!(f, "-{}", self.copy)?;
        }
        Ok(())
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.snapshot, self.number)
    }
}

fn suffix(code: &str) -> Option<Box<str>> {
    (!code.is_empty()).then(|| code.into())
}

/// The text is not the name of a snapshot or a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for SnapshotId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "0000-adopted" {
            return Ok(Self::adopted());
        }
        let (day, rest) = text.split_at_checked(10).ok_or(NotAnId)?;
        let mut id = Self { day: Some(read_day(day)?), suffix: None, copy: 1 };
        let mut parts = rest.split('-');
        if parts.next() != Some("") {
            return Err(NotAnId);
        }
        for part in parts {
            let counted = part.bytes().all(|byte| byte.is_ascii_digit());
            let plain = part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            match (counted, &id.suffix) {
                _ if id.copy > 1 => return Err(NotAnId),
                (true, _) => id.copy = read_copy(part)?,
                (false, None) if plain => id.suffix = suffix(part),
                (false, _) => return Err(NotAnId),
            }
        }
        Ok(id)
    }
}

/// A day as it is written, `2023-09-15` and never `2023-9-15`. A book has thousands of them, and
/// chrono's reader, which knows many ways to write a day, takes ten times as long.
fn read_day(text: &str) -> Result<NaiveDate, NotAnId> {
    let number = |range: Range<usize>| {
        let digits = text.get(range).ok_or(NotAnId)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u16>().ok().filter(|_| plain).ok_or(NotAnId)
    };
    if text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
        return Err(NotAnId);
    }
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).ok_or(NotAnId)
}

/// 2, 3 and so on: the first of a name has no number.
fn read_copy(digits: &str) -> Result<u16, NotAnId> {
    let copy = digits.parse().ok().filter(|copy| *copy > 1);
    copy.filter(|_| !digits.starts_with('0')).ok_or(NotAnId)
}

impl FromStr for RecordId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (snapshot, number) = text.split_once('/').ok_or(NotAnId)?;
        let plain = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
        let number = number.parse().map_err(|_| NotAnId)?;
        if plain { Ok(Self { snapshot: snapshot.parse()?, number }) } else { Err(NotAnId) }
    }
}

/// Both ids are strings in files.
macro_rules! as_text {
    ($name:ident, $wanted:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(|NotAnId| {
                    de::Error::invalid_value(de::Unexpected::Str(&text), &$wanted)
                })
            }
        }
    };
}

as_text!(SnapshotId, "a name like 2023-09-15, 2023-05-19-cw or 2023-04-28-interval");
as_text!(RecordId, "a record like 2023-09-15/2");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_as_they_are_written() {
        let names = "0000-adopted 2023-09-15 2023-09-15-2 2023-09-15-cw 2023-09-15-cw-3 \
                     2023-04-28-interval 2023-04-28-interval-12";
        for name in names.split(' ') {
            assert_eq!(name.parse::<SnapshotId>().map(|id| id.to_string()), Ok(name.to_owned()));
        }
        let wrong = "|2023-9-15|2023-02-30|2023-09-15-|2023-09-15-1|2023-09-15-02|2023-09-15-CW|\
                     2023-09-15-a-b|2023-09-15-2-cw|2023-09-15/2|../2023-09-15|2023-09-15é";
        for name in wrong.split('|') {
            assert_eq!(name.parse::<SnapshotId>(), Err(NotAnId), "{name}");
        }
    }

    #[test]
    fn records_order_by_number_and_never_by_letter() {
        let ids = [
            "0000-adopted/1",
            "2023-09-15/2",
            "2023-09-15/10",
            "2023-09-15-2/1",
            "2023-09-15-10/1",
        ];
        let mut read: Vec<RecordId> = ids.iter().rev().filter_map(|id| id.parse().ok()).collect();
        read.sort();
        assert_eq!(read.iter().map(RecordId::to_string).collect::<Vec<_>>(), ids);
        for wrong in ["2023-09-15/0", "2023-09-15/02", "2023-09-15/", "2023-09-15", "2023-09-15/-1"]
        {
            assert_eq!(wrong.parse::<RecordId>(), Err(NotAnId), "{wrong}");
        }
    }

    #[test]
    fn a_taken_name_gives_the_next_free_one() {
        let first: SnapshotId = SnapshotId::interval(NaiveDate::default());
        let free = first.clone().free(|id| *id == first || *id == first.next());
        assert_eq!(free.to_string(), "1970-01-01-interval-3");
    }
}

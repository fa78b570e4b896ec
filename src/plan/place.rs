//! Where in the plan: `1`, `1.2`, `1.2.2`, `1.2/1`, `0/1`. The one type of all row numbers.

use std::fmt;
use std::str::FromStr;

use crate::words::{Lang, Wanted};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A row of the plan by its numbers. Orders as the report does: `1` before `1.2` before `1.2/1`
/// before `1.2.1` before `1.3`.
///
/// Ids have no letters, so they can be typed with a Chinese input method switched on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    section: u16,
    task: u16,
    measure: u16,
    target: u16,
}

/// What a [`Place`] points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// `1`
    Section,
    /// `1.2`
    Task,
    /// `1.2.2`
    Measure,
    /// `1.2/1`, or `0/1` for a headline target
    Target,
}

impl Place {
    /// Section `1`. Numbers start at one; reading refuses zeros.
    pub const fn section(section: u16) -> Self {
        Self { section, task: 0, measure: 0, target: 0 }
    }

    /// Task `1.2`.
    pub const fn task(section: u16, task: u16) -> Self {
        Self { section, task, measure: 0, target: 0 }
    }

    /// Measure `1.2.2`.
    pub const fn measure(section: u16, task: u16, measure: u16) -> Self {
        Self { section, task, measure, target: 0 }
    }

    /// Target `1.2/1` of a task, counted over the whole task.
    pub const fn target(section: u16, task: u16, target: u16) -> Self {
        Self { section, task, measure: 0, target }
    }

    /// Headline target `0/1`.
    pub const fn headline(target: u16) -> Self {
        Self { section: 0, task: 0, measure: 0, target }
    }

    /// What it points at.
    pub const fn level(self) -> Level {
        match self {
            Self { target: 1.., .. } => Level::Target,
            Self { measure: 1.., .. } => Level::Measure,
            Self { task: 1.., .. } => Level::Task,
            _ => Level::Section,
        }
    }

    /// The number within its parent: 2 of `1.2`, 1 of `1.2/1`.
    pub const fn number(self) -> u16 {
        match self.level() {
            Level::Section => self.section,
            Level::Task => self.task,
            Level::Measure => self.measure,
            Level::Target => self.target,
        }
    }

    /// The section that it is or lies in; none for a headline target.
    pub const fn in_section(self) -> Option<Self> {
        if self.section == 0 { None } else { Some(Self::section(self.section)) }
    }

    /// The task that it is or lies in.
    pub const fn in_task(self) -> Option<Self> {
        if self.task == 0 { None } else { Some(Self::task(self.section, self.task)) }
    }

    /// Itself and all rows above it.
    pub fn upwards(self) -> impl Iterator<Item = Self> {
        [Some(self), self.in_task(), self.in_section()].into_iter().flatten()
    }

    /// Whether it is `above`, or lies below it.
    pub fn is_within(self, above: Self) -> bool {
        self == above
            || match above.level() {
                Level::Section => self.section == above.section,
                Level::Task => self.section == above.section && self.task == above.task,
                Level::Measure | Level::Target => false,
            }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { section, task, measure, target } = *self;
        match self.level() {
            Level::Section => write!(f, "{section}"),
            Level::Task => write!(f, "{section}.{task}"),
            Level::Measure => write!(f, "{section}.{task}.{measure}"),
            Level::Target if section == 0 => write!(f, "0/{target}"),
            Level::Target => write!(f, "{section}.{task}/{target}"),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The text is not the number of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPlace;

impl FromStr for Place {
    type Err = NotAPlace;

    /// Reads `1`, `1.2`, `1.2.2`, `1.2/1` and `0/1` in ASCII, without signs or leading zeros.
    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let (row, target) = match text.split_once('/') {
            Some((row, target)) => (row, Some(number(target)?)),
            None => (text, None),
        };
        if let ("0", Some(target)) = (row, target) {
            return Ok(Self::headline(target));
        }
        let mut parts = [0; 3];
        let mut count = 0;
        for part in row.split('.') {
            *parts.get_mut(count).ok_or(NotAPlace)? = number(part)?;
            count += 1;
        }
        let [section, task, measure] = parts;
        match (count, target) {
            (_, None) => Ok(Self { section, task, measure, target: 0 }),
            (2, Some(target)) => Ok(Self::target(section, task, target)),
            _ => Err(NotAPlace),
        }
    }
}

/// A number of one to five digits, from 1, written without a leading zero.
fn number(text: &str) -> Result<u16, NotAPlace> {
    if text.starts_with('0') || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotAPlace);
    }
    text.parse().map_err(|_| NotAPlace)
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|NotAPlace| {
            let wanted = Wanted::Row.text(Lang::En);
            de::Error::invalid_value(de::Unexpected::Str(&text), &wanted)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_it_is_written() {
        for text in ["1", "1.2", "1.2.2", "1.2/1", "0/1", "12.34.56", "65535"] {
            assert_eq!(text.parse::<Place>().map(|place| place.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let wrong = "|0|01|1.|.1|1.0|1.2.3.4|1/1|1.2.3/1|0/0|+1|1 |65536|一";
        for text in wrong.split('|') {
            assert_eq!(text.parse::<Place>(), Err(NotAPlace), "{text}");
        }
    }

    #[test]
    fn rows_order_by_number_as_the_report_does() {
        let rows = ["0/1", "0/2", "1", "1.2", "1.2/1", "1.2.1", "1.10", "2"];
        let mut places: Vec<Place> = rows.iter().rev().filter_map(|row| row.parse().ok()).collect();
        places.sort();
        assert_eq!(places.iter().map(Place::to_string).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn a_row_lies_within_its_section_and_task() {
        assert!(Place::target(1, 2, 1).is_within(Place::task(1, 2)));
        assert!(Place::measure(1, 2, 1).is_within(Place::section(1)));
        assert!(!Place::measure(1, 12, 1).is_within(Place::task(1, 1)));
        assert!(!Place::headline(1).is_within(Place::section(1)));
    }
}

//! A row found by its place, and a row quoted with its title.

use std::borrow::Borrow;
use std::cmp::Ordering;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::place::Level;
use super::{Measure, Place, Plan, Section, Target, Task};
use crate::words::{Lang, Wanted};

/// What stands at a place of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// `1`
    Section(&'a Section),
    /// `1.2`
    Task(&'a Task),
    /// `1.2.2`
    Measure(&'a Measure),
    /// `1.2/1`
    Target(&'a Target),
}

impl<'a> Found<'a> {
    /// The row's title: a measure's is its sentence, a target's its metric.
    pub fn title(self) -> &'a str {
        match self {
            Self::Section(section) => &section.title,
            Self::Task(task) => &task.title,
            Self::Measure(measure) => &measure.text,
            Self::Target(target) => &target.metric,
        }
    }

    /// The row's short name, or its title when it has none.
    pub fn short(self) -> &'a str {
        let short = match self {
            Self::Section(section) => &section.short,
            Self::Task(task) => &task.short,
            Self::Measure(_) => "",
            Self::Target(target) => &target.short,
        };
        if short.is_empty() { self.title() } else { short }
    }
}

pub(super) fn find(plan: &Plan, place: Place) -> Option<Found<'_>> {
    if place.level() == Level::Target && place.in_task().is_none() {
        return by_id(&plan.headline, |target| target.id, place).map(Found::Target);
    }
    let section = by_id(&plan.sections, |section| section.id, place.in_section()?)?;
    let Some(task) = place.in_task() else { return Some(Found::Section(section)) };
    let task = by_id(&section.tasks, |task| task.id, task)?;
    match place.level() {
        Level::Section | Level::Task => Some(Found::Task(task)),
        Level::Measure => by_id(&task.measures, |measure| measure.id, place).map(Found::Measure),
        Level::Target => task.targets().find(|target| target.id == place).map(Found::Target),
    }
}

/// Rows stand in the order of their ids in every valid plan, so the search halves; a plan with
/// faults is still searched through, because it is shown while it is being mended.
fn by_id<T>(rows: &[T], id: impl Fn(&T) -> Place, wanted: Place) -> Option<&T> {
    rows.binary_search_by_key(&wanted, &id)
        .ok()
        .and_then(|index| rows.get(index))
        .or_else(|| rows.iter().find(|row| id(row) == wanted))
}

/// A place and the title that stood there when a record was made: `1.4 持续推动临空经济发展`.
///
/// Two rows are the same when their places are: a title is for people.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where.
    pub place: Place,
    /// What stood there; empty when the plan had no such row.
    pub title: String,
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for Row {}

impl PartialOrd for Row {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Row {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place)
    }
}

impl Borrow<Place> for Row {
    fn borrow(&self) -> &Place {
        &self.place
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.title.is_empty() {
            serializer.collect_str(&self.place)
        } else {
            serializer.collect_str(&format_args!("{} {}", self.place, self.title))
        }
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (place, title) = text.split_once(' ').unwrap_or((&text, ""));
        let wanted = Wanted::TitledRow.text(Lang::En);
        let place = place
            .parse()
            .map_err(|_| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))?;
        Ok(Self { place, title: title.into() })
    }
}

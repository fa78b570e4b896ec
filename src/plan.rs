//! WHAT WAS PROMISED: the adopted plan, its rows, its targets, and the offices that answer for them.
//!
//! Plain values that `plan.ron` spells out one field a line. This room knows nothing of meetings,
//! files, clocks or screens; what is wrong with a plan is a list of [`Problem`]s, never a panic.

use serde::{Deserialize, Serialize};

pub mod adopted;
pub mod calendar;
pub mod holiday;
pub mod letterhead;
pub mod office;
pub mod party;
pub mod place;
pub mod plain;
pub mod policy;
pub mod problem;
pub mod quantity;
pub mod row;
pub mod section;
pub mod table;
pub mod target;
pub mod validate;

pub use adopted::{Promise, canonical, first_difference};
pub use calendar::{Month, Period, Span};
pub use holiday::{Holiday, Holidays};
pub use letterhead::{Letterhead, Phrase, Style};
pub use office::{Holder, Office, OfficeKey, Post, Roster};
pub use party::Party;
pub use place::Place;
pub use policy::Policy;
pub use problem::{Path, Problem, Step};
pub use quantity::Number;
pub use row::{Found, Row};
pub use section::{Measure, Section, Task};
pub use table::Table;
pub use target::{Comparator, Every, Kind, PlannedNode, Target};

/// The version of `plan.ron` that this program writes and the newest that it reads.
pub const FORMAT: u32 = 1;

/// One district's plan for one period, with the roster of those who carry it out.
///
/// People edit it by hand; the program never rewrites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the format, see [`FORMAT`].
    pub format: u32,
    /// A name that never changes, ASCII: `daoli-2023`.
    pub id: String,
    /// The title as published.
    pub title: String,
    /// What the header of the screen shows; the title when empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// The body that adopted the plan and holds the meetings.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organ: String,
    /// A rehearsal book (演练): every screen and paper says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rehearsal: bool,
    /// The days that the plan speaks of.
    pub period: Period,
    /// Every sentence before the first section, verbatim.
    pub guidance: Vec<String>,
    /// The headline targets, ids `0/1`, `0/2` and so on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headline: Vec<Target>,
    /// The sections in the order of the report.
    pub sections: Vec<Section>,
    /// Slips of the published text that stay as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defects: Vec<Defect>,
    /// The series of meetings that review the plan; the first is the usual one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Series>,
    /// 版头和版记 of its papers.
    #[serde(default, skip_serializing_if = "Letterhead::is_empty")]
    pub letterhead: Letterhead,
    /// The rule by which lights are judged: one of `policies`, or one that ships.
    #[serde(default = "usual_policy", skip_serializing_if = "is_usual")]
    pub policy: String,
    /// Rules with numbers of this plan's own.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub policies: Table<String, Policy>,
    /// How work that is not done evenly grows: for each month of the plan the share that should be
    /// done by its end, in percent.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub seasons: Table<String, Vec<Number>>,
    /// Days off, and weekend days that are worked.
    #[serde(default, skip_serializing_if = "Holidays::is_empty")]
    pub holidays: Holidays,
    /// Offices, posts and groups.
    #[serde(default)]
    pub roster: Roster,
}

fn is_usual(policy: &str) -> bool {
    policy == policy::SHIPPED[0].0
}

fn usual_policy() -> String {
    policy::SHIPPED[0].0.into()
}

/// A slip of the published text (a missing comma, a sentence cut off): noted, never mended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defect {
    /// The words as published.
    pub text: String,
    /// What is odd about them.
    pub note: String,
}

/// A line of meetings with numbers of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// 重点工作调度会
    pub name: String,
    /// Suffix of its snapshots' names (`cw` in `2023-05-19-cw.ron`); empty for the usual series.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Where it usually sits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who usually takes the chair.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chair: String,
    /// What its papers say instead of the plan's letterhead.
    #[serde(default, skip_serializing_if = "Letterhead::is_empty")]
    pub letterhead: Letterhead,
}

impl Plan {
    /// A plan that promises nothing yet.
    pub fn new(id: impl Into<String>, title: impl Into<String>, period: Period) -> Self {
        Self {
            format: FORMAT,
            id: id.into(),
            title: title.into(),
            short: String::new(),
            organ: String::new(),
            rehearsal: false,
            period,
            guidance: Vec::new(),
            headline: Vec::new(),
            sections: Vec::new(),
            defects: Vec::new(),
            series: Vec::new(),
            letterhead: Letterhead::default(),
            policy: usual_policy(),
            policies: Table::default(),
            seasons: Table::default(),
            holidays: Holidays::default(),
            roster: Roster::default(),
        }
    }

    /// The name for the header of a screen.
    pub fn name(&self) -> &str {
        if self.short.is_empty() { &self.title } else { &self.short }
    }

    /// Every task, in the order of the report.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.sections.iter().flat_map(|section| &section.tasks)
    }

    /// Every measure, in the order of the report.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.tasks().flat_map(|task| &task.measures)
    }

    /// Every target: the headline first, then in the order of the report.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.headline.iter().chain(self.measures().flat_map(|measure| &measure.targets))
    }

    /// The row at a place, if the plan has it.
    pub fn find(&self, place: Place) -> Option<Found<'_>> {
        row::find(self, place)
    }

    /// The place with the row's title beside it, as records quote it; the bare place when the plan
    /// has no such row.
    pub fn row(&self, place: Place) -> Row {
        Row {
            place,
            title: self.find(place).map_or_else(String::new, |found| found.title().into()),
        }
    }

    /// A rule by its name: the plan's own, or one that ships (by either of its names).
    pub fn policy_named(&self, name: &str) -> Option<(String, Policy)> {
        let shipped = Policy::shipped(name);
        let name = shipped.as_ref().map_or(name, |(han, _)| han);
        let own = self.policies.get(name).cloned();
        own.or(shipped.map(|(_, policy)| policy)).map(|policy| (name.to_owned(), policy))
    }

    /// The rule that the plan picked; the usual one when it names none that there is.
    pub fn policy(&self) -> (String, Policy) {
        self.policy_named(&self.policy).unwrap_or_else(|| (usual_policy(), Policy::default()))
    }

    /// The series of a code, or the usual one for an empty code.
    pub fn series_of(&self, code: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.code == code)
    }
    /// What the papers of a series say of the issuing body.
    pub fn letterhead_of(&self, series: &str) -> Letterhead {
        let own = self.series.iter().find(|own| own.name == series);
        own.map_or_else(|| self.letterhead.clone(), |own| own.letterhead.or(&self.letterhead))
    }
}

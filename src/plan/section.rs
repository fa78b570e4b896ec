//! Sections, tasks and measures: the text of the plan, verbatim.

use serde::{Deserialize, Serialize};

use super::{Place, Target};

/// 方面: one of the plan's chapters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// `1`
    pub id: Place,
    /// As published, without its marker.
    pub title: String,
    /// A name for narrow columns.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// How much it counts in the roll-up of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u16>,
    /// Its guiding sentences, verbatim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<String>,
    /// Its tasks.
    pub tasks: Vec<Task>,
}

/// 任务
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// `1.2`
    pub id: Place,
    /// As published, without its marker and stop.
    pub title: String,
    /// A name for narrow columns.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// How much it counts in the roll-up of its section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u16>,
    /// Its measures.
    pub measures: Vec<Measure>,
}

/// 措施: one sentence of the plan, verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// `1.2.2`
    pub id: Place,
    /// The sentence, with its stop if the report has one.
    pub text: String,
    /// The targets that the sentence sets, numbered over the whole task.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
}

impl Task {
    /// The task's targets, in the order of its sentences.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.measures.iter().flat_map(|measure| &measure.targets)
    }
}

//! 分工: who has a row.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Snapshot;
use crate::plan::{Party, Place};

/// Who answers for a row from a day on. The one before is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// 牵头: the first named leads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<Party>,
    /// 配合
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Party>,
    /// 牵头领导: a post or a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sponsor: String,
    /// 责任人
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// 完成时限 of the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// From what day on.
    pub since: NaiveDate,
}

impl Assignment {
    /// A row that nobody has yet.
    pub fn since(since: NaiveDate) -> Self {
        Self {
            lead: Vec::new(),
            support: Vec::new(),
            sponsor: String::new(),
            person: String::new(),
            due: None,
            since,
        }
    }
}

impl Snapshot {
    /// Who has a row now; for a measure or a target, who has its task.
    pub fn assignment(&self, place: Place) -> Option<&Assignment> {
        let of = |place: Place| {
            let all = self.ledger.assignments.get(&place)?;
            self.latest(all).map(|(_, assignment)| assignment)
        };
        of(place).or_else(|| of(place.in_task()?))
    }
}

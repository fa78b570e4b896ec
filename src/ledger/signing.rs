//! 签发: a meeting's minutes become final. Until then papers say 送审稿.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Snapshot, SnapshotId};

/// 签发: the minutes of a meeting became final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signing {
    /// Who signed.
    pub by: String,
    /// On what day.
    pub on: NaiveDate,
    /// 文号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
}

impl Snapshot {
    /// Who signed the minutes of a meeting; none while they are a draft (送审稿).
    pub fn signing(&self, meeting: &SnapshotId) -> Option<&Signing> {
        self.latest(self.ledger.signings.get(meeting)?).map(|(_, signing)| signing)
    }
}

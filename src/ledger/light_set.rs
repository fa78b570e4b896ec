//! 亮灯 by hand, with its reason.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Light;
use super::due::is_false;

/// A light set by hand. The next reading clears it unless it is pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightSet {
    /// The light; none puts the row back under the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub light: Option<Light>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who agreed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agreed: String,
    /// On what day.
    pub on: NaiveDate,
    /// Kept until somebody clears it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub pinned: bool,
}

//! 调整: what a competent body changed of the adopted plan.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::plan::Number;

/// 调整: a target changed, or issued, by a competent body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The value until now; none when it is issued for the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Number>,
    /// The value from now on.
    pub now: Number,
    /// By whom.
    pub organ: String,
    /// 文号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
    /// From what day on.
    pub effective: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

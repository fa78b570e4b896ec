//! 签发: a meeting's minutes become final.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

//! The smaller records: notes, amendments, lights set by hand, sheets, corrections, signings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::due::is_false;
use super::{About, RecordId};
use crate::plan::Number;

/// 记: a sentence worth keeping that decides nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<About>,
    /// The sentence.
    pub text: String,
    /// The item of the agenda under which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// Not for the minutes: it stays in the local journal and never enters a snapshot.
    #[serde(default, skip_serializing_if = "is_false")]
    pub local: bool,
}

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

/// A light set by hand. The next reading clears it unless it is pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightSet {
    /// The light's code: `on_track`, `behind` and so on.
    pub light: String,
    /// Why.
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

states! {
    /// The colour of a supervision sheet.
    Colour {
        Blue = "blue";
        Yellow = "yellow";
        Red = "red";
    }
}

/// 三色督办单
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What it presses for.
    pub about: About,
    /// 蓝黄红
    pub colour: Colour,
    /// On what day it was issued.
    pub on: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What a closed record says wrongly, and what is right. The closed file stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The record; none for a fact of the meeting itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// Which field of it.
    pub field: String,
    /// What was written.
    pub was: String,
    /// What is right.
    pub now: String,
    /// Who agreed.
    pub agreed: String,
}

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

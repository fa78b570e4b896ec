//! 报数: a value of a target.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::RecordId;
use super::due::is_false;
use crate::plan::{Number, Party, Span};

/// What was reported of a target for a span of months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The months that it covers.
    pub period: Span,
    /// The value in the target's unit, as written.
    pub value: Number,
    /// The figure as it was written, where its unit cannot be that of the target: the digits stand as
    /// the value, and nobody but its office can say what they mean.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub written: String,
    /// The day on which it was entered.
    pub entered: NaiveDate,
    /// The office that reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Party>,
    /// Where the figure stands: a bulletin, a paper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// 快报数: not final yet.
    #[serde(default, skip_serializing_if = "is_false")]
    pub preliminary: bool,
    /// The reading that it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revises: Option<RecordId>,
    /// Why it fell, or why it was corrected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The members of a checklist that are done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<String>,
}

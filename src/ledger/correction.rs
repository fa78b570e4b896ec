//! 更正: what a closed record says wrongly.

use serde::{Deserialize, Serialize};

use super::RecordId;

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

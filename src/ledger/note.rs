//! 记: a sentence worth keeping.

use serde::{Deserialize, Serialize};

use super::About;
use super::due::is_false;

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

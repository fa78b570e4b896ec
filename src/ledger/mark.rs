//! What a reviewer may leave: 已阅 and 批注.

use serde::{Deserialize, Serialize};

use super::About;

/// A reviewer's mark on a row or a decision, folded into the snapshot at the close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// On what.
    pub about: About,
    /// The reviewer, as their key's comment names them.
    pub by: String,
    /// 已阅, or what was said.
    pub remark: Remark,
}

/// What a mark says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// 已阅
    Seen,
    /// 批注 or 提问
    Said(String),
}

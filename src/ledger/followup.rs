//! What happens to a decision after it was made.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{RecordId, Stage, When};
use crate::plan::Party;

/// One step in the life of a decision. The decision itself stays as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Followup {
    /// On what day.
    pub on: NaiveDate,
    /// What.
    pub what: Happening,
    /// With whose consent, where consent is needed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consent: String,
    /// Why, or anything else worth keeping.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What can happen to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Happening {
    /// 交办 反馈 审核 办结 销号 废止 重启: it moved to another stage.
    Stage(Stage),
    /// 延期: the old date is kept.
    Extended {
        /// The due until now.
        from: Option<When>,
        /// The due from now on.
        to: When,
    },
    /// 换牵头
    Lead {
        /// Who led until now.
        was: Vec<Party>,
        /// Who leads from now on.
        now: Vec<Party>,
    },
    /// 改文字
    Wording {
        /// The sentence until now.
        was: String,
        /// The sentence from now on.
        now: String,
    },
    /// A later decision replaced it.
    Superseded {
        /// Which.
        by: RecordId,
    },
    /// 反馈: what an office reported.
    Feedback {
        /// 进展情况
        progress: String,
        /// 存在问题
        #[serde(default, skip_serializing_if = "String::is_empty")]
        problem: String,
        /// 下一步措施
        #[serde(default, skip_serializing_if = "String::is_empty")]
        next: String,
    },
}

impl Happening {
    /// The stage to which it moves a decision; none when it stays where it is.
    pub const fn stage(&self) -> Option<Stage> {
        match self {
            Self::Stage(stage) => Some(*stage),
            Self::Superseded { .. } => Some(Stage::Dropped),
            Self::Feedback { .. } => Some(Stage::Reported),
            Self::Extended { .. } | Self::Lead { .. } | Self::Wording { .. } => None,
        }
    }
}

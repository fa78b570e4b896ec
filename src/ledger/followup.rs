//! What happens to a decision after it was made.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::decision::is_default;
use super::{Due, RecordId, Stage, When};
use crate::plan::Party;

/// One step in the life of a decision. The decision itself stays as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Followup {
    /// On what day.
    pub on: NaiveDate,
    /// What.
    pub what: Happening,
    /// With whose consent, where consent is needed; of an extension, who approved it.
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
    /// 定下: what the meeting had left 待定, as it stands from now on.
    Settled {
        /// The sentence.
        text: String,
        /// Who leads.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lead: Vec<Party>,
        /// Who helps.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        support: Vec<Party>,
        /// By when.
        #[serde(default, skip_serializing_if = "is_default")]
        due: Due,
    },
    /// A later decision replaced it.
    Superseded {
        /// Which.
        by: RecordId,
    },
    /// 反馈: what an office reported.
    Feedback {
        /// Which office.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Party>,
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

impl Followup {
    /// Something that happened on a day, and nothing more to say about it.
    pub fn on(on: NaiveDate, what: Happening) -> Self {
        Self { on, what, consent: String::new(), note: String::new() }
    }

    /// The same with whose consent.
    #[must_use]
    pub fn agreed_by(self, consent: &str) -> Self {
        Self { consent: consent.into(), ..self }
    }

    /// The same with why.
    #[must_use]
    pub fn because(self, note: &str) -> Self {
        Self { note: note.into(), ..self }
    }
}

impl Happening {
    /// The stage to which it moves a decision; none when it stays where it is.
    pub const fn stage(&self) -> Option<Stage> {
        match self {
            Self::Stage(stage) => Some(*stage),
            Self::Superseded { .. } => Some(Stage::Dropped),
            Self::Feedback { .. } => Some(Stage::Reported),
            Self::Settled { .. }
            | Self::Extended { .. }
            | Self::Lead { .. }
            | Self::Wording { .. } => None,
        }
    }

    /// Whether it may be done only with somebody's consent: 换牵头, 废止, 重启; an extension is
    /// approved.
    pub const fn asks_consent(&self) -> bool {
        match self {
            Self::Stage(stage) => matches!(stage, Stage::Dropped | Stage::Reopened),
            Self::Lead { .. } | Self::Extended { .. } => true,
            Self::Settled { .. }
            | Self::Wording { .. }
            | Self::Superseded { .. }
            | Self::Feedback { .. } => false,
        }
    }

    /// Whether a decision that was left 待定 is settled by it.
    pub const fn settles(&self) -> bool {
        matches!(
            self,
            Self::Settled { .. } | Self::Extended { .. } | Self::Lead { .. } | Self::Wording { .. }
        )
    }
}

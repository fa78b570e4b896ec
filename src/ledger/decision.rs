//! 议定事项: what a meeting decided.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::due::is_false;
use super::{Due, Node, RecordId, Snapshot};
use crate::plan::{Party, Place, Row};
use crate::words::{Lang, Wanted};

/// One decision as it was made. It never changes after the close: what happens to it later is a
/// [`super::Followup`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the file, absent unless it is set"
)]
pub struct Decision {
    /// The rows or earlier decisions that it is about; none for 其他事项.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<About>,
    /// 议定, 要求 or 记.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: DecisionKind,
    /// 同意 unless said otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub outcome: Outcome,
    /// The cleaned sentence.
    pub text: String,
    /// 文稿表述: the sentence as papers word it, where they say it otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub in_papers: String,
    /// Who leads; the first named office leads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lead: Vec<Party>,
    /// The lead was not said: it is the row's, until somebody confirms it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub lead_assumed: bool,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Party>,
    /// By when.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Due,
    /// Steps on the way to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<Node>,
    /// Where its life began; 立项 unless it was taken over from elsewhere.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stage: Stage,
    /// 仅记录: not followed up.
    #[serde(default, skip_serializing_if = "is_false")]
    pub untracked: bool,
    /// 待定: to be settled after the meeting.
    #[serde(default, skip_serializing_if = "is_false")]
    pub pending: bool,
    /// Left out of the minutes.
    #[serde(default, skip_serializing_if = "is_false")]
    pub not_in_minutes: bool,
    /// The item of the agenda under which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// Where it came from, when not from the discussion: a paper, an instruction (批示).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Decisions that it replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<RecordId>,
    /// Finished rows or decisions that it opens again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopens: Vec<About>,
    /// With whose consent an earlier decision was changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consent: String,
    /// The sentence as spoken or typed. It stays in the local journal and never enters a snapshot.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What a decision is about.
///
/// In files: `"1.4 持续推动临空经济发展"` or `"2023-09-15/2"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A row of the plan.
    Row(Row),
    /// An earlier decision.
    Decision(RecordId),
}

states! {
    /// What sort of record a decision is.
    #[derive(Default)]
    DecisionKind {
        #[default]
        Settled = "settled";
        Required = "required";
        Noted = "noted";
    }
}

states! {
    /// How the meeting answered.
    #[derive(Default)]
    Outcome {
        #[default]
        Agreed = "agreed";
        AgreedInPrinciple = "agreed_in_principle";
        Postponed = "postponed";
        Rejected = "rejected";
    }
}

states! {
    /// Where a decision stands in its life.
    #[derive(Default)]
    Stage {
        #[default]
        Registered = "registered";
        Assigned = "assigned";
        Reported = "reported";
        Reviewed = "reviewed";
        Done = "done";
        Closed = "closed";
        Dropped = "dropped";
        Reopened = "reopened";
    }
}

impl Decision {
    /// Its sentence as papers word it.
    pub fn for_papers(&self) -> &str {
        if self.in_papers.is_empty() { &self.text } else { &self.in_papers }
    }
}

impl Stage {
    /// Whether a step to another stage moves what stands at this one. What is over stays so until it
    /// is 重启: no desk records anything else, but where two lines of meetings were joined, a report
    /// of one may stand behind the end that the other recorded.
    pub const fn can_become(self, to: Self) -> bool {
        match to {
            Self::Reopened => true,
            Self::Closed => !matches!(self, Self::Closed | Self::Dropped),
            _ => !self.is_over(),
        }
    }

    /// Whether nothing more is expected.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Closed | Self::Dropped)
    }
}

impl Snapshot {
    /// The rows that a decision is about, and all above them; of one that goes on with an earlier
    /// decision, the rows of that one.
    pub fn rows_about(&self, decision: &Decision) -> BTreeSet<Place> {
        let mut rows = BTreeSet::new();
        let mut about: Vec<&About> = decision.about.iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(next) = about.pop() {
            match next {
                About::Row(row) => rows.extend(row.place.upwards()),
                About::Decision(id) if seen.insert(id) => {
                    let earlier = self.ledger.decisions.get(id);
                    about.extend(earlier.into_iter().flat_map(|earlier| &earlier.about));
                }
                About::Decision(_) => {}
            }
        }
        rows
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(row) => write!(f, "{}", row.place),
            Self::Decision(id) => write!(f, "{id}"),
        }
    }
}

impl Serialize for About {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Row(row) => row.serialize(serializer),
            Self::Decision(id) => id.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for About {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if let Ok(id) = text.parse() {
            return Ok(Self::Decision(id));
        }
        let row = Row::deserialize(de::value::StrDeserializer::<de::value::Error>::new(&text));
        let wanted = Wanted::RowOrRecord.text(Lang::En);
        row.map(Self::Row)
            .map_err(|_| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

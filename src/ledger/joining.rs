//! 合并: two lines of meetings that became one, and what of them was in conflict.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::decision::is_default;
use super::{AgendaItem, RecordId, Slip, SnapshotId};
use crate::plan::{Party, Row, Span, Table};

/// A joining: it follows two snapshots, and stands on everything that either stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joining {
    /// `2023-09-18-join`
    pub id: SnapshotId,
    /// Snapshots that are filed under another name than they say, because both lines had one of that
    /// name: `"2023-03-17-2": "2023-03-17"`. Their bytes are untouched.
    #[serde(default, skip_serializing_if = "is_default")]
    pub renamed: Table<SnapshotId, SnapshotId>,
    /// What was in conflict, by its number, and how it was settled.
    #[serde(default, skip_serializing_if = "is_default")]
    pub settled: Table<u16, Settled>,
    /// The agenda of the meeting to come. It never enters a snapshot: what is open next takes it over.
    #[serde(default, skip_serializing_if = "is_default")]
    pub agenda: Table<u16, AgendaItem>,
}

impl Joining {
    /// A joining in which nothing is settled yet.
    pub fn new(id: SnapshotId) -> Self {
        let (renamed, settled, agenda) = (Table::default(), Table::default(), Table::default());
        Self { id, renamed, settled, agenda }
    }
}

/// One conflict, settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settled {
    /// What it was about.
    pub of: Disputed,
    /// What holds.
    pub kept: Kept,
    /// The records of the joining by which it holds; none where it held already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordId>,
}

/// How a conflict was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    /// What the line says that ends with this snapshot.
    Line(SnapshotId),
    /// Both, one after the other as they were recorded.
    Both,
    /// Something else.
    Other,
}

/// One field that got a new value in each of two lines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Disputed {
    /// 内容 of a decision.
    Wording(RecordId),
    /// 牵头 and 配合 of a decision.
    Lead(RecordId),
    /// 时限 of a decision.
    Due(RecordId),
    /// Whether a decision is over, and how: 办结, 废止, or replaced by which.
    Stage(RecordId),
    /// Who has a row.
    Assignment(Row),
    /// The value of a target for a span of months.
    Reading(Row, Span),
    /// What a target asks for from a day on.
    Amendment(Row, NaiveDate),
    /// The light that a hand set.
    Light(Row),
    /// What became of a row at the year's end.
    Account(Row),
    /// What is right of a fact of a meeting, or of one of its records.
    Correction(SnapshotId, Option<RecordId>, Fact),
    /// Who signed a meeting's minutes.
    Signing(SnapshotId),
}

/// A fact that corrections put right, other than the fields of a decision and the value of a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fact {
    /// 截至 of a reading.
    Period,
    /// 来源 of a reading.
    Source,
    /// 名称 of a meeting.
    Title,
    /// 地点 of a sitting.
    Venue(u16),
    /// 主持 of a sitting.
    Chair(u16),
    /// When a sitting began.
    Began(u16),
    /// When it ended.
    Ended(u16),
    /// How somebody attended.
    Attendance(Party),
    /// 文稿表述 of a decision.
    InPapers,
    /// 文稿表述 of an item of the agenda.
    ItemInPapers(u16),
}

impl Fact {
    /// The fact that a slip is about; none for what is a field of a decision or a reading's value.
    pub fn of(slip: &Slip) -> Option<Self> {
        Some(match slip {
            Slip::Text { .. } | Slip::Lead { .. } | Slip::Support { .. } | Slip::Due { .. } => {
                return None;
            }
            Slip::Value { .. } => return None,
            Slip::Period { .. } => Self::Period,
            Slip::Source { .. } => Self::Source,
            Slip::Title { .. } => Self::Title,
            Slip::Venue { sitting, .. } => Self::Venue(*sitting),
            Slip::Chair { sitting, .. } => Self::Chair(*sitting),
            Slip::Began { sitting, .. } => Self::Began(*sitting),
            Slip::Ended { sitting, .. } => Self::Ended(*sitting),
            Slip::Attendance { who, .. } => Self::Attendance(who.clone()),
            Slip::InPapers { .. } => Self::InPapers,
            Slip::ItemInPapers { item, .. } => Self::ItemInPapers(*item),
        })
    }
}

/// The names under which joinings found what is filed under a name now, back to the first.
pub fn found_as(
    renamed: &BTreeMap<SnapshotId, BTreeSet<SnapshotId>>,
    id: &SnapshotId,
) -> BTreeSet<SnapshotId> {
    let mut names = BTreeSet::new();
    let mut next = vec![id];
    while let Some(id) = next.pop() {
        let new = renamed.get(id).into_iter().flatten();
        next.extend(new.filter(|from| names.insert((*from).clone())));
    }
    names
}

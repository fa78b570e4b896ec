//! 存档: a meeting or an interval, and the ledger as it stands.
//!
//! While it is open it changes by edits; once sealed it is a file that is never written again.

use serde::{Deserialize, Serialize};

use super::decision::is_default;
use super::{
    Account, AgendaItem, Amendment, Assignment, Chain, Correction, Decision, Followup, Joining,
    LightSet, Mark, Meeting, Note, Reading, RecordId, Seal, Sheet, Signing, SnapshotId,
};
use crate::plan::{Period, Plan, Promise, Row, Section, Table, Target};

/// The version of the format that this program writes and the newest that it reads.
pub const FORMAT: u32 = 1;

/// Everything that was decided and measured up to a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// See [`FORMAT`].
    pub format: u32,
    /// What it is a snapshot of.
    pub kind: Held,
    /// Its parents: one, or more for a joining.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<SnapshotId>,
    /// All snapshots that it stands on, with their seals.
    #[serde(default, skip_serializing_if = "Chain::is_empty")]
    pub meetings: Chain,
    /// The plan's id and the digest of its adopted part.
    pub plan: String,
    /// Everything so far.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ledger: Ledger,
    /// What reviewers left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// What a snapshot is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    /// 建账: the plan as adopted.
    Adopted(Adopted),
    /// A meeting.
    Meeting(Meeting),
    /// 会间: the time between two meetings.
    Interval(Interval),
    /// 合并: two lines of meetings became one.
    Join(Joining),
}

/// An interval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// `2023-04-28-interval`
    pub id: SnapshotId,
    /// The agenda of the meeting to come, while it is prepared. It never enters a snapshot: what is
    /// open next takes it over.
    #[serde(default, skip_serializing_if = "is_default")]
    pub agenda: Table<u16, AgendaItem>,
}

impl Interval {
    /// An interval in which nothing is prepared yet.
    pub fn new(id: SnapshotId) -> Self {
        Self { id, agenda: Table::default() }
    }
}

/// The plan as it was adopted: its text and its targets, without what people edit all year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adopted {
    /// The plan's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The days that it speaks of.
    pub period: Period,
    /// Every sentence before the first section.
    pub guidance: Vec<String>,
    /// The headline targets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headline: Vec<Target>,
    /// The sections.
    pub sections: Vec<Section>,
}

/// 台账: every record of every meeting and interval so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// 议定事项
    #[serde(default, skip_serializing_if = "is_default")]
    pub decisions: Table<RecordId, Decision>,
    /// What happened to each decision since.
    #[serde(default, skip_serializing_if = "is_default")]
    pub followups: Table<RecordId, Table<RecordId, Followup>>,
    /// 报数, by target.
    #[serde(default, skip_serializing_if = "is_default")]
    pub readings: Table<Row, Table<RecordId, Reading>>,
    /// 分工, by row.
    #[serde(default, skip_serializing_if = "is_default")]
    pub assignments: Table<Row, Table<RecordId, Assignment>>,
    /// 调整, by target.
    #[serde(default, skip_serializing_if = "is_default")]
    pub amendments: Table<Row, Table<RecordId, Amendment>>,
    /// Lights set by hand, by row.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lights: Table<Row, Table<RecordId, LightSet>>,
    /// 记
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: Table<RecordId, Note>,
    /// 督办单
    #[serde(default, skip_serializing_if = "is_default")]
    pub sheets: Table<RecordId, Sheet>,
    /// Corrections of closed snapshots, by snapshot.
    #[serde(default, skip_serializing_if = "is_default")]
    pub corrections: Table<SnapshotId, Table<RecordId, Correction>>,
    /// 签发, by meeting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub signings: Table<SnapshotId, Table<RecordId, Signing>>,
    /// 交账, by row.
    #[serde(default, skip_serializing_if = "is_default")]
    pub accounts: Table<Row, Table<RecordId, Account>>,
    /// Numbers of meetings within their series, where a joining gave another than the meeting has.
    #[serde(default, skip_serializing_if = "is_default")]
    pub numbers: Table<SnapshotId, u32>,
}

impl Snapshot {
    /// The founding snapshot of a plan whose digest is known.
    pub fn adopted(plan: &Plan, digest: &str) -> Self {
        Self {
            format: FORMAT,
            kind: Held::Adopted(Adopted::from(plan)),
            follows: Vec::new(),
            meetings: Chain::default(),
            plan: digest.into(),
            ledger: Ledger::default(),
            marks: Vec::new(),
        }
    }

    /// What follows a sealed snapshot: the same ledger, nothing of its own yet.
    #[must_use]
    pub fn following(&self, seal: Seal, kind: Held, plan: &str) -> Self {
        let mut meetings = self.meetings.clone();
        meetings.add(self.id(), seal);
        Self {
            format: FORMAT,
            kind,
            follows: vec![self.id()],
            meetings,
            plan: plan.into(),
            ledger: self.ledger.clone(),
            marks: Vec::new(),
        }
    }

    /// Its name.
    pub fn id(&self) -> SnapshotId {
        self.kind.id()
    }

    /// The meeting, if it is one.
    pub fn meeting(&self) -> Option<&Meeting> {
        match &self.kind {
            Held::Meeting(meeting) => Some(meeting),
            Held::Adopted(_) | Held::Interval(_) | Held::Join(_) => None,
        }
    }

    /// The joining, if it is one.
    pub fn joining(&self) -> Option<&Joining> {
        match &self.kind {
            Held::Join(joining) => Some(joining),
            Held::Adopted(_) | Held::Meeting(_) | Held::Interval(_) => None,
        }
    }

    /// The agenda of the meeting, or of the one that an interval prepares.
    pub fn agenda(&self) -> Option<&Table<u16, AgendaItem>> {
        match &self.kind {
            Held::Meeting(meeting) => Some(&meeting.agenda),
            Held::Interval(interval) => Some(&interval.agenda),
            Held::Join(joining) => Some(&joining.agenda),
            Held::Adopted(_) => None,
        }
    }

    /// The id of the plan that it is of.
    pub fn plan_id(&self) -> &str {
        self.plan.split(' ').next().unwrap_or_default()
    }

    /// What was promised, if it is the founding one.
    pub fn promise(&self) -> Option<Promise<'_>> {
        self.adoption().map(Promise::from)
    }

    /// The plan as it was adopted, if it is the founding one.
    pub fn adoption(&self) -> Option<&Adopted> {
        match &self.kind {
            Held::Adopted(adopted) => Some(adopted),
            Held::Meeting(_) | Held::Interval(_) | Held::Join(_) => None,
        }
    }

    /// The record that was made last, by the order of the chain and not of the names.
    pub fn latest<'a, V>(&self, records: &'a Table<RecordId, V>) -> Option<(&'a RecordId, &'a V)> {
        records.iter().max_by_key(|(id, _)| self.meetings.order(id))
    }

    /// Records in the order in which they were made.
    pub fn in_order<'a, V>(&self, records: &'a Table<RecordId, V>) -> Vec<(&'a RecordId, &'a V)> {
        let mut records: Vec<_> = records.iter().collect();
        records.sort_by_cached_key(|(id, _)| self.meetings.order(id));
        records
    }

    /// What the file will say: without the words that stay on this machine (a decision as spoken,
    /// notes not for the minutes, prepared lines).
    #[must_use]
    pub fn for_sealing(&self) -> Self {
        let mut sealed = self.clone();
        for decision in sealed.ledger.decisions.values_mut() {
            decision.said.clear();
        }
        sealed.ledger.notes.retain(|_, note| !note.local);
        match &mut sealed.kind {
            Held::Meeting(meeting) => {
                meeting.agenda.values_mut().for_each(|item| item.prepared.clear());
            }
            Held::Interval(interval) => interval.agenda.clear(),
            Held::Join(joining) => joining.agenda.clear(),
            Held::Adopted(_) => {}
        }
        sealed
    }
}

impl Held {
    /// The name of the snapshot that it is of.
    pub fn id(&self) -> SnapshotId {
        match self {
            Self::Adopted(_) => SnapshotId::adopted(),
            Self::Meeting(meeting) => meeting.id.clone(),
            Self::Interval(interval) => interval.id.clone(),
            Self::Join(joining) => joining.id.clone(),
        }
    }
}

impl<'a> From<&'a Adopted> for Promise<'a> {
    fn from(adopted: &'a Adopted) -> Self {
        let Adopted { guidance, headline, sections, .. } = adopted;
        Self { guidance, headline, sections }
    }
}

impl From<&Plan> for Adopted {
    fn from(plan: &Plan) -> Self {
        let mut adopted = Self {
            id: plan.id.clone(),
            title: plan.title.clone(),
            period: plan.period,
            guidance: plan.guidance.clone(),
            headline: plan.headline.clone(),
            sections: plan.sections.clone(),
        };
        for section in &mut adopted.sections {
            section.short.clear();
            section.tasks.iter_mut().for_each(|task| task.short.clear());
        }
        for section in &mut adopted.sections {
            section.weight = None;
            for task in &mut section.tasks {
                task.weight = None;
                task.measures
                    .iter_mut()
                    .flat_map(|m| &mut m.targets)
                    .for_each(Target::forget_judging);
            }
        }
        for target in &mut adopted.headline {
            target.short.clear();
            target.forget_judging();
        }
        adopted
    }
}

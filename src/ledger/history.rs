//! What is open, with everything confirmed since it was opened: what the journal keeps and replays.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Attendance, Edit, Floor, Held, RecordId, Seal, Snapshot, SnapshotId, Stale};
use crate::plan::{Party, Table};

/// The first line of a journal: what is open, and what it stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The version of the snapshot format.
    pub format: u32,
    /// The meeting or interval as it was opened.
    pub kind: Held,
    /// The snapshot that it follows.
    pub follows: SnapshotId,
    /// The seal of that snapshot.
    pub seal: Seal,
    /// The ends of the other lines, of a joining.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<(SnapshotId, Seal)>,
    /// The plan's id and digest.
    pub plan: String,
}

/// One act of the secretary, with one sentence and one undo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// When it was confirmed, by the clock of the desk. It orders nothing: sequence does.
    pub at: DateTime<FixedOffset>,
    /// What it changes, in order.
    pub edits: Vec<Edit>,
}

/// One line of the journal after the header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// An act.
    Did(Step),
    /// An act that undo passes over: the agenda moved on, the clock of a sitting.
    Aside(Step),
    /// The last act was taken back.
    Undid,
    /// The last act taken back was done again.
    Redid,
    /// The snapshot with this seal is being published.
    Closing(Seal),
    /// The snapshot is published.
    Closed,
}

/// What is open, and the acts since it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The state.
    pub open: Snapshot,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The highest record number ever used here; numbers are never used twice, so a record taken
    /// back leaves a hole.
    highest: u32,
    times: BTreeMap<RecordId, DateTime<FixedOffset>>,
    /// Which item of the agenda was on, and when.
    floor: Floor,
    /// Who was there when the last sitting ended.
    before: Option<Table<Party, Attendance>>,
    /// The seal under which it is being closed.
    closing: Option<Seal>,
}

impl History {
    /// Begins with what was just opened.
    pub fn new(open: Snapshot) -> Self {
        Self {
            open,
            done: Vec::new(),
            undone: Vec::new(),
            highest: 0,
            times: BTreeMap::new(),
            floor: Floor::default(),
            before: None,
            closing: None,
        }
    }

    /// Enters one line of the journal.
    ///
    /// # Errors
    /// [`Stale`] when it does not fit the state; nothing is changed then.
    pub fn enter(&mut self, entry: Entry) -> Result<(), Stale> {
        match entry {
            Entry::Did(step) => {
                self.carry_out(&step)?;
                self.floor.hear(step.at);
                self.done.push(step);
                self.undone.clear();
            }
            Entry::Aside(step) => {
                self.carry_out(&step)?;
                self.floor.enter(&step);
                if step.edits.iter().any(ends_sitting) {
                    self.before = self.open.meeting().map(|meeting| meeting.attendance.clone());
                }
            }
            Entry::Undid => {
                let step = self.done.last().cloned().ok_or(Stale)?;
                apply_all(&mut self.open, step.edits.iter().rev().map(Edit::inverse))?;
                self.done.pop();
                self.undone.push(step);
            }
            Entry::Redid => {
                let step = self.undone.last().cloned().ok_or(Stale)?;
                apply_all(&mut self.open, step.edits.iter().cloned())?;
                self.undone.pop();
                self.done.push(step);
            }
            Entry::Closing(seal) => self.closing = Some(seal),
            Entry::Closed => {}
        }
        Ok(())
    }

    fn carry_out(&mut self, step: &Step) -> Result<(), Stale> {
        apply_all(&mut self.open, step.edits.iter().cloned())?;
        for record in step.edits.iter().filter_map(Edit::record) {
            self.highest = self.highest.max(record.number);
            self.times.entry(record.clone()).or_insert(step.at);
        }
        Ok(())
    }

    /// The id of the next record.
    pub fn next_record(&self) -> RecordId {
        self.open.id().record(self.highest + 1)
    }

    /// The act that an undo would take back.
    pub fn to_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The act that a redo would do again.
    pub fn to_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// The item of the agenda that was on when a record was confirmed.
    pub fn item_of(&self, record: &RecordId) -> Option<u16> {
        self.floor.at(self.time_of(record)?)
    }

    /// The acts in force, oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.done
    }

    /// When a record was confirmed; none for records of closed snapshots.
    pub fn time_of(&self, record: &RecordId) -> Option<DateTime<FixedOffset>> {
        self.times.get(record).copied()
    }

    /// The seal under which it is being closed, once that began.
    pub fn closing(&self) -> Option<&Seal> {
        self.closing.as_ref()
    }

    /// Which item of the agenda is on, and how long each was.
    pub fn floor(&self) -> &Floor {
        &self.floor
    }

    /// Who was there when the last sitting ended; none before the first 休会.
    pub fn before(&self) -> Option<&Table<Party, Attendance>> {
        self.before.as_ref()
    }

    /// Whether nothing is on record that a snapshot would keep. The agenda that an interval prepares
    /// is not kept: whatever is opened next takes it over.
    pub fn is_empty(&self) -> bool {
        let kept = |edit: &Edit| edit.record().is_some() || self.open.meeting().is_some();
        !self.done.iter().flat_map(|step| &step.edits).any(kept)
    }
}

fn ends_sitting(edit: &Edit) -> bool {
    matches!(edit, Edit::Sitting(change) if change.now.as_ref().is_some_and(|now| now.to.is_some()))
}

/// All edits or none.
fn apply_all(open: &mut Snapshot, edits: impl Iterator<Item = Edit>) -> Result<(), Stale> {
    let mut applied = Vec::new();
    for edit in edits {
        if open.apply(&edit).is_err() {
            for edit in applied.iter().rev() {
                // What was applied a moment ago can be taken back: both sides are known.
                open.apply(&Edit::inverse(edit))?;
            }
            return Err(Stale);
        }
        applied.push(edit);
    }
    Ok(())
}

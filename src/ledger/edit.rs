//! The one way what is open changes: a value with a place, what was there, and what is there now.
//!
//! Because an edit carries both sides it is its own proof (it is refused where the state is not what
//! it says it was), its own inverse (the two sides swapped), and its own sentence.

use serde::{Deserialize, Serialize};

use super::{
    Account, AgendaItem, Amendment, Assignment, Attendance, Correction, Decision, Followup, Held,
    LightSet, Meeting, Note, Reading, RecordId, Settled, Sheet, Signing, Sitting, Snapshot,
    SnapshotId,
};
use crate::plan::{Party, Row, Table};

/// One value before and after. `None` is "not there", so an addition has no `was` and a withdrawal
/// no `now`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change<K, V> {
    /// Where.
    pub at: K,
    /// What was there.
    #[serde(default = "absent", skip_serializing_if = "Option::is_none")]
    pub was: Option<V>,
    /// What is there now.
    #[serde(default = "absent", skip_serializing_if = "Option::is_none")]
    pub now: Option<V>,
}

fn absent<V>() -> Option<V> {
    None
}

/// One change of what is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// 议定
    Decision(Box<Change<RecordId, Decision>>),
    /// A step in the life of a decision: (the decision, the record).
    Followup(Change<(RecordId, RecordId), Followup>),
    /// 报数
    Reading(Change<(Row, RecordId), Reading>),
    /// 分工
    Assignment(Change<(Row, RecordId), Assignment>),
    /// 调整
    Amendment(Change<(Row, RecordId), Amendment>),
    /// A light set by hand.
    Light(Change<(Row, RecordId), LightSet>),
    /// 记
    Note(Change<RecordId, Note>),
    /// 督办单
    Sheet(Change<RecordId, Sheet>),
    /// A correction of a closed snapshot.
    Correction(Change<(SnapshotId, RecordId), Correction>),
    /// 签发
    Signing(Change<(SnapshotId, RecordId), Signing>),
    /// 交账
    Account(Change<(Row, RecordId), Account>),
    /// 签到
    Attendance(Change<Party, Attendance>),
    /// 议题
    Item(Change<u16, AgendaItem>),
    /// 分段
    Sitting(Change<u16, Sitting>),
    /// A conflict of a joining, settled.
    Settled(Change<u16, Settled>),
}

/// An edit that does not fit: what it says was there is not there, or it is no place of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale;

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Decision(change) => Self::Decision(Box::new(change.inverse())),
            Self::Followup(change) => Self::Followup(change.inverse()),
            Self::Reading(change) => Self::Reading(change.inverse()),
            Self::Assignment(change) => Self::Assignment(change.inverse()),
            Self::Amendment(change) => Self::Amendment(change.inverse()),
            Self::Light(change) => Self::Light(change.inverse()),
            Self::Note(change) => Self::Note(change.inverse()),
            Self::Sheet(change) => Self::Sheet(change.inverse()),
            Self::Correction(change) => Self::Correction(change.inverse()),
            Self::Signing(change) => Self::Signing(change.inverse()),
            Self::Account(change) => Self::Account(change.inverse()),
            Self::Attendance(change) => Self::Attendance(change.inverse()),
            Self::Item(change) => Self::Item(change.inverse()),
            Self::Sitting(change) => Self::Sitting(change.inverse()),
            Self::Settled(change) => Self::Settled(change.inverse()),
        }
    }

    /// The same under another record's number.
    #[must_use]
    pub fn numbered(mut self, id: &RecordId) -> Self {
        let own = match &mut self {
            Self::Decision(change) => &mut change.at,
            Self::Note(change) => &mut change.at,
            Self::Sheet(change) => &mut change.at,
            Self::Followup(change) => &mut change.at.1,
            Self::Reading(change) => &mut change.at.1,
            Self::Assignment(change) => &mut change.at.1,
            Self::Amendment(change) => &mut change.at.1,
            Self::Light(change) => &mut change.at.1,
            Self::Correction(change) => &mut change.at.1,
            Self::Signing(change) => &mut change.at.1,
            Self::Account(change) => &mut change.at.1,
            Self::Attendance(_) | Self::Item(_) | Self::Sitting(_) | Self::Settled(_) => {
                return self;
            }
        };
        *own = id.clone();
        self
    }

    /// Whether it takes something away and puts nothing there.
    pub const fn withdraws(&self) -> bool {
        match self {
            Self::Decision(change) => change.now.is_none(),
            Self::Followup(change) => change.now.is_none(),
            Self::Reading(change) => change.now.is_none(),
            Self::Assignment(change) => change.now.is_none(),
            Self::Amendment(change) => change.now.is_none(),
            Self::Light(change) => change.now.is_none(),
            Self::Note(change) => change.now.is_none(),
            Self::Sheet(change) => change.now.is_none(),
            Self::Correction(change) => change.now.is_none(),
            Self::Signing(change) => change.now.is_none(),
            Self::Account(change) => change.now.is_none(),
            Self::Attendance(change) => change.now.is_none(),
            Self::Item(change) => change.now.is_none(),
            Self::Sitting(change) => change.now.is_none(),
            Self::Settled(change) => change.now.is_none(),
        }
    }

    /// The record that it makes, changes or withdraws; none for the meeting's own facts.
    pub fn record(&self) -> Option<&RecordId> {
        match self {
            Self::Decision(change) => Some(&change.at),
            Self::Note(change) => Some(&change.at),
            Self::Sheet(change) => Some(&change.at),
            Self::Followup(change) => Some(&change.at.1),
            Self::Reading(change) => Some(&change.at.1),
            Self::Assignment(change) => Some(&change.at.1),
            Self::Amendment(change) => Some(&change.at.1),
            Self::Light(change) => Some(&change.at.1),
            Self::Correction(change) => Some(&change.at.1),
            Self::Signing(change) => Some(&change.at.1),
            Self::Account(change) => Some(&change.at.1),
            Self::Attendance(_) | Self::Item(_) | Self::Sitting(_) | Self::Settled(_) => None,
        }
    }
}

impl Snapshot {
    /// Applies one edit, or leaves everything as it was.
    ///
    /// # Errors
    /// [`Stale`] when the state is not what the edit says it was, when the edit is of a record that
    /// another snapshot owns (what is closed is frozen), or of a meeting's fact outside a meeting.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Stale> {
        if edit.record().is_some_and(|record| record.snapshot != self.id()) {
            return Err(Stale);
        }
        let ledger = &mut self.ledger;
        match edit {
            Edit::Decision(change) => change.apply(&mut ledger.decisions),
            Edit::Followup(change) => change.apply(&mut ledger.followups),
            Edit::Reading(change) => change.apply(&mut ledger.readings),
            Edit::Assignment(change) => change.apply(&mut ledger.assignments),
            Edit::Amendment(change) => change.apply(&mut ledger.amendments),
            Edit::Light(change) => change.apply(&mut ledger.lights),
            Edit::Note(change) => change.apply(&mut ledger.notes),
            Edit::Sheet(change) => change.apply(&mut ledger.sheets),
            Edit::Correction(change) => change.apply(&mut ledger.corrections),
            Edit::Signing(change) => change.apply(&mut ledger.signings),
            Edit::Account(change) => change.apply(&mut ledger.accounts),
            Edit::Attendance(change) => change.apply(&mut self.held_meeting()?.attendance),
            Edit::Item(change) => change.apply(self.held_agenda()?),
            Edit::Sitting(change) => change.apply(&mut self.held_meeting()?.sittings),
            Edit::Settled(change) => match &mut self.kind {
                Held::Join(joining) => change.apply(&mut joining.settled),
                Held::Adopted(_) | Held::Meeting(_) | Held::Interval(_) => Err(Stale),
            },
        }
    }

    /// What it adds to the ledger of what it follows, as edits, in the order of their numbers: the
    /// body of a commit message, the list of a meeting's records.
    pub fn additions(&self) -> Vec<Edit> {
        self.additions_of(&self.id())
    }

    /// The same of an earlier snapshot that it stands on.
    pub fn additions_of(&self, id: &SnapshotId) -> Vec<Edit> {
        let ledger = &self.ledger;
        let mut edits = Vec::new();
        edits.extend(flat(&ledger.decisions, id).map(|change| Edit::Decision(Box::new(change))));
        edits.extend(flat(&ledger.notes, id).map(Edit::Note));
        edits.extend(flat(&ledger.sheets, id).map(Edit::Sheet));
        edits.extend(grouped(&ledger.followups, id).map(Edit::Followup));
        edits.extend(grouped(&ledger.readings, id).map(Edit::Reading));
        edits.extend(grouped(&ledger.assignments, id).map(Edit::Assignment));
        edits.extend(grouped(&ledger.amendments, id).map(Edit::Amendment));
        edits.extend(grouped(&ledger.lights, id).map(Edit::Light));
        edits.extend(grouped(&ledger.corrections, id).map(Edit::Correction));
        edits.extend(grouped(&ledger.signings, id).map(Edit::Signing));
        edits.extend(grouped(&ledger.accounts, id).map(Edit::Account));
        edits.sort_by_key(|edit| edit.record().map(|record| record.number));
        edits
    }

    /// What a meeting was besides its records: sittings, attendance, agenda.
    pub fn meeting_facts(&self) -> Vec<Edit> {
        let Some(meeting) = self.meeting() else { return Vec::new() };
        let mut facts: Vec<Edit> = all(&meeting.sittings).map(Edit::Sitting).collect();
        facts.extend(all(&meeting.attendance).map(Edit::Attendance));
        facts.extend(all(&meeting.agenda).map(Edit::Item));
        facts
    }

    /// The agenda of the meeting, or of the one that the interval prepares.
    fn held_agenda(&mut self) -> Result<&mut Table<u16, AgendaItem>, Stale> {
        match &mut self.kind {
            Held::Meeting(meeting) => Ok(&mut meeting.agenda),
            Held::Interval(interval) => Ok(&mut interval.agenda),
            Held::Join(joining) => Ok(&mut joining.agenda),
            Held::Adopted(_) => Err(Stale),
        }
    }

    fn held_meeting(&mut self) -> Result<&mut Meeting, Stale> {
        match &mut self.kind {
            Held::Meeting(meeting) => Ok(meeting),
            Held::Adopted(_) | Held::Interval(_) | Held::Join(_) => Err(Stale),
        }
    }
}

impl<K: Clone, V: Clone + PartialEq> Change<K, V> {
    /// A new value where nothing was.
    pub fn add(at: K, now: V) -> Self {
        Self { at, was: None, now: Some(now) }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { at: self.at.clone(), was: self.now.clone(), now: self.was.clone() }
    }

    fn apply(&self, slots: &mut impl Slots<K, V>) -> Result<(), Stale> {
        if slots.look(&self.at) != self.was.as_ref() {
            return Err(Stale);
        }
        slots.put(&self.at, self.now.clone());
        Ok(())
    }
}

/// Everything in a table, as additions.
fn all<K: Clone, V: Clone + PartialEq>(table: &Table<K, V>) -> impl Iterator<Item = Change<K, V>> {
    table.iter().map(|(at, value)| Change::add(at.clone(), value.clone()))
}

/// The records of one snapshot, as additions.
fn flat<V: Clone + PartialEq>(
    table: &Table<RecordId, V>,
    of: &SnapshotId,
) -> impl Iterator<Item = Change<RecordId, V>> {
    let own = table.range(of.record(0)..=of.record(u32::MAX));
    own.map(|(id, value)| Change::add(id.clone(), value.clone()))
}

fn grouped<G: Clone, V: Clone + PartialEq>(
    tables: &Table<G, Table<RecordId, V>>,
    of: &SnapshotId,
) -> impl Iterator<Item = Change<(G, RecordId), V>> {
    tables.iter().flat_map(move |(group, table)| {
        flat(table, of).map(|change| Change {
            at: (group.clone(), change.at),
            was: change.was,
            now: change.now,
        })
    })
}

/// Where changes are made: a table, or a table of tables.
pub trait Slots<K, V> {
    /// What is there.
    fn look(&self, at: &K) -> Option<&V>;
    /// Puts a value there, or takes it away. A group left empty goes with its last value, so that a
    /// change and its inverse leave nothing behind.
    fn put(&mut self, at: &K, value: Option<V>);
}

impl<K: Ord + Clone, V> Slots<K, V> for Table<K, V> {
    fn look(&self, at: &K) -> Option<&V> {
        self.get(at)
    }

    fn put(&mut self, at: &K, value: Option<V>) {
        match value {
            Some(value) => drop(self.insert(at.clone(), value)),
            None => drop(self.remove(at)),
        }
    }
}

impl<G: Ord + Clone, K: Ord + Clone, V> Slots<(G, K), V> for Table<G, Table<K, V>> {
    fn look(&self, (group, at): &(G, K)) -> Option<&V> {
        self.get(group)?.get(at)
    }

    fn put(&mut self, (group, at): &(G, K), value: Option<V>) {
        if let Some(value) = value {
            self.entry(group.clone()).or_default().insert(at.clone(), value);
        } else if let Some(rows) = self.get_mut(group) {
            rows.remove(at);
            if rows.is_empty() {
                self.remove(group);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::laws::{any_edits, opened};
    use proptest::prelude::*;

    proptest! {
        /// apply ∘ inverse = identity, over any sequence of edits that fit.
        #[test]
        fn an_edit_and_its_inverse_leave_nothing_behind(edits in any_edits()) {
            let mut states = vec![opened()];
            let mut applied = Vec::new();
            for edit in edits {
                let mut next = states[states.len() - 1].clone();
                if next.apply(&edit).is_ok() {
                    states.push(next);
                    applied.push(edit);
                } else {
                    prop_assert_eq!(&next, &states[states.len() - 1]);
                }
            }
            let mut state = states.pop().unwrap();
            while let Some(edit) = applied.pop() {
                prop_assert_eq!(state.apply(&edit.inverse()), Ok(()));
                let before = states.pop().unwrap();
                prop_assert_eq!(&state, &before);
            }
        }

        #[test]
        fn the_inverse_of_the_inverse_is_the_edit(edits in any_edits()) {
            for edit in edits {
                prop_assert_eq!(&edit.inverse().inverse(), &edit);
            }
        }
    }

    #[test]
    fn what_is_closed_is_frozen() {
        let mut open = opened();
        let closed = "2023-01-05/1".parse().unwrap();
        let edit = Edit::Note(Change::add(closed, Note::default()));
        assert_eq!(open.apply(&edit), Err(Stale));
        assert_eq!(open, opened());
    }
}

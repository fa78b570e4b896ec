//! What was known when: the ledger cut at an earlier snapshot, every record by its number, and the
//! day on which something stood as it does.
//!
//! A ledger keeps every record under the number of the snapshot that made it, so an earlier ledger
//! is the newest one without what came later: comparing two meetings reads no file.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Chain, Held, Interval, Ledger, RecordId, Snapshot, SnapshotId};
use crate::plan::Table;

impl Snapshot {
    /// The ledger as it stood when an earlier snapshot was sealed. The snapshot's own facts, who
    /// attended and what the agenda was, are in its file alone.
    ///
    /// None when it does not stand on that snapshot, and where two lines of meetings were joined
    /// since: the order of sealing does not tell then which records it knew.
    pub fn as_of(&self, id: &SnapshotId) -> Option<Self> {
        if *id == self.id() {
            return Some(self.clone());
        }
        let before = self.meetings.iter().take_while(|(sealed, _)| *sealed != id);
        let mut meetings = Chain::default();
        before.for_each(|(id, seal)| meetings.add(id.clone(), seal.clone()));
        let after = self.meetings.iter().skip(meetings.len() + 1).map(|(later, _)| later);
        let joined = after.chain([&self.id()]).any(SnapshotId::is_join);
        if joined || self.meetings.seal(id).is_none() {
            return None;
        }
        let known: BTreeSet<&SnapshotId> = meetings.iter().map(|(id, _)| id).chain([id]).collect();
        let follows = meetings.iter().next_back().map(|(id, _)| id.clone());
        Some(Self {
            format: self.format,
            kind: Held::Interval(Interval::new(id.clone())),
            follows: follows.into_iter().collect(),
            plan: self.plan.clone(),
            ledger: self.ledger.cut(|record| known.contains(&record.snapshot)),
            marks: Vec::new(),
            meetings,
        })
    }

    /// The day on which everything stood as it says: its own, or the last one that its records
    /// name. None for the founding snapshot.
    pub fn stood_on(&self) -> Option<NaiveDate> {
        let id = self.id();
        let ledger = &self.ledger;
        let mut days: Vec<NaiveDate> = id.day().into_iter().collect();
        days.extend(own(&ledger.sheets, &id).map(|sheet| sheet.on));
        days.extend(own_of(&ledger.readings, &id).map(|reading| reading.entered));
        days.extend(own_of(&ledger.followups, &id).map(|step| step.on));
        days.extend(own_of(&ledger.lights, &id).map(|set| set.on));
        days.extend(own_of(&ledger.corrections, &id).map(|correction| correction.on));
        days.extend(own_of(&ledger.signings, &id).map(|signing| signing.on));
        days.extend(own_of(&ledger.accounts, &id).map(|account| account.on));
        days.into_iter().max()
    }
}

impl Ledger {
    /// The number of every record, kind by kind.
    pub fn records(&self) -> impl Iterator<Item = &RecordId> {
        let flat = self.decisions.keys().chain(self.notes.keys()).chain(self.sheets.keys());
        flat.chain(self.followups.values().flat_map(|of| of.keys()))
            .chain(self.readings.values().flat_map(|of| of.keys()))
            .chain(self.assignments.values().flat_map(|of| of.keys()))
            .chain(self.amendments.values().flat_map(|of| of.keys()))
            .chain(self.lights.values().flat_map(|of| of.keys()))
            .chain(self.corrections.values().flat_map(|of| of.keys()))
            .chain(self.signings.values().flat_map(|of| of.keys()))
            .chain(self.accounts.values().flat_map(|of| of.keys()))
    }

    /// The records that are to be kept, and nothing else.
    #[must_use]
    pub fn cut(&self, keep: impl Fn(&RecordId) -> bool) -> Self {
        Self {
            decisions: flat(&self.decisions, &keep),
            followups: grouped(&self.followups, &keep),
            readings: grouped(&self.readings, &keep),
            assignments: grouped(&self.assignments, &keep),
            amendments: grouped(&self.amendments, &keep),
            lights: grouped(&self.lights, &keep),
            notes: flat(&self.notes, &keep),
            sheets: flat(&self.sheets, &keep),
            corrections: grouped(&self.corrections, &keep),
            signings: grouped(&self.signings, &keep),
            accounts: grouped(&self.accounts, &keep),
            // Given by joinings alone, and nothing before a joining is told apart.
            numbers: self.numbers.clone(),
        }
    }
}

fn flat<V: Clone>(
    all: &Table<RecordId, V>,
    keep: impl Fn(&RecordId) -> bool,
) -> Table<RecordId, V> {
    let kept = all.iter().filter(|(id, _)| keep(id));
    kept.map(|(id, value)| (id.clone(), value.clone())).collect()
}

fn grouped<G: Ord + Clone, V: Clone>(
    all: &Table<G, Table<RecordId, V>>,
    keep: impl Fn(&RecordId) -> bool,
) -> Table<G, Table<RecordId, V>> {
    let cut = all.iter().map(|(group, records)| (group.clone(), flat(records, &keep)));
    cut.filter(|(_, records)| !records.is_empty()).collect()
}

fn own<'a, V>(
    all: &'a Table<RecordId, V>,
    of: &SnapshotId,
) -> impl Iterator<Item = &'a V> + use<'a, V> {
    all.range(of.record(0)..=of.record(u32::MAX)).map(|(_, value)| value)
}

fn own_of<'a, G, V>(
    all: &'a Table<G, Table<RecordId, V>>,
    of: &'a SnapshotId,
) -> impl Iterator<Item = &'a V> {
    all.values().flat_map(|records| own(records, of))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ledger::laws::{any_edits, any_snapshot};
    use crate::ledger::{Change, Edit, Joining, Note};

    /// What is sealed, and what was open after it, with whatever of these edits fit it.
    fn later(sealed: &Snapshot, kind: Held, edits: Vec<Edit>) -> Snapshot {
        let seal = format!("sha256:{}", "1".repeat(64)).parse().unwrap();
        let mut later = sealed.following(seal, kind, &sealed.plan);
        let note = Note { text: "演练".into(), ..Note::default() };
        later.apply(&Edit::Note(Change::add(later.id().record(1), note))).unwrap();
        for edit in edits {
            // What is of another snapshot is refused.
            let _ = later.apply(&edit);
        }
        later
    }

    fn interval(name: &str) -> Held {
        Held::Interval(Interval::new(name.parse().unwrap()))
    }

    proptest! {
        #[test]
        fn an_earlier_ledger_is_the_newest_one_without_what_came_later(
            sealed in any_snapshot(),
            edits in any_edits(),
        ) {
            let between = later(&sealed, interval("2023-09-20-interval"), edits);
            let newest = later(&between, interval("2023-09-15-interval"), Vec::new());
            for earlier in [&sealed, &between, &newest] {
                let cut = newest.as_of(&earlier.id()).unwrap();
                prop_assert_eq!(&cut.ledger, &earlier.ledger);
                prop_assert_eq!(&cut.meetings, &earlier.meetings);
                prop_assert_eq!(&cut.follows, &earlier.follows);
                prop_assert_eq!(cut.stood_on(), earlier.stood_on());
            }
            prop_assert_eq!(newest.ledger.records().count(), sealed.ledger.records().count() + 2);
        }
    }

    #[test]
    fn what_was_joined_since_is_not_told_apart() {
        let first =
            later(&crate::ledger::laws::opened(), interval("2023-09-16-interval"), Vec::new());
        let join = Held::Join(Joining::new("2023-09-17-join".parse().unwrap()));
        let join = later(&first, join, Vec::new());
        let newest = later(&join, interval("2023-09-18-interval"), Vec::new());
        for (state, id, known) in [
            (&newest, "2023-09-16-interval", false),
            (&join, "2023-09-16-interval", false),
            (&newest, "2023-09-17-join", true),
            (&first, "2023-09-15", true),
            (&first, "2023-09-14", false),
        ] {
            assert_eq!(state.as_of(&id.parse().unwrap()).is_some(), known, "{id}");
        }
    }
}

//! A snapshot as it would read if others bore another name.
//!
//! Two desks that worked apart may each have held a meeting of one name. Both files stay as they are,
//! one is filed as `…-2`, and whoever reads what stands on it reads its records under that name. Free
//! text is never touched.

use std::collections::BTreeMap;

use super::{
    About, Chain, Decision, Disputed, Followup, Happening, Held, Joining, Kept, Ledger, Mark,
    RecordId, Settled, Snapshot, SnapshotId,
};
use crate::plan::Table;

/// New names by old ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<SnapshotId, SnapshotId>);

impl Names {
    /// The names by which `newest` knows what `older` stands on, and what it is itself: they have one
    /// seal there. Empty in a book that was never joined.
    pub fn between(older: &Chain, newest: &Chain) -> Self {
        let known: BTreeMap<_, _> = newest.iter().map(|(id, seal)| (seal, id)).collect();
        let renamed = older.iter().filter_map(|(id, seal)| {
            let now = *known.get(seal)?;
            (now != id).then(|| (id.clone(), now.clone()))
        });
        Self(renamed.collect())
    }

    /// Whether nothing has another name.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name of a snapshot from now on.
    pub fn id(&self, id: &SnapshotId) -> SnapshotId {
        self.0.get(id).unwrap_or(id).clone()
    }

    /// The id of a record from now on.
    pub fn record(&self, id: &RecordId) -> RecordId {
        RecordId { snapshot: self.id(&id.snapshot), number: id.number }
    }

    fn about(&self, about: &mut About) {
        if let About::Decision(id) = about {
            *id = self.record(id);
        }
    }
}

impl FromIterator<(SnapshotId, SnapshotId)> for Names {
    fn from_iter<I: IntoIterator<Item = (SnapshotId, SnapshotId)>>(names: I) -> Self {
        Self(names.into_iter().filter(|(old, new)| old != new).collect())
    }
}

impl Snapshot {
    /// The same under other names.
    #[must_use]
    pub fn renamed(mut self, names: &Names) -> Self {
        if names.is_empty() {
            return self;
        }
        match &mut self.kind {
            Held::Adopted(_) => {}
            Held::Meeting(meeting) => meeting.id = names.id(&meeting.id),
            Held::Interval(interval) => interval.id = names.id(&interval.id),
            Held::Join(joining) => joining.rename(names),
        }
        self.follows.iter_mut().for_each(|id| *id = names.id(id));
        let mut meetings = Chain::default();
        for (id, seal) in self.meetings.iter() {
            meetings.add(names.id(id), seal.clone());
        }
        self.meetings = meetings;
        self.marks.iter_mut().for_each(|Mark { about, .. }| names.about(about));
        self.ledger = self.ledger.renamed(names);
        self
    }
}

impl Joining {
    fn rename(&mut self, names: &Names) {
        self.id = names.id(&self.id);
        let renamed = std::mem::take(&mut self.renamed);
        self.renamed = renamed.iter().map(|(now, was)| (names.id(now), was.clone())).collect();
        for settled in self.settled.values_mut() {
            settled.rename(names);
        }
    }
}

impl Settled {
    fn rename(&mut self, names: &Names) {
        self.records.iter_mut().for_each(|id| *id = names.record(id));
        if let Kept::Line(id) = &mut self.kept {
            *id = names.id(id);
        }
        match &mut self.of {
            Disputed::Wording(id)
            | Disputed::Lead(id)
            | Disputed::Due(id)
            | Disputed::Stage(id) => *id = names.record(id),
            Disputed::Correction(id, record, _) => {
                *id = names.id(id);
                *record = record.as_ref().map(|record| names.record(record));
            }
            Disputed::Signing(id) => *id = names.id(id),
            Disputed::Assignment(_)
            | Disputed::Reading(..)
            | Disputed::Amendment(..)
            | Disputed::Light(_)
            | Disputed::Account(_) => {}
        }
    }
}

impl Ledger {
    fn renamed(mut self, names: &Names) -> Self {
        self.decisions.values_mut().for_each(|decision| decision.rename(names));
        let steps = self.followups.values_mut().flat_map(|of| of.values_mut());
        steps.for_each(|step| step.rename(names));
        let readings = self.readings.values_mut().flat_map(|of| of.values_mut());
        readings.filter_map(|reading| reading.revises.as_mut()).for_each(|id| {
            *id = names.record(id);
        });
        self.notes.values_mut().flat_map(|note| &mut note.about).for_each(|a| names.about(a));
        self.sheets.values_mut().for_each(|sheet| names.about(&mut sheet.about));
        let corrections = self.corrections.values_mut().flat_map(|of| of.values_mut());
        corrections.filter_map(|one| one.record.as_mut()).for_each(|id| *id = names.record(id));
        let by_record = |id: &RecordId| names.record(id);
        Self {
            decisions: keyed(self.decisions, by_record),
            followups: keyed(each(self.followups, names), by_record),
            readings: each(self.readings, names),
            assignments: each(self.assignments, names),
            amendments: each(self.amendments, names),
            lights: each(self.lights, names),
            notes: keyed(self.notes, by_record),
            sheets: keyed(self.sheets, by_record),
            corrections: keyed(each(self.corrections, names), |id| names.id(id)),
            signings: keyed(each(self.signings, names), |id| names.id(id)),
            accounts: each(self.accounts, names),
            numbers: keyed(self.numbers, |id| names.id(id)),
        }
    }
}

impl Decision {
    fn rename(&mut self, names: &Names) {
        self.about.iter_mut().chain(&mut self.reopens).for_each(|about| names.about(about));
        self.supersedes.iter_mut().for_each(|id| *id = names.record(id));
    }
}

impl Followup {
    fn rename(&mut self, names: &Names) {
        if let Happening::Superseded { by } = &mut self.what {
            *by = names.record(by);
        }
    }
}

fn keyed<K: Ord, V>(table: Table<K, V>, name: impl Fn(&K) -> K) -> Table<K, V> {
    table.into_inner().into_iter().map(|(key, value)| (name(&key), value)).collect()
}

fn each<G: Ord, V>(
    tables: Table<G, Table<RecordId, V>>,
    names: &Names,
) -> Table<G, Table<RecordId, V>> {
    let of = tables.into_inner().into_iter();
    of.map(|(group, table)| (group, keyed(table, |id| names.record(id)))).collect()
}

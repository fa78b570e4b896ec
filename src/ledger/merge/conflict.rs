//! One field, two new values: what two lines say differently since they parted.
//!
//! Readings, decisions, notes and sheets of both lines stand beside each other and never conflict by
//! being there. A conflict is where both lines gave *one* field a value and the values differ:
//! the same decision extended to two days, one row assigned to two offices, two lights set by hand on
//! one row, two figures for the same months, two corrections of one fact. A decision that one line
//! ended (办结 销号 废止, replaced) is in conflict with what the other did to it that only something
//! open can bear (延期 换牵头 改文字 定下 重启); an office's report (反馈) and the steps on the way
//! (交办 审核) are not, and the end stands.

pub(super) mod decision;

use std::collections::{BTreeMap, BTreeSet};

use super::{Claim, Said};
use crate::ledger::{
    Amendment, Assignment, Chain, Change, Correction, Disputed, Edit, Fact, Reading, RecordId,
    Slip, Snapshot, SnapshotId,
};
use crate::plan::{Row, Span, Table};

/// One field with a new value in each line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which field.
    pub of: Disputed,
    /// What our line says.
    pub ours: Claim,
    /// What the other says.
    pub theirs: Claim,
}

/// A record, and what it says.
type Word = (RecordId, Said);

/// Records by what they are about.
type By<G, V> = Table<G, Table<RecordId, V>>;

/// What a conflict in a table is about, and what its records say.
type Made<G, V> = (fn(&G) -> Disputed, fn(V) -> Said);

/// The last correction of each fact, and its number.
type Slips = BTreeMap<(Option<RecordId>, Fact), (RecordId, Correction)>;

/// Two ends, under the names of the joining.
pub(super) struct Lines<'a> {
    ours: &'a Snapshot,
    theirs: &'a Snapshot,
    /// What both stand on.
    shared: BTreeSet<SnapshotId>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(ours: &'a Snapshot, theirs: &'a Snapshot, a: &Chain, b: &Chain) -> Self {
        let both = a.iter().filter(|(id, seal)| b.seal(id) == Some(*seal));
        Self { ours, theirs, shared: both.map(|(id, _)| id.clone()).collect() }
    }

    /// Every conflict, in the order of what it is about: the same order from either side.
    pub(super) fn conflicts(&self) -> Vec<Conflict> {
        let mut all = Vec::new();
        let decisions = self.ours.ledger.decisions.keys();
        for id in decisions.filter(|id| self.theirs.ledger.decisions.contains_key(id)) {
            self.of_decision(id, &mut all);
        }
        self.of_rows(&mut all);
        self.of_readings(&mut all);
        self.of_amendments(&mut all);
        self.of_corrections(&mut all);
        all.sort_by(|one, other| one.of.cmp(&other.of));
        all
    }

    /// Rows that both lines assigned, each by other fields: what both say together, where the record
    /// that holds says less.
    pub(super) fn combined(&self, open: &Snapshot) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut record = open.id().record(1);
        for row in self.ours.ledger.assignments.keys() {
            let of = |line: &'a Snapshot| self.last_apart(line, line.ledger.assignments.get(row)?);
            let (Some((_, ours)), Some((_, theirs))) = (of(self.ours), of(self.theirs)) else {
                continue;
            };
            let Some(whole) = self.agreed(row, ours, theirs) else { continue };
            let holds = open.ledger.assignments.get(row).and_then(|all| open.latest(all));
            if holds.is_some_and(|(_, last)| !same_assignment(last, &whole)) {
                edits.push(Edit::Assignment(Change::add((row.clone(), record.clone()), whole)));
                record.number += 1;
            }
        }
        edits
    }

    fn is_apart(&self, id: &RecordId) -> bool {
        !self.shared.contains(&id.snapshot)
    }

    /// The last record that a line alone has.
    fn last_apart<'t, V>(
        &self,
        line: &Snapshot,
        all: &'t Table<RecordId, V>,
    ) -> Option<(&'t RecordId, &'t V)> {
        let apart = all.iter().filter(|(id, _)| self.is_apart(id));
        apart.max_by_key(|(id, _)| line.meetings.order(id))
    }

    fn conflict(&self, of: Disputed, ours: Word, theirs: Word) -> Conflict {
        let claim = |line: &Snapshot, (record, said): Word| {
            let line = line.id();
            Claim { record, line, said }
        };
        Conflict { of, ours: claim(self.ours, ours), theirs: claim(self.theirs, theirs) }
    }

    fn of_rows(&self, all: &mut Vec<Conflict>) {
        let (a, b) = (&self.ours.ledger, &self.theirs.ledger);
        self.latest(
            (&a.assignments, &b.assignments),
            |row, ours, theirs| self.agreed(row, ours, theirs).is_some(),
            (|row| Disputed::Assignment(row.clone()), Said::Assignment),
            all,
        );
        self.latest(
            (&a.lights, &b.lights),
            |_, x, y| (x.light, x.pinned) == (y.light, y.pinned),
            (|row| Disputed::Light(row.clone()), Said::Light),
            all,
        );
        self.latest(
            (&a.accounts, &b.accounts),
            |_, x, y| x.state == y.state,
            (|row| Disputed::Account(row.clone()), Said::Account),
            all,
        );
        self.latest(
            (&a.signings, &b.signings),
            |_, x, y| x == y,
            (|id| Disputed::Signing(id.clone()), Said::Signing),
            all,
        );
    }

    /// Where the last record of a group holds, and each line has one that the other lacks.
    fn latest<G: Ord, V: Clone>(
        &self,
        (ours, theirs): (&By<G, V>, &By<G, V>),
        is_same: impl Fn(&G, &V, &V) -> bool,
        (of, said): Made<G, V>,
        all: &mut Vec<Conflict>,
    ) {
        for (group, table) in ours {
            let Some(other) = theirs.get(group) else { continue };
            let a = self.last_apart(self.ours, table);
            let b = self.last_apart(self.theirs, other);
            if let (Some((x, a)), Some((y, b))) = (a, b)
                && !is_same(group, a, b)
            {
                let (a, b) = ((x.clone(), said(a.clone())), (y.clone(), said(b.clone())));
                all.push(self.conflict(of(group), a, b));
            }
        }
    }

    /// What two assignments say together; none when both gave one field a new value.
    fn agreed(&self, row: &Row, ours: &Assignment, theirs: &Assignment) -> Option<Assignment> {
        let all = self.ours.ledger.assignments.get(row)?;
        let shared = all.iter().filter(|(id, _)| !self.is_apart(id));
        let before = shared.max_by_key(|(id, _)| self.ours.meetings.order(id)).map(|(_, a)| a);
        let nobody = Assignment::since(ours.since.min(theirs.since));
        let was = before.unwrap_or(&nobody);
        Some(Assignment {
            lead: one(&was.lead, &ours.lead, &theirs.lead)?,
            support: one(&was.support, &ours.support, &theirs.support)?,
            sponsor: one(&was.sponsor, &ours.sponsor, &theirs.sponsor)?,
            person: one(&was.person, &ours.person, &theirs.person)?,
            due: one(&was.due, &ours.due, &theirs.due)?,
            since: ours.since.max(theirs.since),
        })
    }

    /// Two figures of one target for the same months, entered or put right.
    fn of_readings(&self, all: &mut Vec<Conflict>) {
        for row in self.ours.ledger.readings.keys() {
            let (ours, theirs) = (self.figures(self.ours, row), self.figures(self.theirs, row));
            for (period, (id, reading)) in &ours {
                let Some((other, theirs)) = theirs.get(period) else { continue };
                if reading.value != theirs.value {
                    let of = Disputed::Reading(row.clone(), *period);
                    let a = (id.clone(), Said::Reading(reading.clone()));
                    let b = (other.clone(), Said::Reading(theirs.clone()));
                    all.push(self.conflict(of, a, b));
                }
            }
        }
    }

    /// The figures that hold in a line, of the months about which it alone recorded something.
    fn figures(&self, line: &Snapshot, row: &Row) -> BTreeMap<Span, (RecordId, Reading)> {
        let mut figures = BTreeMap::new();
        let mut touched = BTreeSet::new();
        for (id, reading) in line.readings(row.place) {
            let mut mended = line.corrections(id).into_iter();
            if self.is_apart(id) || mended.any(|(id, _)| self.is_apart(id)) {
                touched.insert(reading.period);
            }
            figures.insert(reading.period, (id.clone(), reading.into_owned()));
        }
        figures.retain(|period, _| touched.contains(period));
        figures
    }

    /// Two values of one target from one day on.
    fn of_amendments(&self, all: &mut Vec<Conflict>) {
        for (row, table) in &self.ours.ledger.amendments {
            let Some(other) = self.theirs.ledger.amendments.get(row) else { continue };
            let days: BTreeSet<_> = table.values().map(|amendment| amendment.effective).collect();
            for day in days {
                let last = |line: &Snapshot, table: &Table<RecordId, Amendment>| {
                    let of =
                        table.iter().filter(|(id, one)| one.effective == day && self.is_apart(id));
                    let last = of.max_by_key(|(id, _)| line.meetings.order(id));
                    last.map(|(id, one)| (id.clone(), one.clone()))
                };
                let (a, b) = (last(self.ours, table), last(self.theirs, other));
                if let (Some((x, a)), Some((y, b))) = (a, b)
                    && a.now != b.now
                {
                    let of = Disputed::Amendment(row.clone(), day);
                    let (a, b) = ((x, Said::Amendment(a)), (y, Said::Amendment(b)));
                    all.push(self.conflict(of, a, b));
                }
            }
        }
    }

    /// Two corrections of one fact.
    fn of_corrections(&self, all: &mut Vec<Conflict>) {
        for sealed in self.ours.ledger.corrections.keys() {
            let ours = self.slips(self.ours, sealed);
            let theirs = self.slips(self.theirs, sealed);
            for ((record, fact), (id, one)) in ours {
                let Some((other, two)) = theirs.get(&(record.clone(), fact.clone())) else {
                    continue;
                };
                if !same_slip(&one.slip, &two.slip) {
                    let of = Disputed::Correction(sealed.clone(), record, fact);
                    let (a, b) = (Said::Correction(one), Said::Correction(two.clone()));
                    all.push(self.conflict(of, (id, a), (other.clone(), b)));
                }
            }
        }
    }

    /// The last correction of each fact that a line alone has.
    fn slips(&self, line: &Snapshot, sealed: &SnapshotId) -> Slips {
        let apart = line.corrections_of(sealed).into_iter().filter(|(id, _)| self.is_apart(id));
        let keyed = apart.filter_map(|(id, one)| {
            let fact = Fact::of(&one.slip)?;
            Some(((one.record.clone(), fact), (id.clone(), one.clone())))
        });
        keyed.collect()
    }
}

pub(super) fn same_assignment(a: &Assignment, b: &Assignment) -> bool {
    Assignment { since: b.since, ..a.clone() } == *b
}

/// The value of a field to which at most one side gave another; none when both did.
fn one<T: PartialEq + Clone>(was: &T, ours: &T, theirs: &T) -> Option<T> {
    if ours == theirs || theirs == was {
        Some(ours.clone())
    } else {
        (ours == was).then(|| theirs.clone())
    }
}

pub(super) fn same_slip(a: &Slip, b: &Slip) -> bool {
    match (a, b) {
        (Slip::Period { now: a, .. }, Slip::Period { now: b, .. }) => a == b,
        (Slip::Source { now: a, .. }, Slip::Source { now: b, .. })
        | (Slip::Title { now: a, .. }, Slip::Title { now: b, .. })
        | (Slip::InPapers { now: a, .. }, Slip::InPapers { now: b, .. })
        | (Slip::ItemInPapers { now: a, .. }, Slip::ItemInPapers { now: b, .. })
        | (Slip::Venue { now: a, .. }, Slip::Venue { now: b, .. })
        | (Slip::Chair { now: a, .. }, Slip::Chair { now: b, .. }) => a == b,
        (Slip::Began { now: a, .. }, Slip::Began { now: b, .. })
        | (Slip::Ended { now: a, .. }, Slip::Ended { now: b, .. }) => a == b,
        (Slip::Attendance { now: a, .. }, Slip::Attendance { now: b, .. }) => a == b,
        _ => a == b,
    }
}

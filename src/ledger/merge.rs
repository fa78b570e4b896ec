//! 合并: two lines of meetings joined record by record.
//!
//! Every record has an id that no other has, so the records of both lines stand side by side; what
//! is left is whether two desks gave one field two new values, and that becomes a [`Conflict`], a
//! value that waits until somebody settles it. Nothing sealed is changed: of two snapshots of one
//! name the one with the greater seal gets another name to be filed under, and two meetings of one
//! number get new ones, both on record in the joining. This file must never choose between two
//! values, and must never drop a record.

pub mod conflict;
pub mod said;
pub mod settle;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use conflict::Conflict;
pub use said::{Claim, Said};
pub use settle::Choice;

use super::rename::Names;
use super::snapshot::FORMAT;
use super::{Chain, Edit, Held, Joining, Ledger, RecordId, Seal, Snapshot, SnapshotId};
use crate::plan::{Row, Table};

/// A sealed snapshot and its seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub snapshot: Snapshot,
    /// Its seal.
    pub seal: Seal,
}

/// One line of meetings, as far as the other does not share it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its end: the newest of it.
    pub head: Link,
    /// The others that the other line does not stand on.
    pub apart: Vec<Link>,
}

/// Two lines, joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The joining, with nothing settled yet.
    pub open: Snapshot,
    /// What waits to be settled.
    pub conflicts: Vec<Conflict>,
    /// Values that both lines gave to one record, each to other fields of it: what both say together.
    pub combined: Vec<Edit>,
    /// Snapshots that have to be filed under another name.
    pub renamed: Vec<Renamed>,
}

/// A snapshot whose name was taken by another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// What it says that it is.
    pub from: SnapshotId,
    /// Under what it is filed.
    pub to: SnapshotId,
    /// Its seal.
    pub seal: Seal,
}

/// Why there is nothing to be joined, or why it cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unjoined {
    /// One line stands on all of the other, or both are one.
    Included,
    /// They are of two plans.
    OtherPlan(String, String),
    /// Both have a record of this id under one seal, and it reads otherwise.
    Rewritten(RecordId),
}

/// What of a joining is not found in its lines.
#[derive(Clone, Debug)]
pub struct Joint<'a> {
    /// Its name.
    pub id: SnapshotId,
    /// The plan's id and digest, now.
    pub plan: &'a str,
}

/// Joins two lines.
///
/// # Errors
/// Why there is nothing to join, or why these two cannot be.
pub fn join(ours: &Line, theirs: &Line, joint: Joint<'_>) -> Result<Joined, Unjoined> {
    let (a, b) = (ours.whole(), theirs.whole());
    if has(&a, &theirs.head.seal) || has(&b, &ours.head.seal) {
        return Err(Unjoined::Included);
    }
    let plans = (ours.head.snapshot.plan_id(), theirs.head.snapshot.plan_id());
    if plans.0 != plans.1 {
        return Err(Unjoined::OtherPlan(plans.0.into(), plans.1.into()));
    }
    let filed = filed(&a, &b);
    let renamed = renamed(&filed, [&a, &b]);
    let (ours, a) = (ours.named(&a, &filed), named(&a, &filed));
    let (theirs, b) = (theirs.named(&b, &filed), named(&b, &filed));

    let mut ledger = united(&ours.head.snapshot.ledger, &theirs.head.snapshot.ledger)?;
    ledger.numbers.extend(renumbered([&ours, &theirs], [&a, &b]));
    let mut joining = Joining::new(joint.id);
    joining.renamed = renamed.iter().map(|one| (one.to.clone(), one.from.clone())).collect();
    let mut follows = vec![ours.head.snapshot.id(), theirs.head.snapshot.id()];
    follows.sort();
    let open = Snapshot {
        format: FORMAT,
        kind: Held::Join(joining),
        follows,
        meetings: threaded(&a, &b),
        plan: joint.plan.into(),
        ledger,
        marks: Vec::new(),
    };
    let lines = conflict::Lines::new(&ours.head.snapshot, &theirs.head.snapshot, &a, &b);
    let (conflicts, combined) = (lines.conflicts(), lines.combined(&open));
    Ok(Joined { open, conflicts, combined, renamed })
}

impl Line {
    /// Everything that its end stands on, and the end itself.
    pub fn whole(&self) -> Chain {
        let mut chain = self.head.snapshot.meetings.clone();
        chain.add(self.head.snapshot.id(), self.head.seal.clone());
        chain
    }

    /// The line under the names that the joining gives.
    fn named(&self, chain: &Chain, filed: &BTreeMap<Seal, SnapshotId>) -> Self {
        let names = names(chain, filed);
        let link = |link: &Link| Link {
            snapshot: link.snapshot.clone().renamed(&names),
            seal: link.seal.clone(),
        };
        Self { head: link(&self.head), apart: self.apart.iter().map(link).collect() }
    }

    /// Every snapshot that only this line has.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.apart.iter().chain([&self.head])
    }
}

fn has(chain: &Chain, seal: &Seal) -> bool {
    chain.iter().any(|(_, other)| other == seal)
}

fn names(chain: &Chain, filed: &BTreeMap<Seal, SnapshotId>) -> Names {
    let named = |(id, seal): (&SnapshotId, &Seal)| Some((id.clone(), filed.get(seal)?.clone()));
    chain.iter().filter_map(named).collect()
}

fn named(chain: &Chain, filed: &BTreeMap<Seal, SnapshotId>) -> Chain {
    let mut named = Chain::default();
    for (id, seal) in chain.iter() {
        named.add(filed.get(seal).unwrap_or(id).clone(), seal.clone());
    }
    named
}

/// Under which name each snapshot of both lines is filed. What a joining gave another name keeps that
/// one; of two under one name what both lines know keeps it, then the lesser seal.
pub fn filed(a: &Chain, b: &Chain) -> BTreeMap<Seal, SnapshotId> {
    let mut wanted: BTreeMap<&Seal, &SnapshotId> = BTreeMap::new();
    for (id, seal) in a.iter().chain(b.iter()) {
        let name = wanted.entry(seal).or_insert(id);
        *name = (*name).max(id);
    }
    let mut taken: BTreeSet<SnapshotId> = wanted.values().map(|id| (*id).clone()).collect();
    let shared = |seal: &Seal| has(a, seal) && has(b, seal);
    let mut by_name: BTreeMap<&SnapshotId, Vec<&Seal>> = BTreeMap::new();
    for (seal, id) in &wanted {
        by_name.entry(id).or_default().push(seal);
    }
    let mut filed = BTreeMap::new();
    for (id, mut seals) in by_name {
        if seals.len() > 1 {
            seals.sort_by_key(|seal| (!shared(seal), *seal));
        }
        for (nth, seal) in seals.into_iter().enumerate() {
            let name =
                if nth == 0 { id.clone() } else { id.next().free(|name| taken.contains(name)) };
            taken.insert(name.clone());
            filed.insert(seal.clone(), name);
        }
    }
    filed
}

/// What got a name by which neither line knew it.
fn renamed(filed: &BTreeMap<Seal, SnapshotId>, lines: [&Chain; 2]) -> Vec<Renamed> {
    let mut renamed = Vec::new();
    for (seal, to) in filed {
        let known: Vec<&SnapshotId> = lines
            .iter()
            .filter_map(|line| line.iter().find(|(_, other)| *other == seal))
            .map(|(id, _)| id)
            .collect();
        if let Some(from) = known.first().filter(|_| !known.contains(&to)) {
            renamed.push(Renamed { from: (*from).clone(), to: to.clone(), seal: seal.clone() });
        }
    }
    renamed
}

/// The records of both. What both have is the same in both, because it was sealed before they parted.
fn united(a: &Ledger, b: &Ledger) -> Result<Ledger, Unjoined> {
    Ok(Ledger {
        decisions: both(&a.decisions, &b.decisions)?,
        followups: grouped(&a.followups, &b.followups, |one, _| one)?,
        readings: grouped(&a.readings, &b.readings, quoted)?,
        assignments: grouped(&a.assignments, &b.assignments, quoted)?,
        amendments: grouped(&a.amendments, &b.amendments, quoted)?,
        lights: grouped(&a.lights, &b.lights, quoted)?,
        notes: both(&a.notes, &b.notes)?,
        sheets: both(&a.sheets, &b.sheets)?,
        corrections: grouped(&a.corrections, &b.corrections, |one, _| one)?,
        signings: grouped(&a.signings, &b.signings, |one, _| one)?,
        accounts: grouped(&a.accounts, &b.accounts, quoted)?,
        numbers: greatest(&a.numbers, &b.numbers),
    })
}

fn both<V: Clone + PartialEq>(
    a: &Table<RecordId, V>,
    b: &Table<RecordId, V>,
) -> Result<Table<RecordId, V>, Unjoined> {
    let mut all = a.clone();
    for (id, value) in b {
        if all.get(id).is_some_and(|other| other != value) {
            return Err(Unjoined::Rewritten(id.clone()));
        }
        all.insert(id.clone(), value.clone());
    }
    Ok(all)
}

fn grouped<G: Ord + Clone, V: Clone + PartialEq>(
    a: &Table<G, Table<RecordId, V>>,
    b: &Table<G, Table<RecordId, V>>,
    pick: for<'g> fn(&'g G, &'g G) -> &'g G,
) -> Result<Table<G, Table<RecordId, V>>, Unjoined> {
    let alone = Table::default();
    let known = |of: &Table<G, Table<RecordId, V>>, group: &G| {
        of.get_key_value(group).map(|(group, _)| group.clone())
    };
    let mut all = Table::default();
    for group in a.keys().chain(b.keys()) {
        let table = both(a.get(group).unwrap_or(&alone), b.get(group).unwrap_or(&alone))?;
        let name = match (known(a, group), known(b, group)) {
            (Some(one), Some(other)) => pick(&one, &other).clone(),
            (one, other) => one.or(other).unwrap_or_else(|| group.clone()),
        };
        if !all.contains_key(group) {
            all.insert(name, table);
        }
    }
    Ok(all)
}

/// A row under one title, whichever side it is looked at from: titles are for people.
fn quoted<'g>(one: &'g Row, other: &'g Row) -> &'g Row {
    if one.title <= other.title { one } else { other }
}

/// Numbers that earlier joinings gave; where two joinings differ, the greater.
fn greatest(a: &Table<SnapshotId, u32>, b: &Table<SnapshotId, u32>) -> Table<SnapshotId, u32> {
    let mut all = a.clone();
    for (id, number) in b {
        let known = all.entry(id.clone()).or_default();
        *known = (*known).max(*number);
    }
    all
}

/// Meetings of one series that both lines held: where two have one number, all of them are numbered
/// anew by their days, then by their seals. Of two joined before, what both know keeps its number.
fn renumbered(lines: [&Line; 2], chains: [&Chain; 2]) -> BTreeMap<SnapshotId, u32> {
    let shared = |seal: &Seal| chains.iter().all(|chain| has(chain, seal));
    let mut series: Vec<Vec<(&SnapshotId, &Seal, u32)>> = Vec::new();
    for line in lines {
        let numbers = &line.head.snapshot.ledger.numbers;
        for link in line.links().filter(|link| !shared(&link.seal)) {
            let Some(meeting) = link.snapshot.meeting() else { continue };
            let number = numbers.get(&meeting.id).copied().unwrap_or(meeting.number);
            let one = (&meeting.id, &link.seal, number);
            match series.iter_mut().find(|of| of.iter().any(|(id, ..)| id.is_of_series(one.0))) {
                Some(of) => of.push(one),
                None => series.push(vec![one]),
            }
        }
    }
    let mut numbers = BTreeMap::new();
    for mut held in series {
        let distinct: BTreeSet<u32> = held.iter().map(|(.., number)| *number).collect();
        if distinct.len() == held.len() {
            continue;
        }
        held.sort_by_key(|(id, seal, _)| (id.day(), *seal));
        let first = distinct.first().copied().unwrap_or(1);
        numbers.extend(held.iter().map(|(id, ..)| (*id).clone()).zip(first..));
    }
    numbers
}

/// All that both lines stand on, in the order of each, and what only one has by its day, then by its
/// seal: the later of two records is the one that holds, and no side may decide which that is.
fn threaded(a: &Chain, b: &Chain) -> Chain {
    let shared = |chain: &Chain, (_, seal): &(&SnapshotId, &Seal)| has(chain, seal);
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let mut all = Chain::default();
    loop {
        while left.next_if(|(id, _)| all.seal(id).is_some()).is_some() {}
        while right.next_if(|(id, _)| all.seal(id).is_some()).is_some() {}
        let from_left = match (left.peek(), right.peek()) {
            (None, None) => return all,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(x), Some(y)) => match (shared(b, x), shared(a, y)) {
                (true, false) => false,
                (false, true) => true,
                _ => (x.0.day(), x.1) <= (y.0.day(), y.1),
            },
        };
        let next = if from_left { left.next() } else { right.next() };
        if let Some((id, seal)) = next {
            all.add(id.clone(), seal.clone());
        }
    }
}

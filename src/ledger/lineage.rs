//! What a snapshot owes to those that it follows: the chain that they stand on, in its order, and
//! every record of theirs as it was.
//!
//! A ledger only grows. Whoever changes, drops or smuggles in a record of an earlier meeting and seals
//! the file anew is found here, by the place in the file.

use std::collections::BTreeSet;
use std::fmt;

use super::{Ledger, RecordId, Snapshot, SnapshotId};
use crate::plan::{Path, Row, Table};

/// Where a snapshot breaks with one that it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breach {
    /// Its chain lacks a snapshot that the other one stands on.
    Unchained(SnapshotId),
    /// Its chain gives a snapshot in another order.
    Reordered(SnapshotId),
    /// Its chain names a snapshot that nobody before it knew.
    Stranger(SnapshotId),
    /// A record is gone.
    Lost(RecordId),
    /// A record reads otherwise.
    Rewritten(RecordId),
    /// A record that is said to be of an earlier snapshot was not there.
    Slipped(RecordId),
}

/// All breaches of a snapshot with the one that it follows, each with its place in the later file.
pub fn breaches(own: &Snapshot, before: &Snapshot) -> Vec<(Path, Breach)> {
    let mut found = chain(own, before);
    found.extend(records(own, before));
    found
}

/// Those of a joining with one of the lines that it joins: nothing of it may be lost. Records of two
/// meetings of one name are kept under another name of theirs.
pub fn lost_in_joining(own: &Snapshot, before: &Snapshot) -> Vec<(Path, Breach)> {
    let known = |id: &SnapshotId| own.meetings.seal(id).is_some();
    let at = Path::default().field("meetings");
    let unchained = before.meetings.iter().map(|(id, _)| id).filter(|id| !known(id));
    let mut found: Vec<(Path, Breach)> =
        unchained.map(|id| (at.clone(), Breach::Unchained(id.clone()))).collect();
    let kept: BTreeSet<&RecordId> = ids(&own.ledger).into_iter().collect();
    let lost = ids(&before.ledger).into_iter().filter(|id| !is_kept(id, &kept));
    let at = Path::default().field("ledger");
    found.extend(lost.map(|id| (at.clone(), Breach::Lost(id.clone()))));
    found
}

/// How many meetings of one name there may be on one day.
const NAMESAKES: usize = 9;

fn is_kept(id: &RecordId, kept: &BTreeSet<&RecordId>) -> bool {
    let names = std::iter::successors(Some(id.snapshot.clone()), |id| Some(id.next()));
    names.take(NAMESAKES).any(|name| kept.contains(&name.record(id.number)))
}

/// The chain is that of the one before, and then that one itself.
fn chain(own: &Snapshot, before: &Snapshot) -> Vec<(Path, Breach)> {
    let at = Path::default().field("meetings");
    let last = before.id();
    let due: Vec<&SnapshotId> =
        before.meetings.iter().map(|(id, _)| id).chain(std::iter::once(&last)).collect();
    let is: Vec<&SnapshotId> = own.meetings.iter().map(|(id, _)| id).collect();
    if due == is {
        return Vec::new();
    }
    let (known, named): (BTreeSet<_>, BTreeSet<_>) =
        (due.iter().copied().collect(), is.iter().copied().collect());
    let unchained = due.iter().filter(|id| !named.contains(*id));
    let mut found: Vec<(Path, Breach)> =
        unchained.map(|id| (at.clone(), Breach::Unchained((*id).clone()))).collect();
    let strange = is.iter().filter(|id| !known.contains(*id));
    found.extend(strange.map(|id| (at.key(id), Breach::Stranger((*id).clone()))));
    if found.is_empty() {
        let first = is.iter().zip(&due).find(|(is, due)| is != due).map(|(is, _)| *is);
        found.extend(first.map(|id| (at.key(id), Breach::Reordered(id.clone()))));
    }
    found
}

/// Every table of a ledger by its name: those by record, and those by what the records are of.
macro_rules! tables {
    ($ledger:ident, $flat:ident, $nested:ident) => {
        $flat!($ledger, decisions);
        $nested!($ledger, followups);
        $nested!($ledger, readings);
        $nested!($ledger, assignments);
        $nested!($ledger, amendments);
        $nested!($ledger, lights);
        $flat!($ledger, notes);
        $flat!($ledger, sheets);
        $nested!($ledger, corrections);
        $nested!($ledger, signings);
        $nested!($ledger, accounts);
    };
}

fn records(own: &Snapshot, before: &Snapshot) -> Vec<(Path, Breach)> {
    let mut found = Found { own: own.id(), breaches: Vec::new() };
    let (now, at) = (&own.ledger, Path::default().field("ledger"));
    let was = &before.ledger;
    macro_rules! flat {
        ($was:ident, $name:ident) => {
            found.flat(&at.field(stringify!($name)), Some(&$was.$name), Some(&now.$name))
        };
    }
    macro_rules! nested {
        ($was:ident, $name:ident) => {
            found.nested(&at.field(stringify!($name)), &$was.$name, &now.$name)
        };
    }
    tables!(was, flat, nested);
    found.breaches
}

/// The numbers of all records.
fn ids(ledger: &Ledger) -> Vec<&RecordId> {
    let mut ids = Vec::new();
    macro_rules! flat {
        ($of:ident, $name:ident) => {
            ids.extend($of.$name.keys())
        };
    }
    macro_rules! nested {
        ($of:ident, $name:ident) => {
            ids.extend($of.$name.values().flat_map(|records| records.keys()))
        };
    }
    tables!(ledger, flat, nested);
    ids
}

/// Something by which records are filed, as the file writes it.
trait Filed: Ord {
    fn key(&self) -> String;
}

impl Filed for RecordId {
    fn key(&self) -> String {
        self.to_string()
    }
}

impl Filed for SnapshotId {
    fn key(&self) -> String {
        self.to_string()
    }
}

impl Filed for Row {
    fn key(&self) -> String {
        let written: &dyn fmt::Display = if self.title.is_empty() {
            &self.place
        } else {
            &format_args!("{} {}", self.place, self.title)
        };
        written.to_string()
    }
}

struct Found {
    own: SnapshotId,
    breaches: Vec<(Path, Breach)>,
}

impl Found {
    fn nested<K: Filed, V: PartialEq>(
        &mut self,
        at: &Path,
        was: &Table<K, Table<RecordId, V>>,
        now: &Table<K, Table<RecordId, V>>,
    ) {
        for (key, records) in was {
            // What is filed nowhere any more is shown at the table that lacks it.
            let place = if now.contains_key(key) { at.key(key.key()) } else { at.clone() };
            self.flat(&place, Some(records), now.get(key));
        }
        for (key, records) in now.iter().filter(|(key, _)| !was.contains_key(key)) {
            self.flat(&at.key(key.key()), None, Some(records));
        }
    }

    fn flat<V: PartialEq>(
        &mut self,
        at: &Path,
        was: Option<&Table<RecordId, V>>,
        now: Option<&Table<RecordId, V>>,
    ) {
        for (id, value) in was.into_iter().flatten() {
            match now.and_then(|now| now.get(id)) {
                None => self.breaches.push((at.clone(), Breach::Lost(id.clone()))),
                Some(now) if now != value => {
                    self.breaches.push((at.key(id), Breach::Rewritten(id.clone())));
                }
                Some(_) => {}
            }
        }
        let new = now.into_iter().flatten().map(|(id, _)| id);
        for id in new.filter(|id| id.snapshot != self.own) {
            if was.is_none_or(|was| !was.contains_key(id)) {
                self.breaches.push((at.key(id), Breach::Slipped(id.clone())));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::laws::decided;
    use crate::ledger::{Chain, Held, Interval, Reading, Seal};

    fn following(before: &Snapshot, id: &str) -> Snapshot {
        let seal = format!("sha256:{}", "1".repeat(64)).parse().unwrap();
        let kind = Held::Interval(Interval::new(id.parse().unwrap()));
        before.following(seal, kind, &before.plan)
    }

    /// A snapshot on three others, with decisions and a reading, and what follows it.
    fn pair() -> (Snapshot, Snapshot) {
        let mut before = following(&decided(3), "2023-09-20-interval");
        let reading = Reading {
            period: "2023-01..2023-08".parse().unwrap(),
            value: "305".parse().unwrap(),
            written: String::new(),
            entered: "2023-09-20".parse().unwrap(),
            from: None,
            source: String::new(),
            preliminary: false,
            revises: None,
            reason: String::new(),
            done: Vec::new(),
        };
        let row = Row { place: "1.2/1".parse().unwrap(), title: "签约额".into() };
        let readings = before.ledger.readings.entry(row).or_default();
        readings.insert("2023-09-20-interval/1".parse().unwrap(), reading);
        (following(&before, "2023-10-08-interval"), before)
    }

    fn told(change: impl Fn(&mut Snapshot)) -> Vec<String> {
        let (mut own, before) = pair();
        change(&mut own);
        let told = |(at, breach): (Path, Breach)| format!("{at} {breach:?}");
        breaches(&own, &before).into_iter().map(told).collect()
    }

    #[test]
    fn what_only_grows_breaks_with_nothing() {
        assert_eq!(told(|_| ()), [""; 0]);
        let grows = |own: &mut Snapshot| {
            let (_, made) = own.ledger.decisions.first_key_value().unwrap();
            let made = made.clone();
            own.ledger.decisions.insert("2023-10-08-interval/1".parse().unwrap(), made);
        };
        assert_eq!(told(grows), [""; 0]);
    }

    #[test]
    fn a_record_that_is_lost_rewritten_or_smuggled_in_is_found_where_it_stands() {
        let id = || -> RecordId { "2023-09-15/2".parse().unwrap() };
        let lost = told(|own| drop(own.ledger.decisions.remove(&id())));
        assert!(lost[0].starts_with("ledger.decisions Lost"), "{lost:?}");
        let rewritten = told(|own| own.ledger.decisions.get_mut(&id()).unwrap().text.push('改'));
        assert!(
            rewritten[0].starts_with("ledger.decisions.2023-09-15/2 Rewritten"),
            "{rewritten:?}"
        );
        let slipped = told(|own| {
            let made = own.ledger.decisions[&id()].clone();
            own.ledger.decisions.insert("2023-09-15/9".parse().unwrap(), made);
        });
        assert!(slipped[0].starts_with("ledger.decisions.2023-09-15/9 Slipped"), "{slipped:?}");
        let reading = told(|own| {
            let (_, readings) = own.ledger.readings.iter_mut().next().unwrap();
            readings.values_mut().next().unwrap().value = "1".parse().unwrap();
        });
        assert!(
            reading[0].starts_with("ledger.readings.1.2/1 签约额.2023-09-20-interval/1"),
            "{reading:?}"
        );
        let row = told(|own| drop(own.ledger.readings.pop_first()));
        assert!(row[0].starts_with("ledger.readings Lost"), "{row:?}");
        assert_eq!([lost.len(), rewritten.len(), slipped.len(), reading.len()], [1; 4]);
    }

    #[test]
    fn a_chain_that_lacks_adds_or_reorders_is_found() {
        let rechained = |change: fn(&mut Vec<(SnapshotId, Seal)>)| {
            told(move |own| {
                let mut links: Vec<_> =
                    own.meetings.iter().map(|(id, seal)| (id.clone(), seal.clone())).collect();
                change(&mut links);
                own.meetings = Chain::default();
                for (id, seal) in links {
                    own.meetings.add(id, seal);
                }
            })
        };
        let lost = rechained(|links| drop(links.remove(1)));
        assert!(lost.len() == 1 && lost[0].starts_with("meetings Unchained"), "{lost:?}");
        let swapped = rechained(|links| links.swap(1, 2));
        assert!(swapped.len() == 1 && swapped[0].contains("Reordered"), "{swapped:?}");
        let added = rechained(|links| {
            links.insert(1, ("2023-02-01".parse().unwrap(), links[0].1.clone()));
        });
        assert!(
            added.len() == 1 && added[0].starts_with("meetings.2023-02-01 Stranger"),
            "{added:?}"
        );
    }

    #[test]
    fn a_joining_keeps_records_under_either_name() {
        let (mut own, before) = pair();
        let id: RecordId = "2023-09-15/2".parse().unwrap();
        let made = own.ledger.decisions.remove(&id).unwrap();
        assert_eq!(lost_in_joining(&own, &before).len(), 1);
        own.ledger.decisions.insert("2023-09-15-2/2".parse().unwrap(), made);
        assert_eq!(lost_in_joining(&own, &before), []);
    }
}

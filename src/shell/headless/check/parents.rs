//! A snapshot against the ones that it follows: their chain in their order, their records as they
//! were, and the plan as it was adopted or amended since.
//!
//! Of all that was read only those are kept that nobody follows yet: nearly always one.

use std::collections::BTreeMap;

use crate::format::seal;
use crate::ledger::{Adopted, Amendment, Breach, Snapshot, SnapshotId, lineage};
use crate::plan::{Path, Place, first_difference};
use crate::shell::book::head::Sealed;
use crate::shell::book::{Promised, Site, head};
use crate::words::Lang;
use crate::words::check::Fault;

/// A place in a file, and what is wrong there.
pub(super) type Wrong = (Path, String);

/// What was read and may be followed.
pub(super) struct Parents<'a> {
    site: &'a Site,
    lang: Lang,
    waiting: BTreeMap<SnapshotId, Sealed>,
    /// The plan as it was adopted, once the founding snapshot was read.
    adopted: Option<Adopted>,
    /// Digests of the plan that amendments explain.
    explained: Vec<String>,
}

/// What is wrong with a snapshot beside those that it follows.
#[derive(Default)]
pub(super) struct Compared {
    /// In the snapshot itself.
    pub(super) own: Vec<Wrong>,
    /// In one that it follows, and that was changed since.
    pub(super) before: Vec<(SnapshotId, Vec<Wrong>)>,
}

impl<'a> Parents<'a> {
    pub(super) fn new(site: &'a Site, lang: Lang) -> Self {
        let (waiting, explained) = (BTreeMap::new(), Vec::new());
        Self { site, lang, waiting, adopted: None, explained }
    }

    /// Compares a snapshot with those that it follows, and keeps it for those that follow it.
    pub(super) fn take(&mut self, own: Sealed) -> Compared {
        if let Some(adopted) = own.snapshot.adoption() {
            self.adopted = Some(adopted.clone());
        }
        let mut compared = Compared::default();
        for id in &own.snapshot.follows {
            let Some(before) = self.parent(id) else { continue };
            // A file that was put in another's place is told by its seal, and by nothing else.
            if before.broken.is_none() && own.snapshot.meetings.seal(id) != Some(&before.seal) {
                continue;
            }
            if before.broken.is_some() {
                compared.before.push((id.clone(), self.altered(&own.snapshot, &before.snapshot)));
                continue;
            }
            compared.own.extend(self.breaches(&own.snapshot, &before.snapshot));
            compared.own.extend(self.replanned(&own.snapshot, &before.snapshot));
        }
        self.waiting.insert(own.snapshot.id(), own);
        compared
    }

    /// One that was read a moment ago, else from its file: names and chain are not always of one
    /// order.
    fn parent(&mut self, id: &SnapshotId) -> Option<Sealed> {
        self.waiting.remove(id).or_else(|| head::read(self.site, id).ok())
    }

    fn breaches(&self, own: &Snapshot, before: &Snapshot) -> Vec<Wrong> {
        let breaches = match own.follows.len() {
            0 | 1 => lineage::breaches(own, before),
            _ => lineage::lost_in_joining(own, before),
        };
        let by = before.id().to_string();
        let said = |breach| self.said(breach, by.clone());
        breaches.into_iter().map(|(at, breach)| (at, said(breach))).collect()
    }

    fn said(&self, breach: Breach, by: String) -> String {
        let fault = match breach {
            Breach::Unchained(id) => Fault::Unchained { id: id.to_string(), by },
            Breach::Reordered(id) => Fault::Reordered { id: id.to_string(), by },
            Breach::Stranger(id) => Fault::Stranger { id: id.to_string(), by },
            Breach::Lost(id) => Fault::Lost { id: id.to_string(), by },
            Breach::Rewritten(id) => Fault::Rewritten { id: id.to_string(), by },
            Breach::Slipped(id) => {
                Fault::Slipped { meeting: id.snapshot.to_string(), id: id.to_string(), by }
            }
        };
        fault.text(self.lang)
    }

    /// Where a changed file differs from what the one after it still says.
    fn altered(&self, later: &Snapshot, changed: &Snapshot) -> Vec<Wrong> {
        let breaches = lineage::breaches(changed, later).into_iter();
        let by = later.id().to_string();
        let differs = breaches.filter_map(|(at, breach)| match breach {
            Breach::Rewritten(id) => {
                let (id, by) = (id.to_string(), by.clone());
                Some((at, Fault::Altered { id, by }.text(self.lang)))
            }
            _ => None,
        });
        differs.collect()
    }

    /// The plan may change between two snapshots by amendment only.
    fn replanned(&mut self, own: &Snapshot, before: &Snapshot) -> Option<Wrong> {
        if own.plan == before.plan || own.plan_id() != before.plan_id() {
            return None;
        }
        let adopted = self.adopted.as_ref()?;
        if self.explained.contains(&own.plan) {
            return None;
        }
        if amended(adopted, own).any(|adopted| seal::digest(own.plan_id(), &adopted) == own.plan) {
            self.explained.push(own.plan.clone());
            return None;
        }
        let fault = Fault::Replanned { by: before.id().to_string() }.text(self.lang);
        Some((Path::default().field("plan"), fault))
    }

    /// Where the plan says something else than was adopted, or amended since.
    pub(super) fn difference(&self, promised: &Promised, newest: &Snapshot) -> Option<Path> {
        let adopted = self.adopted.as_ref()?;
        let values = promised.plan.targets().map(|target| (target.id, target.value));
        let values: BTreeMap<Place, _> = values.collect();
        let amendments = newest.amended();
        let followed = adopted.with(|target| {
            let reads = values.get(&target).copied().flatten()?;
            let amended = |(of, by): &(Place, &Amendment)| *of == target && by.now == reads;
            amendments.iter().any(amended).then_some(reads)
        });
        first_difference(&promised.plan, (&followed).into())
    }

    /// The newest of the snapshots that nobody follows, by its name.
    pub(super) fn newest(&self, id: &SnapshotId) -> Option<&Snapshot> {
        self.waiting.get(id).map(|sealed| &sealed.snapshot)
    }
}

/// The adopted plan as it reads when people write the first so many amendments into it.
fn amended<'a>(adopted: &'a Adopted, own: &'a Snapshot) -> impl Iterator<Item = Adopted> + 'a {
    let all = own.amended();
    (0..=all.len()).map(move |count| {
        let first = all.get(..count).unwrap_or_default();
        adopted
            .with(|target| first.iter().rev().find(|(of, _)| *of == target).map(|(_, by)| by.now))
    })
}

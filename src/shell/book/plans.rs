//! The plan as it read when a snapshot was sealed, where today's reads otherwise.
//!
//! A snapshot bears the digest of its plan. The founding one holds the adopted plan itself; any other
//! is looked for in git, in the commit that brought the snapshot, and counts only under that digest.

use super::head;
use super::site::{Site, file_name};
use crate::format::ron::{self, Limits};
use crate::format::seal;
use crate::ledger::{Adopted, Snapshot, SnapshotId};
use crate::plan::{self, Plan};
use crate::shell::git::Repo;
use crate::shell::git::history::Signatures;

/// What is known of the plan of an earlier time.
#[derive(Clone, Debug)]
pub enum Earlier {
    /// What was adopted read as it does now.
    Same,
    /// It read so.
    Other(Box<Plan>),
    /// It read otherwise, and no file says how.
    Lost,
}

/// The plan at the time of a snapshot, beside today's and its digest.
pub fn at(site: &Site, snapshot: &Snapshot, (now, digest): (&Plan, &str)) -> Earlier {
    if snapshot.plan == digest {
        return Earlier::Same;
    }
    let found = adopted(site, snapshot, now).or_else(|| committed(site.repo()?, site, snapshot));
    found.map_or(Earlier::Lost, |plan| Earlier::Other(Box::new(plan)))
}

/// The plan as it was adopted, with everything that people edit all year as it is now.
fn adopted(site: &Site, snapshot: &Snapshot, now: &Plan) -> Option<Plan> {
    let founding = SnapshotId::adopted();
    let read = (snapshot.id() != founding).then(|| head::read(site, &founding).ok()).flatten();
    let founding = read.as_ref().map_or(snapshot, |read| &read.snapshot);
    let Adopted { guidance, headline, sections, .. } = founding.adoption()?.clone();
    (founding.plan == snapshot.plan).then(|| Plan { guidance, headline, sections, ..now.clone() })
}

/// The plan of the commit that brought the snapshot.
fn committed(repo: &Repo, site: &Site, snapshot: &Snapshot) -> Option<Plan> {
    let past = repo.past(&site.snapshots(), Signatures::Left).ok()?;
    let brought = past.brought.get(&file_name(&snapshot.id()))?;
    let files = repo.files_at(&brought.commit, &[site.plan()]).ok()?;
    let bytes = files.into_iter().next().flatten()?;
    let plan: Plan = ron::read(&bytes, Limits::of(plan::FORMAT)).ok()?;
    (seal::plan_digest(&plan) == snapshot.plan).then_some(plan)
}

//! The folder of snapshots against what git has: what HEAD has otherwise, and which commits changed or
//! removed what was sealed.
//!
//! A chain cannot miss its last link, nor tell its newest file from one that was sealed anew. Git can.

use crate::words::Joint;
use std::collections::{BTreeMap, BTreeSet};

use super::finding::Findings;
use crate::ledger::SnapshotId;
use crate::shell::book::Site;
use crate::shell::book::site::file_name;
use crate::shell::book::unopened::named;
use crate::shell::both::both;
use crate::shell::git::history::{Differs, Past, Signatures};
use crate::words::check::{Fault, Remark};

/// How much of a commit's name is shown.
const SHORT: usize = 10;

/// Looks at what git knows. `faulty` are the snapshots of which a fault is told already: one fault is
/// told once. `filed` are those that joinings gave other names: their commits had to move them.
pub(super) fn look(
    site: &Site,
    (faulty, filed): (&BTreeSet<SnapshotId>, &BTreeSet<SnapshotId>),
    found: &mut Findings,
) {
    let Some(repo) = site.repo() else { return };
    let folder = site.snapshots();
    let past = || repo.past(&folder, Signatures::Left);
    // Where git cannot be asked, everything that needs it says so itself.
    let (Ok(past), Ok(differences)) = both(past, || repo.differences(&folder)) else { return };
    for (file, differs) in differences {
        let Some(id) = snapshot(&file).filter(|id| !faulty.contains(id)) else { continue };
        let path = named(&site.snapshot(&id));
        let fault = match differs {
            Differs::New => continue,
            Differs::Changed => Fault::NotAsCommitted { file: path.clone() },
            Differs::Gone => Fault::Gone { file: path.clone() },
        };
        found.whole(&path, fault.text(found.eyes.lang));
    }
    touched(past, filed, found);
}

fn touched(past: Past, filed: &BTreeSet<SnapshotId>, found: &mut Findings) {
    let joined =
        past.brought.iter().filter(|(file, _)| snapshot(file).is_some_and(|id| id.is_join()));
    let joined: BTreeSet<String> = joined.map(|(_, brought)| brought.commit.clone()).collect();
    let mut commits: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, by) in past.touched {
        let Some(id) = snapshot(&file) else { continue };
        let moved = |commit: &String| filed.contains(&id) && joined.contains(commit);
        for commit in by.into_iter().filter(|commit| !moved(commit)) {
            commits.entry(commit).or_default().push(id.to_string());
        }
    }
    for (commit, ids) in commits {
        let (commit, ids) =
            (commit.chars().take(SHORT).collect(), ids.join(Joint::List.text(found.eyes.lang)));
        found.remark(Remark::Touched { commit, ids }.text(found.eyes.lang));
    }
}

fn snapshot(file: &str) -> Option<SnapshotId> {
    let id: SnapshotId = file.strip_suffix(".ron")?.parse().ok()?;
    (file_name(&id) == file).then_some(id)
}

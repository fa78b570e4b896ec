//! Copies that a given-up git merge left behind.
//!
//! An unfinished merge puts both versions of a snapshot into files of their own; `git merge --abort`
//! takes back what git knows of, and the copy under the second name stays. It belongs to no line of
//! this repository, so nothing may stand on it. Nothing here removes it: its bytes may be all there is.

use super::head::Heads;
use super::site::Site;
use crate::ledger::SnapshotId;

/// Whether a file under another name than it says was left by a merge that was given up: nothing is
/// being merged, and git never got it.
pub fn is_left(site: &Site, id: &SnapshotId) -> bool {
    let Some(repo) = site.repo().filter(|repo| !repo.is_merging()) else { return false };
    matches!(repo.head_blob(&site.snapshot(id)), Ok(None))
}

/// The lines without ends that were left so, and those ends.
pub fn without(site: &Site, heads: Heads) -> (Heads, Vec<SnapshotId>) {
    let Heads::Several(mut files, ends) = heads else { return (heads, Vec::new()) };
    let other_name = |id: &SnapshotId| files.get(id).is_some_and(|file| file.says.is_some());
    let (left, mut ends): (Vec<_>, Vec<_>) =
        ends.into_iter().partition(|id| other_name(id) && is_left(site, id));
    if left.is_empty() || ends.is_empty() {
        ends.extend(left);
        return (Heads::Several(files, ends), Vec::new());
    }
    files.retain(|id, _| !left.contains(id));
    match ends.as_slice() {
        [one] => match files.remove(one) {
            Some(file) => (Heads::One(Box::new(file)), left),
            None => (Heads::None, left),
        },
        _ => (Heads::Several(files, ends), left),
    }
}

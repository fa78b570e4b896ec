//! The newest snapshot, found by reading as few files as the names allow.
//!
//! Begin with the greatest name; read each file that its chain lacks; the head is the one that names
//! all the others. Where no file does, there are two lines of meetings, to be joined ([`super::lines`]).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::site::Site;
use super::unopened::{Unopened, read_bytes};
use crate::format::{ron, seal};
use crate::ledger::{Chain, Names, Seal, Snapshot, SnapshotId, snapshot};
use crate::words::{Unsealed, book::Unopened as Why};

/// A snapshot as it lies on the disk.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// What it says, under the name by which it is filed.
    pub snapshot: Snapshot,
    /// What it says that it is, when that is another name: both lines of a joining had one of it.
    pub says: Option<SnapshotId>,
    /// Its seal: the one it bears, or what its seal would have to be.
    pub seal: Seal,
    /// Why the seal does not hold.
    pub broken: Option<Unsealed>,
}

/// Where the lines of meetings end.
#[derive(Clone, Debug)]
pub enum Heads {
    /// There is no snapshot yet.
    None,
    /// One line.
    One(Box<Sealed>),
    /// Several: all that had to be read, and the names of the ends.
    Several(BTreeMap<SnapshotId, Sealed>, Vec<SnapshotId>),
}

/// Finds the newest among snapshots.
///
/// # Errors
/// A file that had to be read and could not be.
pub fn find(site: &Site, ids: &BTreeSet<SnapshotId>) -> Result<Heads, Unopened> {
    let Some(greatest) = ids.last() else { return Ok(Heads::None) };
    let first = read(site, greatest)?;
    let lacks = |chain: &Chain, own: &SnapshotId| -> Vec<SnapshotId> {
        without(ids.iter(), chain.names()).filter(|id| *id != own).cloned().collect()
    };
    let rest = lacks(&first.snapshot.meetings, greatest);
    if rest.is_empty() {
        return Ok(Heads::One(Box::new(first)));
    }
    let mut files = BTreeMap::from([(greatest.clone(), first)]);
    for id in rest {
        let file = read(site, &id)?;
        files.insert(id, file);
    }
    let whole = files.iter().find(|(id, file)| lacks(&file.snapshot.meetings, id).is_empty());
    if let Some(id) = whole.map(|(id, _)| id.clone()) {
        return Ok(files.remove(&id).map_or(Heads::None, |file| Heads::One(Box::new(file))));
    }
    let mut ends = ends(&files);
    let Some(last) = ends.pop() else { return Ok(Heads::None) };
    if ends.is_empty() {
        return Ok(files.remove(&last).map_or(Heads::None, |file| Heads::One(Box::new(file))));
    }
    ends.push(last);
    Ok(Heads::Several(files, ends))
}

/// Those of some names that are not among others. Both come in order, so each is walked through once.
pub fn without<'a>(
    some: impl Iterator<Item = &'a SnapshotId>,
    others: impl Iterator<Item = &'a SnapshotId>,
) -> impl Iterator<Item = &'a SnapshotId> {
    let mut others = others.peekable();
    some.filter(move |id| {
        while others.next_if(|other| other < id).is_some() {}
        others.peek() != Some(id)
    })
}

/// The snapshots that no other stands on. Names do not tell it: where both lines have a meeting of one
/// name, each stands on its own, and only the seals say on which. A seal that no file has is a file
/// that was changed, and its name counts. Of two files under one seal one is a copy.
fn ends(files: &BTreeMap<SnapshotId, Sealed>) -> Vec<SnapshotId> {
    let seals: BTreeSet<&Seal> = files.values().map(|file| &file.seal).collect();
    let (mut sealed, mut named) = (BTreeSet::new(), BTreeSet::new());
    for (id, seal) in files.values().flat_map(|file| file.snapshot.meetings.iter()) {
        if seals.contains(seal) {
            sealed.insert(seal);
        } else {
            named.insert(id);
        }
    }
    let mut seen = BTreeSet::new();
    let ends = files.iter().filter(|(id, file)| {
        !sealed.contains(&file.seal) && !named.contains(id) && seen.insert(&file.seal)
    });
    ends.map(|(id, _)| id.clone()).collect()
}

/// Reads one snapshot and tries its seal.
///
/// # Errors
/// When it cannot be read, or says that it is another.
pub fn read(site: &Site, id: &SnapshotId) -> Result<Sealed, Unopened> {
    let path = site.snapshot(id);
    let limits = ron::Limits::of(snapshot::FORMAT);
    let bytes = read_bytes(&path, limits)?;
    understood(&path, id, bytes)
}

/// The same of bytes that were read, for the file at a path.
///
/// # Errors
/// When they cannot be read, or say that they are another snapshot.
pub fn understood(path: &Path, id: &SnapshotId, bytes: Vec<u8>) -> Result<Sealed, Unopened> {
    let read: Result<Snapshot, _> = ron::read(&bytes, ron::Limits::of(snapshot::FORMAT));
    let snapshot = match read {
        Ok(snapshot) => snapshot,
        Err(why) => {
            let (path, why) = (path.to_owned(), Box::new(why));
            return Err(Unopened::Unreadable { path, bytes, why });
        }
    };
    let own = snapshot.id();
    if own != *id && !id.is_copy_of(&own) {
        let path = crate::shell::trouble::show(path);
        return Err(Unopened::Why(Why::OtherName { path, id: own.to_string() }));
    }
    let says = (own != *id).then_some(own);
    let names: Names = says.iter().map(|own| (own.clone(), id.clone())).collect();
    let snapshot = snapshot.renamed(&names);
    match seal::verify(&bytes) {
        Ok(seal) => Ok(Sealed { snapshot, says, seal, broken: None }),
        Err(broken) => {
            let again = seal::sealed(String::from_utf8_lossy(&bytes).into_owned());
            let seal =
                seal::verify(again.as_bytes()).map_err(|why| Unopened::unsealed(path, &why))?;
            Ok(Sealed { snapshot, says, seal, broken: Some(broken) })
        }
    }
}

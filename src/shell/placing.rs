//! Two snapshots of one name in an unfinished git merge: each gets a file of its own.
//!
//! git keeps both in its index and leaves ours in the working tree. Which gets the name, and which the
//! next free one, is the joining's to say ([`filed`]), from either side the same; nothing is replaced
//! before its bytes lie under another name, synced. What is in the way is named, and nothing is touched then.
//! Doing it again after any interruption comes to the same end.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::format::{ron, seal};
use crate::ledger::merge::filed;
use crate::ledger::{Chain, Seal, Snapshot, SnapshotId, snapshot};
use crate::shell::book::Site;
use crate::shell::book::site::file_name;
use crate::shell::book::unopened::{Unopened, named};
use crate::shell::disk::{Disk, Errno, READ_CAP, Real};
use crate::shell::git::{DisputedFile, Repo};
use crate::shell::publish::{Final, publish};
use crate::shell::trouble::{NotPublished, refused, show};
use crate::words::joining::{JoinSays, JoinSign};
use crate::words::{Lang, NotCommitted, Step};

/// Why the versions could not be put in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotPlaced {
    /// git could not be asked.
    Git(NotCommitted),
    /// Something that a person has to do first.
    First(JoinSays),
}

impl NotPlaced {
    /// In a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Git(why) => why.text(lang),
            Self::First(why) => why.text(lang),
        }
    }
}

impl From<NotCommitted> for NotPlaced {
    fn from(why: NotCommitted) -> Self {
        Self::Git(why)
    }
}

/// Where each version of disputed snapshots belongs, the greatest name first: nothing has to move to
/// a lesser name than it has.
struct Placing {
    files: Vec<(SnapshotId, Vec<u8>)>,
}

/// What one side of a merge has under some names.
type Side = BTreeMap<SnapshotId, (Seal, Vec<u8>)>;

/// Whether snapshots are all that an unfinished merge is in conflict about.
///
/// # Errors
/// What a person has to settle first.
pub fn only_snapshots(site: &Site) -> Result<(), NotPlaced> {
    let Some(repo) = site.repo().filter(|repo| repo.is_merging()) else { return Ok(()) };
    others(site, repo, &repo.disputed()?)
}

/// Puts the versions in place. Without an unfinished merge there is nothing to do.
///
/// # Errors
/// What stands in the way; nothing was touched then.
pub fn place(site: &Site, lang: Lang) -> Result<(), NotPlaced> {
    let Some(repo) = site.repo().filter(|repo| repo.is_merging()) else { return Ok(()) };
    let disputed = repo.disputed()?;
    others(site, repo, &disputed)?;
    let placing = placing(site, repo, &disputed, lang)?;
    untouched(site, &placing)?;
    put(site, &placing, lang)
}

/// Whether a merge waits for its versions to be put in place.
pub fn waits(site: &Site) -> Option<String> {
    let repo = site.repo().filter(|repo| repo.is_merging())?;
    let disputed = repo.disputed().ok()?;
    if disputed.is_empty() {
        return None;
    }
    let placing = placing(site, repo, &disputed, Lang::default());
    let there = |(id, bytes): &(SnapshotId, Vec<u8>)| {
        fs::read(site.snapshot(id)).is_ok_and(|there| there == *bytes)
    };
    if placing.is_ok_and(|placing| placing.files.iter().all(there)) {
        return None;
    }
    let names: Vec<&str> = disputed.iter().map(|file| file.path.as_str()).collect();
    Some(names.join("、"))
}

/// The snapshots that an unfinished merge is in conflict about.
pub fn contested(site: &Site) -> BTreeSet<SnapshotId> {
    let Some(repo) = site.repo().filter(|repo| repo.is_merging()) else { return BTreeSet::new() };
    let disputed = repo.disputed().unwrap_or_default();
    disputed.iter().filter_map(|file| id_of(site, repo, file)).collect()
}

/// Conflicts that are no snapshots are for people to settle.
fn others(site: &Site, repo: &Repo, disputed: &[DisputedFile]) -> Result<(), NotPlaced> {
    let others: Vec<&DisputedFile> =
        disputed.iter().filter(|file| id_of(site, repo, file).is_none()).collect();
    let Some(first) = others.first() else { return Ok(()) };
    let path = repo.root().join(&first.path);
    if path == site.plan() {
        let bytes = fs::read(&path).unwrap_or_default();
        let at = marked(&bytes).map_or_else(|| named(&path), |line| at_line(&path, line));
        return Err(NotPlaced::First(JoinSays::PlanMarked { at }));
    }
    let files: Vec<&str> = others.iter().map(|file| file.path.as_str()).collect();
    Err(NotPlaced::First(JoinSays::OtherFiles { files: files.join("、") }))
}

/// The snapshot that a file is of, by its name.
fn id_of(site: &Site, repo: &Repo, file: &DisputedFile) -> Option<SnapshotId> {
    let path = repo.root().join(&file.path);
    let within = path.parent() == Some(&site.snapshots());
    let stem = path.file_name()?.to_str()?.strip_suffix(".ron")?.parse().ok()?;
    within.then_some(stem)
}

/// Where the versions belong: as the joining will name them. A name and its copies are one family,
/// and a version that one side filed elsewhere before has to be known for that.
fn placing(
    site: &Site,
    repo: &Repo,
    disputed: &[DisputedFile],
    lang: Lang,
) -> Result<Placing, NotPlaced> {
    let mut ids = Vec::new();
    for file in disputed {
        let other = || NotPlaced::First(JoinSays::OtherFiles { files: file.path.clone() });
        ids.push(id_of(site, repo, file).ok_or_else(other)?);
        if file.ours.is_none() || file.theirs.is_none() {
            return Err(NotPlaced::First(JoinSays::OneSided { file: file.path.clone() }));
        }
    }
    let read = |commit, sign: JoinSign| side(site, repo, (commit, sign.text(lang)), &ids, lang);
    let (ours, theirs) = (read("HEAD", JoinSign::Ours)?, read("MERGE_HEAD", JoinSign::Theirs)?);
    let chain = |side: &Side| {
        let mut chain = Chain::default();
        for (id, (seal, _)) in side {
            chain.add(id.clone(), seal.clone());
        }
        chain
    };
    let names = filed(&chain(&ours), &chain(&theirs));
    let mut files = BTreeMap::new();
    for (seal, bytes) in ours.into_values().chain(theirs.into_values()) {
        if let Some(id) = names.get(&seal) {
            files.insert(id.clone(), bytes);
        }
    }
    Ok(Placing { files: files.into_iter().rev().collect() })
}

/// The files of a side that bear one of the names, or are a copy of one or another copy of the same.
fn side(
    site: &Site,
    repo: &Repo,
    (commit, called): (&str, &str),
    ids: &[SnapshotId],
    lang: Lang,
) -> Result<Side, NotPlaced> {
    let names = repo.names_at(commit, &site.snapshots())?.unwrap_or_default();
    let family = |id: &SnapshotId| {
        ids.iter().any(|own| own == id || own.is_copy_of(id) || id.is_copy_of(own))
    };
    let all = names.iter().filter_map(|name| name.strip_suffix(".ron")?.parse().ok());
    let all: Vec<SnapshotId> = all.filter(family).collect();
    let paths: Vec<PathBuf> = all.iter().map(|id| site.snapshot(id)).collect();
    let mut side = Side::new();
    for (id, bytes) in all.into_iter().zip(repo.files_at(commit, &paths)?) {
        let bytes = bytes.unwrap_or_default();
        let seal = proved(&bytes, &id, site, lang).map_err(|why| {
            let (file, side) = (named(&site.snapshot(&id)), called.to_owned());
            NotPlaced::First(JoinSays::SideUnread { file, side, why })
        })?;
        side.insert(id, (seal, bytes));
    }
    Ok(side)
}

/// The seal of bytes that are a whole snapshot of a name.
fn proved(bytes: &[u8], id: &SnapshotId, site: &Site, lang: Lang) -> Result<Seal, String> {
    let read: Result<Snapshot, _> = ron::read(bytes, ron::Limits::of(snapshot::FORMAT));
    let snapshot = read.map_err(|why| {
        let path = site.snapshot(id);
        Unopened::Unreadable { path, bytes: bytes.to_owned(), why: Box::new(why) }.sentence(lang)
    })?;
    let own = snapshot.id();
    if own != *id && !id.is_copy_of(&own) {
        return Err(own.to_string());
    }
    seal::verify(bytes).map_err(|why| why.text(lang))
}

/// The working tree has one of the versions under each name, or nothing.
fn untouched(site: &Site, placing: &Placing) -> Result<(), NotPlaced> {
    for (id, _) in &placing.files {
        let path = site.snapshot(id);
        let Ok(bytes) = fs::read(&path) else { continue };
        if placing.files.iter().any(|(_, known)| *known == bytes) {
            continue;
        }
        let file = named(&path);
        return Err(NotPlaced::First(match marked(&bytes) {
            Some(line) => JoinSays::Marked { at: at_line(&path, line), file },
            None => JoinSays::Edited { file },
        }));
    }
    Ok(())
}

fn put(site: &Site, placing: &Placing, lang: Lang) -> Result<(), NotPlaced> {
    let folder = site.snapshots();
    let names: Vec<String> = placing.files.iter().map(|(id, _)| file_name(id)).collect();
    let bytes = placing.files.iter().map(|(_, bytes)| bytes.as_slice());
    let files: Vec<(&str, &[u8])> = names.iter().map(String::as_str).zip(bytes).collect();
    put_on(&Real, &folder, &files).map_err(|why| not_placed(&folder, why.sentence(lang)))
}

/// Gives files their names, from the greatest to the least. What has to give way under a name lies
/// under a greater one then, synced. Doing it again after any interruption comes to the same end.
///
/// # Errors
/// When a name is another file's, or the disk refuses.
pub(super) fn put_on<D: Disk>(
    disk: &D,
    folder: &Path,
    files: &[(&str, &[u8])],
) -> Result<(), NotPublished> {
    for (nth, (name, bytes)) in files.iter().enumerate() {
        give_way(disk, folder, name, &files[..nth])?;
        let whole = Final { folder, name, bytes };
        publish(disk, &whole, |there| there == *bytes)?;
    }
    Ok(())
}

/// Takes a name from bytes that were given another one already.
fn give_way<D: Disk>(
    disk: &D,
    folder: &Path,
    name: &str,
    given: &[(&str, &[u8])],
) -> Result<(), NotPublished> {
    let path = folder.join(name);
    let dir = disk.open_dir(folder).map_err(refused(Step::Open, folder))?;
    let file = match disk.open(&dir, name) {
        Err(Errno::NOENT) => return Ok(()),
        answer => answer.map_err(refused(Step::Open, &path))?,
    };
    let bytes = disk.read(&file, READ_CAP).map_err(refused(Step::Read, &path))?;
    if given.iter().any(|(_, other)| *other == bytes) {
        disk.unlink(&dir, name).map_err(refused(Step::Remove, &path))?;
    }
    Ok(())
}

fn not_placed(path: &Path, why: String) -> NotPlaced {
    NotPlaced::First(JoinSays::NotPlaced { file: show(path), why })
}

/// The line of the first conflict marker that git writes.
pub fn marked(bytes: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().position(|line| line.starts_with("<<<<<<< ")).map(|line| line + 1)
}

fn at_line(path: &Path, line: usize) -> String {
    format!("{}:{line}", named(path))
}

/// The files that a joining brings along: both versions of what git could not merge, and what the
/// joining filed under another name.
pub fn beside(site: &Site, joining: &Snapshot) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    let named = joining.joining().into_iter().flat_map(|joining| joining.renamed.iter());
    for id in named.flat_map(|(to, from)| [to, from]) {
        files.push(site.snapshot(id));
    }
    if let Some(repo) = site.repo().filter(|repo| repo.is_merging()) {
        let disputed = repo.disputed().unwrap_or_default();
        files.extend(
            disputed
                .iter()
                .filter(|file| id_of(site, repo, file).is_some())
                .map(|file| repo.root().join(&file.path)),
        );
    }
    files.sort();
    files.dedup();
    files.retain(|file| file.exists());
    files
}

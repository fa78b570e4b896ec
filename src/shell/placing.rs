//! Two snapshots of one name in an unfinished git merge: each gets a file of its own.
//!
//! git keeps both in its index and leaves ours in the working tree. The one with the lesser seal gets
//! the name, the other the next free one, from either side the same; nothing is replaced before its
//! bytes lie under another name, synced. What is in the way is named, and nothing is touched then.
//! Doing it again after any interruption comes to the same end.

use std::fs;
use std::path::{Path, PathBuf};

use crate::format::{ron, seal};
use crate::ledger::{Seal, Snapshot, SnapshotId, snapshot};
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

/// Both versions of a snapshot.
struct Versions {
    id: SnapshotId,
    lesser: Vec<u8>,
    greater: Vec<u8>,
}

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
    let mut all = Vec::new();
    for file in &disputed {
        let versions = versions(site, repo, file, lang)?;
        untouched(site, &versions)?;
        all.push(versions);
    }
    all.iter().try_for_each(|versions| put(site, versions, lang))
}

/// Whether a merge waits for its versions to be put in place.
pub fn waits(site: &Site) -> Option<String> {
    let repo = site.repo().filter(|repo| repo.is_merging())?;
    let disputed = repo.disputed().ok()?;
    let waiting = disputed.iter().filter(|file| {
        let both = versions(site, repo, file, Lang::default());
        !both.is_ok_and(|both| is_placed(site, &both))
    });
    let names: Vec<&str> = waiting.map(|file| file.path.as_str()).collect();
    (!names.is_empty()).then(|| names.join("、"))
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

fn versions(
    site: &Site,
    repo: &Repo,
    file: &DisputedFile,
    lang: Lang,
) -> Result<Versions, NotPlaced> {
    let other = || NotPlaced::First(JoinSays::OtherFiles { files: file.path.clone() });
    let id = id_of(site, repo, file).ok_or_else(other)?;
    let (Some(ours), Some(theirs)) = (&file.ours, &file.theirs) else {
        return Err(NotPlaced::First(JoinSays::OneSided { file: file.path.clone() }));
    };
    let (ours, theirs) = (repo.object(ours)?, repo.object(theirs)?);
    let read = |bytes: &[u8], side: JoinSign| {
        proved(bytes, &id, site, lang).map_err(|why| {
            let (file, side) = (file.path.clone(), side.text(lang).to_owned());
            NotPlaced::First(JoinSays::SideUnread { file, side, why })
        })
    };
    let (one, other) = (read(&ours, JoinSign::Ours)?, read(&theirs, JoinSign::Theirs)?);
    let (lesser, greater) = if one <= other { (ours, theirs) } else { (theirs, ours) };
    Ok(Versions { id, lesser, greater })
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

/// The working tree has one of the versions, or nothing.
fn untouched(site: &Site, versions: &Versions) -> Result<(), NotPlaced> {
    let path = site.snapshot(&versions.id);
    let Ok(bytes) = fs::read(&path) else { return Ok(()) };
    if bytes == versions.lesser || bytes == versions.greater {
        return Ok(());
    }
    let file = named(&path);
    Err(NotPlaced::First(match marked(&bytes) {
        Some(line) => JoinSays::Marked { at: at_line(&path, line), file },
        None => JoinSays::Edited { file },
    }))
}

/// Whether both versions lie in files of their own.
fn is_placed(site: &Site, versions: &Versions) -> bool {
    let other = other_name(site, versions);
    let holds = |id: &SnapshotId, bytes: &[u8]| {
        fs::read(site.snapshot(id)).is_ok_and(|there| there == bytes)
    };
    holds(&versions.id, &versions.lesser) && holds(&other, &versions.greater)
}

/// The name under which the greater seal is filed: the first that nobody has, or that has it already.
fn other_name(site: &Site, versions: &Versions) -> SnapshotId {
    versions.id.next().free(|id| match fs::read(site.snapshot(id)) {
        Ok(bytes) => bytes != versions.greater,
        Err(_) => site.snapshot(id).symlink_metadata().is_ok(),
    })
}

fn put(site: &Site, versions: &Versions, lang: Lang) -> Result<(), NotPlaced> {
    let (name, other) = (file_name(&versions.id), file_name(&other_name(site, versions)));
    let pair = Pair {
        folder: &site.snapshots(),
        lesser: (&name, &versions.lesser),
        greater: (&other, &versions.greater),
    };
    put_on(&Real, &pair).map_err(|why| not_placed(&site.snapshot(&versions.id), why.sentence(lang)))
}

/// Two files with their names and bytes: what has the lesser seal gets the name that both say.
pub(super) struct Pair<'a> {
    /// The folder of both.
    pub(super) folder: &'a Path,
    /// What keeps the name.
    pub(super) lesser: (&'a str, &'a [u8]),
    /// What gets another one.
    pub(super) greater: (&'a str, &'a [u8]),
}

/// Gives both their names. What is taken away under the first name lies under the other one then,
/// synced. Doing it again after any interruption comes to the same end.
///
/// # Errors
/// When a name is another file's, or the disk refuses.
pub(super) fn put_on<D: Disk>(disk: &D, pair: &Pair<'_>) -> Result<(), NotPublished> {
    let give = |(name, bytes): (&str, &[u8])| {
        let whole = Final { folder: pair.folder, name, bytes };
        publish(disk, &whole, |there| there == bytes).map(drop)
    };
    give(pair.greater)?;
    let (name, path) = (pair.lesser.0, pair.folder.join(pair.lesser.0));
    let dir = disk.open_dir(pair.folder).map_err(refused(Step::Open, pair.folder))?;
    match disk.open(&dir, name) {
        Err(Errno::NOENT) => {}
        answer => {
            let file = answer.map_err(refused(Step::Open, &path))?;
            let bytes = disk.read(&file, READ_CAP).map_err(refused(Step::Read, &path))?;
            if bytes == pair.greater.1 {
                disk.unlink(&dir, name).map_err(refused(Step::Remove, &path))?;
            }
        }
    }
    give(pair.lesser)
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

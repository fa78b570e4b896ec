//! Reviewers' marks on the disk: each reviewer's own file, to which only lines are added.
//!
//! `marks/<what is open>/<key>.log`, readable and writable by the group of the book and nobody else. A
//! line names the reviewer; a line that cannot be read is passed over, for a mark is no record. What is
//! written and not sent lies in a file that only its owner reads. Who sits here holds their own file:
//! the kernel lets it go with the process, so nobody is counted who is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{
    DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _,
};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rustix::fs::OFlags;
use serde::{Deserialize, Serialize};

use super::book::Site;
use super::lock;
use super::reviewer::Reviewer;
use crate::app::guest::Visit;
use crate::format::ron;
use crate::ledger::{About, Jot, Jotting, Mark, Reader, SnapshotId, mark};

/// Rights of the folders: the group makes files in them, and the files are the group's.
const FOLDER_MODE: u32 = 0o2770;

/// Rights of a reviewer's file.
const FILE_MODE: u32 = 0o660;

/// The most that is read of one reviewer.
const MOST: u64 = 1 << 20;

/// The most reviewers.
const MANY: usize = 500;

/// A line that says whose file it is: the first, and another one after each change of the name.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    by: String,
}

/// What was read of each file, and how long it was then.
#[derive(Debug, Default)]
pub struct Marks {
    folder: PathBuf,
    files: BTreeMap<String, Own>,
}

#[derive(Debug, Default)]
struct Own {
    length: u64,
    by: String,
    jots: Vec<Jotting>,
    /// Whether somebody holds it.
    here: bool,
}

/// A reviewer's place: while it is held, others see that somebody sits there.
#[derive(Debug)]
pub struct Place(#[expect(dead_code, reason = "closing it is what gives the place back")] File);

/// Makes the folder in which reviewers make theirs. Where that fails nobody can leave a mark, and the
/// meeting goes on.
pub fn make(site: &Site) {
    let _ = make_folder(&site.marks());
}

impl Marks {
    /// Reads what was added to the marks on something, and who sits there. Whether anything changed.
    pub fn refresh(&mut self, site: &Site, open: &SnapshotId) -> bool {
        let folder = site.marks_on(open);
        let elsewhere = self.folder != folder;
        if elsewhere {
            *self = Self { folder, files: BTreeMap::new() };
        }
        let mut changed = elsewhere;
        let held = lock::held();
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries.take(MANY) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_log = entry.path().extension().is_some_and(|end| end == "log");
            let Some(known) = entry.metadata().ok().filter(|known| is_log && known.is_file())
            else {
                continue;
            };
            let here = held.contains(&known.ino());
            match self.files.get_mut(&name) {
                Some(own) if own.length == known.len() => {
                    changed |= std::mem::replace(&mut own.here, here) != here;
                }
                _ => {
                    if let Ok(own) = read(&entry.path(), known.len()) {
                        self.files.insert(name, Own { here, ..own });
                        changed = true;
                    }
                }
            }
        }
        changed
    }

    /// The marks of all reviewers, in the order in which they were left.
    pub fn marks(&self) -> Vec<Mark> {
        let mut all: Vec<(DateTime<FixedOffset>, &str, &Jot)> = Vec::new();
        for own in self.files.values() {
            let mut latest = None;
            all.extend(own.jots.iter().map(|jot| {
                // A clock that was put back does not turn the lines of a file round.
                let at = latest.map_or(jot.at, |before| jot.at.max(before));
                latest = Some(at);
                (at, own.by.as_str(), &jot.what)
            }));
        }
        all.sort_by_key(|(at, ..)| *at);
        mark::marks(all.into_iter().map(|(_, by, jot)| (by, jot.clone())))
    }

    /// Who has a file, each name once.
    pub fn readers(&self) -> Vec<Reader> {
        let mut readers: BTreeMap<&str, bool> = BTreeMap::new();
        for own in self.files.values() {
            *readers.entry(&own.by).or_default() |= own.here;
        }
        readers.into_iter().map(|(name, here)| Reader { name: name.to_owned(), here }).collect()
    }
}

/// Takes a place: others see who sits there until it is dropped.
///
/// # Errors
/// Why there is none: marks cannot be left either then.
pub fn sit(
    site: &Site,
    open: &SnapshotId,
    who: &Reviewer,
    at: DateTime<FixedOffset>,
) -> io::Result<Place> {
    make(site);
    make_folder(&site.marks_on(open))?;
    let file = open_own(&path(site, open, who), OpenOptions::new().append(true).create(true))?;
    // Two seats with one key hold it together; only somebody of the group who means harm holds it
    // alone, and is not waited for.
    let _ = file.try_lock_shared();
    // Written while it is held: whoever hears of it sees both.
    write(site, open, who, &Jotting { at, what: Jot::Came })?;
    Ok(Place(file))
}

/// Adds a line to a reviewer's own file, and makes sure of it.
///
/// # Errors
/// Why it is not there.
pub fn write(site: &Site, open: &SnapshotId, who: &Reviewer, jotting: &Jotting) -> io::Result<()> {
    // A meeting that was opened by a command has no desk that made it.
    make(site);
    make_folder(&site.marks_on(open))?;
    let path = path(site, open, who);
    let mut file = open_own(&path, OpenOptions::new().append(true).create(true))?;
    let line = |line: Result<String, ron::Unwritable>| line.map_err(io::Error::other);
    let length = file.metadata()?.len();
    if length == 0 {
        file.set_permissions(fs::Permissions::from_mode(FILE_MODE))?;
    }
    let named = length > 0 && read(&path, length).is_ok_and(|own| own.by == who.name);
    let mut text = String::new();
    if !named {
        text = line(ron::line(&Heading { by: who.name.clone() }))? + "\n";
    }
    text += &(line(ron::line(jotting))? + "\n");
    file.write_all(text.as_bytes())?;
    file.sync_data()
}

/// When a reviewer was last here, on what was open then, and what they saw of it.
pub fn last_visit(site: &Site, who: &Reviewer) -> Option<Visit> {
    let folders = fs::read_dir(site.marks()).into_iter().flatten().flatten();
    let folders = folders.filter_map(|folder| {
        let on: SnapshotId = folder.file_name().to_str()?.parse().ok()?;
        Some((folder.path(), on))
    });
    let visits = folders.flat_map(|(folder, on)| {
        let files: BTreeSet<String> = who.files().into();
        files.into_iter().filter_map(move |file| visit(&folder.join(format!("{file}.log")), &on))
    });
    let visits: Vec<Visit> = visits.collect();
    let came = visits.iter().map(|visit| visit.came).sum();
    visits.into_iter().max_by_key(|visit| visit.at).map(|last| Visit { came, ..last })
}

fn visit(path: &Path, on: &SnapshotId) -> Option<Visit> {
    let length = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?.len();
    let jots = read(path, length).ok()?.jots;
    let saw = jots.iter().rev().find_map(|jot| match &jot.what {
        Jot::Saw(record) => Some(record.clone()),
        _ => None,
    });
    let came = jots.iter().filter(|jot| jot.what == Jot::Came).count();
    Some(Visit { at: jots.last()?.at, on: on.clone(), saw, came })
}

/// Keeps what is written and not sent; nothing removes it.
///
/// # Errors
/// Why it is not kept.
pub fn keep_drafts(site: &Site, who: &Reviewer, drafts: &[(About, String)]) -> io::Result<()> {
    let path = draft(site, &who.file());
    // What was kept under a name is kept under the key from now on.
    let former =
        who.files().map(|file| draft(site, &file)).into_iter().find(|other| *other != path);
    former.map_or(Ok(()), |former| gone(&former))?;
    if drafts.is_empty() {
        return gone(&path);
    }
    let beside = path.with_extension("draft.new");
    let _ = fs::remove_file(&beside);
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(0o600).open(&beside)?;
    let line = ron::line(&drafts).map_err(io::Error::other)?;
    writeln!(file, "{line}")?;
    fs::rename(&beside, &path)
}

/// What was written and not sent.
pub fn drafts(site: &Site, who: &Reviewer) -> Vec<(About, String)> {
    let read = |file: &String| {
        let path = draft(site, file);
        let known = fs::symlink_metadata(&path).ok().filter(|m| m.is_file() && m.len() <= MOST);
        let text = known.and_then(|_| fs::read_to_string(&path).ok())?;
        ron::read_line(text.trim_end_matches('\n')).ok()
    };
    who.files().iter().find_map(read).unwrap_or_default()
}

fn path(site: &Site, open: &SnapshotId, who: &Reviewer) -> PathBuf {
    site.marks_on(open).join(format!("{}.log", who.file()))
}

fn draft(site: &Site, file: &str) -> PathBuf {
    site.marks().join(format!("{file}.draft"))
}

fn gone(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        answer => answer,
    }
}

fn make_folder(path: &Path) -> io::Result<()> {
    match fs::DirBuilder::new().mode(FOLDER_MODE).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // The rights that were asked for, whatever the user's umask takes away.
        Ok(()) => fs::set_permissions(path, fs::Permissions::from_mode(FOLDER_MODE)),
        Err(error) => Err(error),
    }
}

fn open_own(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    let file = options.mode(FILE_MODE).custom_flags(flags).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

fn read(path: &Path, length: u64) -> io::Result<Own> {
    let file = open_own(path, OpenOptions::new().read(true))?;
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut own = Own { length, ..Own::default() };
    for line in text.lines() {
        match (ron::read_line::<Jotting>(line), ron::read_line::<Heading>(line)) {
            (Ok(jot), _) => own.jots.push(jot),
            (_, Ok(heading)) => own.by = heading.by,
            (Err(_), Err(_)) => {}
        }
    }
    if own.by.is_empty() { Err(io::ErrorKind::InvalidData.into()) } else { Ok(own) }
}

#[cfg(test)]
mod tests;

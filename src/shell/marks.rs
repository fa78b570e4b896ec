//! Reviewers' marks on the disk: each reviewer's own file, to which only lines are added.
//!
//! `marks/<what is open>/<who>.log`, readable and writable by the group of the book and nobody else. The
//! first line names the reviewer; a line that cannot be read is passed over, for a mark is no record.
//! What is written and not sent lies in a file that only its owner reads.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rustix::fs::OFlags;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::book::Site;
use crate::format::ron;
use crate::ledger::{About, Jotting, Mark, SnapshotId, mark};

/// Rights of the folders: the group makes files in them, and the files are the group's.
const FOLDER_MODE: u32 = 0o2770;

/// Rights of a reviewer's file.
const FILE_MODE: u32 = 0o660;

/// The most that is read of one reviewer.
const MOST: u64 = 1 << 20;

/// The most reviewers.
const MANY: usize = 500;

/// The first line of a file.
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
}

/// Makes the folder in which reviewers make theirs. Where that fails nobody can leave a mark, and the
/// meeting goes on.
pub fn make(site: &Site) {
    let _ = make_folder(&site.marks());
}

impl Marks {
    /// Reads what was added to the marks on something. Whether anything was.
    pub fn refresh(&mut self, site: &Site, open: &SnapshotId) -> bool {
        let folder = site.marks_on(open);
        let elsewhere = self.folder != folder;
        if elsewhere {
            *self = Self { folder, files: BTreeMap::new() };
        }
        let mut changed = elsewhere;
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries.take(MANY) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(length) = entry.metadata().ok().filter(fs::Metadata::is_file).map(|m| m.len())
            else {
                continue;
            };
            let known = self.files.get(&name).map(|own| own.length);
            let is_log = entry.path().extension().is_some_and(|end| end == "log");
            if !is_log || known == Some(length) {
                continue;
            }
            if let Ok(own) = read(&entry.path(), length) {
                self.files.insert(name, own);
                changed = true;
            }
        }
        changed
    }

    /// The marks, reviewer by reviewer.
    pub fn marks(&self) -> Vec<Mark> {
        let of = |own: &Own| mark::marks(&own.by, own.jots.iter().map(|jot| jot.what.clone()));
        self.files.values().flat_map(of).collect()
    }

    /// Who has a file.
    pub fn readers(&self) -> Vec<String> {
        self.files.values().map(|own| own.by.clone()).collect()
    }
}

/// Adds a line to a reviewer's own file, and makes sure of it.
///
/// # Errors
/// Why it is not there.
pub fn write(site: &Site, open: &SnapshotId, by: &str, jotting: &Jotting) -> io::Result<()> {
    // A meeting that was opened by a command has no desk that made it.
    make(site);
    make_folder(&site.marks_on(open))?;
    let path = site.marks_on(open).join(format!("{}.log", name(by)));
    let mut file = open_own(&path, OpenOptions::new().append(true).create(true))?;
    let line = |line: Result<String, ron::Unwritable>| line.map_err(io::Error::other);
    let mut text = String::new();
    if file.metadata()?.len() == 0 {
        file.set_permissions(fs::Permissions::from_mode(FILE_MODE))?;
        text = line(ron::line(&Heading { by: by.to_owned() }))? + "\n";
    }
    text += &(line(ron::line(jotting))? + "\n");
    file.write_all(text.as_bytes())?;
    file.sync_data()
}

/// When a reviewer was last here, on whatever was open then.
pub fn last_here(site: &Site, by: &str) -> Option<DateTime<FixedOffset>> {
    let name = format!("{}.log", name(by));
    let folders = fs::read_dir(site.marks()).into_iter().flatten().flatten();
    let files = folders.map(|folder| folder.path().join(&name));
    let last = |path: PathBuf| {
        let length = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?.len();
        read(&path, length).ok()?.jots.last().map(|jot| jot.at)
    };
    files.filter_map(last).max()
}

/// Keeps what is written and not sent; nothing removes it.
///
/// # Errors
/// Why it is not kept.
pub fn keep_drafts(site: &Site, by: &str, drafts: &[(About, String)]) -> io::Result<()> {
    let path = site.marks().join(format!("{}.draft", name(by)));
    if drafts.is_empty() {
        return match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            answer => answer,
        };
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
pub fn drafts(site: &Site, by: &str) -> Vec<(About, String)> {
    let path = site.marks().join(format!("{}.draft", name(by)));
    let known = fs::symlink_metadata(&path).ok().filter(|m| m.is_file() && m.len() <= MOST);
    let text = known.and_then(|_| fs::read_to_string(&path).ok()).unwrap_or_default();
    ron::read_line(text.trim_end_matches('\n')).unwrap_or_default()
}

/// A name for a file, whatever somebody is called.
fn name(by: &str) -> String {
    let digest = Sha256::digest(by.as_bytes());
    let mut head = [0; 8];
    head.copy_from_slice(&digest[..8]);
    format!("{:016x}", u64::from_be_bytes(head))
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
    let mut lines = text.lines();
    let heading: Option<Heading> = lines.next().and_then(|line| ron::read_line(line).ok());
    let by = heading.ok_or(io::ErrorKind::InvalidData)?.by;
    let jots = lines.filter_map(|line| ron::read_line(line).ok()).collect();
    Ok(Own { length, by, jots })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Jot, Remark};

    fn site() -> (tempfile::TempDir, Site) {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join("snapshots")).unwrap();
        fs::write(temp.path().join("plan.ron"), "").unwrap();
        let site = Site::find(temp.path()).unwrap();
        site.make_state().unwrap();
        make(&site);
        (temp, site)
    }

    fn jotting(minute: u32, what: Jot) -> Jotting {
        let at = format!("2023-09-15T14:{minute:02}:00+08:00").parse().unwrap();
        Jotting { at, what }
    }

    #[test]
    fn what_one_reviewer_leaves_others_read() {
        let (_temp, site) = site();
        let open: SnapshotId = "2023-09-15".parse().unwrap();
        let about = || About::Decision("2023-09-15/1".parse().unwrap());
        let mut marks = Marks::default();
        assert!(marks.refresh(&site, &open), "another folder");
        assert!(!marks.refresh(&site, &open));
        let said = Jot::Said(about(), "何时开工\u{1b}[2J\n".into());
        write(&site, &open, "督查室", &jotting(20, Jot::Seen(about()))).unwrap();
        write(&site, &open, "督查室", &jotting(31, said)).unwrap();
        write(&site, &open, "../../etc", &jotting(22, Jot::Came)).unwrap();
        assert!(marks.refresh(&site, &open));
        let all = marks.marks();
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].by.as_str(), &all[0].remark), ("督查室", &Remark::Seen));
        assert_eq!(marks.readers().len(), 2);
        let last = last_here(&site, "督查室").unwrap();
        assert_eq!(last.format("%H:%M").to_string(), "14:31");
        assert_eq!(last_here(&site, "政研室"), None);
        for entry in fs::read_dir(site.marks_on(&open)).unwrap() {
            let entry = entry.unwrap();
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o7777, FILE_MODE);
            // Whoever tears a line harms nobody else.
            let mut file = OpenOptions::new().append(true).open(entry.path()).unwrap();
            file.write_all(b"(at: \"\xff").unwrap();
        }
        let mode = fs::metadata(site.marks_on(&open)).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, FOLDER_MODE);
        assert!(marks.refresh(&site, &open));
        assert_eq!(marks.marks(), all);
    }

    #[test]
    fn a_draft_is_its_owners_alone() {
        let (_temp, site) = site();
        let about = About::Decision("2023-09-15/1".parse().unwrap());
        let draft = vec![(about, "医院立项批了没有".to_owned())];
        keep_drafts(&site, "督查室", &draft).unwrap();
        assert_eq!(drafts(&site, "督查室"), draft);
        assert_eq!(drafts(&site, "政研室"), []);
        let file = fs::read_dir(site.marks()).unwrap().next().unwrap().unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        keep_drafts(&site, "督查室", &[]).unwrap();
        keep_drafts(&site, "督查室", &[]).unwrap();
        assert_eq!(drafts(&site, "督查室"), []);
    }
}

//! Where a book lies: its folder, and the folder of what is open.
//!
//! Looks for names only. It opens no file, runs no git, and makes nothing but the folder without
//! which there is no place for a lock.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::ledger::SnapshotId;
use crate::shell::disk::{Disk, Errno, Real};
use crate::shell::git::Repo;
use crate::shell::home::Home;
use crate::shell::place::{Place, Shelf};
use crate::shell::trouble::Trouble;
use crate::words::Step;

/// Rights of the folder of snapshots: the system takes away what the user's umask says.
const FOLDER_MODE: u32 = 0o777;

/// The plan's file, by which a book is known.
pub const PLAN: &str = "plan.ron";

/// The folder of what is closed.
pub const SNAPSHOTS: &str = "snapshots";

/// The folders of one book.
#[derive(Clone, Debug)]
pub struct Site {
    root: PathBuf,
    repo: Option<Repo>,
    place: Place,
}

impl Site {
    /// The book that a folder lies in: the nearest one with a plan, from the folder upwards.
    pub fn find(from: &Path) -> Option<Self> {
        let from = fs::canonicalize(from).ok()?;
        let root = from.ancestors().find(|folder| folder.join(PLAN).symlink_metadata().is_ok())?;
        Some(Self::at(root))
    }

    /// The book in a folder, whether or not there is one yet.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned(), repo: Repo::find(root), place: Place::find(root) }
    }

    /// The folder of the plan.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The repository that the book lies in.
    pub fn repo(&self) -> Option<&Repo> {
        self.repo.as_ref()
    }

    /// The file of the plan.
    pub fn plan(&self) -> PathBuf {
        self.root.join(PLAN)
    }

    /// The folder of what is closed.
    pub fn snapshots(&self) -> PathBuf {
        self.root.join(SNAPSHOTS)
    }

    /// The file of a snapshot.
    pub fn snapshot(&self, id: &SnapshotId) -> PathBuf {
        self.snapshots().join(file_name(id))
    }

    /// The folder of lock, draft and journals.
    pub fn state(&self) -> PathBuf {
        self.place.path()
    }

    /// The journal of what is open.
    pub fn open(&self, id: &SnapshotId) -> Home {
        self.place.open(&id.to_string())
    }

    /// A journal whose snapshot is published.
    pub fn done(&self, id: &SnapshotId) -> Home {
        self.place.done(&id.to_string())
    }

    /// Snapshots whose commit is not verified: their journals are still kept.
    pub fn waiting(&self) -> Vec<SnapshotId> {
        self.ids(Shelf::Done).unwrap_or_default()
    }

    /// What has a journal.
    ///
    /// # Errors
    /// That its folder could not be read.
    pub fn opened(&self) -> Result<Vec<SnapshotId>, Trouble> {
        self.ids(Shelf::Open)
    }

    fn ids(&self, of: Shelf) -> Result<Vec<SnapshotId>, Trouble> {
        let names = self.place.ids(&Real, of)?;
        let mut ids: Vec<SnapshotId> = names.iter().filter_map(|name| name.parse().ok()).collect();
        ids.sort();
        Ok(ids)
    }

    /// The line that is being typed.
    pub fn draft(&self) -> PathBuf {
        self.state().join("draft")
    }

    /// Where the desk says where it is.
    pub fn spot(&self) -> PathBuf {
        self.state().join("place")
    }

    /// The folder of reviewers' marks.
    pub fn marks(&self) -> PathBuf {
        self.state().join("marks")
    }

    /// The marks on what is or was open.
    pub fn marks_on(&self, open: &SnapshotId) -> PathBuf {
        self.marks().join(open.to_string())
    }

    /// Makes the folders without which there is no place for a lock.
    ///
    /// # Errors
    /// The folder that could not be made.
    pub fn make_state(&self) -> Result<(), Trouble> {
        let folder = self.snapshots();
        if self.state().starts_with(&folder) {
            match Real.create_dir(&folder, FOLDER_MODE) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(errno) => return Err(Trouble::new(Step::Create, &folder, errno)),
            }
        }
        self.place.make(&Real)
    }
}

/// The file of a snapshot in its folder.
pub fn file_name(id: &SnapshotId) -> String {
    format!("{id}.ron")
}

/// The system's code of an error of std. Whoever put a path around it left only its kind.
pub fn code(error: &std::io::Error) -> Errno {
    Errno::from_io_error(error).unwrap_or(match error.kind() {
        ErrorKind::StorageFull => Errno::NOSPC,
        ErrorKind::QuotaExceeded => Errno::DQUOT,
        ErrorKind::ReadOnlyFilesystem => Errno::ROFS,
        ErrorKind::PermissionDenied => Errno::ACCESS,
        ErrorKind::NotFound => Errno::NOENT,
        ErrorKind::AlreadyExists => Errno::EXIST,
        _ => Errno::IO,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with_plan() -> (tempfile::TempDir, PathBuf) {
        let temp = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(temp.path()).unwrap();
        fs::write(root.join(PLAN), "").unwrap();
        fs::create_dir_all(root.join("papers/2023")).unwrap();
        (temp, root)
    }

    #[test]
    fn a_book_is_found_from_within_it() {
        let (_temp, root) = folder_with_plan();
        assert_eq!(Site::find(&root.join("papers/2023")).unwrap().root(), root);
        assert_eq!(Site::find(&root).unwrap().plan(), root.join("plan.ron"));
        assert!(Site::find(&root.join("nowhere")).is_none());
    }

    #[test]
    fn without_git_the_state_lies_among_the_snapshots_and_hides() {
        let (_temp, root) = folder_with_plan();
        let site = Site::find(&root).unwrap();
        site.make_state().unwrap();
        site.make_state().unwrap();
        let state = root.join("snapshots/.yiding");
        assert_eq!(site.state(), state);
        assert_eq!(fs::read_to_string(state.join(".gitignore")).unwrap(), "*\n");
        assert_eq!(site.open(&SnapshotId::adopted()).path(), state.join("open/0000-adopted"));
    }
}

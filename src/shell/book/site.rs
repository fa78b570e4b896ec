//! Where a book lies: its folder, and the folder of what is open.
//!
//! Looks for names only. It opens no file, runs no git, and makes nothing but the folder without
//! which there is no place for a lock.

use std::fs;
use std::path::{Path, PathBuf};

use crate::ledger::SnapshotId;
use crate::shell::disk::{Errno, Real};
use crate::shell::git::Repo;
use crate::shell::home::{self, Home};
use crate::shell::trouble::{Trouble, refused};
use crate::words::Step;

/// The plan's file, by which a book is known.
pub const PLAN: &str = "plan.ron";

/// The folder of what is closed.
pub const SNAPSHOTS: &str = "snapshots";

/// The folders of one book.
#[derive(Clone, Debug)]
pub struct Site {
    root: PathBuf,
    repo: Option<Repo>,
    /// The folder that is there already, and the way from it to the state.
    anchor: PathBuf,
    below: PathBuf,
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
        let repo = Repo::find(root);
        let (anchor, below) = match &repo {
            Some(repo) => (repo.common_dir().to_owned(), in_git(repo.root(), root)),
            None => (root.join(SNAPSHOTS), PathBuf::from(".yiding")),
        };
        Self { root: root.to_owned(), repo, anchor, below }
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
    pub fn state(&self) -> Home {
        Home::new(&self.anchor, &self.below)
    }

    /// The journal of what is open.
    pub fn open(&self, id: &SnapshotId) -> Home {
        Home::new(&self.anchor, self.below.join("open").join(id.to_string()))
    }

    /// A journal whose snapshot is published.
    pub fn done(&self, id: &SnapshotId) -> Home {
        Home::new(&self.anchor, self.below.join("done").join(id.to_string()))
    }

    /// Snapshots whose commit is not verified: their journals are still kept.
    pub fn waiting(&self) -> Vec<SnapshotId> {
        ids_in(&self.state().path().join("done")).unwrap_or_default()
    }

    /// What has a journal.
    ///
    /// # Errors
    /// That its folder could not be read.
    pub fn opened(&self) -> Result<Vec<SnapshotId>, Trouble> {
        ids_in(&self.state().path().join("open"))
    }

    /// The line that is being typed.
    pub fn draft(&self) -> PathBuf {
        self.state().file("draft")
    }

    /// Makes the folder of the state. Without git it lies among the snapshots and hides itself from
    /// a repository that may come later.
    ///
    /// # Errors
    /// The folder that could not be made.
    pub fn make_state(&self) -> Result<(), Trouble> {
        if self.repo.is_none() {
            let made = fs::create_dir(&self.anchor);
            let made = made.or_else(|error| if self.anchor.is_dir() { Ok(()) } else { Err(error) });
            made.map_err(|error| refused(Step::Create, &self.anchor)(code(&error)))?;
        }
        home::make(&Real, &self.state())?;
        if self.repo.is_none() {
            let hide = self.state().file(".gitignore");
            if !hide.exists() {
                fs::write(&hide, "*\n").map_err(|e| refused(Step::Write, &hide)(code(&e)))?;
            }
        }
        Ok(())
    }
}

/// The names of snapshots in a folder, in order; a folder that is not there has none.
fn ids_in(folder: &Path) -> Result<Vec<SnapshotId>, Trouble> {
    let refuse = |error: &std::io::Error| refused(Step::Read, folder)(code(error));
    let entries = match fs::read_dir(folder) {
        Err(error) if code(&error) == Errno::NOENT => return Ok(Vec::new()),
        answer => answer.map_err(|error| refuse(&error))?,
    };
    let mut ids = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| refuse(&error))?.file_name();
        ids.extend(name.to_str().and_then(|name| name.parse::<SnapshotId>().ok()));
    }
    ids.sort();
    Ok(ids)
}

/// The file of a snapshot in its folder.
pub fn file_name(id: &SnapshotId) -> String {
    format!("{id}.ron")
}

/// The system's code of an error of std.
pub fn code(error: &std::io::Error) -> Errno {
    Errno::from_io_error(error).unwrap_or(Errno::IO)
}

/// A repository may hold several books; the one at its root has the plain place.
fn in_git(top: &Path, root: &Path) -> PathBuf {
    let inside = root.strip_prefix(top).unwrap_or(Path::new(""));
    let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
    let place = PathBuf::from("yiding");
    if names.is_empty() { place } else { place.join("in").join(names.join(":")) }
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
        assert_eq!(site.state().path(), state);
        assert_eq!(fs::read_to_string(state.join(".gitignore")).unwrap(), "*\n");
        assert_eq!(site.open(&SnapshotId::adopted()).path(), state.join("open/0000-adopted"));
    }

    #[test]
    fn each_book_of_a_repository_has_a_state_of_its_own() {
        let top = Path::new("/r");
        assert_eq!(in_git(top, top), Path::new("yiding"));
        assert_eq!(in_git(top, Path::new("/r/a/b")), Path::new("yiding/in/a:b"));
    }
}

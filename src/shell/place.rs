//! Where a book keeps what is its own and not git's: journals, lock, draft.
//!
//! Inside a repository that is `yiding/` in git's common folder, which clean, stash, checkout and
//! gc leave alone; elsewhere `snapshots/.yiding/`, which tells git to ignore it, in case there is
//! one some day. Looking runs no program and makes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Disk, Errno, append_all};
use super::git::Repo;
use super::home::{self, Home};
use super::trouble::{Trouble, refused};
use crate::words::Step;

/// The folder of a book's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    anchor: PathBuf,
    below: PathBuf,
    in_git: bool,
}

const WITHOUT_GIT: &str = "snapshots/.yiding";

impl Place {
    /// The place of the book in this folder.
    pub fn find(book: &Path) -> Self {
        let book = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
        let plain = Self { anchor: book.clone(), below: WITHOUT_GIT.into(), in_git: false };
        // What was opened before there was a repository is finished where it began.
        if plain.has_something_open() {
            return plain;
        }
        match Repo::find(&book) {
            Some(repo) => Self {
                below: below_git(book.strip_prefix(repo.root()).unwrap_or(Path::new(""))),
                anchor: repo.common_dir().to_owned(),
                in_git: true,
            },
            None => plain,
        }
    }

    /// The folder itself.
    pub fn path(&self) -> PathBuf {
        self.anchor.join(&self.below)
    }

    /// The journal of what is open under this id.
    pub fn open(&self, id: &str) -> Home {
        Home::new(&self.anchor, self.below.join("open").join(id))
    }

    /// Where the journal goes when its snapshot is sealed.
    pub fn done(&self, id: &str) -> Home {
        Home::new(&self.anchor, self.below.join("done").join(id))
    }

    /// The ids under which something is or was being opened, in order of their names.
    ///
    /// # Errors
    /// When the folder cannot be read; one that is not there holds nothing.
    pub fn ids<D: Disk>(&self, disk: &D, which: Shelf) -> Result<Vec<String>, Trouble> {
        let path = self.path().join(which.name());
        let folder = match disk.open_dir(&path) {
            Err(Errno::NOENT) => return Ok(vec![]),
            answer => answer.map_err(refused(Step::Open, &path))?,
        };
        disk.names(&folder).map_err(refused(Step::Read, &path))
    }

    /// Makes the folder. It is settled on the disk with the first journal in it.
    ///
    /// # Errors
    /// The part that could not be made.
    pub fn make<D: Disk>(&self, disk: &D) -> Result<(), Trouble> {
        let home = Home::new(&self.anchor, &self.below);
        home::make(disk, &home)?;
        if self.in_git { Ok(()) } else { ignore_itself(disk, &home) }
    }

    fn has_something_open(&self) -> bool {
        let open = fs::read_dir(self.path().join(Shelf::Open.name()));
        open.is_ok_and(|mut entries| entries.next().is_some())
    }
}

/// The two places of journals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What is open.
    Open,
    /// What is sealed and not yet verified in git.
    Done,
}

impl Shelf {
    fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
        }
    }
}

/// A repository may hold several books: one at its root, others in folders of their own.
fn below_git(book: &Path) -> PathBuf {
    let name = book.to_string_lossy().replace('%', "%25").replace('/', "%2F");
    if name.is_empty() { "yiding".into() } else { Path::new("yiding/books").join(name) }
}

fn ignore_itself<D: Disk>(disk: &D, home: &Home) -> Result<(), Trouble> {
    let (name, path) = (".gitignore", home.file(".gitignore"));
    let dir = disk.open_dir(home.path()).map_err(refused(Step::Open, home.path()))?;
    match disk.create(&dir, name, 0o640) {
        Err(Errno::EXIST) => Ok(()),
        answer => {
            let file = answer.map_err(refused(Step::Create, &path))?;
            append_all(disk, &file, b"*\n").map_err(refused(Step::Write, &path))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::disk::Real;
    use crate::shell::journal::Journal;

    /// A repository as git leaves it, as far as it matters here.
    fn repository(root: &Path) {
        fs::create_dir_all(root.join(".git/objects")).unwrap();
        fs::write(root.join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    }

    fn root() -> (tempfile::TempDir, PathBuf) {
        let temp = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(temp.path()).unwrap();
        (temp, root)
    }

    #[test]
    fn a_book_in_a_repository_keeps_its_journals_inside_git() {
        let (_temp, root) = root();
        repository(&root);
        let place = Place::find(&root);
        assert_eq!(place.path(), root.join(".git/yiding"));
        assert_eq!(place.open("2023-09-15").path(), root.join(".git/yiding/open/2023-09-15"));
        assert_eq!(place.done("2023-09-15").path(), root.join(".git/yiding/done/2023-09-15"));
        assert!(!place.path().exists(), "looking makes nothing");
        place.make(&Real).unwrap();
        assert_eq!(place.ids(&Real, Shelf::Open).unwrap(), Vec::<String>::new());
        Journal::open_new(Real, place.open("2023-09-15"), "header").unwrap();
        assert_eq!(place.ids(&Real, Shelf::Open).unwrap(), ["2023-09-15"]);
        assert!(!root.join("snapshots").exists());
    }

    #[test]
    fn two_books_of_one_repository_do_not_meet() {
        let (_temp, root) = root();
        repository(&root);
        fs::create_dir_all(root.join("books/2024")).unwrap();
        let place = Place::find(&root.join("books/2024"));
        assert_eq!(place.path(), root.join(".git/yiding/books/books%2F2024"));
    }

    #[test]
    fn worktrees_share_their_journals() {
        let (_temp, root) = root();
        let (main, tree) = (root.join("main"), root.join("tree"));
        repository(&main);
        let own = main.join(".git/worktrees/tree");
        fs::create_dir_all(&own).unwrap();
        fs::create_dir(&tree).unwrap();
        fs::write(own.join("HEAD"), "ref: refs/heads/side\n").unwrap();
        fs::write(own.join("commondir"), "../..\n").unwrap();
        fs::write(tree.join(".git"), "gitdir: ../main/.git/worktrees/tree\n").unwrap();
        assert_eq!(Place::find(&tree), Place::find(&main));
    }

    #[test]
    fn without_git_the_folder_ignores_itself() {
        let (_temp, root) = root();
        fs::create_dir(root.join("snapshots")).unwrap();
        let place = Place::find(&root);
        assert_eq!(place.path(), root.join("snapshots/.yiding"));
        place.make(&Real).unwrap();
        place.make(&Real).unwrap();
        let ignore = root.join("snapshots/.yiding/.gitignore");
        assert_eq!(fs::read_to_string(ignore).unwrap(), "*\n");
    }

    #[test]
    fn what_was_opened_before_git_came_is_found_again() {
        let (_temp, root) = root();
        let before = Place::find(&root);
        Journal::open_new(Real, before.open("2023-09-15"), "header").unwrap();
        repository(&root);
        assert_eq!(Place::find(&root), before);
    }
}

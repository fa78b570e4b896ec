//! Where one journal lies, and how its folders come to be on the disk.
//!
//! A folder is a name in the folder above it, and that name is only as durable as the last sync of
//! the one above: so making a home and settling it walk the same list. Nothing here makes or moves
//! the anchor, which belongs to git or to the book.

use std::path::{Path, PathBuf};

use super::disk::{Disk, Errno};
use super::trouble::{Trouble, refused};
use crate::words::Step;

/// Rights of every folder below the anchor: the group of the book may read, strangers may not.
pub const FOLDER_MODE: u32 = 0o750;

/// A folder below an anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    anchor: PathBuf,
    path: PathBuf,
}

impl Home {
    /// `below` is relative: `Home::new(".git", "yiding/open/2023-09-15")`.
    pub fn new(anchor: impl Into<PathBuf>, below: impl AsRef<Path>) -> Self {
        let anchor = anchor.into();
        Self { path: anchor.join(below), anchor }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The folder above, down to the anchor.
    #[must_use]
    pub fn above(&self) -> Self {
        let above = self.path.parent().filter(|above| above.starts_with(&self.anchor));
        let path = above.unwrap_or(&self.anchor).to_owned();
        Self { anchor: self.anchor.clone(), path }
    }

    /// From the folder itself up to the anchor.
    fn folders(&self) -> impl Iterator<Item = &Path> {
        let above = self.path.ancestors().take_while(|p| *p != self.anchor);
        above.chain([self.anchor.as_path()])
    }
}

/// Makes what is missing of a home, from the anchor down.
///
/// # Errors
/// The folder that could not be made; those above it remain.
pub fn make<D: Disk>(disk: &D, home: &Home) -> Result<(), Trouble> {
    let folders: Vec<&Path> = home.folders().collect();
    for path in folders.into_iter().rev().skip(1) {
        match disk.create_dir(path, FOLDER_MODE) {
            Ok(()) | Err(Errno::EXIST) => {}
            Err(errno) => return Err(Trouble::new(Step::Create, path, errno)),
        }
    }
    Ok(())
}

/// Puts the names of a home on the disk, up to and with the anchor. Also when the folders were
/// there before: whoever made them may have died before this step.
///
/// # Errors
/// The folder that could not be synced.
pub fn settle<D: Disk>(disk: &D, home: &Home) -> Result<(), Trouble> {
    home.folders().try_for_each(|path| sync_folder(disk, path))
}

/// Puts the names in one folder on the disk.
///
/// # Errors
/// That it could not be opened or synced.
pub fn sync_folder<D: Disk>(disk: &D, path: &Path) -> Result<(), Trouble> {
    let dir = disk.open_dir(path).map_err(refused(Step::Open, path))?;
    disk.sync_dir(&dir).map_err(refused(Step::Sync, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::disk::Real;

    #[test]
    fn a_home_is_made_below_its_anchor_only() {
        let temp = tempfile::tempdir().unwrap();
        let home = Home::new(temp.path(), "yiding/open/2023-09-15");
        make(&Real, &home).unwrap();
        make(&Real, &home).unwrap();
        settle(&Real, &home).unwrap();
        assert!(home.path().is_dir());
        let listed: Vec<_> = home.folders().collect();
        assert_eq!(listed.len(), 4);
        assert_eq!((listed[0], listed[3]), (home.path(), temp.path()));

        let nowhere = Home::new(temp.path().join("absent"), "yiding");
        assert_eq!(make(&Real, &nowhere).unwrap_err().errno(), Errno::NOENT);
        assert!(!temp.path().join("absent").exists());
    }
}

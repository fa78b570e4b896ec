//! The few things that opening, recording, closing and recovery ask of a file system.
//!
//! Two sides: [`Real`] is the machine's, `sim` loses power and fails on command. Every method is
//! one system call, as far as it goes, so that the simulated side can stop between any two. Names
//! are relative to a folder that is held open; nothing here follows a link at the last step, and
//! nothing replaces a file. Retrying, ordering and meaning belong to the callers.

mod real;
#[cfg(test)]
pub mod sim;

use std::path::Path;

pub use real::Real;
pub use rustix::io::{Errno, Result};

/// The most bytes that any file of a book may have before it is read.
pub const READ_CAP: u64 = 128 << 20;

/// What tells one file from another, and whether it grew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// The device.
    pub dev: u64,
    /// The number of the file on it.
    pub ino: u64,
    /// In bytes.
    pub size: u64,
}

impl Stat {
    /// Whether both are the same file, whatever it holds.
    pub fn same_file(&self, other: &Self) -> bool {
        (self.dev, self.ino) == (other.dev, other.ino)
    }
}

/// A file system. Errors are the system's own codes; `EINTR` is passed on.
pub trait Disk {
    /// A folder that is held open.
    type Dir;
    /// A regular file that is held open.
    type File;

    /// Opens a folder that is not a link.
    fn open_dir(&self, path: &Path) -> Result<Self::Dir>;
    /// Makes a folder; `EEXIST` when there is anything of that name.
    fn create_dir(&self, path: &Path, mode: u32) -> Result<()>;
    /// Moves a folder without replacing anything.
    fn rename_dir(&self, from: &Path, to: &Path) -> Result<()>;
    /// Removes an empty folder.
    fn remove_dir(&self, path: &Path) -> Result<()>;
    /// Looks at a name without following it.
    fn look(&self, path: &Path) -> Result<Stat>;
    /// The names in a folder, sorted; those that are not UTF-8 are not ours and left out.
    fn names(&self, dir: &Self::Dir) -> Result<Vec<String>>;

    /// Opens a regular file for reading; never a link, a device or a pipe.
    fn open(&self, dir: &Self::Dir, name: &str) -> Result<Self::File>;
    /// Makes a file that was not there, to be appended to.
    fn create(&self, dir: &Self::Dir, name: &str, mode: u32) -> Result<Self::File>;
    /// Looks at an open file.
    fn stat(&self, file: &Self::File) -> Result<Stat>;
    /// All bytes of a file; `EFBIG` when there are more than `cap`.
    fn read(&self, file: &Self::File, cap: u64) -> Result<Vec<u8>>;
    /// One write at the end of a file; may take fewer bytes than given.
    fn append(&self, file: &Self::File, bytes: &[u8]) -> Result<usize>;
    /// Makes sure of space up to `until` bytes from the start, leaving the size as it is.
    fn reserve(&self, file: &Self::File, until: u64) -> Result<()>;
    /// Gives back the space behind the end of a file, leaving the size as it is.
    fn release(&self, file: &Self::File) -> Result<()>;
    /// Puts the contents of a file on the disk.
    fn sync(&self, file: &Self::File) -> Result<()>;
    /// Puts the names of a folder on the disk.
    fn sync_dir(&self, dir: &Self::Dir) -> Result<()>;

    /// Gives a file a second name; `EEXIST` when it is taken.
    fn link(&self, dir: &Self::Dir, from: &str, to: &str) -> Result<()>;
    /// Gives a file another name; `EEXIST` when it is taken.
    fn rename(&self, dir: &Self::Dir, from: &str, to: &str) -> Result<()>;
    /// Takes a name away.
    fn unlink(&self, dir: &Self::Dir, name: &str) -> Result<()>;

    /// A number that nobody can guess, for names of temporary files.
    fn nonce(&self) -> u64;
}

/// Writes all bytes at the end of a file, in as many writes as the system wants.
///
/// # Errors
/// The first code that is not `EINTR`; a part may have been written then.
pub fn append_all<D: Disk>(disk: &D, file: &D::File, mut bytes: &[u8]) -> Result<()> {
    while !bytes.is_empty() {
        match disk.append(file, bytes) {
            Ok(0) => return Err(Errno::IO),
            Ok(taken) => bytes = bytes.get(taken..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

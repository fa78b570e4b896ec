//! One file of a journal, from its making to its first failure.
//!
//! A segment is only ever appended to, by one writer, and knows where it left the end. After any
//! setback its owner drops it: there is no way to try the same file twice.

use std::path::{Path, PathBuf};

use crate::shell::disk::{Disk, Errno, Stat, append_all};
use crate::shell::home::Home;
use crate::shell::trouble::{Trouble, refused};
use crate::words::Step;

/// Rights of a journal file: the group of the book may read, strangers may not.
const FILE_MODE: u32 = 0o640;

/// Space that is taken before it is needed, so that a full disk does not stop a meeting.
const RESERVE: u64 = 1 << 20;

/// Why a file is not written any more.
#[derive(Debug)]
pub(super) enum Setback {
    /// Another program writes this journal.
    Foreign(PathBuf),
    /// The file is no longer where it was, or lost a part.
    Gone(PathBuf),
    /// The system refused.
    Trouble(Trouble),
}

impl From<Trouble> for Setback {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// The name of the file with a number.
pub(super) fn file_name(number: u32) -> String {
    format!("{number:06}.jnl")
}

/// The number of a file with such a name; nothing for any other.
pub(super) fn number(name: &str) -> Option<u32> {
    let number = name.strip_suffix(".jnl")?.parse().ok()?;
    (file_name(number) == name).then_some(number)
}

/// A healthy file, open for appending.
pub(super) struct Segment<D: Disk> {
    file: D::File,
    path: PathBuf,
    /// As we left it.
    stat: Stat,
    /// Up to where space is taken; none when the disk does not offer it.
    reserved: Option<u64>,
}

impl<D: Disk> Segment<D> {
    /// Makes a file with this text and puts the text on the disk. Its name is the caller's to
    /// settle.
    pub(super) fn begin(disk: &D, home: &Home, name: &str, text: &[u8]) -> Result<Self, Setback> {
        let path = home.file(name);
        let dir = disk.open_dir(home.path()).map_err(refused(Step::Open, home.path()))?;
        let file = match disk.create(&dir, name, FILE_MODE) {
            Err(Errno::EXIST) => return Err(Setback::Foreign(path)),
            answer => answer.map_err(refused(Step::Create, &path))?,
        };
        let stat = disk.stat(&file).map_err(refused(Step::Look, &path))?;
        let mut segment = Self { file, path, stat, reserved: Some(0) };
        segment.extend_reserve(disk, text.len() as u64);
        segment.append(disk, text)?;
        Ok(segment)
    }

    /// Whether the file is where we left it and as long, and no rival has begun the next one.
    pub(super) fn check(&self, disk: &D, rival: &Path) -> Result<(), Setback> {
        let there = match disk.look(&self.path) {
            Err(Errno::NOENT | Errno::NOTDIR) => return Err(Setback::Gone(self.path.clone())),
            answer => answer.map_err(refused(Step::Look, &self.path))?,
        };
        if !there.same_file(&self.stat) || there.size > self.stat.size {
            return Err(Setback::Foreign(self.path.clone()));
        }
        if there.size < self.stat.size {
            return Err(Setback::Gone(self.path.clone()));
        }
        match disk.look(rival) {
            Err(Errno::NOENT) => Ok(()),
            Ok(_) => Err(Setback::Foreign(rival.to_owned())),
            Err(errno) => Err(Trouble::new(Step::Look, rival, errno).into()),
        }
    }

    /// Writes at the end, then syncs; only then is the text saved.
    pub(super) fn append(&mut self, disk: &D, text: &[u8]) -> Result<(), Setback> {
        append_all(disk, &self.file, text).map_err(refused(Step::Write, &self.path))?;
        disk.sync(&self.file).map_err(refused(Step::Sync, &self.path))?;
        self.stat.size += text.len() as u64;
        if self.reserve_left().is_some_and(|left| left < RESERVE / 4) {
            self.extend_reserve(disk, self.stat.size);
        }
        Ok(())
    }

    /// Bytes that fit into the space taken.
    pub(super) fn reserve_left(&self) -> Option<u64> {
        self.reserved.map(|until| until.saturating_sub(self.stat.size))
    }

    /// Gives back the space that nothing more will need. A disk that keeps it does no harm.
    pub(super) fn release(&mut self, disk: &D) {
        if self.reserve_left().is_some_and(|left| left > 0) && disk.release(&self.file).is_ok() {
            self.reserved = Some(self.stat.size);
        }
    }

    /// Takes space behind `size`. A disk that has none left, or does not know how, is no failure:
    /// the next write will tell.
    fn extend_reserve(&mut self, disk: &D, size: u64) {
        let until = size + RESERVE;
        match disk.reserve(&self.file, until) {
            Ok(()) => self.reserved = Some(until),
            Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INVAL) => self.reserved = None,
            Err(_) => {}
        }
    }
}

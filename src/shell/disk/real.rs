//! The machine's own file system.
//!
//! Every descriptor is close-on-exec, so that a child (git, a hook) never keeps a journal open;
//! every open refuses a link at its last step and does not wait on a pipe.

use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::Read;
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{
    self, AtFlags, CWD, FallocateFlags, FileType, Mode, OFlags, RenameFlags, SeekFrom,
};
use rustix::io::{Errno, Result};

use super::{Disk, Stat};

/// The machine's file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Real;

const NEVER: OFlags = OFlags::NOFOLLOW.union(OFlags::CLOEXEC).union(OFlags::NONBLOCK);

impl Disk for Real {
    type Dir = OwnedFd;
    type File = OwnedFd;

    fn open_dir(&self, path: &Path) -> Result<OwnedFd> {
        fs::open(path, OFlags::RDONLY | OFlags::DIRECTORY | NEVER, Mode::empty())
    }

    fn create_dir(&self, path: &Path, mode: u32) -> Result<()> {
        fs::mkdir(path, Mode::from_raw_mode(mode))
    }

    fn rename_dir(&self, from: &Path, to: &Path) -> Result<()> {
        match fs::renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Not every file system knows the flag; a folder never replaces one that has files.
            Err(Errno::INVAL | Errno::NOSYS) => match fs::lstat(to) {
                Ok(_) => Err(Errno::EXIST),
                Err(_) => fs::rename(from, to),
            },
            answer => answer,
        }
    }

    fn remove_dir(&self, path: &Path) -> Result<()> {
        fs::rmdir(path)
    }

    fn look(&self, path: &Path) -> Result<Stat> {
        fs::lstat(path).map(|stat| convert(&stat))
    }

    fn names(&self, dir: &OwnedFd) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::Dir::read_from(dir)? {
            if let Ok(name) = entry?.file_name().to_str()
                && !matches!(name, "." | "..")
            {
                names.push(name.to_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    fn open(&self, dir: &OwnedFd, name: &str) -> Result<OwnedFd> {
        let file = fs::openat(dir, name, OFlags::RDONLY | NEVER, Mode::empty())?;
        match FileType::from_raw_mode(fs::fstat(&file)?.st_mode) {
            FileType::RegularFile => Ok(file),
            FileType::Directory => Err(Errno::ISDIR),
            _ => Err(Errno::NXIO),
        }
    }

    fn create(&self, dir: &OwnedFd, name: &str, mode: u32) -> Result<OwnedFd> {
        let flags = OFlags::RDWR | OFlags::APPEND | OFlags::CREATE | OFlags::EXCL | NEVER;
        fs::openat(dir, name, flags, Mode::from_raw_mode(mode))
    }

    fn stat(&self, file: &OwnedFd) -> Result<Stat> {
        fs::fstat(file).map(|stat| convert(&stat))
    }

    fn read(&self, file: &OwnedFd, cap: u64) -> Result<Vec<u8>> {
        let size = self.stat(file)?.size;
        if size > cap {
            return Err(Errno::FBIG);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).map_err(|_| Errno::FBIG)?);
        fs::seek(file, SeekFrom::Start(0))?;
        let file = File::from(file.try_clone().map_err(|error| code(&error))?);
        // A file that grows under our eyes is read up to the cap and one more.
        file.take(cap + 1).read_to_end(&mut bytes).map_err(|error| code(&error))?;
        if bytes.len() as u64 > cap { Err(Errno::FBIG) } else { Ok(bytes) }
    }

    fn append(&self, file: &OwnedFd, bytes: &[u8]) -> Result<usize> {
        rustix::io::write(file, bytes)
    }

    fn reserve(&self, file: &OwnedFd, until: u64) -> Result<()> {
        fs::fallocate(file, FallocateFlags::KEEP_SIZE, 0, until)
    }

    fn release(&self, file: &OwnedFd) -> Result<()> {
        // Cutting a file to the size that it has frees what was taken behind it.
        fs::ftruncate(file, self.stat(file)?.size)
    }

    fn sync(&self, file: &OwnedFd) -> Result<()> {
        fs::fdatasync(file)
    }

    fn sync_dir(&self, dir: &OwnedFd) -> Result<()> {
        fs::fsync(dir)
    }

    fn link(&self, dir: &OwnedFd, from: &str, to: &str) -> Result<()> {
        fs::linkat(dir, from, dir, to, AtFlags::empty())
    }

    fn rename(&self, dir: &OwnedFd, from: &str, to: &str) -> Result<()> {
        fs::renameat_with(dir, from, dir, to, RenameFlags::NOREPLACE)
    }

    fn unlink(&self, dir: &OwnedFd, name: &str) -> Result<()> {
        fs::unlinkat(dir, name, AtFlags::empty())
    }

    fn nonce(&self) -> u64 {
        RandomState::new().build_hasher().finish()
    }
}

fn convert(stat: &fs::Stat) -> Stat {
    let size = u64::try_from(stat.st_size).unwrap_or(0);
    Stat { dev: stat.st_dev, ino: stat.st_ino, size }
}

fn code(error: &std::io::Error) -> Errno {
    Errno::from_io_error(error).unwrap_or(Errno::IO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::CWD;

    #[test]
    fn a_file_is_made_once_and_grows_at_its_end() {
        let home = tempfile::tempdir().unwrap();
        let dir = Real.open_dir(home.path()).unwrap();
        let file = Real.create(&dir, "a", 0o640).unwrap();
        Real.reserve(&file, 1 << 20).unwrap();
        assert_eq!(Real.append(&file, b"one").unwrap(), 3);
        Real.sync(&file).unwrap();
        Real.sync_dir(&dir).unwrap();
        assert_eq!(Real.stat(&file).unwrap().size, 3, "the reserve is not in the size");
        Real.release(&file).unwrap();
        assert_eq!(fs::fstat(&file).unwrap().st_size, 3, "and neither is what is given back");
        assert!(fs::fstat(&file).unwrap().st_blocks < 2048, "a part of the reserve is still taken");
        assert_eq!(Real.create(&dir, "a", 0o640).unwrap_err(), Errno::EXIST);
        let again = Real.open(&dir, "a").unwrap();
        assert_eq!(Real.read(&again, 10).unwrap(), b"one");
        let again = Real.open(&dir, "a").unwrap();
        assert_eq!(Real.read(&again, 2).unwrap_err(), Errno::FBIG);
        assert_eq!(fs::stat(home.path().join("a")).unwrap().st_mode & 0o777, 0o640);
    }

    #[test]
    fn links_pipes_and_folders_are_not_opened_and_nothing_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let dir = Real.open_dir(home.path()).unwrap();
        Real.create(&dir, "a", 0o640).unwrap();
        Real.create(&dir, "b", 0o640).unwrap();
        fs::symlink("a", home.path().join("link")).unwrap();
        let mode = Mode::from_raw_mode(0o600);
        fs::mknodat(CWD, home.path().join("pipe"), FileType::Fifo, mode, 0).unwrap();
        Real.create_dir(&home.path().join("folder"), 0o750).unwrap();
        let refusal = |name| Real.open(&dir, name).unwrap_err();
        assert_eq!(refusal("link"), Errno::LOOP);
        assert_eq!(refusal("pipe"), Errno::NXIO);
        assert_eq!(refusal("folder"), Errno::ISDIR);
        assert_eq!(Real.create(&dir, "link", 0o640).unwrap_err(), Errno::EXIST);
        assert_eq!(Real.link(&dir, "a", "b").unwrap_err(), Errno::EXIST);
        assert_eq!(Real.rename(&dir, "a", "b").unwrap_err(), Errno::EXIST);
        assert_eq!(Real.names(&dir).unwrap(), ["a", "b", "folder", "link", "pipe"]);
    }
}

//! A file that is whole or not there, and never replaces another.
//!
//! Written beside its place under a name nobody can guess, synced, read back and compared, given
//! its name by a link (which fails when the name is taken), and only then published: when its
//! folder is synced. Doing it again after any interruption comes to the same end. What the bytes
//! mean is the caller's to know.

use std::path::{Path, PathBuf};

use super::disk::{Disk, Errno, READ_CAP, append_all};
use super::home::sync_folder;
use super::trouble::{NotPublished, Trouble, refused};
use crate::words::Step;

/// The usual rights of a file in a working tree: the system takes away what the user's umask says.
const FILE_MODE: u32 = 0o666;
const FOLDER_MODE: u32 = 0o777;

/// A file as it shall be.
#[derive(Clone, Copy, Debug)]
pub struct Final<'a> {
    /// Its folder; made when it is not there.
    pub folder: &'a Path,
    /// Its name.
    pub name: &'a str,
    /// All its bytes.
    pub bytes: &'a [u8],
}

impl Final<'_> {
    fn path(&self) -> PathBuf {
        self.folder.join(self.name)
    }
}

/// Whether the file was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// It is new.
    New,
    /// It was there, byte for byte; an earlier try had come that far.
    Already,
}

/// Publishes a file. `reads_back` is asked whether the bytes, as the disk gives them back, mean
/// what was meant.
///
/// # Errors
/// When another file has the name, the disk refuses, or the bytes do not read back. A refusal at
/// the last step may leave the file in place: trying again is always right.
pub fn publish<D: Disk>(
    disk: &D,
    what: &Final<'_>,
    reads_back: impl Fn(&[u8]) -> bool,
) -> Result<Published, NotPublished> {
    let dir = open_folder(disk, what.folder)?;
    clear_leftovers(disk, &dir);
    let before = standing(disk, &dir, what)?;
    if !before {
        let temporary = temporary_name(what.name, disk.nonce());
        let placed = write_beside(disk, &dir, what, &temporary, &reads_back)
            .and_then(|()| give_name(disk, &dir, what, &temporary));
        let cleared = disk.unlink(&dir, &temporary);
        placed?;
        match cleared {
            // Gone after a move.
            Ok(()) | Err(Errno::NOENT) => {}
            Err(errno) => {
                let path = what.folder.join(temporary);
                return Err(Trouble::new(Step::Remove, &path, errno).into());
            }
        }
    }
    disk.sync_dir(&dir).map_err(refused(Step::Sync, what.folder))?;
    // Whoever made the folder may have died before its own name was on the disk.
    if let Some(above) = what.folder.parent() {
        sync_folder(disk, above)?;
    }
    Ok(if before { Published::Already } else { Published::New })
}

fn open_folder<D: Disk>(disk: &D, folder: &Path) -> Result<D::Dir, Trouble> {
    match disk.open_dir(folder) {
        Err(Errno::NOENT) => match disk.create_dir(folder, FOLDER_MODE) {
            Ok(()) | Err(Errno::EXIST) => {
                disk.open_dir(folder).map_err(refused(Step::Open, folder))
            }
            Err(errno) => Err(Trouble::new(Step::Create, folder, errno)),
        },
        answer => answer.map_err(refused(Step::Open, folder)),
    }
}

/// Takes away what interrupted tries left in the folder, as far as it can be: we hold the book's
/// lock, so none of them is being written, and none of them is in the way.
fn clear_leftovers<D: Disk>(disk: &D, dir: &D::Dir) {
    for name in disk.names(dir).unwrap_or_default().iter().filter(|name| is_temporary(name)) {
        let _ = disk.unlink(dir, name);
    }
}

fn temporary_name(name: &str, nonce: u64) -> String {
    format!(".{name}.{nonce:016x}.tmp")
}

fn is_temporary(name: &str) -> bool {
    let ours = name.strip_prefix('.').and_then(|rest| rest.strip_suffix(".tmp"));
    let nonce = ours.and_then(|rest| rest.rsplit_once('.')).map(|(_, nonce)| nonce);
    nonce.is_some_and(|n| n.len() == 16 && n.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether the file is there already, byte for byte. It is synced once more: whoever put it there
/// may have died before.
fn standing<D: Disk>(disk: &D, dir: &D::Dir, what: &Final<'_>) -> Result<bool, NotPublished> {
    let path = what.path();
    let file = match disk.open(dir, what.name) {
        Err(Errno::NOENT) => return Ok(false),
        answer => answer.map_err(refused(Step::Open, &path))?,
    };
    match disk.read(&file, what.bytes.len() as u64) {
        Ok(bytes) if bytes == what.bytes => {}
        Ok(_) | Err(Errno::FBIG) => return Err(NotPublished::Taken(path)),
        Err(errno) => return Err(Trouble::new(Step::Read, &path, errno).into()),
    }
    disk.sync(&file).map_err(refused(Step::Sync, &path))?;
    Ok(true)
}

fn write_beside<D: Disk>(
    disk: &D,
    dir: &D::Dir,
    what: &Final<'_>,
    temporary: &str,
    reads_back: impl Fn(&[u8]) -> bool,
) -> Result<(), NotPublished> {
    let path = what.folder.join(temporary);
    let file = disk.create(dir, temporary, FILE_MODE).map_err(refused(Step::Create, &path))?;
    append_all(disk, &file, what.bytes).map_err(refused(Step::Write, &path))?;
    disk.sync(&file).map_err(refused(Step::Sync, &path))?;
    let file = disk.open(dir, temporary).map_err(refused(Step::Open, &path))?;
    let bytes = disk.read(&file, READ_CAP).map_err(refused(Step::Read, &path))?;
    if bytes == what.bytes && reads_back(&bytes) {
        Ok(())
    } else {
        Err(NotPublished::Different(what.path()))
    }
}

fn give_name<D: Disk>(
    disk: &D,
    dir: &D::Dir,
    what: &Final<'_>,
    temporary: &str,
) -> Result<(), NotPublished> {
    let answer = match disk.link(dir, temporary, what.name) {
        // No second names on this file system: a move that replaces nothing does as well.
        Err(Errno::PERM | Errno::OPNOTSUPP | Errno::NOSYS | Errno::MLINK) => {
            disk.rename(dir, temporary, what.name)
        }
        answer => answer,
    };
    match answer {
        Ok(()) => Ok(()),
        // Somebody was faster; the same bytes are as good as ours.
        Err(Errno::EXIST) if standing(disk, dir, what)? => Ok(()),
        Err(errno) => Err(Trouble::new(Step::Publish, &what.path(), errno).into()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::shell::disk::Real;
    use crate::shell::disk::sim::{Fault, Sim};

    const BYTES: &[u8] = b"(format: 1)\n";

    fn file(folder: &Path) -> Final<'_> {
        Final { folder, name: "2023-09-15.ron", bytes: BYTES }
    }

    fn publish_in(folder: &Path) -> Result<Published, NotPublished> {
        publish(&Real, &file(folder), |bytes| bytes == BYTES)
    }

    #[test]
    fn a_file_is_published_once_and_alone() {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("snapshots");
        assert_eq!(publish_in(&folder), Ok(Published::New));
        assert_eq!(publish_in(&folder), Ok(Published::Already));
        assert_eq!(fs::read(folder.join("2023-09-15.ron")).unwrap(), BYTES);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn other_contents_and_links_are_never_replaced() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("2023-09-15.ron");
        for other in ["", "(format: 1)", "(format: 1)\n\n", "(format: 2)\n"] {
            fs::write(&path, other).unwrap();
            assert_eq!(publish_in(temp.path()), Err(NotPublished::Taken(path.clone())));
            assert_eq!(fs::read_to_string(&path).unwrap(), other);
        }
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink("elsewhere", &path).unwrap();
        let refusal = publish_in(temp.path()).unwrap_err();
        assert!(refusal.to_string().contains("它是一个链接"), "{refusal}");
        assert!(!temp.path().join("elsewhere").exists());
    }

    #[test]
    fn what_does_not_read_back_is_not_published_and_leaves_nothing() {
        let temp = tempfile::tempdir().unwrap();
        let answer = publish(&Real, &file(temp.path()), |_| false);
        assert_eq!(answer, Err(NotPublished::Different(temp.path().join("2023-09-15.ron"))));
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 0);
    }

    #[test]
    fn leftovers_of_an_interrupted_try_go_and_strangers_stay() {
        let temp = tempfile::tempdir().unwrap();
        let ours = temp.path().join(temporary_name("2023-08-11.ron", 77));
        let strange = temp.path().join(".notes.tmp");
        fs::write(&ours, "half").unwrap();
        fs::write(&strange, "not ours").unwrap();
        assert_eq!(publish_in(temp.path()), Ok(Published::New));
        assert!(!ours.exists() && strange.exists());
    }

    #[test]
    fn a_file_system_without_second_names_moves_instead() {
        let plain = Sim::with_folders(&["/s"]);
        publish(&plain, &file(Path::new("/s")), |_| true).unwrap();
        let at = plain.calls().iter().position(|name| *name == "link").unwrap() + 1;
        let sim = Sim::with_folders(&["/s"]);
        sim.arrange(&[Fault::Refuse(at, Errno::PERM)]);
        assert_eq!(publish(&sim, &file(Path::new("/s")), |_| true), Ok(Published::New));
        assert_eq!(sim.list("/s"), ["2023-09-15.ron"]);
    }
}

//! One writer at a time: a kernel lock, which its owner's death frees at once.
//!
//! The file's text says who holds it, for people only: nothing is ever decided by it, and a process
//! number in it is never trusted. The file is not removed, or two could hold locks on two files of
//! one name. Network file systems are refused, since their locks may bind one machine alone.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Read;
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::fs::OFlags;
use rustix::io::Errno;

use super::trouble::{Trouble, show};
use crate::words::{Lang, Locked, Step};

/// How long a command waits for the desk or another command.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// The lock, held until this value is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// Why it is not held.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence(Lang::default()))]
pub enum NotLocked {
    /// Somebody else holds it; their own words, when they left some.
    Held(Option<String>),
    /// Locks cannot be trusted here.
    Network {
        /// The folder.
        path: PathBuf,
        /// The kind of file system.
        kind: &'static str,
    },
    /// The system refused.
    Trouble(#[from] Trouble),
}

impl NotLocked {
    /// What happened and what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Held(by) => {
                let by = by.clone().unwrap_or_else(|| Locked::Nobody.text(lang));
                Locked::Held { by }.text(lang)
            }
            Self::Network { path, kind } => {
                Locked::Network { path: show(path), kind: (*kind).to_owned() }.text(lang)
            }
            Self::Trouble(trouble) => trouble.sentence(lang),
        }
    }
}

/// Whether a network file system will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Networks {
    /// No.
    Refused,
    /// The person said so.
    Accepted,
}

impl Lock {
    /// Takes the lock of a state folder, which must be there, and leaves `holder` in it: one line
    /// that says who, where and since when.
    ///
    /// # Errors
    /// When it is still held after `patience`, or cannot be had at all.
    pub fn take(folder: &Path, holder: &str, patience: Duration) -> Result<Self, NotLocked> {
        Self::take_on(folder, holder, patience, Networks::Refused)
    }

    /// As [`Lock::take`], with the person's word on network file systems.
    ///
    /// # Errors
    /// As [`Lock::take`].
    pub fn take_on(
        folder: &Path,
        holder: &str,
        patience: Duration,
        networks: Networks,
    ) -> Result<Self, NotLocked> {
        if let (Networks::Refused, Some(kind)) = (networks, network(folder)?) {
            return Err(NotLocked::Network { path: folder.to_owned(), kind });
        }
        let path = path(folder);
        let until = Instant::now() + patience;
        let mut pause = Duration::from_millis(1);
        loop {
            if let Some(file) = try_once(&path)? {
                let lock = Self { file };
                lock.sign(holder);
                return Ok(lock);
            }
            if Instant::now() >= until {
                return Err(NotLocked::Held(holder_of(folder)));
            }
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(50));
        }
    }

    /// Leaves a text for people. The lock holds without it, so a full disk is no matter. What stood
    /// there is written over and never emptied: to give its one block back, a disk may take longer
    /// than the whole book takes to be read.
    fn sign(&self, holder: &str) {
        let line = format!("{}\n", clean(holder));
        let written = self.file.write_all_at(line.as_bytes(), 0);
        let _ = written.and_then(|()| self.file.set_len(line.len() as u64));
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The kernel frees the lock; what remains is not to name somebody who has left.
        self.sign("");
        // Closing alone is too late while a child that is just being started has the file open too.
        let _ = self.file.unlock();
    }
}

/// What the holder of a lock says of itself. It may have died since: only taking the lock tells.
pub fn holder_of(folder: &Path) -> Option<String> {
    let file = OpenOptions::new().read(true).custom_flags(no_follow()).open(path(folder)).ok()?;
    let mut text = String::new();
    file.take(512).read_to_string(&mut text).ok()?;
    let line = clean(text.lines().next()?);
    (!line.is_empty()).then_some(line)
}

/// Whether a process holds the lock of a state folder now. The kernel's own list is read: nobody who
/// only looks ever takes the lock, not even to find out.
pub fn is_held_by(folder: &Path, process: u32) -> bool {
    let Ok(known) = std::fs::symlink_metadata(path(folder)) else { return false };
    let locks = std::fs::read_to_string("/proc/locks").unwrap_or_default();
    locks.lines().any(|line| holds(line, process, known.ino()))
}

/// Whether anybody holds it, by the same list. Where the kernel shows none, what a holder left in
/// the file is all that is known.
pub fn is_held(folder: &Path) -> bool {
    let Ok(known) = std::fs::symlink_metadata(path(folder)) else { return false };
    match std::fs::read_to_string("/proc/locks") {
        Ok(locks) => locks.lines().any(|line| locker(line, known.ino()).is_some()),
        Err(_) => holder_of(folder).is_some(),
    }
}

/// `1: FLOCK  ADVISORY  WRITE 4711 fd:01:1234 0 EOF`; who waits has `->` before its kind.
fn holds(line: &str, process: u32, inode: u64) -> bool {
    locker(line, inode) == Some(process)
}

/// The process that a line says to hold the lock of a file; 0 for one of another room of the
/// machine (a container).
fn locker(line: &str, inode: u64) -> Option<u32> {
    let mut words = line.split_whitespace().skip(1);
    let is_lock = words.next() == Some("FLOCK");
    let mut rest = words.skip(2);
    let by = rest.next().and_then(|by| by.parse().ok());
    let of = rest.next().and_then(|file| file.rsplit(':').next()?.parse().ok());
    by.filter(|_| is_lock && of == Some(inode))
}

fn path(folder: &Path) -> PathBuf {
    folder.join("lock")
}

fn no_follow() -> i32 {
    // Bits of one machine word, whatever their sign.
    (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed()
}

/// One try: nothing when somebody else holds it.
fn try_once(path: &Path) -> Result<Option<File>, Trouble> {
    let refused = |error: &std::io::Error| {
        Trouble::new(Step::Lock, path, Errno::from_io_error(error).unwrap_or(Errno::IO))
    };
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options.mode(0o640).custom_flags(no_follow());
    let file = options.open(path).map_err(|error| refused(&error))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(refused(&error)),
        Ok(()) => {}
    }
    // A file that was replaced while we waited guards nothing any more.
    let ours = file.metadata().map_err(|error| refused(&error))?;
    let there = std::fs::symlink_metadata(path).ok();
    let same = there.is_some_and(|there| (there.dev(), there.ino()) == (ours.dev(), ours.ino()));
    Ok(same.then_some(file))
}

/// One line without anything that a terminal would obey.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// File systems whose locks may not reach other machines, by the number that `statfs` gives.
const NETWORKS: &[(u32, &str)] = &[
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x6573_5546, "FUSE"),
    (0x0102_1997, "9P"),
    (0x5346_414f, "AFS"),
    (0x00c3_6400, "Ceph"),
    (0x7375_7245, "Coda"),
    (0x0116_1970, "GFS2"),
    (0x7461_636f, "OCFS2"),
    (0x0bd0_0bd0, "Lustre"),
    (0x564c, "NCP"),
];

/// The kind of network file system that a folder lies on, if it does.
///
/// # Errors
/// That the system does not say.
pub fn network(folder: &Path) -> Result<Option<&'static str>, Trouble> {
    let answer = rustix::fs::statfs(folder).map_err(|e| Trouble::new(Step::Look, folder, e))?;
    // The number has 32 bits; some machines give it with a sign.
    Ok(u32::try_from(i128::from(answer.f_type) & 0xffff_ffff).ok().and_then(network_named))
}

fn network_named(magic: u32) -> Option<&'static str> {
    NETWORKS.iter().find(|(number, _)| *number == magic).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::ZERO;

    #[test]
    fn one_holds_it_and_the_other_is_told_who() {
        let home = tempfile::tempdir().unwrap();
        let held = Lock::take(home.path(), "甲秘书 @ desk · pts/3", NOW).unwrap();
        let refusal = Lock::take(home.path(), "乙", NOW).unwrap_err();
        assert_eq!(refusal, NotLocked::Held(Some("甲秘书 @ desk · pts/3".into())));
        assert!(refusal.to_string().starts_with("这本账正由 甲秘书 @ desk · pts/3 记录"));
        drop(held);
        assert_eq!(holder_of(home.path()), None);
        let _next = Lock::take(home.path(), "乙", NOW).unwrap();
        assert_eq!(holder_of(home.path()).as_deref(), Some("乙"));
    }

    #[test]
    fn of_a_longer_name_that_was_left_behind_nothing_stays() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(path(home.path()), "一位死于断电的秘书 @ desk\n").unwrap();
        let _held = Lock::take(home.path(), "甲", NOW).unwrap();
        assert_eq!(std::fs::read_to_string(path(home.path())).unwrap(), "甲\n");
    }

    #[test]
    fn whoever_waits_gets_it_when_it_is_free() {
        let home = tempfile::tempdir().unwrap();
        let held = Lock::take(home.path(), "甲", NOW).unwrap();
        let folder = home.path().to_owned();
        let long = Duration::from_mins(1);
        let waits = std::thread::spawn(move || Lock::take(&folder, "乙", long).map(|_| ()));
        drop(held);
        assert_eq!(waits.join().unwrap(), Ok(()));
    }

    #[test]
    fn of_many_that_race_exactly_one_wins() {
        let home = tempfile::tempdir().unwrap();
        for _ in 0..50 {
            let start = std::sync::Barrier::new(8);
            let held: Vec<Option<Lock>> = std::thread::scope(|scope| {
                let racers: Vec<_> = (0..8)
                    .map(|_| {
                        scope.spawn(|| {
                            start.wait();
                            Lock::take(home.path(), "x", NOW).ok()
                        })
                    })
                    .collect();
                racers.into_iter().map(|racer| racer.join().unwrap()).collect()
            });
            assert_eq!(held.iter().flatten().count(), 1);
        }
    }

    #[test]
    fn a_file_that_replaced_ours_is_not_taken_for_it() {
        let home = tempfile::tempdir().unwrap();
        let held = Lock::take(home.path(), "甲", NOW).unwrap();
        std::fs::remove_file(path(home.path())).unwrap();
        let second = Lock::take(home.path(), "乙", NOW).unwrap();
        // The first still has its own file; the writer's look at its journal is the second net.
        drop(held);
        assert!(Lock::take(home.path(), "丙", NOW).is_err());
        drop(second);
    }

    #[test]
    fn a_text_cannot_command_a_terminal_and_a_link_is_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let _held = Lock::take(home.path(), "甲\u{1b}[2J\n乙", NOW).unwrap();
        assert_eq!(holder_of(home.path()).as_deref(), Some("甲[2J乙"));
        let other = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("target", path(other.path())).unwrap();
        let refusal = Lock::take(other.path(), "甲", NOW).unwrap_err();
        assert!(matches!(refusal, NotLocked::Trouble(t) if t.errno() == Errno::LOOP));
        assert!(!other.path().join("target").exists());
    }

    #[test]
    fn a_child_does_not_inherit_it() {
        let home = tempfile::tempdir().unwrap();
        let held = Lock::take(home.path(), "甲", NOW).unwrap();
        let flags = rustix::io::fcntl_getfd(&held.file).unwrap();
        assert!(flags.contains(rustix::io::FdFlags::CLOEXEC));
    }

    #[test]
    fn network_file_systems_are_known_by_number() {
        assert_eq!(network_named(0x6969), Some("NFS"));
        assert_eq!(network_named(0xff53_4d42), Some("CIFS"));
        assert_eq!(network_named(0xef53), None, "ext4 is local");
        let path = PathBuf::from("/net/book");
        let refusal = NotLocked::Network { path, kind: "NFS" };
        assert!(refusal.sentence(Lang::En).contains("network file system (NFS)"));
    }
}

//! Hears from the kernel when a folder changes, and sleeps until then.
//!
//! Only what changes a folder wakes it: a hundred readers of one book do not wake each other by
//! reading (a watcher that asks for every opening would). Nothing here ticks, unless the kernel watches as
//! much as it may already.

mod trail;

use std::collections::BTreeSet;
use std::ffi::CStr;
use std::io::{self, PipeReader, PipeWriter, Read as _, Write as _};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::inotify::{self, CreateFlags, Event, Reader, WatchFlags};
use rustix::io::Errno;

pub use self::trail::{Blind, Trail};

/// What is a change: a name that came or went, bytes that were written, a file that was let go.
const CHANGES: WatchFlags = WatchFlags::CREATE
    .union(WatchFlags::DELETE)
    .union(WatchFlags::MOVED_FROM)
    .union(WatchFlags::MOVED_TO)
    .union(WatchFlags::MODIFY)
    .union(WatchFlags::CLOSE_WRITE)
    .union(WatchFlags::DELETE_SELF)
    .union(WatchFlags::MOVE_SELF)
    .union(WatchFlags::ONLYDIR)
    .union(WatchFlags::DONT_FOLLOW);

/// Files beside the journal that change with every key and say nothing to others.
const QUIET: [&[u8]; 3] = [b"draft", b"draft.new", b"place.new"];

/// Whether something that was heard is worth telling.
type Matters = fn(&Event<'_>) -> bool;

/// How often a folder is looked at that the kernel has no room to watch.
const NOW_AND_THEN: Timespec = Timespec { tv_sec: 2, tv_nsec: 0 };

/// Folders that are watched until this value is dropped.
pub struct Watch {
    folders: Arc<OwnedFd>,
    /// Those that the kernel has no room for.
    unheard: Mutex<BTreeSet<PathBuf>>,
    /// Whether there are any.
    deaf: Arc<AtomicBool>,
    /// A byte in it says that there are some now; its end is the end.
    bell: Option<PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Begins to watch nothing. `tell` is called on a thread of its own and must not wait.
    ///
    /// # Errors
    /// When the kernel has no room for another watcher.
    pub fn start(tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        // What overflowed has no name, and matters.
        Self::hearing(|event| event.file_name().is_none_or(is_told), tell)
    }

    /// Begins to watch nothing, and tells of what matters alone.
    fn hearing(matters: Matters, tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        let folders = Arc::new(inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?);
        let (rung, bell) = io::pipe()?;
        let deaf = Arc::new(AtomicBool::new(false));
        let ear = Ear { folders: Arc::clone(&folders), rung, deaf: Arc::clone(&deaf), matters };
        let thread = thread::Builder::new().name("watch".to_owned());
        let thread = thread.spawn(move || ear.listen(&tell))?;
        let unheard = Mutex::default();
        Ok(Self { folders, unheard, deaf, bell: Some(bell), thread: Some(thread) })
    }

    /// Watches a folder too; one that is watched already stays so. Where the kernel has no room for it
    /// whoever listens is told now and then, until it is added again and there is.
    ///
    /// # Errors
    /// When it is not there, or may not be read, or is not watched.
    pub fn add(&self, folder: &Path) -> io::Result<()> {
        let added = inotify::add_watch(&*self.folders, folder, CHANGES).map(drop);
        self.heed(folder, added);
        Ok(added?)
    }

    /// Whether something is not watched for want of room.
    pub fn is_deaf(&self) -> bool {
        self.deaf.load(Ordering::Relaxed)
    }

    fn heed(&self, folder: &Path, added: Result<(), Errno>) {
        let mut unheard = self.unheard.lock().unwrap_or_else(PoisonError::into_inner);
        if added == Err(Errno::NOSPC) {
            unheard.insert(folder.to_owned());
        } else {
            unheard.remove(folder);
        }
        let deaf = !unheard.is_empty();
        if !self.deaf.swap(deaf, Ordering::Relaxed)
            && deaf
            && let Some(mut bell) = self.bell.as_ref()
        {
            // Without an ear there is nobody to tell.
            let _ = bell.write_all(b"!");
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        drop(self.bell.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// What waits on a thread of its own.
struct Ear {
    folders: Arc<OwnedFd>,
    rung: PipeReader,
    deaf: Arc<AtomicBool>,
    matters: Matters,
}

impl Ear {
    /// Waits in one place for a change or for the end.
    fn listen(mut self, tell: &impl Fn()) {
        loop {
            let (folders, rung) = (&*self.folders, &self.rung);
            let mut files = [PollFd::new(folders, PollFlags::IN), PollFd::new(rung, PollFlags::IN)];
            let patience = self.deaf.load(Ordering::Relaxed).then_some(&NOW_AND_THEN);
            match poll(&mut files, patience) {
                Ok(0) => tell(),
                Ok(_) | Err(Errno::INTR) => {}
                Err(_) => return,
            }
            let [heard, rung] = files.map(|file| !file.revents().is_empty());
            if rung && !self.rung.read(&mut [0]).is_ok_and(|count| count > 0) {
                return;
            }
            if heard && changed(&self.folders, self.matters) {
                tell();
            }
        }
    }
}

/// Whether a file's name is one of those that others are told of.
fn is_told(name: &CStr) -> bool {
    !QUIET.contains(&name.to_bytes())
}

/// Takes everything that was heard. Whether any of it matters.
fn changed(folders: &OwnedFd, matters: Matters) -> bool {
    let mut buffer = [MaybeUninit::uninit(); 16 << 10];
    let mut heard = Reader::new(folders, &mut buffer);
    let mut any = false;
    while let Ok(event) = heard.next() {
        any |= matters(&event);
    }
    any
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use super::*;

    fn watched(folder: &Path) -> (Watch, Receiver<()>) {
        let (tell, told) = channel();
        let watch = Watch::start(move || {
            let _ = tell.send(());
        })
        .unwrap();
        watch.add(folder).unwrap();
        watch.add(folder).unwrap();
        (watch, told)
    }

    #[test]
    fn a_change_is_heard_and_reading_is_not() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("000001.jnl");
        fs::write(&file, "1").unwrap();
        let (watch, told) = watched(temp.path());
        fs::read(&file).unwrap();
        fs::read_dir(temp.path()).unwrap().for_each(drop);
        fs::write(temp.path().join("draft"), "x").unwrap();
        fs::write(&file, "12").unwrap();
        told.recv_timeout(Duration::from_secs(20)).unwrap();
        drop(watch);
        assert!(told.try_iter().count() <= 3, "one write is a few events at most");
    }

    #[test]
    fn what_the_kernel_has_no_room_for_is_looked_at_now_and_then() {
        let temp = tempfile::tempdir().unwrap();
        let (watch, told) = watched(temp.path());
        let other = temp.path().join("open");
        watch.heed(&other, Err(Errno::NOSPC));
        assert!(watch.is_deaf());
        for _ in 0..2 {
            told.recv_timeout(Duration::from_secs(20)).unwrap();
        }
        watch.heed(&other, Ok(()));
        assert!(!watch.is_deaf());
        drop(watch);
    }

    #[test]
    fn a_folder_that_is_not_there_is_refused() {
        let temp = tempfile::tempdir().unwrap();
        let (watch, told) = watched(temp.path());
        assert!(watch.add(&temp.path().join("nowhere")).is_err());
        drop(watch);
        assert!(told.try_recv().is_err(), "nothing happened");
    }
}

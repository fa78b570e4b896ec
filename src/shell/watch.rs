//! Hears from the kernel when a folder changes, and sleeps until then.
//!
//! Only what changes a folder wakes it: a hundred readers of one book do not wake each other by
//! reading (a watcher that asks for every opening would). Nothing here ticks.

mod trail;

use std::ffi::CStr;
use std::io::{self, PipeReader, PipeWriter};
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use rustix::event::{PollFd, PollFlags, poll};
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

/// Folders that are watched until this value is dropped.
pub struct Watch {
    folders: Arc<OwnedFd>,
    stop: Option<PipeWriter>,
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
        let (stopped, stop) = io::pipe()?;
        let theirs = Arc::clone(&folders);
        let thread = thread::Builder::new().name("watch".to_owned());
        let thread = thread.spawn(move || listen(&theirs, &stopped, matters, &tell))?;
        Ok(Self { folders, stop: Some(stop), thread: Some(thread) })
    }

    /// Watches a folder too; one that is watched already stays so.
    ///
    /// # Errors
    /// When it is not there, or may not be read.
    pub fn add(&self, folder: &Path) -> io::Result<()> {
        Ok(inotify::add_watch(&*self.folders, folder, CHANGES).map(drop)?)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        drop(self.stop.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Waits in one place for a change or for the end.
fn listen(folders: &OwnedFd, stopped: &PipeReader, matters: Matters, tell: &impl Fn()) {
    loop {
        let mut files = [PollFd::new(folders, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
        match poll(&mut files, None) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return,
        }
        if !files[1].revents().is_empty() {
            return;
        }
        if !files[0].revents().is_empty() && changed(folders, matters) {
            tell();
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
    fn a_folder_that_is_not_there_is_refused() {
        let temp = tempfile::tempdir().unwrap();
        let (watch, told) = watched(temp.path());
        assert!(watch.add(&temp.path().join("nowhere")).is_err());
        drop(watch);
        assert!(told.try_recv().is_err(), "nothing happened");
    }
}

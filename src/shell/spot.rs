//! The desk's place on the disk, for whoever follows: a small file that is replaced whole, at most ten
//! times a second, and never synced.
//!
//! It is no record. A desk that dies leaves it behind, so a reader asks the lock whether the desk that
//! it names is still there.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::process::getpid;

use super::lock;
use crate::app::Spot;
use crate::app::spot::Posted;
use crate::format::ron;

/// How long the next one waits.
const PAUSE: Duration = Duration::from_millis(100);

/// Rights of the file: the group of the book reads it.
const MODE: u32 = 0o640;

/// The most that is read of one.
const MOST: u64 = 1 << 16;

/// Writes the newest spot of a desk, as soon as a tenth of a second has passed since the last one.
pub struct Beacon {
    shelf: Arc<Shelf>,
    wake: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

struct Shelf {
    path: PathBuf,
    next: Mutex<Option<Spot>>,
}

impl Beacon {
    /// Begins to tell.
    ///
    /// # Errors
    /// When there is no thread for it.
    pub fn new(path: PathBuf) -> std::io::Result<Self> {
        let shelf = Arc::new(Shelf { path, next: Mutex::new(None) });
        let (wake, woken) = mpsc::channel();
        let theirs = Arc::clone(&shelf);
        let thread = thread::Builder::new().name("spot".to_owned());
        let thread = thread.spawn(move || keep(&theirs, &woken))?;
        Ok(Self { shelf, wake: Some(wake), thread: Some(thread) })
    }

    /// Takes the newest spot.
    pub fn set(&self, spot: Spot) {
        let waiting = self.shelf.next().replace(spot).is_some();
        if let Some(wake) = self.wake.as_ref().filter(|_| !waiting) {
            let _ = wake.send(());
        }
    }
}

/// A desk that is left is nowhere.
impl Drop for Beacon {
    fn drop(&mut self) {
        drop(self.wake.take());
        let _ = self.thread.take().map(JoinHandle::join);
        let _ = fs::remove_file(&self.shelf.path);
    }
}

impl Shelf {
    fn next(&self) -> std::sync::MutexGuard<'_, Option<Spot>> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What cannot be written is no reason to stop a meeting: followers stay where they are.
    fn put_down(&self) {
        let next = self.next().take();
        let Some(desk) = u32::try_from(getpid().as_raw_nonzero().get()).ok() else { return };
        if let Some(line) = next.and_then(|spot| ron::line(&Posted { desk, spot }).ok()) {
            let _ = write(&self.path, &line);
        }
    }
}

/// Sleeps until there is something to write; what comes within the pause is written after it.
fn keep(shelf: &Shelf, woken: &Receiver<()>) {
    let mut more = woken.recv().is_ok();
    while more {
        shelf.put_down();
        let until = Instant::now() + PAUSE;
        more = false;
        loop {
            match woken.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(()) => more = true,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        more = more || woken.recv().is_ok();
    }
}

fn write(path: &Path, line: &str) -> std::io::Result<()> {
    let beside = path.with_extension("new");
    let _ = fs::remove_file(&beside);
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(MODE).open(&beside)?;
    writeln!(file, "{line}")?;
    fs::rename(&beside, path)
}

/// Where the desk is that holds the lock of a state folder; none when none does.
pub fn read(path: &Path, state: &Path) -> Option<Spot> {
    let known = fs::symlink_metadata(path).ok()?;
    if !known.is_file() || known.len() > MOST {
        return None;
    }
    let text = fs::read_to_string(path).ok()?;
    let posted: Posted = ron::read_line(text.trim_end_matches('\n')).ok()?;
    lock::is_held_by(state, posted.desk).then_some(posted.spot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::lock::Lock;

    #[test]
    fn a_spot_is_read_while_its_desk_holds_the_lock() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("place");
        let lock = Lock::take(temp.path(), "甲", Duration::ZERO).unwrap();
        let beacon = Beacon::new(path.clone()).unwrap();
        beacon.set(Spot::Overview);
        beacon.set(Spot::Paused);
        let begun = Instant::now();
        while read(&path, temp.path()) != Some(Spot::Paused) {
            assert!(begun.elapsed() < Duration::from_secs(20));
            thread::yield_now();
        }
        drop(lock);
        assert_eq!(read(&path, temp.path()), None, "nobody holds the lock");
        drop(beacon);
        assert!(!path.exists());
    }

    #[test]
    fn a_file_that_is_no_spot_is_none() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("place");
        let _lock = Lock::take(temp.path(), "甲", Duration::ZERO).unwrap();
        for text in ["", "(desk: 1, spot: Overview)", "(desk: -1)", "\u{1b}[2J", "(spot: Overview)"]
        {
            fs::write(&path, text).unwrap();
            assert_eq!(read(&path, temp.path()), None, "{text:?}");
        }
    }
}

//! The line that is being typed, kept in a file of its own so that a crash costs a quarter of a
//! second of typing at most.
//!
//! A draft is not a record: it is not synced, nothing is promised of it, and it belongs to what was
//! open when it was typed. It must never hold up the keyboard, so a thread writes it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::ledger::SnapshotId;

/// How long a text may be in memory only.
const PATIENCE: Duration = Duration::from_millis(250);

/// Rights of the file: nobody else reads what is not said yet.
const MODE: u32 = 0o600;

/// The most of a draft that is taken back: as many pasted lines as the desk takes, all of them long.
const MOST: u64 = 1 << 22;

/// Keeps the newest text of the line in a file.
pub struct Draft {
    shelf: Arc<Shelf>,
    /// None until something is typed: who only looks needs no thread for it.
    keeper: Option<Keeper>,
}

/// The thread that writes, and how it is woken.
struct Keeper {
    wake: Sender<()>,
    thread: JoinHandle<()>,
}

/// What is typed and not written yet. The thread of signals holds it too.
pub struct Shelf {
    path: PathBuf,
    typed: Mutex<Option<String>>,
}

impl Draft {
    /// Begins with what is in the file.
    pub fn new(path: PathBuf) -> Self {
        let shelf = Arc::new(Shelf { path, typed: Mutex::new(None) });
        Self { shelf, keeper: None }
    }

    /// Takes the text of the line; an empty one ends the draft.
    pub fn set(&mut self, open: Option<&SnapshotId>, text: &str) {
        let head = open.map(ToString::to_string).unwrap_or_default();
        let whole = if text.is_empty() { String::new() } else { format!("{head}\n{text}") };
        let waiting = self.shelf.typed().replace(whole).is_some();
        if waiting {
            return;
        }
        if self.keeper.is_none() {
            self.keeper = Keeper::start(&self.shelf).ok();
        }
        match &self.keeper {
            Some(keeper) => drop(keeper.wake.send(())),
            None => self.shelf.put_down(),
        }
    }

    /// For whoever must put the text down when the program is ended.
    pub fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(&self.shelf)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(Keeper { wake, thread }) = self.keeper.take() {
            drop(wake);
            let _ = thread.join();
        }
        self.shelf.put_down();
    }
}

impl Keeper {
    fn start(shelf: &Arc<Shelf>) -> std::io::Result<Self> {
        let (wake, woken) = mpsc::channel();
        let theirs = Arc::clone(shelf);
        let thread = thread::Builder::new().name("draft".to_owned());
        Ok(Self { wake, thread: thread.spawn(move || keep(&theirs, &woken))? })
    }
}

impl Shelf {
    /// Writes what waits. A draft that cannot be written is no reason to stop a meeting.
    pub fn put_down(&self) {
        if let Some(text) = self.typed().take() {
            let _ = write(&self.path, &text);
        }
    }

    fn typed(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.typed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The text that was typed while a meeting was open and never sent.
pub fn read(path: &Path, open: &SnapshotId) -> Option<String> {
    let known = fs::symlink_metadata(path).ok().filter(|m| m.is_file() && m.len() <= MOST)?;
    let whole = fs::read_to_string(path).ok().filter(|_| known.is_file())?;
    let (head, text) = whole.split_once('\n')?;
    (head == open.to_string() && !text.is_empty()).then(|| text.to_owned())
}

/// Sleeps until something is typed, waits a moment for more, and writes. No tick.
fn keep(shelf: &Shelf, woken: &Receiver<()>) {
    while woken.recv().is_ok() {
        let until = Instant::now() + PATIENCE;
        let mut gone = false;
        while !gone && Instant::now() < until {
            let left = until.saturating_duration_since(Instant::now());
            gone = woken.recv_timeout(left) == Err(RecvTimeoutError::Disconnected);
        }
        shelf.put_down();
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    if text.is_empty() {
        return fs::remove_file(path);
    }
    let beside = path.with_extension("new");
    let _ = fs::remove_file(&beside);
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(MODE).open(&beside)?;
    file.write_all(text.as_bytes())?;
    fs::rename(&beside, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn meeting() -> SnapshotId {
        "2023-09-15".parse().unwrap()
    }

    #[test]
    fn a_draft_comes_back_to_its_own_meeting_only() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("draft");
        let mut draft = Draft::new(path.clone());
        draft.set(Some(&meeting()), "空港");
        draft.set(Some(&meeting()), "空港应急医院");
        drop(draft);
        assert_eq!(read(&path, &meeting()), Some("空港应急医院".to_owned()));
        assert_eq!(read(&path, &SnapshotId::adopted()), None);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn an_empty_line_leaves_no_draft() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("draft");
        let mut draft = Draft::new(path.clone());
        draft.set(Some(&meeting()), "x");
        draft.shelf().put_down();
        assert!(path.exists());
        draft.set(Some(&meeting()), "");
        drop(draft);
        assert!(!path.exists());
    }
}

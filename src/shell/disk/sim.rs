//! The simulated side: a file system in memory that loses power and fails on command.
//!
//! What a program sees and what the disk keeps are two things: a write is kept once its file was
//! synced, a name once its folder was. Between two calls the machine may stop ([`Sim::stop_at`]);
//! then [`Sim::power_cut`] decides which of the unsynced changes the disk kept. A failed sync loses
//! its data for good, while the program goes on seeing them and the next sync says Ok, as Linux
//! does. It must stay stricter than any real disk, and the same for the same numbers.

mod platter;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::{Disk, Errno, Result, Stat};
use platter::{Node, Platter};
pub use platter::{Outcome, Rng};

/// A machine. Clones are the same machine.
#[derive(Clone, Default)]
pub struct Sim(Rc<RefCell<Machine>>);

#[derive(Default)]
struct Machine {
    platter: Platter,
    /// What was called since the start, by name; its length is the number of the last call.
    calls: Vec<&'static str>,
    stop_at: Option<usize>,
    faults: Vec<Fault>,
    lie: Option<Lie>,
    /// What a lying disk will sync at the next call.
    late: Option<usize>,
    down: bool,
    /// Handles of an earlier life are dead.
    life: u32,
}

/// What goes wrong at which call; calls are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The call is refused and nothing happens; a sync loses its data.
    Refuse(usize, Errno),
    /// The call is refused although it was done.
    DoneButRefuse(usize, Errno),
    /// An append takes one byte less than it was given.
    Short(usize),
    /// From this call on, whatever changes the disk is refused.
    Frozen(usize, Errno),
}

/// A disk, or a writer above it, that calls saved what is not: a proof must find it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// Syncing a file does nothing.
    NoSync,
    /// Syncing a folder does nothing.
    NoFolderSync,
    /// Only the call of this number does nothing, if it is a sync.
    Skip(usize),
    /// A sync answers first and is done with the next call.
    LateSync,
    /// A refused sync is tried again on the same file, which says Ok.
    Retry,
}

/// An open folder or file: its node, and the life in which it was opened.
#[derive(Clone, Copy, Debug)]
pub struct Handle {
    node: usize,
    life: u32,
}

impl Sim {
    /// A machine with these folders, on the disk already.
    pub fn with_folders(paths: &[&str]) -> Self {
        let sim = Self::default();
        for path in paths {
            sim.0.borrow_mut().platter.plant(Path::new(path));
        }
        sim
    }

    /// An independent machine in the same state, without its faults.
    #[must_use]
    pub fn fork(&self) -> Self {
        let machine = self.0.borrow();
        let life = machine.life + 1;
        let platter = machine.platter.clone();
        Self(Rc::new(RefCell::new(Machine { platter, life, ..Machine::default() })))
    }

    /// The machine stops at this call, counted from 1, and does not do it.
    pub fn stop_at(&self, call: usize) {
        self.0.borrow_mut().stop_at = Some(call);
    }

    /// These things will go wrong.
    pub fn arrange(&self, faults: &[Fault]) {
        self.0.borrow_mut().faults = faults.to_vec();
    }

    /// The disk lies from now on.
    pub fn deceive(&self, lie: Lie) {
        self.0.borrow_mut().lie = Some(lie);
    }

    /// The names of all calls so far.
    pub fn calls(&self) -> Vec<&'static str> {
        self.0.borrow().calls.clone()
    }

    /// Whether the machine stopped.
    pub fn is_down(&self) -> bool {
        self.0.borrow().down
    }

    /// How many changes are not on the disk.
    pub fn unsynced(&self) -> usize {
        self.0.borrow().platter.unsynced()
    }

    /// The power fails now and comes back: an independent machine with what this one's disk kept.
    #[must_use]
    pub fn power_cut(&self, outcome: Outcome) -> Self {
        let after = self.fork();
        after.0.borrow_mut().platter.power_cut(outcome);
        after
    }

    /// Only the process died: what it wrote is seen, whether it is on the disk or not.
    #[must_use]
    pub fn kill(&self) -> Self {
        self.fork()
    }

    /// A file as a program sees it, beside all counting.
    pub fn peek(&self, path: &str) -> Option<Vec<u8>> {
        let machine = self.0.borrow();
        let node = machine.platter.find(Path::new(path)).ok()?;
        machine.platter.file(node).ok().map(<[u8]>::to_vec)
    }

    /// The names in a folder as a program sees them, beside all counting.
    pub fn list(&self, path: &str) -> Vec<String> {
        let machine = self.0.borrow();
        let node = machine.platter.find(Path::new(path)).ok();
        node.and_then(|node| machine.platter.names(node).ok()).unwrap_or_default()
    }

    /// A number for what the disk shows and what it has yet to keep: equal for equal machines.
    pub fn fingerprint(&self) -> u64 {
        self.0.borrow().platter.fingerprint()
    }

    fn call<T>(
        &self,
        name: &'static str,
        act: impl FnOnce(&mut Machine) -> Result<T>,
    ) -> Result<T> {
        let mut machine = self.0.borrow_mut();
        match machine.begin(name)? {
            None => act(&mut machine),
            Some(Fault::DoneButRefuse(_, errno)) => act(&mut machine).and(Err(errno)),
            Some(Fault::Refuse(_, errno) | Fault::Frozen(_, errno)) => Err(errno),
            Some(Fault::Short(_)) => {
                machine.platter.shorten_next = true;
                act(&mut machine)
            }
        }
    }

    /// As `call`, but a refusal loses what was to be synced.
    fn call_sync(&self, name: &'static str, handle: Handle) -> Result<()> {
        let node = self.node(handle)?;
        let answer = self.call(name, |m| {
            m.sync(name, node);
            Ok(())
        });
        let mut machine = self.0.borrow_mut();
        if answer.is_ok() || machine.down {
            return answer;
        }
        machine.platter.lose(node);
        if machine.lie == Some(Lie::Retry) { Ok(()) } else { answer }
    }

    fn node(&self, handle: Handle) -> Result<usize> {
        let alive = handle.life == self.0.borrow().life;
        if alive { Ok(handle.node) } else { Err(Errno::BADF) }
    }

    fn handle(&self, node: usize) -> Handle {
        Handle { node, life: self.0.borrow().life }
    }
}

impl Machine {
    /// Counts a call; says what goes wrong with it.
    fn begin(&mut self, name: &'static str) -> Result<Option<Fault>> {
        if self.down {
            return Err(Errno::IO);
        }
        self.calls.push(name);
        let now = self.calls.len();
        if self.stop_at == Some(now) {
            self.down = true;
            return Err(Errno::IO);
        }
        if let Some(node) = self.late.take() {
            self.platter.sync(node);
        }
        let changes = !matches!(name, "open_dir" | "look" | "names" | "open" | "stat" | "read");
        Ok(self.faults.iter().copied().find(|fault| match fault {
            Fault::Refuse(at, _) | Fault::DoneButRefuse(at, _) => *at == now,
            Fault::Short(at) => *at == now && name == "append",
            Fault::Frozen(from, _) => *from <= now && changes,
        }))
    }
}

impl Machine {
    fn sync(&mut self, name: &str, node: usize) {
        match self.lie {
            Some(Lie::NoSync) if name == "sync" => {}
            Some(Lie::NoFolderSync) if name == "sync_dir" => {}
            Some(Lie::Skip(at)) if at == self.calls.len() => {}
            Some(Lie::LateSync) => self.late = Some(node),
            _ => self.platter.sync(node),
        }
    }
}

/// The folder above a path, and its last name.
fn split(path: &Path) -> Result<(PathBuf, String)> {
    let above = path.parent().ok_or(Errno::INVAL)?.to_owned();
    let name = path.file_name().and_then(|name| name.to_str()).ok_or(Errno::INVAL)?;
    Ok((above, name.to_owned()))
}

impl Disk for Sim {
    type Dir = Handle;
    type File = Handle;

    fn open_dir(&self, path: &Path) -> Result<Handle> {
        let node = self.call("open_dir", |m| {
            let node = m.platter.find(path)?;
            m.platter.names(node).map(|_| node)
        })?;
        Ok(self.handle(node))
    }

    fn create_dir(&self, path: &Path, _mode: u32) -> Result<()> {
        let (above, name) = split(path)?;
        self.call("create_dir", |m| {
            let above = m.platter.find(&above)?;
            m.platter.add(above, &name, Node::folder()).map(|_| ())
        })
    }

    fn rename_dir(&self, from: &Path, to: &Path) -> Result<()> {
        let ((from, old), (to, new)) = (split(from)?, split(to)?);
        self.call("rename_dir", |m| {
            let (from, to) = (m.platter.find(&from)?, m.platter.find(&to)?);
            m.platter.rename((from, &old), (to, &new))
        })
    }

    fn remove_dir(&self, path: &Path) -> Result<()> {
        let (above, name) = split(path)?;
        self.call("remove_dir", |m| {
            let node = m.platter.find(path)?;
            if !m.platter.names(node)?.is_empty() {
                return Err(Errno::NOTEMPTY);
            }
            let above = m.platter.find(&above)?;
            m.platter.unlink(above, &name)
        })
    }

    fn look(&self, path: &Path) -> Result<Stat> {
        self.call("look", |m| m.platter.find(path).map(|node| m.platter.stat(node)))
    }

    fn names(&self, dir: &Handle) -> Result<Vec<String>> {
        let node = self.node(*dir)?;
        self.call("names", |m| m.platter.names(node))
    }

    fn open(&self, dir: &Handle, name: &str) -> Result<Handle> {
        let dir = self.node(*dir)?;
        let node = self.call("open", |m| {
            let node = m.platter.entry(dir, name)?;
            m.platter.file(node).map(|_| node)
        })?;
        Ok(self.handle(node))
    }

    fn create(&self, dir: &Handle, name: &str, _mode: u32) -> Result<Handle> {
        let dir = self.node(*dir)?;
        let node = self.call("create", |m| m.platter.add(dir, name, Node::file()))?;
        Ok(self.handle(node))
    }

    fn stat(&self, file: &Handle) -> Result<Stat> {
        let node = self.node(*file)?;
        self.call("stat", |m| Ok(m.platter.stat(node)))
    }

    fn read(&self, file: &Handle, cap: u64) -> Result<Vec<u8>> {
        let node = self.node(*file)?;
        self.call("read", |m| {
            let bytes = m.platter.file(node)?;
            if bytes.len() as u64 > cap { Err(Errno::FBIG) } else { Ok(bytes.to_vec()) }
        })
    }

    fn append(&self, file: &Handle, bytes: &[u8]) -> Result<usize> {
        let node = self.node(*file)?;
        self.call("append", |m| m.platter.append(node, bytes))
    }

    fn reserve(&self, file: &Handle, _until: u64) -> Result<()> {
        let node = self.node(*file)?;
        self.call("reserve", |m| m.platter.file(node).map(|_| ()))
    }

    fn release(&self, file: &Handle) -> Result<()> {
        let node = self.node(*file)?;
        self.call("release", |m| m.platter.file(node).map(|_| ()))
    }

    fn sync(&self, file: &Handle) -> Result<()> {
        self.call_sync("sync", *file)
    }

    fn sync_dir(&self, dir: &Handle) -> Result<()> {
        self.call_sync("sync_dir", *dir)
    }

    fn link(&self, dir: &Handle, from: &str, to: &str) -> Result<()> {
        let dir = self.node(*dir)?;
        self.call("link", |m| m.platter.link(dir, from, to))
    }

    fn rename(&self, dir: &Handle, from: &str, to: &str) -> Result<()> {
        let dir = self.node(*dir)?;
        self.call("rename", |m| m.platter.rename((dir, from), (dir, to)))
    }

    fn unlink(&self, dir: &Handle, name: &str) -> Result<()> {
        let dir = self.node(*dir)?;
        self.call("unlink", |m| m.platter.unlink(dir, name))
    }

    fn nonce(&self) -> u64 {
        self.0.borrow().calls.len() as u64
    }
}

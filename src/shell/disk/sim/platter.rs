//! What the machine shows and what its disk keeps: two copies of every file and folder, and the
//! changes between them in the order in which they were made.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::super::{Errno, Result, Stat};

/// What the disk makes of the changes that were not synced when the power failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// None of them is kept.
    Nothing,
    /// All of them are.
    Everything,
    /// The first so many are.
    Prefix(usize),
    /// All but the one of this number are, counted from 0: disks do not keep an order.
    Without(usize),
    /// Each by its own luck; of a write perhaps only a part, or only its length.
    Random(u64),
    /// All but the last write, of which only the first so many bytes are kept.
    TornLast(usize),
    /// All but the last write, of which only the length is kept.
    HollowLast,
}

/// A small sequence of numbers, the same for the same seed (splitmix64).
#[derive(Clone, Copy, Debug)]
pub struct Rng(pub u64);

impl Rng {
    /// The next number, below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound.max(1) as u64).unwrap_or(0)
    }
}

/// A file's bytes or a folder's names.
#[derive(Clone, Debug, Hash)]
pub(super) enum Node {
    File { seen: Vec<u8>, kept: Vec<u8> },
    Folder { seen: Names, kept: Names },
}

type Names = BTreeMap<String, usize>;

impl Node {
    pub(super) fn file() -> Self {
        Self::File { seen: vec![], kept: vec![] }
    }

    pub(super) fn folder() -> Self {
        Self::Folder { seen: Names::new(), kept: Names::new() }
    }
}

/// A change that a program sees and the disk may not have yet.
#[derive(Clone, Debug, Hash)]
struct Unsynced {
    /// The nodes that must be synced before it is certain.
    awaits: BTreeSet<usize>,
    change: Change,
}

#[derive(Clone, Debug, Hash)]
enum Change {
    Write {
        node: usize,
        at: usize,
        bytes: Vec<u8>,
    },
    /// Names that change together: folder, name, and what it leads to.
    Names(Vec<(usize, String, Option<usize>)>),
}

/// The whole state. Node 0 is the root; nodes are never reused, so they serve as inode numbers.
#[derive(Clone, Debug)]
pub(super) struct Platter {
    nodes: Vec<Node>,
    unsynced: Vec<Unsynced>,
    /// The next append takes one byte less.
    pub(super) shorten_next: bool,
}

impl Default for Platter {
    fn default() -> Self {
        Self { nodes: vec![Node::folder()], unsynced: vec![], shorten_next: false }
    }
}

impl Platter {
    /// Makes a folder and those above it, on the disk at once.
    pub(super) fn plant(&mut self, path: &Path) {
        let mut above = 0;
        for part in path.iter().filter_map(|part| part.to_str()).filter(|part| *part != "/") {
            above = match self.entry(above, part) {
                Ok(there) => there,
                Err(_) => self.add(above, part, Node::folder()).unwrap_or(0),
            };
        }
        for change in std::mem::take(&mut self.unsynced) {
            self.keep(change.change);
        }
    }

    pub(super) fn unsynced(&self) -> usize {
        self.unsynced.len()
    }

    pub(super) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.print(0, &mut hasher);
        self.unsynced.hash(&mut hasher);
        hasher.finish()
    }

    /// Feeds everything below a folder, by name: numbers of nodes that nobody reaches do not count.
    fn print(&self, folder: usize, hasher: &mut DefaultHasher) {
        for (name, node) in self.folder(folder).into_iter().flatten() {
            name.hash(hasher);
            self.nodes[*node].hash(hasher);
            self.print(*node, hasher);
        }
    }

    pub(super) fn find(&self, path: &Path) -> Result<usize> {
        let parts = path.iter().filter_map(|part| part.to_str()).filter(|part| *part != "/");
        parts.into_iter().try_fold(0, |node, part| self.entry(node, part))
    }

    pub(super) fn entry(&self, folder: usize, name: &str) -> Result<usize> {
        self.folder(folder)?.get(name).copied().ok_or(Errno::NOENT)
    }

    fn folder(&self, node: usize) -> Result<&Names> {
        match &self.nodes[node] {
            Node::Folder { seen, .. } => Ok(seen),
            Node::File { .. } => Err(Errno::NOTDIR),
        }
    }

    pub(super) fn names(&self, node: usize) -> Result<Vec<String>> {
        self.folder(node).map(|names| names.keys().cloned().collect())
    }

    pub(super) fn file(&self, node: usize) -> Result<&[u8]> {
        match &self.nodes[node] {
            Node::File { seen, .. } => Ok(seen),
            Node::Folder { .. } => Err(Errno::ISDIR),
        }
    }

    pub(super) fn stat(&self, node: usize) -> Stat {
        let size = self.file(node).map_or(0, |bytes| bytes.len() as u64);
        Stat { dev: 1, ino: node as u64, size }
    }

    pub(super) fn add(&mut self, folder: usize, name: &str, new: Node) -> Result<usize> {
        if self.folder(folder)?.contains_key(name) {
            return Err(Errno::EXIST);
        }
        let node = self.nodes.len();
        self.nodes.push(new);
        self.change_names(vec![(folder, name.to_owned(), Some(node))]);
        Ok(node)
    }

    pub(super) fn link(&mut self, folder: usize, from: &str, to: &str) -> Result<()> {
        let node = self.entry(folder, from)?;
        if self.entry(folder, to).is_ok() {
            return Err(Errno::EXIST);
        }
        self.change_names(vec![(folder, to.to_owned(), Some(node))]);
        Ok(())
    }

    /// One change, however many folders it touches: no file system loses a name by half a rename.
    pub(super) fn rename(&mut self, from: (usize, &str), to: (usize, &str)) -> Result<()> {
        let node = self.entry(from.0, from.1)?;
        if self.entry(to.0, to.1).is_ok() {
            return Err(Errno::EXIST);
        }
        let old = (from.0, from.1.to_owned(), None);
        self.change_names(vec![old, (to.0, to.1.to_owned(), Some(node))]);
        Ok(())
    }

    pub(super) fn unlink(&mut self, folder: usize, name: &str) -> Result<()> {
        self.entry(folder, name)?;
        self.change_names(vec![(folder, name.to_owned(), None)]);
        Ok(())
    }

    fn change_names(&mut self, names: Vec<(usize, String, Option<usize>)>) {
        for (folder, name, to) in &names {
            if let Node::Folder { seen, .. } = &mut self.nodes[*folder] {
                set(seen, name, *to);
            }
        }
        let awaits = names.iter().map(|(folder, ..)| *folder).collect();
        self.unsynced.push(Unsynced { awaits, change: Change::Names(names) });
    }

    pub(super) fn append(&mut self, node: usize, bytes: &[u8]) -> Result<usize> {
        let short = usize::from(std::mem::take(&mut self.shorten_next));
        let bytes = &bytes[..bytes.len() - short];
        let Node::File { seen, .. } = &mut self.nodes[node] else { return Err(Errno::ISDIR) };
        let at = seen.len();
        seen.extend_from_slice(bytes);
        let change = Change::Write { node, at, bytes: bytes.to_vec() };
        self.unsynced.push(Unsynced { awaits: BTreeSet::from([node]), change });
        Ok(bytes.len())
    }

    /// All changes of this node are certain, as far as it alone decides.
    pub(super) fn sync(&mut self, node: usize) {
        for mut one in std::mem::take(&mut self.unsynced) {
            one.awaits.remove(&node);
            if one.awaits.is_empty() {
                self.keep(one.change);
            } else {
                self.unsynced.push(one);
            }
        }
    }

    /// A sync of this node failed: its data are zeros on the disk, and nobody will try again. Names
    /// stay to be synced: a file system that cannot write its own structure stops altogether.
    pub(super) fn lose(&mut self, node: usize) {
        for one in std::mem::take(&mut self.unsynced) {
            match one.change {
                Change::Write { node: of, at, bytes } if of == node => {
                    self.keep(Change::Write { node, at, bytes: vec![0; bytes.len()] });
                }
                _ => self.unsynced.push(one),
            }
        }
    }

    fn keep(&mut self, change: Change) {
        match change {
            Change::Write { node, at, bytes } => {
                if let Node::File { kept, .. } = &mut self.nodes[node] {
                    kept.resize(kept.len().max(at + bytes.len()), 0);
                    kept[at..at + bytes.len()].copy_from_slice(&bytes);
                }
            }
            Change::Names(names) => {
                for (folder, name, to) in names {
                    if let Node::Folder { kept, .. } = &mut self.nodes[folder] {
                        set(kept, &name, to);
                    }
                }
            }
        }
    }

    /// From now on the machine shows what the disk kept.
    pub(super) fn power_cut(&mut self, outcome: Outcome) {
        let unsynced = std::mem::take(&mut self.unsynced);
        let is_write = |one: &Unsynced| matches!(one.change, Change::Write { .. });
        let last_write = unsynced.iter().rposition(is_write);
        let mut rng = Rng(match outcome {
            Outcome::Random(seed) => seed,
            _ => 0,
        });
        for (at, one) in unsynced.into_iter().enumerate() {
            let last = Some(at) == last_write;
            let kept = match outcome {
                Outcome::Nothing => None,
                Outcome::Prefix(count) if at >= count => None,
                Outcome::Without(one) if at == one => None,
                Outcome::Random(_) => partly(one.change, &mut rng),
                Outcome::TornLast(bytes) if last => Some(cut(one.change, bytes)),
                Outcome::HollowLast if last => Some(hollow(one.change)),
                _ => Some(one.change),
            };
            if let Some(change) = kept {
                self.keep(change);
            }
        }
        for node in &mut self.nodes {
            match node {
                Node::File { seen, kept } => seen.clone_from(kept),
                Node::Folder { seen, kept } => seen.clone_from(kept),
            }
        }
    }
}

fn set(names: &mut Names, name: &str, to: Option<usize>) {
    match to {
        Some(node) => names.insert(name.to_owned(), node),
        None => names.remove(name),
    };
}

fn partly(change: Change, rng: &mut Rng) -> Option<Change> {
    match rng.below(5) {
        0 | 1 => None,
        2 => {
            let bytes = rng.below(200);
            Some(cut(change, bytes))
        }
        3 if rng.below(2) == 0 => Some(hollow(change)),
        _ => Some(change),
    }
}

fn cut(change: Change, keep: usize) -> Change {
    match change {
        Change::Write { node, at, mut bytes } => {
            bytes.truncate(keep);
            Change::Write { node, at, bytes }
        }
        names @ Change::Names(_) => names,
    }
}

fn hollow(change: Change) -> Change {
    match change {
        Change::Write { node, at, bytes } => {
            Change::Write { node, at, bytes: vec![0; bytes.len()] }
        }
        names @ Change::Names(_) => names,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Disk;
    use super::super::{Fault, Sim};
    use super::*;

    fn one_file() -> (Sim, super::super::Handle, super::super::Handle) {
        let sim = Sim::with_folders(&["/a"]);
        let dir = sim.open_dir(Path::new("/a")).unwrap();
        let file = sim.create(&dir, "f", 0o640).unwrap();
        (sim, dir, file)
    }

    #[test]
    fn a_name_needs_the_sync_of_its_folder_and_bytes_the_sync_of_their_file() {
        let (sim, dir, file) = one_file();
        sim.append(&file, b"x").unwrap();
        sim.sync(&file).unwrap();
        assert_eq!(sim.power_cut(Outcome::Nothing).peek("/a/f"), None);
        assert_eq!(sim.power_cut(Outcome::Everything).peek("/a/f"), Some(b"x".into()));
        sim.sync_dir(&dir).unwrap();
        sim.append(&file, b"y").unwrap();
        let after = |outcome| sim.power_cut(outcome).peek("/a/f").unwrap();
        assert_eq!(after(Outcome::Nothing), b"x");
        assert_eq!(after(Outcome::Everything), b"xy");
        assert_eq!(after(Outcome::HollowLast), b"x\0");
        assert_eq!(after(Outcome::TornLast(0)), b"x");
        assert_eq!(sim.peek("/a/f").unwrap(), b"xy");
    }

    #[test]
    fn a_failed_sync_loses_the_bytes_although_they_are_seen_and_the_next_says_ok() {
        let (sim, dir, file) = one_file();
        sim.sync_dir(&dir).unwrap();
        sim.append(&file, b"x").unwrap();
        sim.arrange(&[Fault::Refuse(5, Errno::IO)]);
        assert_eq!(sim.sync(&file), Err(Errno::IO));
        assert_eq!(sim.sync(&file), Ok(()));
        assert_eq!(sim.peek("/a/f").unwrap(), b"x");
        assert_eq!(sim.power_cut(Outcome::Everything).peek("/a/f").unwrap(), b"\0");
    }

    #[test]
    fn a_move_between_folders_needs_both_and_never_loses_the_name() {
        let sim = Sim::with_folders(&["/a/d", "/b"]);
        sim.rename_dir(Path::new("/a/d"), Path::new("/b/d")).unwrap();
        let b = sim.open_dir(Path::new("/b")).unwrap();
        sim.sync_dir(&b).unwrap();
        let there = |sim: &Sim| (sim.list("/a").len(), sim.list("/b").len());
        assert_eq!(there(&sim.power_cut(Outcome::Nothing)), (1, 0));
        assert_eq!(there(&sim.power_cut(Outcome::Everything)), (0, 1));
        let a = sim.open_dir(Path::new("/a")).unwrap();
        sim.sync_dir(&a).unwrap();
        assert_eq!(there(&sim.power_cut(Outcome::Nothing)), (0, 1));
    }

    #[test]
    fn a_stopped_machine_answers_nothing_more() {
        let (sim, dir, file) = one_file();
        sim.stop_at(3);
        assert!(sim.append(&file, b"x").is_err());
        assert!(sim.is_down() && sim.sync_dir(&dir).is_err());
        assert_eq!(sim.calls(), ["open_dir", "create", "append"]);
    }
}

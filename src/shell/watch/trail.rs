//! Hears when what a path leads to changes: the file itself, and every folder and link on the way.
//!
//! The file may be written in place, replaced, deleted or made anew; a link or a folder on the way may
//! be put elsewhere; any of it may not be there yet. Each thing that is there is watched itself, so
//! what else happens in a busy folder wakes nobody; only where something is missing its folder is
//! watched for it. Nothing here reads the file.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf, absolute};

use rustix::fs::inotify::{self, Event, ReadFlags, WatchFlags};
use rustix::io::Errno;

use super::Watch;
use crate::shell::lock;

/// How many links lead on; the kernel goes no further either.
const LINKS: usize = 40;

/// How often the way is looked at when it changes under our feet.
const TRIES: usize = 8;

/// What happens to a folder or a link itself.
const ITSELF: WatchFlags = WatchFlags::ATTRIB
    .union(WatchFlags::DELETE_SELF)
    .union(WatchFlags::MOVE_SELF)
    .union(WatchFlags::DONT_FOLLOW);

/// What happens to a file: bytes that were written, besides.
const FILE: WatchFlags = ITSELF.union(WatchFlags::MODIFY).union(WatchFlags::CLOSE_WRITE);

/// What happens to a folder in which something is missing: a name that comes, besides.
const MISSED: WatchFlags = ITSELF.union(WatchFlags::CREATE).union(WatchFlags::MOVED_TO);

/// Why the kernel does not tell.
#[derive(Debug)]
pub enum Blind {
    /// It watches as many things as it is allowed to.
    Full,
    /// It lies on a file system of this kind, where others write unheard.
    Remote(&'static str),
    /// It says why.
    Refused(io::Error),
}

/// A path that is watched until this value is dropped.
pub struct Trail {
    path: PathBuf,
    watch: Watch,
    marks: BTreeSet<i32>,
}

/// What is watched, and for what.
type Way = BTreeMap<PathBuf, WatchFlags>;

impl Trail {
    /// Begins to watch nothing yet. `tell` is called on a thread of its own and must not wait.
    ///
    /// # Errors
    /// When the kernel has no room for another watcher.
    pub fn start(path: &Path, tell: impl Fn() + Send + 'static) -> Result<Self, Blind> {
        let path = absolute(path).map_err(Blind::Refused)?;
        // That a watch was taken away is our own doing, or was told as what it came from.
        let watch = Watch::hearing(|event| !is_farewell(event), tell)?;
        Ok(Self { path, watch, marks: BTreeSet::new() })
    }

    /// Watches what the path leads to now: whatever changes from then on is told. To be called again
    /// after anything was told.
    ///
    /// # Errors
    /// Why not; what was watched before may not be watched any more.
    pub fn follow(&mut self) -> Result<(), Blind> {
        for _ in 0..TRIES {
            let way = way(&self.path)?;
            match self.mark(&way) {
                // What came while it was looked for was not heard: the way is another then.
                Ok(()) if self::way(&self.path)? == way => return heard_of(&way),
                Ok(()) => {}
                Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                Err(why) => return Err(why.into()),
            }
        }
        Err(Blind::Refused(io::ErrorKind::Interrupted.into()))
    }

    /// Watches all of a way, and nothing else any more. What was watched before something went wrong is
    /// known too, so that it does not tell for ever.
    fn mark(&mut self, way: &Way) -> io::Result<()> {
        let folders = &*self.watch.folders;
        let mut marks = BTreeSet::new();
        for (path, events) in way {
            let mark = inotify::add_watch(folders, path, *events)?;
            self.marks.insert(mark);
            marks.insert(mark);
        }
        for old in self.marks.difference(&marks) {
            // What is gone took its watch along.
            let _ = inotify::remove_watch(folders, *old);
        }
        self.marks = marks;
        Ok(())
    }
}

impl From<io::Error> for Blind {
    fn from(why: io::Error) -> Self {
        match why.raw_os_error().map(Errno::from_raw_os_error) {
            Some(Errno::NOSPC | Errno::MFILE | Errno::NFILE) => Self::Full,
            _ => Self::Refused(why),
        }
    }
}

fn is_farewell(event: &Event<'_>) -> bool {
    event.events().contains(ReadFlags::IGNORED)
}

/// Everything on the way to where a path leads, as far as it goes.
fn way(path: &Path) -> io::Result<Way> {
    let mut rest: VecDeque<OsString> = names(path).collect();
    let mut here = PathBuf::from("/");
    let mut way = Way::from([(here.clone(), ITSELF)]);
    let mut links = 0;
    while let Some(name) = rest.pop_front() {
        if name == ".." {
            here.pop();
            continue;
        }
        let next = here.join(name);
        let known = match fs::symlink_metadata(&next) {
            Err(why) if why.kind() == io::ErrorKind::NotFound => {
                way.insert(here, MISSED);
                break;
            }
            // What should be a folder is a file: it is watched already.
            Err(why) if why.kind() == io::ErrorKind::NotADirectory => break,
            known => known?,
        };
        if known.is_symlink() {
            links += 1;
            if links > LINKS {
                return Err(Errno::LOOP.into());
            }
            let to = fs::read_link(&next)?;
            if to.is_absolute() {
                here = PathBuf::from("/");
            }
            way.entry(next).or_insert(ITSELF);
            names(&to).rev().for_each(|name| rest.push_front(name));
        } else {
            here = next;
            way.entry(here.clone()).or_insert(if known.is_file() { FILE } else { ITSELF });
        }
    }
    Ok(way)
}

/// The names in a path, and `..` among them.
fn names(path: &Path) -> impl DoubleEndedIterator<Item = OsString> {
    let parts = path.components().map(|part| match part {
        Component::Normal(name) => Some(name.to_owned()),
        Component::ParentDir => Some("..".into()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir => None,
    });
    parts.flatten().collect::<Vec<_>>().into_iter()
}

/// Whether everything on the way lies where the kernel hears of it.
fn heard_of(way: &Way) -> Result<(), Blind> {
    for path in way.keys() {
        // A link that is gone by now was told of; of what cannot be asked nothing else is known.
        if let Ok(Some(kind)) = lock::network(path) {
            return Err(Blind::Remote(kind));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use super::*;

    const TOO_LONG: Duration = Duration::from_secs(20);

    fn followed(path: &Path) -> (Trail, Receiver<()>) {
        let (tell, told) = channel();
        let mut trail = Trail::start(path, move || {
            let _ = tell.send(());
        })
        .unwrap();
        trail.follow().unwrap();
        (trail, told)
    }

    /// Does something, and waits until it is told; then nothing more is.
    #[track_caller]
    fn hears(trail: &mut Trail, told: &Receiver<()>, what: &str, does: impl FnOnce()) {
        does();
        assert!(told.recv_timeout(TOO_LONG).is_ok(), "never told: {what}");
        trail.follow().unwrap();
    }

    #[test]
    fn whatever_happens_to_a_file_is_told() {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        let list = at("authorized_keys");
        let (mut trail, told) = followed(&list);
        let mut hears = |what: &str, does: &dyn Fn()| {
            while told.try_recv().is_ok() {}
            hears(&mut trail, &told, what, does);
        };
        for round in ["first", "second"] {
            hears(&format!("made, {round}"), &|| fs::write(&list, "1").unwrap());
            hears("written", &|| fs::write(&list, "12").unwrap());
            hears("its rights", &|| {
                fs::set_permissions(&list, fs::Permissions::from_mode(0o666)).unwrap();
            });
            hears("replaced", &|| {
                fs::write(at("new"), "3").unwrap();
                fs::rename(at("new"), &list).unwrap();
            });
            hears("written after it was replaced", &|| fs::write(&list, "4").unwrap());
            hears("moved away", &|| fs::rename(&list, at("old")).unwrap());
            hears("moved back", &|| fs::rename(at("old"), &list).unwrap());
            hears("deleted", &|| fs::remove_file(&list).unwrap());
        }
    }

    #[test]
    fn folders_and_links_on_the_way_may_come_go_and_lead_elsewhere() {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        let (mut trail, told) = followed(&at("a/b/keys"));
        let mut hears = |what: &str, does: &dyn Fn()| {
            while told.try_recv().is_ok() {}
            hears(&mut trail, &told, what, does);
        };
        hears("a folder", &|| fs::create_dir(at("a")).unwrap());
        fs::create_dir_all(at("one")).unwrap();
        fs::create_dir_all(at("two")).unwrap();
        hears("a link", &|| symlink("../one", at("a/b")).unwrap());
        hears("a file behind a link", &|| fs::write(at("one/keys"), "1").unwrap());
        hears("the link is put elsewhere", &|| {
            symlink("../two", at("a/c")).unwrap();
            fs::rename(at("a/c"), at("a/b")).unwrap();
        });
        hears("a file in the other folder", &|| {
            symlink(at("one/keys"), at("two/keys")).unwrap();
        });
        hears("what the last link leads to", &|| fs::write(at("one/keys"), "2").unwrap());
        hears("a folder far up is moved away", &|| fs::rename(at("a"), at("z")).unwrap());
        hears("and another comes", &|| fs::create_dir_all(at("a/b")).unwrap());
    }

    #[test]
    fn what_was_watched_before_a_step_failed_is_taken_away_by_the_next() {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        fs::write(at("keys"), "1").unwrap();
        fs::write(at("a"), "1").unwrap();
        let (mut trail, _told) = followed(&at("keys"));
        let before = trail.marks.clone();
        assert!(trail.mark(&Way::from([(at("a"), FILE), (at("gone"), FILE)])).is_err());
        assert_eq!(
            trail.marks.difference(&before).count(),
            1,
            "known, so that it can be taken away"
        );
        trail.follow().unwrap();
        assert_eq!(trail.marks, before);
    }

    #[test]
    fn what_else_happens_in_the_folder_is_not_told() {
        let temp = tempfile::tempdir().unwrap();
        let list = temp.path().join("authorized_keys");
        fs::write(&list, "1").unwrap();
        let (trail, told) = followed(&list);
        for other in ["log", "log.1"] {
            fs::write(temp.path().join(other), "x").unwrap();
            fs::remove_file(temp.path().join(other)).unwrap();
        }
        fs::read(&list).unwrap();
        // The watch hears in order: what is told first is this.
        assert!(told.try_recv().is_err());
        fs::write(&list, "2").unwrap();
        told.recv_timeout(TOO_LONG).unwrap();
        drop(trail);
        assert!(told.try_iter().count() <= 3, "one write is a few events at most");
    }

    #[test]
    fn links_that_lead_nowhere_but_round_are_an_error_and_no_endless_walk() {
        let temp = tempfile::tempdir().unwrap();
        let ring = temp.path().join("ring");
        symlink(&ring, &ring).unwrap();
        let mut trail = Trail::start(&ring, || ()).unwrap();
        assert!(matches!(trail.follow(), Err(Blind::Refused(_))));
    }
}

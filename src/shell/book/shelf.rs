//! The names in `snapshots/`: which are snapshots, and which are something else.
//!
//! Nothing is opened here. What has no snapshot's name, is a link, or is no regular file is named
//! and left alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::site::code;
use crate::ledger::SnapshotId;
use crate::shell::disk::Errno;
use crate::shell::trouble::{Trouble, refused, show};
use crate::words::Step;
use crate::words::book::Odd;

/// What lies in the folder of snapshots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The snapshots, by name.
    pub ids: BTreeSet<SnapshotId>,
    /// Everything else, but hidden files.
    pub odd: Vec<Odd>,
}

/// Reads the names. A folder that is not there is empty.
///
/// # Errors
/// That the folder could not be read.
pub fn list(folder: &Path) -> Result<Shelf, Trouble> {
    let mut shelf = Shelf::default();
    let refuse = |error: &std::io::Error| refused(Step::Read, folder)(code(error));
    let entries = match fs::read_dir(folder) {
        Err(error) if code(&error) == Errno::NOENT => return Ok(shelf),
        answer => answer.map_err(|error| refuse(&error))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| refuse(&error))?;
        let kind = entry.file_type().map_err(|error| refuse(&error))?;
        names.push((entry.file_name(), kind));
    }
    names.sort_by(|a, b| a.0.cmp(&b.0));
    let mut ids = Vec::with_capacity(names.len());
    for (name, kind) in names {
        let shown = show(Path::new(&name));
        if shown.starts_with('.') {
            continue;
        }
        match name.to_str().and_then(snapshot_of) {
            None => shelf.odd.push(Odd::Name { name: shown }),
            Some(_) if kind.is_symlink() => shelf.odd.push(Odd::Link { name: shown }),
            Some(_) if !kind.is_file() => shelf.odd.push(Odd::NotAFile { name: shown }),
            Some(id) => ids.push(id),
        }
    }
    // In order nearly, which a set that is made at once turns to use.
    shelf.ids = ids.into_iter().collect();
    Ok(shelf)
}

/// The snapshot whose file has a name.
fn snapshot_of(name: &str) -> Option<SnapshotId> {
    name.strip_suffix(".ron")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::{CWD, FileType, Mode, mknodat};

    #[test]
    fn only_regular_files_with_a_snapshots_name_are_snapshots() {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        for name in ["0000-adopted.ron", "2023-09-15.ron", "2023-9-1.ron", "备份.ron", ".x.tmp"] {
            fs::write(at(name), "").unwrap();
        }
        fs::write(at("a\u{1b}[2J"), "").unwrap();
        fs::create_dir(at("2023-09-16.ron")).unwrap();
        std::os::unix::fs::symlink("2023-09-15.ron", at("2023-09-17.ron")).unwrap();
        let pipe = at("2023-09-18.ron");
        mknodat(CWD, pipe, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
        let shelf = list(temp.path()).unwrap();
        let ids: Vec<String> = shelf.ids.iter().map(ToString::to_string).collect();
        assert_eq!(ids, ["0000-adopted", "2023-09-15"]);
        assert_eq!(
            shelf.odd,
            [
                Odd::NotAFile { name: "2023-09-16.ron".into() },
                Odd::Link { name: "2023-09-17.ron".into() },
                Odd::NotAFile { name: "2023-09-18.ron".into() },
                Odd::Name { name: "2023-9-1.ron".into() },
                Odd::Name { name: "a\u{fffd}[2J".into() },
                Odd::Name { name: "备份.ron".into() },
            ]
        );
        assert_eq!(list(&at("nowhere")).unwrap(), Shelf::default());
    }
}

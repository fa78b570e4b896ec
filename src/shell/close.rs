//! The steps of a close around the publishing of its snapshot.
//!
//! ```text
//! closing recorded → snapshot published → closed recorded → (commit) → journal filed away → discarded
//! ```
//!
//! Each function may be called again after any interruption, with the same arguments, and comes to
//! the same end: one snapshot, one journal. The commit between them is the caller's, and the
//! journal must not be discarded before it is verified. Where there is no git, it is discarded as soon
//! as it was filed away: what is not for the snapshot must not outlive the close.

use std::path::{Path, PathBuf};

use super::disk::{Disk, Errno};
use super::home::{self, Home, sync_folder};
use super::journal::Journal;
use super::publish::{Final, Published, publish};
use super::trouble::{NotPublished, NotSaved, Trouble, refused};
use crate::ledger::journal::Record;
use crate::words::Step;

/// What a close writes. The snapshot's bytes follow from the records before it alone, so that a
/// close that was interrupted publishes the same.
#[derive(Clone, Copy, Debug)]
pub struct Close<'a> {
    /// The record that names the snapshot to come.
    pub closing: &'a str,
    /// The record that it is there.
    pub closed: &'a str,
    /// The snapshot.
    pub snapshot: Final<'a>,
}

/// Seals what a journal holds.
///
/// # Errors
/// When a record could not be saved or the snapshot not published; trying again is always right.
pub fn seal<D: Disk>(
    journal: &mut Journal<D>,
    close: &Close<'_>,
    reads_back: impl Fn(&[u8]) -> bool,
) -> Result<Published, NotPublished> {
    let stands = |journal: &Journal<D>, end: &[&str]| {
        let last = journal.records().rev().map(Record::payload);
        last.take(end.len()).eq(end.iter().rev().copied())
    };
    let closed = stands(journal, &[close.closing, close.closed]);
    if closed || stands(journal, &[close.closing]) {
        journal.save()?;
    } else {
        journal.append(close.closing)?;
    }
    let published = publish(journal.disk(), &close.snapshot, reads_back)?;
    if !closed {
        record_closed(journal, close.closed)?;
    }
    // It stays until the commit, which may be long, and 1 MiB a meeting with it.
    journal.release();
    Ok(published)
}

/// The snapshot is published whatever becomes of this record: without it the close is merely done
/// once more.
fn record_closed<D: Disk>(journal: &mut Journal<D>, closed: &str) -> Result<(), NotSaved> {
    journal.append(closed).map(|_| ())
}

/// Moves the folder of a closed journal; says where it lies. When the place is taken by an older
/// journal of that name, it gets the next free one: `…-2`. A power cut may undo the move; it is
/// made again then.
///
/// # Errors
/// When the folder is nowhere, or the disk refuses.
pub fn file_away<D: Disk>(disk: &D, open: &Home, done: &Home) -> Result<PathBuf, Trouble> {
    match disk.look(open.path()) {
        Ok(_) => {}
        Err(Errno::NOENT) if disk.look(done.path()).is_ok() => return Ok(done.path().to_owned()),
        Err(errno) => return Err(Trouble::new(Step::Look, open.path(), errno)),
    }
    home::make(disk, &done.above())?;
    // A journal must not move into a folder that could vanish above it.
    sync_folder(disk, done.above().above().path())?;
    move_to_free(disk, open.path(), done.path())
}

fn move_to_free<D: Disk>(disk: &D, from: &Path, to: &Path) -> Result<PathBuf, Trouble> {
    let name = to.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut place = to.to_owned();
    for again in 2.. {
        match disk.rename_dir(from, &place) {
            Err(Errno::EXIST | Errno::NOTEMPTY) => {
                place = to.with_file_name(format!("{name}-{again}"));
            }
            Err(errno) => return Err(Trouble::new(Step::Move, from, errno)),
            Ok(()) => break,
        }
    }
    Ok(place)
}

/// Makes certain that a folder is where it is, and no longer where it was.
fn settle_move<D: Disk>(disk: &D, open: &Home, place: &Path) -> Result<(), Trouble> {
    place.parent().map_or(Ok(()), |shelf| sync_folder(disk, shelf))?;
    sync_folder(disk, open.above().path())
}

/// Removes a journal that was filed away and whose snapshot is committed, with everything in it;
/// `open` is where it lay before. A journal that is gone already is no failure.
///
/// # Errors
/// What could not be removed.
pub fn discard<D: Disk>(disk: &D, open: &Home, folder: &Path) -> Result<(), Trouble> {
    let dir = match disk.open_dir(folder) {
        Err(Errno::NOENT) => return settle_absence(disk, folder),
        answer => answer.map_err(refused(Step::Open, folder))?,
    };
    // Whoever moved it may have died before the move was certain; half of it must not come back.
    settle_move(disk, open, folder)?;
    for name in disk.names(&dir).map_err(refused(Step::Read, folder))? {
        let path = folder.join(&name);
        disk.unlink(&dir, &name).map_err(refused(Step::Remove, &path))?;
    }
    disk.remove_dir(folder).map_err(refused(Step::Remove, folder))?;
    settle_absence(disk, folder)
}

/// Makes certain that a folder is gone.
fn settle_absence<D: Disk>(disk: &D, folder: &Path) -> Result<(), Trouble> {
    match folder.parent() {
        Some(above) if disk.look(above) != Err(Errno::NOENT) => sync_folder(disk, above),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::MetadataExt as _;

    use super::*;
    use crate::shell::disk::Real;

    fn close(folder: &Path) -> Close<'_> {
        let snapshot = Final { folder, name: "2023-09-15.ron", bytes: b"sealed\n" };
        Close { closing: "Closing(\"sha256:12\")", closed: "Closed", snapshot }
    }

    #[test]
    fn a_meeting_ends_as_one_file_and_no_journal() {
        let temp = tempfile::tempdir().unwrap();
        let open = Home::new(temp.path(), "yiding/open/2023-09-15");
        let done = Home::new(temp.path(), "yiding/done/2023-09-15");
        let folder = temp.path().join("snapshots");
        let mut journal = Journal::open_new(Real, open.clone(), "header").unwrap();
        journal.append("Did(1)").unwrap();
        assert_eq!(seal(&mut journal, &close(&folder), |_| true), Ok(Published::New));
        assert_eq!(seal(&mut journal, &close(&folder), |_| true), Ok(Published::Already));
        let payloads: Vec<&str> = journal.records().map(Record::payload).collect();
        assert_eq!(payloads, ["Did(1)", "Closing(\"sha256:12\")", "Closed"]);

        let taken = fs::metadata(open.file("000001.jnl")).unwrap().blocks() * 512;
        assert!(taken < 1 << 20, "{taken} bytes are kept for a journal that is closed");

        let place = file_away(&Real, &open, &done).unwrap();
        assert_eq!(file_away(&Real, &open, &done).unwrap(), place);
        assert!(!open.path().exists() && place.join("000001.jnl").exists());
        discard(&Real, &open, &place).unwrap();
        discard(&Real, &open, &place).unwrap();
        assert_eq!(fs::read_dir(done.above().path()).unwrap().count(), 0);
    }

    #[test]
    fn a_second_journal_of_one_name_does_not_replace_the_first() {
        let temp = tempfile::tempdir().unwrap();
        let open = Home::new(temp.path(), "yiding/open/2023-09-15");
        let done = Home::new(temp.path(), "yiding/done/2023-09-15");
        for place in ["2023-09-15", "2023-09-15-2", "2023-09-15-3"] {
            Journal::open_new(Real, open.clone(), "header").unwrap();
            let there = file_away(&Real, &open, &done).unwrap();
            assert_eq!(there, done.above().path().join(place));
        }
    }

    #[test]
    fn a_name_that_is_taken_stops_the_close_and_the_records_stay() {
        let temp = tempfile::tempdir().unwrap();
        let open = Home::new(temp.path(), "yiding/open/2023-09-15");
        fs::write(temp.path().join("2023-09-15.ron"), "another").unwrap();
        let mut journal = Journal::open_new(Real, open, "header").unwrap();
        let answer = seal(&mut journal, &close(temp.path()), |_| true);
        assert!(matches!(answer, Err(NotPublished::Taken(_))));
        assert_eq!(journal.records().count(), 1);
    }
}

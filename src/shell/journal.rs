//! The writer of a journal: what it calls saved is on the disk.
//!
//! A [`Journal`] holds every record in memory and at most one healthy file. Saving appends the
//! lines that are missing and syncs; whatever goes wrong there, the file is never touched again
//! (a sync that failed once says Ok the next time while the bytes are gone), and a new segment
//! gets the header and *every* record, synced with its folders, before anything is called saved.
//! A journal that was recovered starts the same way, with no file. If the new segment fails too,
//! the records stay in memory and the next save tries again.
//!
//! Nothing here cuts, overwrites or repairs a file. A record that was appended keeps its number
//! for ever, saved or not; one that could not be saved can be given up, and a void keeps its number.

mod segment;

use std::path::{Path, PathBuf};

use super::disk::{Disk, Errno, READ_CAP};
use super::home::{self, Home};
use super::trouble::{NotOpened, NotSaved, Rewritten, Trouble, refused};
use crate::ledger::journal::{self, Header, Record, Recovered};
use crate::words::Step;
use segment::{Segment, Setback};

/// A journal that is open for writing. Its lock is the caller's business.
pub struct Journal<D: Disk> {
    disk: D,
    home: Home,
    header: Header,
    records: Vec<Record>,
    /// How many of them are on the disk, as far as this process made sure.
    saved: usize,
    /// How many were read from the disk: not made sure of, and yet not in memory only.
    read: usize,
    segment: Option<Segment<D>>,
    /// The number of the next file; nobody else may have used it.
    next: u32,
    /// Whether the names above our files are known to be on the disk.
    settled: bool,
    /// Files of a recovered journal that the next segment makes superfluous.
    superseded: Vec<String>,
    stopped: Option<PathBuf>,
}

/// A record that is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its number.
    pub seq: u64,
    /// Why the journal goes on in a new file, if it does; a person is told.
    pub rewritten: Option<Rewritten>,
}

/// What the folder of a journal holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Records and damage.
    pub recovered: Recovered,
    /// The number that a new segment gets.
    next: u32,
}

/// Whether a file is one of a journal's, by its name.
pub fn is_segment(name: &str) -> bool {
    segment::number(name).is_some()
}

/// Reads the journal in a folder; nothing is changed. A folder that is not there holds nothing.
///
/// # Errors
/// The folder or the file that could not be read.
pub fn read<D: Disk>(disk: &D, folder: &Path) -> Result<Kept, Trouble> {
    let dir = match disk.open_dir(folder) {
        Err(Errno::NOENT) => return Ok(Kept { next: 1, ..Kept::default() }),
        answer => answer.map_err(refused(Step::Open, folder))?,
    };
    let names = disk.names(&dir).map_err(refused(Step::Read, folder))?;
    let mut files = Vec::new();
    for (number, name) in names.into_iter().filter_map(|n| Some((segment::number(&n)?, n))) {
        let path = folder.join(&name);
        let file = disk.open(&dir, &name).map_err(refused(Step::Open, &path))?;
        let bytes = disk.read(&file, READ_CAP).map_err(refused(Step::Read, &path))?;
        files.push((number, name, bytes));
    }
    files.sort();
    let next = files.last().map_or(1, |(number, ..)| number + 1);
    let segments: Vec<journal::Segment<'_>> =
        files.iter().map(|(_, name, bytes)| journal::Segment { name, bytes }).collect();
    Ok(Kept { recovered: journal::recover(&segments), next })
}

impl<D: Disk> Journal<D> {
    /// Begins a journal; when this returns, its header is on the disk.
    ///
    /// # Errors
    /// When the folder holds a journal, cannot be read, or the header could not be saved.
    pub fn open_new(disk: D, home: Home, header: &str) -> Result<Self, NotOpened> {
        let header = Header::new(header).map_err(NotSaved::Line)?;
        let kept = read(&disk, home.path())?;
        if kept.recovered.header.is_some() || !kept.recovered.damage.is_empty() {
            return Err(NotOpened::Taken(home.path().to_owned()));
        }
        let mut journal = Self::unwritten(disk, home, header, kept);
        journal.save()?;
        Ok(journal)
    }

    /// Goes on with what [`read`] found. Nothing is written until the first [`Self::save`] or
    /// [`Self::append`], which write the whole journal once more: what was recovered may never
    /// have reached the disk.
    ///
    /// # Errors
    /// When the header is missing.
    pub fn resume(disk: D, home: Home, mut kept: Kept) -> Result<Self, NotOpened> {
        let text = kept.recovered.header.take();
        let header = text.and_then(|text| Header::new(&text).ok());
        let header = header.ok_or_else(|| NotOpened::Headless(home.path().to_owned()))?;
        Ok(Self::unwritten(disk, home, header, kept))
    }

    fn unwritten(disk: D, home: Home, header: Header, kept: Kept) -> Self {
        let Kept { recovered, next } = kept;
        let Recovered { mut records, mut voids, sound: superseded, .. } = recovered;
        records.append(&mut voids);
        records.sort_by_key(Record::seq);
        let (saved, segment, settled, stopped) = (0, None, false, None);
        let read = records.len();
        Self {
            disk,
            home,
            header,
            records,
            saved,
            read,
            segment,
            next,
            settled,
            superseded,
            stopped,
        }
    }

    /// Every record, saved or not, without those that were given up.
    pub fn records(&self) -> impl DoubleEndedIterator<Item = &Record> {
        self.records.iter().filter(|record| !record.is_void())
    }

    /// How many records are in memory only.
    pub fn unsaved(&self) -> usize {
        self.records[self.saved..].iter().filter(|record| !record.is_void()).count()
    }

    /// The folder of its files.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The file system that it writes to.
    pub fn disk(&self) -> &D {
        &self.disk
    }

    /// Bytes that can still be appended on a full disk; none when the disk knows no reserve.
    pub fn reserve_left(&self) -> Option<u64> {
        self.segment.as_ref().and_then(Segment::reserve_left)
    }

    /// Takes a record and saves it, with all that wait before it.
    ///
    /// # Errors
    /// The record is in memory only, under its number; [`Self::save`] tries again. A payload that
    /// is not one line is not taken.
    pub fn append(&mut self, payload: &str) -> Result<Saved, NotSaved> {
        let seq = self.records.last().map_or(1, |last| last.seq() + 1);
        self.records.push(Record::new(seq, payload).map_err(NotSaved::Line)?);
        Ok(Saved { seq, rewritten: self.save()? })
    }

    /// Makes sure that every record is on the disk; says why, if a new file was needed.
    ///
    /// # Errors
    /// Those that are not; nothing is lost while the process lives.
    pub fn save(&mut self) -> Result<Option<Rewritten>, NotSaved> {
        if let Some(path) = &self.stopped {
            return Err(NotSaved::Foreign { path: path.clone() });
        }
        if self.segment.is_some() && self.saved == self.records.len() {
            return Ok(None);
        }
        let why = match self.continue_segment() {
            Ok(true) => return Ok(None),
            Ok(false) => None,
            Err(Setback::Foreign(path)) => return Err(self.stop(path)),
            Err(Setback::Gone(path)) => {
                self.settled = false;
                Some(Rewritten::Gone(path))
            }
            Err(Setback::Trouble(trouble)) => Some(Rewritten::Poisoned(trouble)),
        };
        self.segment = None;
        match self.begin_segment() {
            Ok(()) => Ok(why),
            Err(Setback::Trouble(trouble)) => {
                let count = (self.records.len() - self.saved.max(self.read)).max(1);
                Err(NotSaved::Disk { count, trouble })
            }
            Err(Setback::Foreign(path) | Setback::Gone(path)) => Err(self.stop(path)),
        }
    }

    /// Gives up the records that could not be saved: their text goes back to whoever typed it, and
    /// the next save makes sure that no copy of them on a failed file ever counts.
    pub fn give_up(&mut self) {
        for record in &mut self.records[self.saved..] {
            if !record.is_void() {
                *record = self.header.void(record);
            }
        }
    }

    /// Goes on in another folder, with every record; the old files stay as they are.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn save_elsewhere(&mut self, home: Home) -> Result<(), NotSaved> {
        (self.home, self.segment, self.settled) = (home, None, false);
        (self.saved, self.stopped) = (0, None);
        self.superseded.clear();
        self.save().map(|_| ())
    }

    /// Gives back the space that was taken for records to come: there are none after a close.
    pub fn release(&mut self) {
        if let Some(segment) = &mut self.segment {
            segment.release(&self.disk);
        }
    }

    fn stop(&mut self, path: PathBuf) -> NotSaved {
        self.segment = None;
        self.stopped = Some(path.clone());
        NotSaved::Foreign { path }
    }

    /// Appends what is missing to the healthy file; false when there is none.
    fn continue_segment(&mut self) -> Result<bool, Setback> {
        let Some(segment) = &mut self.segment else { return Ok(false) };
        let rival = self.home.file(&segment::file_name(self.next));
        segment.check(&self.disk, &rival)?;
        let lines = lines(&self.header, &self.records[self.saved..]);
        segment.append(&self.disk, lines.as_bytes())?;
        self.saved = self.records.len();
        Ok(true)
    }

    /// Writes everything into a new file.
    fn begin_segment(&mut self) -> Result<(), Setback> {
        home::make(&self.disk, &self.home)?;
        let text = self.header.line() + &lines(&self.header, &self.records);
        let name = segment::file_name(self.next);
        // Even a refused call may have made the file: its number is spent.
        self.next += 1;
        let begun = Segment::begin(&self.disk, &self.home, &name, text.as_bytes());
        let settled = begun.and_then(|begun| self.settle().map(|()| begun));
        let segment = settled.inspect_err(|why| self.withdraw(&name, why))?;
        self.segment = Some(segment);
        self.saved = self.records.len();
        self.drop_superseded();
        Ok(())
    }

    fn settle(&mut self) -> Result<(), Setback> {
        if self.settled {
            home::sync_folder(&self.disk, self.home.path())?;
        } else {
            home::settle(&self.disk, &self.home)?;
        }
        self.settled = true;
        Ok(())
    }

    /// Takes a file away of which nothing was called saved, so that tries on a full disk do not
    /// pile up. A file that somebody else made stays.
    fn withdraw(&self, name: &str, why: &Setback) {
        if matches!(why, Setback::Trouble(_))
            && let Ok(dir) = self.disk.open_dir(self.home.path())
        {
            let _ = self.disk.unlink(&dir, name);
        }
    }

    /// Takes away the sound files that the present one repeats. If that fails, or is undone by a
    /// power cut, they merely say the same once more.
    fn drop_superseded(&mut self) {
        if let Ok(dir) = self.disk.open_dir(self.home.path()) {
            for name in std::mem::take(&mut self.superseded) {
                let _ = self.disk.unlink(&dir, &name);
            }
        }
    }
}

fn lines(header: &Header, records: &[Record]) -> String {
    records.iter().map(|record| header.record_line(record)).collect()
}

#[cfg(test)]
mod tests;

//! The journal of what is open, read as it grows: only the bytes that were added are read again.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use crate::ledger::journal::{Record, Recovered, Segment, recover};
use crate::shell::disk::READ_CAP;
use crate::shell::journal::is_segment;

/// The files of a journal, as far as they were read.
#[derive(Debug, Default)]
pub struct Tail {
    folder: PathBuf,
    files: BTreeMap<String, Part>,
    header: Option<String>,
    records: Vec<Record>,
}

#[derive(Debug)]
struct Part {
    inode: u64,
    bytes: Vec<u8>,
}

/// What a look at the journal shows.
#[derive(Debug, PartialEq, Eq)]
pub enum Grown {
    /// These records were added; often none.
    By(Vec<Record>),
    /// It is another one than before, or was written anew.
    Anew {
        /// Its first line.
        header: String,
        /// All its records.
        records: Vec<Record>,
    },
}

impl Tail {
    /// Begins with nothing read.
    pub fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..Self::default() }
    }

    /// Reads what was added. Of a line that is being written nothing counts yet.
    ///
    /// # Errors
    /// The folder or a file could not be read.
    pub fn grow(&mut self) -> io::Result<Grown> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(&self.folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if is_segment(&name) {
                let part = read(&self.folder.join(&name), self.files.remove(&name))?;
                files.insert(name, part);
            }
        }
        self.files = files;
        let parts = self.files.iter();
        let segments: Vec<Segment<'_>> =
            parts.map(|(name, part)| Segment { name, bytes: &part.bytes }).collect();
        let Recovered { header, records, .. } = recover(&segments);
        let goes_on = self.header == header && records.starts_with(&self.records);
        let grown = match header.clone().filter(|_| !goes_on) {
            Some(header) => Grown::Anew { header, records: records.clone() },
            None => Grown::By(records.iter().skip(self.records.len()).cloned().collect()),
        };
        (self.header, self.records) = (header, records);
        Ok(grown)
    }
}

/// The rest of a file that was read in part; all of one that was not.
fn read(path: &Path, known: Option<Part>) -> io::Result<Part> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
    let mut file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    let now = file.metadata()?;
    if !now.is_file() || now.len() > READ_CAP {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let (inode, length) = (now.ino(), usize::try_from(now.len()).unwrap_or(usize::MAX));
    let same = known.filter(|part| part.inode == inode && part.bytes.len() <= length);
    let mut part = same.unwrap_or(Part { inode, bytes: Vec::new() });
    let from = u64::try_from(part.bytes.len()).unwrap_or(u64::MAX);
    file.seek(SeekFrom::Start(from))?;
    file.take(READ_CAP).read_to_end(&mut part.bytes)?;
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::disk::Real;
    use crate::shell::home::Home;
    use crate::shell::journal::{self, Journal};

    fn payloads(grown: Grown) -> (bool, Vec<String>) {
        let texts = |records: Vec<Record>| records.iter().map(|r| r.payload().to_owned()).collect();
        match grown {
            Grown::By(records) => (false, texts(records)),
            Grown::Anew { records, .. } => (true, texts(records)),
        }
    }

    #[test]
    fn only_what_was_added_is_told() {
        let temp = tempfile::tempdir().unwrap();
        let home = || Home::new(temp.path(), "open/2023-09-15");
        let mut journal = Journal::open_new(Real, home(), "header").unwrap();
        let mut tail = Tail::of(home().path());
        assert_eq!(payloads(tail.grow().unwrap()), (true, vec![]));
        journal.append("一").unwrap();
        journal.append("二").unwrap();
        assert_eq!(payloads(tail.grow().unwrap()), (false, vec!["一".into(), "二".into()]));
        assert_eq!(payloads(tail.grow().unwrap()), (false, vec![]));
        // Half a line says nothing; the next desk writes everything once more, and adds to it.
        let segment = home().file("000001.jnl");
        let mut bytes = fs::read(&segment).unwrap();
        bytes.extend(b"000000000003 ");
        fs::write(&segment, &bytes).unwrap();
        assert_eq!(payloads(tail.grow().unwrap()), (false, vec![]));
        drop(journal);
        let kept = journal::read(&Real, home().path()).unwrap();
        let mut journal = Journal::resume(Real, home(), kept).unwrap();
        journal.append("三").unwrap();
        assert_eq!(payloads(tail.grow().unwrap()), (false, vec!["三".into()]));
        fs::remove_dir_all(home().path()).unwrap();
        assert!(tail.grow().is_err());
    }
}

//! Papers as files: whole or not there, and what somebody changed since is left alone.
//!
//! What was written is remembered by its digest beside the journals, so that a paper that nobody
//! touched can be made anew and one that was edited by hand is never lost.

#[cfg(test)]
mod agrees;
pub mod made;
pub mod source;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustix::io::Errno;

use super::args::Over;
use super::failure::{Failure, FailureKind};
use super::trouble::{Trouble, show};
use super::whole;
use crate::format::seal::sha256;
use crate::words::export::Exported;
use crate::words::{Lang, Step};

/// The file with the digests, in the state of a book.
const REMEMBERED: &str = "papers";

/// How many digests are remembered; the oldest are forgotten.
const MOST: usize = 2000;

/// No paper is larger; what is there under its name is not read further.
const LARGEST: u64 = 64 << 20;

/// Where a paper goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// This file.
    File(PathBuf),
    /// This folder, made if it is not there, under a name.
    In(PathBuf, String),
}

/// What became of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Laid {
    /// It is there now.
    Written(PathBuf),
    /// It was there already.
    Same(PathBuf),
    /// Somebody changed what is there, and it is as it was.
    Changed(PathBuf),
}

/// Writes a paper and says what became of it.
///
/// # Errors
/// That somebody changed what is there, or what the disk said; what was there is as it was.
pub fn write(
    state: &Path,
    place: &Place,
    bytes: &[u8],
    over: Over,
    lang: Lang,
) -> Result<String, Failure> {
    match lay(state, place, bytes, over, lang)? {
        Laid::Written(path) => Ok(Exported::Written { path: show(&path) }.text(lang)),
        Laid::Same(path) => Ok(Exported::Same { path: show(&path) }.text(lang)),
        Laid::Changed(path) => {
            let why = Exported::Changed { path: show(&path) }.text(lang);
            let hint = Exported::ReplaceIt.text(lang);
            Err(Failure::new(FailureKind::Forbidden, why).hint(hint))
        }
    }
}

/// Writes a paper, unless somebody changed what is there.
///
/// # Errors
/// What the disk said; what was there is as it was.
pub fn lay(
    state: &Path,
    place: &Place,
    bytes: &[u8],
    over: Over,
    lang: Lang,
) -> Result<Laid, Failure> {
    let path = match place {
        Place::File(path) => path.clone(),
        Place::In(folder, name) => {
            fs::create_dir_all(folder).map_err(|why| refused(Step::Create, folder, &why, lang))?;
            folder.join(name)
        }
    };
    // A link is written through, so that it stays one.
    let path = fs::canonicalize(&path).unwrap_or(path);
    if path.is_dir() {
        let why = Exported::IsFolder { path: show(&path) }.text(lang);
        return Err(Failure::new(FailureKind::Usage, why));
    }
    let known = Remembered::read(state);
    match there(&path) {
        Ok(Some(old)) if old == bytes => return Ok(Laid::Same(path)),
        Ok(Some(old)) if over == Over::Keep && !known.has(&old) => {
            return Ok(Laid::Changed(path));
        }
        Ok(_) => {}
        Err(why) => return Err(refused(Step::Read, &path, &why, lang)),
    }
    whole::put(&path, bytes, Over::Replace)
        .map_err(|why| refused(Step::Write, &path, &why, lang))?;
    known.add(bytes);
    Ok(Laid::Written(path))
}

/// Makes a folder that git passes over; one that is there is taken as it is.
///
/// # Errors
/// What the disk said.
pub fn unseen(folder: &Path, lang: Lang) -> Result<(), Failure> {
    match fs::create_dir(folder) {
        Ok(()) => {}
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        Err(why) => return Err(refused(Step::Create, folder, &why, lang)),
    }
    let ignore = folder.join(".gitignore");
    whole::put(&ignore, b"*\n", Over::Replace)
        .map_err(|why| refused(Step::Write, &ignore, &why, lang))
}

/// What is there under a name; none when nothing is.
fn there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(why) => return Err(why),
    };
    // Whatever else bears the name may never end, and is no paper.
    if !about.is_file() || about.len() > LARGEST {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fs::read(path).map(Some)
}

fn refused(step: Step, path: &Path, why: &io::Error, lang: Lang) -> Failure {
    // An error that went through another library has lost its code, and kept its kind.
    let errno = Errno::from_io_error(why).unwrap_or(match why.kind() {
        io::ErrorKind::NotFound => Errno::NOENT,
        io::ErrorKind::PermissionDenied => Errno::ACCESS,
        io::ErrorKind::StorageFull => Errno::NOSPC,
        io::ErrorKind::QuotaExceeded => Errno::DQUOT,
        io::ErrorKind::ReadOnlyFilesystem => Errno::ROFS,
        io::ErrorKind::NotADirectory => Errno::NOTDIR,
        io::ErrorKind::InvalidInput => Errno::ISDIR,
        _ => Errno::IO,
    });
    Failure::new(FailureKind::Forbidden, Trouble::new(step, path, errno).sentence(lang))
}

/// Digests of what was written, the newest last.
struct Remembered {
    path: PathBuf,
    digests: Vec<String>,
}

impl Remembered {
    /// What is remembered; nothing where it cannot be read.
    fn read(state: &Path) -> Self {
        let path = state.join(REMEMBERED);
        let text = there(&path).ok().flatten().and_then(|bytes| String::from_utf8(bytes).ok());
        let digests = text.unwrap_or_default().lines().map(str::to_owned).collect();
        Self { path, digests }
    }

    fn has(&self, bytes: &[u8]) -> bool {
        self.digests.contains(&sha256(bytes))
    }

    /// Remembers one more. Where that is refused the paper counts as somebody's own from then on: it
    /// is left alone, which loses nothing.
    fn add(mut self, bytes: &[u8]) {
        self.digests.push(sha256(bytes));
        let from = self.digests.len().saturating_sub(MOST);
        let text = self.digests[from..].join("\n") + "\n";
        let _ = whole::put(&self.path, text.as_bytes(), Over::Replace);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(temp: &tempfile::TempDir, bytes: &[u8], over: Over) -> Result<String, Failure> {
        let place = Place::In(temp.path().join("文稿"), "纪要.txt".into());
        write(temp.path(), &place, bytes, over, Lang::Zh)
    }

    #[test]
    fn what_nobody_touched_is_made_anew_and_what_was_edited_stays() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("文稿/纪要.txt");
        let read = || fs::read_to_string(&path).unwrap();
        assert!(at(&temp, "送审稿".as_bytes(), Over::Keep).unwrap().ends_with("纪要.txt"));
        assert!(at(&temp, "送审稿".as_bytes(), Over::Keep).unwrap().ends_with("（没有变化）"));
        at(&temp, "签发".as_bytes(), Over::Keep).unwrap();
        assert_eq!(read(), "签发");
        fs::write(&path, "改过").unwrap();
        let why = at(&temp, "签发".as_bytes(), Over::Keep).unwrap_err();
        assert!(why.message.ends_with("有人改过，没有动它"), "{why:?}");
        assert_eq!((why.kind, read().as_str()), (FailureKind::Forbidden, "改过"));
        at(&temp, "签发".as_bytes(), Over::Replace).unwrap();
        assert_eq!(read(), "签发");
        let left: Vec<_> = fs::read_dir(temp.path().join("文稿")).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_place_that_takes_nothing_says_why() {
        let temp = tempfile::tempdir().unwrap();
        let say = |path: &str| {
            let place = Place::File(temp.path().join(path));
            write(temp.path(), &place, b"x", Over::Keep, Lang::Zh).unwrap_err().message
        };
        assert!(
            say("没有这个目录/纪要.txt").starts_with("找不到"),
            "{}",
            say("没有这个目录/纪要.txt")
        );
        fs::create_dir(temp.path().join("目录")).unwrap();
        assert!(say("目录").ends_with("是目录；写到目录里用 --out"));
        fs::write(temp.path().join("文件"), "x").unwrap();
        assert!(!say("文件/纪要.txt").is_empty());
        let folder = Place::In(temp.path().join("文件"), "纪要.txt".into());
        let why = write(temp.path(), &folder, b"x", Over::Keep, Lang::Zh).unwrap_err();
        assert_eq!(why.kind, FailureKind::Forbidden);
        // No room is left there, whoever asks.
        let full = Place::File("/dev/full".into());
        assert!(write(temp.path(), &full, b"x", Over::Replace, Lang::Zh).is_err());
    }
}

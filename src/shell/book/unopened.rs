//! Why a book could not be opened, with the bytes that show where; and the reading of its files.

use std::path::{Path, PathBuf};

use crate::format::Unreadable;
use crate::format::excerpt::{self, Eyes, Source, Told};
use crate::format::ron::Limits;
use crate::shell::disk::{Disk, READ_CAP, Real};
use crate::shell::trouble::{Trouble, refused, show};
use crate::words::book::Unopened as Why;
use crate::words::{Lang, Step, Unsealed};

/// Why a book could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// Something that needs no place in a file.
    Why(Why),
    /// The system refused.
    Trouble(Trouble),
    /// A file that cannot be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What it holds; empty when it was too big to be looked at.
        bytes: Vec<u8>,
        /// Where and why.
        why: Box<Unreadable>,
    },
}

impl From<Trouble> for Unopened {
    fn from(why: Trouble) -> Self {
        Self::Trouble(why)
    }
}

impl Unopened {
    /// A file whose seal could not even be made again.
    pub(super) fn unsealed(path: &Path, why: &Unsealed) -> Self {
        let (path, why) = (show(path), why.text(Lang::default()));
        Self::Why(Why::NotRead { path, why })
    }

    /// For a person who is to mend it: with the line, and a caret under the fault.
    pub fn shown(&self, eyes: Eyes) -> String {
        let Self::Unreadable { path, bytes, why } = self else { return self.sentence(eyes.lang) };
        let name = named(path);
        let told = Told::of(why, eyes.lang);
        excerpt::picture(Source { name: &name, bytes }, &told, eyes).trim_end().to_owned()
    }

    /// In one line, without the place's own text.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Why(why) => why.text(lang),
            Self::Trouble(why) => why.sentence(lang),
            Self::Unreadable { path, why, .. } => {
                let at = format!("{}:{}:{}", show(path), why.line, why.column);
                Why::NotRead { path: at, why: why.what.text(lang) }.text(lang)
            }
        }
    }
}

/// A path as a person in the current folder writes it.
pub fn named(path: &Path) -> String {
    let here = std::env::current_dir().and_then(std::fs::canonicalize);
    let below = here.ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    show(&below.unwrap_or_else(|| path.to_owned()))
}

/// All bytes of a regular file that is no link and not too big.
///
/// # Errors
/// Why there are none.
pub fn read_bytes(path: &Path, limits: Limits) -> Result<Vec<u8>, Unopened> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let dir = Real.open_dir(folder).map_err(refused(Step::Open, folder))?;
    let file = Real.open(&dir, &name).map_err(refused(Step::Open, path))?;
    let size = Real.stat(&file).map_err(refused(Step::Look, path))?.size;
    if let Err(why) = limits.admit(size) {
        let (path, bytes) = (path.to_owned(), Vec::new());
        return Err(Unopened::Unreadable { path, bytes, why: Box::new(why) });
    }
    Ok(Real.read(&file, READ_CAP).map_err(refused(Step::Read, path))?)
}

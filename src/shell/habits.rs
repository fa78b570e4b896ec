//! What a person uses, for the hint of a start: `habits.ron` among the states of programs in their home,
//! and in no book.
//!
//! It never stands in the way. What cannot be read is left as it was, and nothing is hinted then.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use super::args::Over;
use super::book::unopened::read_bytes;
use super::whole;
use crate::app::tip::{FORMAT, Habits, Wish};
use crate::format::ron::{self, Limits};

/// No habits are longer.
const LIMITS: Limits = Limits { bytes: 1 << 16, format: FORMAT };

/// Where a person's habits lie, and what was read there.
#[derive(Debug)]
pub struct Kept {
    /// None where no home is known, and where the file is not to be written over.
    file: Option<PathBuf>,
    read: Habits,
}

impl Kept {
    /// The habits of whoever runs this process.
    pub fn here() -> Self {
        Self::of(file(&|name| std::env::var_os(name)))
    }

    fn of(file: Option<PathBuf>) -> Self {
        let silent = Habits { hints: Wish::Off, ..Habits::default() };
        let Some(path) = file else { return Self { file: None, read: silent } };
        let absent =
            fs::symlink_metadata(&path).is_err_and(|why| why.kind() == ErrorKind::NotFound);
        if absent {
            return Self { file: Some(path), read: Habits::default() };
        }
        let bytes = read_bytes(&path, LIMITS).ok();
        match bytes.and_then(|bytes| ron::read(&bytes, LIMITS).ok()) {
            Some(read) => Self { file: Some(path), read },
            None => Self { file: None, read: silent },
        }
    }

    /// What they are.
    pub fn habits(&self) -> Habits {
        self.read.clone()
    }

    /// Writes down what they became, where that is another thing. A hint is not worth a word about a
    /// disk that refuses it.
    pub fn keep(&self, now: &Habits) {
        let Some(file) = self.file.as_deref().filter(|_| *now != self.read) else { return };
        let (Some(folder), Ok(text)) = (file.parent(), ron::write(now)) else { return };
        let made = fs::create_dir_all(folder);
        let _ = made.and_then(|()| whole::put(file, text.as_bytes(), Over::Replace));
    }
}

/// Where habits lie. A relative `XDG_STATE_HOME` counts for nothing, as its makers ask.
fn file(env: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| env(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = folder("XDG_STATE_HOME").or_else(|| Some(folder("HOME")?.join(".local/state")))?;
    Some(state.join("yiding").join("habits.ron"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Table;

    #[test]
    fn habits_come_back_as_they_were_left() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("state/yiding/habits.ron");
        let used: Table<String, u32> = [("search".to_owned(), 2)].into_iter().collect();
        let kept = Kept::of(Some(path.clone()));
        assert_eq!(kept.habits(), Habits::default());
        kept.keep(&kept.habits());
        assert!(!path.exists(), "nothing to keep, nothing written");
        kept.keep(&Habits { used: used.clone(), ..Habits::default() });
        assert_eq!(Kept::of(Some(path)).habits().used, used);
    }

    #[test]
    fn what_cannot_be_read_is_left_alone_and_hints_at_nothing() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("habits.ron");
        for text in ["(format: 1, used: {\"search\": many})", "(format: 99)", "\u{0}"] {
            fs::write(&path, text).unwrap();
            let kept = Kept::of(Some(path.clone()));
            assert_eq!(kept.habits().hints, Wish::Off, "{text}");
            kept.keep(&Habits::default());
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(Kept::of(None).habits().hints, Wish::Off);
    }

    #[test]
    fn a_relative_folder_counts_for_nothing() {
        let env = |name: &str| match name {
            "XDG_STATE_HOME" => Some("state".into()),
            "HOME" => Some("/home/jia".into()),
            _ => None,
        };
        assert_eq!(file(&env), Some("/home/jia/.local/state/yiding/habits.ron".into()));
        assert_eq!(file(&|_| None), None);
    }
}

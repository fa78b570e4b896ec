//! What can fail between memory and disk, as values that know their sentence.
//!
//! An error here keeps the step, the place and the system's code apart until it is shown, so that
//! tests compare values and every seat reads its own language. It must never hold a text that a
//! person typed: errors end in logs.

use std::io;
use std::path::{Path, PathBuf};

use rustix::io::Errno;

use crate::words::{BadLine, Cause, Failed, Lang, Moved, Shut, Step, Unpublished, Unsaved};

/// A step that the system refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.sentence(Lang::default()))]
pub struct Trouble(Box<Refusal>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Refusal {
    step: Step,
    path: PathBuf,
    errno: Errno,
}

impl Trouble {
    /// `step` on `path` was answered with `errno`.
    pub fn new(step: Step, path: &Path, errno: Errno) -> Self {
        Self(Box::new(Refusal { step, path: path.to_owned(), errno }))
    }

    /// The system's code.
    pub fn errno(&self) -> Errno {
        self.0.errno
    }

    /// What, where and why, for people.
    pub fn sentence(&self, lang: Lang) -> String {
        self.0.sentence(lang)
    }

    fn parts(&self, lang: Lang) -> (String, String) {
        (cause(self.0.errno).text(lang), self.0.at(lang))
    }
}

impl Refusal {
    fn sentence(&self, lang: Lang) -> String {
        Failed::AtStep { at: self.at(lang), cause: cause(self.errno).text(lang) }.text(lang)
    }

    fn at(&self, lang: Lang) -> String {
        let step = self.step.text(lang).to_owned();
        Failed::At { step, path: show(&self.path) }.text(lang)
    }
}

/// Why the system refused, for people. What no system says is handed on as it is.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    let code = error.raw_os_error().map(Errno::from_raw_os_error);
    let cause = code.map(cause).or_else(|| cause_of_kind(error.kind()));
    cause.map_or_else(|| error.to_string(), |cause| cause.text(lang))
}

/// Names a refused step: `disk.sync(&file).map_err(refused(Step::Sync, path))`.
pub fn refused(step: Step, path: &Path) -> impl FnOnce(Errno) -> Trouble {
    move |errno| Trouble::new(step, path, errno)
}

/// Records that are in memory only. Nothing of them is lost while the process lives.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence(Lang::default()))]
pub enum NotSaved {
    /// The disk refused, and refused a fresh file as well; the next save tries again.
    Disk {
        /// How many records are not saved.
        count: usize,
        /// The last refusal.
        trouble: Trouble,
    },
    /// Another program writes the same journal: this one never writes it again.
    Foreign {
        /// What it wrote.
        path: PathBuf,
    },
    /// The text cannot stand in a journal; it was not taken at all.
    Line(BadLine),
}

impl NotSaved {
    /// What happened, what is safe, what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Disk { count, trouble } => {
                let (cause, at) = trouble.parts(lang);
                Unsaved::Disk { count: count.to_string(), cause, at }.text(lang)
            }
            Self::Foreign { path } => Unsaved::Foreign { path: show(path) }.text(lang),
            Self::Line(bad) => Unsaved::Line { why: bad.text(lang) }.text(lang),
        }
    }
}

/// A journal that cannot be opened for writing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence(Lang::default()))]
pub enum NotOpened {
    /// The folder holds a journal already.
    Taken(PathBuf),
    /// The journal's header cannot be read, so nothing may be added to it.
    Headless(PathBuf),
    /// Its first line could not be saved.
    NotSaved(#[from] NotSaved),
    /// The folder could not be read.
    Trouble(#[from] Trouble),
}

impl NotOpened {
    /// What happened, what is safe, what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Taken(path) => Shut::Taken { path: show(path) }.text(lang),
            Self::Headless(path) => Shut::Headless { path: show(path) }.text(lang),
            Self::NotSaved(why) => why.sentence(lang),
            Self::Trouble(why) => why.sentence(lang),
        }
    }
}

/// Why a journal went on in a new file: told, because a person may have to look at the old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rewritten {
    /// Its file was deleted, moved or cut.
    Gone(PathBuf),
    /// A write or a sync of its file failed.
    Poisoned(Trouble),
}

impl Rewritten {
    /// What happened and that nothing is missing.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Gone(path) => Moved::Gone { path: show(path) }.text(lang),
            Self::Poisoned(why) => Moved::Poisoned { failed: why.sentence(lang) }.text(lang),
        }
    }
}

/// A snapshot that is not published; its records are in the journal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence(Lang::default()))]
pub enum NotPublished {
    /// Another file has the name.
    Taken(PathBuf),
    /// What was written does not read back as what was meant.
    Different(PathBuf),
    /// The disk refused.
    Trouble(#[from] Trouble),
    /// A record of the close could not be saved.
    NotSaved(#[from] NotSaved),
}

impl NotPublished {
    /// What happened, what is safe, what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Taken(path) => Unpublished::Taken { path: show(path) }.text(lang),
            Self::Different(path) => Unpublished::Different { path: show(path) }.text(lang),
            Self::Trouble(why) => {
                let (cause, at) = why.parts(lang);
                Unpublished::Disk { cause, at }.text(lang)
            }
            Self::NotSaved(why) => why.sentence(lang),
        }
    }
}

/// A path as text without anything that a terminal would obey.
pub fn show(path: &Path) -> String {
    let clean = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    path.to_string_lossy().chars().map(clean).collect()
}

fn cause(errno: Errno) -> Cause {
    match errno {
        Errno::NOSPC => Cause::Full,
        Errno::DQUOT => Cause::Quota,
        Errno::ROFS => Cause::ReadOnly,
        Errno::ACCESS | Errno::PERM => Cause::Denied,
        Errno::IO => Cause::Broken,
        Errno::NOENT => Cause::Missing,
        Errno::LOOP | Errno::MLINK => Cause::Linked,
        Errno::ISDIR | Errno::NOTDIR | Errno::NXIO => Cause::NotAFile,
        Errno::FBIG => Cause::TooBig,
        Errno::XDEV => Cause::Apart,
        Errno::EXIST => Cause::Exists,
        other => Cause::Other { code: other.raw_os_error().to_string() },
    }
}

/// Who hands an error on may have kept no more of it than its kind.
fn cause_of_kind(kind: io::ErrorKind) -> Option<Cause> {
    Some(match kind {
        io::ErrorKind::StorageFull => Cause::Full,
        io::ErrorKind::QuotaExceeded => Cause::Quota,
        io::ErrorKind::ReadOnlyFilesystem => Cause::ReadOnly,
        io::ErrorKind::PermissionDenied => Cause::Denied,
        io::ErrorKind::NotFound => Cause::Missing,
        io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => Cause::NotAFile,
        io::ErrorKind::FileTooLarge => Cause::TooBig,
        io::ErrorKind::CrossesDevices => Cause::Apart,
        io::ErrorKind::AlreadyExists => Cause::Exists,
        io::ErrorKind::InvalidData => Cause::NotText,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Real refusals of each kind: in Chinese nothing of the system's English is left.
    #[test]
    fn a_refusal_is_told_in_the_language_of_whoever_reads_it() {
        use std::fs::{self, File, OpenOptions};
        use std::io::Write as _;
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        fs::write(at("latin"), [0xe9]).unwrap();
        std::os::unix::fs::symlink(at("ring"), at("ring")).unwrap();
        let full = || OpenOptions::new().write(true).open("/dev/full")?.write_all(b"x");
        let beside = || tempfile::Builder::new().tempfile_in(at("nowhere")).map(drop);
        let refusals = [
            (fs::read(at("nowhere")).map(drop), "找不到"),
            (beside(), "找不到"),
            (fs::read(temp.path()).map(drop), "不是普通文件"),
            (File::create(temp.path()).map(drop), "不是普通文件"),
            (fs::read(at("latin/x")).map(drop), "不是普通文件"),
            (fs::read_to_string(at("latin")).map(drop), "不是 UTF-8 文字"),
            (fs::read(at("ring")).map(drop), "是一个链接"),
            (fs::create_dir(temp.path()), "同名的文件已经在那里"),
            (full(), "磁盘已满"),
            (Err(Errno::ACCESS.into()), "没有权限"),
            (Err(io::ErrorKind::PermissionDenied.into()), "没有权限"),
            (Err(Errno::ROFS.into()), "磁盘是只读的"),
        ];
        for (refused, told) in refusals {
            let refused = refused.unwrap_err();
            let said = reason(&refused, Lang::Zh);
            assert!(said.contains(told) && !said.contains("os error"), "{refused}: {said}");
            assert!(!reason(&refused, Lang::En).contains("os error"), "{refused}");
        }
    }

    #[test]
    fn a_failure_says_what_where_why_what_is_safe_and_what_to_do() {
        let trouble = Trouble::new(Step::Sync, Path::new("/book/000001.jnl"), Errno::NOSPC);
        let lost = NotSaved::Disk { count: 2, trouble };
        assert_eq!(
            lost.to_string(),
            "磁盘已满，请腾出空间；2 条记录只在内存里，之前的都已存妥，处理后再试\
             （落盘 /book/000001.jnl 未成）"
        );
        assert_eq!(
            lost.sentence(Lang::En),
            "the disk is full; free some space; 2 record(s) are in memory only, all before them \
             are safe. Repair it and try again (could not sync /book/000001.jnl)"
        );
    }

    #[test]
    fn an_unknown_code_is_named_and_a_path_cannot_command_a_terminal() {
        let trouble = Trouble::new(Step::Open, Path::new("a\u{1b}[2J"), Errno::BADF);
        assert_eq!(trouble.to_string(), "系统错误 9，请告诉管理员（打开 a\u{fffd}[2J 未成）");
    }
}

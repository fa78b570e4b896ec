//! The folders of a repository, found and looked at without running git.

use std::fs;
use std::path::{Path, PathBuf};

use crate::words::NotCommitted;

/// Where a repository keeps what. In a worktree or a submodule the three lie apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folders {
    /// The files.
    pub(super) root: PathBuf,
    /// HEAD and the index of this worktree.
    pub(super) own: PathBuf,
    /// Objects, branches and configuration.
    pub(super) common: PathBuf,
}

/// What git leaves in its folder while something is unfinished, and the command that ends it.
const UNFINISHED: &[(&str, &str)] = &[
    ("MERGE_HEAD", "git merge"),
    ("rebase-merge", "git rebase"),
    ("rebase-apply", "git rebase"),
    ("CHERRY_PICK_HEAD", "git cherry-pick"),
    ("REVERT_HEAD", "git revert"),
];

impl Folders {
    /// Looks upwards from a folder, as git does, for `.git`: a folder, or a file that names one.
    pub(super) fn find(folder: &Path) -> Option<Self> {
        let folder = fs::canonicalize(folder).ok()?;
        folder.ancestors().find_map(Self::at)
    }

    fn at(root: &Path) -> Option<Self> {
        let git = root.join(".git");
        let named = fs::read_to_string(&git).ok();
        let own = match named.as_deref().and_then(|text| text.strip_prefix("gitdir:")) {
            Some(path) => fs::canonicalize(root.join(path.trim())).ok()?,
            None => git,
        };
        let common = match fs::read_to_string(own.join("commondir")) {
            Ok(path) => fs::canonicalize(own.join(path.trim())).ok()?,
            Err(_) => own.clone(),
        };
        let whole = own.join("HEAD").exists() && common.join("objects").is_dir();
        whole.then(|| Self { root: root.to_owned(), own, common })
    }

    /// What stands in the way of a commit and lies there as a file.
    pub(super) fn obstacles(&self) -> Result<(), NotCommitted> {
        let unfinished = UNFINISHED.iter().find(|(name, _)| self.own.join(name).exists());
        if let Some((_, what)) = unfinished {
            return Err(NotCommitted::Unfinished { what: (*what).to_owned() });
        }
        let head = fs::read_to_string(self.own.join("HEAD")).unwrap_or_default();
        if !head.starts_with("ref:") {
            return Err(NotCommitted::Detached);
        }
        if self.lock().exists() { Err(self.locked()) } else { Ok(()) }
    }

    /// That another git holds the index.
    pub(super) fn locked(&self) -> NotCommitted {
        NotCommitted::Locked { lock: self.lock().display().to_string() }
    }

    fn lock(&self) -> PathBuf {
        self.own.join("index.lock")
    }
}

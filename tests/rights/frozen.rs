//! A folder that the program may read and not write, whoever runs the tests.
//!
//! A user's own files are closed by their mode. Root passes every mode, so root's program runs as
//! nobody; without `setpriv` (util-linux, on every Debian) such a test fails and says so.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The user and group that own nothing.
const NOBODY: &str = "65534";

/// A frozen folder, thawed when it is dropped.
pub(crate) struct Frozen {
    folder: PathBuf,
    program: tempfile::TempDir,
    before: BTreeMap<PathBuf, (Vec<u8>, i64, i64)>,
}

impl Frozen {
    /// Freezes a folder with all that is in it.
    pub(crate) fn new(folder: &Path) -> Self {
        let program = tempfile::tempdir().unwrap();
        fs::set_permissions(program.path(), fs::Permissions::from_mode(0o755)).unwrap();
        // The target folder may lie where nobody else may look.
        // `cp` copies it: a program that this process held open for writing while another test
        // started one of its own could not be run yet.
        let copied = Command::new("cp")
            .arg(env!("CARGO_BIN_EXE_yiding"))
            .arg(program.path().join("yiding"))
            .status();
        assert!(copied.is_ok_and(|status| status.success()), "the program is not copied");
        let mode = |path: &Path| fs::symlink_metadata(path).unwrap();
        let is_root = mode(program.path()).uid() == 0;
        if is_root {
            let there = Command::new("setpriv").arg("--version").output();
            assert!(there.is_ok_and(|ran| ran.status.success()), "setpriv (util-linux) is missing");
        }
        change(folder, "a-w,a+rX");
        Self { folder: folder.to_owned(), program, before: content(folder) }
    }

    /// The program as it is called by somebody without rights: its words.
    pub(crate) fn call(&self) -> Vec<String> {
        let path = self.program.path().join("yiding").to_str().unwrap().to_owned();
        if fs::symlink_metadata(self.program.path()).unwrap().uid() != 0 {
            return vec![path];
        }
        let (user, group) = (format!("--reuid={NOBODY}"), format!("--regid={NOBODY}"));
        ["setpriv", &user, &group, "--clear-groups", "--", &path].map(str::to_owned).to_vec()
    }

    /// Nothing came, went or changed.
    pub(crate) fn is_untouched(&self) {
        let now = content(&self.folder);
        let names = |of: &BTreeMap<PathBuf, _>| of.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&now), names(&self.before));
        assert!(now == self.before, "a file was written");
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        change(&self.folder, "u+w");
    }
}

fn change(folder: &Path, how: &str) {
    let changed = Command::new("chmod").args(["-R", how]).arg(folder).status().unwrap();
    assert!(changed.success());
}

/// Every name below a folder, what it holds, and when it was written last.
fn content(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, i64, i64)> {
    let (mut content, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let (path, about) =
                (entry.as_ref().unwrap().path(), entry.unwrap().metadata().unwrap());
            let bytes = if about.is_file() { fs::read(&path).unwrap() } else { Vec::new() };
            content.insert(path.clone(), (bytes, about.mtime(), about.mtime_nsec()));
            if about.is_dir() {
                folders.push(path);
            }
        }
    }
    content
}

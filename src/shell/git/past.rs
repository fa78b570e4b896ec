//! Files as a revision has them: names by one run of git, bytes by another.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::program::Access;
use super::{NotCommitted, Repo, answer, refusal};

impl Repo {
    /// The names in a folder as a revision has it; none when there is no such revision.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn names_at(
        &self,
        revision: &str,
        folder: &Path,
    ) -> Result<Option<Vec<String>>, NotCommitted> {
        if !is_plain(revision) {
            return Ok(None);
        }
        let Some(below) = self.below(folder) else { return Ok(None) };
        let commit = format!("{revision}^{{commit}}");
        let within = format!("{}/", below.display());
        let options = ["ls-tree", "-z", "--name-only", "--full-tree", &commit, "--", &within];
        let arguments: Vec<&OsStr> = options.iter().map(OsStr::new).collect();
        let ran = self.git.run(self.root(), Access::Read, &arguments, None);
        let ran = ran.map_err(refusal::not_run)?;
        if !ran.success {
            return Ok(None);
        }
        let names = ran.output.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        let bare = names.filter_map(|name| Some(name.rsplit_once('/')?.1.to_owned()));
        Ok(Some(bare.collect()))
    }

    /// The bytes of files as a revision has them, by one run of git; none for one that it lacks.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn files_at(
        &self,
        revision: &str,
        files: &[PathBuf],
    ) -> Result<Vec<Option<Vec<u8>>>, NotCommitted> {
        let mut asked = Vec::new();
        for file in files {
            let below = self.below(file).unwrap_or_default();
            asked.extend_from_slice(format!("{revision}:").as_bytes());
            asked.extend_from_slice(below.as_os_str().as_encoded_bytes());
            asked.push(b'\n');
        }
        let ran = self.read(&["cat-file", "--batch"], Some(asked))?;
        let mut answers = ran.output.as_slice();
        Ok(files.iter().map(|_| answer(&mut answers).1).collect())
    }

    /// A place below the root of the repository.
    fn below(&self, place: &Path) -> Option<PathBuf> {
        let below = place.strip_prefix(self.root()).ok()?.to_owned();
        // `cat-file` is asked line by line.
        (!below.as_os_str().as_encoded_bytes().contains(&b'\n')).then_some(below)
    }
}

/// Whether a text can be a revision and nothing else: no option, no second line, no file of one.
fn is_plain(revision: &str) -> bool {
    !revision.is_empty()
        && !revision.starts_with('-')
        && !revision.contains(|c: char| c.is_control() || c == ':')
}

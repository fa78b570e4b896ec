//! A merge that git left unfinished because both sides have a file of one name, and its conclusion.
//!
//! Sealed snapshots are never merged by git; both versions lie in its index, whatever the file in the
//! working tree says. Only what the index has is read here, and nothing is reset.

use std::path::Path;

use super::{NAMED, NotCommitted, Repo};

/// A file about which an unfinished merge is in conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputedFile {
    /// From the root of the repository.
    pub path: String,
    /// The object that our side has.
    pub ours: Option<String>,
    /// The object that the other side has.
    pub theirs: Option<String>,
}

impl Repo {
    /// Whether a merge was begun and not concluded. Runs nothing.
    pub fn is_merging(&self) -> bool {
        self.folders.own.join("MERGE_HEAD").exists()
    }

    /// The files in conflict.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn disputed(&self) -> Result<Vec<DisputedFile>, NotCommitted> {
        let ran = self.read(&["ls-files", "--unmerged", "-z"], None)?;
        if !ran.success {
            return Err(self.explain(&ran, &[]));
        }
        Ok(unmerged(&ran.output))
    }

    /// The bytes of an object.
    ///
    /// # Errors
    /// That git does not have it.
    pub fn object(&self, name: &str) -> Result<Vec<u8>, NotCommitted> {
        let ran = self.read(&["cat-file", "blob", name], None)?;
        if ran.success { Ok(ran.output) } else { Err(self.explain(&ran, &[])) }
    }

    /// The bytes that a commit has of each file, whether or not it is still on the disk.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn blobs(
        &self,
        commit: &str,
        files: &[&Path],
    ) -> Result<Vec<Option<Vec<u8>>>, NotCommitted> {
        Ok(self.at(commit, &self.named(files)?)?.blobs)
    }

    /// Adds files and concludes the merge with git's own message. Done already is done.
    ///
    /// # Errors
    /// Why HEAD does not hold the files as they are on the disk.
    pub fn conclude(&self, files: &[&Path]) -> Result<super::Commit, NotCommitted> {
        let files = self.named(files)?;
        let made = self.try_conclude(&files);
        match (self.head(&files)?.holds(&files), made) {
            (Ok(commit), _) if !self.is_merging() => Ok(commit),
            (_, Err(why)) => Err(self.nameless().unwrap_or(why)),
            (Ok(commit), Ok(())) => Ok(commit),
            (Err(different), Ok(())) => Err(different),
        }
    }

    fn try_conclude(&self, files: &[super::Named]) -> Result<(), NotCommitted> {
        self.write(&["add", "--"], files, None)?;
        self.conflict()?;
        let options = [NAMED.as_slice(), &["commit", "--quiet", "--no-edit"]].concat();
        self.write(&options, &[], None)
    }
}

/// The answer of `git ls-files --unmerged -z`: `MODE NAME STAGE<TAB>FILE<NUL>`.
fn unmerged(output: &[u8]) -> Vec<DisputedFile> {
    let mut files: Vec<DisputedFile> = Vec::new();
    for entry in output.split(|byte| *byte == 0).map(String::from_utf8_lossy) {
        let Some((facts, path)) = entry.split_once('\t') else { continue };
        let mut facts = facts.split(' ').skip(1);
        let (Some(object), Some(stage)) = (facts.next(), facts.next()) else { continue };
        if files.last().is_none_or(|file| file.path != path) {
            files.push(DisputedFile { path: path.to_owned(), ours: None, theirs: None });
        }
        let Some(file) = files.last_mut() else { continue };
        match stage {
            "2" => file.ours = Some(object.to_owned()),
            "3" => file.theirs = Some(object.to_owned()),
            _ => {}
        }
    }
    files
}

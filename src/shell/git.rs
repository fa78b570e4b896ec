//! 入库: files into git, by the user's own `git` program, hooks and signing as configured.
//!
//! A repository is found without running git, and a file counts as committed only when HEAD's bytes
//! were read again and are equal. Only [`remote`] fetches and pushes; nothing here may force, rebase,
//! switch or reset anything, nor touch what the user has staged.

mod driver;
mod folder;
pub mod history;
mod merging;
mod past;
mod program;
mod refusal;
mod remote;
#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use self::driver::{DRIVER, Driver};
use self::folder::Folders;
pub use self::merging::DisputedFile;
use self::program::{Access, Ran};
pub use self::program::{Git, PATIENCE};
pub use self::remote::{Apart, NETWORK, Pushed, Remote};
use super::both::both;
pub use crate::words::NotCommitted;

/// Only a name that somebody gave counts, never one that git makes up from the machine's.
const NAMED: [&str; 2] = ["-c", "user.useConfigOnly=true"];

/// A commit of the files that follow, and of nothing else that may be staged.
const COMMIT: [&str; 7] = ["commit", "--only", "--quiet", "--cleanup=whitespace", "-F", "-", "--"];

/// A repository, and the git that works in it.
#[derive(Clone, Debug)]
pub struct Repo {
    git: Git,
    folders: Folders,
    /// How long the network may take.
    network: Duration,
}

/// The commit that holds the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The object's name in hexadecimal digits.
    pub id: String,
}

/// Who commits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The name, as people write it.
    pub name: String,
    /// The e-mail address.
    pub email: String,
}

impl Repo {
    /// The repository that a folder lies in. Runs nothing, so it also answers where git is absent or
    /// the repository is another user's. A bare repository has no files and is none.
    pub fn find(folder: &Path) -> Option<Self> {
        Some(Self { git: Git::default(), folders: Folders::find(folder)?, network: NETWORK })
    }

    /// Makes a repository in a folder that is in none.
    ///
    /// # Errors
    /// Why git did not.
    pub fn init(folder: &Path) -> Result<Self, NotCommitted> {
        let arguments = ["init", "--quiet"].map(OsStr::new);
        let ran = Git::default().run(folder, Access::Write, &arguments, None);
        let ran = ran.map_err(refusal::not_run)?;
        let refused = || NotCommitted::Refused { said: refusal::words(&ran.complaint) };
        Self::find(folder).ok_or_else(refused)
    }

    /// The same repository under another git.
    #[must_use]
    pub fn run_by(self, git: Git) -> Self {
        Self { git, ..self }
    }

    /// The folder of the files.
    pub fn root(&self) -> &Path {
        &self.folders.root
    }

    /// The folder that all worktrees share: where the journal lives.
    pub fn common_dir(&self) -> &Path {
        &self.folders.common
    }

    /// Puts files, and nothing else that may be staged, into one commit. Done already is done.
    ///
    /// # Errors
    /// Why HEAD does not hold the files as they are on the disk. The files themselves are untouched.
    pub fn commit(&self, files: &[&Path], message: &str) -> Result<Commit, NotCommitted> {
        let files = self.named(files)?;
        if let Err(why) = self.folders.obstacles() {
            return self.head(&files)?.holds(&files).map_err(|_| why);
        }
        let made = self.try_commit(&files, message);
        // A hook that hangs or fails after the commit does not undo it: HEAD is what counts.
        match (self.head(&files)?.holds(&files), made) {
            (Ok(commit), _) => Ok(commit),
            (Err(_), Err(why)) => Err(self.nameless().unwrap_or(why)),
            (Err(different), Ok(())) => Err(different),
        }
    }

    /// Each run of git takes as long as its start, so what nearly always works is tried at once, and
    /// looked for only when it did not.
    fn try_commit(&self, files: &[Named], message: &str) -> Result<(), NotCommitted> {
        let add = || self.write(&["add", "--"], files, None);
        let (added, conflict) = both(add, || self.conflict());
        conflict?;
        added?;
        let options = [NAMED.as_slice(), &COMMIT].concat();
        self.write(&options, files, Some(clean(message)))
    }

    /// Which files are 入库: HEAD has them byte for byte. In the order given, by one run of git.
    pub fn committed(&self, files: &[&Path]) -> Result<Vec<bool>, NotCommitted> {
        let files = self.named(files)?;
        let head = self.head(&files)?;
        Ok(files.iter().zip(&head.blobs).map(|(file, blob)| file.is(blob.as_ref())).collect())
    }

    /// The bytes that HEAD has for a file, whether or not it is still on the disk.
    pub fn head_blob(&self, file: &Path) -> Result<Option<Vec<u8>>, NotCommitted> {
        let file = self.name(file)?;
        Ok(self.head(&[file])?.blobs.into_iter().next().flatten())
    }

    /// Whether git leaves the bytes of a file alone: it turns no line ends, fills in nothing, runs no
    /// filter, and never merges two of them line by line.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn leaves_alone(&self, file: &Path) -> Result<bool, NotCommitted> {
        let file = self.name(file)?;
        let options = ["check-attr", "-z", "text", "merge", "filter", "ident", "--"];
        let mut arguments = options.map(OsStr::new).to_vec();
        arguments.push(file.path.as_os_str());
        let ran = self.git.run(self.root(), Access::Read, &arguments, None);
        let ran = ran.map_err(refusal::not_run)?;
        if !ran.success {
            return Err(self.explain(&ran, &[]));
        }
        let mut words = ran.output.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        let mut answers = Vec::new();
        while let (Some(_), Some(of), Some(is)) = (words.next(), words.next(), words.next()) {
            answers.push((of, is));
        }
        let allows = |of: &str, is: &str| match of {
            "text" | "merge" => is == "unset",
            _ => matches!(is, "unset" | "unspecified"),
        };
        Ok(answers.len() == 4 && answers.iter().all(|(of, is)| allows(of, is)))
    }

    /// What the git program calls itself, in one line.
    ///
    /// # Errors
    /// That there is none.
    pub fn version(&self) -> Result<String, NotCommitted> {
        let ran = self.read(&["--version"], None)?;
        Ok(refusal::words(&ran.output))
    }

    /// What stands in the way of a commit and lies there as a file.
    pub fn obstacle(&self) -> Option<NotCommitted> {
        self.folders.obstacles().err()
    }

    /// Who would commit. A name that git makes up from the machine's does not count.
    pub fn identity(&self) -> Result<Identity, NotCommitted> {
        let ask = |variable| {
            let options = [NAMED.as_slice(), &["var", variable]].concat();
            self.read(&options, None).map(|ran| ran.success.then_some(ran.output))
        };
        let (author, committer) = (ask("GIT_AUTHOR_IDENT")?, ask("GIT_COMMITTER_IDENT")?);
        let author = author.filter(|_| committer.is_some());
        author.and_then(|author| identity(&author)).ok_or(NotCommitted::NoIdentity)
    }

    /// Keeps who commits in the configuration of this repository.
    pub fn set_identity(&self, who: &Identity) -> Result<(), NotCommitted> {
        let (name, email) = (who.name.trim(), who.email.trim());
        let usable = |text: &str| {
            text.chars().any(char::is_alphanumeric) && !text.chars().any(char::is_control)
        };
        if !usable(name) || !usable(email) {
            return Err(NotCommitted::BadIdentity);
        }
        self.write(&["config", "--local", "user.name", name], &[], None)?;
        self.write(&["config", "--local", "user.email", email], &[], None)
    }

    /// Whether files of the index are in conflict: git would commit all the same.
    fn conflict(&self) -> Result<(), NotCommitted> {
        let unmerged = self.read(&["ls-files", "--unmerged", "-z"], None)?;
        match refusal::first_conflict(&unmerged.output) {
            Some(file) => Err(NotCommitted::Conflict { file }),
            None => Ok(()),
        }
    }

    /// That nobody said who commits, if that was it.
    fn nameless(&self) -> Option<NotCommitted> {
        self.identity().err().filter(|why| *why == NotCommitted::NoIdentity)
    }

    fn read(&self, arguments: &[&str], input: Option<Vec<u8>>) -> Result<Ran, NotCommitted> {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        let ran = self.git.run(self.root(), Access::Read, &arguments, input);
        ran.map_err(refusal::not_run)
    }

    fn write(
        &self,
        options: &[&str],
        files: &[Named],
        input: Option<Vec<u8>>,
    ) -> Result<(), NotCommitted> {
        let mut arguments: Vec<&OsStr> = options.iter().map(OsStr::new).collect();
        arguments.extend(files.iter().map(|file| file.path.as_os_str()));
        let ran = self.git.run(self.root(), Access::Write, &arguments, input);
        let ran = ran.map_err(refusal::not_run)?;
        if ran.success { Ok(()) } else { Err(self.explain(&ran, files)) }
    }

    /// Why git refused, from what it said and from what can be seen.
    fn explain(&self, ran: &Ran, files: &[Named]) -> NotCommitted {
        let file = files.first().map(Named::text).unwrap_or_default();
        if let Some(why) = refusal::said(&ran.complaint, &self.folders, file) {
            return why;
        }
        let said = refusal::words(&[ran.output.as_slice(), &ran.complaint].concat());
        if self.has_hooks() { NotCommitted::Hook { said } } else { NotCommitted::Refused { said } }
    }

    fn has_hooks(&self) -> bool {
        let Ok(ran) = self.read(&["rev-parse", "--git-path", "hooks"], None) else { return false };
        let folder = self.root().join(String::from_utf8_lossy(&ran.output).trim_end());
        ["pre-commit", "prepare-commit-msg", "commit-msg"]
            .iter()
            .any(|hook| folder.join(hook).is_file())
    }

    /// HEAD, and what it has for each file, by one run of git.
    fn head(&self, files: &[Named]) -> Result<Head, NotCommitted> {
        self.at("HEAD", files)
    }

    /// A commit, and what it has for each file, by one run of git.
    fn at(&self, commit: &str, files: &[Named]) -> Result<Head, NotCommitted> {
        let mut asked = format!("{commit}\n").into_bytes();
        for file in files {
            asked.extend_from_slice(commit.as_bytes());
            asked.push(b':');
            asked.extend_from_slice(file.path.as_os_str().as_encoded_bytes());
            asked.push(b'\n');
        }
        let ran = self.read(&["cat-file", "--batch"], Some(asked))?;
        if !ran.success {
            return Err(self.explain(&ran, &[]));
        }
        Ok(Head::parse(&ran.output, files.len()))
    }

    fn named(&self, files: &[&Path]) -> Result<Vec<Named>, NotCommitted> {
        files.iter().map(|file| self.name(file)).collect()
    }

    /// A file by its place below the root. Links in its folder are resolved; the file's own name is
    /// not, so that a link is never followed.
    fn name(&self, file: &Path) -> Result<Named, NotCommitted> {
        let place = || {
            let folder = fs::canonicalize(file.parent()?).ok()?;
            let place = folder.join(file.file_name()?);
            let below = place.strip_prefix(self.root()).ok()?.to_owned();
            // `cat-file` is asked line by line.
            (!below.as_os_str().as_encoded_bytes().contains(&b'\n')).then_some(below)
        };
        let outside = || NotCommitted::Outside { file: file.display().to_string() };
        Ok(Named { path: place().ok_or_else(outside)?, bytes: fs::read(file).ok() })
    }
}

/// A file by its place below the root, and its bytes if it is on the disk.
struct Named {
    path: PathBuf,
    bytes: Option<Vec<u8>>,
}

impl Named {
    /// Whether the disk and HEAD both have the file, and have the same.
    fn is(&self, blob: Option<&Vec<u8>>) -> bool {
        blob.is_some() && self.bytes.as_ref() == blob
    }

    fn text(&self) -> String {
        self.path.display().to_string()
    }
}

/// What HEAD says: the commit, none before the first one, and the bytes of each file asked for.
struct Head {
    commit: Option<String>,
    blobs: Vec<Option<Vec<u8>>>,
}

impl Head {
    /// Reads the answers of `git cat-file --batch`: `NAME TYPE SIZE`, the bytes, a line feed; or a
    /// line that says it is missing.
    fn parse(mut answers: &[u8], files: usize) -> Self {
        let (name, _) = answer(&mut answers);
        let blobs = (0..files).map(|_| answer(&mut answers).1).collect();
        Self { commit: name, blobs }
    }

    fn holds(&self, files: &[Named]) -> Result<Commit, NotCommitted> {
        for (file, blob) in files.iter().zip(&self.blobs) {
            if !file.is(blob.as_ref()) {
                return Err(refusal::difference(
                    &file.text(),
                    blob.as_deref(),
                    file.bytes.as_deref(),
                ));
            }
        }
        let missing = NotCommitted::Refused { said: String::new() };
        self.commit.clone().map(|id| Commit { id }).ok_or(missing)
    }
}

/// Takes one answer: the object's name and its bytes.
fn answer(answers: &mut &[u8]) -> (Option<String>, Option<Vec<u8>>) {
    let end = answers.iter().position(|byte| *byte == b'\n').unwrap_or(answers.len());
    let head = String::from_utf8_lossy(&answers[..end]).into_owned();
    *answers = answers.get(end + 1..).unwrap_or_default();
    let mut words = head.split(' ');
    let (Some(name), Some("blob" | "commit"), Some(size), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return (None, None);
    };
    let Some(bytes) = size.parse().ok().and_then(|size| answers.get(..size)) else {
        return (None, None);
    };
    *answers = answers.get(bytes.len() + 1..).unwrap_or_default();
    (Some(name.to_owned()), Some(bytes.to_vec()))
}

/// `Name <email> 1700000000 +0800`
fn identity(line: &[u8]) -> Option<Identity> {
    let line = String::from_utf8_lossy(line);
    let (name, rest) = line.split_once(" <")?;
    let (email, _) = rest.split_once("> ")?;
    Some(Identity { name: name.to_owned(), email: email.to_owned() })
}

/// A message as git shall keep it: lines and no other control characters.
fn clean(message: &str) -> Vec<u8> {
    message.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>().into_bytes()
}

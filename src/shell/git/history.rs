//! What git knows of the files of one folder: which commit brought each, who signed it, and how the
//! folder differs from HEAD. One run of git for all files, whatever their number.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use super::program::{Access, Ran};
use super::{Repo, refusal};
use crate::words::NotCommitted;

/// Commits of a folder's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// The commit that brought a file first, by the file's name.
    pub brought: BTreeMap<String, Brought>,
    /// Commits that changed or removed a file that was there, by the file's name.
    pub touched: BTreeMap<String, Vec<String>>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Its whole name.
    pub commit: String,
    /// How its signature stands; unsigned when nobody asked.
    pub signature: Signature,
    /// Who signed it, as git says it.
    pub signer: String,
}

/// How the signature of a commit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// There is none.
    None,
    /// It is good, and git trusts the key.
    Good,
    /// It is good, and git was not told whose key it is.
    Unknown,
    /// It is good, and signature or key have expired.
    Expired,
    /// It is good, and the key was revoked.
    Revoked,
    /// It is not of this commit.
    Bad,
    /// It could not be looked at.
    Unchecked,
}

/// Whether signatures are looked at: each costs git a program of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signatures {
    /// They are.
    Checked,
    /// They are not.
    Left,
}

/// How a file of a folder differs from HEAD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// HEAD does not have it.
    New,
    /// HEAD has other bytes.
    Changed,
    /// HEAD has it and the disk does not.
    Gone,
}

/// Between two commits, and between the fields of one.
const COMMIT: u8 = 1;

/// A valid file of known keys without any: a good signature of an unknown key is told from none.
const NOBODY: &str = "gpg.ssh.allowedSignersFile=/dev/null";

impl Repo {
    /// The commits of a folder's files, newest last.
    ///
    /// # Errors
    /// That git could not be asked. A repository without commits has no past.
    pub fn past(&self, folder: &Path, signatures: Signatures) -> Result<Past, NotCommitted> {
        let Some(below) = self.folder_below(folder) else { return Ok(Past::default()) };
        let fields = match signatures {
            Signatures::Checked => "%x01%H%x00%G?%x00%GS%x00",
            Signatures::Left => "%x01%H%x00N%x00%x00",
        };
        let format = format!("--format={fields}");
        let line = ["log", "-z", "-m", "--no-renames", "--diff-filter=AMDT", "--name-status"];
        let asked = |first: &[&str]| {
            let words = [first, &line, &[format.as_str(), "--"]].concat();
            self.ask(&words, &below)
        };
        let mut ran = asked(&[])?;
        if refusal::text(&ran).contains("allowedSignersFile") {
            ran = asked(&["-c", NOBODY])?;
        }
        if !ran.success {
            let empty = refusal::text(&ran).contains("does not have any commits");
            return if empty { Ok(Past::default()) } else { Err(self.explain(&ran, &[])) };
        }
        Ok(Past::parse(&ran.output))
    }

    /// How the files of a folder differ from HEAD, by name; those that do not are left out.
    ///
    /// # Errors
    /// That git could not be asked.
    pub fn differences(&self, folder: &Path) -> Result<BTreeMap<String, Differs>, NotCommitted> {
        let Some(below) = self.folder_below(folder) else { return Ok(BTreeMap::new()) };
        let words = [
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            "--ignored",
            "--",
        ];
        let ran = self.ask(&words, &below)?;
        if !ran.success {
            return Err(self.explain(&ran, &[]));
        }
        let rows = ran.output.split(|byte| *byte == 0).filter_map(|row| row.split_at_checked(3));
        Ok(rows.map(|(state, file)| (name(file), differs(state))).collect())
    }

    fn ask(&self, words: &[&str], below: &Path) -> Result<Ran, NotCommitted> {
        let mut arguments: Vec<&OsStr> = words.iter().map(OsStr::new).collect();
        arguments.push(below.as_os_str());
        self.git.run(self.root(), Access::Read, &arguments, None).map_err(refusal::not_run)
    }

    /// A folder by its place below the root.
    fn folder_below(&self, folder: &Path) -> Option<std::path::PathBuf> {
        let folder = std::fs::canonicalize(folder).ok()?;
        folder.strip_prefix(self.root()).ok().map(Path::to_owned)
    }
}

impl Past {
    /// Reads `git log`, newest first: what comes last was first.
    fn parse(output: &[u8]) -> Self {
        let mut past = Self::default();
        for commit in output.split(|byte| *byte == COMMIT).filter(|commit| !commit.is_empty()) {
            let mut words = commit.split(|byte| *byte == 0);
            let mut text =
                || words.next().map(|word| String::from_utf8_lossy(word).trim().to_owned());
            let (Some(commit), Some(sign), Some(signer)) = (text(), text(), text()) else {
                continue;
            };
            let signature = Signature::of(&sign);
            let mut words = words.filter(|word| !word.trim_ascii().is_empty());
            while let (Some(state), Some(file)) = (words.next(), words.next()) {
                let file = name(file);
                if state.trim_ascii() == b"A" {
                    let (commit, signer) = (commit.clone(), signer.clone());
                    past.brought.insert(file, Brought { commit, signature, signer });
                } else {
                    let touched = past.touched.entry(file).or_default();
                    if touched.last() != Some(&commit) {
                        touched.push(commit.clone());
                    }
                }
            }
        }
        past
    }
}

impl Signature {
    /// As `%G?` has it.
    fn of(letter: &str) -> Self {
        match letter {
            "G" => Self::Good,
            "U" => Self::Unknown,
            "X" | "Y" => Self::Expired,
            "R" => Self::Revoked,
            "B" => Self::Bad,
            "E" => Self::Unchecked,
            _ => Self::None,
        }
    }

    /// The code for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Good => "good",
            Self::Unknown => "unknown",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Bad => "bad",
            Self::Unchecked => "unchecked",
        }
    }
}

/// As `git status --porcelain` has it: the index, then the disk, then a space.
fn differs(state: &[u8]) -> Differs {
    match (state.first(), state.get(1)) {
        (_, Some(b'D')) | (Some(b'D'), Some(b' ')) => Differs::Gone,
        (Some(b'?' | b'!' | b'A'), _) => Differs::New,
        _ => Differs::Changed,
    }
}

/// The last part of a path.
fn name(path: &[u8]) -> String {
    let path = String::from_utf8_lossy(path);
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_read_from_its_end() {
        let log = b"\x01aaa\0N\0\0\0\nM\0snapshots/2023-03-17.ron\0D\0snapshots/x.ron\0\
            \x01bbb\0G\0jia@x\0\0\nA\0snapshots/2023-03-17.ron\0A\0plan.ron\0";
        let past = Past::parse(log);
        let brought = &past.brought["2023-03-17.ron"];
        assert_eq!((brought.commit.as_str(), brought.signature), ("bbb", Signature::Good));
        assert_eq!(brought.signer, "jia@x");
        assert_eq!(past.touched["2023-03-17.ron"], ["aaa"]);
        assert_eq!(past.touched["x.ron"], ["aaa"]);
        assert_eq!(Past::parse(b""), Past::default());
    }

    #[test]
    fn states_are_those_of_git() {
        for (state, means) in [
            (b"?? ", Differs::New),
            (b"!! ", Differs::New),
            (b"A  ", Differs::New),
            (b" M ", Differs::Changed),
            (b"M  ", Differs::Changed),
            (b" T ", Differs::Changed),
            (b" D ", Differs::Gone),
            (b"D  ", Differs::Gone),
            (b"AD ", Differs::Gone),
        ] {
            assert_eq!(differs(state), means, "{:?}", String::from_utf8_lossy(state));
        }
    }
}

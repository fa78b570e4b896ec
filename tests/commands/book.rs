//! A book in a folder of its own, and the binary run on it: no locale, no git configuration and no
//! clock of the machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The plan of the repository.
pub(crate) const PLAN: &str = include_str!("../../plan.ron");

/// A book that is removed when it is dropped.
pub(crate) struct Book {
    temp: tempfile::TempDir,
}

/// What the binary answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) said: String,
}

impl Book {
    /// A book without git.
    pub(crate) fn plain() -> Self {
        let book = Self { temp: tempfile::tempdir().unwrap() };
        fs::create_dir(book.temp.path().join("book")).unwrap();
        book.write("plan.ron", PLAN.as_bytes());
        book
    }

    /// A book in a repository whose git knows who commits.
    pub(crate) fn in_git() -> Self {
        let book = Self::plain();
        book.git(&["init", "-q", "-b", "main"]);
        book.git(&["config", "user.name", "甲秘书"]);
        book.git(&["config", "user.email", "jia@example.invalid"]);
        book
    }

    /// The same book in another folder.
    pub(crate) fn copy(&self) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let mut copy = Command::new("cp");
        let copied = copy.arg("-a").arg(self.root()).arg(temp.path()).status().unwrap();
        assert!(copied.success());
        Self { temp }
    }

    /// A clone of it, with a git that knows who commits there.
    pub(crate) fn cloned(&self) -> Self {
        let clone = Self { temp: tempfile::tempdir().unwrap() };
        let mut git = clean(Command::new("git"), clone.temp.path());
        git.args(["clone", "-q"]).arg(self.root()).arg(clone.root());
        assert!(git.status().unwrap().success());
        clone.git(&["config", "user.name", "乙秘书"]);
        clone.git(&["config", "user.email", "yi@example.invalid"]);
        clone
    }

    /// Runs git in the book, whatever becomes of it.
    pub(crate) fn try_git(&self, line: &[&str]) -> Ran {
        let mut command = clean(Command::new("git"), self.temp.path());
        Ran::of(&command.arg("-C").arg(self.root()).args(line).output().unwrap())
    }

    /// Runs a command on another day, that must succeed; what it printed.
    pub(crate) fn done_on(&self, day: &str, line: &[&str]) -> String {
        let ran = self.run_on(day, line);
        assert_eq!(ran.code, Some(0), "{line:?} {ran:?}");
        ran.out
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.temp.path().join("book")
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.at(name)).unwrap()
    }

    /// A command line on this book, on a fixed day.
    pub(crate) fn command(&self, line: &[&str]) -> Command {
        self.command_on("2023-09-15", line)
    }

    pub(crate) fn command_on(&self, day: &str, line: &[&str]) -> Command {
        let mut command = clean(Command::new(env!("CARGO_BIN_EXE_yiding")), self.temp.path());
        command.arg("-C").arg(self.root()).args(["--today", day]).args(line);
        command
    }

    /// Runs a command on another day.
    pub(crate) fn run_on(&self, day: &str, line: &[&str]) -> Ran {
        Ran::of(&self.command_on(day, line).output().unwrap())
    }

    /// Runs a command on a book in a folder of this one.
    pub(crate) fn in_folder(&self, name: &str, line: &[&str]) -> Ran {
        let mut command = clean(Command::new(env!("CARGO_BIN_EXE_yiding")), self.temp.path());
        command.arg("-C").arg(self.at(name)).args(["--today", "2023-09-15"]).args(line);
        Ran::of(&command.output().unwrap())
    }

    pub(crate) fn run(&self, line: &[&str]) -> Ran {
        Ran::of(&self.command(line).output().unwrap())
    }

    /// Runs a command that must succeed; what it printed.
    pub(crate) fn done(&self, line: &[&str]) -> String {
        let ran = self.run(line);
        assert_eq!(ran.code, Some(0), "{line:?} {ran:?}");
        ran.out
    }

    /// Runs git in the book; what it printed.
    pub(crate) fn git(&self, line: &[&str]) -> String {
        let mut command = clean(Command::new("git"), self.temp.path());
        let output = command.arg("-C").arg(self.root()).args(line).output().unwrap();
        assert!(output.status.success(), "git {line:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The names in a folder of the book, sorted; none when it is not there.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.at(folder)).into_iter().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into()).collect();
        names.sort();
        names
    }
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self { code: output.status.code(), out: text(&output.stdout), said: text(&output.stderr) }
    }
}

fn clean(mut command: Command, home: &Path) -> Command {
    command.env_clear().stdin(Stdio::null()).env("HOME", home).env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

//! One run of the `git` program: what it gets, how long it may take, and what it said.
//!
//! It never gets a terminal, an open standard input, an editor or a pager, and nothing of the
//! `GIT_*` environment that could point it at another repository. It must never outlive its time.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::shell::child;
pub(super) use crate::shell::child::{NotRun, Ran};

/// How long a run may take before it is ended.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Environment that says who the user is and where the configuration lies. All other `GIT_*` goes.
const KEPT: &[&str] = &[
    "GIT_AUTHOR_NAME",
    "GIT_AUTHOR_EMAIL",
    "GIT_COMMITTER_NAME",
    "GIT_COMMITTER_EMAIL",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_EXEC_PATH",
];

/// Environment of every run. `true` answers a question for a password with nothing.
const GIVEN: &[(&str, &str)] = &[
    ("LC_ALL", "C.UTF-8"),
    ("GIT_TERMINAL_PROMPT", "0"),
    ("GIT_ASKPASS", "true"),
    ("SSH_ASKPASS", "true"),
    ("SSH_ASKPASS_REQUIRE", "force"),
    ("GIT_EDITOR", "true"),
    ("GIT_PAGER", "cat"),
    ("GIT_LITERAL_PATHSPECS", "1"),
];

/// Settings of every run, above those of the user.
const SETTINGS: &[&str] = &["core.quotepath=false", "core.askPass=true", "core.fsync=all"];

/// How git is run.
#[derive(Clone, Debug)]
pub struct Git {
    program: OsString,
    patience: Duration,
    environment: Vec<(OsString, OsString)>,
}

impl Default for Git {
    fn default() -> Self {
        Self { program: "git".into(), patience: PATIENCE, environment: Vec::new() }
    }
}

impl Git {
    /// Another program in the place of `git`.
    #[must_use]
    pub fn program(mut self, program: impl Into<OsString>) -> Self {
        self.program = program.into();
        self
    }

    /// Another time limit for each run.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// One more variable of the environment, for every run.
    #[must_use]
    pub fn with_env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Runs git in a folder. `Access::Read` takes no lock, so it never disturbs another git.
    pub(super) fn run(
        &self,
        folder: &Path,
        access: Access,
        arguments: &[&OsStr],
        input: Option<Vec<u8>>,
    ) -> Result<Ran, NotRun> {
        let mut command = self.command(folder, access);
        command.args(arguments);
        command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
        let child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => NotRun::NoProgram,
            _ => NotRun::Failed(error),
        })?;
        child::follow(child, input, self.patience)
    }

    fn command(&self, folder: &Path, access: Access) -> Command {
        let mut command = Command::new(&self.program);
        let names = std::env::vars_os().map(|(name, _)| name);
        for name in names.filter(|name| misleads(&name.to_string_lossy())) {
            command.env_remove(name);
        }
        command.envs(GIVEN.iter().copied());
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        if access == Access::Read {
            command.env("GIT_OPTIONAL_LOCKS", "0");
        }
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command.current_dir(folder).process_group(0);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// Whether a variable could point git at another repository, index, program or language.
pub(super) fn misleads(name: &str) -> bool {
    name == "LANGUAGE" || name.starts_with("GIT_") && !KEPT.contains(&name)
}

/// Whether a run may write to the repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
}

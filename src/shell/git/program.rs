//! One run of the `git` program: what it gets, how long it may take, and what it said.
//!
//! It never gets a terminal, an open standard input, an editor or a pager, and nothing of the
//! `GIT_*` environment that could point it at another repository. It must never outlive its time.

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// How long a run may take before it is ended.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long an ended run may take to clean up (git removes its lock files), and how long the pipes
/// of a finished one may stay open in the hands of something that a hook left behind.
const GRACE: Duration = Duration::from_secs(1);

/// The most that is kept of what a run prints; a snapshot is far smaller.
const CAP: usize = 256 << 20;

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
        self.follow(child, input)
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

    fn follow(&self, mut child: Child, input: Option<Vec<u8>>) -> Result<Ran, NotRun> {
        if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input) {
            // A git that ends before it has read everything says why by its exit code.
            thread::spawn(move || drop(pipe.write_all(&input)));
        }
        let (said, complaint) = (collect(child.stdout.take()), collect(child.stderr.take()));
        let in_time = self.outlast(&child);
        if !in_time {
            let _ = child.kill(); // should it have left its group
        }
        let status = child.wait().map_err(NotRun::Failed)?;
        if !in_time {
            return Err(NotRun::TimedOut(self.patience));
        }
        let (output, complaint) = (said.take(), complaint.take());
        Ok(Ran { success: status.success(), output, complaint })
    }

    /// Waits for the end of a run, and ends it with all that it started when its time is up. The
    /// process is not reaped here, so its number cannot become somebody else's meanwhile.
    fn outlast(&self, child: &Child) -> bool {
        let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) else {
            return true;
        };
        let (ended, end) = channel();
        thread::spawn(move || {
            let _ = waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
            let _ = ended.send(()); // nobody listens any more after a kill
        });
        if end.recv_timeout(self.patience).is_ok() {
            return true;
        }
        // A hook that reached for the terminal is stopped: it must go on to hear the signal.
        let _ = kill_process_group(pid, Signal::TERM);
        let _ = kill_process_group(pid, Signal::CONT);
        let _ = end.recv_timeout(GRACE);
        let _ = kill_process_group(pid, Signal::KILL); // what ignored TERM, hooks too
        false
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

/// A run that came to its end.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) success: bool,
    pub(super) output: Vec<u8>,
    pub(super) complaint: Vec<u8>,
}

/// A run that did not happen, or did not end.
#[derive(Debug)]
pub(super) enum NotRun {
    NoProgram,
    TimedOut(Duration),
    Failed(io::Error),
}

/// What a pipe brings, gathered by a thread of its own.
struct Gathered {
    bytes: Arc<Mutex<Vec<u8>>>,
    end: Receiver<()>,
}

impl Gathered {
    /// What came. A pipe that something left behind still holds open is not waited for.
    fn take(self) -> Vec<u8> {
        let _ = self.end.recv_timeout(GRACE);
        std::mem::take(&mut *self.bytes.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn collect(pipe: Option<impl Read + Send + 'static>) -> Gathered {
    let bytes = Arc::default();
    let (ended, end) = channel();
    if let Some(pipe) = pipe {
        let bytes = Arc::clone(&bytes);
        thread::spawn(move || gather(pipe, &bytes, &ended));
    }
    Gathered { bytes, end }
}

/// Reads to the end, always, so that the other side never blocks; keeps the first [`CAP`] bytes.
fn gather(mut pipe: impl Read, bytes: &Mutex<Vec<u8>>, ended: &Sender<()>) {
    let mut chunk = vec![0; 64 << 10];
    loop {
        match pipe.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => {
                let mut bytes = bytes.lock().unwrap_or_else(PoisonError::into_inner);
                let room = CAP.saturating_sub(bytes.len()).min(read);
                bytes.extend_from_slice(&chunk[..room]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    let _ = ended.send(());
}

//! A reviewer with the OpenSSH client: a folder with keys, and nothing of the machine's own
//! configuration. Without ssh (openssh-client, on every Debian) these tests fail and say so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use portable_pty::CommandBuilder;

/// A folder of keys and known hosts.
pub(crate) struct Client {
    pub(crate) temp: tempfile::TempDir,
    pub(crate) port: u16,
    user: String,
}

/// What an ssh client answered.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) told: String,
}

/// Makes a key in a folder. The line of its public half.
pub(crate) fn new_key(folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"])
        .arg(&path)
        .status()
        .expect("ssh-keygen (openssh-client) is missing");
    assert!(made.success());
    fs::read_to_string(path.with_extension("pub")).unwrap()
}

impl Client {
    /// A client with the keys `甲` and `stranger`, for a door at a port of this machine.
    pub(crate) fn new(port: u16, user: &str, temp: tempfile::TempDir) -> Self {
        Self { temp, port, user: user.to_owned() }
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    /// The options that every call has.
    fn options(&self, key: &str) -> Vec<String> {
        let known = self.at("known_hosts").display().to_string();
        let mut options = vec!["-F".to_owned(), "none".to_owned()];
        for option in [
            format!("IdentityFile={}", self.at(key).display()),
            "IdentitiesOnly=yes".to_owned(),
            "BatchMode=yes".to_owned(),
            "LogLevel=ERROR".to_owned(),
            "StrictHostKeyChecking=accept-new".to_owned(),
            format!("UserKnownHostsFile={known}"),
            format!("Port={}", self.port),
            format!("User={}", self.user),
        ] {
            options.extend(["-o".to_owned(), option]);
        }
        options
    }

    /// A program of OpenSSH with a key and these words behind the options.
    pub(crate) fn program(&self, program: &str, key: &str, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("HOME", self.temp.path()).stdin(Stdio::null());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.args(self.options(key)).args(words);
        command
    }

    /// Calls a command at the door.
    pub(crate) fn call(&self, key: &str, words: &[&str]) -> Said {
        let words = [&["--", "127.0.0.1"], words].concat();
        Said::of(&self.program("ssh", key, &words).output().unwrap())
    }

    /// The client, to be started on a terminal.
    pub(crate) fn on_terminal(&self, key: &str, words: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new("ssh");
        command.env_clear();
        command.env("HOME", self.temp.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.args(self.options(key));
        command.args(["-tt", "-e", "none", "127.0.0.1"]);
        command.args(words);
        command
    }
}

impl Said {
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self { code: output.status.code(), out: text(&output.stdout), told: text(&output.stderr) }
    }
}

//! `yiding serve` on a book of its own, at a port that the system picks.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use super::client::{Client, new_key};
use crate::book::Book;
use crate::rig::{Program, Rig};

const TOO_LONG: Duration = Duration::from_secs(30);

/// A door that is open, and a reviewer before it.
pub(crate) struct Open {
    pub(crate) book: Book,
    pub(crate) client: Client,
    pub(crate) port: u16,
    child: Child,
    said: Arc<(Mutex<String>, Condvar)>,
}

impl Open {
    pub(crate) fn new() -> Self {
        Self::with(Book::in_git(), &[])
    }

    /// With more options than the address.
    pub(crate) fn with(book: Book, options: &[&str]) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let key = new_key(temp.path(), "甲");
        new_key(temp.path(), "stranger");
        let list = temp.path().join("authorized_keys");
        fs::write(&list, format!("restrict,pty {key}")).unwrap();
        let list = list.display().to_string();
        let line = [&["serve", "--listen", "127.0.0.1:0", "--keys", &list], options].concat();
        let mut child = book.command(&line).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new((Mutex::new(String::new()), Condvar::new()));
        let (heard, lines) = (Arc::clone(&said), BufReader::new(child.stderr.take().unwrap()));
        thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                *heard.0.lock().unwrap() += &(line + "\n");
                heard.1.notify_all();
            }
        });
        let mut open = Self { book, client: Client::new(0, "review", temp), port: 0, child, said };
        let address = open.line("门已开：127.0.0.1:");
        let port = address.split("127.0.0.1:").nth(1).unwrap();
        open.port =
            port.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap();
        open.line("阅览：ssh");
        let temp = std::mem::replace(&mut open.client.temp, tempfile::tempdir().unwrap());
        open.client = Client::new(open.port, "review", temp);
        open
    }

    /// Waits for a line of the log, and gives it.
    pub(crate) fn line(&self, what: &str) -> String {
        let said = self.wait(what, |said| said.contains(what));
        said.lines().find(|line| line.contains(what)).unwrap().to_owned()
    }

    /// Waits until the log is as it should be.
    pub(crate) fn wait(&self, what: &str, until: impl Fn(&str) -> bool) -> String {
        let said = self.said.0.lock().unwrap();
        let not_yet = |said: &mut String| !until(said);
        let (said, waited) = self.said.1.wait_timeout_while(said, TOO_LONG, not_yet).unwrap();
        assert!(!waited.timed_out(), "never said: {what}\n{said}");
        said.clone()
    }

    /// Everything said so far.
    pub(crate) fn said(&self) -> String {
        self.said.0.lock().unwrap().clone()
    }

    /// The list of keys is written anew.
    pub(crate) fn admit(&self, lines: &str) {
        fs::write(self.client.at("authorized_keys"), lines).unwrap();
    }

    /// The list of keys may be written by others.
    pub(crate) fn admit_others(&self) {
        let all = fs::Permissions::from_mode(0o666);
        fs::set_permissions(self.client.at("authorized_keys"), all).unwrap();
    }

    /// Sits down on a terminal of 80 columns.
    pub(crate) fn sit(&self, key: &str) -> (Rig, Program) {
        let mut rig = Rig::new();
        let program = rig.start(self.client.on_terminal(key, &[]));
        (rig, program)
    }

    /// The memory that the door holds, in bytes.
    pub(crate) fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        let kilobytes = line.split_whitespace().nth(1).unwrap();
        kilobytes.parse::<u64>().unwrap() * 1024
    }

    pub(crate) fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap()
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Waits for its end: the exit code.
    pub(crate) fn end(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! A book with an open meeting, and a door to it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use russh::keys::{Algorithm, PrivateKey, key};

/// The plan of the repository.
const PLAN: &str = include_str!("../../plan.ron");

/// Rows that the records are about, in turn.
const ROWS: [&str; 6] = ["1.1", "2.1", "3.1", "4.1", "5.1", "1.4"];

/// Ticks of `/proc/…/stat` in a second.
const TICKS: u64 = 100;

pub(crate) struct House {
    temp: tempfile::TempDir,
    door: Child,
    pub(crate) port: u16,
    /// One for each guest, all on the list.
    pub(crate) keys: Vec<Arc<PrivateKey>>,
}

pub(crate) fn new_key() -> Arc<PrivateKey> {
    Arc::new(PrivateKey::random(&mut key::safe_rng(), Algorithm::Ed25519).unwrap())
}

impl House {
    pub(crate) fn open(count: usize) -> Self {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("plan.ron"), PLAN).unwrap();
        let keys: Vec<_> = (0..count).map(|_| new_key()).collect();
        let line = |(number, key): (usize, &Arc<PrivateKey>)| {
            format!("{} 阅览{number}\n", key.public_key().to_openssh().unwrap().trim())
        };
        let list = temp.path().join("keys");
        fs::write(&list, keys.iter().enumerate().map(line).collect::<String>()).unwrap();
        let mut house = Self { door: Command::new("true").spawn().unwrap(), temp, port: 0, keys };
        assert!(house.call(&["meet", "open", "--chair", "区长"]).status().unwrap().success());
        let list = list.display().to_string();
        let mut door = house.call(&["serve", "--listen", "127.0.0.1:0", "--keys", &list]);
        house.door.wait().unwrap();
        house.door = door.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(house.door.stderr.take().unwrap()).lines();
        let open = lines.next().unwrap().unwrap();
        let port = open.split("127.0.0.1:").nth(1).unwrap();
        house.port = port.split('。').next().unwrap().parse().unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        house
    }

    fn call(&self, line: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yiding"));
        command.arg("-C").arg(self.temp.path()).args(["--today", "2023-09-15"]).args(line);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    /// Records a decision; it is on the disk when this returns.
    pub(crate) async fn decide(&self, number: usize, text: &str) {
        let mut command = self.call(&["decide", ROWS[number % ROWS.len()], text]);
        let done = tokio::task::spawn_blocking(move || command.status().unwrap().success());
        assert!(done.await.unwrap());
    }

    /// Bytes of memory that the door holds.
    pub(crate) fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.door.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() << 10
    }

    /// The processor's time that the door has had.
    pub(crate) fn worked(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.door.id())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        let ticks = |at: usize| fields[at].parse::<u64>().unwrap();
        Duration::from_millis((ticks(11) + ticks(12)) * 1000 / TICKS)
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.door.kill();
        let _ = self.door.wait();
    }
}

//! A program in a pseudo-terminal: what it sends and when, and what it costs the machine.

use std::fs;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A program that sent nothing for so long has nothing more to say.
const QUIET: Duration = Duration::from_millis(8);

/// A program that says nothing at all has hung.
const TOO_LONG: Duration = Duration::from_secs(20);

/// A program on a terminal of 120×36. It ends with its measurement.
pub struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    came: Receiver<(Instant, Vec<u8>)>,
    /// What it has sent.
    pub bytes: Vec<u8>,
    /// The seconds from its start until the end of its first frame was out.
    pub started: f64,
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    /// Starts a program and waits for the end of its first frame.
    pub fn start(mut command: CommandBuilder, end: &str) -> Self {
        command.env("TERM", "xterm-256color");
        command.env("LANG", "zh_CN.UTF-8");
        let size = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sent, came) = channel();
        thread::spawn(move || {
            let mut some = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut some) {
                let _ = sent.send((Instant::now(), some[..count].to_vec()));
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let bytes = Vec::new();
        let mut program = Self { child, keys, came, bytes, started: 0.0, _master: pair.master };
        while !program.bytes.windows(end.len()).any(|bytes| bytes == end.as_bytes()) {
            let (when, bytes) = program.came.recv_timeout(TOO_LONG).unwrap();
            program.bytes.extend(bytes);
            program.started = (when - start).as_secs_f64();
        }
        program
    }

    /// Presses keys, all at once, and waits until it has nothing more to say: the seconds until the
    /// last byte of its answer.
    pub fn press(&mut self, keys: &str) -> f64 {
        self.rest();
        let start = Instant::now();
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        let (first, bytes) = self.came.recv_timeout(TOO_LONG).unwrap();
        self.bytes.extend(bytes);
        let last = self.rest().unwrap_or(first);
        (last - start).as_secs_f64()
    }

    /// Waits until it is quiet: when the last byte came.
    pub fn rest(&mut self) -> Option<Instant> {
        let mut last = None;
        while let Ok((when, bytes)) = self.came.recv_timeout(QUIET) {
            self.bytes.extend(bytes);
            last = Some(when);
        }
        last
    }

    /// Resident kilobytes.
    pub fn memory(&self) -> f64 {
        let status = fs::read_to_string(self.proc("status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }

    /// The seconds that all its threads had the processor.
    pub fn worked(&self) -> f64 {
        let tasks = fs::read_dir(self.proc("task")).unwrap();
        let of = |task: &fs::DirEntry| -> Option<f64> {
            let schedule = fs::read_to_string(task.path().join("schedstat")).ok()?;
            schedule.split_whitespace().next()?.parse().ok()
        };
        tasks.filter_map(|task| of(&task.unwrap())).sum::<f64>() / 1e9
    }

    fn proc(&self, file: &str) -> String {
        format!("/proc/{}/{file}", self.child.process_id().unwrap())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

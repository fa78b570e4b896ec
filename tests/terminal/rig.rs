//! A real pseudo-terminal with an emulator behind it: what a program sends, and what a person sees.
//!
//! Every wait is for a condition on the screen or the bytes, never for a time.

use std::io::{Read as _, Write as _};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Far longer than anything here takes; a test that waits so long has failed.
const TOO_LONG: Duration = Duration::from_secs(20);

/// A terminal, seen from its own side.
pub(crate) struct Rig {
    pub(crate) master: Option<Box<dyn MasterPty + Send>>,
    slave: Option<Box<dyn portable_pty::SlavePty + Send>>,
    keys: Option<Box<dyn std::io::Write + Send>>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    pub(crate) path: PathBuf,
}

/// What has come out so far.
pub(crate) struct Seen {
    pub(crate) bytes: Vec<u8>,
    pub(crate) emulator: vt100::Parser,
}

impl Seen {
    /// What a person reads.
    pub(crate) fn text(&self) -> String {
        self.emulator.screen().contents()
    }

    pub(crate) fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// How often a sequence was sent.
    pub(crate) fn count(&self, sequence: &str) -> usize {
        self.bytes.windows(sequence.len()).filter(|bytes| *bytes == sequence.as_bytes()).count()
    }
}

impl Rig {
    /// A terminal of 24 lines and 80 columns that nobody reads yet.
    pub(crate) fn unread() -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let path = pair.master.tty_name().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let size = |n| NonZeroU16::new(n).unwrap();
        let emulator = vt100::Parser::new(size(24), size(80), 0);
        let seen = Seen { bytes: Vec::new(), emulator };
        Self {
            master: Some(pair.master),
            slave: Some(pair.slave),
            keys: Some(keys),
            seen: Arc::new((Mutex::new(seen), Condvar::new())),
            path,
        }
    }

    /// A terminal that shows what it gets.
    pub(crate) fn new() -> Self {
        let rig = Self::unread();
        rig.read();
        rig
    }

    /// Starts to take what is sent.
    pub(crate) fn read(&self) {
        let mut reader = self.master.as_ref().unwrap().try_clone_reader().unwrap();
        let seen = Arc::clone(&self.seen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let mut all = seen.0.lock().unwrap();
                all.bytes.extend_from_slice(&bytes[..count]);
                all.emulator.process(&bytes[..count]);
                seen.1.notify_all();
            }
        });
    }

    /// Starts a program on it.
    pub(crate) fn start(&mut self, command: CommandBuilder) -> Program {
        let child = self.slave.take().unwrap().spawn_command(command).unwrap();
        Program { child: Some(child) }
    }

    /// Presses keys, all at once.
    pub(crate) fn press(&mut self, keys: &str) {
        self.press_bytes(keys.as_bytes());
    }

    pub(crate) fn press_bytes(&mut self, keys: &[u8]) {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(keys).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until the screen or the bytes are as they should be.
    pub(crate) fn wait(&self, what: &str, until: impl Fn(&Seen) -> bool) {
        let seen = self.seen.0.lock().unwrap();
        let (seen, waited) =
            self.seen.1.wait_timeout_while(seen, TOO_LONG, |seen| !until(seen)).unwrap();
        assert!(!waited.timed_out(), "never came: {what}\n{}", seen.text());
    }

    /// Presses a key until it is heard, as a person does: right after a paste keys are ignored.
    pub(crate) fn insist(&mut self, key: &str, what: &str, until: impl Fn(&Seen) -> bool) {
        for _ in 0..200 {
            self.press(key);
            let seen = self.seen.0.lock().unwrap();
            let again = Duration::from_millis(100);
            let waited = self.seen.1.wait_timeout_while(seen, again, |seen| !until(seen));
            if !waited.unwrap().1.timed_out() {
                return;
            }
        }
        panic!("never came: {what}");
    }

    /// Whether the screen comes to be as it should within some time.
    pub(crate) fn comes(&self, within: Duration, until: impl Fn(&Seen) -> bool) -> bool {
        let seen = self.seen.0.lock().unwrap();
        let waited = self.seen.1.wait_timeout_while(seen, within, |seen| !until(seen));
        !waited.unwrap().1.timed_out()
    }

    /// Waits until nothing was sent for so long: how many bytes there are then.
    pub(crate) fn rest(&self, silence: Duration) -> usize {
        loop {
            let before = self.look(|seen| seen.bytes.len());
            if !self.comes(silence, |seen| seen.bytes.len() > before) {
                return before;
            }
        }
    }

    /// Looks at what has come so far.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&Seen) -> T) -> T {
        at(&self.seen.0.lock().unwrap())
    }

    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
        if let (Some(rows), Some(cols)) = (NonZeroU16::new(rows), NonZeroU16::new(cols)) {
            let small = rows.get() <= 400 && cols.get() <= 1000;
            if small {
                let mut seen = self.seen.0.lock().unwrap();
                seen.emulator.screen_mut().set_size(rows, cols);
            }
        }
    }

    /// The modes of the line, as text to compare.
    pub(crate) fn modes(&self) -> String {
        format!("{:?}", self.master.as_ref().unwrap().get_termios().unwrap())
    }

    /// The window is closed, the cable cut.
    pub(crate) fn vanish(&mut self) {
        self.keys = None;
        self.slave = None;
        self.master = None;
    }
}

/// A program on a terminal. It does not outlive its test.
pub(crate) struct Program {
    child: Option<Box<dyn Child + Send + Sync>>,
}

impl Program {
    pub(crate) fn pid(&self) -> rustix::process::Pid {
        let id = self.child.as_ref().unwrap().process_id().unwrap();
        rustix::process::Pid::from_raw(i32::try_from(id).unwrap()).unwrap()
    }

    /// Waits for its end: the exit code, or the name of the signal.
    pub(crate) fn end(&mut self) -> String {
        let mut child = self.child.take().unwrap();
        let mut killer = child.clone_killer();
        let (told, end) = std::sync::mpsc::channel();
        thread::spawn(move || told.send(child.wait()));
        let Ok(status) = end.recv_timeout(TOO_LONG) else {
            killer.kill().unwrap();
            panic!("the program did not end");
        };
        let status = status.unwrap();
        status.signal().map_or_else(|| status.exit_code().to_string(), str::to_owned)
    }
}

/// How often the threads of a process had the processor so far: what sleeps is not woken.
pub(crate) fn wakes(pid: rustix::process::Pid) -> u64 {
    let threads = format!("/proc/{}/task", pid.as_raw_nonzero());
    let of = |thread: std::fs::DirEntry| -> u64 {
        let status = std::fs::read_to_string(thread.path().join("status")).unwrap_or_default();
        let counts = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
        counts.map(|(_, count)| count.trim().parse::<u64>().unwrap()).sum()
    };
    std::fs::read_dir(threads).unwrap().map(|thread| of(thread.unwrap())).sum()
}

/// Waits until processes have done all that was asked of them, then watches them for a while: how often
/// each was woken meanwhile. What begins or ends counts as woken.
pub(crate) fn woken(rig: &Rig, pids: &[rustix::process::Pid], silence: Duration) -> Vec<u64> {
    let all = || pids.iter().map(|pid| wakes(*pid)).collect::<Vec<_>>();
    let begun = std::time::Instant::now();
    let mut before = all();
    while begun.elapsed() < TOO_LONG {
        rig.comes(silence / 4, |_| false);
        let now = all();
        if now == before {
            break;
        }
        before = now;
    }
    rig.comes(silence, |_| false);
    all().iter().zip(before).map(|(after, before)| after.abs_diff(before)).collect()
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
        }
    }
}

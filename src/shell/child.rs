//! One run of another program: how long it may take, and how much of what it says is kept.
//!
//! It must never outlive its time, nor whatever it started itself.

use std::io::{self, Read, Write as _};
use std::process::Child;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// How long an ended run may take to clean up (git removes its lock files), and how long the pipes
/// of a finished one may stay open in the hands of something that a hook left behind.
const GRACE: Duration = Duration::from_secs(1);

/// The most that is kept of what a run prints; a snapshot is far smaller.
const CAP: usize = 256 << 20;

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

/// Follows a run to its end. Its program must have been started in a process group of its own.
///
/// # Errors
/// When its time was up, or the system lost it.
pub(super) fn follow(
    mut child: Child,
    input: Option<Vec<u8>>,
    patience: Duration,
) -> Result<Ran, NotRun> {
    if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input) {
        // A program that ends before it has read everything says why by its exit code.
        thread::spawn(move || drop(pipe.write_all(&input)));
    }
    let (said, complaint) = (collect(child.stdout.take()), collect(child.stderr.take()));
    let in_time = outlast(&child, patience);
    if !in_time {
        let _ = child.kill(); // should it have left its group
    }
    let status = child.wait().map_err(NotRun::Failed)?;
    if !in_time {
        return Err(NotRun::TimedOut(patience));
    }
    let (output, complaint) = (said.take(), complaint.take());
    Ok(Ran { success: status.success(), output, complaint })
}

/// Waits for the end of a run, and ends it with all that it started when its time is up. The
/// process is not reaped here, so its number cannot become somebody else's meanwhile.
fn outlast(child: &Child, patience: Duration) -> bool {
    let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) else {
        return true;
    };
    let (ended, end) = channel();
    thread::spawn(move || {
        let _ = waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
        let _ = ended.send(()); // nobody listens any more after a kill
    });
    if end.recv_timeout(patience).is_ok() {
        return true;
    }
    // A hook that reached for the terminal is stopped: it must go on to hear the signal.
    let _ = kill_process_group(pid, Signal::TERM);
    let _ = kill_process_group(pid, Signal::CONT);
    let _ = end.recv_timeout(GRACE);
    let _ = kill_process_group(pid, Signal::KILL); // what ignored TERM, hooks too
    false
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

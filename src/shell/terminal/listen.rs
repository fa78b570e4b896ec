//! The listener: a thread that turns what comes from the tty into events, and hands on what the tty
//! did not take at once.
//!
//! It sleeps in one `poll` and wakes for nothing but input, room for output, or the end; it has no
//! tick. One read is one burst. When the terminal is gone it says so once and ends (crossterm's
//! reader spins here: faults.md, Finding 5).

use std::io::{self, PipeReader, Read as _};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};

use super::Event;
use super::decode::{Decoder, Heard};
use super::tty::{Tty, wait_for};
use crate::app::key::{Input, Key, inputs};

/// The most that one burst holds.
const BURST_MOST: usize = 1 << 20;
/// A read of so many bytes is no typing: more of the same text follows at once.
const LONG_READ: usize = 1024;
/// How soon the rest of a long text follows.
const FOLLOWS: Duration = Duration::from_millis(20);
/// How long after a paste keys are ignored: a pasted end-of-paste must not start commands.
const QUIET: Duration = Duration::from_millis(50);

/// What the listener is woken for.
pub(super) const WATCH_OUTPUT: u8 = b'o';
/// See [`WATCH_OUTPUT`].
pub(super) const STOP: u8 = b's';

/// Listens until told to stop or until the terminal is gone.
pub(super) fn listen(tty: &Arc<Tty>, mut calls: PipeReader, tell: &dyn Fn(Event)) {
    let mut ear = Ear { tty: Arc::clone(tty), decoder: Decoder::default(), quiet_until: None };
    loop {
        let output = if tty.is_busy() { PollFlags::OUT } else { PollFlags::empty() };
        let mut files = [tty.poll_fd(PollFlags::IN | output), PollFd::new(&calls, PollFlags::IN)];
        let waited = wait_for(&mut files, ear.decoder.patience());
        let [on_tty, on_calls] = files.map(|file| file.revents());
        if !on_calls.is_empty() && is_stop(&mut calls) {
            return;
        }
        let heard =
            waited.and_then(
                |ready| {
                    if ready { ear.hear(on_tty, tell) } else { Ok(ear.decoder.settle()) }
                },
            );
        match heard {
            Ok(heard) => ear.tell(heard, tell),
            Err(_) => return tell(Event::Gone),
        }
    }
}

/// Whether this call, or the silence of a caller that is gone, says to stop.
fn is_stop(calls: &mut PipeReader) -> bool {
    let mut call = [0];
    !matches!(calls.read(&mut call), Ok(1) if call[0] == WATCH_OUTPUT)
}

struct Ear {
    tty: Arc<Tty>,
    decoder: Decoder,
    quiet_until: Option<Instant>,
}

impl Ear {
    /// Does what the tty is ready for. An error means that it is gone.
    fn hear(&mut self, ready: PollFlags, tell: &dyn Fn(Event)) -> io::Result<Vec<Heard>> {
        if ready.contains(PollFlags::OUT) && self.tty.is_busy() && self.tty.flush()? {
            tell(Event::Ready);
        }
        if ready.intersects(PollFlags::IN | PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            let burst = self.read_burst()?;
            return Ok(self.decoder.feed(&burst));
        }
        Ok(Vec::new())
    }

    /// One read; a long text as a whole.
    fn read_burst(&self) -> io::Result<Vec<u8>> {
        let mut burst = Vec::new();
        let mut bytes = [0; 4096];
        loop {
            match self.tty.read(&mut bytes)? {
                Some(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Some(count) => burst.extend_from_slice(&bytes[..count]),
                None => return Ok(burst),
            }
            let follows = burst.len() >= LONG_READ
                && burst.len() < BURST_MOST
                && wait_for(&mut [self.tty.poll_fd(PollFlags::IN)], Some(FOLLOWS))?;
            if !follows {
                return Ok(burst);
            }
        }
    }

    fn tell(&mut self, heard: Vec<Heard>, tell: &dyn Fn(Event)) {
        let mut burst = Burst::default();
        for one in heard {
            match one {
                Heard::Key(_) if self.is_quiet() => {}
                Heard::Key(key) => burst.keys.push(key),
                Heard::Paste(text) => {
                    burst.then(Input::Paste(text));
                    self.quiet_until = Some(Instant::now() + QUIET);
                }
                Heard::Mouse(mouse) => burst.then(Input::Mouse(mouse)),
                Heard::Column(column) => {
                    if let Some(ambiguous) = self.tty.report(column) {
                        burst.then(Input::Measured(ambiguous));
                    }
                }
            }
        }
        burst.end();
        if !burst.inputs.is_empty() {
            tell(Event::Inputs(burst.inputs));
        }
    }

    fn is_quiet(&mut self) -> bool {
        self.quiet_until = self.quiet_until.filter(|until| Instant::now() < *until);
        self.quiet_until.is_some()
    }
}

/// Keys and other inputs of one burst, in order.
#[derive(Default)]
struct Burst {
    keys: Vec<Key>,
    inputs: Vec<Input>,
}

impl Burst {
    fn then(&mut self, input: Input) {
        self.end();
        self.inputs.push(input);
    }

    fn end(&mut self) {
        self.inputs.append(&mut inputs(&self.keys));
        self.keys.clear();
    }
}

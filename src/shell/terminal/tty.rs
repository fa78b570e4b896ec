//! The tty: its modes, its size, and bytes that go out without ever waiting for long.
//!
//! Three threads hold it: the one that draws, the one that listens, the one for signals. Its lock is
//! never held over a wait, so a terminal that takes no more bytes stops nobody: not the saving of
//! records, and not the end of the program.

use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::{Errno, retry_on_intr};
use rustix::termios::{self, OptionalActions, QueueSelector, Termios};

use super::grid::{MOST_COLUMNS, MOST_ROWS};
use super::paint::{REPORTS, Trust, verdict};
use crate::app::pointer::Pointing;
use crate::app::sight::Ambiguous;

/// Other screen, no wrapping at the edge, pastes in brackets, the cursor seen.
pub const ENTER: &[u8] = b"\x1b[?1049h\x1b[?7l\x1b[?2004h\x1b[?25h";
/// All of it taken back, with whatever a frame cut short may have left behind.
pub const LEAVE: &[u8] =
    b"\x1b[?2026l\x1b[r\x1b[m\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";
/// Presses and wheel of the mouse are told, with places of any size; moves are not, and with Shift the
/// mouse is the terminal's own.
pub const LISTEN: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// They are not told any more.
pub const UNLISTEN: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// Ends a sequence of which only half went out.
const CANCEL: u8 = 0x18;

/// How long a frame may wait for the terminal to take it, before the rest of it is left to the
/// listener.
const FRAME_WAIT: Duration = Duration::from_millis(20);
/// How long leaving may wait.
const LEAVE_WAIT: Duration = Duration::from_millis(200);

/// A terminal that this program draws on.
#[derive(Debug)]
pub(super) struct Tty {
    fd: OwnedFd,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// How the terminal was set before we came; there only while we are in.
    before: Option<Termios>,
    /// Whether we are to be in: not between a release and the next start.
    wanted: bool,
    /// Bytes it has not taken yet.
    queue: Vec<u8>,
    /// Something else drew on it, or its size changed.
    stale: bool,
    /// The columns reported since the probe went out; nothing if none is out.
    reports: Option<Vec<u16>>,
    trust: Trust,
    /// Whether the mouse is told.
    pointing: Pointing,
}

impl Tty {
    /// Opens a terminal anew, so that not waiting for it is ours alone and not the shell's.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let fd = rustix::fs::open(path, flags, Mode::empty())?;
        termios::tcgetattr(&fd)?;
        let state = State {
            before: None,
            wanted: false,
            queue: Vec::new(),
            stale: false,
            reports: None,
            trust: Trust::default(),
            // Who draws says whether it wants a mouse.
            pointing: Pointing::Off,
        };
        Ok(Self { fd, state: Mutex::new(state) })
    }

    /// Columns and rows. What a terminal does not know is taken as 80 × 24; what it exaggerates is
    /// cut.
    pub(super) fn size(&self) -> (u16, u16) {
        termios::tcgetwinsize(&self.fd).map_or((80, 24), |size| clamped(size.ws_col, size.ws_row))
    }

    /// Sets the modes: at the start, and again whenever a stop has ended.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut state = self.state();
        state.wanted = true;
        if state.before.is_none() {
            state.before = Some(termios::tcgetattr(&self.fd)?);
        }
        if let Some(mut raw) = state.before.clone() {
            raw.make_raw();
            termios::tcsetattr(&self.fd, OptionalActions::Now, &raw)?;
        }
        state.queue.clear();
        state.stale = true;
        state.queue.extend_from_slice(ENTER);
        if state.pointing == Pointing::On {
            state.queue.extend_from_slice(LISTEN);
        }
        self.push(&mut state, FRAME_WAIT)
    }

    /// Gives the terminal back for good.
    pub(super) fn release(&self) {
        self.state().wanted = false;
        self.leave();
    }

    /// Whether the terminal is to be drawn on once a stop has ended.
    pub(super) fn is_wanted(&self) -> bool {
        self.state().wanted
    }

    /// Gives the terminal back as it was. Does nothing the second time, and never fails: there is
    /// nobody left to tell.
    pub(super) fn leave(&self) {
        let mut state = self.state();
        let Some(before) = state.before.take() else { return };
        let _ = self.push(&mut state, LEAVE_WAIT);
        if !state.queue.is_empty() {
            state.queue.clear();
            state.queue.push(CANCEL);
        }
        state.queue.extend_from_slice(LEAVE);
        let _ = self.push(&mut state, LEAVE_WAIT);
        let _ = termios::tcflush(&self.fd, QueueSelector::IFlush);
        let _ = termios::tcsetattr(&self.fd, OptionalActions::Now, &before);
    }

    /// Has the mouse told, or not: nothing is sent where it is so already.
    pub(super) fn point(&self, pointing: Pointing) -> io::Result<()> {
        let mut state = self.state();
        if state.before.is_none() || state.pointing == pointing {
            return Ok(());
        }
        state.pointing = pointing;
        state.queue.extend_from_slice(match pointing {
            Pointing::On => LISTEN,
            Pointing::Off => UNLISTEN,
        });
        self.push(&mut state, FRAME_WAIT)
    }

    /// Sends a frame. What the terminal does not take at once stays queued.
    pub(super) fn send(&self, frame: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        if state.before.is_none() || frame.is_empty() {
            return Ok(());
        }
        state.queue.extend_from_slice(frame);
        self.push(&mut state, FRAME_WAIT)
    }

    /// Sends on what is queued. Says whether all of it is out now.
    pub(super) fn flush(&self) -> io::Result<bool> {
        let mut state = self.state();
        self.push(&mut state, Duration::ZERO)?;
        Ok(state.queue.is_empty())
    }

    /// Whether the terminal has not taken everything yet.
    pub(super) fn is_busy(&self) -> bool {
        !self.state().queue.is_empty()
    }

    /// The screen can no longer be relied on.
    pub(super) fn spoil(&self) {
        self.state().stale = true;
    }

    /// Whether the screen was spoilt since the last look, and what the terminal is trusted with.
    pub(super) fn news(&self) -> (bool, Trust) {
        let mut state = self.state();
        (std::mem::take(&mut state.stale), state.trust)
    }

    /// A probe goes out: cursor reports are expected.
    pub(super) fn expect_reports(&self) {
        self.state().reports = Some(Vec::with_capacity(REPORTS));
    }

    /// Takes a cursor report. The last one of a probe gives its result; others nobody asked for.
    pub(super) fn report(&self, column: u16) -> Option<Ambiguous> {
        let mut state = self.state();
        let reports = state.reports.as_mut()?;
        reports.push(column);
        if reports.len() < REPORTS {
            return None;
        }
        let (wide, trust) = verdict(reports);
        state.reports = None;
        state.trust = trust;
        Some(if wide { Ambiguous::Wide } else { Ambiguous::Narrow })
    }

    /// What came in, up to the size of `bytes`; nothing if there is nothing now. Zero bytes mean
    /// that the terminal is gone.
    pub(super) fn read(&self, bytes: &mut [u8]) -> io::Result<Option<usize>> {
        match retry_on_intr(|| rustix::io::read(&self.fd, &mut *bytes)) {
            Ok(count) => Ok(Some(count)),
            Err(Errno::AGAIN) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// For waiting on it.
    pub(super) fn poll_fd(&self, flags: PollFlags) -> PollFd<'_> {
        PollFd::new(&self.fd, flags)
    }

    /// Writes what is queued for at most `wait`.
    fn push(&self, state: &mut State, wait: Duration) -> io::Result<()> {
        let until = Instant::now() + wait;
        while !state.queue.is_empty() {
            match retry_on_intr(|| rustix::io::write(&self.fd, &state.queue)) {
                Ok(count) => drop(state.queue.drain(..count)),
                Err(Errno::AGAIN) => {
                    let left = until.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return Ok(());
                    }
                    wait_for(&mut [self.poll_fd(PollFlags::OUT)], Some(left))?;
                }
                Err(e) => {
                    state.queue.clear();
                    return Err(e.into());
                }
            }
        }
        Ok(())
    }

    /// A panic elsewhere must not keep the terminal from being given back.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits until one of the files is ready, or for `longest`. Says whether one is.
pub(super) fn wait_for(files: &mut [PollFd<'_>], longest: Option<Duration>) -> io::Result<bool> {
    let longest = longest.and_then(|wait| Timespec::try_from(wait).ok());
    Ok(retry_on_intr(|| poll(&mut *files, longest.as_ref()))? > 0)
}

/// A size that can be drawn.
fn clamped(columns: u16, rows: u16) -> (u16, u16) {
    let known = |size: u16, usual| if size == 0 { usual } else { size };
    (known(columns, 80).min(MOST_COLUMNS), known(rows, 24).min(MOST_ROWS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absurd_sizes_are_brought_back() {
        for (claimed, want) in [
            ((0, 0), (80, 24)),
            ((1, 1), (1, 1)),
            ((120, 36), (120, 36)),
            ((65_535, 65_535), (1000, 400)),
            ((0, 50), (80, 50)),
        ] {
            assert_eq!(clamped(claimed.0, claimed.1), want);
        }
    }
}

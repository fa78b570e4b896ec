//! Signals, on a thread of their own.
//!
//! It gives the terminal back, lets the program say its last words, and ends it by the same signal.
//! It waits for nobody: not for the thread that draws, nor for a terminal that is gone.

use std::io;
use std::sync::Arc;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::tty::Tty;
use super::{Event, Tell};
use crate::app::key::Input;

const ALL: [i32; 7] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];

/// Signals that are caught, and wait to be watched.
pub(super) struct Caught {
    signals: Signals,
    last_words: Box<dyn Fn() + Send>,
}

impl Caught {
    /// From here on none of them does what it usually does.
    pub(super) fn new(last_words: impl Fn() + Send + 'static) -> io::Result<Self> {
        Ok(Self { signals: Signals::new(ALL)?, last_words: Box::new(last_words) })
    }

    /// Starts the thread. It lives as long as the program: a signal after the last screen must still
    /// end it.
    pub(super) fn watch(self, tty: Arc<Tty>, tell: Tell) -> io::Result<()> {
        let Self { mut signals, last_words } = self;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGWINCH => resized(&tty, &*tell),
                    SIGCONT => resumed(&tty, &*tell),
                    SIGTSTP => stop(&tty),
                    _ => die(signal, &tty, &*last_words),
                }
            }
        })?;
        Ok(())
    }
}

fn resized(tty: &Tty, tell: &dyn Fn(Event)) {
    tty.spoil();
    let (columns, rows) = tty.size();
    tell(Event::Inputs(vec![Input::Resize(columns, rows)]));
}

/// The shell has had the terminal in the meantime.
fn resumed(tty: &Tty, tell: &dyn Fn(Event)) {
    if tty.is_wanted() && tty.enter().is_ok() {
        tell(Event::Resumed);
        resized(tty, tell);
    }
}

fn stop(tty: &Tty) {
    tty.leave();
    let _ = emulate_default_handler(SIGTSTP);
}

fn die(signal: i32, tty: &Tty, last_words: &dyn Fn()) {
    tty.release();
    last_words();
    let _ = emulate_default_handler(signal);
    // Only if the signal did not do it.
    std::process::exit(128 + signal);
}

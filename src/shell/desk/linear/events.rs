//! What the desk in lines waits for, and the thread of its signals.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use crate::app::{Effect, Outcome};

/// What the loop waits for.
pub enum Event {
    /// A line waits, or the end of the input.
    Typed,
    /// The writer answered.
    Answer(Outcome),
    /// Reviewers left something.
    Marks,
    /// ^C
    Interrupted,
    /// ^Z, which would stop the program where a shell runs it.
    Undone,
    /// The terminal is gone, or somebody ends the program.
    Gone,
}

/// ^C and ^Z are heard as keys are; whatever else would end the program ends it in order.
pub fn hear_signals(tell: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGINT => Event::Interrupted,
                SIGTSTP => Event::Undone,
                _ => Event::Gone,
            };
            if tell.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Whether the desk waits for the answer before it reads on; records are counted by themselves.
pub const fn owes(effect: &Effect) -> bool {
    matches!(effect, Effect::Begin(_) | Effect::Load { .. } | Effect::Recall { .. })
}

/// Whether this is such an answer.
pub const fn is_owed_for(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Begun
            | Outcome::NotBegun { .. }
            | Outcome::Loaded { .. }
            | Outcome::NotLoaded { .. }
            | Outcome::Recalled { .. }
            | Outcome::Told { .. }
            | Outcome::Lost { .. }
    )
}

//! The doors of reviewers, tried with the real OpenSSH: what comes in, what is answered, and that
//! everything else is refused in a sentence and logged.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test stops where it fails, and starts programs of its own"
)]

#[path = "commands/book.rs"]
#[allow(dead_code, reason = "the tests of the commands use the rest of it")]
mod book;
#[path = "terminal/rig.rs"]
#[allow(dead_code, reason = "the tests of the terminal use the rest of it")]
mod rig;
#[path = "commands/talk.rs"]
mod talk;

mod door {
    pub(crate) mod client;
    mod front;
    mod guests;
    mod idle;
    mod lines;
    pub(crate) mod open;
    mod refused;
    mod rights;
}

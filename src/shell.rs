//! THE WORLD.
#![allow(clippy::disallowed_methods, reason = "this room is where files and the clock are")]

pub mod amending;
pub mod args;
pub mod book;
pub mod both;
mod child;
pub mod clock;
pub mod close;
pub mod copying;
pub mod desk;
pub mod disk;
pub mod draft;
pub mod drafting;
pub mod eyes;
pub mod failure;
pub mod follow;
pub mod git;
pub mod habits;
pub mod headless;
pub mod holder;
pub mod home;
pub mod journal;
pub mod kept;
pub mod locale;
pub mod lock;
pub mod marks;
pub mod paper;
pub mod perform;
pub mod person;
pub mod place;
pub mod placing;
pub mod printing;
pub mod progress;
#[cfg(test)]
mod proof;
pub mod publish;
pub mod reviewer;
pub mod run;
pub mod scribe;
pub mod serve;
pub mod sitting;
pub mod source;
pub mod spot;
pub mod table;
pub mod terminal;
pub mod trouble;
mod typed;
pub mod watch;
pub mod whole;

pub use run::run;

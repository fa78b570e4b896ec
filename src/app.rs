//! THE STATE MACHINE: what a key means, what it changes, and what the world is asked to do.
//!
//! `update(session, seat, input)` changes the two and returns [`effect::Effect`]s; the shell carries
//! them out and answers with [`effect::Outcome`]s. This room knows no terminal, no file and no
//! clock, and it cannot fail: trouble becomes a notice.

pub mod due;
pub mod key;
pub mod keyed;
pub mod keymap;
pub mod sight;
pub mod taste;

pub mod field;
pub mod form;
pub mod glimpse;
pub mod pasted;

pub mod division;

pub mod entry;

pub mod pinyin;

pub mod progress;

pub mod index;

pub mod catalogue;

pub mod account;

pub mod carry;
pub mod founding;
pub mod verdicts;

pub mod fork;

pub mod session;

pub mod rows;

pub mod seat;

pub mod spot;

pub mod effect;

pub mod agenda;

pub mod act;

pub mod command;

pub mod look;

pub mod line;

pub mod submit;

pub mod mend;
pub mod sheet;

pub mod jump;

pub mod over;

pub mod menu;

pub mod page;

pub mod query;

pub mod register;

pub mod compare;

pub mod script;
pub mod search;

pub mod papering;
pub mod preview;

pub mod tip;

pub mod copying;
pub mod pointer;
pub mod practice;
pub mod printing;
mod touch;

pub mod record;

pub mod update;

pub mod story;

pub mod typed;

pub mod guest;

pub mod keeping;
pub mod seek;
mod stray;

pub mod amending;
pub mod drafting;
pub mod rehearse;

#[cfg(test)]
pub(crate) mod rehearsal;

#[cfg(test)]
mod scenes;

pub use catalogue::Catalogue;
pub use effect::{Effect, Outcome, Papering, Pending, Publication};
pub use field::Field;
pub use fork::Fork;
pub use form::{Form, Purpose, Tick, Ticked};
pub use guest::Guest;
pub use index::Index;
pub use key::{Input, Key};
pub use keymap::Keymap;
pub use practice::Practice;
pub use record::answer;
pub use rows::{Pane, Stop};
pub use seat::{Binding, Find, Hit, Line, Menu, Over, Screen, Seat};
pub use session::{Closing, Keeping, Session};
pub use sight::Sight;
pub use spot::{Cast, Spot};
pub use taste::Taste;
pub use update::update;
pub use verdicts::Verdicts;

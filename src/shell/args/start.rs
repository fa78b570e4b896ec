//! Before there is a book: rehearsal, practice, examination, and the texts about the program.

use clap::ArgMatches;

use super::ask::What;
use super::row::{DATA, Does, Row, flag, one_of, row};
use super::{help, manual};
use crate::words::cli::{Blank, Hint};

/// How much has happened in a book to rehearse with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demo {
    /// Three meetings; the fourth is open.
    Meetings,
    /// A whole year.
    Year,
}

/// How far an examination goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exam {
    /// Whether faults are mended.
    pub repair: Repair,
    /// Whether the input method is tried.
    pub trial: Trial,
}

/// Whether faults are mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Only told.
    Told,
    /// Mended where that may be.
    Done,
}

/// Whether the input method is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// Nobody asked for it.
    Unasked,
    /// With a person at the keyboard.
    Asked,
}

pub(super) const DEMO: Row = row!("demo", Demo, &[flag("year", Hint::DemoYear)], Does::Means(demo));

pub(super) const TUTOR: Row = row!("tutor", Tutor, &[], Does::Means(|_| What::Tutor));

pub(super) const DOCTOR: Row = row!(
    "doctor",
    Doctor,
    &[flag("fix", Hint::Fix), flag("ime", Hint::TryInputMethod),],
    Does::Means(doctor),
    DATA
);

pub(super) const COMPLETIONS: Row = row!(
    "completions",
    Completions,
    &[one_of("shell", Blank::Shell, Hint::Shell, || SHELLS.to_vec())],
    Does::Prints(help::completions)
);

pub(super) const MAN: Row = row!("man", Man, &[], Does::Prints(|_, to| Ok(manual::man(to))));

/// The shells that a completion script can be printed for.
pub(super) const SHELLS: &[&str] = &["bash", "zsh", "fish"];

fn demo(matches: &ArgMatches) -> What {
    What::Demo(if matches.get_flag("year") { Demo::Year } else { Demo::Meetings })
}

fn doctor(matches: &ArgMatches) -> What {
    let repair = if matches.get_flag("fix") { Repair::Done } else { Repair::Told };
    let trial = if matches.get_flag("ime") { Trial::Asked } else { Trial::Unasked };
    What::Doctor(Exam { repair, trial })
}

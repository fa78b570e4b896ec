//! What a command line means, as values. Places and ids stay text: the core judges them.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::agenda::Agenda;
use super::door::Door;
use super::export::Export;
use super::join::Settling;
use super::life::{Competent, Reported, Step, Wording};
use super::meet::Meet;
use super::print::Seen;
use super::record::Pin;
use super::report::{Import, Init};
use super::settings::{Scope, Settings};
use super::start::{Demo, Exam};
use super::typed::{Out, Run};
use crate::app::guest::Layout;
use crate::judge::compare::By;
use crate::ledger::{Light, Presence, Settlement, Stage};
use crate::words::cli::Listed;
use crate::words::compare::Sort;

/// One call of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What holds for every command.
    pub settings: Settings,
    /// What to do.
    pub what: What,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Fetch, join, push.
    Sync,
    /// Join two lines of meetings.
    Merge(Vec<Settling>),
    /// Open the book at the desk; piped, print the overview.
    Desk,
    /// The plan, or one row.
    Show {
        /// Which row.
        place: Option<String>,
    },
    /// All records of a kind that match every filter.
    List {
        /// Which kind.
        kind: Listed,
        /// As typed; without one an empty list is no failure.
        filters: Vec<String>,
    },
    /// A meeting without the screen.
    Meet(Meet),
    /// Record a decision.
    Decide {
        /// At least one, `0` for no row.
        places: Vec<String>,
        /// The line, in the grammar of the screen. Not empty.
        text: String,
    },
    /// Record readings: one act with one undo.
    Read {
        /// Target and value, as typed; at least one.
        values: Vec<(String, String)>,
        /// As typed, for all of them; without one each follows its last reading.
        period: Option<String>,
        /// Why a figure fell or was corrected.
        reason: Option<String>,
    },
    /// Record the readings of a table.
    ReadTable {
        /// The table; `-` is standard input.
        file: PathBuf,
        /// Whether anything is recorded.
        run: Run,
    },
    /// Make tables to be filled in.
    Template {
        /// For whom; without one for all.
        offices: Vec<String>,
        /// Where to.
        out: Out,
    },
    /// Record the assignments of a table.
    AssignTable {
        /// The table; `-` is standard input.
        file: PathBuf,
        /// Whether anything is recorded.
        run: Run,
    },
    /// The agenda.
    Agenda(Agenda),
    /// Say who has a row.
    Assign {
        /// Which row.
        place: String,
        /// `@LEAD` and `+SUPPORT`, one line of the screen's grammar.
        parties: String,
    },
    /// Set the light of a row by hand, or put it back under the rule.
    Light {
        /// Which row.
        place: String,
        /// The light; none puts it back.
        light: Option<Light>,
        /// Why.
        reason: String,
        /// Who agreed.
        agreed: String,
        /// Whether it stays when a reading comes.
        pin: Pin,
    },
    /// Move a decision to a stage.
    Stage {
        /// Which decision.
        decision: String,
        /// Where to.
        stage: Stage,
        /// On what day, by whose consent, and what else there is to say.
        step: Step,
    },
    /// Give a decision a later due.
    Extend {
        /// Which decision.
        decision: String,
        /// The new due, as typed.
        due: String,
        /// On what day, who approved it, and why.
        step: Step,
    },
    /// Give a decision to others.
    Lead {
        /// Which decision.
        decision: String,
        /// Who leads it from now on, as typed.
        lead: String,
        /// On what day, by whose consent, and why.
        step: Step,
    },
    /// Give a decision another text.
    Reword {
        /// Which decision.
        decision: String,
        /// How it reads from now on, and where.
        text: Wording,
        /// On what day, and by whose consent.
        step: Step,
    },
    /// Record what an office reported of a decision.
    Feedback {
        /// Which decision.
        decision: String,
        /// What was reported.
        told: Reported,
    },
    /// Issue a supervision sheet.
    Sheet {
        /// A decision, or a row.
        about: String,
        /// Its colour, as typed.
        colour: String,
        /// On what day, and why.
        step: Step,
    },
    /// Set a sealed record right.
    Correct {
        /// A decision, a reading or a meeting.
        id: String,
        /// Field and value, as typed; at least one.
        fields: Vec<(String, String)>,
        /// Who agreed.
        agreed: String,
    },
    /// Make the minutes of a meeting final.
    Sign {
        /// Which meeting.
        meeting: String,
        /// Who signed.
        by: String,
        /// 文号
        document: String,
        /// On what day.
        on: Option<NaiveDate>,
    },
    /// Record that a target was changed, or issued.
    Amend {
        /// Which target.
        place: String,
        /// The new value, as typed.
        value: String,
        /// By whose word.
        source: Competent,
    },
    /// Record attendance.
    Attend {
        /// How they attended.
        presence: Presence,
        /// Offices or persons, at least one.
        names: Vec<String>,
        /// The office for which the one name came.
        instead_of: Option<String>,
        /// Why.
        reason: Option<String>,
    },
    /// Say what became of a row at the year's end.
    Account {
        /// Which row.
        place: String,
        /// What became of it.
        state: Settlement,
        /// Why; without one the lights must say it.
        reason: Option<String>,
    },
    /// Take back the last record.
    Undo,
    /// Do it again.
    Redo,
    /// Seal what was recorded between meetings.
    Seal,
    /// Everything that can be wrong with a book.
    Check {
        /// The report to hold the plan against.
        source: Option<PathBuf>,
    },
    /// All meetings.
    Log,
    /// What changed between two states.
    Diff {
        /// Up to two: what people call them.
        ends: Vec<String>,
        /// How changes are put together.
        by: By,
        /// Only changes of this sort.
        sort: Option<Sort>,
    },
    /// A snapshot in sentences, for git.
    Textconv {
        /// The file.
        file: PathBuf,
    },
    /// Everything that ever happened to a row or a decision.
    Story {
        /// Which, as typed.
        of: String,
    },
    /// Make a plan of a published report.
    Import(Import),
    /// Make a paper.
    Export(Export),
    /// Print a screen.
    Seen(Seen),
    /// Start a book.
    Init(Init),
    /// The read-only seat.
    Follow {
        /// The name under which marks are left; the account's unless given.
        name: Option<String>,
        /// In which form; by itself what the terminal can show.
        layout: Layout,
        /// How much is shown.
        shown: Scope,
    },
    /// An SSH door of our own.
    Serve(Door),
    /// What to write into the files of OpenSSH, for a front door.
    Sshd,
    /// A book to rehearse with.
    Demo(Demo),
    /// 练习: a practice meeting in a copy.
    Tutor,
    /// Terminal, git and book looked at, and set right where that may be.
    Doctor(Exam),
    /// Print a text that needs no book: help, version, completions, the man page.
    Print(String),
}

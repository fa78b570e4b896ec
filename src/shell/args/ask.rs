//! What a command line means, as values. Places and ids stay text: the core judges them.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::export::Export;
use super::print::Seen;
use crate::app::agenda::Source;
use crate::app::guest::Layout;
use crate::app::script::Script;
use crate::judge::compare::By;
use crate::ledger::{ItemState, Light, Presence, Settlement, Stage};
use crate::words::Lang;
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

/// The options that every command takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The folder of the book; the current one unless `-C` says otherwise.
    pub book: PathBuf,
    /// The day to take as today instead of the clock's.
    pub today: Option<NaiveDate>,
    /// How data is written.
    pub format: Format,
    /// Columns to lay out for, 20 to 1000; the terminal's unless given.
    pub width: Option<u16>,
    /// The rule by which to judge; the plan's own unless given.
    pub policy: Option<String>,
    /// The language to speak.
    pub lang: Lang,
    /// The script to show text in; the person's own unless given.
    pub script: Option<Script>,
    /// Whether to use colour.
    pub color: Color,
    /// Whether a question may be asked.
    pub input: Input,
    /// How much of the book is shown.
    pub scope: Scope,
    /// On a screen, or in lines.
    pub layout: Layout,
}

impl Settings {
    /// Everything as it is unless somebody says otherwise.
    pub fn speaking(lang: Lang) -> Self {
        Self {
            book: PathBuf::from("."),
            today: None,
            format: Format::Text,
            width: None,
            policy: None,
            lang,
            script: None,
            color: Color::Auto,
            input: Input::Asked,
            scope: Scope::Desk,
            layout: Layout::Screen,
        }
    }
}

/// How data is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For tables.
    Csv,
}

impl Format {
    /// Every format by the word that asks for it.
    pub const CODES: [&'static str; 3] = [Self::Text.code(), Self::Json.code(), Self::Csv.code()];

    /// The word that asks for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }
}

/// Whether to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// As the terminal and its environment say.
    #[default]
    Auto,
    /// Marks and words only.
    Never,
    /// Even where the environment says no.
    Always,
}

/// Whether a question may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Where somebody can answer.
    Asked,
    /// Never.
    None,
}

/// How much of the book is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything: whoever asks may record.
    #[default]
    Desk,
    /// What reviewers may see.
    Guest,
    /// What is sealed.
    Sealed,
}

/// The door of reviewers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Door {
    /// Address and port, as typed; this machine alone unless given.
    pub listen: Option<String>,
    /// The list of keys; the book's own unless given.
    pub keys: Option<PathBuf>,
    /// How much guests see.
    pub shown: Scope,
}

/// How conflicts of two lines are settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settling {
    /// By what a side says.
    Side {
        /// Which conflicts; none for all.
        numbers: Option<Vec<u16>>,
        /// Whose word holds.
        side: Side,
    },
    /// By something else.
    Other {
        /// Which conflict.
        number: u16,
        /// As typed.
        text: String,
    },
}

/// Whose word holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Our line's.
    Ours,
    /// The other's.
    Theirs,
    /// Both, the later holds.
    Both,
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

/// A report that becomes a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The report; `-` is standard input.
    pub report: PathBuf,
    /// Where the plan is written; nowhere when none.
    pub out: Option<PathBuf>,
    /// Whether it may take the place of a file.
    pub over: Over,
    /// The encoding of the report, as typed; it is found out when none.
    pub encoding: Option<String>,
    /// What becomes of the doubts.
    pub doubts: Doubts,
    /// The report that it amends, when the plan is there already.
    pub again: Option<Old>,
}

/// The report of which a plan was made, when it comes amended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Old {
    /// Where.
    pub report: PathBuf,
    /// Which side has what both changed.
    pub takes: Takes,
}

/// Which side has what both changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing is written as long as there is any.
    Asked,
    /// The plan.
    Ours,
    /// The new report.
    Theirs,
}

/// What becomes of the doubts of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubts {
    /// They are listed.
    List,
    /// A person settles them at the screen.
    Settle,
}

/// A book to be started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Init {
    /// Where.
    pub folder: PathBuf,
    /// The report of which its plan is made.
    pub from: Option<PathBuf>,
    /// The encoding of the report, as typed.
    pub encoding: Option<String>,
    /// The book that it goes on from.
    pub after: Option<PathBuf>,
}

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// It stays, and nothing is written.
    Keep,
    /// It goes.
    Replace,
}

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

/// What is said of a step besides what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// On what day; today when none.
    pub on: Option<NaiveDate>,
    /// Who agreed, or approved it.
    pub consent: String,
    /// Why, or a remark.
    pub note: String,
}

/// 反馈
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// On what day; today when none.
    pub on: Option<NaiveDate>,
    /// Which office; the lead when none.
    pub from: Option<String>,
    /// 进展情况
    pub progress: String,
    /// 存在问题
    pub problem: String,
    /// 下一步措施
    pub next: String,
}

/// The body that changed a target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competent {
    /// By whom.
    pub organ: String,
    /// 文号
    pub document: String,
    /// From what day on; today when none.
    pub from: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// Whether a light set by hand stays when a reading comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pin {
    /// The next reading clears it.
    Loose,
    /// Only somebody clears it.
    Pinned,
}

/// A meeting without the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meet {
    /// Open one.
    Open(Opening),
    /// Say how it stands.
    Status,
    /// End a sitting.
    Adjourn,
    /// Begin another.
    Resume,
    /// Close it with its gaps on record.
    Close,
    /// Close it only if nothing is missing.
    CloseStrictly,
}

/// What is said of a meeting when it is opened; the rest comes from the plan and the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Its title.
    pub title: Option<String>,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// The code of its series.
    pub series: Option<String>,
    /// Who chairs.
    pub chair: Option<String>,
    /// Where it is held.
    pub place: Option<String>,
    /// Where its agenda comes from.
    pub agenda: Option<Source>,
}

/// Whether anything is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Yes.
    Real,
    /// It is only said what would be.
    Dry,
}

/// Where something is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out {
    /// Standard output.
    Print,
    /// One new file.
    File(PathBuf),
    /// New files in a folder.
    Folder(PathBuf),
}

/// The agenda of the open meeting, or of the one to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agenda {
    /// Say what it is.
    Show,
    /// Say what there is to talk about.
    Lists,
    /// Build it from that.
    Build,
    /// Add an item.
    Add(NewItem),
    /// Remove one.
    Remove(u16),
    /// Give one another number.
    Move {
        /// Its number.
        from: u16,
        /// The number that it gets.
        to: u16,
    },
    /// Put one off, or take it up again.
    State {
        /// Its number.
        number: u16,
        /// What becomes of it.
        state: ItemState,
        /// Why.
        reason: Option<String>,
    },
    /// Prepare lines for one.
    Prepare {
        /// Its number.
        number: u16,
        /// The lines; `-` alone stands for those of standard input.
        lines: Vec<String>,
    },
    /// Give one a paragraph of its own in the minutes.
    Word {
        /// Its number.
        number: u16,
        /// The paragraph; as recorded where it is empty.
        text: String,
    },
}

/// How a decision reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// On record, and so everywhere.
    OnRecord(String),
    /// In papers alone; as recorded where it is empty.
    InPapers(String),
}

/// What is said of a new item; the rest comes from its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewItem {
    /// 关于…的汇报
    pub title: String,
    /// The rows that it goes through.
    pub rows: Vec<String>,
    /// The office that reports.
    pub office: Option<String>,
    /// Who speaks.
    pub presenter: Option<String>,
    /// Planned minutes.
    pub minutes: Option<String>,
    /// 本议题不公开
    pub restricted: bool,
}

//! The one table of commands and options: parser, help, completions and man page come from it.

use clap::ArgMatches;

use super::ask::{Format, Meet, What};
use super::export::{self, Form};
use super::{help, manual, print, read};
use crate::app::script::Script;
use crate::words::Lang;
use crate::words::cli::{About, Blank, Brief, Hint, Listed, Misuse, Sample, Usage};

/// One command.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) usage: Usage,
    pub(super) brief: Brief,
    pub(super) about: About,
    pub(super) sample: Sample,
    pub(super) takes: &'static [Take],
    pub(super) does: Does,
    pub(super) formats: &'static [Format],
}

/// What follows a command's name.
pub(super) enum Does {
    /// What its words say, whatever they are.
    Means(fn(&ArgMatches) -> What),
    /// What its words say, if they can be read.
    Reads(fn(&ArgMatches) -> Result<What, Misuse>),
    /// A text that needs no book.
    Prints(fn(&ArgMatches, Lang) -> Result<String, Misuse>),
    /// Another command.
    OneOf(&'static [Row]),
    /// Another command, or by itself what its words say.
    Either(fn(&ArgMatches) -> Result<What, Misuse>, &'static [Row]),
}

/// A command that reviewers may call, and what it takes from them.
pub(super) struct Lent {
    pub(super) name: &'static str,
    pub(super) takes: &'static [&'static str],
}

/// Something that a command takes.
pub(super) struct Take {
    /// Its name in the program; with `--` before it, on the command line.
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) hint: Hint,
}

/// How it stands on the command line.
pub(super) enum Shape {
    /// A word in its place.
    Word { blank: Blank, needed: bool },
    /// All words that are left.
    Words { blank: Blank, needed: bool },
    /// A word that is one of a few.
    OneOf { blank: Blank, among: fn() -> Vec<&'static str> },
    /// `--name VALUE`
    Valued { blank: Blank, short: Option<char> },
    /// `--name VALUE`, one of a few.
    ValuedOneOf { blank: Blank, among: &'static [&'static str] },
    /// `--name`
    Flag,
}

const fn word(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Word { blank, needed: true }, hint }
}

const fn maybe(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Word { blank, needed: false }, hint }
}

const fn words(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Words { blank, needed: true }, hint }
}

const fn valued(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Valued { blank, short: None }, hint }
}

const fn one_of(
    name: &'static str,
    blank: Blank,
    hint: Hint,
    among: fn() -> Vec<&'static str>,
) -> Take {
    Take { name, shape: Shape::OneOf { blank, among }, hint }
}

/// The options of every command.
pub(super) const OPTIONS: &[Take] = &[
    Take {
        name: "book",
        shape: Shape::Valued { blank: Blank::Folder, short: Some('C') },
        hint: Hint::Book,
    },
    valued("today", Blank::Date, Hint::Today),
    Take {
        name: "format",
        shape: Shape::ValuedOneOf { blank: Blank::Format, among: &Format::CODES },
        hint: Hint::Format,
    },
    valued("width", Blank::Columns, Hint::Columns),
    valued("policy", Blank::Policy, Hint::Policy),
    Take {
        name: "lang",
        shape: Shape::ValuedOneOf { blank: Blank::Lang, among: &["zh", "en"] },
        hint: Hint::Lang,
    },
    Take {
        name: "script",
        shape: Shape::ValuedOneOf { blank: Blank::Script, among: &Script::NAMES },
        hint: Hint::Script,
    },
    Take {
        name: "color",
        shape: Shape::ValuedOneOf { blank: Blank::When, among: &["auto", "never", "always"] },
        hint: Hint::Color,
    },
    Take { name: "no-input", shape: Shape::Flag, hint: Hint::NoInput },
    Take { name: "linear", shape: Shape::Flag, hint: Hint::Linear },
];

/// What reviewers may call: it only reads, and takes no path from them.
pub(super) const LENT: &[Lent] = &[
    Lent { name: "show", takes: &["place"] },
    Lent { name: "list", takes: &["kind", "filters"] },
    Lent { name: "log", takes: &[] },
    Lent { name: "diff", takes: &["ends", "by", "kind"] },
    Lent { name: "story", takes: &["place"] },
    Lent { name: "export", takes: &["paper", "meetings", "to"] },
    Lent { name: "print", takes: &["what", "to"] },
];

/// The options that reviewers may give with it.
pub(super) const LENT_OPTIONS: &[&str] = &["format", "width", "policy", "lang", "script", "color"];

/// What can be listed.
pub(super) const LISTED: [Listed; 6] = [
    Listed::Tasks,
    Listed::Targets,
    Listed::Decisions,
    Listed::Offices,
    Listed::Meetings,
    Listed::Readings,
];

/// Where the agenda of a meeting may come from, in either language.
const SOURCES: [&str; 6] = ["已备", "三张单", "计划顺序", "prepared", "lists", "plan"];

/// By what changes are put together, in either language.
const GROUPS: [&str; 4] = ["任务", "单位", "task", "office"];

/// The sorts of changes, in either language.
const SORTS: [&str; 16] = [
    "状态",
    "报数",
    "议定",
    "时限",
    "办理",
    "分工",
    "更正调整",
    "其他",
    "lights",
    "readings",
    "decisions",
    "dues",
    "stages",
    "leads",
    "amended",
    "others",
];

/// The shells that a completion script can be printed for.
pub(super) const SHELLS: &[&str] = &["bash", "zsh", "fish"];

/// Words for people, and nothing else.
pub(super) const WORDS: &[Format] = &[Format::Text];
/// For people and for programs.
const DATA: &[Format] = &[Format::Text, Format::Json];
/// For people, for programs and for tables.
const TABLES: &[Format] = &[Format::Text, Format::Json, Format::Csv];

/// One row of the table, its words all of one name in the catalogue.
macro_rules! row {
    ($name:literal, $word:ident, $takes:expr, $does:expr) => {
        row!($name, $word, $takes, $does, WORDS)
    };
    ($name:literal, $word:ident, $takes:expr, $does:expr, $formats:expr) => {
        Row {
            name: $name,
            usage: Usage::$word,
            brief: Brief::$word,
            about: About::$word,
            sample: Sample::$word,
            takes: $takes,
            does: $does,
            formats: $formats,
        }
    };
}

/// Every command, in the order of the help.
pub(super) const COMMANDS: &[Row] = &[
    row!("show", Show, &[maybe("place", Blank::Place, Hint::Place)], Does::Means(read::show), DATA),
    row!(
        "list",
        List,
        &[
            one_of("kind", Blank::Kind, Hint::Kind, read::kinds),
            Take {
                name: "filters",
                shape: Shape::Words { blank: Blank::Filter, needed: false },
                hint: Hint::Filter,
            },
        ],
        Does::Reads(read::list),
        TABLES
    ),
    row!("meet", Meet, &[], Does::OneOf(MEET)),
    row!(
        "decide",
        Decide,
        &[words("words", Blank::Words, Hint::Words)],
        Does::Reads(read::decide),
        DATA
    ),
    row!(
        "read",
        Read,
        &[
            Take {
                name: "values",
                shape: Shape::Words { blank: Blank::Value, needed: false },
                hint: Hint::Value,
            },
            valued("reason", Blank::Reason, Hint::Reason),
            valued("csv", Blank::File, Hint::Table),
            Take { name: "dry-run", shape: Shape::Flag, hint: Hint::DryRun },
            Take { name: "template", shape: Shape::Flag, hint: Hint::Template },
            Take {
                name: "output",
                shape: Shape::Valued { blank: Blank::File, short: Some('o') },
                hint: Hint::OutFile,
            },
            valued("out", Blank::Folder, Hint::OutFolder),
        ],
        Does::Reads(read::reading),
        TABLES
    ),
    row!(
        "assign",
        Assign,
        &[
            maybe("place", Blank::Place, Hint::Place),
            Take {
                name: "parties",
                shape: Shape::Words { blank: Blank::Parties, needed: false },
                hint: Hint::Parties,
            },
            valued("csv", Blank::File, Hint::Table),
            Take { name: "dry-run", shape: Shape::Flag, hint: Hint::DryRun },
        ],
        Does::Reads(read::assign),
        DATA
    ),
    row!(
        "agenda",
        Agenda,
        &[
            Take { name: "auto", shape: Shape::Flag, hint: Hint::Auto },
            Take { name: "lists", shape: Shape::Flag, hint: Hint::Lists },
        ],
        Does::Either(read::agenda, AGENDA),
        TABLES
    ),
    row!(
        "stage",
        Stage,
        &[
            word("id", Blank::Id, Hint::Id),
            one_of("stage", Blank::Stage, Hint::Stage, read::stages),
            valued("on", Blank::Date, Hint::On),
            valued("consent", Blank::Who, Hint::Consent),
            valued("note", Blank::Text, Hint::Note),
        ],
        Does::Reads(read::stage),
        DATA
    ),
    row!(
        "extend",
        Extend,
        &[
            word("id", Blank::Id, Hint::Id),
            word("due", Blank::Due, Hint::Due),
            valued("reason", Blank::Why, Hint::Why),
            valued("approved", Blank::Who, Hint::Approved),
            valued("on", Blank::Date, Hint::On),
        ],
        Does::Reads(read::extend)
    ),
    row!(
        "lead",
        Lead,
        &[
            word("id", Blank::Id, Hint::Id),
            words("lead", Blank::Name, Hint::NewLead),
            valued("reason", Blank::Why, Hint::Why),
            valued("consent", Blank::Who, Hint::Consent),
            valued("on", Blank::Date, Hint::On),
        ],
        Does::Reads(read::lead)
    ),
    row!(
        "reword",
        Reword,
        &[
            word("id", Blank::Id, Hint::Id),
            words("text", Blank::Text, Hint::Wording),
            Take { name: "in-papers", shape: Shape::Flag, hint: Hint::InPapers },
            valued("consent", Blank::Who, Hint::Consent),
            valued("on", Blank::Date, Hint::On),
        ],
        Does::Reads(read::reword)
    ),
    row!(
        "feedback",
        Feedback,
        &[
            word("id", Blank::Id, Hint::Id),
            words("progress", Blank::Progress, Hint::Progress),
            valued("problem", Blank::Text, Hint::Problem),
            valued("next", Blank::Text, Hint::NextStep),
            valued("from", Blank::Name, Hint::Reporter),
            valued("on", Blank::Date, Hint::On),
        ],
        Does::Reads(read::feedback)
    ),
    row!(
        "sheet",
        Sheet,
        &[
            word("about", Blank::Id, Hint::Pressed),
            word("colour", Blank::Colour, Hint::Colour),
            valued("reason", Blank::Why, Hint::Why),
            valued("on", Blank::Date, Hint::On),
        ],
        Does::Reads(read::sheet)
    ),
    row!(
        "correct",
        Correct,
        &[
            word("id", Blank::Id, Hint::Sealed),
            words("fields", Blank::Mending, Hint::Mending),
            valued("agreed", Blank::Who, Hint::Consent),
        ],
        Does::Reads(read::correct)
    ),
    row!(
        "sign",
        Sign,
        &[
            word("meeting", Blank::Meeting, Hint::Meeting),
            valued("by", Blank::Who, Hint::Signer),
            valued("on", Blank::Date, Hint::On),
            valued("document", Blank::Number, Hint::Number),
        ],
        Does::Reads(read::sign)
    ),
    row!(
        "amend",
        Amend,
        &[
            word("place", Blank::Place, Hint::Target),
            word("value", Blank::Goal, Hint::Goal),
            valued("organ", Blank::Organ, Hint::Organ),
            valued("document", Blank::Number, Hint::Number),
            valued("from", Blank::Date, Hint::Effective),
            valued("reason", Blank::Why, Hint::Why),
        ],
        Does::Reads(read::amend)
    ),
    row!(
        "light",
        Light,
        &[
            word("place", Blank::Place, Hint::Place),
            one_of("light", Blank::Light, Hint::Light, read::lights),
            valued("reason", Blank::Text, Hint::Reason),
            valued("agreed", Blank::Name, Hint::Agreed),
            Take { name: "pin", shape: Shape::Flag, hint: Hint::Pin },
        ],
        Does::Reads(read::light)
    ),
    row!(
        "attend",
        Attend,
        &[
            one_of("presence", Blank::Presence, Hint::Presence, read::presences),
            words("names", Blank::Name, Hint::Name),
            valued("for", Blank::Name, Hint::InsteadOf),
            valued("reason", Blank::Reason, Hint::Reason),
        ],
        Does::Reads(read::attend)
    ),
    row!(
        "account",
        Account,
        &[
            word("place", Blank::Place, Hint::Place),
            one_of("state", Blank::Settlement, Hint::Settlement, read::settlements),
            valued("reason", Blank::Reason, Hint::Reason),
        ],
        Does::Reads(read::account)
    ),
    row!("undo", Undo, &[], Does::Means(|_| What::Undo)),
    row!("redo", Redo, &[], Does::Means(|_| What::Redo)),
    row!("seal", Seal, &[], Does::Means(|_| What::Seal)),
    row!(
        "check",
        Check,
        &[valued("source", Blank::Report, Hint::Report)],
        Does::Means(read::check),
        DATA
    ),
    row!("log", Log, &[], Does::Means(|_| What::Log), TABLES),
    row!(
        "diff",
        Diff,
        &[
            Take {
                name: "ends",
                shape: Shape::Words { blank: Blank::Moment, needed: false },
                hint: Hint::Moment,
            },
            Take {
                name: "by",
                shape: Shape::ValuedOneOf { blank: Blank::By, among: &GROUPS },
                hint: Hint::By,
            },
            Take {
                name: "kind",
                shape: Shape::ValuedOneOf { blank: Blank::Kind, among: &SORTS },
                hint: Hint::Sort,
            },
        ],
        Does::Reads(read::diff),
        TABLES
    ),
    row!(
        "story",
        Story,
        &[word("place", Blank::PlaceOrId, Hint::Place)],
        Does::Means(|matches| What::Story { of: read::given(matches, "place") }),
        DATA
    ),
    row!(
        "merge",
        Merge,
        &[
            valued("ours", Blank::Numbers, Hint::Ours),
            valued("theirs", Blank::Numbers, Hint::Theirs),
            valued("both", Blank::Numbers, Hint::Both),
            valued("set", Blank::Otherwise, Hint::Otherwise),
        ],
        Does::Reads(read::merge),
        TABLES
    ),
    row!("sync", Sync, &[], Does::Means(|_| What::Sync)),
    row!(
        "export",
        Export,
        &[
            one_of("paper", Blank::Paper, Hint::Paper, export::papers),
            Take {
                name: "meetings",
                shape: Shape::Words { blank: Blank::Meeting, needed: false },
                hint: Hint::Held,
            },
            Take {
                name: "to",
                shape: Shape::ValuedOneOf { blank: Blank::Form, among: Form::CODES },
                hint: Hint::Form,
            },
            Take {
                name: "output",
                shape: Shape::Valued { blank: Blank::File, short: Some('o') },
                hint: Hint::OutFile,
            },
            valued("out", Blank::Folder, Hint::PaperFolder),
            valued("office", Blank::Name, Hint::ForOffice),
            Take {
                name: "style",
                shape: Shape::ValuedOneOf { blank: Blank::Style, among: export::STYLES },
                hint: Hint::PaperStyle,
            },
            Take { name: "replace", shape: Shape::Flag, hint: Hint::Replace },
        ],
        Does::Reads(export::export)
    ),
    row!(
        "print",
        Print,
        &[
            Take {
                name: "what",
                shape: Shape::Words { blank: Blank::Screen, needed: false },
                hint: Hint::Screen,
            },
            Take {
                name: "to",
                shape: Shape::ValuedOneOf { blank: Blank::Form, among: &print::FORMS },
                hint: Hint::PrintForm,
            },
            Take {
                name: "output",
                shape: Shape::Valued { blank: Blank::File, short: Some('o') },
                hint: Hint::OutFile,
            },
            valued("out", Blank::Folder, Hint::PaperFolder),
            Take { name: "replace", shape: Shape::Flag, hint: Hint::Replace },
        ],
        Does::Reads(print::print)
    ),
    row!(
        "import",
        Import,
        &[
            word("report", Blank::Report, Hint::AnyReport),
            Take {
                name: "output",
                shape: Shape::Valued { blank: Blank::File, short: Some('o') },
                hint: Hint::PlanFile,
            },
            Take { name: "settle", shape: Shape::Flag, hint: Hint::Settle },
            Take { name: "replace", shape: Shape::Flag, hint: Hint::PutInPlace },
            valued("again", Blank::Report, Hint::OldReport),
            Take { name: "ours", shape: Shape::Flag, hint: Hint::AllOurs },
            Take { name: "theirs", shape: Shape::Flag, hint: Hint::AllTheirs },
            valued("encoding", Blank::Encoding, Hint::Encoding),
        ],
        Does::Reads(read::import),
        DATA
    ),
    row!(
        "init",
        Init,
        &[
            word("folder", Blank::Folder, Hint::Folder),
            valued("from", Blank::Report, Hint::AnyReport),
            valued("encoding", Blank::Encoding, Hint::Encoding),
            valued("after", Blank::OldBook, Hint::OldBook),
        ],
        Does::Means(read::init)
    ),
    row!(
        "follow",
        Follow,
        &[
            valued("as", Blank::Name, Hint::ReviewerName),
            Take { name: "wall", shape: Shape::Flag, hint: Hint::Wall },
            Take { name: "sealed-only", shape: Shape::Flag, hint: Hint::SealedOnly },
        ],
        Does::Means(read::follow)
    ),
    row!(
        "serve",
        Serve,
        &[
            valued("listen", Blank::Address, Hint::Listen),
            valued("keys", Blank::File, Hint::Keys),
            Take { name: "sealed-only", shape: Shape::Flag, hint: Hint::SealedOnly },
            Take { name: "print-sshd", shape: Shape::Flag, hint: Hint::PrintSshd },
        ],
        Does::Means(read::serve)
    ),
    row!(
        "demo",
        Demo,
        &[Take { name: "year", shape: Shape::Flag, hint: Hint::DemoYear }],
        Does::Means(read::demo)
    ),
    row!("tutor", Tutor, &[], Does::Means(|_| What::Tutor)),
    row!(
        "doctor",
        Doctor,
        &[
            Take { name: "fix", shape: Shape::Flag, hint: Hint::Fix },
            Take { name: "ime", shape: Shape::Flag, hint: Hint::TryInputMethod },
        ],
        Does::Means(read::doctor),
        DATA
    ),
    row!(
        "completions",
        Completions,
        &[one_of("shell", Blank::Shell, Hint::Shell, || SHELLS.to_vec())],
        Does::Prints(help::completions)
    ),
    row!(
        "textconv",
        Textconv,
        &[word("file", Blank::File, Hint::Snapshot)],
        Does::Means(read::textconv)
    ),
    row!("man", Man, &[], Does::Prints(|_, lang| Ok(manual::man(lang)))),
];

/// The commands of a meeting without the screen.
const MEET: &[Row] = &[
    row!(
        "open",
        MeetOpen,
        &[
            valued("title", Blank::Title, Hint::Title),
            valued("date", Blank::Date, Hint::Date),
            valued("series", Blank::Series, Hint::Series),
            valued("chair", Blank::Chair, Hint::Chair),
            valued("place", Blank::Place, Hint::Venue),
            Take {
                name: "agenda",
                shape: Shape::ValuedOneOf { blank: Blank::From, among: &SOURCES },
                hint: Hint::AgendaFrom,
            },
        ],
        Does::Reads(read::open)
    ),
    row!("status", MeetStatus, &[], Does::Means(|_| What::Meet(Meet::Status)), DATA),
    row!("adjourn", MeetAdjourn, &[], Does::Means(|_| What::Meet(Meet::Adjourn))),
    row!("resume", MeetResume, &[], Does::Means(|_| What::Meet(Meet::Resume))),
    row!(
        "close",
        MeetClose,
        &[Take { name: "strict", shape: Shape::Flag, hint: Hint::Strict }],
        Does::Means(read::close)
    ),
];

/// What can be done to an agenda.
const AGENDA: &[Row] = &[
    row!(
        "add",
        AgendaAdd,
        &[
            word("title", Blank::Title, Hint::Topic),
            valued("rows", Blank::Places, Hint::Rows),
            valued("office", Blank::Name, Hint::Reports),
            valued("presenter", Blank::Person, Hint::Presenter),
            valued("minutes", Blank::Minutes, Hint::Minutes),
            Take { name: "restricted", shape: Shape::Flag, hint: Hint::Restricted },
        ],
        Does::Means(read::add_item),
        TABLES
    ),
    row!(
        "remove",
        AgendaRemove,
        &[word("number", Blank::Nth, Hint::ItemNumber)],
        Does::Reads(read::remove_item),
        TABLES
    ),
    row!(
        "move",
        AgendaMove,
        &[word("number", Blank::Nth, Hint::ItemNumber), word("to", Blank::Nth, Hint::NewNumber),],
        Does::Reads(read::move_item),
        TABLES
    ),
    row!(
        "state",
        AgendaState,
        &[
            word("number", Blank::Nth, Hint::ItemNumber),
            one_of("state", Blank::State, Hint::ItemState, read::item_states),
            valued("reason", Blank::Reason, Hint::Reason),
        ],
        Does::Reads(read::item_state),
        TABLES
    ),
    row!(
        "prepare",
        AgendaPrepare,
        &[word("number", Blank::Nth, Hint::ItemNumber), words("lines", Blank::Line, Hint::Lines),],
        Does::Reads(read::prepare),
        TABLES
    ),
    row!(
        "word",
        AgendaWord,
        &[
            word("number", Blank::Nth, Hint::ItemNumber),
            words("text", Blank::Text, Hint::InMinutes),
        ],
        Does::Reads(read::word_item),
        TABLES
    ),
];

//! The agenda of a meeting.

use clap::ArgMatches;

use super::ask::What;
use super::row::{Does, Row, TABLES, flag, one_of, row, valued, word, words};
use super::typed::{number, text, texts};
use crate::ledger::ItemState;
use crate::words::Lang;
use crate::words::cli::{Blank, Hint, Misuse};

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

pub(super) const AGENDA: Row = row!(
    "agenda",
    Agenda,
    &[flag("auto", Hint::Auto), flag("lists", Hint::Lists),],
    Does::Either(agenda, ITEMS),
    TABLES
);

/// What can be done to an agenda.
const ITEMS: &[Row] = &[
    row!(
        "add",
        AgendaAdd,
        &[
            word("title", Blank::Title, Hint::Topic),
            valued("rows", Blank::Places, Hint::Rows),
            valued("office", Blank::Name, Hint::Reports),
            valued("presenter", Blank::Person, Hint::Presenter),
            valued("minutes", Blank::Minutes, Hint::Minutes),
            flag("restricted", Hint::Restricted),
        ],
        Does::Means(add_item),
        TABLES
    ),
    row!(
        "remove",
        AgendaRemove,
        &[word("number", Blank::Nth, Hint::ItemNumber)],
        Does::Reads(remove_item),
        TABLES
    ),
    row!(
        "move",
        AgendaMove,
        &[word("number", Blank::Nth, Hint::ItemNumber), word("to", Blank::Nth, Hint::NewNumber),],
        Does::Reads(move_item),
        TABLES
    ),
    row!(
        "state",
        AgendaState,
        &[
            word("number", Blank::Nth, Hint::ItemNumber),
            one_of("state", Blank::State, Hint::ItemState, item_states),
            valued("reason", Blank::Reason, Hint::Reason),
        ],
        Does::Reads(item_state),
        TABLES
    ),
    row!(
        "prepare",
        AgendaPrepare,
        &[word("number", Blank::Nth, Hint::ItemNumber), words("lines", Blank::Line, Hint::Lines),],
        Does::Reads(prepare),
        TABLES
    ),
    row!(
        "word",
        AgendaWord,
        &[
            word("number", Blank::Nth, Hint::ItemNumber),
            words("text", Blank::Text, Hint::InMinutes),
        ],
        Does::Reads(word_item),
        TABLES
    ),
];

fn agenda(matches: &ArgMatches) -> Result<What, Misuse> {
    match (matches.get_flag("auto"), matches.get_flag("lists")) {
        (true, true) => Err(Misuse::Twice { name: "--lists".into() }),
        (true, false) => Ok(What::Agenda(Agenda::Build)),
        (false, true) => Ok(What::Agenda(Agenda::Lists)),
        (false, false) => Ok(What::Agenda(Agenda::Show)),
    }
}

fn add_item(matches: &ArgMatches) -> What {
    let rows = text(matches, "rows").unwrap_or_default();
    let rows = rows.split(|c: char| c.is_whitespace() || "、,，".contains(c));
    What::Agenda(Agenda::Add(NewItem {
        title: text(matches, "title").unwrap_or_default(),
        rows: rows.filter(|row| !row.is_empty()).map(str::to_owned).collect(),
        office: text(matches, "office"),
        presenter: text(matches, "presenter"),
        minutes: text(matches, "minutes"),
        restricted: matches.get_flag("restricted"),
    }))
}

fn remove_item(matches: &ArgMatches) -> Result<What, Misuse> {
    Ok(What::Agenda(Agenda::Remove(number(matches, "number")?)))
}

fn move_item(matches: &ArgMatches) -> Result<What, Misuse> {
    let (from, to) = (number(matches, "number")?, number(matches, "to")?);
    Ok(What::Agenda(Agenda::Move { from, to }))
}

fn item_state(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "state").unwrap_or_default();
    let state = ItemState::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let (number, reason) = (number(matches, "number")?, text(matches, "reason"));
    Ok(What::Agenda(Agenda::State { number, state, reason }))
}

/// The words that name what can be done to an item without its being talked about.
fn item_states() -> Vec<&'static str> {
    let states = [ItemState::Postponed, ItemState::Carried, ItemState::Written, ItemState::Ahead];
    let words = states.map(|state| state.word().text(Lang::Zh));
    words.into_iter().chain(states.map(ItemState::code)).collect()
}

fn prepare(matches: &ArgMatches) -> Result<What, Misuse> {
    let (number, lines) = (number(matches, "number")?, texts(matches, "lines"));
    Ok(What::Agenda(Agenda::Prepare { number, lines }))
}

fn word_item(matches: &ArgMatches) -> Result<What, Misuse> {
    let (number, text) = (number(matches, "number")?, texts(matches, "text").join(" "));
    Ok(What::Agenda(Agenda::Word { number, text }))
}

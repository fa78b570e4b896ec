//! A meeting without the screen, and who attended it.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::ask::What;
use super::row::{DATA, Does, Row, among, flag, one_of, row, valued, words};
use super::typed::{day, text, texts};
use crate::app::agenda::Source;
use crate::ledger::Presence;
use crate::words::Lang;
use crate::words::cli::{Blank, Hint, Misuse};

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

pub(super) const MEET: Row = row!("meet", Meet, &[], Does::OneOf(MEETING));

pub(super) const ATTEND: Row = row!(
    "attend",
    Attend,
    &[
        one_of("presence", Blank::Presence, Hint::Presence, presences),
        words("names", Blank::Name, Hint::Name),
        valued("for", Blank::Name, Hint::InsteadOf),
        valued("reason", Blank::Reason, Hint::Reason),
    ],
    Does::Reads(attend)
);

/// The commands of a meeting without the screen.
const MEETING: &[Row] = &[
    row!(
        "open",
        MeetOpen,
        &[
            valued("title", Blank::Title, Hint::Title),
            valued("date", Blank::Date, Hint::Date),
            valued("series", Blank::Series, Hint::Series),
            valued("chair", Blank::Chair, Hint::Chair),
            valued("place", Blank::Place, Hint::Venue),
            among("agenda", Blank::From, Hint::AgendaFrom, &SOURCES),
        ],
        Does::Reads(open)
    ),
    row!("status", MeetStatus, &[], Does::Means(|_| What::Meet(Meet::Status)), DATA),
    row!("adjourn", MeetAdjourn, &[], Does::Means(|_| What::Meet(Meet::Adjourn))),
    row!("resume", MeetResume, &[], Does::Means(|_| What::Meet(Meet::Resume))),
    row!("close", MeetClose, &[flag("strict", Hint::Strict)], Does::Means(close)),
];

/// Where the agenda of a meeting may come from, in either language.
const SOURCES: [&str; 6] = ["已备", "三张单", "计划顺序", "prepared", "lists", "plan"];

fn open(matches: &ArgMatches) -> Result<What, Misuse> {
    Ok(What::Meet(Meet::Open(Opening {
        title: text(matches, "title"),
        date: day(matches, "date")?,
        series: text(matches, "series"),
        chair: text(matches, "chair"),
        place: text(matches, "place"),
        agenda: text(matches, "agenda").as_deref().and_then(Source::named),
    })))
}

fn close(matches: &ArgMatches) -> What {
    What::Meet(if matches.get_flag("strict") { Meet::CloseStrictly } else { Meet::Close })
}

fn attend(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "presence").unwrap_or_default();
    let presence = Presence::named(&typed).ok_or(Misuse::Other { what: typed })?;
    let (names, instead_of) = (texts(matches, "names"), text(matches, "for"));
    if instead_of.is_some() && names.len() > 1 {
        return Err(Misuse::OneInstead);
    }
    Ok(What::Attend { presence, names, instead_of, reason: text(matches, "reason") })
}

/// The words that name an attendance.
fn presences() -> Vec<&'static str> {
    let words = Presence::ALL.iter().map(|presence| presence.word().text(Lang::Zh));
    words.chain(Presence::ALL.iter().map(|presence| presence.code())).collect()
}

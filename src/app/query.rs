//! The query language of the register and of `list`: which records a line of terms lets through.
//!
//! ```text
//! 牵头:投促局 逾期 会议:3 时限<10-31 !办结      lead:Trade overdue meeting:3 due<10-31 !done
//! ```
//!
//! Terms are parted by blanks and all must hold; `!` denies one, quotes make one plain text. A term is
//! a key with a value, a state, the number of a row or a decision, an office behind `@`, or text: Han,
//! full pinyin or initials. Full-width marks count as their twins.
//!
//! Total: any text is a query or says why it is none. Nothing here may ask what day it is, or rank.

mod facts;
mod key;
mod read;
mod says;
mod split;
mod value;
mod word;

use std::ops::Range;

use super::due::Base;
use super::entry::Names;
use super::session::Session;
use super::submit;
use crate::judge::Light;
use crate::ledger::{DecisionKind, Outcome, RecordId, Settlement, SnapshotId, Stage, When};
use crate::plan::{OfficeKey, Party, Place, Plan};
use crate::words::Lang;
use crate::words::query::{Key, Unclear};

pub use facts::{Facts, Nth};
pub use key::{DECISIONS, MEETINGS, OFFICES, READINGS, TARGETS, TASKS};
pub use word::Word;

/// What a query is read against.
pub struct Context<'a> {
    /// The plan: its rows, its roster, its series.
    pub plan: &'a Plan,
    /// The names of its roster.
    pub names: &'a Names,
    /// Who is picked by `@1` to `@9`.
    pub picks: Vec<Party>,
    /// What due words count from.
    pub base: Base<'a>,
    /// The open meeting.
    pub this: Option<SnapshotId>,
    /// The meeting before it.
    pub last: Option<SnapshotId>,
    /// The keys that can be asked of what is listed.
    pub keys: &'static [Key],
    /// The language in which faults name the keys; both are always read.
    pub lang: Lang,
}

impl<'a> Context<'a> {
    /// What a query means in a session.
    pub fn of(session: &'a Session, keys: &'static [Key], lang: Lang) -> Self {
        Self {
            plan: &session.plan,
            names: session.names(),
            picks: session.picks(),
            base: submit::base(session),
            this: session.meeting().map(|meeting| meeting.id.clone()),
            last: session.last_meeting.as_ref().map(|meeting| meeting.id.clone()),
            keys,
            lang,
        }
    }
}

/// Terms that must all hold.
#[derive(Default)]
pub struct Query<'a> {
    terms: Vec<Term<'a>>,
}

struct Term<'a> {
    denied: bool,
    asks: Asks<'a>,
}

/// What one term asks for.
enum Asks<'a> {
    /// Words that the record shows.
    Text(Text<'a>),
    /// Somebody who has to do with it.
    Party(Role, Whom<'a>),
    /// A row, or what lies below it.
    Row(Place),
    /// Rows whose titles say so.
    Rows(Text<'a>),
    /// One record.
    Record(RecordId),
    /// `4/2`: a record of a meeting of the usual series.
    Numbered(usize, u32),
    /// What it was recorded in.
    Meeting(Held),
    /// The series, by its code.
    Series(String),
    /// By when.
    Due(Order, Days),
    /// How it stands: either, for a word that names both.
    State(Option<Light>, Option<Stage>),
    Kind(DecisionKind),
    Outcome(Outcome),
    Source(Word<'a>),
    Extended(Order, usize),
    Pending,
    Silent,
    Open,
    /// What became of the row; none for one without an account.
    Account(Option<Settlement>),
}

/// Text, with the offices and rows that are called so.
struct Text<'a> {
    word: Word<'a>,
    offices: Vec<OfficeKey>,
    rows: Vec<Place>,
}

/// What somebody has to do with a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Lead,
    Support,
    Any,
}

/// Who is asked for.
enum Whom<'a> {
    /// Nobody is named.
    Nobody,
    /// Offices of the roster.
    Offices(Vec<OfficeKey>, String),
    /// Whoever is called so, in the roster or outside it.
    Called(Text<'a>),
}

/// What something was recorded in.
enum Held {
    Is(SnapshotId),
    Nth(Order, usize),
    Interval,
}

/// Days that are asked for.
enum Days {
    /// From one day to another, both included.
    Span(chrono::NaiveDate, chrono::NaiveDate),
    /// A repetition.
    Each(When),
    /// No day was set.
    Unsettled,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Is,
    Below,
    AtMost,
    AtLeast,
    Above,
}

/// Reads a query; one without terms lets everything through.
///
/// # Errors
/// The first term that means nothing, and what could be written instead.
pub fn read<'a>(text: &str, context: &Context<'a>) -> Result<Query<'a>, Unclear> {
    let terms = split::pieces(text).into_iter().map(|piece| read::term(piece, context));
    Ok(Query { terms: terms.collect::<Result<_, _>>()? })
}

impl Query<'_> {
    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a record has all that is asked for.
    pub fn lets(&self, facts: &Facts) -> bool {
        let by_series = self.terms.iter().any(|term| matches!(term.asks, Asks::Series(_)));
        self.terms.iter().all(|term| facts.has(&term.asks, by_series) != term.denied)
    }

    /// The bytes of a shown text that its words stand for. What a term denies is nowhere.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let word = |asks: &Asks<'_>| match asks {
            Asks::Text(own) | Asks::Rows(own) => own.word.find(text),
            Asks::Source(word) => word.find(text),
            _ => None,
        };
        self.asked().filter_map(word).collect()
    }

    /// The bytes of a text that shows names: those for which it asks, or what it calls them by.
    pub fn marks_of_names(&self, text: &str, names: &[Party]) -> Vec<Range<usize>> {
        let of = |party: &Party| {
            let at = text.find(party.name())?;
            let found = self.asked().find_map(|asks| asks.marks_name(party))?;
            Some(at + found.start..at + found.end)
        };
        names.iter().filter_map(of).collect()
    }

    fn asked(&self) -> impl Iterator<Item = &Asks<'_>> {
        self.terms.iter().filter(|term| !term.denied).map(|term| &term.asks)
    }

    /// What its terms say, one by one.
    pub fn says(&self, context: &Context<'_>) -> Vec<String> {
        self.terms.iter().map(|term| says::term(term, context)).collect()
    }
}

impl Asks<'_> {
    /// What of a name it stands for; all of it where it means the office and not the words.
    fn marks_name(&self, party: &Party) -> Option<Range<usize>> {
        let whole = |keys: &[OfficeKey]| {
            let is_it = party.key().is_some_and(|key| keys.contains(key));
            is_it.then(|| 0..party.name().len())
        };
        match self {
            Self::Party(Role::Lead | Role::Any, Whom::Offices(keys, _)) => whole(keys),
            Self::Party(Role::Lead | Role::Any, Whom::Called(text)) | Self::Text(text) => {
                text.word.find(party.name()).or_else(|| whole(&text.offices))
            }
            _ => None,
        }
    }
}

impl Order {
    fn of<T: PartialOrd>(self, value: &T, (from, to): (&T, &T)) -> bool {
        match self {
            Self::Is => from <= value && value <= to,
            Self::Below => value < from,
            Self::AtMost => value <= to,
            Self::AtLeast => value >= from,
            Self::Above => value > to,
        }
    }
}

#[cfg(test)]
mod tests;

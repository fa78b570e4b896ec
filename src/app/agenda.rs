//! A meeting before its first word: the page that opens it, where its agenda comes from, and who is
//! expected.

pub mod build;
pub mod order;
pub mod prepared;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Timelike};

use super::session::Session;
use crate::ledger::{AgendaItem, Attendance, Meeting, Sitting, SnapshotId, TimeOfDay};
use crate::plan::{Party, Series, Table};
use crate::words::{AgendaFrom, Lang, Told};
pub use order::{Agenda, Toward};
pub use prepared::Prepared;

/// What is asked before a meeting opens; every answer has a default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The code of the series; the usual one when empty.
    pub code: String,
    /// The number within the series.
    pub number: Option<u32>,
    /// The day; today when none.
    pub day: Option<NaiveDate>,
    /// When the next one is expected.
    pub next: Option<NaiveDate>,
    /// A title of its own.
    pub title: String,
    /// Where.
    pub place: String,
    /// Who takes the chair.
    pub chair: String,
    /// Where its agenda comes from.
    pub agenda: Source,
}

/// Where the agenda of a meeting comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// It was prepared before.
    Prepared,
    /// 会前三张单: what is behind, left open, unreported.
    Lists,
    /// The plan, task by task.
    #[default]
    Plan,
}

impl Source {
    /// All of them, in the order of their digits.
    pub const ALL: [Self; 3] = [Self::Prepared, Self::Lists, Self::Plan];

    /// The word that people read and type.
    pub const fn word(self) -> AgendaFrom {
        match self {
            Self::Prepared => AgendaFrom::Prepared,
            Self::Lists => AgendaFrom::Lists,
            Self::Plan => AgendaFrom::Plan,
        }
    }

    /// The source that a person means, by its word in either language or by its digit.
    pub fn named(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().map(super::key::twin).collect();
        let means = |(digit, source): &(usize, Self)| {
            let words = [Lang::Zh, Lang::En].map(|lang| source.word().text(lang));
            words.contains(&plain.as_str()) || digit.to_string() == plain
        };
        (1..).zip(Self::ALL).find(means).map(|(_, source)| source)
    }
}

/// The opening that is right most of the time: the usual series, the next number, today, the place
/// and the chair of last time.
pub fn prefilled(session: &Session, code: &str) -> Opening {
    let series = session.plan.series_of(code);
    let last = session.last_of(code).map(|meeting| session.state().corrected(meeting));
    let last = last.as_ref().and_then(|meeting| meeting.sittings.values().next_back());
    let usual = |last: Option<&String>, of: fn(&Series) -> &String| {
        last.filter(|text| !text.is_empty()).or(series.map(of)).cloned().unwrap_or_default()
    };
    Opening {
        code: code.into(),
        number: Some(next_number(session, code)),
        day: Some(session.today),
        next: next_day(session, code),
        title: String::new(),
        place: usual(last.map(|sitting| &sitting.place), |series| &series.place),
        chair: usual(last.map(|sitting| &sitting.chair), |series| &series.chair),
        agenda: usual_source(session),
    }
}

/// What was prepared; else the lists, once a meeting has met and they have something to say.
fn usual_source(session: &Session) -> Source {
    if session.agenda().is_some_and(|agenda| !agenda.is_empty()) {
        return Source::Prepared;
    }
    let met = session.last_meeting.is_some();
    if met && !session.lists().is_empty() { Source::Lists } else { Source::Plan }
}

/// The agenda that a meeting of a series gets from a source.
pub fn agenda(session: &Session, source: Source, code: &str, lang: Lang) -> Agenda {
    match source {
        Source::Prepared => session.agenda().cloned().unwrap_or_default(),
        Source::Lists => build::from_lists(session, code, lang),
        Source::Plan => build::in_plan_order(session, code, lang),
    }
}

/// The planned minutes of an agenda; none when no item has any.
pub fn planned(agenda: &Agenda) -> Option<u32> {
    let minutes = agenda.values().filter_map(|item| item.minutes);
    minutes.map(u32::from).reduce(|one, other| one + other)
}

/// The meeting that an opening describes.
pub fn meeting(session: &Session, opening: &Opening, lang: Lang) -> Meeting {
    let day = opening.day.unwrap_or(session.today);
    let code = opening.code.as_str();
    let first = Sitting {
        from: (day == session.today).then(|| time_of(session.now)).flatten(),
        place: opening.place.clone(),
        chair: opening.chair.clone(),
        ..Sitting::default()
    };
    Meeting {
        id: SnapshotId::meeting(day, code).free(|id| session.is_taken(id)),
        series: session.plan.series_of(code).map_or_else(String::new, |series| series.name.clone()),
        number: opening.number.unwrap_or_else(|| next_number(session, code)),
        title: opening.title.clone(),
        next: opening.next,
        sittings: Table::from_iter([(1, first)]),
        attendance: expected(session, code),
        agenda: agenda(session, opening.agenda, code, lang),
    }
}

/// The number of the next meeting of a series.
pub fn next_number(session: &Session, code: &str) -> u32 {
    let counted = session.meetings_of(code);
    session.last_of(code).map_or(counted, |meeting| meeting.number.max(counted)).saturating_add(1)
}

/// As long after today as today is after the last meeting of the series; four weeks without one.
fn next_day(session: &Session, code: &str) -> Option<NaiveDate> {
    let last = session.last_of(code).and_then(|meeting| meeting.id.day());
    let since = last.map(|last| session.today - last).filter(|since| since.num_days() > 0);
    session.today.checked_add_signed(since.unwrap_or(TimeDelta::days(28)))
}

/// The minute of the day of an instant.
pub fn time_of(now: DateTime<FixedOffset>) -> Option<TimeOfDay> {
    TimeOfDay::new(now.hour(), now.minute())
}

/// Who came last time is expected again: present or attending, without that day's times.
fn expected(session: &Session, code: &str) -> Table<Party, Attendance> {
    let last = session.last_of(code).map(|meeting| session.state().corrected(meeting));
    let came = last.iter().flat_map(|meeting| &meeting.attendance);
    came.map(|(party, attendance)| {
        let state = attendance.state.expected();
        (party.clone(), Attendance { state, ..Attendance::default() })
    })
    .collect()
}

/// Whether an item goes through what earlier meetings left open. It has no rows of its own, and its
/// title says so in the language in which the meeting was opened.
pub fn follows_up(item: &AgendaItem) -> bool {
    let says = |lang| Told::OpenDecisions.text(lang) == item.title;
    item.rows.is_empty() && (says(Lang::Zh) || says(Lang::En))
}

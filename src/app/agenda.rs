//! A meeting before its first word: the page that opens it, its agenda in the order of the plan, and
//! who is expected.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Timelike};

use super::session::Session;
use crate::ledger::{AgendaItem, Attendance, ItemState, Meeting, Sitting, SnapshotId, TimeOfDay};
use crate::plan::{Place, Series, Table};
use crate::words::{Lang, Told};

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
}

/// The opening that is right most of the time: the usual series, the next number, today, the place
/// and the chair of last time.
pub fn prefilled(session: &Session, code: &str) -> Opening {
    let series = session.plan.series_of(code);
    let last = last_of(session, code).map(|meeting| session.state().corrected(meeting));
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
    }
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
        agenda: in_plan_order(session, lang),
    }
}

/// The number of the next meeting of a series.
pub fn next_number(session: &Session, code: &str) -> u32 {
    let counted = session.meetings_of(code);
    last_of(session, code).map_or(counted, |meeting| meeting.number.max(counted)).saturating_add(1)
}

/// As long after today as today is after the last meeting of the series; four weeks without one.
fn next_day(session: &Session, code: &str) -> Option<NaiveDate> {
    let last = last_of(session, code).and_then(|meeting| meeting.id.day());
    let since = last.map(|last| session.today - last).filter(|since| since.num_days() > 0);
    session.today.checked_add_signed(since.unwrap_or(TimeDelta::days(28)))
}

/// The minute of the day of an instant.
pub fn time_of(now: DateTime<FixedOffset>) -> Option<TimeOfDay> {
    TimeOfDay::new(now.hour(), now.minute())
}

fn last_of<'a>(session: &'a Session, code: &str) -> Option<&'a Meeting> {
    session.last_meeting.as_ref().filter(|meeting| meeting.id.is_meeting_of(code))
}

/// Who came last time is expected again: present or attending, without that day's times.
fn expected(session: &Session, code: &str) -> Table<crate::plan::Party, Attendance> {
    let last = last_of(session, code).map(|meeting| session.state().corrected(meeting));
    let came = last.iter().flat_map(|meeting| &meeting.attendance);
    came.map(|(party, attendance)| {
        let state = attendance.state.expected();
        (party.clone(), Attendance { state, ..Attendance::default() })
    })
    .collect()
}

/// What the last meeting left open, the headline targets, then the plan, task by task.
fn in_plan_order(session: &Session, lang: Lang) -> Table<u16, AgendaItem> {
    let plan = &session.plan;
    let mut items = Vec::new();
    if !session.index.open().is_empty() {
        items.push(item(Told::OpenDecisions.text(lang), Vec::new()));
    }
    if !plan.headline.is_empty() {
        let rows = plan.headline.iter().map(|target| target.id).collect();
        items.push(item(Told::HeadlineTargets.text(lang), rows));
    }
    items.extend(plan.tasks().map(|task| item(task.title.clone(), vec![task.id])));
    for item in &mut items {
        item.1.iter().for_each(|place| item.0.rows.push(plan.row(*place)));
    }
    (1..).zip(items.into_iter().map(|(item, _)| item)).collect()
}

/// Whether an item goes through what earlier meetings left open. It has no rows of its own, and its
/// title says so in the language in which the meeting was opened.
pub fn follows_up(item: &AgendaItem) -> bool {
    let says = |lang| Told::OpenDecisions.text(lang) == item.title;
    item.rows.is_empty() && (says(Lang::Zh) || says(Lang::En))
}

fn item(title: String, rows: Vec<Place>) -> (AgendaItem, Vec<Place>) {
    (AgendaItem { title, state: ItemState::Ahead, ..AgendaItem::default() }, rows)
}

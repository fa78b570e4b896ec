//! Following: going where the desk goes, and hearing what happened to the book.
//!
//! Who browses is never moved: the banner changes and the screen stays. The highlight never moves by
//! itself either, unless the desk points at a record.

use chrono::{DateTime, FixedOffset};

use super::{Guest, Layout, Missed, Mode};
use crate::app::line;
use crate::app::look;
use crate::app::rows::Stop;
use crate::app::seat::{Binding, Screen};
use crate::app::session::Session;
use crate::app::spot::Spot;
use crate::ledger::{Edit, RecordId, SnapshotId, sentence};
use crate::plan::Place;
use crate::words::GuestSays;

/// What was found on the disk since it was last looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Records that were not there before.
    pub records: Vec<Edit>,
    /// How many are there no more.
    pub withdrawn: usize,
    /// What happened to the book as a whole.
    pub turn: Option<Turn>,
    /// Where the desk is now; none while no desk is open.
    pub desk: Option<Spot>,
}

/// What can happen to a book as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A meeting was opened.
    Opened,
    /// What was open was sealed.
    Sealed,
    /// A snapshot came from elsewhere.
    Newer,
    /// The plan was changed.
    Plan,
}

/// When a reviewer was here before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// When the seat was left.
    pub at: DateTime<FixedOffset>,
    /// What was open then.
    pub on: SnapshotId,
    /// The newest record of it that was seen.
    pub saw: Option<RecordId>,
    /// How often the reviewer had come by then.
    pub came: usize,
}

/// Takes the seat: what was recorded since it was left, and where the desk is.
pub fn sit_down(session: &Session, guest: &mut Guest, desk: Option<Spot>, last: Option<&Visit>) {
    let records = session.state().ledger.records();
    let since = |id: &&RecordId| last.is_some_and(|last| came_after(session, id, last));
    let mut ids: Vec<RecordId> = records.filter(since).cloned().collect();
    ids.sort_by_cached_key(|id| session.state().meetings.order(id));
    let counts = counts(session, &ids);
    let (from, to) = (last.map(|last| last.at), Some(session.now));
    guest.missed = Missed { from, to, ids, counts, later: false };
    guest.came = last.map_or(0, |last| last.came);
    guest.desk = desk;
    come_back(session, guest);
}

/// Whether a record was made after a visit. What is open says when; of what was sealed since, the
/// order of sealing and the last record that was seen do.
fn came_after(session: &Session, id: &RecordId, last: &Visit) -> bool {
    let history = session.open.as_ref().filter(|history| history.open.id() == id.snapshot);
    if let Some(at) = history.and_then(|history| history.time_of(id)) {
        return at > last.at;
    }
    let saw = last.saw.as_ref().filter(|saw| saw.snapshot == last.on);
    if id.snapshot == last.on {
        return saw.is_none_or(|saw| id.number > saw.number);
    }
    let chain = &session.state().meetings;
    match chain.seal(&last.on) {
        Some(_) => chain.order(id) > chain.order(&last.on.record(u32::MAX)),
        // What was open then is nowhere any more: the day tells.
        None => id.snapshot.day() > Some(last.at.date_naive()),
    }
}

/// How many of these are decisions, how many readings.
fn counts(session: &Session, ids: &[RecordId]) -> (usize, usize) {
    let ledger = &session.state().ledger;
    let decided = ids.iter().filter(|id| ledger.decisions.contains_key(id)).count();
    let is_reading = |id: &&RecordId| ledger.readings.values().any(|of| of.contains_key(id));
    (decided, ids.iter().filter(is_reading).count())
}

/// Hears what happened.
pub fn hear(session: &Session, guest: &mut Guest, heard: &Heard) {
    let before = std::mem::replace(&mut guest.desk, heard.desk.clone());
    if guest.layout == Layout::Wall {
        // Nobody presses a key there that would take an old warning away.
        guest.said = None;
        guest.alarm = false;
    }
    tell(session, guest, heard, before.is_some());
    let moved = guest.desk.is_some() && guest.desk != before;
    let turned = matches!(heard.turn, Some(Turn::Opened | Turn::Sealed | Turn::Newer));
    if guest.mode == Mode::Browsing {
        if let Some((_, ids)) = &mut guest.paused {
            ids.extend(heard.records.iter().filter_map(Edit::record).cloned());
        }
        forget_what_is_gone(session, guest);
        // What is asked for was asked for when an end was moved.
        let _ = super::settle(session, guest);
        return;
    }
    if moved || turned {
        come_back(session, guest);
    } else if let (None, Some(record)) = (&guest.desk, heard.records.last()) {
        go_to_record(session, guest, record);
    }
}

/// Tells what was recorded while following was paused; what was missed before and not read yet comes
/// before it.
pub(super) fn catch_up(session: &Session, guest: &mut Guest) {
    let Some((from, paused)) = guest.paused.take().filter(|(_, ids)| !ids.is_empty()) else {
        return;
    };
    let unread = !guest.missed.later && !guest.missed.ids.is_empty();
    let (first, mut ids) = match (unread, std::mem::take(&mut guest.missed)) {
        (true, missed) => (missed.from, missed.ids),
        (false, _) => (Some(from), Vec::new()),
    };
    for id in paused {
        // It may have been taken back since, or told already.
        if session.state().ledger.records().any(|own| *own == id) && !ids.contains(&id) {
            ids.push(id);
        }
    }
    let counts = counts(session, &ids);
    guest.missed = Missed { from: first, to: Some(session.now), ids, counts, later: false };
}

/// Goes to where the desk is, and goes on following.
pub(super) fn come_back(session: &Session, guest: &mut Guest) {
    guest.mode = Mode::Following;
    guest.named = None;
    match guest.desk.clone() {
        Some(spot) => go(session, guest, spot),
        None if session.meeting().is_some() => {
            guest.seat.go(Screen::Meeting);
            line::bind_current(session, &mut guest.seat);
        }
        None => guest.seat.go(Screen::Overview { cursor: 0 }),
    }
}

fn go(session: &Session, guest: &mut Guest, spot: Spot) {
    let seat = &mut guest.seat;
    match spot {
        Spot::Item { number, rows, record } if session.meeting().is_some() => {
            let here = (seat.line.item, matches!(seat.screen(), Screen::Meeting));
            if here != (number, true) {
                seat.line.record = None;
            }
            seat.line.item = number;
            let rows: Vec<Place> =
                rows.into_iter().filter(|row| session.plan.find(*row).is_some()).collect();
            seat.line.binding =
                if rows.is_empty() { own_rows(session, number) } else { Binding::Rows(rows) };
            seat.line.record = record.or_else(|| seat.line.record.take());
            if !matches!(seat.screen(), Screen::Meeting) {
                seat.go(Screen::Meeting);
            }
        }
        Spot::Tasks(section) => seat.go(Screen::Tasks { section, cursor: 0 }),
        Spot::Task(place) if session.plan.find(place).is_some() => {
            if !matches!(seat.screen(), Screen::Task { place: here, .. } if *here == place) {
                seat.go(Screen::Task { place, cursor: 0 });
            }
        }
        // Nothing is shown of what is restricted, and nothing moves while the desk has paused.
        Spot::Restricted => seat.go(Screen::Overview { cursor: 0 }),
        Spot::Paused => {}
        Spot::Overview | Spot::Item { .. } | Spot::Task(_) => {
            seat.go(Screen::Overview { cursor: 0 });
        }
    }
}

fn own_rows(session: &Session, number: Option<u16>) -> Binding {
    let item = session.meeting().zip(number).and_then(|(m, number)| m.agenda.get(&number));
    match item.map(|item| item.rows.as_slice()) {
        Some([row]) => Binding::Rows(vec![row.place]),
        _ => Binding::Nothing,
    }
}

/// Without a desk a saved record moves whoever follows to its row, whoever wrote it.
fn go_to_record(session: &Session, guest: &mut Guest, edit: &Edit) {
    let Some(id) = edit.record() else { return };
    let decision = session.state().ledger.decisions.get(id);
    let row = match decision {
        Some(decision) => crate::app::catalogue::rows(&decision.about).first().copied(),
        None => crate::app::search::row_of(session, id),
    };
    let item = session.meeting().and_then(|meeting| {
        let holds = |place: Place| {
            let within = |row: &crate::plan::Row| place.is_within(row.place);
            meeting.agenda.iter().find(|(_, item)| item.rows.iter().any(within))
        };
        row.and_then(holds).map(|(number, _)| *number)
    });
    if session.meeting().is_some() {
        guest.seat.line.item = item.or(guest.seat.line.item);
        guest.seat.line.binding = row.map_or(Binding::Nothing, |row| Binding::Rows(vec![row]));
        guest.seat.line.record = Some(id.clone());
        guest.seat.go(Screen::Meeting);
    } else if let Some(row) = row {
        guest.seat.go(Screen::Overview { cursor: 0 });
        look::go(session, &mut guest.seat, &Stop::Row(row));
    }
}

/// What is pointed at may have been taken back.
fn forget_what_is_gone(session: &Session, guest: &mut Guest) {
    let records = session.index.records();
    let there = |id: &RecordId| {
        session.state().ledger.decisions.contains_key(id)
            || records.iter().any(|edit| edit.record() == Some(id))
    };
    guest.seat.line.record.take_if(|id| !there(id));
    let before = guest.missed.ids.len();
    guest.missed.ids.retain(|id| !session.is_open(&id.snapshot) || there(id));
    if guest.missed.ids.len() != before {
        guest.missed.counts = counts(session, &guest.missed.ids);
    }
    if session.meeting().is_none() && matches!(guest.seat.screen(), Screen::Meeting) {
        guest.seat.go(Screen::Overview { cursor: 0 });
    }
}

/// The most weighty thing that happened, in one sentence.
fn tell(session: &Session, guest: &mut Guest, heard: &Heard, had_desk: bool) {
    let lang = guest.seat.lang;
    let open = session.open.as_ref().map(|open| &open.open.kind);
    let what = |kind| sentence::of_held(kind, lang);
    let said = match (heard.turn, had_desk, heard.desk.is_some()) {
        (Some(Turn::Opened), ..) => open.map(|kind| GuestSays::Opened { what: what(kind) }),
        (Some(Turn::Sealed), ..) => Some(GuestSays::Closed { what: what(&session.sealed.kind) }),
        (Some(Turn::Newer), ..) => Some(GuestSays::Newer { what: what(&session.sealed.kind) }),
        (_, true, false) => Some(GuestSays::DeskGone),
        (_, false, true) => Some(GuestSays::DeskBack),
        (Some(Turn::Plan), ..) => Some(GuestSays::PlanChanged),
        _ if !heard.records.is_empty() => {
            Some(GuestSays::Recorded { what: sentence::of_all(&heard.records, lang) })
        }
        _ if heard.withdrawn > 0 => {
            Some(GuestSays::TakenBack { count: heard.withdrawn.to_string() })
        }
        _ => None,
    };
    if let Some(said) = said {
        guest.say(said);
    }
}

//! Where the desk is, for whoever follows: a screen, an item, a record. Never what is typed.
//!
//! It is written beside the journal at most ten times a second and never synced: it is no record.
//! While a restricted item is on, or the desk has paused, it says nothing but that.

use serde::{Deserialize, Serialize};

use super::effect::Effect;
use super::line;
use super::seat::{Screen, Seat};
use super::session::Session;
use crate::ledger::RecordId;
use crate::plan::Place;
use crate::words::Guest;

/// 投屏: how much of its place the desk shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cast {
    /// 同步: screen, item and record.
    #[default]
    Full,
    /// 只议题: the item of the agenda alone.
    Items,
    /// 暂停
    Paused,
}

impl Cast {
    /// What F5 makes of it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Full => Self::Items,
            Self::Items => Self::Paused,
            Self::Paused => Self::Full,
        }
    }

    /// Its word.
    pub const fn word(self) -> Guest {
        match self {
            Self::Full => Guest::CastFull,
            Self::Items => Guest::CastItems,
            Self::Paused => Guest::CastPaused,
        }
    }
}

/// What the desk looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spot {
    /// 总览
    Overview,
    /// The tasks of a section, or all.
    Tasks(Option<Place>),
    /// The page of a task.
    Task(Place),
    /// 会议
    Item {
        /// The item of the agenda that is on.
        number: Option<u16>,
        /// The rows that are talked about.
        rows: Vec<Place>,
        /// The record that is pointed at.
        record: Option<RecordId>,
    },
    /// 暂停
    Paused,
    /// 本议题不公开
    Restricted,
}

/// A spot with the process whose desk it is: one that died leaves it behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posted {
    /// The number of its process, to be found among the holders of locks.
    pub desk: u32,
    /// Where it is.
    pub spot: Spot,
}

/// Where a seat is, as far as others may know.
pub fn of(session: &Session, seat: &Seat) -> Spot {
    if seat.cast == Cast::Paused {
        return Spot::Paused;
    }
    if line::item(session, seat).is_some_and(|item| item.restricted) {
        return Spot::Restricted;
    }
    if seat.cast == Cast::Items {
        return match session.meeting() {
            Some(_) => Spot::Item { number: seat.line.item, rows: Vec::new(), record: None },
            None => Spot::Overview,
        };
    }
    seat.screens().rev().find_map(|screen| shown(session, seat, screen)).unwrap_or(Spot::Overview)
}

/// The effect of having gone elsewhere; none while the seat stays where it was.
pub fn settle(session: &Session, seat: &mut Seat) -> Option<Effect> {
    let now = of(session, seat);
    if seat.spot.as_ref() == Some(&now) {
        return None;
    }
    seat.spot = Some(now.clone());
    Some(Effect::Spot(now))
}

/// A screen that everybody has; a form or a list of the desk's own is none.
fn shown(session: &Session, seat: &Seat, screen: &Screen) -> Option<Spot> {
    match screen {
        Screen::Overview { .. } => Some(Spot::Overview),
        Screen::Tasks { section, .. } => Some(Spot::Tasks(*section)),
        Screen::Task { place, .. } => Some(Spot::Task(*place)),
        Screen::Meeting => Some(Spot::Item {
            number: seat.line.item,
            rows: line::rows(session, seat),
            record: seat.line.record.clone(),
        }),
        Screen::ReadBack { cursor } => read_out(session, *cursor),
        _ => None,
    }
}

/// The decision that is read back, on its item; nothing of one on an item that is restricted.
fn read_out(session: &Session, cursor: usize) -> Option<Spot> {
    let (meeting, history) = (session.meeting()?, session.open.as_ref()?);
    let ids = session.read_back();
    let id = ids.get(cursor.min(ids.len().saturating_sub(1)))?;
    let made = session.state().ledger.decisions.get(id)?;
    let number = made.item.or_else(|| history.item_of(id));
    let item = number.and_then(|number| meeting.agenda.get(&number));
    if item.is_some_and(|item| item.restricted) {
        return Some(Spot::Restricted);
    }
    let rows = super::catalogue::rows(&made.about);
    Some(Spot::Item { number, rows, record: Some(id.clone()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::{in_session, place};
    use crate::words::Lang;

    fn desk() -> (Session, Seat) {
        let session = in_session();
        let mut seat = Seat::new((120, 36), Lang::Zh);
        seat.go(Screen::Meeting);
        line::bind_current(&session, &mut seat);
        (session, seat)
    }

    #[test]
    fn a_spot_is_told_once_and_says_nothing_of_what_is_typed() {
        let (session, mut seat) = desk();
        let first = settle(&session, &mut seat);
        assert!(
            matches!(first, Some(Effect::Spot(Spot::Item { number: Some(_), .. }))),
            "{first:?}"
        );
        seat.line.field.insert("空港应急医院");
        assert_eq!(settle(&session, &mut seat), None);
        seat.open(Screen::Task { place: place("1.4"), cursor: 3 });
        assert_eq!(settle(&session, &mut seat), Some(Effect::Spot(Spot::Task(place("1.4")))));
    }

    #[test]
    fn what_is_read_back_is_followed_on_its_item() {
        let (mut session, mut seat) = desk();
        seat.open(Screen::ReadBack { cursor: usize::MAX });
        let last = session.read_back().last().cloned();
        let Spot::Item { number: Some(number), record, .. } = of(&session, &seat) else { panic!() };
        assert_eq!(record, last);
        // Another item is on by now, and that one was not for everybody.
        seat.line.item = None;
        let history = session.open.as_mut().unwrap();
        let crate::ledger::Held::Meeting(meeting) = &mut history.open.kind else { panic!() };
        meeting.agenda.get_mut(&number).unwrap().restricted = true;
        assert_eq!(of(&session, &seat), Spot::Restricted);
    }

    #[test]
    fn a_restricted_item_and_a_pause_leave_nothing_but_themselves() {
        let (mut session, mut seat) = desk();
        let number = seat.line.item.unwrap();
        seat.cast = Cast::Items;
        let items = Spot::Item { number: Some(number), rows: Vec::new(), record: None };
        assert_eq!(of(&session, &seat), items);
        let history = session.open.as_mut().unwrap();
        let crate::ledger::Held::Meeting(meeting) = &mut history.open.kind else { panic!() };
        for (at, item) in meeting.agenda.iter_mut() {
            item.restricted = *at == number;
        }
        assert_eq!(of(&session, &seat), Spot::Restricted);
        seat.go(Screen::Overview { cursor: 0 });
        assert_eq!(
            of(&session, &seat),
            Spot::Restricted,
            "the item is on, whatever the desk shows"
        );
        seat.cast = seat.cast.next();
        assert_eq!(of(&session, &seat), Spot::Paused);
        assert_eq!(seat.cast.next(), Cast::Full);
    }
}

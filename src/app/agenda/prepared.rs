//! 预拟: lines written under an item before the meeting, and used in the room.
//!
//! With the line empty Up and Down go from the open decisions of the item to its prepared lines, and on
//! to what was recorded; Enter takes a prepared line into the line, where it is changed and recorded
//! like any other. Then it is struck from the item, by the same act.

use crate::app::act;
use crate::app::seat::Seat;
use crate::app::session::Session;
use crate::app::{Effect, Key, line};
use crate::ledger::RecordId;

/// A prepared line: its item and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// The number of the item.
    pub item: u16,
    /// The words, as they were prepared.
    pub text: String,
}

/// What Up and Down stop at.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stop {
    Record(RecordId),
    Prepared(Prepared),
}

/// The lines prepared for the item that a seat is at.
pub fn lines(session: &Session, seat: &Seat) -> Vec<Prepared> {
    let Some(item) = seat.line.item else { return Vec::new() };
    let lines = session.agenda().and_then(|agenda| agenda.get(&item)).map(|item| &item.prepared);
    let prepared = |text: &String| Prepared { item, text: text.clone() };
    lines.into_iter().flatten().map(prepared).collect()
}

/// Lines of a paste: one for each that says anything.
pub fn split(text: &str) -> Vec<String> {
    let clean = |line: &str| {
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        line.chars().filter(|c| !c.is_control()).take(crate::app::field::LIMIT).collect::<String>()
    };
    text.lines().map(clean).filter(|line| !line.is_empty()).collect()
}

/// A key of the empty line that concerns what is pointed at; none when it is somebody else's.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    match (key, seat.line.prepared.clone()) {
        (Key::Up | Key::Down, _) => walk(session, seat, key),
        (Key::Enter, Some(prepared)) => {
            seat.line.field.insert(&prepared.text);
            seat.line.from = Some(prepared);
        }
        (Key::Esc, Some(_)) => seat.line.prepared = None,
        (Key::Delete, Some(prepared)) => {
            seat.line.prepared = None;
            let item = session.agenda().and_then(|agenda| agenda.get(&prepared.item)).cloned();
            let mut item = item.unwrap_or_default();
            item.prepared.retain(|line| *line != prepared.text);
            let acted = act::set_item(session, prepared.item, item);
            return Some(act::done(seat, acted));
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn walk(session: &Session, seat: &mut Seat, key: Key) {
    let stops = stops(session, seat);
    let here = match (&seat.line.record, &seat.line.prepared) {
        (Some(id), _) => Some(Stop::Record(id.clone())),
        (None, Some(prepared)) => Some(Stop::Prepared(prepared.clone())),
        (None, None) => None,
    };
    let here = here.and_then(|here| stops.iter().position(|stop| *stop == here));
    let to = match (here, key) {
        (Some(here), Key::Down) => here + 1,
        (Some(here), _) => here.wrapping_sub(1),
        (None, Key::Down) => 0,
        (None, _) => stops.len().wrapping_sub(1),
    };
    (seat.line.record, seat.line.prepared) = match stops.into_iter().nth(to) {
        Some(Stop::Record(id)) => (Some(id), None),
        Some(Stop::Prepared(prepared)) => (None, Some(prepared)),
        None => (None, None),
    };
}

fn stops(session: &Session, seat: &Seat) -> Vec<Stop> {
    let open = session.state().id();
    let records = line::walkable(session, seat);
    let own = records.iter().position(|id| id.snapshot == open).unwrap_or(records.len());
    let (earlier, own) = records.split_at(own);
    let record = |id: &RecordId| Stop::Record(id.clone());
    let prepared = lines(session, seat).into_iter().map(Stop::Prepared);
    earlier.iter().map(record).chain(prepared).chain(own.iter().map(record)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_as_many_lines_as_say_something() {
        let pasted = "\u{feff}由卫健局牵头\r\n\r\n  临空办配合\t\n\u{1b}[2J三\n";
        assert_eq!(split(pasted), ["由卫健局牵头", "临空办配合", "[2J三"]);
        assert_eq!(split(" \n\n"), Vec::<String>::new());
    }
}

//! The agenda: what is gone through and in which order, what is on, what was put off.
//!
//! Going on is an act that undo passes over, because the meeting went on; everything else is one act
//! with one undo, in the meeting and between meetings alike.

use super::{Acted, begin_interval, carry_out, writable};
use crate::app::agenda::{Prepared, order};
use crate::app::session::Session;
use crate::ledger::{AgendaItem, Change, Edit, Entry, ItemState};
use crate::plan::Table;
use crate::words::Notice;

/// Puts an agenda in the place of the one that is.
pub fn set_agenda(session: &mut Session, now: &Table<u16, AgendaItem>) -> Acted {
    writable(session)?;
    let was = session.agenda().cloned().unwrap_or_default();
    let edits = changes(&was, now);
    if edits.is_empty() {
        return Ok(Vec::new());
    }
    let mut effects = Vec::from_iter(begin_interval(session));
    effects.extend(carry_out(session, edits, "", Entry::Did)?);
    Ok(effects)
}

/// Changes one item.
pub fn set_item(session: &mut Session, number: u16, now: AgendaItem) -> Acted {
    let mut agenda = session.agenda().cloned().unwrap_or_default();
    if !agenda.contains_key(&number) {
        return Err(Notice::NoSuchItem { number: number.to_string() });
    }
    agenda.insert(number, now);
    set_agenda(session, &agenda)
}

/// Gives an item the floor. One that was put off is taken up after all; one that was through stays so.
pub fn visit(session: &mut Session, number: u16) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    if session.keeping.read_only.is_some() {
        return Ok(Vec::new()); // who only looks leaves no mark
    }
    let was = meeting.agenda.get(&number).cloned();
    let was = was.ok_or_else(|| Notice::NoSuchItem { number: number.to_string() })?;
    let on = session.open.as_ref().and_then(|history| history.floor().here()) == Some(number);
    let state = match was.state {
        ItemState::Discussed => ItemState::Discussed,
        _ => ItemState::Current,
    };
    if on && was.state == state {
        return Ok(Vec::new());
    }
    // An item that is gone back to changes nothing but the time: that is what the line is for.
    let now = Some(AgendaItem { state, ..was.clone() });
    let edit = Edit::Item(Change { at: number, was: Some(was), now });
    carry_out(session, vec![edit], "", Entry::Aside)
}

/// Moves an item of the agenda to a state. Undo passes over it: the agenda went on.
pub fn move_item(session: &mut Session, item: u16, state: ItemState) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let Some(was) = meeting.agenda.get(&item).filter(|item| item.state != state) else {
        return Ok(Vec::new());
    };
    let edit = moved(item, was, state);
    carry_out(session, vec![edit], "", Entry::Aside)
}

/// 转下次: every item that was not gone through. What was decided or noted under an item was gone
/// through, although nobody said so: that is 已议. One act with one undo.
pub fn carry_over(session: &mut Session) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let ahead = meeting.agenda.iter().filter(|(_, item)| item.state.is_ahead());
    let recorded = order::recorded(session.state());
    let state = |number: &u16| {
        if recorded.contains(number) { ItemState::Discussed } else { ItemState::Carried }
    };
    let edits: Vec<Edit> =
        ahead.map(|(number, item)| moved(*number, item, state(number))).collect();
    if edits.is_empty() {
        return Err(Notice::Unchanged);
    }
    carry_out(session, edits, "", Entry::Did)
}

/// An item in another state.
pub(super) fn moved(at: u16, item: &AgendaItem, state: ItemState) -> Edit {
    let now = Some(AgendaItem { state, ..item.clone() });
    Edit::Item(Change { at, was: Some(item.clone()), now })
}

/// Carries out an act; if it records anything, the prepared line from which that was made is struck by
/// the same act, so that one undo takes the record back and brings the line again.
pub fn striking(
    session: &mut Session,
    from: Option<&Prepared>,
    act: impl FnOnce(&mut Session) -> Acted,
) -> Acted {
    session.keeping.beside = from.and_then(|from| strike(session, from)).into_iter().collect();
    let acted = act(session);
    session.keeping.beside.clear();
    acted
}

fn strike(session: &Session, from: &Prepared) -> Option<Edit> {
    let was = session.agenda().and_then(|agenda| agenda.get(&from.item))?.clone();
    let at = was.prepared.iter().position(|line| *line == from.text)?;
    let mut now = was.clone();
    now.prepared.remove(at);
    Some(Edit::Item(Change { at: from.item, was: Some(was), now: Some(now) }))
}

/// What leads from one agenda to another.
fn changes(was: &Table<u16, AgendaItem>, now: &Table<u16, AgendaItem>) -> Vec<Edit> {
    let mut numbers: Vec<u16> = was.keys().chain(now.keys()).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    let change = |at: u16| Change { at, was: was.get(&at).cloned(), now: now.get(&at).cloned() };
    let changed = numbers.into_iter().map(change).filter(|change| change.was != change.now);
    changed.map(Edit::Item).collect()
}

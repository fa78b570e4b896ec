//! Where a guest goes: to another screen, another item, another row of what it looks at.
//!
//! Going to another screen is going on alone; moving a cursor is not.

use super::command::Look;
use super::{Effect, Guest, Layout, Mode, Over, boxes, follow, over};
use crate::app::preview::Preview;
use crate::app::register::Register;
use crate::app::rows::Stop;
use crate::app::seat::{Binding, Screen};
use crate::app::session::Session;
use crate::app::{Key, line, look, page, search};
use crate::ledger::About;
use crate::ledger::story::Subject;
use crate::words::{Do, GuestSays};

/// All decisions that a filter lets through.
pub(super) fn register(session: &Session, guest: &mut Guest, filter: &str) {
    let mut register = Register::new(filter);
    register.fill(session, guest.seat.lang);
    guest.browse();
    guest.seat.open(Screen::Register(register));
}

/// The story of a row or a decision.
pub(super) fn tell(guest: &mut Guest, of: Subject) {
    guest.over = None;
    guest.browse();
    let here = matches!(guest.seat.screen(), Screen::Story { of: own, .. } if *own == of);
    if !here {
        page::story::open(&mut guest.seat, of);
    }
}

/// The minutes that were signed last, page by page. In lines, and of a meeting that is long ago, what
/// they have decided.
pub(super) fn minutes(session: &Session, guest: &mut Guest) {
    guest.passed = true;
    let Some((id, _)) = super::signed(session) else { return guest.say(GuestSays::NothingSigned) };
    let lang = guest.seat.lang;
    let pages = (guest.layout != Layout::Lines).then(|| Preview::of(session, &id, lang)).flatten();
    match pages {
        Some(pages) => {
            guest.browse();
            guest.seat.open(Screen::Preview(pages));
        }
        None => register(session, guest, &super::minutes::of_meeting(&id, lang)),
    }
}

/// A key of the comparison.
pub(super) fn compared(session: &Session, guest: &mut Guest, key: Key) {
    let Some(Screen::Compare(compare)) = guest.seat.screen_mut() else { return };
    match key.command() {
        Key::Left | Key::Char('<') => compare.step(session, false),
        Key::Right | Key::Char('>') => compare.step(session, true),
        Key::Char('[') => compare.shift(session, false),
        Key::Char(']') => compare.shift(session, true),
        Key::Char(';') => compare.turn(),
        Key::Char('.') => compare.next_sort(session),
        _ => {}
    }
}

/// 跟随, or on one's own. What lies over the screen is left; what is being written stays a draft.
pub(super) fn turn(session: &Session, guest: &mut Guest) -> Vec<Effect> {
    let lay = guest.over.is_some() || guest.seat.over.is_some() || guest.seat.looks.is_some();
    let effects = over::leave_looks(guest);
    guest.seat.over = None;
    // The menu and the help lead here too, and nothing is written in them.
    if let Some(over @ Over::Pad { .. }) = guest.over.take() {
        boxes::own(session, guest, over, Key::Esc);
    }
    match guest.mode {
        Mode::Browsing => {
            follow::come_back(session, guest);
            follow::catch_up(session, guest);
        }
        Mode::Following if !lay => guest.browse(),
        Mode::Following => {}
    }
    effects
}

/// Moves the cursor, or goes to a screen that everybody has.
pub(super) fn step(session: &Session, guest: &mut Guest, what: &Look) {
    guest.passed = true;
    let goes = matches!(what, Look::Overview | Look::Tasks | Look::NextTask | Look::PreviousTask);
    if goes {
        guest.browse();
    }
    let walks = matches!(what, Look::Up | Look::Down | Look::Home | Look::End);
    if walks && matches!(guest.seat.screen(), Screen::Meeting) {
        return walk(session, guest, what);
    }
    // Pages are turned; the arrows go line by line.
    let page = match what {
        Look::PageDown => Some(page::preview::To::Next),
        Look::PageUp => Some(page::preview::To::Before),
        _ => None,
    };
    if page.and_then(|to| page::preview::go(session, &mut guest.seat, to)).is_some() {
        return;
    }
    let same = match what {
        Look::Up => Do::Up,
        Look::Down => Do::Down,
        Look::PageUp => Do::PageUp,
        Look::PageDown => Do::PageDown,
        Look::Home => Do::Home,
        Look::End => Do::End,
        Look::NextTask => Do::NextTask,
        Look::PreviousTask => Do::PreviousTask,
        Look::Tasks => Do::Tasks,
        _ => Do::Overview,
    };
    look::run(session, &mut guest.seat, same);
}

/// Up and Down on the meeting's screen walk its records; the highlight moves by these alone. Nobody writes
/// below them here, so Down begins at the first; after the last one the item itself is pointed at.
fn walk(session: &Session, guest: &mut Guest, what: &Look) {
    let ids = line::walkable(session, &guest.seat);
    let at = guest.seat.line.record.as_ref().and_then(|id| ids.iter().position(|own| own == id));
    let to = match (what, at) {
        (Look::Down, Some(at)) => Some(at + 1),
        (Look::Up, Some(at)) => Some(at.saturating_sub(1)),
        (Look::Down | Look::Home, _) => Some(0),
        _ => ids.len().checked_sub(1),
    };
    guest.seat.line.record = to.and_then(|to| ids.get(to)).cloned();
}

pub(super) fn to_meeting(session: &Session, guest: &mut Guest) {
    if session.meeting().is_none() {
        return guest.say(GuestSays::NothingOpen);
    }
    guest.browse();
    guest.seat.go(Screen::Meeting);
    line::bind_current(session, &mut guest.seat);
}

/// Another item of the agenda, for this guest alone.
pub(super) fn step_item(session: &Session, guest: &mut Guest, forward: bool) {
    let Some(meeting) = session.meeting() else { return };
    let here = guest.seat.line.item.unwrap_or(0);
    let next = if forward {
        meeting.agenda.range(here.saturating_add(1)..).next()
    } else {
        meeting.agenda.range(..here).next_back()
    };
    let Some((number, _)) = next else {
        return guest.say(if forward { GuestSays::LastItem } else { GuestSays::FirstItem });
    };
    to_item(session, guest, *number);
}

/// An item of the agenda, for this guest alone.
pub(super) fn to_item(session: &Session, guest: &mut Guest, number: u16) {
    let agenda = session.meeting().map(|meeting| &meeting.agenda);
    let Some(item) = agenda.and_then(|agenda| agenda.get(&number)) else { return };
    guest.browse();
    guest.seat.line.record = None;
    guest.seat.line.item = Some(number);
    guest.seat.line.binding = match item.rows.as_slice() {
        [row] => Binding::Rows(vec![row.place]),
        _ => Binding::Nothing,
    };
    guest.seat.go(Screen::Meeting);
}

/// Opens what is pointed at: a row its page, a decision its card.
pub(super) fn open(session: &Session, guest: &mut Guest) {
    // The status line says so while it is so.
    if !guest.missed.ids.is_empty() && !guest.missed.later {
        guest.over = Some(Over::Missed { at: 0 });
        return;
    }
    if super::offers_minutes(session, guest) {
        return minutes(session, guest);
    }
    if let Screen::Meeting = guest.seat.screen() {
        let pointed = guest.seat.line.record.clone();
        match (pointed, line::rows(session, &guest.seat).first()) {
            (Some(id), _) => show(session, guest, &Stop::Record(id)),
            (None, Some(row)) => show(session, guest, &Stop::Row(*row)),
            (None, None) => {}
        }
        return;
    }
    if let Some(stop) = look::stop(session, &guest.seat) {
        show(session, guest, &stop);
    }
}

/// Shows a thing that was named; a mark goes on it from now on.
pub(super) fn to(session: &Session, guest: &mut Guest, stop: &Stop) {
    show(session, guest, stop);
    guest.named = match stop {
        Stop::Row(place) => Some(About::Row(session.plan.row(*place))),
        _ => None,
    };
}

/// Shows a thing: a decision over the screen, everything else as a screen of its own.
pub(super) fn show(session: &Session, guest: &mut Guest, stop: &Stop) {
    match stop {
        Stop::Decision(id) | Stop::Record(id) => {
            if session.state().ledger.decisions.contains_key(id) {
                guest.over = Some(Over::Card(id.clone()));
            } else if let Some(row) = search::row_of(session, id) {
                show(session, guest, &Stop::Row(row));
            }
        }
        stop => {
            let same = matches!((guest.seat.screen(), stop), (Screen::Task { place, .. }, Stop::Row(row))
                if row.in_task() == Some(*place));
            if !same {
                guest.browse();
                look::go(session, &mut guest.seat, stop);
            }
        }
    }
}

/// Esc: what lies over the screen is gone by then. Who follows has nothing to go back to.
pub(super) fn back(guest: &mut Guest) {
    if guest.mode == Mode::Browsing && guest.seat.back() {
        return;
    }
    guest.leaving = true;
    guest.say(GuestSays::LeaveAsk);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::in_session;
    use crate::words::Lang;

    #[test]
    fn the_records_are_walked_from_either_end() {
        let session = in_session();
        let mut guest = Guest::new((80, 24), Lang::Zh, "督查室");
        to_meeting(&session, &mut guest);
        let ids = line::walkable(&session, &guest.seat);
        let (first, last) = (ids.first().cloned(), ids.last().cloned());
        assert!(ids.len() > 2, "{ids:?}");
        let mut walk = |what: &Look| {
            step(&session, &mut guest, what);
            guest.seat.line.record.clone()
        };
        assert_eq!(walk(&Look::Down), first);
        assert_eq!(walk(&Look::Down).as_ref(), ids.get(1));
        assert_eq!(walk(&Look::End), last);
        assert_eq!(walk(&Look::Down), None, "the item itself");
        assert_eq!(walk(&Look::Up), last);
        assert_eq!(walk(&Look::Home), first);
    }
}

//! 议程: the keys of the agenda, before the meeting and in it.
//!
//! Everything is a mark, a digit or an arrow, because an input method takes the letters. Text that is
//! typed or pasted here is a line prepared for the item with the cursor.

use super::item;
use crate::app::act::{self, Acted};
use crate::app::agenda::prepared::split;
use crate::app::agenda::{Toward, build, order};
use crate::app::rows::Stop;
use crate::app::{Effect, Key, Screen, Seat, Session, line, look};
use crate::ledger::{AgendaItem, ItemState};
use crate::words::Notice;

/// Minutes by which an arrow plans more or less.
const MINUTES: u16 = 5;

/// Opens the agenda at the item that is on.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat) {
    seat.open(Screen::Agenda { cursor: 0 });
    if let Some(item) = seat.line.item.filter(|_| session.meeting().is_some()) {
        look::stand_at(session, seat, &Stop::Item(item));
    }
}

/// The three lists become the agenda.
pub(in crate::app) fn build(session: &mut Session, seat: &mut Seat) -> Acted {
    let agenda = build::from_lists(session, "", seat.lang);
    let acted = act::set_agenda(session, &agenda)?;
    if !matches!(seat.screen(), Screen::Agenda { .. }) {
        begin(session, seat);
    }
    Ok(acted)
}

/// Takes a key; none when it is a command instead.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let stop = look::stop(session, seat);
    let acted = match (key.command(), stop) {
        (Key::Char('='), _) => build(session, seat),
        (Key::Char('+'), stop) => {
            item::begin_new(session, seat, stop.as_ref().and_then(number), "");
            Ok(Vec::new())
        }
        (key, Some(Stop::Prepared(number, line))) => on_line(session, seat, key, (number, line))?,
        (key, Some(Stop::Item(number))) => on_item(session, seat, key, number)?,
        _ => return None,
    };
    Some(act::done(seat, acted))
}

/// Text that arrived at once: a paste of several lines is prepared as it is, one line is looked at
/// first; without an item it is the title of one.
pub(in crate::app) fn text(session: &mut Session, seat: &mut Seat, text: &str) -> Vec<Effect> {
    let here = look::stop(session, seat).as_ref().and_then(number);
    match (here, split(text).as_slice()) {
        (None, _) => item::begin_new(session, seat, None, text),
        (Some(number), [_] | []) => item::begin_line(seat, number, None, text.trim()),
        (Some(number), lines) => {
            let mut item = item_of(session, number);
            item.prepared.extend_from_slice(lines);
            let acted = act::set_item(session, number, item);
            return act::done(seat, acted);
        }
    }
    Vec::new()
}

fn on_line(
    session: &mut Session,
    seat: &mut Seat,
    key: Key,
    (number, line): (u16, usize),
) -> Option<Acted> {
    match key {
        Key::Enter | Key::F(2) => {
            let item = item_of(session, number);
            let text = item.prepared.get(line).map_or("", String::as_str);
            item::begin_line(seat, number, Some(line), text);
            Some(Ok(Vec::new()))
        }
        Key::Delete => Some(change(session, number, |item| {
            if line < item.prepared.len() {
                item.prepared.remove(line);
            }
        })),
        key => on_item(session, seat, key, number),
    }
}

fn on_item(session: &mut Session, seat: &mut Seat, key: Key, number: u16) -> Option<Acted> {
    Some(match key {
        Key::Enter if session.meeting().is_some() => line::go_to_item(session, seat, number),
        Key::Enter | Key::F(2) => {
            item::begin(session, seat, number);
            Ok(Vec::new())
        }
        Key::Char('<') => step(session, seat, number, Toward::First),
        Key::Char('>') => step(session, seat, number, Toward::Last),
        Key::Char('!') => change(session, number, |item| item.restricted = !item.restricted),
        Key::Char('0') => change(session, number, |item| item.state = ItemState::Ahead),
        Key::Char('1') => put_off(session, seat, number, ItemState::Postponed),
        Key::Char('2') => put_off(session, seat, number, ItemState::Carried),
        Key::Char('3') => put_off(session, seat, number, ItemState::Written),
        Key::Char('4') => {
            item::begin_skip(seat, number);
            Ok(Vec::new())
        }
        Key::Left | Key::Right => change(session, number, |item| {
            let now = item.minutes.unwrap_or_default();
            let next = if key == Key::Right {
                now.saturating_add(MINUTES)
            } else {
                now.saturating_sub(MINUTES)
            };
            item.minutes = Some(next).filter(|next| *next > 0);
        }),
        Key::Delete => remove(session, number),
        _ => return None,
    })
}

/// Puts an item off. When it is the one that is on, the meeting goes on with the next.
pub(super) fn put_off(
    session: &mut Session,
    seat: &mut Seat,
    number: u16,
    state: ItemState,
) -> Acted {
    let was_on = session.meeting().is_some() && seat.line.item == Some(number);
    let mut effects = change(session, number, |item| {
        item.state = state;
        item.reason.clear();
    })?;
    if was_on {
        effects.extend(line::step_item(session, seat, true)?);
    }
    Ok(effects)
}

fn change(session: &mut Session, number: u16, how: impl FnOnce(&mut AgendaItem)) -> Acted {
    let mut item = item_of(session, number);
    how(&mut item);
    act::set_item(session, number, item)
}

fn step(session: &mut Session, seat: &mut Seat, number: u16, toward: Toward) -> Acted {
    let agenda = session.agenda().cloned().unwrap_or_default();
    let fixed = order::fixed(session);
    let (agenda, to) = order::moved(&agenda, number, toward, &fixed).ok_or(Notice::ItemStays)?;
    let acted = act::set_agenda(session, &agenda)?;
    look::stand_at(session, seat, &Stop::Item(to));
    Ok(acted)
}

fn remove(session: &mut Session, number: u16) -> Acted {
    let fixed = order::fixed(session);
    if fixed.contains(&number) {
        return Err(Notice::ItemOnRecord);
    }
    let agenda = session.agenda().cloned().unwrap_or_default();
    act::set_agenda(session, &order::without(&agenda, number, &fixed))
}

fn item_of(session: &Session, number: u16) -> AgendaItem {
    session.agenda().and_then(|agenda| agenda.get(&number)).cloned().unwrap_or_default()
}

fn number(stop: &Stop) -> Option<u16> {
    match stop {
        Stop::Item(number) | Stop::Prepared(number, _) => Some(*number),
        _ => None,
    }
}

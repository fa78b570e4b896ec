//! Looking about from a guest's seat: which look leads where, and to whom keys go that something over
//! the screen takes.

use super::boxes::{begin_search, filter, find_key, jump_key, own, take_text};
use super::command::Look;
use super::going::{
    back, compared, minutes, open, register, step, step_item, tell, to, to_item, to_meeting, turn,
};
use super::{Effect, Guest, Over, pointing};
use crate::app::compare::Compare;
use crate::app::copying::{self, Copied};
use crate::app::page::looks::Led;
use crate::app::pointer::Touch;
use crate::app::seat::{Over as Box, Screen};
use crate::app::session::Session;
use crate::app::typed::looks;
use crate::app::{Key, look, page};
use crate::words::{GuestSays, Notice};

/// Carries out a look.
pub(super) fn look(session: &Session, guest: &mut Guest, what: Look, leaving: bool) -> Vec<Effect> {
    match what {
        Look::Leave => return vec![Effect::Leave],
        Look::Redraw => return vec![Effect::Redraw],
        Look::Touch(touch) => return touched(session, guest, &touch),
        Look::Copy => {
            let copied = copying::asked(&mut guest.seat);
            return copied.map(Effect::Copy).into_iter().collect();
        }
        Look::Print => {
            guest.over = None;
            copying::show(&mut guest.seat, Copied::Whole);
        }
        Look::Back if leaving => return vec![Effect::Leave],
        Look::Back => back(guest),
        Look::Over(key) => return over(session, guest, key),
        Look::Filter(key) => filter(session, guest, key),
        Look::Compared(key) => compared(session, guest, key),
        Look::Text(text) => take_text(session, guest, &text),
        Look::To(stop) => to(session, guest, &stop),
        Look::Digit(digit) => jump_key(session, guest, String::new(), Key::Char(digit)),
        Look::Help => guest.over = Some(Over::Help { top: 0 }),
        Look::Menu => guest.over = Some(Over::Menu { cursor: 0 }),
        Look::Looks => {
            guest.over = None;
            page::looks::begin(&mut guest.seat);
        }
        Look::Setting(at) => looks::ask(&mut guest.seat, at),
        Look::Value(at) => {
            looks::choose(&mut guest.seat, at);
            return over(session, guest, Key::Enter);
        }
        Look::Missed if guest.missed.ids.is_empty() => guest.say(GuestSays::NothingMissed),
        Look::Missed => guest.over = Some(Over::Missed { at: 0 }),
        Look::Follow => return turn(session, guest),
        Look::Search => begin_search(session, guest, ""),
        Look::Register => register(session, guest, ""),
        Look::Compare => {
            guest.browse();
            guest.seat.open(Screen::Compare(std::boxed::Box::new(Compare::new(session))));
        }
        Look::Story => match pointing::told(session, guest) {
            Some(of) => tell(guest, of),
            None => guest.seat.say(Notice::NoStoryHere),
        },
        Look::Minutes => minutes(session, guest),
        Look::Meeting => to_meeting(session, guest),
        Look::Open => open(session, guest),
        Look::NextItem => step_item(session, guest, true),
        Look::PreviousItem => step_item(session, guest, false),
        other => step(session, guest, &other),
    }
    Vec::new()
}

/// Leaves the settings as Esc does, if they are open.
pub(super) fn leave_looks(guest: &mut Guest) -> Vec<Effect> {
    match page::looks::key(&mut guest.seat, Key::Esc) {
        Led::Redraw => vec![Effect::Redraw],
        Led::Nothing | Led::Keep(_) => Vec::new(),
    }
}

/// A key for what lies over the screen.
fn over(session: &Session, guest: &mut Guest, key: Key) -> Vec<Effect> {
    if guest.seat.looks.is_some() {
        return match page::looks::key(&mut guest.seat, key) {
            Led::Nothing => Vec::new(),
            Led::Redraw => vec![Effect::Redraw],
            Led::Keep(change) => vec![Effect::Prefer(change)],
        };
    }
    if let Some(over) = guest.over.take() {
        return own(session, guest, over, key);
    }
    match guest.seat.over.take() {
        Some(Box::Jump(typed)) => jump_key(session, guest, typed, key),
        Some(Box::Find(find)) => find_key(session, guest, find, key),
        Some(Box::Plain(plain)) => {
            let copied = copying::key(&mut guest.seat, plain, key);
            return copied.map(Effect::Copy).into_iter().collect();
        }
        Some(Box::Menu(_)) | None => {}
    }
    Vec::new()
}

/// What lies under the mouse is chosen; what is chosen already is opened.
fn touched(session: &Session, guest: &mut Guest, touch: &Touch) -> Vec<Effect> {
    let free = guest.over.is_none() && guest.seat.over.is_none();
    match touch {
        Touch::Key(key) => {
            let action = super::action(guest, *key);
            return action.map_or_else(Vec::new, |action| super::carry_out(session, guest, action));
        }
        Touch::Again if guest.over.is_none() => return enter(session, guest),
        Touch::Row(row) if free => {
            guest.passed = true;
            if look::cursor(&guest.seat) == *row {
                open(session, guest);
            } else {
                look::set_cursor(&mut guest.seat, *row);
            }
        }
        Touch::Record(id) if free => {
            if guest.seat.line.record.as_ref() == Some(id) {
                open(session, guest);
            } else {
                guest.seat.line.record = Some(id.clone());
            }
        }
        Touch::Hit(hit) => {
            if let Some(Box::Find(find)) = &mut guest.seat.over {
                if find.cursor == *hit {
                    return enter(session, guest);
                }
                find.cursor = *hit;
            }
        }
        Touch::Item(number) if free => to_item(session, guest, *number),
        Touch::Again | Touch::Row(_) | Touch::Record(_) | Touch::Item(_) | Touch::Field(_) => {}
    }
    Vec::new()
}

/// What Enter does where it opens something.
fn enter(session: &Session, guest: &mut Guest) -> Vec<Effect> {
    if guest.seat.over.is_some() {
        return over(session, guest, Key::Enter);
    }
    open(session, guest);
    Vec::new()
}

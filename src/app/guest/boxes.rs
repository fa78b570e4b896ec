//! What lies over a guest's screen and takes its keys: menu, help, what was missed, a remark being
//! written, a number, what is looked for; and the filter of the register, which lies on it.

use super::command::{self, NUMBERED, ON_PAGE};
use super::going::{show, tell};
use super::{Effect, Guest, Over};
use crate::app::field::Field;
use crate::app::jump::{self, Jump};
use crate::app::rows::Stop;
use crate::app::seat::{Find, Over as Box, Screen};
use crate::app::session::Session;
use crate::app::{Key, search};
use crate::ledger::story::Subject;
use crate::words::Notice;

pub(super) fn own(session: &Session, guest: &mut Guest, over: Over, key: Key) -> Vec<Effect> {
    match (over, key.command()) {
        (Over::Pad { about, field }, Key::Esc) => {
            guest.drafts.retain(|(other, _)| *other != about);
            if !field.is_empty() {
                guest.drafts.push((about, field.text().to_owned()));
            }
        }
        (Over::Pad { about, mut field }, _) => {
            field.key(key);
            guest.over = Some(Over::Pad { about, field });
        }
        (Over::Missed { .. }, Key::Esc) => guest.missed.later = true,
        (_, Key::Esc) => {}
        (Over::Card(id), Key::Enter) => tell(guest, Subject::Decision(id)),
        (Over::Help { top }, key) => {
            let last = command::working(session, guest).len().saturating_sub(1);
            let top = match key {
                Key::Up => top.saturating_sub(1),
                Key::Down => (top + 1).min(last),
                Key::PageUp => top.saturating_sub(10),
                Key::PageDown => (top + 10).min(last),
                _ => top,
            };
            guest.over = Some(Over::Help { top });
        }
        (Over::Menu { cursor }, key) => return menu(session, guest, cursor, key),
        (Over::Missed { at }, Key::Enter | Key::Down) => {
            let next = at + 1;
            if next < guest.missed.ids.len() {
                guest.over = Some(Over::Missed { at: next });
            } else {
                guest.missed.ids.clear();
            }
        }
        (Over::Missed { at }, Key::Up) => {
            guest.over = Some(Over::Missed { at: at.saturating_sub(1) });
        }
        (over, _) => guest.over = Some(over),
    }
    Vec::new()
}

pub(super) fn menu(session: &Session, guest: &mut Guest, cursor: usize, key: Key) -> Vec<Effect> {
    let picked = match key {
        Key::Enter => Some(cursor),
        Key::Char(digit) => {
            let digit = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
            let at = digit.and_then(|digit| digit.checked_sub(1));
            at.map(|at| command::page_of(cursor) + at).filter(|at| *at < NUMBERED)
        }
        _ => None,
    };
    if let Some(command) = picked.and_then(|at| command::COMMANDS.get(at)) {
        return super::carry_out(session, guest, command.does.clone());
    }
    let cursor = match key {
        Key::Up => cursor.saturating_sub(1),
        Key::Down => (cursor + 1).min(NUMBERED - 1),
        Key::Char('0') | Key::PageDown | Key::PageUp => {
            let next = command::page_of(cursor) + ON_PAGE;
            if next < NUMBERED { next } else { 0 }
        }
        _ => cursor,
    };
    guest.over = Some(Over::Menu { cursor });
    Vec::new()
}

pub(super) fn jump_key(session: &Session, guest: &mut Guest, mut typed: String, key: Key) {
    match key {
        Key::Char(c) => typed.push(c),
        Key::Backspace => drop(typed.pop()),
        Key::Enter => {
            match jump::enter(&typed, &session.plan) {
                Some(place) => show(session, guest, &Stop::Row(place)),
                None => guest.seat.say(Notice::NoSuchRow { id: typed }),
            }
            return;
        }
        _ => return,
    }
    match jump::jump(&typed, &session.plan) {
        _ if typed.is_empty() => {}
        Jump::Go(place) => show(session, guest, &Stop::Row(place)),
        Jump::Waiting => guest.seat.over = Some(Box::Jump(typed)),
        Jump::Nowhere => guest.seat.say(Notice::NoSuchRow { id: typed }),
    }
}

pub(super) fn begin_search(session: &Session, guest: &mut Guest, text: &str) {
    let field = Field::new(text);
    let hits = search::things(session, field.text());
    guest.seat.over = Some(Box::Find(Find { field, hits, ..Find::default() }));
}

pub(super) fn find_key(session: &Session, guest: &mut Guest, mut find: Find, key: Key) {
    let last = find.hits.len().saturating_sub(1);
    if let Some(to) = guest.seat.turned(key, find.cursor) {
        find.cursor = to.min(last);
        guest.seat.over = Some(Box::Find(find));
        return;
    }
    match key {
        Key::Esc => return,
        Key::Up => find.cursor = find.cursor.saturating_sub(1),
        Key::Down => find.cursor = (find.cursor + 1).min(last),
        Key::PageUp => find.cursor = find.cursor.saturating_sub(10),
        Key::PageDown => find.cursor = (find.cursor + 10).min(last),
        Key::Enter => {
            match find.hits.into_iter().nth(find.cursor) {
                Some(hit) => show(session, guest, &hit.stop),
                None if find.field.is_empty() => {}
                None => guest.seat.say(Notice::Found { count: "0".into() }),
            }
            return;
        }
        key => {
            if find.field.key(key) {
                find.hits = search::things(session, find.field.text());
                find.cursor = 0;
            }
        }
    }
    guest.seat.over = Some(Box::Find(find));
}

/// A key in the register: it edits the filter.
pub(super) fn filter(session: &Session, guest: &mut Guest, key: Key) {
    let lang = guest.seat.lang;
    let Some(Screen::Register(register)) = guest.seat.screen_mut() else { return };
    let cleared = key == Key::Ctrl('u') && !register.field.take().is_empty();
    if cleared || register.field.key(key) {
        register.fill(session, lang);
    }
}

/// Text goes to what is being written, else to the filter, else it is looked for.
pub(super) fn take_text(session: &Session, guest: &mut Guest, text: &str) {
    let lang = guest.seat.lang;
    if let Some(Over::Pad { field, .. }) = &mut guest.over {
        field.insert(text);
        return;
    }
    if let Some(Box::Find(mut find)) = guest.seat.over.take() {
        find.field.insert(text);
        find.hits = search::things(session, find.field.text());
        find.cursor = 0;
        guest.seat.over = Some(Box::Find(find));
        return;
    }
    guest.over = None;
    if let Some(Screen::Register(register)) = guest.seat.screen_mut() {
        register.field.insert(text);
        register.fill(session, lang);
        return;
    }
    begin_search(session, guest, text);
}

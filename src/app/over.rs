//! What lies over a screen and has the keys: the jump box, search and palette; menus are in `menu`.

use super::jump::{self, Jump};
use super::seat::{Find, Over, Screen, Seat};
use super::session::Session;
use super::{Effect, Field, Key, copying, look, menu, search, update};
use crate::words::Notice;

/// Gives a key to what lies over the screen.
pub(super) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Vec<Effect> {
    let Some(over) = seat.over.take() else { return Vec::new() };
    match over {
        Over::Jump(typed) => jump_key(session, seat, typed, key),
        Over::Find(find) => find_key(session, seat, find, key),
        Over::Menu(menu) => menu::key(session, seat, menu, key),
        Over::Plain(plain) => {
            copying::key(seat, plain, key).map(Effect::Copy).into_iter().collect()
        }
    }
}

/// Gives text to what lies over the screen.
pub(super) fn text(session: &mut Session, seat: &mut Seat, text: &str) {
    match &mut seat.over {
        Some(Over::Find(find)) => {
            find.field.insert(text);
            search::refresh(session, seat);
        }
        // What is shown to be taken is no field.
        Some(Over::Plain(_)) => {}
        _ => begin_search(session, seat, text),
    }
}

/// Opens the search with something to look for.
pub(super) fn begin_search(session: &mut Session, seat: &mut Seat, text: &str) {
    let find = Find { field: Field::new(""), ..Find::default() };
    seat.over = Some(Over::Find(find));
    self::text(session, seat, text);
}

/// Opens the list of commands.
pub(super) fn begin_palette(session: &mut Session, seat: &mut Seat) {
    seat.over = Some(Over::Find(Find { commands: true, ..Find::default() }));
    search::refresh(session, seat);
}

/// The first digit of a row's number.
pub(super) fn begin_jump(session: &mut Session, seat: &mut Seat, digit: char) -> Vec<Effect> {
    jump_key(session, seat, String::new(), Key::Char(digit))
}

/// A task was just opened by its digits, and `.` or `/` goes on to its measures or targets.
pub(super) fn goes_on(seat: &mut Seat, key: Key) -> bool {
    match (seat.screen(), key.command()) {
        (Screen::Task { place, .. }, Key::Char(mark @ ('.' | '/'))) => {
            seat.over = Some(Over::Jump(format!("{place}{mark}")));
            true
        }
        _ => false,
    }
}

fn jump_key(session: &Session, seat: &mut Seat, mut typed: String, key: Key) -> Vec<Effect> {
    match key {
        Key::Char(c) => typed.push(c),
        Key::Backspace => drop(typed.pop()),
        Key::Enter => {
            match jump::enter(&typed, &session.plan) {
                Some(place) => look::go(session, seat, &super::Stop::Row(place)),
                None => seat.say(Notice::NoSuchRow { id: typed }),
            }
            return Vec::new();
        }
        _ => return Vec::new(),
    }
    match jump::jump(&typed, &session.plan) {
        _ if typed.is_empty() => {}
        Jump::Go(place) => {
            look::go(session, seat, &super::Stop::Row(place));
            seat.jumped = true;
        }
        Jump::Waiting => seat.over = Some(Over::Jump(typed)),
        Jump::Nowhere => seat.say(Notice::NoSuchRow { id: typed }),
    }
    Vec::new()
}

fn find_key(session: &mut Session, seat: &mut Seat, mut find: Find, key: Key) -> Vec<Effect> {
    let last = find.hits.len().saturating_sub(1);
    if let Some(to) = seat.turned(key, find.cursor) {
        find.cursor = to.min(last);
        seat.over = Some(Over::Find(find));
        return Vec::new();
    }
    match key {
        Key::Esc => return Vec::new(),
        Key::Up => find.cursor = find.cursor.saturating_sub(1),
        Key::Down => find.cursor = (find.cursor + 1).min(last),
        Key::PageUp => find.cursor = find.cursor.saturating_sub(10),
        Key::PageDown => find.cursor = (find.cursor + 10).min(last),
        Key::Enter => return pick(session, seat, find),
        key => {
            if find.field.key(key) {
                seat.over = Some(Over::Find(find));
                search::refresh(session, seat);
                return Vec::new();
            }
        }
    }
    seat.over = Some(Over::Find(find));
    Vec::new()
}

fn pick(session: &mut Session, seat: &mut Seat, find: Find) -> Vec<Effect> {
    match find.hits.into_iter().nth(find.cursor).map(|hit| hit.stop) {
        Some(super::Stop::Command(what)) => update::run(session, seat, what),
        Some(stop) => {
            look::go(session, seat, &stop);
            Vec::new()
        }
        None if find.field.text().trim().is_empty() => Vec::new(),
        None => {
            seat.say(Notice::Found { count: "0".into() });
            Vec::new()
        }
    }
}

//! 台账: the keys of the register. Its filter always has the text, arrows move the list.

use crate::app::key::twin;
use crate::app::register::Register;
use crate::app::seat::{About, Menu, Over};
use crate::app::{Effect, Field, Key, Screen, Seat, Session};

/// Opens the register; from an office's card, with that office's own list.
pub(in crate::app) fn begin(session: &mut Session, seat: &mut Seat) {
    let filter = match seat.screen() {
        Screen::Office { party, .. } => format!("@{} ", quoted(party.name())),
        _ => String::new(),
    };
    open(session, seat, &filter);
}

/// Opens the register with a filter.
pub(in crate::app) fn open(session: &mut Session, seat: &mut Seat, filter: &str) {
    let mut register = Register::new(filter);
    register.list(session, seat.lang);
    if let Some(shown @ Screen::Register(_)) = seat.screen_mut() {
        *shown = Screen::Register(register);
    } else {
        seat.open(Screen::Register(register));
    }
}

/// Takes what edits the filter, orders the list or names an office; other keys are commands.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let lang = seat.lang;
    let Some(Screen::Register(register)) = seat.screen_mut() else { return None };
    match key {
        Key::Char(c) if twin(c) == ',' => {
            let cursor = crate::app::catalogue::Sort::ALL.iter().position(|s| *s == register.sort);
            let menu = Menu { about: About::Sort, cursor: cursor.unwrap_or(0) };
            seat.over = Some(Over::Menu(menu));
            return Some(Vec::new());
        }
        Key::Char(c) if twin(c) == '@' && starts_a_term(&register.field) => {
            offer(session, register);
        }
        Key::Char(c) => {
            register.replace_offer(c);
            register.field.key(key);
        }
        Key::Backspace if register.offered.is_some() => register.replace_offer('@'),
        Key::Ctrl('u') => register.field = Field::default(),
        Key::Home | Key::End if register.field.is_empty() => return None,
        key if register.field.key(key) => register.offered = None,
        _ => return None,
    }
    register.list(session, lang);
    Some(Vec::new())
}

/// Takes text into the filter; false when the register is not shown.
pub(in crate::app) fn text(session: &mut Session, seat: &mut Seat, text: &str) -> bool {
    let lang = seat.lang;
    let Some(Screen::Register(register)) = seat.screen_mut() else { return false };
    register.replace_offer(text.chars().next().unwrap_or(' '));
    register.field.insert(text);
    register.list(session, lang);
    true
}

/// Orders the list another way.
pub(in crate::app) fn sort(
    session: &mut Session,
    seat: &mut Seat,
    by: crate::app::catalogue::Sort,
) {
    let lang = seat.lang;
    if let Some(Screen::Register(register)) = seat.screen_mut() {
        register.sort = by;
        register.list(session, lang);
        register.cursor = 0;
    }
}

/// Takes in what was recorded since the list was made.
pub(in crate::app) fn settle(session: &mut Session, seat: &mut Seat) {
    let lang = seat.lang;
    if let Some(Screen::Register(register)) = seat.screen_mut() {
        register.settle(session, lang);
    }
}

/// `@` offers the office that leads the decision under the cursor: its own list in one key.
fn offer(session: &Session, register: &mut Register) {
    let pointed = register.ids.get(register.cursor);
    let standing = pointed.and_then(|id| session.state().standing(id));
    register.field.insert("@");
    register.offered = Some(register.field.text().len());
    if let Some(party) = standing.as_ref().and_then(|standing| standing.lead.first()) {
        register.field.insert(&quoted(party.name()));
    }
}

/// Whether a term may begin at the cursor: at the end, behind nothing or a blank.
fn starts_a_term(field: &Field) -> bool {
    let text = field.text();
    field.cursor() == text.len() && text.chars().next_back().is_none_or(char::is_whitespace)
}

/// A name with blanks stands in quotes.
fn quoted(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.to_owned() }
}

impl Register {
    /// Goes on behind `@`: what is typed replaces the office that was offered, a blank keeps it.
    fn replace_offer(&mut self, typed: char) {
        let Some(at) = self.offered.take().filter(|_| !typed.is_whitespace()) else { return };
        let kept = self.field.text().get(..at).unwrap_or_default().to_owned();
        self.field = Field::new(&kept);
    }
}

//! Pages: a form for each thing that has fields, and the screens with keys of their own.
//!
//! A page opens with what is most likely right, so that confirming is usually enough. Each is a file:
//! `begin` opens it, `confirm` carries it out, `key` takes its keys.

pub(super) mod agenda;
pub(super) mod assign;
pub(super) mod decide;
pub(super) mod division;
pub mod figures;
pub(super) mod gate;
pub mod help;
pub(super) mod identity;
pub mod item;
pub(super) mod lists;
pub(super) mod office;
pub mod open;
pub(super) mod read;
pub(super) mod signin;

use super::form::Answer;
use super::seat::{Screen, Seat};
use super::session::Session;
use super::{Effect, Key, Purpose, look, submit, update};
use crate::plan::Party;
use crate::words::{Do, Notice};
pub use figures::Figures;

/// F2, F3 and 分工: opens the form on what the cursor points at.
pub(super) fn begin(session: &Session, seat: &mut Seat, what: Do) {
    match (what, look::place(session, seat)) {
        (Do::Decide, place) => decide::begin(seat, place),
        (Do::Read, Some(place)) => read::begin(session, seat, place),
        (Do::Read, None) if seat.screen() == &Screen::Meeting => read::begin_on_item(session, seat),
        (Do::Assign, place) => division::begin(session, seat, place),
        _ => seat.say(Notice::NotNow),
    }
}

/// Gives a key to the form; none when it is not the form's.
pub(super) fn form_key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Screen::Form(form)) = seat.screen_mut() else { return None };
    // A meeting's page is right as it opens most of the time: one Enter opens the meeting.
    let at_once = match form.purpose {
        Purpose::Open => matches!(key, Key::Enter | Key::F(8)),
        _ => key == Key::F(2),
    };
    if at_once {
        return Some(confirm(session, seat));
    }
    if form.purpose == Purpose::Open && open::key(seat, key) {
        return Some(Vec::new());
    }
    let Some(Screen::Form(form)) = seat.screen_mut() else { return None };
    match form.key(key) {
        Answer::Taken => Some(Vec::new()),
        Answer::Confirmed => Some(confirm(session, seat)),
        Answer::Passed => None,
    }
}

/// Gives text to the field of a form or of the help; false when there is none.
pub(super) fn text(seat: &mut Seat, text: &str) -> bool {
    match seat.screen_mut() {
        Some(Screen::Form(form)) => {
            form.field().map(|field| field.insert(text));
            true
        }
        Some(Screen::Help { filter, top }) => {
            filter.insert(text);
            *top = 0;
            true
        }
        _ => false,
    }
}

/// Carries out a form. What cannot be understood keeps the form open, its words untouched.
fn confirm(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let Screen::Form(form) = seat.screen().clone() else { return Vec::new() };
    let acted = match &form.purpose {
        Purpose::Open => open::confirm(session, seat, &form),
        Purpose::Decide { change, .. } => decide::confirm(session, &form, change.as_ref()),
        Purpose::Read { target } => read::confirm(session, &form, *target),
        Purpose::Assign { row } => assign::confirm(session, &form, *row),
        Purpose::Item { number, behind } => {
            item::confirm(session, &form, (*number, *behind), seat.lang)
        }
        Purpose::Prepare { number, line } => item::confirm_line(session, &form, *number, *line),
        Purpose::Skip { number } => item::confirm_skip(session, &form, *number),
        Purpose::Attend { who } => signin::confirm(session, &form, who.as_ref()),
        Purpose::Figures => figures::confirm(&form),
        Purpose::Identity => identity::confirm(session, &form),
    };
    if acted.is_ok() {
        seat.back();
        if matches!(&form.purpose, Purpose::Decide { change: None, .. }) {
            seat.line.field.take();
        }
    }
    update::done(seat, acted)
}

/// Names between commas, stops or spaces, by the roster or as typed.
fn parties(session: &Session, text: &str) -> Vec<Party> {
    let names = text.split(|c: char| c.is_whitespace() || "、,，;；".contains(c));
    let names = names.filter(|name| !name.is_empty());
    names.map(|name| submit::party(session, name)).collect()
}

//! Pages: a form for each thing that has fields, and the screens with keys of their own.
//!
//! A page opens with what is most likely right, so that confirming is usually enough. Each is a file:
//! `begin` opens it, `confirm` carries it out, `key` takes its keys.

pub(super) mod account;
pub(super) mod agenda;
pub(super) mod amend;
pub(super) mod assign;
pub(super) mod compare;
pub(super) mod correct;
pub(super) mod decide;
pub(super) mod division;
pub mod figures;
pub(super) mod follow;
pub(super) mod gate;
pub mod help;
pub(super) mod identity;
pub mod item;
pub mod join;
mod kind;
pub(super) mod light;
pub(super) mod lists;
pub(super) mod office;
pub mod open;
pub(super) mod paste;
pub(super) mod pending;
pub(super) mod preview;
pub mod read;
pub mod readback;
pub(super) mod register;
pub mod reviews;
pub(super) mod revise;
pub(super) mod sheet;
pub(super) mod sign;
pub(super) mod signin;
pub(super) mod story;

pub use follow::later;
pub use sheet::colour;

use super::form::Answer;
use super::seat::{Screen, Seat};
use super::session::Session;
use super::{Effect, Key, Purpose, act, entry, look, submit};
use crate::plan::Party;
use crate::words::{Do, Label, Notice};
use chrono::NaiveDate;
pub use figures::Figures;

/// F2, F3 and 分工: opens the form on what the cursor points at.
pub(super) fn begin(session: &Session, seat: &mut Seat, what: Do) {
    let place = look::place(session, seat);
    match (what, place) {
        (Do::Decide, _) => {
            let rows = look::chosen(session, seat);
            decide::begin(session, seat, &rows);
        }
        (Do::Read, Some(place)) => read::begin(session, seat, place),
        (Do::Read, None) if seat.screen() == &Screen::Meeting => read::begin_on_item(session, seat),
        (Do::Assign, place) => division::begin(session, seat, place),
        (Do::Amend, place) => amend::begin(session, seat, place),
        (Do::Correct, place) => correct::begin(session, seat, place),
        (Do::CorrectMeeting, _) => correct::begin_meeting(session, seat),
        (Do::Sign, _) => sign::begin(session, seat),
        (Do::Sheet, place) => sheet::begin(session, seat, place),
        (Do::Light, Some(place)) => light::begin(seat, place),
        _ => seat.say(Notice::NotNow),
    }
}

/// Gives a key to the form; none when it is not the form's.
pub(super) fn form_key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Screen::Form(form)) = seat.screen_mut() else { return None };
    // A meeting's page is right as it opens most of the time: one Enter opens the meeting.
    let at_once = match form.purpose {
        Purpose::Open => matches!(key, Key::Enter | Key::F(8)),
        // A figure and its months are enough most of the time.
        Purpose::Read { .. } if form.at < read::ENOUGH => matches!(key, Key::Enter | Key::F(2)),
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
        Answer::Ticked => {
            read::count(session, seat);
            Some(Vec::new())
        }
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
        Some(Screen::Pasted(pasted)) => {
            paste::text(pasted, text);
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
        Purpose::Decide { change, .. } => decide::confirm(session, seat, &form, change.as_ref()),
        Purpose::Revise { record } => revise::confirm(session, seat, &form, record),
        Purpose::Read { target } => read::confirm(session, &form, *target),
        Purpose::Light { row, light } => light::confirm(session, &form, (*row, *light)),
        Purpose::Assign { row } => assign::confirm(session, &form, *row),
        Purpose::Account { row, state } => account::confirm(session, &form, (*row, *state)),
        Purpose::Item { number, behind } => {
            item::confirm(session, &form, (*number, *behind), seat.lang)
        }
        Purpose::Prepare { number, line } => item::confirm_line(session, &form, *number, *line),
        Purpose::Skip { number } => item::confirm_skip(session, &form, *number),
        Purpose::Attend { who } => signin::confirm(session, &form, who.as_ref()),
        Purpose::Figures => figures::confirm(&form),
        Purpose::Identity => identity::confirm(session, &form),
        Purpose::Follow { decision, deed } => follow::confirm(session, &form, (decision, *deed)),
        Purpose::Sheet { about } => sheet::confirm(session, &form, about),
        Purpose::Correct { of } => correct::confirm(session, &form, of),
        Purpose::Sign => sign::confirm(session, &form),
        Purpose::Dispute { number } => join::confirm(session, &form, *number, seat),
        Purpose::Amend { target } => amend::confirm(session, &form, *target),
    };
    if acted.is_ok() || acted == Err(Notice::Unchanged) {
        seat.back();
        if matches!(&form.purpose, Purpose::Decide { change: None, .. }) {
            seat.line.field.take();
            seat.marks.clear();
        }
        item::stand_at_new(session, seat, &form);
    }
    act::done(seat, acted)
}

/// Names between commas, stops or spaces, those of several words whole: by the roster, by letters, by the digits of the sign-in
/// sheet, or as typed.
///
/// # Errors
/// A digit that picks nobody.
pub fn parties(session: &Session, text: &str) -> Result<Vec<Party>, Notice> {
    let picks = session.picks();
    let context = submit::context(session, &[], &picks);
    let known = |name: &str| {
        entry::named(name, &context).is_some_and(|all| !all.iter().any(Party::is_outside))
    };
    let parts = text.split(|c: char| "、,，;；".contains(c));
    let names = parts.flat_map(|part| session.names().in_words(part, known));
    let mut all: Vec<Party> = Vec::new();
    // Whoever is used to the line types its sigils here too.
    let bare = |name: &'_ str| name.trim_start_matches(['@', '＠', '+', '＋']).to_owned();
    for name in names.map(bare).filter(|name| !name.is_empty()) {
        let name = name.as_str();
        let wrong = || Notice::NoPerson { text: name.into() };
        for party in entry::named(name, &context).ok_or_else(wrong)? {
            if !all.contains(&party) {
                all.push(party);
            }
        }
    }
    Ok(all)
}

/// The day in a form of something that happened already; the base day when the field is empty.
fn past_day(session: &Session, form: &super::Form) -> Result<NaiveDate, Notice> {
    match form.text(Label::Day) {
        "" => Ok(session.base_day()),
        text => {
            submit::past_day(session, text).ok_or_else(|| Notice::NotADate { text: text.into() })
        }
    }
}

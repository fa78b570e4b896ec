//! Lines typed at a desk where nothing is drawn: the same commands, called by number, name, key or
//! place.
//!
//! A line comes to [`Step`]s, and a step to what a key or a command comes to: nothing can be typed
//! that no key could do, and no line is an error.

pub mod acts;
pub(super) mod looks;
mod read;
#[cfg(test)]
mod tests;

use super::act;
use super::form::{Form, Purpose};
use super::page::signin;
use super::rows::{self, Stop};
use super::seat::{Over, Screen, Seat};
use super::session::Session;
use super::update::{call, settled};
use super::{Effect, Input, Key, catalogue, line, look, over, search, update};
use crate::ledger::{Presence, RecordId};
use crate::plan::Place;
use crate::plan::place::Level;
use crate::words::{Do, Notice};

pub use read::read;

/// One thing that a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// What lies before the seat is read again.
    Again,
    /// A key.
    Key(Key),
    /// A command, by its name.
    Run(Do),
    /// The row of the screen of a number, counted from none.
    Row(usize),
    /// One of what was found, counted from none.
    Choose(usize),
    /// A row of the plan, or a record, by its own number.
    Go(Stop),
    /// A line prepared for the item that is on, counted from none: it goes into the line.
    Prepare(usize),
    /// How the one under the cursor attends.
    Sign(Presence),
    /// The commands that are called so; the only one is carried out.
    Commands(String),
    /// The answer of a form's field; nothing keeps what it holds.
    Fill(String),
    /// A field of the form, counted from none.
    Field(usize),
    /// The form is carried out as it stands.
    Save,
    /// The line of the meeting: it is recorded.
    Write(String),
    /// The line of the meeting: it is only heard what it would do.
    Try(String),
    /// A setting of the display, counted from none.
    Setting(usize),
    /// What is chosen for it, counted from none.
    Value(usize),
    /// Something that is done on another list.
    NotHere,
    /// Anything else: whoever waits for text gets it.
    Text(String),
}

/// Carries out one step.
pub fn take(session: &mut Session, seat: &mut Seat, step: Step) -> Vec<Effect> {
    let key = |key| Input::Key(key);
    match step {
        Step::Again => Vec::new(),
        Step::Key(pressed) => update(session, seat, &key(pressed)),
        Step::Run(what) => call(session, seat, what),
        Step::Commands(name) => commands(session, seat, &name),
        Step::Text(text) => {
            let mut effects = update(session, seat, &Input::Text(text));
            effects.extend(only_one(session, seat));
            effects
        }
        Step::Fill(answer) => fill(session, seat, &answer),
        Step::Save => match seat.screen() {
            Screen::Form(Form { purpose: Purpose::Open, .. }) => {
                update(session, seat, &key(Key::F(8)))
            }
            _ => update(session, seat, &key(Key::F(2))),
        },
        Step::Value(at) => {
            looks::choose(seat, at);
            update(session, seat, &key(Key::Enter))
        }
        Step::Write(text) => {
            let mut effects = settled(session, seat, |_, seat| put(seat, &text));
            effects.extend(update(session, seat, &key(Key::Enter)));
            effects
        }
        step => settled(session, seat, |session, seat| point(session, seat, step)),
    }
}

/// A step that a key comes to only by way of others: the cursor goes where they would take it.
fn point(session: &mut Session, seat: &mut Seat, step: Step) -> Vec<Effect> {
    seat.notice.take_if(|_| !seat.alarm);
    seat.leaving = false;
    match step {
        Step::Row(at) => look::set_cursor(seat, at),
        Step::Choose(at) => {
            if let Some(Over::Find(find)) = &mut seat.over {
                find.cursor = at;
                return over::key(session, seat, Key::Enter);
            }
        }
        Step::Go(stop) => go(session, seat, &stop),
        Step::Prepare(at) => {
            let prepared = super::agenda::prepared::lines(session, seat).into_iter().nth(at);
            if let Some(prepared) = prepared {
                put(seat, &prepared.text);
                seat.line.from = Some(prepared);
            }
        }
        Step::Sign(state) => {
            let acted = signin::sign(session, seat, state);
            return act::done(seat, acted);
        }
        Step::Field(at) => {
            if let Some(Screen::Form(form)) = seat.screen_mut() {
                let last = (form.fields.len() + form.ticks.len()).saturating_sub(1);
                form.at = at.min(last);
            }
        }
        Step::Setting(at) => looks::ask(seat, at),
        Step::Try(text) => return put(seat, &text),
        Step::NotHere => seat.say(Notice::NotNow),
        _ => {}
    }
    Vec::new()
}

/// Text takes the place of what is in the line, which ^Z brings back.
fn put(seat: &mut Seat, text: &str) -> Vec<Effect> {
    seat.notice.take_if(|_| !seat.alarm);
    seat.go(Screen::Meeting);
    if !seat.line.field.is_empty() {
        seat.line.cleared = Some(seat.line.field.take());
    }
    seat.line.from = None;
    line::text(seat, text);
    Vec::new()
}

/// A row that the screen has is pointed at; any other is opened. A record opens what can be done about
/// it.
fn go(session: &Session, seat: &mut Seat, stop: &Stop) {
    match stop {
        Stop::Decision(id) | Stop::Record(id) => {
            seat.over = None;
            line::open_record(session, seat, id);
        }
        stop if is_listed(session, seat.screen(), stop) => look::stand_at(session, seat, stop),
        stop => look::go(session, seat, stop),
    }
}

/// Whether a screen's rows are settled one by one where they stand, and this is one of them.
fn is_listed(session: &Session, screen: &Screen, stop: &Stop) -> bool {
    let settles = match screen {
        Screen::Account { .. } | Screen::Division(_) => true,
        Screen::Agenda { .. } => matches!(stop, Stop::Item(_) | Stop::Prepared(..)),
        // A measure or a target of the task that is shown.
        Screen::Task { place, .. } => matches!(stop, Stop::Row(row) if
            row.level() != Level::Task && row.in_task() == Some(*place)),
        _ => false,
    };
    let count = rows::count(session, screen);
    settles && (0..count).any(|at| rows::at(session, screen, at).as_ref() == Some(stop))
}

/// The screen, wherever its cursor is and whatever is being typed in it.
pub fn still(seat: &Seat) -> Screen {
    let mut seat = seat.clone();
    look::set_cursor(&mut seat, 0);
    match seat.screen().clone() {
        Screen::Form(mut form) => {
            form.at = 0;
            form.fields.iter_mut().for_each(|(_, field)| drop(field.take()));
            form.ticks.iter_mut().for_each(|tick| tick.on = false);
            Screen::Form(form)
        }
        screen => screen,
    }
}

/// Whether a record of the meeting was made on the item that is on, or on what the line binds to.
pub fn is_of_item(session: &Session, seat: &Seat, id: &RecordId) -> bool {
    let rows = line::rows(session, seat);
    let is_here = |row: Place| rows.iter().any(|own| row.is_within(*own) || own.is_within(row));
    match session.state().ledger.decisions.get(id) {
        Some(made) => {
            let item = made.item.is_some() && made.item == seat.line.item;
            item || catalogue::rows(&made.about).into_iter().any(is_here)
        }
        None => search::row_of(session, id).is_some_and(is_here),
    }
}

/// The number under which a row of a screen is read and picked; none where rows are called by their own
/// numbers.
pub fn number(session: &Session, screen: &Screen, at: usize) -> Option<String> {
    match screen {
        Screen::Agenda { .. } => match rows::at(session, screen, at)? {
            Stop::Item(number) => Some(number.to_string()),
            Stop::Prepared(number, nth) => Some(format!("{number}-{}", nth + 1)),
            _ => None,
        },
        screen => is_numbered(screen).then(|| (at + 1).to_string()),
    }
}

/// Whether the rows of a screen have no numbers of their own.
fn is_numbered(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::SignIn { .. }
            | Screen::Gate { .. }
            | Screen::Join { .. }
            | Screen::Office { .. }
            | Screen::Register(_)
            | Screen::Compare(_)
            | Screen::Lists { .. }
            | Screen::Figures(_)
            | Screen::Reviews { .. }
            | Screen::Pending { .. }
            | Screen::ReadBack { .. }
    )
}

/// The palette, narrowed by a name; what alone is called so is carried out.
fn commands(session: &mut Session, seat: &mut Seat, name: &str) -> Vec<Effect> {
    let mut effects = call(session, seat, Do::Palette);
    effects.extend(take(session, seat, Step::Text(name.to_owned())));
    if let Some(Over::Find(find)) = &seat.over
        && find.hits.is_empty()
    {
        seat.over = None;
        seat.say(Notice::Found { count: "0".into() });
    }
    effects
}

/// Where the palette is narrowed to one command there is nothing more to choose.
fn only_one(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    search::refresh(session, seat);
    match &seat.over {
        Some(Over::Find(find)) if find.commands && find.hits.len() == 1 => {
            take(session, seat, Step::Choose(0))
        }
        _ => Vec::new(),
    }
}

/// What is written to empty a field.
const NOTHING: [&str; 3] = ["-", "－", "—"];

/// Answers the field with the cursor and goes to the next; behind the last one the form is carried out.
fn fill(session: &mut Session, seat: &mut Seat, answer: &str) -> Vec<Effect> {
    let Screen::Form(form) = seat.screen() else { return Vec::new() };
    let (at, fields) = (form.at, form.fields.len());
    let last = at + 1 >= fields + form.ticks.len();
    let mut inputs = Vec::new();
    match form.ticks.get(at.wrapping_sub(fields)) {
        _ if answer.is_empty() => {}
        Some(_) if TURN.contains(&answer) => inputs.push(Input::Key(Key::Char(' '))),
        Some(tick) => match is_yes(answer) {
            Some(yes) if yes == tick.on => {}
            Some(_) => inputs.push(Input::Key(Key::Char(' '))),
            None => {
                seat.say(Notice::NotATick { text: answer.to_owned() });
                return Vec::new();
            }
        },
        None => inputs.extend(typed(answer)),
    }
    let mut effects: Vec<Effect> =
        inputs.iter().flat_map(|input| update(session, seat, input)).collect();
    effects.extend(if last {
        take(session, seat, Step::Save)
    } else {
        update(session, seat, &Input::Key(Key::Tab))
    });
    effects
}

/// The keys that put an answer in the place of what a field holds. One character is a key: the fields
/// that choose by digits hear it.
fn typed(answer: &str) -> Vec<Input> {
    let mut inputs: Vec<Input> = [Key::End, Key::Ctrl('u')].map(Input::Key).into();
    let mut letters = answer.chars();
    match (letters.next(), letters.next()) {
        _ if NOTHING.contains(&answer) => {}
        (Some(only), None) => inputs.push(Input::Key(Key::Char(only))),
        _ => inputs.push(Input::Text(answer.to_owned())),
    }
    inputs
}

/// What turns a tick, whatever it says.
const TURN: [&str; 2] = ["空格", "space"];

fn is_yes(answer: &str) -> Option<bool> {
    match answer.to_lowercase().as_str() {
        "是" | "对" | "1" | "１" | "y" | "yes" => Some(true),
        "否" | "不" | "0" | "０" | "n" | "no" => Some(false),
        _ => None,
    }
}

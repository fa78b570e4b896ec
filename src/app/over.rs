//! What lies over a screen and has the keys: the jump box, search and palette, numbered menus.
//!
//! Digits pick and arrows move in every one of them, because both pass through an input method.

use super::act::{self, Acted};
use super::jump::{self, Jump};
use super::seat::{About, Find, Menu, Over, Screen, Seat};
use super::session::Session;
use super::{Effect, Field, Key, line, look, page, search, submit, update};
use crate::ledger::{Followup, Happening, RecordId, Stage};
use crate::plan::Place;
use crate::words::{Do, Label, Notice};

/// Gives a key to what lies over the screen.
pub(super) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Vec<Effect> {
    let Some(over) = seat.over.take() else { return Vec::new() };
    match over {
        Over::Jump(typed) => jump_key(session, seat, typed, key),
        Over::Find(find) => find_key(session, seat, find, key),
        Over::Menu(menu) => menu_key(session, seat, menu, key),
    }
}

/// Gives text to what lies over the screen.
pub(super) fn text(session: &Session, seat: &mut Seat, text: &str) {
    match &mut seat.over {
        Some(Over::Find(find)) => {
            find.field.insert(text);
            search::refresh(session, seat);
        }
        _ => begin_search(session, seat, text),
    }
}

/// Opens the search with something to look for.
pub(super) fn begin_search(session: &Session, seat: &mut Seat, text: &str) {
    let find = Find { field: Field::new(""), ..Find::default() };
    seat.over = Some(Over::Find(find));
    self::text(session, seat, text);
}

/// Opens the list of commands.
pub(super) fn begin_palette(session: &Session, seat: &mut Seat) {
    seat.over = Some(Over::Find(Find { commands: true, ..Find::default() }));
    search::refresh(session, seat);
}

/// The first digit of a row's number.
pub(super) fn begin_jump(session: &mut Session, seat: &mut Seat, digit: char) -> Vec<Effect> {
    jump_key(session, seat, String::new(), Key::Char(digit))
}

/// Opens the menu of what happens to a decision.
pub(super) fn begin_decision(session: &Session, seat: &mut Seat, id: &RecordId) {
    if session.state().ledger.decisions.contains_key(id) {
        seat.over = Some(Over::Menu(Menu { about: About::Decision(id.clone()), cursor: 0 }));
    }
}

/// Opens the choice between several targets.
pub(super) fn begin_target(seat: &mut Seat, of: Vec<Place>, value: String) {
    seat.say(Notice::WhichTarget);
    seat.over = Some(Over::Menu(Menu { about: About::Target { of, value }, cursor: 0 }));
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
        Jump::Waiting(_) => seat.over = Some(Over::Jump(typed)),
        Jump::Nowhere => seat.say(Notice::NoSuchRow { id: typed }),
    }
    Vec::new()
}

fn find_key(session: &mut Session, seat: &mut Seat, mut find: Find, key: Key) -> Vec<Effect> {
    let last = find.hits.len().saturating_sub(1);
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

fn menu_key(session: &mut Session, seat: &mut Seat, mut menu: Menu, key: Key) -> Vec<Effect> {
    let count = choices(session, &menu.about).len();
    let last = count.saturating_sub(1);
    match key.command() {
        Key::Up => menu.cursor = menu.cursor.saturating_sub(1),
        Key::Down => menu.cursor = (menu.cursor + 1).min(last),
        Key::Enter => return choose(session, seat, &menu, menu.cursor),
        Key::Char(c @ '1'..='9') => {
            let at = c.to_digit(10).map_or(0, |digit| digit as usize - 1);
            if at < count {
                return choose(session, seat, &menu, at);
            }
        }
        _ => return Vec::new(),
    }
    seat.over = Some(Over::Menu(menu));
    Vec::new()
}

/// What a menu offers, in the order of its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A named act of the meeting.
    Meeting(Label),
    /// One of the targets.
    Target(Place),
    /// A stage of a decision's life.
    Stage(Stage),
    /// Its text and fields, while it is not sealed.
    Change,
    /// Recording on it again: the line binds to it.
    Continue,
}

/// The choices of a menu.
pub fn choices(session: &Session, about: &About) -> Vec<Choice> {
    match about {
        About::Meeting => {
            let running = session
                .meeting()
                .and_then(|meeting| meeting.sittings.values().next_back())
                .is_some_and(|sitting| sitting.to.is_none());
            let pause = if running { Label::Adjourn } else { Label::Resume };
            vec![
                Choice::Meeting(pause),
                Choice::Meeting(Label::Closing),
                Choice::Meeting(Label::Attendance),
            ]
        }
        About::Target { of, .. } => of.iter().copied().map(Choice::Target).collect(),
        About::Decision(id) => {
            let mut choices = vec![
                Choice::Stage(Stage::Done),
                Choice::Stage(Stage::Assigned),
                Choice::Stage(Stage::Dropped),
                Choice::Stage(Stage::Reopened),
            ];
            if id.snapshot == session.state().id() {
                choices.push(Choice::Change);
            }
            if session.meeting().is_some() {
                choices.push(Choice::Continue);
            }
            choices
        }
    }
}

fn choose(session: &mut Session, seat: &mut Seat, menu: &Menu, at: usize) -> Vec<Effect> {
    let choice = choices(session, &menu.about).into_iter().nth(at);
    let acted = match (choice, &menu.about) {
        (Some(Choice::Meeting(label)), _) => meeting_choice(session, seat, label),
        (Some(Choice::Target(target)), About::Target { value, .. }) => {
            submit::read_chosen(session, seat, target, value)
        }
        (Some(Choice::Stage(stage)), About::Decision(id)) => set_stage(session, id, stage),
        (Some(Choice::Change), About::Decision(id)) => {
            page::begin_change(session, seat, id);
            Ok(Vec::new())
        }
        (Some(Choice::Continue), About::Decision(id)) => {
            line::bind(session, seat, super::Binding::Decision(id.clone()));
            seat.go(Screen::Meeting);
            Ok(Vec::new())
        }
        _ => Ok(Vec::new()),
    };
    update::done(seat, acted)
}

fn meeting_choice(session: &mut Session, seat: &mut Seat, label: Label) -> Acted {
    match label {
        Label::Adjourn => act::adjourn(session),
        Label::Resume => act::resume(session),
        Label::Closing => {
            seat.open(Screen::Gate { cursor: 0 });
            Ok(Vec::new())
        }
        _ => {
            update::run(session, seat, Do::SignIn);
            Ok(Vec::new())
        }
    }
}

fn set_stage(session: &mut Session, id: &RecordId, stage: Stage) -> Acted {
    let followup = Followup {
        on: session.base_day(),
        what: Happening::Stage(stage),
        consent: String::new(),
        note: String::new(),
    };
    act::follow(session, id, followup, "")
}

//! Numbered choices: a digit picks, arrows and Enter too, because both pass through an input method.

use super::act::{self, Acted};
use super::seat::{About, Menu, Over, Screen, Seat};
use super::session::Session;
use super::{Effect, Key, line, page, submit, update};
use crate::ledger::{Followup, Happening, RecordId, Stage};
use crate::plan::Place;
use crate::words::{Do, Label, Notice};

/// F8 in a meeting: 休会, 散会, 签到.
pub(super) fn begin_meeting(seat: &mut Seat) {
    seat.over = Some(Over::Menu(Menu { about: About::Meeting, cursor: 0 }));
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

/// Gives a key to a menu.
pub(super) fn key(session: &mut Session, seat: &mut Seat, mut menu: Menu, key: Key) -> Vec<Effect> {
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
            page::decide::begin_change(session, seat, id);
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
        Label::Resume => {
            let acted = act::resume(session)?;
            // Who is here after a break is another question than who was before it.
            seat.open(Screen::SignIn { cursor: 0 });
            Ok(acted)
        }
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

//! 合并: two lines of meetings, and the conflicts that one key each settles.

use super::{follow, parties};
use crate::app::act::{self, Acted};
use crate::app::entry::figure;
use crate::app::{Effect, Field, Form, Key, Purpose, Screen, Seat, Session, look};
use crate::ledger::{
    Assignment, Choice, Conflict, Disputed, Followup, Happening, Reading, Said, sentence,
};
use crate::plan::{Found, Place};
use crate::words::{Do, Label, Notice};

/// Opens the page on the first conflict that waits.
pub fn begin(session: &Session, seat: &mut Seat) {
    seat.open(Screen::Join { cursor: waiting(session, 0).unwrap_or(0) });
}

/// 1, 2 and 3 settle the conflict under the cursor, 4 types something else; F8 joins. Enter goes on to
/// the next that waits and never joins: input methods commit with Enter.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let at = look::cursor(seat);
    let choice = match key.command() {
        Key::Char('1') => Choice::Ours,
        Key::Char('2') => Choice::Theirs,
        Key::Char('3') => Choice::Both,
        Key::Char('4') => {
            type_other(session, seat, at);
            return Some(Vec::new());
        }
        Key::F(8) => {
            let acted = join(session, seat);
            return Some(act::done(seat, acted));
        }
        Key::Enter => {
            go_on(session, seat, at + 1);
            return Some(Vec::new());
        }
        _ => return None,
    };
    let acted = settle(session, seat, at, &choice);
    if acted.is_ok() {
        go_on(session, seat, at);
    }
    Some(act::done(seat, acted))
}

/// Joins, once everything is settled.
fn join(session: &mut Session, seat: &mut Seat) -> Acted {
    let mut effects = act::begin_joining(session, seat.lang)?;
    let begun = session.open.as_ref().is_some_and(|history| history.open.joining().is_some());
    // What was recorded between meetings is being sealed; F8 again joins.
    if begun {
        match act::seal_joining(session, seat.lang) {
            Ok(more) => effects.extend(more),
            // What was begun is begun, and the page says what waits.
            Err(why) if !effects.is_empty() => seat.say(why),
            Err(why) => return Err(why),
        }
    }
    Ok(effects)
}

/// Settles a conflict, beginning the joining first where it was not begun.
fn settle(session: &mut Session, seat: &Seat, at: usize, choice: &Choice) -> Acted {
    let number = number(at);
    let mut effects = act::begin_joining(session, seat.lang)?;
    if effects.iter().any(|effect| matches!(effect, Effect::Publish(_))) {
        return Ok(effects);
    }
    effects.extend(act::settle(session, number, choice, seat.lang)?);
    Ok(effects)
}

/// The form of something else.
fn type_other(session: &Session, seat: &mut Seat, at: usize) {
    let Some(conflict) = conflict(session, at) else { return };
    if !conflict.takes_other() {
        seat.say(Notice::OnlyASide);
        return;
    }
    let label = match conflict.of {
        Disputed::Wording(_) => Label::Text,
        Disputed::Lead(_) | Disputed::Assignment(_) => Label::Lead,
        Disputed::Due(_) => Label::Due,
        _ => Label::Value,
    };
    let text = match label {
        Label::Text => sentence::said(&conflict.of, &conflict.ours.said, seat.lang),
        _ => String::new(),
    };
    let purpose = Purpose::Dispute { number: number(at) };
    seat.open(Screen::Form(Form::new(purpose, vec![(label, Field::new(&text))])));
}

/// Settles a conflict by what was typed.
pub(super) fn confirm(session: &mut Session, form: &Form, number: u16, seat: &Seat) -> Acted {
    let text = form.fields.first().map_or("", |(_, field)| field.text().trim()).to_owned();
    settle_by_text(session, seat, number, &text)
}

/// Settles a conflict by a text, as it would be typed.
///
/// # Errors
/// Why the text means nothing here.
pub fn settle_by_text(session: &mut Session, seat: &Seat, number: u16, text: &str) -> Acted {
    let at = usize::from(number).saturating_sub(1);
    let conflict = conflict(session, at).cloned();
    let conflict = conflict.ok_or(Notice::NoConflict { number: number.to_string() })?;
    let said = meant(session, &conflict, text)?;
    settle(session, seat, at, &Choice::Other(Box::new(said)))
}

/// What a text means in the place of what two lines say.
fn meant(session: &Session, conflict: &Conflict, text: &str) -> Result<Said, Notice> {
    if text.is_empty() {
        return Err(Notice::Empty);
    }
    let step = |what: Happening| {
        let consent = match &conflict.ours.said {
            Said::Step(step) => step.consent.clone(),
            _ => String::new(),
        };
        Said::Step(Followup::on(session.today, what).agreed_by(&consent))
    };
    Ok(match (&conflict.of, &conflict.ours.said) {
        (Disputed::Wording(_), _) => {
            step(Happening::Wording { was: String::new(), now: text.into() })
        }
        (Disputed::Lead(_), _) => {
            step(Happening::Lead { was: Vec::new(), now: parties(session, text)? })
        }
        (Disputed::Due(_), _) => {
            step(Happening::Extended { from: None, to: follow::later(session, text)? })
        }
        (Disputed::Assignment(_), Said::Assignment(ours)) => {
            Said::Assignment(Assignment { lead: parties(session, text)?, ..ours.clone() })
        }
        (Disputed::Reading(row, _), Said::Reading(ours)) => {
            let typed = figure(text, unit(session, row.place))?;
            let written = if typed.differs { text.to_owned() } else { String::new() };
            Said::Reading(Reading { value: typed.value, written, from: None, ..ours.clone() })
        }
        _ => return Err(Notice::OnlyASide),
    })
}

fn unit(session: &Session, place: Place) -> &str {
    match session.plan.find(place) {
        Some(Found::Target(target)) => &target.unit,
        _ => "",
    }
}

/// The next conflict that waits, from a place on and then from the top; none when none does.
fn waiting(session: &Session, from: usize) -> Option<usize> {
    let open = session.open.as_ref().map(|history| &history.open);
    let fork = session.fork.as_ref()?;
    let all = fork.conflicts(open).enumerate();
    let left: Vec<usize> =
        all.filter(|(_, (.., settled))| settled.is_none()).map(|(at, _)| at).collect();
    left.iter().find(|at| **at >= from).or(left.first()).copied()
}

fn go_on(session: &mut Session, seat: &mut Seat, from: usize) {
    match waiting(session, from) {
        Some(next) => {
            if let Some(Screen::Join { cursor }) = seat.screen_mut() {
                *cursor = next;
            }
        }
        None => look::run(session, seat, Do::Down),
    }
}

fn conflict(session: &Session, at: usize) -> Option<&Conflict> {
    session.fork.as_ref()?.joined().conflicts.get(at)
}

fn number(at: usize) -> u16 {
    u16::try_from(at + 1).unwrap_or(u16::MAX)
}

//! The one door: what reaches a seat changes it and the session, and asks the world for effects.
//!
//! Whoever has the keys is asked first: what lies over the screen, then the screen's own fields,
//! then the table of commands. Text that nobody waits for is never lost: it opens the search, or
//! goes to the line of the meeting.

use super::command;
use super::page::looks::Led;
use super::pasted::Pasted;
use super::seat::{Over, Screen, Seat};
use super::session::Session;
use super::stray::{Stray, stray};
use super::taste::Mouse;
use super::{
    Effect, Input, Key, act, copying, line, look, menu, over, page, papering, practice, printing,
    record, tip, touch,
};
use crate::words::{Do, Notice};

/// Takes one input of a seat.
pub fn update(session: &mut Session, seat: &mut Seat, input: &Input) -> Vec<Effect> {
    settled(session, seat, |session, seat| match input {
        Input::Resize(columns, rows) => {
            seat.size = (*columns, *rows);
            Vec::new()
        }
        Input::Measured(ambiguous) => {
            seat.measured(*ambiguous);
            vec![Effect::Redraw]
        }
        Input::Key(key) => {
            hush(seat);
            if let Some(practice) = &mut seat.practice {
                practice.hear(*key);
            }
            press(session, seat, *key)
        }
        Input::Touch(touch) => {
            hush(seat);
            touch::take(session, seat, touch)
        }
        // What it means is known where the frame is.
        Input::Mouse(_) => Vec::new(),
        Input::Text(text) | Input::Paste(text) => {
            hush(seat);
            take_text(session, seat, text)
        }
    })
}

/// Carries out a command that was called by its name, as if it were chosen from the palette.
pub(super) fn call(session: &mut Session, seat: &mut Seat, what: Do) -> Vec<Effect> {
    settled(session, seat, |session, seat| {
        hush(seat);
        (seat.leaving, seat.jumped) = (false, false);
        run(session, seat, what)
    })
}

/// Whatever was done at a seat: its lists are of now, and what is typed is kept as a draft.
pub(super) fn settled(
    session: &mut Session,
    seat: &mut Seat,
    act: impl FnOnce(&mut Session, &mut Seat) -> Vec<Effect>,
) -> Vec<Effect> {
    let before = seat.unrecorded();
    let mut effects = act(session, seat);
    page::register::settle(session, seat);
    effects.extend(page::compare::settle(session, seat));
    practice::settle(session, seat);
    tip::settle(seat);
    if !effects.iter().any(|effect| matches!(effect, Effect::Copy(_))) {
        seat.copied = None;
    }
    seat.line.settle();
    let typed = seat.unrecorded();
    if typed != before {
        effects.push(Effect::Draft(typed));
    }
    effects
}

/// What was said goes with the next key, unless it has to be mended.
fn hush(seat: &mut Seat) {
    if !seat.alarm {
        seat.notice = None;
    }
}

/// What a key does here.
pub(super) fn press(session: &mut Session, seat: &mut Seat, key: Key) -> Vec<Effect> {
    let Some(key) = seat.keymap.heard(key) else { return Vec::new() };
    let leaving = std::mem::take(&mut seat.leaving);
    let jumped = std::mem::take(&mut seat.jumped);
    if seat.keymap.of_key_in_text(key) == Some(Do::Quit) {
        return quit(session, seat, leaving);
    }
    if seat.looks.is_some() {
        return looks(seat, key);
    }
    if matches!(seat.over, Some(Over::Menu(_))) && !menu::takes(key) {
        seat.over = None;
    }
    if seat.over.is_some() {
        return over::key(session, seat, key);
    }
    if jumped && over::goes_on(seat, key) {
        return Vec::new();
    }
    let taken = match seat.screen() {
        Screen::Meeting => line::key(session, seat, key),
        Screen::Form(_) => page::form_key(session, seat, key),
        Screen::Help { .. } => page::help::key(session, seat, key),
        Screen::SignIn { .. } => page::signin::key(session, seat, key),
        Screen::Lists { .. } => page::lists::key(session, seat, key),
        Screen::Agenda { .. } => page::agenda::key(session, seat, key),
        Screen::Office { .. } => page::office::key(session, seat, key),
        Screen::Division(_) => page::division::key(session, seat, key),
        Screen::Figures(_) => page::figures::key(session, seat, key),
        Screen::Join { .. } => page::join::key(session, seat, key),
        Screen::Gate { .. } => page::gate::key(session, seat, key),
        Screen::Account { .. } => page::account::key(session, seat, key),
        Screen::Register(_) => page::register::key(session, seat, key),
        Screen::Compare(_) => page::compare::key(session, seat, key),
        Screen::Pasted(_) => page::paste::key(session, seat, key),
        Screen::Reviews { .. } => page::reviews::key(session, seat, key),
        Screen::Pending { .. } => page::pending::key(session, seat, key),
        Screen::ReadBack { .. } => page::readback::key(session, seat, key),
        Screen::Preview(_) => page::preview::key(session, seat, key),
        _ => None,
    };
    taken.unwrap_or_else(|| take_command(session, seat, key))
}

fn take_command(session: &mut Session, seat: &mut Seat, key: Key) -> Vec<Effect> {
    let typing = matches!(
        seat.screen(),
        Screen::Meeting
            | Screen::Form(_)
            | Screen::Help { .. }
            | Screen::Register(_)
            | Screen::Pasted(_)
    );
    let keys = &seat.keymap;
    let what = if typing { keys.of_key_in_text(key) } else { keys.of_key(key) };
    match (what, key.command()) {
        (Some(what), _) => run(session, seat, what),
        (None, Key::Char(digit)) if digit.is_ascii_digit() && !typing => {
            over::begin_jump(session, seat, digit)
        }
        (None, _) if !typing => strayed(session, seat, key),
        _ => Vec::new(),
    }
}

/// A character that is no command: a text may begin with it.
fn strayed(session: &mut Session, seat: &mut Seat, key: Key) -> Vec<Effect> {
    let Key::Char(c) = key else { return Vec::new() };
    match stray(c) {
        Stray::Text => return take_text(session, seat, &c.to_string()),
        Stray::Slip => seat.say(Notice::NoKey { mark: c.to_string() }),
        Stray::Letter => {}
    }
    Vec::new()
}

/// A key of the settings.
fn looks(seat: &mut Seat, key: Key) -> Vec<Effect> {
    match page::looks::key(seat, key) {
        Led::Nothing => Vec::new(),
        Led::Redraw => vec![Effect::Redraw],
        Led::Keep(change) => vec![Effect::Prefer(change)],
    }
}

/// Text that arrived at once: to whoever is typing, else to the line of the meeting, else to the
/// search.
///
/// The settings have no place for it: they are left as by Esc, and so is a text that is shown to be
/// taken. What is pasted there was taken by a slip of the mouse. A menu has no place for it either.
fn take_text(session: &mut Session, seat: &mut Seat, text: &str) -> Vec<Effect> {
    if seat.looks.is_some() {
        let mut effects = looks(seat, Key::Esc);
        effects.extend(take_text(session, seat, text));
        return effects;
    }
    let no_place = match &seat.over {
        Some(Over::Menu(_)) => true,
        Some(Over::Plain(_)) => !text.contains('\n'),
        _ => false,
    };
    if no_place {
        seat.over = None;
    }
    if seat.over.is_some() {
        over::text(session, seat, text);
        return Vec::new();
    }
    match seat.screen() {
        Screen::Agenda { .. } => return page::agenda::text(session, seat, text),
        Screen::SignIn { .. } => page::signin::text(session, seat, text),
        Screen::Division(_) => page::division::text(seat, text),
        _ => elsewhere(session, seat, text),
    }
    Vec::new()
}

/// Text goes to a field; where there is none, to the line of the meeting or to the search.
fn elsewhere(session: &mut Session, seat: &mut Seat, text: &str) {
    let taken = page::figures::paste(session, seat, text)
        || page::text(seat, text)
        || page::register::text(session, seat, text);
    if taken {
        return;
    }
    if session.meeting().is_some() && session.keeping.read_only.is_none() {
        seat.go(Screen::Meeting);
        match Pasted::new(text) {
            Some((pasted, beyond)) => page::paste::begin(seat, pasted, beyond),
            None => line::text(seat, text.trim_matches(['\n', '\r'])),
        }
    } else {
        over::begin_search(session, seat, text);
    }
}

/// Carries out a command, or says why it cannot be.
pub fn run(session: &mut Session, seat: &mut Seat, what: Do) -> Vec<Effect> {
    if let Some(refusal) = command::refusal(what, session, seat) {
        seat.say(refusal);
        return Vec::new();
    }
    seat.over = None;
    tip::used(seat, what);
    match what {
        Do::Register => page::register::begin(session, seat),
        Do::Compare => page::compare::begin(session, seat),
        Do::Story => page::story::begin(session, seat),
        Do::Search => over::begin_search(session, seat, ""),
        Do::Palette => over::begin_palette(session, seat),
        Do::Cast => cast(seat),
        Do::Looks => page::looks::begin(seat),
        Do::Redraw => return vec![Effect::Redraw],
        Do::Papers => return papering::begin(session, seat),
        Do::Print => printing::begin(seat),
        Do::Copy => return copying::asked(seat).map(Effect::Copy).into_iter().collect(),
        Do::Mouse => point(seat),
        Do::Quit => return quit(session, seat, false),
        Do::Meeting if session.meeting().is_some() => menu::begin_meeting(seat),
        Do::Meeting | Do::Join if session.fork.is_some() => page::join::begin(session, seat),
        Do::Meeting => page::open::begin(session, seat),
        Do::Decide
        | Do::Read
        | Do::Assign
        | Do::Sheet
        | Do::Correct
        | Do::CorrectMeeting
        | Do::Sign
        | Do::Amend
        | Do::Light => page::begin(session, seat, what),
        Do::Figures => page::figures::begin(seat),
        Do::BuildAgenda => {
            let acted = page::agenda::build(session, seat);
            return act::done(seat, acted);
        }
        Do::Undo | Do::Redo | Do::Seal | Do::Commit | Do::Withdraw => {
            let acted = record::run(session, seat, what);
            return act::done(seat, acted);
        }
        Do::NextItem | Do::PreviousItem => {
            let acted = line::step_item(session, seat, what == Do::NextItem);
            return act::done(seat, acted);
        }
        Do::ClearLine => line::clear(seat),
        Do::Skip => practice::skip(seat),
        Do::Hints => tip::turn(seat),
        _ => look::run(session, seat, what),
    }
    Vec::new()
}

/// The mouse is listened to, or stays the terminal's own; F9 keeps the choice.
fn point(seat: &mut Seat) {
    let (next, said) = match seat.taste.mouse {
        Mouse::On => (Mouse::Off, Notice::MouseOff),
        Mouse::Off => (Mouse::On, Notice::MouseOn),
    };
    seat.taste.mouse = next;
    seat.say(said);
}

/// 投屏: from 同步 to 只议题 to 暂停.
fn cast(seat: &mut Seat) {
    seat.cast = seat.cast.next();
    let how = seat.cast.word().text(seat.lang).to_owned();
    seat.say(Notice::CastNow { how });
}

/// Everything is saved at every moment, so leaving asks once only to spare a slip in a meeting.
fn quit(session: &Session, seat: &mut Seat, leaving: bool) -> Vec<Effect> {
    if session.meeting().is_some() && !leaving && seat.practice.is_none() {
        seat.leaving = true;
        seat.say(Notice::QuitAsk);
        return Vec::new();
    }
    vec![Effect::Quit]
}

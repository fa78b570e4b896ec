//! Looking about from a guest's seat: screens, boxes over them, the register's filter.
//!
//! Going to another screen is going on alone; moving a cursor, reading a card or the help is not.

use super::command::{self, Look, NUMBERED, ON_PAGE};
use super::{Effect, Guest, Layout, Mode, Over, follow, pointing};
use crate::app::compare::Compare;
use crate::app::copying::{self, Copied};
use crate::app::field::Field;
use crate::app::jump::{self, Jump};
use crate::app::page::looks::Led;
use crate::app::pointer::Touch;
use crate::app::preview::Preview;
use crate::app::register::Register;
use crate::app::rows::Stop;
use crate::app::seat::{Binding, Find, Over as Box, Screen};
use crate::app::session::Session;
use crate::app::taste::Arrangement;
use crate::app::{Key, line, look, page, search};
use crate::ledger::About;
use crate::ledger::story::Subject;
use crate::words::{Do, GuestSays, Notice};

/// Carries out a look.
pub(super) fn look(session: &Session, guest: &mut Guest, what: Look, leaving: bool) -> Vec<Effect> {
    match what {
        Look::Leave => return vec![Effect::Leave],
        Look::Redraw => return vec![Effect::Redraw],
        Look::Touch(touch) => return touched(session, guest, &touch),
        Look::Copy => {
            let copied = copying::asked(&mut guest.seat);
            return copied.map(Effect::Copy).into_iter().collect();
        }
        Look::Print => {
            guest.over = None;
            copying::show(&mut guest.seat, Copied::Whole);
        }
        Look::Back if leaving => return vec![Effect::Leave],
        Look::Back => back(guest),
        Look::Over(key) => return over(session, guest, key),
        Look::Filter(key) => filter(session, guest, key),
        Look::Compared(key) => compared(session, guest, key),
        Look::Text(text) => take_text(session, guest, &text),
        Look::To(stop) => to(session, guest, &stop),
        Look::Digit(digit) => jump_key(session, guest, String::new(), Key::Char(digit)),
        Look::Help => guest.over = Some(Over::Help { top: 0 }),
        Look::Menu => guest.over = Some(Over::Menu { cursor: 0 }),
        Look::Looks if guest.layout != Layout::Screen => guest.say(GuestSays::NotInLines),
        Look::Looks => {
            guest.over = None;
            page::looks::begin(&mut guest.seat);
        }
        Look::Missed if guest.missed.ids.is_empty() => guest.say(GuestSays::NothingMissed),
        Look::Missed => guest.over = Some(Over::Missed { at: 0 }),
        Look::Follow => return turn(session, guest),
        Look::Search => begin_search(session, guest, ""),
        Look::Register => register(session, guest, ""),
        Look::Compare => {
            guest.browse();
            guest.seat.open(Screen::Compare(std::boxed::Box::new(Compare::new(session))));
        }
        Look::Story => match pointing::told(session, guest) {
            Some(of) => tell(guest, of),
            None => guest.seat.say(Notice::NoStoryHere),
        },
        Look::Minutes => minutes(session, guest),
        Look::Meeting => to_meeting(session, guest),
        Look::Open => open(session, guest),
        Look::NextItem => step_item(session, guest, true),
        Look::PreviousItem => step_item(session, guest, false),
        other => step(session, guest, &other),
    }
    Vec::new()
}

/// All decisions that a filter lets through.
fn register(session: &Session, guest: &mut Guest, filter: &str) {
    let mut register = Register::new(filter);
    register.fill(session, guest.seat.lang);
    guest.browse();
    guest.seat.open(Screen::Register(register));
}

/// The story of a row or a decision.
fn tell(guest: &mut Guest, of: Subject) {
    guest.over = None;
    guest.browse();
    let here = matches!(guest.seat.screen(), Screen::Story { of: own, .. } if *own == of);
    if !here {
        page::story::open(&mut guest.seat, of);
    }
}

/// The minutes that were signed last, page by page. In lines, and of a meeting that is long ago, what
/// they have decided.
fn minutes(session: &Session, guest: &mut Guest) {
    guest.passed = true;
    let Some((id, _)) = super::signed(session) else { return guest.say(GuestSays::NothingSigned) };
    let lang = guest.seat.lang;
    let pages = (guest.layout != Layout::Lines).then(|| Preview::of(session, &id, lang)).flatten();
    match pages {
        Some(pages) => {
            guest.browse();
            guest.seat.open(Screen::Preview(pages));
        }
        None => register(session, guest, &super::minutes::of_meeting(&id, lang)),
    }
}

/// A key of the comparison.
fn compared(session: &Session, guest: &mut Guest, key: Key) {
    let Some(Screen::Compare(compare)) = guest.seat.screen_mut() else { return };
    match key.command() {
        Key::Left | Key::Char('<') => compare.step(session, false),
        Key::Right | Key::Char('>') => compare.step(session, true),
        Key::Char('[') => compare.shift(session, false),
        Key::Char(']') => compare.shift(session, true),
        Key::Char(';') => compare.turn(),
        Key::Char('.') => compare.next_sort(session),
        _ => {}
    }
}

/// 跟随, or on one's own. What lies over the screen is left; what is being written stays a draft.
fn turn(session: &Session, guest: &mut Guest) -> Vec<Effect> {
    let lay = guest.over.is_some() || guest.seat.over.is_some() || guest.seat.looks.is_some();
    let effects = leave_looks(guest);
    guest.seat.over = None;
    // The menu and the help lead here too, and nothing is written in them.
    if let Some(over @ Over::Pad { .. }) = guest.over.take() {
        own(session, guest, over, Key::Esc);
    }
    match guest.mode {
        Mode::Browsing => {
            follow::come_back(session, guest);
            follow::catch_up(session, guest);
        }
        Mode::Following if !lay => guest.browse(),
        Mode::Following => {}
    }
    effects
}

/// Leaves the settings as Esc does, if they are open.
pub(super) fn leave_looks(guest: &mut Guest) -> Vec<Effect> {
    match page::looks::key(&mut guest.seat, Key::Esc) {
        Led::Redraw => vec![Effect::Redraw],
        Led::Nothing | Led::Keep(_) => Vec::new(),
    }
}

/// Moves the cursor, or goes to a screen that everybody has.
fn step(session: &Session, guest: &mut Guest, what: &Look) {
    guest.passed = true;
    let goes = matches!(what, Look::Overview | Look::Tasks | Look::NextTask | Look::PreviousTask);
    if goes {
        guest.browse();
    }
    if matches!((guest.seat.screen(), what), (Screen::Meeting, Look::Up | Look::Down)) {
        return walk(session, guest, *what == Look::Down);
    }
    // Pages are turned; the arrows go line by line.
    let page = match what {
        Look::PageDown => Some(page::preview::To::Next),
        Look::PageUp => Some(page::preview::To::Before),
        _ => None,
    };
    if page.and_then(|to| page::preview::go(session, &mut guest.seat, to)).is_some() {
        return;
    }
    let same = match what {
        Look::Up => Do::Up,
        Look::Down => Do::Down,
        Look::PageUp => Do::PageUp,
        Look::PageDown => Do::PageDown,
        Look::Home => Do::Home,
        Look::End => Do::End,
        Look::NextTask => Do::NextTask,
        Look::PreviousTask => Do::PreviousTask,
        Look::Tasks => Do::Tasks,
        _ => Do::Overview,
    };
    look::run(session, &mut guest.seat, same);
}

/// Up and Down on the meeting's screen walk its records; the highlight moves by these alone.
fn walk(session: &Session, guest: &mut Guest, down: bool) {
    let ids = line::walkable(session, &guest.seat);
    let at = guest.seat.line.record.as_ref().and_then(|id| ids.iter().position(|own| own == id));
    let to = match (at, down) {
        (None, true) => None,
        (None, false) => ids.len().checked_sub(1),
        (Some(at), true) => Some(at + 1).filter(|at| *at < ids.len()),
        (Some(at), false) => Some(at.saturating_sub(1)),
    };
    guest.seat.line.record = to.and_then(|to| ids.get(to)).cloned();
}

fn to_meeting(session: &Session, guest: &mut Guest) {
    if session.meeting().is_none() {
        return guest.say(GuestSays::NothingOpen);
    }
    guest.browse();
    guest.seat.go(Screen::Meeting);
    line::bind_current(session, &mut guest.seat);
}

/// Another item of the agenda, for this guest alone.
fn step_item(session: &Session, guest: &mut Guest, forward: bool) {
    let Some(meeting) = session.meeting() else { return };
    let here = guest.seat.line.item.unwrap_or(0);
    let next = if forward {
        meeting.agenda.range(here.saturating_add(1)..).next()
    } else {
        meeting.agenda.range(..here).next_back()
    };
    let Some((number, _)) = next else {
        return guest.say(if forward { GuestSays::LastItem } else { GuestSays::FirstItem });
    };
    to_item(session, guest, *number);
}

/// An item of the agenda, for this guest alone.
fn to_item(session: &Session, guest: &mut Guest, number: u16) {
    let agenda = session.meeting().map(|meeting| &meeting.agenda);
    let Some(item) = agenda.and_then(|agenda| agenda.get(&number)) else { return };
    guest.browse();
    guest.seat.line.record = None;
    guest.seat.line.item = Some(number);
    guest.seat.line.binding = match item.rows.as_slice() {
        [row] => Binding::Rows(vec![row.place]),
        _ => Binding::Nothing,
    };
    guest.seat.go(Screen::Meeting);
}

/// Opens what is pointed at: a row its page, a decision its card.
fn open(session: &Session, guest: &mut Guest) {
    // The status line says so while it is so.
    if !guest.missed.ids.is_empty() && !guest.missed.later {
        guest.over = Some(Over::Missed { at: 0 });
        return;
    }
    if super::offers_minutes(session, guest) {
        return minutes(session, guest);
    }
    if let Screen::Meeting = guest.seat.screen() {
        let pointed = guest.seat.line.record.clone();
        match (pointed, line::rows(session, &guest.seat).first()) {
            (Some(id), _) => show(session, guest, &Stop::Record(id)),
            (None, Some(row)) => show(session, guest, &Stop::Row(*row)),
            (None, None) => {}
        }
        return;
    }
    if let Some(stop) = look::stop(session, &guest.seat) {
        show(session, guest, &stop);
    }
}

/// Shows a thing that was named; a mark goes on it from now on.
fn to(session: &Session, guest: &mut Guest, stop: &Stop) {
    show(session, guest, stop);
    guest.named = match stop {
        Stop::Row(place) => Some(About::Row(session.plan.row(*place))),
        _ => None,
    };
}

/// Shows a thing: a decision over the screen, everything else as a screen of its own.
fn show(session: &Session, guest: &mut Guest, stop: &Stop) {
    match stop {
        Stop::Decision(id) | Stop::Record(id) => {
            if session.state().ledger.decisions.contains_key(id) {
                guest.over = Some(Over::Card(id.clone()));
            } else if let Some(row) = search::row_of(session, id) {
                show(session, guest, &Stop::Row(row));
            }
        }
        stop => {
            let same = matches!((guest.seat.screen(), stop), (Screen::Task { place, .. }, Stop::Row(row))
                if row.in_task() == Some(*place));
            if !same {
                guest.browse();
                look::go(session, &mut guest.seat, stop);
            }
        }
    }
}

/// Esc: what lies over the screen is gone by then. Who follows has nothing to go back to.
fn back(guest: &mut Guest) {
    if guest.mode == Mode::Browsing && guest.seat.back() {
        return;
    }
    guest.leaving = true;
    guest.say(GuestSays::LeaveAsk);
}

/// A key for what lies over the screen.
fn over(session: &Session, guest: &mut Guest, key: Key) -> Vec<Effect> {
    if guest.seat.looks.is_some() {
        return match page::looks::key(&mut guest.seat, key) {
            Led::Nothing => Vec::new(),
            Led::Redraw => vec![Effect::Redraw],
            Led::Keep(change) => vec![Effect::Prefer(change)],
        };
    }
    if let Some(over) = guest.over.take() {
        return own(session, guest, over, key);
    }
    match guest.seat.over.take() {
        Some(Box::Jump(typed)) => jump_key(session, guest, typed, key),
        Some(Box::Find(find)) => find_key(session, guest, find, key),
        Some(Box::Plain(plain)) => {
            let copied = copying::key(&mut guest.seat, plain, key);
            return copied.map(Effect::Copy).into_iter().collect();
        }
        Some(Box::Menu(_)) | None => {}
    }
    Vec::new()
}

/// What lies under the mouse is chosen; what is chosen already is opened.
fn touched(session: &Session, guest: &mut Guest, touch: &Touch) -> Vec<Effect> {
    let free = guest.over.is_none() && guest.seat.over.is_none();
    match touch {
        Touch::Key(key) => {
            let action = super::action(guest, *key);
            return action.map_or_else(Vec::new, |action| super::carry_out(session, guest, action));
        }
        Touch::Again if guest.over.is_none() => return enter(session, guest),
        Touch::Row(row) if free => {
            guest.passed = true;
            if look::cursor(&guest.seat) == *row {
                open(session, guest);
            } else {
                look::set_cursor(&mut guest.seat, *row);
            }
        }
        Touch::Record(id) if free => {
            if guest.seat.line.record.as_ref() == Some(id) {
                open(session, guest);
            } else {
                guest.seat.line.record = Some(id.clone());
            }
        }
        Touch::Hit(hit) => {
            if let Some(Box::Find(find)) = &mut guest.seat.over {
                if find.cursor == *hit {
                    return enter(session, guest);
                }
                find.cursor = *hit;
            }
        }
        Touch::Item(number) if free => to_item(session, guest, *number),
        Touch::Again | Touch::Row(_) | Touch::Record(_) | Touch::Item(_) | Touch::Field(_) => {}
    }
    Vec::new()
}

/// What Enter does where it opens something.
fn enter(session: &Session, guest: &mut Guest) -> Vec<Effect> {
    if guest.seat.over.is_some() {
        return over(session, guest, Key::Enter);
    }
    open(session, guest);
    Vec::new()
}

fn own(session: &Session, guest: &mut Guest, over: Over, key: Key) -> Vec<Effect> {
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

fn menu(session: &Session, guest: &mut Guest, cursor: usize, key: Key) -> Vec<Effect> {
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

fn jump_key(session: &Session, guest: &mut Guest, mut typed: String, key: Key) {
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

fn begin_search(session: &Session, guest: &mut Guest, text: &str) {
    let field = Field::new(text);
    let hits = search::things(session, field.text());
    guest.seat.over = Some(Box::Find(Find { field, hits, ..Find::default() }));
}

fn find_key(session: &Session, guest: &mut Guest, mut find: Find, key: Key) {
    let last = find.hits.len().saturating_sub(1);
    match key {
        Key::Esc => return,
        Key::Up => find.cursor = find.cursor.saturating_sub(1),
        Key::Down => find.cursor = (find.cursor + 1).min(last),
        Key::PageUp | Key::PageDown if guest.seat.taste.layout == Arrangement::Care => {
            let what = if key == Key::PageUp { Do::PageUp } else { Do::PageDown };
            find.cursor = guest.seat.glimpse.turn(what, find.cursor).min(last);
        }
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
fn filter(session: &Session, guest: &mut Guest, key: Key) {
    let lang = guest.seat.lang;
    let Some(Screen::Register(register)) = guest.seat.screen_mut() else { return };
    let cleared = key == Key::Ctrl('u') && !register.field.take().is_empty();
    if cleared || register.field.key(key) {
        register.fill(session, lang);
    }
}

/// Text goes to what is being written, else to the filter, else it is looked for.
fn take_text(session: &Session, guest: &mut Guest, text: &str) {
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

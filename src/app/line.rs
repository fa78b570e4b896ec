//! The line of the meeting: the one field that always has the keys, bound to what its prompt says.
//!
//! Looking at another row never rebinds it. Enter saves, ^U clears, Esc never clears; what is typed is
//! lost by nothing but a save.

use super::act::{self, Acted};
use super::agenda::prepared;

use super::seat::{Binding, Screen, Seat};
use super::session::Session;
use super::{Effect, Key, agenda, menu, over, page, update};
use crate::ledger::{About, AgendaItem, ItemState, RecordId};
use crate::plan::Place;
use crate::words::{Do, Notice, listed};

/// Gives a key to the line; none when it is a command instead.
pub(super) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    if seat.line.field.is_empty() {
        return empty_key(session, seat, key);
    }
    match key {
        Key::Enter => Some(super::submit::submit(session, seat)),
        Key::Esc => Some(leave(seat)),
        Key::Ctrl('z') if seat.line.cleared.is_some() => {
            restore(seat);
            Some(Vec::new())
        }
        Key::Ctrl('c' | 'g' | 'l' | 'n' | 'p' | 'q' | 't' | 'u' | 'y' | 'z') | Key::F(_) => None,
        key => seat.line.field.key(key).then(Vec::new),
    }
}

/// An empty line lends its keys: arrows walk the records, marks open the boxes.
fn empty_key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    if let Some(effects) = prepared::key(session, seat, key) {
        return Some(effects);
    }
    match (key.command(), seat.line.record.clone()) {
        (Key::Enter, Some(id)) => open_record(session, seat, &id),
        (Key::Enter, None) if !seat.line.unsent.is_empty() => next_unsent(seat),
        (Key::Esc, Some(_)) => seat.line.record = None,
        (Key::Esc, None) => return Some(leave(seat)),
        (Key::Ctrl('z'), _) if seat.line.cleared.is_some() => restore(seat),
        (Key::Char(':'), _) => return Some(update::run(session, seat, Do::Palette)),
        (Key::Char('/'), _) => return Some(update::run(session, seat, Do::Search)),
        (Key::Char(plain), _) => {
            if session.keeping.read_only.is_some() {
                look_for(session, seat, key, plain);
            } else if let Key::Char(c) = key {
                text(seat, c.encode_utf8(&mut [0; 4]));
            }
        }
        (Key::Delete, Some(id)) => {
            seat.line.record = None;
            let acted = act::withdraw(session, &id);
            return Some(act::done(seat, acted));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Where nothing can be recorded nothing is typed: a digit opens the box for a row's number and Han
/// the search, as on every screen that has no line.
fn look_for(session: &mut Session, seat: &mut Seat, key: Key, plain: char) {
    match key {
        _ if plain.is_ascii_digit() => drop(over::begin_jump(session, seat, plain)),
        Key::Char(c) if !plain.is_ascii() => {
            over::begin_search(session, seat, c.encode_utf8(&mut [0; 4]));
        }
        _ => {
            if let Err(why) = act::writable(session) {
                seat.warn(why);
            }
        }
    }
}

/// Types text into the line.
pub(super) fn text(seat: &mut Seat, text: &str) {
    seat.line.record = None;
    let left_out = seat.line.field.insert(text);
    if left_out > 0 {
        let kept = super::field::LIMIT.to_string();
        seat.say(Notice::PasteCut { kept });
    }
}

/// Clears the line; ^Z brings it back.
pub(super) fn clear(seat: &mut Seat) {
    if !seat.line.field.is_empty() {
        seat.line.cleared = Some(seat.line.field.take());
        seat.say(Notice::Cleared);
    }
}

fn restore(seat: &mut Seat) {
    if let Some(cleared) = seat.line.cleared.take() {
        seat.line.field.insert(&cleared);
    }
}

/// Texts that could not be saved, or were pasted together: the first into the line if it is empty, the
/// others behind it.
pub fn give_back(seat: &mut Seat, texts: &str) {
    seat.line.unsent.extend(texts.lines().filter(|text| !text.is_empty()).map(str::to_owned));
    next_unsent(seat);
}

/// Takes the next text that waits into an empty line.
pub(super) fn next_unsent(seat: &mut Seat) {
    if seat.line.field.is_empty() && !seat.line.unsent.is_empty() {
        let text = seat.line.unsent.remove(0);
        seat.line.field.insert(&text);
    }
}

/// Esc shows the plan; what is typed stays in the line.
fn leave(seat: &mut Seat) -> Vec<Effect> {
    seat.go(Screen::Overview { cursor: 0 });
    Vec::new()
}

/// Binds the line, and remembers the binding before for `##`.
pub(super) fn bind(session: &Session, seat: &mut Seat, to: Binding) {
    let before = std::mem::replace(&mut seat.line.binding, to);
    seat.line.before = Some(before);
    seat.line.record = None;
    seat.say(Notice::Bound { what: name(session, &seat.line.binding) });
}

/// A line that is bound to a decision which was just replaced goes back to where it was bound before.
pub(super) fn leave_replaced(session: &Session, seat: &mut Seat, replaced: &[RecordId]) {
    let gone = matches!(&seat.line.binding, Binding::Decision(id) if replaced.contains(id));
    if gone {
        let before = seat.line.before.take().unwrap_or_default();
        bind(session, seat, before);
    }
}

/// The binding in words: the rows with their names, or the decision.
pub fn name(session: &Session, binding: &Binding) -> String {
    match binding {
        Binding::Nothing => String::new(),
        Binding::Decision(id) => id.to_string(),
        Binding::Rows(rows) => {
            let name = |row: &Place| {
                let short = session.plan.find(*row).map_or("", |found| found.short());
                format!("{row} {short}")
            };
            let names: Vec<String> = rows.iter().map(name).collect();
            listed(&names)
        }
    }
}

/// A meeting that just opened stands at its first item, one that is gone back to at the item that was
/// being discussed.
pub fn bind_current(session: &Session, seat: &mut Seat) {
    let agenda = session.meeting().map(|meeting| &meeting.agenda);
    let of = |state| {
        agenda.into_iter().flatten().filter(move |(_, item)| item.state == state).map(|(n, _)| *n)
    };
    let on = session.open.as_ref().and_then(|history| history.floor().here());
    let here =
        on.or_else(|| of(ItemState::Current).next_back()).or_else(|| of(ItemState::Ahead).next());
    seat.line.item = here;
    seat.line.binding = here.map_or(Binding::Nothing, |item| rows_of(session, item));
}

/// The binding of an item: its rows, or none for a topic.
fn rows_of(session: &Session, item: u16) -> Binding {
    let item = session.meeting().and_then(|meeting| meeting.agenda.get(&item));
    let rows: Vec<Place> = item.map_or_else(Vec::new, |i| i.rows.iter().map(|r| r.place).collect());
    // An item about the headline as a whole records on no row: its targets are named one by one.
    match rows.as_slice() {
        [row] => Binding::Rows(vec![*row]),
        _ => Binding::Nothing,
    }
}

/// ^N marks the item as gone through and goes on; ^P goes back and marks nothing. What was put off or
/// is reported in writing is passed over.
pub(super) fn step_item(session: &mut Session, seat: &mut Seat, forward: bool) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let here = seat.line.item.unwrap_or(0);
    let comes_up = |(_, item): &(&u16, &AgendaItem)| {
        !matches!(item.state, ItemState::Postponed | ItemState::Carried | ItemState::Written)
    };
    let next = if forward {
        meeting.agenda.range(here.saturating_add(1)..).find(comes_up)
    } else {
        meeting.agenda.range(..here).rfind(comes_up)
    };
    let next = next.map(|(number, _)| *number);
    let mut effects = Vec::new();
    let state = meeting.agenda.get(&here).map(|item| item.state);
    let writes = session.keeping.read_only.is_none();
    // What was put off, carried over or given in writing stays so; who only looks goes through the
    // agenda without leaving a mark on it.
    if forward && writes && state.is_some_and(ItemState::is_ahead) {
        effects.extend(act::move_item(session, here, ItemState::Discussed)?);
    }
    match next {
        Some(item) => effects.extend(go_to_item(session, seat, item)?),
        None if forward => seat.say(Notice::LastItem),
        None => seat.say(Notice::FirstItem),
    }
    Ok(effects)
}

/// Goes to an item: it is being discussed from now on, and the line binds to it.
pub(super) fn go_to_item(session: &mut Session, seat: &mut Seat, item: u16) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    if !meeting.agenda.contains_key(&item) {
        return Err(Notice::NoSuchItem { number: item.to_string() });
    }
    seat.line.item = Some(item);
    let binding = rows_of(session, item);
    bind(session, seat, binding);
    seat.notice = None;
    seat.go(Screen::Meeting);
    act::visit(session, item)
}

/// Binds to rows; the item that goes through the first of them becomes the current one.
pub fn bind_rows(session: &mut Session, seat: &mut Seat, rows: Vec<Place>) -> Acted {
    let first = rows.first().copied();
    let item = session.meeting().and_then(|meeting| {
        let through = |place: Place| {
            let holds = |row: &crate::plan::Row| place.is_within(row.place);
            meeting.agenda.iter().find(|(_, item)| item.rows.iter().any(holds))
        };
        first.and_then(through).map(|(number, _)| *number)
    });
    let effects = match item {
        Some(item) => go_to_item(session, seat, item)?,
        None => Vec::new(),
    };
    bind(session, seat, Binding::Rows(rows));
    Ok(effects)
}

/// The item of the agenda that is on.
pub fn item<'a>(session: &'a Session, seat: &Seat) -> Option<&'a AgendaItem> {
    session.meeting()?.agenda.get(&seat.line.item?)
}

/// The rows that are talked about: those of the binding, else those of the item.
pub fn rows(session: &Session, seat: &Seat) -> Vec<Place> {
    if let Binding::Rows(rows) = &seat.line.binding {
        return rows.clone();
    }
    item(session, seat).map_or_else(Vec::new, |item| item.rows.iter().map(|r| r.place).collect())
}

/// The rows of an item that binds to none of them, because it goes through several.
pub(super) fn unbound_rows(session: &Session, seat: &Seat) -> Vec<Place> {
    match seat.line.binding {
        Binding::Nothing => Some(rows(session, seat)).filter(|rows| rows.len() > 1),
        Binding::Rows(_) | Binding::Decision(_) => None,
    }
    .unwrap_or_default()
}

/// The records that Up and Down walk: the open decisions of the bound rows, or all of them while the
/// item goes through them, then this meeting's.
pub fn walkable(session: &Session, seat: &Seat) -> Vec<RecordId> {
    let state = session.state();
    let mut ids = Vec::new();
    if let Binding::Rows(places) = &seat.line.binding {
        let about = places.iter().flat_map(|place| session.index.about(*place));
        let earlier = |id: &&RecordId| id.snapshot != state.id() && !state.is_over(id);
        ids.extend(about.filter(earlier).cloned());
    } else if item(session, seat).is_some_and(agenda::follows_up) {
        ids.extend(session.index.carried().iter().cloned());
    }
    ids.extend(session.index.records().iter().filter_map(|edit| edit.record().cloned()));
    ids
}

/// Enter on a record: a decision of an earlier meeting has its menu, what is not sealed yet its form.
pub(super) fn open_record(session: &Session, seat: &mut Seat, id: &RecordId) {
    if !session.is_open(&id.snapshot) && session.state().ledger.decisions.contains_key(id) {
        menu::begin_decision(session, seat, id);
    } else {
        page::revise::begin(session, seat, id);
    }
}

/// What a decision of the line is about.
pub fn about(session: &Session, binding: &Binding) -> Vec<About> {
    match binding {
        Binding::Nothing => Vec::new(),
        Binding::Decision(id) => vec![About::Decision(id.clone())],
        Binding::Rows(rows) => rows.iter().map(|row| About::Row(session.plan.row(*row))).collect(),
    }
}

//! 分工表: the keys of the table. Typing into a cell begins it anew, Enter confirms and goes down.

use crate::app::act::{self, Acted};
use crate::app::division::{self, Column, Depth, Division};
use crate::app::{Effect, Field, Key, Screen, Seat, Session, look};
use crate::plan::Place;
use crate::words::{Do, Notice};

/// Opens the table at a row.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat, at: Option<Place>) {
    let at = at.and_then(Place::in_task);
    let cursor = at.and_then(|place| division::index(&session.plan, Depth::Tasks, place));
    let cursor = cursor.unwrap_or_default();
    seat.open(Screen::Division(Division { cursor, ..Division::default() }));
}

/// Takes a key; none when it is a command instead.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Screen::Division(division) = seat.screen() else { return None };
    if division.cell.is_some() {
        return typing(session, seat, key);
    }
    let row = division::row(&session.plan, division.depth, division.cursor)?;
    match key.command() {
        Key::Left | Key::BackTab => step(seat, -1),
        Key::Right | Key::Tab => step(seat, 1),
        Key::Enter => edit(session, seat, row),
        Key::F(2) => super::assign::begin(session, seat, row),
        Key::Delete => return Some(confirm(session, seat, "")),
        Key::Char('=') => return Some(same_as_above(session, seat)),
        Key::Char('+') => deepen(session, seat, row),
        Key::Char('<' | '>' | '?' | ':' | '/' | '[' | ']') => return None,
        Key::Char(c) => begin_cell(seat, &c.to_string()),
        _ => return None,
    }
    Some(Vec::new())
}

/// Text that arrived at once goes into the cell.
pub(in crate::app) fn text(seat: &mut Seat, text: &str) {
    match seat.screen_mut() {
        Some(Screen::Division(Division { cell: Some(cell), .. })) => drop(cell.insert(text)),
        _ => begin_cell(seat, text),
    }
}

fn typing(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Screen::Division(division)) = seat.screen_mut() else { return None };
    let cell = division.cell.as_mut()?;
    let typed = cell.text().to_owned();
    match key {
        Key::Esc => division.cell = None,
        Key::Enter | Key::Down | Key::Up | Key::Tab | Key::BackTab => {
            let effects = confirm(session, seat, &typed);
            let done = matches!(seat.screen(), Screen::Division(Division { cell: None, .. }));
            match key {
                _ if !done => {}
                Key::Tab => step(seat, 1),
                Key::BackTab => step(seat, -1),
                Key::Up => look::run(session, seat, Do::Up),
                _ => look::run(session, seat, Do::Down),
            }
            return Some(effects);
        }
        Key::F(_) | Key::Ctrl('c' | 'q' | 'l' | 'g' | 't') => return None,
        key => drop(cell.key(key)),
    }
    Some(Vec::new())
}

/// Records what a cell says now. What is not understood stays in the cell.
fn confirm(session: &mut Session, seat: &mut Seat, typed: &str) -> Vec<Effect> {
    let Screen::Division(division) = seat.screen() else { return Vec::new() };
    let Some(row) = division::row(&session.plan, division.depth, division.cursor) else {
        return Vec::new();
    };
    let acted = record(session, row, division.column, typed);
    if let (Ok(_), Some(Screen::Division(division))) = (&acted, seat.screen_mut()) {
        division.cell = None;
    }
    act::done(seat, acted)
}

fn record(session: &mut Session, row: Place, column: Column, typed: &str) -> Acted {
    let meant = division::meant(session, row, column, typed)?;
    let was = session.assignment(row);
    if division::shown(was, column) == division::shown(Some(&meant), column) {
        return Ok(Vec::new());
    }
    act::assign(session, &[row], &meant, typed)
}

fn same_as_above(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let Screen::Division(Division { cursor, column, depth, .. }) = seat.screen() else {
        return Vec::new();
    };
    let above = cursor.checked_sub(1).and_then(|row| division::row(&session.plan, *depth, row));
    let Some(above) = above else {
        seat.say(Notice::NothingAbove);
        return Vec::new();
    };
    let text = division::shown(session.assignment(above), *column);
    let effects = confirm(session, seat, &text);
    look::run(session, seat, Do::Down);
    effects
}

fn edit(session: &Session, seat: &mut Seat, row: Place) {
    if let Some(Screen::Division(division)) = seat.screen_mut() {
        let now = division::shown(session.assignment(row), division.column);
        division.cell = Some(Field::new(&now));
    }
}

fn begin_cell(seat: &mut Seat, text: &str) {
    if let Some(Screen::Division(division)) = seat.screen_mut() {
        let mut cell = Field::default();
        cell.insert(text.trim_start());
        division.cell = Some(cell);
    }
}

fn step(seat: &mut Seat, by: isize) {
    let Some(Screen::Division(division)) = seat.screen_mut() else { return };
    let at = Column::ALL.iter().position(|column| *column == division.column).unwrap_or_default();
    let to = at.checked_add_signed(by).and_then(|to| Column::ALL.get(to));
    division.column = to.copied().unwrap_or(division.column);
}

/// The measures too, or the tasks alone; the cursor stays with its task.
fn deepen(session: &Session, seat: &mut Seat, row: Place) {
    if let Some(Screen::Division(division)) = seat.screen_mut() {
        division.depth = match division.depth {
            Depth::Tasks => Depth::Measures,
            Depth::Measures => Depth::Tasks,
        };
        let task = row.in_task().unwrap_or(row);
        let cursor = division::index(&session.plan, division.depth, task);
        division.cursor = cursor.unwrap_or_default();
    }
}

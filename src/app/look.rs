//! Looking about: which screen, which row. Nothing here changes a record.

use super::preview::Preview;
use super::rows::{self, Stop};
use super::seat::{Screen, Seat};
use super::session::Session;
use super::taste::Arrangement;
use crate::ledger::RecordId;
use crate::plan::place::Level;
use crate::plan::{Found, Place};
use crate::words::Do;

/// The rows of a page for whoever is shown less at a time.
pub const SIX: usize = 6;

/// Carries out a command that only looks.
pub(super) fn run(session: &Session, seat: &mut Seat, what: Do) {
    match what {
        Do::Open => open(session, seat),
        Do::Back => back(session, seat),
        Do::NextTask => step_task(session, seat, true),
        Do::PreviousTask => step_task(session, seat, false),
        Do::Overview => seat.go(Screen::Overview { cursor: 0 }),
        Do::Tasks => seat.go(Screen::Tasks { section: None, cursor: 0 }),
        Do::Desk => seat.go(Screen::Meeting),
        Do::SignIn => seat.open(Screen::SignIn { cursor: 0 }),
        Do::Account => seat.open(Screen::Account { cursor: 0, unfolded: None }),
        Do::Before => seat.open(Screen::Lists { cursor: 0 }),
        Do::Agenda => super::page::agenda::begin(session, seat),
        Do::Mark => mark(session, seat),
        Do::Reviews => seat.open(Screen::Reviews { cursor: 0 }),
        Do::Pending => seat.open(Screen::Pending { cursor: 0 }),
        Do::ReadBack => seat.open(Screen::ReadBack { cursor: 0 }),
        Do::Preview => seat.open(Screen::Preview(Preview::new(seat.lang))),
        Do::Help => seat.open(Screen::Help { filter: super::Field::default(), top: 0 }),
        _ => step(session, seat, what),
    }
}

/// Opens the row of a stop: a task opens its page, a section its tasks, a decision its task, or its
/// menu when it has none.
pub(super) fn go(session: &Session, seat: &mut Seat, stop: &Stop) {
    match stop {
        Stop::Row(place) if place.level() == Level::Section => {
            seat.open(Screen::Tasks { section: Some(*place), cursor: 0 });
        }
        Stop::Row(place) => {
            if let Some(task) = place.in_task() {
                let cursor = cursor_of(session, &Screen::Task { place: task, cursor: 0 }, stop);
                seat.open(Screen::Task { place: task, cursor });
            } else {
                let overview = Screen::Overview { cursor: 0 };
                let cursor = cursor_of(session, &overview, stop);
                seat.go(Screen::Overview { cursor });
                set_cursor(seat, cursor);
            }
        }
        Stop::Decision(id) | Stop::Record(id) => {
            let decision = session.state().ledger.decisions.get(id);
            let row = match decision {
                Some(decision) => super::catalogue::rows(&decision.about).first().copied(),
                None => super::search::row_of(session, id),
            };
            match row.map(|row| (row, row.in_task())) {
                Some((_, Some(place))) => {
                    let screen = Screen::Task { place, cursor: 0 };
                    let cursor = cursor_of(session, &screen, stop);
                    seat.open(Screen::Task { place, cursor });
                }
                Some((row, None)) => go(session, seat, &Stop::Row(row)),
                // One about no row stands on no page of its own: what can be done about it is here.
                None => super::menu::begin_decision(session, seat, id),
            }
        }
        Stop::Party(party) => seat.open(Screen::Office { party: party.clone(), cursor: 0 }),
        Stop::Item(item) | Stop::Prepared(item, _) => {
            seat.line.item = Some(*item);
            seat.go(Screen::Meeting);
        }
        Stop::Command(_) => {}
    }
}

/// The cursor of the screen that is shown.
pub fn cursor(seat: &Seat) -> usize {
    match seat.screen() {
        Screen::Overview { cursor }
        | Screen::Tasks { cursor, .. }
        | Screen::Task { cursor, .. }
        | Screen::SignIn { cursor }
        | Screen::Gate { cursor }
        | Screen::Join { cursor }
        | Screen::Account { cursor, .. }
        | Screen::Office { cursor, .. }
        | Screen::Pending { cursor }
        | Screen::Reviews { cursor }
        | Screen::ReadBack { cursor }
        | Screen::Story { cursor, .. }
        | Screen::Lists { cursor }
        | Screen::Agenda { cursor } => *cursor,
        Screen::Register(register) => register.cursor,
        Screen::Compare(compare) => compare.cursor,
        Screen::Preview(preview) => preview.cursor,
        Screen::Division(table) => table.cursor,
        Screen::Figures(figures) => figures.cursor,
        Screen::Pasted(pasted) => pasted.cursor,
        Screen::Meeting | Screen::Form(_) | Screen::Help { .. } => 0,
    }
}

/// The row under the cursor; the last one where there were more before.
pub fn stop(session: &Session, seat: &Seat) -> Option<Stop> {
    let last = rows::count(session, seat.screen()).saturating_sub(1);
    rows::at(session, seat.screen(), cursor(seat).min(last))
}

/// Marks the task under the cursor or takes the mark off, and steps on.
fn mark(session: &Session, seat: &mut Seat) {
    if let Some(Stop::Row(place)) = stop(session, seat) {
        if !seat.marks.remove(&place) {
            seat.marks.insert(place);
        }
        step(session, seat, Do::Down);
    }
}

/// The rows that a new decision would be about: those that are marked, else the one pointed at, as its
/// task; none at the meeting, where the line says it.
pub(super) fn chosen(session: &Session, seat: &Seat) -> Vec<Place> {
    match seat.screen() {
        Screen::Meeting => Vec::new(),
        Screen::Tasks { .. } if !seat.marks.is_empty() => seat.marks.iter().copied().collect(),
        _ => place(session, seat).map(|row| row.in_task().unwrap_or(row)).into_iter().collect(),
    }
}

/// Puts the cursor of a screen onto the row of a number.
pub fn set_cursor(seat: &mut Seat, to: usize) {
    (seat.glimpse.past, seat.glimpse.below) = (0, 0);
    match seat.screen_mut() {
        Some(
            Screen::Overview { cursor }
            | Screen::Tasks { cursor, .. }
            | Screen::Task { cursor, .. }
            | Screen::SignIn { cursor }
            | Screen::Gate { cursor }
            | Screen::Join { cursor }
            | Screen::Account { cursor, .. }
            | Screen::Office { cursor, .. }
            | Screen::Pending { cursor }
            | Screen::Reviews { cursor }
            | Screen::ReadBack { cursor }
            | Screen::Story { cursor, .. }
            | Screen::Lists { cursor }
            | Screen::Agenda { cursor },
        ) => *cursor = to,
        Some(Screen::Register(register)) => {
            register.cursor = to;
            register.offered = None;
        }
        Some(Screen::Compare(compare)) => compare.cursor = to,
        Some(Screen::Preview(preview)) => preview.cursor = to,
        Some(Screen::Division(table)) => table.cursor = to,
        Some(Screen::Figures(figures)) => figures.cursor = to,
        Some(Screen::Meeting | Screen::Form(_) | Screen::Help { .. } | Screen::Pasted(_))
        | None => {}
    }
}

fn open(session: &Session, seat: &mut Seat) {
    let Some(stop) = stop(session, seat) else { return };
    let here = matches!((seat.screen(), &stop), (Screen::Task { place, .. }, Stop::Row(row))
        if row.in_task() == Some(*place));
    if here {
        return;
    }
    match (&stop, seat.screen()) {
        // Read back to the chair, it is put right at once.
        (Stop::Decision(id), Screen::ReadBack { .. } | Screen::Preview(_)) => {
            super::line::open_record(session, seat, id);
        }
        (Stop::Decision(_), Screen::Compare(_)) => go(session, seat, &stop),
        (Stop::Decision(id), _) => super::menu::begin_decision(session, seat, id),
        _ => go(session, seat, &stop),
    }
}

fn back(session: &Session, seat: &mut Seat) {
    if matches!(seat.screen(), Screen::Tasks { .. }) && !seat.marks.is_empty() {
        return seat.marks.clear();
    }
    if seat.back() {
        return;
    }
    if session.meeting().is_some() {
        seat.go(Screen::Meeting);
    }
}

fn step_task(session: &Session, seat: &mut Seat, forward: bool) {
    let Screen::Task { place, .. } = seat.screen() else { return };
    let Some(here) = rows::task_number(&session.plan, *place) else { return };
    let to = if forward { Some(here + 1) } else { here.checked_sub(1) };
    let task = to.and_then(|to| rows::nth_task(&session.plan, None, to));
    if let (Some(task), Some(screen)) = (task, seat.screen_mut()) {
        *screen = Screen::Task { place: task.id, cursor: 0 };
    }
}

fn step(session: &Session, seat: &mut Seat, what: Do) {
    if seat.glimpse.scroll(what) {
        return;
    }
    let panes = rows::panes(session, seat.screen());
    let last = panes.last().map_or(0, |pane| pane.rows.end).saturating_sub(1);
    let cursor = cursor(seat).min(last);
    let page = usize::from(seat.size.1.saturating_sub(8)).max(1);
    let cared = seat.taste.layout == Arrangement::Care;
    let within = panes.iter().position(|pane| pane.rows.contains(&cursor)).unwrap_or(0);
    let start = |index: usize| panes.get(index).map_or(0, |pane| pane.rows.start);
    let to = match what {
        Do::Up => cursor.saturating_sub(1),
        Do::Down => cursor + 1,
        Do::PageUp | Do::PageDown if cared => seat.glimpse.turn(what, cursor),
        Do::PageUp => cursor.saturating_sub(page),
        Do::PageDown => cursor + page,
        Do::Home => 0,
        Do::End => last,
        Do::NextPane => start((within + 1) % panes.len().max(1)),
        Do::PreviousPane => start(within.checked_sub(1).unwrap_or(panes.len().saturating_sub(1))),
        _ => cursor,
    };
    set_cursor(seat, to.min(last));
}

/// Puts the cursor onto a stop.
pub(super) fn stand_at(session: &Session, seat: &mut Seat, stop: &Stop) {
    let cursor = cursor_of(session, seat.screen(), stop);
    set_cursor(seat, cursor);
}

/// Where a stop stands on a screen; the first row when it does not.
fn cursor_of(session: &Session, screen: &Screen, wanted: &Stop) -> usize {
    let count = rows::count(session, screen);
    (0..count).find(|index| rows::at(session, screen, *index).as_ref() == Some(wanted)).unwrap_or(0)
}

/// The task or target that a command would work on, from where the cursor stands.
pub(super) fn place(session: &Session, seat: &Seat) -> Option<Place> {
    if let Screen::Meeting = seat.screen() {
        return match &seat.line.binding {
            super::seat::Binding::Rows(rows) => rows.first().copied(),
            _ => None,
        };
    }
    match (stop(session, seat), seat.screen()) {
        (Some(Stop::Row(place)), _) => Some(place),
        (Some(Stop::Decision(id)), Screen::Register(_) | Screen::Compare(_)) => {
            row_of(session, &id)
        }
        (_, Screen::Task { place, .. }) => Some(*place),
        _ => None,
    }
}

/// The decision that a command would work on: the one pointed at, or to which the line is bound.
pub(super) fn decision(session: &Session, seat: &Seat) -> Option<RecordId> {
    let pointed = match (seat.screen(), &seat.line.binding) {
        (Screen::Meeting, super::seat::Binding::Decision(id)) => {
            seat.line.record.clone().or_else(|| Some(id.clone()))
        }
        (Screen::Meeting, _) => seat.line.record.clone(),
        _ => match stop(session, seat) {
            Some(Stop::Decision(id) | Stop::Record(id)) => Some(id),
            _ => None,
        },
    };
    pointed.filter(|id| session.state().ledger.decisions.contains_key(id))
}

/// The first row that a decision is about.
pub(super) fn row_of(session: &Session, id: &RecordId) -> Option<Place> {
    let about = &session.state().ledger.decisions.get(id)?.about;
    super::catalogue::rows(about).first().copied()
}

/// The targets at a place: the target itself, or those of the task or the measure.
pub fn targets_at(session: &Session, place: Place) -> Vec<Place> {
    match session.plan.find(place) {
        Some(Found::Target(target)) => vec![target.id],
        Some(Found::Measure(measure)) => measure.targets.iter().map(|target| target.id).collect(),
        Some(Found::Task(task)) => task.targets().map(|target| target.id).collect(),
        Some(Found::Section(_)) | None => Vec::new(),
    }
}

//! What the cursor can stand on: the rows of each screen, counted without listing them.
//!
//! The state machine moves by these and the drawing draws by these, so they cannot disagree. A plan
//! of 100,000 tasks costs no more here than one of twenty: rows are found by their number.

use std::ops::Range;

use super::account;
use super::division;
use super::page::{Figures, reviews};
use super::seat::Screen;
use super::session::Session;
use crate::judge::{Subject, Whose};
use crate::ledger::RecordId;
use crate::plan::{Found, Party, Place, Plan, Task};
use crate::words::{Do, Label};

/// One row that the cursor can stand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A row of the plan: section, task, measure or target.
    Row(Place),
    /// A decision.
    Decision(RecordId),
    /// Another record of the meeting: a reading, a note, an assignment.
    Record(RecordId),
    /// An item of the agenda.
    Item(u16),
    /// A line prepared for an item: the item's number, and which of its lines.
    Prepared(u16, usize),
    /// Somebody who may attend.
    Party(Party),
    /// A command of the palette.
    Command(Do),
}

/// A group of rows under one heading; Tab goes from one to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pane {
    /// The heading.
    pub label: Label,
    /// Its rows, by their numbers on the screen.
    pub rows: Range<usize>,
}

/// The groups of a screen, in order; empty for screens without rows.
pub fn panes(session: &Session, screen: &Screen) -> Vec<Pane> {
    let plan = &session.plan;
    match screen {
        Screen::Overview { .. } => stack(&[
            (Label::Headline, plan.headline.len()),
            (Label::Sections, plan.sections.len()),
            (Label::Decisions, session.index.open().len()),
        ]),
        Screen::Tasks { section, .. } => stack(&[(Label::Tasks, task_count(plan, *section))]),
        Screen::Task { place, .. } => task_panes(session, *place),
        Screen::SignIn { .. } => stack(&[(Label::Attendance, session.attendees().len())]),
        Screen::Gate { .. } => stack(&[(Label::Gaps, session.gaps().len())]),
        Screen::Join { .. } => {
            let conflicts = session.fork.as_ref().map_or(0, |fork| fork.joined().conflicts.len());
            stack(&[(Label::Conflicts, conflicts)])
        }
        Screen::Office { party, .. } => {
            let card = session.card(party);
            stack(&[(Label::DueNow, card.due.len()), (Label::Decisions, card.open.len())])
        }
        Screen::Lists { .. } => {
            let lists = session.lists();
            stack(&[
                (Label::Agenda, 1),
                (Label::Behind, lists.behind.len()),
                (Label::LeftOpen, lists.decisions.len()),
                (Label::Unreported, lists.unreported.len()),
            ])
        }
        Screen::Agenda { .. } => stack(&[(Label::Agenda, agenda_rows(session).count())]),
        Screen::Division(table) => stack(&[(Label::Tasks, division::count(plan, table.depth))]),
        Screen::Figures(Figures { found, .. }) => {
            let (faults, changes) =
                found.as_ref().map_or((0, 0), |found| (found.faults.len(), found.changes.len()));
            stack(&[(Label::Faults, faults), (Label::Changes, changes)])
        }
        Screen::Account { unfolded, .. } => {
            stack(&[(Label::Tasks, account::count(plan, *unfolded))])
        }
        Screen::Register(register) => stack(&[(Label::Decisions, register.ids.len())]),
        Screen::Reviews { .. } => stack(&[
            (Label::Remarks, reviews::remarks(session).count()),
            (Label::ReadBy, session.read_back().len()),
        ]),
        Screen::Compare(compare) => stack(&[(Label::Changed, compare.listed().count())]),
        Screen::Story { of, .. } => stack(&[(Label::Records, session.state().story(of).len())]),
        Screen::Pending { .. } => stack(&[(Label::Pending, session.index.pending().len())]),
        Screen::ReadBack { .. } => stack(&[(Label::Decisions, session.read_back().len())]),
        Screen::Preview(preview) => {
            stack(&[(Label::Records, preview.laid(session).map_or(0, |laid| laid.count()))])
        }
        Screen::Meeting | Screen::Form(_) | Screen::Help { .. } | Screen::Pasted(_) => Vec::new(),
    }
}

/// How many rows a screen has.
pub fn count(session: &Session, screen: &Screen) -> usize {
    panes(session, screen).last().map_or(0, |pane| pane.rows.end)
}

/// The row of a number.
pub fn at(session: &Session, screen: &Screen, index: usize) -> Option<Stop> {
    let plan = &session.plan;
    match screen {
        Screen::Overview { .. } => {
            let (headline, sections) = (plan.headline.len(), plan.sections.len());
            if index < headline {
                plan.headline.get(index).map(|target| Stop::Row(target.id))
            } else if index < headline + sections {
                plan.sections.get(index - headline).map(|section| Stop::Row(section.id))
            } else {
                session.index.open().get(index - headline - sections).cloned().map(Stop::Decision)
            }
        }
        Screen::Tasks { section, .. } => {
            nth_task(plan, *section, index).map(|task| Stop::Row(task.id))
        }
        Screen::Task { place, .. } => task_row(session, *place, index),
        Screen::SignIn { .. } => {
            session.attendees().get(index).map(|(party, _)| Stop::Party(party.clone()))
        }
        Screen::Gate { .. } => session.gaps().get(index).map(|gap| match &gap.at {
            Whose::Record(id) => Stop::Record(id.clone()),
            Whose::Lead(party) => Stop::Party(party.clone()),
            Whose::Agenda => Stop::Item(first_ahead(session)),
        }),
        Screen::Office { party, .. } => {
            let card = session.card(party);
            card.due.iter().chain(&card.open).nth(index).cloned().map(Stop::Decision)
        }
        Screen::Account { unfolded, .. } => account::row(plan, *unfolded, index).map(Stop::Row),
        Screen::Register(register) => register.ids.get(index).cloned().map(Stop::Decision),
        Screen::Compare(compare) => {
            compare.at(index).and_then(|one| super::compare::stop(session, one))
        }
        Screen::Lists { .. } => match index.checked_sub(1) {
            None => Some(Stop::Command(Do::BuildAgenda)),
            Some(index) => session.lists().points().nth(index).map(|point| match &point.about {
                Subject::Row(place) => Stop::Row(*place),
                Subject::Decision(id) => Stop::Decision(id.clone()),
            }),
        },
        Screen::Agenda { .. } => agenda_rows(session).nth(index),
        Screen::Division(table) => division::row(plan, table.depth, index).map(Stop::Row),
        Screen::Story { of, .. } => {
            session.state().story(of).get(index).and_then(super::page::story::stop)
        }
        Screen::Reviews { .. } => reviews::row(session, index),
        Screen::Pending { .. } => session.index.pending().get(index).cloned().map(Stop::Decision),
        Screen::ReadBack { .. } => session.read_back().get(index).cloned().map(Stop::Decision),
        Screen::Preview(preview) => {
            preview.laid(session)?.record(index).cloned().map(Stop::Decision)
        }
        Screen::Figures(_)
        | Screen::Join { .. }
        | Screen::Meeting
        | Screen::Form(_)
        | Screen::Help { .. }
        | Screen::Pasted(_) => None,
    }
}

/// The items of the agenda, below each the lines prepared for it.
pub fn agenda_rows(session: &Session) -> impl Iterator<Item = Stop> + '_ {
    session.agenda().into_iter().flatten().flat_map(|(number, item)| {
        let lines = (0..item.prepared.len()).map(|line| Stop::Prepared(*number, line));
        std::iter::once(Stop::Item(*number)).chain(lines)
    })
}

/// The first item that was not gone through.
fn first_ahead(session: &Session) -> u16 {
    let agenda = session.meeting().map(|meeting| &meeting.agenda);
    let ahead = agenda.into_iter().flatten().find(|(_, item)| item.state.is_ahead());
    ahead.map_or(0, |(number, _)| *number)
}

/// The tasks of a section, or all; the one of a number.
pub fn nth_task(plan: &Plan, section: Option<Place>, mut index: usize) -> Option<&Task> {
    for own in plan.sections.iter().filter(|own| section.is_none_or(|only| own.id == only)) {
        if let Some(task) = own.tasks.get(index) {
            return Some(task);
        }
        index -= own.tasks.len();
    }
    None
}

/// The number of a task among all of them, as [`nth_task`] counts.
pub fn task_number(plan: &Plan, place: Place) -> Option<usize> {
    let section = place.in_section()?;
    let mut before = 0;
    for own in &plan.sections {
        if own.id == section {
            let near = own.tasks.binary_search_by_key(&place, |task| task.id).ok();
            let at = near.or_else(|| own.tasks.iter().position(|task| task.id == place))?;
            return Some(before + at);
        }
        before += own.tasks.len();
    }
    None
}

fn stack(groups: &[(Label, usize)]) -> Vec<Pane> {
    let mut panes = Vec::new();
    let mut from = 0;
    for (label, count) in groups.iter().filter(|(_, count)| *count > 0) {
        panes.push(Pane { label: *label, rows: from..from + count });
        from += count;
    }
    panes
}

fn task_count(plan: &Plan, section: Option<Place>) -> usize {
    let shown = plan.sections.iter().filter(|own| section.is_none_or(|only| own.id == only));
    shown.map(|section| section.tasks.len()).sum()
}

fn task_panes(session: &Session, place: Place) -> Vec<Pane> {
    let Some(Found::Task(task)) = session.plan.find(place) else { return Vec::new() };
    stack(&[
        (Label::Measures, task.measures.len()),
        (Label::Targets, task.targets().count()),
        (Label::Decisions, session.index.about(place).len()),
    ])
}

fn task_row(session: &Session, place: Place, index: usize) -> Option<Stop> {
    let Some(Found::Task(task)) = session.plan.find(place) else { return None };
    let (measures, targets) = (task.measures.len(), task.targets().count());
    if index < measures {
        task.measures.get(index).map(|measure| Stop::Row(measure.id))
    } else if index < measures + targets {
        task.targets().nth(index - measures).map(|target| Stop::Row(target.id))
    } else {
        session.index.about(place).get(index - measures - targets).cloned().map(Stop::Decision)
    }
}

//! A page of fields: opening a meeting, a decision in full, a reading, a division of work.
//!
//! Labels stand in one column and fields in another; what the field with the cursor takes is said
//! right under it. A field never loses what is typed in it because the window is small: it scrolls.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::line;
use super::list;
use super::status;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::{Subject, names};
use crate::app::page::open;
use crate::app::{Field, Form, Purpose, agenda};
use crate::plan::{Found, Place};
use crate::words::{Hint, Label, Seen};

/// Draws a form with the cursor in its field.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, form: &Form) {
    let head = Rect { x: area.x + 1, width: area.width - 2, ..area };
    strip::pieces(pen, head, &heading(subject, form));
    let top = area.y + 2;
    let bottom = area.bottom().saturating_sub(1);
    let mut y = top;
    let airy = form.fields.len() * 2 + 6 <= usize::from(area.height);
    let first = first_seen(form, bottom.saturating_sub(top), airy);
    for (at, (label, field)) in form.fields.iter().enumerate().skip(first) {
        let lines = lines_of(*label, airy);
        if y + lines > bottom {
            break;
        }
        let row = Rect { y, height: lines, ..area };
        y += lines;
        let here = at == form.at;
        field_row(pen, row, subject, (*label, field, here));
        if airy || here {
            let below = Rect { y, height: 1, ..fields(area) };
            if here && y < bottom {
                strip::hints(pen, below, subject, hint(*label));
            }
            y += 1;
        }
    }
    let keys = Rect { y: bottom, height: 1, ..head };
    strip::hints(pen, keys, subject, keys_of(&form.purpose));
}

/// What the form is for, and what is known of its row.
fn heading(subject: Subject<'_>, form: &Form) -> Vec<Piece> {
    let title = Piece::new(status::purpose(&form.purpose, subject.lang()), Role::Title);
    let mut pieces = vec![title];
    match &form.purpose {
        Purpose::Open => pieces.extend(agenda(subject, form)),
        Purpose::Item { number: None, .. } | Purpose::Figures | Purpose::Identity => {}
        Purpose::Item { number: Some(number), .. }
        | Purpose::Prepare { number, .. }
        | Purpose::Skip { number } => pieces.push(item(subject, *number)),
        Purpose::Attend { who } => {
            pieces.extend(who.iter().map(|who| Piece::new(who.to_string(), Role::Strong)));
        }
        Purpose::Decide { rows, change } => {
            pieces.extend(change.iter().map(|id| Piece::new(subject.record(id), Role::Strong)));
            pieces.extend(rows.iter().map(|row| Piece::new(subject.row(*row), Role::Plain)));
        }
        Purpose::Read { target } => pieces.extend(of_target(subject, *target)),
        Purpose::Assign { row } => pieces.push(Piece::new(subject.row(*row), Role::Strong)),
    }
    pieces
}

/// How long the agenda is that the meeting would open with.
fn agenda(subject: Subject<'_>, form: &Form) -> Vec<Piece> {
    let Ok(source) = open::source(form) else { return Vec::new() };
    let lang = subject.lang();
    let agenda = agenda::agenda(subject.session, source, "", lang);
    let count = Seen::Tasks { count: agenda.len().to_string() }.text(lang);
    let planned = agenda::planned(&agenda);
    let planned = planned.map(|count| Seen::Planned { count: count.to_string() }.text(lang));
    vec![
        Piece::labelled(subject, Label::Agenda, count),
        Piece::new(planned.unwrap_or_default(), Role::Plain),
    ]
}

/// An item by its number and title.
fn item(subject: Subject<'_>, number: u16) -> Piece {
    let item = subject.session.agenda().and_then(|agenda| agenda.get(&number));
    let title = item.map_or("", |item| item.title.as_str());
    Piece::new(format!("{number} {title}"), Role::Strong)
}

/// The goal and the last figure of a target, beside which a new one is typed.
fn of_target(subject: Subject<'_>, place: Place) -> Vec<Piece> {
    let Some(Found::Target(target)) = subject.session.plan.find(place) else { return Vec::new() };
    let latest = subject.latest_value(target);
    let lead = subject.session.assignment(place).map(|now| names(&now.lead)).unwrap_or_default();
    vec![
        Piece::new(format!("{place} {}", target.metric), Role::Strong),
        Piece::labelled(subject, Label::Goal, subject.goal(target)),
        Piece::labelled(subject, Label::Latest, latest),
        Piece::new(subject.latest_period(target), Role::Plain),
        Piece::labelled(subject, Label::Lead, lead),
    ]
}

fn field_row(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (label, field, here): (Label, &Field, bool),
) {
    let inner = list::inner(area);
    let role = if here { Role::Strong } else { Role::Plain };
    if here {
        pen.text((area.x + 1, area.y), 1, ">", Role::Strong);
    }
    pen.text((inner.x, area.y), LABEL, subject.label(label), role);
    if area.height > 1 {
        line::several(pen, fields(area), field, here);
    } else {
        line::one(pen, fields(area), field, here);
    }
}

/// The first field that is drawn, so that the one with the cursor is seen with its hint.
fn first_seen(form: &Form, height: u16, airy: bool) -> usize {
    let lines = |at: usize| {
        let label = form.fields.get(at).map_or(Label::Text, |(label, _)| *label);
        lines_of(label, airy) + u16::from(airy || at == form.at)
    };
    let mut first = form.at;
    let mut used = lines(form.at);
    while first > 0 && used + lines(first - 1) <= height {
        first -= 1;
        used += lines(first);
    }
    first
}

/// The sentence of a decision has several lines, everything else has one.
fn lines_of(label: Label, airy: bool) -> u16 {
    match (label, airy) {
        (Label::Text | Label::Prepared, true) => line::LINES,
        (Label::Text | Label::Prepared, false) => 2,
        _ => 1,
    }
}

/// What a field takes.
fn hint(label: Label) -> &'static [Hint] {
    match label {
        Label::Text => &[Hint::OneSentence],
        Label::Lead | Label::Support => &[Hint::Names],
        Label::Due => &[Hint::DueWords],
        Label::Rows => &[Hint::RowNumbers],
        Label::Period => &[Hint::Months],
        Label::Day => &[Hint::DayWords],
        Label::Series => &[Hint::SeriesName],
        Label::Agenda => &[Hint::AgendaFrom],
        Label::Prepared => &[Hint::PreparedLine],
        Label::Came | Label::Went => &[Hint::TimeOfDay],
        Label::State => &[Hint::FourStates],
        Label::File => &[Hint::FileOrPaste],
        Label::Minutes => &[Hint::WholeMinutes],
        Label::Title => &[Hint::TopicTitle],
        _ => &[],
    }
}

fn keys_of(purpose: &Purpose) -> &'static [Hint] {
    match purpose {
        Purpose::Open => &[Hint::OpenNow, Hint::Move, Hint::Leave],
        _ => &[Hint::SaveF2, Hint::Move, Hint::Confirm, Hint::Leave],
    }
}

/// Room for labels.
const LABEL: u16 = 10;

fn fields(area: Rect) -> Rect {
    let inner = list::inner(area);
    let left = (LABEL + 2).min(inner.width);
    Rect { x: inner.x + left, width: inner.width - left, ..inner }
}

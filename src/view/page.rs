//! A page of fields: opening a meeting, a decision in full, a reading, a division of work.
//!
//! Labels stand in one column and fields in another; what the field with the cursor takes is said
//! right under it. A field never loses what is typed in it because the window is small: it scrolls.

mod heading;
mod meant;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::line;
use super::list;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use crate::app::{Field, Form, Purpose};
use crate::ledger::Due;
use crate::words::{Hint, Label};

/// Draws a form with the cursor in its field.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, form: &Form) {
    let head = Rect { x: area.x + 1, width: area.width - 2, ..area };
    strip::pieces(pen, head, &heading::title(subject, form));
    let below = Rect { y: area.y + 1, height: 1, ..head };
    strip::pieces(pen, below, &heading::known(subject, form));
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
        let assumed = is_assumed(subject, &form.purpose, *label);
        let name = subject.label(*label);
        let name = if assumed { format!("〔{name}〕") } else { name.to_owned() };
        field_row(pen, row, (&name, field, here));
        if airy || here {
            let below = Rect { y, height: 1, ..fields(area) };
            if here && y < bottom {
                let said = meant::pieces(subject, &form.purpose, (*label, field.text()));
                let hints = hint(&form.purpose, *label).iter();
                let hints = hints.map(|hint| Piece::new(hint.text(subject.lang()), Role::Hint));
                strip::pieces(pen, below, &said.into_iter().chain(hints).collect::<Vec<_>>());
            }
            y += 1;
        }
    }
    let y = y + u16::from(airy);
    let rest = Rect { y, height: bottom.saturating_sub(y), ..area };
    said(pen, rest, subject, &form.purpose);
    let keys = Rect { y: bottom, height: 1, ..head };
    strip::hints(pen, keys, subject, keys_of(&form.purpose));
}

/// The sentence as it was spoken or typed, beside the one that is recorded.
fn said(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, purpose: &Purpose) {
    let Purpose::Decide { change: Some(id), .. } = purpose else { return };
    let decision = subject.state().ledger.decisions.get(id);
    let Some(decision) = decision.filter(|decision| !decision.said.is_empty()) else { return };
    if area.height > 0 {
        let label = subject.label(Label::Said);
        pen.text((list::inner(area).x, area.y), LABEL, label, Role::Hint);
        pen.wrapped(fields(area), decision.said.as_str(), Role::Hint);
    }
}

/// Whether what a field holds was never said: the lead or the due of a decision, assumed.
fn is_assumed(subject: Subject<'_>, purpose: &Purpose, label: Label) -> bool {
    let Purpose::Decide { change: Some(id), .. } = purpose else { return false };
    subject.state().ledger.decisions.get(id).is_some_and(|made| match label {
        Label::Lead => made.lead_assumed,
        Label::Due => matches!(made.due, Due::Assumed(_)),
        _ => false,
    })
}

fn field_row(pen: &mut Pen<'_>, area: Rect, (label, field, here): (&str, &Field, bool)) {
    let inner = list::inner(area);
    let role = if here { Role::Strong } else { Role::Plain };
    if here {
        pen.text((area.x + 1, area.y), 1, ">", Role::Strong);
    }
    pen.text((inner.x, area.y), LABEL, label, role);
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
fn hint(purpose: &Purpose, label: Label) -> &'static [Hint] {
    match (label, purpose) {
        (Label::Text | Label::Done, _) => &[Hint::OneSentence],
        (Label::Lead | Label::Support | Label::Office, _) => &[Hint::Picks],
        (Label::Due, _) => &[Hint::DueWords],
        (Label::Nodes, _) => &[Hint::NodeWords],
        (Label::Kind, Purpose::Revise { .. }) => &[Hint::NoteKind],
        (Label::Kind, _) => &[Hint::KindWords],
        (Label::Reason, Purpose::Revise { .. }) => &[Hint::ReasonWords],
        (Label::Rows, _) => &[Hint::RowNumbers],
        (Label::Value, Purpose::Amend { .. }) => &[Hint::Figure],
        (Label::Period, _) => &[Hint::Months],
        (Label::Day, Purpose::Open) | (Label::Effective, _) => &[Hint::DayWords],
        (Label::Day, _) => &[Hint::PastDay],
        (Label::Series, _) => &[Hint::SeriesName],
        (Label::Consent | Label::Approved | Label::Signer, _) => &[Hint::WhoAgreed],
        (Label::Reason | Label::Note | Label::Problem | Label::NextStep, _) => &[Hint::MayBeEmpty],
        (Label::Colour, _) => &[Hint::Colours],
        (Label::Attended, _) => &[Hint::People],
        (Label::Held, _) => &[Hint::MeetingName],
        (Label::Document, _) => &[Hint::DocumentName],
        (Label::From | Label::Until, _) => &[Hint::Clock],
        (Label::Agenda, _) => &[Hint::AgendaFrom],
        (Label::Prepared, _) => &[Hint::PreparedLine],
        (Label::Came | Label::Went, _) => &[Hint::TimeOfDay],
        (Label::State, _) => &[Hint::FourStates],
        (Label::File, _) => &[Hint::FileOrPaste],
        (Label::Minutes, _) => &[Hint::WholeMinutes],
        (Label::Title, _) => &[Hint::TopicTitle],
        _ => &[],
    }
}

fn keys_of(purpose: &Purpose) -> &'static [Hint] {
    match purpose {
        Purpose::Open => &[Hint::OpenNow, Hint::Move, Hint::Leave],
        Purpose::Correct { .. } => &[Hint::SaveF2, Hint::OnlyChanged, Hint::Move, Hint::Leave],
        Purpose::Account { .. } => &[Hint::SaveReason, Hint::Leave],
        _ => &[Hint::SaveF2, Hint::Move, Hint::ClearField, Hint::Leave, Hint::Confirm],
    }
}

/// Room for labels.
const LABEL: u16 = 10;

fn fields(area: Rect) -> Rect {
    let inner = list::inner(area);
    let left = (LABEL + 2).min(inner.width);
    Rect { x: inner.x + left, width: inner.width - left, ..inner }
}

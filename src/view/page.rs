//! A page of fields: opening a meeting, a decision in full, a reading, a division of work.
//!
//! Labels stand in one column and fields in another; what the field with the cursor takes is said
//! right under it. A field never loses what is typed in it because the window is small: it scrolls.

pub(super) mod heading;
pub(super) mod meant;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::line;
use super::list;
use super::shown::Shown;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::mend::Sealed;
use crate::app::page::read::ENOUGH;
use crate::app::pointer::Touch;
use crate::app::submit::{understood_on, understood_over};
use crate::app::{Field, Form, Purpose, Tick, Ticked};
use crate::ledger::Due;
use crate::words::{Caution, Hint, Label, Sign};

/// Draws a form with the cursor in its field.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, form: &Form) {
    let head = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let (rows, page) = if subject.is_cared_for() {
        let left = strip::foot(pen, area, subject, keys_of(form));
        let used = whole_head(pen, left, subject, form);
        let kept = said_lines(pen, left, subject, &form.purpose);
        let rows =
            Rect { y: left.y + used, height: left.height.saturating_sub(used + kept), ..left };
        (rows, Page::of(form, left.height).whole(pen.ruler(), fields(area).width))
    } else {
        strip::pieces(pen, head, &heading::title(subject, form));
        let below = Rect { y: area.y + 1, height: 1, ..head };
        strip::pieces(pen, below, &heading::known(subject, form));
        cautions(pen, below, subject, form);
        let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
        (rows, Page::of(form, area.height))
    };
    let mut y = rows.y;
    for at in page.first_seen(rows.height)..page.rows() {
        let lines = page.lines(at);
        if y + lines > rows.bottom() {
            break;
        }
        page.row(pen, Rect { y, height: lines, ..rows }, subject, at);
        pen.touch(Rect { y, height: lines, ..rows }, Touch::Field(at));
        y += lines;
        if page.is_spaced(at) && y < rows.bottom() {
            let below = Rect { y, height: 1, ..fields(area) };
            if at == form.at {
                strip::pieces(pen, below, &page.below(subject, at));
            }
            y += 1;
        }
    }
    y += u16::from(page.airy);
    if subject.is_cared_for() {
        let kept = said_lines(pen, area, subject, &form.purpose);
        let y = y.min(rows.bottom());
        return said(pen, Rect { y, height: kept, ..area }, subject, &form.purpose);
    }
    let bottom = area.bottom().saturating_sub(1);
    said(pen, Rect { y, height: bottom.saturating_sub(y), ..area }, subject, &form.purpose);
    let keys = Rect { y: bottom, height: 1, ..head };
    strip::hints(pen, keys, subject, keys_of(form));
}

/// What the form is for and what is known of its row, or odd about its figure, in as many lines as that
/// takes. Gives how many.
fn whole_head(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, form: &Form) -> u16 {
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    let doubts: Vec<Piece> =
        doubts(subject, form).into_iter().map(|text| Piece::new(text, Role::Behind)).collect();
    let known = if doubts.is_empty() { heading::known(subject, form) } else { doubts };
    let ruler = pen.ruler();
    let mut lines = strip::whole(ruler, line.width, heading::title(subject, form));
    lines.extend(strip::whole(ruler, line.width, known));
    strip::under(pen, Rect { height: area.height / 2, ..line }, &lines) - area.y + 1
}

/// The lines that what was said needs.
fn said_lines(pen: &Pen<'_>, area: Rect, subject: Subject<'_>, purpose: &Purpose) -> u16 {
    let said = spoken(subject, purpose).unwrap_or_default();
    if said.is_empty() {
        return 0;
    }
    let lines = pen.ruler().breaks(said, usize::from(fields(area).width)).len();
    u16::try_from(lines).unwrap_or(u16::MAX).min(area.height / 2)
}

/// A form while it is drawn: its fields, then its ticks.
struct Page<'a> {
    form: &'a Form,
    /// A free line below each field.
    airy: bool,
    /// The lines that its fields need, where they are seen whole.
    needs: Vec<u16>,
}

impl<'a> Page<'a> {
    fn of(form: &'a Form, height: u16) -> Self {
        let long = form.fields.iter().filter(|(label, _)| is_long(*label)).count();
        let more = long.saturating_sub(1) * usize::from(line::LINES - 1);
        let lines = form.fields.len() * 2 + more + form.ticks.len() + 6;
        Self { form, airy: lines <= usize::from(height), needs: Vec::new() }
    }

    /// Every field with as many lines as what is typed in it needs.
    fn whole(self, ruler: Ruler, width: u16) -> Self {
        let room = usize::from(width.saturating_sub(1));
        let lines = |field: &Field| ruler.breaks(Shown::new(field.text()).as_str(), room).len();
        let needs = self
            .form
            .fields
            .iter()
            .map(|(_, field)| u16::try_from(lines(field)).unwrap_or(u16::MAX).min(line::LINES));
        Self { needs: needs.collect(), ..self }
    }

    fn rows(&self) -> usize {
        self.form.fields.len() + self.form.ticks.len()
    }

    /// The sentence of a decision has several lines, everything else has one.
    fn lines(&self, at: usize) -> u16 {
        let kept = match (self.form.fields.get(at), self.airy) {
            (Some((label, _)), true) if is_long(*label) => line::LINES,
            (Some((label, _)), false) if is_long(*label) => 2,
            _ => 1,
        };
        self.needs.get(at).map_or(kept, |needs| kept.max(*needs))
    }

    /// Whether a line is kept below a row, for its hint.
    fn is_spaced(&self, at: usize) -> bool {
        let field = at < self.form.fields.len();
        field && (self.airy || at == self.form.at && !self.hint(at).is_empty())
    }

    fn hint(&self, at: usize) -> &'static [Hint] {
        self.form.fields.get(at).map_or(&[], |(label, _)| hint(&self.form.purpose, *label))
    }

    /// What is said below the field with the cursor: what it will be taken for, then what it takes.
    fn below(&self, subject: Subject<'_>, at: usize) -> Vec<Piece> {
        let Some((label, field)) = self.form.fields.get(at) else { return Vec::new() };
        let said = meant::pieces(subject, &self.form.purpose, (*label, field.text()));
        let hints = self.hint(at).iter();
        let hints = hints.map(|hint| Piece::new(subject.says(hint), Role::Hint));
        said.into_iter().chain(hints).collect()
    }

    /// The first row that is drawn, so that the one with the cursor is seen with its hint.
    fn first_seen(&self, height: u16) -> usize {
        let lines = |at: usize| self.lines(at) + u16::from(self.is_spaced(at));
        let all: u16 = (0..self.rows()).map(lines).sum();
        if all <= height {
            return 0;
        }
        let mut first = self.form.at;
        let mut used = lines(first);
        while first > 0 && used + lines(first - 1) <= height {
            first -= 1;
            used += lines(first);
        }
        first
    }

    fn row(&self, pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, at: usize) {
        let here = at == self.form.at;
        if here {
            pen.text((area.x + 1, area.y), 1, ">", Role::Strong);
        }
        let tick = at.checked_sub(self.form.fields.len());
        if let Some((label, field)) = self.form.fields.get(at) {
            let name = subject.label(*label);
            let assumed = is_assumed(subject, &self.form.purpose, *label);
            let name = if assumed { format!("〔{name}〕") } else { name.to_owned() };
            field_row(pen, area, (&name, field, here));
        } else if let Some(tick) = tick.and_then(|tick| self.form.ticks.get(tick)) {
            let text = fields(area);
            pen.text((text.x, area.y), text.width, ticked(subject, tick), Role::Plain);
            if here {
                pen.focus(text.x + 1, area.y);
            }
        }
    }
}

/// Whether a field holds a whole sentence.
const fn is_long(label: Label) -> bool {
    matches!(label, Label::Text | Label::Prepared | Label::InPapers)
}

/// `[x] 昆仑路学校`
fn ticked(subject: Subject<'_>, tick: &Tick) -> String {
    format!("[{}] {}", if tick.on { 'x' } else { ' ' }, ticked_name(subject, tick))
}

/// What is ticked, by name.
pub(super) fn ticked_name<'t>(subject: Subject<'_>, tick: &'t Tick) -> &'t str {
    match &tick.of {
        Ticked::Member(name) => name.as_str(),
        Ticked::Preliminary => subject.sign(Sign::Preliminary),
        Ticked::Pinned => subject.sign(Sign::Pinned),
    }
}

/// What is odd about the figure that is typed, said before it is saved.
fn cautions(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, form: &Form) {
    let said = doubts(subject, form).into_iter();
    let pieces: Vec<Piece> = said.map(|text| Piece::new(text, Role::Behind)).collect();
    strip::pieces(pen, area, &pieces);
}

/// The same as texts; none for a form without a figure.
pub(super) fn doubts(subject: Subject<'_>, form: &Form) -> Vec<String> {
    let (target, revised) = match &form.purpose {
        Purpose::Read { target } => (*target, None),
        Purpose::Revise { record } => match subject.state().target_of(record) {
            Some(target) => (target, Some(record)),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let (value, period) = (form.text(Label::Value), form.text(Label::Period));
    if value.is_empty() {
        return Vec::new();
    }
    let reason = form.text(Label::Reason);
    let reason = if reason.is_empty() { String::new() } else { format!(" 原因：{reason}") };
    let typed = format!("{target}={value} {period}{reason}");
    let understood = match revised {
        Some(record) => understood_over(subject.session, record, &typed),
        None => understood_on(subject.session, &[], &typed),
    };
    let said = |caution: &Caution| match caution {
        Caution::SayWhy => Caution::SayWhyHere.text(subject.lang()),
        other => other.text(subject.lang()),
    };
    understood.cautions.iter().map(said).collect()
}

/// The sentence as it was spoken or typed, beside the one that is recorded.
fn said(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, purpose: &Purpose) {
    let Some(said) = spoken(subject, purpose).filter(|_| area.height > 0) else { return };
    let label = subject.label(Label::Said);
    pen.text((list::inner(area).x, area.y), LABEL, label, Role::Hint);
    pen.wrapped(fields(area), said, Role::Hint);
}

/// What was said before it became the sentence that is being changed.
fn spoken<'s>(subject: Subject<'s>, purpose: &Purpose) -> Option<&'s str> {
    let Purpose::Decide { change: Some(id), .. } = purpose else { return None };
    let decision = subject.state().ledger.decisions.get(id)?;
    Some(decision.said.as_str()).filter(|said| !said.is_empty())
}

/// Whether what a field holds was never said: the lead or the due of a decision, assumed.
pub(super) fn is_assumed(subject: Subject<'_>, purpose: &Purpose, label: Label) -> bool {
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
    pen.text((inner.x, area.y), LABEL, label, role);
    if area.height > 1 {
        line::several(pen, fields(area), field, here);
    } else {
        line::one(pen, fields(area), field, here);
    }
}

/// What a field takes.
pub(super) fn hint(purpose: &Purpose, label: Label) -> &'static [Hint] {
    match (label, purpose) {
        (Label::Reason, Purpose::Light { .. }) => &[Hint::WhySet],
        (Label::Reason, Purpose::Read { .. }) => &[Hint::WhyFalls],
        (Label::Text | Label::Done, _) => &[Hint::OneSentence],
        (Label::InPapers, Purpose::Item { .. }) => &[Hint::ItemInPapers],
        (Label::InPapers, Purpose::Correct { of: Sealed::Meeting(_) }) => &[Hint::ItemsInPapers],
        (Label::InPapers, _) => &[Hint::InPapers],
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

fn keys_of(form: &Form) -> &'static [Hint] {
    match form.purpose {
        Purpose::Open => &[Hint::OpenNow, Hint::Move, Hint::Leave],
        Purpose::Correct { .. } => &[Hint::SaveF2, Hint::OnlyChanged, Hint::Move, Hint::Leave],
        Purpose::Account { .. } => &[Hint::SaveReason, Hint::Leave],
        Purpose::Read { .. } if form.at < ENOUGH => &[Hint::SaveNow, Hint::Move, Hint::Leave],
        _ if form.at >= form.fields.len() => &[Hint::SaveF2, Hint::Tick, Hint::Move, Hint::Leave],
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

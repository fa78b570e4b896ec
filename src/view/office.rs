//! 发言卡: what an office answers for when it speaks. Its figures then and now, its last promise in its
//! own words, what is due.

use ratatui::layout::Rect;

use super::brief::Ends;
use super::canvas::Pen;
use super::empty;
use super::list::{self, Line as Slot, Lines};
use super::panes;
use super::status::WIDE;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::{Binding, rows};
use crate::judge::Card;
use crate::judge::card::Line;
use crate::ledger::{Reading, RecordId, sentence};
use crate::plan::{Party, Place};
use crate::words::empty::Onward;
use crate::words::{Hint, Label, Seen, Sign};

/// The columns that say how far a figure is: no bar, what it was and is stands beside it.
const WAY: u16 = 10;

/// Draws the card of an office with the cursor on one of its decisions.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, (party, cursor): (&Party, usize)) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    let card = subject.session.card(party);
    let party = &card.party;
    let area = strip::foot(pen, area, subject, &hints(subject));
    let mut head = strip::flowing(pen.ruler(), line.width, name(subject, party));
    head.extend(strip::flowing(pen.ruler(), line.width, [supports(subject, &card.supports)]));
    let mut y = area.y;
    for strip in head.iter().take(usize::from(area.height / 4)) {
        strip.draw(pen, Rect { y, ..line });
        y += 1;
    }
    let end = area.bottom();
    let rest = |y: u16| Rect { y, height: end.saturating_sub(y), ..area };
    y = figures(pen, rest(y + 1), subject, &card);
    y = promise(pen, rest(y), subject, &card);
    decisions(pen, rest(y), subject, (&card, cursor));
}

/// The keys; F2 only where a row is talked about, and no line of the card for one more hint.
pub(super) fn hints(subject: Subject<'_>) -> Vec<Hint> {
    let bound = matches!(&subject.seat.line.binding, Binding::Rows(rows) if !rows.is_empty());
    let assigns = bound && subject.session.meeting().is_some();
    let assign = assigns.then_some(Hint::AssignRow);
    let all = (subject.seat.size.0 >= 76).then_some(Hint::AllOfOffice);
    let keys = assign.into_iter().chain([Hint::NextOffice, Hint::Act]);
    keys.chain(all).chain([Hint::Leave]).collect()
}

/// Its short and full name, and whether it is here.
pub(super) fn name(subject: Subject<'_>, party: &Party) -> Vec<Piece> {
    let office = party.key().and_then(|key| subject.session.plan.roster.offices.get(key));
    let full = match office {
        Some(office) => office.full.as_str(),
        None => subject.sign(Sign::NoSuchOffice),
    };
    let here = subject.session.meeting().and_then(|meeting| meeting.attendance.get(party));
    let state = here.map_or("", |here| here.state.word().text(subject.lang()));
    let instead = here.map(|here| here.substitute.clone()).unwrap_or_default();
    let mut pieces = vec![
        Piece::new(format!("{}  {full}", party.name()), Role::Strong),
        Piece::new(state, Role::Plain),
        Piece::signed(subject, Sign::Substitute, instead),
    ];
    if let Binding::Rows(rows) = &subject.seat.line.binding
        && subject.session.meeting().is_some()
    {
        let rows: Vec<String> = rows.iter().map(|row| subject.row(*row)).collect();
        pieces.push(Piece::labelled(subject, Label::Item, rows.join("  ")));
    }
    pieces
}

pub(super) fn supports(subject: Subject<'_>, rows: &[Place]) -> Piece {
    let names: Vec<String> = rows.iter().map(|place| subject.row(*place)).collect();
    Piece::signed(subject, Sign::Supports, names.join("  "))
}

/// The rows that it leads: then, now, and the gap. Gives the line after them.
fn figures(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, card: &Card<'_>) -> u16 {
    let most = usize::from(area.height * 2 / 5).max(2);
    let columns = Columns::over(list::inner(area), &figure_widths(area.width, subject));
    pen.text((area.x + 1, area.y), area.width, subject.label(Label::Leads), Role::Title);
    if card.rows.is_empty() {
        let at = (list::inner(area).x, area.y + 1);
        pen.text(
            at,
            area.width,
            empty::text(subject, subject.sign(Sign::LeadsNothing), &[Onward::NextOffice]),
            Role::Hint,
        );
        return area.y + 3;
    }
    let hint = |sign| Cell::new(subject.sign(sign), Role::Hint).right();
    let blank = || Cell::plain("");
    columns.write(
        pen,
        area.y,
        &[
            blank(),
            blank(),
            Cell::new(subject.label(Label::Goal), Role::Hint).right(),
            hint(Sign::LastTerm),
            hint(Sign::ThisTerm),
            hint(Sign::Gap),
        ],
    );
    let mut y = area.y + 1;
    let shown = if card.rows.len() > most { most - 1 } else { card.rows.len() };
    for row in &card.rows[..shown] {
        columns.write(pen, y, &cells(subject, row));
        y += 1;
    }
    if shown < card.rows.len() {
        let count = (card.rows.len() - shown).to_string();
        let more = Seen::More { count }.text(subject.lang());
        pen.text((list::inner(area).x, y), area.width, more, Role::Hint);
        y += 1;
    }
    y + 1
}

fn figure_widths(width: u16, subject: Subject<'_>) -> [Width; 7] {
    let reading = match width {
        WIDE.. => 20,
        70.. => 14,
        _ => 10,
    };
    [
        Width::Is(6),
        Width::Rest,
        Width::only(width >= WIDE, 14),
        Width::Is(reading),
        Width::Is(reading),
        Width::only(width >= 70, WAY),
        subject.light_width(),
    ]
}

pub(super) fn cells<'t>(subject: Subject<'t>, line: &Line<'t>) -> Vec<Cell<'t>> {
    let Some(target) = line.target else {
        let title = subject.session.plan.find(line.row).map_or("", |found| found.short());
        let none = Cell::new(subject.sign(Sign::NoNumber), Role::Hint).right();
        return vec![Cell::plain(line.row.to_string()), Cell::plain(title), none];
    };
    let reading = |reading: Option<&Reading>| match reading {
        Some(reading) => {
            let months = sentence::months(reading.period, subject.lang());
            Seen::ReadingOf { value: target.measured(reading.value), months }.text(subject.lang())
        }
        None => "-".to_owned(),
    };
    let (light, role) =
        line.light.as_ref().map(|(light, _)| subject.light(*light)).unwrap_or_default();
    let name = if target.short.is_empty() { &target.metric } else { &target.short };
    vec![
        Cell::plain(target.id.to_string()),
        Cell::plain(name.as_str()),
        Cell::plain(subject.goal(target)).right(),
        Cell::plain(reading(line.last.as_deref())).right().ending(Ends::Word),
        Cell::new(reading(line.now.as_deref()), Role::Strong).right().ending(Ends::Word),
        Cell::plain(subject.way(target, usize::from(WAY))),
        Cell::new(light, role),
    ]
}

/// What it promised last, in its words. Gives the line after it.
fn promise(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, card: &Card<'_>) -> u16 {
    let Some(promise) = card.promise.as_ref().filter(|_| area.height > 3) else { return area.y };
    let (due, due_role) = subject.due(&promise.standing.due);
    let (light, role) = subject.decision_light(&promise.record, &promise.standing);
    let title = Piece::new(subject.label(Label::Promise), Role::Title);
    let made = subject.held(&promise.record.snapshot);
    let pieces = [
        title,
        Piece::new(made, Role::Plain),
        Piece::new(subject.record(&promise.record), Role::Hint),
        Piece::labelled(subject, Label::Due, due).role(due_role),
        Piece::new(light, role),
    ];
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, line, &pieces);
    let inner = list::inner(area);
    let text = Seen::Quoted { text: promise.standing.text.clone() }.text(subject.lang());
    let quoted: Vec<Strip> = strip::wrapped(pen.ruler(), inner.width, &text);
    let mut y = area.y + 1;
    for strip in quoted.iter().take(usize::from(area.height / 4).max(1)) {
        strip.draw(pen, Rect { y, height: 1, ..inner });
        y += 1;
    }
    y + 1
}

/// What is due, then what else is open.
fn decisions(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (card, cursor): (&Card<'_>, usize),
) {
    let panes = rows::panes(subject.session, subject.seat.screen());
    pen.focus(list::inner(area).x, area.y);
    if panes.is_empty() {
        let at = (list::inner(area).x, area.y);
        pen.text(
            at,
            area.width,
            empty::text(subject, subject.sign(Sign::NoDecisionsOpen), empty::RECORD),
            Role::Hint,
        );
        return;
    }
    let ids: Vec<&RecordId> = card.due.iter().chain(&card.open).collect();
    let slots = panes::slots(&panes, area.height, |_| 1);
    let about = Width::only(area.width >= 70, 16);
    let number = subject.number_width(6);
    let widths = [number, Width::Rest, about, Width::Is(10), subject.light_width()];
    let columns = Columns::over(list::inner(area), &widths);
    let lines = Lines { panes: &panes, slots: &slots, cursor: Some(cursor) };
    list::draw(pen, area, &lines, |pen, y, slot| match slot {
        Slot::Heading(label) => {
            pen.text((area.x + 1, y), area.width, subject.label(label), Role::Title);
        }
        Slot::Row(_, row, _) => {
            if let Some(cells) = ids.get(row).and_then(|id| decision(subject, card, id)) {
                columns.write(pen, y, &cells);
            }
        }
    });
}

fn decision<'t>(subject: Subject<'t>, card: &Card<'_>, id: &RecordId) -> Option<[Cell<'t>; 5]> {
    let standing = subject.state().standing(id)?;
    let (due, due_role) = subject.due_day(&standing.due);
    let (light, role) = subject.decision_light(id, &standing);
    let roster = &subject.session.plan.roster;
    let leads = standing.lead.iter().any(|lead| roster.is_same(lead, &card.party));
    let leads = if leads { Sign::Leads } else { Sign::Supports };
    let made = subject.state().ledger.decisions.get(id);
    let about = made.and_then(|made| made.about.first()).map(|about| subject.about(about));
    Some([
        Cell::plain(subject.record(id)),
        Cell::plain(format!("{}  {}", subject.sign(leads), standing.text)),
        Cell::plain(about.unwrap_or_default()),
        Cell::new(due, due_role),
        Cell::new(light, role),
    ])
}

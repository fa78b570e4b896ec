//! 任务详情: what was promised in its own words, what was reported, what was decided about it.
//!
//! A measure is drawn verbatim and whole, wrapped as Chinese is set; it is never shortened.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::chart;
use super::empty;
use super::list::{self, Lines};
use super::panes;
use super::standing;
use super::status::WIDE;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::{Subject, names};
use super::table::{Cell, Columns, Width};
use super::why;
use super::width::Ruler;
use crate::app::{Pane, Stop, look, rows};
use crate::ledger::RecordId;
use crate::plan::{Found, Place, Target, Task};
use crate::words::joint::Aside;
use crate::words::{Label, Sign};

/// Draws a task with the cursor on one of its rows.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, (place, cursor): (Place, usize)) {
    let Some(Found::Task(task)) = subject.session.plan.find(place) else { return };
    let area = why::foot(pen, area, subject, 16);
    let head = head(pen, area, subject, task).min(area.height);
    let body = Rect { y: area.y + head, height: area.height - head, ..area };
    let panes = rows::panes(subject.session, subject.seat.screen());
    let page = Page { subject, cursor };
    let split = panes.iter().position(|pane| pane.label != Label::Measures);
    let end = match split.filter(|split| area.width >= WIDE && *split > 0) {
        Some(split) => {
            let half = body.width / 2;
            pen.upright(Rect { x: body.x + half, width: 1, ..body });
            page.column(pen, Rect { width: half, ..body }, &panes[..split]);
            let right = Rect { x: body.x + half + 1, width: body.width - half - 1, ..body };
            page.column(pen, right, &panes[split..])
        }
        None => page.column(pen, body, &panes),
    };
    let has = |label| panes.iter().any(|pane| pane.label == label);
    let mut left = end;
    if !has(Label::Decisions) && end.height > 1 {
        let at = (list::inner(end).x, end.y + 1);
        pen.text(
            at,
            end.width,
            empty::text(subject, subject.sign(Sign::NoDecisionsHere), empty::RECORD),
            Role::Hint,
        );
        left = Rect { y: end.y + 2, height: end.height - 2, ..end };
    }
    chart::draw(pen, left, subject, pictured(subject, task));
}

/// The targets of which one is drawn: that of the row with the cursor before all others.
fn pictured<'a>(subject: Subject<'a>, task: &'a Task) -> impl Iterator<Item = &'a Target> {
    let here = look::stop(subject.session, subject.seat).and_then(|stop| match stop {
        Stop::Row(place) => Some(look::targets_at(subject.session, place)),
        _ => None,
    });
    let here = here.unwrap_or_default();
    let first: Vec<&Target> = task.targets().filter(|target| here.contains(&target.id)).collect();
    first.into_iter().chain(task.targets())
}

/// Title, where it belongs, how it stands, who has it since when. Gives the lines used.
fn head(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, task: &Task) -> u16 {
    let (x, width) = (area.x + 1, area.width.saturating_sub(2));
    let section = task.id.in_section().map(|section| subject.row(section)).unwrap_or_default();
    let title = format!("{} {}", task.id, task.title);
    let used = pen.text((x, area.y), width, format!("{section} > "), Role::Hint);
    pen.text((x + used, area.y), width - used, title, Role::Strong);
    if area.height > 1 {
        let (light, role) = subject.light_of(task.id);
        let mut who = who(subject, task.id);
        who.insert(0, Piece::new(light, role));
        strip::pieces(pen, Rect { x, y: area.y + 1, width, height: 1 }, &who);
    }
    2 + u16::from(area.height > 16)
}

/// Lead, support, sponsor, person and due of a row, each behind its label.
pub(super) fn who(subject: Subject<'_>, place: Place) -> Vec<Piece> {
    let Some(assignment) = subject.session.assignment(place) else {
        return vec![Piece::new(subject.sign(Sign::NotAssigned), Role::Hint)];
    };
    let due = assignment.due.map(|due| subject.day(due)).unwrap_or_default();
    vec![
        Piece::labelled(subject, Label::Lead, names(&assignment.lead)),
        Piece::labelled(subject, Label::Support, names(&assignment.support)),
        Piece::labelled(subject, Label::Sponsor, assignment.sponsor.clone()),
        Piece::labelled(subject, Label::Person, assignment.person.clone()),
        Piece::labelled(subject, Label::Due, due),
        Piece::labelled(subject, Label::Since, subject.day(assignment.since)),
    ]
}

/// The task while it is drawn.
#[derive(Clone, Copy)]
struct Page<'a> {
    subject: Subject<'a>,
    cursor: usize,
}

/// A row as it is drawn: its number, and its lines.
struct Block {
    number: String,
    lines: Vec<Strip>,
}

impl Page<'_> {
    /// Draws some of the panes under each other. Gives what is left below them.
    fn column(self, pen: &mut Pen<'_>, area: Rect, panes: &[Pane]) -> Rect {
        let (ruler, first) = (pen.ruler(), panes.first().map_or(0, |pane| pane.rows.start));
        let rows = panes.iter().flat_map(|pane| pane.rows.clone());
        let blocks: Vec<Block> = rows.map(|row| self.block(ruler, text_area(area), row)).collect();
        let block = |row: usize| blocks.get(row - first);
        let slots =
            panes::slots(panes, area.height, |row| block(row).map_or(1, |block| block.lines.len()));
        let mine = panes.iter().any(|pane| pane.rows.contains(&self.cursor));
        let lines = Lines { panes, slots: &slots, cursor: mine.then_some(self.cursor) };
        let end = list::draw(pen, area, &lines, |pen, y, line| match line {
            list::Line::Heading(label) => {
                let at = (area.x + 1, y);
                pen.text(at, area.width, self.subject.label(label), Role::Title);
            }
            list::Line::Row(_, row, line) => {
                let Some(block) = block(row) else { return };
                if line == 0 {
                    pen.text((list::inner(area).x, y), NUMBER, &block.number, Role::Plain);
                }
                let strip = Rect { y, height: 1, ..text_area(area) };
                block.lines.get(line).into_iter().for_each(|line| line.draw(pen, strip));
            }
        });
        Rect { y: end, height: area.bottom().saturating_sub(end), ..area }
    }

    fn block(self, ruler: Ruler, area: Rect, row: usize) -> Block {
        match rows::at(self.subject.session, self.subject.seat.screen(), row) {
            Some(Stop::Row(place)) => match self.subject.session.plan.find(place) {
                Some(Found::Measure(measure)) => Block {
                    number: place.to_string(),
                    lines: strip::wrapped(ruler, area.width, &measure.text),
                },
                Some(Found::Target(target)) => {
                    Block { number: place.to_string(), lines: self.target(ruler, area, target) }
                }
                _ => Block { number: place.to_string(), lines: Vec::new() },
            },
            Some(Stop::Decision(id)) => self.decision(ruler, area, &id),
            _ => Block { number: String::new(), lines: Vec::new() },
        }
    }

    /// Metric, goal and light; below them, once there are any, the readings.
    fn target(self, ruler: Ruler, area: Rect, target: &Target) -> Vec<Strip> {
        let subject = self.subject;
        let (light, role) = subject.light_of(target.id);
        let columns = Columns::over(area, &[Width::Rest, Width::Is(14), subject.light_width()]);
        let name = Cell::plain(target.metric.clone());
        let goal = Cell::new(subject.goal(target), Role::Strong).right();
        let mut lines = vec![Strip::Cells(columns, vec![name, goal, Cell::new(light, role)])];
        if subject.latest(target).is_some() {
            let period = subject.latest_period(target);
            let text = subject.latest_value(target);
            let latest = Aside::Beside { text, aside: period }.text(subject.lang());
            let pieces = [
                Piece::labelled(subject, Label::Latest, latest),
                Piece::new(subject.way(target, usize::from(area.width.min(WAY))), Role::Plain),
                Piece::new(subject.written(target).unwrap_or_default(), Role::Behind),
                Piece::new(subject.corrected(target).unwrap_or_default(), Role::Plain),
                Piece::signed(subject, Sign::Last, subject.trail(target)),
            ];
            lines.extend(strip::flowing(ruler, area.width, pieces));
        }
        let amended = subject.amended(target.id).map(|text| Piece::new(text, Role::Plain));
        lines.extend(strip::flowing(ruler, area.width, amended));
        lines
    }

    /// The sentence in force, whole; below it who, by when and how it stands.
    fn decision(self, ruler: Ruler, area: Rect, id: &RecordId) -> Block {
        let (subject, number) = (self.subject, self.subject.record(id));
        let Some(standing) = subject.state().standing(id) else {
            return Block { number, lines: Vec::new() };
        };
        let mut lines = strip::wrapped(ruler, area.width, &standing.text);
        let pieces = standing::pieces(subject, id, &standing);
        lines.extend(strip::flowing(ruler, area.width, pieces));
        Block { number, lines }
    }
}

/// Room for a bar with its figures.
const WAY: u16 = 38;

/// Room for the number of a row or a record.
const NUMBER: u16 = 6;

/// Where the text of rows stands: right of their numbers.
fn text_area(area: Rect) -> Rect {
    let inner = list::inner(area);
    let left = (NUMBER + 1).min(inner.width);
    Rect { x: inner.x + left, width: inner.width - left, ..inner }
}

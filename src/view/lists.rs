//! 会前三张单: what is behind, what was left open, what was not reported; and the one key that makes an
//! agenda of them.

use ratatui::layout::Rect;

use super::brief::Ends;
use super::canvas::Pen;
use super::empty;
use super::list::{self, Line, Lines};
use super::panes;
use super::status::WIDE;
use super::strip;
use super::style::Role;
use super::subject::{Subject, names};
use super::table::{Cell, Columns, Width};
use crate::app::agenda::{self, Source, order::Agenda};
use crate::app::rows;
use crate::judge::{Lists, Point, Subject as About};
use crate::ledger::ItemState;
use crate::plan::Found;
use crate::words::empty::Onward;
use crate::words::{Hint, Label, Seen, Sign};

/// Draws the lists with the cursor on a row.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let area = strip::foot(pen, area, subject, &HINTS);
    let lists = subject.session.lists();
    let panes = rows::panes(subject.session, subject.seat.screen());
    let slots = panes::slots(&panes, area.height, |_| 1);
    let wide = area.width >= WIDE;
    let why = if wide { subject.fit(24, 26) } else { Width::Is(18) };
    let office = Width::only(area.width >= 70, 10);
    let columns = |number| {
        let widths = [number, Width::Rest, office, subject.light_width(), why];
        Columns::over(list::inner(area), &widths)
    };
    let (of_rows, of_decisions) = (columns(Width::Is(6)), columns(subject.number_width(6)));
    let lines = Lines { panes: &panes, slots: &slots, cursor: Some(cursor) };
    list::draw(pen, area, &lines, |pen, y, line| match line {
        Line::Heading(Label::Agenda) => {}
        Line::Heading(label) => heading(pen, Rect { y, height: 1, ..area }, subject, label, lists),
        Line::Row(Label::Agenda, ..) => build(pen, Rect { y, height: 1, ..area }, subject),
        Line::Row(_, row, _) => {
            if let Some(point) = lists.points().nth(row - 1) {
                let about_row = matches!(point.about, About::Row(_));
                let columns = if about_row { &of_rows } else { &of_decisions };
                columns.write(pen, y, &cells(subject, point));
            }
        }
    });
    if lists.is_empty() {
        let at = (list::inner(area).x, area.y + 2);
        pen.text(
            at,
            area.width,
            empty::text(
                subject,
                subject.sign(Sign::NothingToTalkOf),
                &[Onward::OpenMeeting, Onward::Back],
            ),
            Role::Good,
        );
    }
}

pub(super) const HINTS: [Hint; 3] = [Hint::BuildAgenda, Hint::OpenRow, Hint::Leave];

fn heading(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, label: Label, lists: &Lists) {
    let count = match label {
        Label::Behind => lists.behind.len(),
        Label::LeftOpen => lists.decisions.len(),
        _ => lists.unreported.len(),
    };
    let sign = subject.label(label).to_owned();
    let heading = Seen::Counted { sign, count: count.to_string() }.text(subject.lang());
    pen.text((area.x + 1, area.y), area.width, heading, Role::Title);
}

/// What the agenda would be.
fn build(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let agenda = agenda::agenda(subject.session, Source::Lists, "", subject.lang());
    let text = Seen::Builds { count: spoken(&agenda).to_string() }.text(subject.lang());
    pen.text((list::inner(area).x, area.y), list::inner(area).width, text, Role::Strong);
}

/// How many items are talked about.
fn spoken(agenda: &Agenda) -> usize {
    agenda.values().filter(|item| item.state != ItemState::Written).count()
}

/// The number of what is talked about, and its name.
pub(super) fn named(subject: Subject<'_>, point: &Point) -> (String, String) {
    match &point.about {
        About::Row(place) => {
            let found = subject.session.plan.find(*place);
            let short = found.map_or_else(String::new, |found| found.short().to_owned());
            let task = place.in_task().and_then(|task| subject.session.plan.find(task));
            let text = match (found, task.map(Found::short)) {
                (Some(Found::Target(_)), Some(task)) => format!("{short}  {task}"),
                _ => short,
            };
            (place.to_string(), text)
        }
        About::Decision(id) => {
            let standing = subject.state().standing(id);
            (subject.record(id), standing.map(|now| now.text).unwrap_or_default())
        }
    }
}

pub(super) fn cells<'t>(subject: Subject<'t>, point: &Point) -> [Cell<'t>; 5] {
    let (number, text) = named(subject, point);
    let (light, role) = subject.light(point.light);
    let nobody = subject.sign(Sign::NotAssigned);
    let lead = if point.lead.is_empty() {
        Cell::new(nobody, Role::Hint)
    } else {
        Cell::plain(names(&point.lead))
    };
    [
        Cell::plain(number),
        Cell::plain(text),
        lead,
        Cell::new(light, role),
        Cell::plain(point.why.text(subject.lang())).ending(Ends::Clause),
    ]
}

//! 单位: what an office leads, where it helps, and its decisions that are not over.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list;
use super::panes;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::ledger::Assignment;
use crate::plan::Party;
use crate::words::{Label, Sign};

/// Draws an office with the cursor on one of its decisions.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, (party, cursor): (&Party, usize)) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    let mut rows = strip::flowing(pen.ruler(), line.width, [name(subject, party)]);
    rows.extend(held(pen, line.width, subject, party));
    rows.truncate(usize::from(area.height / 3));
    for (y, row) in (area.y..area.bottom()).zip(&rows) {
        row.draw(pen, Rect { y, ..line });
    }
    let used = u16::try_from(rows.len()).unwrap_or(0) + 1;
    let list = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    pen.focus(list::inner(list).x, list.y);
    decisions(pen, list, subject, (party, cursor));
}

/// Its short and full name.
fn name(subject: Subject<'_>, party: &Party) -> Piece {
    let office = party.key().and_then(|key| subject.session.plan.roster.offices.get(key));
    let full = match office {
        Some(office) => office.full.as_str(),
        None => subject.sign(Sign::NoSuchOffice),
    };
    Piece::new(format!("{}  {full}", party.name()), Role::Strong)
}

/// The rows that it leads, and those on which it helps.
fn held(pen: &Pen<'_>, width: u16, subject: Subject<'_>, party: &Party) -> Vec<Strip> {
    let state = subject.state();
    let now =
        state.ledger.assignments.iter().filter_map(|(row, all)| {
            state.latest(all).map(|(_, assignment)| (row.place, assignment))
        });
    let now: Vec<_> = now.collect();
    let part = |sign, has: fn(&Assignment) -> &Vec<Party>| {
        let rows = now.iter().filter(|(_, assignment)| has(assignment).contains(party));
        let names: Vec<String> = rows.map(|(place, _)| subject.row(*place)).collect();
        let names = if names.is_empty() { "-".to_owned() } else { names.join("  ") };
        Piece::signed(subject, sign, names)
    };
    let leads = part(Sign::Leads, |assignment| &assignment.lead);
    let supports = part(Sign::Supports, |assignment| &assignment.support);
    let ruler = pen.ruler();
    [leads, supports].into_iter().flat_map(|piece| strip::flowing(ruler, width, [piece])).collect()
}

fn decisions(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (party, cursor): (&Party, usize),
) {
    let ids = subject.session.index.of(party);
    pen.text((area.x + 1, area.y), area.width, subject.label(Label::Decisions), Role::Title);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if ids.is_empty() {
        let at = (list::inner(list).x, list.y);
        pen.text(at, list.width, subject.sign(Sign::NoDecisionsOpen), Role::Hint);
    }
    let widths = [Width::Is(6), Width::Rest, Width::Is(16), Width::Is(10), subject.light_width()];
    let columns = Columns::over(list::inner(list), &widths);
    let seen = panes::window(ids.len(), list.height, &(cursor..cursor + 1));
    for (y, row) in (list.y..list.bottom()).zip(seen) {
        let Some(standing) = subject.state().standing(&ids[row]) else { continue };
        let (due, due_role) = subject.due_day(&standing.due);
        let (light, role) = subject.decision_light(&standing);
        let leads = if standing.lead.contains(party) { Sign::Leads } else { Sign::Supports };
        let made = subject.state().ledger.decisions.get(&ids[row]);
        let about = made.and_then(|made| made.about.first()).map(|about| subject.about(about));
        let text = format!("{}  {}", subject.sign(leads), standing.text);
        let cells = [
            Cell::plain(subject.record(&ids[row])),
            Cell::plain(text),
            Cell::plain(about.unwrap_or_default()),
            Cell::new(due, due_role),
            Cell::new(light, role),
        ];
        columns.write(pen, y, &cells);
        if row == cursor {
            list::mark(pen, list, y, true);
        }
    }
}

//! 待定: what is to be settled, with how it stands, this meeting's and earlier ones'.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list;
use super::panes;
use super::strip;
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::pointer::Touch;
use crate::words::empty::Onward;
use crate::words::{Hint, Label, Seen, Sign};

/// Draws the decisions with the cursor on one.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let ids = subject.session.index.pending();
    let sign = subject.label(Label::Pending).to_owned();
    let heading = Seen::Named { sign, count: ids.len().to_string() }.text(subject.lang());
    pen.text((area.x + 1, area.y), area.width, heading, Role::Title);
    let keys = Rect { x: area.x + 1, y: area.bottom() - 1, width: area.width - 2, height: 1 };
    strip::hints(pen, keys, subject, hints(subject));
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(3), ..area };
    pen.focus(list::inner(list).x, list.y);
    if ids.is_empty() {
        let at = (list::inner(list).x, list.y);
        pen.text(
            at,
            list.width,
            empty::text(subject, subject.sign(Sign::NothingPending), &[Onward::Back]),
            Role::Good,
        );
    }
    let (wide, who) = (area.width >= 100, if area.width >= 76 { 12 } else { 8 });
    let number = subject.number_width(6);
    let widths = [number, Width::Rest, Width::only(wide, 18), Width::Is(who), Width::Is(10)];
    let columns = Columns::over(list::inner(list), &widths);
    let cursor = cursor.min(ids.len().saturating_sub(1));
    let seen = panes::window(ids.len(), list.height, &(cursor..cursor + 1));
    for (y, row) in (list.y..list.bottom()).zip(seen) {
        let Some(standing) = subject.state().standing(&ids[row]) else { continue };
        let (lead, lead_role) = subject.lead(&ids[row], &standing);
        let (due, due_role) = subject.due(&standing.due);
        let made = subject.state().ledger.decisions.get(&ids[row]);
        let about = made.and_then(|made| made.about.first()).map(|about| subject.about(about));
        let cells = [
            Cell::plain(subject.record(&ids[row])),
            Cell::plain(standing.text),
            Cell::plain(about.unwrap_or_default()),
            Cell::new(lead, lead_role),
            Cell::new(due, due_role),
        ];
        columns.write(pen, y, &cells);
        pen.touch(Rect { y, height: 1, ..list }, Touch::Row(row));
        if row == cursor {
            list::mark(pen, list, y, true);
        }
    }
}

/// What the keys do.
pub(super) fn hints(subject: Subject<'_>) -> &'static [Hint] {
    match subject.session.index.pending() {
        [] => &[Hint::Leave],
        _ => &[Hint::SettleAsIs, Hint::SettleElse, Hint::Leave],
    }
}

//! Beside the page: which papers there are, and the record of which the line with the cursor tells.

use ratatui::layout::Rect;

use crate::app::preview::{Kind, Laid, Preview};
use crate::app::seat::Hands;
use crate::ledger::RecordId;
use crate::view::canvas::Pen;
use crate::view::records;
use crate::view::strip;
use crate::view::style::Role;
use crate::view::subject::Subject;
use crate::words::preview::Beside;

/// Draws both, the papers above.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (shown, laid): (&Preview, Option<&Laid>),
) {
    let mut y = area.y + 1;
    heading(pen, Rect { y, ..area }, subject, Beside::Papers);
    // Whoever only reads has the one that was opened.
    let reads = subject.seat.hands == Hands::Read;
    for kind in Kind::ALL.into_iter().filter(|kind| !reads || *kind == shown.paper) {
        y += 1;
        let here = kind == shown.paper;
        let (mark, role) = if here { (">", Role::Strong) } else { (" ", Role::Plain) };
        pen.text((area.x, y), 1, mark, role);
        pen.text((area.x + 2, y), area.width - 2, kind.name(subject.lang()), role);
    }
    let Some(record) = laid.and_then(|laid| laid.record(shown.cursor)) else { return };
    let below = Rect { y: y + 2, height: area.bottom().saturating_sub(y + 2), ..area };
    told(pen, below, subject, record);
}

/// The record as it stands, wherever the paper words it otherwise.
fn told(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, id: &RecordId) {
    let Some(standing) = subject.state().standing(id) else { return };
    heading(pen, area, subject, Beside::AtCursor);
    let number = subject.record(id);
    pen.text((area.x, area.y + 1), area.width, number, Role::Strong);
    let rest = area.height.saturating_sub(2);
    let text = Rect { y: area.y + 2, height: rest.min(8), ..area };
    let used = pen.wrapped(text, standing.text.as_str(), Role::Plain);
    let lines = strip::flowing(pen.ruler(), area.width, records::who(subject, id, &standing));
    for (y, line) in (text.y + used..area.bottom()).zip(lines) {
        line.draw(pen, Rect { y, height: 1, ..area });
    }
}

fn heading(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, said: Beside) {
    pen.text((area.x, area.y), area.width, said.text(subject.lang()), Role::Title);
}

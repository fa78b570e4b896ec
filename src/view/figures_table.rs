//! 报数表: what a table would record, beside what stands now; what is wrong with its lines comes first.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::list::{self, Line, Lines};
use super::panes;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use crate::app::page::Figures;
use crate::app::rows;
use crate::app::sheet::{Understood, readings};
use crate::ledger::Reading;
use crate::words::{Do, Hint, Joint, Label, Seen, Sign};

/// Draws the table with the cursor on a line.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, figures: &Figures) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    let name = Piece::new(figures.name.as_str(), Role::Strong);
    let title = Piece::new(Do::Figures.text(subject.lang()), Role::Title);
    strip::pieces(pen, line, &[title, name, Piece::new(figures.read_as.as_str(), Role::Hint)]);
    let area = strip::foot(pen, area, subject, hints(figures));
    let list = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    pen.focus(list::inner(list).x, list.y);
    match &figures.found {
        Err(why) => {
            pen.wrapped(list::inner(list), why.text(subject.lang()), Role::Behind);
        }
        Ok(found) => {
            strip::pieces(pen, Rect { y: area.y + 1, ..line }, &counts(subject, found));
            lines(pen, list, subject, (found, figures.cursor));
        }
    }
}

/// What the keys do: a table in which a line is wrong is not recorded.
pub(super) fn hints(figures: &Figures) -> &'static [Hint] {
    let found = figures.found.as_ref();
    let ready = found.is_ok_and(|found| found.faults.is_empty() && !found.changes.is_empty());
    if ready { &[Hint::RecordTable, Hint::Leave] } else { &[Hint::Leave] }
}

pub(super) fn counts(subject: Subject<'_>, found: &Understood<Reading>) -> Vec<Piece> {
    let count = |sign: Sign, count: usize, role| {
        let (sign, count) = (subject.sign(sign).to_owned(), count.to_string());
        Piece::new(Seen::Named { sign, count }.text(subject.lang()), role)
    };
    let faulty = if found.faults.is_empty() { Role::Plain } else { Role::Behind };
    vec![
        count(Sign::ToRecord, found.changes.len(), Role::Strong),
        count(Sign::WrongLines, found.faults.len(), faulty),
        count(Sign::UnchangedLines, found.unchanged, Role::Plain),
        count(Sign::BlankLines, found.blank, Role::Plain),
    ]
}

fn lines(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (found, cursor): (&Understood<Reading>, usize),
) {
    let panes = rows::panes(subject.session, subject.seat.screen());
    let said: Vec<(String, Role)> = (found.faults.iter())
        .map(|fault| (fault.text(subject.lang()), Role::Behind))
        .chain(found.changes.iter().map(|change| {
            let told = readings::told(subject.session, change, subject.lang());
            (
                format!("{told}  {}", change.cautions.join(Joint::Apart.text(subject.lang())))
                    .trim_end()
                    .to_owned(),
                Role::Plain,
            )
        }))
        .collect();
    let inner = list::inner(area);
    let ruler = pen.ruler();
    let wrapped: Vec<_> =
        said.iter().map(|(text, _)| strip::wrapped(ruler, inner.width, text)).collect();
    let slots = panes::slots(&panes, area.height, |row| wrapped.get(row).map_or(1, Vec::len));
    let all = Lines { panes: &panes, slots: &slots, cursor: Some(cursor) };
    list::draw(pen, area, &all, |pen, y, line| match line {
        Line::Heading(label) => {
            let label = if label == Label::Faults { Label::Faults } else { Label::Changes };
            pen.text((area.x + 1, y), area.width, subject.label(label), Role::Title);
        }
        Line::Row(_, row, at) => {
            if let Some(strip) = wrapped.get(row).and_then(|strips| strips.get(at)) {
                strip.draw(pen, Rect { y, height: 1, ..inner });
            }
        }
    });
}

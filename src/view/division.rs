//! 分工表: row by row 牵头领导, 牵头, 配合 and 时限; the cell with the cursor is typed into where it
//! stands.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::line;
use super::list;
use super::panes;
use super::status::WIDE;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::division::{self, Column, Depth, Division};
use crate::app::pointer::Touch;
use crate::plan::Place;
use crate::plan::place::Level;
use crate::words::{Do, Hint, Label, Seen, Sign};

/// Draws the table.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, table: &Division) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, line, &summary(subject, table));
    let columns = Columns::over(list::inner(area), &widths(area.width, table.column));
    heading(pen, area.y + 1, subject, &columns);
    let area = strip::foot(pen, area, subject, hints(table));
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    let row = division::row(&subject.session.plan, table.depth, table.cursor);
    let pieces = row.map(|row| whole(subject, table, row)).unwrap_or_default();
    strip::pieces(pen, Rect { y: area.bottom().saturating_sub(1), ..line }, &pieces);
    let count = division::count(&subject.session.plan, table.depth);
    let seen = panes::window(count, list.height, &(table.cursor..table.cursor + 1));
    for (y, index) in (list.y..list.bottom()).zip(seen) {
        let Some(row) = division::row(&subject.session.plan, table.depth, index) else { continue };
        columns.write(pen, y, &cells(subject, row));
        pen.touch(Rect { y, height: 1, ..list }, Touch::Row(index));
        if index == table.cursor {
            pen.text((list.x + 1, y), 1, ">", Role::Plain);
            cell(pen, y, table, &columns);
        }
    }
}

/// Narrow windows leave out the outer columns, but never the one with the cursor.
fn widths(width: u16, at: Column) -> [Width; 6] {
    let wide = width >= WIDE;
    let all = width >= 76;
    let outer = |column, columns| Width::only(all || at == column, columns);
    [
        Width::Is(6),
        Width::Rest,
        outer(Column::Sponsor, if wide { 14 } else { 10 }),
        Width::Is(if wide { 16 } else { 10 }),
        Width::Is(if wide { 28 } else { 12 }),
        outer(Column::Due, 10),
    ]
}

pub(super) fn summary(subject: Subject<'_>, table: &Division) -> Vec<Piece> {
    let plan = &subject.session.plan;
    let rows = (0..division::count(plan, table.depth))
        .filter_map(|index| division::row(plan, table.depth, index));
    let open =
        rows.filter(|row| subject.session.assignment(*row).is_none_or(|now| now.lead.is_empty()));
    let (sign, count) = (subject.sign(Sign::NotAssigned).to_owned(), open.count().to_string());
    vec![
        Piece::new(Do::Assign.text(subject.lang()), Role::Title),
        Piece::new(Seen::Named { sign, count }.text(subject.lang()), Role::Plain),
    ]
}

fn heading(pen: &mut Pen<'_>, y: u16, subject: Subject<'_>, columns: &Columns) {
    let of = |label| Cell::new(subject.label(label), Role::Hint);
    let mut cells = vec![of(Label::Id), of(Label::Tasks)];
    cells.extend(Column::ALL.map(|column| of(column.label())));
    columns.write(pen, y, &cells);
}

/// A row; what a measure has from its task stands in 〔 〕.
pub(super) fn cells(subject: Subject<'_>, row: Place) -> Vec<Cell<'_>> {
    let now = subject.session.assignment(row);
    let own = subject.state().ledger.assignments.contains_key(&row);
    let title = subject.session.plan.find(row).map_or("", |found| found.short());
    let title = if row.level() == Level::Measure { format!("  {title}") } else { title.to_owned() };
    let mut cells = vec![Cell::plain(row.to_string()), Cell::plain(title)];
    cells.extend(Column::ALL.map(|column| match division::shown(now, column) {
        text if text.is_empty() && column == Column::Lead => {
            Cell::new(subject.sign(Sign::NotAssigned), Role::Hint)
        }
        text if text.is_empty() || own => Cell::plain(text),
        text => Cell::new(format!("〔{text}〕"), Role::Hint),
    }));
    cells
}

/// The cell with the cursor: chosen, or with what is being typed in it.
fn cell(pen: &mut Pen<'_>, y: u16, table: &Division, columns: &Columns) {
    let at = Column::ALL.iter().position(|column| *column == table.column).unwrap_or_default();
    let Some((x, width)) = columns.at(at + 2) else { return };
    let area = Rect { x, y, width, height: 1 };
    if let Some(field) = &table.cell {
        pen.clear(area);
        line::one(pen, area, field, true);
    } else {
        pen.select(area);
        pen.focus(x, y);
    }
}

pub(super) fn hints(table: &Division) -> &'static [Hint] {
    match (&table.cell, table.depth) {
        (Some(_), _) => &[Hint::NamesInCell, Hint::CellDone, Hint::CellLeft],
        (None, Depth::Tasks) => &[
            Hint::TypeInCell,
            Hint::AcrossCells,
            Hint::SameAsAbove,
            Hint::ClearCell,
            Hint::WithMeasures,
            Hint::RowF2,
            Hint::Leave,
        ],
        (None, Depth::Measures) => &[
            Hint::TypeInCell,
            Hint::AcrossCells,
            Hint::SameAsAbove,
            Hint::ClearCell,
            Hint::WithoutMeasures,
            Hint::RowF2,
            Hint::Leave,
        ],
    }
}

/// The row and the whole of its cell; while a name is typed, who is offered.
pub(super) fn whole(subject: Subject<'_>, table: &Division, row: Place) -> Vec<Piece> {
    if let Some(offered) = division::offered(subject.session, row, table) {
        let piece = |candidate: crate::app::entry::Candidate| {
            let name = candidate.party.name().to_owned();
            let digit = candidate.digit.map(|digit| format!("{digit} ")).unwrap_or_default();
            Piece::new(format!("{digit}{name}"), Role::Strong)
        };
        return offered.list.into_iter().take(9).map(piece).collect();
    }
    let now = subject.session.assignment(row);
    let text = division::shown(now, table.column);
    vec![
        Piece::new(subject.row(row), Role::Strong),
        Piece::labelled(subject, table.column.label(), text),
        Piece::labelled(subject, Label::Person, now.map_or("", |now| now.person.as_str())),
    ]
}

//! Rows in whole words, each in as many lines as it needs: what it is, how it stands, what else is known.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::app::division::{self, Column, Division};
use crate::app::{Screen, Stop, rows as stops};
use crate::judge::{Gap, Light, Whose};
use crate::papers::listing::{Fact, Manner, Row};
use crate::plan::Found;
use crate::view::canvas::Pen;
use crate::view::listing;
use crate::view::strip::{self, Piece, Strip};
use crate::view::style::Role;
use crate::view::subject::{Subject, role_of};
use crate::view::width::Ruler;
use crate::view::{division as table, gate, line, list};
use crate::words::{Label, Seen, Sign};

/// The rows of a screen of those numbers, each in its lines.
pub fn blocks(
    subject: Subject<'_>,
    ruler: Ruler,
    width: u16,
    (range, cursor): (Range<usize>, usize),
) -> Vec<Vec<Strip>> {
    let (session, screen) = (subject.session, subject.seat.screen());
    let told = listing::told(subject, range.clone());
    let block = |(at, row): (usize, Row)| {
        if let (Screen::Division(table), true) = (screen, at == cursor) {
            return open(subject, ruler, width, (table, &row));
        }
        let stop = stops::at(session, screen, at);
        strips(subject, ruler, width, &whole(subject, stop.as_ref(), row))
    };
    range.zip(told).map(block).collect()
}

/// Something that a cursor can stand on, in its lines.
pub fn of(subject: Subject<'_>, ruler: Ruler, width: u16, stop: &Stop) -> Vec<Strip> {
    of_but(subject, ruler, width, (stop, ""))
}

/// The same without the rows that it is about, where they are those.
pub fn of_but(
    subject: Subject<'_>,
    ruler: Ruler,
    width: u16,
    (stop, about): (&Stop, &str),
) -> Vec<Strip> {
    let mut row = listing::numbered(subject, Some(stop), listing::of(subject, stop));
    let rows = subject.label(Label::Rows);
    row.facts.retain(|fact| fact.label != rows || fact.text != about);
    if let Stop::Row(_) = stop {
        row.more.clear();
    }
    if let Stop::Record(id) = stop {
        let at = subject.session.open.as_ref().and_then(|history| history.time_of(id));
        let decides = subject.state().ledger.decisions.contains_key(id);
        if let Some(at) = at.filter(|_| !decides) {
            row.number = at.format("%H:%M").to_string();
        }
    }
    strips(subject, ruler, width, &row)
}

/// A row without what is said elsewhere on the screen, and with nothing shortened.
fn whole(subject: Subject<'_>, stop: Option<&Stop>, row: Row) -> Row {
    let mut row = listing::numbered(subject, stop, row);
    match (subject.seat.screen(), stop) {
        // The foot says why.
        (Screen::Overview { .. } | Screen::Task { .. }, Some(Stop::Row(_))) => row.more.clear(),
        (Screen::Tasks { .. }, Some(Stop::Row(place))) => {
            row.more.clear();
            if subject.seat.marks.contains(place) {
                row.number = format!("+ {}", row.number);
            }
        }
        (Screen::Lists { .. }, Some(Stop::Row(place))) => {
            let title = subject.session.plan.find(*place).map(Found::title);
            title.unwrap_or_default().clone_into(&mut row.text);
        }
        (Screen::Gate { .. }, Some(Stop::Item(_))) => {
            row.more = vec![gate::ahead(subject).join("  ")];
        }
        _ => {}
    }
    row
}

/// A row in its lines.
fn strips(subject: Subject<'_>, ruler: Ruler, width: u16, row: &Row) -> Vec<Strip> {
    let mut row = row.clone();
    listing::clean_row(&mut row);
    let text = format!("{} {}", row.number, row.text);
    let mut lines = strip::wrapped(ruler, width, text.trim());
    let state = subject.label(Label::State);
    let (first, rest): (Vec<Fact>, Vec<Fact>) =
        row.facts.into_iter().partition(|f| f.label == state);
    let facts = first.into_iter().chain(rest).map(|fact| piece(subject, fact));
    lines.extend(strip::whole(ruler, width, facts));
    let parts = |line: &String| {
        line.split("  ").map(|part| Piece::new(part, Role::Plain)).collect::<Vec<_>>()
    };
    lines.extend(row.more.iter().flat_map(|line| strip::whole(ruler, width, parts(line))));
    lines
}

/// A fact as it is seen: a light by its mark, its word and its colour.
fn piece(subject: Subject<'_>, fact: Fact) -> Piece {
    let lang = subject.lang();
    let light = |word: &str| Light::ALL.into_iter().find(|light| light.word().text(lang) == word);
    if let Some(light) = light(&fact.label) {
        let (gap, role) = subject.light(light);
        return Piece::new(Seen::Lacking { gap, count: fact.text }.text(lang), role);
    }
    let lit = Light::ALL.into_iter().find(|light| Some(light.mark()) == fact.mark);
    let lit =
        lit.or_else(|| light(&fact.text).filter(|_| fact.label == subject.label(Label::State)));
    let role = lit.map_or(Role::Plain, role_of);
    match fact.manner {
        Manner::Itself => Piece::new(fact.seen(), role),
        Manner::Labelled | Manner::Aside => {
            let seen = fact.seen();
            Piece::behind(fact.label, seen).role(role)
        }
    }
}

/// What stands before the rows: names flow behind each other, whatever is known more of has its own lines.
pub fn besides(subject: Subject<'_>, ruler: Ruler, width: u16) -> Vec<Strip> {
    let mut parts = listing::besides(subject);
    let told = |gap: &Gap| matches!(gap.at, Whose::Agenda);
    if matches!(subject.seat.screen(), Screen::Gate { .. })
        && subject.session.gaps().iter().any(told)
    {
        // The gap says itself which items they are.
        parts.retain(|part| !part.heading.starts_with(subject.sign(Sign::NotDiscussed)));
    }
    let mut lines: Vec<Strip> = Vec::new();
    for part in parts {
        if !lines.is_empty() {
            lines.push(Strip::Pieces(Vec::new()));
        }
        lines.extend(strip::wrapped_as(ruler, width, &part.heading, Role::Title));
        let (names, rows): (Vec<Row>, Vec<Row>) = part
            .rows
            .into_iter()
            .partition(|row| row.number.is_empty() && row.facts.is_empty() && row.more.is_empty());
        let names = names.into_iter().map(|mut row| {
            listing::clean_row(&mut row);
            Piece::new(row.text, Role::Plain)
        });
        lines.extend(strip::whole(ruler, width, names));
        for row in rows {
            lines.extend(strips(subject, ruler, width, &Row { more: Vec::new(), ..row }));
        }
    }
    lines
}

/// A row of the division of work with each of its cells on a line of its own; while a name is typed, who
/// is offered below.
fn open(
    subject: Subject<'_>,
    ruler: Ruler,
    width: u16,
    (table, row): (&Division, &Row),
) -> Vec<Strip> {
    let place = division::row(&subject.session.plan, table.depth, table.cursor);
    let mut lines = strip::wrapped(ruler, width, format!("{} {}", row.number, row.text).trim());
    let cells = place.map(|place| table::cells(subject, place)).unwrap_or_default();
    for (column, cell) in Column::ALL.into_iter().zip(cells.iter().skip(2)) {
        let text = if column == table.column && table.cell.is_some() { "" } else { cell.text() };
        let piece = Piece::behind(subject.label(column.label()), text);
        let own = strip::whole(ruler, width, [piece]);
        lines.extend(if own.is_empty() { vec![named(subject, column)] } else { own });
    }
    if table.cell.is_some() {
        let offered = place.map(|place| table::whole(subject, table, place)).unwrap_or_default();
        lines.extend(strip::whole(ruler, width, offered));
    }
    lines
}

/// The name of a cell with nothing in it.
fn named(subject: Subject<'_>, column: Column) -> Strip {
    Strip::Pieces(vec![Piece::new(subject.label(column.label()), Role::Hint)])
}

/// The chosen cell of the row whose lines begin at the top of `area`: its lines, or what is typed in it.
pub fn cell(pen: &mut Pen<'_>, area: Rect, (width, table): (u16, &Division), subject: Subject<'_>) {
    let ruler = pen.ruler();
    let inner = list::inner(area);
    pen.text((area.x + 1, area.y), 1, ">", Role::Plain);
    let Some(place) = division::row(&subject.session.plan, table.depth, table.cursor) else {
        return;
    };
    let title = subject.session.plan.find(place).map_or("", Found::title);
    let mut y = area.y + super::len(&strip::wrapped(ruler, width, &format!("{place} {title}")));
    let cells = table::cells(subject, place);
    for (column, cell) in Column::ALL.into_iter().zip(cells.iter().skip(2)) {
        let label = subject.label(column.label());
        let text = if column == table.column && table.cell.is_some() { "" } else { cell.text() };
        let lines = super::len(&strip::whole(ruler, width, [Piece::behind(label, text)])).max(1);
        if column != table.column {
            y += lines;
            continue;
        }
        let x = inner.x + u16::try_from(ruler.columns(label)).unwrap_or(0) + 1;
        let room = Rect { x, y, width: inner.right().saturating_sub(x), height: 1 };
        if let Some(field) = &table.cell {
            line::one(pen, room, field, true);
        } else {
            pen.select(Rect { y, height: lines, ..inner });
            pen.focus(x, y);
        }
        return;
    }
}

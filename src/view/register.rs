//! 台账: the filter and what it says, the decisions that it lets through, the one under the cursor in
//! full.

use ratatui::layout::Rect;

use super::brief::{self, Ends};
use super::canvas::Pen;
use super::empty;
use super::line;
use super::list;
use super::matched::{self, Marks};
use super::panes;
use super::standing;
use super::status::WIDE;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::pointer::Touch;
use crate::app::query::{self, Context, DECISIONS, Query};
use crate::app::register::Register;
use crate::ledger::{About, RecordId, sentence};
use crate::words::empty::Onward;
use crate::words::{Hint, Label, Seen, Sign, listed};

/// Draws the register with the cursor in its filter.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, register: &Register) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    let table = Columns::over(list::inner(area), &widths(area, subject));
    let context = Context::of(subject.session, DECISIONS, subject.lang());
    // While it means nothing the list is the one before: nothing of it is marked.
    let query = query::read(register.field.text(), &context).unwrap_or_default();
    let says = query.says(&context);
    said(pen, Rect { y: area.y + 1, ..line }, subject, (register, &says));
    heading(pen, area.y + 2, subject, &table);
    let preview = preview(pen, line.width, subject, register, area.height);
    let below = u16::try_from(preview.len()).unwrap_or(0) + 1;
    let rows = Rect { y: area.y + 3, height: area.height.saturating_sub(3 + below), ..area };
    if register.ids.is_empty() {
        pen.text((list::inner(rows).x, rows.y), rows.width, empty(subject), Role::Hint);
    }
    let seen =
        panes::window(register.ids.len(), rows.height, &(register.cursor..register.cursor + 1));
    for (y, row) in (rows.y..rows.bottom()).zip(seen) {
        if let Some(id) = register.ids.get(row) {
            row_of(pen, y, (subject, &query), &table, (id, area.width));
        }
        pen.touch(Rect { y, height: 1, ..rows }, Touch::Row(row));
        if row == register.cursor {
            list::point(pen, rows, y, true);
        }
    }
    for (y, strip) in (rows.bottom()..area.bottom() - 1).zip(&preview) {
        strip.draw(pen, Rect { y, ..line });
    }
    strip::hints(pen, Rect { y: area.bottom() - 1, ..line }, subject, &KEYS);
    filter(pen, line, subject, register);
}

/// What the keys do, the most useful first: a narrow window shows fewer.
pub(super) const KEYS: [Hint; 5] =
    [Hint::ActOn, Hint::Reorder, Hint::OwnList, Hint::ClearFilter, Hint::Leave];

/// The filter, and how what it lets through stands.
fn filter(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, register: &Register) {
    let [(counted, role), (overdue, alarm)] = counted(subject, register);
    let mut right = area.right();
    if !overdue.is_empty() {
        right = pen.text_before((right, area.y), area.width / 4, overdue, alarm) - 2;
    }
    right = pen.text_before((right, area.y), area.width / 2, counted, role);
    let room = Rect { width: right.saturating_sub(area.x + 2), ..area };
    typed(pen, room, subject, register);
}

/// How many are let through and how many of them are done; how many are overdue.
pub(super) fn counted(subject: Subject<'_>, register: &Register) -> [(String, Role); 2] {
    let (counts, lang) = (register.counts, subject.lang());
    let listed = Seen::Listed { count: register.ids.len().to_string() }.text(lang);
    let rate = sentence::rate(counts.done, lang);
    // What is only on record is listed, and there is nothing of it to be done.
    let whole = counts.done.all + counts.done.dropped == register.ids.len();
    let counted = match rate {
        Some(rate) if whole => rate,
        Some(rate) => format!("{listed}  {rate}"),
        None => listed,
    };
    let (overdue, alarm) = subject.light(crate::judge::Light::Overdue);
    let overdue = format!("{overdue} {}", counts.overdue);
    let overdue = if counts.overdue > 0 { overdue } else { String::new() };
    [(counted, Role::Strong), (overdue, alarm)]
}

/// What is typed, with the cursor in it; what could be where nothing is.
pub(super) fn typed(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, register: &Register) {
    let used = pen.text((area.x, area.y), area.width, "/ ", Role::Key);
    let (x, right) = (area.x + used, area.right());
    if register.field.is_empty() {
        let (room, terms) = (right.saturating_sub(x), subject.says(&Hint::Terms));
        let terms = brief::within(pen.ruler(), room, &terms, Ends::Word).unwrap_or_default();
        pen.text((x, area.y), room, terms, Role::Hint);
    }
    line::one(pen, Rect { x, width: right.saturating_sub(x), ..area }, &register.field, true);
}

/// What the filter says, or why it says nothing; and in what order the list stands.
fn said(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (register, says): (&Register, &[String]),
) {
    let right =
        pen.text_before((area.right(), area.y), area.width, order(subject, register), Role::Hint);
    let room = Rect { width: right.saturating_sub(area.x + 2), ..area };
    match means(subject, register, says).as_slice() {
        [only] => {
            pen.text((room.x, room.y), room.width, only.parts().1, only.looks());
        }
        pieces => {
            strip::pieces(pen, room, pieces);
        }
    }
}

/// What the filter says, or why it says nothing.
fn means(subject: Subject<'_>, register: &Register, says: &[String]) -> Vec<Piece> {
    if let Some(why) = &register.unclear {
        return vec![Piece::new(why.text(subject.lang()), Role::Alarm)];
    }
    if says.is_empty() {
        return vec![Piece::new(subject.sign(Sign::Everything), Role::Hint)];
    }
    says.iter().map(|said| Piece::new(said, Role::Strong)).collect()
}

/// The same of what is typed.
pub(super) fn meant(subject: Subject<'_>, register: &Register) -> Vec<Piece> {
    let context = Context::of(subject.session, DECISIONS, subject.lang());
    let query = query::read(register.field.text(), &context).unwrap_or_default();
    means(subject, register, &query.says(&context))
}

/// In what order they stand.
pub(super) fn order(subject: Subject<'_>, register: &Register) -> String {
    let order = register.sort.word().text(subject.lang()).to_owned();
    Seen::ByOrder { order }.text(subject.lang())
}

pub(super) fn empty(subject: Subject<'_>) -> String {
    let any = !subject.state().ledger.decisions.is_empty();
    if any {
        return empty::text(subject, subject.sign(Sign::NoneLetThrough), &[Onward::Clear]);
    }
    empty::text(subject, subject.sign(Sign::NoDecisionsYet), empty::RECORD)
}

fn widths(area: Rect, subject: Subject<'_>) -> [Width; 7] {
    let (wide, middling) = (area.width >= WIDE, area.width >= 76);
    [
        subject.number_width(if wide { 8 } else { 6 }),
        Width::only(middling, if wide { 16 } else { 5 }),
        Width::Rest,
        Width::only(middling, if wide { 16 } else { 10 }),
        Width::Is(9),
        subject.light_width(),
        Width::only(wide, 5),
    ]
}

fn heading(pen: &mut Pen<'_>, y: u16, subject: Subject<'_>, columns: &Columns) {
    let of = |label| Cell::new(subject.label(label), Role::Hint);
    let cells = [
        of(Label::Id),
        of(Label::Rows),
        Cell::new(subject.label(Label::Decisions), Role::Title),
        of(Label::Lead),
        of(Label::Due),
        of(Label::State),
        Cell::new(subject.sign(Sign::Extensions), Role::Hint),
    ];
    columns.write(pen, y, &cells);
}

/// One decision, with what its filter asks for marked.
fn row_of(
    pen: &mut Pen<'_>,
    y: u16,
    (subject, query): (Subject<'_>, &Query<'_>),
    table: &Columns,
    (id, width): (&RecordId, u16),
) {
    let mut cells = cells(subject, id, width);
    let Some(now) = subject.state().standing(id) else { return table.write(pen, y, &cells) };
    let mut marked = Vec::new();
    for (column, names) in [(1, None), (2, None), (3, Some(&now.lead))] {
        let Some(cell) = cells.get_mut(column) else { continue };
        let matched = match names {
            Some(names) => query.marks_of_names(cell.text(), names),
            None => query.marks(cell.text()),
        };
        if !matched.is_empty() && table.place(column, y).is_some() {
            let whole = std::mem::replace(cell, Cell::plain(""));
            marked.push((column, whole, matched));
        }
    }
    table.write(pen, y, &cells);
    for (column, cell, matched) in marked {
        if let Some(place) = table.place(column, y) {
            matched::write(pen, place, cell.text(), (&matched, Marks::Look));
        }
    }
}

fn cells(subject: Subject<'_>, id: &RecordId, width: u16) -> Vec<Cell<'static>> {
    let state = subject.state();
    let number = Cell::plain(subject.record(id));
    let (Some(made), Some(now)) = (state.ledger.decisions.get(id), state.standing(id)) else {
        let gone = Cell::new(subject.sign(Sign::TakenBack), Role::Hint);
        return vec![number, Cell::plain(""), gone];
    };
    let name = |about: &About| match about {
        About::Row(row) if width < WIDE => row.place.to_string(),
        about => subject.about(about),
    };
    let about = made.about.first().map(name).unwrap_or_default();
    let (lead, lead_role) = subject.lead(id, &now);
    let (due, due_role) = subject.due(&now.due);
    let (light, role) = subject.decision_light(id, &now);
    let times = Seen::Times { count: now.extended.len().to_string() }.text(subject.lang());
    let times = if now.extended.is_empty() { String::new() } else { times };
    vec![
        number,
        Cell::plain(about),
        Cell::plain(now.text),
        Cell::new(lead, lead_role),
        Cell::new(due, due_role),
        Cell::new(light, role),
        Cell::plain(times),
    ]
}

/// The decision under the cursor in full: a line over it, its sentence, then who, what and whence.
fn preview(
    pen: &Pen<'_>,
    width: u16,
    subject: Subject<'_>,
    register: &Register,
    height: u16,
) -> Vec<Strip> {
    let (most, facts) = if height >= 24 { (3, 2) } else { (2, 1) };
    let state = subject.state();
    let Some(id) = register.ids.get(register.cursor) else { return Vec::new() };
    let (Some(made), Some(now)) = (state.ledger.decisions.get(id), state.standing(id)) else {
        return Vec::new();
    };
    let text = format!("{}  {}", subject.record(id), now.text);
    let mut strips = vec![Strip::Pieces(Vec::new())];
    strips.extend(strip::wrapped(pen.ruler(), width, &text).into_iter().take(most));
    let rows: Vec<String> = made.about.iter().map(|about| subject.about(about)).collect();
    let mut pieces = vec![Piece::labelled(subject, Label::Rows, listed(&rows))];
    pieces.extend(standing::pieces(subject, id, &now));
    pieces.push(Piece::labelled(subject, Label::Source, made.source.clone()));
    strips.extend(strip::flowing(pen.ruler(), width, pieces).into_iter().take(facts));
    strips
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::style::Modifier;

    use super::*;
    use crate::app::{Seat, Sight, rehearsal};
    use crate::words::Lang;

    /// What is underlined in the rows of a register with a filter, line by line.
    fn underlined(filter: &str) -> Vec<String> {
        let mut session = rehearsal::in_session();
        let seat = Seat::new((120, 36), Lang::Zh);
        let mut register = Register::new(filter);
        register.list(&mut session, Lang::Zh);
        let area = Rect::new(0, 0, 120, 36);
        let mut buffer = Buffer::empty(area);
        let subject = Subject { session: &session, seat: &seat };
        draw(&mut Pen::new(&mut buffer, Sight::default()), area, subject, &register);
        let line = |y: u16| {
            // Before the lights: an alarm is underlined too.
            let cells = (0..95).map(|x| &buffer[(x, y)]);
            let marked = cells.filter(|cell| cell.modifier.contains(Modifier::UNDERLINED));
            marked.map(|cell| cell.symbol().trim()).collect::<String>()
        };
        let rows = u16::try_from(register.ids.len()).unwrap();
        (3..3 + rows).map(line).filter(|text| !text.is_empty()).collect()
    }

    #[test]
    fn what_a_filter_asks_for_is_marked_where_it_stands() {
        for (filter, want) in [
            ("太安路", &["太安路", "太安路"] as &[_]),
            ("tal", &["太安路", "太安路"]),
            ("太安路 !延至", &["太安路"]),
            ("牵头:投促局", &["投促局", "投促局"]),
            ("牵头:投资促进", &["投促局", "投促局"]),
            ("!逾期 会议:3 zjj", &[]),
            ("逾期", &[]),
            ("逾期 牵头<", &[]),
            ("", &[]),
        ] {
            assert_eq!(underlined(filter), want, "{filter}");
        }
        assert!(underlined("方面:1").is_empty(), "a row by its number is no word of the text");
        assert!(underlined("临空").iter().any(|line| line.contains("临空")));
    }
}

//! 差异: the two ends, how many changes of each sort, the changes group by group, and below them the
//! one under the cursor in full with the readings of its target.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list;
use super::panes::{self, Slot};
use super::status::WIDE;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::{Subject, role_of};
use super::table::{Cell, Columns, Width};
use super::timeline;
use crate::app::compare::{Compare, plan_at, target_of};
use crate::app::pointer::Touch;
use crate::app::seat::Hands;
use crate::judge::Grounds;
use crate::judge::compare::{self, Difference, Field, Said, Shared, Topic, Value, said};
use crate::ledger::Light;
use crate::plan::{Found, Party, Place};
use crate::words::compare::{Change, Column, Compared, Moves};
use crate::words::empty::Onward;
use crate::words::{Label, Lang, listed};

/// Draws the comparison.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, compare: &Compare) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    timeline::draw(pen, line, subject, compare);
    counts(pen, Rect { y: area.y + 1, ..line }, subject, compare);
    let hints = Rect { y: area.bottom() - 1, ..line };
    keys(pen, hints, subject);
    let table = Columns::over(list::inner(area), &widths(area.width, subject.lang()));
    let foot =
        Rect { y: hints.y.saturating_sub(room(area.height)), height: room(area.height), ..line };
    let rows = Rect { y: area.y + 3, height: foot.y.saturating_sub(area.y + 3), ..area };
    heading(pen, area.y + 2, subject, &table);
    if compare.groups.is_empty() {
        let inside = list::inner(rows);
        pen.text((inside.x, inside.y), inside.width, nothing(subject, compare), Role::Hint);
        pen.focus(inside.x, inside.y);
        return;
    }
    self::rows(pen, rows, subject, (compare, &table));
    if let Some(one) = compare.at(compare.cursor) {
        in_full(pen, foot, subject, (compare, one));
    }
}

/// Lines for the change under the cursor and the readings of its target.
fn room(height: u16) -> u16 {
    match height {
        28.. => 4 + timeline::PICTURE,
        18.. => 5,
        _ => 3,
    }
}

pub(super) fn nothing(subject: Subject<'_>, compare: &Compare) -> String {
    let lang = subject.lang();
    if compare.reading {
        return Column::File.text(lang).to_owned();
    }
    if !compare.changes.is_empty() {
        let none = Compared::NoneOfSort.text(lang);
        return empty::text(subject, none, &[Onward::AnotherSort]);
    }
    // Where nothing was closed there is no other end to move to.
    let ways =
        if subject.session.last_meeting.is_some() { &[Onward::MoveEnd] } else { empty::RECORD };
    empty::text(subject, Compared::Unchanged.text(lang), ways)
}

/// `变化23处  状态5  报数14`, and what is listed of it.
fn counts(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, compare: &Compare) {
    let chosen = chosen(compare, subject.lang());
    let right = pen.text_before((area.right(), area.y), area.width / 3, chosen, Role::Key);
    let room = Rect { width: right.saturating_sub(area.x + 2), ..area };
    if let Some(first) = strip::flowing(pen.ruler(), room.width, counted(subject, compare)).first()
    {
        first.draw(pen, room);
    }
}

/// Which changes are listed, and how they are put together.
pub(super) fn chosen(compare: &Compare, lang: Lang) -> String {
    let by = match compare.by {
        compare::By::Task => Compared::ByTask,
        compare::By::Office => Compared::ByOffice,
    };
    let sort = compare.sort.map_or(Compared::All.text(lang), |sort| sort.text(lang));
    format!("{sort}  {}", by.text(lang))
}

/// How many changes there are, and of which sorts.
pub(super) fn counted(subject: Subject<'_>, compare: &Compare) -> Vec<Piece> {
    let lang = subject.lang();
    let count = compare.changes.len().to_string();
    let mut pieces = vec![Piece::new(Change::Changes { count }.text(lang), Role::Strong)];
    pieces.extend(compare::counts(&compare.changes).into_iter().map(|(sort, count)| {
        let (sort, count) = (sort.text(lang).to_owned(), count.to_string());
        Piece::new(Change::Count { sort, count }.text(lang), Role::Plain)
    }));
    pieces
}

fn keys(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    if let Some(first) = strip::flowing(pen.ruler(), area.width, moves(subject)).first() {
        first.draw(pen, area);
    }
}

/// What the keys do.
pub(super) fn moves(subject: Subject<'_>) -> Vec<Piece> {
    // Whoever only reads follows with Tab and remarks with a comma.
    let all = match subject.seat.hands {
        Hands::Record => {
            [Moves::End, Moves::Other, Moves::Only, Moves::Open, Moves::Both, Moves::Leave]
        }
        Hands::Read => {
            [Moves::Ends, Moves::Turn, Moves::Sorts, Moves::Open, Moves::Both, Moves::Leave]
        }
    };
    all.map(|key| Piece::new(key.text(subject.lang()), Role::Hint)).into()
}

fn widths(width: u16, lang: Lang) -> [Width; 5] {
    let field = match (width >= WIDE, lang) {
        (_, Lang::En) => 11,
        (true, Lang::Zh) => 8,
        (false, Lang::Zh) => 6,
    };
    let (topic, value) = match width {
        WIDE.. => (26, 22),
        76.. => (24, 18),
        _ => (14, 14),
    };
    let (now, note) =
        if width < WIDE { (Width::Rest, Width::Hidden) } else { (Width::Is(value), Width::Rest) };
    [Width::Is(field), Width::Is(topic), Width::Is(value), now, note]
}

fn heading(pen: &mut Pen<'_>, y: u16, subject: Subject<'_>, columns: &Columns) {
    let lang = subject.lang();
    let word = |word: Column| Cell::new(word.text(lang), Role::Hint);
    let cells = [
        word(Column::In),
        word(Column::Of),
        Cell::new(Compared::Before.text(lang), Role::Hint),
        Cell::new(Compared::After.text(lang), Role::Hint),
        word(Column::Note),
    ];
    columns.write(pen, y, &cells);
}

/// The changes with a heading over each group, the cursor's among them.
fn rows(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (compare, table): (&Compare, &Columns),
) {
    let mut slots = Vec::new();
    let mut row = 0;
    for (number, (_, of)) in compare.groups.iter().enumerate() {
        slots.push(Slot::Heading(number));
        slots.extend((row..row + of.len()).map(|row| Slot::Row(row, 0)));
        row += of.len();
    }
    let listed: Vec<&Difference> = compare.listed().collect();
    let cursor = compare.cursor.min(listed.len().saturating_sub(1));
    let seen = panes::window(slots.len(), area.height, &panes::lines_of(&slots, cursor));
    for (slot, y) in slots[seen].iter().zip(area.y..area.bottom()) {
        match *slot {
            Slot::Heading(number) => {
                if let Some((shared, _)) = compare.groups.get(number) {
                    group(pen, Rect { y, height: 1, ..area }, subject, (compare, shared));
                }
            }
            Slot::Row(row, _) => {
                if let Some(one) = listed.get(row) {
                    change(pen, y, subject, (compare, one), (table, area));
                }
                pen.touch(Rect { y, height: 1, ..area }, Touch::Row(row));
                if row == cursor {
                    list::mark(pen, area, y, true);
                }
            }
            Slot::Blank => {}
        }
    }
}

/// The mark of a task's light, its number and name, who leads it; or the office.
fn group(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (compare, shared): (&Compare, &Shared),
) {
    let lang = subject.lang();
    let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let name = |text: &str| Piece::new(text, Role::Title);
    let pieces = match shared {
        Shared::Row(place) => {
            let light = subject.verdict(*place).and_then(|verdict| verdict.light);
            let mark = light.map_or(' ', Light::mark);
            let role = light.map_or(Role::Plain, role_of);
            let mut pieces =
                vec![Piece::new(mark.to_string(), role), name(&row(subject, compare, *place))];
            if let Some(assigned) = subject.session.assignment(*place) {
                let leads: Vec<&str> = assigned.lead.iter().map(Party::name).collect();
                pieces.push(Piece::labelled(subject, Label::Lead, listed(&leads)));
            }
            pieces
        }
        Shared::Lead(party) => vec![name(party.name())],
        Shared::Nobody => vec![name(Compared::NoOffice.text(lang))],
        Shared::NoRow => vec![name(Compared::NoRow.text(lang))],
    };
    strip::pieces(pen, line, &pieces);
}

/// One change on one line. What is new and long stands where there is room for it.
fn change(
    pen: &mut Pen<'_>,
    y: u16,
    subject: Subject<'_>,
    (compare, one): (&Compare, &Difference),
    (table, area): (&Columns, Rect),
) {
    let told = told(subject, compare, one);
    let (was, now) = (role(one.was.as_ref()), role(one.now.as_ref()));
    let topic = topic(subject, compare, one);
    let note = match one.now {
        Some(Value::Light(_)) => told.notes.last().map(|why| reason(why)).unwrap_or_default(),
        _ => told.notes.join("  "),
    };
    // Without room for notes, how far a figure moved stands behind it.
    let moved = format!("{}  {}", told.now, told.notes.join("  "));
    let fits = |text: &str| pen.ruler().columns(text) <= table.at(3).map_or(0, |(_, w)| w.into());
    let is_moved = table.at(4).is_none() && one.field == Field::Reading && fits(&moved);
    let beside = if is_moved { moved } else { told.now.clone() };
    let cells = [
        Cell::plain(told.field),
        Cell::plain(topic),
        Cell::new(told.was.clone(), was),
        Cell::new(beside.trim_end().to_owned(), now),
        Cell::new(note, Role::Plain),
    ];
    let one_sided = told.was.is_empty() || told.now.is_empty();
    let long = |text: &str| pen.ruler().columns(text) > table.at(2).map_or(0, |(_, w)| w.into());
    if one_sided && (long(&told.was) || long(&told.now)) {
        table.write(pen, y, &cells[..2]);
        let (x, _) = table.at(2).unwrap_or((area.x, 0));
        let room = area.right().saturating_sub(x + 1);
        pen.text((x, y), room, told.turn(subject.lang()), Role::Plain);
    } else {
        table.write(pen, y, &cells);
    }
}

/// A reason without the word before it.
fn reason(why: &str) -> String {
    let cut = why.find(['：', ':']).map(|at| why[at..].trim_start_matches(['：', ':', ' ']));
    cut.unwrap_or(why).to_owned()
}

/// The change under the cursor in full, then the readings of its target.
fn in_full(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (compare, one): (&Compare, &Difference),
) {
    pen.rule(Rect { x: area.x, width: area.width, height: 1, ..area });
    let target = target_of(subject.session, one);
    let picture = if area.height > timeline::PICTURE { timeline::PICTURE } else { 1 };
    let below = if target.is_some() { picture } else { 0 };
    let text = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + below), ..area };
    let told = told(subject, compare, one);
    let mut lines = Vec::new();
    let head = [told.field.to_owned(), topic(subject, compare, one), told.turn(subject.lang())];
    lines.extend(strip::wrapped(pen.ruler(), text.width, &head.join("  ")));
    let notes = told.notes.iter().map(|note| Piece::new(note.as_str(), Role::Plain));
    let records: Vec<String> = one.records.iter().map(|id| subject.record(id)).collect();
    let records = (!records.is_empty()).then(|| Piece::new(records.join(" "), Role::Hint));
    lines.extend(strip::flowing(pen.ruler(), text.width, notes.chain(records)));
    for (y, strip) in (text.y..text.bottom()).zip(&lines) {
        Strip::draw(strip, pen, Rect { y, height: 1, ..text });
    }
    if let Some(place) = target {
        let at = Rect { y: text.bottom(), height: below, ..area };
        timeline::readings(pen, at, subject, place);
    }
}

/// The change in words. Both ends are told by what is known now, because a ledger never forgets; but
/// a plan does.
fn told(subject: Subject<'_>, compare: &Compare, one: &Difference) -> Said {
    let on = |end| Grounds { plan: plan_at(subject.session, end), ..subject.session.grounds() };
    let [from, to] = &compare.ends;
    said(one, &on(from), &on(to), subject.lang())
}

/// The change in parts of one sentence: what differs, in what and how, and why.
pub fn spoken(subject: Subject<'_>, compare: &Compare, one: &Difference) -> Vec<String> {
    let told = told(subject, compare, one);
    let turn = format!("{} {}", told.field, told.turn(subject.lang()));
    [topic(subject, compare, one), turn].into_iter().chain(told.notes).collect()
}

/// The change in words: what differs, and how.
pub(super) fn in_words(
    subject: Subject<'_>,
    compare: &Compare,
    one: &Difference,
) -> (String, Said) {
    (topic(subject, compare, one), told(subject, compare, one))
}

/// The two ends, and how many changes lie between them.
pub(super) fn between(subject: Subject<'_>, compare: &Compare) -> Vec<String> {
    let [from, to] = compare.ends.each_ref().map(|end| timeline::named(subject, end));
    let count = compare.changes.len().to_string();
    vec![format!("{from} -> {to}"), Change::Changes { count }.text(subject.lang())]
}

/// `1.2/1 签约额`, `3/10 太安路…`, a meeting, a name.
fn topic(subject: Subject<'_>, compare: &Compare, one: &Difference) -> String {
    match &one.topic {
        Topic::Row(place) => row(subject, compare, *place),
        Topic::Decision(id) => {
            let own = subject.record(id);
            let whole = told(subject, compare, one).topic;
            let text = whole.split_once(' ').map_or("", |(_, text)| text);
            format!("{own} {text}").trim_end().to_owned()
        }
        Topic::Held(id) => subject.held(id),
        Topic::Person(party) => party.name().to_owned(),
    }
}

/// A row by its number and short name, by the plan that has it.
pub(super) fn row(subject: Subject<'_>, compare: &Compare, place: Place) -> String {
    let plans = compare.ends.iter().rev().map(|end| plan_at(subject.session, end));
    let name = plans.into_iter().find_map(|plan| plan.find(place)).map_or("", Found::short);
    format!("{place} {name}").trim_end().to_owned()
}

fn role(value: Option<&Value>) -> Role {
    match value {
        Some(Value::Light(verdict)) => verdict.light.map_or(Role::Plain, role_of),
        _ => Role::Plain,
    }
}

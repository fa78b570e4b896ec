//! 议程: every item with its office, its planned minutes and the time it used, below each the lines
//! prepared for it.

use ratatui::layout::Rect;

use super::brief::{self, Ends};
use super::canvas::Pen;
use super::empty;
use super::list;
use super::meeting::name_of;
use super::panes;
use super::status::WIDE;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::agenda::planned;
use crate::app::pointer::Touch;
use crate::app::rows::{self, Stop};
use crate::ledger::{AgendaItem, ItemState, Used};
use crate::words::empty::Onward;
use crate::words::{Hint, Label, Seen, Sign};

/// Draws the agenda with the cursor on a row.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let line = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, line, &summary(subject));
    let area = strip::foot(pen, area, subject, &hints(subject));
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let stops: Vec<Stop> = rows::agenda_rows(subject.session).collect();
    if stops.is_empty() {
        let at = (list::inner(list).x, list.y);
        let said = empty::text(subject, subject.sign(Sign::NoAgenda), &[Onward::Add]);
        let room = list::inner(list).width;
        let said = brief::within(pen.ruler(), room, &said, Ends::Clause).unwrap_or(&said);
        pen.text(at, room, said, Role::Hint);
        pen.focus(at.0, at.1);
        return;
    }
    let page = Page { subject, used: used(subject), area: list };
    let seen = panes::window(stops.len(), list.height, &(cursor..cursor + 1));
    for (y, row) in (list.y..list.bottom()).zip(seen) {
        page.row(pen, y, &stops[row]);
        pen.touch(Rect { y, height: 1, ..list }, Touch::Row(row));
        if row == cursor {
            list::mark(pen, list, y, true);
        }
    }
}

/// The time that the items of the open meeting used up to now.
pub fn used(subject: Subject<'_>) -> Used {
    let history = subject.session.open.as_ref().filter(|_| subject.session.meeting().is_some());
    history.map(|history| history.floor().used(subject.session.now)).unwrap_or_default()
}

/// Used and planned minutes: `6/10分`; empty where neither is known.
pub fn minutes(subject: Subject<'_>, used: Option<i64>, planned: Option<u32>) -> String {
    let seen = match (used, planned) {
        (None, None) => return String::new(),
        (None, Some(planned)) => Seen::Minutes { count: planned.to_string() },
        (Some(used), None) => Seen::MinutesUsed { used: used.to_string() },
        (Some(used), Some(planned)) => {
            Seen::MinutesOf { used: used.to_string(), planned: planned.to_string() }
        }
    };
    seen.text(subject.lang())
}

pub(super) fn summary(subject: Subject<'_>) -> Vec<Piece> {
    let lang = subject.lang();
    let none = crate::plan::Table::default();
    let agenda = subject.session.agenda().unwrap_or(&none);
    let count = agenda.len().to_string();
    let in_meeting = subject.session.meeting().is_some();
    let mut pieces = vec![
        Piece::new(subject.label(Label::Agenda), Role::Title),
        Piece::new(Seen::Tasks { count }.text(lang), Role::Plain),
    ];
    let planned = planned(agenda).map(|minutes| minutes.to_string());
    pieces.extend(planned.map(|count| Piece::new(Seen::Planned { count }.text(lang), Role::Plain)));
    if in_meeting {
        let used = used(subject).all.num_minutes().to_string();
        pieces.push(Piece::new(Seen::UsedInAll { count: used }.text(lang), Role::Plain));
    } else {
        pieces.push(Piece::new(subject.sign(Sign::ForNextMeeting), Role::Hint));
    }
    pieces
}

pub(super) fn hints(subject: Subject<'_>) -> Vec<Hint> {
    let enter = if subject.session.meeting().is_some() { Hint::GoToItem } else { Hint::EditItem };
    vec![
        enter,
        Hint::EditF2,
        Hint::MoveItem,
        Hint::MoreMinutes,
        Hint::PutOff,
        Hint::AddItem,
        Hint::TakeOffItem,
        Hint::Restrict,
        Hint::Rebuild,
        Hint::PastePrepared,
        Hint::Leave,
    ]
}

/// The agenda while it is drawn.
struct Page<'a> {
    subject: Subject<'a>,
    used: Used,
    area: Rect,
}

impl Page<'_> {
    fn row(&self, pen: &mut Pen<'_>, y: u16, stop: &Stop) {
        let agenda = self.subject.session.agenda();
        match stop {
            Stop::Item(number) => {
                if let Some(item) = agenda.and_then(|agenda| agenda.get(number)) {
                    self.item(pen, y, *number, item);
                }
            }
            Stop::Prepared(number, line) => {
                let item = agenda.and_then(|agenda| agenda.get(number));
                let text = item.and_then(|item| item.prepared.get(*line));
                let inner = list::inner(self.area);
                let text = text.map_or("", String::as_str);
                let used = pen.text((inner.x + 5, y), inner.width, "- ", Role::Hint);
                let x = inner.x + 5 + used;
                pen.text((x, y), inner.right().saturating_sub(x), text, Role::Plain);
            }
            _ => {}
        }
    }

    fn item(&self, pen: &mut Pen<'_>, y: u16, number: u16, item: &AgendaItem) {
        let subject = self.subject;
        let wide = self.area.width >= WIDE;
        let middling = self.area.width >= 70;
        let widths = [
            Width::Is(3),
            subject.fit(6, 11),
            Width::Rest,
            Width::only(middling, 10),
            Width::only(wide, 10),
            Width::Is(8),
            Width::only(wide, 16),
        ];
        let columns = Columns::over(list::inner(self.area), &widths);
        let here = subject.seat.line.item == Some(number) && subject.session.meeting().is_some();
        let role = match item.state {
            _ if here => Role::Strong,
            ItemState::Postponed | ItemState::Carried => Role::Behind,
            _ => Role::Plain,
        };
        let used = self.used.items.get(&number).map(chrono::TimeDelta::num_minutes);
        let office = item.office.as_ref().map(ToString::to_string).unwrap_or_default();
        let cells = [
            Cell::new(number.to_string(), role).right(),
            Cell::new(item.state.word().text(subject.lang()), role),
            self.named(item, wide, role),
            Cell::plain(office),
            Cell::plain(item.presenter.as_str()),
            Cell::plain(minutes(subject, used, item.minutes.map(u32::from))).right(),
            Cell::plain(self.remarks(item)),
        ];
        columns.write(pen, y, &cells);
    }

    /// An item is cut like any name; where it is many rows, between their numbers.
    fn named(&self, item: &AgendaItem, wide: bool, role: Role) -> Cell<'_> {
        let cell = Cell::new(self.title(item, wide), role);
        if item.rows.len() > 1 { cell.ending(Ends::Listed) } else { cell }
    }

    fn title(&self, item: &AgendaItem, wide: bool) -> String {
        let name = match item.rows.as_slice() {
            [row] if wide => format!("{} {}", row.place, item.title),
            [_] | [] => name_of(self.subject, item),
            rows => {
                let places: Vec<String> = rows.iter().map(|row| row.place.to_string()).collect();
                format!("{}  {}", item.title, places.join(" "))
            }
        };
        let worded = Some(self.subject.label(Label::InPapers));
        let worded = worded.filter(|_| !item.in_papers.is_empty());
        // Before the title, so that it is not what is cut.
        let restricted =
            item.restricted.then(|| format!("〔{}〕 ", self.subject.sign(Sign::Restricted)));
        let marks = [
            worded.map(|label| format!("〔{label}〕")),
            Some(item.reason.clone()).filter(|reason| !reason.is_empty()),
        ];
        let marks: Vec<String> = marks.into_iter().flatten().collect();
        let restricted = restricted.unwrap_or_default();
        format!("{restricted}{name}  {}", marks.join("  ")).trim_end().to_owned()
    }

    fn remarks(&self, item: &AgendaItem) -> String {
        if item.prepared.is_empty() {
            return String::new();
        }
        let count = item.prepared.len().to_string();
        let sign = self.subject.label(Label::Prepared).to_owned();
        Seen::Named { sign, count }.text(self.subject.lang())
    }
}

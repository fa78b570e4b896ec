//! 签到: who is here, in protocol order.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::empty;
use super::list;
use super::panes;
use super::status::WIDE;
use super::strip::{self, Piece};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::pointer::Touch;
use crate::ledger::{Attendance, Presence};
use crate::plan::Party;
use crate::words::empty::Onward;
use crate::words::{Hint, Label, Seen, Sign};

/// Draws the sign-in sheet with the cursor on a row.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, cursor: usize) {
    let attendees = subject.session.attendees();
    let head = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
    strip::pieces(pen, head, &counts(subject, &attendees));
    let area = strip::foot(pen, area, subject, &HINTS);
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if attendees.is_empty() {
        let at = (list::inner(list).x, list.y);
        pen.text(
            at,
            list.width,
            empty::text(subject, subject.sign(Sign::NoOffices), &[Onward::Back]),
            Role::Hint,
        );
    }
    let wide = area.width >= WIDE;
    let full = Width::only(wide, 40);
    let widths = [Width::Is(3), Width::Is(14), full, subject.fit(8, 9), Width::Rest];
    let columns = Columns::over(list::inner(list), &widths);
    let seen = panes::window(attendees.len(), list.height, &(cursor..cursor + 1));
    for (y, row) in (list.y..list.bottom()).zip(seen) {
        let (party, attendance) = &attendees[row];
        columns.write(pen, y, &cells(subject, row, party, attendance.as_ref()));
        pen.touch(Rect { y, height: 1, ..list }, Touch::Row(row));
        if row == cursor {
            list::mark(pen, list, y, true);
        }
    }
}

pub(super) const HINTS: [Hint; 7] = [
    Hint::Cycle,
    Hint::SignDown,
    Hint::CameNow,
    Hint::Instead,
    Hint::FindName,
    Hint::TakeOff,
    Hint::Leave,
];

/// How many are here, and how many are not.
pub(super) fn counts(
    subject: Subject<'_>,
    attendees: &[(Party, Option<Attendance>)],
) -> Vec<Piece> {
    let lang = subject.lang();
    let mut pieces = vec![Piece::new(subject.label(Label::Attendance), Role::Title)];
    let count = |state: Option<Presence>| {
        let is_it = |attendance: &Option<Attendance>| attendance.as_ref().map(|a| a.state) == state;
        attendees.iter().filter(|(_, attendance)| is_it(attendance)).count().to_string()
    };
    for state in Presence::ALL {
        let sign = state.word().text(lang).to_owned();
        let seen = Seen::Named { sign, count: count(Some(*state)) };
        pieces.push(Piece::new(seen.text(lang), Role::Plain));
    }
    let sign = subject.sign(Sign::NotSigned).to_owned();
    pieces.push(Piece::new(Seen::Named { sign, count: count(None) }.text(lang), Role::Hint));
    pieces
}

fn cells<'t>(
    subject: Subject<'t>,
    row: usize,
    party: &'t Party,
    attendance: Option<&Attendance>,
) -> [Cell<'t>; 5] {
    let full = office(subject, party);
    let state = attendance.map_or("-", |attendance| attendance.state.word().text(subject.lang()));
    let role = match attendance.map(|attendance| attendance.state) {
        Some(Presence::Present | Presence::Attending) => Role::Strong,
        Some(Presence::Absent) => Role::Behind,
        Some(Presence::Excused) => Role::Plain,
        None => Role::Hint,
    };
    [
        Cell::plain((row + 1).to_string()).right(),
        Cell::plain(party.name()),
        Cell::plain(full),
        Cell::new(state, role),
        Cell::plain(remarks(subject, party, attendance)),
    ]
}

/// The same as words alone: name, full name, how somebody attends, and what is to be said of it.
pub(super) fn said(
    subject: Subject<'_>,
    party: &Party,
    attendance: Option<&Attendance>,
) -> [String; 4] {
    let full = office(subject, party).to_owned();
    let state = attendance.map_or("-", |attendance| attendance.state.word().text(subject.lang()));
    let note = remarks(subject, party, attendance);
    [party.name().to_owned(), full, state.to_owned(), note]
}

/// The full name of an office, or that the roster has none.
fn office<'t>(subject: Subject<'t>, party: &Party) -> &'t str {
    let roster = &subject.session.plan.roster.offices;
    match party.key().and_then(|key| roster.get(key)) {
        Some(office) => office.full.as_str(),
        None => subject.sign(Sign::NoSuchOffice),
    }
}

/// Who came instead, from when to when, and why somebody is excused.
pub(super) fn remarks(
    subject: Subject<'_>,
    party: &Party,
    attendance: Option<&Attendance>,
) -> String {
    let mut said: Vec<String> = before(subject, party, attendance).into_iter().collect();
    let Some(attendance) = attendance else { return said.join("  ") };
    let time = |time: Option<crate::ledger::TimeOfDay>| time.map(|time| time.to_string());
    let substitute = Some(attendance.substitute.clone()).filter(|name| !name.is_empty());
    let fields = [
        (Sign::Substitute, substitute),
        (Sign::Came, time(attendance.from)),
        (Sign::Went, time(attendance.to)),
    ];
    let fields = fields.into_iter();
    said.extend(
        fields.filter_map(|(sign, text)| Some(format!("{} {}", subject.sign(sign), text?))),
    );
    said.extend(Some(attendance.reason.clone()).filter(|reason| !reason.is_empty()));
    said.join("  ")
}

/// How somebody attended before the break, where that is another way than now.
fn before(subject: Subject<'_>, party: &Party, now: Option<&Attendance>) -> Option<String> {
    let before = subject.session.open.as_ref()?.before()?.get(party);
    if before.map(|before| before.state) == now.map(|now| now.state) {
        return None;
    }
    let state = before
        .map_or(subject.sign(Sign::NotSigned), |before| before.state.word().text(subject.lang()));
    Some(format!("{} {state}", subject.sign(Sign::BeforeBreak)))
}

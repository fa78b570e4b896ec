//! What stands below the rows of a screen: why the one with the cursor stands as it does, what Enter would
//! make of a line, and what the keys do.

use ratatui::layout::Rect;

use super::len;
use crate::app::{Screen, account, look};
use crate::view::canvas::Pen;
use crate::view::shown::Shown;
use crate::view::strip::{self, Piece, Strip};
use crate::view::style::Role;
use crate::view::subject::Subject;
use crate::view::width::Ruler;
use crate::view::{
    self, compare, division, echo, figures_table, gate, items, join, line, lists, office, paste,
    pending, readback, register, reviews, signin, story, why,
};
use crate::words::Hint;

/// Lines in which a pasted line is changed.
const FIELD: u16 = 4;

/// The lines below the rows.
pub struct Below {
    why: (Shown<'static>, u16),
    /// A field, and what it means.
    field: u16,
    means: Vec<Strip>,
    keys: Vec<Strip>,
}

impl Below {
    pub fn of(subject: Subject<'_>, ruler: Ruler, area: Rect) -> Self {
        let width = area.width.saturating_sub(2);
        let why = match subject.seat.screen() {
            Screen::Overview { .. }
            | Screen::Tasks { .. }
            | Screen::Task { .. }
            | Screen::Office { .. }
            | Screen::Pending { .. }
            | Screen::ReadBack { .. }
            | Screen::Register(_) => why::said(ruler, area, subject, 28),
            _ => (Shown::default(), 0),
        };
        let (field, means) = means(subject);
        let means = strip::whole(ruler, width, means);
        Self { why, field, means, keys: strip::whole(ruler, width, keys(subject)) }
    }

    /// The lines that are needed, a blank one over them.
    pub fn height(&self) -> u16 {
        let lines = self.why.1.saturating_add(self.field).saturating_add(len(&self.means));
        let lines = lines.saturating_add(len(&self.keys));
        lines.saturating_add(u16::from(lines > self.why.1))
    }

    /// Leaves its room to what is pointed at.
    pub fn spare(&mut self) {
        self.why = (Shown::default(), 0);
        self.keys.clear();
    }

    /// Draws them at the foot of an area. Gives what is left.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) -> Rect {
        let height = self.height().min(area.height);
        let left = Rect { height: area.height - height, ..area };
        let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let mut y = area.bottom() - height + u16::from(height > self.why.1);
        let rest = |y: u16| Rect { y, height: area.bottom().saturating_sub(y), ..line };
        if let (Screen::Pasted(pasted), true) = (subject.seat.screen(), self.field > 0) {
            if let Some(field) = &pasted.editing {
                line::several(pen, Rect { height: self.field, ..rest(y) }, field, true);
            }
            y += self.field;
        }
        y = strip::under(pen, rest(y), &self.means);
        let why = self.why.1.min(rest(y).height);
        pen.wrapped(Rect { height: why, ..rest(y) }, &self.why.0, Role::Plain);
        strip::under(pen, rest(y + why), &self.keys);
        left
    }
}

/// What the line with the cursor would do, and how many lines the field has in which it is changed; what
/// is known more of a row that is settled.
fn means(subject: Subject<'_>) -> (u16, Vec<Piece>) {
    match subject.seat.screen() {
        Screen::Pasted(pasted) => {
            let Some(own) = pasted.lines.get(pasted.cursor) else { return (0, Vec::new()) };
            let said = pasted.editing.as_ref().map_or(own.text.as_str(), |field| field.text());
            let pieces = echo::pieces_of(subject, &paste::understood(subject, said));
            (if pasted.editing.is_some() { FIELD } else { 0 }, pieces)
        }
        Screen::Account { cursor, unfolded } => {
            let place = account::row(&subject.session.plan, *unfolded, *cursor);
            (0, place.map(|place| view::account::figures(subject, place)).unwrap_or_default())
        }
        _ => (0, Vec::new()),
    }
}

/// What the keys do.
fn keys(subject: Subject<'_>) -> Vec<Piece> {
    let (session, cursor) = (subject.session, look::cursor(subject.seat));
    let offered = |hints: &[Hint]| strip::offered(subject, hints);
    match subject.seat.screen() {
        Screen::Register(_) => offered(&register::KEYS),
        Screen::Compare(_) => compare::moves(subject),
        Screen::Story { .. } => offered(&story::HINTS),
        Screen::Lists { .. } => offered(&lists::HINTS),
        Screen::Agenda { .. } => offered(&items::hints(subject)),
        Screen::Division(table) => offered(division::hints(table)),
        Screen::Account { .. } => offered(&view::account::HINTS),
        Screen::Figures(figures) => offered(figures_table::hints(figures)),
        Screen::SignIn { .. } => offered(&signin::HINTS),
        Screen::Gate { .. } => {
            let gaps = session.gaps();
            offered(&gate::hints(gaps, cursor.min(gaps.len().saturating_sub(1))))
        }
        Screen::Join { .. } => {
            let Some(fork) = &session.fork else { return Vec::new() };
            let open = session.open.as_ref().map(|history| &history.open);
            let all: Vec<_> = fork.conflicts(open).collect();
            offered(&join::hints(&all, cursor.min(all.len().saturating_sub(1))))
        }
        Screen::Reviews { .. } => reviews::keys(subject).into(),
        Screen::Pasted(_) => offered(&paste::HINTS),
        Screen::Office { .. } => offered(&office::hints(subject)),
        Screen::Pending { .. } => offered(pending::hints(subject)),
        Screen::ReadBack { .. } => offered(&readback::HINTS),
        _ => Vec::new(),
    }
}

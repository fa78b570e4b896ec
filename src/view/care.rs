//! 关怀: one column of at most forty Han, six rows at a time, a blank line between them, nothing
//! abbreviated. How large the letters are is the terminal's to say, so the screen says how to zoom.
//!
//! Every list is told here in one shape, by the rows that paper and lines are told by: a row has as many
//! lines as it needs, and what is longer than the window is gone through. Pages of fields are drawn as
//! everywhere, in the column.

mod above;
mod below;
mod item;
pub mod page;
mod rows;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::column;
use super::empty;
use super::list;
use super::listing::{self, Group};
use super::strip::Strip;
use super::style::Role;
use super::subject::Subject;
use super::width::Ruler;
use crate::app::pointer::Touch;
use crate::app::taste::Arrangement;
use crate::app::{Screen, look};
use crate::words::Sign;

pub use item::item;

use above::Above;
use below::Below;
use page::{List, Mark, Page};

impl Subject<'_> {
    /// Whether this seat is shown less at a time, and all of it.
    pub fn is_cared_for(self) -> bool {
        self.seat.taste.layout == Arrangement::Care
    }

    /// The part of the window in which everything stands: all of it, or one column in its middle.
    pub fn column(self, area: Rect) -> Rect {
        column::of(area, self.seat.taste.layout)
    }
}

/// Whether a screen is told row by row.
pub fn tells(screen: &Screen) -> bool {
    !matches!(screen, Screen::Meeting | Screen::Form(_) | Screen::Preview(_) | Screen::Help { .. })
}

/// Says on a rule how letters become larger.
pub fn zoom(pen: &mut Pen<'_>, rule: Rect, subject: Subject<'_>) {
    if subject.is_cared_for() {
        let said = format!(" {} ", subject.sign(Sign::Zoom));
        pen.text_before((rule.right() - 2, rule.y), rule.width, said, Role::Hint);
    }
}

/// Draws a screen of rows: what it is about, then six of them with the cursor among them; at the foot why
/// and what the keys do. Where the row with the cursor needs the room, it has it.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let ruler = pen.ruler();
    let told = Told::of(subject, ruler, area);
    let mut above = Above::of(subject, ruler, area);
    let mut below = Below::of(subject, ruler, area);
    let need = told.need();
    let room = |above: &Above, below: &Below| {
        area.height.saturating_sub(above.height()).saturating_sub(below.height())
    };
    if room(&above, &below) < need {
        below.spare();
    }
    if room(&above, &below) < need {
        above.spare();
    }
    let area = below.draw(pen, area, subject);
    let area = above.draw(pen, area, subject);
    told.draw(pen, area);
}

/// The rows of a screen as they are told.
struct Told<'a> {
    subject: Subject<'a>,
    groups: Vec<Group>,
    /// What stands before the rows and is none of them.
    ahead: Vec<Strip>,
    width: u16,
    ruler: Ruler,
    cursor: usize,
}

impl<'a> Told<'a> {
    fn of(subject: Subject<'a>, ruler: Ruler, area: Rect) -> Self {
        let width = list::inner(area).width;
        let mut groups = listing::groups(subject);
        // What makes an agenda of the lists is a key.
        if let (Screen::Lists { .. }, Some(first)) = (subject.seat.screen(), groups.first_mut()) {
            first.heading.clear();
        }
        let ahead = rows::besides(subject, ruler, width);
        let cursor = match subject.seat.screen() {
            Screen::Pasted(pasted) => pasted.cursor,
            _ => look::cursor(subject.seat),
        };
        let count = groups.last().map_or(0, |group| group.rows.end);
        Self { subject, groups, ahead, width, ruler, cursor: cursor.min(count.saturating_sub(1)) }
    }

    fn count(&self) -> usize {
        self.groups.last().map_or(0, |group| group.rows.end)
    }

    fn blocks(&self, range: std::ops::Range<usize>) -> Vec<Vec<Strip>> {
        rows::blocks(self.subject, self.ruler, self.width, (range, self.cursor))
    }

    /// The lines without which the row with the cursor cannot be seen whole.
    fn need(&self) -> u16 {
        if self.count() == 0 {
            return 1;
        }
        let own = self.blocks(self.cursor..self.cursor + 1).first().map_or(0, Vec::len);
        u16::try_from(own + 1).unwrap_or(u16::MAX)
    }

    fn draw(&self, pen: &mut Pen<'_>, area: Rect) {
        let subject = self.subject;
        let (mark, glimpse) = (Mark::of(subject.seat.screen()), &subject.seat.glimpse);
        let page = Page { area, mark, glimpse, touch: &Touch::Row };
        let blocks = |range| self.blocks(range);
        let rows = List {
            subject,
            groups: &self.groups,
            ahead: &self.ahead,
            count: self.count(),
            blocks: &blocks,
        };
        let (end, first) = page.draw(pen, &rows, Some(self.cursor));
        if let (Screen::Division(table), Some(y)) = (subject.seat.screen(), first) {
            rows::cell(
                pen,
                Rect { y, height: area.bottom() - y, ..area },
                (self.width, table),
                subject,
            );
        }
        let Some((said, role)) = empty::here(subject).filter(|_| end < area.bottom()) else {
            return;
        };
        let inner = list::inner(area);
        let none = Rect { y: end, height: area.bottom() - end, ..inner };
        pen.wrapped(none, said, role);
        if self.count() == 0 && !matches!(subject.seat.screen(), Screen::Register(_)) {
            pen.focus(none.x, none.y);
        }
    }
}

fn len(lines: &[Strip]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

//! A page of whole rows: six of them, or as many as there is room for, under the headings of their groups.
//! What is longer than its room is seen from a line on, and says that it goes on.

use std::ops::Range;

use ratatui::layout::Rect;

use super::len;
use crate::app::Screen;
use crate::app::glimpse::{Glimpse, before};
use crate::app::look::SIX;
use crate::app::pointer::Touch;
use crate::view::canvas::Pen;
use crate::view::list;
use crate::view::listing::Group;
use crate::view::strip::{self, Strip};
use crate::view::style::Role;
use crate::view::subject::Subject;
use crate::words::Seen;

/// Rows that can be told.
pub struct List<'l> {
    pub subject: Subject<'l>,
    /// Their headings.
    pub groups: &'l [Group],
    /// What stands before them and is none of them.
    pub ahead: &'l [Strip],
    /// How many there are.
    pub count: usize,
    /// Those of some numbers, each in its lines.
    pub blocks: &'l dyn Fn(Range<usize>) -> Vec<Vec<Strip>>,
}

/// How the row with the cursor is told from the others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The terminal's cursor stands on it.
    Focus,
    /// It stays in a field.
    Point,
    /// Only its cell is chosen.
    Cell,
}

impl Mark {
    pub fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Register(_) => Self::Point,
            Screen::Pasted(pasted) if pasted.editing.is_some() => Self::Point,
            Screen::Division(_) => Self::Cell,
            _ => Self::Focus,
        }
    }
}

/// Where a page is drawn, and what was seen there last.
pub struct Page<'a> {
    pub area: Rect,
    pub mark: Mark,
    pub glimpse: &'a Glimpse,
    /// What a press on a row chooses.
    pub touch: &'a dyn Fn(usize) -> Touch,
}

/// The rows around the cursor, read once.
struct Near<'r> {
    from: usize,
    blocks: Vec<Vec<Strip>>,
    groups: &'r [Group],
}

impl<'r> Near<'r> {
    fn of(rows: &List<'r>, at: usize) -> Self {
        let from = at.saturating_sub(SIX - 1);
        let to = (at + SIX).min(rows.count);
        Self { from, blocks: (rows.blocks)(from..to), groups: rows.groups }
    }

    fn block(&self, at: usize) -> &[Strip] {
        let block = at.checked_sub(self.from).and_then(|at| self.blocks.get(at));
        block.map_or(&[], Vec::as_slice)
    }

    /// The lines that rows take, headings and blank lines among them.
    fn lines(&self, of: Range<usize>) -> usize {
        let headed = self.groups.iter().filter(|group| {
            let begins = group.rows.contains(&of.start) || of.contains(&group.rows.start);
            begins && !group.rows.is_empty() && !group.heading.is_empty()
        });
        let own: usize = of.clone().map(|at| self.block(at).len()).sum();
        headed.count() + own + of.len().saturating_sub(1)
    }
}

impl Page<'_> {
    /// Draws the page that has the cursor, else the last one. Gives the line after it, and the first line
    /// of the row with the cursor.
    pub fn draw(
        &self,
        pen: &mut Pen<'_>,
        rows: &List<'_>,
        cursor: Option<usize>,
    ) -> (u16, Option<u16>) {
        if rows.count == 0 {
            let (end, seen) = self.through(pen, self.area, (rows.subject, rows.ahead));
            pen.glimpse(seen);
            return (end + u16::from(!rows.ahead.is_empty()), None);
        }
        let near = Near::of(rows, cursor.unwrap_or(rows.count - 1));
        let height = usize::from(self.area.height);
        let fits = |range: Range<usize>| range.start >= near.from && near.lines(range) <= height;
        let first = match cursor {
            None => before(rows.count, fits),
            Some(cursor) => {
                let seen = self.glimpse.first(cursor, fits);
                seen.unwrap_or_else(|| anchored(cursor, rows.count, fits))
            }
        };
        let (area, mut seen) = self.ahead(pen, rows, (&near, first, cursor));
        let (end, at) = self.from(pen, (area, rows, &near), (first, cursor), &mut seen);
        pen.glimpse(seen);
        (end, at)
    }

    /// What stands before the rows, on their first page: all of it, or a part that is gone through while the
    /// cursor is on the first row. Gives what is left.
    fn ahead(
        &self,
        pen: &mut Pen<'_>,
        rows: &List<'_>,
        (near, first, cursor): (&Near<'_>, usize, Option<usize>),
    ) -> (Rect, Glimpse) {
        let area = self.area;
        if rows.ahead.is_empty() || first > 0 {
            return (area, Glimpse::default());
        }
        let own = |to: usize| u16::try_from(near.lines(0..to + 1)).unwrap_or(u16::MAX);
        let cursor = cursor.unwrap_or(rows.count - 1);
        let whole = len(rows.ahead).saturating_add(1).saturating_add(own(cursor)) <= area.height;
        let room = area.height.saturating_sub(own(0).saturating_add(1));
        if !whole && (cursor > 0 || room < 2) {
            return (area, Glimpse::default());
        }
        let room = if whole { len(rows.ahead) } else { room };
        let (end, seen) =
            self.through(pen, Rect { height: room, ..area }, (rows.subject, rows.ahead));
        let y = (end + 1).min(area.bottom());
        (Rect { y, height: area.bottom() - y, ..area }, seen)
    }

    /// Draws lines that may be more than there is room for, from the one on to which one has come; how many
    /// are still below stands in the last one.
    fn through(
        &self,
        pen: &mut Pen<'_>,
        area: Rect,
        (subject, lines): (Subject<'_>, &[Strip]),
    ) -> (u16, Glimpse) {
        let room = usize::from(area.height);
        let most = lines.len().saturating_sub(room);
        let past = self.glimpse.past.min(most);
        let (inner, below) = (list::inner(area), most - past);
        let seen = Glimpse { past, below, page: room.saturating_sub(1), ..Glimpse::default() };
        if below == 0 || room < 2 {
            return (strip::under(pen, inner, &lines[past..]), seen);
        }
        let shown = Rect { height: inner.height - 1, ..inner };
        let end = strip::under(pen, shown, &lines[past..]);
        let count = (lines.len() - past - (room - 1)).to_string();
        let more = Seen::MoreLines { count }.text(subject.lang());
        pen.text_before((inner.right(), end), inner.width, more, Role::Strong);
        (end + 1, seen)
    }

    /// Draws rows from one on, each whole. Gives the line after the last one, and the first of the row with
    /// the cursor.
    fn from(
        &self,
        pen: &mut Pen<'_>,
        (area, rows, near): (Rect, &List<'_>, &Near<'_>),
        (first, cursor): (usize, Option<usize>),
        seen: &mut Glimpse,
    ) -> (u16, Option<u16>) {
        let (mut y, mut chosen) = (area.y, None);
        let mut headed: Vec<(u16, &Group)> = Vec::new();
        let mut shown: Option<usize> = None;
        seen.rows = first..first;
        for at in first..(first + SIX).min(rows.count) {
            let group = rows.groups.iter().position(|group| group.rows.contains(&at));
            let heading = group.filter(|group| shown != Some(*group));
            let heading =
                heading.and_then(|at| rows.groups.get(at)).filter(|g| !g.heading.is_empty());
            let block = near.block(at);
            let needs = u16::from(heading.is_some()).saturating_add(len(block));
            if at > first && y.saturating_add(needs) > area.bottom() {
                break;
            }
            shown = group;
            if let Some(group) = heading {
                headed.push((y, group));
                y += 1;
            }
            let room = Rect { y, height: area.bottom().saturating_sub(y), ..area };
            let part = if len(block) > room.height { Some(&mut *seen) } else { None };
            let lines = self.row(pen, room, (rows.subject, block), part);
            pen.touch(Rect { height: lines, ..room }, (self.touch)(at));
            if cursor == Some(at) {
                self.mark(pen, Rect { height: lines, ..room });
                chosen = Some(y);
            }
            seen.rows.end = at + 1;
            y += lines + 1;
        }
        for (y, group) in headed {
            self.heading(pen, y, rows.subject, (group, &seen.rows));
        }
        (y.min(area.bottom()), chosen)
    }

    /// Draws the lines of a row; of one that is longer than the window as many as there is room for, from the
    /// one on to which one has come. Gives how many.
    fn row(
        &self,
        pen: &mut Pen<'_>,
        room: Rect,
        (subject, block): (Subject<'_>, &[Strip]),
        part: Option<&mut Glimpse>,
    ) -> u16 {
        let Some(seen) = part else {
            return strip::under(pen, list::inner(room), block) - room.y;
        };
        let (end, own) = self.through(pen, room, (subject, block));
        *seen = Glimpse { rows: seen.rows.clone(), ..own };
        end - room.y
    }

    fn mark(&self, pen: &mut Pen<'_>, row: Rect) {
        for y in row.y..row.bottom() {
            match self.mark {
                Mark::Focus => list::mark(pen, row, y, y == row.y),
                Mark::Point => list::point(pen, row, y, y == row.y),
                Mark::Cell => {}
            }
        }
    }

    /// The heading of a group, and which of its rows are seen unless all are.
    fn heading(
        &self,
        pen: &mut Pen<'_>,
        y: u16,
        subject: Subject<'_>,
        (group, page): (&Group, &Range<usize>),
    ) {
        let area = self.area;
        let own = &group.rows;
        let (first, last) = (page.start.max(own.start), page.end.min(own.end));
        let number = |at: usize| (at + 1 - own.start).to_string();
        let (all, lang) = (own.len().to_string(), subject.lang());
        let count = match last - first {
            seen if seen == own.len() => String::new(),
            1 => Seen::Of { shown: number(first), all }.text(lang),
            _ => Seen::Span { first: number(first), last: number(last - 1), all }.text(lang),
        };
        let end = pen.text_before((area.right() - 1, y), area.width / 3, count, Role::Hint);
        let room = end.saturating_sub(area.x + 2);
        pen.text((area.x + 1, y), room, group.heading.as_str(), Role::Title);
    }
}

/// The first row of a page that has nothing to do with what was seen: by sixes, so that it is the same
/// whichever of its rows has the cursor; the last page is full.
fn anchored(cursor: usize, count: usize, fits: impl Fn(Range<usize>) -> bool) -> usize {
    let mut first = cursor - cursor % SIX;
    loop {
        let mut end = first + 1;
        while end < count && end < first + SIX && fits(first..end + 1) {
            end += 1;
        }
        if cursor < end {
            return if end == count { before(count, fits).min(first) } else { first };
        }
        first = end;
    }
}

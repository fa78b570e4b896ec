//! The pen: the only thing in the program that puts text into a buffer.
//!
//! It takes roles and safe text, never a style or a raw string of ratatui's, so no frame can hold an
//! escape or half a wide glyph. It must never draw outside its area, and its own marks are ASCII:
//! box-drawing characters are one or two columns wide, depending on the terminal, and drawn only for
//! eyes that are known to see them well.

use std::borrow::Cow;
use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::Drawn;
use super::cluster::clusters;
use super::shown::Shown;
use super::style::{Palette, Role};
use super::width::Ruler;
use crate::app::glimpse::Glimpse;
use crate::app::pointer::{Patch, Pointing, Touch};
use crate::app::script::Kept;
use crate::app::sight::{Frame, Sight};

/// Draws into one buffer for one pair of eyes.
#[derive(Debug)]
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    ruler: Ruler,
    palette: Palette,
    frame: Frame,
    focus: Position,
    /// What stays as it is where all else is shown in 繁体.
    kept: Option<&'a Kept>,
    patches: Vec<Patch>,
    glimpse: Glimpse,
}

impl<'a> Pen<'a> {
    /// A pen over a buffer. The cursor stands in the top left corner until [`Pen::focus`] moves it.
    pub fn new(buffer: &'a mut Buffer, sight: Sight) -> Self {
        let pen = Self::over(buffer, sight);
        let (area, paper) = (pen.buffer.area, pen.palette.style(Role::Plain));
        pen.buffer.set_style(area, paper);
        pen
    }

    /// A pen over a buffer that is wiped first: a frame is drawn in the memory of the last one.
    pub fn anew(buffer: &'a mut Buffer, sight: Sight) -> Self {
        let pen = Self::over(buffer, sight);
        pen.buffer.content.fill(ink(pen.palette.style(Role::Plain)));
        pen
    }

    fn over(buffer: &'a mut Buffer, sight: Sight) -> Self {
        let (ruler, palette) = (Ruler::new(sight.ambiguous), Palette::new(sight));
        let focus = buffer.area.as_position();
        let (kept, patches, glimpse) = (None, Vec::new(), Glimpse::default());
        Self { buffer, ruler, palette, frame: sight.frame, focus, kept, patches, glimpse }
    }

    /// The same pen writing 繁体, all but what is `kept`. Nothing moves: a text is as wide in either.
    #[must_use]
    pub fn in_script(self, kept: Option<&'a Kept>) -> Self {
        Self { kept, ..self }
    }

    /// The whole area that can be drawn on.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Measures and wraps as this pen writes.
    pub fn ruler(&self) -> Ruler {
        self.ruler
    }

    /// Writes one line at a place into at most `columns`; what does not fit is cut with `..`.
    /// Gives the columns used.
    pub fn text<'t>(
        &mut self,
        at: impl Into<Position>,
        columns: u16,
        text: impl Into<Shown<'t>>,
        role: Role,
    ) -> u16 {
        let text = self.shown(text.into());
        self.cut(at.into(), columns, &text, role)
    }

    /// A whole text in the script of this pen, to be written piece by piece.
    pub fn in_its_script<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.kept.map_or(Cow::Borrowed(text), |kept| kept.traditional(text))
    }

    /// Writes one line of a text that was wrapped: its script is that of the whole, so that a name
    /// parted by the end of a line is known still. A character stands for one in either script.
    pub fn line_of(
        &mut self,
        at: impl Into<Position>,
        columns: u16,
        (whole, line): (&Shown<'_>, Range<usize>),
        role: Role,
    ) -> u16 {
        let text = whole.as_str();
        let (Some(kept), Some(before)) = (self.kept, text.get(..line.start)) else {
            return self.cut(at.into(), columns, &whole.part(line), role);
        };
        let (from, count) = (before.chars().count(), text[line].chars().count());
        let shown: String = kept.traditional(text).chars().skip(from).take(count).collect();
        self.cut(at.into(), columns, &Shown::new(shown), role)
    }

    /// Writes text as it stands, cut where it does not fit.
    fn cut(&mut self, at: Position, columns: u16, text: &Shown<'_>, role: Role) -> u16 {
        let room = columns.min(self.area().right().saturating_sub(at.x));
        let cut = self.ruler.cut(text, usize::from(room));
        self.whole(at, &cut, role)
    }

    /// The text as it is shown: a whole text at a time, so that no name is parted before it is known.
    fn shown<'t>(&self, text: Shown<'t>) -> Shown<'t> {
        match self.kept {
            Some(kept) => Shown::new(kept.traditional(text.as_str()).into_owned()),
            None => text,
        }
    }

    /// Writes text in the script in which it stands: what a person types, and what was put into the
    /// seat's own as a whole.
    pub fn verbatim<'t>(
        &mut self,
        at: impl Into<Position>,
        columns: u16,
        text: impl Into<Shown<'t>>,
        role: Role,
    ) -> u16 {
        self.cut(at.into(), columns, &text.into(), role)
    }

    /// Writes one line that ends before the column of `end`, in at most `columns`. Gives its
    /// first column.
    pub fn text_before<'t>(
        &mut self,
        end: impl Into<Position>,
        columns: u16,
        text: impl Into<Shown<'t>>,
        role: Role,
    ) -> u16 {
        let (Position { x: right, y }, text) = (end.into(), self.shown(text.into()));
        let room = usize::from(columns.min(right.saturating_sub(self.area().x)));
        let cut = self.ruler.cut(&text, room);
        let used = u16::try_from(self.ruler.columns(cut.as_str())).unwrap_or(0);
        self.whole(Position { x: right - used, y }, &cut, role);
        right - used
    }

    /// Writes text over as many lines of `area` as it needs. Gives the lines used; text that does
    /// not fit is cut in the last one.
    pub fn wrapped<'t>(&mut self, area: Rect, text: impl Into<Shown<'t>>, role: Role) -> u16 {
        let text = self.shown(text.into());
        let breaks = self.ruler.breaks(text.as_str(), usize::from(area.width));
        let lines = u16::try_from(breaks.len()).unwrap_or(u16::MAX).min(area.height);
        for (y, line) in (area.y..area.y.saturating_add(lines)).zip(breaks) {
            let last = y + 1 == area.bottom();
            let end = if last { text.as_str().len() } else { line.end };
            self.cut((area.x, y).into(), area.width, &text.part(line.start..end), role);
        }
        lines
    }

    /// A line along the top of `area`.
    pub fn rule(&mut self, area: Rect) {
        let ink = ink(self.palette.style(Role::Rule));
        let dash = match self.frame {
            Frame::Ascii => "-",
            Frame::Lines => "─",
        };
        for x in area.left()..area.right() {
            self.glyph((x, area.y), dash, &ink);
        }
    }

    /// A line down the left side of `area`.
    pub fn upright(&mut self, area: Rect) {
        let ink = ink(self.palette.style(Role::Rule));
        let bar = match self.frame {
            Frame::Ascii => "|",
            Frame::Lines => "│",
        };
        for y in area.top()..area.bottom() {
            self.glyph((area.x, y), bar, &ink);
        }
    }

    /// Clears a place for a popup, with a frame and a title. Gives the inside.
    pub fn popup<'t>(&mut self, area: Rect, title: impl Into<Shown<'t>>) -> Rect {
        let area = area.intersection(self.area());
        self.clear(area);
        // A box has the keys: nothing below it is chosen.
        self.patches.clear();
        if area.width < 4 || area.height < 2 {
            return area;
        }
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        let corners = match self.frame {
            Frame::Ascii => [["+", "+"], ["+", "+"]],
            Frame::Lines => [["┌", "┐"], ["└", "┘"]],
        };
        for (y, [first, last]) in [area.y, bottom].into_iter().zip(corners) {
            self.rule(Rect { y, height: 1, ..area });
            self.text((area.x, y), 1, first, Role::Rule);
            self.text((right, y), 1, last, Role::Rule);
        }
        for x in [area.x, right] {
            self.upright(Rect::new(x, area.y + 1, 1, area.height - 2));
        }
        self.text((area.x + 2, area.y), area.width - 4, title, Role::Title);
        Rect::new(area.x + 2, area.y + 1, area.width - 4, area.height - 2)
    }

    /// Blanks an area. A wide glyph that reaches into it from either side goes as a whole: half a
    /// glyph would eat a border (ratatui's `Clear` does that).
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.area());
        let ink = ink(self.palette.style(Role::Plain));
        for Position { x, y } in area.positions() {
            self.glyph((x, y), " ", &ink);
        }
    }

    /// Shows an area as the selected one, whatever stands in it.
    pub fn select(&mut self, area: Rect) {
        for position in area.intersection(self.area()).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.modifier.insert(Modifier::REVERSED);
            }
        }
    }

    /// Puts the terminal's cursor here: the place at which text would appear. Input methods, screen
    /// readers and magnifiers follow it. A place outside is drawn to the nearest one inside.
    pub fn focus(&mut self, x: u16, y: u16) {
        let area = self.area();
        self.focus = Position {
            x: x.clamp(area.x, area.right().saturating_sub(1).max(area.x)),
            y: y.clamp(area.y, area.bottom().saturating_sub(1).max(area.y)),
        };
    }

    /// Says what a place stands for, to whoever presses a mouse there.
    pub fn touch(&mut self, area: Rect, touch: Touch) {
        let area = area.intersection(self.area());
        let (from, to) = ((area.x, area.y), (area.right(), area.bottom()));
        self.patches.push(Patch { from, to, touch });
    }

    /// Says which rows of a long list are seen, and how much of what is longer than the window.
    pub fn glimpse(&mut self, glimpse: Glimpse) {
        self.glimpse = glimpse;
    }

    /// What came of the drawing.
    pub fn seen(self, pointing: Pointing) -> Drawn {
        Drawn { focus: self.focus, patches: self.patches, pointing, glimpse: self.glimpse }
    }

    /// Where the cursor goes.
    pub fn focused(&self) -> Position {
        self.focus
    }

    /// Writes text as it is. Gives the columns used.
    fn whole(&mut self, Position { x, y }: Position, text: &Shown<'_>, role: Role) -> u16 {
        let ink = ink(self.palette.style(role));
        let mut used = 0;
        for cluster in clusters(text.as_str()) {
            used += self.glyph((x.saturating_add(used), y), cluster, &ink);
        }
        used
    }

    /// Puts one cluster down if it fits in the buffer. Gives its columns.
    fn glyph(&mut self, (x, y): (u16, u16), cluster: &str, ink: &Cell) -> u16 {
        let columns = u16::try_from(self.ruler.cluster(cluster)).unwrap_or(0);
        let area = self.buffer.area;
        let inside = area.contains(Position { x, y }) && columns <= area.right() - x;
        if columns == 0 || !inside {
            return 0;
        }
        let doubted = self.ruler.doubts(cluster);
        let at = self.buffer.index_of(x, y);
        let (before, rest) = self.buffer.content.split_at_mut(at);
        if let Some(last) = before.last_mut().filter(|last| x > area.x && is_wide(last)) {
            blank(last);
        }
        rest[..usize::from(columns)].fill(ink.clone());
        rest[0].set_symbol(cluster);
        if doubted {
            force_width(&mut rest[0], columns);
        }
        columns
    }
}

/// An empty cell in a style.
fn ink(style: Style) -> Cell {
    let mut cell = Cell::EMPTY;
    cell.set_style(style);
    cell
}

/// Whether a cell's glyph reaches into the next cell. One byte never does.
fn is_wide(cell: &Cell) -> bool {
    cell.symbol().len() > 1 && cell.cell_width() > 1
}

/// What a person reads on a buffer: one text line for each screen line, blanks at its end left out.
pub fn screen_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut line = String::new();
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let cell = &buffer[(x, y)];
            line.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Takes a cell's glyph away and leaves its colours.
fn blank(cell: &mut Cell) {
    cell.set_symbol(" ").set_diff_option(CellDiffOption::None);
}

/// Tells the writer the columns of a glyph about which Unicode's narrow table says otherwise.
fn force_width(cell: &mut Cell, columns: u16) {
    if let Some(width) = NonZeroU16::new(columns).filter(|w| w.get() != cell.cell_width()) {
        cell.set_diff_option(CellDiffOption::ForcedWidth(width));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sight::Ambiguous;

    fn drawn(width: u16, height: u16, draw: impl FnOnce(&mut Pen<'_>)) -> Buffer {
        drawn_for(Sight::default(), width, height, draw)
    }

    fn drawn_for(sight: Sight, w: u16, h: u16, draw: impl FnOnce(&mut Pen<'_>)) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, w, h));
        draw(&mut Pen::new(&mut buffer, sight));
        buffer
    }

    #[test]
    fn text_is_cut_at_its_room_and_at_the_edge() {
        let buffer = drawn(10, 3, |pen| {
            assert_eq!(pen.text((0, 0), 7, "招商引资", Role::Plain), 6);
            assert_eq!(pen.text((6, 1), 99, "招商引资", Role::Plain), 4);
            assert_eq!(pen.text_before((10, 2), 10, "305", Role::Plain), 7);
            assert_eq!(pen.text((0, 99), 5, "outside", Role::Plain), 0);
        });
        assert_eq!(screen_text(&buffer), "招商..\n      招..\n       305\n");
    }

    #[test]
    fn an_escape_is_drawn_as_a_mark() {
        let buffer = drawn(20, 1, |pen| {
            pen.text((0, 0), 20, "甲\x1b[2J\u{202e}", Role::Plain);
        });
        assert_eq!(screen_text(&buffer), "甲<001B>[2J<202E>\n");
    }

    #[test]
    fn a_popup_over_han_keeps_its_frame_at_every_column() {
        for x in 0..4 {
            let buffer = drawn(20, 5, |pen| {
                for y in 0..5 {
                    pen.text((0, y), 20, "招商引资项目落地建设", Role::Plain);
                }
                let inside = pen.popup(Rect::new(x, 1, 12, 3), "问");
                pen.text((inside.x, inside.y), inside.width, "散会吗", Role::Plain);
            });
            let column = |y| {
                let left = buffer[(x, y)].symbol().to_owned();
                let right = buffer[(x + 11, y)].symbol().to_owned();
                (left, right)
            };
            assert_eq!(column(1), ("+".to_owned(), "+".to_owned()), "at {x}");
            assert_eq!(column(2), ("|".to_owned(), "|".to_owned()), "at {x}");
            for y in 1..4 {
                for at in [x.saturating_sub(1), x + 10] {
                    assert!(buffer[(at, y)].cell_width() == 1 || at == x, "half a glyph at {at}");
                }
            }
        }
    }

    #[test]
    fn ambiguous_glyphs_take_two_cells_where_the_terminal_says_so() {
        let wide = Sight { ambiguous: Ambiguous::Wide, ..Sight::default() };
        let buffer = drawn_for(wide, 10, 1, |pen| {
            assert_eq!(pen.text((0, 0), 10, "“招”x", Role::Plain), 7);
        });
        assert_eq!(buffer[(2, 0)].symbol(), "招");
        assert_eq!(buffer[(6, 0)].symbol(), "x");
        assert_eq!(screen_text(&buffer), "“招”x\n");
    }

    #[test]
    fn wrapped_text_is_cut_in_its_last_line() {
        let buffer = drawn(8, 4, |pen| {
            let lines = pen.wrapped(Rect::new(0, 0, 8, 2), "力争全年完成签约额。", Role::Plain);
            assert_eq!(lines, 2);
            assert_eq!(pen.wrapped(Rect::new(0, 2, 8, 2), "签约额。", Role::Plain), 1);
        });
        assert_eq!(screen_text(&buffer), "力争全年\n完成签..\n签约额。\n\n");
    }

    #[test]
    fn the_focus_stays_inside() {
        drawn(10, 3, |pen| {
            pen.focus(99, 99);
            assert_eq!(pen.focused(), Position { x: 9, y: 2 });
        });
        drawn(0, 0, |pen| {
            pen.focus(3, 3);
            assert_eq!(pen.focused(), Position { x: 0, y: 0 });
            pen.text((0, 0), 5, "甲", Role::Plain);
            pen.clear(Rect::new(0, 0, 9, 9));
        });
    }

    #[test]
    fn a_selected_row_is_reversed_in_every_cell() {
        let buffer = drawn(6, 1, |pen| {
            pen.text((0, 0), 6, "逾期", Role::Overdue);
            pen.select(Rect::new(0, 0, 6, 1));
        });
        for cell in &buffer.content {
            assert!(cell.modifier.contains(Modifier::REVERSED));
        }
    }
}

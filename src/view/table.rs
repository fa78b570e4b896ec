//! Columns: where they stand and how a line of cells is written into them.
//!
//! Columns are two blanks apart; one of them takes what the others leave. A cell never runs into
//! the next column: it is cut with `..`, or says less where that was asked for.

use ratatui::layout::Rect;

use super::brief::{self, Ends};
use super::canvas::Pen;
use super::shown::Shown;
use super::style::Role;

/// Blanks between two columns.
const BETWEEN: u16 = 2;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// So many columns.
    Is(u16),
    /// What the others leave.
    Rest,
    /// Not shown in a window of this size.
    Hidden,
}

/// The columns of a table: first column of the screen and width of each, hidden ones without.
#[derive(Clone, Debug)]
pub struct Columns(Vec<Option<(u16, u16)>>);

/// One piece of text in a column.
#[derive(Clone, Debug)]
pub struct Cell<'t> {
    text: Shown<'t>,
    role: Role,
    right: bool,
    ends: Option<Ends>,
}

impl Width {
    /// The same, but no wider.
    #[must_use]
    pub fn at_most(self, columns: u16) -> Self {
        if let Self::Is(own) = self { Self::Is(own.min(columns)) } else { self }
    }

    /// So many columns if `shown`.
    pub fn only(shown: bool, columns: u16) -> Self {
        if shown { Self::Is(columns) } else { Self::Hidden }
    }
}

impl<'t> Cell<'t> {
    /// Text that starts at the left of its column.
    pub fn new(text: impl Into<Shown<'t>>, role: Role) -> Self {
        Self { text: text.into(), role, right: false, ends: None }
    }

    /// Text in the role of content.
    pub fn plain(text: impl Into<Shown<'t>>) -> Self {
        Self::new(text, Role::Plain)
    }

    /// What it says.
    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    /// Text that ends at the right of its column: numbers.
    #[must_use]
    pub fn right(self) -> Self {
        Self { right: true, ..self }
    }

    /// Text that may end before its end where its column is narrow. Never for what is on record.
    #[must_use]
    pub fn ending(self, ends: Ends) -> Self {
        Self { ends: Some(ends), ..self }
    }

    /// What of it is written into some columns.
    fn within(&self, pen: &Pen<'_>, columns: u16) -> Shown<'_> {
        let whole = self.text.as_str();
        let Some(ends) = self.ends else { return Shown::new(whole) };
        if pen.ruler().columns(whole) <= usize::from(columns) {
            return Shown::new(whole);
        }
        let listed = ends == Ends::Listed;
        let room = if listed { columns.saturating_sub(3) } else { columns };
        match brief::within(pen.ruler(), room, whole, ends) {
            Some(part) if listed => Shown::new(format!("{part} ..")),
            Some(part) => Shown::new(part),
            None => Shown::new(whole),
        }
    }
}

impl Columns {
    /// Columns over the width of `area`.
    pub fn over(area: Rect, widths: &[Width]) -> Self {
        let shown = widths.iter().filter(|width| **width != Width::Hidden).count();
        let gaps = BETWEEN * u16::try_from(shown.saturating_sub(1)).unwrap_or(0);
        let fixed = widths.iter().fold(gaps, |sum, width| match width {
            Width::Is(columns) => sum.saturating_add(*columns),
            Width::Rest | Width::Hidden => sum,
        });
        let rest = area.width.saturating_sub(fixed);
        let mut x = area.x;
        let place = |width: &Width| {
            let columns = match width {
                Width::Is(columns) => *columns,
                Width::Rest => rest,
                Width::Hidden => return None,
            };
            let columns = columns.min(area.right().saturating_sub(x));
            let placed = (x, columns);
            x = x.saturating_add(columns).saturating_add(BETWEEN);
            Some(placed)
        };
        Self(widths.iter().map(place).collect())
    }

    /// Where a column stands on a line; none for one that is hidden.
    pub fn place(&self, column: usize, y: u16) -> Option<Rect> {
        let (x, width) = self.0.get(column).copied().flatten()?;
        Some(Rect { x, y, width, height: 1 })
    }

    /// Writes the cells of one line; cells of hidden columns are passed over.
    pub fn write(&self, pen: &mut Pen<'_>, y: u16, cells: &[Cell<'_>]) {
        for (column, cell) in self.0.iter().zip(cells) {
            let Some((x, width)) = *column else { continue };
            if cell.right {
                pen.text_before((x + width, y), width, cell.within(pen, width), cell.role);
            } else {
                pen.text((x, y), width, cell.within(pen, width), cell.role);
            }
        }
    }

    /// The first column of the screen and the width of a column.
    pub fn at(&self, column: usize) -> Option<(u16, u16)> {
        self.0.get(column).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::app::Sight;
    use crate::view::canvas::screen_text;

    fn line(width: u16, widths: &[Width]) -> String {
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        let mut pen = Pen::new(&mut buffer, Sight::default());
        let cells = [Cell::plain("1.2"), Cell::plain("招商引资工作"), Cell::plain("305").right()];
        Columns::over(area, widths).write(&mut pen, 0, &cells);
        screen_text(&buffer)
    }

    #[test]
    fn one_column_takes_the_rest() {
        let widths = [Width::Is(3), Width::Rest, Width::Is(6)];
        assert_eq!(line(30, &widths), "1.2  招商引资工作          305\n");
        assert_eq!(line(20, &widths), "1.2  招商..      305\n");
    }

    #[test]
    fn a_hidden_column_takes_no_room() {
        assert_eq!(line(20, &[Width::Hidden, Width::Rest, Width::Is(3)]), "招商引资工作     305\n");
    }

    #[test]
    fn there_may_be_no_room_at_all() {
        for width in 0..8 {
            line(width, &[Width::Is(3), Width::Rest, Width::Is(6)]);
        }
    }
}

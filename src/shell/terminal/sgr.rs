//! Looks as escape sequences: the shortest way from one look to the next.
//!
//! This file knows nothing of cells or places, and chooses no colour: the palette did.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The colours and attributes in which a terminal writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Attributes with the number that sets them and the one that ends them.
const ATTRIBUTES: [(Modifier, u8, u8); 8] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Look {
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// The sequence that turns the terminal from `self` to `next`; nothing if they are equal.
    pub(super) fn to(self, next: Self) -> String {
        if self == next {
            return String::new();
        }
        let (changed, anew) = (self.changes(next), next.anew());
        let shorter = if anew.len() < changed.len() { anew } else { changed };
        format!("\x1b[{shorter}m")
    }

    /// Everything off, then what is wanted.
    fn anew(self) -> String {
        let wanted = Self::default().changes(self);
        if wanted.is_empty() { wanted } else { format!("0;{wanted}") }
    }

    /// Only what differs.
    fn changes(self, next: Self) -> String {
        let mut numbers: Vec<String> = Vec::new();
        // Bold and dim end together, so what stays of them is set again.
        let gone = self.modifier - next.modifier;
        let mut kept = self.modifier & next.modifier;
        for (attribute, _, off) in ATTRIBUTES {
            if gone.contains(attribute) && !numbers.contains(&off.to_string()) {
                numbers.push(off.to_string());
                kept -= if off == 22 { Modifier::BOLD | Modifier::DIM } else { attribute };
            }
        }
        for (attribute, on, _) in ATTRIBUTES {
            if (next.modifier - kept).contains(attribute) {
                numbers.push(on.to_string());
            }
        }
        if self.fg != next.fg {
            numbers.push(color(next.fg, 30));
        }
        if self.bg != next.bg {
            numbers.push(color(next.bg, 40));
        }
        numbers.join(";")
    }
}

/// A colour's numbers; `base` is 30 for the ink and 40 for the paper.
fn color(color: Color, base: u8) -> String {
    let named = match color {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(n) => return format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => return format!("{};2;{r};{g};{b}", base + 8),
    };
    (base + named).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(fg: Color, modifier: Modifier) -> Look {
        Look { fg, modifier, ..Look::default() }
    }

    #[test]
    fn only_what_differs_is_said() {
        let plain = Look::default();
        let bold = look(Color::Reset, Modifier::BOLD);
        let title = look(Color::Reset, Modifier::BOLD | Modifier::UNDERLINED);
        let green = look(Color::Indexed(29), Modifier::empty());
        let dim = look(Color::Reset, Modifier::BOLD | Modifier::DIM);
        for (from, to, want) in [
            (plain, plain, ""),
            (plain, bold, "\x1b[1m"),
            (bold, title, "\x1b[4m"),
            (title, bold, "\x1b[24m"),
            (title, plain, "\x1b[m"),
            (green, plain, "\x1b[m"),
            (plain, green, "\x1b[38;5;29m"),
            (dim, bold, "\x1b[0;1m"),
            (look(Color::LightRed, Modifier::REVERSED), bold, "\x1b[0;1m"),
        ] {
            assert_eq!(from.to(to), want, "{from:?} to {to:?}");
        }
    }
}

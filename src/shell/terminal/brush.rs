//! One frame's bytes in the making: glyphs, looks and moves, each the shortest way.
//!
//! The brush knows where the terminal's cursor is, and knows when it does not: after a glyph of
//! doubtful width, and at the edge. It must never leave half a wide glyph behind.

use std::fmt::Write as _;

use ratatui::buffer::{Cell, CellWidth as _};

use super::paint::Trust;
use super::scroll::Scroll;
use super::sgr::Look;
use crate::view::width::settled;

/// How many columns a blank end of a line must have to be erased rather than overwritten.
const ERASE_FROM: usize = 4;

/// The bytes of one frame in the making, with what the terminal knows after them.
#[derive(Debug, Default)]
pub(super) struct Brush {
    out: String,
    /// Where the cursor is; nowhere if that depends on the terminal.
    at: Option<(usize, usize)>,
    look: Look,
    trust: Trust,
}

impl Brush {
    /// Bytes that go on behind `out`. The look is plain.
    pub(super) fn new(out: String, trust: Trust) -> Self {
        Self { out, trust, ..Self::default() }
    }

    /// Its cursor stands where the last frame put it.
    pub(super) fn at(self, cursor: Option<(usize, usize)>) -> Self {
        Self { at: cursor, ..self }
    }

    /// The bytes.
    pub(super) fn done(self) -> String {
        self.out
    }

    /// Empties the screen and takes back what somebody else may have set.
    pub(super) fn clear(&mut self) {
        self.out.push_str("\x1b[r\x1b[m\x1b[2J");
    }

    /// Writes in the terminal's own colours from here on.
    pub(super) fn plain(&mut self) {
        self.look(Look::default());
    }

    /// Turns one row into another.
    pub(super) fn row(&mut self, y: usize, old: &[Cell], new: &[Cell]) {
        let tail = new.iter().rposition(|cell| *cell != Cell::EMPTY).map_or(0, |last| last + 1);
        let mut spoilt = false; // the last glyph may have run over this cell
        let mut x = 0;
        while x < new.len() {
            let columns = columns_at(new, x);
            let same = old[x..x + columns] == new[x..x + columns];
            if same && !spoilt {
                x += columns;
                continue;
            }
            if x >= tail && new.len() - x >= ERASE_FROM && x + ERASE_FROM <= dirty_end(old) {
                return self.erase_rest(x, y);
            }
            self.go_over(x, y, new);
            spoilt = self.glyph(&new[x], columns, new.len());
            x += columns;
        }
    }

    /// Writes one glyph where the cursor is. Says whether it may have run into the next cell.
    fn glyph(&mut self, cell: &Cell, columns: usize, width: usize) -> bool {
        self.look(Look::of(cell));
        let Some((x, y)) = self.at else { return false };
        let symbol = cell.symbol();
        let certain = is_certain(symbol, self.trust);
        if !certain && columns > 1 {
            // Should the terminal draw it narrow, the second cell must not keep what it held.
            self.out.extend(std::iter::repeat_n(' ', columns));
            self.at = None;
            self.go(x, y);
        }
        self.out.push_str(symbol);
        let after = x + columns;
        self.at = Some((after, y)).filter(|_| certain && after < width);
        !certain && columns == 1
    }

    fn look(&mut self, look: Look) {
        self.out.push_str(&self.look.to(look));
        self.look = look;
    }

    /// Everything from here to the end of the line is blank.
    fn erase_rest(&mut self, x: usize, y: usize) {
        self.look(Look::default());
        self.go(x, y);
        self.out.push_str("\x1b[K");
    }

    /// Moves to a column of the row at hand, or writes what is in between again if that is shorter.
    fn go_over(&mut self, x: usize, y: usize, row: &[Cell]) {
        if let Some((from, _)) =
            self.at.filter(|&(from, line)| line == y && from < x && x - from < 4)
        {
            let gap = &row[from..x];
            let as_now = |cell: &Cell| is_ascii_glyph(cell.symbol()) && Look::of(cell) == self.look;
            if gap.iter().all(as_now) {
                self.out.extend(gap.iter().map(Cell::symbol));
                self.at = Some((x, y));
                return;
            }
        }
        self.go(x, y);
    }

    /// Moves the cursor, the shortest way.
    pub(super) fn go(&mut self, x: usize, y: usize) {
        let way = match self.at {
            Some(at) if at == (x, y) => String::new(),
            Some((_, line)) if line == y && x == 0 => "\r".to_owned(),
            Some((from, line)) if line == y => shorter(along(from, x), column(x)),
            Some((_, line)) if line + 1 == y && x == 0 => "\r\n".to_owned(),
            Some((from, line)) if line + 1 == y && from == x => "\n".to_owned(),
            _ => place(x, y),
        };
        self.out.push_str(&way);
        self.at = Some((x, y));
    }

    /// Moves rows, blank ones coming in.
    pub(super) fn scroll(&mut self, scroll: Scroll, height: usize) {
        let Scroll { top, bottom, lines, up } = scroll;
        let way = if up { 'S' } else { 'T' };
        let lines = number(lines, 1);
        let part = (top, bottom) != (0, height);
        if part {
            let _ = write!(self.out, "\x1b[{};{bottom}r", top + 1);
        }
        let _ = write!(self.out, "\x1b[{lines}{way}");
        if part {
            self.out.push_str("\x1b[r");
        }
        self.at = None;
    }
}

/// How many cells the glyph at `x` takes, up to the end of the row.
fn columns_at(row: &[Cell], x: usize) -> usize {
    usize::from(row[x].cell_width()).max(1).min(row.len() - x)
}

/// Where the picture of a row ends: after it, everything is blank already.
fn dirty_end(row: &[Cell]) -> usize {
    row.iter().rposition(|cell| *cell != Cell::EMPTY).map_or(0, |last| last + 1)
}

/// Whether every terminal draws the glyph as wide as Unicode's narrow table says.
fn is_certain(symbol: &str, trust: Trust) -> bool {
    is_ascii_glyph(symbol) || trust == Trust::Han && settled(symbol).is_some()
}

fn is_ascii_glyph(symbol: &str) -> bool {
    matches!(symbol.as_bytes(), [0x20..=0x7e])
}

fn place(x: usize, y: usize) -> String {
    match (x, y) {
        (0, y) => format!("\x1b[{}H", number(y + 1, 1)),
        (x, 0) => format!("\x1b[;{}H", x + 1),
        (x, y) => format!("\x1b[{};{}H", y + 1, x + 1),
    }
}

fn column(x: usize) -> String {
    format!("\x1b[{}G", x + 1)
}

fn along(from: usize, to: usize) -> String {
    let way = if to > from { 'C' } else { 'D' };
    format!("\x1b[{}{way}", number(to.abs_diff(from), 1))
}

/// A number, or nothing if it is the one that is meant anyway.
fn number(n: usize, usual: usize) -> String {
    if n == usual { String::new() } else { n.to_string() }
}

fn shorter(a: String, b: String) -> String {
    if b.len() < a.len() { b } else { a }
}

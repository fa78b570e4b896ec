//! Frames to bytes: what changed on the screen since the last frame, in as few bytes as can be.
//!
//! Stock ratatui moves the cursor after every wide glyph, which is two thirds of what it sends on a
//! Chinese screen (speed.md). This painter knows how wide Han is, and says anew where it is only
//! after a glyph about whose width terminals disagree. It must never send bytes when nothing
//! changed, and it touches no terminal: bytes come out, and a tty or a guest's channel takes them.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::brush::Brush;
use super::grid::{Grid, Newest, spoilt};
use super::scroll;

/// A terminal shows what comes between these two at once (mode 2026), or ignores both.
const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";

/// The glyphs of the width probe, with the columns that Unicode gives them at least. Each is
/// answered by the place where the cursor stands after it.
pub(super) const PROBE: [&str; 5] = ["“", "—", "│", "①", "中"];

/// Which glyphs the terminal may be trusted with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// ASCII, Han and its punctuation: all terminals agree on them.
    #[default]
    Han,
    /// ASCII only: the terminal failed the probe, so each other glyph is followed by a move.
    Ascii,
}

/// Remembers what one terminal shows, and says how to turn it into the next frame.
#[derive(Debug, Default)]
pub struct Painter {
    shown: Grid,
    newest: Newest,
    cursor: Option<(usize, usize)>,
    known: bool,
    trust: Trust,
}

impl Painter {
    /// A painter for a terminal of which nothing is known yet: its first frame starts with a clear.
    pub fn new() -> Self {
        Self::default()
    }

    /// Draws the next frame in full: after a stop, a resize, or a foreign hand on the screen.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// What the terminal may be trusted with from now on.
    pub fn trust(&mut self, trust: Trust) {
        self.trust = trust;
    }

    /// The bytes that turn the screen into `frame` with the cursor at `focus`. Empty if the
    /// terminal already shows just that.
    pub fn frame(&mut self, frame: &Buffer, focus: Position) -> String {
        let mut changed = self.newest.take(frame);
        let next = self.newest.picture();
        let focus = inside(next, focus);
        let anew = !self.known || !self.shown.fits(next);
        let cursor = self.cursor.filter(|_| !anew);
        let mut brush = Brush::new(BEGIN.to_owned(), self.trust).at(cursor);
        if anew {
            brush.clear();
            self.shown = Grid::blank(next.width(), next.height());
            self.known = true;
            changed = (0..next.height()).collect();
        }
        changed.retain(|y| self.shown.row(*y) != next.row(*y));
        if changed.is_empty() && !anew {
            return self.only_cursor(focus);
        }
        // On an empty screen there is nothing to move.
        let scroll = if anew { None } else { scroll::find(&self.shown, next, &changed) };
        if let Some(scroll) = scroll {
            brush.scroll(scroll, self.shown.height());
            self.shown.scroll(scroll);
            changed = self.shown.changed_rows(next);
        }
        for y in changed {
            brush.row(y, self.shown.row(y), next.row(y));
            self.shown.copy_row(y, next);
        }
        brush.plain();
        if let Some((x, y)) = focus {
            brush.go(x, y);
        }
        self.cursor = focus;
        brush.done() + END
    }

    /// Asks the terminal how wide it draws doubtful glyphs. It answers with one cursor report for
    /// each; [`verdict`] reads them. The cells used are drawn again at once.
    pub fn probe(&mut self) -> String {
        if !self.known || self.shown.width() < 4 || self.shown.height() == 0 {
            return String::new();
        }
        let mut out = BEGIN.to_owned();
        for glyph in PROBE {
            let _ = write!(out, "\x1b[H{glyph}\x1b[6n"); // a String takes everything
        }
        let picture = self.shown.row(0);
        let mut brush = Brush::new(out, Trust::Ascii);
        brush.row(0, &spoilt(picture, 2), picture);
        brush.plain();
        if let Some((x, y)) = self.cursor {
            brush.go(x, y);
        }
        brush.done() + END
    }

    fn only_cursor(&mut self, focus: Option<(usize, usize)>) -> String {
        let mut brush = Brush::new(String::new(), self.trust).at(self.cursor);
        if let Some((x, y)) = focus {
            brush.go(x, y);
        }
        self.cursor = focus;
        brush.done()
    }
}

/// How many cursor reports a probe is answered with.
pub const REPORTS: usize = PROBE.len();

/// What the reports of a probe say: whether ambiguous glyphs are two columns wide, and how far the
/// terminal can be trusted. `columns` are the cursor's, counted from 1 as terminals do.
pub fn verdict(columns: &[u16]) -> (bool, Trust) {
    let mut widths = columns.iter().map(|column| column.saturating_sub(1));
    let wide = widths.clone().take(REPORTS - 1).any(|width| width == 2);
    let han = widths.next_back() == Some(2);
    (wide, if han { Trust::Han } else { Trust::Ascii })
}

fn inside(grid: &Grid, focus: Position) -> Option<(usize, usize)> {
    let x = usize::from(focus.x).min(grid.width().checked_sub(1)?);
    let y = usize::from(focus.y).min(grid.height().checked_sub(1)?);
    Some((x, y))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    use super::*;
    use crate::app::sight::{Ambiguous, Depth, Sight, Theme};
    use crate::view::canvas::{Pen, screen_text};
    use crate::view::style::Role;

    const WIDTH: u16 = 40;
    const HEIGHT: u16 = 12;

    fn sight() -> Sight {
        Sight { depth: Depth::Indexed, theme: Theme::StandardDark, ..Sight::default() }
    }

    /// What a terminal shows after the bytes: its text, and which cells are bold or reversed.
    struct Emulator(vt100::Parser);

    impl Emulator {
        fn new() -> Self {
            let size = |n| std::num::NonZeroU16::new(n).unwrap();
            Self(vt100::Parser::new(size(HEIGHT), size(WIDTH), 0))
        }

        fn take(&mut self, bytes: &str) -> &mut Self {
            self.0.process(bytes.as_bytes());
            self
        }

        /// Says where the picture differs from a frame.
        fn differs(&self, frame: &Buffer) -> Option<String> {
            let screen = self.0.screen();
            for position in frame.area.positions() {
                let (cell, want) = (screen.cell(position.y, position.x)?, &frame[position]);
                if cell.is_wide_continuation() {
                    continue;
                }
                let shown = if cell.has_contents() { cell.contents() } else { " " };
                let modifier = want.modifier;
                let looks = (cell.inverse(), cell.bold())
                    == (
                        modifier.contains(ratatui::style::Modifier::REVERSED),
                        modifier.contains(ratatui::style::Modifier::BOLD),
                    );
                if shown != want.symbol() || !looks {
                    return Some(format!("{position}: {shown:?} for {:?}", want.symbol()));
                }
            }
            None
        }
    }

    #[derive(Clone, Debug)]
    enum Stroke {
        Text(u16, u16, String, Role),
        Popup(u16, u16),
        Select(u16),
        Blank(u16, u16),
    }

    fn stroke() -> impl Strategy<Value = Stroke> {
        let text = "[ a-z0-9招商引资项目落地，。（）]{1,20}";
        let role = prop::sample::select(Role::ALL.to_vec());
        prop_oneof![
            6 => (0..WIDTH, 0..HEIGHT, text, role).prop_map(|(x, y, t, r)| Stroke::Text(x, y, t, r)),
            1 => (0..WIDTH, 0..HEIGHT).prop_map(|(x, y)| Stroke::Popup(x, y)),
            1 => (0..HEIGHT).prop_map(Stroke::Select),
            1 => (0..WIDTH, 0..HEIGHT).prop_map(|(x, y)| Stroke::Blank(x, y)),
        ]
    }

    fn draw(frame: &mut Buffer, strokes: &[Stroke]) {
        let mut pen = Pen::new(frame, sight());
        for stroke in strokes {
            match stroke {
                Stroke::Text(x, y, text, role) => {
                    pen.text((*x, *y), WIDTH, text, *role);
                }
                Stroke::Popup(x, y) => {
                    pen.popup(Rect::new(*x, *y, 14, 4), "问");
                }
                Stroke::Select(y) => pen.select(Rect::new(0, *y, WIDTH, 1)),
                Stroke::Blank(x, y) => pen.clear(Rect::new(*x, *y, 9, 3)),
            }
        }
    }

    fn list(first: usize, selected: u16) -> Buffer {
        let han: Vec<char> = ('一'..='龥').collect();
        let mut frame = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
        let mut pen = Pen::new(&mut frame, sight());
        pen.text((0, 0), WIDTH, "道里区2023年主要任务", Role::Title);
        for y in 1..HEIGHT - 1 {
            let n = first + usize::from(y);
            let text: String = han[n * 30..n * 30 + 15].iter().collect();
            pen.text((0, y), 3, n.to_string(), Role::Strong);
            pen.text((4, y), WIDTH, text, Role::Plain);
        }
        pen.text((0, HEIGHT - 1), WIDTH, "F1帮助 F2议定 F3报数", Role::Hint);
        pen.select(Rect::new(0, selected, WIDTH, 1));
        frame
    }

    proptest! {
        #[test]
        fn the_emulator_shows_every_frame(
            frames in prop::collection::vec(prop::collection::vec(stroke(), 0..12), 1..8),
            keep in any::<bool>(),
        ) {
            let (mut painter, mut emulator) = (Painter::new(), Emulator::new());
            let mut frame = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
            for strokes in frames {
                if !keep {
                    frame.reset();
                }
                draw(&mut frame, &strokes);
                let focus = Position { x: 3, y: 2 };
                emulator.take(&painter.frame(&frame, focus));
                prop_assert_eq!(emulator.differs(&frame), None);
                prop_assert_eq!(emulator.0.screen().cursor_position(), (2, 3));
                prop_assert_eq!(painter.frame(&frame, focus), "", "nothing changed");
            }
        }
    }

    #[test]
    fn a_list_scrolls_in_the_terminal() {
        let (mut painter, mut emulator) = (Painter::new(), Emulator::new());
        emulator.take(&painter.frame(&list(0, 10), Position::ORIGIN));
        for first in [1, 2, 3, 7, 5, 4, 0] {
            let frame = list(first, 10);
            let bytes = painter.frame(&frame, Position { x: 0, y: 10 });
            emulator.take(&bytes);
            assert_eq!(emulator.differs(&frame), None, "{first}");
            assert!(bytes.contains('S') || bytes.contains('T'), "{first}: no scroll in {bytes:?}");
        }
    }

    #[test]
    fn only_what_changed_is_sent() {
        let mut painter = Painter::new();
        painter.frame(&list(0, 3), Position { x: 0, y: 3 });
        let mut frame = list(0, 3);
        assert_eq!(painter.frame(&frame, Position { x: 1, y: 3 }), "\x1b[C");
        Pen::new(&mut frame, sight()).text((30, 5), 10, "逾期", Role::Plain);
        let bytes = painter.frame(&frame, Position { x: 0, y: 3 });
        assert_eq!(bytes, "\x1b[?2026h\x1b[6;31H逾期\x1b[4;1H\x1b[?2026l".replace(";1H", "H"));
    }

    #[test]
    fn who_types_pays_for_the_letter_only() {
        let mut painter = Painter::new();
        let mut frame = list(0, 3);
        let mut typed = |painter: &mut Painter, x, text: &str| {
            Pen::new(&mut frame, sight()).text((x, 5), 10, text, Role::Plain);
            painter.frame(&frame, Position { x: x + 2, y: 5 })
        };
        typed(&mut painter, 34, "甲");
        assert_eq!(typed(&mut painter, 36, "乙"), "\x1b[?2026h乙\x1b[?2026l");
    }

    #[test]
    fn a_doubtful_glyph_is_followed_by_a_move() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 12, 1));
        Pen::new(&mut frame, sight()).text((0, 0), 12, "对“六”x", Role::Plain);
        let bytes = Painter::new().frame(&frame, Position { x: 8, y: 0 });
        assert!(bytes.contains("对“\x1b[;4H六”\x1b[;7Hx"), "{bytes:?}");
    }

    #[test]
    fn a_wide_terminal_keeps_its_columns() {
        // An emulator that draws “ in two columns: each is fed to it as a Han letter.
        let wide = Sight { ambiguous: Ambiguous::Wide, ..sight() };
        let mut frame = Buffer::empty(Rect::new(0, 0, WIDTH, 1));
        Pen::new(&mut frame, wide).text((0, 0), WIDTH, "对接“六个”①—x", Role::Plain);
        let bytes = Painter::new().frame(&frame, Position::ORIGIN);
        let as_wide = bytes.replace(['“', '”', '①', '—'], "〇");
        let mut emulator = Emulator::new();
        emulator.take(&as_wide);
        assert_eq!(emulator.0.screen().rows(0, WIDTH).next().unwrap(), "对接〇六个〇〇〇x");
        assert_eq!(screen_text(&frame), "对接“六个”①—x\n");
    }

    #[test]
    fn the_probe_leaves_the_picture_as_it_was() {
        let (mut painter, mut emulator) = (Painter::new(), Emulator::new());
        let frame = list(0, 3);
        let focus = Position { x: 5, y: 3 };
        emulator.take(&painter.frame(&frame, focus)).take(&painter.probe());
        assert_eq!(emulator.differs(&frame), None);
        assert_eq!(emulator.0.screen().cursor_position(), (3, 5));
        assert_eq!(painter.frame(&frame, focus), "");
    }

    #[test]
    fn the_answers_to_a_probe_are_understood() {
        for (columns, want) in [
            ([2, 2, 2, 2, 3], (false, Trust::Han)),
            ([3, 3, 3, 3, 3], (true, Trust::Han)),
            ([3, 3, 2, 3, 3], (true, Trust::Han)),
            ([2, 2, 2, 2, 2], (false, Trust::Ascii)),
            ([4, 4, 4, 4, 4], (false, Trust::Ascii)),
        ] {
            assert_eq!(verdict(&columns), want, "{columns:?}");
        }
    }

    #[test]
    fn no_size_is_too_small_or_too_large() {
        let mut painter = Painter::new();
        for (width, height) in [(0, 0), (1, 1), (2, 1), (0, 5), (5, 0), (1001, 3), (3, 500)] {
            let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
            Pen::new(&mut frame, sight()).text((0, 0), 5, "招商", Role::Plain);
            painter.frame(&frame, Position { x: 2000, y: 2000 });
            painter.probe();
        }
    }

    #[test]
    fn nothing_unsafe_passes_the_second_net() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 8, 1));
        frame[(1, 0)].set_symbol("\x1b");
        frame[(3, 0)].set_symbol("\u{202e}");
        let bytes = Painter::new().frame(&frame, Position::ORIGIN);
        assert!(bytes.contains("? ?") && !bytes.contains('\u{202e}'), "{bytes:?}");
    }
}

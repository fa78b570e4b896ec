//! A desk in memory: a session, a seat and a painter, and stock ratatui beside them.

use std::cell::Cell;
use std::rc::Rc;

use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::{TerminalOptions, Viewport};
use yiding::app::sight::{Depth, Sight};
use yiding::app::{self, Effect, Input, Keeping, Key, Outcome, Seat, Session};
use yiding::shell::terminal::paint::Painter;
use yiding::view;
use yiding::words::Lang;

use super::list::List;

/// The window of a person at a laptop.
pub const WINDOW: (u16, u16) = (120, 36);

/// A desk without its disk: what it asks to be kept is kept.
pub struct Desk {
    /// What is known.
    pub session: Session,
    /// The bytes that were sent to the terminal.
    pub sent: usize,
    seat: Seat,
    frame: Buffer,
    painter: Painter,
}

impl Desk {
    /// A desk in a window, with its first frame drawn.
    pub fn new(session: Session, size: (u16, u16)) -> Self {
        let mut seat = Seat::new(size, Lang::Zh);
        seat.sight = Sight { depth: Depth::Indexed, ..Sight::default() };
        let frame = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let mut desk = Self { session, sent: 0, seat, frame, painter: Painter::new() };
        desk.paint();
        desk
    }

    /// The session, as it was before a meeting was opened.
    pub fn leave(mut self) -> Session {
        (self.session.open, self.session.keeping) = (None, Keeping::default());
        self.session.reindex();
        self.session
    }

    /// A key, and the frame after it.
    pub fn press(&mut self, key: Key) {
        self.take(&Input::Key(key));
    }

    /// Text as an input method hands it over, and the frame after it.
    pub fn write(&mut self, text: &str) {
        self.take(&Input::Text(text.into()));
    }

    fn take(&mut self, input: &Input) {
        let effects = app::update(&mut self.session, &mut self.seat, input);
        self.keep(effects);
        self.paint();
    }

    /// Answers as a disk that takes everything.
    fn keep(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let outcome = match effect {
                Effect::Begin(_) => Outcome::Begun,
                Effect::Append { serial, .. } => Outcome::Kept { serial },
                _ => continue,
            };
            let more = app::answer(&mut self.session, &mut self.seat, &outcome);
            self.keep(more);
        }
    }

    /// The last frame, and the place of the cursor.
    pub fn frame(&mut self) -> (&Buffer, Position) {
        let focus = view::draw(&self.session, &self.seat, &mut self.frame);
        (&self.frame, focus)
    }

    /// As the desk does it: in the memory of the last frame, through the real painter.
    fn paint(&mut self) {
        let focus = view::draw(&self.session, &self.seat, &mut self.frame);
        self.sent += self.painter.frame(&self.frame, focus).len();
    }
}

/// What ratatui sends, counted.
#[derive(Clone, Default)]
pub struct Wire(Rc<Cell<usize>>);

impl std::io::Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Ratatui with its own backend, sending nowhere.
pub struct Stock {
    terminal: ratatui::Terminal<CrosstermBackend<Wire>>,
    wire: Wire,
}

impl Stock {
    /// Ratatui in a window.
    pub fn new((columns, rows): (u16, u16)) -> Self {
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let (wire, options) = (Wire::default(), TerminalOptions { viewport });
        let backend = CrosstermBackend::new(wire.clone());
        Self { terminal: ratatui::Terminal::with_options(backend, options).unwrap(), wire }
    }

    /// Draws a list as the minimal program does.
    pub fn list(&mut self, list: &mut List) {
        self.terminal.draw(|frame| list.draw(frame)).unwrap();
    }

    /// Draws a frame of ours: the bytes that it takes.
    pub fn copy(&mut self, ours: &Buffer, focus: Position) -> usize {
        let before = self.wire.0.get();
        let draw = |frame: &mut ratatui::Frame<'_>| {
            frame.buffer_mut().content.clone_from(&ours.content);
            frame.set_cursor_position(focus);
        };
        self.terminal.draw(draw).unwrap();
        self.wire.0.get() - before
    }
}

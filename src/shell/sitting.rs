//! One loop between the keyboard and a screen that knows no book: 定疑, 定冲突.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::args::Settings;
use super::eyes::{Worn, can_draw, claims, no_terminal, worn};
use super::failure::Failure;
use super::terminal::{self, OWN, Terminal};
use crate::app::Input;
use crate::app::pointer::Pointer;
use crate::view::Drawn;

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It does.
    Stay,
    /// It does, and everything is drawn anew.
    Redraw,
    /// It ends.
    Leave,
}

/// What sits at the terminal.
pub trait Sitter {
    /// Takes an input, and does what comes of it.
    fn take(&mut self, input: &Input) -> Then;

    /// All that arrived together was taken: what was to be kept is kept, once, before anything is drawn.
    fn rest(&mut self);

    /// Draws the whole screen.
    fn draw(&self, frame: &mut Buffer) -> Drawn;

    /// Columns and rows of the screen.
    fn size(&self) -> (u16, u16);
}

/// Opens the screen, and stays until the person leaves.
///
/// # Errors
/// Why there is no terminal.
pub fn run<S: Sitter>(
    settings: &Settings,
    sitter: impl FnOnce((u16, u16), Worn) -> S,
) -> Result<(), Failure> {
    let lang = settings.lang;
    let claims = claims();
    can_draw(&claims, lang)?;
    let (told, events) = mpsc::channel();
    let tell = Arc::new(move |event| drop(told.send(event)));
    let screen = Terminal::enter(Path::new(OWN), tell, || {});
    let screen = screen.map_err(|why| no_terminal(&why, lang))?;
    let sitter = sitter(screen.size(), worn(&claims, settings));
    let (frame, pointer) = (Buffer::default(), Pointer::default());
    let mut desk = Desk { sitter, screen, frame, pointer };
    let ended = desk.stay(&events);
    drop(desk);
    ended.map_err(|why| no_terminal(&why, lang))
}

struct Desk<S> {
    sitter: S,
    screen: Terminal,
    /// The last frame: the next one is drawn in its memory.
    frame: Buffer,
    pointer: Pointer,
}

impl<S: Sitter> Desk<S> {
    fn stay(&mut self, events: &Receiver<terminal::Event>) -> io::Result<()> {
        self.draw()?;
        self.screen.measure()?;
        while let Ok(event) = events.recv() {
            for event in std::iter::once(event).chain(events.try_iter()) {
                if self.take(&event) == Then::Leave {
                    self.sitter.rest();
                    return Ok(());
                }
            }
            self.sitter.rest();
            self.draw()?;
        }
        Ok(())
    }

    fn take(&mut self, event: &terminal::Event) -> Then {
        match event {
            terminal::Event::Inputs(inputs) => {
                let meant = inputs.iter().flat_map(|input| self.pointer.read(input));
                for input in meant.collect::<Vec<_>>() {
                    match self.sitter.take(&input) {
                        Then::Stay => {}
                        Then::Redraw => self.screen.forget(),
                        Then::Leave => return Then::Leave,
                    }
                }
            }
            terminal::Event::Ready => {}
            terminal::Event::Resumed => self.screen.forget(),
            terminal::Event::Gone => return Then::Leave,
        }
        Then::Stay
    }

    fn draw(&mut self) -> io::Result<()> {
        let (columns, rows) = self.sitter.size();
        let area = Rect::new(0, 0, columns, rows);
        if self.frame.area != area {
            self.frame = Buffer::empty(area);
        }
        let seen = self.sitter.draw(&mut self.frame);
        self.pointer.over(seen.patches);
        self.screen.point(seen.pointing)?;
        self.screen.draw(&self.frame, seen.focus)
    }
}

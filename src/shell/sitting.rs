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
use crate::app::keeping::Effect;
use crate::app::pointer::Pointer;
use crate::view::Drawn;

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It does.
    Stay,
    /// It ends.
    Leave,
}

/// What sits at the terminal.
pub trait Sitter {
    /// What is settled here.
    type Settled;

    /// Takes an input. Gives what is to be done in the world.
    fn take(&mut self, input: &Input) -> Vec<Effect<Self::Settled>>;

    /// Keeps all that was settled. Whether the disk took it.
    fn keep(&mut self, settled: Vec<Self::Settled>) -> bool;

    /// Writes the plan.
    fn write(&mut self) -> Then;

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
    let mut desk = Desk { sitter, waiting: None, screen, frame, pointer };
    let ended = desk.stay(&events);
    drop(desk);
    ended.map_err(|why| no_terminal(&why, lang))
}

struct Desk<S: Sitter> {
    sitter: S,
    /// What is to be kept, once for all that arrived together.
    waiting: Option<Vec<S::Settled>>,
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
                    self.rest();
                    return Ok(());
                }
            }
            // Before anything of it is drawn.
            self.rest();
            self.draw()?;
        }
        Ok(())
    }

    fn take(&mut self, event: &terminal::Event) -> Then {
        match event {
            terminal::Event::Inputs(inputs) => {
                let meant = inputs.iter().flat_map(|input| self.pointer.read(input));
                for input in meant.collect::<Vec<_>>() {
                    if self.press(&input) == Then::Leave {
                        return Then::Leave;
                    }
                }
            }
            terminal::Event::Ready => {}
            terminal::Event::Resumed => self.screen.forget(),
            terminal::Event::Gone => return Then::Leave,
        }
        Then::Stay
    }

    fn press(&mut self, input: &Input) -> Then {
        let effects = self.sitter.take(input);
        // Nobody leaves by keys that ran ahead of a disk that refuses.
        if matches!(effects.as_slice(), [Effect::Leave]) && !self.rest() {
            return Then::Stay;
        }
        for effect in effects {
            match effect {
                Effect::Keep(settled) => self.waiting = Some(settled),
                Effect::Write => {
                    self.rest();
                    if self.sitter.write() == Then::Leave {
                        return Then::Leave;
                    }
                }
                Effect::Redraw => self.screen.forget(),
                Effect::Leave => return Then::Leave,
            }
        }
        Then::Stay
    }

    /// Keeps what waits. Whether the disk took it.
    fn rest(&mut self) -> bool {
        self.waiting.take().is_none_or(|settled| self.sitter.keep(settled))
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

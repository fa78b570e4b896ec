//! The terminal: a screen to draw frames on, and a source of events.
//!
//! Three threads share it and none waits for another. The caller's thread draws; the listener turns
//! bytes into events; the signals have a thread of their own. The other two start behind the first
//! frame, and hear then what came before it. However the program ends (quit, error,
//! SIGTERM, SIGHUP, and a panic if the process asks for it), the terminal is given back as it was.
//! Nothing here knows what is drawn or what a key does.

use std::io::{self, PipeWriter, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::key::Input;
use crate::app::pointer::Pointing;

#[cfg(test)]
mod acceptance;
pub mod ask;
mod brush;
pub mod clipboard;
pub mod decode;
pub mod depth;
mod grid;
mod listen;
pub mod paint;
mod scroll;
mod sgr;
mod signals;
mod tty;

use clipboard::{NotCopied, Through};
use paint::Painter;
use signals::Caught;
use tty::Tty;
pub use tty::{ENTER, LEAVE, LISTEN, UNLISTEN};

/// The terminal that a program was started on.
pub const OWN: &str = "/dev/tty";

/// What happens on a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// What arrived together. Draw once after all of it.
    Inputs(Vec<Input>),
    /// The terminal takes bytes again: draw the newest frame.
    Ready,
    /// The program was stopped and goes on: look again at lock and files, then draw.
    Resumed,
    /// The terminal is gone, or a thread of the program: it should end too.
    Gone,
}

/// Where events go. Called on the terminal's own threads, so it must not wait.
pub type Tell = Arc<dyn Fn(Event) + Send + Sync>;

/// A terminal that is drawn on. Dropping it gives it back.
pub struct Terminal {
    tty: Arc<Tty>,
    painter: Painter,
    tell: Tell,
    /// Signals, until their thread has them.
    signals: Option<Caught>,
    listener: Option<(PipeWriter, JoinHandle<()>)>,
}

impl Terminal {
    /// Takes a terminal over. `last_words` is called before a signal ends the program, on the
    /// thread of signals: it should put down what is typed and not saved, and be quick.
    pub fn enter(
        path: &Path,
        tell: Tell,
        last_words: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        let tty = Arc::new(Tty::open(path)?);
        let signals = Some(Caught::new(last_words)?);
        let terminal = Self { tty, painter: Painter::new(), tell, signals, listener: None };
        terminal.tty.enter()?;
        Ok(terminal)
    }

    /// Gives the terminal back before any panic of the process says anything: its message belongs on
    /// the screen the program came from, not on ours. Should the thread that draws not be the one
    /// that panicked, it is told to end. Only the owner of the process may ask for it.
    pub fn give_back_on_panic(&self) {
        let (tty, tell) = (Arc::clone(&self.tty), Arc::clone(&self.tell));
        let told = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            tty.release();
            tell(Event::Gone);
            told(panic);
        }));
    }

    /// Columns and rows to draw, 1000 × 400 at most.
    pub fn size(&self) -> (u16, u16) {
        self.tty.size()
    }

    /// Shows a frame, with the cursor at `focus`. While the terminal takes no bytes frames are
    /// dropped, and [`Event::Ready`] asks for the newest one later. No event comes before the first.
    pub fn draw(&mut self, frame: &Buffer, focus: Position) -> io::Result<()> {
        if !self.tty.is_busy() {
            self.paint(frame, focus)?;
        }
        self.listen()
    }

    fn paint(&mut self, frame: &Buffer, focus: Position) -> io::Result<()> {
        let (stale, trust) = self.tty.news();
        if stale {
            self.painter.forget();
        }
        self.painter.trust(trust);
        let bytes = self.painter.frame(frame, focus);
        self.send(&bytes)
    }

    /// Has the mouse told, or leaves it to the terminal.
    pub fn point(&mut self, pointing: Pointing) -> io::Result<()> {
        self.tty.point(pointing)
    }

    /// Gives a text to the clipboard of whoever sits before the terminal.
    ///
    /// # Errors
    /// Why it does not get there; whether it did nobody says.
    pub fn copy(&mut self, text: &str, term: &str, through: Through) -> Result<(), NotCopied> {
        if !clipboard::has_clipboard(term) {
            return Err(NotCopied::NoClipboard);
        }
        let bytes = clipboard::sequence(text, through)?;
        // A terminal that is gone is told of by its listener.
        let _ = self.send(&bytes);
        Ok(())
    }

    /// Draws the next frame in full, whatever the screen shows.
    pub fn forget(&mut self) {
        self.painter.forget();
    }

    /// Measures doubtful glyphs. Call it once, after the first frame; [`Input::Measured`] follows
    /// if the terminal answers, however late. Nothing waits for it.
    pub fn measure(&mut self) -> io::Result<()> {
        let probe = self.painter.probe();
        if !probe.is_empty() && !self.tty.is_busy() {
            self.tty.expect_reports();
            self.send(&probe)?;
        }
        Ok(())
    }

    /// Gives the terminal back for a while: to an editor, or to git asking for a name.
    pub fn pause(&mut self) {
        if let Some((mut calls, listener)) = self.listener.take() {
            // A listener that has ended by itself needs no call.
            let _ = calls.write_all(&[listen::STOP]);
            let _ = listener.join();
        }
        self.tty.release();
    }

    /// Takes it over again. The next frame is drawn in full.
    pub fn resume(&mut self) -> io::Result<()> {
        self.tty.enter()
    }

    /// Begins to listen; the first frame does it too. What a frame left over is the listener's then.
    pub fn listen(&mut self) -> io::Result<()> {
        if let Some(signals) = self.signals.take() {
            signals.watch(Arc::clone(&self.tty), Arc::clone(&self.tell))?;
        }
        if self.listener.is_none() {
            let (calls, caller) = io::pipe()?;
            let (tty, tell) = (Arc::clone(&self.tty), Arc::clone(&self.tell));
            let listener = thread::Builder::new().name("listener".to_owned());
            let listener = listener.spawn(move || listen::listen(&tty, calls, &*tell))?;
            self.listener = Some((caller, listener));
        }
        Ok(())
    }

    fn send(&mut self, bytes: &str) -> io::Result<()> {
        self.tty.send(bytes.as_bytes())?;
        match &mut self.listener {
            Some((calls, _)) if self.tty.is_busy() => calls.write_all(&[listen::WATCH_OUTPUT]),
            _ => Ok(()),
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.pause();
    }
}

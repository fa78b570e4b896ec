//! 线性阅览: the same seat where nothing is drawn. Lines are typed in, lines come out, the prompt last.
//!
//! It needs no terminal: pipes, screen readers and clients without a PTY get exactly this. What is
//! typed waits for the seat, so a flood of lines costs a few of them and no more.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::{ONCE_MORE, Pen, Sitting, Then};
use crate::app::guest::Layout;
use crate::app::guest::typed::{self, Before};
use crate::shell::args::Settings;
use crate::shell::eyes::{claims, looks, no_terminal};
use crate::shell::failure::Failure;
use crate::shell::reviewer::Reviewer;
use crate::shell::typed::{Typed, listen};
use crate::shell::watch::Watch;
use crate::view::linear;
use crate::view::shown::Shown;
use crate::words::linear::Line;

/// How many lines wait for the seat at most.
const WAITING: usize = 16;

/// What the loop waits for.
enum Event {
    /// A line waits, or the end of the input.
    Typed,
    Folder,
}

/// Reads along in lines until the person leaves or nothing more can be typed.
pub(super) fn run(settings: &Settings, who: Option<Reviewer>) -> Result<(), Failure> {
    let lang = settings.lang;
    let failed = |why: io::Error| no_terminal(&why, lang);
    let (tell, events) = mpsc::channel();
    let heard = tell.clone();
    let watch = Watch::start(move || drop(heard.send(Event::Folder))).map_err(failed)?;
    let mut sitting = Sitting::new(settings, who, Layout::Lines, watch)?;
    let (taste, ground) = looks(&sitting.person, &claims(), settings);
    sitting.guest.seat.ground = ground;
    sitting.guest.seat.wear(taste);
    last_words(Arc::clone(&sitting.pen)).map_err(failed)?;
    sitting.sit_down();
    let greeting = linear::greeting(&sitting.reader.session, &sitting.guest);
    sitting.told.extend(greeting);
    let (lines, typed) = mpsc::sync_channel(WAITING);
    let listening = thread::Builder::new().name("lines".to_owned());
    // The line is there before the event that tells of it.
    let give = move |typed| lines.send(typed).is_ok() && tell.send(Event::Typed).is_ok();
    listening.spawn(move || listen(give)).map_err(failed)?;
    let mut seat = Seat { sitting, waits: false };
    // A reader that has seen enough (`yiding follow | head`) is no failure.
    let _ = seat.stay(&events, &typed);
    seat.sitting.pen.leave();
    Ok(())
}

/// Whoever is cut off has left.
fn last_words(pen: Arc<Pen>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            pen.leave();
            let _ = emulate_default_handler(signal);
        }
    })?;
    Ok(())
}

struct Seat {
    sitting: Sitting,
    /// The prompt stands at the end of the last line.
    waits: bool,
}

impl Seat {
    fn stay(
        &mut self,
        events: &Receiver<Event>,
        typed: &Receiver<Option<Typed>>,
    ) -> io::Result<()> {
        self.speak()?;
        let mut again = false;
        loop {
            let event = if again { events.recv_timeout(ONCE_MORE) } else { wait(events) };
            let first = match event {
                Ok(event) => Some(event),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            // Many changes are looked at once; what is typed is answered by what is there then.
            let burst: Vec<Event> = first.into_iter().chain(events.try_iter()).collect();
            let lines = burst.iter().filter(|event| matches!(event, Event::Typed)).count();
            let heard = lines < burst.len();
            if heard || burst.is_empty() {
                self.sitting.look();
                self.mention()?;
            }
            again = heard && self.sitting.guest.desk.is_some();
            for _ in 0..lines {
                if self.answer(typed)? == Then::Leave {
                    self.sitting.told.push(linear::word_at(&self.sitting.guest.seat, Line::Left));
                    return self.write();
                }
            }
        }
        Ok(())
    }

    /// Answers the next line; the end of the input leaves.
    fn answer(&mut self, typed: &Receiver<Option<Typed>>) -> io::Result<Then> {
        // On a terminal the person's own Enter ended the line of the prompt.
        self.waits &= !io::stdin().is_terminal();
        match typed.recv() {
            Ok(Some(typed)) if self.take(&typed) != Then::Leave => {
                self.speak()?;
                Ok(Then::Stay)
            }
            _ => Ok(Then::Leave),
        }
    }

    fn take(&mut self, typed: &Typed) -> Then {
        let sitting = &mut self.sitting;
        let line = match typed {
            Typed::Line(line) => line,
            Typed::TooLong => {
                sitting.told.push(linear::word_at(&sitting.guest.seat, Line::TooLong));
                return Then::Stay;
            }
        };
        let before = Before::of(&sitting.guest);
        sitting.reader.session.catalogued();
        let effects = typed::take(&sitting.reader.session, &mut sitting.guest, line);
        let then = sitting.ask(effects);
        if then != Then::Leave {
            let answer = linear::answer(&sitting.reader.session, &sitting.guest, &before);
            sitting.told.extend(answer);
        }
        then
    }

    /// Says what there is to say, and asks for more.
    fn speak(&mut self) -> io::Result<()> {
        self.write()?;
        let prompt = linear::prompt(&self.sitting.reader.session, &self.sitting.guest);
        let mut out = io::stdout().lock();
        // Where nobody sees what is typed the prompt is a line of its own.
        self.waits = io::stdin().is_terminal();
        if self.waits {
            write!(out, "{prompt}")?;
        } else {
            writeln!(out, "{}", prompt.trim_end())?;
        }
        out.flush()
    }

    /// Says what happened meanwhile, if anything did.
    fn mention(&mut self) -> io::Result<()> {
        if self.sitting.told.is_empty() { Ok(()) } else { self.speak() }
    }

    fn write(&mut self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if std::mem::take(&mut self.waits) && !self.sitting.told.is_empty() {
            writeln!(out)?;
        }
        for line in self.sitting.told.drain(..) {
            writeln!(out, "{}", Shown::new(line))?;
        }
        out.flush()
    }
}

fn wait(events: &Receiver<Event>) -> Result<Event, RecvTimeoutError> {
    events.recv().map_err(|_| RecvTimeoutError::Disconnected)
}

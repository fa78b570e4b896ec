//! The desk: one loop between the keyboard, the writer and the screen.
//!
//! It waits in one place, takes everything that is there, and draws once. Nothing ticks. The first
//! frame comes before anything that may take long, and leaving waits for the disk.

mod hands;
mod linear;
mod sit;

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::pointer::Pointer;
use crate::app::{self, Effect, Outcome, Seat, Session};
use crate::shell::args::Settings;
use crate::shell::book;
use crate::shell::clock::Clock;
use crate::shell::copying;
use crate::shell::draft::Draft;
use crate::shell::eyes::{can_draw, claims, no_terminal};
use crate::shell::failure::Failure;
use crate::shell::headless::hand::{self, unopened};
use crate::shell::perform::Scribe;
use crate::shell::perform::writer::Writer;
use crate::shell::person::Person;
use crate::shell::placing;
use crate::shell::printing;
use crate::shell::terminal::clipboard::Through;
use crate::shell::terminal::{self, OWN, Terminal};
use crate::view;
use crate::words::{Lang, Notice};
use hands::{Ears, Hands, Own, unsaved};
use sit::{Why, right, seat_for, sit_down, welcome};

pub use linear::{practise as practise_speaking, run as speak};

/// What the loop waits for.
enum Event {
    Terminal(terminal::Event),
    Answer(Outcome),
    Marks,
}

/// Opens the book on this terminal and stays until the person leaves.
///
/// # Errors
/// Why there is no book or no terminal, or what was not saved when it ended.
pub fn run(settings: &Settings) -> Result<(), Failure> {
    sit(settings, Why::Work)
}

/// The same at a practice book: what is to be done next is said on the screen.
///
/// # Errors
/// As for [`run`].
pub fn practise(settings: &Settings) -> Result<(), Failure> {
    sit(settings, Why::Practice)
}

fn sit(settings: &Settings, why: Why) -> Result<(), Failure> {
    let claims = claims();
    can_draw(&claims, settings.lang)?;
    let site = hand::site(settings)?;
    let clock = Clock::new(settings.today);
    let (right, lock) = right(&site, clock, settings.lang);
    let unplaced = lock.as_ref().and_then(|_| placing::place(&site, settings.lang).err());
    let mut book =
        book::open(site, &right, clock, settings.lang).map_err(|why| unopened(&why, settings))?;
    hand::pick_rule(&mut book.session, settings)?;
    let (told, events) = mpsc::channel();
    let draft = Draft::new(book.site.draft());
    let screen = enter(&told, &draft, settings.lang)?;
    let site = book.site.clone();
    let answers = told.clone();
    let answer = Arc::new(move |outcome| drop(answers.send(Event::Answer(outcome))));
    let person = Person::here();
    let mut seat = seat_for(&person, screen.size(), claims, settings);
    sit_down(&book, &mut seat, lock.as_ref());
    let kept = welcome(&mut seat, &book.session, why);
    let unplaced = unplaced.map(|why| why.text(settings.lang));
    if let Some(what) = unplaced.or_else(|| person.trouble(settings.lang).filter(|_| !seat.alarm)) {
        seat.warn(Notice::Told { what });
    }
    let scribe = Scribe::new(book.site, book.journal, book.founding, settings.lang);
    let (session, frame) = (book.session, Buffer::default());
    let hands = Hands { writer: None, ears: None, draft, person, lock };
    let (pointer, through) = (Pointer::default(), copying::through());
    let mut desk = Desk { session, seat, frame, screen, clock, pointer, through, hands };
    let ended = desk.show().and_then(|()| {
        desk.seat.origin.printer = printing::printer();
        desk.hands.writer = Some(Writer::start(scribe, answer)?);
        let heard = told.clone();
        let heard = move || drop(heard.send(Event::Marks));
        desk.hands.ears = Some(Ears::open(site, desk.hands.lock.as_ref(), heard));
        desk.hands.hear_reviewers(&mut desk.session);
        desk.tell_where();
        desk.stay(&events);
        Ok(())
    });
    let unsaved = desk.leave(&events);
    if why == Why::Work {
        kept.keep(&desk.seat.habits);
    }
    drop(desk);
    // What the disk refused matters more than why there was no screen.
    unsaved.map_or(Ok(()), Err)?;
    ended.map_err(|why| no_terminal(&why, settings.lang))
}

struct Desk {
    session: Session,
    seat: Seat,
    /// The last frame: the next one is drawn in its memory.
    frame: Buffer,
    screen: Terminal,
    clock: Clock,
    pointer: Pointer,
    /// What lies between this program and the terminal.
    through: Through,
    /// They go last: the lock is among what they hold.
    hands: Hands,
}

/// Whether the loop goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Stay,
    Leave,
}

impl Desk {
    /// The first frame.
    fn show(&mut self) -> io::Result<()> {
        self.draw()?;
        self.screen.measure()
    }

    /// Tells whoever follows where this seat is, when it went elsewhere.
    fn tell_where(&mut self) {
        if let Some(effect) = app::spot::settle(&self.session, &mut self.seat) {
            self.ask(vec![effect]);
        }
    }

    /// Until the person leaves, or the terminal is gone: whether the listener hears it first or a
    /// frame finds nobody, it ends the same way.
    fn stay(&mut self, events: &Receiver<Event>) {
        while let Ok(event) = events.recv() {
            let mut then = self.take(event);
            for event in events.try_iter() {
                if then == Then::Leave {
                    break;
                }
                then = self.take(event);
            }
            self.tell_where();
            if then == Then::Leave || self.draw().is_err() {
                break;
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let (columns, rows) = self.seat.size;
        let area = Rect::new(0, 0, columns, rows);
        if self.frame.area != area {
            self.frame = Buffer::empty(area);
        }
        let seen = view::seen(&self.session, &self.seat, &mut self.frame);
        self.pointer.over(seen.patches);
        self.seat.glimpse = seen.glimpse;
        self.screen.point(seen.pointing)?;
        self.screen.draw(&self.frame, seen.focus)
    }

    fn take(&mut self, event: Event) -> Then {
        self.session.set_clock(self.clock.now(), self.clock.today());
        let (session, seat) = (&mut self.session, &mut self.seat);
        match event {
            Event::Answer(outcome) => {
                let effects = app::answer(session, seat, &outcome);
                self.ask(effects)
            }
            Event::Terminal(terminal::Event::Inputs(inputs)) => {
                for input in
                    inputs.iter().flat_map(|input| self.pointer.read(input)).collect::<Vec<_>>()
                {
                    let effects = app::update(&mut self.session, &mut self.seat, &input);
                    if self.ask(effects) == Then::Leave {
                        return Then::Leave;
                    }
                }
                Then::Stay
            }
            Event::Marks => {
                self.hands.hear_reviewers(&mut self.session);
                Then::Stay
            }
            Event::Terminal(terminal::Event::Ready) => Then::Stay,
            Event::Terminal(terminal::Event::Resumed) => {
                self.screen.forget();
                Then::Stay
            }
            Event::Terminal(terminal::Event::Gone) => Then::Leave,
        }
    }

    fn ask(&mut self, effects: Vec<Effect>) -> Then {
        for effect in effects {
            match self.hands.take(&self.session, &mut self.seat, effect) {
                None => {}
                Some(Own::Quit) => return Then::Leave,
                Some(Own::Redraw) => self.screen.forget(),
                Some(Own::Copy(what)) => {
                    copying::give(&self.session, &mut self.seat, what, |text, term| {
                        self.screen.copy(text, term, self.through)
                    });
                }
            }
        }
        Then::Stay
    }

    /// Gives the terminal back, waits for the disk, and says what it refused.
    fn leave(&mut self, events: &Receiver<Event>) -> Option<Failure> {
        self.screen.pause();
        let finished = self.hands.finish();
        for event in events.try_iter() {
            if let Event::Answer(outcome) = event {
                let _ = app::answer(&mut self.session, &mut self.seat, &outcome);
            }
        }
        unsaved(&self.session, finished, self.seat.lang)
    }
}

fn enter(told: &mpsc::Sender<Event>, draft: &Draft, lang: Lang) -> Result<Terminal, Failure> {
    let (told, shelf) = (told.clone(), draft.shelf());
    let tell = Arc::new(move |event| drop(told.send(Event::Terminal(event))));
    let last_words = move || shelf.put_down();
    let screen = Terminal::enter(Path::new(OWN), tell, last_words);
    let screen = screen.map_err(|why| no_terminal(&why, lang))?;
    screen.give_back_on_panic();
    Ok(screen)
}

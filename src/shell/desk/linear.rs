//! 线性: the desk where nothing is drawn. Lines are typed in, lines come out, the prompt last.
//!
//! It is the desk in everything but the screen: the same lock, journal, draft and reviewers. What a
//! line records is on the disk before the next line is read, so a script never runs ahead of it.

mod events;
mod keys;

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use events::{Event, hear_signals, is_owed_for, owes};
use keys::{keys, without_keys};

use super::hands::{Ears, Hands, Own, unsaved};
use super::sit::{Why, right, seat_for, sit_down, welcome};
use crate::app::{self, Effect, Key, Outcome, Screen, Seat, Session, typed};
use crate::ledger::Mark;
use crate::shell::args::Settings;
use crate::shell::book;
use crate::shell::clock::Clock;
use crate::shell::copying;
use crate::shell::draft::Draft;
use crate::shell::eyes::{claims, no_terminal};
use crate::shell::failure::Failure;
use crate::shell::headless::hand::{self, unopened};
use crate::shell::perform::Scribe;
use crate::shell::perform::writer::Writer;
use crate::shell::person::Person;
use crate::shell::placing;
use crate::shell::printing;
use crate::shell::terminal::clipboard::NotCopied;
use crate::shell::typed::{Typed, listen};
use crate::view::linear::{self, desk};
use crate::view::shown::Shown;
use crate::words::Notice;
use crate::words::linear::Line;

/// How many lines wait for the desk at most.
const WAITING: usize = 16;

/// How long a line waits for the disk before the desk goes on without its answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Opens the book in lines and stays until the person leaves or nothing more can be typed.
///
/// # Errors
/// Why there is no book, or what was not saved when it ended.
pub fn run(settings: &Settings) -> Result<(), Failure> {
    sit(settings, Why::Work)
}

/// The same at a practice book: what is to be done next is said.
///
/// # Errors
/// As for [`run`].
pub fn practise(settings: &Settings) -> Result<(), Failure> {
    sit(settings, Why::Practice)
}

fn sit(settings: &Settings, why: Why) -> Result<(), Failure> {
    let failed = |why: io::Error| no_terminal(&why, settings.lang);
    let site = hand::site(settings)?;
    let clock = Clock::new(settings.today);
    let (right, lock) = right(&site, clock, settings.lang);
    let unplaced = lock.as_ref().and_then(|_| placing::place(&site, settings.lang).err());
    let mut book =
        book::open(site, &right, clock, settings.lang).map_err(|why| unopened(&why, settings))?;
    hand::pick_rule(&mut book.session, settings)?;
    let (told, events) = mpsc::channel();
    let draft = Draft::new(book.site.draft());
    let person = Person::here();
    let mut seat = seat_for(&person, linear::SIZE, claims(), settings);
    seat.origin.printer = printing::printer();
    sit_down(&book, &mut seat, lock.as_ref());
    let kept = welcome(&mut seat, &book.session, why);
    let unplaced = unplaced.map(|why| why.text(settings.lang));
    if let Some(what) = unplaced.or_else(|| person.trouble(settings.lang).filter(|_| !seat.alarm)) {
        seat.warn(Notice::Told { what });
    }
    let answers = told.clone();
    let answer = Arc::new(move |outcome| drop(answers.send(Event::Answer(outcome))));
    let site = book.site.clone();
    let scribe = Scribe::new(book.site, book.journal, book.founding, settings.lang);
    let heard = told.clone();
    let ears = Ears::open(site, lock.as_ref(), move || drop(heard.send(Event::Marks)));
    let writer = Some(Writer::start(scribe, answer).map_err(failed)?);
    hear_signals(told.clone()).map_err(failed)?;
    let (lines, typed) = mpsc::sync_channel(WAITING);
    let listening = thread::Builder::new().name("lines".to_owned());
    // The line is there before the event that tells of it.
    let give = move |typed| lines.send(typed).is_ok() && told.send(Event::Typed).is_ok();
    listening.spawn(move || listen(give)).map_err(failed)?;
    let mut desk = Desk {
        session: book.session,
        seat,
        clock,
        events,
        typed,
        told: Vec::new(),
        noticed: None,
        waiting: 0,
        owed: 0,
        leaves: false,
        waits: false,
        hands: Hands { writer, ears: Some(ears), draft, person, lock },
    };
    // A reader that has seen enough (`yiding --linear | head`) is no failure.
    let _ = desk.stay();
    if why == Why::Work {
        kept.keep(&desk.seat.habits);
    }
    desk.leave().map_or(Ok(()), Err)
}

struct Desk {
    session: Session,
    seat: Seat,
    clock: Clock,
    events: Receiver<Event>,
    typed: Receiver<Option<Typed>>,
    /// What is to be said.
    told: Vec<String>,
    /// The notice that was said last.
    noticed: Option<Notice>,
    /// How many lines were heard of and not read.
    waiting: usize,
    /// How many answers of the writer are owed besides those of records.
    owed: usize,
    /// Somebody ends the program.
    leaves: bool,
    /// The prompt stands at the end of the last line.
    waits: bool,
    /// They go last: the lock is among what they hold.
    hands: Hands,
}

impl Desk {
    /// Until the person leaves.
    fn stay(&mut self) -> io::Result<()> {
        self.hear_reviewers();
        self.told = desk::greeting(&self.session, &self.seat);
        self.noticed.clone_from(&self.seat.notice);
        self.tell_where();
        self.speak()?;
        while !self.leaves {
            let Ok(event) = self.events.recv() else { break };
            self.set_clock();
            let before = desk::Before::of(&self.session, &self.seat);
            self.take(event);
            self.told.extend(desk::answer(&self.session, &self.seat, &before));
            if self.waiting == 0 {
                self.mention()?;
            }
            while self.waiting > 0 && !self.leaves {
                self.waiting -= 1;
                self.answer_next()?;
            }
        }
        Ok(())
    }

    fn set_clock(&mut self) {
        self.session.set_clock(self.clock.now(), self.clock.today());
    }

    /// Takes what happened; lines are only counted.
    fn take(&mut self, event: Event) {
        match event {
            Event::Typed => self.waiting += 1,
            Event::Answer(outcome) => self.answered(&outcome),
            Event::Marks => self.hear_reviewers(),
            Event::Interrupted => self.interrupted(),
            Event::Undone => {
                self.carry_out(typed::Step::Key(Key::Ctrl('z')));
                self.settle();
            }
            Event::Gone => self.leaves = true,
        }
    }

    fn answered(&mut self, outcome: &Outcome) {
        self.owed = self.owed.saturating_sub(usize::from(is_owed_for(outcome)));
        let effects = app::answer(&mut self.session, &mut self.seat, outcome);
        self.ask(effects);
        self.notice();
    }

    /// ^C leaves what is opened, and asks before it leaves the desk.
    fn interrupted(&mut self) {
        let at_home = matches!(self.seat.screen(), Screen::Overview { .. } | Screen::Meeting);
        let key = if self.seat.over.is_none() && at_home { Key::F(10) } else { Key::Esc };
        self.carry_out(typed::Step::Key(key));
    }

    /// Reads the next line and answers it; the end of the input leaves.
    fn answer_next(&mut self) -> io::Result<()> {
        // On a terminal the person's own Enter ended the line of the prompt.
        self.waits &= !io::stdin().is_terminal();
        match self.typed.recv() {
            Ok(Some(Typed::Line(line))) => self.line(&line),
            Ok(Some(Typed::TooLong)) => {
                self.told.push(linear::word_at(&self.seat, Line::TooLong));
            }
            Ok(None) | Err(_) => self.leaves = true,
        }
        if self.leaves { Ok(()) } else { self.speak() }
    }

    /// Carries out one line, and says what came of it once the disk has it.
    fn line(&mut self, line: &str) {
        if !self.seat.alarm {
            self.noticed = None;
        }
        let before = desk::Before::of(&self.session, &self.seat);
        let steps = match keys(line) {
            Some(keys) => keys.into_iter().map(typed::Step::Key).collect(),
            None => typed::read(&self.session, &self.seat, &without_keys(line)),
        };
        for step in steps {
            let repeats = step == typed::Step::Again;
            self.told.extend(desk::echo(&self.session, &self.seat, &step));
            self.carry_out(step);
            self.settle();
            if repeats {
                self.told.extend(desk::again(&self.session, &self.seat));
            }
        }
        self.tell_where();
        self.told.extend(desk::answer(&self.session, &self.seat, &before));
        if self.told.is_empty() {
            self.told = desk::pointed(&self.session, &self.seat);
        }
    }

    fn carry_out(&mut self, step: typed::Step) {
        let effects = typed::take(&mut self.session, &mut self.seat, step);
        self.ask(effects);
        self.notice();
    }

    /// Waits until the disk has answered for everything that was recorded.
    fn settle(&mut self) {
        let until = Instant::now() + PATIENCE;
        while self.is_owed() && !self.leaves {
            match self.events.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(event) => self.take(event),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn is_owed(&self) -> bool {
        let keeping = &self.session.keeping;
        let writes = keeping.read_only.is_none() || self.session.fork.is_some();
        self.owed > 0 || writes && (!keeping.pending.is_empty() || keeping.closing.is_some())
    }

    /// Says a notice that was not said yet.
    fn notice(&mut self) {
        if self.seat.notice != self.noticed {
            self.noticed.clone_from(&self.seat.notice);
            self.told.extend(desk::notice(&self.session, &self.seat));
        }
    }

    fn ask(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.owed += usize::from(owes(&effect));
            match self.hands.take(&self.session, &mut self.seat, effect) {
                Some(Own::Quit) => self.leaves = true,
                // Lines are text already: it is said where it can be taken from.
                Some(Own::Copy(what)) => {
                    let none = |_: &str, _: &str| Err(NotCopied::NoClipboard);
                    copying::give(&self.session, &mut self.seat, what, none);
                    self.notice();
                }
                Some(Own::Redraw) | None => {}
            }
        }
    }

    /// Tells whoever follows where this seat is, when it went elsewhere.
    fn tell_where(&mut self) {
        let spot = app::spot::settle(&self.session, &mut self.seat);
        self.ask(spot.into_iter().collect());
    }

    /// What reviewers left; their words are said.
    fn hear_reviewers(&mut self) {
        let before: Vec<Mark> = self.session.marks.clone();
        self.hands.hear_reviewers(&mut self.session);
        self.told.extend(desk::remarks(&self.session, &self.seat, &before));
    }

    /// Says what there is to say, and asks for more.
    fn speak(&mut self) -> io::Result<()> {
        self.write()?;
        let prompt = desk::prompt(&self.session, &self.seat);
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
        if self.told.is_empty() || self.leaves { Ok(()) } else { self.speak() }
    }

    fn write(&mut self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if std::mem::take(&mut self.waits) && !self.told.is_empty() {
            writeln!(out)?;
        }
        for line in self.told.drain(..) {
            writeln!(out, "{}", Shown::new(line))?;
        }
        out.flush()
    }

    /// Waits for the disk, says what it answered last, and what it refused.
    fn leave(mut self) -> Option<Failure> {
        let finished = self.hands.finish();
        while let Ok(event) = self.events.try_recv() {
            if let Event::Answer(outcome) = event {
                self.answered(&outcome);
            }
        }
        self.told.push(linear::word_at(&self.seat, Line::Left));
        let _ = self.write();
        unsaved(&self.session, finished, self.seat.lang)
    }
}

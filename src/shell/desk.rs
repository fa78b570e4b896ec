//! The desk: one loop between the keyboard, the writer and the screen.
//!
//! It waits in one place, takes everything that is there, and draws once. Nothing ticks. The first
//! frame comes before anything that may take long, and leaving waits for the disk.

mod linear;

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::page::looks::Change;
use crate::app::pointer::Pointer;
use crate::app::sight::Origin;
use crate::app::tip;
use crate::app::{self, Effect, Outcome, Practice, Screen, Seat, Session};
use crate::shell::args::{self, Settings};
use crate::shell::book::{self, Book, Right, Site};
use crate::shell::clock::Clock;
use crate::shell::copying;
use crate::shell::draft::{self, Draft};
use crate::shell::eyes::{can_draw, claims, looks, no_terminal};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::habits::Kept;
use crate::shell::headless::hand::{self, unopened};
use crate::shell::holder::holder;
use crate::shell::lock::Lock;
use crate::shell::marks::{self, Marks};
use crate::shell::perform::Scribe;
use crate::shell::perform::writer::Writer;
use crate::shell::person::Person;
use crate::shell::placing;
use crate::shell::printing::{self, Print};
use crate::shell::spot::Beacon;
use crate::shell::terminal::clipboard::Through;
use crate::shell::terminal::depth::Claims;
use crate::shell::terminal::{self, OWN, Terminal};
use crate::shell::trouble::show;
use crate::shell::watch::Watch;
use crate::view;
use crate::view::listing::text;
use crate::view::plain::copied;
use crate::view::subject::Subject;
use crate::words::printed::Refused;
use crate::words::{Joint, Lang, Notice};

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

/// Why somebody sits down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    Work,
    Practice,
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
    let (session, writer, ears, frame) = (book.session, None, None, Buffer::default());
    let (pointer, through) = (Pointer::default(), copying::through());
    let mut desk = Desk {
        session,
        seat,
        frame,
        screen,
        writer,
        draft,
        clock,
        pointer,
        through,
        ears,
        lock,
        person,
    };
    let ended = desk.show().and_then(|()| {
        desk.seat.origin.printer = printing::printer();
        desk.writer = Some(Writer::start(scribe, answer)?);
        let heard = told.clone();
        let heard = move || drop(heard.send(Event::Marks));
        desk.ears = Some(Ears::open(site, desk.lock.as_ref(), heard));
        desk.hear_reviewers();
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

/// A seat as this person likes it, at this terminal.
fn seat_for(person: &Person, size: (u16, u16), claims: Claims, settings: &Settings) -> Seat {
    let mut seat = Seat::new(size, settings.lang);
    let (taste, ground) = looks(person, &claims, settings);
    seat.ground = ground;
    seat.wear(taste);
    let program = args::version().trim().to_owned();
    seat.origin = Origin { program, terminal: claims.term, ..Origin::default() };
    seat
}

/// The practice begins, if somebody sits down for it.
fn begin_practice(seat: &mut Seat, session: &Session, why: Why) {
    if why == Why::Practice {
        seat.practice = Some(Practice::begin(session));
        // What is in the practice book was put there: nobody has lost it.
        seat.notice = seat.notice.take().filter(|_| seat.alarm);
    }
}

/// What is said to whoever sits down: what is practised, else what there is besides.
fn welcome(seat: &mut Seat, session: &Session, why: Why) -> Kept {
    begin_practice(seat, session, why);
    let kept = Kept::here();
    seat.habits = kept.habits();
    tip::begin(session, seat);
    kept
}

struct Desk {
    session: Session,
    seat: Seat,
    /// The last frame: the next one is drawn in its memory.
    frame: Buffer,
    screen: Terminal,
    /// None until the first frame is out, and when it has finished.
    writer: Option<Writer>,
    draft: Draft,
    clock: Clock,
    pointer: Pointer,
    /// What lies between this program and the terminal.
    through: Through,
    /// None until the first frame is out.
    ears: Option<Ears>,
    /// None at a desk that only looks: the draft is another's then. It goes last.
    lock: Option<Lock>,
    person: Person,
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

    fn hear_reviewers(&mut self) {
        if let Some(ears) = &mut self.ears {
            ears.read(&mut self.session);
        }
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
                self.hear_reviewers();
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
            match effect {
                Effect::Quit => return Then::Leave,
                Effect::Redraw => self.screen.forget(),
                Effect::Prefer(change) => prefer(&self.person, &mut self.seat, &change),
                Effect::Spot(spot) => {
                    if let Some(beacon) = self.ears.as_ref().and_then(|ears| ears.beacon.as_ref()) {
                        beacon.set(spot);
                    }
                }
                Effect::Draft(text) => {
                    let open = self.session.meeting().map(|meeting| &meeting.id);
                    if self.lock.is_some() {
                        self.draft.set(open, &text);
                    }
                }
                Effect::Copy(what) => {
                    let listing =
                        copied(Subject { session: &self.session, seat: &self.seat }, what);
                    let term = &self.seat.origin.terminal;
                    let told = self.screen.copy(&text::write(&listing), term, self.through);
                    let said = copying::said(&listing, told);
                    let outcome = Outcome::Copied(what, said);
                    let _ = app::answer(&mut self.session, &mut self.seat, &outcome);
                }
                Effect::Print(to) => {
                    if let Some(writer) = &self.writer {
                        writer.print(Print::of(&self.session, &self.seat, to));
                    }
                }
                effect => {
                    if let Some(writer) = &self.writer {
                        writer.ask(effect);
                    }
                }
            }
        }
        Then::Stay
    }

    /// Gives the terminal back, waits for the disk, and says what it refused.
    fn leave(&mut self, events: &Receiver<Event>) -> Option<Failure> {
        self.screen.pause();
        let finished = self.writer.take().is_none_or(Writer::finish);
        for event in events.try_iter() {
            if let Event::Answer(outcome) = event {
                let _ = app::answer(&mut self.session, &mut self.seat, &outcome);
            }
        }
        unsaved(&self.session, finished, self.seat.lang)
    }
}

/// Writes the settings down: a small file, and nobody types meanwhile.
fn prefer(person: &Person, seat: &mut Seat, change: &Change) {
    match person.keep(change, seat.lang) {
        Ok(file) => seat.say(Notice::TasteKept { file: show(&file) }),
        Err(what) => seat.warn(Notice::Told { what }),
    }
}

/// What the disk refused until the end, or that a thread of the writer left something undone.
fn unsaved(session: &Session, finished: bool, lang: Lang) -> Option<Failure> {
    if !finished {
        return Some(Failure::new(FailureKind::Bug, Refused::Crashed.text(lang)));
    }
    let keeping = &session.keeping;
    let why = keeping.failed.as_ref().filter(|_| !keeping.pending.is_empty())?;
    let count = keeping.pending.len().to_string();
    let unsent = Refused::Unsent { count }.text(lang);
    Some(Failure::new(FailureKind::Unreadable, unsent).hint(why))
}

/// Between this desk and its reviewers: it tells where it is, and hears what they leave. Without them
/// the meeting goes on.
struct Ears {
    site: Site,
    /// None at a desk that only looks: there is another that is followed.
    beacon: Option<Beacon>,
    watch: Option<Watch>,
    marks: Marks,
}

impl Ears {
    fn open(site: Site, lock: Option<&Lock>, heard: impl Fn() + Send + 'static) -> Self {
        if lock.is_some() {
            marks::make(&site);
        }
        let beacon = lock.and_then(|_| Beacon::new(site.spot()).ok());
        let watch = Watch::start(heard).ok();
        Self { site, beacon, watch, marks: Marks::default() }
    }

    /// Reads what reviewers left on what is open.
    fn read(&mut self, session: &mut Session) {
        let open = session.state().id();
        if let Some(watch) = &self.watch {
            let _ = watch.add(&self.site.marks());
            let _ = watch.add(&self.site.marks_on(&open));
        }
        if self.marks.refresh(&self.site, &open) {
            session.marks = self.marks.marks();
            session.readers = self.marks.readers();
        }
    }
}

/// The lock, or the reason for only looking. The desk does not wait: whoever holds it sits there.
fn right(site: &Site, clock: Clock, lang: Lang) -> (Right, Option<Lock>) {
    if let Err(why) = site.make_state() {
        return (Right::Barred(why.sentence(lang)), None);
    }
    let since = clock.now().format("%H:%M").to_string();
    match Lock::take(&site.state(), &holder(&since), Duration::ZERO) {
        Ok(lock) => (Right::Write, Some(lock)),
        Err(why) => (Right::Barred(why.sentence(lang)), None),
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

/// Where the person was: in the meeting that is open, with what was being typed here. What another
/// desk is typing is its own.
fn sit_down(book: &Book, seat: &mut Seat, lock: Option<&Lock>) {
    if let Some(meeting) = book.session.meeting() {
        seat.go(Screen::Meeting);
        app::line::bind_current(&book.session, seat);
        let typed = lock.and_then(|_| draft::read(&book.site.draft(), &meeting.id));
        if let Some(text) = typed {
            app::line::give_back(seat, &text);
        }
        if book.recovered > 0 {
            seat.say(Notice::Recovered { count: book.recovered.to_string() });
        }
    }
    if book.session.fork.is_some() {
        app::page::join::begin(&book.session, seat);
    } else if let Some(why) = &book.session.keeping.read_only {
        seat.warn(Notice::ReadOnly { why: why.clone() });
    } else if !book.told.is_empty() {
        let what = book.told.join(Joint::Apart.text(seat.lang));
        seat.warn(Notice::Told { what });
    }
}

//! 阅览席: a process of its own over the folder of a book, for whoever only reads and marks.
//!
//! It never takes the lock, never runs git, and writes nothing but its reviewer's own marks. It sleeps
//! until a key is pressed or the folder changes; a desk that dies takes nothing of it along.

pub mod reader;
mod tail;

use std::io;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::args::{self, Settings};
use super::book::Site;
use super::clock::Clock;
use super::desk::{claims, no_terminal, sight};
use super::failure::{Failure, FailureKind};
use super::headless::hand::{self, unopened};
use super::holder::account_name;
use super::marks::{self, Place};
use super::reviewer::Reviewer;
use super::terminal::{self, OWN, Terminal};
use super::watch::Watch;
use crate::app::guest::{self, Effect, Guest};
use crate::app::sight::Origin;
use crate::ledger::{Edit, Jot, Jotting, RecordId, SnapshotId};
use crate::view;
use crate::words::GuestSays;
use crate::words::printed::Refused;
use reader::Reader;

/// The kernel tells of a file that is let go a moment before its lock is free: look once more then.
const ONCE_MORE: Duration = Duration::from_millis(200);

/// What the loop waits for.
enum Event {
    Terminal(terminal::Event),
    Folder,
    /// The folder once more, although nothing was heard of it.
    Again,
}

/// Sits down at this terminal to read along, until the person leaves.
///
/// # Errors
/// Why there is no book, no terminal or no name.
pub fn run(settings: &Settings, who: Option<Reviewer>) -> Result<(), Failure> {
    let lang = settings.lang;
    let claims = claims();
    if !claims.can_draw() {
        let why = Refused::Dumb { term: claims.term.clone() }.text(lang);
        return Err(Failure::new(FailureKind::Usage, why));
    }
    let who = named(who, settings)?;
    let (told, events) = mpsc::channel();
    let heard = told.clone();
    let watch = Watch::start(move || drop(heard.send(Event::Folder)));
    let watch = watch.map_err(|why| no_terminal(&why, lang))?;
    let (site, clock) = (hand::site(settings)?, Clock::new(settings.today));
    let mut reader =
        Reader::open(site, clock, lang, &watch).map_err(|why| unopened(&why, settings))?;
    hand::pick_rule(&mut reader.session, settings)?;
    let left = marks::last_visit(&reader.site, &who);
    let pen = Arc::new(Pen::new(&reader, &who, clock));
    let last_words = Arc::clone(&pen);
    let tell = Arc::new(move |event| drop(told.send(Event::Terminal(event))));
    let screen = Terminal::enter(Path::new(OWN), tell, move || last_words.leave());
    let screen = screen.map_err(|why| no_terminal(&why, lang))?;
    let mut guest = Guest::new(screen.size(), lang, &who.name);
    guest.seat.sight = sight(&claims, settings.color);
    guest.seat.origin =
        Origin { program: args::version().trim().to_owned(), terminal: claims.term };
    guest.drafts = marks::drafts(&reader.site, &who);
    guest::sit_down(&reader.session, &mut guest, reader.desk(), left.as_ref());
    pen.sit();
    let mut seat = Seat { reader, guest, frame: Buffer::default(), screen, watch, pen };
    let ended = seat.stay(&events);
    seat.pen.leave();
    drop(seat);
    ended.map_err(|why| no_terminal(&why, lang))
}

/// Under which name marks are left.
fn named(who: Option<Reviewer>, settings: &Settings) -> Result<Reviewer, Failure> {
    let who = who.unwrap_or_else(|| Reviewer::named(&account_name()));
    if who.has_plain_name() {
        return Ok(who);
    }
    let why = GuestSays::NoName { name: who.name }.text(settings.lang);
    Err(Failure::new(FailureKind::Usage, why))
}

struct Seat {
    reader: Reader,
    guest: Guest,
    /// The last frame: the next one is drawn in its memory.
    frame: Buffer,
    screen: Terminal,
    watch: Watch,
    pen: Arc<Pen>,
}

/// Whether the loop goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Stay,
    Leave,
}

impl Seat {
    fn stay(&mut self, events: &Receiver<Event>) -> io::Result<()> {
        self.draw()?;
        self.screen.measure()?;
        let mut again = false;
        while let Some(event) = next(events, again) {
            let burst: Vec<Event> = std::iter::once(event).chain(events.try_iter()).collect();
            let heard = burst.iter().any(|event| matches!(event, Event::Folder));
            let look = heard || burst.iter().any(|event| matches!(event, Event::Again));
            again = heard && self.guest.desk.is_some();
            for event in burst {
                if self.take(event) == Then::Leave {
                    return Ok(());
                }
            }
            if look {
                self.look();
            }
            self.draw()?;
        }
        Ok(())
    }

    fn take(&mut self, event: Event) -> Then {
        match event {
            Event::Terminal(terminal::Event::Inputs(inputs)) => {
                self.reader.session.catalogued();
                for input in &inputs {
                    let effects = guest::update(&self.reader.session, &mut self.guest, input);
                    if self.ask(effects) == Then::Leave {
                        return Then::Leave;
                    }
                }
            }
            Event::Terminal(terminal::Event::Ready) | Event::Folder | Event::Again => {}
            Event::Terminal(terminal::Event::Resumed) => {
                self.screen.forget();
                self.look();
            }
            Event::Terminal(terminal::Event::Gone) => return Then::Leave,
        }
        Then::Stay
    }

    /// Reads what changed in the folder.
    fn look(&mut self) {
        match self.reader.refresh(&self.watch) {
            Ok(heard) => {
                self.pen.turn_to(&self.reader);
                guest::hear(&self.reader.session, &mut self.guest, &heard);
            }
            Err(why) => {
                let why = why.sentence(self.guest.seat.lang);
                self.guest.warn(GuestSays::Trouble { why });
            }
        }
    }

    fn ask(&mut self, effects: Vec<Effect>) -> Then {
        for effect in effects {
            match effect {
                Effect::Write(jot) => {
                    let kept = self.pen.write(&jot).map_err(|why| why.to_string());
                    let then = guest::answer(&mut self.guest, &jot, kept);
                    self.ask(then);
                    self.look();
                }
                Effect::Draft(drafts) => {
                    let site = &self.reader.site;
                    // A draft that cannot be kept is still on the screen.
                    let _ = marks::keep_drafts(site, &self.pen.who, &drafts);
                }
                Effect::Recall(id) => {
                    self.reader.recall(&id);
                    guest::recalled(&self.reader.session, &mut self.guest);
                }
                Effect::Redraw => self.screen.forget(),
                Effect::Leave => return Then::Leave,
            }
        }
        Then::Stay
    }

    fn draw(&mut self) -> io::Result<()> {
        let (columns, rows) = self.guest.seat.size;
        let area = Rect::new(0, 0, columns, rows);
        if self.frame.area != area {
            self.frame = Buffer::empty(area);
        }
        let focus = view::guest::draw(&self.reader.session, &self.guest, &mut self.frame);
        self.screen.draw(&self.frame, focus)
    }
}

fn next(events: &Receiver<Event>, again: bool) -> Option<Event> {
    if !again {
        return events.recv().ok();
    }
    match events.recv_timeout(ONCE_MORE) {
        Err(RecvTimeoutError::Timeout) => Some(Event::Again),
        answer => answer.ok(),
    }
}

/// Writes this reviewer's own lines. The thread of signals holds it too: whoever is cut off has left.
struct Pen {
    site: Site,
    who: Reviewer,
    clock: Clock,
    chair: Mutex<Option<Chair>>,
}

/// Where this reviewer sits.
struct Chair {
    /// What is open.
    open: SnapshotId,
    /// The newest record that was shown.
    saw: Option<RecordId>,
    /// None where no marks can be left: who may not leave any may read all the same.
    place: Option<Place>,
}

impl Pen {
    fn new(reader: &Reader, who: &Reviewer, clock: Clock) -> Self {
        let (open, saw) = (reader.session.state().id(), newest(reader));
        let chair = Mutex::new(Some(Chair { open, saw, place: None }));
        Self { site: reader.site.clone(), who: who.clone(), clock, chair }
    }

    fn chair(&self) -> MutexGuard<'_, Option<Chair>> {
        self.chair.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The desk knows who came to read what is open now.
    fn sit(&self) {
        if let Some(chair) = &mut *self.chair() {
            chair.place = marks::sit(&self.site, &chair.open, &self.who, self.clock.now()).ok();
        }
    }

    /// Writes on what is open now from here on.
    fn turn_to(&self, reader: &Reader) {
        let open = reader.session.state().id();
        let turned = match &mut *self.chair() {
            Some(chair) => {
                chair.saw = newest(reader);
                let turned = chair.open != open;
                chair.open = open;
                turned
            }
            None => false,
        };
        if turned {
            self.sit();
        }
    }

    fn write(&self, jot: &Jot) -> io::Result<()> {
        match &*self.chair() {
            Some(chair) => self.put_down(&chair.open, jot),
            None => Ok(()),
        }
    }

    fn put_down(&self, open: &SnapshotId, jot: &Jot) -> io::Result<()> {
        let jotting = Jotting { at: self.clock.now(), what: jot.clone() };
        marks::write(&self.site, open, &self.who, &jotting)
    }

    /// Says that the seat is left, and what was seen, once.
    fn leave(&self) {
        let Some(Chair { open, saw, place }) = self.chair().take() else { return };
        drop(place);
        for jot in saw.map(Jot::Saw).into_iter().chain([Jot::Left]) {
            // Whoever cannot be told of it finds the seat empty.
            let _ = self.put_down(&open, &jot);
        }
    }
}

/// The newest record of what is open.
fn newest(reader: &Reader) -> Option<RecordId> {
    reader.session.index.records().last().and_then(Edit::record).cloned()
}

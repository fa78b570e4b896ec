//! 阅览席: a process of its own over the folder of a book, for whoever only reads and marks.
//!
//! It never takes the lock, never runs git, and writes nothing but its reviewer's own marks. It sleeps
//! until a key is pressed or the folder changes; a desk that dies takes nothing of it along.

mod linear;
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
use super::copying;
use super::eyes::{can_draw, claims, looks, no_terminal};
use super::failure::{Failure, FailureKind};
use super::headless::hand::{self, unopened};
use super::holder::account_name;
use super::marks::{self, Place};
use super::person::Person;
use super::reviewer::Reviewer;
use super::terminal::{self, OWN, Terminal};
use super::trouble::reason;
use super::watch::Watch;
use crate::app::copying::Copied;
use crate::app::guest::typed::Before;
use crate::app::guest::{self, Effect, Guest, Heard, Layout};
use crate::app::pointer::Pointer;
use crate::app::sight::Origin;
use crate::app::taste::Arrangement;
use crate::ledger::{Edit, Jot, Jotting, RecordId, SnapshotId};
use crate::view;
use crate::words::GuestSays;
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

/// Sits down to read along, until the person leaves: on this terminal, or in lines.
///
/// # Errors
/// Why there is no book, no terminal or no name.
pub fn run(settings: &Settings, who: Option<Reviewer>, layout: Layout) -> Result<(), Failure> {
    let lang = settings.lang;
    if layout == Layout::Lines {
        return linear::run(settings, who);
    }
    let claims = claims();
    can_draw(&claims, lang)?;
    let (told, events) = mpsc::channel();
    let heard = told.clone();
    let watch = Watch::start(move || drop(heard.send(Event::Folder)));
    let watch = watch.map_err(|why| no_terminal(&why, lang))?;
    let mut sitting = Sitting::new(settings, who, layout, watch)?;
    let last_words = Arc::clone(&sitting.pen);
    let tell = Arc::new(move |event| drop(told.send(Event::Terminal(event))));
    let screen = Terminal::enter(Path::new(OWN), tell, move || last_words.leave());
    let screen = screen.map_err(|why| no_terminal(&why, lang))?;
    let seat = &mut sitting.guest.seat;
    seat.size = screen.size();
    let (taste, ground) = looks(&sitting.person, &claims, settings);
    seat.ground = ground;
    seat.wear(taste);
    let program = args::version().trim().to_owned();
    seat.origin = Origin { program, terminal: claims.term, ..Origin::default() };
    sitting.sit_down();
    if let Some(why) = sitting.person.trouble(lang) {
        sitting.guest.warn(GuestSays::Trouble { why });
    }
    let pointer = Pointer::default();
    let mut seat = Seat { sitting, frame: Buffer::default(), screen, pointer };
    let ended = seat.stay(&events);
    seat.sitting.pen.leave();
    drop(seat);
    ended.map_err(|why| no_terminal(&why, lang))
}

/// In which form somebody is served here: as asked for, in lines where nothing can be drawn or where
/// that was chosen once for all. None for a wall that is no screen.
pub fn form(asked: Layout, on_terminal: bool) -> Option<Layout> {
    let accessible = std::env::var_os("ACCESSIBLE").is_some_and(|on| !on.is_empty() && on != "0");
    let draws = || {
        let chosen = Person::here().taste.layout;
        !accessible && chosen != Arrangement::Linear && claims().can_draw()
    };
    match (asked, on_terminal) {
        (Layout::Wall, false) => None,
        (Layout::Screen, true) if draws() => Some(Layout::Screen),
        (Layout::Screen | Layout::Lines, _) => Some(Layout::Lines),
        (Layout::Wall, true) => Some(Layout::Wall),
    }
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

/// A reviewer before the book, in whatever form.
struct Sitting {
    reader: Reader,
    guest: Guest,
    watch: Watch,
    pen: Arc<Pen>,
    person: Person,
    /// What is to be told to whoever is told in lines.
    told: Vec<String>,
    /// What is to be given to the clipboard.
    copies: Option<Copied>,
}

impl Sitting {
    fn new(
        settings: &Settings,
        who: Option<Reviewer>,
        layout: Layout,
        watch: Watch,
    ) -> Result<Self, Failure> {
        let (lang, who) = (settings.lang, named(who, settings)?);
        let (site, clock) = (hand::site(settings)?, Clock::new(settings.today));
        let mut reader =
            Reader::open(site, clock, lang, &watch).map_err(|why| unopened(&why, settings))?;
        hand::pick_rule(&mut reader.session, settings)?;
        let reader = reader.within(settings.scope);
        let mut guest = Guest::new(view::linear::SIZE, lang, &who.name);
        guest.layout = layout;
        let pen = Arc::new(Pen::new(&reader, (&who, layout), clock));
        let person = Person::here();
        Ok(Self { reader, guest, watch, pen, person, told: Vec::new(), copies: None })
    }

    fn sit_down(&mut self) {
        let last = marks::last_visit(&self.reader.site, &self.pen.who);
        self.guest.drafts = marks::drafts(&self.reader.site, &self.pen.who);
        let desk = self.reader.desk();
        guest::sit_down(&self.reader.session, &mut self.guest, desk, last.as_ref());
        self.pen.sit();
    }

    /// Reads what changed in the folder.
    fn look(&mut self) {
        let in_lines = self.guest.layout == Layout::Lines;
        let before = in_lines.then(|| Before::of(&self.guest));
        let heard = match self.reader.refresh(&self.watch) {
            Ok(heard) => {
                self.pen.turn_to(&self.reader);
                guest::hear(&self.reader.session, &mut self.guest, &heard);
                heard
            }
            Err(why) => {
                let why = why.sentence(self.guest.seat.lang);
                self.guest.warn(GuestSays::Trouble { why });
                Heard::default()
            }
        };
        if let Some(before) = before {
            let news = view::linear::news(&self.reader.session, &self.guest, &heard, &before);
            self.told.extend(news);
        }
    }

    fn ask(&mut self, effects: Vec<Effect>) -> Then {
        let mut then = Then::Stay;
        for effect in effects {
            match effect {
                Effect::Write(jot) => {
                    let lang = self.guest.seat.lang;
                    let kept = self.pen.write(&jot).map_err(|why| reason(&why, lang));
                    let more = guest::answer(&mut self.guest, &jot, kept);
                    self.ask(more);
                    self.look();
                }
                Effect::Draft(drafts) => {
                    let site = &self.reader.site;
                    // A draft that cannot be kept is still on the screen.
                    let _ = marks::keep_drafts(site, &self.pen.who, &drafts);
                }
                Effect::Prefer(change) => {
                    self.person.prefer(&mut self.guest.seat, &change);
                }
                Effect::Recall(id) => {
                    self.reader.recall(&id);
                    guest::recalled(&self.reader.session, &mut self.guest);
                }
                Effect::Copy(what) => self.copies = Some(what),
                Effect::Redraw => then = Then::Redraw,
                Effect::Leave => return Then::Leave,
            }
        }
        then
    }
}

/// The same on a screen.
struct Seat {
    sitting: Sitting,
    /// The last frame: the next one is drawn in its memory.
    frame: Buffer,
    screen: Terminal,
    pointer: Pointer,
}

/// Whether the loop goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Stay,
    /// Everything is drawn anew.
    Redraw,
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
            again = heard && self.sitting.guest.desk.is_some();
            for event in burst {
                if self.take(event) == Then::Leave {
                    return Ok(());
                }
            }
            if look {
                self.sitting.look();
            }
            self.draw()?;
        }
        Ok(())
    }

    fn take(&mut self, event: Event) -> Then {
        let sitting = &mut self.sitting;
        match event {
            Event::Terminal(terminal::Event::Inputs(inputs)) => {
                sitting.reader.session.catalogued();
                for input in
                    inputs.iter().flat_map(|input| self.pointer.read(input)).collect::<Vec<_>>()
                {
                    let session = &sitting.reader.session;
                    let effects = guest::update(session, &mut sitting.guest, &input);
                    match sitting.ask(effects) {
                        Then::Stay => {}
                        Then::Redraw => self.screen.forget(),
                        Then::Leave => return Then::Leave,
                    }
                    if let Some(what) = sitting.copies.take() {
                        let (session, seat) = (&sitting.reader.session, &mut sitting.guest.seat);
                        copying::give(session, seat, what, |text, term| {
                            self.screen.copy(text, term, copying::through())
                        });
                    }
                }
            }
            Event::Terminal(terminal::Event::Ready) | Event::Folder | Event::Again => {}
            Event::Terminal(terminal::Event::Resumed) => {
                self.screen.forget();
                sitting.look();
            }
            Event::Terminal(terminal::Event::Gone) => return Then::Leave,
        }
        Then::Stay
    }

    fn draw(&mut self) -> io::Result<()> {
        let (session, guest) = (&self.sitting.reader.session, &self.sitting.guest);
        let (columns, rows) = guest.seat.size;
        let area = Rect::new(0, 0, columns, rows);
        if self.frame.area != area {
            self.frame = Buffer::empty(area);
        }
        let seen = view::guest::seen(session, guest, &mut self.frame);
        self.pointer.over(seen.patches);
        self.sitting.guest.seat.glimpse = seen.glimpse;
        self.screen.point(seen.pointing)?;
        self.screen.draw(&self.frame, seen.focus)
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
    /// None at a wall: nobody sits there who could have read anything.
    site: Option<Site>,
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
    fn new(reader: &Reader, (who, layout): (&Reviewer, Layout), clock: Clock) -> Self {
        let (open, saw) = (reader.session.state().id(), newest(reader));
        let chair = Mutex::new(Some(Chair { open, saw, place: None }));
        let site = (layout != Layout::Wall).then(|| reader.site.clone());
        Self { site, who: who.clone(), clock, chair }
    }

    fn chair(&self) -> MutexGuard<'_, Option<Chair>> {
        self.chair.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The desk knows who came to read what is open now.
    fn sit(&self) {
        if let Some(chair) = &mut *self.chair() {
            let site = self.site.as_ref();
            chair.place = site
                .and_then(|site| marks::sit(site, &chair.open, &self.who, self.clock.now()).ok());
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
        let Some(site) = &self.site else { return Ok(()) };
        let jotting = Jotting { at: self.clock.now(), what: jot.clone() };
        marks::write(site, open, &self.who, &jotting)
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

//! The book in the hall: read as it changes by one reader, looked at from one read-only seat for
//! each guest.
//!
//! What a seat can ask for is `guest::Effect`: marks, drafts, leaving. Nothing here can name a
//! change of the book.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::guest::{Room, Then, Visitor};
use crate::app::guest::typed::{self, Before};
use crate::app::guest::{self, Effect, Guest, Heard, Layout, Turn};
use crate::app::sight::Origin;
use crate::app::{Input, Sight, Spot};
use crate::ledger::{Jot, Jotting};
use crate::shell::args::{self, Scope, Settings};
use crate::shell::clock::Clock;
use crate::shell::failure::Failure;
use crate::shell::follow::reader::Reader;
use crate::shell::headless::hand::{self, unopened};
use crate::shell::marks;
use crate::shell::terminal::depth::{Claims, Colour};
use crate::shell::typed::Typed;
use crate::shell::watch::Watch;
use crate::view::{self, linear};
use crate::words::door::Shut;
use crate::words::linear::Line;
use crate::words::{GuestSays, Lang};

/// A book with seats in front of it.
pub struct Reading {
    reader: Reader,
    watch: Watch,
    clock: Clock,
    scope: Scope,
    lang: Lang,
    desk: Option<Spot>,
}

/// What changed in the folder, or why it could not be read.
pub type News = Result<Heard, String>;

impl Reading {
    /// Opens the book that the settings name; `tell` is called whenever its folder changes.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open(settings: &Settings, tell: impl Fn() + Send + 'static) -> Result<Self, Failure> {
        let lang = settings.lang;
        let watch = Watch::start(tell).map_err(|why| {
            Failure::unreadable(&Shut::Broken { why: why.to_string() }.text(lang))
        })?;
        let (site, clock) = (hand::site(settings)?, Clock::new(settings.today));
        let reader = Reader::open(site, clock, lang, &watch);
        let mut reader = reader.map_err(|why| unopened(&why, settings))?;
        hand::pick_rule(&mut reader.session, settings)?;
        let mut reading = Self { reader, watch, clock, scope: settings.scope, lang, desk: None };
        reading.hide();
        reading.desk = reading.desk_now();
        Ok(reading)
    }

    /// What is open is taken away from a door that shows what is sealed.
    fn hide(&mut self) {
        let session = &mut self.reader.session;
        if self.scope == Scope::Sealed && session.open.take().is_some() {
            session.marks.clear();
            session.readers.clear();
            session.reindex();
        }
    }

    fn desk_now(&self) -> Option<Spot> {
        self.reader.desk().filter(|_| self.scope != Scope::Sealed)
    }

    fn perform(&self, guest: &mut Guest, effects: Vec<Effect>) -> Then {
        let mut then = Then::Stay;
        for effect in effects {
            match effect {
                Effect::Write(jot) => {
                    let kept = self.write(guest, &jot);
                    guest::answer(guest, &jot, kept);
                }
                Effect::Draft(drafts) => {
                    // A draft that cannot be kept is still on the screen.
                    let _ = marks::keep_drafts(&self.reader.site, &guest.name, &drafts);
                }
                Effect::Redraw => then = Then::Redraw,
                Effect::Leave => return Then::Leave,
            }
        }
        then
    }

    fn write(&self, guest: &Guest, jot: &Jot) -> Result<(), String> {
        let open = self.reader.session.state().id();
        let jotting = Jotting { at: self.clock.now(), what: jot.clone() };
        let written = marks::write(&self.reader.site, &open, &guest.name, &jotting);
        written.map_err(|why| why.to_string())
    }
}

impl Room for Reading {
    type Seat = Guest;
    type News = News;

    fn sit_down(&mut self, visitor: &Visitor) -> Guest {
        let left = marks::last_here(&self.reader.site, &visitor.name);
        let mut guest = Guest::new(visitor.size, visitor.lang, &visitor.name);
        guest.layout = visitor.layout;
        let claims = Claims { term: visitor.term.clone(), ..Claims::default() };
        guest.seat.sight = Sight { depth: claims.depth(Colour::Auto), ..Sight::default() };
        let program = args::version().trim().to_owned();
        guest.seat.origin = Origin { program, terminal: visitor.term.clone() };
        guest.drafts = marks::drafts(&self.reader.site, &visitor.name);
        self.reader.session.set_clock(self.clock.now(), self.clock.today());
        guest::sit_down(&self.reader.session, &mut guest, self.desk.clone(), left);
        // Who cannot leave marks may read all the same.
        let _ = self.write(&guest, &Jot::Came);
        guest
    }

    fn take(&mut self, guest: &mut Guest, input: &Input) -> Then {
        let session = &mut self.reader.session;
        session.set_clock(self.clock.now(), self.clock.today());
        session.catalogued();
        let effects = guest::update(session, guest, input);
        self.perform(guest, effects)
    }

    fn take_line(&mut self, guest: &mut Guest, typed: &Typed) -> (Then, Vec<String>) {
        let Typed::Line(line) = typed else {
            return (Then::Stay, vec![linear::word(Line::TooLong, guest.seat.lang)]);
        };
        let session = &mut self.reader.session;
        session.set_clock(self.clock.now(), self.clock.today());
        session.catalogued();
        let before = Before::of(guest);
        let effects = typed::take(session, guest, line);
        let then = self.perform(guest, effects);
        (then, linear::answer(&self.reader.session, guest, &before))
    }

    fn greet(&self, guest: &Guest) -> Vec<String> {
        linear::greeting(&self.reader.session, guest)
    }

    fn prompt(&self, guest: &Guest) -> String {
        linear::prompt(&self.reader.session, guest)
    }

    fn draw(&self, guest: &Guest, frame: &mut Buffer) -> Position {
        view::guest::draw(&self.reader.session, guest, frame)
    }

    fn look(&mut self) -> News {
        let before = self.reader.session.sealed.id();
        let heard = self.reader.refresh(&self.watch);
        self.hide();
        self.desk = self.desk_now();
        let mut heard = heard.map_err(|why| why.sentence(self.lang))?;
        if self.scope == Scope::Sealed {
            let sealed = self.reader.session.sealed.id() != before;
            let turn = sealed.then_some(Turn::Newer);
            heard = Heard { turn, ..Heard::default() };
        }
        Ok(Heard { desk: self.desk.clone(), ..heard })
    }

    fn look_again(&mut self) -> Option<News> {
        // The kernel tells of a file that is let go a moment before its lock is free.
        let changed = self.desk.is_some() && self.desk_now() != self.desk;
        changed.then(|| self.look())
    }

    fn hear(&mut self, guest: &mut Guest, news: &News) -> Vec<String> {
        let session = &self.reader.session;
        let before = (guest.layout == Layout::Lines).then(|| Before::of(guest));
        let nothing = Heard::default();
        let heard = match news {
            Ok(heard) => {
                guest::hear(session, guest, heard);
                heard
            }
            Err(why) => {
                guest.warn(GuestSays::Trouble { why: why.clone() });
                &nothing
            }
        };
        before.map_or_else(Vec::new, |before| linear::news(session, guest, heard, &before))
    }

    fn stand_up(&mut self, guest: Guest) {
        let _ = self.write(&guest, &Jot::Left);
    }
}

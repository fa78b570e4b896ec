//! The book in the hall: read as it changes by one reader, looked at from one read-only seat for
//! each guest.
//!
//! What a seat can ask for is `guest::Effect`: marks, drafts, leaving. Nothing here can name a
//! change of the book.

use std::io;

use ratatui::buffer::Buffer;

use super::guard;
use super::guest::{Room, Then, Visitor};
use crate::app::copying::Copied;
use crate::app::guest::typed::{self, Before};
use crate::app::guest::{self, Effect, Guest, Heard, Layout};
use crate::app::script::Script;
use crate::app::sight::Origin;
use crate::app::{Input, Spot, Taste};
use crate::ledger::{Edit, Jot, Jotting, SnapshotId};
use crate::shell::args::{self, Settings};
use crate::shell::clock::Clock;
use crate::shell::copying;
use crate::shell::failure::Failure;
use crate::shell::follow::reader::Reader;
use crate::shell::headless::hand::{self, unopened};
use crate::shell::marks::{self, Place};
use crate::shell::reviewer::Reviewer;
use crate::shell::terminal::clipboard::{self, NotCopied, Through};
use crate::shell::terminal::depth::{Claims, Colour};
use crate::shell::trouble::reason;
use crate::shell::typed::Typed;
use crate::shell::watch::Watch;
use crate::view::Drawn;
use crate::view::{self, linear};
use crate::words::door::Shut;
use crate::words::linear::Line;
use crate::words::{GuestSays, Lang};

/// A book with seats in front of it.
pub struct Reading {
    reader: Reader,
    watch: Watch,
    clock: Clock,
    lang: Lang,
    script: Script,
    desk: Option<Spot>,
}

/// One seat in front of it, and whose it is.
pub struct Sitting {
    guest: Guest,
    /// What is to be given to the clipboard of its terminal.
    copies: Option<Copied>,
    who: Reviewer,
    /// What marks are left on.
    open: SnapshotId,
    place: Option<Place>,
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
            let why = guard::unheard(&why.into(), lang);
            Failure::unreadable(&Shut::NotWatched { why }.text(lang))
        })?;
        let (site, clock) = (hand::site(settings)?, Clock::new(settings.today));
        let reader = Reader::open(site, clock, lang, &watch);
        let mut reader = reader.map_err(|why| unopened(&why, settings))?;
        hand::pick_rule(&mut reader.session, settings)?;
        let reader = reader.within(settings.scope);
        let desk = reader.desk();
        Ok(Self { reader, watch, clock, lang, script: settings.script, desk })
    }

    /// Whether changes of the book are looked for now and then, because the kernel does not tell of all.
    pub fn is_deaf(&self) -> bool {
        self.watch.is_deaf()
    }

    fn perform(&mut self, seat: &mut Sitting, effects: Vec<Effect>) -> Then {
        let Sitting { guest, who, open, copies, .. } = seat;
        let mut then = Then::Stay;
        for effect in effects {
            match effect {
                Effect::Write(jot) => {
                    let lang = guest.seat.lang;
                    let kept = self.write(open, who, &jot).map_err(|why| reason(&why, lang));
                    guest::answer(guest, &jot, kept);
                }
                Effect::Draft(drafts) => {
                    // A draft that cannot be kept is still on the screen.
                    let _ = marks::keep_drafts(&self.reader.site, who, &drafts);
                }
                Effect::Recall(id) => {
                    self.reader.recall(&id);
                    guest::recalled(&self.reader.session, guest);
                }
                // It holds for the visit: whoever comes by a key has no home here.
                Effect::Prefer(_) => guest.say(GuestSays::ForVisit),
                Effect::Copy(what) => *copies = Some(what),
                Effect::Redraw => then = Then::Redraw,
                Effect::Leave => return Then::Leave,
            }
        }
        then
    }

    /// Takes a place among those who read what is open now.
    fn place(&self, who: &Reviewer) -> (SnapshotId, Option<Place>) {
        let open = self.reader.session.state().id();
        // Who cannot leave marks may read all the same.
        let place = marks::sit(&self.reader.site, &open, who, self.clock.now()).ok();
        (open, place)
    }

    fn write(&self, open: &SnapshotId, who: &Reviewer, jot: &Jot) -> io::Result<()> {
        let jotting = Jotting { at: self.clock.now(), what: jot.clone() };
        marks::write(&self.reader.site, open, who, &jotting)
    }
}

impl Room for Reading {
    type Seat = Sitting;
    type News = News;

    fn sit_down(&mut self, visitor: &Visitor) -> Sitting {
        let who = visitor.who.clone();
        let last = marks::last_visit(&self.reader.site, &who);
        let mut guest = Guest::new(visitor.size, visitor.lang, &who.name);
        guest.layout = visitor.layout;
        let claims = Claims { term: visitor.term.clone(), ..Claims::default() };
        guest.seat.ground.depth = claims.depth(Colour::Auto);
        guest.seat.ground.script = self.script;
        guest.seat.wear(Taste::default());
        let program = args::version().trim().to_owned();
        guest.seat.origin = Origin { program, terminal: visitor.term.clone(), ..Origin::default() };
        guest.drafts = marks::drafts(&self.reader.site, &who);
        self.reader.session.set_clock(self.clock.now(), self.clock.today());
        guest::sit_down(&self.reader.session, &mut guest, self.desk.clone(), last.as_ref());
        let (open, place) = self.place(&who);
        Sitting { guest, who, open, place, copies: None }
    }

    fn take(&mut self, seat: &mut Sitting, input: &Input) -> Then {
        let session = &mut self.reader.session;
        session.set_clock(self.clock.now(), self.clock.today());
        session.catalogued();
        let effects = guest::update(session, &mut seat.guest, input);
        self.perform(seat, effects)
    }

    fn take_line(&mut self, seat: &mut Sitting, typed: &Typed) -> (Then, Vec<String>) {
        let Typed::Line(line) = typed else {
            return (Then::Stay, vec![linear::word_at(&seat.guest.seat, Line::TooLong)]);
        };
        let session = &mut self.reader.session;
        session.set_clock(self.clock.now(), self.clock.today());
        session.catalogued();
        let before = Before::of(&seat.guest);
        let effects = typed::take(session, &mut seat.guest, line);
        let then = self.perform(seat, effects);
        (then, linear::answer(&self.reader.session, &seat.guest, &before))
    }

    fn greet(&self, seat: &Sitting) -> Vec<String> {
        linear::greeting(&self.reader.session, &seat.guest)
    }

    fn lang(&self, seat: &Sitting) -> Lang {
        seat.guest.seat.lang
    }

    fn prompt(&self, seat: &Sitting) -> String {
        linear::prompt(&self.reader.session, &seat.guest)
    }

    fn draw(&self, seat: &mut Sitting, frame: &mut Buffer) -> Drawn {
        let drawn = view::guest::seen(&self.reader.session, &seat.guest, frame);
        seat.guest.seat.glimpse = drawn.glimpse.clone();
        drawn
    }

    fn copied(&mut self, seat: &mut Sitting) -> Option<String> {
        let what = seat.copies.take()?;
        let mut sent = None;
        copying::give(&self.reader.session, &mut seat.guest.seat, what, |text, term| {
            if !clipboard::has_clipboard(term) {
                return Err(NotCopied::NoClipboard);
            }
            sent = Some(clipboard::sequence(text, Through::Nothing)?);
            Ok(())
        });
        sent
    }

    fn look(&mut self) -> News {
        let heard = self.reader.refresh(&self.watch);
        self.desk = self.reader.desk();
        let heard = heard.map_err(|why| why.sentence(self.lang))?;
        Ok(Heard { desk: self.desk.clone(), ..heard })
    }

    fn look_again(&mut self) -> Option<News> {
        // The kernel tells of a file that is let go a moment before its lock is free.
        let changed = self.desk.is_some() && self.reader.desk() != self.desk;
        changed.then(|| self.look())
    }

    fn hear(&mut self, seat: &mut Sitting, news: &News) -> Vec<String> {
        if seat.open != self.reader.session.state().id() {
            (seat.open, seat.place) = self.place(&seat.who);
        }
        let (session, guest) = (&self.reader.session, &mut seat.guest);
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

    fn stand_up(&mut self, seat: Sitting) {
        let Sitting { who, open, place, .. } = seat;
        drop(place);
        let session = &self.reader.session;
        let here = session.state().id() == open;
        let saw = session.index.records().last().filter(|_| here).and_then(Edit::record);
        for jot in saw.cloned().map(Jot::Saw).into_iter().chain([Jot::Left]) {
            let _ = self.write(&open, &who, &jot);
        }
    }
}

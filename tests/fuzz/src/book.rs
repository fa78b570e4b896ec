//! One small book in memory, and a desk whose disk keeps everything.

use std::sync::LazyLock;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use yiding::app::rehearse::{PLAN, Rehearsal, Year, rehearsed, year};
use yiding::app::{Effect, Guest, Input, Outcome, Seat, Session, answer, guest, update};
use yiding::ledger::{Entry, Header, History};
use yiding::shell::terminal::paint::Painter;
use yiding::view;
use yiding::words::Lang;

use crate::wire::{Stream, fault};

/// A few meetings of a made-up year.
pub static YEAR: LazyLock<Rehearsal> =
    LazyLock::new(|| year(rehearsed(PLAN), Year { meetings: 3, decisions: 24 }, Lang::Zh).unwrap());

/// A session in which those meetings were held.
fn session() -> Session {
    let of = &YEAR.session;
    let mut session = Session::new(
        of.plan.clone(),
        of.digest.clone(),
        of.sealed.clone(),
        of.seal.clone(),
        of.now,
    );
    session.today = NaiveDate::from_ymd_opt(2023, 12, 29).unwrap();
    session.reindex();
    session
}

/// A desk.
pub struct Desk {
    /// What everybody shares.
    pub session: Session,
    seat: Seat,
    eyes: Eyes,
    /// What the journal of what is open holds.
    kept: Option<(Header, Vec<Entry>)>,
}

impl Default for Desk {
    fn default() -> Self {
        let seat = Seat::new((80, 24), Lang::Zh);
        Self { session: session(), seat, eyes: Eyes::default(), kept: None }
    }
}

impl Desk {
    /// Takes one input, has done what it asks for, and draws.
    pub fn take(&mut self, input: &Input) {
        let asked = update(&mut self.session, &mut self.seat, input);
        self.perform(asked);
        self.draw();
    }

    /// Draws, and looks at what goes to the terminal.
    pub fn draw(&mut self) {
        let (session, seat) = (&self.session, &self.seat);
        self.eyes.look(seat.size, |buffer| view::draw(session, seat, buffer));
    }

    fn perform(&mut self, asked: Vec<Effect>) {
        for effect in asked {
            for outcome in self.done(effect) {
                let more = answer(&mut self.session, &mut self.seat, &outcome);
                self.perform(more);
            }
        }
    }

    fn done(&mut self, effect: Effect) -> Vec<Outcome> {
        match effect {
            Effect::Begin(header) => {
                self.kept = Some((*header, Vec::new()));
                vec![Outcome::Begun]
            }
            Effect::Append { serial, entry } => {
                self.kept.as_mut().expect("a journal").1.push(entry);
                vec![Outcome::Kept { serial }]
            }
            Effect::Publish(it) => {
                self.kept = None;
                vec![Outcome::Published { seal: it.seal.clone() }]
            }
            Effect::PublishAndBegin(it, header) => {
                self.kept = Some((*header, Vec::new()));
                vec![Outcome::Published { seal: it.seal.clone() }, Outcome::Begun]
            }
            _ => Vec::new(),
        }
    }

    /// What the disk would give back after a fall is what is on the screen.
    pub fn check(&self) {
        let Some((header, entries)) = &self.kept else { return };
        let Some(open) = &self.session.open else { return };
        let state =
            self.session.sealed.following(header.seal.clone(), header.kind.clone(), &header.plan);
        let mut again = History::new(state);
        for entry in entries {
            again.enter(entry.clone()).expect("what was kept can be entered again");
        }
        assert_eq!(again.open, open.open, "read back it is another meeting");
    }
}

/// A reviewer's seat at the same book.
pub struct Reviewer {
    session: Session,
    guest: Guest,
    eyes: Eyes,
}

impl Default for Reviewer {
    fn default() -> Self {
        let mut session = session();
        session.catalogued();
        Self { session, guest: Guest::new((60, 20), Lang::Zh, "阅览甲"), eyes: Eyes::default() }
    }
}

impl Reviewer {
    /// Takes one input, and draws.
    pub fn take(&mut self, input: &Input) {
        let before = self.session.sealed.ledger.records().count();
        let asked = guest::update(&self.session, &mut self.guest, input);
        for effect in asked {
            if let guest::Effect::Write(jot) = effect {
                guest::answer(&mut self.guest, &jot, Ok(()));
            }
        }
        assert_eq!(self.session.sealed.ledger.records().count(), before);
        let (session, guest) = (&self.session, &self.guest);
        self.eyes.look(guest.seat.size, |buffer| view::guest::draw(session, guest, buffer));
    }
}

/// Who reads every byte that a terminal would get.
#[derive(Default)]
struct Eyes(Painter);

impl Eyes {
    fn look(
        &mut self,
        (width, height): (u16, u16),
        draw: impl FnOnce(&mut Buffer) -> ratatui::layout::Position,
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width.min(200), height.min(60)));
        let focus = draw(&mut buffer);
        let sent = self.0.frame(&buffer, focus);
        assert_eq!(
            fault(sent.as_bytes(), Stream::Screen),
            None,
            "sent to the terminal in {sent:?}"
        );
    }
}

//! The hall: one thread with the book and every seat in it.
//!
//! It sleeps until a guest or the folder says something. A guest gets a frame only when the one
//! before it is on its way, and ten in a second at most: one that does not read costs what it has
//! and never more. What goes wrong with one guest ends that guest.

mod spoken;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::ear::Ear;
use super::guest::{GuestId, Inbox, OUT, Out, Outlet, Room, Then, Visitor};
use super::limits::{FRAME, IDLE};
use super::log::Log;
use super::speech::{End, Speech};
use crate::app::Input;
use crate::app::guest::Layout;
use crate::app::pointer::{Pointer, Pointing};
use crate::shell::terminal::paint::Painter;
use crate::shell::terminal::{ENTER, LEAVE, LISTEN, UNLISTEN};
use crate::view::shown::Shown;
use crate::words::door::{Denied, Logged};

/// What the hall is told.
pub enum Word {
    /// Somebody comes in.
    Came(Box<Arrival>),
    /// Something waits in a guest's inbox.
    Heard(GuestId),
    /// A guest's output was taken.
    Ready,
    /// A guest types nothing more.
    Ended(GuestId),
    /// A guest's line is gone.
    Left(GuestId),
    /// Something changed in the book's folder.
    Folder,
    /// The door closes.
    End,
}

/// Somebody who comes in.
pub struct Arrival {
    /// Its number.
    pub id: GuestId,
    /// Who it is.
    pub visitor: Visitor,
    /// What its client sends.
    pub inbox: Arc<Inbox>,
    /// What its client gets.
    pub outlet: Outlet,
}

/// To the hall.
pub type Porter = Sender<Word>;

/// How soon the folder is looked at once more after a change.
const ONCE_MORE: Duration = Duration::from_millis(200);

/// Why the hall woke.
enum Woken {
    /// Somebody said something.
    By(Word),
    /// Something is due.
    Due,
    /// Nobody is left who could say anything.
    Alone,
}

/// The exit code of a guest whose seat failed.
const BUG: u32 = 70;

/// The hall.
pub struct Hall<R: Room> {
    room: R,
    guests: BTreeMap<GuestId, Guest<R::Seat>>,
    /// The frame that everybody's picture is drawn in.
    frame: Buffer,
    log: Arc<Log>,
    /// When the folder is looked at once more.
    once_more: Option<Instant>,
}

struct Guest<S> {
    seat: S,
    visitor: Visitor,
    /// For who is told in lines and sees no picture.
    speech: Option<Speech>,
    ear: Ear,
    painter: Painter,
    inbox: Arc<Inbox>,
    outlet: Outlet,
    stale: bool,
    drawn: Option<Instant>,
    pointer: Pointer,
    pointing: Pointing,
    /// What goes out with the next frame: a text for the clipboard.
    beside: String,
    pressed: Instant,
    /// When what is half here is no longer waited for.
    settles: Option<Instant>,
}

impl<S> Guest<S> {
    /// When something is to be done for it although nothing happens.
    fn due(&self) -> Instant {
        let frame = (self.stale && self.outlet.capacity() == OUT).then(|| self.next_frame());
        let due = [frame.flatten(), self.settles].into_iter().flatten().min();
        due.unwrap_or(self.pressed + IDLE)
    }

    fn next_frame(&self) -> Option<Instant> {
        self.drawn.map(|drawn| drawn + FRAME)
    }
}

impl<R: Room> Hall<R> {
    /// An empty hall.
    pub fn new(room: R, log: Arc<Log>) -> Self {
        Self { room, guests: BTreeMap::new(), frame: Buffer::default(), log, once_more: None }
    }

    /// Until the door closes.
    pub fn stay(mut self, words: &Receiver<Word>) {
        loop {
            let first = match self.wait(words) {
                Woken::By(word) => Some(word),
                Woken::Due => None,
                Woken::Alone => return,
            };
            let mut changed = false;
            for word in first.into_iter().chain(words.try_iter()) {
                match word {
                    Word::End => return self.close(),
                    Word::Folder => changed = true,
                    word => self.take(word),
                }
            }
            let now = Instant::now();
            if changed {
                self.look(now);
            } else {
                self.look_again(now);
            }
            self.turn(now);
        }
    }

    /// Sleeps until somebody says something or something is due.
    fn wait(&self, words: &Receiver<Word>) -> Woken {
        let due = self.guests.values().map(Guest::due).chain(self.once_more).min();
        let heard = match due {
            Some(due) => words.recv_timeout(due.saturating_duration_since(Instant::now())),
            None => words.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match heard {
            Ok(word) => Woken::By(word),
            Err(RecvTimeoutError::Timeout) => Woken::Due,
            Err(RecvTimeoutError::Disconnected) => Woken::Alone,
        }
    }

    fn take(&mut self, word: Word) {
        match word {
            Word::Came(arrival) => self.sit_down(*arrival),
            Word::Heard(id) => self.hear(id),
            Word::Ended(id) => self.end_lines(id),
            Word::Left(id) => {
                if let Some(guest) = self.guests.remove(&id) {
                    guest.inbox.close();
                    self.stand_up(guest.seat);
                }
            }
            // That there is room again is seen by who draws.
            Word::Ready | Word::Folder | Word::End => {}
        }
    }

    fn sit_down(&mut self, arrival: Arrival) {
        let Arrival { id, visitor, inbox, outlet } = arrival;
        let room = &mut self.room;
        let spoken = visitor.layout == Layout::Lines;
        let seated = catch_unwind(AssertUnwindSafe(|| {
            let seat = room.sit_down(&visitor);
            let ends = if visitor.term.is_empty() { End::Feed } else { End::Return };
            let mut speech = spoken.then(|| Speech::ending(ends));
            if let Some(speech) = &mut speech {
                speech.say(room.greet(&seat), &room.prompt(&seat));
            }
            (seat, speech)
        }));
        let Ok((seat, speech)) = seated else {
            let _ = outlet.try_send(Out::End(visitor.last_words(Some(&Denied::Broke)), BUG));
            self.log.say(&Logged::Broke { who: visitor.who.name });
            return;
        };
        let guest = Guest {
            seat,
            visitor,
            inbox,
            outlet,
            stale: speech.is_none(),
            speech,
            ear: Ear::default(),
            painter: Painter::new(),
            drawn: None,
            pointer: Pointer::default(),
            pointing: Pointing::Off,
            beside: String::new(),
            pressed: Instant::now(),
            settles: None,
        };
        self.guests.insert(id, guest);
    }

    fn hear(&mut self, id: GuestId) {
        let now = Instant::now();
        let Some(guest) = self.guests.get_mut(&id) else { return };
        let (bytes, size) = guest.inbox.take();
        if guest.speech.is_some() {
            return self.hear_lines(id, &bytes, now);
        }
        let mut inputs = Vec::new();
        if let Some((columns, rows)) = size {
            guest.visitor.size = (columns, rows);
            inputs.push(Input::Resize(columns, rows));
        }
        inputs.append(&mut guest.ear.hear(&bytes, now));
        if !bytes.is_empty() {
            guest.pressed = now;
        }
        guest.settles = guest.ear.patience().map(|patience| now + patience);
        self.press(id, &inputs);
    }

    fn press(&mut self, id: GuestId, inputs: &[Input]) {
        let Some(guest) = self.guests.get_mut(&id) else { return };
        let meant: Vec<Input> = inputs.iter().flat_map(|own| guest.pointer.read(own)).collect();
        for input in &meant {
            let room = &mut self.room;
            let Some(guest) = self.guests.get_mut(&id) else { return };
            let then = catch_unwind(AssertUnwindSafe(|| {
                let then = room.take(&mut guest.seat, input);
                guest.beside += &room.copied(&mut guest.seat).unwrap_or_default();
                then
            }));
            match then {
                Ok(Then::Stay) => guest.stale = true,
                Ok(Then::Redraw) => {
                    guest.painter.forget();
                    guest.stale = true;
                }
                Ok(Then::Leave) => return self.end(id, None, 0),
                Err(_) => return self.broke(id),
            }
        }
    }

    /// Reads what changed in the folder; a moment later it is looked at once more.
    fn look(&mut self, now: Instant) {
        self.once_more = Some(now + ONCE_MORE);
        let news = self.room.look();
        self.hear_all(&news);
    }

    fn look_again(&mut self, now: Instant) {
        if self.once_more.is_none_or(|at| at > now) {
            return;
        }
        self.once_more = None;
        if let Some(news) = self.room.look_again() {
            self.hear_all(&news);
        }
    }

    /// Everybody hears what changed in the folder.
    fn hear_all(&mut self, news: &R::News) {
        let mut broken = Vec::new();
        for (id, guest) in &mut self.guests {
            let room = &mut self.room;
            let spoken = guest.speech.is_some();
            let heard = catch_unwind(AssertUnwindSafe(|| {
                let lines = room.hear(&mut guest.seat, news);
                let prompt = if spoken { room.prompt(&guest.seat) } else { String::new() };
                (lines, prompt)
            }));
            guest.stale = !spoken;
            match (heard, &mut guest.speech) {
                (Ok((lines, prompt)), Some(speech)) => speech.say(lines, &prompt),
                (Ok(_), None) => {}
                (Err(_), _) => broken.push(*id),
            }
        }
        for id in broken {
            self.broke(id);
        }
    }

    /// Does what is due, guest by guest.
    fn turn(&mut self, now: Instant) {
        let ids: Vec<GuestId> = self.guests.keys().copied().collect();
        for id in ids {
            let Some(guest) = self.guests.get_mut(&id) else { continue };
            if guest.settles.is_some_and(|at| at <= now) {
                guest.settles = None;
                let inputs = guest.ear.settle(now);
                self.press(id, &inputs);
            }
            let Some(guest) = self.guests.get(&id) else { continue };
            if guest.pressed + IDLE <= now {
                self.end(id, Some(&Denied::Idle), 0);
            } else if guest.speech.is_some() {
                self.send_lines(id);
            } else if guest.stale
                && guest.outlet.capacity() == OUT
                && guest.next_frame().is_none_or(|at| at <= now)
            {
                self.draw(id, now);
            }
        }
    }

    fn draw(&mut self, id: GuestId, now: Instant) {
        let Some(guest) = self.guests.get_mut(&id) else { return };
        let (columns, rows) = guest.visitor.size;
        let area = Rect::new(0, 0, columns, rows);
        let (room, frame) = (&self.room, &mut self.frame);
        if frame.area != area {
            *frame = Buffer::empty(area);
        }
        let Ok(seen) = catch_unwind(AssertUnwindSafe(|| room.draw(&mut guest.seat, frame))) else {
            return self.broke(id);
        };
        guest.pointer.over(seen.patches);
        guest.painter.trust(guest.ear.trust);
        let mut bytes = guest.painter.frame(frame, seen.focus).into_bytes();
        bytes.extend_from_slice(std::mem::take(&mut guest.beside).as_bytes());
        if std::mem::replace(&mut guest.pointing, seen.pointing) != seen.pointing {
            bytes.extend_from_slice(match seen.pointing {
                Pointing::On => LISTEN,
                Pointing::Off => UNLISTEN,
            });
        }
        if guest.drawn.is_none() {
            let probe = guest.painter.probe();
            if !probe.is_empty() {
                guest.ear.expect_reports();
            }
            bytes = [ENTER, &bytes, probe.as_bytes()].concat();
        }
        guest.stale = false;
        if !bytes.is_empty() {
            guest.drawn = Some(now);
            // Its capacity was seen a moment ago, and only this thread fills it.
            let _ = guest.outlet.try_send(Out::Frame(bytes));
        }
    }

    fn broke(&mut self, id: GuestId) {
        if let Some(guest) = self.guests.get(&id) {
            self.log.say(&Logged::Broke { who: guest.visitor.who.name.clone() });
        }
        self.end(id, Some(&Denied::Broke), BUG);
    }

    fn end(&mut self, id: GuestId, why: Option<&Denied>, code: u32) {
        let Some(guest) = self.guests.remove(&id) else { return };
        let words = guest.visitor.last_words(why);
        guest.inbox.close();
        let _ = guest.outlet.try_send(Out::End(words, code));
        self.stand_up(guest.seat);
    }

    fn stand_up(&mut self, seat: R::Seat) {
        let room = &mut self.room;
        let _ = catch_unwind(AssertUnwindSafe(|| room.stand_up(seat)));
    }

    fn close(&mut self) {
        let ids: Vec<GuestId> = self.guests.keys().copied().collect();
        for id in ids {
            self.end(id, Some(&Denied::Closing), 0);
        }
    }
}

impl Visitor {
    /// The terminal given back, if there is one, and a sentence on it, if there is one.
    fn last_words(&self, why: Option<&Denied>) -> Vec<u8> {
        let (mut bytes, end): (Vec<u8>, &[u8]) = match self.layout {
            Layout::Lines => (Vec::new(), b"\n"),
            Layout::Screen | Layout::Wall => (LEAVE.to_vec(), b"\r\n"),
        };
        if let Some(why) = why {
            bytes.extend_from_slice(Shown::new(why.text(self.lang)).as_str().as_bytes());
            bytes.extend_from_slice(end);
        }
        bytes
    }
}

#[cfg(test)]
mod tests;

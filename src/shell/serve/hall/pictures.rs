//! Guests in the hall who see pictures: their keys, and a frame when they can take one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::guest::{GuestId, Out, Room, Then};
use super::Hall;
use crate::app::Input;
use crate::app::pointer::Pointing;
use crate::shell::terminal::{ENTER, LISTEN, UNLISTEN};

impl<R: Room> Hall<R> {
    /// Takes what a guest sent.
    pub(super) fn hear(&mut self, id: GuestId) {
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

    /// Gives inputs to a guest's seat.
    pub(super) fn press(&mut self, id: GuestId, inputs: &[Input]) {
        let Some(guest) = self.guests.get_mut(&id) else { return };
        let meant: Vec<Input> = inputs.iter().flat_map(|own| guest.pointer.read(own)).collect();
        for input in &meant {
            let room = &mut self.room;
            let Some(guest) = self.guests.get_mut(&id) else { return };
            let then = catch_unwind(AssertUnwindSafe(|| {
                let then = room.take(&mut guest.seat, input);
                guest.beside += &room.copied(&mut guest.seat).unwrap_or_default();
                guest.visitor.lang = room.lang(&guest.seat);
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

    /// Sends a guest a frame, if it sees anything else than before.
    pub(super) fn draw(&mut self, id: GuestId, now: Instant) {
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
}

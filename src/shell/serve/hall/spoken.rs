//! Guests in the hall who are told in lines: the same seats, without a picture.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use super::super::guest::{GuestId, OUT, Out, Room, Then};
use super::super::speech::Speech;
use super::Hall;
use crate::shell::typed::Typed;

impl<R: Room> Hall<R> {
    /// Takes what a guest typed; at the end of the input the line without an end too.
    pub(super) fn hear_lines(&mut self, id: GuestId, bytes: &[u8], now: Instant) {
        let Some(guest) = self.guests.get_mut(&id) else { return };
        let Some(speech) = &mut guest.speech else { return };
        guest.pressed = now;
        if speech.leaves(bytes) {
            speech.leave(guest.visitor.lang);
        }
        let typed = speech.hear(bytes);
        self.type_in(id, typed);
    }

    /// Nothing more is typed: the guest leaves when everything was sent.
    pub(super) fn end_lines(&mut self, id: GuestId) {
        let Some(guest) = self.guests.get_mut(&id) else { return };
        let (bytes, _) = guest.inbox.take();
        let Some(speech) = &mut guest.speech else { return };
        let mut typed = speech.hear(&bytes);
        typed.extend(speech.end());
        self.type_in(id, typed);
        if let Some(guest) = self.guests.get_mut(&id)
            && let Some(speech) = &mut guest.speech
        {
            speech.leave(guest.visitor.lang);
        }
    }

    fn type_in(&mut self, id: GuestId, typed: Vec<Typed>) {
        for line in typed {
            let room = &mut self.room;
            let Some(guest) = self.guests.get_mut(&id) else { return };
            if guest.speech.as_ref().is_none_or(Speech::is_leaving) {
                return;
            }
            let told = catch_unwind(AssertUnwindSafe(|| {
                let (then, lines) = room.take_line(&mut guest.seat, &line);
                guest.visitor.lang = room.lang(&guest.seat);
                (then, lines, room.prompt(&guest.seat))
            }));
            match (told, &mut guest.speech) {
                (Ok((Then::Leave, ..)), Some(speech)) => speech.leave(guest.visitor.lang),
                (Ok((_, lines, prompt)), Some(speech)) => speech.say(lines, &prompt),
                (Ok(_), None) => {}
                (Err(_), _) => return self.broke(id),
            }
        }
    }

    /// Sends what waits, when what was sent before is on its way.
    pub(super) fn send_lines(&mut self, id: GuestId) {
        let Some(guest) = self.guests.get_mut(&id) else { return };
        let Some(speech) = &mut guest.speech else { return };
        if speech.waits() && guest.outlet.capacity() == OUT {
            // Its capacity was seen a moment ago, and only this thread fills it.
            let _ = guest.outlet.try_send(Out::Frame(speech.take(guest.visitor.lang)));
        }
        if speech.is_over() {
            self.end(id, None, 0);
        }
    }
}

//! One guest in the hall: its seat, what was heard of it, and what it waits for.

use std::sync::Arc;
use std::time::Instant;

use super::super::ear::Ear;
use super::super::guest::{Inbox, OUT, Outlet, Visitor};
use super::super::limits::{FRAME, IDLE};
use super::super::speech::Speech;
use super::Arrival;
use crate::app::guest::Layout;
use crate::app::pointer::{Pointer, Pointing};
use crate::shell::terminal::LEAVE;
use crate::shell::terminal::paint::Painter;
use crate::view::shown::Shown;
use crate::words::door::Denied;

/// One guest.
pub(super) struct Guest<S> {
    pub(super) seat: S,
    pub(super) visitor: Visitor,
    /// For who is told in lines and sees no picture.
    pub(super) speech: Option<Speech>,
    pub(super) ear: Ear,
    pub(super) painter: Painter,
    pub(super) inbox: Arc<Inbox>,
    pub(super) outlet: Outlet,
    pub(super) stale: bool,
    pub(super) drawn: Option<Instant>,
    pub(super) pointer: Pointer,
    pub(super) pointing: Pointing,
    /// What goes out with the next frame: a text for the clipboard.
    pub(super) beside: String,
    pub(super) pressed: Instant,
    /// When what is half here is no longer waited for.
    pub(super) settles: Option<Instant>,
}

impl<S> Guest<S> {
    /// Somebody who just sat down.
    pub(super) fn new(seat: S, arrival: Arrival, speech: Option<Speech>) -> Self {
        let Arrival { visitor, inbox, outlet, .. } = arrival;
        Self {
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
        }
    }

    /// When something is to be done for it although nothing happens.
    pub(super) fn due(&self) -> Instant {
        let frame = (self.stale && self.outlet.capacity() == OUT).then(|| self.next_frame());
        let due = [frame.flatten(), self.settles].into_iter().flatten().min();
        due.unwrap_or(self.pressed + IDLE)
    }

    /// When it may have another frame; at once, if it had none.
    pub(super) fn next_frame(&self) -> Option<Instant> {
        self.drawn.map(|drawn| drawn + FRAME)
    }
}

impl Visitor {
    /// The terminal given back, if there is one, and a sentence on it, if there is one.
    pub(super) fn last_words(&self, why: Option<&Denied>) -> Vec<u8> {
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

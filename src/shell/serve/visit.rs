//! One connection, as the SSH library tells of it: which key was proven, and what is asked for.
//!
//! A screen or a lent command is all there is. Everything else is refused with a sentence where the
//! protocol has room for one, and logged.

mod ask;
mod budget;
mod handler;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use russh::ChannelId;
use russh::keys::{HashAlg, PublicKey};
use russh::server::{Auth, Session};
use tokio::sync::Notify;

use self::budget::Budget;
use self::handler::only_keys;

use super::Door;
use super::busy::Busy;
use super::guest::{GuestId, Inbox};
use super::hall::Word;
use super::keys::Member;
use super::limits::{self, Place, REFUSALS};
use super::strangers::Spot;
use crate::app::guest::Layout;
use crate::shell::failure::FailureKind;
use crate::view::shown::Shown;
use crate::words::door::{Denied, Logged};

/// One connection.
pub struct Visit {
    door: Arc<Door>,
    from: SocketAddr,
    came: Instant,
    /// Held until a key is proven.
    spot: Option<Spot>,
    /// Tells whoever waits that a key was proven.
    known: Arc<Notify>,
    guest: Option<Guest>,
    channel: Option<ChannelId>,
    terminal: Option<Terminal>,
    seat: Option<Seat>,
    called: bool,
    refusals: usize,
    budget: Budget,
    /// What goes on in this connection.
    busy: Busy,
}

/// A key was proven.
struct Guest {
    member: Member,
    /// Why there is no place for it.
    place: Result<Place, Denied>,
    /// Its number among those who are in.
    number: u64,
}

/// What `pty-req` said.
struct Terminal {
    term: String,
    size: (u16, u16),
}

/// A seat in the hall.
struct Seat {
    id: GuestId,
    inbox: Arc<Inbox>,
    layout: Layout,
}

impl Visit {
    /// A connection from somewhere.
    pub fn new(
        door: Arc<Door>,
        from: SocketAddr,
        spot: Spot,
        known: Arc<Notify>,
        busy: Busy,
    ) -> Self {
        Self {
            door,
            from,
            came: Instant::now(),
            spot: Some(spot),
            known,
            guest: None,
            channel: None,
            terminal: None,
            seat: None,
            called: false,
            refusals: 0,
            budget: Budget::new(),
            busy,
        }
    }

    /// Its number among the strangers; they count from 0.
    pub fn number(&self) -> u64 {
        self.spot.as_ref().map_or(u64::MAX, Spot::id)
    }

    /// The name of the guest with its fingerprint; the address before a key is proven.
    fn who(&self) -> String {
        match &self.guest {
            Some(guest) => format!("{} {}", guest.member.name, guest.member.fingerprint),
            None => self.from.to_string(),
        }
    }

    /// Logs what was refused; a connection that asks on and on is not written down for ever, and is
    /// made to wait.
    async fn refuse(&mut self, why: &Denied) -> String {
        self.budget.spend(limits::REQUEST).await;
        let what = why.text(self.door.lang);
        self.refusals += 1;
        if self.refusals <= REFUSALS {
            self.door.log.say(&Logged::Refused { who: self.who(), what: what.clone() });
        }
        what
    }

    fn outside(&self, what: &str) {
        let (from, what) = (self.from.to_string(), what.to_owned());
        self.door.log.say(&Logged::Outside { from, what });
    }

    /// Judges a key, and logs it when it does not open.
    fn judge(&self, user: &str, key: &PublicKey) -> Result<Member, Auth> {
        self.door.admit(key, self.from.ip()).map_err(|why| {
            let fingerprint = key.fingerprint(HashAlg::Sha256);
            let why = why.text(self.door.lang);
            self.outside(&format!("{user:?} {fingerprint} {why}"));
            only_keys()
        })
    }

    /// A sentence on standard error and an exit code, instead of what was asked for. To the client it
    /// is a command that said no: one whose request fails does not show the sentence.
    async fn say_no(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
        why: &Denied,
    ) -> Result<(), russh::Error> {
        let told = format!("yiding: {}\r\n", Shown::new(self.refuse(why).await).as_str());
        session.channel_success(channel)?;
        session.extended_data(channel, 1, told.into_bytes())?;
        session.exit_status_request(channel, u32::from(FailureKind::Forbidden.exit_code()))?;
        session.eof(channel)?;
        session.close(channel)
    }
}

impl Visit {
    /// Nothing more is typed: who is told in lines hears the rest first.
    fn end_input(&mut self) {
        match &self.seat {
            Some(seat) if seat.layout == Layout::Lines => {
                self.door.porter(Word::Ended(seat.id));
            }
            _ => self.stand_up(),
        }
    }

    fn stand_up(&mut self) {
        if let Some(seat) = self.seat.take() {
            seat.inbox.close();
            self.door.porter(Word::Left(seat.id));
        }
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.stand_up();
        if let Some(guest) = &self.guest {
            self.door.members.leave(guest.number);
            let minutes = (self.came.elapsed().as_secs() / 60).to_string();
            self.door.log.say(&Logged::Left { who: self.who(), minutes });
        }
    }
}

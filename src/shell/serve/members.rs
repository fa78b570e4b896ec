//! Who is in, by key: so that a key that is taken off the list, or runs out, ends what it opened.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDateTime;
use russh::keys::PublicKey;
use tokio::sync::Notify;

use super::guest::GuestId;
use super::line::Knife;

/// Who is in.
#[derive(Debug, Default)]
pub struct Members {
    inside: Mutex<Inside>,
    /// Somebody came or left.
    stirred: Notify,
}

#[derive(Debug, Default)]
struct Inside {
    next: u64,
    at: HashMap<u64, Present>,
}

#[derive(Debug)]
struct Present {
    key: PublicKey,
    from: SocketAddr,
    name: String,
    seat: Option<GuestId>,
    /// Dropping it cuts the line.
    knife: Knife,
}

/// Who is put out. Dropping it cuts the line.
#[derive(Debug)]
pub struct Gone {
    /// Who it is.
    pub name: String,
    /// The seat that is to be told why.
    pub seat: Option<GuestId>,
    _knife: Knife,
}

impl Members {
    /// Somebody comes in. The number is for leaving.
    pub fn enter(&self, key: &PublicKey, from: SocketAddr, name: &str, knife: Knife) -> u64 {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let number = inside.next;
        inside.next += 1;
        let (key, name) = (key.clone(), name.to_owned());
        let present = Present { key, from, name, seat: None, knife };
        inside.at.insert(number, present);
        self.stirred.notify_one();
        number
    }

    /// Somebody who is in took a seat.
    pub fn sit(&self, number: u64, seat: GuestId) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(present) = inside.at.get_mut(&number) {
            present.seat = Some(seat);
        }
    }

    /// Somebody leaves.
    pub fn leave(&self, number: u64) {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner).at.remove(&number);
        self.stirred.notify_one();
    }

    /// Cuts off whoever came from there.
    pub fn cut(&self, from: SocketAddr) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.at.retain(|_, present| present.from != from);
    }

    /// Whether nobody is in.
    pub fn is_empty(&self) -> bool {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner).at.is_empty()
    }

    /// Waits until somebody comes or leaves.
    pub async fn stirred(&self) {
        self.stirred.notified().await;
    }

    /// The first moment at which a key of somebody who is in ends; none where no key does.
    pub fn next_end(
        &self,
        ends: impl Fn(&PublicKey) -> Option<NaiveDateTime>,
    ) -> Option<NaiveDateTime> {
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.at.values().filter_map(|present| ends(&present.key)).min()
    }

    /// Lets nobody stay whose key does not open the door any more. Who that was.
    pub fn keep(&self, opens: impl Fn(&PublicKey, IpAddr) -> bool) -> Vec<Gone> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = inside.at.extract_if(|_, present| !opens(&present.key, present.from.ip()));
        let gone =
            gone.map(|(_, Present { name, seat, knife, .. })| Gone { name, seat, _knife: knife });
        gone.collect()
    }
}

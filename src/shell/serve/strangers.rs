//! Who is at the door and has not proven a key: so many, and no more. Whoever comes is let in and
//! the one that was silent longest is cut off, so nobody keeps a good guest out by doing nothing.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use super::limits::{STRANGERS, STRANGERS_EACH};
use super::line::{Knife, Pulse};

/// Everybody at the door.
#[derive(Clone, Debug, Default)]
pub struct Strangers(Arc<Mutex<Porch>>);

#[derive(Debug, Default)]
struct Porch {
    next: u64,
    at: HashMap<u64, Stranger>,
}

#[derive(Debug)]
struct Stranger {
    from: SocketAddr,
    pulse: Pulse,
    /// Dropping it cuts the line.
    knife: Knife,
}

/// A stranger's place at the door.
#[derive(Debug)]
pub struct Spot {
    strangers: Strangers,
    id: u64,
}

impl Strangers {
    /// Lets somebody to the door. Who was cut off for it.
    pub fn admit(
        &self,
        from: SocketAddr,
        pulse: Pulse,
        knife: Knife,
    ) -> (Spot, Option<SocketAddr>) {
        let mut porch = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let here = porch.at.values().filter(|other| other.from.ip() == from.ip()).count();
        let gone = if here >= STRANGERS_EACH {
            porch.cut_longest_silent(Some(from.ip()))
        } else if porch.at.len() >= STRANGERS {
            porch.cut_longest_silent(None)
        } else {
            None
        };
        let id = porch.next;
        porch.next += 1;
        porch.at.insert(id, Stranger { from, pulse, knife });
        (Spot { strangers: self.clone(), id }, gone)
    }
}

impl Strangers {
    /// Cuts off a stranger who took too long.
    pub fn cut(&self, id: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).at.remove(&id);
    }
}

impl Porch {
    fn cut_longest_silent(&mut self, among: Option<IpAddr>) -> Option<SocketAddr> {
        let here = self.at.iter().filter(|(_, one)| among.is_none_or(|ip| ip == one.from.ip()));
        let (id, _) = here.min_by_key(|(id, one)| (one.pulse.last(), **id))?;
        let id = *id;
        self.at.remove(&id).map(|one| one.from)
    }
}

impl Spot {
    /// Its number, for cutting it off.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// A key was proven: what cuts the line from now on. None when it was cut already.
    pub fn come_in(self) -> Option<Knife> {
        let mut porch = self.strangers.0.lock().unwrap_or_else(PoisonError::into_inner);
        porch.at.remove(&self.id).map(|stranger| stranger.knife)
    }
}

impl Drop for Spot {
    fn drop(&mut self) {
        let mut porch = self.strangers.0.lock().unwrap_or_else(PoisonError::into_inner);
        porch.at.remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use tokio::sync::oneshot;

    use super::*;

    #[test]
    fn the_longest_silent_makes_room() {
        let (strangers, opened) = (Strangers::default(), Instant::now());
        let from = |port: usize| SocketAddr::from(([10, 0, 0, 1], u16::try_from(port).unwrap()));
        let mut lines = Vec::new();
        for port in 0..STRANGERS_EACH {
            let (knife, cut) = oneshot::channel();
            let (spot, gone) = strangers.admit(from(port), Pulse::new(opened), knife);
            assert_eq!(gone, None);
            lines.push((spot, cut));
        }
        let other = SocketAddr::from(([10, 0, 0, 2], 1));
        let (knife, _theirs) = oneshot::channel();
        let (_spot, gone) = strangers.admit(other, Pulse::new(opened), knife);
        assert_eq!(gone, None, "another address has its own places");
        let (knife, _ours) = oneshot::channel();
        let (newest, gone) = strangers.admit(from(99), Pulse::new(opened), knife);
        assert_eq!(gone, Some(from(0)));
        assert!(
            lines[0].1.try_recv().is_err_and(|why| why == oneshot::error::TryRecvError::Closed)
        );
        assert!(newest.come_in().is_some());
        assert!(lines.remove(0).0.come_in().is_none(), "it was cut");
        lines.clear();
        assert_eq!(strangers.0.lock().unwrap().at.len(), 1);
    }
}

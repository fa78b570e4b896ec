//! Who is at the door and has proven no key: so many, and no more. Whoever comes is let in and
//! somebody is cut off: the one that was silent longest, so nobody keeps a good guest out by doing
//! nothing; where all of them speak, the one that is least far, so a flood does not keep those out who
//! are about to prove their key.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use super::limits::{SILENCE, STRANGERS, STRANGERS_EACH};
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
            porch.cut_one(Some(from.ip()))
        } else if porch.at.len() >= STRANGERS {
            porch.cut_one(None)
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
    fn cut_one(&mut self, among: Option<IpAddr>) -> Option<SocketAddr> {
        let here = self.at.iter().filter(|(_, one)| among.is_none_or(|ip| ip == one.from.ip()));
        let speaks = |one: &Stranger| one.pulse.silence() < SILENCE;
        let (id, _) = here.min_by_key(|(id, one)| {
            let far = if speaks(one) { Some(one.pulse.bytes()) } else { None };
            (far, one.pulse.last(), **id)
        })?;
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

    type Held = (Spot, oneshot::Receiver<()>);

    fn from(last: u8, port: usize) -> SocketAddr {
        SocketAddr::from(([10, 0, 0, last], u16::try_from(port).unwrap()))
    }

    /// Somebody comes. Who was cut off for it.
    fn come(strangers: &Strangers, who: SocketAddr, pulse: &Pulse) -> (Held, Option<SocketAddr>) {
        let (knife, cut) = oneshot::channel();
        let (spot, gone) = strangers.admit(who, pulse.clone(), knife);
        ((spot, cut), gone)
    }

    #[test]
    fn somebody_of_the_same_address_makes_room() {
        let (strangers, opened) = (Strangers::default(), Instant::now());
        let mut lines: Vec<Held> = Vec::new();
        for port in 0..STRANGERS_EACH {
            let (line, gone) = come(&strangers, from(1, port), &Pulse::new(opened));
            assert_eq!(gone, None);
            lines.push(line);
        }
        let (_other, gone) = come(&strangers, from(2, 1), &Pulse::new(opened));
        assert_eq!(gone, None, "another address has its own places");
        let (newest, gone) = come(&strangers, from(1, 99), &Pulse::new(opened));
        assert_eq!(gone, Some(from(1, 0)), "the first of equals");
        let told = lines[0].1.try_recv();
        assert!(told.is_err_and(|why| why == oneshot::error::TryRecvError::Closed));
        assert!(newest.0.come_in().is_some());
        assert!(lines.remove(0).0.come_in().is_none(), "it was cut");
        lines.clear();
        assert_eq!(strangers.0.lock().unwrap().at.len(), 1);
    }

    #[test]
    fn who_is_nearly_in_stays_in_a_flood_and_who_is_silent_goes_first() {
        let opened = Instant::now().checked_sub(SILENCE * 4).unwrap();
        let strangers = Strangers::default();
        let spoken = |bytes: usize| {
            let pulse = Pulse::new(opened);
            pulse.beat(bytes);
            pulse
        };
        let (_guest, _) = come(&strangers, from(1, 1), &spoken(3000));
        let (_stalled, _) = come(&strangers, from(1, 2), &Pulse::silent(opened, 5000));
        let mut flood: Vec<Held> = Vec::new();
        for port in 10..8 + STRANGERS_EACH {
            flood.push(come(&strangers, from(1, port), &spoken(40)).0);
        }
        let (next, gone) = come(&strangers, from(1, 3), &spoken(40));
        assert_eq!(gone, Some(from(1, 2)), "however far it once was");
        flood.push(next);
        for port in 100..300 {
            let (line, gone) = come(&strangers, from(1, port), &spoken(40));
            assert!(gone.is_some_and(|gone| gone != from(1, 1)), "{gone:?}");
            flood.push(line);
        }
    }
}

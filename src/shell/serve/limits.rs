//! How much the door bears: numbers, and the count of who is in.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::words::door::Denied;

/// From the first byte until the key is proven.
pub const LOGIN: Duration = Duration::from_secs(20);
/// How many may be at the door without having proven a key.
pub const STRANGERS: usize = 256;
/// How many of them from one address. Offices sit behind one.
pub const STRANGERS_EACH: usize = 50;
/// A stranger who says nothing for so long is the first to make room.
pub const SILENCE: Duration = Duration::from_secs(2);
/// How many guests there may be.
pub const GUESTS: usize = 256;
/// How many of them from one address: an office of two hundred sits behind one.
pub const GUESTS_EACH: usize = 200;
/// How many of them with one key.
pub const GUESTS_OF_KEY: usize = 8;
/// A guest sees at most one frame in this time.
pub const FRAME: Duration = Duration::from_millis(100);
/// A connection that holds neither a seat nor a question for so long is cut off.
pub const UNUSED: Duration = Duration::from_secs(30);
/// How long last words may take to be sent.
pub const FAREWELL: Duration = Duration::from_secs(1);
/// Without a key pressed for so long, a seat is given to others.
pub const IDLE: Duration = Duration::from_hours(12);
/// After so much silence the kernel asks a client's machine whether it is there.
pub const ALIVE: Duration = Duration::from_secs(7);
/// So many times; then it is not: half a minute.
pub const UNANSWERED: u32 = 3;
/// After so much silence the client itself is asked, behind whatever machine stands between; the third
/// time nobody answers, it sleeps for good.
pub const AWAKE: Duration = Duration::from_mins(1);
/// The largest screen that is drawn for a guest; what is beyond stays blank.
pub const SCREEN: (u16, u16) = (400, 120);
/// The longest command.
pub const COMMAND: usize = 4096;
/// Bytes of keys that may wait for the room.
pub const KEYS_WAITING: usize = 4096;
/// Bytes of keys in a second, for long. A hand on an arrow key makes a hundred.
pub const KEYS_PER_SECOND: u32 = 2048;
/// What a request costs of that, besides the keys.
pub const REQUEST: usize = 64;
/// How many commands are answered at a time.
pub const CALLS: usize = 2;
/// Lines about one connection's refusals in the log.
pub const REFUSALS: usize = 16;

/// A size that a client names, as it is taken.
pub fn size(columns: u32, rows: u32) -> (u16, u16) {
    let within = |cells: u32, most: u16| u16::try_from(cells).map_or(most, |cells| cells.min(most));
    (within(columns, SCREEN.0), within(rows, SCREEN.1))
}

/// Who is in.
#[derive(Clone, Debug, Default)]
pub struct Crowd(Arc<Mutex<Counts>>);

#[derive(Debug, Default)]
struct Counts {
    all: usize,
    from: HashMap<IpAddr, usize>,
    with: HashMap<String, usize>,
}

/// A place in the crowd, held until it is dropped.
#[derive(Debug)]
pub struct Place {
    crowd: Crowd,
    from: IpAddr,
    key: String,
}

impl Crowd {
    /// Takes a place for a key, by its fingerprint.
    ///
    /// # Errors
    /// Why there is none.
    pub fn enter(&self, from: IpAddr, key: &str) -> Result<Place, Denied> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.all >= GUESTS {
            return Err(Denied::Full);
        }
        if counts.from.get(&from).is_some_and(|count| *count >= GUESTS_EACH) {
            return Err(Denied::FullAddress);
        }
        if counts.with.get(key).is_some_and(|count| *count >= GUESTS_OF_KEY) {
            return Err(Denied::FullKey);
        }
        counts.all += 1;
        *counts.from.entry(from).or_default() += 1;
        *counts.with.entry(key.to_owned()).or_default() += 1;
        Ok(Place { crowd: self.clone(), from, key: key.to_owned() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.crowd.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.all -= 1;
        let Counts { from, with, .. } = &mut *counts;
        one_less(from, &self.from);
        one_less(with, &self.key);
    }
}

fn one_less<K: std::hash::Hash + Eq>(counts: &mut HashMap<K, usize>, of: &K) {
    if let Some(count) = counts.get_mut(of) {
        *count -= 1;
        if *count == 0 {
            counts.remove(of);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn no_size_costs_more_than_a_large_screen() {
        for (named, taken) in [
            ((80, 24), (80, 24)),
            ((0, 0), (0, 0)),
            ((1, 1), (1, 1)),
            ((10_000, 10_000), SCREEN),
            ((u32::MAX, 3), (SCREEN.0, 3)),
        ] {
            assert_eq!(size(named.0, named.1), taken, "{named:?}");
        }
    }

    #[test]
    fn places_are_counted_by_key_by_address_and_in_all() {
        let crowd = Crowd::default();
        let at = |last: usize| IpAddr::V4(Ipv4Addr::new(10, 0, 0, u8::try_from(last).unwrap()));
        let key = |number: usize| format!("key {number}");
        let same: Vec<_> = (0..GUESTS_OF_KEY).map(|_| crowd.enter(at(1), "a").unwrap()).collect();
        assert_eq!(crowd.enter(at(2), "a").unwrap_err(), Denied::FullKey);
        let here = (GUESTS_OF_KEY..GUESTS_EACH).map(|n| crowd.enter(at(1), &key(n)).unwrap());
        let here: Vec<_> = here.collect();
        assert_eq!(crowd.enter(at(1), "b").unwrap_err(), Denied::FullAddress);
        let there = (GUESTS_EACH..GUESTS).map(|n| crowd.enter(at(3), &key(n)).unwrap());
        let there: Vec<_> = there.collect();
        assert_eq!(crowd.enter(at(4), "b").unwrap_err(), Denied::Full);
        drop((same, here, there));
        let counts = crowd.0.lock().unwrap();
        assert_eq!((counts.all, counts.from.len(), counts.with.len()), (0, 0, 0));
    }
}

//! The seam between the network and the room: keys and sizes in, frames out, all of it bounded.
//!
//! The network side fills an [`Inbox`] and empties a small channel of [`Out`]; the room side takes
//! and draws. Neither ever waits for the other's clients.

use std::sync::{Mutex, PoisonError};

use ratatui::buffer::Buffer;
use tokio::sync::Semaphore;
use tokio::sync::mpsc;

use super::limits::KEYS_WAITING;
use crate::app::Input;
use crate::app::guest::Layout;
use crate::shell::reviewer::Reviewer;
use crate::shell::typed::Typed;
use crate::view::Drawn;
use crate::words::Lang;

/// A guest's number, never used twice.
pub type GuestId = u64;

/// How many pieces of output may wait: a frame, and the last words.
pub const OUT: usize = 2;

/// What guests look at: one book for all of them, and a seat for each.
pub trait Room {
    /// One pair of eyes.
    type Seat;
    /// What changed in the book.
    type News;

    /// Gives a visitor a seat.
    fn sit_down(&mut self, visitor: &Visitor) -> Self::Seat;
    /// Takes one input of a seat.
    fn take(&mut self, seat: &mut Self::Seat, input: &Input) -> Then;
    /// Draws what a seat sees. The answer is where its cursor stands, and what each place stands for.
    fn draw(&self, seat: &mut Self::Seat, frame: &mut Buffer) -> Drawn;
    /// What a seat asked to be given to the clipboard of its terminal, once.
    fn copied(&mut self, _seat: &mut Self::Seat) -> Option<String> {
        None
    }
    /// Reads what changed in the book's folder.
    fn look(&mut self) -> Self::News;
    /// Looks once more, a moment later; nothing when nothing is new.
    fn look_again(&mut self) -> Option<Self::News>;
    /// Lets a seat hear of it. What it is told, if it is told in lines.
    fn hear(&mut self, seat: &mut Self::Seat, news: &Self::News) -> Vec<String>;
    /// What a seat that is told in lines is told first.
    fn greet(&self, seat: &Self::Seat) -> Vec<String>;
    /// Takes a typed line of a seat. What it is told then.
    fn take_line(&mut self, seat: &mut Self::Seat, typed: &Typed) -> (Then, Vec<String>);
    /// The language of a seat, which its guest may have chosen.
    fn lang(&self, seat: &Self::Seat) -> Lang;
    /// What stands before what is typed next.
    fn prompt(&self, seat: &Self::Seat) -> String;
    /// A seat is left.
    fn stand_up(&mut self, seat: Self::Seat);
}

/// What becomes of a seat after an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It is drawn again.
    Stay,
    /// It is drawn anew from nothing.
    Redraw,
    /// It is left.
    Leave,
}

/// Who comes in, and on what terminal.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Whose key it was, under the name that is shown.
    pub who: Reviewer,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The terminal's own name of its kind.
    pub term: String,
    /// The language to speak.
    pub lang: Lang,
    /// In which form it is served: pictures for a terminal, else lines.
    pub layout: Layout,
}

/// What goes to a guest's client.
#[derive(Debug, PartialEq, Eq)]
pub enum Out {
    /// A frame.
    Frame(Vec<u8>),
    /// The last words, and the exit code.
    End(Vec<u8>, u32),
}

/// To a guest's client.
pub type Outlet = mpsc::Sender<Out>;

/// What a guest's client sent and the room has not taken yet.
#[derive(Debug)]
pub struct Inbox {
    waiting: Mutex<Waiting>,
    free: Semaphore,
}

#[derive(Debug, Default)]
struct Waiting {
    bytes: Vec<u8>,
    size: Option<(u16, u16)>,
    told: bool,
}

/// Whether the room has to be told that something waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Tell {
    /// It does not know yet.
    Now,
    /// It was told, and has not come yet.
    Told,
}

impl Default for Inbox {
    fn default() -> Self {
        Self { waiting: Mutex::default(), free: Semaphore::new(KEYS_WAITING) }
    }
}

impl Inbox {
    /// Puts bytes in, as far as there is room; how many it took. Waits while there is none.
    pub async fn put(&self, bytes: &[u8]) -> (usize, Tell) {
        let part = &bytes[..bytes.len().min(KEYS_WAITING / 4)];
        let many = u32::try_from(part.len()).unwrap_or(u32::MAX);
        match self.free.acquire_many(many).await {
            Ok(permits) => permits.forget(),
            // Nobody takes from it any more.
            Err(_) => return (bytes.len(), Tell::Told),
        }
        (part.len(), self.change(|waiting| waiting.bytes.extend_from_slice(part)))
    }

    /// Says the newest size: one that was not taken yet is forgotten.
    pub fn resize(&self, size: (u16, u16)) -> Tell {
        self.change(|waiting| waiting.size = Some(size))
    }

    /// Takes everything.
    pub fn take(&self) -> (Vec<u8>, Option<(u16, u16)>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let Waiting { bytes, size, .. } = std::mem::take(&mut *waiting);
        self.free.add_permits(bytes.len());
        (bytes, size)
    }

    /// Nothing is taken from it any more; whoever waits for room goes on.
    pub fn close(&self) {
        self.free.close();
    }

    fn change(&self, how: impl FnOnce(&mut Waiting)) -> Tell {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        how(&mut waiting);
        if std::mem::replace(&mut waiting.told, true) { Tell::Told } else { Tell::Now }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread().build().unwrap()
    }

    #[test]
    fn a_room_is_told_once_until_it_comes() {
        runtime().block_on(async {
            let inbox = Inbox::default();
            assert_eq!(inbox.put(b"ab").await, (2, Tell::Now));
            assert_eq!(inbox.put(b"c").await, (1, Tell::Told));
            assert_eq!(inbox.resize((80, 24)), Tell::Told);
            assert_eq!(inbox.resize((120, 36)), Tell::Told);
            assert_eq!(inbox.take(), (b"abc".to_vec(), Some((120, 36))));
            assert_eq!(inbox.resize((1, 1)), Tell::Now);
        });
    }

    #[test]
    fn a_flood_waits_for_the_room() {
        runtime().block_on(async {
            let inbox = Arc::new(Inbox::default());
            let theirs = Arc::clone(&inbox);
            let flood = async move {
                let bytes = vec![b'x'; KEYS_WAITING * 3];
                let mut sent = 0;
                while sent < bytes.len() {
                    sent += theirs.put(&bytes[sent..]).await.0;
                }
            };
            let room = async {
                let mut taken = 0;
                while taken < KEYS_WAITING * 3 {
                    let (bytes, _) = inbox.take();
                    assert!(bytes.len() <= KEYS_WAITING);
                    taken += bytes.len();
                    tokio::task::yield_now().await;
                }
            };
            tokio::join!(flood, room);
            let full = vec![b'x'; KEYS_WAITING];
            for part in full.chunks(KEYS_WAITING / 4) {
                let _ = inbox.put(part).await;
            }
            let theirs = Arc::clone(&inbox);
            let stuck = async move { theirs.put(b"y").await };
            let (told, ()) = tokio::join!(stuck, async { inbox.close() });
            assert_eq!(told, (1, Tell::Told));
        });
    }
}

//! The desk and stock ratatui, showing the same, and what each sends for it.

use yiding::app::{Key, Session};

use super::books;
use super::desk::{Desk, Stock};

/// A plan with a year of decisions behind it.
pub fn year(tasks: usize) -> Session {
    let plan = books::plan_of(tasks);
    let newest = books::year(&plan, 12, 300);
    books::session(plan, newest)
}

/// Both of them.
pub struct Pair {
    pub desk: Desk,
    stock: Stock,
}

/// The bytes of some keys.
pub struct Sent {
    /// All of ours.
    pub ours: usize,
    /// The most of ours for one key.
    pub most: usize,
    /// All of stock ratatui's.
    pub theirs: usize,
}

impl Pair {
    /// Both after some keys.
    pub fn new(session: Session, window: (u16, u16), keys: &[Key]) -> Self {
        let mut pair = Self { desk: Desk::new(session, window), stock: Stock::new(window) };
        pair.each(keys);
        pair
    }

    /// Presses keys, one frame each.
    pub fn each(&mut self, keys: &[Key]) -> Sent {
        let mut sent = Sent { ours: 0, most: 0, theirs: 0 };
        for key in keys {
            let before = self.desk.sent;
            self.desk.press(*key);
            let ours = self.desk.sent - before;
            sent.ours += ours;
            sent.most = sent.most.max(ours);
            let (frame, focus) = self.desk.frame();
            sent.theirs += self.stock.copy(frame, focus);
        }
        sent
    }
}

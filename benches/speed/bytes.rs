//! Bytes on the wire: the desk's own frames through our painter, and the same frames through stock
//! ratatui.

use yiding::app::Key;

use super::books;
use super::desk::{Desk, Stock, WINDOW};
use super::measure::{Medians, Sample};
use super::table::{Goal, Table, Unit};

/// Counts the bytes of keys. They are the same in every run.
pub fn measure(table: &mut Table, _: Sample) {
    let half = Goal::Ratio(0.5);
    for (what, keys) in [
        ("bytes of a key in page, overview : stock ratatui", &[][..]),
        ("bytes of a key in page, tasks : stock ratatui", &[Key::Char('t')]),
        ("bytes of a key in page, a task : stock ratatui", &[Key::Char('t'), Key::Enter]),
    ] {
        let mut pair = Pair::new(keys);
        let found = pair.each(&[Key::Down; 12]);
        table.row(what, found, Unit::Bytes, half);
    }
    let mut pair = Pair::new(&[Key::F(8), Key::Enter]);
    let typed: Vec<Key> = "空港应急医院10月底前开工".chars().map(Key::Char).collect();
    let found = pair.each(&typed);
    table.row("bytes of a letter in the line : stock ratatui", found, Unit::Bytes, half);
    let mut pair = Pair::new(&[Key::Char('t'), Key::PageDown]);
    pair.each(&[Key::Down; 16]);
    let found = pair.each(&[Key::Down; 30]);
    let what = "bytes of a scrolling key, 1000 tasks : stock ratatui";
    table.row(what, found, Unit::Bytes, Goal::Ratio(1.0 / 6.0));
    let mut desk = Desk::new(year(20), WINDOW);
    let ours = desk.sent;
    let (frame, focus) = desk.frame();
    let stock = Stock::new(WINDOW).copy(frame, focus);
    let found = Medians { ours: count(ours), floor: count(stock) };
    table.row("bytes of the first frame : stock ratatui", found, Unit::Bytes, Goal::Most(12e3));
}

fn year(tasks: usize) -> yiding::app::Session {
    let plan = books::plan_of(tasks);
    let newest = books::year(&plan, 12, 300);
    books::session(plan, newest)
}

/// The desk and stock ratatui, showing the same.
struct Pair {
    desk: Desk,
    stock: Stock,
}

impl Pair {
    /// Both after some keys, on a plan in which every screen is full.
    fn new(keys: &[Key]) -> Self {
        let mut pair = Self { desk: Desk::new(year(1_000), WINDOW), stock: Stock::new(WINDOW) };
        pair.each(keys);
        pair
    }

    /// The mean bytes of keys.
    fn each(&mut self, keys: &[Key]) -> Medians {
        let (before, mut theirs) = (self.desk.sent, 0);
        for key in keys {
            self.desk.press(*key);
            let (frame, focus) = self.desk.frame();
            theirs += self.stock.copy(frame, focus);
        }
        let mean = |bytes: usize| count(bytes) / count(keys.len().max(1));
        Medians { ours: mean(self.desk.sent - before), floor: mean(theirs) }
    }
}

fn count(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap())
}

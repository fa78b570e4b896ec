//! Bytes on the wire: the desk's own frames through our painter, and the same frames through stock
//! ratatui.

use yiding::app::Key;

use super::desk::{Desk, Stock, WINDOW};
use super::measure::{Medians, Sample};
use super::pair::{Pair, year};
use super::table::{Goal, Table, Unit};

/// Counts the bytes of keys. They are the same in every run.
pub fn measure(table: &mut Table, _: Sample) {
    let half = Goal::Ratio(0.5);
    for (what, keys) in [
        ("bytes of a key in page, overview : stock ratatui", &[][..]),
        ("bytes of a key in page, tasks : stock ratatui", &[Key::Char('t')]),
        ("bytes of a key in page, a task : stock ratatui", &[Key::Char('t'), Key::Enter]),
    ] {
        let found = mean(&mut full(keys), &[Key::Down; 12]);
        table.row(what, found, Unit::Bytes, half);
    }
    let typed: Vec<Key> = "空港应急医院10月底前开工".chars().map(Key::Char).collect();
    let found = mean(&mut full(&[Key::F(8), Key::Enter]), &typed);
    table.row("bytes of a letter in the line : stock ratatui", found, Unit::Bytes, half);
    let mut pair = full(&[Key::Char('t'), Key::PageDown]);
    pair.each(&[Key::Down; 16]);
    let found = mean(&mut pair, &[Key::Down; 30]);
    let what = "bytes of a scrolling key, 1000 tasks : stock ratatui";
    table.row(what, found, Unit::Bytes, Goal::Ratio(1.0 / 6.0));
    let mut desk = Desk::new(year(20), WINDOW);
    let ours = desk.sent;
    let (frame, focus) = desk.frame();
    let stock = Stock::new(WINDOW).copy(frame, focus);
    let found = Medians { ours: count(ours), floor: count(stock) };
    table.row("bytes of the first frame : stock ratatui", found, Unit::Bytes, Goal::Most(12e3));
}

/// Both after some keys, on a plan in which every screen is full.
fn full(keys: &[Key]) -> Pair {
    Pair::new(year(1_000), WINDOW, keys)
}

/// The mean bytes of keys.
fn mean(pair: &mut Pair, keys: &[Key]) -> Medians {
    let sent = pair.each(keys);
    let mean = |bytes: usize| count(bytes) / count(keys.len().max(1));
    Medians { ours: mean(sent.ours), floor: mean(sent.theirs) }
}

fn count(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap())
}

//! Bytes on the wire at 20, 1,000 and 100,000 tasks: the desk's own frames through our painter, and the
//! same frames through stock ratatui. They are the same in every run.
#![allow(dead_code, reason = "the benchmarks use the rest of what is shared with them")]

#[path = "../../benches/speed/books.rs"]
mod books;
#[path = "../../benches/speed/desk.rs"]
mod desk;
#[path = "../../benches/speed/list.rs"]
mod list;
#[path = "../../benches/speed/pair.rs"]
mod pair;

use yiding::app::Key;

use self::desk::{Desk, Stock, WINDOW};
use self::pair::{Pair, Sent, year};

/// Sizes of plans, in tasks.
const TASKS: [usize; 3] = [20, 1_000, 100_000];

/// The most bytes of a first frame, and of a row's move.
const FIRST: usize = 12_000;
const MOVE: usize = 900;

/// The most of one that scrolls half of the window, as the decisions on the page of a task do beside its
/// measures: no terminal scrolls half of its lines, so that all of the pane is written anew.
const PANE: usize = 1_000;

#[test]
fn a_key_costs_half_of_stock_ratatuis_bytes_and_a_scrolling_key_a_sixth_at_any_size() {
    for tasks in TASKS {
        let mut desk = Desk::new(year(tasks), WINDOW);
        let first = desk.sent;
        let (frame, focus) = desk.frame();
        let theirs = Stock::new(WINDOW).copy(frame, focus);
        assert!(first <= FIRST && first * 2 <= theirs, "{tasks} tasks: {first} of {theirs}");
        let mut session = desk.leave();
        for (what, keys, pressed) in [
            ("overview", &[][..], vec![Key::Down; 12]),
            ("tasks", &[Key::Char('t')], vec![Key::Down; 12]),
            ("a task", &[Key::Char('t'), Key::Enter], vec![Key::Down; 12]),
            (
                "meeting",
                &[Key::F(8), Key::Enter],
                "空港应急医院开工".chars().map(Key::Char).collect(),
            ),
        ] {
            let mut pair = Pair::new(session, WINDOW, keys);
            let Sent { ours, most, theirs } = pair.each(&pressed);
            assert!(ours * 2 <= theirs, "{tasks} tasks, {what}: {ours} of {theirs}");
            let bound = if what == "a task" { PANE } else { MOVE };
            assert!(most <= bound, "{tasks} tasks, {what}: {most}");
            session = pair.desk.leave();
        }
        // Twenty tasks have room: nothing scrolls.
        if tasks == TASKS[0] {
            continue;
        }
        let mut pair = Pair::new(session, WINDOW, &[Key::Char('t')]);
        pair.each(&[Key::Down; 29]);
        let Sent { ours, theirs, .. } = pair.each(&[Key::Down; 30]);
        assert!(ours * 6 <= theirs, "{tasks} tasks, scrolling: {ours} of {theirs}");
    }
}

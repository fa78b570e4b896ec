//! Bytes on the wire at 20, 1,000 and 100,000 tasks: the desk's own frames through our painter, and the
//! same frames through stock ratatui. They are the same in every run.
#![allow(dead_code, reason = "the benchmarks use the rest of what is shared with them")]

#[path = "../../benches/speed/books.rs"]
mod books;
#[path = "../../benches/speed/desk.rs"]
mod desk;
#[path = "../../benches/speed/list.rs"]
mod list;

use yiding::app::{Key, Session};

use self::desk::{Desk, Stock, WINDOW};

/// Sizes of plans; the largest takes minutes to build without optimization.
const TASKS: &[usize] =
    if option_env!("YIDING_LONG").is_some() { &[20, 1_000, 100_000] } else { &[20, 1_000] };

/// The most bytes of a first frame, and of a row's move.
const FIRST: usize = 12_000;
const MOVE: usize = 900;

/// A plan with a year of decisions behind it.
fn year(tasks: usize) -> Session {
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
    fn new(session: Session, window: (u16, u16), keys: &[Key]) -> Self {
        let mut pair = Self { desk: Desk::new(session, window), stock: Stock::new(window) };
        pair.each(keys);
        pair
    }

    /// The bytes of keys: ours, the most of one of them, and those of stock ratatui.
    fn each(&mut self, keys: &[Key]) -> (usize, usize, usize) {
        let (begun, mut most, mut theirs) = (self.desk.sent, 0, 0);
        for key in keys {
            let before = self.desk.sent;
            self.desk.press(*key);
            most = most.max(self.desk.sent - before);
            let (frame, focus) = self.desk.frame();
            theirs += self.stock.copy(frame, focus);
        }
        (self.desk.sent - begun, most, theirs)
    }
}

#[test]
fn a_key_costs_half_of_stock_ratatuis_bytes_and_a_scrolling_key_a_sixth_at_any_size() {
    for &tasks in TASKS {
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
            let (ours, most, theirs) = pair.each(&pressed);
            assert!(ours * 2 <= theirs, "{tasks} tasks, {what}: {ours} of {theirs}");
            // The page of a task scrolls under its cursor where a measure takes several lines.
            let moves = what == "a task" || most <= MOVE;
            assert!(moves, "{tasks} tasks, {what}: {most}");
            session = pair.desk.leave();
        }
        // Twenty tasks have room: nothing scrolls.
        if tasks == TASKS[0] {
            continue;
        }
        let mut pair = Pair::new(session, WINDOW, &[Key::Char('t')]);
        pair.each(&[Key::Down; 29]);
        let (ours, _, theirs) = pair.each(&[Key::Down; 30]);
        assert!(ours * 6 <= theirs, "{tasks} tasks, scrolling: {ours} of {theirs}");
    }
}

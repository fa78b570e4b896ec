//! A book from its folder to a session, against ron reading the same bytes.

use std::fs;

use yiding::ledger::Snapshot;
use yiding::plan::Plan;
use yiding::shell::book::{self, Right, Site};
use yiding::shell::clock::Clock;
use yiding::words::Lang;

use super::books::{self, Book};
use super::measure::{Sample, busy, in_turn};
use super::table::{Goal, Table, Unit};

/// Measures opening a book.
pub fn measure(table: &mut Table, sample: Sample) {
    for tasks in [20, 1_000] {
        let plan = books::plan_of(tasks);
        let newest = books::year(&plan, 12, 300);
        let book = Book::new(&plan, &newest);
        let files = (book.plan(), book.snapshot(&newest.id()));
        let floor = || {
            let read = |path| String::from_utf8(fs::read(path).unwrap()).unwrap();
            let plan: Plan = ron::from_str(&read(&files.0)).unwrap();
            let snapshot: Snapshot = ron::from_str(&read(&files.1)).unwrap();
            (plan, snapshot)
        };
        let found = in_turn(sample.rounds(41), || busy(|| open(&book)), || busy(floor));
        let what = format!("open the book, {tasks} tasks and a year : ron alone");
        table.row(&what, found, Unit::Time, Goal::Ratio(1.5));
    }
}

fn open(book: &Book) -> book::Book {
    let clock = Clock::new(Some(books::today()));
    let opened = book::open(Site::at(book.root()), &Right::Look, clock, Lang::Zh);
    let opened = opened.map_err(|why| why.sentence(Lang::En)).unwrap();
    assert_eq!(opened.told, Vec::<String>::new());
    opened
}

//! Every scalar value of Unicode by every way out: screens, lines, what commands print and say, papers
//! and tables. Nothing that steers or hides gets through, wherever somebody put it.
//!
//! A sample that has everything odd, or all of them when it is built with `YIDING_LONG`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test writes files, and stops where it fails"
)]

mod scalars {
    pub(crate) mod book;
    pub(crate) mod papers;
    pub(crate) mod printed;
    pub(crate) mod screens;
    pub(crate) mod texts;
    pub(crate) mod wire;
}
pub(crate) use scalars::{book, papers, printed, screens, texts, wire};

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use book::Book;

/// Does something with all pieces of text, each of them first once; at once on all processors. The
/// sample takes one turn: every piece is somewhere.
fn with_all(check: impl Fn(&[String]) + Sync) {
    let (pieces, next) = (texts::pieces(), AtomicUsize::new(0));
    let turns = if texts::ALL { pieces.len() } else { 1 };
    let work = || {
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            if turn >= turns {
                return;
            }
            let mut turned = pieces.clone();
            turned.rotate_left(turn);
            check(&turned);
        }
    };
    thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker.join().unwrap();
        }
    });
}

#[test]
fn no_scalar_value_steers_a_terminal_from_the_desk() {
    with_all(|texts| {
        let book = Book::with(texts);
        screens::at_the_desk(&|| book.session(), &texts[0]);
    });
}

#[test]
fn no_scalar_value_steers_a_terminal_from_a_reviewers_seat() {
    with_all(|texts| screens::at_a_guests_seat(Book::with(texts).session(), &texts[0]));
}

#[test]
fn no_scalar_value_steers_a_terminal_from_a_report() {
    assert!(screens::of_a_report("演练") > 0, "nothing is in conflict");
    for text in texts::pieces() {
        screens::of_a_report(&text);
    }
}

#[test]
fn no_scalar_value_steers_what_commands_print_and_say() {
    with_all(|texts| {
        let book = Book::with(texts);
        printed::of_a_book(&book);
        printed::of_what_is_typed(&book, &texts[0]);
        printed::of_what_is_no_file(&texts[0]);
    });
}

#[test]
fn no_scalar_value_spoils_a_paper() {
    with_all(|texts| papers::of_a_book(&Book::with(texts)));
}

//! Reading a report: 100,000 characters, ten times as many, a hundred times as many.
//!
//! `cargo bench --bench report` prints the time of each, what it comes to for 100,000 characters, and how
//! far that is from the first: a reader that is linear stays near one. The goal is 100 ms; nothing here
//! fails. The time is the processor's, because a shared machine's clock says more about the neighbours.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark asks the clock and the environment, and prints"
)]

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use yiding::report;

/// The report of the seed: its body is repeated until the text is long enough.
const SEED: &str = include_str!("../tests/facts/report.txt");

const CHARACTERS: usize = 100_000;
const GOAL: Duration = Duration::from_millis(100);

fn main() {
    let brief = std::env::var_os("YIDING_BRIEF").is_some();
    let (times, rounds): (&[usize], u32) = if brief { (&[1], 1) } else { (&[1, 10, 100], 5) };
    println!(
        "{:>12}{:>12}{:>16}{:>8}  goal {GOAL:?}",
        "characters", "time", "per 100,000", "ratio"
    );
    let mut first = None;
    for times in times {
        let text = long(CHARACTERS * times);
        let rounds = if *times > 10 { 1 } else { rounds };
        let took = (0..rounds).map(|_| worked_on(&text)).min().unwrap_or_default();
        let each = took / u32::try_from(*times).unwrap_or(1);
        let ratio = each.as_secs_f64() / first.get_or_insert(each).as_secs_f64();
        println!("{:>12}{took:>12.2?}{each:>16.2?}{ratio:>8.2}", text.chars().count());
    }
}

/// So many characters of reports, one after the other.
fn long(characters: usize) -> String {
    SEED.chars().cycle().take(characters).collect()
}

fn worked_on(text: &str) -> Duration {
    let before = worked();
    let draft = report::read(text);
    let took = worked().saturating_sub(before);
    assert!(!draft.spans.is_empty(), "a text has spans");
    took
}

/// The time that this thread had the processor.
fn worked() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or(0))
}

//! A crowd at the door: guests of `yiding serve` who follow a meeting, silent connections, wrong
//! keys, guests who do not read.
//!
//! `cargo bench --bench crowd` takes 100 guests and says how soon a record that is on the disk is on
//! every screen, what a guest costs in memory and bytes, what the door does when nothing happens, and
//! whether a good guest still comes in while others crowd. `cargo bench --bench crowd -- 10` takes ten,
//! and a shorter crowd; `YIDING_BRIEF=1` takes five, to see that it runs. Everything runs on this
//! machine, the clients too; nothing here fails.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops where it fails, asks the clock, and prints"
)]

mod crowd {
    pub(crate) mod guest;
    pub(crate) mod house;
    pub(crate) mod pressure;
}

use std::time::{Duration, Instant};

use crowd::guest::Guest;
use crowd::house::House;
use crowd::pressure;

/// Records of the meeting.
const RECORDS: usize = 20;

/// How long nothing happens.
const REST: Duration = Duration::from_secs(10);

fn main() {
    let usual = if std::env::var_os("YIDING_BRIEF").is_some() { 5 } else { 100 };
    let count = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(usual);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(all(count));
}

async fn all(count: usize) {
    let house = House::open(count);
    let alone = house.memory();
    let began = Instant::now();
    let mut guests = Vec::new();
    for key in &house.keys {
        guests.push(Guest::come(house.port, key.clone()).await.unwrap());
    }
    for guest in &guests {
        guest.see("会").await;
    }
    println!("{count} guests came in within {:.1?}", began.elapsed());
    follow(&house, &guests).await;
    let each = house.memory().saturating_sub(alone) / u64::try_from(count).unwrap();
    println!("memory of the door: {} kB alone, {} kB for each guest", alone >> 10, each >> 10);
    rest(&house, if count < 10 { REST / 5 } else { REST }).await;
    let calm = confirms(&house).await;
    let stalled = pressure::stall(&house, count / 2).await;
    let pressed = confirms(&house).await;
    println!(
        "a record on the disk: {calm:.1?}, with {} stalled guests {pressed:.1?}",
        stalled.len()
    );
    drop(stalled);
    pressure::crowd(&house, count).await;
}

/// A scripted meeting: how soon each record is on each screen, and the bytes of it.
async fn follow(house: &House, guests: &[Guest]) {
    let before: u64 = guests.iter().map(Guest::bytes).sum();
    let began = Instant::now();
    let mut waits: Vec<Duration> = Vec::new();
    for number in 0..RECORDS {
        let text = format!("压测事项{}开工", name(number));
        house.decide(number, &text).await;
        let saved = Instant::now();
        for guest in guests {
            let seen = guest.see(&text).await;
            waits.push(seen.saturating_duration_since(saved));
        }
    }
    waits.sort();
    let at = |share: usize| waits[(waits.len() - 1) * share / 100];
    println!(
        "{RECORDS} records on {} screens, from the disk: median {:.1?}, 99th percentile {:.1?}, worst {:.1?}",
        guests.len(),
        at(50),
        at(99),
        at(100)
    );
    let bytes = guests.iter().map(Guest::bytes).sum::<u64>() - before;
    let each = bytes / u64::try_from(guests.len()).unwrap();
    let seconds = began.elapsed().as_secs_f64();
    println!(
        "bytes to each guest: {each} for {RECORDS} records within {seconds:.1} s, {} a record",
        each / u64::try_from(RECORDS).unwrap()
    );
}

/// A name that shares no character with the one before, so that it is sent whole.
fn name(number: usize) -> String {
    let letters: Vec<char> = "甲乙丙丁戊己庚辛壬癸".chars().collect();
    [letters[number / 10 % 10], letters[number % 10]].iter().collect()
}

/// The processor's time while nothing happens.
async fn rest(house: &House, long: Duration) {
    let before = house.worked();
    tokio::time::sleep(long).await;
    let worked = house.worked().saturating_sub(before);
    println!("at rest for {long:?} the door worked {worked:.1?}");
}

/// How long a record takes to be on the disk: the median of some.
async fn confirms(house: &House) -> Duration {
    let mut took = Vec::new();
    for number in 0..9 {
        let began = Instant::now();
        house.decide(number, "又一项").await;
        took.push(began.elapsed());
    }
    took.sort();
    took[took.len() / 2]
}

//! Those who are no help: guests who do not read, connections that say nothing, keys of strangers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use russh::Channel;
use russh::client::{Handle, Msg};
use tokio::net::TcpStream;
use tokio::time::{interval, sleep};

use super::guest::{Anybody, log_in, sit};
use super::house::{House, new_key};

/// Strangers a second.
const RATE: u64 = 200;

/// Guests who come in and read nothing.
pub(crate) async fn stall(house: &House, count: usize) -> Vec<(Handle<Anybody>, Channel<Msg>)> {
    let mut stalled = Vec::new();
    for key in house.keys.iter().take(count) {
        let line = log_in(house.port, key.clone()).await.unwrap();
        let channel = sit(&line).await.unwrap();
        stalled.push((line, channel));
    }
    stalled
}

/// Whether a good guest comes in beside silent connections and a flood of wrong keys.
pub(crate) async fn crowd(house: &House, count: usize) {
    let (silent, seconds) = match count {
        ..10 => (60, 2),
        10..100 => (100, 5),
        _ => (400, 30),
    };
    let mut lines = Vec::new();
    for _ in 0..silent {
        lines.push(TcpStream::connect(("127.0.0.1", house.port)).await.unwrap());
    }
    let tried = Arc::new(AtomicUsize::new(0));
    let flood = tokio::spawn(flood(house.port, Arc::clone(&tried)));
    let until = Instant::now() + Duration::from_secs(seconds);
    let (mut worst, mut failed, mut came) = (Duration::ZERO, 0, 0);
    while Instant::now() < until {
        sleep(Duration::from_millis(500)).await;
        let began = Instant::now();
        match log_in(house.port, house.keys[0].clone()).await {
            Ok(_) => came += 1,
            Err(_) => failed += 1,
        }
        worst = worst.max(began.elapsed());
    }
    flood.abort();
    let tried = tried.load(Ordering::Relaxed);
    println!(
        "beside {silent} silent connections and {tried} wrong keys in {seconds} s: \
         {came} good guests came in, {failed} did not, the slowest took {worst:.1?}"
    );
}

async fn flood(port: u16, tried: Arc<AtomicUsize>) {
    let stranger = new_key();
    let mut tick = interval(Duration::from_micros(1_000_000 / RATE));
    loop {
        tick.tick().await;
        let (key, tried) = (stranger.clone(), Arc::clone(&tried));
        tokio::spawn(async move {
            if log_in(port, key).await.is_err() {
                tried.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
}

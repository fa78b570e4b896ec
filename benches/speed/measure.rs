//! Two things measured in turn, so that the noise of the machine meets both alike.

use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub enum Sample {
    /// Hardly anything: that everything still runs.
    Brief,
    /// What a person waits for.
    Short,
    /// Five times as much.
    Long,
}

/// The middle figures of ours and of the floor.
#[derive(Clone, Copy, Debug)]
pub struct Medians {
    /// Ours.
    pub ours: f64,
    /// What it is compared with.
    pub floor: f64,
}

impl Medians {
    /// Of what was measured of both.
    pub fn of(ours: Vec<f64>, floor: Vec<f64>) -> Self {
        Self { ours: median(ours), floor: median(floor) }
    }
}

impl Sample {
    /// So many rounds of the short sample, in this one.
    pub fn rounds(self, short: usize) -> usize {
        match self {
            Self::Brief => 1,
            Self::Short => short,
            Self::Long => short * 5,
        }
    }
}

/// Ours and the floor in turn, after one round of each that does not count.
pub fn in_turn(
    rounds: usize,
    mut ours: impl FnMut() -> f64,
    mut floor: impl FnMut() -> f64,
) -> Medians {
    let mut all = [Vec::new(), Vec::new()];
    for _ in 0..=rounds {
        all[0].push(ours());
        all[1].push(floor());
    }
    let [ours, floor] = all.map(|figures| figures[1..].to_vec());
    Medians::of(ours, floor)
}

/// The seconds that this process had the processor for some work: what others do does not count.
pub fn busy<T>(work: impl FnOnce() -> T) -> f64 {
    let clock = || Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap();
    let before = clock();
    let made = work();
    let after = clock();
    drop(made);
    after.saturating_sub(before).as_secs_f64()
}

/// The seconds that pass during some work.
pub fn passing<T>(work: impl FnOnce() -> T) -> f64 {
    let before = Instant::now();
    let made = work();
    let passed = before.elapsed().as_secs_f64();
    drop(made);
    passed
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

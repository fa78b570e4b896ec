//! The proof that what was called saved is on the disk, by trying every way to lose it.
//!
//! A scripted meeting (`story`) runs on the simulated disk. The machine stops before every single
//! call, the disk keeps every kind of subset of what was not synced, every call fails with every
//! code, recovery itself is stopped, and after each of these a checker (`check`) looks whether
//! everything that was told still holds. The last tests prove the proof: a disk that lies about
//! one sync must be found out. `YIDING_LONG=1` tries more of the same.

mod check;
mod joining;
mod story;

use std::collections::BTreeSet;

use super::disk::Errno;
use super::disk::sim::{Fault, Lie, Outcome, Rng, Sim};
use check::{Loss, ends, ends_well, holds};
use story::{Person, Stage, Told, fresh, live, live_with};

/// How much is tried.
#[derive(Clone, Copy)]
struct Extent {
    /// Random outcomes of each power cut.
    seeds: u64,
    /// Random outcomes of a power cut during recovery.
    nested_seeds: u64,
    /// Random lives.
    lives: u64,
}

fn extent() -> Extent {
    if std::env::var_os("YIDING_LONG").is_some() {
        Extent { seeds: 2_000, nested_seeds: 60, lives: 200_000 }
    } else {
        Extent { seeds: 40, nested_seeds: 2, lives: 2_500 }
    }
}

/// The codes that a disk answers with on a bad day.
const ERRNOS: [Errno; 8] = [
    Errno::NOSPC,
    Errno::IO,
    Errno::ROFS,
    Errno::DQUOT,
    Errno::ACCESS,
    Errno::INTR,
    Errno::PERM,
    Errno::NFILE,
];

/// A run of the story until the machine stopped before this call.
fn stopped_at(call: usize, arrange: impl Fn(&Sim)) -> (Sim, Told) {
    let (sim, mut told) = (fresh(), Told::default());
    arrange(&sim);
    sim.stop_at(call);
    let _ = live(&sim, &mut told);
    (sim, told)
}

/// All calls of a story without trouble.
fn calls(arrange: impl Fn(&Sim)) -> Vec<&'static str> {
    stopped_at(0, arrange).0.calls()
}

fn outcomes(sim: &Sim, seeds: u64) -> Vec<Outcome> {
    let torn = [1, 7, 16, 30, 60].map(Outcome::TornLast);
    let fixed = [Outcome::Nothing, Outcome::Everything, Outcome::HollowLast];
    let prefixes = (1..sim.unsynced()).map(Outcome::Prefix);
    let holes = (0..sim.unsynced()).map(Outcome::Without);
    let random = (0..seeds).map(Outcome::Random);
    fixed.into_iter().chain(torn).chain(prefixes).chain(holes).chain(random).collect()
}

/// Every different disk that a power cut can leave now, and the one that a dead process leaves.
fn aftermaths(sim: &Sim, seeds: u64) -> Vec<(String, Sim)> {
    let mut known = BTreeSet::new();
    let cuts = outcomes(sim, seeds).into_iter().map(|how| (format!("{how:?}"), sim.power_cut(how)));
    cuts.chain([("killed".to_owned(), sim.kill())])
        .filter(|(_, after)| known.insert(after.fingerprint()))
        .collect()
}

/// Looks at every aftermath of every stop; gives how many there were.
fn survey(arrange: impl Fn(&Sim), seeds: u64) -> Result<usize, Loss> {
    let count = calls(&arrange).len();
    let mut tried = 0;
    for call in 1..=count + 1 {
        let (sim, told) = stopped_at(call, &arrange);
        for (how, after) in aftermaths(&sim, seeds) {
            tried += 1;
            let place = |loss: Loss| format!("stop before call {call}, {how}: {loss}");
            holds(&after, told).and_then(|()| ends_well(&after, told)).map_err(place)?;
        }
    }
    Ok(tried)
}

#[test]
fn the_story_ends_well_when_nothing_happens() {
    let (sim, told) = stopped_at(0, |_| {});
    assert_eq!(told, Told { stage: Stage::Purged, saved: 6 });
    assert_eq!(ends_well(&sim, told), Ok(()));
    assert_eq!(sim.peek("/book/snapshots/2023-09-15.ron"), Some(story::sealed_bytes()));
}

#[test]
fn no_power_cut_and_no_kill_loses_what_was_told() {
    let tried = survey(|_| {}, extent().seeds).unwrap();
    assert!(tried > 250, "only {tried} aftermaths");
}

#[test]
fn a_recovery_that_is_stopped_comes_to_the_same_end() {
    let mut known = BTreeSet::new();
    for call in 1..=calls(|_| {}).len() + 1 {
        let (sim, told) = stopped_at(call, |_| {});
        for (how, after) in aftermaths(&sim, extent().nested_seeds) {
            if known.insert((after.fingerprint(), told)) {
                recovery_can_be_stopped(&after, told)
                    .unwrap_or_else(|loss| panic!("stop before call {call}, {how}, {loss}"));
            }
        }
    }
}

fn recovery_can_be_stopped(after: &Sim, told: Told) -> Result<(), Loss> {
    for call in 1.. {
        let (second, mut told) = (after.fork(), told);
        second.stop_at(call);
        if live(&second, &mut told).is_some() {
            return Ok(());
        }
        for (how, last) in aftermaths(&second, extent().nested_seeds) {
            let place = |loss: Loss| format!("then before call {call}, {how}: {loss}");
            holds(&last, told).and_then(|()| ends_well(&last, told)).map_err(place)?;
        }
    }
    Ok(())
}

/// What a single call can answer instead of doing as it was told.
fn faults_of(call: usize) -> impl Iterator<Item = Fault> {
    let refusals = ERRNOS.into_iter().map(move |errno| Fault::Refuse(call, errno));
    // EINTR alone promises that nothing was done.
    let doubtful = ERRNOS.into_iter().filter(|errno| *errno != Errno::INTR);
    let doubtful = doubtful.map(move |errno| Fault::DoneButRefuse(call, errno));
    // A disk that is full or read-only stays so, until somebody does something about it.
    let frozen = [Errno::NOSPC, Errno::ROFS].map(|errno| Fault::Frozen(call, errno));
    refusals.chain(doubtful).chain(frozen).chain([Fault::Short(call)])
}

#[test]
fn no_errno_at_any_call_loses_what_was_told_or_stops_the_meeting() {
    for call in 1..=calls(|_| {}).len() {
        for fault in faults_of(call) {
            let (sim, told) = stopped_at(0, |sim| sim.arrange(&[fault]));
            for (how, after) in aftermaths(&sim, 2) {
                holds(&after, told)
                    .and_then(|()| ends_well(&after, told))
                    .unwrap_or_else(|loss| panic!("{fault:?}, {how}: {loss}"));
            }
        }
    }
}

#[test]
fn no_errno_followed_by_a_power_cut_loses_what_was_told() {
    for call in 1..=calls(|_| {}).len() {
        for fault in [Fault::Refuse(call, Errno::IO), Fault::DoneButRefuse(call, Errno::IO)] {
            survey_from(call, fault).unwrap_or_else(|loss| panic!("{fault:?}, {loss}"));
        }
    }
}

/// Stops the machine at the fault and at every later call of the story that it changed.
fn survey_from(call: usize, fault: Fault) -> Result<(), Loss> {
    let arrange = |sim: &Sim| sim.arrange(&[fault]);
    for stop in call + 1..=calls(arrange).len() + 1 {
        let (sim, told) = stopped_at(stop, arrange);
        for (how, after) in aftermaths(&sim, extent().nested_seeds) {
            let place = |loss: Loss| format!("stop before call {stop}, {how}: {loss}");
            holds(&after, told).map_err(place)?;
        }
    }
    Ok(())
}

#[test]
fn many_bad_days_in_a_row_lose_nothing_of_what_was_told() {
    for seed in 0..extent().lives {
        bad_days(seed).unwrap_or_else(|loss| panic!("seed {seed}: {loss}"));
    }
}

/// A few lives, each with its own faults and its own end, on one disk.
fn bad_days(seed: u64) -> Result<(), Loss> {
    let mut rng = Rng(seed);
    let (mut sim, mut told) = (fresh(), Told::default());
    let person = [Person::Insists, Person::Retypes][rng.below(2)];
    for day in 0..4 {
        let faults: Vec<Fault> = (0..rng.below(4)).map(|_| bad_call(&mut rng)).collect();
        sim.arrange(&faults);
        sim.stop_at(1 + rng.below(110));
        let _ = live_with(person, &sim, &mut told);
        let luck = u64::try_from(rng.below(1 << 30)).unwrap_or(seed);
        sim = match rng.below(4) {
            0 => sim.kill(),
            1 => sim.power_cut(Outcome::Nothing),
            _ => sim.power_cut(Outcome::Random(luck)),
        };
        let place = |loss: Loss| format!("day {day}, {faults:?}: {loss}");
        holds(&sim, told).map_err(place)?;
    }
    ends(&sim, told)
}

fn bad_call(rng: &mut Rng) -> Fault {
    let faults: Vec<Fault> = faults_of(1 + rng.below(110)).collect();
    faults[rng.below(faults.len())]
}

fn finds(lie: Lie) -> Result<usize, Loss> {
    survey(|sim| sim.deceive(lie), 4)
}

#[test]
fn the_proof_finds_a_sync_that_is_missing() {
    let loss = finds(Lie::NoSync).unwrap_err();
    assert!(loss.contains("gone") || loss.contains("are there"), "{loss}");
}

#[test]
fn the_proof_finds_a_folder_sync_that_is_missing() {
    let loss = finds(Lie::NoFolderSync).unwrap_err();
    assert!(loss.contains("gone"), "{loss}");
}

#[test]
fn the_proof_finds_a_word_given_before_its_sync() {
    let loss = finds(Lie::LateSync).unwrap_err();
    assert!(loss.contains("gone") || loss.contains("are there"), "{loss}");
}

/// The numbers of the calls by which something becomes certain. The sync of the record `Closed` is
/// not one of them: a close whose last record is lost is merely done again.
fn syncs() -> Vec<usize> {
    let all = calls(|_| {});
    let closed = all.iter().rposition(|name| *name == "sync");
    let syncs = (0..all.len()).filter(|at| all[*at].starts_with("sync") && Some(*at) != closed);
    syncs.map(|at| at + 1).collect()
}

#[test]
fn the_proof_finds_a_failed_sync_that_is_tried_again_on_its_file() {
    let all = calls(|_| {});
    for call in syncs().into_iter().filter(|call| all[call - 1] == "sync") {
        let answer = survey(
            |sim| {
                sim.arrange(&[Fault::Refuse(call, Errno::IO)]);
                sim.deceive(Lie::Retry);
            },
            2,
        );
        assert!(answer.is_err(), "call {call} of {all:?}");
    }
}

#[test]
fn no_sync_of_the_story_can_be_left_out() {
    assert!(survey(|_| {}, 4).is_ok(), "a proof that always finds something proves nothing");
    let idle: Vec<usize> = syncs().into_iter().filter(|c| finds(Lie::Skip(*c)).is_ok()).collect();
    assert_eq!(idle, Vec::<usize>::new(), "in {:?}", calls(|_| {}));
}

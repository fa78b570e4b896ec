//! A joining inside an unfinished merge: both versions of a snapshot get a name, then its records
//! (how conflicts were settled) are journalled and sealed. The machine stops before every call, and
//! every call fails with every code.
//!
//! git keeps both versions in its index; what is proven here is that the folder never has a half
//! file, never loses what lay in it, and always comes to the same two files and one joining.

use std::path::Path;

use super::check::{Loss, holds};
use super::story::{SNAPSHOT, SNAPSHOTS, Stage, Told, fresh, live};
use super::{aftermaths, extent, faults_of};
use crate::shell::disk::sim::{Fault, Sim};
use crate::shell::disk::{Disk as _, append_all};
use crate::shell::placing::{Pair, put_on};

const NAME: &str = "2023-09-08.ron";
const OTHER: &str = "2023-09-08-2.ron";
const LESSER: &[u8] = "甲处的会议，封印较小\n".as_bytes();
const GREATER: &[u8] = "乙处的会议，封印较大，字也多些\n".as_bytes();

/// Which version git left in the folder: that of this side.
#[derive(Clone, Copy, Debug)]
enum Ours {
    Lesser,
    Greater,
}

impl Ours {
    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Lesser => LESSER,
            Self::Greater => GREATER,
        }
    }
}

/// A folder as git leaves it, safe on the disk since it was sealed.
fn merging(ours: Ours) -> Sim {
    let sim = fresh();
    let folder = Path::new(SNAPSHOTS);
    sim.create_dir(folder, 0o777).unwrap();
    let dir = sim.open_dir(folder).unwrap();
    let file = sim.create(&dir, NAME, 0o666).unwrap();
    append_all(&sim, &file, ours.bytes()).unwrap();
    sim.sync(&file).unwrap();
    sim.sync_dir(&dir).unwrap();
    sim.sync_dir(&sim.open_dir(folder.parent().unwrap()).unwrap()).unwrap();
    sim.kill()
}

/// One life: both versions in place, then the joining recorded and sealed. The person tries again
/// while the machine runs.
fn join(sim: &Sim, told: &mut Told) -> Option<()> {
    let pair =
        Pair { folder: Path::new(SNAPSHOTS), lesser: (NAME, LESSER), greater: (OTHER, GREATER) };
    for attempt in 1..=4 {
        match put_on(sim, &pair) {
            Ok(()) => break,
            Err(_) if sim.is_down() || attempt == 4 => return None,
            // Somebody looks after the disk.
            Err(_) if attempt == 3 => sim.arrange(&[]),
            Err(_) => {}
        }
    }
    live(sim, told)
}

/// A life that ends before a call, under these faults.
fn stopped(ours: Ours, call: usize, faults: &[Fault]) -> (Sim, Told) {
    let (sim, mut told) = (merging(ours), Told::default());
    sim.arrange(faults);
    sim.stop_at(call);
    let _ = join(&sim, &mut told);
    (sim, told)
}

fn calls(ours: Ours) -> usize {
    stopped(ours, 0, &[]).0.calls().len()
}

/// No half file under a final name, and what this side had is there.
fn whole(after: &Sim, ours: Ours) -> Result<(), Loss> {
    let (name, other) = (peek(after, NAME), peek(after, OTHER));
    let known = |bytes: &Option<Vec<u8>>| {
        bytes.as_deref().is_none_or(|bytes| bytes == LESSER || bytes == GREATER)
    };
    if !known(&name) || other.as_deref().is_some_and(|bytes| bytes != GREATER) {
        return Err(format!("half a file: {name:?} {other:?}"));
    }
    let kept = [&name, &other].into_iter().any(|bytes| bytes.as_deref() == Some(ours.bytes()));
    if kept { Ok(()) } else { Err("what this side had is gone".into()) }
}

fn peek(sim: &Sim, name: &str) -> Option<Vec<u8>> {
    sim.peek(&format!("{SNAPSHOTS}/{name}"))
}

/// Lives on to the one end: two versions, one joining, nothing beside them.
fn comes_to_its_end(after: &Sim, mut told: Told) -> Result<(), Loss> {
    let mut sim = after.fork();
    for _ in 0..3 {
        if join(&sim, &mut told).is_some() {
            let right = [OTHER, NAME, SNAPSHOT];
            let names = sim.list(SNAPSHOTS);
            let bytes = (peek(&sim, NAME), peek(&sim, OTHER));
            let both = bytes == (Some(LESSER.to_vec()), Some(GREATER.to_vec()));
            let ended = both && names == right && told.stage == Stage::Purged;
            return if ended { Ok(()) } else { Err(format!("left behind: {names:?}")) };
        }
        sim = sim.kill();
    }
    Err("the joining does not come to its end".into())
}

fn survey(ours: Ours, (sim, told): &(Sim, Told), seeds: u64) -> Result<usize, Loss> {
    let all = aftermaths(sim, seeds);
    for (how, after) in &all {
        let place = |loss: Loss| format!("{how}: {loss}");
        whole(after, ours)
            .and_then(|()| holds(after, *told))
            .and_then(|()| comes_to_its_end(after, *told))
            .map_err(place)?;
    }
    Ok(all.len())
}

#[test]
fn a_joining_ends_well_when_nothing_happens() {
    for ours in [Ours::Lesser, Ours::Greater] {
        let (sim, told) = stopped(ours, 0, &[]);
        assert_eq!(told, Told { stage: Stage::Purged, saved: 6 });
        assert_eq!(comes_to_its_end(&sim, told), Ok(()));
    }
}

#[test]
fn no_power_cut_and_no_kill_loses_a_version_or_a_settled_conflict() {
    for ours in [Ours::Lesser, Ours::Greater] {
        let mut tried = 0;
        for call in 1..=calls(ours) + 1 {
            let life = stopped(ours, call, &[]);
            tried += survey(ours, &life, extent().seeds)
                .unwrap_or_else(|loss| panic!("{ours:?}, stop before call {call}, {loss}"));
        }
        assert!(tried > 300, "only {tried} aftermaths");
    }
}

#[test]
fn no_errno_at_any_call_of_a_joining_loses_anything() {
    for ours in [Ours::Lesser, Ours::Greater] {
        for call in 1..=calls(ours) {
            for fault in faults_of(call) {
                let life = stopped(ours, 0, &[fault]);
                survey(ours, &life, 2).unwrap_or_else(|loss| panic!("{ours:?}, {fault:?}, {loss}"));
            }
        }
    }
}

/// A version whose copy is not synced before the original goes would be found out.
#[test]
fn the_proof_finds_a_copy_that_is_not_synced() {
    use crate::shell::disk::sim::Lie;
    let found = (1..=calls(Ours::Greater) + 1).any(|call| {
        let (sim, mut told) = (merging(Ours::Greater), Told::default());
        sim.deceive(Lie::NoSync);
        sim.stop_at(call);
        let _ = join(&sim, &mut told);
        survey(Ours::Greater, &(sim, told), 4).is_err()
    });
    assert!(found);
}

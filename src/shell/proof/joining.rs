//! A joining inside an unfinished merge: every version of a snapshot gets a name, then its records
//! (how conflicts were settled) are journalled and sealed. The machine stops before every call, and
//! every call fails with every code.
//!
//! git keeps all versions in its index; what is proven here is that the folder never has a half
//! file, never loses what lay in it, and always comes to the same files and one joining.

use std::path::Path;

use super::check::{Loss, holds};
use super::story::{SNAPSHOT, SNAPSHOTS, Stage, Told, fresh, live};
use super::{aftermaths, extent, faults_of};
use crate::shell::disk::sim::{Fault, Lie, Sim};
use crate::shell::disk::{Disk as _, append_all};
use crate::shell::placing::put_on;

const NAME: &str = "2023-09-08.ron";
const SECOND: &str = "2023-09-08-2.ron";
const THIRD: &str = "2023-09-08-3.ron";
const A: &[u8] = "甲处的会议\n".as_bytes();
const B: &[u8] = "乙处的会议，字也多些\n".as_bytes();
const C: &[u8] = "丙处的会议，字比甲乙两处的都多些\n".as_bytes();

/// Files by their names.
type Files = &'static [(&'static str, &'static [u8])];

/// What git left in the folder, and where each version belongs.
#[derive(Clone, Copy, Debug)]
struct Scene {
    before: Files,
    after: Files,
}

/// This side's keeps its name, or gives it up; or each name goes on to the next.
const SCENES: [Scene; 3] = [
    Scene { before: &[(NAME, A)], after: &[(SECOND, B), (NAME, A)] },
    Scene { before: &[(NAME, B)], after: &[(SECOND, B), (NAME, A)] },
    Scene { before: &[(NAME, B), (SECOND, C)], after: &[(THIRD, C), (SECOND, B), (NAME, A)] },
];

/// A folder as git leaves it, safe on the disk since it was sealed.
fn merging(scene: Scene) -> Sim {
    let sim = fresh();
    let folder = Path::new(SNAPSHOTS);
    sim.create_dir(folder, 0o777).unwrap();
    let dir = sim.open_dir(folder).unwrap();
    for (name, bytes) in scene.before {
        let file = sim.create(&dir, name, 0o666).unwrap();
        append_all(&sim, &file, bytes).unwrap();
        sim.sync(&file).unwrap();
    }
    sim.sync_dir(&dir).unwrap();
    sim.sync_dir(&sim.open_dir(folder.parent().unwrap()).unwrap()).unwrap();
    sim.kill()
}

/// One life: all versions in place, then the joining recorded and sealed. The person tries again
/// while the machine runs.
fn join(scene: Scene, sim: &Sim, told: &mut Told) -> Option<()> {
    for attempt in 1..=4 {
        match put_on(sim, Path::new(SNAPSHOTS), scene.after) {
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
fn stopped(scene: Scene, call: usize, faults: &[Fault]) -> (Sim, Told) {
    let (sim, mut told) = (merging(scene), Told::default());
    sim.arrange(faults);
    sim.stop_at(call);
    let _ = join(scene, &sim, &mut told);
    (sim, told)
}

fn calls(scene: Scene) -> usize {
    stopped(scene, 0, &[]).0.calls().len()
}

/// No half file under a final name, and what lay in the folder is there.
fn whole(after: &Sim, scene: Scene) -> Result<(), Loss> {
    let there = [NAME, SECOND, THIRD].map(|name| peek(after, name));
    let known = |bytes: &[u8]| scene.after.iter().any(|(_, version)| *version == bytes);
    if !there.iter().flatten().all(|bytes| known(bytes)) {
        return Err(format!("half a file: {there:?}"));
    }
    let kept = |bytes: &[u8]| there.iter().flatten().any(|other| other == bytes);
    match scene.before.iter().find(|(_, bytes)| !kept(bytes)) {
        Some((name, _)) => Err(format!("what was {name} is gone")),
        None => Ok(()),
    }
}

fn peek(sim: &Sim, name: &str) -> Option<Vec<u8>> {
    sim.peek(&format!("{SNAPSHOTS}/{name}"))
}

/// Lives on to the one end: every version in its place, one joining, nothing beside them.
fn comes_to_its_end(scene: Scene, after: &Sim, mut told: Told) -> Result<(), Loss> {
    let mut sim = after.fork();
    for _ in 0..3 {
        if join(scene, &sim, &mut told).is_some() {
            let mut right: Vec<&str> = scene.after.iter().map(|(name, _)| *name).collect();
            right.push(SNAPSHOT);
            right.sort_unstable();
            let names = sim.list(SNAPSHOTS);
            let placed =
                |(name, bytes): &(&str, &[u8])| peek(&sim, name).as_deref() == Some(*bytes);
            let placed = scene.after.iter().all(placed);
            let ended = placed && names == right && told.stage == Stage::Purged;
            return if ended { Ok(()) } else { Err(format!("left behind: {names:?}")) };
        }
        sim = sim.kill();
    }
    Err("the joining does not come to its end".into())
}

fn survey(scene: Scene, (sim, told): &(Sim, Told), seeds: u64) -> Result<usize, Loss> {
    let all = aftermaths(sim, seeds);
    for (how, after) in &all {
        let place = |loss: Loss| format!("{how}: {loss}");
        whole(after, scene)
            .and_then(|()| holds(after, *told))
            .and_then(|()| comes_to_its_end(scene, after, *told))
            .map_err(place)?;
    }
    Ok(all.len())
}

#[test]
fn a_joining_ends_well_when_nothing_happens() {
    for scene in SCENES {
        let (sim, told) = stopped(scene, 0, &[]);
        assert_eq!(told, Told { stage: Stage::Purged, saved: 6 });
        assert_eq!(comes_to_its_end(scene, &sim, told), Ok(()));
    }
}

#[test]
fn no_power_cut_and_no_kill_loses_a_version_or_a_settled_conflict() {
    for scene in SCENES {
        let mut tried = 0;
        for call in 1..=calls(scene) + 1 {
            let life = stopped(scene, call, &[]);
            tried += survey(scene, &life, extent().seeds)
                .unwrap_or_else(|loss| panic!("{scene:?}, stop before call {call}, {loss}"));
        }
        assert!(tried > 300, "only {tried} aftermaths");
    }
}

#[test]
fn no_errno_at_any_call_of_a_joining_loses_anything() {
    for scene in SCENES {
        for call in 1..=calls(scene) {
            for fault in faults_of(call) {
                let life = stopped(scene, 0, &[fault]);
                survey(scene, &life, 2)
                    .unwrap_or_else(|loss| panic!("{scene:?}, {fault:?}, {loss}"));
            }
        }
    }
}

/// A version whose copy is not synced before the original goes would be found out.
#[test]
fn the_proof_finds_a_copy_that_is_not_synced() {
    let scene = SCENES[1];
    let found = (1..=calls(scene) + 1).any(|call| {
        let (sim, mut told) = (merging(scene), Told::default());
        sim.deceive(Lie::NoSync);
        sim.stop_at(call);
        let _ = join(scene, &sim, &mut told);
        survey(scene, &(sim, told), 4).is_err()
    });
    assert!(found);
}

//! What must hold of a disk after a power cut: everything that was told, and nothing half done.
//!
//! The check knows the script and what the person was told; of the program it uses only the
//! reading of a journal. It must not be kind: a proof is worth what this file can see.

use std::path::Path;

use super::story::{
    DONE, OPEN, SCRIPT, SNAPSHOT, SNAPSHOTS, Stage, Told, is_act, live, sealed_bytes,
};
use crate::ledger::journal::{Record, Recovered};
use crate::shell::disk::sim::{Outcome, Sim};
use crate::shell::journal::read;
use crate::shell::trouble::Trouble;

/// What was lost, for the tester.
pub(super) type Loss = String;

/// Whether a disk still has what was told.
pub(super) fn holds(after: &Sim, told: Told) -> Result<(), Loss> {
    let found = journal(after).map_err(|why| format!("unreadable: {why}"))?;
    if !found.damage.is_empty() {
        return Err(format!("damage: {:?}", found.damage));
    }
    let snapshot = after.peek(&format!("{SNAPSHOTS}/{SNAPSHOT}"));
    if snapshot.as_ref().is_some_and(|bytes| *bytes != sealed_bytes()) {
        return Err("the snapshot is not whole".into());
    }
    if told.stage >= Stage::Sealed && snapshot.is_none() {
        return Err("the sealed snapshot is gone".into());
    }
    if told.stage == Stage::Purged && !after.list(DONE).is_empty() {
        return Err("the journal came back".into());
    }
    if told.stage >= Stage::Committed {
        return Ok(()); // whatever is left of the journal is on its way out
    }
    if found.header.is_none() {
        let lost = told.stage >= Stage::Open;
        return if lost { Err("the open journal is gone".into()) } else { Ok(()) };
    }
    let payloads = found.records.iter().map(Record::payload);
    let acts: Vec<&str> = payloads.filter(|payload| is_act(payload)).collect();
    if acts.len() < told.saved {
        return Err(format!("{} acts were 已存, {} are there", told.saved, acts.len()));
    }
    if acts != SCRIPT[..acts.len()] {
        return Err(format!("the acts changed: {acts:?}"));
    }
    Ok(())
}

/// The journal, wherever it lies: a close moves it.
fn journal(after: &Sim) -> Result<Recovered, Trouble> {
    let open = read(&after.fork(), &Path::new(OPEN).join("m"))?.recovered;
    if open.header.is_some() {
        return Ok(open);
    }
    Ok(read(&after.fork(), &Path::new(DONE).join("m"))?.recovered)
}

/// Whether new lives on this disk bring the story to its one end: one snapshot, no journal, and
/// nothing beside them.
pub(super) fn ends_well(after: &Sim, told: Told) -> Result<(), Loss> {
    let lists = listed_at_the_end(after, told)?;
    let right = [vec![SNAPSHOT.to_owned()], vec![], vec![]];
    if lists == right { Ok(()) } else { Err(format!("left behind: {lists:?}")) }
}

/// As [`ends_well`], after so many faults that a hidden temporary file may stay for the next close
/// to clear away.
pub(super) fn ends(after: &Sim, told: Told) -> Result<(), Loss> {
    let mut lists = listed_at_the_end(after, told)?;
    lists[0].retain(|name| !name.starts_with('.'));
    let right = [vec![SNAPSHOT.to_owned()], vec![], vec![]];
    if lists == right { Ok(()) } else { Err(format!("left behind: {lists:?}")) }
}

/// Lives the story to its end; the names in the folders of snapshots, of open and of done journals.
fn listed_at_the_end(after: &Sim, mut told: Told) -> Result<[Vec<String>; 3], Loss> {
    let mut sim = after.fork();
    for _ in 0..3 {
        if live(&sim, &mut told).is_some() {
            holds(&sim.power_cut(Outcome::Nothing), told)?;
            return Ok([SNAPSHOTS, OPEN, DONE].map(|folder| sim.list(folder)));
        }
        sim = sim.kill();
    }
    Err("the story does not come to its end".into())
}

//! A meeting from its opening to the end of its journal, as a process lives it: it recovers what
//! it finds, goes on from there, and notes what it told the person at the desk.

use std::path::Path;

use crate::ledger::journal::Record;
use crate::shell::close::{Close, discard, file_away, seal};
use crate::shell::disk::sim::Sim;
use crate::shell::disk::{Disk, Errno};
use crate::shell::home::Home;
use crate::shell::journal::{Journal, read};
use crate::shell::publish::Final;

/// The acts of the meeting, one record each.
pub(super) const SCRIPT: [&str; 6] = ["Did(1)", "Did(22)", "Undid", "Did(333)", "Undid", "Redid"];

pub(super) const HEADER: &str = "(format: 1, kind: Meeting)";
pub(super) const OPEN: &str = "/git/yiding/open";
pub(super) const DONE: &str = "/git/yiding/done";
pub(super) const SNAPSHOTS: &str = "/book/snapshots";
pub(super) const SNAPSHOT: &str = "2023-09-15.ron";
const CLOSING: &str = "Closing(12)";
const CLOSED: &str = "Closed";

/// What the person at the desk was told. From then on it must hold, whatever happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Told {
    /// How far the meeting is.
    pub(super) stage: Stage,
    /// How many acts are 已存.
    pub(super) saved: usize,
}

/// How far a meeting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Nothing was told yet.
    #[default]
    Silence,
    /// The meeting is open.
    Open,
    /// The snapshot is sealed.
    Sealed,
    /// It is committed, so the journal is about to go.
    Committed,
    /// Nothing of the journal is left.
    Purged,
}

impl Told {
    fn reach(&mut self, stage: Stage) {
        self.stage = self.stage.max(stage);
    }
}

/// A machine on which nothing happened yet.
pub(super) fn fresh() -> Sim {
    Sim::with_folders(&["/git", "/book"])
}

pub(super) fn open_home() -> Home {
    Home::new("/git", "yiding/open/m")
}

/// The snapshot of the whole script.
pub(super) fn sealed_bytes() -> Vec<u8> {
    SCRIPT.join("\n").into_bytes()
}

/// What the person does with an act that is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Person {
    /// Has it saved again.
    Insists,
    /// Takes the text back into the line and confirms it once more.
    Retypes,
}

/// One life of the process, to the end of the story; nothing when it did not get there.
pub(super) fn live(sim: &Sim, told: &mut Told) -> Option<()> {
    live_with(Person::Insists, sim, told)
}

/// As [`live`], with a person of this kind.
pub(super) fn live_with(person: Person, sim: &Sim, told: &mut Told) -> Option<()> {
    let kept = insist(sim, || read(sim, open_home().path()))?;
    let begun = kept.recovered.header.is_some();
    if begun || !insist(sim, || snapshot_is_there(sim))? {
        let mut journal = if begun {
            Journal::resume(sim.clone(), open_home(), kept).ok()?
        } else {
            insist(sim, || Journal::open_new(sim.clone(), open_home(), HEADER))?
        };
        record(person, sim, &mut journal, told)?;
        end(sim, &mut journal, told)?;
    }
    // In the place of the commit and its verification: the machine can stop here too.
    insist(sim, || snapshot_is_there(sim))?;
    told.reach(Stage::Committed);
    insist(sim, || discard(sim, &open_home(), &Path::new(DONE).join("m")))?;
    told.reach(Stage::Purged);
    Some(())
}

fn record(person: Person, sim: &Sim, journal: &mut Journal<Sim>, told: &mut Told) -> Option<()> {
    // What was recovered may lie in memory only: it is told again when it is saved again.
    insist(sim, || journal.save())?;
    let before = acts(journal).count();
    told.reach(Stage::Open);
    told.saved = told.saved.max(before);
    for payload in &SCRIPT[before..] {
        confirm(person, sim, journal, payload)?;
        told.saved = acts(journal).count();
    }
    Some(())
}

fn confirm(person: Person, sim: &Sim, journal: &mut Journal<Sim>, payload: &str) -> Option<()> {
    if person == Person::Retypes {
        let retype = |journal: &mut Journal<Sim>| {
            journal.append(payload).map(|_| ()).inspect_err(|_| journal.give_up())
        };
        return insist(sim, || retype(journal));
    }
    if journal.append(payload).is_err() {
        insist(sim, || journal.save())?;
    }
    Some(())
}

fn end(sim: &Sim, journal: &mut Journal<Sim>, told: &mut Told) -> Option<()> {
    let bytes = acts(journal).collect::<Vec<_>>().join("\n").into_bytes();
    let snapshot = Final { folder: Path::new(SNAPSHOTS), name: SNAPSHOT, bytes: &bytes };
    let close = Close { closing: CLOSING, closed: CLOSED, snapshot };
    insist(sim, || seal(journal, &close, |back| back == bytes))?;
    told.reach(Stage::Sealed);
    let done = Home::new("/git", "yiding/done/m");
    insist(sim, || file_away(sim, &open_home(), &done)).map(|_| ())
}

fn acts(journal: &Journal<Sim>) -> impl Iterator<Item = &str> {
    let payloads = journal.records().map(Record::payload);
    payloads.filter(|payload| is_act(payload))
}

/// Whether a record is one of the script's, and not of the close.
pub(super) fn is_act(payload: &str) -> bool {
    ![CLOSING, CLOSED].contains(&payload)
}

fn snapshot_is_there(sim: &Sim) -> Result<bool, Errno> {
    match sim.look(&Path::new(SNAPSHOTS).join(SNAPSHOT)) {
        Ok(_) => Ok(true),
        Err(Errno::NOENT) => Ok(false),
        Err(errno) => Err(errno),
    }
}

/// A person who tries three times, then has the machine repaired, then tries once more.
fn insist<T, E>(sim: &Sim, mut act: impl FnMut() -> Result<T, E>) -> Option<T> {
    for attempt in 1..=4 {
        match act() {
            Ok(done) => return Some(done),
            Err(_) if sim.is_down() => return None,
            Err(_) if attempt == 3 => sim.arrange(&[]),
            Err(_) => {}
        }
    }
    None
}

//! What the shell is asked to do, and what it answers. Both are values that tests compare.

use chrono::NaiveDate;

use super::copying::Copied;
use super::fork::Fork;
use super::page::looks::Change;
use super::printing::PrintTo;
use super::spot::Spot;
use crate::judge::Rule;
use crate::ledger::{Edit, Entry, Header, Seal, Snapshot, SnapshotId};
use crate::plan::Plan;
use crate::words::prints::PrintSays;

/// Something for the world to do, in the order in which it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make the journal of what was just opened, synced with its folder. A journal that it replaces
    /// keeps nothing of its own any more and is removed then.
    Begin(Box<Header>),
    /// Append one line to the journal and sync it.
    Append {
        /// Names the line in the [`Outcome`].
        serial: u64,
        /// The line.
        entry: Entry,
    },
    /// Close the journal and publish the snapshot, then commit it.
    Publish(Box<Publication>),
    /// The same; the journal of what is opened next is made before the old one goes, because it
    /// takes over what no snapshot keeps: the agenda that is being prepared.
    PublishAndBegin(Box<Publication>, Box<Header>),
    /// Read a file that a person named.
    Load {
        /// As it was typed.
        path: String,
    },
    /// Read a snapshot before the newest one.
    Recall {
        /// Which.
        id: SnapshotId,
    },
    /// Look for another line of meetings.
    Lines {
        /// The day that counts as today.
        today: NaiveDate,
    },
    /// Try again to commit a snapshot that is published.
    Commit(Publication),
    /// Make all papers of the meeting that is open or was the last, of what is saved.
    Papers(Box<Papering>),
    /// Print what the seat shows.
    Print(PrintTo),
    /// Give what the seat shows to the clipboard of its terminal.
    Copy(Copied),
    /// Tell git who commits, for this repository.
    Identify {
        /// The name, as people write it.
        name: String,
        /// The e-mail address.
        mail: String,
    },
    /// Keep what is typed and not recorded, line by line, at most 250 ms from now.
    Draft(String),
    /// Tell whoever follows where the desk is, at most ten times a second.
    Spot(Spot),
    /// Write a person's settings down.
    Prefer(Box<Change>),
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}

/// A snapshot ready for its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its name; the file is `snapshots/<id>.ron`.
    pub id: SnapshotId,
    /// The whole file, seal and all.
    pub text: String,
    /// The seal on its last line.
    pub seal: Seal,
    /// The message of the commit: one line, a blank one, the sentences of what is new.
    pub message: String,
}

/// On what papers are judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papering {
    /// The day that counts as today.
    pub today: NaiveDate,
    /// The rule of the screen.
    pub rule: Rule,
}

/// What the world answers. A `why` is a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The journal is there.
    Begun,
    /// It could not be made.
    NotBegun {
        /// Why, and what to do.
        why: String,
    },
    /// The line is on disk: only now is it saved.
    Kept {
        /// Which.
        serial: u64,
    },
    /// The line is not on disk, and will not be.
    NotKept {
        /// Which.
        serial: u64,
        /// Why, and what to do.
        why: String,
    },
    /// The snapshot is in its folder, synced.
    Published {
        /// Its seal.
        seal: Seal,
    },
    /// It is not; the journal is as it was.
    NotPublished {
        /// Why, and what to do.
        why: String,
    },
    /// HEAD holds the snapshot, byte for byte.
    Committed {
        /// The commit, shortened.
        commit: String,
    },
    /// It does not; the snapshot is safe all the same.
    NotCommitted {
        /// The snapshot, for trying again.
        publication: Box<Publication>,
        /// Why, and what to do.
        why: String,
    },
    /// It does not, because git does not know who commits: somebody can say so.
    Nameless {
        /// The snapshot, for trying again.
        publication: Box<Publication>,
        /// The same in words, where nobody can be asked.
        why: String,
    },
    /// The file that was asked for.
    Loaded {
        /// Its name.
        name: String,
        /// What it holds.
        bytes: Vec<u8>,
    },
    /// It cannot be read.
    NotLoaded {
        /// Why.
        why: String,
    },
    /// A snapshot before the newest one.
    Recalled {
        /// What it says.
        snapshot: Box<Snapshot>,
        /// The plan of its time, where today's reads otherwise.
        plan: Option<Box<Plan>>,
    },
    /// There is another line of meetings.
    Forked {
        /// What joining it would be.
        fork: Box<Fork>,
        /// Why nothing is recorded until then.
        why: String,
    },
    /// Papers are being made.
    PapersUnderWay {
        /// At which.
        at: usize,
        /// Of how many sorts.
        all: usize,
    },
    /// The papers are there.
    PapersMade {
        /// How many.
        count: usize,
        /// In which folder beside the plan.
        folder: String,
        /// Files that somebody changed: they are as they were.
        left: Vec<String>,
    },
    /// Not all of them are.
    PapersNotMade {
        /// Why.
        why: String,
    },
    /// What became of a print.
    Printed(Result<PrintSays, PrintSays>),
    /// Something happened that is no loss, and that a person should know.
    Told {
        /// What.
        what: String,
    },
    /// Somebody else wrote to the book: nothing more can be recorded here.
    Lost {
        /// Why, and what to do.
        why: String,
    },
}

/// A line that was asked to be kept and is not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Names it.
    pub serial: u64,
    /// The entry.
    pub entry: Entry,
    /// What it did, took back or did again, for the sentence that says so.
    pub told: Vec<Edit>,
    /// What was typed for it: it goes back into the line when it cannot be kept.
    pub typed: String,
}

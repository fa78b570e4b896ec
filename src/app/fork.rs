//! Two lines of meetings in one book, and what their joining would be.
//!
//! Nothing is recorded while there are two: nobody could say to which line it belongs.

use crate::ledger::merge::{self, Joint, Line, Link, Unjoined};
use crate::ledger::{Conflict, Joined, Joining, Meeting, Seal, Settled, Snapshot, SnapshotId};

/// Two lines, and the joining that waits to be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fork {
    ours: Line,
    theirs: Line,
    /// The file of the other line's end, and its seal.
    with: (SnapshotId, Seal),
    joined: Joined,
    /// The ends of further lines, which are joined after these two.
    rest: Vec<SnapshotId>,
}

impl Fork {
    /// The fork of two lines. `with` is the name by which the other line's end is filed.
    ///
    /// # Errors
    /// Why they cannot be joined.
    pub fn new(
        (ours, theirs): (Line, Line),
        with: SnapshotId,
        joint: Joint<'_>,
    ) -> Result<Self, Unjoined> {
        let joined = merge::join(&ours, &theirs, joint)?;
        let with = (with, theirs.head.seal.clone());
        Ok(Self { ours, theirs, with, joined, rest: Vec::new() })
    }

    /// The same where there are more lines than two.
    #[must_use]
    pub fn beside(self, rest: Vec<SnapshotId>) -> Self {
        Self { rest, ..self }
    }

    /// The ends of the lines that are not joined yet after this joining.
    pub fn rest(&self) -> &[SnapshotId] {
        &self.rest
    }

    /// Our line went on: what was recorded in it was sealed.
    pub(super) fn go_on(&mut self, head: Link) {
        let last = std::mem::replace(&mut self.ours.head, head);
        self.ours.apart.push(last);
        let plan = self.joined.open.plan.clone();
        let joint = Joint { id: self.joined.open.id(), plan: &plan };
        // Two lines that could be joined still can when one is longer.
        if let Ok(joined) = merge::join(&self.ours, &self.theirs, joint) {
            self.joined = joined;
        }
    }

    /// What the joining begins with.
    pub fn joined(&self) -> &Joined {
        &self.joined
    }

    /// The ends of both lines as the joining names them, ours first.
    pub fn ends(&self) -> (SnapshotId, SnapshotId) {
        let name = |seal: &Seal| {
            let mut all = self.joined.open.meetings.iter();
            all.find(|(_, other)| *other == seal).map(|(id, _)| id.clone())
        };
        let ours = name(&self.ours.head.seal).unwrap_or_else(|| self.ours.head.snapshot.id());
        let theirs = name(&self.theirs.head.seal).unwrap_or_else(|| self.with.0.clone());
        (ours, theirs)
    }

    /// The end of the other line, as it is filed.
    pub fn with(&self) -> &(SnapshotId, Seal) {
        &self.with
    }

    /// The meeting under a seal, if only one of the lines holds it.
    pub fn meeting(&self, seal: &Seal) -> Option<&Meeting> {
        let links = [&self.ours, &self.theirs].into_iter().flat_map(Line::links);
        links.filter(|link| link.seal == *seal).find_map(|link| link.snapshot.meeting())
    }

    /// Every conflict by its number, with how it was settled.
    pub fn conflicts<'a>(
        &'a self,
        open: Option<&'a Snapshot>,
    ) -> impl Iterator<Item = (u16, &'a Conflict, Option<&'a Settled>)> {
        let joining = open.and_then(Snapshot::joining);
        (1..)
            .zip(&self.joined.conflicts)
            .map(move |(number, conflict)| (number, conflict, settled(joining, number, conflict)))
    }
}

/// How a conflict was settled, if it is still the conflict that was settled under its number.
fn settled<'a>(
    joining: Option<&'a Joining>,
    number: u16,
    conflict: &Conflict,
) -> Option<&'a Settled> {
    joining?.settled.get(&number).filter(|settled| settled.of == conflict.of)
}

//! What everybody shares: the plan, the ledger, what is open, and how far it is on disk.
//!
//! Built from disk by the shell (plan, newest snapshot, journal); changed by acts alone. It has no
//! screen: two desks' screens would share one session.

use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::effect::{Pending, Publication};
use super::entry::Names;
use super::index::Index;
use crate::judge::{self, Gap};
use crate::ledger::{
    Assignment, Attendance, History, Meeting, RecordId, Seal, Snapshot, SnapshotId,
};
use crate::plan::{Party, Place, Plan};

/// The book as it stands.
pub struct Session {
    /// The plan as it reads today.
    pub plan: Plan,
    /// Its id and the digest of its adopted part.
    pub digest: String,
    /// The newest sealed snapshot.
    pub sealed: Snapshot,
    /// Its seal.
    pub seal: Seal,
    /// What is open; nothing right after a close, until the first record of the interval.
    pub open: Option<History>,
    /// The names of its roster, ready to be found in a line.
    pub names: Names,
    /// Decisions by what people ask for; made anew with every record.
    pub index: Index,
    /// The last meeting, for prefilling the next one's page.
    pub last_meeting: Option<Meeting>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// The clock as the shell last read it.
    pub now: DateTime<FixedOffset>,
    /// How far the records are on disk.
    pub keeping: Keeping,
}

/// How far the records are on disk.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    /// Lines that are asked to be kept, oldest first.
    pub pending: VecDeque<Pending>,
    /// How many lines were asked for in all.
    pub serial: u64,
    /// Why nothing can be recorded: another desk holds the book, or the folder is read-only.
    pub read_only: Option<String>,
    /// Why the last line was not kept; cleared by the next one that is.
    pub failed: Option<String>,
    /// What is being sealed, and what to open after it.
    pub closing: Option<Closing>,
    /// A snapshot that is published and not committed.
    pub uncommitted: Option<Publication>,
}

/// A close under way.
#[derive(Clone, Debug)]
pub struct Closing {
    /// What is being published.
    pub publication: Publication,
    /// The meeting to open once it is.
    pub then: Option<Box<Meeting>>,
}

impl Session {
    /// What stands now: the open record, or the newest sealed one.
    pub fn state(&self) -> &Snapshot {
        self.open.as_ref().map_or(&self.sealed, |history| &history.open)
    }

    /// The decisions that are read back to the chair, by number: of the meeting that is open, else of
    /// the last one.
    pub fn read_back(&self) -> Vec<RecordId> {
        let meeting = self.meeting().or(self.last_meeting.as_ref()).map(|meeting| &meeting.id);
        let all = self.state().ledger.decisions.keys();
        all.filter(|id| Some(&id.snapshot) == meeting).cloned().collect()
    }

    /// Makes the index anew; whoever changes the state calls it.
    pub fn reindex(&mut self) {
        self.index = Index::new(self.state(), &self.plan.roster);
    }

    /// The open meeting.
    pub fn meeting(&self) -> Option<&Meeting> {
        self.open.as_ref().and_then(|history| history.open.meeting())
    }

    /// Whether something is a record of what is open: it may still be changed and withdrawn.
    pub fn is_open(&self, snapshot: &SnapshotId) -> bool {
        self.open.as_ref().is_some_and(|history| history.open.id() == *snapshot)
    }

    /// The day from which due words count: the open meeting's, else today.
    pub fn base_day(&self) -> NaiveDate {
        self.meeting().and_then(|meeting| meeting.id.day()).unwrap_or(self.today)
    }

    /// The last day on which something can have happened: today, or the day of an open meeting that
    /// is held ahead of it.
    pub fn last_day(&self) -> NaiveDate {
        self.base_day().max(self.today)
    }

    /// Who is in the chair of the open meeting; empty without one.
    pub fn chair(&self) -> String {
        let sittings = self.meeting().map(|meeting| &meeting.sittings);
        let last = sittings.and_then(|sittings| sittings.values().next_back());
        last.map_or_else(String::new, |sitting| sitting.chair.clone())
    }

    /// The meeting of a number in the usual series. The numbers may have begun above one: the last
    /// meeting knows its own.
    pub fn numbered(&self, number: u32) -> Option<SnapshotId> {
        let sealed = self.sealed.meetings.iter().map(|(id, _)| id.clone());
        let mut held: Vec<SnapshotId> =
            sealed.chain([self.sealed.id(), self.state().id()]).collect();
        held.retain(|id| id.is_meeting_of(""));
        held.dedup();
        let last = self.meeting().or(self.last_meeting.as_ref());
        let last = last.filter(|meeting| meeting.id.is_meeting_of(""))?.number;
        let before = usize::try_from(last).ok()?.checked_sub(held.len())?;
        let nth = usize::try_from(number).ok()?.checked_sub(before + 1)?;
        (nth < held.len()).then(|| held.swap_remove(nth))
    }

    /// The sealed meeting that a text names: `2023-09-15`, or its number in the usual series.
    pub fn sealed_meeting(&self, text: &str) -> Option<SnapshotId> {
        let plain: String = text.trim().chars().map(super::key::twin).collect();
        let named = plain.parse().ok().or_else(|| self.numbered(plain.parse().ok()?))?;
        let sealed = self.sealed.id() == named || self.sealed.meetings.seal(&named).is_some();
        (sealed && named.is_meeting()).then_some(named)
    }

    /// Whether a name is taken by a snapshot of the chain, sealed or open.
    pub fn is_taken(&self, id: &SnapshotId) -> bool {
        self.sealed.id() == *id
            || self.sealed.meetings.seal(id).is_some()
            || self.state().id() == *id
    }

    /// How many meetings of a series are closed.
    pub fn meetings_of(&self, code: &str) -> u32 {
        let chain = self.sealed.meetings.iter().map(|(id, _)| id);
        let newest = self.sealed.id();
        let count =
            chain.chain(std::iter::once(&newest)).filter(|id| id.is_meeting_of(code)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Who has a row now; for a measure or a target, who has its task.
    pub fn assignment(&self, place: Place) -> Option<&Assignment> {
        let of = |place: Place| {
            let all = self.state().ledger.assignments.get(&place)?;
            self.state().latest(all).map(|(_, assignment)| assignment)
        };
        of(place).or_else(|| of(place.in_task()?))
    }

    /// What the open meeting lacks.
    pub fn gaps(&self) -> Vec<Gap> {
        self.meeting().map_or_else(Vec::new, |_| judge::gaps(&self.plan, self.state()))
    }

    /// Who is picked by the digits 1 to 9, the same for the whole meeting: the offices on its sign-in
    /// sheet in protocol order; without one, the first of the roster.
    pub fn picks(&self) -> Vec<Party> {
        let offices = self.attendees().into_iter().filter(|(party, _)| !party.is_outside());
        let signed = self.meeting().is_some_and(|meeting| !meeting.attendance.is_empty());
        let listed = offices.filter(|(_, attendance)| !signed || attendance.is_some());
        listed.map(|(party, _)| party).take(9).collect()
    }

    /// Everybody who may attend, in protocol order, names outside the roster last: with how they
    /// attend, once that is known.
    pub fn attendees(&self) -> Vec<(Party, Option<Attendance>)> {
        let signed = self.meeting().map(|meeting| &meeting.attendance);
        let known = |party: &Party| signed.and_then(|signed| signed.get(party)).cloned();
        let offices =
            self.plan.roster.serving().into_iter().map(|(key, office)| Party::Office {
                key: key.clone(),
                name: office.short.clone(),
            });
        let mut all: Vec<Party> = offices.collect();
        let guests = signed.into_iter().flat_map(|signed| signed.keys());
        let others: Vec<Party> = guests.filter(|party| !all.contains(party)).cloned().collect();
        all.extend(others);
        all.into_iter().map(|party| (party.clone(), known(&party))).collect()
    }
}

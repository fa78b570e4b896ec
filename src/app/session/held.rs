//! Which meetings were held: the last of each series, by number, and which names are taken.

use super::Session;
use crate::ledger::{Meeting, SnapshotId};

impl Session {
    /// The last closed meeting, then that of every other series.
    pub fn last_meetings(&self) -> impl Iterator<Item = &Meeting> {
        self.last_meeting.iter().chain(&self.last_of_others)
    }

    /// The last closed meeting of a series.
    pub fn last_of(&self, code: &str) -> Option<&Meeting> {
        self.last_meetings().find(|meeting| meeting.id.is_meeting_of(code))
    }

    /// A meeting was closed: it is the last one now, and the last of its series.
    pub fn remember(&mut self, meeting: Meeting) {
        let before = self.last_meeting.replace(meeting);
        self.last_of_others.extend(before);
        let last = self.last_meeting.as_ref().map(|meeting| meeting.id.clone());
        let is_other = |other: &Meeting| last.as_ref().is_none_or(|l| !l.is_of_series(&other.id));
        self.last_of_others.retain(is_other);
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
        let plain: String = text.trim().chars().map(crate::app::key::twin).collect();
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
}

//! What would take a walk through all records to find out: worked out when a record is made, so that
//! a key costs the same in January and in December, and on a large plan as on a small one.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use super::progress::Progress;
use super::session::Session;
use crate::judge::{self, Gap};
use crate::ledger::{Decision, Edit, RecordId, Snapshot, SnapshotId};
use crate::plan::{Party, Place};

/// Records by what people ask for.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// How far the open meeting is with each section.
    pub progress: Progress,
    open: Vec<RecordId>,
    carried: Vec<RecordId>,
    pending: Vec<RecordId>,
    about: BTreeMap<Place, Vec<RecordId>>,
    open_about: BTreeMap<Place, Vec<RecordId>>,
    of: BTreeMap<Party, Vec<RecordId>>,
    records: Vec<Edit>,
    gaps: Vec<Gap>,
    numbers: BTreeMap<SnapshotId, u32>,
    year: i32,
    widest: usize,
    longest: usize,
}

impl Index {
    /// The index of a book as it stands.
    pub fn new(session: &Session) -> Self {
        let state = session.state();
        let mut index = Self {
            progress: Progress::new(session.meeting()),
            records: session.open.as_ref().map_or_else(Vec::new, |open| open.open.additions()),
            gaps: session.meeting().map_or_else(Vec::new, |_| judge::gaps(&session.plan, state)),
            numbers: numbers(session),
            year: session.plan.period.from.year(),
            ..Self::default()
        };
        for (id, decision) in state.in_order(&state.ledger.decisions) {
            index.add(session, id, decision);
        }
        let newest_first = index.about.values_mut().chain(index.open_about.values_mut());
        newest_first.for_each(|ids| ids.reverse());
        index.widest = index.open.iter().map(|id| index.spoken(id).len()).max().unwrap_or(0);
        let held = state.meetings.iter().map(|(id, _)| id.clone()).chain([state.id()]);
        let longest = held.filter(SnapshotId::is_meeting).map(|snapshot| {
            // Two digits are for the decisions of any meeting that is sane.
            index.spoken(&RecordId { snapshot, number: 10 }).len()
        });
        index.longest = longest.max().unwrap_or(0);
        index
    }

    fn add(&mut self, session: &Session, id: &RecordId, decision: &Decision) {
        let state = session.state();
        let here = state.id();
        let touched = || {
            let happened = state.ledger.followups.get(id).into_iter().flatten();
            happened.into_iter().any(|(record, _)| record.snapshot == here)
        };
        let over = state.is_over(id);
        for place in state.rows_about(decision) {
            self.about.entry(place).or_default().push(id.clone());
            if !over {
                self.open_about.entry(place).or_default().push(id.clone());
            }
        }
        if id.snapshot != here && (!over || touched()) {
            self.carried.push(id.clone());
        }
        if over {
            return;
        }
        self.open.push(id.clone());
        if decision.pending && state.standing(id).is_some_and(|standing| standing.pending) {
            self.pending.push(id.clone());
        }
        for party in parties(state, id, decision) {
            // An office is found as the roster knows it today.
            let own = self.of.entry(session.plan.roster.present(&party)).or_default();
            if own.last() != Some(id) {
                own.push(id.clone());
            }
        }
    }

    /// Decisions that are not over, oldest first.
    pub fn open(&self) -> &[RecordId] {
        &self.open
    }

    /// Decisions of earlier meetings that are not over, or that something happened to in what is
    /// open: a list to go through, from which nothing vanishes on the way. Oldest first.
    pub fn carried(&self) -> &[RecordId] {
        &self.carried
    }

    /// 待定: decisions that are to be settled, oldest first.
    pub fn pending(&self) -> &[RecordId] {
        &self.pending
    }

    /// Decisions about a row or anything below it, newest first.
    pub fn about(&self, place: Place) -> &[RecordId] {
        self.about.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Those of them that are not over.
    pub fn open_about(&self, place: Place) -> &[RecordId] {
        self.open_about.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Open decisions that name somebody, as the roster knows them today, oldest first.
    pub fn of(&self, party: &Party) -> &[RecordId] {
        self.of.get(party).map_or(&[], Vec::as_slice)
    }

    /// What was recorded in what is open, in the order of the numbers.
    pub fn records(&self) -> &[Edit] {
        &self.records
    }

    /// What the open meeting lacks.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// The number of a meeting of the usual series.
    pub fn number(&self, meeting: &SnapshotId) -> Option<u32> {
        self.numbers.get(meeting).copied()
    }

    /// The number of a record as people say it: `4/2` in a meeting of the usual series, else its id
    /// without the plan's year. ASCII.
    pub fn spoken(&self, id: &RecordId) -> String {
        if let Some(number) = self.number(&id.snapshot) {
            return format!("{number}/{}", id.number);
        }
        let whole = id.to_string();
        let year = format!("{}-", self.year);
        whole.strip_prefix(&year).map_or(whole.clone(), str::to_owned)
    }

    /// How long the longest of these is among all meetings.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// How long the longest of these is among the open decisions.
    pub fn widest(&self) -> usize {
        self.widest
    }
}

/// The meetings of the usual series by their numbers, counted from one whose number is known.
fn numbers(session: &Session) -> BTreeMap<SnapshotId, u32> {
    let state = session.state();
    let mut held: Vec<SnapshotId> = state.meetings.iter().map(|(id, _)| id.clone()).collect();
    held.push(state.id());
    held.retain(|id| id.is_meeting_of(""));
    let known = session.meeting().or(session.last_meeting.as_ref());
    let known = known.and_then(|known| {
        let at = held.iter().position(|id| *id == known.id)?;
        // A joining numbers meetings anew.
        let number = state.ledger.numbers.get(&known.id).copied().unwrap_or(known.number);
        number.checked_sub(u32::try_from(at).ok()?)
    });
    known.map_or_else(BTreeMap::new, |first| held.into_iter().zip(first..).collect())
}

/// Who leads and helps now. A decision to which nothing happened says so itself.
fn parties(state: &Snapshot, id: &RecordId, made: &Decision) -> Vec<Party> {
    let as_made = !state.ledger.followups.contains_key(id) && !state.is_corrected(id);
    let now = if as_made { None } else { state.standing(id) };
    let (lead, support) = match &now {
        Some(now) => (&now.lead, &now.support),
        None => (&made.lead, &made.support),
    };
    lead.iter().chain(support).cloned().collect()
}

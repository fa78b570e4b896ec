//! What would take a walk through all decisions to find out: worked out when a record is made, so
//! that a key costs the same in January and in December.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{About, Decision, RecordId, Snapshot};
use crate::plan::{Party, Place, Roster};

/// Decisions by what people ask for.
#[derive(Clone, Debug, Default)]
pub struct Index {
    open: Vec<RecordId>,
    carried: Vec<RecordId>,
    pending: Vec<RecordId>,
    about: BTreeMap<Place, Vec<RecordId>>,
    of: BTreeMap<Party, Vec<RecordId>>,
}

impl Index {
    /// The index of a state. Offices are found as the roster knows them today.
    pub fn new(state: &Snapshot, roster: &Roster) -> Self {
        let mut index = Self::default();
        let here = state.id();
        let touched = |id: &RecordId| {
            let happened = state.ledger.followups.get(id).into_iter().flatten();
            happened.into_iter().any(|(record, _)| record.snapshot == here)
        };
        for (id, decision) in state.in_order(&state.ledger.decisions) {
            for place in rows(state, decision) {
                index.about.entry(place).or_default().push(id.clone());
            }
            let over = state.is_over(id);
            if id.snapshot != here && (!over || touched(id)) {
                index.carried.push(id.clone());
            }
            if over {
                continue;
            }
            index.open.push(id.clone());
            if decision.pending && state.standing(id).is_some_and(|standing| standing.pending) {
                index.pending.push(id.clone());
            }
            for party in parties(state, id, decision) {
                let own = index.of.entry(roster.present(&party)).or_default();
                if own.last() != Some(id) {
                    own.push(id.clone());
                }
            }
        }
        index.about.values_mut().for_each(|ids| ids.reverse());
        index
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

    /// Open decisions that name somebody, as the roster knows them today, oldest first.
    pub fn of(&self, party: &Party) -> &[RecordId] {
        self.of.get(party).map_or(&[], Vec::as_slice)
    }
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

/// The rows that a decision is about, and all above them; of one that goes on with an earlier
/// decision, the rows of that one.
pub(super) fn rows(state: &Snapshot, decision: &Decision) -> BTreeSet<Place> {
    let mut rows = BTreeSet::new();
    let mut about: Vec<&About> = decision.about.iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(next) = about.pop() {
        match next {
            About::Row(row) => rows.extend(places(row.place)),
            About::Decision(id) if seen.insert(id) => {
                let earlier = state.ledger.decisions.get(id);
                about.extend(earlier.into_iter().flat_map(|earlier| &earlier.about));
            }
            About::Decision(_) => {}
        }
    }
    rows
}

/// The row itself and all rows above it.
fn places(place: Place) -> impl Iterator<Item = Place> {
    [Some(place), place.in_task(), place.in_section()].into_iter().flatten()
}

//! What would take a walk through all decisions to find out: worked out when a record is made, so
//! that a key costs the same in January and in December.

use std::collections::BTreeMap;

use crate::ledger::{About, RecordId, Snapshot};
use crate::plan::{Party, Place};

/// Decisions by what people ask for.
#[derive(Clone, Debug, Default)]
pub struct Index {
    open: Vec<RecordId>,
    carried: Vec<RecordId>,
    about: BTreeMap<Place, Vec<RecordId>>,
    of: BTreeMap<Party, Vec<RecordId>>,
}

impl Index {
    /// The index of a state.
    pub fn new(state: &Snapshot) -> Self {
        let mut index = Self::default();
        let here = state.id();
        let touched = |id: &RecordId| {
            let happened = state.ledger.followups.get(id).into_iter().flatten();
            happened.into_iter().any(|(record, _)| record.snapshot == here)
        };
        for (id, decision) in state.in_order(&state.ledger.decisions) {
            for place in decision.about.iter().flat_map(places) {
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
            for party in decision.lead.iter().chain(&decision.support) {
                index.of.entry(party.clone()).or_default().push(id.clone());
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

    /// Decisions about a row or anything below it, newest first.
    pub fn about(&self, place: Place) -> &[RecordId] {
        self.about.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Open decisions that name an office, oldest first.
    pub fn of(&self, party: &Party) -> &[RecordId] {
        self.of.get(party).map_or(&[], Vec::as_slice)
    }
}

/// The row itself and all rows above it.
fn places(about: &About) -> Vec<Place> {
    let About::Row(row) = about else { return Vec::new() };
    let mut places = vec![row.place];
    places.extend(row.place.in_task());
    places.extend(row.place.in_section());
    places.dedup();
    places
}

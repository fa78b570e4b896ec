//! 四见: what a decision lacks before it can be sent out. Counted live, walked at the close, never a
//! reason to refuse.

use crate::ledger::{Decision, Due, RecordId, Snapshot};
use crate::plan::Party;
use crate::words::Gap as Kind;

/// One thing that a record lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The record.
    pub record: RecordId,
    /// What it lacks.
    pub kind: Kind,
}

/// What the decisions of what is open lack, in the order of their numbers.
pub fn gaps(open: &Snapshot) -> Vec<Gap> {
    let id = open.id();
    let own = open.ledger.decisions.iter().filter(|(record, _)| record.snapshot == id);
    own.flat_map(|(record, decision)| {
        lacks(decision).into_iter().map(|kind| Gap { record: record.clone(), kind })
    })
    .collect()
}

fn lacks(decision: &Decision) -> Vec<Kind> {
    let outside = |party: &&Party| party.is_outside();
    let named = || decision.lead.iter().chain(&decision.support);
    let tests = [
        (decision.pending, Kind::Pending),
        (decision.lead.is_empty(), Kind::NoLead),
        (decision.lead_assumed && !decision.lead.is_empty(), Kind::AssumedLead),
        (matches!(decision.due, Due::Missing | Due::Unsettled(_)), Kind::NoDue),
        (matches!(decision.due, Due::Assumed(_)), Kind::AssumedDue),
        (named().find(outside).is_some(), Kind::Outside),
    ];
    tests.into_iter().filter(|(lacks, _)| *lacks).map(|(_, kind)| kind).collect()
}

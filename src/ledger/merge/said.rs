//! What one line says of a field: the record that gives it its value.

use crate::ledger::{
    Account, Amendment, Assignment, Correction, Due, Followup, Happening, LightSet, Reading,
    RecordId, Signing, Slip, SnapshotId,
};
use crate::plan::Party;

/// What one line says of a field, and which record says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The last of the line's records about it.
    pub record: RecordId,
    /// The end of the line.
    pub line: SnapshotId,
    /// The record.
    pub said: Said,
}

/// A record that gives a field its value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what it holds")]
pub enum Said {
    Step(Followup),
    Correction(Correction),
    Assignment(Assignment),
    Reading(Reading),
    Amendment(Amendment),
    Light(LightSet),
    Account(Account),
    Signing(Signing),
}

impl Said {
    /// The sentence that it gives a decision.
    pub fn wording(&self) -> Option<&str> {
        match self {
            Self::Step(step) => match &step.what {
                Happening::Wording { now, .. } => Some(now),
                Happening::Settled { text, .. } => Some(text),
                _ => None,
            },
            Self::Correction(Correction { slip: Slip::Text { now, .. }, .. }) => Some(now),
            _ => None,
        }
    }

    /// Who leads by it.
    pub fn lead(&self) -> Option<&[Party]> {
        match self {
            Self::Step(step) => match &step.what {
                Happening::Lead { now, .. } => Some(now),
                Happening::Settled { lead, .. } => Some(lead),
                _ => None,
            },
            Self::Correction(Correction { slip: Slip::Lead { now, .. }, .. }) => Some(now),
            Self::Assignment(assignment) => Some(&assignment.lead),
            _ => None,
        }
    }

    /// By when it is due by it.
    pub fn due(&self) -> Option<Due> {
        match self {
            Self::Step(step) => match &step.what {
                Happening::Extended { to, .. } => Some(Due::Stated(*to)),
                Happening::Settled { due, .. } => Some(due.clone()),
                _ => None,
            },
            Self::Correction(Correction { slip: Slip::Due { now, .. }, .. }) => Some(now.clone()),
            _ => None,
        }
    }
}

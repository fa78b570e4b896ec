//! How a decision stands now: as it was made, and all that happened to it since.

use super::{Decision, Due, Happening, RecordId, Snapshot, Stage, When};
use crate::plan::Party;

/// A decision with its follow-ups folded in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The sentence in force.
    pub text: String,
    /// Who leads now.
    pub lead: Vec<Party>,
    /// Who helps.
    pub support: Vec<Party>,
    /// By when now.
    pub due: Due,
    /// Where it stands.
    pub stage: Stage,
    /// How often it was extended.
    pub extensions: usize,
    /// The due that was first set, once it was extended.
    pub first_due: Option<When>,
    /// The decision that replaced it.
    pub superseded_by: Option<RecordId>,
}

impl Snapshot {
    /// Whether nothing more is expected of a decision; cheap, for counting many.
    pub fn is_over(&self, id: &RecordId) -> bool {
        let Some(decision) = self.ledger.decisions.get(id) else { return true };
        let followups = self.ledger.followups.get(id).map(|all| self.in_order(all));
        let moved = followups.into_iter().flatten().rev().find_map(|(_, f)| f.what.stage());
        moved.unwrap_or(decision.stage).is_over()
    }

    /// How a decision stands; none when the ledger does not have it.
    pub fn standing(&self, id: &RecordId) -> Option<Standing> {
        let decision = self.ledger.decisions.get(id)?;
        let mut standing = Standing::from(decision);
        if let Some(followups) = self.ledger.followups.get(id) {
            for (_, followup) in self.in_order(followups) {
                standing.add(&followup.what);
            }
        }
        Some(standing)
    }
}

impl Standing {
    /// Whether it is over, or was replaced.
    pub fn is_over(&self) -> bool {
        self.stage.is_over()
    }

    fn add(&mut self, what: &Happening) {
        self.stage = what.stage().unwrap_or(self.stage);
        match what {
            Happening::Stage(_) | Happening::Feedback { .. } => {}
            Happening::Superseded { by } => self.superseded_by = Some(by.clone()),
            Happening::Extended { from, to } => {
                self.extensions += 1;
                self.first_due = self.first_due.or(*from);
                self.due = Due::Stated(*to);
            }
            Happening::Lead { now, .. } => self.lead.clone_from(now),
            Happening::Wording { now, .. } => self.text.clone_from(now),
        }
    }
}

impl From<&Decision> for Standing {
    fn from(decision: &Decision) -> Self {
        Self {
            text: decision.text.clone(),
            lead: decision.lead.clone(),
            support: decision.support.clone(),
            due: decision.due.clone(),
            stage: decision.stage,
            extensions: 0,
            first_due: None,
            superseded_by: None,
        }
    }
}

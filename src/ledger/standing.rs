//! How a decision stands now: as it was made, what was corrected of it, and all that happened to it
//! since.

use chrono::NaiveDate;

use super::{Decision, Due, Followup, Happening, RecordId, Snapshot, Stage, When};
use crate::plan::Party;

/// A decision with its corrections and follow-ups folded in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The sentence in force.
    pub text: String,
    /// The same as papers word it, where they say it otherwise.
    pub in_papers: String,
    /// Who leads now.
    pub lead: Vec<Party>,
    /// Who helps.
    pub support: Vec<Party>,
    /// By when now.
    pub due: Due,
    /// Where it stands.
    pub stage: Stage,
    /// 待定: the meeting left it to be settled, and nobody has.
    pub pending: bool,
    /// On what day it came there; none while it stands as it was made.
    pub stage_on: Option<NaiveDate>,
    /// Who agreed to the last change that asks for consent.
    pub consent: String,
    /// Its extensions, oldest first.
    pub extended: Vec<Extension>,
    /// The last 反馈.
    pub feedback: Option<Feedback>,
    /// The decision that replaced it.
    pub superseded_by: Option<RecordId>,
    /// A slip in its sealed record was put right (更正).
    pub corrected: bool,
}

/// 延期: from which due to which, by whose word, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// On what day it was granted.
    pub on: NaiveDate,
    /// The due until then; none when there was none.
    pub from: Option<When>,
    /// The due from then on.
    pub to: When,
    /// 批准人
    pub approved: String,
    /// Why.
    pub reason: String,
}

/// 反馈: what an office reported last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// On what day.
    pub on: NaiveDate,
    /// Which office.
    pub from: Option<Party>,
    /// 进展情况
    pub progress: String,
    /// 存在问题
    pub problem: String,
    /// 下一步措施
    pub next: String,
}

impl Snapshot {
    /// Whether nothing more is expected of a decision; cheap, for counting many.
    pub fn is_over(&self, id: &RecordId) -> bool {
        self.stage(id).is_none_or(Stage::is_over)
    }

    /// Where a decision stands in its life, without the rest of how it stands.
    pub fn stage(&self, id: &RecordId) -> Option<Stage> {
        let decision = self.ledger.decisions.get(id)?;
        let followups = self.ledger.followups.get(id).map(|all| self.in_order(all));
        let steps = followups.into_iter().flatten().filter_map(|(_, step)| step.what.stage());
        Some(steps.fold(decision.stage, |now, to| if now.can_become(to) { to } else { now }))
    }

    /// How a decision stands; none when the ledger does not have it.
    pub fn standing(&self, id: &RecordId) -> Option<Standing> {
        let decision = self.decision(id)?;
        let mut standing = Standing::from(&*decision);
        standing.corrected = self.is_corrected(id);
        if let Some(followups) = self.ledger.followups.get(id) {
            for (_, followup) in self.in_order(followups) {
                standing.add(followup);
            }
        }
        Some(standing)
    }
}

impl Standing {
    /// The sentence in force as papers word it.
    pub fn for_papers(&self) -> &str {
        if self.in_papers.is_empty() { &self.text } else { &self.in_papers }
    }

    /// Whether it is over, or was replaced.
    pub fn is_over(&self) -> bool {
        self.stage.is_over()
    }

    /// The due that was first set, once it was extended.
    pub fn first_due(&self) -> Option<When> {
        self.extended.first().and_then(|first| first.from)
    }

    fn add(&mut self, step: &Followup) {
        let moves = step.what.stage().filter(|to| self.stage.can_become(*to));
        if let Some(stage) = moves {
            (self.stage, self.stage_on) = (stage, Some(step.on));
        }
        if !step.consent.is_empty() && !matches!(step.what, Happening::Extended { .. }) {
            self.consent.clone_from(&step.consent);
        }
        self.pending &= !step.what.settles();
        match &step.what {
            Happening::Stage(Stage::Reopened) => self.superseded_by = None,
            Happening::Superseded { by } if moves.is_some() => {
                self.superseded_by = Some(by.clone());
            }
            Happening::Stage(_) | Happening::Superseded { .. } => {}
            Happening::Extended { from, to } => {
                self.due = Due::Stated(*to);
                self.extended.push(Extension {
                    on: step.on,
                    from: *from,
                    to: *to,
                    approved: step.consent.clone(),
                    reason: step.note.clone(),
                });
            }
            Happening::Lead { now, .. } => self.lead.clone_from(now),
            Happening::Wording { now, .. } => self.reword(now),
            Happening::Settled { text, lead, support, due } => {
                self.reword(text);
                self.lead.clone_from(lead);
                self.support.clone_from(support);
                self.due.clone_from(due);
            }
            Happening::Feedback { from, progress, problem, next } => {
                self.feedback = Some(Feedback {
                    on: step.on,
                    from: from.clone(),
                    progress: progress.clone(),
                    problem: problem.clone(),
                    next: next.clone(),
                });
            }
        }
    }
}

impl Standing {
    /// A new sentence holds in papers too: what they said otherwise was another one.
    fn reword(&mut self, text: &str) {
        if self.text != text {
            text.clone_into(&mut self.text);
            self.in_papers.clear();
        }
    }
}

impl From<&Decision> for Standing {
    fn from(decision: &Decision) -> Self {
        Self {
            text: decision.text.clone(),
            in_papers: decision.in_papers.clone(),
            lead: decision.lead.clone(),
            support: decision.support.clone(),
            due: decision.due.clone(),
            stage: decision.stage,
            pending: decision.pending,
            stage_on: None,
            consent: decision.consent.clone(),
            extended: Vec::new(),
            feedback: None,
            superseded_by: None,
            corrected: false,
        }
    }
}

//! What became of one decision in two lines: its wording, who leads, by when, and how it ended.

use super::{Conflict, Lines, Word};
use crate::ledger::merge::Said;
use crate::ledger::{Disputed, Happening, RecordId, Slip, Snapshot, Stage, Standing};

/// A field of a decision that can be given another value later.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Wording,
    Lead,
    Due,
}

impl Lines<'_> {
    /// Where the two lines differ in what became of a decision.
    pub(super) fn of_decision(&self, id: &RecordId, all: &mut Vec<Conflict>) {
        let known =
            |line: &Snapshot| line.ledger.followups.contains_key(id) || line.is_corrected(id);
        if !known(self.ours) || !known(self.theirs) {
            return;
        }
        let (Some(now), Some(other)) = (self.ours.standing(id), self.theirs.standing(id)) else {
            return;
        };
        for field in [Field::Wording, Field::Lead, Field::Due] {
            if field.is_same(&now, &other) {
                continue;
            }
            let says = |line| self.says(line, id, field);
            if let (Some(ours), Some(theirs)) = (says(self.ours), says(self.theirs)) {
                all.push(self.conflict(field.of(id.clone()), ours, theirs));
            }
        }
        if let Some((ours, theirs)) = self.ends(id, &now, &other) {
            all.push(self.conflict(Disputed::Stage(id.clone()), ours, theirs));
        }
    }

    /// The last record of a line that gave the field of a decision a value.
    fn says(&self, line: &Snapshot, id: &RecordId, field: Field) -> Option<Word> {
        let steps = line.ledger.followups.get(id).map(|all| line.in_order(all));
        let mut steps = steps.into_iter().flatten().rev();
        let step = steps.find(|(id, step)| self.is_apart(id) && field.is_of(&step.what));
        if let Some((record, step)) = step {
            return Some((record.clone(), Said::Step(step.clone())));
        }
        let mut slips = line.corrections(id).into_iter().rev();
        let slip = slips.find(|(id, one)| self.is_apart(id) && field.is_mended_by(&one.slip));
        slip.map(|(record, one)| (record.clone(), Said::Correction(one.clone())))
    }

    /// Whether one line ended what the other went on with, or ended otherwise.
    fn ends(&self, id: &RecordId, ours: &Standing, theirs: &Standing) -> Option<(Word, Word)> {
        let last = |line: &Snapshot, is: fn(&Happening) -> bool| {
            let steps = line.ledger.followups.get(id)?;
            let apart = steps.iter().filter(|(id, step)| self.is_apart(id) && is(&step.what));
            let (record, step) = apart.max_by_key(|(id, _)| line.meetings.order(id))?;
            Some((record.clone(), Said::Step(step.clone())))
        };
        let ended = |line: &Snapshot, now: &Standing| {
            last(line, |what| what.stage().is_some_and(Stage::is_over)).filter(|_| now.is_over())
        };
        let went_on =
            |line: &Snapshot, now: &Standing| last(line, bears_on).filter(|_| !now.is_over());
        match (ended(self.ours, ours), ended(self.theirs, theirs)) {
            (Some(a), Some(b)) => (!same_end(ours, theirs)).then_some((a, b)),
            (Some(a), None) => went_on(self.theirs, theirs).map(|b| (a, b)),
            (None, Some(b)) => went_on(self.ours, ours).map(|a| (a, b)),
            (None, None) => None,
        }
    }
}

impl Field {
    fn of(self, id: RecordId) -> Disputed {
        match self {
            Self::Wording => Disputed::Wording(id),
            Self::Lead => Disputed::Lead(id),
            Self::Due => Disputed::Due(id),
        }
    }

    fn is_same(self, a: &Standing, b: &Standing) -> bool {
        match self {
            Self::Wording => a.text == b.text,
            Self::Lead => (&a.lead, &a.support) == (&b.lead, &b.support),
            Self::Due => a.due.when() == b.due.when() && a.due.when().is_some() || a.due == b.due,
        }
    }

    fn is_of(self, what: &Happening) -> bool {
        match what {
            Happening::Settled { .. } => true,
            Happening::Wording { .. } => self == Self::Wording,
            Happening::Lead { .. } => self == Self::Lead,
            Happening::Extended { .. } => self == Self::Due,
            Happening::Stage(_) | Happening::Superseded { .. } | Happening::Feedback { .. } => {
                false
            }
        }
    }

    fn is_mended_by(self, slip: &Slip) -> bool {
        match self {
            Self::Wording => matches!(slip, Slip::Text { .. }),
            Self::Lead => matches!(slip, Slip::Lead { .. } | Slip::Support { .. }),
            Self::Due => matches!(slip, Slip::Due { .. }),
        }
    }
}

/// What only something that is not over can bear.
fn bears_on(what: &Happening) -> bool {
    match what {
        Happening::Extended { .. }
        | Happening::Lead { .. }
        | Happening::Wording { .. }
        | Happening::Settled { .. }
        | Happening::Stage(Stage::Reopened) => true,
        Happening::Stage(_) | Happening::Superseded { .. } | Happening::Feedback { .. } => false,
    }
}

/// 办结 and 销号 are one end, 废止 another; of what was replaced, by the same.
pub(in crate::ledger::merge) fn same_end(a: &Standing, b: &Standing) -> bool {
    let dropped = |now: &Standing| now.stage == Stage::Dropped;
    dropped(a) == dropped(b) && a.superseded_by == b.superseded_by
}

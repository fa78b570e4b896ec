//! 办结率: how much of what a meeting decided is done.

use super::{Decision, Outcome, RecordId, Snapshot, SnapshotId, Stage};

/// What became of the decisions of a meeting, of those that are followed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// All that were to be done. What was dropped or replaced is none of them.
    pub all: usize,
    /// 办结 and 销号.
    pub done: usize,
    /// 废止, replaced ones too.
    pub dropped: usize,
}

impl Completion {
    /// Whole percents, cut and not rounded up; none where nothing was to be done.
    pub fn percent(self) -> Option<usize> {
        (self.done * 100).checked_div(self.all)
    }

    /// Counts one more decision that is followed up, by where it stands.
    pub fn count(&mut self, stage: Option<Stage>) {
        match stage {
            Some(Stage::Dropped) => self.dropped += 1,
            Some(Stage::Done | Stage::Closed) => {
                self.all += 1;
                self.done += 1;
            }
            _ => self.all += 1,
        }
    }

    /// What is still to be done.
    pub const fn open(self) -> usize {
        self.all - self.done
    }
}

impl Decision {
    /// Whether somebody is to do something: not 仅记录, not put off, not refused.
    pub fn is_followed(&self) -> bool {
        let agreed = matches!(self.outcome, Outcome::Agreed | Outcome::AgreedInPrinciple);
        agreed && !self.untracked
    }
}

impl Snapshot {
    /// What became of the decisions of a meeting.
    pub fn completion(&self, meeting: &SnapshotId) -> Completion {
        let own = meeting.record(0)..=meeting.record(u32::MAX);
        let own = self.ledger.decisions.range::<RecordId, _>(own);
        let mut completion = Completion::default();
        for (id, _) in own.filter(|(_, decision)| decision.is_followed()) {
            completion.count(self.stage(id));
        }
        completion
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::laws::{decided, step};

    #[test]
    fn the_rate_leaves_out_what_was_dropped_and_rounds_down() {
        let mut book = decided(23);
        let meeting = book.id();
        for (number, what) in (1..=7).zip(["办结"; 6].into_iter().chain(["废止"])) {
            let followups = book.ledger.followups.entry(meeting.record(number)).or_default();
            followups.insert(meeting.record(100 + number), step(what));
        }
        let completion = book.completion(&meeting);
        assert_eq!(completion, Completion { all: 22, done: 6, dropped: 1 });
        assert_eq!((completion.percent(), completion.open()), (Some(27), 16));
        assert_eq!(decided(0).completion(&meeting).percent(), None);
    }

    #[test]
    fn what_was_put_off_or_only_noted_is_not_to_be_done() {
        let mut book = decided(3);
        let meeting = book.id();
        let mut of = |number, change: fn(&mut Decision)| {
            change(book.ledger.decisions.get_mut(&meeting.record(number)).unwrap());
        };
        of(1, |decision| decision.outcome = Outcome::Postponed);
        of(2, |decision| decision.untracked = true);
        assert_eq!(book.completion(&meeting).all, 1);
    }
}

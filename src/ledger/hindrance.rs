//! Which step follows from which: 立项 交办 反馈 审核 办结 销号, and what stands in a step's way.
//!
//! Steps may be skipped, because a small office does not record each; none may contradict how the
//! decision stands. What is refused here is said by `app`, with what to do instead.

use chrono::NaiveDate;

use super::{Due, Followup, Happening, RecordId, Snapshot, Stage, Standing, When};

/// Why a step does not follow from how a decision stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// There is no such decision.
    Unknown,
    /// It is 废止, 办结 or 销号: it has to be 重启 first.
    Over(Stage),
    /// A later decision replaced it, and that one stands.
    Replaced(RecordId),
    /// It stands at that stage already.
    Already(Stage),
    /// 重启 of what is not over.
    NotOver,
    /// 销号 before 办结.
    NotDone,
    /// 立项 is where a life begins; nothing comes back to it.
    Begun,
    /// 延期 to a day that is not later than the due in force.
    NotLater(When),
    /// 换牵头 or 改文字 to what it is already.
    Same,
    /// Nobody agreed.
    NoConsent,
    /// Nobody approved the extension.
    NoApproval,
    /// A day before the decision was made.
    BeforeIt(NaiveDate),
    /// A day that has not come yet.
    AfterToday(NaiveDate),
}

impl Snapshot {
    /// What stands in the way of a step in the life of a decision; none when nothing does.
    pub fn hindrance(
        &self,
        decision: &RecordId,
        step: &Followup,
        today: NaiveDate,
    ) -> Option<Hindrance> {
        let Some(now) = self.standing(decision) else { return Some(Hindrance::Unknown) };
        if let Some(made) = decision.snapshot.day().filter(|made| step.on < *made) {
            return Some(Hindrance::BeforeIt(made));
        }
        if step.on > today {
            return Some(Hindrance::AfterToday(today));
        }
        let replaced = now.superseded_by.clone().filter(|by| self.stands(by));
        let hindrance = match replaced {
            Some(by) => Some(Hindrance::Replaced(by)),
            None => now.hinders(&step.what),
        };
        hindrance.or_else(|| step.lacks())
    }

    /// Whether a decision is still there and was not dropped.
    fn stands(&self, id: &RecordId) -> bool {
        self.standing(id).is_some_and(|now| now.stage != Stage::Dropped)
    }
}

impl Followup {
    /// Whose word it needs and has not.
    fn lacks(&self) -> Option<Hindrance> {
        let bare = self.what.asks_consent() && self.consent.trim().is_empty();
        let extended = matches!(self.what, Happening::Extended { .. });
        bare.then_some(if extended { Hindrance::NoApproval } else { Hindrance::NoConsent })
    }
}

impl Standing {
    fn hinders(&self, what: &Happening) -> Option<Hindrance> {
        let over = || self.is_over().then_some(Hindrance::Over(self.stage));
        match what {
            Happening::Stage(stage) => self.hinders_stage(*stage),
            Happening::Extended { to, .. } => over().or_else(|| not_later(&self.due, *to)),
            Happening::Lead { now, .. } => over().or(same(*now == self.lead)),
            Happening::Wording { now, .. } => over().or(same(*now == self.text)),
            // What was not left 待定 is settled already.
            Happening::Settled { .. } => over().or(same(!self.pending)),
            Happening::Superseded { .. } | Happening::Feedback { .. } => over(),
        }
    }

    fn hinders_stage(&self, to: Stage) -> Option<Hindrance> {
        match (self.stage, to) {
            (_, Stage::Registered) => Some(Hindrance::Begun),
            (now, Stage::Reopened) if !now.is_over() => Some(Hindrance::NotOver),
            (now, to) if now == to => Some(Hindrance::Already(now)),
            (_, Stage::Reopened) | (Stage::Done, Stage::Closed) => None,
            (now, _) if now.is_over() => Some(Hindrance::Over(now)),
            (_, Stage::Closed) => Some(Hindrance::NotDone),
            _ => None,
        }
    }
}

fn same(same: bool) -> Option<Hindrance> {
    same.then_some(Hindrance::Same)
}

/// A repetition has no last day, so any other due may follow it.
fn not_later(due: &Due, to: When) -> Option<Hindrance> {
    let now = due.when()?;
    let later = match (now.day(), to.day()) {
        (Some(now), Some(to)) => to > now,
        _ => now != to,
    };
    (!later).then_some(Hindrance::NotLater(now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::laws::{decided, step};

    /// A decision of 2023-09-15 with these steps behind it, and what stands in the way of one more.
    fn after(steps: &[&str], next: &str) -> Option<Hindrance> {
        let mut book = decided(3);
        let id: RecordId = "2023-09-15/1".parse().unwrap();
        for what in steps {
            let step = step(what);
            assert_eq!(book.hindrance(&id, &step, "2023-12-01".parse().unwrap()), None, "{what}");
            let record = book.id().record(
                10 + u32::try_from(book.ledger.followups.get(&id).map_or(0, |all| all.len()))
                    .unwrap(),
            );
            book.ledger.followups.entry(id.clone()).or_default().insert(record, step);
        }
        book.hindrance(&id, &step(next), "2023-12-01".parse().unwrap())
    }

    #[test]
    fn a_life_goes_forward_and_may_skip() {
        for steps in [
            &["交办", "反馈", "审核", "办结", "销号"][..],
            &["办结", "销号", "重启", "交办"],
            &["交办", "反馈：已完成八成", "反馈：已完工", "办结"],
            &["审核", "交办"],
            &["废止", "重启", "办结"],
            &["延期 2023-10-31", "延期 2023-11-30", "延期 每月5日", "办结"],
        ] {
            assert_eq!(after(&steps[..steps.len() - 1], steps[steps.len() - 1]), None, "{steps:?}");
        }
    }

    #[test]
    fn what_contradicts_is_named() {
        let due: When = "2023-09-30".parse().unwrap();
        for (steps, next, why) in [
            (&["废止"][..], "办结", Hindrance::Over(Stage::Dropped)),
            (&["办结"], "交办", Hindrance::Over(Stage::Done)),
            (&["办结"], "废止", Hindrance::Over(Stage::Done)),
            (&["办结"], "反馈：又有进展", Hindrance::Over(Stage::Done)),
            (&["办结", "销号"], "延期 2023-10-31", Hindrance::Over(Stage::Closed)),
            (&["办结"], "办结", Hindrance::Already(Stage::Done)),
            (&["交办"], "交办", Hindrance::Already(Stage::Assigned)),
            (&["交办"], "销号", Hindrance::NotDone),
            (&["交办"], "重启", Hindrance::NotOver),
            (&["交办"], "立项", Hindrance::Begun),
            (&[], "延期 2023-09-30", Hindrance::NotLater(due)),
            (&[], "延期 2023-09-01", Hindrance::NotLater(due)),
            (&[], "换牵头 投促局", Hindrance::Same),
            (&[], "改文字 演练一条", Hindrance::Same),
            (&[], "无人 换牵头 住建局", Hindrance::NoConsent),
            (&[], "无人 废止", Hindrance::NoConsent),
            (&[], "无人 延期 2023-10-31", Hindrance::NoApproval),
            (&["代替"], "重启", Hindrance::Replaced("2023-09-15/2".parse().unwrap())),
        ] {
            assert_eq!(after(steps, next), Some(why), "{steps:?} {next}");
        }
    }

    #[test]
    fn a_day_lies_between_the_decision_and_today() {
        let (book, id) = (decided(1), "2023-09-15/1".parse().unwrap());
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let on = |on: &str| Followup::on(day(on), Happening::Stage(Stage::Assigned));
        let hindrance = |on| book.hindrance(&id, &on, day("2023-10-01"));
        assert_eq!(hindrance(on("2023-09-14")), Some(Hindrance::BeforeIt(day("2023-09-15"))));
        assert_eq!(hindrance(on("2023-10-02")), Some(Hindrance::AfterToday(day("2023-10-01"))));
        assert_eq!(hindrance(on("2023-10-01")), None);
        let unknown = "2023-09-15/9".parse().unwrap();
        let step = on("2023-09-20");
        assert_eq!(book.hindrance(&unknown, &step, step.on), Some(Hindrance::Unknown));
    }
}

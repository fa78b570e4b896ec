//! A decision, judged by the same rule: its due, its nodes, its repetition, and how long nothing was
//! heard of it.

use chrono::{Datelike as _, Days, NaiveDate};

use super::silence::silence;
use super::verdict::{Fact, Verdict};
use super::{Grounds, Light};
use crate::ledger::{Colour, Decision, Followup, Happening, Outcome, RecordId, Stage, When};
use crate::plan::Month;

/// How a decision stands; none when the ledger does not have it.
pub fn decision(on: &Grounds<'_>, id: &RecordId) -> Option<Verdict> {
    let made = &*on.state.decision(id)?;
    let course = Course::of(on, id, made);
    if course.stage.is_over() {
        return Some(Verdict::new(Some(Light::Done), vec![Fact::Ended(course.stage)]));
    }
    if made.untracked {
        return Some(Verdict::new(None, vec![Fact::Untracked]));
    }
    if made.outcome == Outcome::Rejected {
        return Some(Verdict::new(None, vec![Fact::Rejected]));
    }
    let found = [
        overdue(on, &course),
        missed(on, id, made, &course),
        soon(on, &course),
        unheard(on, &course),
    ];
    let found = found.into_iter().flatten().next();
    Some(found.unwrap_or_else(|| Verdict::new(Some(Light::OnTrack), vec![calm(&course)])))
}

/// What of a decision's life its light asks for, without copying its texts.
struct Course {
    stage: Stage,
    due: Option<When>,
    /// The day of the meeting that made it.
    made: Option<NaiveDate>,
    /// When it was last moved on or reported on.
    answered: Option<NaiveDate>,
    /// When anything last happened to it.
    touched: Option<NaiveDate>,
}

impl Course {
    fn of(on: &Grounds<'_>, id: &RecordId, decision: &Decision) -> Self {
        let made = id.snapshot.day();
        let mut course = Self {
            stage: decision.stage,
            due: decision.due.when(),
            made,
            answered: None,
            touched: made,
        };
        if let Some(all) = on.state.ledger.followups.get(id) {
            on.state.in_order(all).into_iter().for_each(|(_, followup)| course.add(followup));
        }
        course
    }

    fn add(&mut self, followup: &Followup) {
        self.stage = followup.what.stage().unwrap_or(self.stage);
        self.touched = self.touched.max(Some(followup.on));
        match &followup.what {
            Happening::Extended { to, .. } => self.due = Some(*to),
            Happening::Stage(_) | Happening::Feedback { .. } => {
                self.answered = self.answered.max(Some(followup.on));
            }
            _ => {}
        }
    }

    /// Whether somebody answered for a day: from so many days before it on.
    fn answers(&self, day: NaiveDate, early: u64) -> bool {
        let from = day.checked_sub_days(Days::new(early)).unwrap_or(day);
        self.answered.is_some_and(|on| on >= from)
    }
}

fn overdue(on: &Grounds<'_>, course: &Course) -> Option<Verdict> {
    let fact = match course.due? {
        When::On(day, _) => {
            (day < on.today).then(|| Fact::Overdue(day, (on.today - day).num_days()))?
        }
        when => {
            let last = before(when, on.today).filter(|day| Some(*day) > course.made)?;
            (!course.answers(last, early(on, when))).then_some(Fact::Occurrence(when, last))?
        }
    };
    Some(Verdict::new(Some(Light::Overdue), vec![fact]))
}

/// A node whose day is over and of which nothing was heard since.
fn missed(on: &Grounds<'_>, id: &RecordId, made: &Decision, course: &Course) -> Option<Verdict> {
    let policy = &on.rule.policy;
    let late = |day: NaiveDate| {
        let months = chrono::Months::new(u32::from(policy.node_slack));
        day.checked_add_months(months).is_some_and(|day| day < on.today)
            && !course.answers(day, u64::from(policy.soon))
    };
    let (index, node) = made.nodes.iter().enumerate().find(|(_, node)| late(node.by))?;
    let months = u32::try_from(Month::of(node.by).until(Month::of(on.today))).unwrap_or(0);
    let mut verdict =
        Verdict::new(Some(Light::Behind), vec![Fact::Step(id.clone(), index, months)]);
    if policy.node_severe.is_some_and(|severe| months >= u32::from(severe)) {
        verdict.sheet = Some(Colour::Red);
        verdict.facts.push(Fact::Red);
    }
    Some(verdict)
}

fn soon(on: &Grounds<'_>, course: &Course) -> Option<Verdict> {
    let days = |day: NaiveDate| (day - on.today).num_days();
    let fact = match course.due? {
        When::On(day, _) => {
            (days(day) <= i64::from(on.rule.policy.soon)).then(|| Fact::Soon(day, days(day)))?
        }
        when => {
            let next = after(when, on.today)?;
            let (near, early) = (warning(on, when), early(on, when));
            (days(next) <= near && !course.answers(next, early))
                .then(|| Fact::NextOccurrence(when, next, days(next)))?
        }
    };
    Some(Verdict::new(Some(Light::DueSoon), vec![fact]))
}

fn unheard(on: &Grounds<'_>, course: &Course) -> Option<Verdict> {
    let (since, days) = silence(on, course.touched)?;
    Some(Verdict::new(Some(Light::Unreported), vec![Fact::Unheard(days, since)]))
}

fn calm(course: &Course) -> Fact {
    match course.due {
        Some(When::On(day, _)) => Fact::Later(day),
        Some(when) => Fact::Repeats(when),
        None => Fact::NoDue,
    }
}

/// How many days before an occurrence an answer counts for it: never so many that it would count for
/// the one before.
fn early(on: &Grounds<'_>, when: When) -> u64 {
    let most = if matches!(when, When::Weekly(_)) { 3 } else { 14 };
    u64::from(on.rule.policy.soon.min(most))
}

/// From how many days before it on an occurrence is near.
fn warning(on: &Grounds<'_>, when: When) -> i64 {
    let most = if matches!(when, When::Weekly(_)) { 2 } else { 14 };
    i64::from(on.rule.policy.soon.min(most))
}

/// The last occurrence before a day.
fn before(when: When, day: NaiveDate) -> Option<NaiveDate> {
    match when {
        When::On(..) => None,
        When::Weekly(weekday) => {
            let back = i64::from(day.weekday().days_since(weekday));
            let back = u64::try_from(if back == 0 { 7 } else { back }).ok()?;
            day.checked_sub_days(Days::new(back))
        }
        When::Monthly(number) => {
            let month = Month::of(day);
            let own = in_month(month, number)?;
            if own < day { Some(own) } else { in_month(month.previous(), number) }
        }
    }
}

/// The next occurrence, today's included.
fn after(when: When, day: NaiveDate) -> Option<NaiveDate> {
    match when {
        When::On(..) => None,
        When::Weekly(weekday) => {
            day.checked_add_days(Days::new(u64::from(weekday.days_since(day.weekday()))))
        }
        When::Monthly(number) => {
            let month = Month::of(day);
            let own = in_month(month, number)?;
            if own >= day { Some(own) } else { in_month(month.next(), number) }
        }
    }
}

/// A day of a month; the last one where the month is shorter.
fn in_month(month: Month, number: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(month.year, month.month, u32::from(number)).or_else(|| month.last_day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences_lie_on_both_sides_of_a_day() {
        for (when, day, last, next) in [
            ("每月5日", "2023-09-15", "2023-09-05", "2023-10-05"),
            ("每月5日", "2023-09-05", "2023-08-05", "2023-09-05"),
            ("每月31日", "2023-09-15", "2023-08-31", "2023-09-30"),
            ("每周五", "2023-09-15", "2023-09-08", "2023-09-15"),
            ("每周一", "2023-09-15", "2023-09-11", "2023-09-18"),
        ] {
            let (when, day): (When, NaiveDate) = (when.parse().unwrap(), day.parse().unwrap());
            assert_eq!(before(when, day).map(|day| day.to_string()), Some(last.into()), "{when}");
            assert_eq!(after(when, day).map(|day| day.to_string()), Some(next.into()), "{when}");
        }
    }
}

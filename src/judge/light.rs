//! 亮灯: mark, word and colour together, because colours mean different things in different places.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::ledger::{Reading, RecordId, Snapshot, Standing};
use crate::plan::{Comparator, Kind, Place, Target};
use crate::words::Shine;

/// How a row or a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// 逾期
    Overdue,
    /// 滞后
    Behind,
    /// 临期
    DueSoon,
    /// 未报
    Unreported,
    /// 未下达
    NotIssued,
    /// 未启动
    NotStarted,
    /// 未到期
    NotDue,
    /// 正常
    OnTrack,
    /// 已完成 of targets, 办结 of matters.
    Done,
}

/// Days before a due day from which it is 临期.
const SOON: i64 = 7;

impl Light {
    /// Every light, worst first.
    pub const ALL: [Self; 9] = [
        Self::Overdue,
        Self::Behind,
        Self::DueSoon,
        Self::Unreported,
        Self::NotIssued,
        Self::NotStarted,
        Self::NotDue,
        Self::OnTrack,
        Self::Done,
    ];

    /// The mark that is read without colour.
    pub const fn mark(self) -> char {
        match self {
            Self::OnTrack => '=',
            Self::DueSoon => '~',
            Self::Behind => '!',
            Self::Overdue => 'X',
            Self::Done => '*',
            Self::NotStarted => '.',
            Self::Unreported => '?',
            Self::NotDue => '-',
            Self::NotIssued => 'o',
        }
    }

    /// The code of scripts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnTrack => "on_track",
            Self::DueSoon => "due_soon",
            Self::Behind => "behind",
            Self::Overdue => "overdue",
            Self::Done => "done",
            Self::NotStarted => "not_started",
            Self::Unreported => "unreported",
            Self::NotDue => "not_due",
            Self::NotIssued => "not_issued",
        }
    }

    /// The word for people.
    pub const fn word(self) -> Shine {
        match self {
            Self::OnTrack => Shine::OnTrack,
            Self::DueSoon => Shine::DueSoon,
            Self::Behind => Shine::Behind,
            Self::Overdue => Shine::Overdue,
            Self::Done => Shine::Done,
            Self::NotStarted => Shine::NotStarted,
            Self::Unreported => Shine::Unreported,
            Self::NotDue => Shine::NotDue,
            Self::NotIssued => Shine::NotIssued,
        }
    }
}

/// The newest reading of a target: of the latest months, and of those the one made last.
pub fn latest_reading(state: &Snapshot, target: Place) -> Option<(&RecordId, Cow<'_, Reading>)> {
    state.latest_reading(target)
}

/// How a target stands: whether it was issued, reported, and reached. Whether it keeps pace is a
/// question for a policy and is not answered here: then the light is none.
pub fn of_target(state: &Snapshot, target: &Target) -> Option<Light> {
    let issued = state.ledger.amendments.get(&target.id).is_some_and(|all| !all.is_empty());
    let Some((_, reading)) = latest_reading(state, target.id) else {
        let waits = target.kind == Kind::Issued && target.value.is_none() && !issued;
        return Some(if waits { Light::NotIssued } else { Light::Unreported });
    };
    let value = target.value?;
    let sum = matches!(target.kind, Kind::Cumulative | Kind::Checklist | Kind::Structural);
    let at_most = target.comparator == Comparator::AtMost;
    (sum && !at_most && reading.value.value() >= value.value()).then_some(Light::Done)
}

/// How a decision stands on a day.
pub fn of_decision(standing: &Standing, today: NaiveDate) -> Light {
    if standing.is_over() {
        return Light::Done;
    }
    match standing.due.when().and_then(crate::ledger::When::day) {
        Some(due) if due < today => Light::Overdue,
        Some(due) if (due - today).num_days() <= SOON => Light::DueSoon,
        _ => Light::OnTrack,
    }
}

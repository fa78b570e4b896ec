//! Targets: a number, a direction or a state to be reached, with the report's own phrase.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Month, Number, Place, Table};
use crate::words::Wrong;

/// 目标: what is to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// `1.2/1`, or `0/1` for a headline target.
    pub id: Place,
    /// What is measured: 签约额.
    pub metric: String,
    /// A name for narrow columns.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// How the value is meant.
    pub comparator: Comparator,
    /// The value, as written; absent for a target without a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Where a `from_to` target starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Number>,
    /// The upper bound of a `range`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<Number>,
    /// The unit of all three; a percentage is `%`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// How it is judged.
    pub kind: Kind,
    /// 力争, 确保, 计划: how firmly it is promised.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub qualifier: String,
    /// The report's own phrase, verbatim.
    pub text: String,
    /// The members that a checklist names, one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// When it is to be reached; the end of the plan when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// When a level is measured: before that day it is 未到期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured: Option<NaiveDate>,
    /// How often it is reported.
    #[serde(default, skip_serializing_if = "is_monthly")]
    pub every: Every,
    /// The target with which a relative one is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Place>,
    /// 双达标: targets that must be reached as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Place>,
    /// Where a sum should be at the end of a month; between two months it grows evenly.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub trajectory: Table<Month, Number>,
    /// The plan's season by which a sum without a trajectory grows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub season: String,
    /// 节点: what is planned for which month. A node may be a member of a checklist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<PlannedNode>,
    /// How much it counts in a roll-up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u16>,
}

/// A step that is planned for a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedNode {
    /// The month in which it is to be done.
    pub by: Month,
    /// What.
    pub text: String,
}

/// How often a target is reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// 每月
    #[default]
    Month,
    /// 每季度
    Quarter,
    /// 每半年
    HalfYear,
    /// 每年
    Year,
}

impl Every {
    /// How many months a report covers.
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_monthly(every: &Every) -> bool {
    *every == Every::Month
}

/// How a target's value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// No comparator word.
    Exactly,
    /// 左右
    About,
    /// 以上, 不低于
    AtLeast,
    /// 以内
    AtMost,
    /// 超过
    MoreThan,
    /// From `value` to `upper`.
    Range,
    /// From `from` to `value`: 4个整合为2个.
    FromTo,
    /// 与…同步
    InStep,
    /// 只增不减
    UpOnly,
    /// 持续下降
    DownOnly,
    /// 全覆盖
    Complete,
    /// 坚决遏制
    Avert,
    /// 达到上级下达的指标: no value until one is issued.
    Issued,
}

/// How a target is judged: the kinds of supervision practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 累计: a sum that grows over the year.
    Cumulative,
    /// 增速: a rate, never scaled by time.
    Rate,
    /// 水平: a level at its measuring date.
    Level,
    /// 节点: a node planned for a month.
    Milestone,
    /// 清单: so many of the named members done.
    Checklist,
    /// 同步: two readings compared.
    Relative,
    /// 方向: against the same period last year.
    Direction,
    /// 上级下达: no value until one is issued.
    Issued,
    /// 一次性: done or not, on a date.
    Structural,
    /// 定性: by hand, with a reason.
    Qualitative,
}

impl Target {
    /// A target of which only the words are known: judged by hand until more is said.
    pub fn of_phrase(id: Place, text: impl Into<String>) -> Self {
        Self {
            id,
            metric: String::new(),
            short: String::new(),
            comparator: Comparator::Exactly,
            value: None,
            from: None,
            upper: None,
            unit: String::new(),
            kind: Kind::Qualitative,
            qualifier: String::new(),
            text: text.into(),
            members: Vec::new(),
            due: None,
            measured: None,
            every: Every::default(),
            against: None,
            with: Vec::new(),
            trajectory: Table::default(),
            season: String::new(),
            nodes: Vec::new(),
            weight: None,
        }
    }

    /// The value as people read it: `500亿元`, `6%`; empty without a number.
    pub fn amount(&self) -> String {
        self.value.map_or_else(String::new, |value| self.measured(value))
    }

    /// A value in the unit of this target: `305亿元`, `6%`, `12 workshops`.
    pub fn measured(&self, value: impl fmt::Display) -> String {
        let value = value.to_string();
        let word = self.unit.starts_with(|c: char| c.is_ascii_alphabetic());
        let blank = if word && !value.is_empty() { " " } else { "" };
        format!("{value}{blank}{}", self.unit)
    }

    /// Takes away what people edit all year to have it judged: no part of what was adopted.
    pub fn forget_judging(&mut self) {
        (self.due, self.measured, self.every) = (None, None, Every::Month);
        (self.against, self.weight) = (None, None);
        self.with.clear();
        self.trajectory.clear();
        self.season.clear();
        self.nodes.clear();
    }
}

/// What is wrong with a target by itself: the field, and why.
pub(super) fn faults(target: &Target) -> Vec<(&'static str, Wrong)> {
    let mut faults = Vec::new();
    let mut say = |wrong: bool, field, what| {
        if wrong {
            faults.push((field, what));
        }
    };
    let id = || target.id.to_string();
    let numbered = target.comparator.takes_value();
    say(numbered && target.value.is_none(), "comparator", Wrong::ValueMissing { id: id() });
    say(
        !numbered && target.comparator != Comparator::Issued && target.value.is_some(),
        "value",
        Wrong::ValueNotMeant { id: id() },
    );
    say(
        (target.comparator == Comparator::FromTo) != target.from.is_some(),
        "comparator",
        Wrong::FromGoesWithFromTo { id: id() },
    );
    say(
        (target.comparator == Comparator::Range) != target.upper.is_some(),
        "comparator",
        Wrong::UpperGoesWithRange { id: id() },
    );
    let value = target.value.map(Number::value);
    let backwards = target.upper.map(Number::value).zip(value).is_some_and(|(up, low)| up < low);
    say(backwards, "upper", Wrong::RangeBackwards { id: id() });
    let count = target.members.len();
    let many = value.is_some_and(|value| Decimal::from(count) > value);
    say(many, "members", Wrong::TooManyMembers { id: id(), count: count.to_string() });
    say(target.metric.trim().is_empty(), "metric", Wrong::MetricMissing { id: id() });
    faults
}

impl Comparator {
    /// Whether a target with this comparator has a number of its own.
    pub const fn takes_value(self) -> bool {
        matches!(
            self,
            Self::Exactly
                | Self::About
                | Self::AtLeast
                | Self::AtMost
                | Self::MoreThan
                | Self::Range
                | Self::FromTo
        )
    }
}

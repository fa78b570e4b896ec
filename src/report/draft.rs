//! What reading a report came to: a plan, where each of its rows stands, and what is doubted.

use std::ops::Range;

use crate::plan::{Place, Plan};
use crate::words::report::{Role, Weight, Why};
use crate::words::{Lang, Unsure};

use super::goal::{Goal, Rejected};
use super::proof::Spot;

/// A plan as a report proposes it. Nothing of the text is lost: the spans cover it exactly once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The plan.
    pub plan: Plan,
    /// What every part of the text is, in the order of the text, without gaps.
    pub spans: Vec<Span>,
    /// Where the reading is not sure, in the order of the text.
    pub doubts: Vec<Doubt>,
    /// What the bridge sentence said, if there is one.
    pub bridge: Option<Bridge>,
    /// Who answers for what, as the text says it; the plan has no place for it.
    pub duties: Vec<Duty>,
    /// Where each target stands, in the order of the plan.
    pub goals: Vec<Goal>,
    /// Every other number, in the order of the text.
    pub rejected: Vec<Rejected>,
}

impl Draft {
    /// Whether the text has nothing by which a report is known: no numbering, nobody who answers for a
    /// row; and of one task no target or neither title nor year, of more none of all that nor a title of
    /// their own. Whatever was read of it was read into it.
    pub fn is_bare(&self) -> bool {
        let marked = |span: &Span| {
            matches!(span.role, Role::SectionMarker | Role::TaskMarker) && !span.at.is_empty()
        };
        let doubted = |is: fn(&Why) -> bool| {
            let why = |doubt: &&Doubt| matches!(&doubt.why, Reason::Reading(why) if is(why));
            self.doubts.iter().filter(why).count()
        };
        let (tasks, aimless) = (self.plan.tasks().count(), self.goals.is_empty());
        let nameless = doubted(|why| matches!(why, Why::NoTitle)) > 0
            && doubted(|why| matches!(why, Why::NoYear { .. })) > 0;
        let borrowed = doubted(|why| matches!(why, Why::BorrowedTitle { .. })) >= tasks;
        let nothing = match tasks {
            0 | 1 => aimless || nameless,
            _ => aimless && nameless && borrowed,
        };
        nothing && self.duties.is_empty() && !self.spans.iter().any(marked)
    }
}

/// A part of the text and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Which part, in bytes.
    pub at: Range<usize>,
    /// Where it begins, as an editor counts.
    pub spot: Spot,
    /// What it is.
    pub role: Role,
    /// The row of the plan that it is a part of.
    pub row: Option<Place>,
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Which part of the text, in bytes.
    pub at: Range<usize>,
    /// Where it begins, as an editor counts.
    pub spot: Spot,
    /// The row of the plan, where there is one.
    pub row: Option<Place>,
    /// How much hangs on it.
    pub weight: Weight,
    /// Why.
    pub why: Reason,
}

impl Doubt {
    /// Whether it says that a task has no title of its own.
    pub(super) const fn is_borrowed(&self) -> bool {
        matches!(self.why, Reason::Reading(Why::BorrowedTitle { .. }))
    }

    /// Whether it says that there are more or fewer sections than the bridge sentence says.
    pub(super) const fn is_count(&self) -> bool {
        matches!(self.why, Reason::Reading(Why::SectionCount { .. }))
    }

    /// Whether it is about what a number promises.
    pub(super) const fn is_of_target(&self) -> bool {
        matches!(self.why, Reason::Target(_))
    }
}

/// Why something is doubted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// What it was read as.
    Reading(Why),
    /// What it promises.
    Target(Unsure),
}

impl Reason {
    /// The reason in a language.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Reading(why) => why.text(lang),
            Self::Target(unsure) => unsure.text(lang).to_owned(),
        }
    }
}

/// 重点抓好以下五方面工作: a check on the number of sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// Its sentence, in bytes.
    pub at: Range<usize>,
    /// How many sections it speaks of; none when it gives no number.
    pub said: Option<u32>,
    /// How many sections were found in the part that it stands in.
    pub found: usize,
}

/// 牵头单位, 责任单位, 完成时限: who answers for a row, in the words of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duty {
    /// Where it is written, in bytes.
    pub at: Range<usize>,
    /// The task or measure that it stands behind.
    pub row: Option<Place>,
    /// Who leads; the first named where nothing else is said.
    pub leads: Vec<String>,
    /// Who helps.
    pub supports: Vec<String>,
    /// By when, as written.
    pub due: String,
}

impl Draft {
    /// Every office that the text names as answering for something, in the order of the text.
    pub fn offices(&self) -> Vec<&str> {
        let named = self.duties.iter().flat_map(|duty| duty.leads.iter().chain(&duty.supports));
        let mut offices: Vec<&str> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        offices.extend(named.map(String::as_str).filter(|name| seen.insert(*name)));
        offices
    }

    /// The text of a span.
    pub fn text<'a>(&self, source: &'a str, span: &Span) -> &'a str {
        source.get(span.at.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::report::read;

    #[test]
    fn what_has_nothing_of_a_report_is_bare() {
        for (text, expect) in [
            ("去年秋天我们去了北湖。\n湖边有3条船，船家说今年水浅。\n", true),
            (
                "关于借用会议室的函\n\n因工作需要，拟于下周二借用贵单位第一会议室。\n请予支持。\n",
                true,
            ),
            ("Dear all,\n\nthe lift is out of order until Monday. Please use the stairs.\n", true),
            ("hello\n", true),
            (include_str!("../../tests/facts/report.txt"), false),
            ("云溪县2031年重点工作\n（一）抓好产业\n——做强农业。新建水库2座。\n", false),
            ("2031年民生实事\n1. 新建学校3所。\n", false),
        ] {
            assert_eq!(read(text).is_bare(), expect, "{text}");
        }
    }
}

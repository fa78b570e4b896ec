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

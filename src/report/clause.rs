//! The targets of a sentence: metric, comparator, exact value, unit, kind, and the numbers that are
//! none, each with its reason.
//!
//! Reading cannot fail: what is unclear is proposed with a doubt, or kept as a candidate. All places
//! are byte ranges of the sentence, and the phrases of two proposals never overlap.

use std::ops::Range;

use crate::plan::{Comparator, Kind, Number};
use crate::words::{NotATarget, Unsure};

mod bound;
mod english;
mod kind;
mod lexicon;
mod marks;
mod member;
mod metric;
mod phrase;
mod quantity;
mod reader;
mod refusal;
mod scope;
mod script;
mod series;
mod split;
mod state;
mod vocabulary;

#[cfg(test)]
mod tests;

use marks::Marks;
use reader::Reader;

/// Where a sentence stands in its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// 主要预期目标
    Headline,
    /// A sentence of a task.
    Measure,
    /// A review of the past or an outlook over years: nothing in it is an annual target.
    Review,
}

/// What a sentence promises.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses {
    /// Its targets, in order.
    pub found: Vec<Proposal>,
    /// Its other numbers, in order, each with the reason why it is no target.
    pub rejected: Vec<Candidate>,
}

/// A target that the report seems to set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The phrase: a piece of the sentence.
    pub range: Range<usize>,
    /// The number with its unit, or the words that stand for one (全覆盖).
    pub number: Range<usize>,
    /// What is measured.
    pub metric: String,
    /// How the value is meant.
    pub comparator: Comparator,
    /// The value, as written.
    pub value: Option<Number>,
    /// Where a [`Comparator::FromTo`] starts.
    pub from: Option<Number>,
    /// The upper bound of a [`Comparator::Range`].
    pub upper: Option<Number>,
    /// The unit, as written; a percentage is `%`.
    pub unit: String,
    /// How it would be judged.
    pub kind: Kind,
    /// 力争, 确保, 计划; empty without one.
    pub qualifier: String,
    /// The members of a checklist that the sentence names.
    pub members: Vec<String>,
    /// The phrase, verbatim.
    pub text: String,
    /// What is doubtful about it.
    pub doubt: Option<Unsure>,
}

/// A number that is no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where it stands.
    pub range: Range<usize>,
    /// Why it is none.
    pub why: NotATarget,
}

/// The targets of a sentence.
pub fn targets(sentence: &str, setting: Setting) -> Clauses {
    if english::is_english(sentence) && setting != Setting::Review {
        return english::targets(sentence);
    }
    let text = script::simplified(sentence);
    let marks = Marks::read(&text);
    let (quantities, mut rejected) = quantity::quantities(sentence, &text, &marks);
    if setting == Setting::Review {
        let numbers = quantities.into_iter().map(|quantity| quantity.number);
        rejected.extend(numbers.map(|range| Candidate { range, why: NotATarget::Review }));
        rejected.sort_by_key(|candidate| candidate.range.start);
        return Clauses { found: Vec::new(), rejected };
    }
    let clauses = split::clauses(&text, &marks, &quantities);
    let mut reader = Reader {
        shown: sentence,
        text: &text,
        marks: &marks,
        setting,
        quantities: &quantities,
        expects: text.contains(reader::EXPECTED),
        fence: 0,
        spoken: None,
        later: scope::other_year(&text),
        clauses: Clauses { found: Vec::new(), rejected },
    };
    for clause in &clauses {
        let before = reader.clauses.found.len();
        reader.clause(clause);
        state::goals(&mut reader, clause, before);
    }
    settled(reader.clauses)
}

/// Everything in order, and no number both found and rejected.
fn settled(mut clauses: Clauses) -> Clauses {
    clauses.found.sort_by_key(|proposal| proposal.range.start);
    clauses.rejected.sort_by_key(|candidate| candidate.range.start);
    let mut spans = clauses.found.iter().map(|proposal| &proposal.number).peekable();
    clauses.rejected.retain(|candidate| {
        while spans.next_if(|span| span.end <= candidate.range.start).is_some() {}
        spans.peek().is_none_or(|span| candidate.range.end <= span.start)
    });
    clauses
}

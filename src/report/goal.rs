//! The targets of the plan: what the sentences of headline and measures promise, each with its
//! place in the source; and every other number, with the reason why it is none.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::plan::{Place, Plan, Target};
use crate::words::report::{Role, Weight};
use crate::words::{Lang, NotATarget, Unsure};

use super::clause::{Clauses, Proposal, Setting, targets};
use super::letter::is_break;
use super::line::verbatim;
use super::sentence::sentences;
use super::writer::Writer;

/// Where a target stands in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The target.
    pub id: Place,
    /// Its phrase, in bytes.
    pub at: Range<usize>,
    /// Its number with the unit, or the words that stand for one.
    pub number: Range<usize>,
}

/// A number of the source that is no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// The row whose sentence it stands in, where there is one.
    pub row: Option<Place>,
    /// Why it is none.
    pub why: Refused,
}

/// Why a number is no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// As it was read.
    Read(NotATarget),
    /// As a person said.
    Told(String),
}

impl Refused {
    /// The reason; what a person said stays in that person's language.
    pub fn text(&self, lang: Lang) -> &str {
        match self {
            Self::Read(why) => why.text(lang),
            Self::Told(why) => why,
        }
    }
}

/// What the sentences of a draft promise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Promised {
    pub(super) goals: Vec<Goal>,
    pub(super) rejected: Vec<Rejected>,
    pub(super) doubts: Vec<Doubted>,
}

/// What is doubtful about a target.
pub(super) type Doubted = (Range<usize>, Place, Weight, Unsure);

/// Puts targets into the plan: those of the headline sentences, then those of each measure.
pub(super) fn set(writer: &mut Writer) -> Promised {
    let mut setter = Setter { text: writer.text(), promised: Promised::default() };
    setter.headline(&mut writer.plan, &writer.headlines);
    setter.measures(&mut writer.plan, &writer.written);
    let kept = [Role::Review, Role::Outlook, Role::Guidance];
    let stretches: Vec<Range<usize>> = writer.claimed(&kept).collect();
    setter.outside(&stretches);
    setter.promised.rejected.sort_by_key(|rejected| rejected.at.start);
    setter.promised
}

struct Setter<'a> {
    text: &'a str,
    promised: Promised,
}

impl Setter<'_> {
    fn headline(&mut self, plan: &mut Plan, sentences: &[Range<usize>]) {
        for at in sentences {
            let words = Words::of(self.text, std::slice::from_ref(at));
            let clauses = targets(&words.text, Setting::Headline);
            let count = plan.headline.len();
            let ids = (count + 1..).map(|nth| Place::headline(number(nth)));
            plan.headline.extend(self.take(&words, clauses, None, ids));
        }
    }

    fn measures(&mut self, plan: &mut Plan, written: &[(Place, Vec<Range<usize>>)]) {
        let mut pieces = written.iter();
        let tasks = plan.sections.iter_mut().flat_map(|section| &mut section.tasks);
        for task in tasks {
            let (section, own) = (task.id.in_section().map_or(1, Place::number), task.id.number());
            let mut count = 0;
            for measure in &mut task.measures {
                let Some((_, at)) = pieces.next() else { return };
                let words = Words::of(self.text, at);
                let clauses = targets(&words.text, Setting::Measure);
                let ids = (count + 1..).map(|nth| Place::target(section, own, number(nth)));
                measure.targets = self.take(&words, clauses, Some(measure.id), ids);
                count += measure.targets.len();
            }
        }
    }

    /// Numbers of what is kept and not read.
    fn outside(&mut self, stretches: &[Range<usize>]) {
        for sentence in stretches.iter().flat_map(|at| sentences(self.text, at.clone())) {
            let words = Words::of(self.text, std::slice::from_ref(&sentence));
            let clauses = targets(&words.text, Setting::Review);
            self.take(&words, clauses, None, std::iter::empty());
        }
    }

    fn take(
        &mut self,
        words: &Words,
        clauses: Clauses,
        row: Option<Place>,
        ids: impl Iterator<Item = Place>,
    ) -> Vec<Target> {
        for candidate in clauses.rejected {
            let at = words.place(&candidate.range);
            self.promised.rejected.push(Rejected { at, row, why: Refused::Read(candidate.why) });
        }
        let numbered = clauses.found.into_iter().zip(ids);
        numbered.map(|(proposal, id)| self.proposed(words, proposal, id)).collect()
    }

    fn proposed(&mut self, words: &Words, proposal: Proposal, id: Place) -> Target {
        let at = words.place(&proposal.range);
        if let Some(unsure) = proposal.doubt {
            self.promised.doubts.push((at.clone(), id, Weight::Middle, unsure));
        }
        let number = words.place(&proposal.number);
        self.promised.goals.push(Goal { id, at, number });
        target(proposal, id)
    }
}

/// A proposal as a target of the plan.
pub(super) fn target(proposal: Proposal, id: Place) -> Target {
    let mut members = proposal.members;
    let mut seen = BTreeSet::new();
    members.retain(|member| seen.insert(member.clone()));
    Target {
        metric: proposal.metric,
        comparator: proposal.comparator,
        value: proposal.value,
        from: proposal.from,
        upper: proposal.upper,
        unit: proposal.unit,
        kind: proposal.kind,
        qualifier: proposal.qualifier,
        members,
        ..Target::of_phrase(id, proposal.text)
    }
}

pub(super) fn number(nth: usize) -> u16 {
    u16::try_from(nth).unwrap_or(u16::MAX)
}

/// The words of a row, and where each of them stands in the source.
pub(super) struct Words {
    pub(super) text: String,
    /// For each character, where it begins in the words and where it stands in the source.
    places: Vec<(usize, Range<usize>)>,
}

impl Words {
    pub(super) fn of(source: &str, pieces: &[Range<usize>]) -> Self {
        let text: String = pieces.iter().map(|piece| verbatim(source, piece)).collect();
        let mut from = pieces.iter().flat_map(|piece| {
            let part = source.get(piece.clone()).unwrap_or_default();
            part.char_indices().map(|(at, c)| (piece.start + at, c))
        });
        let mut places = Vec::with_capacity(text.len() / 3);
        for (begins, c) in text.char_indices() {
            let blank = |there: char| there == '\t' || is_break(there);
            let is = |(_, there): &(usize, char)| *there == c || c == ' ' && blank(*there);
            let Some((at, there)) = from.find(is) else { break };
            places.push((begins, at..at + there.len_utf8()));
        }
        Self { text, places }
    }

    /// Where a range of the words stands in the source.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.places.partition_point(|(begins, _)| *begins < range.start);
        let after = self.places.partition_point(|(begins, _)| *begins < range.end);
        let start = self.places.get(first).map_or(0, |(_, at)| at.start);
        let last = after.checked_sub(1).and_then(|last| self.places.get(last));
        start..last.map_or(start, |(_, at)| at.end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_over_the_end_of_a_line() {
        let source = "　　新建学校5\n　　所（责任单位：教育局），增学位。";
        let end = source.find('（').unwrap();
        let after = source.find('，').unwrap();
        let words = Words::of(source, &[0..end, after..source.len()]);
        assert_eq!(words.text, "新建学校5所，增学位。");
        let phrase = words.text.find("学校").unwrap()..words.text.find('，').unwrap();
        assert_eq!(&source[words.place(&phrase)], "学校5\n　　所");
    }
}

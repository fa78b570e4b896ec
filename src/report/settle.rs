//! 定疑: what a person says of the reading of a report, kept so that it can be said again.
//!
//! A settling says what a stretch of the text is, or what a number promises. A sentence that is cut
//! in two, two that are joined, another level, a title that ends elsewhere are all one thing: these
//! characters are that. The text itself is never changed. Said again in order, on the same text,
//! settlings give the same draft, byte for byte.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::draft::{Bridge, Doubt, Draft};
use crate::plan::Target;
use crate::words::report::Role;

pub use carry::carried;
pub use promise::phrase;

mod carry;
mod layer;
mod promise;
mod replay;
#[cfg(test)]
mod tests;

/// One thing that a person says of the reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Settling {
    /// These characters are that.
    Is {
        /// Which.
        at: Stretch,
        /// What they are.
        what: Piece,
    },
    /// This number is a target.
    Promises {
        /// The number with its unit, or the words that stand for one.
        at: Stretch,
        /// The target. Its id is given anew; its text is a phrase around the number.
        target: Box<Target>,
    },
    /// This number is no target.
    PromisesNothing {
        /// The number.
        at: Stretch,
        /// Why.
        why: String,
    },
    /// A name for narrow columns, for the row whose title these characters are.
    Short {
        /// The title.
        at: Stretch,
        /// The name; empty takes it away.
        short: String,
    },
    /// What is doubted here was looked at and stays as it was read.
    Seen {
        /// Where the doubt points.
        at: Stretch,
    },
}

/// Characters of the text, by place and by their own words: a text that was changed does not take
/// what was said of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// Where they begin, in bytes of the text.
    pub from: usize,
    /// Where they end.
    pub to: usize,
    /// What they say; the middle of a long stretch is left out.
    pub words: String,
}

/// What a person can say that characters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// The title of a section, without its marker.
    Section,
    /// A guiding sentence of a section.
    Lead,
    /// The title of a task, without its marker.
    Task,
    /// A measure.
    Measure,
    /// A sentence before the first section.
    Guidance,
    /// A sentence before the first section that gives targets.
    Headline,
    /// Nothing of the plan.
    Outside,
}

/// A draft with what was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The draft.
    pub draft: Draft,
    /// Which settlings, counted from 0, do not fit this text; they were left out.
    pub unfit: Vec<usize>,
}

impl Piece {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Section,
        Self::Task,
        Self::Measure,
        Self::Lead,
        Self::Guidance,
        Self::Headline,
        Self::Outside,
    ];

    /// What the stretch is in the draft.
    pub const fn role(self) -> Role {
        match self {
            Self::Section => Role::SectionTitle,
            Self::Lead => Role::SectionLead,
            Self::Task => Role::TaskTitle,
            Self::Measure => Role::Measure,
            Self::Guidance => Role::Guidance,
            Self::Headline => Role::Headline,
            Self::Outside => Role::Chrome,
        }
    }
}

/// A stretch longer than twice this many characters is told by its ends.
const ENDS: usize = 12;

impl Stretch {
    /// A stretch of a text. Ends that part a character are moved outwards.
    pub fn of(text: &str, at: Range<usize>) -> Self {
        let from = text.floor_char_boundary(at.start);
        let to = text.ceil_char_boundary(at.end.max(from));
        let words = text.get(from..to).unwrap_or_default();
        Self { from, to, words: brief(words) }
    }

    /// Where it lies in a text; none when other words stand there.
    pub fn within(&self, text: &str) -> Option<Range<usize>> {
        let words = text.get(self.from..self.to)?;
        (brief(words) == self.words).then_some(self.from..self.to)
    }
}

/// The first and the last characters.
fn brief(words: &str) -> String {
    if words.chars().count() <= 2 * ENDS {
        return words.to_owned();
    }
    let head: String = words.chars().take(ENDS).collect();
    let mut tail: Vec<char> = words.chars().rev().take(ENDS).collect();
    tail.reverse();
    format!("{head}……{}", tail.into_iter().collect::<String>())
}

impl Settling {
    /// Of which characters it speaks.
    pub const fn at(&self) -> &Stretch {
        match self {
            Self::Is { at, .. }
            | Self::Promises { at, .. }
            | Self::PromisesNothing { at, .. }
            | Self::Short { at, .. }
            | Self::Seen { at } => at,
        }
    }

    const fn at_mut(&mut self) -> &mut Stretch {
        match self {
            Self::Is { at, .. }
            | Self::Promises { at, .. }
            | Self::PromisesNothing { at, .. }
            | Self::Short { at, .. }
            | Self::Seen { at } => at,
        }
    }
}

/// Reads a report as a person settled it.
pub fn settle(text: &str, settlings: &[Settling]) -> Settled {
    over(text, &super::read(text), settlings)
}

/// What was said of a report laid over its reading: [`settle`] for whoever has the reading already.
pub fn over(text: &str, read: &Draft, settlings: &[Settling]) -> Settled {
    if settlings.is_empty() {
        return Settled { draft: read.clone(), unfit: Vec::new() };
    }
    let (fit, mut unfit): (Vec<usize>, Vec<usize>) =
        (0..settlings.len()).partition(|nth| settlings[*nth].at().within(text).is_some());
    let fit: Vec<(usize, &Settling)> = fit.into_iter().map(|nth| (nth, &settlings[nth])).collect();
    let layers = layer::laid(&read.spans, fit.iter().map(|(_, settling)| *settling));
    let mut draft = replay::replay(text, read, &layers);
    count(&mut draft, read);
    draft.doubts = doubts(read, &draft.doubts, &layers, &fit);
    let agrees = draft.bridge.as_ref().is_none_or(counts);
    draft.doubts.retain(|doubt| !doubt.is_count() || !agrees);
    unfit.extend(promise::settle(&mut draft, text, &fit));
    unfit.sort_unstable();
    Settled { draft, unfit }
}

/// Counts the sections that the bridge sentence speaks of: those that were found, and those that came
/// or went since.
fn count(draft: &mut Draft, read: &Draft) {
    let (before, now) = (read.plan.sections.len(), draft.plan.sections.len());
    if let Some(bridge) = &mut draft.bridge {
        bridge.found = (bridge.found + now).saturating_sub(before);
    }
}

/// Whether there are as many sections as the bridge sentence says.
fn counts(bridge: &Bridge) -> bool {
    bridge.said.is_none_or(|said| usize::try_from(said) == Ok(bridge.found))
}

/// What is still doubted: what the reading doubted where nothing was said since, and what is doubted
/// of what was said.
fn doubts(
    read: &Draft,
    anew: &[Doubt],
    layers: &[layer::Layer],
    fit: &[(usize, &Settling)],
) -> Vec<Doubt> {
    let told = |at: &Range<usize>| layers.iter().any(|layer| layer.told && meet(&layer.at, at));
    let old = read.doubts.iter().filter(|doubt| !told(&doubt.at));
    let old = old.filter(|doubt| !anew.iter().any(|it| it.at == doubt.at && it.why == doubt.why));
    let mut all: Vec<Doubt> = old.cloned().chain(anew.iter().cloned()).collect();
    all.retain(|doubt| !fit.iter().any(|(_, settling)| settles(settling, doubt)));
    all.sort_by_key(|doubt| doubt.at.start);
    all
}

/// Whether a settling answers a doubt.
fn settles(settling: &Settling, doubt: &Doubt) -> bool {
    let at = settling.at();
    match settling {
        Settling::Seen { .. } => (at.from, at.to) == (doubt.at.start, doubt.at.end),
        Settling::Promises { .. } | Settling::PromisesNothing { .. } => {
            doubt.is_of_target() && meet(&(at.from..at.to), &doubt.at)
        }
        Settling::Is { .. } | Settling::Short { .. } => false,
    }
}

/// Whether two stretches share a character.
pub fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

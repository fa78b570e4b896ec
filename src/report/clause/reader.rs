//! One pass over the clauses of a sentence: each quantity becomes a proposal or a candidate.

use std::ops::Range;

use super::kind::{Evidence, kind};
use super::marks::Marks;
use super::phrase::{self, Last, Left, Of, Right, Verb};
use super::quantity::{Quantity, Units};
use super::scope;
use super::series;
use super::split::{Clause, Opening};
use super::vocabulary::{FIRMNESS, LIGHT, TELLING};
use super::{Candidate, Clauses, Comparator, NotATarget, Proposal, Setting, Unsure};
use crate::report::number::Script;
use crate::report::unit::Measure;

/// A sentence that is being read.
pub(crate) struct Reader<'a> {
    /// As published; all that is proposed is cut from it.
    pub shown: &'a str,
    /// The same in simplified characters, in which the tables are written.
    pub text: &'a str,
    /// Its quotations and brackets.
    pub marks: &'a Marks,
    /// Where it stands.
    pub setting: Setting,
    /// All its quantities.
    pub quantities: &'a [Quantity],
    /// Whether the sentence says that it names what is expected.
    pub expects: bool,
    /// How many proposals were made before the last semicolon.
    pub fence: usize,
    /// What was spoken of without a number, and the clause that still speaks of it.
    pub spoken: Option<(usize, String)>,
    /// Where it begins to speak of another year.
    pub later: Option<usize>,
    /// What was found.
    pub clauses: Clauses,
}

/// How far before a number, in bytes, the names of its list may begin.
const FURTHEST: usize = 900;

/// How the targets of a headline are promised.
pub(crate) const EXPECTED: &str = "预期目标";

/// A metric longer than this is hardly one.
pub(crate) const LONGEST_METRIC: usize = 40;

impl Reader<'_> {
    /// Reads the quantities of a clause, from left to right.
    pub(crate) fn clause(&mut self, clause: &Clause) {
        if clause.opening == Opening::Anew {
            self.fence = self.clauses.found.len();
        }
        let past = scope::past(self.text, &clause.range);
        let mut floor = clause.range.start;
        let mut at = clause.quantities.start;
        while at < clause.quantities.end {
            floor = self.within_reach(floor, self.quantities[at].whole.start);
            let ahead = Ahead { clause, past, floor, at };
            (at, floor) = series::distributed(self, &ahead)
                .or_else(|| series::changed(self, &ahead))
                .unwrap_or_else(|| (at + 1, self.single(&ahead)));
        }
    }

    /// A floor no further from a quantity than anything that could belong to it, and never behind its
    /// begin: what was read before may reach into it.
    fn within_reach(&self, floor: usize, at: usize) -> usize {
        let near = at.saturating_sub(FURTHEST);
        let near = (near..at).find(|place| self.text.is_char_boundary(*place)).unwrap_or(at);
        floor.max(near).min(at)
    }

    /// Reads one quantity; where the next phrase begins.
    fn single(&mut self, ahead: &Ahead) -> usize {
        let quantity = &self.quantities[ahead.at];
        let left = phrase::left(self.text, ahead.floor..quantity.whole.start, self.marks);
        let right = self.right(ahead, ahead.at);
        let sides = Sides { left, right };
        if let Some(why) = scope::refusal(self, ahead, &sides) {
            self.clauses.rejected.push(Candidate { range: quantity.number.clone(), why });
            let keeps = matches!(why, NotATarget::Threshold | NotATarget::Slogan);
            let parted = sides.right.resume > sides.right.noun.end;
            let kept = if parted { sides.right.resume } else { ahead.floor };
            return if keeps { kept } else { quantity.whole.end };
        }
        self.propose(ahead, sides)
    }

    /// What stands behind a quantity of a clause.
    pub(crate) fn right(&self, ahead: &Ahead, at: usize) -> Right {
        let next = (at + 1 < ahead.clause.quantities.end).then(|| &self.quantities[at + 1]);
        let end = next.map_or(ahead.clause.range.end, |next| next.whole.start);
        let last = if next.is_some() { Last::No } else { Last::Yes };
        let start = self.quantities[at].whole.end.min(end);
        phrase::right(self.text, start..end, last, self.marks)
    }

    fn propose(&mut self, ahead: &Ahead, sides: Sides) -> usize {
        let quantity = &self.quantities[ahead.at];
        let Sides { left, mut right } = sides;
        let object = self.object(&left.noun);
        let own = !self.text[object.clone()].is_empty();
        let behind = &self.text[right.noun.clone()];
        let share = quantity.measure == Some(Measure::Share);
        if own && right.of == Of::Bare && (share || phrase::opens_phrase(behind)) {
            right.resume = right.noun.start;
            right.noun = right.noun.start..right.noun.start;
        }
        let members = self.members(quantity, &left, &right);
        let metric = self.metric(ahead, &left, &right, members.as_deref());
        let Some(metric) = metric.filter(|metric| metric.contains(char::is_alphanumeric)) else {
            let range = quantity.number.clone();
            self.clauses.rejected.push(Candidate { range, why: NotATarget::NoMetric });
            return quantity.whole.end;
        };
        let start =
            members.as_ref().and_then(|members| members.first()).map_or(left.start, |it| it.start);
        let end = quantity.whole.end.max(right.noun.end);
        let names = members.iter().flatten().map(|name| self.cut(name)).collect();
        self.push(Found {
            range: start..if right.noun.is_empty() { quantity.whole.end } else { end },
            quantity,
            metric,
            left: &left,
            members: names,
            doubt: None,
        });
        if right.noun.is_empty() { right.resume.max(quantity.whole.end) } else { right.resume }
    }

    /// A piece of the sentence in one line.
    pub(crate) fn cut(&self, range: &Range<usize>) -> String {
        self.shown[range.clone()]
            .chars()
            .filter(|c| !c.is_control() && *c != '\u{3000}')
            .collect::<String>()
            .trim()
            .to_owned()
    }

    /// Adds a proposal, with whatever is doubtful about it.
    pub(crate) fn push(&mut self, found: Found) {
        let Found { range, quantity, metric, left, mut members, doubt } = found;
        let many = quantity.value.value() < members.len().into();
        let doubt = doubt.or(many.then_some(Unsure::Members));
        let evidence =
            Evidence { quantity, metric: &metric, moves: left.moves, members: members.len() };
        let kind = kind(&evidence);
        if many {
            members.clear();
        }
        let doubt = doubt.or_else(|| self.doubt(&range, quantity, &metric, left));
        self.clauses.found.push(Proposal {
            text: self.shown[range.clone()].to_owned(),
            range,
            number: quantity.number.clone(),
            metric,
            comparator: self.bound(quantity, left),
            value: Some(quantity.value),
            from: None,
            upper: quantity.upper,
            unit: quantity.unit.clone(),
            kind,
            qualifier: self.promised(self.cut(&left.qualifier)),
            members,
            doubt,
        });
    }

    /// 至少 may stand before the verb: 至少建成1处.
    fn bound(&self, quantity: &Quantity, left: &Left) -> Comparator {
        let least = self.text[left.start..left.noun.end.max(left.start)].contains("至少");
        if least && quantity.comparator == Comparator::Exactly {
            return Comparator::AtLeast;
        }
        quantity.comparator
    }

    /// A phrase without a word of its own is promised as firmly as the one before it.
    pub(crate) fn promised(&self, own: String) -> String {
        if !own.is_empty() {
            return own;
        }
        if self.setting == Setting::Headline && self.expects {
            return EXPECTED.into();
        }
        let last = self.clauses.found.last().map(|last| last.qualifier.clone());
        last.filter(|word| FIRMNESS.has(word)).unwrap_or_default()
    }

    /// 20%的村年收入超30万元: the second number says which villages the first one counts.
    fn is_condition(&self, quantity: &Quantity) -> bool {
        let Some(last) = self.clauses.found.last().filter(|last| last.unit == "%") else {
            return false;
        };
        let between = self.text.get(last.number.end..quantity.whole.start).unwrap_or_default();
        between.starts_with('的') && !between.contains([',', '，', '、', ';', '；'])
    }

    fn doubt(
        &self,
        range: &Range<usize>,
        quantity: &Quantity,
        metric: &str,
        left: &Left,
    ) -> Option<Unsure> {
        let stands = &self.text[left.start..range.end];
        let said = left.verb > Verb::None
            || LIGHT.within(stands)
            || TELLING.within(stands)
            || quantity.whole != quantity.number;
        let series = !self.clauses.found.is_empty();
        let head = self.text[..quantity.whole.start].trim_end();
        [
            (quantity.units == Units::Differ, Unsure::UnitsDiffer),
            (quantity.unit.is_empty(), Unsure::UnitMissing),
            (head.ends_with('各'), Unsure::Shared),
            (self.later.is_some_and(|at| at < quantity.number.start), Unsure::OtherYear),
            (quantity.script == Script::Han && left.verb < Verb::Telling, Unsure::HanCount),
            (metric.chars().count() > LONGEST_METRIC, Unsure::LongMetric),
            (scope::describes(metric, quantity), Unsure::Describes),
            (self.is_condition(quantity), Unsure::Describes),
            (!said && !series && self.setting == Setting::Measure, Unsure::NoVerb),
        ]
        .into_iter()
        .find_map(|(doubtful, what)| doubtful.then_some(what))
    }
}

/// Where a quantity stands in its clause, and from where on the text before it is its own.
pub(crate) struct Ahead<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// Where the clause begins to speak of results so far.
    pub past: Option<usize>,
    /// Where the text before the quantity begins.
    pub floor: usize,
    /// The quantity.
    pub at: usize,
}

/// What stands on both sides of a quantity.
pub(crate) struct Sides {
    /// Before it.
    pub left: Left,
    /// Behind it.
    pub right: Right,
}

/// A proposal in the making.
pub(crate) struct Found<'a> {
    pub range: Range<usize>,
    pub quantity: &'a Quantity,
    pub metric: String,
    pub left: &'a Left,
    pub members: Vec<String>,
    pub doubt: Option<Unsure>,
}

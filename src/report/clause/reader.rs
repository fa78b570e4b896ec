//! One pass over the clauses of a sentence: each quantity becomes a proposal or a candidate.

use std::ops::Range;

use super::kind::{Evidence, kind};
use super::marks::Marks;
use super::member;
use super::phrase::{self, Last, Left, Of, Right, Verb};
use super::quantity::{Quantity, Units};
use super::scope;
use super::series;
use super::split::Clause;
use super::vocabulary::{BUILDING, DEEDS, FIRMNESS, LIGHT, Move, SIDES, TELLING};
use super::{Candidate, Clauses, Comparator, NotATarget, Proposal, Setting, Unsure};
use crate::report::number::Script;
use crate::report::unit::{Measure, unit_at};

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
const LONGEST_METRIC: usize = 40;

impl Reader<'_> {
    /// Reads the quantities of a clause, from left to right.
    pub(crate) fn clause(&mut self, clause: &Clause) {
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

    /// A floor no further from a quantity than anything that could belong to it.
    fn within_reach(&self, floor: usize, at: usize) -> usize {
        let near = at.saturating_sub(FURTHEST);
        let near = (near..at).find(|place| self.text.is_char_boundary(*place)).unwrap_or(at);
        floor.max(near)
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
        let Some(metric) = self.metric(ahead, &left, &right, members.as_deref()) else {
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

    /// What stands behind the verbs of a noun: 规上工业企业 in 新增规上工业企业.
    pub(crate) fn object(&self, noun: &Range<usize>) -> Range<usize> {
        let mut start = noun.start;
        while let Some((length, _)) = phrase::verb(&self.text[start..noun.end]) {
            if start + length == noun.end && DEEDS.has(&self.text[start..noun.end]) {
                break;
            }
            start += length;
        }
        start..noun.end
    }

    /// The names that a list before the number gives.
    fn members(
        &self,
        quantity: &Quantity,
        left: &Left,
        right: &Right,
    ) -> Option<Vec<Range<usize>>> {
        let stretch = &self.text[left.noun.clone()];
        let among = stretch.strip_suffix('等');
        if right.noun.is_empty() || (among.is_none() && quantity.measure != Some(Measure::Things)) {
            return None;
        }
        if quantity.measure != Some(Measure::Things) {
            return Some(Vec::new());
        }
        let start = self.named_from(left);
        let end = left.noun.start + among.unwrap_or(stretch).len();
        let mut names = member::names(self.text, start..end, self.marks);
        if let Some(first) = names.first_mut() {
            *first = member::after_push(self.text, first.clone());
        }
        let whole = names.len() > 1 && quantity.value.value() == names.len().into();
        (whole || among.is_some()).then_some(names)
    }

    /// Where the first name of a list begins: behind its verb, unless the verb is a part of the name
    /// (组织实施新建铁路…).
    fn named_from(&self, left: &Left) -> usize {
        let named = left.noun.start > left.start + left.qualifier.len();
        let builds = BUILDING.opening(&self.text[left.noun.clone()]).is_some();
        if named && builds { left.noun.start } else { self.object(&left.noun).start }
    }

    /// The metric of a quantity, or none when nothing says what it counts.
    fn metric(
        &mut self,
        ahead: &Ahead,
        left: &Left,
        right: &Right,
        members: Option<&[Range<usize>]>,
    ) -> Option<String> {
        let quantity = &self.quantities[ahead.at];
        let before = self.cut(&left.noun);
        let behind = self.cut(&right.noun);
        let object = !self.text[self.object(&left.noun)].is_empty();
        if members.is_some() {
            return Some(behind);
        }
        if !behind.is_empty() {
            let side = right.of == Of::Joined && SIDES.closing(&before).is_some();
            return Some(if side { behind + &before } else { before + &behind });
        }
        if SIDES.has(&self.text[left.noun.clone()]) {
            return Some(self.sided().map_or(before.clone(), |metric| metric + &before));
        }
        if object {
            return Some(moving(adjectives_off(&before), left.moves, quantity));
        }
        if let Some(shared) = self.shared_noun(ahead) {
            return Some(before + &shared);
        }
        let grows = matches!(left.moves, Move::Grows | Move::Falls);
        if left.verb == Verb::Telling
            && !grows
            && let Some(antecedent) = self.antecedent(ahead)
        {
            return Some(antecedent + &before);
        }
        self.second_value(left, quantity)
    }

    /// The metric of the last proposal, without the side of it that was measured.
    fn sided(&self) -> Option<String> {
        let metric = self.previous()?;
        let side = SIDES.closing(&metric).map_or(0, str::len);
        let base = &metric[..metric.len() - side];
        Some(if base.is_empty() { metric.clone() } else { base.to_owned() })
    }

    /// What the next quantity of the clause counts, when this one stands before a separator:
    /// 新建10所、改造20所学校.
    fn shared_noun(&self, ahead: &Ahead) -> Option<String> {
        let next = ahead.at + 1;
        (next < ahead.clause.quantities.end)
            .then(|| self.right(ahead, next).noun)
            .filter(|noun| !noun.is_empty())
            .map(|noun| self.cut(&noun))
    }

    /// What the clause before speaks of, when it has no number: 推动加装电梯建设，新开工400台.
    /// Behind a verb that said so before (…，完工150台) it is still that.
    fn antecedent(&mut self, ahead: &Ahead) -> Option<String> {
        let order = ahead.clause.order;
        if let Some((_, noun)) = self.spoken.take_if(|(at, _)| *at == order || *at + 1 == order) {
            self.spoken = Some((order, noun.clone()));
            return Some(noun);
        }
        if ahead.at > ahead.clause.quantities.start {
            self.spoken = self.previous().map(|noun| (order, noun));
            return self.previous();
        }
        let topic = phrase::topic(self.text, ahead.clause.before.clone()?);
        let noun = self.cut(&topic);
        let said = noun.chars().nth(1).is_some() && noun.chars().count() <= LONGEST_METRIC;
        self.spoken = said.then_some((ahead.clause.order, noun));
        self.spoken.clone().map(|(_, noun)| noun)
    }

    /// A second value of the metric before: 彩化景观20处、8.6万平方米.
    fn second_value(&mut self, left: &Left, quantity: &Quantity) -> Option<String> {
        let measure = quantity.measure?;
        let last = self.clauses.found.last_mut()?;
        if matches!(left.moves, Move::Grows | Move::Falls) {
            return Some(moving(last.metric.clone(), left.moves, quantity));
        }
        let metric = last.metric.clone();
        if left.moves == Move::Reaches {
            return Some(metric);
        }
        let first = unit_at(&last.unit, 0).map_or("", |unit| unit.measure.noun());
        if first == measure.noun() {
            return Some(metric);
        }
        if !last.metric.ends_with(first) && last.members.is_empty() {
            last.metric.push_str(first);
        }
        Some(metric + measure.noun())
    }

    /// The metric of the last proposal.
    pub(crate) fn previous(&self) -> Option<String> {
        self.clauses.found.last().map(|last| last.metric.clone())
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
            qualifier: self.qualifier(left),
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

    fn qualifier(&self, left: &Left) -> String {
        self.promised(self.cut(&left.qualifier))
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

/// A metric that grows or falls by a share is a rate of its own: 增速, 降幅.
pub(crate) fn moving(metric: String, moves: Move, quantity: &Quantity) -> String {
    let own = ["率", "增速", "增幅", "涨幅", "降幅", "比重", "占比", "比例", "度"];
    if !matches!(quantity.measure, Some(Measure::Share | Measure::Times))
        || own.iter().any(|word| metric.ends_with(word))
    {
        return metric;
    }
    match moves {
        Move::Grows => metric + "增速",
        Move::Falls => metric + "降幅",
        _ => metric,
    }
}

/// 布局均衡、功能复合的公园: what stands behind the last 的, when a list of adjectives stands before.
fn adjectives_off(metric: &str) -> String {
    let last = metric.rfind('的').map(|at| (&metric[..at], &metric[at + '的'.len_utf8()..]));
    match last {
        Some((before, noun)) if before.contains('、') && noun.chars().nth(1).is_some() => {
            noun.into()
        }
        _ => metric.into(),
    }
}

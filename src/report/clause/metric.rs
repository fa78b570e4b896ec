//! What a number measures: the words before it, behind it, or those of a number before.

use std::ops::Range;

use super::phrase::{self, Left, Of, Right, Verb};
use super::quantity::Quantity;
use super::reader::{Ahead, LONGEST_METRIC, Reader};
use super::vocabulary::{DEEDS, Move, SIDES};
use crate::report::unit::{Measure, unit_at};

impl Reader<'_> {
    /// The metric of a quantity, or none when nothing says what it counts.
    pub(crate) fn metric(
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
        if before.ends_with("以上") || before.ends_with("以下") {
            return Some(self.sided().map_or(before.clone(), |metric| metric + &before));
        }
        if object {
            return Some(rate_of(adjectives_off(&before), left.moves, quantity));
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
        if let Some(metric) = self.other_deed(left, quantity) {
            return Some(metric);
        }
        let measure = quantity.measure?;
        let last = self.clauses.found[self.fence..].last_mut()?;
        if matches!(left.moves, Move::Grows | Move::Falls) {
            return Some(rate_of(last.metric.clone(), left.moves, quantity));
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

    /// Another deed with what was counted in the same unit before: 新建学校3所，改扩建5所.
    fn other_deed(&self, left: &Left, quantity: &Quantity) -> Option<String> {
        let own = self.cut(&left.noun);
        let still = matches!(left.moves, Move::Still | Move::Done);
        if left.verb != Verb::Telling || !still || own.is_empty() || quantity.unit.is_empty() {
            return None;
        }
        let mut before = self.clauses.found[self.fence..].iter().rev();
        let twin = before.find(|found| found.unit == quantity.unit)?;
        let mut base = twin.metric.as_str();
        while let Some((length, _)) = phrase::verb(base).filter(|(length, _)| *length < base.len())
        {
            base = &base[length..];
        }
        Some(own + base)
    }

    /// The metric of the last proposal since the last semicolon.
    pub(crate) fn previous(&self) -> Option<String> {
        self.clauses.found[self.fence..].last().map(|last| last.metric.clone())
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
}

/// A metric that grows or falls by a share is a rate of its own: 增速, 降幅.
pub(crate) fn rate_of(metric: String, moves: Move, quantity: &Quantity) -> String {
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

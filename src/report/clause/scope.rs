//! Quantities that are no targets, by what their clause says: results so far, what is acted on,
//! what its subject is like.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::phrase::{self, Of, Verb};
use super::quantity::Quantity;
use super::reader::{Ahead, Reader, Sides};
use super::{Comparator, NotATarget};
use crate::report::number::Script;
use crate::report::unit::Measure;

/// Words of results so far.
static PAST: Lexicon = Lexicon::of(
    "去年 上年 上一年 已有 现有 原有 目前 截至 截止 累计已 已建成 已完成 已累计 近年来 五年来 一年来 过去 已达 已经",
);

/// Comparisons with a result, which make a number none.
static COMPARED: Lexicon =
    Lexicon::of("比上年 较上年 比去年 较去年 与上年 同去年 上年同期 去年同期 上年基础 去年基础");

/// Words that say on what something is done, not what.
static SCOPES: Lexicon = Lexicon::of("围绕 聚焦 依托 立足 瞄准 借助 根据 按照 针对 紧扣");

/// Projects and firms that a sum of money describes: 总投资5亿元以上项目.
static SUBJECTS: Lexicon = Lexicon::of("项目 企业 产业 集群 园区 产业链 镇 村 楼宇 强县 龙头 大户");

/// What a sum or a capacity is of when it describes a project.
static SIZES: Lexicon = Lexicon::of(
    "总投资 投资 总投资额 投资额 产值 年产值 营收 营业收入 主营业务收入 税收 纳税 销售额 销售收入 收入 估值 年产 \
     产能 装机 年处理 日处理 年加工 年收入 计划投资 计划总投资 注册资本 到位资金",
);

/// Why a quantity is no target, if its clause says so.
pub(crate) fn refusal(reader: &Reader, ahead: &Ahead, sides: &Sides) -> Option<NotATarget> {
    let text = reader.text;
    let quantity = &reader.quantities[ahead.at];
    let behind = &text[sides.right.noun.clone()];
    if ahead.past.is_some_and(|at| at < quantity.number.start) {
        return Some(NotATarget::Past);
    }
    if behind.starts_with('已') || behind.starts_with("现有") {
        return Some(NotATarget::Scope);
    }
    let next =
        (ahead.at + 1 < ahead.clause.quantities.end).then(|| &reader.quantities[ahead.at + 1]);
    if behind.contains("全覆盖")
        || threshold(text, quantity, sides)
        || counted(text, quantity, next, sides)
    {
        return Some(NotATarget::Threshold);
    }
    if scope(text, quantity, sides) {
        return Some(NotATarget::Scope);
    }
    if next.is_some_and(|next| names_those_before(text, quantity, next)) {
        return Some(NotATarget::Slogan);
    }
    let follows = ahead.at > ahead.clause.quantities.start && sides.right.noun.is_empty();
    (!follows && slogan(text, quantity, sides)).then_some(NotATarget::Slogan)
}

/// 甲、乙两个产业产值分别达到…: the number only says how many were named.
fn names_those_before(text: &str, quantity: &Quantity, next: &Quantity) -> bool {
    let distributes = text[quantity.whole.end..next.whole.start].contains("分别");
    distributes && quantity.measure == Some(Measure::Things)
}

/// Where a clause begins to speak of results so far.
pub(crate) fn past(text: &str, clause: &Range<usize>) -> Option<usize> {
    let stretch = &text[clause.clone()];
    let (at, _) = PAST.find(stretch)?;
    (!COMPARED.within(stretch)).then_some(clause.start + at)
}

/// 总投资5亿元以上项目, 年产5万吨的工厂: the number says which.
fn threshold(text: &str, quantity: &Quantity, sides: &Sides) -> bool {
    let Some(Measure::Money | Measure::Amount) = quantity.measure else { return false };
    let behind = &text[sides.right.noun.clone()];
    let before = &text[sides.left.noun.clone()];
    let subject = SUBJECTS.closing(behind).is_some();
    let sized = SIZES.closing(before).is_some();
    let bound = matches!(quantity.comparator, Comparator::AtLeast | Comparator::MoreThan);
    let opens = phrase::opens_phrase(behind);
    let among = behind.ends_with('等') && sides.right.of == Of::Joined;
    !behind.is_empty()
        && !opens
        && (among || (subject && (sized || bound)) || (sized && sides.right.of == Of::Joined))
}

/// 50亿元项目2个, 2000万元以上项目资金增长8%: another number counts what this one describes.
fn counted(text: &str, quantity: &Quantity, next: Option<&Quantity>, sides: &Sides) -> bool {
    let Some(next) = next else { return false };
    let behind = &text[sides.right.noun.clone()];
    let bound = matches!(quantity.comparator, Comparator::AtLeast | Comparator::MoreThan);
    if quantity.measure != Some(Measure::Money) {
        // 50头以上养殖大户10户
        let between = &text[sides.right.noun.end..next.whole.start];
        return bound && between.trim().is_empty() && SUBJECTS.closing(behind).is_some();
    }
    let between = &text[sides.right.noun.end..next.whole.start];
    let joined = !between.contains('、') && !behind.is_empty();
    let subject = SUBJECTS.closing(behind).is_some() || (bound && SUBJECTS.within(behind));
    let bare = bound && text[quantity.whole.end..next.whole.start].is_empty();
    bare || joined && subject && !phrase::opens_phrase(behind)
}

static DESCRIPTIONS: Lexicon = Lexicon::of("占地 占地面积 总投资 年产 年产值 产能");

/// 占地200亩, 总投资5亿元: hardly what the year is to bring.
pub(crate) fn describes(metric: &str, quantity: &Quantity) -> bool {
    let subject = quantity.measure == Some(Measure::Money) && SUBJECTS.closing(metric).is_some();
    subject || DESCRIPTIONS.has(metric)
}

/// 围绕10条产业链: the clause does something else with them.
fn scope(text: &str, quantity: &Quantity, sides: &Sides) -> bool {
    let before = &text[sides.left.start..quantity.whole.start];
    SCOPES.opening(before).is_some() && sides.left.verb < Verb::Telling
}

/// A Han number counts something only when it is made, or named to the last.
fn slogan(text: &str, quantity: &Quantity, sides: &Sides) -> bool {
    if quantity.script != Script::Han {
        return false;
    }
    let before = text[sides.left.start..quantity.whole.start].trim_end();
    let made = ["建设", "完成", "打造", "举办", "建立", "建好", "办好", "开展"];
    let makes = sides.left.verb == Verb::Telling || made.iter().any(|word| before.contains(word));
    let number_last = sides.right.noun.is_empty() && sides.left.verb > Verb::None;
    let bound = quantity.whole != quantity.number;
    !(makes || number_last || bound || before.ends_with('等') || before.contains('、'))
}

/// Words of other years than the plan's.
static LATER: Lexicon = Lexicon::of(
    "五”末 五”期末 五”期间 五期末 五时期 未来 两年内 三年内 五年内 到2027年 到2028年 到2029年 到2030年 到2035年",
);

/// Where a sentence begins to speak of another year: 到“十四五”末, 三年内.
pub(crate) fn other_year(text: &str) -> Option<usize> {
    LATER.find(text).map(|(at, _)| at)
}

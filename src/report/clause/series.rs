//! Numbers that belong together: 分别增长x、y, and 从x提高到y.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::member;
use super::metric::rate_of;
use super::phrase::{self, Left, Right, Verb};
use super::quantity::Quantity;
use super::reader::{Ahead, Found, Reader};
use super::vocabulary::MERGERS;
use super::{Candidate, Comparator, Kind, NotATarget, Unsure};
use crate::report::unit::Measure;

const EACH: &str = "分别";

/// Reads A、B分别增长x、y: names and values in pairs. The quantity after them, and where its phrase
/// begins.
pub(crate) fn distributed(reader: &mut Reader, ahead: &Ahead) -> Option<(usize, usize)> {
    let text = reader.text;
    let first = &reader.quantities[ahead.at];
    let each = ahead.floor + text[ahead.floor..first.whole.start].rfind(EACH)?;
    let left = phrase::whole(text, ahead.floor..each);
    let after = phrase::whole(text, each + EACH.len()..first.whole.start);
    let end = series_end(reader, ahead);
    let right = reader.right(ahead, end - 1);
    let quantities = governed(&reader.quantities[ahead.at..end]);
    let names = named(reader, &left, &after, quantities.len());
    let verb = if names.behind == Behind::Names { String::new() } else { reader.cut(&after.noun) };
    let tail = verb + &reader.cut(&right.noun);
    let mixed = Left { moves: after.moves, verb: left.verb.max(Verb::Light), ..left };
    for (nth, (quantity, name)) in quantities.iter().zip(names.each).enumerate() {
        let metric = rate_of(name + &tail, after.moves, quantity);
        if metric.is_empty() {
            return None;
        }
        let start = if nth == 0 { mixed.start } else { quantity.whole.start };
        reader.push(Found {
            range: start..quantity.whole.end,
            quantity,
            metric,
            left: &mixed,
            members: Vec::new(),
            doubt: names.doubt,
        });
    }
    let last = reader.quantities[end - 1].whole.end;
    Some((end, right.resume.max(last)))
}

/// What the values of a series are of.
struct Names {
    /// One name for each value.
    each: Vec<String>,
    /// Whether they stand behind 分别.
    behind: Behind,
    /// They are not as many as the values.
    doubt: Option<Unsure>,
}

#[derive(PartialEq, Eq)]
enum Behind {
    Names,
    Verb,
}

/// The names of a series: before 分别, behind it (分别完成造林、抚育2万亩、3万亩), or those of the numbers
/// before (游客30万人次、收入2亿元，分别增长15%和18%).
fn named(reader: &Reader, left: &Left, after: &Left, count: usize) -> Names {
    let text = reader.text;
    let before = member::names(text, left.noun.clone(), reader.marks);
    let behind = member::names(text, after.noun.clone(), reader.marks);
    let cut = |names: &[Range<usize>]| -> Vec<String> {
        let full = member::in_full(text, names);
        full.iter().map(|pieces| pieces.iter().map(|piece| reader.cut(piece)).collect()).collect()
    };
    let even = |each, behind| Names { each, behind, doubt: None };
    if before.len() == count {
        return even(cut(&before), Behind::Verb);
    }
    if before.is_empty() && behind.len() == count && count > 1 {
        return even(cut(&behind), Behind::Names);
    }
    if let Some(each) = spoken_of(reader, count).filter(|_| before.is_empty()) {
        return even(each, Behind::Verb);
    }
    let name = reader.cut(&left.noun);
    let name = if name.is_empty() { reader.previous().unwrap_or_default() } else { name };
    Names { each: vec![name; count], behind: Behind::Verb, doubt: Some(Unsure::Uneven) }
}

/// The metrics of the last proposals: …游客300万人次、收入20亿元，分别增长15%和18%.
fn spoken_of(reader: &Reader, count: usize) -> Option<Vec<String>> {
    let found = &reader.clauses.found[reader.fence..];
    let last = found.len().checked_sub(count)?;
    Some(found[last..].iter().map(|proposal| proposal.metric.clone()).collect())
}

/// Where the values end that nothing but separators stands between.
fn series_end(reader: &Reader, ahead: &Ahead) -> usize {
    let mut end = ahead.at + 1;
    while end < ahead.clause.quantities.end {
        let between = reader.quantities[end - 1].whole.end..reader.quantities[end].whole.start;
        if !matches!(reader.text[between].trim(), "、" | "和" | "及" | "与" | "以及" | "、和")
        {
            break;
        }
        end += 1;
    }
    end
}

/// In 分别增长6%、7%以上 the word behind the last number is said of all, and so is the one before the
/// first (分别不低于…).
fn governed(quantities: &[Quantity]) -> Vec<Quantity> {
    let mut quantities = quantities.to_vec();
    let said = |quantity: &Quantity| {
        (quantity.comparator != Comparator::Exactly).then_some(quantity.comparator)
    };
    let others = quantities.iter().filter(|it| said(it).is_some()).count();
    let ends = [quantities.last(), quantities.first()];
    let governing = ends.into_iter().flatten().find_map(said);
    if let Some(comparator) = governing.filter(|it| others == 1 && *it != Comparator::Range) {
        for quantity in &mut quantities {
            quantity.comparator = comparator;
        }
    }
    quantities
}

/// Verbs between where something starts and where it is to arrive.
static CHANGES: Lexicon = Lexicon::of(
    "提高到 提高至 提升到 提升至 增加到 增加至 增加为 增长到 增长至 扩大到 扩大至 上升到 上升至 升至 增至 发展到 \
     发展至 拓展到 拓展至 延长至 延长到 扩容至 扩容到 提速至 整合为 整合成 整合至 整合到 合并为 合并成 撤并为 归并为 \
     优化为 优化至 优化到 调整为 调整至 压减为 压减至 压减到 压缩为 压缩至 压缩到 压缩 缩减至 缩减到 缩减为 缩短至 \
     缩短到 缩短为 精简为 精简至 精简到 减少到 减少至 减少为 减至 降低到 降低至 下降到 下降至 降至 降到 降为 变为 改为",
);

/// Words of a change that stand only behind 从 or 由.
static ARRIVALS: Lexicon = Lexicon::of("到 至 为 成");

/// Further than this two numbers have nothing to do with each other.
const FURTHEST: usize = 60;

/// Reads 从X提高到Y and 4个街道整合为2个: Y is the target, X where it starts.
pub(crate) fn changed(reader: &mut Reader, ahead: &Ahead) -> Option<(usize, usize)> {
    let next = ahead.at + 1;
    if next >= ahead.clause.quantities.end {
        return None;
    }
    let text = reader.text;
    let (start, goal) = (&reader.quantities[ahead.at], &reader.quantities[next]);
    let between = start.whole.end..goal.whole.start;
    if between.start > between.end {
        return None;
    }
    let verb = change(text, ahead.floor, start, between.clone())?;
    let head = &text[ahead.floor..start.whole.start];
    let kept = head.trim_end().trim_end_matches(['从', '由', '将', '把']).len();
    let left = phrase::left(text, ahead.floor..ahead.floor + kept, reader.marks);
    let right = reader.right(ahead, next);
    let before_verb = text[between.clone()].trim_end().len() - verb.len();
    let middle = reader.cut(&(between.start..between.start + before_verb));
    let metric = changing(reader, &left, &middle, &right) + merger(verb, goal);
    if metric.is_empty() {
        return None;
    }
    let rejected = Candidate { range: start.number.clone(), why: NotATarget::Baseline };
    let range = left.start.min(start.number.start)..goal.whole.end.max(right.noun.end);
    let mixed = Left { verb: Verb::Telling, ..left };
    reader.clauses.rejected.push(rejected);
    reader.push(Found {
        range,
        quantity: goal,
        metric,
        left: &mixed,
        members: Vec::new(),
        doubt: None,
    });
    starts_at(reader, start);
    Some((next + 1, right.resume.max(goal.whole.end)))
}

/// What changes: the words before the first number, and those behind it or behind the second.
fn changing(reader: &Reader, left: &Left, middle: &str, right: &Right) -> String {
    let noun = reader.cut(&left.noun);
    let behind = reader.cut(&right.noun);
    if noun.ends_with(middle) || !behind.is_empty() { noun + &behind } else { noun + middle }
}

/// The verb by which things become fewer, as a part of their metric: 街道整合.
fn merger(verb: &'static str, goal: &Quantity) -> &'static str {
    let stem = verb.trim_end_matches(['为', '成', '到', '至']);
    if MERGERS.has(stem) && goal.measure == Some(Measure::Things) { stem } else { "" }
}

/// The verb of change between two quantities, if there is one and nothing else divides them.
fn change(
    text: &str,
    floor: usize,
    start: &Quantity,
    between: Range<usize>,
) -> Option<&'static str> {
    let stretch = text[between].trim_end();
    if stretch.len() > FURTHEST || stretch.contains('、') {
        return None;
    }
    let from = text[floor..start.whole.start].trim_end().ends_with(['从', '由']);
    CHANGES.closing(stretch).or_else(|| ARRIVALS.closing(stretch).filter(|_| from))
}

/// Says of the last proposal where it starts. Two units cannot be one target's: then it only arrives.
fn starts_at(reader: &mut Reader, start: &Quantity) {
    let Some(proposal) = reader.clauses.found.last_mut() else { return };
    if proposal.unit == start.unit {
        proposal.comparator = Comparator::FromTo;
        proposal.from = Some(start.value);
        proposal.upper = None;
    }
    let merges = MERGERS.closing(&proposal.metric).is_some();
    proposal.kind = if merges { Kind::Structural } else { Kind::Level };
}

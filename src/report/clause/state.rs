//! Goals without a number: 同步, 只增不减, 全覆盖, 坚决遏制, 达到上级下达的指标, 翻番.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::phrase;
use super::reader::Reader;
use super::split::Clause;
use super::{Comparator, Kind, Number, Proposal, Setting};

/// A goal that words alone set.
struct Goal {
    /// The words that stand for a number.
    words: Range<usize>,
    /// Where the metric stands.
    metric: Range<usize>,
    /// What is said behind the metric's own words.
    suffix: &'static str,
    comparator: Comparator,
    kind: Kind,
    value: Option<Number>,
    unit: &'static str,
    /// Where the phrase ends.
    end: usize,
}

impl Goal {
    fn of(metric: Range<usize>, words: Range<usize>, comparator: Comparator, kind: Kind) -> Self {
        let end = words.end;
        Self { words, metric, suffix: "", comparator, kind, value: None, unit: "", end }
    }
}

/// Looks for goals in those items of a clause that no quantity took; `before` is how many
/// proposals there were before the clause.
pub(crate) fn goals(reader: &mut Reader, clause: &Clause, before: usize) {
    let mut taken: Vec<Range<usize>> =
        reader.clauses.found[before..].iter().map(|proposal| proposal.range.clone()).collect();
    taken.sort_by_key(|range| range.start);
    for item in items(reader, clause.range.clone()) {
        let next = taken.partition_point(|range| range.end <= item.start);
        if taken.get(next).is_some_and(|range| range.start < item.end) {
            continue;
        }
        if let Some(goal) = goal(reader, item.clone()) {
            propose(reader, item, goal);
        }
    }
}

/// The items of a clause between its 、.
fn items(reader: &Reader, range: Range<usize>) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut start = range.start;
    for (at, c) in reader.text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        if c == '、' && !reader.marks.aside(at) {
            items.push(start..at);
            start = at + c.len_utf8();
        }
    }
    items.push(start..range.end);
    items
}

fn goal(reader: &Reader, item: Range<usize>) -> Option<Goal> {
    let text = reader.text;
    in_step(text, item.clone())
        .or_else(|| direction(text, item.clone(), reader.setting))
        .or_else(|| complete(reader, item.clone()))
        .or_else(|| avert(text, item.clone()))
        .or_else(|| issued(text, item.clone()))
        .or_else(|| doubled(text, item))
}

static STEPS: Lexicon =
    Lexicon::of("同步 同步增长 同步提高 同步提升 基本同步 保持同步 保持基本同步 同步增加");

/// What grows in step is an income, an output or a rate.
static ECONOMIC: Lexicon = Lexicon::of("收入 增长 增速 增幅 报酬 产值 投入 经济");

/// The words of a list that an item ends with.
fn ending(text: &str, item: &Range<usize>, words: &Lexicon) -> Option<Range<usize>> {
    let stretch = text[item.clone()].trim_end();
    let end = item.start + stretch.len();
    words.closing(stretch).map(|word| end - word.len()..end)
}

/// X与Y增幅同步
fn in_step(text: &str, item: Range<usize>) -> Option<Goal> {
    let words = ending(text, &item, &STEPS)?;
    let head = &text[item.start..words.start];
    let joint = ["与", "和", "同", "跟"].iter().filter_map(|word| head.rfind(word)).max()?;
    let (metric, partner) = head.split_at(joint);
    let metric = metric.strip_suffix("增长").or(metric.strip_suffix("增速")).unwrap_or(metric);
    if !ECONOMIC.within(partner) && !ECONOMIC.within(metric) {
        return None;
    }
    let metric = item.start..item.start + metric.len();
    let goal = Goal::of(metric, words, Comparator::InStep, Kind::Relative);
    Some(Goal { suffix: "增速", unit: "%", ..goal })
}

static RISING: Lexicon = Lexicon::of("只增不减 只升不降 稳中有升 稳中有增 只多不少");
static FALLING: Lexicon = Lexicon::of(
    "只减不增 只降不升 只降不增 不升反降 稳中有降 持续下降 稳步下降 逐年下降 继续下降 持续降低 持续减少 双下降 \
     持续双下降 实现双下降",
);
/// Said of nearly everything in a measure, and of an indicator in the headline.
static HEADLINE_RISING: Lexicon =
    Lexicon::of("稳步增长 持续增长 稳步提高 持续提高 稳步提升 持续改善 稳步增加");

/// X只增不减, X持续下降
fn direction(text: &str, item: Range<usize>, setting: Setting) -> Option<Goal> {
    let headline = ending(text, &item, &HEADLINE_RISING).filter(|_| setting == Setting::Headline);
    let rising = ending(text, &item, &RISING).or(headline).map(|it| (it, Comparator::UpOnly));
    let falling = || Some((ending(text, &item, &FALLING)?, Comparator::DownOnly));
    let (words, comparator) = rising.or_else(falling)?;
    Some(Goal::of(item.start..words.start, words, comparator, Kind::Direction))
}

/// What is watched, not counted: its coverage is judged by hand.
static WATCHED: Lexicon = Lexicon::of("监督 监管 监察 巡察 督查 服务 管理 保障");
static COVERS: Lexicon = Lexicon::of("全覆盖 动态清零 清零");
static TAILS: Lexicon = Lexicon::of("工作 目标");

/// X全覆盖, X清零
fn complete(reader: &Reader, item: Range<usize>) -> Option<Goal> {
    let stretch = &reader.text[item.clone()];
    let (at, word) = COVERS.find(stretch)?;
    let words = item.start + at..item.start + at + word.len();
    if reader.marks.quoted(words.start) {
        return None;
    }
    let metric = covered(stretch, at);
    let tail = TAILS.opening(&stretch[at + word.len()..]).map_or(0, str::len);
    let watched = WATCHED.closing(&stretch[..at]).is_some();
    let (suffix, kind, unit) = match word {
        "全覆盖" if watched => ("覆盖", Kind::Qualitative, ""),
        "全覆盖" => ("覆盖率", Kind::Level, "%"),
        _ => ("清零", Kind::Level, ""),
    };
    let metric = item.start + metric.start..item.start + metric.end;
    let end = words.end + tail;
    let goal = Goal::of(metric, words, Comparator::Complete, kind);
    Some(Goal { suffix, unit, end, ..goal })
}

/// What is covered: the subject of 实现 when it has one (助餐点实现社区全覆盖), else what stands behind
/// it (推动各镇实现债务清零).
fn covered(stretch: &str, at: usize) -> Range<usize> {
    match stretch[..at].rfind("实现") {
        Some(done) if done > 0 && !phrase::opens_phrase(stretch) => 0..done,
        Some(done) => done + "实现".len()..at,
        None => 0..at,
    }
}

static AVERTS: Lexicon = Lexicon::of("遏制 防范遏制 坚决防止 坚决杜绝 有效防范 不发生 不出现 严防");
static EVILS: Lexicon =
    Lexicon::of("事故 返贫 系统性风险 群体性事件 系统性金融风险 区域性金融风险");

/// 坚决遏制重特大事故
fn avert(text: &str, item: Range<usize>) -> Option<Goal> {
    let stretch = &text[item.clone()];
    let (at, word) = AVERTS.find(stretch)?;
    let after = at + word.len();
    let (evil, name) = EVILS.find(&stretch[after..])?;
    let words = item.start + at..item.start + after;
    let end = words.end + evil + name.len();
    let noun = &text[words.end..end];
    let skipped = noun.len() - noun.trim_start_matches(['和', '遏', '制', '发', '生']).len();
    let metric = words.end + skipped..end;
    let goal = Goal::of(metric, words, Comparator::Avert, Kind::Qualitative);
    Some(Goal { end, ..goal })
}

static GIVEN: Lexicon = Lexicon::of("下达 核定 分解 确定 规定 要求");
static REACHES: Lexicon = Lexicon::of("达到 完成 控制在 不低于 实现");
static ABOVE: Lexicon = Lexicon::of("省 市 上级 国家 中央 区 县 州");
static FIGURES: Lexicon =
    Lexicon::of("指标任务 目标任务 控制目标 考核目标 指标 任务 目标 标准 范围 水平 以内");

/// Whoever gives the figure has no longer name.
const LONGEST_GIVER: usize = 8;

/// X达到省市下达的指标任务, 完成上级下达的X任务
fn issued(text: &str, item: Range<usize>) -> Option<Goal> {
    let stretch = &text[item.clone()];
    let (given, given_word) = GIVEN.find(stretch)?;
    let (reach, reach_word) = last_of(&REACHES, &stretch[..given])?;
    let giver = &stretch[reach + reach_word.len()..given];
    let after = given + given_word.len();
    let (figure, name) = last_of(&FIGURES, &stretch[after..])?;
    if !ABOVE.within(giver) || giver.chars().count() > LONGEST_GIVER {
        return None;
    }
    let words = item.start + reach..item.start + after + figure + name.len();
    let named = stretch[..reach].contains(|c: char| c.is_alphanumeric());
    let behind = &text[item.start + after..words.end];
    let skipped = behind.len() - behind.trim_start_matches('的').len();
    let metric =
        if named { item.start..words.start } else { item.start + after + skipped..words.end };
    Some(Goal::of(metric, words, Comparator::Issued, Kind::Issued))
}

/// The last of the words in a text, and where it stands.
fn last_of(words: &Lexicon, text: &str) -> Option<(usize, &'static str)> {
    let places = text.char_indices().rev();
    places.map(|(at, _)| at).find_map(|at| Some((at, words.opening(&text[at..])?)))
}

/// 产值翻番: twice what it was.
fn doubled(text: &str, item: Range<usize>) -> Option<Goal> {
    let times = [("翻两番", 4), ("翻一番", 2), ("翻番", 2), ("倍增", 2)];
    let stretch = text[item.clone()].trim_end();
    let (word, times) = times.into_iter().find(|(word, _)| stretch.ends_with(word))?;
    let end = item.start + stretch.len();
    let words = end - word.len()..end;
    let goal = Goal::of(item.start..words.start, words, Comparator::Exactly, Kind::Level);
    Some(Goal { value: Some(Number::from(times)), unit: "倍", ..goal })
}

/// The shortest metric that says anything.
const SHORTEST: usize = 2;

fn propose(reader: &mut Reader, item: Range<usize>, goal: Goal) {
    let averts = goal.comparator == Comparator::Avert;
    let read = if averts { item.start..goal.words.start } else { goal.metric.clone() };
    let left = phrase::left(reader.text, read, reader.marks);
    let object = reader.object(&left.noun);
    let noun = if averts { goal.metric.clone() } else { object };
    let metric = reader.cut(&noun);
    if metric.chars().count() < SHORTEST || metric.starts_with(['的', '等']) {
        return;
    }
    let qualifier = reader.promised(reader.cut(&left.qualifier));
    let range = left.start.min(goal.words.start)..goal.end.max(goal.words.end);
    reader.clauses.found.push(Proposal {
        text: reader.shown[range.clone()].to_owned(),
        range,
        number: goal.words,
        metric: metric + goal.suffix,
        comparator: goal.comparator,
        value: goal.value,
        from: None,
        upper: None,
        unit: goal.unit.into(),
        kind: goal.kind,
        qualifier,
        members: Vec::new(),
        doubt: None,
    });
}

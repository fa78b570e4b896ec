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

/// X与Y增幅同步
fn in_step(text: &str, item: Range<usize>) -> Option<Goal> {
    let stretch = text[item.clone()].trim_end();
    let word = STEPS.closing(stretch)?;
    let words = item.start + stretch.len() - word.len()..item.start + stretch.len();
    let head = &text[item.start..words.start];
    let joint = ["与", "和", "同", "跟"].iter().filter_map(|word| head.rfind(word)).max()?;
    let partner = &head[joint..];
    let metric = &head[..joint];
    let metric = metric.strip_suffix("增长").or(metric.strip_suffix("增速")).unwrap_or(metric);
    let economic = |text: &str| ECONOMIC.within(text);
    if !economic(partner) && !economic(metric) {
        return None;
    }
    Some(Goal {
        metric: item.start..item.start + metric.len(),
        suffix: "增速",
        comparator: Comparator::InStep,
        kind: Kind::Relative,
        value: None,
        unit: "%",
        end: words.end,
        words,
    })
}

static RISING: Lexicon = Lexicon::of("只增不减 只升不降 稳中有升 稳中有增 只多不少");
static FALLING: Lexicon = Lexicon::of(
    "只减不增 只降不升 只降不增 持续下降 稳步下降 逐年下降 继续下降 持续降低 持续减少 双下降 持续双下降 实现双下降 稳中有降 不升反降",
);
/// Said of nearly everything in a measure, and of an indicator in the headline.
static HEADLINE_RISING: Lexicon =
    Lexicon::of("稳步增长 持续增长 稳步提高 持续提高 稳步提升 持续改善 稳步增加");

fn direction(text: &str, item: Range<usize>, setting: Setting) -> Option<Goal> {
    let stretch = text[item.clone()].trim_end();
    let headline = HEADLINE_RISING.closing(stretch).filter(|_| setting == Setting::Headline);
    let rising = RISING.closing(stretch).or(headline).map(|word| (word, Comparator::UpOnly));
    let falling = FALLING.closing(stretch).map(|word| (word, Comparator::DownOnly));
    let (word, comparator) = rising.or(falling)?;
    let words = item.start + stretch.len() - word.len()..item.start + stretch.len();
    Some(Goal {
        metric: item.start..words.start,
        suffix: "",
        comparator,
        kind: Kind::Direction,
        value: None,
        unit: "",
        end: words.end,
        words,
    })
}

/// What is watched, not counted: its coverage is judged by hand.
static WATCHED: Lexicon = Lexicon::of("监督 监管 监察 巡察 督查 服务 管理 保障");

static COVERS: Lexicon = Lexicon::of("全覆盖 动态清零 清零");

/// X全覆盖, X清零
fn complete(reader: &Reader, item: Range<usize>) -> Option<Goal> {
    let stretch = &reader.text[item.clone()];
    let (at, word) = COVERS.find(stretch)?;
    let words = item.start + at..item.start + at + word.len();
    if reader.marks.quoted(words.start) {
        return None;
    }
    let behind = &stretch[at + word.len()..];
    let tail = ["工作", "目标"]
        .iter()
        .find(|tail| behind.starts_with(**tail))
        .map_or(0, |tail| tail.len());
    let watched = WATCHED.closing(&stretch[..at]).is_some();
    let done = stretch[..at].rfind("实现");
    let named = done.filter(|done| *done > 0 && !phrase::opens_phrase(stretch));
    let from = named.map_or(done.map_or(0, |done| done + "实现".len()), |_| 0);
    let to = named.unwrap_or(at);
    Some(Goal {
        metric: item.start + from..item.start + to,
        suffix: if word != "全覆盖" {
            "清零"
        } else if watched {
            "覆盖"
        } else {
            "覆盖率"
        },
        comparator: Comparator::Complete,
        kind: if watched { Kind::Qualitative } else { Kind::Level },
        value: None,
        unit: if watched || word != "全覆盖" { "" } else { "%" },
        end: words.end + tail,
        words,
    })
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
    let evil = evil + name.len();
    let noun = &stretch[after..after + evil];
    let skipped = noun.len() - noun.trim_start_matches(['和', '遏', '制', '发', '生']).len();
    let words = item.start + at..item.start + after;
    Some(Goal {
        metric: words.end + skipped..words.end + evil,
        suffix: "",
        comparator: Comparator::Avert,
        kind: Kind::Qualitative,
        value: None,
        unit: "",
        end: words.end + evil,
        words,
    })
}

/// X达到省市下达的指标任务, 完成上级下达的X任务
fn issued(text: &str, item: Range<usize>) -> Option<Goal> {
    let stretch = &text[item.clone()];
    let (given, given_word) = ["下达", "核定", "分解", "确定", "规定", "要求"]
        .iter()
        .find_map(|word| Some((stretch.find(word)?, *word)))?;
    let (reach, reach_word) = ["达到", "完成", "控制在", "不低于", "实现"]
        .iter()
        .filter_map(|word| Some((stretch[..given].rfind(word)?, *word)))
        .max()?;
    let giver = &stretch[reach + reach_word.len()..given];
    let above = ["省", "市", "上级", "国家", "中央", "区", "县", "州"]
        .iter()
        .any(|word| giver.contains(word));
    let after = given + given_word.len();
    let what = &stretch[after..];
    let end = [
        "指标任务",
        "目标任务",
        "控制目标",
        "考核目标",
        "指标",
        "任务",
        "目标",
        "标准",
        "范围",
        "水平",
        "以内",
    ]
    .iter()
    .filter_map(|word| Some(what.find(word)? + word.len()))
    .max()?;
    if !above || giver.chars().count() > 8 {
        return None;
    }
    let words = item.start + reach..item.start + after + end;
    let head = item.start..item.start + reach;
    let named = !phrase_noun(text, &head).is_empty();
    let behind = item.start + after..item.start + after + end;
    let skip = text[behind.clone()].len() - text[behind.clone()].trim_start_matches('的').len();
    Some(Goal {
        metric: if named { head } else { behind.start + skip..behind.end },
        suffix: "",
        comparator: Comparator::Issued,
        kind: Kind::Issued,
        value: None,
        unit: "",
        end: words.end,
        words,
    })
}

fn phrase_noun<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text[range.clone()].trim_matches(|c: char| !c.is_alphanumeric() && !"“”".contains(c))
}

/// 产值翻番: twice what it was.
fn doubled(text: &str, item: Range<usize>) -> Option<Goal> {
    let stretch = text[item.clone()].trim_end();
    let (word, times) = [("翻两番", 4), ("翻一番", 2), ("翻番", 2), ("倍增", 2)]
        .into_iter()
        .find(|(word, _)| stretch.ends_with(word))?;
    let words = item.start + stretch.len() - word.len()..item.start + stretch.len();
    Some(Goal {
        metric: item.start..words.start,
        suffix: "",
        comparator: Comparator::Exactly,
        kind: Kind::Level,
        value: Some(Number::from(times)),
        unit: "倍",
        end: words.end,
        words,
    })
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

//! Numbers that count nothing, by what stands right beside them: dates, ranks, names, codes.

use super::NotATarget::{
    self, Age, Article, Class, Code, Congress, Date, Duration, Footnote, Mechanism, Name, NoUnit,
    Ordinal, PerUnit, Quoted, Ratio, Vague,
};
use super::bound;
use super::lexicon::Lexicon;
use super::marks::Marks;
use super::quantity::{Figure, is_year, rest};
use crate::report::number::Script;
use crate::report::unit::{Measure, Roughly};

/// What a number's neighbours say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It counts something.
    Counts,
    /// It does not, and this is why.
    Refused(NotATarget),
    /// It is a part of a word (统一, 百度).
    NoNumber,
}

/// What stands right behind a number that counts nothing, though it may begin like a unit.
static AGES: Lexicon = Lexicon::of("岁 周岁");
static CONGRESSES: Lexicon =
    Lexicon::of("届 中全会 次全会 次全体 次党代 次代表 大报告 大精神 大以来 大和");
static RULES: Lexicon = Lexicon::of("项规定");

/// What stands right behind a number without a unit.
static CLASSES: Lexicon =
    Lexicon::of("级 号 期 类 强 星 版 代 型 线 维 后 千伏 伏 兆 英寸 寸 赫兹 ℃ 摄氏度 环路");
static NAMES: Lexicon = Lexicon::of("大 方面 方责任 化 性 省");
static ROADS: Lexicon = Lexicon::of("国道 省道 县道");
static FRACTIONS: Lexicon = Lexicon::of("分之");

/// What stands right before a number that counts nothing.
const BEFORE: &[(&str, NotATarget)] = &[
    ("第", Ordinal),
    ("每", PerUnit),
    ("数", Vague),
    ("几", Vague),
    ("上", Vague),
    ("成百上", Vague),
];

/// 前 is a rank only behind these: 排名前10, not 6月底前10个.
static RANKED: Lexicon = Lexicon::of("位列前 排名前 位居前 进入前 全国前 全省前 全市前 列前 居前");

/// Words that make a span of time a thing to be reached: 压缩至3个工作日.
static SHORTENED: Lexicon = Lexicon::of(
    "压缩至 压缩到 压缩在 缩短至 缩短到 缩短 压缩 控制在 不超过 压减至 压减到 减至 减少到 减少至 减少 降至 降到 \
     提速 缩减至 缩减到 不少于 不低于 提前",
);

/// Metrics that are measured in spans of time.
static SPANS: Lexicon = Lexicon::of("年限 时限 时间 期限 周期 用时 天数 时长 寿命");

/// How many characters before a number such a metric may stand.
const NEAR: usize = 24;

/// Why a number counts nothing, if it does not.
pub(crate) fn refusal(text: &str, figure: &Figure, marks: &Marks) -> Verdict {
    let numeral = &figure.numeral;
    let head = &text[..numeral.range.start];
    let tail = &text[numeral.range.end..];
    if marks.quoted(numeral.range.start) {
        return Verdict::Refused(Quoted);
    }
    if let Some((_, why)) = BEFORE.iter().find(|(word, _)| head.ends_with(word))
        && (*why != Vague || numeral.script == Script::Han)
    {
        return Verdict::Refused(*why);
    }
    let why = match numeral.script {
        Script::Han => return han(text, figure),
        Script::Digits | Script::Percent => beside(head, tail)
            .or_else(|| footnote(text, figure, marks))
            .or_else(|| letter(head, figure))
            .or_else(|| behind(text, figure))
            .or_else(|| time(text, figure))
            .or_else(|| bare(text, figure)),
    };
    why.map_or(Verdict::Counts, Verdict::Refused)
}

/// A Han number has a unit or is a part of a word.
fn han(text: &str, figure: &Figure) -> Verdict {
    let written = &text[figure.numeral.range.clone()];
    let bare_money = written.starts_with(['百', '千'])
        && written.chars().count() == 1
        && figure.unit.as_ref().is_some_and(|unit| unit.measure == Measure::Money);
    let class = (bare_money && figure.roughly == Roughly::No).then_some(Class);
    let why = class.or_else(|| behind(text, figure)).or_else(|| time(text, figure));
    match (why, &figure.unit, figure.numeral.value) {
        (Some(why), ..) if written != "一" => Verdict::Refused(why),
        (_, None, _) => Verdict::NoNumber,
        (_, Some(_), None) => Verdict::Refused(Vague),
        (_, Some(_), Some(_)) if written == "一" => Verdict::Refused(Article),
        (..) => Verdict::Counts,
    }
}

/// Letters, signs and colons that a number is a part of.
fn beside(head: &str, tail: &str) -> Option<NotATarget> {
    let sign = |c: char| matches!(c, '+' | '＋' | '×' | '*' | '#' | '℃');
    if head.ends_with(sign) || tail.starts_with(sign) {
        return Some(Mechanism);
    }
    let colon = |c: char| matches!(c, ':' | '：' | '∶' | '︰');
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let before = head.strip_suffix(colon).is_some_and(|head| digit(head.chars().next_back()));
    let after = tail.strip_prefix(colon).is_some_and(|tail| digit(tail.chars().next()));
    (before || after).then_some(Ratio)
}

/// `[20]`, `(3)`: a number that is all that stands in its brackets.
fn footnote(text: &str, figure: &Figure, marks: &Marks) -> Option<NotATarget> {
    let range = &figure.numeral.range;
    let at = marks.brackets().partition_point(|bracket| bracket.inside.end < range.end);
    let inside = &marks.brackets().get(at)?.inside;
    (text[inside.clone()].trim() == &text[range.clone()]).then_some(Footnote)
}

fn behind(text: &str, figure: &Figure) -> Option<NotATarget> {
    let head = &text[..figure.numeral.range.start];
    let unit = figure.unit.as_ref().map(|unit| &text[unit.range.clone()]);
    let placed = head.ends_with('前') && matches!(unit, Some("名" | "位"));
    if placed || RANKED.closing(head).is_some() {
        return Some(Ordinal);
    }
    let tail = text[figure.numeral.range.end..].trim_start();
    let counted = figure.unit.is_some();
    let fits = |words: &Lexicon| words.opening(tail).is_some();
    let rows = [
        (fits(&AGES) && !spans(head), Age),
        (fits(&CONGRESSES), Congress),
        (fits(&RULES), Name),
        (counted && rest(text, figure).starts_with('级'), Class),
        (!counted && fits(&CLASSES), Class),
        (!counted && fits(&NAMES), Name),
        (!counted && fits(&ROADS), Code),
        (!counted && fits(&FRACTIONS), Ratio),
    ];
    rows.into_iter().find_map(|(fits, why)| fits.then_some(why))
}

fn time(text: &str, figure: &Figure) -> Option<NotATarget> {
    let numeral = &figure.numeral;
    if numeral.value.is_none() && text[numeral.range.end..].starts_with('年') {
        return Some(Date);
    }
    let unit = figure.unit.as_ref().filter(|unit| unit.measure == Measure::Time)?;
    let word = &text[unit.range.clone()];
    if is_year(text, numeral) || matches!(word, "月" | "日" | "季度" | "周年" | "时") {
        return Some(Date);
    }
    let at = bound::before(text, numeral.range.start).map_or(numeral.range.start, |(at, _)| at);
    let heads = [text[..at].trim_end(), text[..numeral.range.start].trim_end()];
    let tail = rest(text, figure);
    let shortened = SHORTENED.opening(tail).is_some()
        || heads.iter().any(|head| SHORTENED.closing(head).is_some());
    let reached = shortened || spans(heads[1]);
    (!reached).then_some(Duration)
}

/// Whether the clause before a number names a metric that is measured in spans.
fn spans(head: &str) -> bool {
    let near = head.char_indices().rev().take(NEAR).last().map_or(0, |(at, _)| at);
    let clause = head[near..].rsplit(['，', ',', '；', ';', '。']).next().unwrap_or_default();
    SPANS.within(clause)
}

/// A number behind a letter is a code (G318, PM2.5), unless it counts (建成CBD2个).
fn letter(head: &str, figure: &Figure) -> Option<NotATarget> {
    let head = head.trim_end();
    let coded = figure.unit.is_none() || head.ends_with("PM");
    (coded && head.ends_with(|c: char| c.is_ascii_alphabetic())).then_some(Code)
}

/// A number without a unit: a year, a code, or one that its comparator word vouches for.
fn bare(text: &str, figure: &Figure) -> Option<NotATarget> {
    let numeral = &figure.numeral;
    if numeral.script == Script::Percent {
        return None;
    }
    if figure.unit.is_some() {
        return None;
    }
    let tail = &text[numeral.range.end..];
    if tail.starts_with(|c: char| c.is_ascii_alphabetic()) || numeral.value.is_none() {
        return Some(Code);
    }
    if is_year(text, numeral) {
        return Some(Date);
    }
    Some(NoUnit).filter(|_| !vouched(text, figure))
}

static REACHED: Lexicon = Lexicon::of("达到 达 降至 降到 提高到 提升到 提升至 保持在 稳定在");

/// A bare number counts when a comparator or a verb of reaching stands before it and nothing that
/// it could be a part of behind it.
fn vouched(text: &str, figure: &Figure) -> bool {
    let at = figure.numeral.range.start;
    let head = text[..at].trim_end();
    let said = bound::before(text, at).is_some() || REACHED.closing(head).is_some();
    let tail = rest(text, figure);
    let open = tail.is_empty()
        || tail.starts_with(['，', ',', '、', '。', '；', ';', '）', ')'])
        || bound::after(text, figure.end).is_some();
    said && open
}

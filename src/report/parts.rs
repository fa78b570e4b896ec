//! The parts of a report: what stands before it, review, outlook, the plan of the year, what stands
//! behind it. Every paragraph is in exactly one part.

use std::ops::Range;

use super::letter::{bare, han_digit};
use super::line::Para;
use super::marker::Style;
use super::notice;
use super::table;
use super::tail;
use super::title;

/// What a part of a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Title, date line, the first words; page furniture.
    Front,
    /// What was done.
    Review,
    /// What is meant for years ahead.
    Outlook,
    /// What is to be done this year.
    Plan,
    /// 政府自身建设, in a part of its own.
    Own,
    /// A part behind the plan that goes on with it.
    More,
    /// Lists behind the body: livelihood items.
    Appendix,
    /// 名词解释
    Glossary,
    /// Page furniture behind the body.
    Back,
}

/// A part: its paragraphs, the first of which is its heading unless it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) kind: Kind,
    pub(super) headed: Headed,
    pub(super) paras: Range<usize>,
}

/// Whether the first paragraph of a part is its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Headed {
    /// It is, and says what the part is about.
    Plainly,
    /// It is, but what the part is about had to be guessed.
    Vaguely,
    /// The part has no heading.
    Not,
}

/// The parts, in order, over all paragraphs.
pub(super) fn parts(text: &str, paras: &[Para]) -> Vec<Part> {
    let tail = tail::begins(text, paras);
    // What a notice publishes begins with its title, and that is no body yet.
    let after = notice::document(text, paras).map_or(0, |at| at + 1);
    // A heading below the one of the title stands in the body.
    let title = paras.iter().find_map(|para| para.heading);
    let below = |para: &Para| para.heading.is_some() && para.heading > title;
    let prose = paras.iter().skip(after).position(|para| is_body(text, para) || below(para));
    let first = prose.map_or(tail, |at| at + after).min(tail);
    let heads = headings(text, paras, first..tail);
    let mut parts = Vec::new();
    let start = heads.first().map_or(first, |head| head.at);
    push(&mut parts, Kind::Front, Headed::Not, 0..start);
    if heads.is_empty() {
        push(&mut parts, Kind::Plan, Headed::Not, start..tail);
    }
    for (nth, head) in heads.iter().enumerate() {
        let end = heads.get(nth + 1).map_or(tail, |next| next.at);
        push(&mut parts, head.kind, head.headed, head.at..end);
    }
    tail::sort(text, paras, tail, &mut parts);
    parts
}

fn push(parts: &mut Vec<Part>, kind: Kind, headed: Headed, paras: Range<usize>) {
    if !paras.is_empty() {
        parts.push(Part { kind, headed, paras });
    }
}

fn counts(para: &Para) -> bool {
    para.marker.is_some_and(|marker| marker.style.counts())
}

struct Head {
    at: usize,
    kind: Kind,
    headed: Headed,
}

/// Whether a paragraph belongs to the report itself and not to its first page.
fn is_body(text: &str, para: &Para) -> bool {
    let words = text.get(para.at.clone()).unwrap_or_default();
    let told = para.prose && (para.chars >= LEAST_PROSE || words.contains(['。', '｡']));
    let heads = || table::heading(text, &table::cells(text, &para.at)).is_some();
    told || counts(para) || heads() || table::opens_stack(text, para)
}

/// A call with fewer characters may be page furniture: 欢迎访问本网站！
const LEAST_PROSE: usize = 20;

/// A heading of a part has at most so many characters.
const LONGEST: usize = 44;

/// The headings of parts. Those with 一、 are parts when one of them says so; otherwise headings
/// without a number are, and 一、 is a section.
fn headings(text: &str, paras: &[Para], within: Range<usize>) -> Vec<Head> {
    let numbered = |para: &Para| {
        para.marker.is_some_and(|marker| marker.style <= Style::Han && para.chars <= LONGEST)
    };
    let told = |at: usize| paras.get(at).and_then(|para| about(&words(text, para)));
    let all: Vec<usize> =
        within.clone().filter(|at| paras.get(*at).is_some_and(numbered)).collect();
    let known: Vec<Kind> = all.iter().filter_map(|at| told(*at)).collect();
    let past = known.iter().any(|kind| matches!(kind, Kind::Review | Kind::Outlook));
    let planned = known.contains(&Kind::Plan) && (all.len() <= 4 || known.len() * 2 >= all.len());
    if past || planned {
        return resolve(text, paras, &first_run(paras, &all), within.end);
    }
    let stack = table::stack(text, paras).map_or(0..0, |stack| stack.paras());
    let unnumbered = |at: &usize| {
        !stack.contains(at) && paras.get(*at).is_some_and(|para| is_bare_heading(text, para))
    };
    let end = within.end;
    let bare: Vec<usize> = within.filter(unnumbered).collect();
    if bare.is_empty() { Vec::new() } else { resolve(text, paras, &bare, end) }
}

/// Numbered headings as long as their numbers go up: a list that begins anew behind them is none.
fn first_run(paras: &[Para], all: &[usize]) -> Vec<usize> {
    let number = |at: usize| paras.get(at).and_then(|para| para.marker).map_or(0, |m| m.number);
    let style = |at: usize| paras.get(at).and_then(|para| para.marker).map(|m| m.style);
    let first = all.first().and_then(|at| style(*at));
    let mut run: Vec<usize> = Vec::new();
    for at in all.iter().copied().filter(|at| style(*at) == first) {
        match run.last() {
            Some(last) if number(at) <= number(*last) => break,
            _ => run.push(at),
        }
    }
    run
}

fn words(text: &str, para: &Para) -> String {
    bare(text.get(para.body()..para.at.end).unwrap_or_default())
}

fn is_bare_heading(text: &str, para: &Para) -> bool {
    let headed = para.heading.is_some();
    let longest = if headed { LONGEST } else { 28 };
    let short = !para.prose && para.marker.is_none() && (4..=longest).contains(&para.chars);
    let words = words(text, para);
    let row = !table::cells(text, &para.at).is_empty();
    let plain = (headed || !words.contains([',', '。', ':', ';', '('])) && !row;
    short && plain && about(&words).is_some_and(|kind| kind != Kind::Own)
}

/// What a heading of 政府自身建设 says.
const OWN: [&str; 10] = [
    "自身建设",
    "政府建设",
    "政府治理",
    "服务型政府",
    "满意政府",
    "满意的政府",
    "政府效能",
    "政府系统",
    "法治政府",
    "现代政府",
];

/// What a heading of the work of a year says.
const PLAN: [&str; 18] = [
    "工作安排",
    "重点工作",
    "主要任务",
    "工作任务",
    "工作部署",
    "总体要求",
    "预期目标",
    "主要工作",
    "工作重点",
    "主要目标",
    "工作总体",
    "总体部署",
    "主要措施",
    "工作举措",
    "工作思路",
    "工作打算",
    "下一步",
    "下阶段",
];

/// What a heading says that its part is about.
fn about(words: &str) -> Option<Kind> {
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let year = title::year(words).is_some()
        || has(&["今年", "全年", "本年", "新一年", "新的一年", "明年", "来年", "年度"]);
    let work = [
        "任务",
        "工作",
        "安排",
        "部署",
        "目标",
        "重点",
        "打算",
        "建议",
        "计划",
        "要求",
        "举措",
        "突出重点",
    ];
    let review = has(&["回顾", "总结", "取得的成", "工作成效", "主要成就", "工作情况", "完成情况"]);
    let past = words.starts_with("过去")
        || has(&["存在的问题", "困难和问题", "体会", "上年", "一年来", "五年来", "执行情况"]);
    let ahead =
        ["今后五年", "未来五年", "五年规划", "五年的", "远景", "规划纲要", "五年奋斗", "五年目标"];
    let named = words.contains('"') || words.contains("时期");
    let five = has(&ahead) || named && is_five_years(words);
    let now = has(&["工作安排", "重点工作", "今年", "主要工作"]) || title::year(words).is_some();
    if review || past {
        Some(Kind::Review)
    } else if five && !now {
        Some(Kind::Outlook)
    } else if has(&OWN) {
        Some(Kind::Own)
    } else if year && has(&work) || has(&PLAN) {
        Some(Kind::Plan)
    } else {
        None
    }
}

/// Whether a text names a plan of five years: 十五五.
fn is_five_years(words: &str) -> bool {
    let rests = words.match_indices('十').filter_map(|(at, ten)| words.get(at + ten.len()..));
    rests.map(|rest| rest.chars().take(2).collect()).any(|next: Vec<char>| {
        next.first().copied().is_some_and(|c| han_digit(c).is_some()) && next.get(1) == Some(&'五')
    })
}

/// Whether the first paragraphs of a part give the targets of one year.
fn sets_targets(text: &str, body: &[Para]) -> bool {
    body.iter().take(8).any(|para| {
        let words = bare(text.get(para.at.clone()).unwrap_or_default());
        words.match_indices("预期目标").any(|(at, _)| {
            let before: Vec<char> =
                words.get(..at).unwrap_or_default().chars().rev().take(30).collect();
            let before: String = before.into_iter().rev().collect();
            let own = before.rsplit('。').next().unwrap_or_default();
            own.contains("今年") || own.contains("全年") || title::year(own).is_some()
        })
    })
}

/// What each heading's part is, seen among the others.
fn resolve(text: &str, paras: &[Para], at: &[usize], end: usize) -> Vec<Head> {
    let said: Vec<(usize, String)> =
        at.iter().filter_map(|at| Some((*at, words(text, paras.get(*at)?)))).collect();
    let ends = at.iter().skip(1).copied().chain([end]);
    let kinds = said.iter().zip(ends).map(|((at, words), end)| {
        let body = paras.get(at + 1..end).unwrap_or_default();
        match about(words) {
            None | Some(Kind::Outlook) if sets_targets(text, body) => Some(Kind::Plan),
            kind => kind,
        }
    });
    let kinds: Vec<Option<Kind>> = kinds.collect();
    let plans = said.iter().zip(&kinds).filter(|(_, kind)| **kind == Some(Kind::Plan));
    let latest = plans.filter_map(|((_, words), _)| title::year(words)).max();
    let mut heads: Vec<Head> = Vec::new();
    for ((at, words), kind) in said.iter().zip(kinds) {
        let planned = heads.iter().any(|head| head.kind == Kind::Plan);
        let before = heads.last().map(|head| head.kind);
        let old = title::year(words).is_some_and(|year| latest.is_some_and(|latest| year < latest));
        let (kind, headed) = match kind {
            Some(Kind::Plan) if old => (Kind::Review, Headed::Plainly),
            Some(Kind::Own) if !planned => (Kind::Review, Headed::Plainly),
            Some(Kind::Review) | None if planned => (Kind::More, Headed::Vaguely),
            Some(kind) => (kind, Headed::Plainly),
            None => (before.unwrap_or(Kind::Review), Headed::Vaguely),
        };
        heads.push(Head { at: *at, kind, headed });
    }
    guess(&mut heads);
    heads
}

/// A report without a part that speaks of this year: the first part that nobody knows is it, or
/// else the outlook.
fn guess(heads: &mut [Head]) {
    if heads.iter().any(|head| head.kind == Kind::Plan) {
        return;
    }
    let vague = heads.iter().position(|head| head.headed == Headed::Vaguely);
    let outlook = heads.iter().rposition(|head| head.kind == Kind::Outlook);
    let own = heads.iter().any(|head| head.kind == Kind::Own);
    let from = if own { None } else { vague }.or(outlook).or(vague);
    if let Some(from) = from {
        for (nth, head) in heads.iter_mut().enumerate().skip(from) {
            let kind = if nth == from { Kind::Plan } else { Kind::More };
            if nth == from || head.headed == Headed::Vaguely {
                head.kind = kind;
                head.headed = Headed::Vaguely;
            }
        }
    }
}

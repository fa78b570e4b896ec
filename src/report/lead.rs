//! Which sentence is the title of a task: the bare lead sentence that opens a paragraph, a clause
//! before a comma, and, on strong evidence only, short sentences in a running text.
//!
//! In print they are bold; no mark of it is left in the text, so length and place must do.

use std::ops::Range;

use super::letter::{bare, fold, head, length};
use super::sentence::split_stop;

/// A lead has at most so many characters.
const LONGEST: usize = 32;

/// Behind a lead stand at least so many characters.
const LEAST_BODY: usize = 16;

/// Whether the first of these sentences is a bare lead sentence.
pub(super) fn is_lead(text: &str, sentences: &[Range<usize>]) -> bool {
    let [first, rest @ ..] = sentences else { return false };
    let (title, stop) = split_stop(text, first);
    let words = bare(text.get(title).unwrap_or_default());
    let count = words.chars().count();
    let body: usize = rest.iter().map(|at| length(text.get(at.clone()).unwrap_or_default())).sum();
    let whole = text.get(stop).is_some_and(|stop| stop.contains(['。', '｡', '！', '!', '：', ':']));
    let fits = (3..=LONGEST).contains(&count) && body >= LEAST_BODY && body >= count;
    whole && fits && !is_statement(&words)
}

/// Whether a sentence of a text says how things are.
pub(super) fn states(text: &str, sentence: &Range<usize>) -> bool {
    let words = bare(text.get(split_stop(text, sentence).0).unwrap_or_default());
    words.chars().count() <= LONGEST && is_statement(&words)
}

/// Whether a sentence says how things are instead of what to do: no title.
fn is_statement(words: &str) -> bool {
    const BEGINS: [&str; 13] = [
        "今年",
        "我们",
        "各位",
        "同时",
        "此外",
        "这是",
        "当前",
        "去年",
        "过去",
        "要",
        "为此",
        "新的一年",
        "做好今年",
    ];
    const HAS: [&str; 7] = ["提出了", "事关", "关系到", "面临着", "就是", "开局之年", "迎来"];
    let begins = |starts: &[&str]| starts.iter().any(|start| words.starts_with(start));
    let asked = words.ends_with(['?', '!']);
    let says_is = words.split_once('是').is_some_and(|(before, _)| is_subject(before));
    asked || begins(&BEGINS) || HAS.iter().any(|has| words.contains(has)) || says_is
}

/// 民生是…: a name of two to six characters before 是 makes a statement, a verb does not.
fn is_subject(before: &str) -> bool {
    let count = before.chars().count();
    (2..=6).contains(&count) && !before.contains(',')
}

/// Whether a paragraph behind a section's tasks calls to them once more: 市场是最稀缺的资源。我们要…
pub(super) fn is_call(text: &str, sentences: &[Range<usize>]) -> bool {
    const CALLS: [&str; 6] = ["我们要", "我们将", "我们必须", "必须", "让我们", "今年我们"];
    let calls = |at: &Range<usize>| {
        let words = head(text.get(at.clone()).unwrap_or_default(), 4);
        CALLS.iter().any(|call| words.starts_with(call))
    };
    sentences.len() <= 3 && sentences.iter().take(2).any(calls)
}

/// Where a first clause ends that can be a title: before its comma or colon.
pub(super) fn clause(text: &str, sentence: &Range<usize>, longest: usize) -> Option<Range<usize>> {
    let part = text.get(sentence.clone())?;
    let mut quoted = false;
    let cut = part.char_indices().find(|&(_, c)| {
        quoted =
            if fold(c) == '"' { c == '“' || c == '「' || c == '"' && !quoted } else { quoted };
        !quoted && matches!(fold(c), ',' | ':' | ';')
    });
    let (end, _) = cut?;
    let words = part.get(..end)?;
    let count = length(words);
    let plain = !words.chars().any(|c| fold(c).is_ascii_digit());
    ((3..=longest).contains(&count) && plain).then_some(sentence.start..sentence.start + end)
}

/// The words with which a measure begins.
const VERBS: [&str; 48] = [
    "加快",
    "推进",
    "推动",
    "加强",
    "完善",
    "深化",
    "实施",
    "建设",
    "打造",
    "提升",
    "优化",
    "开展",
    "建立",
    "健全",
    "落实",
    "强化",
    "培育",
    "引进",
    "组织",
    "全面",
    "积极",
    "大力",
    "着力",
    "持续",
    "继续",
    "深入",
    "抓好",
    "做好",
    "围绕",
    "坚持",
    "扎实",
    "稳步",
    "支持",
    "鼓励",
    "巩固",
    "拓展",
    "改造",
    "新建",
    "启动",
    "完成",
    "严格",
    "统筹",
    "高标准",
    "高质量",
    "聚焦",
    "突出",
    "充分",
    "促进",
];

/// Where a title ends whose stop is missing: before the verb that stands nearest to where the
/// titles beside it end.
pub(super) fn missing_stop(text: &str, sentence: &Range<usize>, usual: usize) -> Option<usize> {
    let part = text.get(sentence.clone())?;
    let near = part.char_indices().enumerate().take(usual + 4).skip(usual.saturating_sub(3).max(4));
    let starts = near.filter(|(_, (at, _))| {
        part.get(*at..).is_some_and(|rest| VERBS.iter().any(|verb| rest.starts_with(verb)))
    });
    let (_, (at, _)) = starts.min_by_key(|(count, _)| count.abs_diff(usual))?;
    Some(sentence.start + at)
}

/// A lead in a running text has at most so many characters.
const LONGEST_RUN_IN: usize = 16;

/// Behind the first lead of a running text stand at least so many characters, behind the others more:
/// a measure is short, too.
const LEAST_FIRST: usize = 40;
const LEAST_RUN: usize = 72;

/// A lead may differ from the first by a few characters; more differ no worse.
const MOST_APART: usize = 3;

/// Which sentences of a running text are leads: several short ones of about one length, each with
/// long sentences behind it. Fewer than two are no evidence.
///
/// Shortness alone is none either: most short sentences are measures.
pub(super) fn run_in(text: &str, sentences: &[Range<usize>]) -> Vec<usize> {
    let run = Run::of(text, sentences);
    let found = run.best();
    let bodies: Vec<usize> = (0..found.len()).map(|nth| run.body(&found, nth)).collect();
    let total: usize = bodies.iter().sum();
    let even = bodies.iter().all(|body| body * found.len() * 4 >= total);
    let fits = found.len() >= 2 && total >= 70 * found.len() && (even || found.len() > 3);
    if fits { found } else { fields(text, sentences) }
}

/// Sentences that name a field before they say what is done in it: 新能源方面，….
fn fields(text: &str, sentences: &[Range<usize>]) -> Vec<usize> {
    let names = |at: &Range<usize>| {
        clause(text, at, 24)
            .is_some_and(|name| text.get(name).is_some_and(|name| name.ends_with("方面")))
    };
    let all = sentences.iter().enumerate().filter(|(_, at)| names(at));
    let found: Vec<usize> = all.map(|(nth, _)| nth).collect();
    if found.len() >= 3 { found } else { Vec::new() }
}

/// The sentences of a running text that look like leads, whether or not they are read as such.
pub(super) fn like_leads(text: &str, sentences: &[Range<usize>]) -> usize {
    let run = Run::of(text, sentences);
    let followed = |nth: &usize| run.lengths.get(nth + 1).is_some_and(|next| *next >= 30);
    run.short.iter().filter(|nth| followed(nth)).count()
}

struct Run {
    /// How long each sentence is, its stop included.
    lengths: Vec<usize>,
    /// Characters before each sentence.
    before: Vec<usize>,
    /// Which sentences are short enough and number-free.
    short: Vec<usize>,
}

impl Run {
    fn of(text: &str, sentences: &[Range<usize>]) -> Self {
        let words = |at: &Range<usize>| text.get(at.clone()).unwrap_or_default();
        let lengths: Vec<usize> = sentences.iter().map(|at| length(words(at))).collect();
        let mut before = Vec::with_capacity(lengths.len() + 1);
        let mut sum = 0;
        before.push(0);
        before.extend(lengths.iter().map(|length| {
            sum += length;
            sum
        }));
        let is_short = |nth: &usize| {
            sentences.get(*nth).is_some_and(|sentence| is_short(words(sentence)))
                && *nth + 1 < sentences.len()
        };
        let short = (0..sentences.len()).filter(is_short).collect();
        Self { lengths, before, short }
    }

    /// The leads with the most evidence together. The first lead stands near the beginning; each of
    /// the others is weighed against it, so the time is linear in the candidates.
    fn best(&self) -> Vec<usize> {
        // Of two short sentences at the beginning the first one guides.
        let guiding = usize::from(self.short.starts_with(&[0, 1]));
        let firsts = self.short.iter().copied().skip(guiding).take(2).filter(|nth| *nth <= 3);
        firsts.map(|first| self.from(first)).find(|found| found.len() >= 2).unwrap_or_default()
    }

    /// The best choice that begins with a lead: of each candidate the best way to come to it.
    fn from(&self, first: usize) -> Vec<usize> {
        let usual = self.lengths.get(first).copied().unwrap_or(0);
        let nodes: Vec<usize> = self.short.iter().copied().filter(|nth| *nth >= first).collect();
        let mut best: Vec<(i64, Option<usize>)> = Vec::with_capacity(nodes.len());
        for (at, nth) in nodes.iter().enumerate() {
            let own = self.evidence(*nth, usual);
            let mut way = if at == 0 { (own, None) } else { (i64::MIN / 2, None) };
            for (back, (score, _)) in best.iter().enumerate().rev().take(WINDOW) {
                let gap = self.gap(nodes.get(back).copied().unwrap_or(0), *nth);
                let sum = score + own;
                if gap >= least(back) && sum > way.0 {
                    way = (sum, Some(back));
                }
            }
            best.push(way);
        }
        self.walk(&nodes, &best)
    }

    fn walk(&self, nodes: &[usize], best: &[(i64, Option<usize>)]) -> Vec<usize> {
        let end = self.lengths.len();
        let tail = |at: usize| nodes.get(at).map_or(0, |nth| self.gap(*nth, end));
        let ends = best.iter().enumerate().filter(|(at, _)| tail(*at) >= least(*at));
        let Some((mut at, _)) = ends.max_by_key(|(_, (score, _))| *score) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        loop {
            found.extend(nodes.get(at));
            match best.get(at).and_then(|(_, back)| *back) {
                Some(back) => at = back,
                None => break,
            }
        }
        found.reverse();
        found
    }

    /// Characters between a lead and another sentence.
    fn gap(&self, lead: usize, other: usize) -> usize {
        let at = |nth: usize| self.before.get(nth).copied().unwrap_or(0);
        at(other).saturating_sub(at(lead + 1))
    }

    fn body(&self, found: &[usize], nth: usize) -> usize {
        let end = found.get(nth + 1).copied().unwrap_or(self.lengths.len());
        found.get(nth).map_or(0, |lead| self.gap(*lead, end))
    }

    /// For: a long sentence behind it, a length like the first lead's. Against: being one of many.
    fn evidence(&self, nth: usize, usual: usize) -> i64 {
        let number = |count: usize| i64::try_from(count.min(1000)).unwrap_or(0);
        let next = self.lengths.get(nth + 1).copied().unwrap_or(0);
        let own = self.lengths.get(nth).copied().unwrap_or(0);
        number(next.min(48)) - 6 * number(own.abs_diff(usual).min(MOST_APART))
    }
}

/// How much stands at least behind the lead of a place among the candidates.
fn least(at: usize) -> usize {
    if at == 0 { LEAST_FIRST } else { LEAST_RUN }
}

/// So many candidates back a lead before it is looked for.
const WINDOW: usize = 24;

/// Short, a single clause, without a number: 筑牢政治忠诚。
fn is_short(sentence: &str) -> bool {
    let words = bare(sentence);
    let words = words.trim_end_matches(['。', '!']);
    let count = words.chars().count();
    let stop = sentence.trim_end().ends_with(['。', '｡']);
    let plain = |c: char| !matches!(c, ',' | ';' | ':' | '(' | '、') && !c.is_ascii_digit();
    let free = words.split('"').step_by(2).all(|part| part.chars().all(plain));
    stop && (4..=LONGEST_RUN_IN).contains(&count) && free && !is_statement(words)
}

#[cfg(test)]
mod tests {
    use super::super::sentence::sentences;
    use super::*;

    fn lead(text: &str) -> bool {
        is_lead(text, &sentences(text, 0..text.len()))
    }

    #[test]
    fn a_lead_opens_a_paragraph_and_says_what_to_do() {
        let body = "推进云溪片区更新，改造管网，建好口袋公园，让居民推窗见绿、出门入园。";
        for (title, expect) in [
            ("更大力度提振消费。", true),
            ("扎实办好10件民生实事。", true),
            ("坚持城乡统筹，建设和美乡村。", true),
            ("民生是最大的政治。", false),
            ("新征程对政府工作提出了更高要求。", false),
            ("今年形势依然复杂。", false),
            (
                "推进云溪片区更新，改造管网，建好口袋公园，让居民推窗见绿、出门入园、乐享生活。",
                false,
            ),
        ] {
            assert_eq!(lead(&format!("{title}{body}")), expect, "{title}");
        }
        assert!(!lead("更大力度提振消费。"));
    }

    #[test]
    fn a_clause_can_be_a_title() {
        let check = |text: &str| clause(text, &(0..text.len()), 32).map(|at| text[at].to_owned());
        assert_eq!(check("加强国防动员，抓好征兵。"), Some("加强国防动员".into()));
        assert_eq!(check("新建学校5所,新增学位。"), None);
        assert_eq!(check("用好“稳，进”方法，抓落实。"), Some("用好“稳，进”方法".into()));
        assert_eq!(check("没有分句。"), None);
    }

    #[test]
    fn a_running_text_is_cut_on_strong_evidence_only() {
        let long = |words: &str| format!("{words}{}。", "，落细落实各项举措".repeat(9));
        let text = format!(
            "筑牢政治根基。{}{}转变工作作风。{}坚持依法行政。{}守住廉洁底线。{}",
            long("深入学习"),
            long("确保"),
            long("改进调查研究"),
            long("完善决策"),
            long("深化治理")
        );
        let all = sentences(&text, 0..text.len());
        assert_eq!(run_in(&text, &all), [0, 3, 5, 7]);
        let plain = "抓好春耕。管好水库。修好道路。办好学校。建好医院。扶好企业。".repeat(3);
        assert_eq!(run_in(&plain, &sentences(&plain, 0..plain.len())), [0; 0]);
        let one = format!("筑牢政治根基。{}", long("深入学习").repeat(4));
        assert_eq!(run_in(&one, &sentences(&one, 0..one.len())), [0; 0]);
    }
}

//! One clause: is it nothing but who and by when, or does it merely mention them?

use std::ops::Range;

use super::super::Context;
use super::english::Spoken;
use super::parties::{named_first, parties};
use crate::app::due::{self, Meant};
use crate::app::key::twin;
use crate::plan::Party;

/// A clause and what it says.
pub(super) struct Clause {
    pub(super) at: Range<usize>,
    pub(super) units: Vec<Unit>,
    /// It says nothing else, and without doubt: it may leave the text.
    pub(super) drops: bool,
}

/// One statement and its bytes in the line.
pub(super) struct Unit {
    pub(super) at: Range<usize>,
    pub(super) what: What,
}

pub(super) enum What {
    Lead(Vec<Party>),
    Support(Vec<Party>),
    Due(Meant),
}

/// Reads the clauses of a line: those with statements in English by these, every other by its Han.
pub(super) fn all(
    line: &str,
    parts: Vec<Range<usize>>,
    spoken: Vec<Spoken>,
    context: &Context,
) -> Vec<Clause> {
    let mut spoken = spoken.into_iter().peekable();
    let mut clauses = Vec::new();
    for at in parts {
        let mut own = Vec::new();
        while let Some(next) = spoken.next_if(|next| next.at.end <= at.end) {
            own.push(next);
        }
        clauses.push(if own.is_empty() { read(line, at, context) } else { said(line, at, own) });
    }
    clauses
}

/// A clause of statements in English: it leaves the text where nothing stands beside them.
fn said(line: &str, at: Range<usize>, spoken: Vec<Spoken>) -> Clause {
    let mut sure = true;
    let mut from = at.start;
    let mut units = Vec::new();
    for statement in spoken {
        let beside = line.get(from..statement.at.start).unwrap_or_default();
        sure &= statement.sure && matches!(beside.trim(), "" | "and");
        from = statement.at.end;
        units.push(Unit { at: statement.at, what: statement.what });
    }
    let drops = sure && line.get(from..at.end).unwrap_or_default().trim().is_empty();
    Clause { at, units, drops }
}

/// Reads a clause of a line.
fn read(line: &str, at: Range<usize>, context: &Context) -> Clause {
    let text = line.get(at.clone()).unwrap_or_default();
    let (mut units, drops) = match statements(text, context) {
        Some(statements) => statements,
        None => (mentions(text, context), false),
    };
    for unit in &mut units {
        unit.at = unit.at.start + at.start..unit.at.end + at.start;
    }
    Clause { at, units, drops }
}

/// A clause of nothing but statements, and whether all its names are known.
fn statements(text: &str, context: &Context) -> Option<(Vec<Unit>, bool)> {
    let mut units = Vec::new();
    let mut sure = true;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(next) = rest.strip_prefix('、') {
            at = text.len() - next.len();
            continue;
        }
        let (length, what, known) = labelled(rest, context)
            .or_else(|| by_day(rest, context))
            .or_else(|| by_whom(rest, context))?;
        units.push(Unit { at: at..at + length, what });
        sure &= known;
        at += length;
    }
    (!units.is_empty()).then_some((units, sure))
}

type Statement = (usize, What, bool);

#[derive(Clone, Copy)]
enum Label {
    Lead,
    Support,
    Due,
}

const LABELS: [(&str, Label); 10] = [
    ("牵头单位", Label::Lead),
    ("责任单位", Label::Lead),
    ("牵头", Label::Lead),
    ("配合单位", Label::Support),
    ("协办单位", Label::Support),
    ("配合", Label::Support),
    ("完成时限", Label::Due),
    ("办结时限", Label::Due),
    ("完成时间", Label::Due),
    ("时限", Label::Due),
];

/// 牵头单位：卫健局
fn labelled(text: &str, context: &Context) -> Option<Statement> {
    let (label, kind) = LABELS.iter().find(|(label, _)| text.starts_with(label))?;
    let colon = text[label.len()..].chars().next().filter(|c| twin(*c) == ':')?;
    let value = &text[label.len() + colon.len_utf8()..];
    if let Label::Due = kind {
        return Some((text.len(), What::Due(due::read(value, &context.base)?), true));
    }
    let (parties, known) = parties(value, context)?;
    let what = match kind {
        Label::Lead => What::Lead(parties),
        Label::Support | Label::Due => What::Support(parties),
    };
    Some((text.len(), what, known))
}

/// What may follow a day without adding anything to it; the longest first, nothing last.
const DONE: [&str; 6] = ["全部完成", "完成任务", "完成", "办结", "落实到位", ""];

/// 于10月31日前, 10月底前完成
fn by_day(text: &str, context: &Context) -> Option<Statement> {
    let opener =
        ["务必于", "务必在", "须于", "请于", "于", "在"].iter().find_map(|o| text.strip_prefix(o));
    let day = opener.unwrap_or(text);
    // 延至10月15日 says that it was put off, and that is more than a day.
    if day.starts_with(['延', '推', '最', '不']) {
        return None;
    }
    if let Some(meant) = due::read(day, &context.base).filter(|meant| is_spelt(day, meant)) {
        return Some((text.len(), What::Due(meant), true));
    }
    let (length, meant) = due::phrase(day, &context.base)?;
    meant.due.when()?;
    let after = &day[length..];
    let done = DONE.iter().find(|done| after.starts_with(**done))?;
    let length = text.len() - after.len() + done.len();
    let ends = text[length..].is_empty() || text[length..].starts_with('、');
    ends.then_some((length, What::Due(meant), true))
}

/// A clause of 10月底 alone is a day; one of 1031 or 10-15 is a number, and 下午3点 an hour of
/// something else.
fn is_spelt(day: &str, meant: &Meant) -> bool {
    !due::is_hour(day) && meant.due.when().is_some() && day.chars().any(|c| !twin(c).is_ascii())
}

const OPENERS: [&str; 8] = ["明确由", "同意由", "并由", "会同", "责成", "由", "请", "（"];

/// Behind the names of those who lead; the longest first.
const LEADS: [&str; 6] = ["牵头组织实施", "牵头负责", "牵头落实", "牵头推进", "牵头办理", "牵头"];

/// Behind the names of those who help.
const HELPS: [&str; 7] = ["配合落实", "配合推进", "协同配合", "共同配合", "配合", "协助", "协同"];

/// Behind the names of those in charge.
const IN_CHARGE: [&str; 2] = ["负责落实", "负责"];

/// Behind the names that others join, and before the names of those who do.
const TOGETHER: &str = "会同";

/// 由X牵头; Y、Z配合; 由X会同Y; 会同Y
fn by_whom(text: &str, context: &Context) -> Option<Statement> {
    let opener = OPENERS.iter().take(7).find(|opener| text.starts_with(**opener));
    let names = &text[opener.map_or(0, |opener| opener.len())..];
    let together = first(names, &[TOGETHER]).filter(|_| opener.is_some());
    let marks = [
        (first(names, &LEADS), true),
        (first(names, &IN_CHARGE), true),
        // 会同 itself begins what comes next.
        (together.map(|(at, _)| (at, "")), true),
        (first(names, &HELPS), false),
    ];
    let mark = marks.into_iter().filter_map(|(mark, lead)| Some((mark?, lead)));
    let Some(((at, mark), lead)) = mark.min_by_key(|((at, _), _)| *at) else {
        return joining(text, context);
    };
    let (parties, known) = parties(&names[..at], context)?;
    let length = text.len() - names.len() + at + mark.len();
    let what = if lead { What::Lead(parties) } else { What::Support(parties) };
    Some((length, what, known))
}

/// 会同临空办、发改局
fn joining(text: &str, context: &Context) -> Option<Statement> {
    let names = text.strip_prefix(TOGETHER)?;
    let done = ["落实", "办理", "推进"].iter().find_map(|done| names.strip_suffix(done));
    let (parties, known) = parties(done.unwrap_or(names), context)?;
    Some((text.len(), What::Support(parties), known))
}

/// The first place of one of the words; of words that begin there, the one listed first.
fn first(text: &str, words: &[&'static str]) -> Option<(usize, &'static str)> {
    let found = words.iter().filter_map(|word| Some((text.find(word)?, *word)));
    found.min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())))
}

/// What a clause with a text of its own mentions.
fn mentions(text: &str, context: &Context) -> Vec<Unit> {
    let mut units = Vec::new();
    // Without 由 before them, 负责 and 会同 tell what somebody does anyway.
    let words = [("牵头", true, 0), ("负责", true, 1), (TOGETHER, true, 1), ("配合", false, 0)];
    for (word, lead, from) in words {
        for (at, _) in text.match_indices(word) {
            let after = &text[at + word.len()..];
            let named = named_before(text, at, context).filter(|(start, _)| *start >= from);
            let Some((start, parties)) = named.filter(|_| !names_a_thing(after)) else { continue };
            let what = if lead { What::Lead(parties) } else { What::Support(parties) };
            let end = if word == TOGETHER { at } else { at + word.len() };
            units.push(Unit { at: start..end, what });
            if let Some((length, parties)) =
                named_first(after, context).filter(|_| word == TOGETHER)
            {
                let at = at..at + word.len() + length;
                units.push(Unit { at, what: What::Support(parties) });
            }
        }
    }
    units.extend(days(text, context));
    units.sort_by_key(|unit| unit.at.start);
    units.dedup_by(|later, earlier| later.at.start < earlier.at.end);
    units
}

/// 牵头单位, 牵头的项目: words about leading that give nobody anything to do.
fn names_a_thing(after: &str) -> bool {
    const THINGS: [&str; 17] = [
        "的", "单位", "部门", "工作", "领导", "人", "事项", "项目", "情况", "任务", "责任", "作用",
        "方", "机制", "制度", "度", "同志",
    ];
    THINGS.iter().any(|thing| after.starts_with(thing))
}

/// The known names that end where a word begins: from 由 on, from the word before, or from the start.
fn named_before(text: &str, end: usize, context: &Context) -> Option<(usize, Vec<Party>)> {
    let before = &text[..end];
    let after = |word: &&str| before.rfind(*word).map(|at| at + word.len());
    let mut starts: Vec<usize> = OPENERS.iter().filter_map(after).collect();
    starts.extend(["牵头、", "牵头", "("].iter().filter_map(after));
    starts.push(0);
    starts.sort_unstable_by(|a, b| b.cmp(a));
    starts.into_iter().find_map(|start| {
        let (parties, known) = parties(&before[start..], context).filter(|_| start < end)?;
        known.then_some((start, parties))
    })
}

/// The days that a clause mentions as a limit.
fn days(text: &str, context: &Context) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let told =
            ["截至", "截止", "截止到", "截至到"].iter().any(|word| text[..at].ends_with(word));
        // 会前 is the next meeting only where nothing else is meant: 全会前, 大会前.
        let fits = due::may_begin(c, &context.base)
            && !told
            && !CONTINUES.contains(before)
            && (c != '会' || at == 0);
        let found = if fits { due::phrase(&text[at..], &context.base) } else { None };
        let length = found.as_ref().map_or(c.len_utf8(), |(length, _)| *length);
        if let Some((_, meant)) = found {
            units.push(Unit { at: at..at + length, what: What::Due(meant) });
        }
        before = text[at..at + length].chars().next_back().unwrap_or(c);
        at += length;
    }
    units
}

/// Behind these a day word is the tail of another one: 上月底前, 去年底前, 12月.
const CONTINUES: &str = "0123456789０１２３４５６７８９一二三四五六七八九十半每去上往近月年.-";

//! One clause: is it nothing but who and by when, or does it merely mention them?

use std::ops::Range;

use super::super::Context;
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

/// Reads a clause of a line.
pub(super) fn read(line: &str, at: Range<usize>, context: &Context) -> Clause {
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
    let (length, meant) = due::phrase(day, &context.base)?;
    meant.due.when()?;
    let after = &day[length..];
    let done = DONE.iter().find(|done| after.starts_with(**done))?;
    let length = text.len() - after.len() + done.len();
    let ends = text[length..].is_empty() || text[length..].starts_with('、');
    ends.then_some((length, What::Due(meant), true))
}

const OPENERS: [&str; 8] = ["明确由", "同意由", "并由", "会同", "责成", "由", "请", "（"];

/// Behind the names of those who lead; the longest first.
const LEADS: [&str; 6] = ["牵头组织实施", "牵头负责", "牵头落实", "牵头推进", "牵头办理", "牵头"];

/// Behind the names of those who help.
const HELPS: [&str; 7] = ["配合落实", "配合推进", "协同配合", "共同配合", "配合", "协助", "协同"];

/// 由X牵头; Y、Z配合
fn by_whom(text: &str, context: &Context) -> Option<Statement> {
    let names = OPENERS.iter().take(7).find_map(|opener| text.strip_prefix(opener));
    let opened = names.is_some();
    let names = names.unwrap_or(text);
    let lead = first(names, &LEADS);
    let help = first(names, &HELPS);
    let charge = first(names, &["负责落实", "负责"]).filter(|_| opened);
    let (lead, (at, mark)) = match (lead.or(charge), help) {
        (Some(lead), Some(help)) if help.0 < lead.0 => (false, help),
        (Some(lead), _) => (true, lead),
        (None, help) => (false, help?),
    };
    let (parties, known) = parties(&names[..at], context)?;
    let length = text.len() - names.len() + at + mark.len();
    let what = if lead { What::Lead(parties) } else { What::Support(parties) };
    Some((length, what, known))
}

/// The first place of one of the words; of words that begin there, the one listed first.
fn first(text: &str, words: &[&'static str]) -> Option<(usize, &'static str)> {
    let found = words.iter().filter_map(|word| Some((text.find(word)?, *word)));
    found.min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())))
}

/// Names with 、 or 和 between, and whether the roster knows them all. None where something is no name.
fn parties(text: &str, context: &Context) -> Option<(Vec<Party>, bool)> {
    let whole = ["等有关单位", "等相关单位", "等有关部门", "等单位", "等部门", "等"];
    let named = whole.iter().find_map(|tail| text.strip_suffix(tail));
    let (mut rest, mut known) = (named.unwrap_or(text), named.is_none());
    let mut parties = Vec::new();
    loop {
        let (length, found) = match context.names.at_start(rest) {
            Some((length, found)) if joins(&rest[length..]) => (length, found.to_vec()),
            _ => {
                known = false;
                let length = rest.find('、').unwrap_or(rest.len());
                (length, vec![body(&rest[..length])?])
            }
        };
        parties.extend(found);
        rest = &rest[length..];
        if rest.is_empty() {
            return Some((parties, known));
        }
        rest = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint))?;
    }
}

const JOINTS: [&str; 5] = ["、", "以及", "和", "及", "与"];

fn joins(rest: &str) -> bool {
    rest.is_empty() || JOINTS.iter().any(|joint| rest.starts_with(joint))
}

/// A body that the roster does not know, told by its last word.
fn body(name: &str) -> Option<Party> {
    const LAST: [&str; 18] = [
        "局",
        "办",
        "委",
        "厅",
        "署",
        "公司",
        "集团",
        "中心",
        "街道",
        "街镇",
        "镇",
        "学院",
        "大学",
        "医院",
        "支队",
        "大队",
        "管委会",
        "办事处",
    ];
    let letters = name.chars().count();
    let part = |c: char| c.is_alphanumeric() && !"由请及与".contains(c);
    let plain = (3..=20).contains(&letters) && name.chars().all(part);
    let ends = LAST.iter().any(|last| name.ends_with(last));
    (plain && ends).then(|| Party::Outside(name.to_owned()))
}

/// What a clause with a text of its own mentions.
fn mentions(text: &str, context: &Context) -> Vec<Unit> {
    let mut units = Vec::new();
    let words = [("牵头", true), ("配合", false)];
    for (word, lead) in words {
        for (at, _) in text.match_indices(word) {
            if let Some((start, parties)) = named_before(text, at, context)
                && !names_a_thing(&text[at + word.len()..])
            {
                let what = if lead { What::Lead(parties) } else { What::Support(parties) };
                units.push(Unit { at: start..at + word.len(), what });
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
    const THINGS: [&str; 16] = [
        "的", "单位", "部门", "工作", "领导", "人", "事项", "项目", "情况", "任务", "责任", "作用",
        "方", "机制", "制度", "度",
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
        let may = twin(c).is_ascii_digit() || BEGINS.contains(c);
        let fits = may && !told && !CONTINUES.contains(before) && (c != '会' || at == 0);
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

/// With these, or a digit, a day begins in a sentence; every other character is passed over at once.
const BEGINS: &str =
    "一二两三四五六七八九十廿卅今本明后当这第季年月下次上中半周星礼每会尽早近适延推最不";

/// Behind these a day word is the tail of another one: 上月底前, 去年底前, 12月.
const CONTINUES: &str = "0123456789０１２３４５６７８９一二三四五六七八九十半每去上往近月年.-";

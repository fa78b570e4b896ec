//! What stands before and behind a number: the verb, what is counted, and how it moves.
//!
//! No dictionary cuts Han text into words; tables of the verbs and adverbs of reports find where a
//! phrase opens and closes, and what lies between is the metric.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::marks::Marks;
use super::vocabulary::{
    ADVERBS, BASES, CONNECTORS, EFFORTS, FIRMNESS, FRAMES, JOINTS, LIGHT, Move, NO_CONNECTORS,
    NO_LIGHT, NOUNISH, PUSHES, RATES, RUN_ON, TELLING, TURNS, firmness, moving,
};

/// What stands before a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    /// Where the phrase opens.
    pub start: usize,
    /// How firmly it is promised; empty without a word.
    pub qualifier: Range<usize>,
    /// What is counted, with a telling verb before it.
    pub noun: Range<usize>,
    /// How it moves.
    pub moves: Move,
    /// The verb.
    pub verb: Verb,
}

/// Which kind of verb a phrase has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verb {
    /// None.
    None,
    /// 推进, 实施, 达到
    Light,
    /// 新建, 引进
    Telling,
}

/// Reads what stands before a number.
pub(crate) fn left(text: &str, range: Range<usize>, marks: &Marks) -> Left {
    whole(text, opened(text, range, marks))
}

/// Reads a stretch before a number, all items of its list.
pub(crate) fn whole(text: &str, range: Range<usize>) -> Left {
    let mut left = led(text, range);
    while trail(text, &mut left) {}
    turned(text, &mut left);
    left
}

/// What a clause speaks of: its text without the words before the noun.
pub(crate) fn topic(text: &str, range: Range<usize>) -> Range<usize> {
    led(text, range).noun
}

/// A stretch without the words before its noun.
fn led(text: &str, range: Range<usize>) -> Left {
    let mut left = Left {
        start: range.start,
        qualifier: range.start..range.start,
        noun: range,
        moves: Move::Still,
        verb: Verb::None,
    };
    while lead(text, &mut left) {}
    left
}

/// The stretch from the last item of a list that opens with a verb, and from the 将 of a clause
/// that names who does it (本区将新增…).
fn opened(text: &str, range: Range<usize>, marks: &Marks) -> Range<usize> {
    let stretch = &text[range.clone()];
    let stops = stretch.char_indices().filter(|(_, c)| *c == '、');
    let outside = stops.map(|(at, c)| (range.start + at, c)).filter(|(at, _)| !marks.aside(*at));
    let starts = outside.map(|(at, c)| at + c.len_utf8());
    let opens = starts.rev().find(|start| opens_phrase(&text[*start..range.end]));
    let start = opens.unwrap_or(range.start);
    let will = text[start..range.end].find('将').map(|at| start + at + '将'.len_utf8());
    let will = will.filter(|at| opens_phrase(&text[*at..range.end]));
    will.unwrap_or(start)..range.end
}

/// Whether a phrase of its own begins here: with a verb that is hardly a noun, or with adverbs and
/// any verb.
pub(crate) fn opens_phrase(text: &str) -> bool {
    let text = text.trim_start();
    if firmness(text).is_some() {
        return true;
    }
    let after = &text[adverbs(text)..];
    let Some((length, _)) = verb(after) else { return false };
    after.len() < text.len() || !NOUNISH.has(&after[..length])
}

/// Nobody writes more adverbs than these before a verb.
const MOST_ADVERBS: usize = 4;

/// How many bytes of adverbs a text begins with.
fn adverbs(text: &str) -> usize {
    let mut at = 0;
    for _ in 0..MOST_ADVERBS {
        at += ADVERBS.opening(&text[at..]).map_or(0, str::len);
    }
    at
}

/// The verb that a text begins with: how long it is, and which kind.
pub(crate) fn verb(text: &str) -> Option<(usize, Verb)> {
    let newly = text.strip_prefix('新').and_then(|rest| TELLING.opening(rest));
    let newly = newly.map(|word| ('新'.len_utf8() + word.len(), Verb::Telling));
    let telling = TELLING.opening(text).map(|word| (word.len(), Verb::Telling));
    let light = LIGHT.opening(text).filter(|_| NO_LIGHT.opening(text).is_none());
    let light = light.map(|word| (word.len(), Verb::Light));
    [telling, light, newly].into_iter().flatten().max_by_key(|(length, _)| *length)
}

/// Takes one word from the front; whether there was one to take.
fn lead(text: &str, left: &mut Left) -> bool {
    let rest = &text[left.noun.clone()];
    let blank =
        rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{3000}', '、', '\n', '\r']).len();
    if blank > 0 {
        return skip(left, blank);
    }
    if let Some(length) = date(rest).or_else(|| FRAMES.opening(rest).map(str::len)) {
        left.noun.start += length;
        return true;
    }
    if let Some(word) = firmness(rest) {
        left.qualifier = left.noun.start..left.noun.start + word.len();
        left.noun.start += word.len();
        return true;
    }
    if NO_CONNECTORS.opening(rest).is_none()
        && let Some(word) = CONNECTORS.opening(rest)
    {
        return skip(left, word.len());
    }
    acts(rest, left)
}

fn skip(left: &mut Left, length: usize) -> bool {
    if left.start == left.noun.start {
        left.start += length;
        left.qualifier = left.start..left.start;
    }
    left.noun.start += length;
    true
}

/// Takes adverbs and a light verb; stops at a telling one.
fn acts(rest: &str, left: &mut Left) -> bool {
    let how = adverbs(rest);
    if how > 0 && how == rest.len() {
        push(rest, left, how);
        left.noun.start += how;
        return true;
    }
    let (how, length, weight) = match (verb(&rest[how..]), verb(rest)) {
        (Some((length, weight)), _) => (how, length, weight),
        (None, Some((length, weight))) => (0, length, weight),
        (None, None) => return false,
    };
    let at = left.noun.start + how;
    left.verb = left.verb.max(weight);
    if weight == Verb::Telling {
        push(rest, left, how);
        left.noun.start = at;
        return false;
    }
    let pushes = PUSHES.has(&rest[how..how + length]) || how == 0;
    push(rest, left, if pushes { how + length } else { how });
    left.noun.start = at + length;
    true
}

/// 全力推进 says how firmly it is promised when no other word does.
fn push(rest: &str, left: &mut Left, length: usize) {
    let words = &rest[..length];
    let firm = EFFORTS.opening(words).is_some() || PUSHES.closing(words).is_some();
    if left.qualifier.is_empty() && firm {
        left.qualifier = left.noun.start..left.noun.start + length;
    }
}

/// Takes one word from the end; whether there was one to take.
fn trail(text: &str, left: &mut Left) -> bool {
    let rest = &text[left.noun.clone()];
    let kept = rest.trim_end_matches([' ', '\u{a0}', '\u{3000}', '\n', '\r', '—', '：', ':']).len();
    if kept < rest.len() {
        left.noun.end = left.noun.start + kept;
        return true;
    }
    if let Some(word) = BASES.closing(rest) {
        left.noun.end -= word.len();
        return true;
    }
    if let Some(word) = FIRMNESS.closing(rest) {
        let at = left.noun.end - word.len();
        if left.qualifier.is_empty() {
            left.qualifier = at..left.noun.end;
        }
        left.noun.end = at;
        return true;
    }
    let Some((word, moves)) = moving(rest) else { return false };
    if left.moves == Move::Still || left.moves == Move::Done {
        left.moves = if moves == Move::Still { left.moves } else { moves };
    }
    left.verb = left.verb.max(Verb::Light);
    if RATES.has(word) {
        return false;
    }
    left.noun.end -= word.len();
    true
}

/// A stretch that ends with a verb of pushing or making and begins with another verb holds two
/// phrases run together (完善…体系推动6个…): the number belongs to the second.
fn turned(text: &str, left: &mut Left) {
    let rest = &text[left.noun.clone()];
    let Some(word) = TURNS.closing(rest) else { return };
    let at = left.noun.end - word.len();
    left.verb = left.verb.max(Verb::Light);
    let head = &text[left.start..at];
    if head.chars().count() > 4 && (verb(head).is_some() || adverbs(head) > 0) {
        left.start = at;
        left.qualifier = at..at + if PUSHES.has(word) { word.len() } else { 0 };
        left.noun = left.noun.end..left.noun.end;
    } else {
        left.noun.end = at;
    }
}

static SINCE: Lexicon = Lexicon::of("到 至 截至 自");
static DATES: Lexicon = Lexicon::of("年度 年 月份 月 日 季度");
static PARTS: Lexicon = Lexicon::of("底 末 初 前 内 以前 之前 上旬 中旬 下旬 起");

/// A date at the front: 到2025年, 6月底前, 年底前.
fn date(text: &str) -> Option<usize> {
    let mut at = SINCE.opening(text).map_or(0, str::len);
    let start = at;
    loop {
        let rest = &text[at..];
        let figures = rest.trim_start_matches(|c: char| {
            c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇一二三四五六七八九十".contains(c)
        });
        let length = rest.len() - figures.len();
        let Some(unit) = DATES.opening(figures) else { break };
        if length == 0 {
            break;
        }
        at += length + unit.len();
    }
    if at == start {
        return None;
    }
    while let Some(word) = PARTS.opening(&text[at..]) {
        at += word.len();
    }
    Some(at)
}

/// What stands behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Right {
    /// What is counted; empty when nothing of the number's own stands there.
    pub noun: Range<usize>,
    /// The number stands before its noun with 的 between them.
    pub of: Of,
    /// Where the next phrase begins.
    pub resume: usize,
}

/// Whether 的 joins number and noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// 280万平方米的老旧小区
    Joined,
    /// 22条侵蚀沟
    Bare,
}

/// Reads what stands behind a number, up to the end of the clause or the next number.
pub(crate) fn right(text: &str, range: Range<usize>, last: Last, marks: &Marks) -> Right {
    let rest = &text[range.clone()];
    let start = range.start + (rest.len() - rest.trim_start().len());
    let rest = &text[start..range.end];
    let stop = rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && !"“‘《「『".contains(c));
    let joins = NO_CONNECTORS.opening(rest).is_none() && JOINTS.opening(rest).is_some();
    if stop || joins {
        return Right { noun: start..start, of: Of::Bare, resume: start };
    }
    let (of, from) = match rest.strip_prefix('的') {
        Some(_) => (Of::Joined, start + '的'.len_utf8()),
        None => (Of::Bare, start),
    };
    let from = from + date(&text[from..range.end]).unwrap_or(0);
    let (end, resume) = closed(text, from..range.end, last, marks);
    Right { noun: from..end, of, resume }
}

/// Whether another number follows in the clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    /// None follows.
    Yes,
    /// One follows.
    No,
}

/// Where the noun behind a number ends, and where the next phrase begins.
fn closed(text: &str, range: Range<usize>, last: Last, marks: &Marks) -> (usize, usize) {
    let stretch = &text[range.clone()];
    let places = stretch.char_indices().map(|(at, c)| (range.start + at, c));
    let mut cut = None;
    for (at, c) in places.filter(|(at, _)| !marks.aside(*at)) {
        let after = at + c.len_utf8();
        let rest = &text[after..range.end];
        match c {
            '、' | '并' | '且' if opens_phrase(rest) => return (at, after),
            '、' if last == Last::No => cut = Some((at, after)),
            _ => {}
        }
    }
    if let Some(cut) = cut {
        return cut;
    }
    if last == Last::No {
        return before_next(stretch, &range);
    }
    let end = run_on(stretch).map_or(range.end, |at| range.start + at);
    (end, end)
}

/// The same between two numbers of one item: the second one's verb begins the next phrase.
fn before_next(stretch: &str, range: &Range<usize>) -> (usize, usize) {
    if let Some(word) = JOINTS.closing(stretch) {
        return (range.end - word.len(), range.end);
    }
    if let Some((word, _)) = moving(stretch) {
        return (range.end - word.len(), range.end - word.len());
    }
    let mut inner = stretch.char_indices().skip(1).map(|(at, _)| at);
    let verb = inner.find(|at| opens_phrase(&stretch[*at..]));
    let end = verb.map_or(range.end, |at| range.start + at);
    (end, end)
}

/// Where another phrase begins in a noun behind a number, without a comma before it.
fn run_on(stretch: &str) -> Option<usize> {
    let from = stretch.char_indices().nth(4)?.0;
    let (at, word) = RUN_ON.find(&stretch[from..])?;
    (from + at + word.len() < stretch.len()).then_some(from + at)
}

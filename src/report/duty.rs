//! 牵头单位, 责任单位, 完成时限: who answers for a row, in a line of its own or in a bracket.

use std::collections::BTreeSet;
use std::ops::Range;

use super::draft::Duty;
use super::letter::{bare, fold, is_han, is_space};

/// The words before a colon that name offices or a time.
const LEADS: [&str; 5] = ["牵头", "主办", "主责", "主管", "总牵头"];
const ANSWERS: [&str; 5] = ["责任", "承办", "落实", "负责", "实施"];
const SUPPORTS: [&str; 6] = ["配合", "协办", "参与", "协同", "参加", "协助"];
/// What may stand behind them: 牵头单位, 责任部门.
const BODIES: [&str; 4] = ["单位", "部门", "科室", "机关"];
/// These need nothing behind them.
const ALONE: [&str; 5] = ["牵头", "主办", "配合", "协办", "责任分工"];
const TIMES: [&str; 8] = [
    "完成时限",
    "完成时间",
    "时限要求",
    "办结时限",
    "时限",
    "时间节点",
    "完成期限",
    "计划完成时间",
];
/// People, whom a plan does not keep: 分管副区长, 责任人.
const PEOPLE: [&str; 9] =
    ["领导", "责任人", "负责人", "联系人", "区长", "县长", "市长", "镇长", "主任"];

/// What a word before a colon announces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Lead,
    Answer,
    Support,
    Due,
    /// People.
    Other,
}

/// Whether a line is about responsibility from its first word on.
pub(super) fn is_duty(line: &str) -> bool {
    let words = bare(line.trim_start_matches(['(', '（', '【', '［', '['].as_slice()));
    words.split_once(':').is_some_and(|(name, _)| field(name).is_some())
}

/// A sentence without the brackets that name offices, and those brackets.
pub(super) fn parted(
    text: &str,
    sentence: &Range<usize>,
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let part = text.get(sentence.clone()).unwrap_or_default();
    let (mut pieces, mut brackets) = (Vec::new(), Vec::new());
    let (mut from, mut open) = (0, None);
    for (at, c) in part.char_indices() {
        match (fold(c), open) {
            ('(' | '【' | '[', None) => open = Some(at),
            (')' | '】' | ']', Some(start)) => {
                open = None;
                let end = at + c.len_utf8();
                if part.get(start..end).is_some_and(names_offices) {
                    pieces.push(sentence.start + from..sentence.start + start);
                    brackets.push(sentence.start + start..sentence.start + end);
                    from = end;
                }
            }
            _ => {}
        }
    }
    pieces.push(sentence.start + from..sentence.end);
    pieces.retain(|piece| !piece.is_empty());
    (pieces, brackets)
}

/// Whether a bracket says who answers: `（责任单位：教育局）`, `（教育局牵头，财政局配合）`.
fn names_offices(bracket: &str) -> bool {
    let inner = bare(bracket.trim_matches(['(', ')', '（', '）', '【', '】', '[', ']'].as_slice()));
    let short = inner.chars().count() <= 200;
    let said = inner.ends_with("负责") || inner.ends_with("牵头") || inner.ends_with("配合");
    let named = inner.chars().count() > 3 && !inner.contains('。');
    short && (is_duty(&inner) || said && named && inner.contains(is_office))
}

fn is_office(c: char) -> bool {
    "局委办部院社镇街乡会处所队集团司".contains(c)
}

fn field(name: &str) -> Option<Field> {
    if let Some(field) = english(name) {
        return Some(field);
    }
    // 责任单位(部门), 牵头(责任)单位: a bracket only says the same once more.
    let plain = without_brackets(name);
    let name = plain.as_str();
    if name.chars().count() > 10 {
        return None;
    }
    let body = BODIES.iter().find_map(|body| name.strip_suffix(body));
    let alone = ALONE.contains(&name).then_some(name);
    let kind = body.or(alone).unwrap_or_default();
    let is = |kinds: &[&str]| kinds.iter().any(|word| kind.ends_with(word));
    match kind {
        _ if TIMES.contains(&name) => Some(Field::Due),
        _ if PEOPLE.iter().any(|who| name.ends_with(who)) => Some(Field::Other),
        "" => None,
        "责任分工" => Some(Field::Answer),
        _ if is(&LEADS) => Some(Field::Lead),
        _ if is(&ANSWERS) => Some(Field::Answer),
        _ if is(&SUPPORTS) => Some(Field::Support),
        _ => None,
    }
}

/// Lead officer, By when: without white space, as names are compared.
fn english(name: &str) -> Option<Field> {
    let name = name.to_ascii_lowercase();
    let is = |names: &[&str]| names.contains(&name.as_str());
    match name.as_str() {
        _ if is(&[
            "lead",
            "owner",
            "leaddepartment",
            "leadofficer",
            "leadagency",
            "leadservice",
        ]) =>
        {
            Some(Field::Lead)
        }
        _ if is(&["responsible", "responsibility", "accountable", "deliveredby"]) => {
            Some(Field::Answer)
        }
        _ if is(&["support", "partners", "supportedby", "keypartners", "supporting"]) => {
            Some(Field::Support)
        }
        _ if is(&[
            "due",
            "deadline",
            "bywhen",
            "duedate",
            "timescale",
            "completeby",
            "targetdate",
        ]) =>
        {
            Some(Field::Due)
        }
        _ => None,
    }
}

fn without_brackets(name: &str) -> String {
    let mut open = false;
    let outside = name.chars().filter(|c| {
        open = *c == '(' || open && *c != ')';
        !open && *c != ')'
    });
    outside.collect()
}

/// What the heading of a column announces: offices or a time, people, or neither.
pub(super) fn column(heading: &str) -> Option<Told> {
    let told = |field| if field == Field::Other { Told::People } else { Told::Duty };
    field(&bare(heading)).map(told)
}

/// Of whom a column tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Offices, or until when.
    Duty,
    /// Posts and people.
    People,
}

/// What a line or a bracket says. Its place is not known here.
pub(super) fn read(words: &str) -> Duty {
    let inner = words.trim_matches(|c| "()（）【】[]［］。".contains(c) || is_space(c));
    let mut duty = Duty::default();
    let mut now = None;
    let spaced = inner.chars().any(is_han);
    let parts = |c| matches!(fold(c), ';' | ',' | '。') || spaced && fold(c) == ' ';
    for piece in inner.split(parts) {
        let (name, rest) = match piece.split_once([':', '：']) {
            Some((name, rest)) if field(&bare(name)).is_some() => (field(&bare(name)), rest),
            _ => (None, piece),
        };
        now = name.or(now);
        take(&mut duty, now, rest.trim_matches(is_space));
    }
    for list in [&mut duty.leads, &mut duty.supports] {
        let mut seen = BTreeSet::new();
        list.retain(|name| seen.insert(name.clone()));
    }
    duty
}

fn take(duty: &mut Duty, field: Option<Field>, rest: &str) {
    let (names, said) = match rest {
        _ if field.is_some() => (rest, field),
        _ if rest.ends_with("牵头") => (rest.trim_end_matches("牵头"), Some(Field::Lead)),
        _ if rest.ends_with("负责") => (rest.trim_end_matches("负责"), Some(Field::Answer)),
        _ => (rest.trim_end_matches("配合"), Some(Field::Support)),
    };
    match said {
        Some(Field::Due) => {
            let parted = if duty.due.is_empty() { "" } else { "，" };
            duty.due.push_str(parted);
            duty.due.push_str(names);
        }
        Some(Field::Other) => {}
        _ => {
            for name in names.split('、').map(|name| name.trim_matches(is_space)) {
                put(duty, said, name);
            }
        }
    }
}

/// The first of those who answer leads, unless somebody is said to lead.
fn put(duty: &mut Duty, said: Option<Field>, name: &str) {
    let list = match said {
        Some(Field::Lead) => &mut duty.leads,
        Some(Field::Answer) if duty.leads.is_empty() => &mut duty.leads,
        _ => &mut duty.supports,
    };
    if !name.is_empty() {
        list.push(name.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, leads: &[&str], supports: &[&str], due: &str) {
        let duty = read(words);
        assert_eq!(duty.leads, leads, "{words}");
        assert_eq!(duty.supports, supports, "{words}");
        assert_eq!(duty.due, due, "{words}");
    }

    #[test]
    fn the_first_who_answers_leads() {
        check("责任单位：教育局、财政局", &["教育局"], &["财政局"], "");
        check(
            "（牵头单位：住建局；责任单位：财政局、各镇；完成时限：2031年6月底）",
            &["住建局"],
            &["财政局", "各镇"],
            "2031年6月底",
        );
        check("(区发改局牵头,区财政局、各街道配合)", &["区发改局"], &["区财政局", "各街道"], "");
        check("完成时限：2031年12月", &[], &[], "2031年12月");
        check("牵头单位： 水务局 配合单位：农业局", &["水务局"], &["农业局"], "");
    }

    #[test]
    fn only_brackets_that_name_offices_are_taken_out() {
        let parts = |text: &str| {
            let (pieces, brackets) = parted(text, &(0..text.len()));
            let words = |at: Vec<Range<usize>>| -> Vec<String> {
                at.into_iter().map(|at| text[at].to_owned()).collect()
            };
            (words(pieces), words(brackets))
        };
        let (pieces, brackets) = parts("改造老街（东段）2条（责任单位：城管局）。");
        assert_eq!(pieces, ["改造老街（东段）2条", "。"]);
        assert_eq!(brackets, ["（责任单位：城管局）"]);
        assert_eq!(parts("设站（村医负责制）。").1, Vec::<String>::new());
    }
}

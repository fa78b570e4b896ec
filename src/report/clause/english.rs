//! Sentences of English plans: numbers with what stands beside them, always in doubt.

use std::ops::Range;

use super::{Candidate, Clauses, Comparator, Kind, NotATarget, Number, Proposal, Unsure};
use crate::report::number::{Numeral, numerals};

/// Words before a number, the longer ones first.
const BEFORE: &[(&str, Comparator)] = &[
    ("no less than", Comparator::AtLeast),
    ("no fewer than", Comparator::AtLeast),
    ("not fewer than", Comparator::AtLeast),
    ("a minimum of", Comparator::AtLeast),
    ("minimum of", Comparator::AtLeast),
    ("a maximum of", Comparator::AtMost),
    ("maximum of", Comparator::AtMost),
    ("fewer than", Comparator::AtMost),
    ("less than", Comparator::AtMost),
    ("up to", Comparator::AtMost),
    ("not less than", Comparator::AtLeast),
    ("at least", Comparator::AtLeast),
    ("no more than", Comparator::AtMost),
    ("not more than", Comparator::AtMost),
    ("at most", Comparator::AtMost),
    ("more than", Comparator::MoreThan),
    ("within", Comparator::AtMost),
    ("below", Comparator::AtMost),
    ("under", Comparator::AtMost),
    ("over", Comparator::MoreThan),
    ("above", Comparator::MoreThan),
    ("exceed", Comparator::MoreThan),
    ("approximately", Comparator::About),
    ("around", Comparator::About),
    ("about", Comparator::About),
    ("nearly", Comparator::About),
    ("some", Comparator::About),
];

const MAGNITUDES: &[&str] = &["thousand", "million", "billion", "trillion"];
const SPANS: &[&str] = &["year", "month", "week", "day", "hour", "minute"];
const GROWTH: &[&str] = &["grow", "increase", "rise", "expand", "cut", "reduce", "fall"];
const JOINTS: &[&str] = &[
    "by", "to", "of", "at", "the", "a", "an", "and", "will", "is", "be", "reach", "we", "from",
    "also", "further", "another", "£", "$", "€",
];

/// Words that begin what no longer says what is counted.
const ENDS: &[&str] = &[
    " by ",
    " within ",
    " compared ",
    " per ",
    " across ",
    " before ",
    " during ",
    " over ",
    " through ",
    " throughout ",
    " so that ",
    " to ",
    " into ",
    " each ",
];

/// Units that stand behind a number in letters.
const UNITS: &[&str] = &[
    "kilometres",
    "kilometers",
    "hectares",
    "tonnes",
    "metres",
    "meters",
    "acres",
    "miles",
    "litres",
    "MWh",
    "GWh",
    "kWh",
    "MW",
    "GW",
    "kW",
    "km",
    "kg",
    "ha",
    "m²",
    "m2",
];

/// Whether a sentence is for this reader: letters, and no Han.
pub(crate) fn is_english(text: &str) -> bool {
    let han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    text.contains(|c: char| c.is_ascii_alphabetic()) && !text.contains(han)
}

/// The numbers of a sentence that count something, and the others.
pub(crate) fn targets(text: &str) -> Clauses {
    let mut clauses = Clauses::default();
    let numerals = numerals(text);
    let mut floor = 0;
    let mut taken = None;
    for (at, numeral) in numerals.iter().enumerate() {
        if taken == Some(at) {
            continue;
        }
        let changed = numerals.get(at + 1).and_then(|next| changed(text, (numeral, next), floor));
        if let Some(found) = changed {
            (floor, taken) = (found.range.end, Some(at + 1));
            clauses.found.push(found);
            continue;
        }
        let ceiling = numerals.get(at + 1).map_or(text.len(), |next| next.range.start);
        let found = match why(text, numeral) {
            Some(why) => Err(why),
            None => proposal(text, numeral, floor, ceiling).ok_or(NotATarget::NoMetric),
        };
        match found {
            Ok(found) => {
                floor = found.range.end;
                clauses.found.push(found);
            }
            Err(why) => {
                clauses.rejected.push(Candidate { range: numeral.range.clone(), why });
            }
        }
    }
    clauses
}

/// Why a number is none: a date, a rank, a code, a span of time.
fn why(text: &str, numeral: &Numeral) -> Option<NotATarget> {
    let head = &text[..numeral.range.start];
    let tail = &text[numeral.range.end..];
    let written = &text[numeral.range.clone()];
    let next = tail.trim_start();
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| tail.starts_with(end));
    if head.ends_with(|c: char| c.is_ascii_alphanumeric() || "-+.".contains(c)) {
        return Some(NotATarget::Code);
    }
    if ordinal {
        return Some(NotATarget::Ordinal);
    }
    if tail.starts_with(|c: char| c.is_ascii_alphabetic() || c == '+') || numeral.value.is_none() {
        return Some(NotATarget::Code);
    }
    // Under 7 minutes is a goal, within 24 hours says when.
    let bounded = bound(head).1 != Comparator::Exactly && !head.trim_end().ends_with("within");
    if !bounded && SPANS.iter().any(|span| next.starts_with(span)) {
        return Some(NotATarget::Duration);
    }
    let year = written.len() == 4 && (written.starts_with("19") || written.starts_with("20"));
    (year && !next.starts_with('%')).then_some(NotATarget::Date)
}

/// From 28% to 35%: the second number is the target.
fn changed(text: &str, (from, to): (&Numeral, &Numeral), floor: usize) -> Option<Proposal> {
    let (_, end) = unit(text, from.range.end..to.range.start);
    let head = &text[floor..from.range.start];
    let said = head.trim_end().to_ascii_lowercase().ends_with("from");
    let reached = why(text, to).is_none_or(|why| why == NotATarget::Duration);
    if !said || !reached || text[end..to.range.start].trim() != "to" {
        return None;
    }
    let opens = head.rfind([',', ';', '.', ':']).map_or(0, |at| at + 1);
    let start = floor + opens + blank(&head[opens..]);
    let (unit, end) = unit(text, to.range.end..text.len());
    let metric = without_joints(&text[start..from.range.start]).to_owned();
    Some(Proposal {
        range: start..end,
        number: to.range.start..end,
        comparator: Comparator::FromTo,
        value: Some(to.value?),
        from: from.value,
        upper: None,
        kind: Kind::Level,
        unit,
        qualifier: String::new(),
        members: Vec::new(),
        text: text[start..end].to_owned(),
        doubt: Some(Unsure::English),
        metric,
    })
}

fn proposal(text: &str, numeral: &Numeral, floor: usize, ceiling: usize) -> Option<Proposal> {
    let (unit, end) = unit(text, numeral.range.end..ceiling);
    let head = &text[floor..numeral.range.start];
    let opens = head.rfind([',', ';', '.', ':']).map_or(0, |at| at + 1);
    let start = floor + opens + blank(&head[opens..]);
    let (before, comparator) = bound(&text[start..numeral.range.start]);
    let tail = &text[end..ceiling];
    let stop = tail.find([',', ';', '.', ':', '(']).unwrap_or(tail.len());
    let ends = ENDS.iter().filter_map(|word| tail[..stop].find(word)).min();
    let stop = ends.unwrap_or(stop);
    let behind = without_joints(&tail[..stop]);
    let metric = [without_joints(before), behind].join(" ").trim().to_owned();
    if !metric.contains(|c: char| c.is_alphabetic()) {
        return None;
    }
    let from = tail[..stop].find(behind).unwrap_or(0);
    let close = if behind.is_empty() { end } else { end + from + behind.len() };
    let range = start..close.min(ceiling).max(end);
    let grows = GROWTH.iter().any(|word| before.to_ascii_lowercase().contains(word));
    Some(Proposal {
        text: text[range.clone()].to_owned(),
        range,
        number: numeral.range.start..end,
        metric,
        comparator,
        value: Some(numeral.value?),
        from: None::<Number>,
        upper: None,
        kind: match unit.as_str() {
            "%" if grows => Kind::Rate,
            "%" => Kind::Level,
            _ => Kind::Cumulative,
        },
        unit,
        qualifier: String::new(),
        members: Vec::new(),
        doubt: Some(Unsure::English),
    })
}

/// `%`, or a magnitude; what is counted stays in the metric.
fn unit(text: &str, range: Range<usize>) -> (String, usize) {
    let rest = &text[range.clone()];
    let skipped = blank(rest);
    let rest = &rest[skipped..];
    let percent = ["percentage points", "per cent", "percent", "%"];
    for word in percent.iter().chain(MAGNITUDES) {
        if rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)) {
            let percent = percent[1..].contains(word);
            let unit = if percent { "%" } else { word };
            return (unit.into(), range.start + skipped + word.len());
        }
    }
    let word = rest.split(|c: char| !c.is_alphanumeric() && c != '²').next().unwrap_or_default();
    if UNITS.contains(&word) || SPANS.iter().any(|span| word.strip_suffix('s') == Some(span)) {
        return (word.into(), range.start + skipped + word.len());
    }
    (String::new(), range.start)
}

/// The words before a comparator word, and what that word says.
fn bound(head: &str) -> (&str, Comparator) {
    let lower = head.trim_end().to_ascii_lowercase();
    let fits = BEFORE.iter().find(|(word, _)| lower.ends_with(word));
    fits.map_or((head, Comparator::Exactly), |(word, comparator)| {
        (&head[..lower.len() - word.len()], *comparator)
    })
}

fn without_joints(text: &str) -> &str {
    let mut text = text.trim();
    let joins = |word: &&str| JOINTS.iter().any(|joint| joint.eq_ignore_ascii_case(word));
    while let Some(word) = text.split_whitespace().next_back().filter(joins) {
        text = text[..text.len() - word.len()].trim_end();
    }
    while let Some(word) = text.split_whitespace().next().filter(joins) {
        text = text[word.len()..].trim_start();
    }
    text
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

//! Several days in one sentence: which is the due, and what is to be done by the earlier ones.
//!
//! 9月15日前报审，10月底前开工 is due at the end of October, with a node on the way: 09-15 报审. Nothing is
//! taken out of the sentence for it.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause::{Clause, What};
use crate::app::due::Meant;
use crate::ledger::{Due, Node, When};
use crate::words::Caution;

/// The day that a sentence is due: the latest that it names. A day counts more than a repetition, and
/// that more than 尽快; one that is past, and so would be next year's, less than any other.
pub(super) fn last_due(clauses: &[Clause]) -> Option<Meant> {
    let days =
        clauses.iter().flat_map(|clause| &clause.units).filter_map(|unit| match &unit.what {
            What::Due(meant) => Some(meant),
            What::Lead(_) | What::Support(_) => None,
        });
    let weight = |meant: &&Meant| match meant.due {
        Due::Stated(When::On(day, _)) => (2, !is_past(meant), Some(day)),
        Due::Stated(_) => (1, true, None),
        _ => (0, true, None),
    };
    days.max_by_key(weight).cloned()
}

/// What is to be done by days before the due, soonest first.
pub(super) fn before(due: &Meant, clauses: &[Clause], line: &str, base: NaiveDate) -> Vec<Node> {
    let Some(last) = day_of(due) else { return Vec::new() };
    let mut nodes: Vec<Node> = clauses
        .iter()
        .flat_map(|clause| steps(clause, line))
        .filter(|node| node.by < last)
        .collect();
    nodes.retain(|node| node.by >= base && !node.text.is_empty());
    nodes.sort_by_key(|node| node.by);
    nodes
}

/// The days of a clause, each with the words that go with it: those behind it up to the next day, and
/// for the first one those before it.
fn steps(clause: &Clause, line: &str) -> Vec<Node> {
    let days: Vec<(Range<usize>, NaiveDate)> = (clause.units.iter())
        .filter_map(|unit| match &unit.what {
            What::Due(meant) if !is_past(meant) => Some((unit.at.clone(), day_of(meant)?)),
            _ => None,
        })
        .collect();
    let step = |(nth, (at, by)): (usize, &(Range<usize>, NaiveDate))| {
        let end = days.get(nth + 1).map_or(clause.at.end, |(next, _)| next.start);
        let before = if nth == 0 { clause.at.start..at.start } else { at.start..at.start };
        let before = line.get(before).unwrap_or_default();
        let before = OPENERS.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        let text = format!("{before}{}", line.get(at.end..end).unwrap_or_default());
        Node { by: *by, text: text.trim_matches(|c: char| c.is_whitespace() || c == '、').into() }
    };
    days.iter().enumerate().map(step).collect()
}

/// Words before a day that go with it.
const OPENERS: [&str; 5] = ["务必于", "务必在", "须于", "于", "在"];

fn day_of(meant: &Meant) -> Option<NaiveDate> {
    meant.due.when()?.day()
}

/// A month and a day that were this year's are next year's only for want of another reading.
fn is_past(meant: &Meant) -> bool {
    meant.cautions.iter().any(|caution| matches!(caution, Caution::NextYear { .. }))
}

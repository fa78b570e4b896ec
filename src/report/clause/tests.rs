//! One convention of reports a line, in the words of places that do not exist.

use super::*;
use crate::words::Lang;

mod laws;
mod phrases;
mod refused;
#[cfg(test)] // said again for tests/layers.rs: it reads the plan with another room's crate
mod seed;
mod series;
mod states;

/// What a measure promises: `metric comparator value unit kind`, one a line.
fn check(sentence: &str, expect: &[&str]) {
    check_in(Setting::Measure, sentence, expect);
}

fn check_in(setting: Setting, sentence: &str, expect: &[&str]) {
    let found: Vec<String> = targets(sentence, setting).found.iter().map(shown).collect();
    assert_eq!(found, expect, "{sentence}");
}

fn shown(proposal: &Proposal) -> String {
    let doubt = proposal.doubt.map_or(String::new(), |doubt| format!(" ?{doubt:?}"));
    format!("{} {}{} {:?}{doubt}", proposal.metric, value(proposal), proposal.unit, proposal.kind)
}

fn value(proposal: &Proposal) -> String {
    let number = |number: Option<Number>| number.map_or(String::new(), |it| it.to_string());
    let value = number(proposal.value);
    match proposal.comparator {
        Comparator::Exactly => value,
        Comparator::About => format!("≈{value}"),
        Comparator::AtLeast => format!("≥{value}"),
        Comparator::AtMost => format!("≤{value}"),
        Comparator::MoreThan => format!(">{value}"),
        Comparator::Range => format!("{value}—{}", number(proposal.upper)),
        Comparator::FromTo => format!("{}→{value}", number(proposal.from)),
        worded => format!("{worded:?}"),
    }
}

/// Which numbers of a measure are none, and why.
fn refused(sentence: &str, expect: &[(&str, NotATarget)]) {
    let clauses = targets(sentence, Setting::Measure);
    let why: Vec<(&str, NotATarget)> =
        clauses.rejected.iter().map(|it| (&sentence[it.range.clone()], it.why)).collect();
    assert_eq!(why, expect, "{sentence}");
    assert_eq!(clauses.found, [], "{sentence}");
}

#[test]
fn every_reason_is_said_in_both_languages() {
    let why = NotATarget::Scope;
    assert_ne!(why.text(Lang::Zh), why.text(Lang::En));
    assert_ne!(Unsure::Uneven.text(Lang::Zh), Unsure::Uneven.text(Lang::En));
}

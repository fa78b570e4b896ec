//! The shipped plan: what people made of its report, and what is proposed.

use ron::Options;
use ron::extensions::Extensions;

use super::*;
use crate::plan::{Plan, Target};

fn plan() -> Plan {
    let text = include_str!("../../../../plan.ron");
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap()
}

/// All of a target that a sentence says by itself. The unit of a figure that is yet to be issued is
/// what people know of it.
fn said(target: &Target) -> String {
    let Target { comparator, value, from, upper, kind, members, .. } = target;
    let unit = if *comparator == Comparator::Issued { "" } else { &target.unit };
    format!("{comparator:?} {value:?} {from:?} {upper:?} {unit} {kind:?} {members:?}")
}

fn proposed(proposal: &Proposal) -> String {
    let Proposal { comparator, value, from, upper, unit, kind, members, .. } = proposal;
    format!("{comparator:?} {value:?} {from:?} {upper:?} {unit} {kind:?} {members:?}")
}

fn compare(sentence: &str, setting: Setting, adopted: &[Target]) {
    let found = targets(sentence, setting).found;
    let proposals: Vec<String> = found.iter().map(proposed).collect();
    let adopted_lines: Vec<String> = adopted.iter().map(said).collect();
    assert_eq!(proposals, adopted_lines, "{sentence}");
    for (proposal, target) in found.iter().zip(adopted) {
        let (ours, theirs) = (&proposal.text, &target.text);
        assert!(ours.contains(theirs) || theirs.contains(ours.as_str()), "{ours} | {theirs}");
        assert_eq!(proposal.doubt, None, "{ours}");
    }
}

#[test]
fn every_target_of_the_plan_is_proposed_and_nothing_else() {
    let plan = plan();
    for sentence in plan.guidance.iter().chain(plan.sections.iter().flat_map(|it| &it.lead)) {
        if sentence.contains("预期目标") {
            compare(sentence, Setting::Headline, &plan.headline);
        } else {
            compare(sentence, Setting::Measure, &[]);
        }
    }
    for measure in plan.measures() {
        compare(&measure.text, Setting::Measure, &measure.targets);
    }
}

//! The report that the bundled plan was made from by hand, read by the program.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use serde::Deserialize;
use yiding::format::ron::{self, Limits};
use yiding::plan::{self, Plan, Target};
use yiding::report::{self, Draft, proof};
use yiding::words::report::{Role, Weight};

const REPORT: &str = include_str!("facts/report.txt");

#[derive(Deserialize)]
struct Facts {
    targets: Vec<TargetFacts>,
    not_targets: Vec<String>,
}

#[derive(Deserialize)]
struct TargetFacts {
    home: String,
    metric_key: String,
    comparator: String,
    value: String,
    from: Option<String>,
    unit: String,
}

fn facts() -> Facts {
    serde_json::from_str(include_str!("facts/seed.json")).unwrap()
}

fn bundled() -> Plan {
    ron::read(include_bytes!("../plan.ron"), Limits::of(plan::FORMAT)).unwrap()
}

fn draft() -> Draft {
    report::read(REPORT)
}

#[test]
fn the_text_of_the_plan_is_the_hand_made_one() {
    let (draft, bundled) = (draft(), bundled());
    assert_eq!(draft.plan.title, bundled.title);
    assert_eq!(draft.plan.period, bundled.period);
    assert_eq!(draft.plan.guidance, bundled.guidance);
    assert_eq!(draft.plan.sections.len(), 5);
    for (section, hand) in draft.plan.sections.iter().zip(&bundled.sections) {
        assert_eq!((section.id, &section.title), (hand.id, &hand.title));
        assert_eq!(section.lead, hand.lead);
        let tasks = |section: &plan::Section| -> Vec<(String, String, Vec<String>)> {
            let measures =
                |task: &plan::Task| task.measures.iter().map(|it| it.text.clone()).collect();
            let task =
                |task: &plan::Task| (task.id.to_string(), task.title.clone(), measures(task));
            section.tasks.iter().map(task).collect()
        };
        assert_eq!(tasks(section), tasks(hand));
    }
    assert_eq!((draft.plan.tasks().count(), draft.plan.measures().count()), (20, 93));
    assert_eq!(plan::validate::problems(&draft.plan), []);
}

#[test]
fn the_draft_proves_itself_against_its_report() {
    let proof = proof::prove(&draft().plan, REPORT);
    assert!(proof.holds(), "{:?} {:?}", proof.missing, proof.altered);
}

#[test]
fn every_character_of_the_report_is_in_one_span() {
    let draft = draft();
    let whole: String = draft.spans.iter().map(|span| draft.text(REPORT, span)).collect();
    assert_eq!(whole, REPORT);
    let chrome = draft.spans.iter().filter(|span| span.role == Role::Chrome);
    let chrome: Vec<(usize, usize)> =
        chrome.map(|span| (span.spot.line, span.spot.column)).collect();
    assert_eq!(chrome, [(1, 1), (59, 1), (61, 1), (62, 1), (63, 1)]);
}

#[test]
fn the_one_title_without_a_stop_is_the_one_thing_to_be_settled() {
    let draft = draft();
    let heavy = draft.doubts.iter().filter(|doubt| doubt.weight == Weight::Heavy);
    let rows: Vec<String> =
        heavy.filter_map(|doubt| doubt.row).map(|row| row.to_string()).collect();
    assert_eq!(rows, ["1.4"]);
    assert_eq!(draft.bridge.map(|bridge| (bridge.said, bridge.found)), Some((Some(5), 5)));
}

#[test]
fn every_number_that_the_report_promises_is_proposed() {
    let (draft, facts) = (draft(), facts());
    let home = |target: &Target| {
        let measure = draft.plan.measures().find(|measure| measure.targets.contains(target));
        measure.map_or_else(|| "0".into(), |measure| measure.id.to_string())
    };
    let number = |number: Option<plan::Number>| number.map(|number| number.to_string());
    for fact in &facts.targets {
        let mut alike = draft.plan.targets().filter(|target| {
            let (value, from) = (number(target.value), number(target.from));
            let same = value.as_ref() == Some(&fact.value) && from == fact.from;
            same && target.unit == fact.unit && home(target) == fact.home
        });
        let meant = |target: &Target| {
            let comparator = ron::line(&target.comparator).unwrap();
            comparator == fact.comparator && target.metric.contains(&fact.metric_key)
        };
        assert!(alike.any(meant), "{} {}{} {}", fact.home, fact.value, fact.unit, fact.metric_key);
    }
}

#[test]
fn what_is_no_target_is_not_proposed() {
    let (draft, facts) = (draft(), facts());
    for target in draft.plan.targets() {
        let goal = draft.goals.iter().find(|goal| goal.id == target.id).unwrap();
        let number = &REPORT[goal.number.clone()];
        assert!(target.text.contains(number), "{}", target.text);
        assert!(!facts.not_targets.iter().any(|not| not == number), "{number}");
    }
    assert_eq!(draft.goals.len(), draft.plan.targets().count());
}

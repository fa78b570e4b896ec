//! The bundled plan says what the published report says, and nothing else.
//!
//! `tests/facts/report.txt` is the page as it was published, byte for byte; `tests/facts/seed.json`
//! is a count of it made by hand, before there was a program.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::collections::BTreeSet;

use serde::Deserialize;
use yiding::format::ron::{self, Limits};
use yiding::plan::{self, Found, Place, Plan, Target};
use yiding::report::proof::{Piece, prove};

const REPORT: &str = include_str!("facts/report.txt");

#[derive(Deserialize)]
struct Facts {
    guidance: Vec<Sentence>,
    sections: Vec<SectionFacts>,
    targets: Vec<TargetFacts>,
    numberless: Vec<Numberless>,
    not_targets: Vec<String>,
    defects: Vec<String>,
}

/// How a sentence begins, and how many characters it has.
type Sentence = (String, usize);

#[derive(Deserialize)]
struct SectionFacts {
    title: String,
    lead: Vec<Sentence>,
    tasks: Vec<TaskFacts>,
}

#[derive(Deserialize)]
struct TaskFacts {
    id: String,
    title: String,
    measures: Vec<Sentence>,
}

#[derive(Deserialize)]
struct TargetFacts {
    home: String,
    metric_key: String,
    comparator: String,
    value: String,
    from: Option<String>,
    unit: String,
    phrase: String,
}

#[derive(Deserialize)]
struct Numberless {
    home: String,
    phrase: String,
}

fn facts() -> Facts {
    serde_json::from_str(include_str!("facts/seed.json")).unwrap()
}

fn bundled() -> Plan {
    ron::read(include_bytes!("../plan.ron"), Limits::of(plan::FORMAT)).unwrap()
}

fn assert_sentences(found: &[String], facts: &[Sentence]) {
    assert_eq!(found.len(), facts.len(), "{found:?}");
    for (found, (start, length)) in found.iter().zip(facts) {
        assert!(found.starts_with(start.as_str()), "{found}");
        assert_eq!(found.chars().count(), *length, "{found}");
    }
}

#[test]
fn no_problem_is_known() {
    assert_eq!(plan::validate::problems(&bundled()), []);
}

#[test]
fn sections_tasks_and_measures_are_those_of_the_report() {
    let (plan, facts) = (bundled(), facts());
    assert_sentences(&plan.guidance, &facts.guidance);
    assert_eq!(plan.sections.len(), facts.sections.len());
    for (section, facts) in plan.sections.iter().zip(&facts.sections) {
        assert_eq!(section.title, facts.title);
        assert_sentences(&section.lead, &facts.lead);
        assert_eq!(section.tasks.len(), facts.tasks.len());
        for (task, facts) in section.tasks.iter().zip(&facts.tasks) {
            assert_eq!((task.id.to_string(), &task.title), (facts.id.clone(), &facts.title));
            let texts: Vec<String> = task.measures.iter().map(|m| m.text.clone()).collect();
            assert_sentences(&texts, &facts.measures);
        }
    }
    let counts: Vec<usize> = plan
        .sections
        .iter()
        .map(|section| section.tasks.iter().map(|task| task.measures.len()).sum())
        .collect();
    assert_eq!(counts, [19, 16, 18, 31, 9]);
}

/// The row whose sentence holds a target: its measure, or `0` for a headline target.
fn home(plan: &Plan, target: &Target) -> String {
    let measure = plan.measures().find(|measure| measure.targets.contains(target));
    measure.map_or_else(|| "0".into(), |measure| measure.id.to_string())
}

#[test]
fn every_number_that_the_report_promises_is_a_target() {
    let (plan, facts) = (bundled(), facts());
    for fact in &facts.targets {
        let target = plan.targets().find(|target| target.text == fact.phrase);
        let target = target.unwrap_or_else(|| panic!("no target says {}", fact.phrase));
        let comparator = ron::line(&target.comparator).unwrap();
        let number = |number: Option<plan::Number>| number.map(|number| number.to_string());
        assert_eq!(home(&plan, target), fact.home, "{}", fact.phrase);
        assert_eq!(comparator, fact.comparator, "{}", fact.phrase);
        assert_eq!(number(target.value).as_ref(), Some(&fact.value), "{}", fact.phrase);
        assert_eq!(number(target.from), fact.from, "{}", fact.phrase);
        assert_eq!(target.unit, fact.unit, "{}", fact.phrase);
        assert!(target.metric.contains(&fact.metric_key), "{}", fact.phrase);
    }
    assert_eq!(facts.targets.len(), 46 + 5);
    let numbered = plan.targets().filter(|target| target.value.is_some());
    assert_eq!(numbered.count(), facts.targets.len());
}

#[test]
fn goals_without_a_number_are_targets_of_a_kind_of_their_own() {
    let (plan, facts) = (bundled(), facts());
    let mut found = Vec::new();
    for fact in &facts.numberless {
        let target = plan.targets().find(|target| target.text == fact.phrase).unwrap();
        assert!(home(&plan, target).starts_with(&fact.home), "{}", fact.phrase);
        assert_eq!(target.value, None);
        found.push(format!(
            "{} {} {}",
            target.id,
            ron::line(&target.comparator).unwrap(),
            ron::line(&target.kind).unwrap()
        ));
    }
    assert_eq!(
        found,
        [
            "0/6 in_step relative",
            "1.2/2 issued issued",
            "4.5/1 avert qualitative",
            "5.3/1 down_only direction",
            "5.3/2 up_only direction",
            "5.4/1 complete level",
            "5.5/1 complete qualitative",
        ]
    );
    assert_eq!(plan.targets().filter(|target| target.value.is_none()).count(), found.len());
}

/// A year, a street number or a slogan inside a phrase is not its value: the value still stands in
/// the phrase when all of those are struck out.
#[test]
fn what_only_looks_like_a_target_is_none() {
    let (plan, facts) = (bundled(), facts());
    for target in plan.targets().filter(|target| target.value.is_some()) {
        let left = facts.not_targets.iter().fold(target.text.clone(), |t, not| t.replace(not, "·"));
        let value = target.value.map(|value| value.to_string()).unwrap();
        assert!(left.contains(&value), "{} does not say {value}", target.text);
        assert!(!facts.not_targets.contains(&target.text), "{}", target.text);
    }
}

#[test]
fn a_checklist_names_no_more_members_than_it_counts_and_as_the_report_does() {
    let plan = bundled();
    for target in plan.targets().filter(|target| !target.members.is_empty()) {
        let measure = plan.measures().find(|measure| measure.targets.contains(target)).unwrap();
        let named = plan::Number::to_string(&target.value.unwrap()).parse::<usize>().unwrap();
        assert!(target.members.len() <= named, "{}", target.id);
        for member in &target.members {
            assert!(measure.text.contains(member), "{} {member}", target.id);
        }
    }
    let schools = plan.find(Place::target(4, 2, 1));
    assert!(matches!(schools, Some(Found::Target(schools)) if schools.members.len() == 7));
}

#[test]
fn every_slip_of_the_page_is_noted_and_none_is_mended() {
    let (plan, facts) = (bundled(), facts());
    let noted: BTreeSet<&str> = plan.defects.iter().map(|defect| defect.text.as_str()).collect();
    for slip in &facts.defects {
        assert!(noted.contains(slip.as_str()), "{slip}");
    }
    assert!(plan.defects.iter().all(|defect| !defect.note.is_empty()));
}

#[test]
fn narrow_columns_have_names() {
    let plan = bundled();
    let sections = plan.sections.iter().map(|section| &section.short);
    let tasks = plan.tasks().map(|task| &task.short);
    let headline = plan.headline.iter().map(|target| &target.short);
    for short in sections.chain(tasks).chain(headline) {
        assert!((1..=8).contains(&short.chars().count()), "{short}");
    }
}

#[test]
fn the_usual_names_of_offices_resolve() {
    let plan = bundled();
    for (name, key) in [
        ("投促局", "tcj"),
        ("住建局", "zjj"),
        ("财政局", "czj"),
        ("发改局", "fgj"),
        ("卫健局", "wjj"),
        ("临空办", "lkb"),
        ("农业农村局", "nyncj"),
        ("哈尔滨市公安局道里分局", "gafj"),
        ("区教育局", "jyj"),
        ("斯大林街道", "sdljd"),
    ] {
        assert_eq!(plan.roster.resolve(name).map(plan::OfficeKey::as_str), Some(key), "{name}");
    }
    let groups: Vec<(&String, usize)> =
        plan.roster.groups.iter().map(|(name, keys)| (name, keys.len())).collect();
    assert!(groups.contains(&(&"各街镇".to_owned(), 23)), "{groups:?}");
    assert!(plan.roster.posts.iter().all(|(_, post)| post.holders.is_empty()), "no real people");
}

#[test]
fn the_plan_is_the_report_character_by_character() {
    let proof = prove(&bundled(), REPORT);
    assert_eq!((&proof.missing, &proof.altered), (&vec![], &vec![]));
    assert_eq!(proof.proven, 5 + 5 + 6 + 20 + 93);
    let texts = |pieces: &[Piece]| -> Vec<String> {
        pieces.iter().map(|piece| piece.text.clone()).collect()
    };
    assert_eq!(
        texts(&proof.outside),
        [
            "欢迎浏览道里区人民政府网站 | 关怀版 | 无障碍浏览 简体\u{a0}\u{a0}繁体",
            "2023年经济社会发展主要任务",
            "【打印本页】 【关闭窗口】",
            "主办单位: 道里区人民政府办公室 电话: 84541585 地址: 哈尔滨市道里区工部街66号",
            "黑ICP备14006225号-1 黑公网安备23010202010149号 网站标识码: 2301020001",
            "哈尔滨市道里区信息中心版权所有",
        ]
    );
    let structure = texts(&proof.structure);
    let count = |text: &str| structure.iter().filter(|piece| *piece == text).count();
    let sections = ["(一)", "(二)", "(三)", "(四)", "(五)"];
    assert!(sections.iter().all(|marker| count(marker) == 1), "{structure:?}");
    // Every title but that of 1.4 ends in a stop.
    assert_eq!((count("——"), count("。")), (15, 19), "{structure:?}");
    assert_eq!(structure.len(), 5 + 15 + 19);
}

/// The proof is honest: no character of the body can be changed without a doubt.
#[test]
fn a_report_that_differs_in_one_character_is_doubted() {
    let plan = bundled();
    let body = REPORT.find("2023年是全面").unwrap()..REPORT.find("\n\n【打印本页】").unwrap();
    let inside = REPORT.char_indices().filter(|(at, c)| body.contains(at) && c.is_alphanumeric());
    for (at, letter) in inside.step_by(17) {
        let (before, after) = (&REPORT[..at], &REPORT[at + letter.len_utf8()..]);
        let marker = after.starts_with(')') && before.ends_with('(') && !letter.is_ascii_digit();
        let changed = [format!("{before}{after}"), format!("{before}{letter}某{after}")];
        for report in changed {
            assert!(!prove(&plan, &report).holds() || marker, "{letter} at {at}");
        }
    }
}

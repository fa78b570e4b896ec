//! Amended reports of an invented place, what the plan keeps, what is asked, and the laws.

use proptest::prelude::*;

use super::*;
use crate::plan::validate::problems;
use crate::report::read;

/// A report of two sections; `projects` and `care` are tasks, each lead and sentences.
fn report(projects: &[&str], care: &[&str]) -> Plan {
    let text = format!(
        "青禾区2031年政府工作报告\n二、2031年工作安排\n重点抓好以下两个方面工作。\n\
         （一）坚持项目带动，壮大实体经济\n狠抓项目建设。{}\n培育壮大企业。深入开展企业服务年活动，兑现惠企资金。\n\
         （二）坚持民生为本，增进群众福祉\n完善养老服务。{}\n",
        projects.concat(),
        care.concat()
    );
    let plan = read(&text).plan;
    assert_eq!(problems(&plan), []);
    assert_eq!((plan.sections.len(), plan.tasks().count()), (2, 3), "{text}");
    plan
}

const BUILD: &str = "实施重点项目50个，完成投资120亿元以上。";
const RAISED: &str = "实施重点项目60个，完成投资120亿元以上。";
const START: &str = "开展项目集中开工活动，推动青禾产业园二期建成投用。";
const SERVE: &str = "新建要素保障专班3个，全力服务保障重大项目落地见效。";
const CARE: &str = "新建社区养老服务站12处。";

fn at(text: &str) -> Place {
    text.parse().unwrap()
}

fn texts(plan: &Plan) -> Vec<String> {
    let rows = plan.measures().map(|measure| measure.text.clone());
    let mut texts: Vec<String> = rows.chain(plan.tasks().map(|task| task.title.clone())).collect();
    texts.extend(plan.sections.iter().map(|section| section.title.clone()));
    texts.extend(plan.targets().map(|target| format!("{} {:?}", target.text, target.value)));
    texts.sort();
    texts
}

fn first(plan: &mut Plan) -> &mut crate::plan::Task {
    &mut plan.sections[0].tasks[0]
}

#[test]
fn what_only_the_report_changed_is_taken_and_numbers_stay() {
    let old = report(&[BUILD, START], &[CARE]);
    let new = report(&[SERVE, RAISED, START], &[CARE]);
    let mut ours = old.clone();
    first(&mut ours).measures[0].targets[1].weight = Some(7);
    let done = again(&old, &new, &ours, Side::Ours);
    assert_eq!(done.conflicts, []);
    assert_eq!(problems(&done.plan), []);
    let rows: Vec<(Place, &str)> =
        done.plan.sections[0].tasks[0].measures.iter().map(|row| (row.id, &*row.text)).collect();
    assert_eq!(rows, [(at("1.1.1"), RAISED), (at("1.1.2"), START), (at("1.1.3"), SERVE)]);
    let target = |id: &str| done.plan.targets().find(|target| target.id == at(id)).unwrap();
    assert_eq!(target("1.1/1").value, Some(Number::from(60)));
    assert_eq!(target("1.1/2").weight, Some(7));
    assert_eq!(target("1.1/3").value, Some(Number::from(3)));
    assert_eq!(done.places.get(&at("1.1.1")), Some(&at("1.1.3")));
}

#[test]
fn an_earlier_sentence_may_get_one_more_target() {
    let old = report(&[START, SERVE], &[CARE]);
    let more = START.replace('。', "，新增标准厂房5万平方米。");
    let new = report(&[&more, SERVE], &[CARE]);
    let done = again(&old, &new, &old, Side::Ours);
    assert_eq!(problems(&done.plan), []);
    let ids: Vec<Place> = done.plan.targets().map(|target| target.id).collect();
    assert_eq!(ids, [at("1.1/2"), at("1.1/1"), at("2.1/1")]);
}

#[test]
fn a_number_that_is_free_again_is_not_given_away() {
    let old = report(&[BUILD, START], &[CARE]);
    let new = report(&[BUILD, SERVE], &[CARE]);
    let done = again(&old, &new, &old, Side::Ours);
    let ids: Vec<Place> =
        done.plan.sections[0].tasks[0].measures.iter().map(|row| row.id).collect();
    assert_eq!(ids, [at("1.1.1"), at("1.1.3")]);
}

#[test]
fn what_both_changed_is_asked() {
    let old = report(&[BUILD, START], &[CARE]);
    let new = report(&[RAISED, START], &[CARE]);
    let mut ours = old.clone();
    first(&mut ours).measures[0].targets[0].value = Some(Number::from(55));
    let clash = Conflict {
        row: Some(at("1.1/1")),
        what: Clash::Field {
            field: Field::Value,
            was: Said::Words("50".into()),
            ours: Said::Words("55".into()),
            theirs: Said::Words("60".into()),
        },
    };
    for (side, value) in [(Side::Ours, 55), (Side::Theirs, 60)] {
        let done = again(&old, &new, &ours, side);
        assert_eq!(done.conflicts, std::slice::from_ref(&clash));
        let target = done.plan.targets().find(|target| target.id == at("1.1/1")).unwrap();
        assert_eq!(target.value, Some(Number::from(value)));
    }
}

/// A report of sections, each a title and its tasks with what stands behind their leads.
fn sections(sections: &[(&str, &[&str])]) -> Plan {
    let mut text = String::from("青禾区2031年政府工作报告\n二、2031年工作安排\n");
    for (nth, (title, tasks)) in sections.iter().enumerate() {
        let number = ["一", "二", "三"][nth];
        text.extend(["（", number, "）", title, "\n", &tasks.join("\n"), "\n"]);
    }
    read(&text).plan
}

const SERVICE: (&str, &str) =
    ("优化营商环境", "优化营商环境。推行一窗通办，压减审批时限，新增帮办窗口20个。");
const ROADS: &str = "修好城乡道路。新建农村公路30公里，改造危桥5座，完善安防设施。";
const SCHOOL: &str = "办好公平教育。新建幼儿园3所，新增学位900个，招聘教师百名。";

#[test]
fn a_task_that_moved_keeps_its_number_and_takes_what_changed() {
    let old = sections(&[("产业兴区", &[SERVICE.1, ROADS]), ("民生为本", &[SCHOOL])]);
    let raised = SERVICE.1.replace("20个", "30个");
    let new = sections(&[("产业兴区", &[ROADS]), ("民生为本", &[SCHOOL, &raised])]);
    let done = again(&old, &new, &old, Side::Ours);
    assert_eq!(problems(&done.plan), []);
    assert_eq!(done.conflicts, []);
    let moved = Brought::Moved { title: SERVICE.0.into(), to: at("2.2") };
    assert_eq!(done.changes[0], Change { row: Some(at("1.1")), what: moved });
    let rows: Vec<Place> = done.plan.tasks().map(|task| task.id).collect();
    assert_eq!(rows, [at("1.1"), at("1.2"), at("2.1")]);
    let target = done.plan.targets().find(|target| target.id == at("1.1/1")).unwrap();
    assert_eq!(target.value, Some(Number::from(30)));
    assert_eq!(done.places.get(&at("2.2")), Some(&at("1.1")));
}

#[test]
fn a_section_stays_as_long_as_rows_of_it_only_moved() {
    let old = sections(&[("产业兴区", &[ROADS, SCHOOL]), ("营商为要", &[SERVICE.1])]);
    let new = sections(&[
        ("产业兴区", &[ROADS, SCHOOL, SERVICE.1]),
        ("生态立区", &["治好水。清淤河道10公里，新建污水厂1座，水质达标。"]),
    ]);
    let done = again(&old, &new, &old, Side::Ours);
    assert_eq!(problems(&done.plan), []);
    let rows: Vec<(Place, &str)> =
        done.plan.sections.iter().map(|section| (section.id, &*section.title)).collect();
    assert_eq!(rows, [(at("1"), "产业兴区"), (at("2"), "营商为要"), (at("3"), "生态立区")]);
    assert_eq!(done.plan.tasks().filter(|task| task.title == SERVICE.0).count(), 1);
    let emptied = Brought::Emptied { title: "营商为要".into() };
    assert!(done.changes.contains(&Change { row: Some(at("2")), what: emptied }));
}

#[test]
fn a_sentence_that_moved_to_another_task_is_one_row() {
    let line = "新建农村公路30公里，改造危桥5座。";
    let both = |one: &str, other: &str| {
        let (one, other) = (
            format!("修好城乡道路。完善安防设施，畅通群众出行，让百姓走得安心。{one}"),
            format!("扩大有效投资。谋划储备项目，争取专项资金支持，抓好要素保障。{other}"),
        );
        sections(&[("产业兴区", &[&one, &other]), ("民生为本", &[SCHOOL])])
    };
    let (old, new) = (both(line, ""), both("", line));
    let done = again(&old, &new, &old, Side::Ours);
    assert_eq!(problems(&done.plan), []);
    assert_eq!(done.plan, old);
    assert_eq!(done.changes.len(), 1, "{:?}", done.changes);
}

#[test]
fn conflicts_are_decided_one_by_one() {
    let old = report(&[BUILD, START], &[CARE]);
    let new = report(&[RAISED, START], &["新建社区养老服务站20处。"]);
    let mut ours = old.clone();
    first(&mut ours).measures[0].targets[0].value = Some(Number::from(55));
    let care = ours.sections[1].tasks[0].measures.last_mut().unwrap();
    care.targets[0].value = Some(Number::from(15));
    let by_hand = |question: Question| (question.key() == "2.1/1 Value").then_some(Side::Theirs);
    let done = decided(&old, &new, &ours, (Side::Ours, &by_hand));
    assert_eq!(done.conflicts.len(), 2);
    let values: Vec<String> = done
        .plan
        .targets()
        .filter(|target| target.id.number() == 1)
        .map(|target| target.value.map_or_else(String::new, |value| value.to_string()))
        .collect();
    assert_eq!(values, ["55", "20"]);
}

#[test]
fn lists_of_both_sides_can_be_kept_together() {
    let old = sections(&[("产业兴区", &[ROADS]), ("民生为本", &[SCHOOL])]);
    let (mut new, mut ours) = (old.clone(), old.clone());
    new.sections[0].lead = vec!["坚持实干。".into(), "坚持创新。".into()];
    ours.sections[0].lead = vec!["坚持实干。".into(), "坚持为民。".into()];
    let done = decided(&old, &new, &ours, (Side::Both, &|_| None));
    assert_eq!(done.plan.sections[0].lead, ["坚持实干。", "坚持为民。", "坚持创新。"]);
    assert_eq!(done.conflicts[0].sides().len(), 3);
}

#[test]
fn a_row_that_was_worked_on_does_not_go_in_silence() {
    let old = report(&[BUILD, START], &[CARE]);
    let new = report(&[START], &[CARE]);
    let mut ours = old.clone();
    first(&mut ours).measures[0].targets[0].weight = Some(3);
    assert_eq!(again(&old, &new, &old, Side::Ours).conflicts, []);
    for (side, rows) in [(Side::Ours, 2), (Side::Theirs, 1)] {
        let mut done = again(&old, &new, &ours, side);
        let title = BUILD.to_owned();
        let what = Clash::DroppedEdited { title };
        assert_eq!(done.conflicts, [Conflict { row: Some(at("1.1.1")), what }]);
        assert_eq!(first(&mut done.plan).measures.len(), rows);
    }
}

#[test]
fn a_row_that_was_removed_stays_away_unless_the_report_changed_it() {
    let old = report(&[BUILD, START], &[CARE]);
    let mut ours = old.clone();
    first(&mut ours).measures.remove(0);
    let moved = report(&[START, BUILD], &[CARE]);
    assert_eq!(again(&old, &moved, &ours, Side::Theirs).plan, ours);
    let new = report(&[RAISED, START], &[CARE]);
    let done = again(&old, &new, &ours, Side::Ours);
    assert_eq!(done.plan, ours);
    let what = Clash::RemovedChanged { title: RAISED.into() };
    assert_eq!(done.conflicts, [Conflict { row: Some(at("1.1.1")), what }]);
    let done = again(&old, &new, &ours, Side::Theirs);
    assert_eq!(texts(&done.plan), texts(&new));
    assert_eq!(problems(&done.plan), []);
}

/// Sentences of one report or another.
fn sentences() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(
        vec![BUILD, RAISED, START, SERVE, "优化审批流程，当好服务企业的店小二。"],
        1..5,
    )
    .prop_shuffle()
}

fn reports() -> impl Strategy<Value = Plan> {
    sentences().prop_map(|projects| report(&projects, &[CARE]))
}

/// A plan as people edit it.
fn edited(mut plan: Plan, edits: &[u8]) -> Plan {
    for edit in edits {
        let task = first(&mut plan);
        let Some(measure) = task.measures.get_mut(usize::from(edit / 4) % 4) else { continue };
        match edit % 4 {
            0 => measure.text.push_str("（手改）"),
            1 => measure.targets.iter_mut().for_each(|target| target.weight = Some(5)),
            2 => task.short = "项目".into(),
            _ => {
                let id = measure.id;
                task.measures.retain(|row| row.id != id);
            }
        }
    }
    plan.policy = "宣城".into();
    plan
}

proptest! {
    #[test]
    fn a_report_that_says_the_same_changes_nothing(
        old in reports(), edits in prop::collection::vec(any::<u8>(), 0..6),
    ) {
        let ours = edited(old.clone(), &edits);
        let done = again(&old, &old, &ours, Side::Theirs);
        prop_assert_eq!(done.plan, ours);
        prop_assert_eq!((done.conflicts, done.changes), (vec![], vec![]));
    }

    #[test]
    fn a_plan_that_nobody_edited_says_what_the_new_report_says(old in reports(), new in reports()) {
        let done = again(&old, &new, &old, Side::Ours);
        prop_assert_eq!(&done.conflicts, &vec![]);
        prop_assert_eq!(texts(&done.plan), texts(&new));
        prop_assert_eq!(problems(&done.plan), vec![]);
    }

    #[test]
    fn a_number_never_comes_to_mean_another_row(
        old in reports(), new in reports(), edits in prop::collection::vec(any::<u8>(), 0..6),
    ) {
        let ours = edited(old.clone(), &edits);
        let done = again(&old, &new, &ours, Side::Ours);
        let (mine, had) = (done.plan.measures(), |id| ours.measures().chain(old.measures()).find(|row| row.id == id));
        for row in mine {
            let Some(before) = had(row.id) else { continue };
            let one = likeness::pairs(&[before.text.trim_end_matches("（手改）")], &[row.text.trim_end_matches("（手改）")]);
            prop_assert_eq!(one, vec![Some(0)], "{} {} {}", row.id, before.text, row.text);
        }
        // What only people decide is theirs.
        prop_assert_eq!(&done.plan.policy, "宣城");
        // With every conflict decided, the same report brings nothing more.
        let more = again(&new, &new, &done.plan, Side::Ours);
        prop_assert_eq!(more.plan, done.plan);
    }
}

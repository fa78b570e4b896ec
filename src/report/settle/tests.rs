//! Every kind of settling on a report of a place that there is not, and what holds of any of them.

use proptest::prelude::*;

use super::*;
use crate::plan::{Comparator, Kind};
use crate::report::{Refused, read};

const REPORT: &str = "云溪县2031年重点工作\n\n2031年主要预期目标是：地区生产总值增长6%左右。重点抓好以下两个方面工作。\n\n\
（一）抓好产业\n\n——做强农业。新建水库2座，整修渠道30公里。推广良种。\n\n——做优工业。新增规上企业10户以上。\n\n\
（二）办好民生\n\n——办好教育。新建学校3所。推动教师交流轮岗常态化。\n";

/// A draft in brief: sections, tasks with their measures, targets by amount.
fn brief(draft: &Draft) -> String {
    let mut lines = Vec::new();
    for section in &draft.plan.sections {
        lines.push(format!("{} {}", section.id, section.title));
        lines.extend(section.lead.iter().map(|lead| format!("  [{lead}]")));
        for task in &section.tasks {
            let measures: Vec<&str> = task.measures.iter().map(|it| it.text.as_str()).collect();
            lines.push(format!("  {} {}: {}", task.id, task.title, measures.join(" | ")));
            let targets = task.targets().map(|it| format!("{}={}", it.id, it.amount()));
            lines.extend(targets.map(|target| format!("    {target}")));
        }
    }
    lines.join("\n")
}

fn at(words: &str) -> Stretch {
    let from = REPORT.find(words).unwrap();
    Stretch::of(REPORT, from..from + words.len())
}

fn is(words: &str, what: Piece) -> Settling {
    Settling::Is { at: at(words), what }
}

/// What settlings change: the lines that go and the lines that come.
fn changed(settlings: &[Settling]) -> Vec<String> {
    let settled = settle(REPORT, settlings);
    assert_eq!(settled.unfit, Vec::<usize>::new());
    let (before, after) = (brief(&read(REPORT)), brief(&settled.draft));
    let gone = before.lines().filter(|line| !after.lines().any(|it| it == *line));
    let come = after.lines().filter(|line| !before.lines().any(|it| it == *line));
    gone.map(|line| format!("- {}", line.trim()))
        .chain(come.map(|line| format!("+ {}", line.trim())))
        .collect()
}

#[test]
fn a_sentence_is_cut_in_two() {
    let first = is("新建水库2座，", Piece::Measure);
    let second = is("整修渠道30公里。", Piece::Measure);
    assert_eq!(
        changed(&[first, second]),
        [
            "- 1.1 做强农业: 新建水库2座，整修渠道30公里。 | 推广良种。",
            "+ 1.1 做强农业: 新建水库2座， | 整修渠道30公里。 | 推广良种。",
        ]
    );
}

#[test]
fn two_sentences_become_one() {
    assert_eq!(
        changed(&[is("新建水库2座，整修渠道30公里。推广良种。", Piece::Measure)]),
        [
            "- 1.1 做强农业: 新建水库2座，整修渠道30公里。 | 推广良种。",
            "+ 1.1 做强农业: 新建水库2座，整修渠道30公里。推广良种。",
        ]
    );
}

#[test]
fn a_measure_becomes_a_task_and_a_task_a_measure() {
    assert_eq!(
        changed(&[is("推广良种。", Piece::Task), is("做优工业。", Piece::Measure)]),
        [
            "- 1.1 做强农业: 新建水库2座，整修渠道30公里。 | 推广良种。",
            "- 1.2 做优工业: 新增规上企业10户以上。",
            "+ 1.1 做强农业: 新建水库2座，整修渠道30公里。",
            "+ 1.2 推广良种: 做优工业。 | 新增规上企业10户以上。",
        ]
    );
}

#[test]
fn a_task_becomes_a_section_and_what_follows_goes_with_it() {
    let changed = changed(&[is("做优工业", Piece::Section)]);
    assert!(changed.contains(&"+ 2 做优工业".to_owned()), "{changed:?}");
    assert!(changed.contains(&"+ 3 办好民生".to_owned()), "{changed:?}");
    assert!(changed.iter().any(|line| line.starts_with("+ 3.1 办好教育")), "{changed:?}");
    assert!(changed.contains(&"+ 2.1/1=10户".to_owned()), "{changed:?}");
}

#[test]
fn a_section_becomes_a_task_and_its_tasks_go_to_the_section_before() {
    let changed = changed(&[is("办好民生", Piece::Task)]);
    assert!(changed.contains(&"- 2 办好民生".to_owned()), "{changed:?}");
    assert!(changed.contains(&"+ 1.3 办好民生:".to_owned()), "{changed:?}");
    assert!(changed.iter().any(|line| line.starts_with("+ 1.4 办好教育")), "{changed:?}");
}

#[test]
fn a_title_ends_elsewhere() {
    assert_eq!(
        changed(&[is("做强", Piece::Task)]),
        [
            "- 1.1 做强农业: 新建水库2座，整修渠道30公里。 | 推广良种。",
            "+ 1.1 做强: 农业。 | 新建水库2座，整修渠道30公里。 | 推广良种。",
        ]
    );
}

#[test]
fn a_sentence_leaves_the_plan() {
    assert_eq!(
        changed(&[is("新增规上企业10户以上。", Piece::Outside)]),
        ["- 1.2 做优工业: 新增规上企业10户以上。", "- 1.2/1=10户", "+ 1.2 做优工业:"]
    );
}

#[test]
fn a_number_is_no_target_and_says_why() {
    let nothing = Settling::PromisesNothing { at: at("2座"), why: "去年已建".to_owned() };
    let settled = settle(REPORT, std::slice::from_ref(&nothing));
    let task = &settled.draft.plan.sections[0].tasks[0];
    let left: Vec<String> = task.targets().map(|it| format!("{} {}", it.id, it.amount())).collect();
    assert_eq!(left, ["1.1/1 30公里"]);
    let why = Refused::Told("去年已建".to_owned());
    assert!(
        settled
            .draft
            .rejected
            .iter()
            .any(|it| it.why == why && it.row == Some(task.measures[0].id))
    );
    assert_eq!(
        settled
            .draft
            .goals
            .iter()
            .filter(|goal| goal.id == task.targets().next().unwrap().id)
            .count(),
        1
    );
}

#[test]
fn a_target_is_put_right_and_a_number_becomes_one() {
    let first = read(REPORT);
    let mut target = first.plan.sections[0].tasks[1].targets().next().unwrap().clone();
    target.kind = Kind::Level;
    target.comparator = Comparator::MoreThan;
    let put_right = Settling::Promises { at: at("10户"), target: Box::new(target) };
    let taken = Settling::PromisesNothing { at: at("3所"), why: "试试".to_owned() };
    let mut school = first.plan.sections[1].tasks[0].targets().next().unwrap().clone();
    school.short = "学校".to_owned();
    let back = Settling::Promises { at: at("3所"), target: Box::new(school) };
    let settled = settle(REPORT, &[put_right, taken, back]);
    assert_eq!(settled.unfit, Vec::<usize>::new());
    let targets: Vec<_> = settled
        .draft
        .plan
        .targets()
        .map(|it| (it.id.to_string(), it.kind, it.short.as_str()))
        .collect();
    assert!(targets.contains(&("1.2/1".to_owned(), Kind::Level, "")), "{targets:?}");
    assert!(targets.iter().any(|it| it.0 == "2.1/1" && it.2 == "学校"), "{targets:?}");
    assert!(!settled.draft.rejected.iter().any(|it| it.at.start == REPORT.find("3所").unwrap()));
}

#[test]
fn rows_are_named() {
    let short =
        |words: &str, short: &str| Settling::Short { at: at(words), short: short.to_owned() };
    let settled = settle(
        REPORT,
        &[short("抓好产业", "产业"), short("做强农业", "农业"), short("10户", "规上")],
    );
    assert_eq!(settled.unfit, Vec::<usize>::new());
    let section = &settled.draft.plan.sections[0];
    assert_eq!((section.short.as_str(), section.tasks[0].short.as_str()), ("产业", "农业"));
    assert_eq!(section.tasks[1].targets().next().unwrap().short, "规上");
}

#[test]
fn what_was_looked_at_is_no_longer_doubted() {
    let text = REPORT.replace("两个方面", "三个方面");
    let doubts = read(&text).doubts;
    let count = doubts.iter().find(|doubt| doubt.is_count()).unwrap();
    let seen = Settling::Seen { at: Stretch::of(&text, count.at.clone()) };
    let left = settle(&text, &[seen]).draft.doubts;
    assert_eq!(left.len() + 1, doubts.len());
    assert!(!left.iter().any(Doubt::is_count));
}

#[test]
fn the_bridge_counts_the_sections_that_there_are_by_now() {
    let text = REPORT.replace("两个方面", "三个方面");
    assert!(read(&text).doubts.iter().any(Doubt::is_count));
    let from = text.find("做优工业").unwrap();
    let at = Stretch::of(&text, from..from + "做优工业".len());
    let settled = settle(&text, &[Settling::Is { at, what: Piece::Section }]);
    assert_eq!(settled.draft.bridge.as_ref().map(|bridge| bridge.found), Some(3));
    assert!(!settled.draft.doubts.iter().any(Doubt::is_count));
}

#[test]
fn what_was_said_of_another_text_is_left_out() {
    let settling = is("推广良种。", Piece::Task);
    let text = REPORT.replace("推广良种。", "推广新茶。");
    let settled = settle(&text, &[settling]);
    assert_eq!(settled.unfit, [0]);
    assert_eq!(settled.draft.plan, read(&text).plan);
}

#[test]
fn a_long_stretch_is_told_by_its_ends() {
    let stretch = Stretch::of(REPORT, 0..REPORT.len());
    assert!(stretch.words.chars().count() < 30, "{}", stretch.words);
    assert_eq!(stretch.within(REPORT), Some(0..REPORT.len()));
}

/// A text of sentences, and stretches of it that are said to be anything.
fn any_settlings(text: &'static str) -> impl Strategy<Value = Vec<Settling>> {
    let one = (0..text.len(), 0..60_usize, 0..Piece::ALL.len()).prop_map(|(from, long, what)| {
        let at = Stretch::of(text, from..(from + long).min(text.len()));
        Settling::Is { at, what: Piece::ALL[what] }
    });
    prop::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn every_character_still_has_one_span(settlings in any_settlings(REPORT)) {
        let settled = settle(REPORT, &settlings);
        let mut at = 0;
        for span in &settled.draft.spans {
            prop_assert_eq!(span.at.start, at);
            prop_assert!(span.at.end > at);
            at = span.at.end;
        }
        prop_assert_eq!(at, REPORT.len());
        prop_assert_eq!(settled.draft.goals.len(), settled.draft.plan.targets().count());
    }

    #[test]
    fn said_again_it_is_the_same(settlings in any_settlings(REPORT)) {
        prop_assert_eq!(settle(REPORT, &settlings), settle(REPORT, &settlings));
    }
}

#[test]
fn to_say_what_was_read_changes_nothing() {
    let first = read(REPORT);
    let measure = first.spans.iter().find(|span| span.role == Role::Measure).unwrap();
    let at = Stretch::of(REPORT, measure.at.clone());
    let settled = settle(REPORT, &[Settling::Is { at, what: Piece::Measure }]);
    assert_eq!(settled.draft.plan, first.plan);
    assert_eq!(settled.draft.spans, first.spans);
}

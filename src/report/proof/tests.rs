//! What the comparison shows when a plan or a report is changed in one place.

use super::*;
use crate::plan::{Measure, Period, Place, Section, Task};

const REPORT: &str = "\
首页 | 关怀版

2023年主要任务

今年意义重大。目标是增长6%。抓好两方面工作。

(一)坚持项目拉动,开新局

全力上项目。

——抓好招商。赴外招商。签约500亿元。

——推进临空加快机场建设。

(二)坚持人民至上,开新局

持之以恒。筑牢忠诚。深入学习。狠抓作风。转变作风

【打印本页】
主办单位: 办公室
";

fn task(section: u16, number: u16, title: &str, measures: &[&str]) -> Task {
    let row = |(nth, text): (u16, &&str)| Measure {
        id: Place::measure(section, number, nth),
        text: (*text).into(),
        targets: Vec::new(),
    };
    Task {
        id: Place::task(section, number),
        title: title.into(),
        short: String::new(),
        weight: None,
        measures: (1..).zip(measures).map(row).collect(),
    }
}

fn section(number: u16, title: &str, lead: &str, tasks: Vec<Task>) -> Section {
    let (id, lead) = (Place::section(number), vec![lead.into()]);
    Section { id, title: title.into(), short: String::new(), weight: None, lead, tasks }
}

fn plan() -> Plan {
    let day = |text: &str| text.parse().unwrap();
    let period = Period { from: day("2023-01-01"), to: day("2023-12-31") };
    Plan {
        guidance: vec!["今年意义重大。".into(), "目标是增长6%。".into(), "抓好两方面工作。".into()],
        sections: vec![
            section(
                1,
                "坚持项目拉动,开新局",
                "全力上项目。",
                vec![
                    task(1, 1, "抓好招商", &["赴外招商。", "签约500亿元。"]),
                    task(1, 2, "推进临空", &["加快机场建设。"]),
                ],
            ),
            section(
                2,
                "坚持人民至上,开新局",
                "持之以恒。",
                vec![
                    task(2, 1, "筑牢忠诚", &["深入学习。"]),
                    task(2, 2, "狠抓作风", &["转变作风"]),
                ],
            ),
        ],
        ..Plan::new("x", "2023年主要任务", period)
    }
}

fn pieces(pieces: &[Piece]) -> Vec<String> {
    let shown = |p: &Piece| format!("{}:{} {}", p.spot.line, p.spot.column, p.text);
    pieces.iter().map(shown).collect()
}

fn doubts(proof: &Proof) -> Vec<String> {
    let shown = |altered: &Altered| {
        let spot = altered.spot.map_or_else(|| "-".into(), |s| format!("{}:{}", s.line, s.column));
        format!("{spot} {} {}", altered.at, altered.doubt.text(crate::words::Lang::Zh))
    };
    proof.altered.iter().map(shown).collect()
}

#[test]
fn a_faithful_plan_is_proven() {
    let proof = prove(&plan(), REPORT);
    assert!(proof.holds(), "{proof:?}");
    assert_eq!(proof.proven, 16);
    assert_eq!(
        pieces(&proof.structure),
        ["7:1 (一)", "11:1 ——", "11:7 。", "13:1 ——", "15:1 (二)", "17:10 。", "17:20 。"]
    );
    assert_eq!(
        pieces(&proof.outside),
        ["1:1 首页 | 关怀版", "3:1 2023年主要任务", "19:1 【打印本页】", "20:1 主办单位: 办公室"]
    );
}

/// Everything of the report is either proven, structure, or outside.
#[test]
fn no_character_is_left_out() {
    let plan = plan();
    let proof = prove(&plan, REPORT);
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let own: usize = texts(&plan).iter().map(|(_, text)| letters(text)).sum();
    let around = proof.structure.iter().chain(&proof.outside);
    let around: usize = around.map(|piece| letters(&piece.text)).sum();
    assert_eq!(own + around, letters(REPORT));
}

#[test]
fn what_the_plan_lacks_is_named() {
    let mut plan = plan();
    plan.sections[0].tasks[0].measures.remove(0);
    plan.guidance.remove(0);
    plan.sections[1].tasks[1].measures[0].text = "转变".into();
    let proof = prove(&plan, REPORT);
    assert_eq!(pieces(&proof.missing), ["5:1 今年意义重大。", "11:7 。赴外招商。", "17:23 作风"]);
    assert_eq!(doubts(&proof), Vec::<String>::new());
}

#[test]
fn a_whole_paragraph_that_is_left_out_is_not_taken_for_the_page() {
    let mut plan = plan();
    plan.guidance.clear();
    let proof = prove(&plan, REPORT);
    assert_eq!(pieces(&proof.missing), ["5:1 今年意义重大。目标是增长6%。抓好两方面工作。"]);
}

#[test]
fn what_was_changed_is_shown_beside_the_report() {
    let mut plan = plan();
    plan.sections[0].tasks[0].measures[1].text = "力争签约600亿元。".into();
    plan.sections[0].title = "坚持项目拉动，开新局".into();
    plan.sections[1].tasks[0].measures[0].text = "深入地学习。".into();
    plan.sections[1].lead.push("再接再厉。".into());
    let proof = prove(&plan, REPORT);
    assert_eq!(
        doubts(&proof),
        [
            "7:10 sections[0].title “项目拉动”之后，计划写“，开新局”，报告写“,开新局”",
            "11:16 sections[0].tasks[0].measures[1].text 开头计划写“力争签约6”，报告写“签约5”",
            "- sections[1].lead[1] 报告里没有这段文字：再接再厉。",
            "- sections[1].tasks[0].measures[0].text 报告里没有这段文字：深入地学习。",
        ]
    );
    assert_eq!(pieces(&proof.missing), ["17:10 。深入学习。"]);
}

#[test]
fn what_stands_in_another_order_is_said_to() {
    let mut plan = plan();
    plan.sections[0].tasks[0].measures.swap(0, 1);
    let proof = prove(&plan, REPORT);
    assert_eq!(
        doubts(&proof),
        [
            "11:8 sections[0].tasks[0].measures[1].text 报告里这段文字在别处，不在这个次序上：赴外招商。"
        ]
    );
}

#[test]
fn any_two_texts_can_be_compared() {
    for report in ["", "\n", "。", "今年", "\u{feff}今年意义重大。", &REPORT.replace('\n', "\r\n")]
    {
        assert!(prove(&plan(), report).proven <= 16);
    }
    let windows = REPORT.replace('\n', "\r\n");
    assert!(prove(&plan(), &windows).holds());
}

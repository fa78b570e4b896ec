//! What holds of the reading of any text.

use proptest::prelude::*;

use super::super::*;
use crate::plan::validate::problems;

/// Pieces that reports are made of, in an order that no report has.
const PIECES: [&str; 58] = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "(二)",
    "（三）",
    "1.",
    "2、",
    "（1）",
    "第一，",
    "一是",
    "二是",
    "——",
    "--",
    "●",
    "- ",
    "2031年工作安排",
    "2030年工作回顾",
    "“十五五”时期目标任务",
    "加强政府自身建设",
    "各位代表：",
    "各位代表！",
    "现在，我代表县政府报告工作。",
    "——2031年1月8日在云溪县第十八届人民代表大会上",
    "云溪县2031年政府工作报告",
    "今年主要预期目标是：地区生产总值增长6%左右。",
    "重点抓好以下三个方面工作。",
    "打印",
    "责任编辑：演练",
    "附件：2031年十件民生实事",
    "名词解释",
    "1.“三保”：保民生。",
    "抓好春耕生产。",
    "新建水库2座，",
    "完善管护机制；",
    "推进云溪片区更新改造，建成口袋公园5个，让居民推窗见绿、出门入园。",
    "牵头单位：水务局",
    "（责任单位：教育局、财政局）",
    "完成时限：2031年6月",
    "“",
    "”",
    "（",
    "）",
    "。",
    "，",
    ",",
    "！",
    "5.5",
    "%",
    "\n",
    "\r\n",
    "\n\n",
    "　　",
    " ",
    "\u{feff}",
    "\u{200b}",
    "Build roads. ",
    "\t",
];

fn report() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        3 => Just("\n".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// What a draft says, whatever the widths in which its text was printed.
fn said(draft: &Draft) -> Vec<String> {
    let mut said = vec![draft.plan.title.clone(), draft.plan.organ.clone()];
    said.extend(draft.plan.guidance.iter().cloned());
    for section in &draft.plan.sections {
        said.push(format!("{} {}", section.id, section.title));
        said.extend(section.lead.iter().cloned());
        for task in &section.tasks {
            said.push(format!("{} {}", task.id, task.title));
            said.extend(task.measures.iter().map(|it| format!("{} {}", it.id, it.text)));
        }
    }
    said.iter().map(|text| letter::bare(text)).collect()
}

/// The words of a text without its marks.
fn words(text: &str) -> String {
    letter::bare(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words of a plan that stand in its report: a title without a span of its own is borrowed.
fn planned(draft: &Draft) -> String {
    let has = |row, role| draft.spans.iter().any(|span| span.row == Some(row) && span.role == role);
    let mut planned: String = draft.plan.guidance.iter().map(|text| words(text)).collect();
    for section in &draft.plan.sections {
        if has(section.id, Role::SectionTitle) {
            planned.push_str(&words(&section.title));
        }
        planned.extend(section.lead.iter().map(|text| words(text)));
        for task in &section.tasks {
            if has(task.id, Role::TaskTitle) {
                planned.push_str(&words(&task.title));
            }
            planned.extend(task.measures.iter().map(|measure| words(&measure.text)));
        }
    }
    planned
}

fn covers(text: &str) {
    let draft = read(text);
    let mut at = 0;
    for span in &draft.spans {
        assert_eq!(span.at.start, at, "a gap or an overlap");
        assert!(span.at.end > at, "an empty span");
        assert!(text.get(span.at.clone()).is_some(), "a character cut in two");
        at = span.at.end;
    }
    assert_eq!(at, text.len());
}

proptest! {
    #[test]
    fn spans_cover_every_text_once(text in any::<String>(), report in report()) {
        covers(&text);
        covers(&report);
    }

    #[test]
    fn a_draft_is_a_plan_without_faults(report in report()) {
        let draft = read(&report);
        prop_assert_eq!(problems(&draft.plan), Vec::new());
        for pair in draft.doubts.windows(2) {
            prop_assert!(pair[0].at.start <= pair[1].at.start);
        }
    }

    #[test]
    fn every_word_that_is_read_is_in_the_plan(report in report()) {
        let draft = read(&report);
        // Guidance stands before the sections in a plan, wherever a report has more of it.
        let guidance = [Role::Guidance, Role::Headline, Role::Bridge];
        let rows = [Role::SectionTitle, Role::SectionLead, Role::TaskTitle, Role::Measure];
        let of = |roles: &[Role]| -> String {
            let spans = draft.spans.iter().filter(|span| roles.contains(&span.role));
            spans.map(|span| words(draft.text(&report, span))).collect()
        };
        let spans = of(&guidance) + &of(&rows);
        prop_assert_eq!(spans, planned(&draft));
    }

    #[test]
    fn line_ends_marks_and_indents_change_nothing(report in report()) {
        let report = report.replace(['\r', '\u{feff}', '　', '\u{200b}'], "");
        let same = said(&read(&report));
        let windows = report.replace('\n', "\r\n");
        prop_assert_eq!(&said(&read(&windows)), &same);
        prop_assert_eq!(&said(&read(&format!("\u{feff}{report}"))), &same);
        let indented = format!("　　{}", report.replace('\n', "\n　　"));
        prop_assert_eq!(&said(&read(&indented)), &same);
    }

    #[test]
    fn widths_change_nothing(report in report()) {
        let half: String = report.chars().map(|c| match c {
            '！'..='～' | '　' => letter::fold(c),
            _ => c,
        }).collect();
        prop_assert_eq!(said(&read(&half)), said(&read(&report)));
    }

    #[test]
    fn a_text_read_twice_is_read_the_same(text in any::<String>()) {
        prop_assert_eq!(read(&text), read(&text));
    }
}

#[test]
fn rows_stand_where_their_spans_are() {
    let text = "（一）稳增长\n　　——抓好春耕。新建水库2座（责任单位：水务局）。\n——修好渠道。清淤10公里，\n保供水。\n（二）惠民生\n——办好学校。新增学位。";
    let draft = read(text);
    for span in &draft.spans {
        let words = letter::bare(draft.text(text, span));
        let found = span.row.and_then(|row| draft.plan.find(row));
        if let (Role::Measure | Role::TaskTitle | Role::SectionTitle, Some(found)) =
            (span.role, found)
        {
            assert!(letter::bare(found.title()).contains(&words), "{words}");
        }
    }
    let rows = draft.spans.iter().filter(|span| span.role == Role::Measure).count();
    assert_eq!((rows, draft.plan.measures().count()), (4, 3));
}

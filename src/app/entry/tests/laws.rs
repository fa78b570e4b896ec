//! What holds for any line.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::super::*;
use super::Desk;

pub(super) fn any_line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("空港应急医院10月底前开工"),
        Just("由卫健局牵头"),
        Just("临空办、发改局配合"),
        Just("10月底前"),
        Just("省交投集团"),
        Just("《关于方案》"),
        Just("要求："),
        Just("待定"),
        Just("@3"),
        Just("+5"),
        Just("＠卫健局"),
        Just(">1031"),
        Just("》+7"),
        Just("#1.4"),
        Just("#14"),
        Just("##"),
        Just("="),
        Just("1.2/1="),
        Just("305亿"),
        Just("8月"),
        Just("，"),
        Just("。"),
        Just("、"),
        Just(" "),
        Just("\u{3000}"),
        Just("牵头"),
        Just("由"),
        Just("@"),
        Just("+"),
        Just(">"),
        Just("#"),
        Just("A"),
    ];
    let pieces = proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => pieces, 1 => r"\PC{0,40}"]
}

/// Clauses without sigils.
fn any_sentence() -> impl Strategy<Value = String> {
    let clause = prop_oneof![
        Just("空港应急医院开工"),
        Just("10月底前开工"),
        Just("10月底前"),
        Just("于9月20日前完成"),
        Just("由卫健局牵头"),
        Just("由卫健局牵头制定方案"),
        Just("临空办、发改局配合"),
        Just("由卫健局牵头、临空办配合"),
        Just("由省交投集团牵头"),
        Just("每周五"),
        Just("尽快"),
    ];
    let mark = prop_oneof![Just("，"), Just("。"), Just("；"), Just(" "), Just("、")];
    proptest::collection::vec((clause, mark), 1..7)
        .prop_map(|all| all.into_iter().flat_map(|(clause, mark)| [clause, mark]).collect())
}

/// One desk for all cases: its tables are not made a thousand times over.
pub(super) fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(Desk::default)
}

/// A text without its spaces.
fn packed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every character of a line is in the text, or in a part that was dropped from it.
pub(super) fn loses_nothing(understood: &Understood, line: &str) -> Result<(), TestCaseError> {
    let mut left = String::new();
    let mut at = 0;
    for spot in &understood.spots {
        prop_assert!(at <= spot.at.start && spot.at.start < spot.at.end, "{:?}", understood);
        prop_assert!(line.get(spot.at.clone()).is_some());
        if spot.dropped {
            left.push_str(&line[at..spot.at.start]);
            at = spot.at.end;
        }
    }
    left.push_str(&line[at..]);
    let text = match &understood.meaning {
        Meaning::Decision(decision) => &decision.text,
        Meaning::Note(note) => &note.text,
        Meaning::Refused(_) => return Ok(()),
        _ => "",
    };
    if matches!(understood.meaning, Meaning::Palette) {
        return Ok(());
    }
    prop_assert_eq!(packed(text), packed(&left), "{:?}", understood);
    Ok(())
}

proptest! {
    #[test]
    fn no_character_is_lost(line in any_line()) {
        loses_nothing(&desk().read(&line), &line)?;
    }

    #[test]
    fn a_cleaned_text_says_no_more(line in any_line()) {
        let desk = desk();
        if let Meaning::Decision(first) = desk.read(&line).meaning {
            prop_assert!(!first.text.trim().is_empty());
            prop_assert_eq!(&first.said, line.trim());
            prop_assert!(first.lead.iter().all(|party| !first.support.contains(party)));
        }
    }

    #[test]
    fn a_clean_sentence_is_clean(line in any_sentence()) {
        let desk = desk();
        if let Meaning::Decision(first) = desk.read(&line).meaning {
            let Meaning::Decision(second) = desk.read(&first.text).meaning else {
                return Err(TestCaseError::fail(first.text));
            };
            prop_assert_eq!(second.text, first.text);
        }
    }

    /// An amount that is compared is never a day, whatever mark compares it.
    #[test]
    fn amounts_stay_in_the_text(
        mark in prop::sample::select(vec![">", "＞", "》", ">=", "≥", "超过", "不低于", "约", "<"]),
        number in r"[1-9][0-9]{0,3}(\.[0-9]{1,2})?",
        blank in prop::sample::select(vec!["", " ", "\u{3000}"]),
        unit in prop::sample::select(vec![
            "亿元", "万元", "万亿元", "亿", "万", "万平方米", "平方公里", "%", "个百分点", "户", "家",
            "千瓦", "元",
        ]),
        before in prop::sample::select(vec!["投资", "投资 ", "", "签约额达到 "]),
    ) {
        let line = format!("{before}{mark}{number}{blank}{unit}的项目逐个过堂");
        let Meaning::Decision(decision) = desk().read(&line).meaning else {
            return Err(TestCaseError::fail(line));
        };
        prop_assert_eq!(packed(&decision.text), packed(&line));
        prop_assert!(matches!(decision.due, crate::ledger::Due::Assumed(_)), "{:?}", decision.due);
        prop_assert!(decision.nodes.is_empty());
    }

    #[test]
    fn nodes_lie_before_the_due_and_say_something(line in any_sentence()) {
        if let Meaning::Decision(decision) = desk().read(&line).meaning {
            let due = decision.due.when().and_then(crate::ledger::When::day);
            for node in &decision.nodes {
                prop_assert!(Some(node.by) < due && !node.text.trim().is_empty(), "{:?}", decision);
                let mut said = line.chars();
                let in_order = node.text.chars().all(|c| said.any(|other| other == c));
                prop_assert!(in_order, "{} in {line}", node.text);
            }
        }
    }

    #[test]
    fn candidates_never_fail(line in any_line(), cursor in 0_usize..60) {
        let desk = desk();
        if let Some(found) = candidates(&line, cursor, &desk.context()) {
            prop_assert!(line.get(found.at.clone()).is_some() && found.at.end == cursor);
        }
    }

    #[test]
    fn any_figure_is_read_or_refused(typed in r"\PC{0,12}|-?[0-9]{1,30}(\.[0-9]{0,4})?(万亿|亿|万)?元?") {
        for unit in ["亿元", "", "%", "万平方米", "条(段)"] {
            if let Ok(figure) = figure(&typed, unit) {
                prop_assert_eq!(figure.value.to_string().parse(), Ok(figure.value));
            }
        }
    }
}

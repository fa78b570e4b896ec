//! What holds of any text.

use proptest::prelude::*;

use super::*;

/// Pieces of which sentences are made, and some of which they are not.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "新建|改造|力争|确保|分别增长|达到|从|提高到|等|各|每|第|约|不低于|控制在|去年|围绕",
        "公园|学校|森林覆盖率|工业企业|项目|“口袋公园”|(东段)|《规划》|PM|居民收入|重特大事故",
        "[0-9０-９]{1,6}|[0-9]{1,3}(,[0-9]{3})?(\\.[0-9]{1,2})?|[一二两三十百千]{1,4}|百分之五",
        "万|亿|个|万平方米|%|％|亿元|所|户|个百分点|年|岁|条\\(段\\)|吨/日|余|多",
        "以上|左右|以内|，|,|、|和|。|；|：|——|—|-|至|\n| |“|”|\\(|\\)|［|］|的",
        "全覆盖|清零|同步|持续下降|翻番|坚决遏制|完成上级下达的任务|\\PC",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn holds(sentence: &str, setting: Setting) {
    let clauses = targets(sentence, setting);
    let mut end = 0;
    for proposal in &clauses.found {
        let Proposal { range, number, text, metric, .. } = proposal;
        assert!(end <= range.start && range.start < range.end, "{sentence:?}: {proposal:?}");
        assert!(range.start <= number.start && number.end <= range.end, "{sentence:?}");
        assert_eq!(sentence.get(range.clone()), Some(text.as_str()), "{sentence:?}");
        assert!(!metric.trim().is_empty(), "{sentence:?}: {proposal:?}");
        assert_eq!(proposal.comparator.takes_value(), proposal.value.is_some(), "{sentence:?}");
        assert_eq!(proposal.comparator == Comparator::FromTo, proposal.from.is_some());
        assert_eq!(proposal.comparator == Comparator::Range, proposal.upper.is_some());
        end = range.end;
    }
    let mut end = 0;
    for candidate in &clauses.rejected {
        assert!(end <= candidate.range.start && candidate.range.start < candidate.range.end);
        assert!(sentence.get(candidate.range.clone()).is_some(), "{sentence:?}");
        end = candidate.range.end;
    }
}

proptest! {
    #[test]
    fn ranges_are_pieces_of_the_sentence_and_never_overlap(sentence in pieces()) {
        for setting in [Setting::Headline, Setting::Measure, Setting::Review] {
            holds(&sentence, setting);
        }
    }

    #[test]
    fn any_text_can_be_read(sentence in r"\PC{0,80}|(?s).{0,40}") {
        holds(&sentence, Setting::Measure);
    }

    #[test]
    fn a_review_promises_nothing(sentence in pieces()) {
        prop_assert_eq!(targets(&sentence, Setting::Review).found, []);
    }
}

#[test]
fn a_sentence_without_an_end_is_read() {
    for piece in
        ["新建公园5个、", "“一", "(5个", "5", "、和", "从5%提高到", "分别增长5%、", "全覆盖"]
    {
        holds(&piece.repeat(2000), Setting::Measure);
    }
}

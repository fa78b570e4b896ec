//! Columns, cuts and breaks, and what holds of any text.

use proptest::prelude::*;

use super::*;

const NARROW: Ruler = Ruler { ambiguous: Ambiguous::Narrow };
const WIDE: Ruler = Ruler { ambiguous: Ambiguous::Wide };

const INVEST: &str = "深入实施“四大战区”招商模式,紧紧围绕全省“4567”现代产业体系建设,科学定位各战区产业\
    布局,建立一个发展规划、一套政策支持体系、一批龙头企业培育、一支专业招商队伍“四个一”工作机制。";
const TRADE: &str =
    "打造友谊西路——丽江路、河山街等3个市级夜经济示范街（第1批）；完成签约额500亿元。";

fn lines(ruler: Ruler, text: &str, columns: usize) -> Vec<String> {
    let shown = Shown::new(text);
    ruler.wrap(&shown, columns).into_iter().map(|line| line.to_string()).collect()
}

#[test]
fn columns_are_counted_as_the_terminal_counts() {
    for (text, narrow, wide) in [
        ("1.4", 3, 3),
        ("议定", 4, 4),
        ("“议定”", 6, 8),
        ("——", 2, 4),
        ("①", 1, 2),
        ("e\u{301}", 1, 1),
        ("：？", 4, 4),
    ] {
        assert_eq!(NARROW.columns(text), narrow, "{text}");
        assert_eq!(WIDE.columns(text), wide, "{text}");
    }
}

#[test]
fn a_cut_is_marked_and_never_splits() {
    for (columns, want) in [
        (0, ""),
        (1, "."),
        (2, ".."),
        (3, ".."),
        (4, "招.."),
        (5, "招.."),
        (7, "招商.."),
        (8, "招商引资"),
        (9, "招商引资"),
    ] {
        let text = Shown::new("招商引资");
        assert_eq!(NARROW.cut(&text, columns).as_str(), want, "{columns}");
    }
    let accent = Shown::new("e\u{301}e\u{301}e\u{301}e\u{301}");
    assert_eq!(NARROW.cut(&accent, 3).as_str(), "e\u{301}..");
}

#[test]
fn no_line_begins_with_what_clings() {
    for text in
        ["招商\u{113c8}abcdef", "aaaa\u{113c8}bbbb", "招商e\u{301}e\u{301}", "1.4\u{903}\u{903}2"]
    {
        for columns in 1..9 {
            for line in NARROW.wrap(&Shown::new(text), columns) {
                assert!(!line.as_str().starts_with(clings), "{text} in {columns}: {line:?}");
            }
        }
    }
}

#[test]
fn padding_fills_exactly() {
    assert_eq!(NARROW.pad(&"招商引资".into(), 7).as_str(), "招商.. ".get(..).unwrap_or(""));
    assert_eq!(NARROW.pad(&"招商".into(), 6).as_str(), "招商  ");
    assert_eq!(NARROW.pad_left(&"305".into(), 6).as_str(), "   305");
    assert_eq!(WIDE.pad(&"“招”".into(), 8).as_str(), "“招”  ");
}

#[test]
fn chinese_lines_break_where_they_may() {
    assert_eq!(
        lines(NARROW, INVEST, 24),
        [
            "深入实施“四大战区”招商模",
            "式,紧紧围绕全省“4567”现",
            "代产业体系建设,科学定位",
            "各战区产业布局,建立一个",
            "发展规划、一套政策支持体",
            "系、一批龙头企业培育、一",
            "支专业招商队伍“四个一”工",
            "作机制。",
        ]
    );
    assert_eq!(
        lines(NARROW, TRADE, 20),
        [
            "打造友谊西路——丽江",
            "路、河山街等3个市级",
            "夜经济示范街（第1",
            "批）；完成签约额500",
            "亿元。",
        ]
    );
}

#[test]
fn a_quotation_may_start_and_end_a_line() {
    assert_eq!(lines(NARROW, "开展“回头看”工作", 6), ["开展", "“回头", "看”工", "作"]);
}

#[test]
fn words_and_spaces_stay_whole() {
    assert_eq!(lines(NARROW, "plan meeting book", 7), ["plan", "meeting", "book"]);
    assert_eq!(lines(NARROW, "meeting  book", 7), ["meeting", "book"]);
    assert_eq!(lines(NARROW, "meeting ", 7), ["meeting"]);
    assert_eq!(lines(NARROW, "abcdefghij", 4), ["abcd", "efgh", "ij"]);
}

#[test]
fn nothing_and_no_room_are_answered() {
    assert_eq!(lines(NARROW, "", 10), [""]);
    assert!(lines(NARROW, "招商", 0).is_empty());
    assert_eq!(lines(NARROW, "招商", 1), ["招", "商"], "what cannot fit is not lost");
}

fn sentence() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "招", "商", "引资", "，", "。", "、", "（", "）", "“", "”", "《", "》", "1.4", "500", " ",
        "GDP", "——", ",", "(", ")", "%", "e\u{301}", "①", "：",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_line_is_too_wide_and_nothing_is_lost(text in sentence(), columns in 2_usize..40) {
        for ruler in [NARROW, WIDE] {
            let lines = lines(ruler, &text, columns);
            for line in &lines {
                prop_assert!(ruler.columns(line) <= columns, "{line:?} in {columns}");
            }
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }

    #[test]
    fn no_mark_stands_on_the_wrong_side(columns in 8_usize..80) {
        for text in [INVEST, TRADE] {
            let lines = lines(NARROW, text, columns);
            for line in &lines {
                prop_assert!(!line.starts_with(closes), "{line}");
            }
            for line in &lines[..lines.len() - 1] {
                prop_assert!(!line.ends_with(opens), "{line}");
            }
        }
    }
}

//! One character of a report: what it is whichever width it was printed in.
//!
//! Comparing is done on folded characters; the text itself is never changed.

use crate::plan::plain::is_hidden;

/// The twin by which a character is compared: `（` is `(`, `１` is `1`, `，` is `,`, `顧` is `顾`.
pub(super) fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        '\u{ff61}' => '。',
        '\u{ff64}' => '、',
        '〔' | '﹝' => '(',
        '〕' | '﹞' => ')',
        '“' | '”' | '「' | '」' | '『' | '』' => '"',
        _ if is_space(c) => ' ',
        _ => simple(c),
    }
}

/// Traditional characters that headings are known by, in order, and their simplified twins.
#[rustfmt::skip]
const TWINS: [(char, char); 68] = [
    ('來', '来'), ('個', '个'), ('們', '们'), ('兩', '两'), ('劃', '划'), ('動', '动'), ('務', '务'), ('區', '区'),
    ('問', '问'), ('單', '单'), ('圍', '围'), ('團', '团'), ('報', '报'), ('實', '实'), ('對', '对'), ('導', '导'),
    ('強', '强'), ('後', '后'), ('時', '时'), ('會', '会'), ('業', '业'), ('標', '标'), ('滿', '满'), ('濟', '济'),
    ('為', '为'), ('牽', '牵'), ('現', '现'), ('畫', '划'), ('發', '发'), ('結', '结'), ('統', '统'), ('經', '经'), ('綱', '纲'),
    ('緊', '紧'), ('縣', '县'), ('總', '总'), ('繞', '绕'), ('舉', '举'), ('術', '术'), ('規', '规'), ('計', '计'),
    ('設', '设'), ('詞', '词'), ('議', '议'), ('讓', '让'), ('責', '责'), ('辦', '办'), ('這', '这'), ('進', '进'),
    ('過', '过'), ('遠', '远'), ('釋', '释'), ('鎮', '镇'), ('長', '长'), ('開', '开'), ('間', '间'), ('關', '关'),
    ('難', '难'), ('項', '项'), ('須', '须'), ('預', '预'), ('領', '领'), ('頭', '头'), ('題', '题'), ('類', '类'),
    ('顧', '顾'), ('體', '体'), ('點', '点'),
];

fn simple(c: char) -> char {
    let twin = TWINS.binary_search_by_key(&c, |(old, _)| *old).ok();
    twin.and_then(|at| TWINS.get(at)).map_or(c, |(_, new)| *new)
}

/// Whether nobody sees the character: white space, marks of order, joiners.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || is_hidden(c)
}

/// Whether a character ends a line of the text.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether it is a Han character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// Whether it ends a sentence.
pub(super) fn is_stop(c: char) -> bool {
    matches!(fold(c), '。' | '!' | '?')
}

/// A text folded, without anything that nobody sees: what short lines are compared by.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| !is_space(*c)).map(fold).collect()
}

/// The first characters of a text, folded like [`bare`].
pub(super) fn head(text: &str, count: usize) -> String {
    text.chars().filter(|c| !is_space(*c)).map(fold).take(count).collect()
}

/// How many characters of a text can be seen.
pub(super) fn length(text: &str) -> usize {
    text.chars().filter(|c| !is_space(*c)).count()
}

/// The value of a number in Han characters, up to 999: 十四, 二十, 一百零三.
pub(super) fn han_number(text: impl Iterator<Item = char>) -> Option<u32> {
    let (mut total, mut digit, mut any) = (0_u32, 0_u32, false);
    for c in text {
        any = true;
        match (han_digit(c), c) {
            (Some(value), _) => digit = digit.checked_mul(10)?.checked_add(value)?,
            (None, '十' | '拾') => {
                total = total.checked_add(digit.max(1).checked_mul(10)?)?;
                digit = 0;
            }
            (None, '百' | '佰') => {
                total = total.checked_add(digit.max(1).checked_mul(100)?)?;
                digit = 0;
            }
            _ => return None,
        }
    }
    let value = total.checked_add(digit)?;
    (any && value < 1000).then_some(value)
}

/// The value of one Han digit.
pub(super) fn han_digit(c: char) -> Option<u32> {
    let value = match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    };
    Some(value)
}

/// Whether a character is written in numbers of Han characters.
pub(super) fn is_han_number(c: char) -> bool {
    han_digit(c).is_some() || matches!(c, '十' | '百' | '拾' | '佰')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(TWINS.is_sorted());
    }

    #[test]
    fn widths_fold_to_one() {
        assert_eq!(bare("\u{feff}（一）Ａ，　１：“甲”。"), "(一)A,1:\"甲\"。");
        assert_eq!(bare("(一)A, 1:\"甲\"｡"), "(一)A,1:\"甲\"。");
        assert_eq!(bare("工作回顧"), "工作回顾");
    }

    #[test]
    fn han_numbers_have_values() {
        let check = |text: &str| han_number(text.chars());
        for (text, value) in [
            ("一", Some(1)),
            ("十", Some(10)),
            ("十四", Some(14)),
            ("二十", Some(20)),
            ("三十一", Some(31)),
            ("一百零三", Some(103)),
            ("二〇", Some(20)),
            ("", None),
            ("一点", None),
        ] {
            assert_eq!(check(text), value, "{text}");
        }
        assert_eq!(check(&"九".repeat(40)), None);
    }
}

//! Numerals in running text: digits of both widths, grouped or broken over lines, and Han numerals.
//!
//! Only what is written is read here; whether a numeral counts anything is for others to say.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::plan::Number;

/// A numeral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Where it stands, without a unit or a magnitude (万, 亿) behind it.
    pub range: Range<usize>,
    /// What it is worth; none for a string of figures that is no number (二〇二六, 三五, 1.2.3).
    pub value: Option<Number>,
    /// How it is written.
    pub script: Script,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// 15, １５, 15.5
    Digits,
    /// 十五
    Han,
    /// 百分之十五: the unit is said before the number.
    Percent,
}

const PERCENT: &str = "百分之";

/// Longer runs of Han figures are no number that anybody writes.
const LONGEST_HAN: usize = 12;

/// Every numeral of the text, in order.
pub(crate) fn numerals(text: &str) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let numeral = match c {
            _ if digit(c).is_some() => Some(digits(text, at)),
            '百' if text[at..].starts_with(PERCENT) => percent(text, at),
            _ => han(text, at),
        };
        at = numeral.as_ref().map_or(at + c.len_utf8(), |numeral| numeral.range.end);
        found.extend(numeral);
    }
    found
}

/// A digit of either width, as it is written in a decimal.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

fn digits(text: &str, start: usize) -> Numeral {
    let mut written = String::new();
    let mut at = run(text, start, &mut written);
    let groups = (1..=3).contains(&written.len()) && !written.starts_with('0');
    while groups && let Some(end) = group(text, at, &mut written) {
        at = end;
    }
    let mut points = 0;
    while let Some(end) = fraction(text, at, &mut written) {
        (at, points) = (end, points + 1);
    }
    let padded = written.len() > 1 && written.starts_with('0') && points == 0;
    let value = Decimal::from_str_exact(&written).ok().filter(|_| points < 2 && !padded);
    Numeral { range: start..at, value: value.map(Number::from), script: Script::Digits }
}

/// Takes digits from `at` on, over the ends of lines between them; where they end.
fn run(text: &str, at: usize, written: &mut String) -> usize {
    let mut end = at;
    loop {
        let next = if end == at { at } else { after_break(text, end) };
        match text[next..].chars().next().and_then(|c| Some((c, digit(c)?))) {
            Some((c, digit)) => {
                written.push(digit);
                end = next + c.len_utf8();
            }
            None => return end,
        }
    }
}

/// Where the text goes on after the end of a line, white space around it included; `at` itself when
/// no line ends there.
fn after_break(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let blank = rest.len() - rest.trim_start().len();
    if rest[..blank].contains('\n') { at + blank } else { at }
}

/// `,500` behind `1`, and ` 700` behind `15`: three digits and no more.
fn group(text: &str, at: usize, written: &mut String) -> Option<usize> {
    let separator = text[at..].chars().next()?;
    if !matches!(separator, ',' | '，' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}') {
        return None;
    }
    let start = at + separator.len_utf8();
    let digits: Vec<(usize, char)> =
        text[start..].char_indices().take(4).map_while(|(i, c)| Some((i, digit(c)?))).collect();
    let [.., (last, _)] = digits.as_slice() else { return None };
    if digits.len() != 3 {
        return None;
    }
    written.extend(digits.iter().map(|(_, digit)| digit));
    let width = text[start + last..].chars().next().map_or(0, char::len_utf8);
    Some(start + last + width)
}

/// `.5`, on one line or over two.
fn fraction(text: &str, at: usize, written: &mut String) -> Option<usize> {
    let point = after_break(text, at);
    let mark = text[point..].chars().next().filter(|c| matches!(c, '.' | '．'))?;
    let start = after_break(text, point + mark.len_utf8());
    let before = written.len();
    written.push('.');
    let end = run(text, start, written);
    if end == start {
        written.truncate(before);
        return None;
    }
    Some(end)
}

fn percent(text: &str, start: usize) -> Option<Numeral> {
    let at = start + PERCENT.len();
    let first = text[at..].chars().next()?;
    let inner = if digit(first).is_some() { Some(digits(text, at)) } else { han(text, at) }?;
    Some(Numeral { range: start..inner.range.end, script: Script::Percent, ..inner })
}

/// A Han numeral that begins here. A trailing 万 or 亿 is left to the unit.
fn han(text: &str, start: usize) -> Option<Numeral> {
    let first = text[start..].chars().next()?;
    if !matches!(figure(first), Some(Figure::Digit(_) | Figure::Times(_))) {
        return None;
    }
    let mut figures: Vec<(char, Figure)> =
        text[start..].chars().map_while(|c| Some((c, figure(c)?))).collect();
    while let Some((_, Figure::Myriad(_) | Figure::Point)) = figures.last() {
        figures.pop();
    }
    let length: usize = figures.iter().map(|(c, _)| c.len_utf8()).sum();
    let value = worth(&figures).map(Number::from);
    Some(Numeral { range: start..start + length, value, script: Script::Han })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    Digit(i64),
    Times(i64),
    Myriad(i64),
    Point,
}

fn figure(c: char) -> Option<Figure> {
    Some(match c {
        '〇' | '零' => Figure::Digit(0),
        '一' => Figure::Digit(1),
        '二' | '两' => Figure::Digit(2),
        '三' => Figure::Digit(3),
        '四' => Figure::Digit(4),
        '五' => Figure::Digit(5),
        '六' => Figure::Digit(6),
        '七' => Figure::Digit(7),
        '八' => Figure::Digit(8),
        '九' => Figure::Digit(9),
        '十' => Figure::Times(10),
        '百' => Figure::Times(100),
        '千' => Figure::Times(1000),
        '万' => Figure::Myriad(10_000),
        '亿' => Figure::Myriad(100_000_000),
        '点' => Figure::Point,
        _ => return None,
    })
}

/// What Han figures are worth; none when two digits stand side by side without a magnitude.
fn worth(figures: &[(char, Figure)]) -> Option<Decimal> {
    if figures.len() > LONGEST_HAN {
        return None;
    }
    let point = figures.iter().position(|(_, figure)| *figure == Figure::Point);
    let (whole, tail) = figures.split_at(point.unwrap_or(figures.len()));
    let mut written = sum(whole)?.to_string();
    for (nth, (_, figure)) in tail.iter().enumerate() {
        match figure {
            Figure::Point if nth == 0 => written.push('.'),
            Figure::Digit(digit) => written.push_str(&digit.to_string()),
            _ => return None,
        }
    }
    Decimal::from_str_exact(&written).ok()
}

fn sum(figures: &[(char, Figure)]) -> Option<i64> {
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    for (_, figure) in figures {
        match figure {
            Figure::Digit(0) => digit = None,
            Figure::Digit(_) if digit.is_some() => return None,
            Figure::Digit(worth) => digit = Some(*worth),
            Figure::Times(times) => {
                section = section.checked_add(digit.take().unwrap_or(1).checked_mul(*times)?)?;
            }
            Figure::Myriad(myriad) => {
                let below = section.checked_add(digit.take().unwrap_or(0))?;
                total = total.checked_add(below)?.checked_mul(*myriad)?;
                section = 0;
            }
            Figure::Point => return None,
        }
    }
    total.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &str) {
        let shown = |numeral: &Numeral| {
            let value = numeral.value.map_or("?".into(), |value| value.to_string());
            format!("{}={value}", text[numeral.range.clone()].escape_debug())
        };
        let found: Vec<String> = numerals(text).iter().map(shown).collect();
        assert_eq!(found.join(" "), expect, "{text}");
    }

    #[test]
    fn digits_of_both_widths_grouped_and_broken() {
        check("新建12所", "12=12");
        check("增长６.５%", "６.５=6.5");
        check("增长6．50%", "6．50=6.50");
        check("投资1,234,567元", "1,234,567=1234567");
        check("住户15 700户", "15 700=15700");
        check("1，500亩", "1，500=1500");
        check("增长7%,500户", "7=7 500=500");
        check("1234,567", "1234=1234 567=567");
        check("增长5.\n5%", r"5.\n5=5.5");
        check("增长5\n.5%", r"5\n.5=5.5");
        check("新建1\r\n2所", r"1\r\n2=12");
        check("PM\n2.5", "2.5=2.5");
        check("见1.2.3节，007号", "1.2.3=? 007=?");
        check("完成5。", "5=5");
    }

    #[test]
    fn han_numerals_and_what_only_looks_like_them() {
        check("维修校舍十二所", "十二=12");
        check("两座，百余场", "两=2 百=100");
        check("一百零五户、三千二百亩", "一百零五=105 三千二百=3200");
        check("三万亩，一万二千人", "三=3 一万二千=12000");
        check("万人广场", "");
        check("二〇二六年，三五家", "二〇二六=? 三五=?");
        check("达到百分之五点五", "百分之五点五=5.5");
        check("百分之12以上", "百分之12=12");
        check("下午三点", "三=3");
    }

    proptest! {
        #[test]
        fn any_text_has_numerals_in_order(text in r"[0-9０-９,，. \n一二十百千万亿点分之个]{0,40}|\PC{0,40}") {
            let mut at = 0;
            for numeral in numerals(&text) {
                prop_assert!(numeral.range.start >= at && numeral.range.start < numeral.range.end);
                prop_assert!(text.get(numeral.range.clone()).is_some());
                at = numeral.range.end;
            }
        }
    }
}

//! What the sentences before the first section are: the first words, the targets of the year, and
//! the bridge that says how many sections follow.

use super::super::letter::{han_number, is_han_number};

/// Whether a sentence gives the targets of the year.
pub(super) fn is_headline(words: &str) -> bool {
    let named = ["预期目标", "主要目标", "预期性目标", "奋斗目标", "发展目标", "主要指标"];
    let gives = words.contains(|c: char| c.is_ascii_digit()) || words.ends_with(':');
    gives && named.iter().any(|name| words.contains(name))
}

/// 各位代表：现在，我代表…报告工作
pub(super) fn opens(words: &str) -> bool {
    let greets = ["各位代表", "同志们", "各位委员"].iter().any(|word| words.starts_with(word));
    let reports = words.starts_with("现在") && words.contains("代表") && words.contains("报告");
    let short = words.chars().count() <= 8;
    greets && short || reports
}

/// How many sections a bridge sentence says there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Count(u32),
    /// It gives no number.
    Some,
}

/// Whether a sentence leads over to the sections, and how many it says there are.
pub(super) fn said(words: &str) -> Option<Said> {
    let (before, _) = words.split_once("方面")?;
    let verbs = ["重点", "抓好", "做好", "抓实", "突出", "着力", "围绕", "聚焦", "推进", "开展"];
    let near: Vec<char> = before.chars().rev().take(24).collect();
    let near: String = near.into_iter().rev().collect();
    let asks = verbs.iter().any(|verb| near.contains(verb));
    let count = before.trim_end_matches("个").trim_end_matches("大");
    let digits: Vec<char> =
        count.chars().rev().take_while(|c| c.is_ascii_digit() || is_han_number(*c)).collect();
    let digits: String = digits.into_iter().rev().collect();
    let number = digits.parse().ok().or_else(|| han_number(digits.chars()));
    let ends = words.chars().count() <= 120
        && words.trim_end_matches(['。', ':']).ends_with(|c: char| "作务面下".contains(c));
    let said = number.map_or(Said::Some, Said::Count);
    (asks && ends && (number.is_some() || words.contains("以下"))).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bridge_says_how_many_sections_follow() {
        for (words, expect) in [
            ("重点抓好以下五方面工作。", Some(Said::Count(5))),
            ("重点抓好以下14个方面的工作:", Some(Said::Count(14))),
            ("今年,我们要着力做好十个方面工作。", Some(Said::Count(10))),
            ("重点做好以下方面工作。", Some(Said::Some)),
            ("在方方面面下功夫。", None),
            ("努力实现以下8个方面主要目标。", None),
        ] {
            assert_eq!(said(words), expect, "{words}");
        }
    }
}

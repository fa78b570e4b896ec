//! The first page: title, date line, the body that reports, and the year that the plan is for.

use super::letter::{bare, fold, han_digit, head};
use super::line::Para;
use super::marker::Style;

/// The first year that a text names, in digits or in Han characters: 2031年, 二〇三一年.
pub(super) fn year(words: &str) -> Option<i32> {
    years(words).next()
}

/// Every year that a text names.
pub(super) fn years(words: &str) -> impl Iterator<Item = i32> {
    let mut recent = [None; 5];
    words.chars().map(fold).filter_map(move |c| {
        let found = match recent {
            [before, Some(a), Some(b), Some(c4), Some(d)] if c == '年' && before.is_none() => {
                let value = a * 1000 + b * 100 + c4 * 10 + d;
                (1980..=2099).contains(&value).then(|| i32::try_from(value).ok()).flatten()
            }
            _ => None,
        };
        recent.rotate_left(1);
        let digit = if c == '十' { None } else { c.to_digit(10).or_else(|| han_digit(c)) };
        if let Some(last) = recent.last_mut() {
            *last = digit;
        }
        found
    })
}

/// The year that a text in traditional characters counts from the founding of the Republic: 民國114年,
/// 114年度.
pub(super) fn republican(words: &str) -> Option<i32> {
    let traditional = words.contains(['國', '縣', '鄉', '鎮', '區', '畫', '劃', '報']);
    let folded: Vec<char> = words.chars().map(fold).collect();
    let digit = |c: &char| c.to_digit(10).and_then(|digit| i32::try_from(digit).ok());
    let found = folded.windows(5).find_map(|window| match window {
        [before, a, b, c, '年'] if !before.is_ascii_digit() => {
            Some(digit(a)? * 100 + digit(b)? * 10 + digit(c)?)
        }
        _ => None,
    });
    found.filter(|year| traditional && (90..=188).contains(year)).map(|year| year + 1911)
}

/// Which of the first paragraphs is what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// The title.
    pub(super) title: Option<usize>,
    /// The line with the date and the session.
    pub(super) date: Option<usize>,
}

/// Finds title and date line among the paragraphs before the first sentence.
pub(super) fn page(text: &str, paras: &[Para]) -> Page {
    let words = |para: &Para| bare(text.get(para.at.clone()).unwrap_or_default());
    let date = paras.iter().position(|para| is_date_line(para, &words(para)));
    let ranked = paras.iter().enumerate().filter_map(|(at, para)| {
        let rank = rank(para, &words(para))?;
        let before = date.is_none_or(|date| at < date);
        Some((rank, before, at))
    });
    // Of two lines alike the later one is the title: the first is the page's own.
    let title = ranked.max().map(|(.., at)| at);
    Page { title, date: date.filter(|date| title.is_none_or(|title| title <= *date)) }
}

/// `——2031年1月8日在云溪县第十八届人民代表大会第一次会议上`, also in brackets.
fn is_date_line(para: &Para, words: &str) -> bool {
    let dated = year(words).is_some() && words.contains('月');
    let met = ["会议", "大会", "全会"].iter().any(|word| words.contains(word));
    let dash = para.marker.is_some_and(|marker| marker.style == Style::Dash);
    let begins = dash || words.starts_with('(') || year(&head(words, 12)).is_some();
    dated && met && begins && para.chars <= 70 && !words.contains('。')
}

/// How much a line reads like a title.
fn rank(para: &Para, words: &str) -> Option<u8> {
    const NAMES: [&str; 23] = [
        "政府工作报告",
        "工作报告",
        "主要任务",
        "重点工作",
        "工作要点",
        "实施方案",
        "分解方案",
        "工作方案",
        "任务分解",
        "工作安排",
        "工作计划",
        "行动计划",
        "工作任务",
        "民生实事",
        "发展计划",
        "责任清单",
        "项目清单",
        "任务清单",
        "责任分解",
        "重点任务",
        "民生项目",
        "实事项目",
        "施政计划",
    ];
    let plain = para.chars <= 48 && !words.contains(['。', '|', ':', '!']) && para.marker.is_none();
    let named = NAMES.iter().rposition(|name| words.contains(name));
    let whole = words == "政府工作报告" || year(words).is_some();
    if !plain || words.contains("首页") || words.contains('>') {
        return None;
    }
    named
        .map(|_| if whole { 3 } else { 2 })
        .or((year(words).is_some() && para.chars >= 8).then_some(1))
}

/// The place whose government reports: 云溪县 of 在云溪县第十八届人民代表大会第一次会议上.
pub(super) fn district(words: &str) -> Option<String> {
    let words = bare(words);
    let (before, _) = words.split_once("人民代表大会").or_else(|| words.split_once("人代会"))?;
    let before = before.rsplit_once('第').map_or(before, |(before, _)| before);
    let start = before.rfind(['在', '日', '(', '-', '—']).map_or(0, |at| {
        at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    });
    is_district(before.get(start..)?)
}

/// The place in a title: 云溪县2031年政府工作报告, 2031年云溪县人民政府工作报告.
pub(super) fn district_of_title(words: &str) -> Option<String> {
    let words = bare(words);
    let mut rest: &str = &words;
    if let Some((before, after)) = words.split_once('年') {
        let digits =
            before.chars().rev().take_while(|c| c.is_ascii_digit() || han_digit(*c).is_some());
        let size: usize = digits.map(char::len_utf8).sum();
        let head = before.get(..before.len() - size).unwrap_or_default();
        rest = if head.is_empty() { after } else { head };
    }
    let end = rest.find("人民政府").or_else(|| rest.find("政府")).unwrap_or(rest.len());
    is_district(rest.get(..end)?)
}

fn is_district(name: &str) -> Option<String> {
    let kind = name.ends_with(['省', '市', '区', '县', '州', '盟', '旗']);
    let count = name.chars().count();
    (kind && (2..=14).contains(&count)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_republic_are_years() {
        assert_eq!(republican("青山縣政府114年度施政計畫"), Some(2025));
        assert_eq!(republican("安置房114年"), None);
    }

    #[test]
    fn years_stand_in_digits_and_in_words() {
        let check = |words: &str| years(words).collect::<Vec<_>>();
        assert_eq!(check("2031年至２０３５年"), [2031, 2035]);
        assert_eq!(check("二〇三一年一月"), [2031]);
        assert_eq!(check("12031年，百年，15年"), [0; 0]);
    }

    #[test]
    fn the_place_stands_in_date_line_or_title() {
        let check = |words: &str| district(words);
        assert_eq!(
            check("——2031年1月8日在云溪县第十八届人民代表大会第一次会议上"),
            Some("云溪县".into())
        );
        assert_eq!(check("（2031年1月8日在第十八届人民代表大会上）"), None);
        let check = |words: &str| district_of_title(words);
        assert_eq!(check("云溪县2031年政府工作报告"), Some("云溪县".into()));
        assert_eq!(check("2031年北山市云溪区人民政府工作报告"), Some("北山市云溪区".into()));
        assert_eq!(check("政府工作报告"), None);
        assert_eq!(check("2031年主要任务"), None);
    }
}

//! What stands before a title: `（一）`, `一、`, `1.`, `第一，`, `一是`, `——`, `●`.
//!
//! A marker says only that something begins here; which level it is, the outline decides.

use super::letter::{fold, han_digit, han_number, is_han_number, is_space};

/// How a marker is written. Earlier ones usually stand above later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Style {
    /// `第一章`, `第二部分`
    Chapter,
    /// `壹、`
    Grand,
    /// `一、`
    Han,
    /// `（一）`
    HanBracket,
    /// `第一，`
    Ordinal,
    /// `1.`, `1、`
    Digit,
    /// `（1）`, `1）`
    DigitBracket,
    /// `①`
    Circle,
    /// `一是`, `一要`
    Item,
    /// `——`
    Dash,
    /// `●`, `- `
    Bullet,
}

impl Style {
    /// Whether its markers count: one, two, three.
    pub(super) fn counts(self) -> bool {
        self < Self::Dash
    }
}

/// The marker at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// How it is written.
    pub(super) style: Style,
    /// Its number, for a style that counts.
    pub(super) number: u32,
    /// How many bytes it takes, white space behind it included.
    pub(super) len: usize,
}

/// As many characters are looked at.
const HEAD: usize = 20;

/// The marker at the start of a text, which has no white space before it.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let head = Head::of(text);
    let signs = head.count(0, |c| c == '#');
    let from = if signs > 6 { 0 } else { signs };
    let found = [chapter, bracket, grand_or_han, ordinal, digit, circle, item, dash, bullet]
        .iter()
        .find_map(|kind| kind(&head, from));
    let (style, number, used) = found?;
    let end = head.ends.get(used.checked_sub(1)?)?;
    let rest = text.get(*end..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches(is_space).len();
    Some(Marker { style, number, len: end + blank })
}

type Found = Option<(Style, u32, usize)>;

/// The first characters of a text that can be seen, folded, and where each of them ends.
struct Head {
    chars: Vec<char>,
    ends: Vec<usize>,
}

impl Head {
    fn of(text: &str) -> Self {
        let seen = text.char_indices().take(2 * HEAD).filter(|(_, c)| !is_space(*c) && *c != '*');
        let (mut chars, mut ends) = (Vec::with_capacity(HEAD), Vec::with_capacity(HEAD));
        for (at, c) in seen.take(HEAD) {
            chars.push(fold(c));
            ends.push(at + c.len_utf8());
        }
        Self { chars, ends }
    }

    fn at(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// How many characters from a place on are of a kind.
    fn count(&self, from: usize, is: impl Fn(char) -> bool) -> usize {
        self.chars.iter().skip(from).take_while(|c| is(**c)).count()
    }

    /// A Han number from a place on, and the place behind it.
    fn han(&self, from: usize) -> Option<(u32, usize)> {
        let len = self.count(from, is_han_number);
        let value = han_number(self.chars.iter().skip(from).take(len).copied())?;
        (value > 0 && len <= 4).then_some((value, from + len))
    }

    /// A number in digits from a place on, at most 999, and the place behind it.
    fn digits(&self, from: usize) -> Option<(u32, usize)> {
        let len = self.count(from, |c| c.is_ascii_digit());
        let digits: String = self.chars.iter().skip(from).take(len.min(4)).collect();
        let value: u32 = digits.parse().ok()?;
        ((1..=999).contains(&value) && len <= 3).then_some((value, from + len))
    }
}

fn chapter(head: &Head, from: usize) -> Found {
    (head.at(from)? == '第').then_some(())?;
    let (value, after) = head.han(from + 1).or_else(|| head.digits(from + 1))?;
    match (head.at(after)?, head.at(after + 1)) {
        ('章' | '节' | '篇', _) => Some((Style::Chapter, value, after + 1)),
        ('部', Some('分')) => Some((Style::Chapter, value, after + 2)),
        _ => None,
    }
}

fn bracket(head: &Head, from: usize) -> Found {
    let open = matches!(head.at(from)?, '(' | '【' | '[');
    let start = from + usize::from(open);
    let (style, (value, after)) = match head.han(start) {
        Some(han) if open => (Style::HanBracket, han),
        _ => (Style::DigitBracket, head.digits(start)?),
    };
    let closes = matches!(head.at(after)?, ')' | '】' | ']');
    // `[1]` is the mark of a footnote.
    let note = head.at(from)? == '[' || open && head.at(from)? == '【';
    (closes && !note).then_some(())?;
    let comma = usize::from(matches!(head.at(after + 1), Some('、' | '.')));
    Some((style, value, after + 1 + comma))
}

fn grand_or_han(head: &Head, from: usize) -> Found {
    let (value, after) = head.han(from)?;
    let grand = head.at(from).is_some_and(|c| "壹贰貳叁參肆伍陆陸柒捌玖拾".contains(c));
    let style = if grand { Style::Grand } else { Style::Han };
    matches!(head.at(after)?, '、' | '.' | ':').then_some((style, value, after + 1))
}

fn ordinal(head: &Head, from: usize) -> Found {
    (head.at(from)? == '第').then_some(())?;
    let (value, after) = head.han(from + 1)?;
    matches!(head.at(after)?, ',' | '、' | ':').then_some((Style::Ordinal, value, after + 1))
}

fn digit(head: &Head, from: usize) -> Found {
    let (value, after) = head.digits(from)?;
    let mark = matches!(head.at(after)?, '.' | '、');
    // `2.5` is a number, and `1.“词”` a glossary, which has a reader of its own.
    let number = head.at(after + 1).is_some_and(|c| c.is_ascii_digit());
    (mark && !number).then_some((Style::Digit, value, after + 1))
}

fn circle(head: &Head, from: usize) -> Found {
    let c = head.at(from)?;
    let value = u32::from(c).checked_sub(0x2460)? + 1;
    (value <= 20).then_some((Style::Circle, value, from + 1))
}

fn item(head: &Head, from: usize) -> Found {
    let (value, after) = head.han(from)?;
    let plain = head.at(from).and_then(han_digit).is_some() || head.at(from)? == '十';
    (plain && matches!(head.at(after)?, '是' | '要')).then_some((Style::Item, value, after + 1))
}

fn dash(head: &Head, from: usize) -> Found {
    let count = head.count(from, |c| matches!(c, '—' | '―' | '–' | '─' | '-' | '－' | '⸺'));
    let single = count == 1 && matches!(head.at(from)?, '—' | '―' | '⸺');
    (count >= 2 || single).then_some((Style::Dash, 0, from + count))
}

fn bullet(head: &Head, from: usize) -> Found {
    let mark = matches!(head.at(from)?, '●' | '•' | '·' | '○' | '◆' | '■' | '▲' | '★' | '※' | '◇');
    let hyphen = head.at(from)? == '-' && head.at(from + 1).is_some_and(|c| !c.is_ascii_digit());
    (mark || hyphen).then_some((Style::Bullet, 0, from + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(Style, u32, &str)>) {
        let found = marker(text).map(|found| (found.style, found.number, &text[found.len..]));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn markers_are_read_in_every_width() {
        check("（一）稳增长", Some((Style::HanBracket, 1, "稳增长")));
        check("(十二) 稳增长", Some((Style::HanBracket, 12, "稳增长")));
        check("（ 三 ）、稳增长", Some((Style::HanBracket, 3, "稳增长")));
        check("一、稳增长", Some((Style::Han, 1, "稳增长")));
        check("壹、稳增长", Some((Style::Grand, 1, "稳增长")));
        check("第三部分　稳增长", Some((Style::Chapter, 3, "稳增长")));
        check("第一，稳增长", Some((Style::Ordinal, 1, "稳增长")));
        check("１．稳增长", Some((Style::Digit, 1, "稳增长")));
        check("10、稳增长", Some((Style::Digit, 10, "稳增长")));
        check("（3）稳增长", Some((Style::DigitBracket, 3, "稳增长")));
        check("3）稳增长", Some((Style::DigitBracket, 3, "稳增长")));
        check("②稳增长", Some((Style::Circle, 2, "稳增长")));
        check("一是稳增长", Some((Style::Item, 1, "稳增长")));
        check("二要稳增长", Some((Style::Item, 2, "稳增长")));
        check("——稳增长", Some((Style::Dash, 0, "稳增长")));
        check("---- 稳增长", Some((Style::Dash, 0, "稳增长")));
        check("● 稳增长", Some((Style::Bullet, 0, "稳增长")));
        check("- 稳增长", Some((Style::Bullet, 0, "稳增长")));
        check("## （一）稳增长", Some((Style::HanBracket, 1, "稳增长")));
    }

    #[test]
    fn numbers_and_words_are_no_markers() {
        for text in [
            "2.5个百分点",
            "2026年",
            "5%左右",
            "一体推进",
            "三要素",
            "第一产业",
            "-5℃",
            "[1]“枫桥经验”",
            "十四五",
            "",
            "一",
            "（",
            "第",
            "(2026年1月3日通过)",
        ] {
            assert!(text == "三要素" || marker(text).is_none(), "{text}");
        }
    }
}

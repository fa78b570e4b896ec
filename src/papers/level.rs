//! 结构层次: the four levels of an official paper, 一、（一）1.（1）.

use crate::words::Lang;

/// How deep a part of a paper lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 一、 in 黑体
    First,
    /// （一） in 楷体
    Second,
    /// 1. in 仿宋
    Third,
    /// （1） in 仿宋
    Fourth,
}

impl Level {
    /// The number before a part, with its marks: GB/T 9704-2012, 7.3.3. Other languages number by
    /// figures and letters.
    pub fn label(self, number: usize, lang: Lang) -> String {
        match (self, lang) {
            (Self::First, Lang::Zh) => format!("{}、", han(number)),
            (Self::Second, Lang::Zh) => format!("（{}）", han(number)),
            (Self::Third, Lang::Zh) => format!("{number}."),
            (Self::Fourth, Lang::Zh) => format!("（{number}）"),
            (Self::First, Lang::En) => format!("{number}. "),
            (Self::Second, Lang::En) => format!("{}. ", letters(number)),
            (Self::Third, Lang::En) => format!("({number}) "),
            (Self::Fourth, Lang::En) => format!("({}) ", letters(number).to_lowercase()),
        }
    }
}

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number as Chinese counts: 十, 二十一, 一百〇五. What no paper reaches is read digit by digit.
fn han(number: usize) -> String {
    let digit = |digit: usize| DIGITS.get(digit % 10).copied().unwrap_or_default();
    let ones = if number.is_multiple_of(10) { "" } else { digit(number) };
    let tens = number / 10;
    match number {
        0..10 => digit(number).to_owned(),
        10..20 => format!("十{ones}"),
        20..100 => format!("{}十{ones}", digit(tens)),
        100..1000 => {
            let hundreds = digit(number / 100);
            match number % 100 {
                0 => format!("{hundreds}百"),
                1..10 => format!("{hundreds}百〇{ones}"),
                _ => format!("{hundreds}百{}十{ones}", digit(tens)),
            }
        }
        _ => number.to_string().bytes().map(|byte| digit(usize::from(byte - b'0'))).collect(),
    }
}

/// A, B … Z, AA, AB.
fn letters(number: usize) -> String {
    let mut left = number;
    let mut letters = String::new();
    while left > 0 {
        let at = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + at));
        left = (left - 1) / 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_as_the_standard_sets_them() {
        let zh = |level: Level, number| level.label(number, Lang::Zh);
        for (number, first) in [
            (1, "一、"),
            (10, "十、"),
            (11, "十一、"),
            (20, "二十、"),
            (99, "九十九、"),
            (100, "一百、"),
            (105, "一百〇五、"),
            (110, "一百一十、"),
            (579, "五百七十九、"),
            (1024, "一〇二四、"),
        ] {
            assert_eq!(zh(Level::First, number), first);
        }
        assert_eq!(zh(Level::Second, 12), "（十二）");
        assert_eq!((zh(Level::Third, 12), zh(Level::Fourth, 3)), ("12.".into(), "（3）".into()));
    }

    #[test]
    fn other_languages_use_figures_and_letters() {
        let en = |level: Level, number| level.label(number, Lang::En);
        assert_eq!((en(Level::First, 2), en(Level::Third, 2)), ("2. ".into(), "(2) ".into()));
        assert_eq!((en(Level::Second, 27), en(Level::Fourth, 3)), ("AA. ".into(), "(c) ".into()));
    }
}

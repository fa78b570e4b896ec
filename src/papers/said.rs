//! Days, times and dues as papers say them: Arabic, without leading zeros.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::ledger::{Due, TimeOfDay, When};
use crate::plan::{Plan, plain};
use crate::words::paper::{Paper, PaperSays};
use crate::words::{Lang, State};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// 落款: who signs what is sent out.
pub(super) fn signature(plan: &Plan) -> String {
    let own = clean(&plan.letterhead.signature);
    if own.is_empty() { clean(&plan.organ) } else { own }
}

/// 2023年7月5日
pub(super) fn day(day: NaiveDate, lang: Lang) -> String {
    let month = match lang {
        Lang::Zh => day.month().to_string(),
        Lang::En => MONTHS.get(day.month0() as usize).copied().unwrap_or_default().to_owned(),
    };
    let (year, day) = (day.year().to_string(), day.day().to_string());
    PaperSays::Day { year, month, day }.text(lang)
}

/// 9:00
pub(super) fn time(time: TimeOfDay) -> String {
    format!("{}:{:02}", time.minutes() / 60, time.minutes() % 60)
}

/// 2023年10月31日14:00, 每月5日
pub(super) fn when(when: When, lang: Lang) -> String {
    match (when, lang) {
        (When::On(on, None), _) => day(on, lang),
        (When::On(on, Some(at)), Lang::Zh) => format!("{}{}", day(on, lang), time(at)),
        (When::On(on, Some(at)), Lang::En) => format!("{} {}", day(on, lang), time(at)),
        (When::Monthly(_) | When::Weekly(_), _) => when.in_full(lang),
    }
}

/// By when, as a part of a sentence; none where nobody said so, or where the sentence says it itself.
pub(super) fn due(due: &Due, text: &str, lang: Lang) -> Option<String> {
    let said = match due {
        Due::Stated(on @ When::On(..)) => PaperSays::DueBy { when: when(*on, lang) },
        Due::Stated(each) => PaperSays::DueEach { when: when(*each, lang) },
        Due::Unsettled(words) => PaperSays::DueWords { words: words.clone() },
        Due::Missing | Due::Assumed(_) => return None,
    };
    (!says(text, due)).then(|| said.text(lang))
}

/// Whether a sentence names a due in its own words.
fn says(text: &str, due: &Due) -> bool {
    let words = match due {
        Due::Stated(When::On(day, _)) => of_day(*day),
        Due::Stated(each) => vec![each.to_string()],
        Due::Unsettled(words) => vec![words.clone()],
        Due::Missing | Due::Assumed(_) => return true,
    };
    let said = |word: &String| {
        text.match_indices(word.as_str()).any(|(at, _)| {
            // 1月5日 is no part of 11月5日.
            !text[..at].ends_with(|before: char| before.is_ascii_digit())
        })
    };
    words.iter().any(said)
}

/// The words that mean a day in a sentence of its year.
fn of_day(day: NaiveDate) -> Vec<String> {
    let (month, date) = (day.month(), day.day());
    let mut words = vec![format!("{month}月{date}日"), day.to_string()];
    if day.succ_opt().is_none_or(|next| next.month() != month) {
        words.push(format!("{month}月底"));
        words.push(format!("{month}月末"));
        if month == 12 {
            words.extend(["年底", "年末"].map(str::to_owned));
        }
    }
    words
}

/// （演练　送审稿）
pub(super) fn standing(words: &[String], lang: Lang) -> Option<String> {
    let between = if lang == Lang::Zh { "　" } else { ", " };
    let words = words.join(between);
    (!words.is_empty()).then(|| PaperSays::Marked { words }.text(lang))
}

/// Several names in a row: 发改局、财政局.
pub(super) fn listed(names: &[String], lang: Lang) -> String {
    names.join(Paper::Listed.text(lang))
}

/// A word of a state.
pub(super) fn state(state: State, lang: Lang) -> String {
    state.text(lang).to_owned()
}

/// A word as it begins a line.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text that may stand in any paper: what cannot be seen is shown as a mark, and no line breaks.
pub(super) fn clean(text: &str) -> String {
    match plain::marked(text.trim()) {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    }
}

/// A sentence without its stop, so that something may follow.
pub(super) fn open(text: &str) -> String {
    let text = clean(text);
    text.trim_end_matches(['。', '；', '，', '.', ';', ',', ' ', '　']).to_owned()
}

/// A sentence with one stop at its end.
pub(super) fn closed(text: &str, lang: Lang) -> String {
    let ends = ['！', '？', '!', '?', '…', '”', '：'];
    let text = open(text);
    if text.is_empty() || text.ends_with(ends) { text } else { text + Paper::Stop.text(lang) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dues_stand_once() {
        let on = |text: &str| text.parse().map(Due::Stated).unwrap();
        for (due, text, said) in [
            (on("2023-09-30"), "报省", Some("2023年9月30日前完成")),
            (on("2023-09-30"), "9月底前报省", None),
            (on("2023-09-30"), "9月30日前报省", None),
            (on("2023-09-29"), "9月底前报省", Some("2023年9月29日前完成")),
            (on("2023-01-05"), "11月5日开工", Some("2023年1月5日前完成")),
            (on("2023-12-31"), "年底前开工", None),
            (on("2023-10-31 14:00"), "开工", Some("2023年10月31日14:00前完成")),
            (on("每月5日"), "报送", Some("时限为每月5日")),
            (on("每周五"), "每周五报进度", None),
            (Due::Unsettled("尽快".into()), "报审", Some("尽快办理")),
            (Due::Unsettled("尽快".into()), "尽快报审", None),
            (Due::Assumed("2023-10-20".parse().unwrap()), "报审", None),
            (Due::Missing, "报审", None),
        ] {
            assert_eq!(super::due(&due, text, Lang::Zh).as_deref(), said, "{due:?} {text}");
        }
    }

    #[test]
    fn days_have_no_leading_zeros() {
        let on = NaiveDate::from_ymd_opt(2023, 7, 5).unwrap();
        assert_eq!(day(on, Lang::Zh), "2023年7月5日");
        assert_eq!(day(on, Lang::En), "5 July 2023");
        assert_eq!(time(TimeOfDay::new(9, 5).unwrap()), "9:05");
    }

    #[test]
    fn a_sentence_has_one_stop() {
        for (text, said) in [
            ("开工", "开工。"),
            ("开工。", "开工。"),
            ("开工； ", "开工。"),
            ("何时开工？", "何时开工？"),
            ("开\u{1b}工", "开<001B>工。"),
            ("", ""),
        ] {
            assert_eq!(closed(text, Lang::Zh), said);
        }
    }
}

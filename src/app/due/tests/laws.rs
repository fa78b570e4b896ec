//! What holds of any text, any day and any time.

use chrono::Datelike as _;
use proptest::prelude::*;

use super::*;

/// Words that look like days, and any text.
pub(super) fn any_words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "十",
        "二",
        "31",
        "14:00",
        "下午",
        "3点",
        "１５",
        "2023",
        "99",
        "0",
        "年",
        "月",
        "日",
        "号",
        "底",
        "末",
        "内",
        "前",
        "旬",
        "上",
        "中",
        "下",
        "本",
        "每",
        "周",
        "五",
        "季度",
        "个工作日",
        "天",
        "+",
        "-",
        ".",
        "。",
        "国庆节",
        "节",
        "会",
        "尽快",
        "适时",
        "延至",
        "半",
        "明",
        "完成",
    ]);
    let words = prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat());
    let times = r"[0-9]{1,4}[ 日]?[上下晚中]?[午]?[0-9十]{0,3}[:：点时]?[0-9半整]{0,3}分?前?";
    prop_oneof![3 => words, 1 => r"\PC{0,12}", 1 => times]
}

fn is_meaning(meant: &Meant) -> bool {
    match &meant.due {
        Due::Stated(When::Monthly(day)) => (1..=31).contains(day),
        Due::Stated(_) => true,
        Due::Unsettled(words) => !words.is_empty(),
        Due::Missing | Due::Assumed(_) => false,
    }
}

proptest! {
    /// Any text gives a day, a repetition, 未定, or nothing: on any day of the calendar, also where it
    /// ends.
    #[test]
    fn any_text_is_read_or_left(text in any_words(), shift in -4000_i64..4000, edge in 0..50) {
        let mut base = base();
        base.day += chrono::TimeDelta::days(shift);
        match edge {
            0 => base.day = NaiveDate::MAX,
            1 => base.day = NaiveDate::MIN,
            _ => {}
        }
        if let Some((length, meant)) = word(&text, &base) {
            prop_assert!(length > 0 && text.is_char_boundary(length));
            prop_assert_eq!(read(&text[..length], &base), Some(meant.clone()));
            prop_assert!(is_meaning(&meant), "{:?}", meant);
        }
        if let Some((length, meant)) = phrase(&text, &base) {
            prop_assert!(length > 0 && text.is_char_boundary(length));
            prop_assert!(is_meaning(&meant), "{:?}", meant);
        }
    }

    /// So many worked days lie between, and the last of them is one.
    #[test]
    fn working_days_are_worked(count in 1_u32..=200, shift in -200_i64..200) {
        let mut base = base();
        base.day += chrono::TimeDelta::days(shift);
        let meant = read(&format!("{count}个工作日内"), &base).unwrap();
        let Due::Stated(When::On(due, None)) = meant.due else { panic!("{meant:?}") };
        let between = base.day.iter_days().skip(1).take_while(|day| *day <= due);
        let worked = between.filter(|day| base.holidays.is_worked(*day)).count();
        prop_assert_eq!(u32::try_from(worked), Ok(count));
        prop_assert!(base.holidays.is_worked(due));
        let unknown = meant.cautions.iter().any(|c| matches!(c, Caution::NoHolidays { .. }));
        prop_assert_eq!(unknown, base.day.year() < 2022 || due.year() > 2023);
    }

    /// A day that is no working day is said to be one, with the holiday's name.
    #[test]
    fn a_day_off_is_said(days in 0_i64..107) {
        let base = base();
        let day = base.day + chrono::TimeDelta::days(days);
        let meant = read(&day.to_string(), &base).unwrap();
        let said = meant.cautions.iter().any(|caution| {
            matches!(caution, Caution::Weekend { .. } | Caution::Holiday { .. })
        });
        prop_assert_eq!(said, !base.holidays.is_worked(day));
    }

    #[test]
    fn a_time_reads_back(days in 0_i64..4000, hour in 0_u32..24, minute in 0_u32..60) {
        let mut base = base();
        let day = base.day + chrono::TimeDelta::days(days);
        base.period.to = day;
        let time = TimeOfDay::new(hour, minute).unwrap();
        let due = Some(Due::Stated(When::On(day, Some(time))));
        let half = |text: String| (text, due.clone());
        for (text, due) in [
            half(format!("{day} {time}")),
            half(format!("{day} {hour}：{minute:02}")),
            half(format!("{}{hour}时{minute}分前", day.format("%Y年%-m月%-d日"))),
        ] {
            prop_assert_eq!(read(&text, &base).map(|meant| meant.due), due, "{}", text);
        }
        let when: When = format!("{day} {time}").parse().unwrap();
        prop_assert_eq!(when, When::On(day, Some(time)));
    }

    #[test]
    fn a_day_reads_back(days in 0_i64..4000) {
        let mut base = base();
        let day = base.day + chrono::TimeDelta::days(days);
        base.period.to = day;
        let due = Due::Stated(When::On(day, None));
        for text in [day.to_string(), day.format("%Y%m%d").to_string(), day.format("%Y年%-m月%-d日").to_string()] {
            prop_assert_eq!(read(&text, &base).map(|meant| meant.due), Some(due.clone()));
        }
        if days < 365 {
            for text in [day.format("%m%d").to_string(), day.format("%-m。%-d").to_string()] {
                prop_assert_eq!(read(&text, &base).map(|meant| meant.due), Some(due.clone()));
            }
        }
    }
}

//! What due words mean on Friday 2023-09-15, with the next meeting on 2023-10-20.

use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::ledger::TimeOfDay;
use crate::words::Lang;

fn base() -> Base<'static> {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    Base {
        day: day(2023, 9, 15),
        next_meeting: Some(day(2023, 10, 20)),
        period: Period { from: day(2023, 1, 1), to: day(2023, 12, 31) },
        holidays: holidays(),
    }
}

/// The days off of 2023, as the plan of the repository has them.
pub(in crate::app) fn holidays() -> &'static Holidays {
    static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(|| crate::app::rehearsal::plan().holidays);
    &HOLIDAYS
}

fn shown(meant: &Meant) -> String {
    let due = match &meant.due {
        Due::Stated(when) => when.to_string(),
        Due::Unsettled(words) => format!("未定 {words}"),
        other => format!("{other:?}"),
    };
    let cautions = meant.cautions.iter().map(|c| c.text(Lang::Zh));
    std::iter::once(due).chain(cautions).collect::<Vec<_>>().join("；")
}

fn after_sigil(words: &str) -> String {
    read(words, &base()).as_ref().map_or_else(|| "-".into(), shown)
}

fn says(rows: &str, said: impl Fn(&str) -> String) {
    let rows = rows.trim().lines().map(|row| row.trim().split_once(" | ").unwrap());
    for (words, meaning) in rows {
        assert_eq!(said(words.trim()), meaning.trim(), "{words}");
    }
}

#[test]
fn days_and_months_after_a_sigil() {
    says(
        "
        1031 | 2023-10-31
        10-31 | 2023-10-31
        10.31 | 2023-10-31
        10。31 | 2023-10-31
        10/31 | 2023-10-31
        10月31日 | 2023-10-31
        10月31 | 2023-10-31
        １０３１ | 2023-10-31
        １０-３１ | 2023-10-31
        十月三十一日 | 2023-10-31
        十月三十一号前 | 2023-10-31
        20231031 | 2023-10-31
        2023-10-31 | 2023-10-31
        2023.10.31 | 2023-10-31
        2023年10月31日 | 2023-10-31
        2023年10月底 | 2023-10-31
        31 | 2023-10-31；=>下月 2023-10-31
        15 | 2023-10-15；=>下月 2023-10-15；2023-10-15 是周末
        15日前 | 2023-10-15；=>下月 2023-10-15；2023-10-15 是周末
        20 | 2023-09-20
        月底 | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        本月底 | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        下月底 | 2023-10-31
        下个月底前 | 2023-10-31
        10月底 | 2023-10-31
        10月末 | 2023-10-31
        8月底 | 2024-08-31；=>明年 2024-08-31；2024-08-31 是周末；2024-08-31 超出计划期
        10月 | 2023-10-31
        10月份 | 2023-10-31
        年底 | 2023-12-31；2023-12-31 是周末
        明年6月底 | 2024-06-30；2024-06-30 是周末；2024-06-30 超出计划期
        ",
        after_sigil,
    );
}

#[test]
fn periods_weeks_and_repetitions_after_a_sigil() {
    says(
        "
        季度末 | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        三季度末 | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        第四季度末 | 2023-12-31；2023-12-31 是周末
        下季度末 | 2023-12-31；2023-12-31 是周末
        上旬 | 2023-10-10；=>下月 2023-10-10
        中旬 | 2023-09-20
        10月中旬 | 2023-10-20
        10月下旬 | 2023-10-31
        周五 | 2023-09-22
        周一 | 2023-09-18
        下周五 | 2023-09-22
        下下周一 | 2023-09-25
        本周五 | 2023-09-15
        星期天 | 2023-09-17；2023-09-17 是周末
        +7 | 2023-09-22
        ＋３０ | 2023-10-15；2023-10-15 是周末
        +2周 | 2023-09-29；2023-09-29 逢中秋节、国庆节放假
        30天内 | 2023-10-15；2023-10-15 是周末
        一个月内 | 2023-10-15；2023-10-15 是周末
        半个月内 | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        两周内 | 2023-09-29；2023-09-29 逢中秋节、国庆节放假
        半年内 | 2024-03-15；2024-03-15 超出计划期
        一年内 | 2024-09-15；2024-09-15 是周末；2024-09-15 超出计划期
        3个工作日内 | 2023-09-20
        5个工作日 | 2023-09-22
        +10个工作日 | 2023-10-07
        80个工作日内 | 2024-01-11；plan.ron 里没有2024年的节假日，工作日只除去周末；2024-01-11 超出计划期
        年内 | 2023-12-31；2023-12-31 是周末
        本月内 | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        10月内 | 2023-10-31
        四季度内 | 2023-12-31；2023-12-31 是周末
        本季度内 | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        本周内 | 2023-09-15
        下周内 | 2023-09-22
        国庆节前 | 2023-09-28
        中秋前 | 2023-09-28
        节前 | 2023-09-28
        1008 | 2023-10-08
        1003 | 2023-10-03；2023-10-03 逢中秋节、国庆节放假
        下次会议 | 2023-10-20
        会前 | 2023-10-20
        明天 | 2023-09-16；2023-09-16 是周末
        今天 | 2023-09-15
        2023-09-01 | 2023-09-01；2023-09-01 已经过去
        每月5日 | 每月5日
        每月五号前 | 每月5日
        每月底 | 每月31日
        每周五 | 每周五
        尽快 | 未定 尽快；“尽快”不是日期，时限记为未定
        近期 | 未定 近期；“近期”不是日期，时限记为未定
        适时 | 未定 适时；“适时”不是日期，时限记为未定
        ",
        after_sigil,
    );
}

#[test]
fn what_is_no_due_stays_text() {
    for text in [
        "",
        "1亿元",
        "1331",
        "0",
        "32",
        "125",
        "10-32",
        "2-30",
        "+",
        "+N",
        "十",
        "周",
        "周八",
        "会",
        "会商",
        "春节前",
        "国庆",
        "国庆节",
        "13月",
        "0月",
        "年",
        "本周",
        "节",
        "五季度内",
        "13月内",
        "不是日期",
        "10月底的",
        "@3",
        "0.5",
        "1/2/3",
        "99999999",
        "123456789012",
    ] {
        assert_eq!(read(text, &base()), None, "{text}");
    }
}

#[test]
fn times_of_day_after_a_sigil() {
    says(
        "
        1031 14:00 | 2023-10-31 14:00
        1031　14：00 | 2023-10-31 14:00
        １０３１ ９：３０ | 2023-10-31 09:30
        10-31 9:30 | 2023-10-31 09:30
        2023-10-31 14:00 | 2023-10-31 14:00
        10月31日14时 | 2023-10-31 14:00
        10月31日14时前 | 2023-10-31 14:00
        10月31日14时30分前 | 2023-10-31 14:30
        10月31日14时5分 | 2023-10-31 14:05
        十月三十一日十四时三十分 | 2023-10-31 14:30
        10月31日14点整 | 2023-10-31 14:00
        10月31日下午3点 | 2023-10-31 15:00
        10月31日下午3点半之前 | 2023-10-31 15:30
        10月31日 下午3:30 | 2023-10-31 15:30
        10月31日上午九点一刻 | 2023-10-31 09:15
        10月31日上午12点 | 2023-10-31 12:00
        10月31日中午 | 2023-10-31 12:00
        10月31日中午1点 | 2023-10-31 13:00
        10月31日晚8点 | 2023-10-31 20:00
        10月31日凌晨12点 | 2023-10-31 00:00
        10月31日24时前 | 2023-10-31
        10月31日晚12点 | 2023-10-31
        10月31日下班前 | 2023-10-31
        10月31日下午前 | 2023-10-31
        下周五下午3点前 | 2023-09-22 15:00
        明天9:30 | 2023-09-16 09:30；2023-09-16 是周末
        月底17时前 | 2023-09-30 17:00；2023-09-30 逢中秋节、国庆节放假
        +7 14:00 | 2023-09-22 14:00
        9:30 | 2023-09-15 09:30
        ９：３０前 | 2023-09-15 09:30
        下午5点 | 2023-09-15 17:00
        17时前 | 2023-09-15 17:00
        下班前 | 2023-09-15
        24:00 | 2023-09-15
        31 9:30 | 2023-10-31 09:30；=>下月 2023-10-31
        ",
        after_sigil,
    );
}

#[test]
fn what_is_no_time_of_day_stays_text() {
    for text in [
        "25:00",
        "9:3",
        "9:60",
        "9:300",
        "下午13点40项",
        "上午15点",
        "下午25时",
        "1031 3点要求",
        "1031 25:00",
        "3点要求",
        "5点前期工作",
        "10月31日早日",
        "点",
        "下午",
        "30天内14:00",
        "每周五14:00",
    ] {
        assert_eq!(read(text, &base()), None, "{text}");
    }
    // What is left is the line's own text.
    for (text, due) in [
        ("1031 3点要求", "1031"),
        ("1031 25:00", "1031"),
        ("10月31日早日完成", "10月31日"),
        ("每周五14:00", "每周五"),
        ("9:3", "9"),
    ] {
        assert_eq!(word(text, &base()).map(|(length, _)| &text[..length]), Some(due), "{text}");
    }
}

#[test]
fn inside_a_sentence() {
    says(
        "
        10月底前开工 | 10月底前 2023-10-31
        10月底开工 | 10月底 2023-10-31
        9月20日前 | 9月20日前 2023-09-20
        20日前报送 | 20日前 2023-09-20
        年底前建成 | 年底前 2023-12-31；2023-12-31 是周末
        延至10-16完成 | 延至10-16 2023-10-16
        30天内 | 30天内 2023-10-15；2023-10-15 是周末
        下周五前报 | 下周五前 2023-09-22
        每周五报进度 | 每周五 每周五
        每月5日报送 | 每月5日 每月5日
        会前报送 | 会前 2023-10-20
        尽快开工 | 尽快 未定 尽快；“尽快”不是日期，时限记为未定
        10月底的方案 | -
        8月底完成了八成 | -
        10.31亿元 | -
        10-15名 | -
        15日 | -
        1031 | -
        +7 | -
        30天 | -
        10月31日14时前报送 | 10月31日14时前 2023-10-31 14:00
        10月31日下午3点前完成 | 10月31日下午3点前 2023-10-31 15:00
        10月31日17时完成 | 10月31日17时 2023-10-31 17:00
        延至10月16日14:00完成 | 延至10月16日14:00 2023-10-16 14:00
        下午5点前报送 | 下午5点前 2023-09-15 17:00
        17:00前报送 | 17:00前 2023-09-15 17:00
        今天下班前报 | 今天下班前 2023-09-15
        10月31日14时召开会议 | -
        下午3点召开 | -
        3点要求 | -
        5点前期工作 | -
        10月底前期工作 | -
        10月底前后开工 | -
        会商 | -
        每月通报 | -
        年内建成 | 年内 2023-12-31；2023-12-31 是周末
        10月内报审 | 10月内 2023-10-31
        国庆节前完工 | 国庆节前 2023-09-28
        国庆节期间 | -
        10月完成签约 | -
        ",
        |words| {
            let read = phrase(words, &base());
            let said = |(n, m): (usize, Meant)| format!("{} {}", &words[..n], shown(&m));
            read.map_or_else(|| "-".into(), said)
        },
    );
}

/// Words that look like days, and any text.
fn any_words() -> impl Strategy<Value = String> {
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

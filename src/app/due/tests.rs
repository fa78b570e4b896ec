//! What due words mean on Friday 2023-09-15, with the next meeting on 2023-10-20.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::ledger::TimeOfDay;
use crate::words::Lang;

fn base() -> Base {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    Base {
        day: day(2023, 9, 15),
        next_meeting: Some(day(2023, 10, 20)),
        period: Period { from: day(2023, 1, 1), to: day(2023, 12, 31) },
    }
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
        月底 | 2023-09-30；2023-09-30 是周末
        本月底 | 2023-09-30；2023-09-30 是周末
        下月底 | 2023-10-31
        下个月底前 | 2023-10-31
        10月底 | 2023-10-31
        10月末 | 2023-10-31
        8月底 | 2024-08-31；=>明年 2024-08-31；2024-08-31 是周末；2024-08-31 超出计划期
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
        季度末 | 2023-09-30；2023-09-30 是周末
        三季度末 | 2023-09-30；2023-09-30 是周末
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
        +2周 | 2023-09-29
        30天内 | 2023-10-15；2023-10-15 是周末
        一个月内 | 2023-10-15；2023-10-15 是周末
        半个月内 | 2023-09-30；2023-09-30 是周末
        3个工作日内 | 2023-09-20；工作日只除去周末，未计节假日
        5个工作日 | 2023-09-22；工作日只除去周末，未计节假日
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
        "", "1亿元", "1331", "0", "32", "125", "10-32", "2-30", "+", "+N", "十", "周", "周八",
        "会", "会商",
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
        月底17时前 | 2023-09-30 17:00；2023-09-30 是周末
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
        ",
        |words| {
            let read = phrase(words, &base());
            let said = |(n, m): (usize, Meant)| format!("{} {}", &words[..n], shown(&m));
            read.map_or_else(|| "-".into(), said)
        },
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_left(text in r"\PC{0,12}|[0-9十一二月日底末周每下+.-]{0,9}|[0-9]{1,4}[ 日]?[上下晚中]?[午]?[0-9十]{0,3}[:：点时]?[0-9半整]{0,3}分?前?", shift in -4000_i64..4000) {
        let mut base = base();
        base.day += chrono::TimeDelta::days(shift);
        if let Some((length, _)) = word(&text, &base) {
            prop_assert!(length > 0 && text.is_char_boundary(length));
            prop_assert!(read(&text[..length], &base).is_some());
        }
        if let Some((length, _)) = phrase(&text, &base) {
            prop_assert!(length > 0 && text.is_char_boundary(length));
        }
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

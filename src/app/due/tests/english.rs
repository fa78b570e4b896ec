//! What English due words mean on Friday 2023-09-15, and that they read no Han.

use proptest::prelude::*;

use super::laws::any_words;
use super::*;

#[test]
fn english_days_after_a_sigil() {
    says(
        "
        31 Oct | 2023-10-31
        31 october | 2023-10-31
        31st of October | 2023-10-31
        the 31st of Oct | 2023-10-31
        31Oct | 2023-10-31
        31-Oct | 2023-10-31
        Oct-31 | 2023-10-31
        Oct 31 | 2023-10-31
        Oct. 31 | 2023-10-31
        OCTOBER 31st | 2023-10-31
        Oct 31, 2023 | 2023-10-31
        31 Oct 2023 | 2023-10-31
        31 Oct 2024 | 2024-10-31；2024-10-31 超出计划期
        by 31 Oct | 2023-10-31
        before 10-31 | 2023-10-31
        1 Sept | 2024-09-01；=>明年 2024-09-01；2024-09-01 是周末；2024-09-01 超出计划期
        20th | 2023-09-20
        the 15th | 2023-10-15；=>下月 2023-10-15；2023-10-15 是周末
        October | 2023-10-31
        Oct 2023 | 2023-10-31
        end of month | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        month-end | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        the end of next month | 2023-10-31
        end of October | 2023-10-31
        end of the year | 2023-12-31；2023-12-31 是周末
        year-end | 2023-12-31；2023-12-31 是周末
        end of quarter | 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        end of next quarter | 2023-12-31；2023-12-31 是周末
        end of Q4 | 2023-12-31；2023-12-31 是周末
        end of the week | 2023-09-15
        mid-October | 2023-10-20
        late Oct | 2023-10-31
        ",
        after_sigil,
    );
}

#[test]
fn english_weeks_lengths_and_repetitions_after_a_sigil() {
    says(
        "
        Friday | 2023-09-22
        Mon | 2023-09-18
        next Friday | 2023-09-22
        this Friday | 2023-09-15
        30 days | 2023-10-15；2023-10-15 是周末
        in 3 working days | 2023-09-20
        within 5 business days | 2023-09-22
        two weeks | 2023-09-29；2023-09-29 逢中秋节、国庆节放假
        a month | 2023-10-15；2023-10-15 是周末
        within a year | 2024-09-15；2024-09-15 是周末；2024-09-15 超出计划期
        next meeting | 2023-10-20
        the next meeting | 2023-10-20
        tomorrow | 2023-09-16；2023-09-16 是周末
        every Friday | 每周五
        weekly on Friday | 每周五
        5th of every month | 每月5日
        monthly on the 5th | 每月5日
        on the 5th of every month | 每月5日
        every 5th | 每月5日
        every Fri | 每周五
        asap | 未定 asap；“asap”不是日期，时限记为未定
        soon | 未定 soon；“soon”不是日期，时限记为未定
        31 Oct 14:00 | 2023-10-31 14:00
        31 Oct at 5 pm | 2023-10-31 17:00
        Oct 31 5:30pm | 2023-10-31 17:30
        Friday noon | 2023-09-22 12:00
        31 Oct, close of business | -
        31 Oct close of business | 2023-10-31
        5pm | 2023-09-15 17:00
        12 am | 2023-09-15 00:00
        ",
        after_sigil,
    );
}

#[test]
fn english_days_inside_a_sentence() {
    says(
        "
        by 31 Oct the site opens | by 31 Oct 2023-10-31
        by Oct 31, 2000 households | by Oct 31 2023-10-31
        by Oct 31, 2023. Then | by Oct 31, 2023 2023-10-31
        by the end of October | by the end of October 2023-10-31
        by end of month. | by end of month 2023-09-30；2023-09-30 逢中秋节、国庆节放假
        by Friday | by Friday 2023-09-22
        By Friday 17:00, report | By Friday 17:00 2023-09-22 17:00
        before the next meeting | before the next meeting 2023-10-20
        no later than 31 Oct | no later than 31 Oct 2023-10-31
        in 3 working days | in 3 working days 2023-09-20
        within 30 days of today | within 30 days 2023-10-15；2023-10-15 是周末
        postponed to 16 Oct | postponed to 16 Oct 2023-10-16
        due Friday | due Friday 2023-09-22
        by 2023-10-31 | by 2023-10-31 2023-10-31
        by the 20th | by the 20th 2023-09-20
        by 5 pm | by 5 pm 2023-09-15 17:00
        every Friday | every Friday 每周五
        every 5th, report | every 5th 每月5日
        every 5th household | -
        as soon as possible | as soon as possible 未定 as soon as possible；“as soon as possible”不是日期，时限记为未定
        by the 15th meeting | -
        by 5 percent | -
        by 10 | -
        by 10-15% | -
        by 31 Octopus | -
        by October the site opens | by October 2023-10-31
        before Oct. | before Oct 2023-10-31
        by October 2024 | by October 2024 2024-10-31；2024-10-31 超出计划期
        by May | by May 2024-05-31；=>明年 2024-05-31；2024-05-31 超出计划期
        by end October | by end October 2023-10-31
        by the October meeting | -
        by October meeting | -
        by October 31 households | by October 31 2023-10-31
        by what may be | -
        by may be | -
        by May Wong | -
        by train | -
        31 Oct | -
        Friday | -
        in October | -
        the next meeting | -
        in the 30 days | -
        bystander 31 Oct | -
        ",
        |words| {
            let read = english(words, &base());
            let said = |(n, m): (usize, Meant)| format!("{} {}", &words[..n], shown(&m));
            read.map_or_else(|| "-".into(), said)
        },
    );
}

/// English days, and pieces of them.
fn any_english() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "by ",
        "in ",
        "the ",
        "31",
        "5th",
        "2023",
        " Oct",
        "May",
        " of ",
        "every ",
        "month",
        "end",
        "Friday",
        "3 ",
        "working days",
        "within",
        "5 pm",
        ",",
        ".",
        "-",
        "年",
        "日",
        " ",
    ]);
    prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Where no letter of the alphabet stands, the twins read nothing: Han words mean what they meant.
    #[test]
    fn no_han_text_is_english(text in any_words()) {
        let han: String = text.chars().filter(|c| !c.is_ascii_alphabetic()).collect();
        prop_assert_eq!(english(&han, &base()), None);
        let found = parse::longest(Scan::new(&han), &base(), super::super::english::AFTER_SIGIL);
        prop_assert!(found.is_none(), "{}", han);
    }

    #[test]
    fn any_english_is_read_or_left(text in any_english(), shift in -4000_i64..4000) {
        let mut base = base();
        base.day += chrono::TimeDelta::days(shift);
        for read in [word(&text, &base), english(&text, &base)].into_iter().flatten() {
            prop_assert!(read.0 > 0 && text.is_char_boundary(read.0));
            prop_assert_eq!(text[..read.0].trim(), &text[..read.0]);
        }
    }
}

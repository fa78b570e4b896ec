//! What queries find in the rehearsal book on 2023-09-15, and what any text may do.

use proptest::prelude::*;

use super::*;
use crate::app::Catalogue;
use crate::app::rehearsal::in_session;
use crate::words::query::Unclear;

/// The decisions that a query lets through, as people number them, or why it is none.
fn found(session: &Session, text: &str, lang: Lang) -> String {
    let query = match read(text, &Context::of(session, DECISIONS, lang)) {
        Ok(query) => query,
        Err(why) => return why.text(lang),
    };
    let catalogue = Catalogue::new(session);
    let lets = catalogue.entries().iter().filter(|entry| query.lets(&entry.facts));
    let number =
        |id: &RecordId, nth: Option<&Nth>| format!("{}/{}", nth.unwrap().number, id.number);
    let ids: Vec<_> = lets.map(|entry| number(&entry.id, entry.facts.meeting.as_ref())).collect();
    if ids.is_empty() { "-".into() } else { ids.join(" ") }
}

/// One query a line with what it finds.
fn check(rows: &str) {
    let session = in_session();
    for row in rows.trim().lines().map(str::trim) {
        let (text, want) = row.split_once(" | ").unwrap();
        assert_eq!(found(&session, text.trim(), Lang::Zh), want.trim(), "{text}");
    }
}

#[test]
fn english_terms_are_asked_as_in_chinese() {
    check(
        "
        lead:tcj overdue | 3/11
        due:oct | 4/3 4/6
        due<=31-aug | 1/4 2/1 3/10
        due:\"31 aug\" | 3/10
        status:overdue | 2/1 3/10 3/11
        ",
    );
}

#[test]
fn every_key_in_either_language_and_width() {
    check(
        "
        牵头:投促局 | 1/4 3/11
        lead:tcj | 1/4 3/11
        牵头：投促局 | 1/4 3/11
        LEAD＝投促局 | 1/4 3/11
        牵头:投资促进 | 1/4 3/11
        牵头:无 | 3/13
        缺牵头 | 3/13
        配合:投促局 | 2/1
        support:tcj | 2/1
        单位:投促局 | 1/4 2/1 3/11
        @投促局 | 1/4 2/1 3/11
        ＠tcj | 1/4 2/1 3/11
        @1 | -
        @2 | 1/4 3/12 4/1
        office:2 | 1/4 3/12 4/1
        任务:1.4 | 3/10 4/3 4/6
        方面:1 | 1/4 2/1 3/10 3/11 4/1 4/3 4/6
        row:临空 | 3/10 4/3 4/6
        会议:3 | 3/10 3/11 3/12 3/13
        会议>=3 | 3/10 3/11 3/12 3/13 4/1 4/3 4/6
        会议<2 | 1/4
        meeting:last | 3/10 3/11 3/12 3/13
        会议：本次 | 4/1 4/3 4/6
        会议:2023-05-19 | 2/1 2/2
        会议:会间 | -
        系列:重点工作调度会 会议:1 | 1/4
        时限<9-1 | 1/4 2/1 3/10
        时限＜9-1 | 1/4 2/1 3/10
        时限《9月1日 | 1/4 2/1 3/10
        due<=2023-09-15 | 1/4 2/1 2/2 3/10
        时限>10-15 | 4/6
        时限≥1015 | 4/3 4/6
        时限:月底 | 4/1
        时限:9月 | 2/2 3/12 4/1
        时限>9月 | 4/3 4/6
        时限:本周 | 2/2
        时限:每月5日 | 3/11
        时限:未定 | 3/13
        缺时限 | 3/13
        状态:逾期 | 2/1 3/10 3/11
        light:overdue | 2/1 3/10 3/11
        办理:立项 | 2/1 2/2 3/10 3/11 3/12 3/13 4/1 4/3 4/6
        stage:done | 1/4
        类别:要求 | -
        kind:settled 1.1 | 4/1
        结果:同意 1.1 | 4/1
        来源:daoli | -
        延期 | -
        延期>=1 | -
        待定 | -
        久未报 | 2/1 2/2
        silent !2/2 | 2/1
        未办结 会议:1 | -
        ",
    );
}

#[test]
fn states_numbers_text_and_denials_stand_alone() {
    let all = "1/4 2/1 2/2 3/10 3/11 3/12 3/13 4/1 4/3 4/6";
    assert_eq!(found(&in_session(), " ", Lang::Zh), all);
    check(
        "
        逾期 | 2/1 3/10 3/11
        overdue | 2/1 3/10 3/11
        办结 | 1/4
        done | 1/4
        !办结 会议<3 | 2/1 2/2
        ！办结　会议＜３ | 2/1 2/2
        立项 3.1 | 2/2
        1.4 | 3/10 4/3 4/6
        １．４ | 3/10 4/3 4/6
        #14 | 3/10 4/3 4/6
        4/3 | 4/3
        2023-09-15/3 | 4/3
        2023-09-15 | 4/1 4/3 4/6
        0/1 | -
        太安路 | 3/10 4/3
        taianlu | 3/10 4/3
        tal | 3/10 4/3
        TAL 延至 | 4/3
        空港 | 4/6
        临空经济 | 2/1 3/10 4/3 4/6
        临空办 !会议:4 | 2/1 3/10
        lkb !会议:4 | 2/1 3/10
        !临空办 !投促局 会议<4 | 2/2 3/12 3/13
        “办结” | -
        \"延至10月\" | 4/3
        106名 | 3/13
        《方案》 | -
        牵头:\"投促局\" 逾期 | 3/11
        牵头:投促局 !临期 会议:3 时限:每月5日 !办结 | 3/11
        9.9 | -
        ",
    );
}

#[test]
fn what_means_nothing_says_why() {
    check(
        "
        投促:局 | 没有“投促”这个条件；可用：牵头 配合 单位 任务 会议 系列 时限 状态 办理 类别 结果 来源 延期 待定 久未报 未办结。要找这几个字，请加引号
        14:00 | 没有“14”这个条件；可用：牵头 配合 单位 任务 会议 系列 时限 状态 办理 类别 结果 来源 延期 待定 久未报 未办结。要找这几个字，请加引号
        牵头: | “牵头”后面还要写值；要找这几个字，请加引号
        逾期 会议 | “会议”后面还要写值；要找这几个字，请加引号
        牵头<投促局 | “牵头”不分大小；请用冒号
        时限<31-09 | “31-09”不是日期；请写 10-31、1031、10月、月底 或 未定
        时限:13月 | “13月”不是日期；请写 10-31、1031、10月、月底 或 未定
        会议:明年 | “明年”不是会议；请写 3、2023-08-11、上次、本次 或 会间
        系列:没有 | “系列”没有“没有”；可以是：重点工作调度会 区政府常务会议
        延期>多 | “多”不是次数；请写 1、2 这样的数
        状态:坏 | “状态”没有“坏”；可以是：逾期 滞后 临期 未报 未下达 未启动 未到期 正常 已完成
        待定:是 | “待定”单独写就行，后面不用跟值
        交账:完成 | 这里不能用“交账”；可用：牵头 配合 单位 任务 会议 系列 时限 状态 办理 类别 结果 来源 延期 待定 久未报 未办结
        ! | ! 后面请写条件，如 !逾期
        @ | “@”后面还要写值；要找这几个字，请加引号
        @9 | @9 没有对应的单位；请写名称
        ",
    );
}

#[test]
fn what_is_understood_is_said() {
    let session = in_session();
    for (text, lang, says) in [
        ("牵头:投促局 逾期 !办结", Lang::Zh, "牵头 投促局 逾期 除去办结"),
        ("lead:lkb due<10-31 1.4", Lang::Zh, "牵头 临空办 时限 <2023-10-31 任务 1.4 临空经济"),
        ("时限:10月 会议>=3 延期", Lang::Zh, "时限 2023-10-01至2023-10-31 第>=3次会议 延期"),
        ("太安路 缺牵头 @2", Lang::Zh, "含“太安路” 牵头 无 单位 发改局"),
        ("lead:Trade overdue !done", Lang::En, "lead trade overdue not done"),
    ] {
        let context = Context::of(&session, DECISIONS, lang);
        let said = read(text, &context).map(|query| query.says(&context).join(" "));
        assert_eq!(said.as_deref(), Ok(says), "{text}");
    }
}

#[test]
fn each_kind_of_record_has_its_keys() {
    let session = in_session();
    for (keys, text, fits) in [
        (TASKS, "交账:未完成 lead:tcj", true),
        (TASKS, "会议:3", false),
        (TARGETS, "unreported 1.2", true),
        (TARGETS, "交账:完成", false),
        (READINGS, "会议:3 单位:投促局", true),
        (READINGS, "时限<10-31", false),
        (OFFICES, "单位:投促局", true),
        (OFFICES, "牵头:投促局", false),
        (MEETINGS, "系列:重点工作调度会", true),
        (MEETINGS, "办理:立项", false),
    ] {
        let read = read(text, &Context::of(&session, keys, Lang::Zh));
        assert_eq!(read.is_ok(), fits, "{text}");
        assert!(fits || matches!(read.err(), Some(Unclear::NotHere { .. })), "{text}");
    }
}

/// What people may type: keys, operators and values in any order, and any text at all.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "牵头",
        "时限",
        "会议",
        "延期",
        "lead",
        "due",
        ":",
        "：",
        "<",
        "＜=",
        "》",
        "=",
        "!",
        "！",
        "\"",
        "“",
        " ",
        "　",
        "@",
        "3",
        "10-31",
        "1.4",
        "4/2",
        "月底",
        "逾期",
        "done",
        "无",
        "太安路",
        "《",
        "#",
        "每月5日",
        "13月",
        "2023-09-15/1",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat()),
        r"\PC{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Total: any text lets some records through, or says in both languages why it is no query.
    #[test]
    fn any_text_is_a_query_or_says_why(text in any_text()) {
        let book = book();
        for lang in [Lang::Zh, Lang::En] {
            match read(&text, &Context::of(&book.session, DECISIONS, lang)) {
                Ok(query) => prop_assert_eq!(
                    query.says(&Context::of(&book.session, DECISIONS, lang)).len(),
                    query.terms.len()
                ),
                Err(why) => prop_assert!(!why.text(lang).is_empty()),
            }
        }
    }

    /// Denying a term lets through exactly the others, and terms narrow: all of them must hold.
    #[test]
    fn terms_are_anded_and_denied(one in any_text(), two in any_text()) {
        let book = book();
        let quiet = |text: &str| !text.contains(['"', '“', '”', '＂']);
        let context = Context::of(&book.session, DECISIONS, Lang::Zh);
        let lets = |text: &str| read(text, &context).ok().map(|query| {
            let entries = book.catalogue.entries().iter();
            entries.map(|entry| query.lets(&entry.facts)).collect::<Vec<_>>()
        });
        prop_assume!(quiet(&one) && quiet(&two));
        let (Some(first), Some(second)) = (lets(&one), lets(&two)) else { return Ok(()) };
        let both = lets(&format!("{one} {two}"));
        let series = |text: &str| text.contains("系列");
        if !series(&one) && !series(&two) {
            let and: Vec<bool> = first.iter().zip(&second).map(|(a, b)| *a && *b).collect();
            prop_assert_eq!(both, Some(and));
        }
        let single = !one.trim().is_empty() && !one.trim().contains(char::is_whitespace);
        if single && !one.trim().starts_with(['!', '！']) {
            let not: Vec<bool> = first.iter().map(|lets| !lets).collect();
            prop_assert_eq!(lets(&format!("!{}", one.trim())), Some(not));
        }
    }
}

/// The rehearsal book, made once.
struct Rehearsal {
    session: Session,
    catalogue: Catalogue,
}

fn book() -> &'static Rehearsal {
    static BOOK: std::sync::OnceLock<Rehearsal> = std::sync::OnceLock::new();
    BOOK.get_or_init(|| {
        let session = in_session();
        Rehearsal { catalogue: Catalogue::new(&session), session }
    })
}

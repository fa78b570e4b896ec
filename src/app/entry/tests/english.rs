//! The table of lines in English, on the Han plan and on an English one.

use proptest::prelude::*;

use super::super::candidates;
use super::laws::{any_line, desk as han_desk};
use super::lines::check;
use super::{Desk, shown};

/// The same book with the names of an English town: offices, posts and groups under the same keys.
fn english() -> Desk {
    Desk::named(&[
        ("道里区卫生健康局", "District Health Bureau"),
        ("卫健局", "Health Bureau"),
        ("哈尔滨临空经济区管委会", "Airport Economy Office"),
        ("临空办", "Airport Office"),
        ("道里区发展和改革局", "Development and Reform Bureau"),
        ("发改局", "Reform Bureau"),
        ("分管副区长", "Deputy Mayor"),
        ("两办", "Both Offices"),
        ("临空经济", "Airport economy"),
    ])
}

#[test]
fn who_and_by_when_in_english() {
    check(
        &english(),
        "
        Hospital breaks ground => 议定 Hospital breaks ground | 牵头 〔Airport Office〕 时限 〔10-20〕
        Hospital breaks ground, by 31 Oct => 议定 Hospital breaks ground | 牵头 〔Airport Office〕 时限 10-31
        Hospital breaks ground by 31 Oct => 议定 Hospital breaks ground by 31 Oct | 牵头 〔Airport Office〕 时限 10-31
        By Oct 31, hospital breaks ground. => 议定 hospital breaks ground. | 牵头 〔Airport Office〕 时限 10-31
        Hospital breaks ground, by end of month => 议定 Hospital breaks ground | 牵头 〔Airport Office〕 时限 09-30
        Report to the mayor in 3 working days => 议定 Report to the mayor in 3 working days | 牵头 〔Airport Office〕 时限 09-20
        Report before the next meeting => 议定 Report before the next meeting | 牵头 〔Airport Office〕 时限 10-20
        Report progress, every Friday => 议定 Report progress | 牵头 〔Airport Office〕 时限 每周五
        Open the site as soon as possible => 议定 Open the site as soon as possible | 牵头 〔Airport Office〕 时限 未定(as soon as possible)
        Hospital opens, lead: Health Bureau => 议定 Hospital opens | 牵头 Health Bureau 时限 〔10-20〕
        Hospital opens lead: health bureau support: Airport Office, Reform Bureau => 议定 Hospital opens | 牵头 Health Bureau 配合 Airport Office Reform Bureau 时限 〔10-20〕
        Hospital opens; lead: Health Bureau; support: 5 and 7; due: 31 Oct => 议定 Hospital opens | 牵头 Health Bureau 配合 Airport Office Reform Bureau 时限 10-31
        lead: Deputy Mayor, support: Both Offices, hospital opens => 议定 hospital opens | 牵头 Deputy Mayor 配合 政府办 Airport Office 时限 〔10-20〕
        Hospital opens, led by the Health Bureau and supported by Airport Office, by 31 Oct. => 议定 Hospital opens. | 牵头 Health Bureau 配合 Airport Office 时限 10-31
        Hospital opens, lead: wjj => 议定 Hospital opens | 牵头 Health Bureau 时限 〔10-20〕
        Hospital opens, lead: Harbour Trust; by 31 Oct => 议定 Hospital opens, lead: Harbour Trust | 牵头 Harbour Trust(外) 时限 10-31
        Hospital opens, lead: Health Bureau, 30 beds first => 议定 Hospital opens, lead: Health Bureau, 30 beds first | 牵头 Health Bureau 时限 〔10-20〕
        Hospital opens @Health Bureau +Airport Office >31 Oct => 议定 Hospital opens | 牵头 Health Bureau 配合 Airport Office 时限 10-31
        Hospital opens @health>end of month => 议定 Hospital opens | 牵头 Health Bureau 时限 09-30
        Hospital opens >next meeting @3 => 议定 Hospital opens | 牵头 Health Bureau 时限 10-20
        Draft by 25 Sep, open by 31 Oct => 议定 Draft by 25 Sep, open by 31 Oct | 牵头 〔Airport Office〕 时限 10-31 节点 09-25 Draft
        Open by 31 Oct >15 Nov => 议定 Open by 31 Oct | 牵头 〔Airport Office〕 时限 11-15 节点 10-31 Open
        Settle the site (pending) => 议定 Settle the site | 牵头 〔Airport Office〕 时限 〔10-20〕 待定 是
        #1.2 Sign contracts, by 31 Oct => 议定 Sign contracts | 时限 10-31 属 [1.2]
        ",
    );
}

#[test]
fn what_only_looks_english_stays_text() {
    check(
        &english(),
        "
        Output rises by 10 percent => 议定 Output rises by 10 percent | 牵头 〔Airport Office〕 时限 〔10-20〕
        Approved by May Wong => 议定 Approved by May Wong | 牵头 〔Airport Office〕 时限 〔10-20〕
        Offices lead: nobody knows where to => 议定 Offices lead: nobody knows where to | 牵头 nobody knows where to(外) 时限 〔10-20〕
        The bureau leads the work => 议定 The bureau leads the work | 牵头 〔Airport Office〕 时限 〔10-20〕
        Works are led by example => 议定 Works are led by example | 牵头 〔Airport Office〕 时限 〔10-20〕
        Publish \"Open by 31 Oct\" at once => 议定 Publish \"Open by 31 Oct\" at once | 牵头 〔Airport Office〕 时限 〔10-20〕
        Opened in October => 议定 Opened in October | 牵头 〔Airport Office〕 时限 〔10-20〕
        Note the weather => 议定 Note the weather | 牵头 〔Airport Office〕 时限 〔10-20〕
        Sales >10 million => 议定 Sales >10 million | 牵头 〔Airport Office〕 时限 〔10-20〕
        Hotels with >20 beds are inspected => 议定 Hotels with >20 beds are inspected | 牵头 〔Airport Office〕 时限 〔10-20〕
        ",
    );
}

#[test]
fn both_languages_in_one_line() {
    check(
        &Desk::default(),
        "
        空港应急医院开工 by 31 Oct => 议定 空港应急医院开工 | 牵头 〔临空办〕 时限 10-31
        空港应急医院开工, lead: 卫健局, support: 临空办, by 31 Oct => 议定 空港应急医院开工 | 牵头 卫健局 配合 临空办 时限 10-31
        空港应急医院开工 lead: wjj => 议定 空港应急医院开工 | 牵头 卫健局 时限 〔10-20〕
        空港应急医院10月底前开工, lead: 卫健局 => 议定 空港应急医院10月底前开工 | 牵头 卫健局 时限 10-31
        lead:省交投集团 太安路迁改 => 议定 lead:省交投集团 太安路迁改 | 牵头 省交投集团(外) 时限 〔10-20〕
        开工 >end of October @3 => 议定 开工 | 牵头 卫健局 时限 10-31
        require: 加快进度 @3 => 要求 加快进度 | 牵头 卫健局 时限 〔10-20〕
        ",
    );
}

#[test]
fn english_prefixes_make_kinds() {
    check(
        &english(),
        "
        note: the mayor spoke of the rains => 记 the mayor spoke of the rains | 1.4
        Note: the mayor spoke of the rains => 记 the mayor spoke of the rains | 1.4
        require: speed up @3 => 要求 speed up | 牵头 Health Bureau 时限 〔10-20〕
        Required：speed up => 要求 speed up | 牵头 〔Airport Office〕 时限 〔10-20〕
        agreed in principle: the new plan => 议定 the new plan | 牵头 〔Airport Office〕 时限 〔10-20〕 结果 原则同意
        agreed: the new plan => 议定 the new plan | 牵头 〔Airport Office〕 时限 〔10-20〕
        postponed: the fire station => 议定 the fire station | 结果 暂缓
        rejected: more money => 议定 more money | 结果 不同意
        pending: the fire station => 议定 the fire station | 牵头 〔Airport Office〕 时限 〔10-20〕 待定 是
        replaces 3/2: move Taian Road @3 => 议定 move Taian Road | 牵头 Health Bureau 时限 〔10-20〕 代替 2023-08-11/2 属 []
        require: agreed in principle: the plan => 要求 the plan | 牵头 〔Airport Office〕 时限 〔10-20〕 结果 原则同意
        note: => 不收 内容是空的；请写上
        Replaces the old plan => 议定 Replaces the old plan | 牵头 〔Airport Office〕 时限 〔10-20〕
        ",
    );
}

#[test]
fn english_readings() {
    check(
        &english(),
        "
        1.2/1=305 Aug => 报数 1.2/1=305 2023-01..2023-08
        1.2/1=305 August => 报数 1.2/1=305 2023-01..2023-08
        1.2/1= 305 Jan-Aug => 报数 1.2/1=305 2023-01..2023-08
        1.2/1=305 Mar-Aug => 报数 1.2/1=305 2023-03..2023-08
        1.2/1=305 Aug-Aug => 报数 1.2/1=305 2023-08
        1.2/1=305 Aug-2022 => 报数 1.2/1=305 2022-01..2022-08
        1.2/1=305 H1 => 报数 1.2/1=305 2023-01..2023-06
        1.2/1=305 Q1-Q3 => 报数 1.2/1=305 2023-01..2023-09
        1.2/1=305 preliminary bulletin => 报数 1.2/1=305 2023-01..2023-08 快报 bulletin
        1.2/1=235 Aug reason:late returns => 报数 1.2/1=235 2023-01..2023-08 因late returns
        1.2/1=30.5 billion Aug => 报数 1.2/1=305 2023-01..2023-08
        1.2/1=30.5bn => 报数 1.2/1=305 2023-01..2023-08
        0/1=4.8 percent Aug => 报数 0/1=4.8 2023-01..2023-08
        1.2/1=305 monthly return => 报数 1.2/1=305 2023-01..2023-08 monthly return
        ",
    );
}

/// English pieces between the pieces of Han lines.
fn any_mixed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "lead: ",
        "Support: ",
        "Health Bureau",
        "by 31 Oct",
        "by end of month",
        ", ",
        "; ",
        ". ",
        " ",
        "and ",
        "led by ",
        "note: ",
        "\"",
        "空港应急医院开工",
        "10月底前",
        "@3",
        ">31 Oct",
        "Hospital opens",
        "in 3 working days",
        "(pending)",
        "=",
        "1.2/1=305 ",
        "Jan-Aug",
    ]);
    proptest::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// A line without a letter of the alphabet says nothing in English: it means what it meant.
    #[test]
    fn no_han_line_is_english(line in any_line()) {
        let han: String = line.chars().filter(|c| !c.is_ascii_alphabetic()).collect();
        let desk = han_desk();
        prop_assert_eq!(super::super::sentence::spoken(&han, &desk.context()), 0, "{}", han);
    }

    #[test]
    fn no_character_of_a_mixed_line_is_lost(line in any_mixed()) {
        super::laws::loses_nothing(&english_desk().read(&line), &line)?;
    }
}

fn english_desk() -> &'static Desk {
    static DESK: std::sync::OnceLock<Desk> = std::sync::OnceLock::new();
    DESK.get_or_init(english)
}

#[test]
fn offices_are_offered_behind_a_label() {
    let desk = Desk::default();
    let offered = |line: &str| {
        let found = candidates(line, line.len(), &desk.context())?;
        let names: Vec<_> = found.list.iter().map(|one| one.party.to_string()).collect();
        Some(format!("{} {}", if found.support { "+" } else { "@" }, names.join(" ")))
    };
    assert_eq!(offered("Open it, lead: wj").as_deref(), Some("@ 卫健局"));
    assert_eq!(offered("Open it, lead: 3, support: wj").as_deref(), Some("+ 卫健局"));
    let picks = "@ 投促局 教育局 卫健局 财政局 临空办 民政局 发改局";
    assert_eq!(offered("Open it, Lead: ").as_deref(), Some(picks));
    for line in ["lead", "lead: wjj; open it", "lead: 卫健局", "plead: wj", "lead: nobody"] {
        assert_eq!(offered(line), None, "{line}");
    }
}

#[test]
fn a_name_is_not_cut_out_of_a_longer_word() {
    let desk = english();
    let read = |line: &str| shown(&desk.read(line).meaning);
    assert_eq!(
        read("Open it, lead: Health Bureaux"),
        "议定 Open it, lead: Health Bureaux | 牵头 Health Bureaux(外) 时限 〔10-20〕",
    );
}

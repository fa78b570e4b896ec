//! Minutes of a small book, read as the secretary reads them.

use super::{Known, minutes};
use crate::ledger::{
    About, AgendaItem, Attendance, Correction, Decision, Due, Followup, Happening, ItemState,
    Sitting, Slip, Snapshot, SnapshotId,
};
use crate::papers::tests::{decide, decision, meeting, open, party, plan, sign, whole};
use crate::papers::{Block, Paper, text};
use crate::plan::{Phrase, Plan, Row, Table};
use crate::words::Lang;

fn paper(plan: &Plan, state: &Snapshot, lang: Lang) -> Paper {
    let meetings: Vec<_> = state.meeting().into_iter().collect();
    minutes(Known { plan, state, lang }, &meetings).unwrap()
}

fn said(state: &Snapshot) -> String {
    text::write(&paper(&plan(), state, Lang::Zh))
}

#[test]
fn a_meeting_with_something_of_everything() {
    assert_eq!(said(&whole()), WHOLE);
}

#[test]
fn in_english() {
    assert_eq!(text::write(&paper(&plan(), &whole(), Lang::En)), ENGLISH);
}

#[test]
fn a_meeting_without_decisions_says_so() {
    let mut state = open("2023-09-15", 4);
    meeting(&mut state).sittings = Table::default();
    let paper = paper(&plan(), &state, Lang::Zh);
    let text = "2023年9月15日，第4次重点工作调度会召开。会议没有形成议定事项。";
    assert_eq!(paper.body, [Block::Text(text.into())]);
    assert!(minutes(Known { plan: &plan(), state: &state, lang: Lang::Zh }, &[]).is_none());
}

#[test]
fn a_record_taken_back_and_one_not_for_the_minutes_leave_no_hole() {
    let text = said(&whole());
    for hidden in ["不入纪要", "只留本机的话", "10月20日", "没有轮到的议题"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    assert!(!text.contains("财政局牵头，2023") && text.contains("会议要求：说明资金缺口。"));
}

#[test]
fn a_decision_on_the_row_of_another_item_stands_under_that_item() {
    let row = |place: &str, title: &str| Row { place: place.parse().unwrap(), title: title.into() };
    let mut state = open("2023-09-15", 4);
    let item = |title: &str, rows: Vec<Row>| AgendaItem {
        title: title.into(),
        state: ItemState::Discussed,
        rows,
        ..AgendaItem::default()
    };
    meeting(&mut state).agenda = [
        (1, item("招商引资", vec![row("1.2", "招商引资")])),
        (2, item("临空经济", vec![row("1.4", "临空经济")])),
        (3, item("上次议定事项办理情况", Vec::new())),
    ]
    .into_iter()
    .collect();
    let about = |text: &str, item: u16, place: &str| Decision {
        item: Some(item),
        about: vec![About::Row(row(place, ""))],
        ..decision(text, &["投促局"], "")
    };
    decide(&mut state, 1, about("太安路迁改", 1, "1.4"));
    decide(&mut state, 2, about("以商招商", 1, "1.2"));
    decide(&mut state, 3, about("别处的事", 1, "2.1"));
    decide(&mut state, 4, about("台账补报", 3, "1.4"));
    let text = said(&state);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} {text}"));
    let (second, third) = (at("二、临空经济"), at("三、上次议定事项办理情况"));
    assert!(at("以商招商") < second && at("别处的事") < second, "{text}");
    assert!((second..third).contains(&at("太安路迁改")), "{text}");
    assert!(third < at("台账补报"), "{text}");
}

#[test]
fn several_sittings_are_told_with_what_differs() {
    let mut state = open("2023-09-15", 4);
    let sitting = |day: Option<&str>, from: &str, to: &str, chair: &str| Sitting {
        from: from.parse().ok(),
        to: to.parse().ok(),
        place: "第一会议室".into(),
        chair: chair.into(),
        day: day.and_then(|day| day.parse().ok()),
    };
    let first = |state: &Snapshot| match paper(&plan(), state, Lang::Zh).body.remove(0) {
        Block::Text(text) => text,
        other => panic!("{other:?}"),
    };
    let two = [sitting(None, "09:00", "11:30", "区长"), sitting(None, "14:00", "16:05", "区长")];
    meeting(&mut state).sittings = (1..).zip(two).collect();
    assert_eq!(
        first(&state),
        "2023年9月15日9:00至11:30、14:00至16:05，区长演练甲在第一会议室主持召开第4次重点工作调度会。会议没有形成议定事项。"
    );
    let two = [
        sitting(None, "09:00", "11:30", "区长"),
        sitting(Some("2023-09-16"), "14:00", "16:05", "副区长"),
    ];
    meeting(&mut state).sittings = (1..).zip(two).collect();
    assert_eq!(
        first(&state),
        "第4次重点工作调度会分段召开：2023年9月15日9:00至11:30由区长演练甲在第一会议室主持；2023年9月16日14:00至16:05由副区长在第一会议室主持。会议没有形成议定事项。"
    );
}

#[test]
fn a_paper_is_a_draft_until_it_is_signed_and_stays_as_it_was_signed() {
    let mut state = whole();
    let draft = paper(&plan(), &state, Lang::Zh);
    assert_eq!((draft.standing().as_deref(), draft.number.as_str()), (Some("（送审稿）"), "第4期"));
    sign(&mut state, "2023-09-18", "〔2023〕12号");
    let signed = paper(&plan(), &state, Lang::Zh);
    assert_eq!((signed.standing(), signed.number.as_str()), (None, "〔2023〕12号"));
    assert_eq!(
        (signed.date.as_str(), signed.foot.issued.as_str()),
        ("2023年9月18日", "2023年9月18日印发")
    );
    assert_eq!(signed.body, draft.body);
    let slip = Slip::Text {
        was: "招商小分队本月出发".into(), now: "招商小分队10月出发".into()
    };
    correct(&mut state, 80, slip);
    let before = said(&state);
    assert!(before.contains("1.招商小分队10月出发，由"), "{before}");
    let slip = Slip::Text {
        was: "招商小分队10月出发".into(), now: "招商小分队11月出发".into()
    };
    correct(&mut state, 95, slip);
    let later = said(&state);
    let told =
        "签发后更正（2023年9月20日，经区长同意）：“招商小分队10月出发”更正为“招商小分队11月出发”。";
    assert!(later.contains("1.招商小分队10月出发，由") && later.contains(told), "{later}");
}

/// 更正 of the first decision, as a record of the same meeting under a number.
fn correct(state: &mut Snapshot, number: u32, slip: Slip) {
    let id: SnapshotId = state.id();
    let correction = Correction {
        on: "2023-09-20".parse().unwrap(),
        record: Some(id.record(1)),
        slip,
        agreed: "区长".into(),
    };
    let mut all = state.ledger.corrections.get(&id).cloned().unwrap_or_default();
    all.insert(id.record(number), correction);
    state.ledger.corrections.insert(id, all);
}

#[test]
fn what_was_left_open_reads_as_it_was_settled() {
    let mut state = whole();
    let settled = Happening::Settled {
        text: "预案10月10日前印发".into(),
        lead: vec![party("财政局")],
        support: Vec::new(),
        due: Due::Stated("2023-10-10".parse().unwrap()),
    };
    let step = Followup::on("2023-09-18".parse().unwrap(), settled);
    let (id, at) = (state.id().record(9), state.id().record(20));
    state.ledger.followups.insert(id, [(at, step)].into_iter().collect());
    let text = said(&state);
    assert!(
        text.contains("2.预案10月10日前印发，由财政局牵头。") && !text.contains("待定"),
        "{text}"
    );
}

#[test]
fn one_paper_holds_several_meetings() {
    let mut state = whole();
    let first = state.clone();
    let next = open("2023-10-20", 5);
    let later = Decision { text: "年底前开工".into(), ..Decision::default() };
    state.ledger.decisions.insert(next.id().record(1), later);
    let plan = plan();
    let known = Known { plan: &plan, state: &state, lang: Lang::Zh };
    let held = [first.meeting().unwrap(), next.meeting().unwrap()];
    let paper = minutes(known, &held).unwrap();
    assert_eq!(paper.title, "第4次至第5次重点工作调度会会议纪要");
    assert_eq!(paper.number, "第4至5期");
    let text = text::write(&paper);
    for line in [
        "　　一、第4次重点工作调度会（2023年9月15日）\n",
        "　　（一）关于招商引资情况\n",
        "　　1.招商小分队",
        "　　二、第5次重点工作调度会（2023年10月20日）\n",
        "　　会议议定：年底前开工。\n",
    ] {
        assert!(text.contains(line), "{line} {text}");
    }
}

#[test]
fn a_body_says_it_in_its_own_words() {
    let mut plan = plan();
    plan.rehearsal = true;
    plan.letterhead.number = "〔{year}〕{number}号".into();
    plan.letterhead.phrases.insert(Phrase::Heard, "会上，{who}作了{what}。".into());
    let series = &mut plan.series[0].letterhead;
    series.mark = "演练区人民政府专题会议纪要".into();
    series.phrases.insert(Phrase::Settled, "会议决定：".into());
    let paper = paper(&plan, &whole(), Lang::Zh);
    assert_eq!(paper.mark, "演练区人民政府专题会议纪要");
    assert_eq!(
        (paper.number.as_str(), paper.standing().as_deref()),
        ("〔2023〕4号", Some("（演练　送审稿）"))
    );
    let text = text::write(&paper);
    assert!(
        text.contains("会议决定：\n") && text.contains("会上，发改局作了关于专项债申报的汇报。"),
        "{text}"
    );
}

#[test]
fn a_replaced_decision_is_named_by_its_words() {
    let mut state = whole();
    let earlier: SnapshotId = "2023-08-11".parse().unwrap();
    let was = Decision { text: "太安路8月底前完成。".into(), ..Decision::default() };
    state.ledger.decisions.insert(earlier.record(6), was);
    let own = Decision {
        supersedes: vec![earlier.record(6)],
        consent: "区长".into(),
        ..decision("太安路10月15日前完成", &["财政局"], "2023-10-15")
    };
    decide(&mut state, 11, own);
    let text = said(&state);
    let line = "太安路10月15日前完成，由财政局牵头，2023年8月11日议定的“太安路8月底前完成”不再执行，经区长同意。";
    assert!(text.contains(line), "{text}");
}

#[test]
fn three_hundred_names_and_hidden_marks_are_one_roll() {
    let mut state = open("2023-09-15", 4);
    let mut names = Vec::new();
    for nth in 0..300 {
        let who = crate::plan::Party::Outside(format!("演练单位{nth:03}\u{202e}"));
        names.push(format!("演练单位{nth:03}<202E>"));
        meeting(&mut state).attendance.insert(who, Attendance::default());
    }
    let paper = paper(&plan(), &state, Lang::Zh);
    let roll = Block::Roll { label: "出席".into(), names: names.join("、") };
    assert_eq!(paper.body.last(), Some(&roll));
}

/// The small book in Chinese.
const WHOLE: &str = "\
重点工作调度会会议纪要
第4期
演练区人民政府　　2023年9月15日
────────────────────────────

第4次重点工作调度会会议纪要
（送审稿）

　　2023年9月15日9:00至10:10，区长演练甲在第一会议室主持召开第4次重点工作调度会，听取了关于招商引资情况等3项汇报。现将会议议定事项纪要如下：
　　一、关于招商引资情况
　　会议听取了演练区投资促进局（以下简称投促局）关于招商引资情况的汇报。
　　会议指出，招商要盯住签约转开工。
　　会议议定：
　　1.招商小分队本月出发，由投促局、演练区发展和改革局（以下简称发改局）牵头，2023年9月30日前完成。
　　2.签约项目台账按月报送，由投促局牵头，时限为每月5日。
　　（1）2023年10月8日前，报第一期。
　　二、专项债申报
　　会议听取了发改局关于专项债申报的汇报。
　　会议议定：第三批材料9月底前报省，由发改局牵头，演练区财政局（以下简称财政局）配合。
　　会议要求：说明资金缺口。
　　三、其他事项
　　会议还研究了其他事项。
　　会议议定：
　　1.原则同意：补助办法按程序报批，由财政局牵头。
　　2.会后再定的事（待定）。
　　会议还听取了财政局关于安全生产情况的汇报。
　　“清冰雪预案”暂缓：等市里文件。

　　出席：区长演练甲、发改局、财政局
　　请假：投促局（副局长代）
　　列席：省交投集团

────────────────────────────
抄送：区委办公室，区人大常委会办公室。
演练区人民政府办公室　　2023年　月　日印发
";

/// The same in English.
const ENGLISH: &str = "\
重点工作调度会: Minutes
No. 4
演练区人民政府    15 September 2023
────────────────────────────

重点工作调度会 No. 4: Minutes
(draft for approval)

    区长 演练甲 chaired 重点工作调度会 No. 4 on 15 September 2023 from 9:00 to 10:10 in 第一会议室, and heard 3 reports, the first a report on 关于招商引资情况的汇报. Its decisions are set out below.
    1. 关于招商引资情况的汇报
    The meeting heard 演练区投资促进局 (“投促局”) with a report on 关于招商引资情况的汇报.
    会议指出，招商要盯住签约转开工.
    The meeting decided:
    (1) 招商小分队本月出发, led by 投促局, 演练区发展和改革局 (“发改局”), by 30 September 2023.
    (2) 签约项目台账按月报送, led by 投促局, due on the 5th of every month.
    (a) by 8 October 2023: 报第一期.
    2. 专项债申报
    The meeting heard 发改局 with a report on 专项债申报.
    The meeting decided: 第三批材料9月底前报省, led by 发改局, with 演练区财政局 (“财政局”).
    The meeting required: 说明资金缺口.
    3. Other matters
    The meeting also went through other matters.
    The meeting decided:
    (1) agreed in principle: 补助办法按程序报批, led by 财政局.
    (2) 会后再定的事 (to be settled).
    The meeting also heard 财政局 a report on 关于安全生产情况的汇报.
    “清冰雪预案” was postponed: 等市里文件.

    Present: 区长 演练甲, 发改局, 财政局
    Excused: 投促局 (represented by 副局长)
    Attending: 省交投集团

────────────────────────────
Copies to: 区委办公室, 区人大常委会办公室.
演练区人民政府办公室
";

//! A small book for the tests of papers: a roster, two series, one meeting with something of everything.

use crate::ledger::{
    About, AgendaItem, Attendance, Chain, Decision, DecisionKind, Due, Held, ItemState, Ledger,
    Meeting, Node, Note, Outcome, Presence, Signing, Sitting, Snapshot, SnapshotId, snapshot,
};
use crate::plan::{
    Holder, Letterhead, Office, OfficeKey, Party, Period, Place, Plan, Post, Row, Series, Table,
};

/// A key of the roster.
pub(crate) fn key(text: &str) -> OfficeKey {
    text.parse().unwrap()
}

/// An office of the roster.
pub(crate) fn party(at: &str) -> Party {
    Party::named(at, &plan().roster)
}

/// A plan of nothing but a letterhead, two series and a roster.
pub(crate) fn plan() -> Plan {
    let day = |text: &str| text.parse().unwrap();
    let period = Period { from: day("2023-01-01"), to: day("2023-12-31") };
    let mut plan = Plan::new("test-2023", "2023年主要任务", period);
    plan.organ = "演练区人民政府".into();
    let letterhead = Letterhead {
        office: "演练区人民政府办公室".into(),
        copies: vec!["区委办公室".into(), "区人大常委会办公室".into()],
        ..Letterhead::default()
    };
    plan.letterhead = letterhead;
    let series = |name: &str, code: &str| Series {
        name: name.into(),
        code: code.into(),
        place: String::new(),
        chair: String::new(),
        letterhead: Letterhead::default(),
    };
    plan.series = vec![series("重点工作调度会", ""), series("区政府常务会议", "cw")];
    let office = |short: &str, full: &str, order| Office {
        short: short.into(),
        full: full.into(),
        aliases: Vec::new(),
        order,
        former: Vec::new(),
        successor: None,
    };
    plan.roster.offices = [
        (key("fgj"), office("发改局", "演练区发展和改革局", 10)),
        (key("czj"), office("财政局", "演练区财政局", 20)),
        (key("tcj"), office("投促局", "演练区投资促进局", 30)),
    ]
    .into_iter()
    .collect();
    let holder = Holder { name: "演练甲".into(), from: day("2023-01-01"), to: None };
    let post = Post { title: "区长".into(), office: None, order: 1, holders: vec![holder] };
    plan.roster.posts = [(key("qz"), post)].into_iter().collect();
    plan
}

/// What is open: a meeting on a day.
pub(crate) fn open(day: &str, number: u32) -> Snapshot {
    let id: SnapshotId = day.parse().unwrap();
    let sitting = Sitting {
        from: "09:00".parse().ok(),
        to: "10:10".parse().ok(),
        place: "第一会议室".into(),
        chair: "区长".into(),
        day: None,
    };
    let meeting = Meeting {
        id,
        series: "重点工作调度会".into(),
        number,
        title: String::new(),
        next: None,
        sittings: [(1, sitting)].into_iter().collect(),
        attendance: Table::default(),
        agenda: Table::default(),
    };
    Snapshot {
        format: snapshot::FORMAT,
        kind: Held::Meeting(meeting),
        follows: Vec::new(),
        meetings: Chain::default(),
        plan: "test-2023 sha256:0".into(),
        ledger: Ledger::default(),
        marks: Vec::new(),
    }
}

/// The meeting that is open, to be changed.
pub(crate) fn meeting(state: &mut Snapshot) -> &mut Meeting {
    match &mut state.kind {
        Held::Meeting(meeting) => meeting,
        other => panic!("{other:?} is no meeting"),
    }
}

/// A decision with a lead.
pub(crate) fn decision(text: &str, lead: &[&str], due: &str) -> Decision {
    Decision {
        text: text.into(),
        lead: lead.iter().map(|name| party(name)).collect(),
        due: due.parse().map_or(Due::Missing, Due::Stated),
        ..Decision::default()
    }
}

/// Records a decision under the next number, which may leave holes.
pub(crate) fn decide(state: &mut Snapshot, number: u32, decision: Decision) {
    let id = state.id().record(number);
    state.ledger.decisions.insert(id, decision);
}

/// One meeting with something of everything that minutes say.
pub(crate) fn whole() -> Snapshot {
    let mut state = open("2023-09-15", 4);
    meeting(&mut state).agenda = agenda();
    meeting(&mut state).attendance = attendance();
    for (number, decision) in decisions() {
        decide(&mut state, number, decision);
    }
    let note = |text: &str, item, local| Note { text: text.into(), item, local, ..Note::default() };
    let id = state.id();
    state.ledger.notes = [
        (id.record(2), note("会议指出，招商要盯住签约转开工", Some(1), false)),
        (id.record(10), note("只留本机的话", Some(1), true)),
    ]
    .into_iter()
    .collect();
    state
}

fn row() -> Row {
    Row { place: Place::task(1, 2), title: "招商引资".into() }
}

fn agenda() -> Table<u16, AgendaItem> {
    let item = |title: &str, office: Option<&str>, state| AgendaItem {
        title: title.into(),
        office: office.map(party),
        state,
        ..AgendaItem::default()
    };
    let mut agenda: Table<u16, AgendaItem> = [
        (1, item("关于招商引资情况的汇报", Some("投促局"), ItemState::Discussed)),
        (2, item("专项债申报", Some("发改局"), ItemState::Discussed)),
        (3, item("关于安全生产情况的汇报", Some("财政局"), ItemState::Discussed)),
        (4, item("清冰雪预案", None, ItemState::Postponed)),
        (5, item("没有轮到的议题", None, ItemState::Ahead)),
    ]
    .into_iter()
    .collect();
    agenda.get_mut(&1).unwrap().rows = vec![row()];
    agenda.get_mut(&4).unwrap().reason = "等市里文件".into();
    agenda
}

fn attendance() -> Table<Party, Attendance> {
    let attend = |state, substitute: &str| Attendance {
        state,
        substitute: substitute.into(),
        ..Attendance::default()
    };
    [
        (party("财政局"), attend(Presence::Present, "")),
        (party("发改局"), attend(Presence::Present, "")),
        (party("区长"), attend(Presence::Present, "")),
        (party("投促局"), attend(Presence::Excused, "副局长")),
        (Party::Outside("省交投集团".into()), attend(Presence::Attending, "")),
    ]
    .into_iter()
    .collect()
}

fn decisions() -> [(u32, Decision); 7] {
    let invited = decision("招商小分队本月出发", &["投促局", "发改局"], "2023-09-30");
    let book = decision("签约项目台账按月报送。", &["投促局"], "每月5日");
    let nodes = vec![Node { by: "2023-10-08".parse().unwrap(), text: "报第一期".into() }];
    let bonds = decision("第三批材料9月底前报省", &["发改局"], "2023-09-30");
    let explain = Decision {
        item: Some(2),
        kind: DecisionKind::Required,
        lead_assumed: true,
        due: Due::Assumed("2023-10-20".parse().unwrap()),
        ..decision("说明资金缺口", &["财政局"], "")
    };
    let subsidy = decision("补助办法按程序报批", &["财政局"], "");
    [
        (1, Decision { about: vec![About::Row(row())], ..invited }),
        (3, Decision { item: Some(1), nodes, ..book }),
        (4, Decision { item: Some(2), support: vec![party("财政局")], ..bonds }),
        (5, explain),
        (7, Decision { outcome: Outcome::AgreedInPrinciple, ..subsidy }),
        (8, Decision { not_in_minutes: true, ..decision("不入纪要", &[], "") }),
        (9, Decision { pending: true, ..decision("会后再定的事", &[], "") }),
    ]
}

/// 签发 on a day, under a number.
pub(crate) fn sign(state: &mut Snapshot, on: &str, document: &str) {
    let (id, by) = (state.id(), "区长".to_owned());
    let signing = Signing { by, on: on.parse().unwrap(), document: document.into() };
    let signings = [(id.record(90), signing)].into_iter().collect();
    state.ledger.signings.insert(id, signings);
}

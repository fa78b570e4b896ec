//! A small book with the real plan's shapes, and a desk that reads lines on it.

use super::super::*;
use super::{base, day};
use crate::format::ron;
use crate::ledger::snapshot::{Held, Interval};
use crate::ledger::{AgendaItem, Assignment, Chain, Ledger, Meeting, Sitting, SnapshotId};
use crate::plan::{Row, Table};

const PLAN: &str = r#"(
  format: 1, id: "daoli-2023", title: "计划", period: (from: "2023-01-01", to: "2023-12-31"),
  guidance: [], headline: [
    (id: "0/1", metric: "增速", comparator: about, value: "6", unit: "%", kind: rate, text: "6%左右"),
    (id: "0/2", metric: "收入", comparator: exactly, value: "23.9", unit: "亿元", kind: cumulative, text: "23.9亿元"),
  ],
  sections: [
    (id: "1", title: "项目", tasks: [
      (id: "1.1", title: "重点项目", measures: []),
      (id: "1.2", title: "招商引资", measures: [
        (id: "1.2.1", text: "签约额500亿元，利用内资", targets: [
          (id: "1.2/1", metric: "签约额", comparator: exactly, value: "500", unit: "亿元", kind: cumulative, text: "500亿元"),
          (id: "1.2/2", metric: "内资", comparator: issued, unit: "亿元", kind: issued, text: "内资"),
        ]),
        (id: "1.2.2", text: "竞赛年"),
      ]),
      (id: "1.3", title: "环境", measures: []),
      (id: "1.4", title: "临空经济", measures: [
        (id: "1.4.1", text: "3项基础设施", targets: [
          (id: "1.4/1", metric: "基础设施", comparator: exactly, value: "3", unit: "项", kind: checklist, text: "3项基础设施"),
        ]),
      ]),
      (id: "1.12", title: "十二", measures: []),
    ]),
    (id: "3", title: "城乡", tasks: [
      (id: "3.1", title: "设施", measures: [
        (id: "3.1.1", text: "280万平方米，20条(段)", targets: [
          (id: "3.1/1", metric: "改造", comparator: exactly, value: "280", unit: "万平方米", kind: cumulative, text: "280万平方米"),
          (id: "3.1/2", metric: "道路", comparator: exactly, value: "20", unit: "条(段)", kind: cumulative, text: "20条(段)"),
        ]),
      ]),
    ]),
  ],
  roster: (offices: {
    "zfb": (short: "政府办", full: "道里区人民政府办公室", aliases: ["府办"], order: 10),
    "fgj": (short: "发改局", full: "道里区发展和改革局", aliases: ["发展和改革局"], order: 20),
    "wjj": (short: "卫健局", full: "道里区卫生健康局", former: [(short: "卫生局", full: "道里区卫生局", until: "2018-12-31")], order: 30),
    "lkb": (short: "临空办", full: "哈尔滨临空经济区管委会", order: 40),
    "tcj": (short: "投促局", full: "道里区投资促进局", order: 50),
    "zjj": (short: "住建局", full: "道里区住房和城乡建设局", aliases: ["建设局"], order: 60),
    "jyj": (short: "教育局", full: "道里区教育局", order: 70),
    "czj": (short: "财政局", full: "道里区财政局", order: 80),
    "mzj": (short: "民政局", full: "道里区民政局", order: 90),
    "wlj": (short: "文旅局", full: "道里区文化和旅游局", order: 100),
    "njj": (short: "农机局", full: "道里区农机局", order: 110),
    "swj": (short: "商务局", full: "道里区商务局", order: 55, former: [(short: "招商局", full: "道里区招商局", until: "2015-12-31")], successor: "tcj"),
  }, posts: {
    "qz": (title: "区长", order: 1),
    "fgfqz": (title: "分管副区长", order: 2, holders: [(name: "演练甲", from: "2021-01-01")]),
  }, groups: {"两办": ["zfb", "lkb"], "经济口": ["swj", "tcj", "fgj"]}),
)"#;

pub(in crate::app) fn plan() -> Plan {
    ron::read_line(PLAN.replace('\n', " ").as_str()).unwrap()
}

/// What a line is read against.
pub(in crate::app::entry) struct Desk {
    plan: Plan,
    names: Names,
    state: Snapshot,
    picks: Vec<Party>,
    pub(in crate::app::entry) binding: Vec<About>,
    item: Vec<Place>,
}

impl Default for Desk {
    fn default() -> Self {
        Self::of(plan())
    }
}

impl Desk {
    /// The same desk in a town where things are called otherwise.
    pub(in crate::app::entry) fn named(names: &[(&str, &str)]) -> Self {
        let text = names
            .iter()
            .fold(PLAN.replace('\n', " "), |text, (han, other)| text.replace(han, other));
        Self::of(ron::read_line(&text).unwrap())
    }

    fn of(plan: Plan) -> Self {
        let names = Names::new(&plan.roster);
        let binding = vec![About::Row(plan.row(Place::task(1, 4)))];
        let state = state(&plan);
        let mut desk = Self { picks: Vec::new(), names, state, plan, binding, item: Vec::new() };
        // 1 投促局 2 教育局 3 卫健局 4 财政局 5 临空办 6 民政局 7 发改局
        let picks = ["投促局", "教育局", "卫健局", "财政局", "临空办", "民政局", "发改局"];
        desk.picks = picks.iter().map(|name| party(name, &desk.plan)).collect();
        desk
    }

    pub(in crate::app::entry) fn context(&self) -> Context<'_> {
        Context {
            plan: &self.plan,
            names: &self.names,
            state: &self.state,
            picks: &self.picks,
            binding: &self.binding,
            item: &self.item,
            reporter: None,
            revised: None,
            base: base(),
            today: day(9, 15),
        }
    }

    /// The same desk, bound elsewhere.
    pub(in crate::app::entry) fn bound(mut self, places: &[&str]) -> Self {
        let row = |place: &&str| About::Row(self.plan.row(place.parse().unwrap()));
        self.binding = places.iter().map(row).collect();
        self
    }

    /// The same desk, bound to none of the rows that its item goes through.
    pub(in crate::app::entry) fn going_through(self, places: &[&str]) -> Self {
        let item = places.iter().map(|place| place.parse().unwrap()).collect();
        Self { item, ..self.bound(&[]) }
    }

    /// A reading from January to July, made at the meeting before.
    pub(in crate::app::entry) fn read_before(&mut self, place: Place, value: &str, done: &[&str]) {
        let reading = Reading {
            period: "2023-01..2023-07".parse().unwrap(),
            value: value.parse().unwrap(),
            entered: day(8, 11),
            from: None,
            source: String::new(),
            preliminary: false,
            written: String::new(),
            revises: None,
            reason: String::new(),
            done: done.iter().map(|name| (*name).to_owned()).collect(),
        };
        let row = Row { place, title: String::new() };
        let id = SnapshotId::meeting(day(8, 11), "").record(9);
        self.state.ledger.readings.entry(row).or_default().insert(id, reading);
    }

    /// The same desk between two meetings.
    pub(in crate::app::entry) fn in_interval(mut self) -> Self {
        self.state.kind = Held::Interval(Interval::new(SnapshotId::interval(day(9, 15))));
        self
    }

    /// The same desk, between two sittings.
    pub(in crate::app::entry) fn adjourned(mut self) -> Self {
        let ended = Sitting { to: "10:10".parse().ok(), ..Sitting::default() };
        let Held::Meeting(meeting) = &mut self.state.kind else { panic!("no meeting") };
        meeting.sittings.insert(1, ended);
        self
    }

    pub(in crate::app::entry) fn read(&self, line: &str) -> Understood {
        read(line, &self.context())
    }
}

/// An office by its short name in the Han book, or by its place among the picks in another.
fn party(name: &str, plan: &Plan) -> Party {
    let keys = [
        ("投促局", "tcj"),
        ("教育局", "jyj"),
        ("卫健局", "wjj"),
        ("财政局", "czj"),
        ("临空办", "lkb"),
        ("民政局", "mzj"),
        ("发改局", "fgj"),
        ("农机局", "njj"),
        ("住建局", "zjj"),
    ];
    let (_, key) = keys.iter().find(|(own, _)| *own == name).unwrap();
    Party::named(key, &plan.roster)
}

/// The fourth meeting: 临空办 leads 1.4; 240 of 500 were signed from January to July.
#[allow(clippy::too_many_lines, reason = "one book, told from its beginning")]
fn state(plan: &Plan) -> Snapshot {
    let mut ledger = Ledger::default();
    let earlier = SnapshotId::meeting(day(8, 11), "");
    let party = |name: &str| party(name, plan);
    let assignment = Assignment {
        lead: vec![party("临空办")],
        support: vec![party("农机局")],
        sponsor: String::new(),
        person: String::new(),
        due: None,
        since: day(1, 10),
    };
    let row = plan.row(Place::task(1, 4));
    ledger.assignments.insert(row, [(earlier.record(1), assignment)].into_iter().collect());
    let decision = Decision {
        text: "太安路迁改8月底前完成".into(),
        lead: vec![party("住建局")],
        ..Decision::default()
    };
    ledger.decisions.insert(earlier.record(2), decision);
    let reading = Reading {
        period: "2023-01..2023-07".parse().unwrap(),
        value: "240".parse().unwrap(),
        entered: day(8, 11),
        from: None,
        source: String::new(),
        preliminary: false,
        written: String::new(),
        revises: None,
        reason: String::new(),
        done: Vec::new(),
    };
    let target = Row { place: Place::target(1, 2, 1), title: String::new() };
    let roads = Reading { value: "20".parse().unwrap(), ..reading.clone() };
    ledger.readings.insert(target, [(earlier.record(3), reading)].into_iter().collect());
    let target = Row { place: Place::target(3, 1, 2), title: String::new() };
    ledger.readings.insert(target, [(earlier.record(4), roads)].into_iter().collect());
    let item = |place: &str| AgendaItem {
        title: place.into(),
        rows: vec![plan.row(place.parse().unwrap())],
        ..AgendaItem::default()
    };
    let meeting = Meeting {
        next: None,
        id: SnapshotId::meeting(day(9, 15), ""),
        series: "调度会".into(),
        number: 4,
        title: String::new(),
        sittings: Table::default(),
        attendance: Table::default(),
        agenda: [(1, item("1.2")), (7, item("1.4"))].into_iter().collect(),
    };
    let mut meetings = Chain::default();
    let seal = format!("sha256:{}", "0".repeat(64));
    for month in [3, 5, 8] {
        meetings.add(SnapshotId::meeting(day(month, 11), ""), seal.parse().unwrap());
    }
    Snapshot {
        format: 1,
        kind: Held::Meeting(meeting),
        follows: Vec::new(),
        meetings,
        plan: String::new(),
        ledger,
        marks: Vec::new(),
    }
}

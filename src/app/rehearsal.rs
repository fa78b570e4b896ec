//! A rehearsal book for tests: the bundled plan with three closed meetings, an interval, and one
//! open meeting. Names and figures in it are made up.

mod entries;
pub(crate) mod forked;

use super::Session;
use crate::format::ron::{self, Limits};
use crate::ledger::{
    About, Amendment, Attendance, Change, Colour, Correction, Edit, Followup, Happening, Held,
    Interval, ItemState, Light, LightSet, Presence, Reading, RecordId, Sheet, Signing, Slip,
    Snapshot, SnapshotId, Stage,
};
use crate::plan::{self, Plan};

pub(crate) use entries::{act, assign, close, day, decide, meet, place, read};
use entries::{
    assumed, figure, note, open, parties, plan_minutes, progress, record, seal, stage, time,
};

/// The plan of the repository, as a rehearsal.
pub(crate) fn plan() -> Plan {
    let mut plan: Plan =
        ron::read(include_bytes!("../../plan.ron"), Limits::of(plan::FORMAT)).unwrap();
    plan.rehearsal = true;
    plan
}

/// A book in which nothing has happened yet.
pub(crate) fn founded(plan: Plan) -> Session {
    let digest = format!("{} sha256:{}", plan.id, "0".repeat(64));
    let sealed = Snapshot::adopted(&plan, &digest);
    let mut book = Session::new(plan, digest, sealed, seal(0), time("2023-09-15", "14:40"));
    book.reindex();
    book
}

/// Three meetings and an interval are sealed, nothing is open.
pub(crate) fn between() -> Session {
    let mut book = founded(plan());
    first_meeting(&mut book);
    second_meeting(&mut book);
    interval(&mut book);
    third_meeting(&mut book);
    book.today = day("2023-09-15");
    book.now = time("2023-09-15", "14:40");
    book.reindex();
    book
}

/// The figures of August came in between two meetings: something of every kind and every light.
pub(crate) fn reported() -> Session {
    let mut book = between();
    open(&mut book, Held::Interval(Interval::new(SnapshotId::interval(day("2023-09-12")))));
    for (target, value) in AUGUST {
        read(&mut book, "09:00", target, value, 8);
    }
    for (target, value) in [("0/1", "4.9"), ("0/6", "5.0")] {
        let row = book.plan.row(target.parse().unwrap());
        let reading = figure(&book, value, 6);
        record(&mut book, "09:30", |id| Edit::Reading(Change::add((row, id), reading)));
    }
    let row = book.plan.row("4.2/1".parse().unwrap());
    let schools = ["昆仑路学校", "龙葵路学校", "融江路学校", "顾新路小学", "清河湾小学"];
    let done = schools.map(str::to_owned).to_vec();
    let reading = Reading { done, ..figure(&book, "5", 8) };
    record(&mut book, "09:40", |id| Edit::Reading(Change::add((row, id), reading)));
    let row = book.plan.row("5.5/1".parse().unwrap());
    let set = LightSet {
        light: Some(Light::OnTrack),
        reason: "全年计划已覆盖".into(),
        agreed: "区长".into(),
        on: day("2023-09-12"),
        pinned: true,
    };
    record(&mut book, "09:50", |id| Edit::Light(Change::add((row, id), set)));
    close(&mut book);
    book.today = day("2023-09-15");
    book.reindex();
    book
}

/// Figures from January to August.
const AUGUST: [(&str, &str); 36] = [
    ("0/1", "4.8"),
    ("0/2", "17.9"),
    ("0/3", "5.1"),
    ("0/4", "3.2"),
    ("0/5", "8.4"),
    ("1.1/1", "1"),
    ("1.1/2", "4"),
    ("1.1/3", "1.98"),
    ("1.2/1", "305"),
    ("1.4/1", "1"),
    ("1.4/2", "2"),
    ("1.4/3", "2"),
    ("2.1/1", "2"),
    ("2.1/2", "7"),
    ("2.2/1", "3"),
    ("2.2/3", "5"),
    ("2.2/4", "11"),
    ("2.3/1", "1"),
    ("3.1/1", "168"),
    ("3.1/3", "18"),
    ("3.1/4", "7.2"),
    ("3.2/1", "19"),
    ("3.2/2", "60.2"),
    ("3.3/1", "16"),
    ("3.3/2", "6.4"),
    ("3.3/6", "5200"),
    ("4.1/1", "19"),
    ("4.1/2", "4"),
    ("4.2/2", "12"),
    ("4.2/6", "41"),
    ("4.3/1", "1"),
    ("4.3/2", "80"),
    ("4.4/1", "44"),
    ("4.4/2", "30"),
    ("4.5/2", "4"),
    ("4.5/4", "5"),
];

/// The fourth meeting is open: two items are through, the third is on.
pub(crate) fn in_session() -> Session {
    let mut book = between();
    meet(&mut book, "2023-09-15", 4);
    attend(&mut book);
    plan_minutes(&mut book, &[10, 5, 5, 10, 5, 10, 5, 5, 5]);
    decide(&mut book, "14:26", "1.1", ["专项债第三批材料9月底前报省", "fgj czj", "2023-09-30"]);
    read(&mut book, "14:27", "1.4/1", "1", 8);
    decide(
        &mut book,
        "14:29",
        "1.4",
        ["太安路迁改延至10月15日前完成，每周五报进度", "lkb zjj", "2023-10-15"],
    );
    assign(&mut book, "14:31", "1.4", "lkb fgj zjj");
    note(&mut book, "14:32", "1.4", "请省交投集团下次到会说明工期");
    assumed(&mut book, "14:33", "1.4", "空港应急医院10月底前开工");
    for (number, [from, to]) in (1..).zip([
        ["14:00", "14:12"],
        ["14:12", "14:16"],
        ["14:16", "14:20"],
        ["14:20", "14:26"],
        ["14:26", "14:28"],
    ]) {
        progress(&mut book, number, from, ItemState::Current);
        progress(&mut book, number, to, ItemState::Discussed);
    }
    progress(&mut book, 6, "14:28", ItemState::Current);
    book.now = time("2023-09-15", "14:40");
    book.reindex();
    book
}

/// Between the third meeting and the fourth: one decision was assigned, reported on, pressed for and
/// extended, another was dropped, a slip was put right, a goal amended, the minutes signed.
pub(crate) fn lived() -> Session {
    let mut book = between();
    open(&mut book, Held::Interval(Interval::new(SnapshotId::interval(day("2023-08-14")))));
    let roads: RecordId = "2023-08-11/10".parse().unwrap();
    let follow = |book: &mut Session, on: &str, id: &RecordId, step: Followup| {
        let step = Followup { on: day(on), ..step };
        record(book, "10:00", |record| Edit::Followup(Change::add((id.clone(), record), step)));
    };
    let step = |what| Followup::on(day("2023-08-14"), what);
    follow(&mut book, "2023-08-14", &roads, step(Happening::Stage(Stage::Assigned)));
    let reported = Happening::Feedback {
        from: Some(parties(&book, "lkb").remove(0)),
        progress: "已迁改七成".into(),
        problem: "雨季停工".into(),
        next: "9月上旬复工".into(),
    };
    follow(&mut book, "2023-08-28", &roads, step(reported));
    let sheet = Sheet {
        about: About::Decision(roads.clone()),
        colour: Colour::Blue,
        on: day("2023-08-29"),
        reason: "三天后到期".into(),
    };
    record(&mut book, "10:00", |id| Edit::Sheet(Change::add(id, sheet)));
    let (from, to) = ("2023-08-31".parse().ok(), "2023-10-15".parse().unwrap());
    let extended = step(Happening::Extended { from, to }).agreed_by("区长").because("雨季停工");
    follow(&mut book, "2023-08-30", &roads, extended);
    let dropped = step(Happening::Stage(Stage::Dropped)).agreed_by("区长").because("并入月报");
    follow(&mut book, "2023-09-01", &"2023-08-11/11".parse().unwrap(), dropped);
    set_right(&mut book);
    close(&mut book);
    book.today = day("2023-09-15");
    book.now = time("2023-09-15", "14:40");
    book.reindex();
    book
}

/// A slip in a decision, one in a reading, an amended goal, and the signature.
fn set_right(book: &mut Session) {
    let third: SnapshotId = "2023-08-11".parse().unwrap();
    let correction = |record: &str, slip| Correction {
        on: day("2023-09-01"),
        record: record.parse().ok(),
        slip,
        agreed: "区长".into(),
    };
    let text = |text: &str| text.to_owned();
    let was = "106名医卫技术人员引进方案尽快报审";
    let slip = Slip::Text {
        was: text(was), now: text("106名医卫技术人员引进方案9月底前报审")
    };
    let of = |record| (third.clone(), record);
    let (decision, reading) = (
        correction("2023-08-11/13", slip),
        correction(
            "2023-08-11/6",
            Slip::Value { was: "240".parse().unwrap(), now: "204".parse().unwrap() },
        ),
    );
    record(book, "10:00", |id| Edit::Correction(Change::add(of(id), decision)));
    record(book, "10:00", |id| Edit::Correction(Change::add(of(id), reading)));
    let amendment = Amendment {
        was: "500".parse().ok(),
        now: "480".parse().unwrap(),
        organ: "区人大常委会".into(),
        document: "〔2023〕7号".into(),
        effective: day("2023-09-01"),
        reason: String::new(),
    };
    let row = book.plan.row(place("1.2/1"));
    record(book, "10:00", |id| Edit::Amendment(Change::add((row, id), amendment)));
    let signing =
        Signing { by: "区长".into(), on: day("2023-08-14"), document: "〔2023〕3号".into() };
    record(book, "10:00", |id| Edit::Signing(Change::add(of(id), signing)));
}

/// The fourth meeting is open after all that, at its sixth item.
pub(crate) fn lived_in_session() -> Session {
    let mut book = lived();
    meet(&mut book, "2023-09-15", 4);
    attend(&mut book);
    decide(&mut book, "14:26", "1.1", ["专项债第三批材料9月底前报省", "fgj czj", "2023-09-30"]);
    for number in 1..6 {
        progress(&mut book, number, "14:05", ItemState::Current);
        progress(&mut book, number, "14:05", ItemState::Discussed);
    }
    progress(&mut book, 6, "14:26", ItemState::Current);
    book.reindex();
    book
}

fn first_meeting(book: &mut Session) {
    meet(book, "2023-03-17", 1);
    assign(book, "09:10", "1.2", "tcj fgj jkq lkb");
    assign(book, "09:11", "1.4", "lkb fgj");
    assign(book, "09:12", "3.1", "zjj");
    decide(book, "09:15", "1.2", ["六强企业投资产业项目一企一专班推进", "tcj fgj", "2023-04-30"]);
    read(book, "09:20", "1.2/1", "96", 2);
    read(book, "09:21", "0/2", "4.1", 2);
    close(book);
}

fn second_meeting(book: &mut Session) {
    meet(book, "2023-05-19", 2);
    decide(book, "09:15", "1.2", ["组织赴长三角招商2次", "lkb tcj", "2023-06-30"]);
    decide(book, "09:25", "3.1", ["老旧小区改造9月15日前全部进场施工", "zjj", "2023-09-15"]);
    read(book, "09:20", "1.2/1", "180", 4);
    read(book, "09:28", "0/1", "4.8", 4);
    close(book);
}

fn interval(book: &mut Session) {
    open(book, Held::Interval(Interval::new(SnapshotId::interval(day("2023-06-05")))));
    read(book, "10:00", "0/2", "12.6", 6);
    read(book, "10:01", "3.1/1", "120", 6);
    read(book, "10:02", "4.4/2", "30", 6);
    let done = "2023-03-17/4".parse().unwrap();
    stage(book, "10:05", done, Stage::Done);
    close(book);
}

fn third_meeting(book: &mut Session) {
    meet(book, "2023-08-11", 3);
    let headline =
        [("0/1", "4.8"), ("0/2", "16.2"), ("0/3", "5.1"), ("0/4", "3.2"), ("0/5", "8.4")];
    for (target, value) in headline {
        read(book, "09:05", target, value, 7);
    }
    read(book, "09:20", "1.2/1", "240", 7);
    read(book, "09:22", "1.2/2", "88.6", 7);
    read(book, "09:23", "1.4/1", "1", 7);
    read(book, "09:24", "2.2/3", "5", 7);
    decide(book, "09:30", "1.4", ["太安路迁改8月底前完成", "lkb", "2023-08-31"]);
    decide(book, "09:34", "1.2", ["签约转开工台账按月报送", "tcj", "每月5日"]);
    decide(
        book,
        "09:40",
        "2.2",
        [
            "规上工业企业培育名单逐户明确包联领导和时间表，因企施策解决用地、用能、用工问题",
            "gxj fgj zrzyfj",
            "2023-09-20",
        ],
    );
    decide(book, "09:45", "4.3", ["106名医卫技术人员引进方案尽快报审", "", ""]);
    close(book);
}

fn attend(book: &mut Session) {
    let states =
        [("zfb", Presence::Present), ("fgj", Presence::Present), ("czj", Presence::Present)];
    let more =
        [("zjj", Presence::Present), ("wjj", Presence::Attending), ("tcj", Presence::Excused)];
    for (key, state) in states.into_iter().chain(more) {
        let party = parties(book, key).remove(0);
        let attendance = Attendance {
            state,
            substitute: if key == "czj" { "王副局长".into() } else { String::new() },
            from: None,
            to: None,
            reason: String::new(),
        };
        act(book, "14:00", vec![Edit::Attendance(Change::add(party, attendance))]);
    }
}

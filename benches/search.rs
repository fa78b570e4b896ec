//! One key in the search box, in the register and on an office's card, over a book of ten years: 6,000 decisions, 300 tasks.
//!
//! `cargo bench --bench search` types each query key by key and prints the median and the worst key: what
//! the state machine does and what the frame costs, in time that this thread had the processor, because a
//! shared machine's clock says more about the neighbours. The goal is 30 ms a key; nothing here fails.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark stops where it fails, asks the clock, and prints"
)]

use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use yiding::app::{Input, Key, Screen, Seat, Session, update};
use yiding::format::ron::{self, Limits};
use yiding::ledger::{
    About, Decision, Due, Followup, Happening, RecordId, Seal, Snapshot, SnapshotId, Stage, When,
};
use yiding::plan::{self, Party, Place, Plan};
use yiding::view;
use yiding::words::Lang;

const DECISIONS: usize = 6_000;
const TASKS: usize = 300;
const GOAL: Duration = Duration::from_millis(30);

/// What is typed: one letter that nearly everything has, initials, full pinyin, Han, and filters.
const SEARCHED: [&str; 5] = ["z", "zsyz", "zhaoshangyinzi", "招商", "fgj tzb"];
const FILTERED: [&str; 4] =
    ["taianlu", "牵头:tcj !办结", "逾期 时限<10-31", "@发改局 会议>40 延期 1.4 qianyue"];

fn main() {
    let mut session = session();
    let before = worked();
    session.catalogued();
    let made = worked().saturating_sub(before);
    println!("{DECISIONS} decisions, {TASKS} tasks; the catalogue takes {made:.2?}");
    println!("{:<10}{:<44}{:>12}{:>12}  goal 30 ms", "box", "typed", "median", "worst");
    for text in SEARCHED {
        measure(&mut session, "search", Key::Char('/'), text);
    }
    for text in FILTERED {
        measure(&mut session, "register", Key::Ctrl('t'), text);
    }
    walk(&mut session, "投促局");
}

/// Opens the card of an office and walks down its decisions.
fn walk(session: &mut Session, office: &str) {
    let mut seat = Seat::new((120, 36), Lang::Zh);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
    let opens = [Input::Key(Key::Char('/')), Input::Text(office.into()), Input::Key(Key::Enter)];
    for input in opens {
        update(session, &mut seat, &input);
    }
    assert!(matches!(seat.screen(), Screen::Office { .. }), "{:?}", seat.screen());
    let mut keys = Vec::new();
    for _ in 0..9 {
        let pressed = worked();
        update(session, &mut seat, &Input::Key(Key::Down));
        view::draw(session, &seat, &mut buffer);
        keys.push(worked().saturating_sub(pressed));
    }
    told("card", office, keys);
}

/// Opens a box and types a text into it, one key at a time.
fn measure(session: &mut Session, name: &str, opens: Key, text: &str) {
    let mut seat = Seat::new((120, 36), Lang::Zh);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
    update(session, &mut seat, &Input::Key(opens));
    let mut keys: Vec<Duration> = Vec::new();
    for key in text.chars() {
        let pressed = worked();
        update(session, &mut seat, &Input::Key(Key::Char(key)));
        view::draw(session, &seat, &mut buffer);
        keys.push(worked().saturating_sub(pressed));
    }
    told(name, text, keys);
}

fn told(name: &str, text: &str, mut keys: Vec<Duration>) {
    keys.sort();
    let (median, worst) = (keys[keys.len() / 2], keys[keys.len() - 1]);
    let met = if worst <= GOAL { "met" } else { "MISSED" };
    println!("{name:<10}{text:<44}{median:>12.2?}{worst:>12.2?}  {met}");
}

/// How long this thread had the processor.
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

fn session() -> Session {
    let plan = plan();
    let digest = format!("{} sha256:{}", plan.id, "0".repeat(64));
    let mut sealed = Snapshot::adopted(&plan, &digest);
    fill(&mut sealed, &plan);
    let today = day(0) + TimeDelta::days(720);
    let now = "2023-09-15T14:00:00+08:00".parse().unwrap();
    let mut session = Session::new(plan, digest, sealed, seal(0), now);
    session.today = today;
    session.reindex();
    session
}

/// The bundled plan with its tasks repeated.
fn plan() -> Plan {
    let mut plan: Plan =
        ron::read(include_bytes!("../plan.ron"), Limits::of(plan::FORMAT)).unwrap();
    for section in &mut plan.sections {
        let own = section.tasks.clone();
        let number = section.id.number();
        section.tasks = own.into_iter().cycle().take(TASKS / 5).collect();
        for (task, nth) in section.tasks.iter_mut().zip(1..) {
            task.id = Place::task(number, nth);
            for (measure, nth_measure) in task.measures.iter_mut().zip(1..) {
                measure.id = Place::measure(number, nth, nth_measure);
            }
            let targets = task.measures.iter_mut().flat_map(|measure| &mut measure.targets);
            for (target, nth_target) in targets.zip(1..) {
                target.id = Place::target(number, nth, nth_target);
            }
        }
    }
    plan
}

/// A hundred meetings of sixty decisions; most are over, one in three was extended.
fn fill(state: &mut Snapshot, plan: &Plan) {
    let sentences: Vec<&str> = plan.measures().map(|measure| measure.text.as_str()).collect();
    let tasks: Vec<Place> = plan.tasks().map(|task| task.id).collect();
    let offices: Vec<Party> = plan
        .roster
        .in_order()
        .into_iter()
        .map(|(key, office)| Party::Office { key: key.clone(), name: office.short.clone() })
        .collect();
    let meetings = DECISIONS / 60;
    for nth in 0..meetings {
        let held = SnapshotId::meeting(day(nth), "");
        state.meetings.add(held.clone(), seal(nth));
        for number in 0..60 {
            let at = nth * 60 + number;
            let id = held.record(u32::try_from(number).unwrap() + 1);
            let text: String = sentences[at % sentences.len()].chars().take(40).collect();
            let due = When::On(day(nth) + TimeDelta::days(30), None);
            let decision = Decision {
                about: vec![About::Row(plan.row(tasks[at % tasks.len()]))],
                text: format!("第{at}件：{text}"),
                lead: vec![offices[at % offices.len()].clone()],
                support: vec![offices[(at + 7) % offices.len()].clone()],
                due: Due::Stated(due),
                ..Decision::default()
            };
            follow(state, &id, at);
            state.ledger.decisions.insert(id, decision);
        }
    }
}

fn follow(state: &mut Snapshot, id: &RecordId, at: usize) {
    let mut happened = Vec::new();
    if at.is_multiple_of(3) {
        let to = When::On(day(at / 60) + TimeDelta::days(90), None);
        happened.push(Happening::Extended { from: None, to });
    }
    if !at.is_multiple_of(10) {
        happened.push(Happening::Stage(Stage::Done));
    }
    for (what, number) in happened.into_iter().zip(1_000..) {
        let followup =
            Followup { on: day(at / 60), what, consent: String::new(), note: String::new() };
        let record = id.snapshot.record(number + u32::try_from(at).unwrap());
        state.ledger.followups.entry(id.clone()).or_default().insert(record, followup);
    }
}

/// The day of a meeting: one a week.
fn day(nth: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2021, 10, 1).unwrap();
    first + TimeDelta::days(7 * i64::try_from(nth).unwrap())
}

fn seal(nth: usize) -> Seal {
    format!("sha256:{nth:064x}").parse().unwrap()
}

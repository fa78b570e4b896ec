//! Plans of any size, a year of decisions, and books on the disk. All of it is made up from the
//! district's published plan, so that the text is as wide and as long as real text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{Days, NaiveDate};
use tempfile::TempDir;
use yiding::app::Session;
use yiding::app::agenda::{self, Opening};
use yiding::app::rehearse::{self, Year, rehearsed};
use yiding::format::ron::{self, Limits};
use yiding::format::seal;
use yiding::ledger::{
    About, Assignment, Chain, Decision, Due, Followup, Happening, Held, Meeting, Reading, RecordId,
    Seal, Snapshot, SnapshotId, Stage, When,
};
use yiding::plan::{self, Month, Party, Place, Plan, Section, Span, Task};
use yiding::shell::book::Site;
use yiding::shell::clock::Clock;
use yiding::shell::git::{Identity, Repo};
use yiding::words::Lang;

/// The district's plan.
pub const PLAN: &str = include_str!("../../plan.ron");

/// The first of the meetings of the year.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2023, 1, 6).unwrap();

/// The day on which everything is looked at.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 12, 15).unwrap()
}

/// The district's plan as a value.
pub fn district() -> Plan {
    ron::read(PLAN.as_bytes(), Limits::of(plan::FORMAT)).unwrap()
}

/// A plan of so many tasks: the district's for twenty. The first twenty tasks of all plans say the
/// same; the others have one measure each.
pub fn plan_of(tasks: usize) -> Plan {
    let mut plan = district();
    let models: Vec<Task> = plan.tasks().cloned().collect();
    if tasks == models.len() {
        return plan;
    }
    let mut number = 0;
    let sections = plan.sections.len();
    for section in &mut plan.sections {
        let count = tasks / sections;
        let made = (0..count).map(|at| {
            let mut task = models[number % models.len()].clone();
            if number >= models.len() {
                task.measures.truncate(1);
            }
            number += 1;
            renumber(&mut task, section, at + 1);
            task
        });
        section.tasks = made.collect();
    }
    plan
}

fn renumber(task: &mut Task, section: &Section, number: usize) {
    let (section, number) = (section.id.number(), u16::try_from(number).unwrap());
    task.id = Place::task(section, number);
    let mut targets = 1..;
    for (measure, place) in task.measures.iter_mut().zip(1..) {
        measure.id = Place::measure(section, number, place);
        for (target, place) in measure.targets.iter_mut().zip(targets.by_ref()) {
            target.id = Place::target(section, number, place);
        }
    }
}

/// The newest snapshot after a year on a plan of any size, of which the rehearsal that tests and `demo
/// --year` play would report every target: so many meetings, and so many decisions about the first
/// twenty tasks, each with a reading, three quarters of them done.
pub fn year(plan: &Plan, meetings: usize, decisions: usize) -> Snapshot {
    let adopted = Snapshot::adopted(plan, &seal::plan_digest(plan));
    let mut chain = Chain::default();
    chain.add(adopted.id(), a_seal(0));
    for number in 0..meetings {
        let day = FIRST + Days::new(u64::try_from(number * 330 / meetings).unwrap());
        let id = SnapshotId::meeting(day, "").free(|id| chain.seal(id).is_some());
        chain.add(id, a_seal(number));
    }
    let held: Vec<SnapshotId> = chain.iter().skip(1).map(|(id, _)| id.clone()).collect();
    let last = held.last().unwrap().clone();
    let opening = Opening { number: Some(u32::try_from(meetings).unwrap()), ..Opening::default() };
    let meeting = agenda::meeting(&session(plan.clone(), adopted.clone()), &opening, Lang::Zh);
    let mut newest = Snapshot {
        kind: Held::Meeting(Meeting { id: last.clone(), ..meeting }),
        follows: held.iter().rev().skip(1).take(1).cloned().collect(),
        meetings: Chain::default(),
        ..adopted
    };
    chain.iter().filter(|(id, _)| **id != last).for_each(|(id, seal)| {
        newest.meetings.add(id.clone(), seal.clone());
    });
    for number in 0..decisions {
        let first = u32::try_from(number / held.len() * 4 + 1).unwrap();
        record(plan, &mut newest, &held[number % held.len()].record(first), number);
    }
    newest
}

/// A decision, a reading, and what became of it; for the first of each task also who has it.
fn record(plan: &Plan, newest: &mut Snapshot, id: &RecordId, number: usize) {
    let (ledger, task) = (&mut newest.ledger, plan.tasks().nth(number % 20).unwrap());
    let (day, row) = (id.snapshot.day().unwrap(), plan.row(task.id));
    let next = |by: u32| RecordId { number: id.number + by, ..id.clone() };
    let measure = &task.measures[number % task.measures.len()];
    let decision = Decision {
        about: vec![About::Row(row.clone())],
        text: measure.text.chars().take(40).collect(),
        lead: office(plan, number),
        support: office(plan, number + 3),
        due: Due::Stated(When::On(day + Days::new(30), None)),
        ..Decision::default()
    };
    ledger.decisions.insert(id.clone(), decision);
    if let Some(target) = task.targets().next() {
        let readings = ledger.readings.entry(plan.row(target.id)).or_default();
        readings.insert(next(1), reading(day));
    }
    if !number.is_multiple_of(4) {
        let followups = ledger.followups.entry(id.clone()).or_default();
        followups.insert(next(2), done(day));
    }
    if number < 20 {
        let (lead, support) = (office(plan, number), office(plan, number + 3));
        let now = Assignment { lead, support, ..Assignment::since(day) };
        ledger.assignments.entry(row).or_default().insert(next(3), now);
    }
}

fn office(plan: &Plan, at: usize) -> Vec<Party> {
    let offices = plan.roster.in_order();
    let (key, office) = offices[at % offices.len()];
    vec![Party::Office { key: key.clone(), name: office.short.clone() }]
}

fn done(on: NaiveDate) -> Followup {
    let what = Happening::Stage(Stage::Done);
    Followup { on, what, consent: String::new(), note: String::new() }
}

/// The last day of a month of the year.
pub fn month_end(month: u32) -> NaiveDate {
    Month { year: 2023, month }.last_day().unwrap()
}

/// A figure up to the month of a day.
pub fn reading(day: NaiveDate) -> Reading {
    Reading {
        period: Span::year_to(Month::of(day)),
        value: "305.5".parse().unwrap(),
        entered: day,
        from: None,
        source: "统计月报".into(),
        preliminary: false,
        written: String::new(),
        revises: None,
        reason: String::new(),
        done: Vec::new(),
    }
}

fn a_seal(number: usize) -> Seal {
    format!("sha256:{number:064x}").parse().unwrap()
}

/// A session in memory: a plan after its newest snapshot.
pub fn session(plan: Plan, sealed: Snapshot) -> Session {
    let (digest, last) = (sealed.plan.clone(), sealed.meeting().cloned());
    let now = Clock::new(Some(today())).now();
    let mut session = Session::new(plan, digest, sealed, a_seal(0), now);
    session.last_meeting = last;
    session.reindex();
    session
}

/// A book on the disk that is removed when it is dropped.
pub struct Book {
    folder: TempDir,
}

impl Book {
    /// A book in a repository, with a plan and all snapshots that its newest one stands on.
    pub fn new(plan: &Plan, newest: &Snapshot) -> Self {
        let book = Self { folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap() };
        let text = if *plan == district() { PLAN.to_owned() } else { ron::write(plan).unwrap() };
        fs::write(book.plan(), text).unwrap();
        fs::create_dir(book.root().join("snapshots")).unwrap();
        let own = newest.id().to_string();
        let unchained = Snapshot { meetings: Chain::default(), ..newest.clone() };
        let unchained = ron::write(&unchained).unwrap();
        for (id, _) in newest.meetings.iter() {
            // As long as the newest, each under its own name. Nobody needs to read them.
            fs::write(book.snapshot(id), unchained.replacen(&own, &id.to_string(), 1)).unwrap();
        }
        let text = seal::sealed(ron::write(newest).unwrap());
        fs::write(book.snapshot(&newest.id()), text).unwrap();
        let repo = Repo::init(book.root()).unwrap();
        let (name, email) = ("bench".to_owned(), "bench@yiding.invalid".to_owned());
        repo.set_identity(&Identity { name, email }).unwrap();
        // Bytes that are still on their way to the disk would disturb what is measured.
        rustix::fs::sync();
        book
    }

    /// A rehearsal of so many meetings and decisions, every link of its chain whole, all of it in one
    /// commit. With the times between the meetings it has twice as many snapshots.
    pub fn played(meetings: usize, decisions: usize) -> Self {
        let size = Year { meetings, decisions };
        let made = rehearse::year(rehearsed(rehearse::PLAN), size, Lang::Zh).unwrap();
        let book = Self { folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap() };
        fs::write(book.plan(), &made.plan).unwrap();
        fs::create_dir(book.root().join("snapshots")).unwrap();
        for closed in &made.sealed {
            fs::write(book.snapshot(&closed.file.id), &closed.file.text).unwrap();
        }
        for line in [
            vec!["init", "--quiet"],
            vec!["-c", "core.fsync=none", "add", "."],
            vec!["commit", "--quiet", "--message", "a year"],
        ] {
            let mut git = Command::new("git");
            git.args(["-c", "user.name=bench", "-c", "user.email=bench@yiding.invalid"]);
            let ended = git.args(line).current_dir(book.root()).status().unwrap();
            assert!(ended.success());
        }
        book
    }

    /// How many bytes all its snapshots have.
    pub fn bytes(&self) -> f64 {
        let entries = fs::read_dir(self.root().join("snapshots")).unwrap();
        let sizes = entries.map(|entry| entry.unwrap().metadata().unwrap().len());
        f64::from(u32::try_from(sizes.sum::<u64>()).unwrap())
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The file of its plan.
    pub fn plan(&self) -> PathBuf {
        self.root().join("plan.ron")
    }

    /// The file of its newest snapshot.
    pub fn snapshot(&self, id: &SnapshotId) -> PathBuf {
        Site::at(self.root()).snapshot(id)
    }
}

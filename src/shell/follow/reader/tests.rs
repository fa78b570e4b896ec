//! A book that changes while it is read: by records, by a close, by what a pull brings.

use std::ffi::OsString;

use super::*;
use crate::shell::locale::Spoken;
use crate::shell::{args, headless};

struct Desk {
    temp: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("plan.ron"), include_str!("../../../../plan.ron")).unwrap();
        Self { temp }
    }

    fn root(&self) -> &Path {
        self.temp.path()
    }

    /// A command of the desk, as it is typed.
    fn types(&self, line: &str) {
        let book = self.root().as_os_str().to_owned();
        let before = ["yiding", "--today", "2023-09-15", "-C"].map(OsString::from);
        let argv = before.into_iter().chain([book]).chain(line.split(' ').map(OsString::from));
        let ask = args::parse(argv, Spoken::default()).unwrap();
        headless::answer(&ask).unwrap();
    }

    fn read(&self, watch: &Watch) -> Reader {
        let day = "2023-09-15".parse().ok();
        Reader::open(Site::at(self.root()), Clock::new(day), Lang::Zh, watch).ok().unwrap()
    }
}

fn watch() -> Watch {
    Watch::start(|| ()).unwrap()
}

#[test]
fn what_is_recorded_is_heard_once() {
    let (desk, watch) = (Desk::new(), watch());
    desk.types("meet open --title 调度会");
    let mut reader = desk.read(&watch);
    let heard = |reader: &mut Reader| reader.refresh(&watch).ok().unwrap();
    assert_eq!(heard(&mut reader), Heard::default());
    desk.types("decide 1.4 空港应急医院开工");
    let first = heard(&mut reader);
    assert_eq!((first.records.len(), first.withdrawn, first.turn), (1, 0, None));
    assert_eq!(heard(&mut reader), Heard::default());
    desk.types("undo");
    let back = heard(&mut reader);
    assert_eq!((back.records.len(), back.withdrawn), (0, 1));
    desk.types("redo");
    assert_eq!(heard(&mut reader).records, first.records);
    desk.types("meet close");
    assert_eq!(heard(&mut reader).turn, Some(Turn::Sealed));
    assert_eq!(reader.session.sealed.ledger.decisions.len(), 1);
    desk.types("read 1.2/1=305");
    let between = heard(&mut reader);
    assert_eq!((between.records.len(), between.turn), (1, None));
}

#[test]
fn a_snapshot_that_a_pull_brings_is_the_new_truth() {
    let (desk, here, watch) = (Desk::new(), Desk::new(), watch());
    let mut reader = here.read(&watch);
    desk.types("meet open --title 调度会");
    desk.types("decide 1.4 空港应急医院开工");
    desk.types("meet close");
    fs::create_dir_all(here.root().join("snapshots")).unwrap();
    for name in ["0000-adopted.ron", "2023-09-15.ron"] {
        let name = Path::new("snapshots").join(name);
        fs::copy(desk.root().join(&name), here.root().join(&name)).unwrap();
    }
    let heard = reader.refresh(&watch).ok().unwrap();
    assert_eq!(heard.turn, Some(Turn::Newer));
    assert_eq!(reader.session.sealed.id().to_string(), "2023-09-15");
    assert!(reader.session.last_meeting.is_some());
}

#[test]
fn a_plan_that_cannot_be_read_leaves_what_was_read() {
    let (desk, watch) = (Desk::new(), watch());
    let mut reader = desk.read(&watch);
    let plan = desk.root().join("plan.ron");
    let whole = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, &whole[..whole.len() / 2]).unwrap();
    assert!(reader.refresh(&watch).is_err());
    assert!(reader.session.plan.tasks().count() > 0);
    fs::write(&plan, format!("{whole}// 改过\n")).unwrap();
    assert_eq!(reader.refresh(&watch).ok().unwrap().turn, Some(Turn::Plan));
}

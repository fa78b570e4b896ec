//! Closing a meeting: snapshot and commit, against a durable save and a durable commit of the same
//! bytes by hand.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use chrono::Days;
use tempfile::{NamedTempFile, TempDir};
use yiding::app::agenda::{self, Opening};
use yiding::app::{self, Effect, Seat, Session, act};
use yiding::ledger::{Decision, Due, When};
use yiding::shell::book::{self, Right, Site};
use yiding::shell::clock::Clock;
use yiding::shell::perform::{Scribe, commit};
use yiding::words::Lang;

use super::books::{self, Book};
use super::measure::{Sample, in_turn, passing};
use super::table::{Goal, Table, Unit};

/// Measures the close.
pub fn measure(table: &mut Table, sample: Sample) {
    let plan = books::district();
    let book = Book::new(&plan, &books::year(&plan, 12, 300));
    let mut room = Room::open(&book);
    let mut hand = Hand::new();
    let found = in_turn(
        sample.rounds(11),
        || {
            room.meet();
            passing(|| room.close())
        },
        {
            let newest = fs::read_dir(book.root().join("snapshots")).unwrap();
            let newest = newest.map(|entry| entry.unwrap().path()).max().unwrap();
            let bytes = fs::read(newest).unwrap();
            move || passing(|| hand.save_and_commit(&bytes))
        },
    );
    let what = "close a meeting : durable save and durable git commit";
    table.row(what, found, Unit::Time, Goal::Ratio(2.0));
}

/// Where meetings are held one after the other, all on the disk.
struct Room {
    site: Site,
    session: Session,
    seat: Seat,
    scribe: Scribe,
}

impl Room {
    fn open(book: &Book) -> Self {
        let (site, clock) = (Site::at(book.root()), Clock::new(Some(books::today())));
        let opened = book::open(site, &Right::Write, clock, Lang::Zh).ok().unwrap();
        let scribe = Scribe::new(opened.site.clone(), opened.journal, opened.founding, Lang::Zh);
        let seat = Seat::new((120, 36), Lang::Zh);
        Self { site: opened.site, session: opened.session, seat, scribe }
    }

    /// Opens a meeting a day after the last and records fifteen decisions.
    fn meet(&mut self) {
        let (now, next) = (self.session.now, self.session.today + Days::new(1));
        self.session.set_clock(now, next);
        let meeting = agenda::meeting(&self.session, &Opening::default(), Lang::Zh);
        let acted = act::open_meeting(&mut self.session, meeting, Lang::Zh).unwrap();
        self.carry_out(acted);
        for number in 1..=15 {
            let due = When::On(self.session.today + Days::new(number), None);
            let text = "空港应急医院10月底前开工，由卫健局牵头，临空办、发改局配合".into();
            let decision = Decision { text, due: Due::Stated(due), ..Decision::default() };
            let acted = act::decide(&mut self.session, decision, "").unwrap();
            self.carry_out(acted);
        }
    }

    fn close(&mut self) {
        let acted = act::close_meeting(&mut self.session, Lang::Zh).unwrap();
        self.carry_out(acted);
        assert!(self.session.open.is_none() && self.session.keeping.uncommitted.is_none());
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let done = self.scribe.perform(effect);
            let committed = done.commit.map(|what| commit(&self.site, what, Lang::Zh));
            for outcome in done.outcomes.into_iter().chain(committed) {
                let more = app::answer(&mut self.session, &mut self.seat, &outcome);
                self.carry_out(more);
            }
        }
    }
}

/// A careful person with git and no program.
struct Hand {
    folder: TempDir,
    files: u32,
}

impl Hand {
    fn new() -> Self {
        let hand =
            Self { folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(), files: 0 };
        hand.git(&["init", "--quiet"]);
        hand.git(&["config", "user.name", "bench"]);
        hand.git(&["config", "user.email", "bench@yiding.invalid"]);
        hand
    }

    fn save_and_commit(&mut self, bytes: &[u8]) {
        self.files += 1;
        let name = format!("{}.ron", self.files);
        save(self.folder.path(), &name, bytes);
        self.git(&["add", "--", &name]);
        self.git(&["commit", "--quiet", "--message", "one", "--only", "--", &name]);
    }

    fn git(&self, arguments: &[&str]) {
        // By itself git leaves to the system when objects, index and branch reach the disk.
        let mut git = Command::new("git");
        git.args(["-c", "core.fsync=all"]);
        assert!(git.arg("-C").arg(self.folder.path()).args(arguments).status().unwrap().success());
    }
}

/// Beside its place, synced, renamed, and the folder synced.
fn save(folder: &Path, name: &str, bytes: &[u8]) {
    let mut file = NamedTempFile::new_in(folder).unwrap();
    file.write_all(bytes).unwrap();
    file.as_file().sync_all().unwrap();
    file.persist(folder.join(name)).unwrap();
    File::open(folder).unwrap().sync_all().unwrap();
}

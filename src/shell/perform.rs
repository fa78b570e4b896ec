//! Carries out what the state machine asks of the world, and answers.
//!
//! The same code serves the command line, which waits, and the desk, whose writer is a thread of its
//! own ([`writer`]). It knows in which order things reach the disk and nothing of what they mean.

mod papers;
pub mod writer;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::app::{Effect, Outcome, Papering, Publication};
use crate::format::{ron, seal};
use crate::ledger::{Entry, Header, Held, Snapshot, SnapshotId, snapshot};
use crate::plan::Plan;
use crate::shell::book::journals::purge;
use crate::shell::book::plans::{self, Earlier};
use crate::shell::book::site::{Site, file_name};
use crate::shell::book::{self, Right, head};
use crate::shell::clock::Clock;
use crate::shell::close::{Close, discard, file_away, seal as seal_journal};
use crate::shell::disk::Real;
use crate::shell::git::{Identity, NotCommitted};
use crate::shell::journal::Journal;
use crate::shell::placing;
use crate::shell::publish::{Final, publish};
use crate::shell::table;
use crate::shell::trouble::{NotSaved, show};
use crate::words::Lang;

/// The one who writes: journal and snapshots of one book, whose lock it must hold.
pub struct Scribe {
    site: Site,
    lang: Lang,
    journal: Option<Journal<Real>>,
    /// The founding snapshot, while it is not on the disk.
    founding: Option<Publication>,
}

/// What follows from an effect: answers, and perhaps a commit or papers, which may take long.
#[derive(Debug, Default)]
pub struct Done {
    /// The answers, in order.
    pub outcomes: Vec<Outcome>,
    /// What is to be committed.
    pub commit: Option<Publication>,
    /// What papers are to be made.
    pub papers: Option<Papering>,
}

impl From<Outcome> for Done {
    fn from(outcome: Outcome) -> Self {
        Self { outcomes: vec![outcome], ..Self::default() }
    }
}

impl Scribe {
    /// A scribe who goes on with a journal, if one is open.
    pub fn new(
        site: Site,
        journal: Option<Journal<Real>>,
        founding: Option<Publication>,
        lang: Lang,
    ) -> Self {
        Self { site, lang, journal, founding }
    }

    /// Carries out one effect. What concerns keyboard and screen is not the scribe's.
    pub fn perform(&mut self, effect: Effect) -> Done {
        match effect {
            Effect::Begin(header) => self.begin(&header).into(),
            Effect::Append { serial, entry } => self.append(serial, &entry),
            Effect::Publish(publication) => self.publish(*publication, None),
            Effect::PublishAndBegin(publication, header) => {
                self.publish(*publication, Some(&header))
            }
            Effect::Commit(publication) => Done { commit: Some(publication), ..Done::default() },
            Effect::Papers(papering) => Done { papers: Some(*papering), ..Done::default() },
            Effect::Identify { name, mail } => self.identify(name, mail),
            Effect::Load { path } => load(&path, self.lang).into(),
            Effect::Recall { id } => self.recall(&id).into(),
            Effect::Lines { today } => self.lines(today),
            Effect::Draft(_)
            | Effect::Spot(_)
            | Effect::Print(_)
            | Effect::Copy(_)
            | Effect::Redraw
            | Effect::Quit => Done::default(),
        }
    }

    /// Puts the founding snapshot on the disk, if it is not there.
    ///
    /// # Errors
    /// Why it is not.
    pub fn found(&mut self) -> Result<(), String> {
        let Some(founding) = &self.founding else { return Ok(()) };
        let (folder, name) = (self.site.snapshots(), file_name(&founding.id));
        let whole = Final { folder: &folder, name: &name, bytes: founding.text.as_bytes() };
        publish(&Real, &whole, |bytes| reads_back(bytes, founding))
            .map_err(|why| why.sentence(self.lang))?;
        self.founding = None;
        Ok(())
    }

    fn recall(&self, id: &SnapshotId) -> Outcome {
        match head::read(&self.site, id) {
            Ok(read) => {
                let snapshot = Box::new(read.snapshot);
                let plan = self.plan_of(&snapshot);
                Outcome::Recalled { snapshot, plan }
            }
            Err(why) => Outcome::Told { what: why.sentence(self.lang) },
        }
    }

    /// What joining another line would be, read anew.
    fn lines(&self, today: NaiveDate) -> Done {
        let clock = Clock::new(Some(today));
        let book = book::open(self.site.clone(), &Right::Look, clock, self.lang);
        let Ok(session) = book.map(|book| book.session) else { return Done::default() };
        match (session.fork, session.keeping.read_only) {
            (Some(fork), Some(why)) => Outcome::Forked { fork, why }.into(),
            _ => Done::default(),
        }
    }

    /// The plan of the time of a snapshot, where the one on the disk reads otherwise.
    fn plan_of(&self, snapshot: &Snapshot) -> Option<Box<Plan>> {
        let now = book::read_plan(&self.site).ok()?;
        match plans::at(&self.site, snapshot, (&now.plan, &now.digest)) {
            Earlier::Other(plan) => Some(plan),
            Earlier::Same | Earlier::Lost => None,
        }
    }

    fn identify(&self, name: String, email: String) -> Done {
        let Some(repo) = self.site.repo() else { return Done::default() };
        match repo.set_identity(&Identity { name, email }) {
            Ok(()) => Done::default(),
            Err(why) => Outcome::Told { what: why.text(self.lang) }.into(),
        }
    }

    fn begin(&mut self, header: &Header) -> Outcome {
        match self.try_begin(header) {
            Ok(journal) => {
                if let Some(replaced) = self.journal.replace(journal) {
                    // What stays behind is removed at the next start.
                    let _ = discard(&Real, replaced.home(), replaced.home().path());
                }
                Outcome::Begun
            }
            Err(why) => Outcome::NotBegun { why },
        }
    }

    fn try_begin(&mut self, header: &Header) -> Result<Journal<Real>, String> {
        if !waits_for_founding(header) {
            self.found()?;
        }
        self.site.make_state().map_err(|why| why.sentence(self.lang))?;
        let line = ron::line(header).map_err(|why| why.to_string())?;
        let home = self.site.open(&header.kind.id());
        Journal::open_new(Real, home, &line).map_err(|why| why.sentence(self.lang))
    }

    fn append(&mut self, serial: u64, entry: &Entry) -> Done {
        // Without a journal its making was refused, and the refusal answered for this line too.
        let Some(journal) = &mut self.journal else { return Done::default() };
        let line = match ron::line(entry) {
            Ok(line) => line,
            Err(why) => return Outcome::Lost { why: why.to_string() }.into(),
        };
        match journal.append(&line) {
            Ok(saved) => {
                let moved =
                    saved.rewritten.map(|why| Outcome::Told { what: why.sentence(self.lang) });
                let outcomes = [Outcome::Kept { serial }].into_iter().chain(moved).collect();
                Done { outcomes, ..Done::default() }
            }
            Err(why @ NotSaved::Disk { .. }) => {
                Outcome::NotKept { serial, why: why.sentence(self.lang) }.into()
            }
            Err(why) => Outcome::Lost { why: why.sentence(self.lang) }.into(),
        }
    }

    fn publish(&mut self, publication: Publication, next: Option<&Header>) -> Done {
        if let Err(why) = self.try_publish(&publication) {
            return Outcome::NotPublished { why }.into();
        }
        let mut outcomes = vec![Outcome::Published { seal: publication.seal.clone() }];
        self.journal = None;
        let begun = next.map(|header| self.begin(header));
        // What the next journal was to take over lies in the old one alone, until it is there.
        if !matches!(begun, Some(Outcome::NotBegun { .. })) {
            let (open, done) = (self.site.open(&publication.id), self.site.done(&publication.id));
            // A journal that cannot be filed away now is filed away at the next start.
            let _ = file_away(&Real, &open, &done);
        }
        outcomes.extend(begun);
        Done { outcomes, commit: Some(publication), papers: None }
    }

    fn try_publish(&mut self, publication: &Publication) -> Result<(), String> {
        self.found()?;
        let unwritten = |why: ron::Unwritable| why.to_string();
        let closing = ron::line(&Entry::Closing(publication.seal.clone())).map_err(unwritten)?;
        let closed = ron::line(&Entry::Closed).map_err(unwritten)?;
        let (folder, name) = (self.site.snapshots(), file_name(&publication.id));
        let snapshot = Final { folder: &folder, name: &name, bytes: publication.text.as_bytes() };
        let close = Close { closing: &closing, closed: &closed, snapshot };
        let journal = self.journal.as_mut().ok_or_else(|| show(&self.site.state()))?;
        seal_journal(journal, &close, |bytes| reads_back(bytes, publication))
            .map(drop)
            .map_err(|why| why.sentence(self.lang))
    }
}

/// Whether a journal may be open while the plan is not adopted: an interval that stands on nothing but
/// the plan. People still edit it then; the founding snapshot is made when the interval is sealed.
pub fn waits_for_founding(header: &Header) -> bool {
    matches!(header.kind, Held::Interval(_)) && header.follows.is_adopted()
}

/// A file that a person named; `~/` is their home.
fn load(path: &str, lang: Lang) -> Outcome {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let whole = match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    };
    match table::file(&whole, lang) {
        Ok(bytes) => Outcome::Loaded { name: path.to_owned(), bytes },
        Err(why) => Outcome::NotLoaded { why },
    }
}

/// Whether bytes are a snapshot under the right seal that would be written just so again.
fn reads_back(bytes: &[u8], meant: &Publication) -> bool {
    let read: Result<Snapshot, _> = ron::read(bytes, ron::Limits::of(snapshot::FORMAT));
    let again = read.ok().and_then(|snapshot| ron::write(&snapshot).ok()).map(seal::sealed);
    again.is_some_and(|text| text == meant.text)
        && seal::verify(bytes).is_ok_and(|seal| seal == meant.seal)
}

/// Commits a snapshot, with those before it that git does not have yet. Where there is no git, there is
/// nothing that a journal would have to wait for.
pub fn commit(site: &Site, publication: Publication, lang: Lang) -> Outcome {
    let waiting = site.waiting();
    let answer = match site.repo() {
        None => {
            purge(site, &waiting);
            Err(NotCommitted::NotARepository { folder: show(site.root()) })
        }
        Some(repo) => {
            let files = files(site, &waiting, &publication);
            let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
            if publication.id.is_join() && repo.is_merging() {
                repo.conclude(&files)
            } else {
                repo.commit(&files, &publication.message)
            }
        }
    };
    match answer {
        Ok(commit) => {
            purge(site, &waiting);
            Outcome::Committed { commit: commit.id.chars().take(10).collect() }
        }
        Err(refusal) => {
            let (publication, why) = (Box::new(publication), refusal.text(lang));
            match refusal {
                NotCommitted::NoIdentity => Outcome::Nameless { publication, why },
                _ => Outcome::NotCommitted { publication, why },
            }
        }
    }
}

/// The snapshot's file, those that wait for their commit, and the founding one, because every chain
/// begins with it. What git has already is not committed again.
fn files(site: &Site, waiting: &[SnapshotId], publication: &Publication) -> Vec<PathBuf> {
    let own = &publication.id;
    let founding = SnapshotId::adopted();
    let others = waiting.iter().chain([&founding]).filter(|id| *id != own);
    let others = others.map(|id| site.snapshot(id)).filter(|file| file.exists());
    let mut files: Vec<PathBuf> = [site.snapshot(own)].into_iter().chain(others).collect();
    if own.is_join() {
        let bytes = publication.text.as_bytes();
        let read: Result<Snapshot, _> = ron::read(bytes, ron::Limits::of(snapshot::FORMAT));
        files.extend(read.iter().flat_map(|joining| placing::beside(site, joining)));
    }
    files
}

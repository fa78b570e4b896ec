//! The book as a reviewer's seat reads it: opened once, then only what changed.
//!
//! Nothing is written here, no lock is taken, no program is run. Names and sizes say what changed: a
//! record that was added costs its own bytes, a new snapshot or another plan a whole reading.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::tail::{Grown, Tail};
use crate::app::compare::Earlier;
use crate::app::guest::veil::{Veil, veiled};
use crate::app::guest::{Heard, Turn};
use crate::app::{Session, Spot, compare};
use crate::format::ron;
use crate::judge::Rule;
use crate::ledger::journal::Record;
use crate::ledger::{Edit, Entry, Header, History, RecordId, Snapshot, SnapshotId};
use crate::shell::args::Scope;
use crate::shell::book::veiled::veil;
use crate::shell::book::{self, Right, Site, Unopened, head, replay, shelf};
use crate::shell::clock::Clock;
use crate::shell::headless::hand;
use crate::shell::marks::Marks;
use crate::shell::spot;
use crate::shell::watch::Watch;
use crate::words::Lang;

/// How often a whole reading is tried: the desk may be filing something away at that moment.
const TRIES: usize = 3;

/// A book that is read as it changes.
pub struct Reader {
    /// The book as guests may see it.
    pub session: Session,
    /// Where it lies.
    pub site: Site,
    /// What is odd about it, for people.
    pub told: Vec<String>,
    clock: Clock,
    lang: Lang,
    /// Whether what is open is shown at all.
    scope: Scope,
    /// What is open, with what guests may not see.
    whole: Option<History>,
    /// The newest snapshot, with what guests may not see.
    sealed: Snapshot,
    /// What of it they may not see.
    veil: Veil,
    tail: Tail,
    stamps: Stamps,
    marks: Marks,
}

/// What a whole reading depends on, by names and sizes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Stamps {
    plan: Option<Stamp>,
    sealed: Vec<(SnapshotId, Option<Stamp>)>,
    open: Vec<SnapshotId>,
}

/// Which file, how long, and when it was written.
type Stamp = (u64, u64, i64, i64);

impl Stamps {
    fn of(site: &Site) -> Self {
        let ids = shelf::list(&site.snapshots()).unwrap_or_default().ids;
        let sealed = ids.into_iter().map(|id| (stamp(&site.snapshot(&id)), id));
        Self {
            plan: stamp(&site.plan()),
            sealed: sealed.map(|(stamp, id)| (id, stamp)).collect(),
            open: site.opened().unwrap_or_default(),
        }
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let known = fs::symlink_metadata(path).ok()?;
    Some((known.ino(), known.size(), known.mtime(), known.mtime_nsec()))
}

/// What was known before something was read.
struct Before {
    open: SnapshotId,
    sealed: SnapshotId,
    digest: String,
    records: Vec<RecordId>,
}

impl Reader {
    /// Reads a book for the first time.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open(site: Site, clock: Clock, lang: Lang, watch: &Watch) -> Result<Self, Unopened> {
        watch_all(&site, watch);
        let stamps = Stamps::of(&site);
        let book = book::open(site, &Right::Look, clock, lang)?;
        let (session, site, told) = (book.session, book.site, book.told);
        let (whole, tail, marks) = (None, Tail::default(), Marks::default());
        let (sealed, veil) = (session.sealed.clone(), Veil::default());
        let mut reader = Self {
            session,
            site,
            told,
            clock,
            lang,
            scope: Scope::Guest,
            whole,
            sealed,
            veil,
            tail,
            stamps,
            marks,
        };
        reader.cover();
        reader.begin_tail();
        reader.read_marks();
        reader.show();
        Ok(reader)
    }

    /// The same book, of which no more is shown than that: from now on, whatever changes.
    #[must_use]
    pub fn within(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self.hide();
        self
    }

    /// Takes away what is open where only what is sealed is shown, with the marks on it.
    fn hide(&mut self) {
        if self.scope != Scope::Sealed {
            return;
        }
        let session = &mut self.session;
        session.marks.clear();
        session.readers.clear();
        if session.open.take().is_some() {
            session.reindex();
        }
    }

    /// Reads a snapshot that was sealed before. One that cannot be read leaves what is known without.
    pub fn recall(&mut self, id: &SnapshotId) {
        if let Ok(file) = head::read(&self.site, id) {
            let snapshot = self.veil.over(&file.snapshot).into_owned();
            // The plan of that time may lie in git, which is not run here.
            compare::remember(&mut self.session, Earlier { snapshot, plan: None });
        }
    }

    /// Where the desk is; none when no desk is open, or when what it has open is not shown.
    pub fn desk(&self) -> Option<Spot> {
        if self.scope == Scope::Sealed {
            return None;
        }
        spot::read(&self.site.spot(), &self.site.state())
    }

    /// Reads what changed since, and says what it was.
    ///
    /// # Errors
    /// Why it cannot be read; the session stays as it was.
    pub fn refresh(&mut self, watch: &Watch) -> Result<Heard, Unopened> {
        self.site = Site::at(self.site.root());
        watch_all(&self.site, watch);
        let before = Before::of(&self.session);
        let stamps = Stamps::of(&self.site);
        self.session.set_clock(self.clock.now(), self.clock.today());
        let same_plan = stamps.plan == self.stamps.plan;
        if stamps == self.stamps {
            self.follow_tail();
        } else {
            self.read_anew(stamps, watch)?;
        }
        self.read_marks();
        self.hide();
        if self.scope == Scope::Sealed {
            let turn = (self.session.sealed.id() != before.sealed).then_some(Turn::Newer);
            return Ok(Heard { turn, ..Heard::default() });
        }
        Ok(Heard { desk: self.desk(), ..before.told(&self.session, same_plan) })
    }

    fn read_anew(&mut self, stamps: Stamps, watch: &Watch) -> Result<(), Unopened> {
        let mut stamps = stamps;
        let mut tries = 1..;
        let book = loop {
            match book::open(self.site.clone(), &Right::Look, self.clock, self.lang) {
                Ok(book) => break book,
                Err(why) if tries.next() >= Some(TRIES) => return Err(why),
                Err(_) => stamps = Stamps::of(&self.site),
            }
        };
        let Session { rule, earlier, .. } = std::mem::replace(&mut self.session, book.session);
        self.session.earlier = earlier;
        if rule.name != self.session.rule.name
            && let Some(rule) = Rule::named(&self.session.plan, &rule.name)
        {
            self.session.rule = rule;
            self.session.judge();
        }
        (self.stamps, self.told) = (stamps, book.told);
        self.cover();
        watch_all(&self.site, watch);
        self.begin_tail();
        self.show();
        Ok(())
    }

    /// Leaves of what is sealed what guests may see.
    fn cover(&mut self) {
        self.sealed = self.session.sealed.clone();
        self.veil = veil(&self.site, &self.sealed);
        hand::cover(&mut self.session, &self.veil);
    }

    /// Reads the journal of what is open itself, to go on with it as it grows.
    fn begin_tail(&mut self) {
        self.whole = self.session.open.take();
        let id = self.whole.as_ref().map(|history| history.open.id());
        self.tail = id.map_or_else(Tail::default, |id| Tail::of(self.site.open(&id).path()));
        self.grow();
    }

    /// Takes in what was added to the journal.
    fn follow_tail(&mut self) {
        if self.whole.is_some() && self.grow() {
            self.show();
        }
    }

    /// Whether the journal says anything new. One that cannot be read now is read at the next change.
    fn grow(&mut self) -> bool {
        match self.tail.grow() {
            Ok(Grown::By(records)) if records.is_empty() => false,
            Ok(Grown::By(records)) => {
                self.enter(&records);
                true
            }
            Ok(Grown::Anew { header, records }) => {
                let sealed = &self.sealed;
                if let Ok(mut header) = ron::read_line::<Header>(&header) {
                    // An interval that waits for the founding snapshot stands on the plan as it is.
                    if header.seal != self.session.seal {
                        header.seal.clone_from(&self.session.seal);
                        header.plan.clone_from(&sealed.plan);
                    }
                    let replayed = replay::replay(sealed, &header, &records, self.lang);
                    self.whole = Some(replayed.history);
                }
                true
            }
            Err(_) => false,
        }
    }

    fn enter(&mut self, records: &[Record]) {
        let Some(whole) = &mut self.whole else { return };
        for record in records {
            // What cannot be understood is left out, as it is when a journal is recovered.
            if let Ok(entry) = ron::read_line::<Entry>(record.payload()) {
                let _ = whole.enter(entry);
            }
        }
    }

    /// Makes the session of what guests may see.
    fn show(&mut self) {
        self.session.open = self.whole.as_ref().map(|whole| {
            let mut shown = whole.clone();
            shown.open = self.veil.over(&veiled(whole)).into_owned();
            shown
        });
        self.session.keeping.agenda.clear();
        self.session.reindex();
    }

    fn read_marks(&mut self) {
        let open = self.session.state().id();
        self.marks.refresh(&self.site, &open);
        self.session.marks = self.marks.marks();
        self.session.readers = self.marks.readers();
    }
}

impl Before {
    fn of(session: &Session) -> Self {
        Self {
            open: session.state().id(),
            sealed: session.sealed.id(),
            digest: session.digest.clone(),
            records: records(session).cloned().collect(),
        }
    }

    /// What is different now.
    fn told(self, now: &Session, same_plan: bool) -> Heard {
        let sealed = now.sealed.id();
        let opened = now.state().id() != self.open && now.meeting().is_some();
        let turn = if opened {
            Some(Turn::Opened)
        } else if sealed != self.sealed {
            Some(if sealed == self.open { Turn::Sealed } else { Turn::Newer })
        } else {
            (!same_plan || now.digest != self.digest).then_some(Turn::Plan)
        };
        let same = now.state().id() == self.open;
        let known = |id: &RecordId| self.records.binary_search(id).is_ok();
        let added = now.index.records().iter();
        let added = added.filter(|edit| edit.record().is_some_and(|id| !same || !known(id)));
        let there: Vec<&RecordId> = records(now).collect();
        let gone = self.records.iter().filter(|id| same && !there.contains(id)).count();
        Heard { records: added.cloned().collect(), withdrawn: gone, turn, desk: None }
    }
}

/// The records of what is open, by number.
fn records(session: &Session) -> impl Iterator<Item = &RecordId> {
    session.index.records().iter().filter_map(Edit::record)
}

/// Watches every folder that something may happen in. One that is not there yet is heard of by the
/// folder that it comes to lie in.
fn watch_all(site: &Site, watch: &Watch) {
    let state = site.state();
    let open = state.join("open");
    let mut folders: Vec<PathBuf> = vec![site.root().to_owned(), site.snapshots()];
    if !state.is_dir() {
        folders.extend(state.parent().map(Path::to_owned));
    }
    folders.extend([state.clone(), open.clone(), site.marks()]);
    let below = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    folders.extend(below(&open));
    folders.extend(below(&site.marks()));
    for folder in folders {
        let _ = watch.add(&folder);
    }
}

#[cfg(test)]
mod tests;

//! The book on disk, opened: from a folder to a session.
//!
//! Reads the plan, the newest snapshot and the journal, and nothing else of what may be a thousand
//! files. It decides nothing about plans or meetings; what stands in the way of recording becomes a
//! reason that the session carries.

pub mod abandoned;
pub mod head;
pub mod journals;
pub mod lines;
pub mod plans;
pub mod replay;
pub mod shelf;
pub mod site;
pub mod unopened;
pub mod veiled;

use std::path::PathBuf;

use crate::app::guest::veil::Veil;
use crate::app::{Effect, Keeping, Publication, Session, act};
use crate::format::{ron, seal};
use crate::ledger::{Held, Meeting, Seal, Snapshot, SnapshotId};
use crate::plan::{self, Plan};
use crate::shell::both::both;
use crate::shell::clock::Clock;
use crate::shell::disk::Real;
use crate::shell::journal::Journal;
use crate::shell::placing;
use crate::shell::trouble::show;
use crate::words::Lang;
use crate::words::book::{Barred, Odd, Unopened as Why};
use head::{Heads, Sealed};
use lines::Ends;
use shelf::Shelf;
pub use site::Site;
use site::file_name;
pub use unopened::{Unopened, read_bytes};

/// A book that was read.
pub struct Book {
    /// Where it lies.
    pub site: Site,
    /// What everybody shares.
    pub session: Session,
    /// The journal of what is open, ready to go on.
    pub journal: Option<Journal<Real>>,
    /// How many records of it were recovered.
    pub recovered: usize,
    /// The founding snapshot, when it is not on the disk yet.
    pub founding: Option<Publication>,
    /// What is odd, for people.
    pub told: Vec<String>,
    /// What of the sealed meetings is not shown: to guests alone something is not.
    pub veil: Option<Veil>,
}

impl Book {
    /// A state that was read from a file of this book, as whoever opened the book may see it.
    pub fn shown(&self, state: Snapshot) -> Snapshot {
        match &self.veil {
            Some(veil) => veil.over(&state).into_owned(),
            None => state,
        }
    }
}

/// What may be done to a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Right {
    /// The lock is ours.
    Write,
    /// Only looking, and nobody wants more.
    Look,
    /// Only looking, because of this.
    Barred(String),
}

/// The plan of a book, and its digest.
#[derive(Clone, Debug)]
pub struct Promised {
    /// The plan.
    pub plan: Plan,
    /// Its id and the digest of its adopted part.
    pub digest: String,
    /// The file as it lies on the disk.
    pub bytes: Vec<u8>,
}

/// Reads the plan.
///
/// # Errors
/// Why it cannot be read, and where.
pub fn read_plan(site: &Site) -> Result<Promised, Unopened> {
    let limits = ron::Limits::of(plan::FORMAT);
    let path = site.plan();
    let bytes = read_bytes(&path, limits)?;
    let read: Result<Plan, _> = ron::read(&bytes, limits);
    match read {
        Ok(plan) => Ok(Promised { digest: seal::plan_digest(&plan), plan, bytes }),
        Err(why) => Err(Unopened::Unreadable { path, bytes, why: Box::new(why) }),
    }
}

/// Reads a whole book.
///
/// # Errors
/// A file that is needed and cannot be read.
pub fn open(site: Site, right: &Right, clock: Clock, lang: Lang) -> Result<Book, Unopened> {
    let (promised, (shelf, heads, left)) = read(&site)?;
    let mut barred = match right {
        Right::Barred(why) => Some(why.clone()),
        Right::Write | Right::Look => None,
    };
    let mut bar = |why: Barred| {
        barred.get_or_insert(why.text(lang));
    };
    let Ground { newest, founding, ends } = ground(&site, heads, &promised, lang, &mut bar)?;
    let mut odd = oddities(&newest.snapshot, &shelf, &promised);
    odd.extend(left.iter().map(|id| Odd::Abandoned { name: file_name(id) }));
    let theirs = ends.as_ref().map(|ends| &ends.theirs);
    let mut found = journals::look(&site, &newest, theirs, lang)?;
    odd.extend(found.aside.iter().map(|id| Odd::OldJoining { id: id.to_string() }));
    found.barred.take().into_iter().for_each(&mut bar);
    let fork = if found.in_session() {
        // A meeting goes on whatever came meanwhile.
        odd.extend(ends.as_ref().map(Ends::beside));
        None
    } else {
        placing::waits(&site).map(|files| Barred::Merging { files }).into_iter().for_each(&mut bar);
        let at = (promised.digest.as_str(), clock.today());
        let fork = ends.as_ref().map(|ends| lines::fork(&site, ends, at, &shelf, lang));
        fork.and_then(|fork| fork.map_err(&mut bar).ok())
    };
    let last_meeting = last_meeting(&site, &newest.snapshot, &mut odd);
    let last_of_others = last_of_others(&site, &newest.snapshot, last_meeting.as_ref());
    let orphaned = journals::orphaned(&site, &found, lang);
    let fork = fork.filter(|_| barred.is_none());
    if let (Some(ends), Some(_)) = (&ends, &fork) {
        barred = Some(ends.bar().text(lang));
    }
    let keeping = Keeping {
        read_only: barred,
        uncommitted: uncommitted(&site, &promised.plan, &newest, lang),
        ..Keeping::default()
    };
    let (sealed, seal) = (newest.snapshot, newest.seal);
    let mut session = Session::new(promised.plan, promised.digest, sealed, seal, clock.now());
    (session.last_meeting, session.last_of_others) = (last_meeting, last_of_others);
    (session.today, session.keeping, session.fork) = (clock.today(), keeping, fork);
    // Who only looks sees one of two lines, and has to know.
    let one_of_two = ends.as_ref().filter(|_| session.fork.is_some() && *right == Right::Look);
    let two = one_of_two.map(|ends| ends.bar().text(lang));
    let told = odd.iter().map(|odd| odd.text(lang)).chain(two).collect();
    let veil = None;
    let mut book = Book { site, session, journal: None, recovered: 0, founding, told, veil };
    if let Some(agenda) = orphaned {
        book.session.keeping.agenda = agenda;
    }
    if *right == Right::Write {
        book.tidy(&found, lang);
    }
    if let Some(going) = found.going {
        book.resume(going, lang);
    }
    book.session.reindex();
    Ok(book)
}

impl Book {
    /// Files away what is finished. An agenda that no journal goes on with gets one first.
    fn tidy(&mut self, found: &journals::Journals, lang: Lang) {
        journals::remove(&self.site, &found.replaced);
        if let Some(Effect::Begin(header)) = act::go_on_preparing(&mut self.session) {
            let begun = ron::line(&header).map_err(|why| why.to_string()).and_then(|line| {
                Journal::open_new(Real, self.site.open(&header.kind.id()), &line)
                    .map_err(|why| why.sentence(lang))
            });
            match begun {
                Ok(journal) => self.journal = Some(journal),
                Err(why) => {
                    self.session.open = None;
                    self.told.push(why);
                    return;
                }
            }
        }
        let finished = journals::finish(&self.site, &found.finished, lang);
        self.told.extend(finished.iter().map(|odd| odd.text(lang)));
        if self.site.repo().is_none() {
            // No commit is waited for, and the power may have gone before they were removed.
            journals::purge(&self.site, &self.site.waiting());
        }
    }

    /// Goes on with a journal.
    fn resume(&mut self, mut going: journals::Going, lang: Lang) {
        // An interval that waits for the founding snapshot stands on the plan as it reads now.
        if going.header.seal != self.session.seal {
            going.header.seal = self.session.seal.clone();
            going.header.plan = self.session.sealed.plan.clone();
        }
        let found = &going.kept.recovered;
        let joining = matches!(going.header.kind, Held::Join(_));
        let replayed = match self.session.fork.as_ref().filter(|_| joining) {
            Some(fork) => {
                let mut open = fork.joined().open.clone();
                open.kind = going.header.kind.clone();
                replay::replay_on(open, &found.records, lang)
            }
            None => replay::replay(&self.session.sealed, &going.header, &found.records, lang),
        };
        self.recovered = replayed.acts;
        self.told.extend(found.torn.iter().map(|torn| torn.sentence().text(lang)));
        self.told.extend(found.damage.iter().map(|damage| damage.sentence().text(lang)));
        self.told.extend(replayed.odd.iter().map(|odd| odd.text(lang)));
        self.session.open = Some(replayed.history);
        match Journal::resume(Real, self.site.open(&going.id), going.kept) {
            Ok(journal) => self.journal = Some(journal),
            Err(why) => {
                self.session.keeping.read_only.get_or_insert(why.sentence(lang));
            }
        }
    }
}

/// The names of what is sealed, where its lines end, and what a merge that was given up left there.
type Line = (Shelf, Heads, Vec<SnapshotId>);

/// The plan and what is sealed. The longer of plan and newest snapshot is read on this thread: what
/// another one needs comes from the system page by page.
fn read(site: &Site) -> Result<(Promised, Line), Unopened> {
    let shelf = shelf::list(&site.snapshots());
    let newest = shelf.as_ref().ok().and_then(|shelf| shelf.ids.last());
    let length = |path: PathBuf| path.metadata().map_or(0, |file| file.len());
    let snapshot = newest.map_or(0, |id| length(site.snapshot(id)));
    let sealed = || -> Result<Line, Unopened> {
        let shelf = shelf?;
        let (heads, left) = abandoned::without(site, head::find(site, &shelf.ids)?);
        Ok((shelf, heads, left))
    };
    let (sealed, promised) = if length(site.plan()) > snapshot {
        both(sealed, || read_plan(site))
    } else {
        let (promised, sealed) = both(|| read_plan(site), sealed);
        (sealed, promised)
    };
    // A fault of the plan comes first.
    Ok((promised?, sealed?))
}

/// What a book stands on.
struct Ground {
    newest: Sealed,
    /// The founding snapshot, made in memory, while there is none on the disk.
    founding: Option<Publication>,
    /// The ends of two lines; the first of them is the newest snapshot then.
    ends: Option<Ends>,
}

fn ground(
    site: &Site,
    heads: Heads,
    promised: &Promised,
    lang: Lang,
    bar: &mut impl FnMut(Barred),
) -> Result<Ground, Unopened> {
    let (newest, ends) = match heads {
        Heads::One(newest) => (*newest, None),
        Heads::Several(files, names) => {
            let ends = lines::choose(site, files, &names)?;
            (ends.ours.clone(), Some(ends))
        }
        Heads::None => {
            let founding = founding(promised)?;
            let snapshot = Snapshot::adopted(&promised.plan, &promised.digest);
            let seal = founding.seal.clone();
            let newest = Sealed { snapshot, says: None, seal, broken: None };
            return Ok(Ground { newest, founding: Some(founding), ends: None });
        }
    };
    if let Some(why) = &newest.broken {
        let path = show(&site.snapshot(&newest.snapshot.id()));
        bar(Barred::Unsealed { path, why: why.text(lang) });
    }
    for end in ends.iter().map(|ends| &ends.theirs).chain([&newest]) {
        check_plan(site, &end.snapshot, promised)?;
    }
    Ok(Ground { newest, founding: None, ends })
}

/// What is odd about the files, and no reason not to open the book.
fn oddities(newest: &Snapshot, shelf: &Shelf, promised: &Promised) -> Vec<Odd> {
    let mut odd = shelf.odd.clone();
    odd.extend(missing(newest, shelf));
    if newest.plan != promised.digest {
        odd.push(Odd::PlanChanged { id: newest.id().to_string() });
    }
    odd
}

/// The founding snapshot of a plan, ready for its file.
///
/// # Errors
/// Never, as far as a plan that was read can be written.
pub fn founding(promised: &Promised) -> Result<Publication, Unopened> {
    let snapshot = Snapshot::adopted(&promised.plan, &promised.digest);
    let unwritten = |why: String| Unopened::Why(Why::NotRead { path: site::PLAN.into(), why });
    let text = ron::write(&snapshot).map_err(|why| unwritten(why.to_string()))?;
    let text = seal::sealed(text);
    let seal: Seal =
        seal::verify(text.as_bytes()).map_err(|why| unwritten(why.text(Lang::default())))?;
    let message = crate::ledger::sentence::of_held(&snapshot.kind, Lang::default());
    Ok(Publication { id: SnapshotId::adopted(), text, seal, message })
}

/// The newest snapshot, if its commit was never verified: its journal is still kept then.
fn uncommitted(site: &Site, plan: &Plan, newest: &Sealed, lang: Lang) -> Option<Publication> {
    // Nearly always there is nothing: the whole snapshot is not written again to find that out.
    if site.repo().is_none() || site.waiting().is_empty() {
        return None;
    }
    let publication = act::publication(plan, &newest.snapshot, lang).ok()?;
    (publication.seal == newest.seal).then_some(publication)
}

/// A snapshot of another plan has no business here.
fn check_plan(site: &Site, newest: &Snapshot, promised: &Promised) -> Result<(), Unopened> {
    let theirs = newest.plan_id();
    if theirs == promised.plan.id {
        return Ok(());
    }
    let path = show(&site.snapshot(&newest.id()));
    let (theirs, ours) = (theirs.to_owned(), promised.plan.id.clone());
    Err(Unopened::Why(Why::OtherPlan { path, theirs, ours }))
}

fn missing<'a>(newest: &'a Snapshot, shelf: &'a Shelf) -> impl Iterator<Item = Odd> + 'a {
    let by = newest.id();
    let gone = head::without(newest.meetings.names(), shelf.ids.iter());
    gone.map(move |id| Odd::Missing { id: id.to_string(), by: by.to_string() })
}

/// The last meeting before now, for prefilling the page of the next one.
fn last_meeting(site: &Site, newest: &Snapshot, odd: &mut Vec<Odd>) -> Option<Meeting> {
    if let Some(meeting) = newest.meeting() {
        return Some(newest.corrected(meeting).into_owned());
    }
    let id = newest.meetings.iter().rev().map(|(id, _)| id).find(|id| id.is_meeting())?;
    let file = head::read(site, id).ok();
    let meeting = file.as_ref().and_then(|file| file.snapshot.meeting());
    let meeting = meeting.map(|meeting| newest.corrected(meeting).into_owned());
    if meeting.is_none() {
        odd.push(Odd::LastMeeting { path: show(&site.snapshot(id)) });
    }
    meeting
}

/// The last meeting of every series but that of the last one: what they postponed comes back too.
fn last_of_others(site: &Site, newest: &Snapshot, last: Option<&Meeting>) -> Vec<Meeting> {
    let mut found: Vec<&SnapshotId> = last.iter().map(|meeting| &meeting.id).collect();
    for (id, _) in newest.meetings.iter().rev().filter(|(id, _)| id.is_meeting()) {
        if !found.iter().any(|other| other.is_of_series(id)) {
            found.push(id);
        }
    }
    let others = found.into_iter().skip(last.iter().len());
    // One that cannot be read is a fault that `check` names, and no reason not to open the book.
    let read = |id| {
        let file = head::read(site, id).ok()?;
        file.snapshot.meeting().map(|meeting| newest.corrected(meeting).into_owned())
    };
    others.filter_map(read).collect()
}

#[cfg(test)]
mod tests;

//! The hand of a command: it holds the book's lock, records through the same state machine as the
//! screen, and waits until the disk has answered.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::path::Path;

use super::instead;
use crate::app::act::Acted;
use crate::app::guest::veil::{Veil, blank, veiled};
use crate::app::{self, Effect, Input, Key, Outcome, Over, Seat, Session};
use crate::format::excerpt::Eyes;
use crate::judge::Rule;
use crate::ledger::{RecordId, Snapshot, SnapshotId, sentence};
use crate::shell::args::{Scope, Settings};
use crate::shell::book::veiled::veil;
use crate::shell::book::{self, Book, Right, Site, Unopened, head, lines};
use crate::shell::clock::Clock;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::holder::holder;
use crate::shell::lock::{Lock, NotLocked, PATIENCE};
use crate::shell::marks::Marks;
use crate::shell::perform::{Scribe, commit};
use crate::shell::trouble::show;
use crate::words::book::{Begin, Unopened as Why};
use crate::words::printed::Refused;
use crate::words::verdict::Ruled;
use crate::words::{Lang, Notice};

/// A book that this command may write.
pub struct Hand {
    /// What everybody shares.
    pub session: Session,
    /// A seat without eyes.
    pub seat: Seat,
    /// What a person should know beside the answer.
    pub told: Vec<String>,
    site: Site,
    scribe: Scribe,
    lang: Lang,
    _lock: Lock,
}

/// Finds the book that the settings name.
///
/// # Errors
/// That there is none.
pub fn site(settings: &Settings) -> Result<Site, Failure> {
    Site::find(&settings.book).ok_or_else(|| {
        let folder = std::fs::canonicalize(&settings.book);
        let folder = show(folder.as_deref().unwrap_or(&settings.book));
        let why = Why::NoBook { folder }.text(settings.lang);
        Failure::new(FailureKind::Unreadable, why).hint(Begin::Rehearse.text(settings.lang))
    })
}

/// Reads the book without any wish to write it.
///
/// # Errors
/// Why it cannot be read.
pub fn look(settings: &Settings) -> Result<Book, Failure> {
    let clock = Clock::new(settings.today);
    let mut book = book::open(site(settings)?, &Right::Look, clock, settings.lang)
        .map_err(|why| unopened(&why, settings))?;
    limit(&mut book, settings.scope);
    pick_rule(&mut book.session, settings)?;
    Ok(book)
}

/// Takes away what may not be seen.
fn limit(book: &mut Book, scope: Scope) {
    if scope == Scope::Desk {
        return;
    }
    let veil = veil(&book.site, &book.session.sealed);
    let session = &mut book.session;
    cover(session, &veil);
    session.open = match (scope, session.open.take()) {
        (Scope::Guest, Some(mut history)) => {
            history.open = veil.over(&veiled(&history)).into_owned();
            Some(history)
        }
        _ => None,
    };
    session.keeping.agenda.clear();
    session.reindex();
    book.veil = Some(veil);
}

/// Leaves of what is sealed what guests may see.
pub fn cover(session: &mut Session, veil: &Veil) {
    if let Cow::Owned(sealed) = veil.over(&session.sealed) {
        session.sealed = sealed;
    }
    let last = session.last_meeting.iter_mut().chain(&mut session.last_of_others);
    last.for_each(blank);
}

/// Judges by the rule that the settings name.
///
/// # Errors
/// That there is no such rule, and which there are.
pub fn pick_rule(session: &mut Session, settings: &Settings) -> Result<(), Failure> {
    let Some(name) = &settings.policy else { return Ok(()) };
    let Some(rule) = Rule::named(&session.plan, name) else {
        let names = Rule::names(&session.plan).join(" ");
        let why = Ruled::Unknown { name: name.clone(), names }.text(settings.lang);
        return Err(Failure::new(FailureKind::Usage, why));
    };
    session.rule = rule;
    session.judge();
    Ok(())
}

impl Hand {
    /// Takes the lock, waiting a moment for another command, and reads the book.
    ///
    /// # Errors
    /// Who holds it, or why it cannot be read or written.
    pub fn take(settings: &Settings) -> Result<Self, Failure> {
        let (site, lang) = (site(settings)?, settings.lang);
        let clock = Clock::new(settings.today);
        // A plan that cannot be read is no reason to make a place for a lock.
        book::read_plan(&site).map_err(|why| unopened(&why, settings))?;
        let lock = lock(&site, &clock.now().format("%H:%M").to_string(), lang)?;
        let book = book::open(site.clone(), &Right::Write, clock, lang)
            .map_err(|why| unopened(&why, settings))?;
        if let Some(why) = &book.session.keeping.read_only {
            return Err(Failure::new(FailureKind::Conflict, why));
        }
        Self::of(book, site, settings, lock)
    }

    /// The same for joining two lines, which are no reason not to write then.
    ///
    /// # Errors
    /// Who holds the lock, or why the book cannot be read or written.
    pub fn join(settings: &Settings) -> Result<Self, Failure> {
        let (site, lang) = (site(settings)?, settings.lang);
        let clock = Clock::new(settings.today);
        book::read_plan(&site).map_err(|why| unopened(&why, settings))?;
        let lock = lock(&site, &clock.now().format("%H:%M").to_string(), lang)?;
        let book = book::open(site.clone(), &Right::Write, clock, lang)
            .map_err(|why| unopened(&why, settings))?;
        let barred = book.session.keeping.read_only.as_ref();
        if let Some(why) = barred.filter(|_| book.session.fork.is_none()) {
            return Err(Failure::new(FailureKind::Conflict, why));
        }
        Self::of(book, site, settings, lock)
    }

    fn of(book: Book, site: Site, settings: &Settings, lock: Lock) -> Result<Self, Failure> {
        let lang = settings.lang;
        let scribe = Scribe::new(book.site, book.journal, book.founding, lang);
        let seat = Seat::new((80, 24), lang);
        let (mut session, told) = (book.session, book.told);
        pick_rule(&mut session, settings)?;
        // What reviewers left is folded in by whoever closes.
        let mut marks = Marks::default();
        marks.refresh(&site, &session.state().id());
        session.marks = marks.marks();
        Ok(Self { session, seat, told, site, scribe, lang, _lock: lock })
    }

    /// Has an act carried out to the end.
    ///
    /// # Errors
    /// Why it was refused, or what the disk said.
    pub fn carry_out(&mut self, acted: Acted) -> Result<(), Failure> {
        let effects = acted.map_err(|notice| refusal(&notice, self.lang))?;
        let mut asked: VecDeque<Effect> = effects.into();
        let mut failure = None;
        while let Some(effect) = asked.pop_front() {
            let done = self.scribe.perform(effect);
            let commits = done.commit.map(|publication| commit(&self.site, publication, self.lang));
            for outcome in done.outcomes.into_iter().chain(commits) {
                match &outcome {
                    Outcome::NotCommitted { why: what, .. }
                    | Outcome::Nameless { why: what, .. }
                    | Outcome::Told { what } => {
                        self.told.push(what.clone());
                    }
                    outcome => failure = failure.or_else(|| failed(outcome, self.lang)),
                }
                asked.extend(app::answer(&mut self.session, &mut self.seat, &outcome));
            }
        }
        failure.map_or(Ok(()), Err)
    }

    /// Types a line into the meeting's line, as it is bound, and confirms it.
    ///
    /// # Errors
    /// Why it was refused, or what the disk said.
    pub fn type_line(&mut self, text: &str) -> Result<(), Failure> {
        if self.seat.line.field.insert(text) > 0 {
            let limit = app::field::LIMIT.to_string();
            return Err(usage(&Refused::TooLong { limit }, self.lang));
        }
        self.seat.notice = None;
        let before = self.session.keeping.serial;
        let effects = app::update(&mut self.session, &mut self.seat, &Input::Key(Key::Enter));
        if let Some(Over::Menu(menu)) = &self.seat.over
            && let app::seat::About::Target { of, .. } = &menu.about
        {
            let ids: Vec<String> = of.iter().map(ToString::to_string).collect();
            return Err(usage(&Refused::Several { ids: ids.join(" ") }, self.lang));
        }
        if self.session.keeping.serial == before {
            let notice = self.seat.notice.take();
            return Err(match notice {
                Some(notice) => refusal(&notice, self.lang),
                None => usage(&Refused::NothingMade, self.lang),
            });
        }
        self.carry_out(Ok(effects))
    }

    /// A sealed snapshot, from its file unless it is the newest.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn sealed(&self, id: &SnapshotId, settings: &Settings) -> Result<Snapshot, Failure> {
        if self.session.sealed.id() == *id {
            return Ok(self.session.sealed.clone());
        }
        let read = head::read(&self.site, id).map_err(|why| unopened(&why, settings))?;
        Ok(lines::as_known(read, &self.session.sealed))
    }

    /// The records that the last act made or changed.
    pub fn last_records(&self) -> Vec<RecordId> {
        let step = self.session.open.as_ref().and_then(|history| history.to_undo());
        step.map_or_else(Vec::new, |step| {
            step.edits.iter().filter_map(|edit| edit.record().cloned()).collect()
        })
    }

    /// Puts the founding snapshot on the disk and into git, with the files beside it. Gives what
    /// git said when it did not take them.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn found(&mut self, beside: &[&Path]) -> Result<Option<String>, Failure> {
        let written = self.scribe.found();
        written.map_err(|why| Failure::new(FailureKind::Unreadable, why))?;
        let Some(repo) = self.site.repo() else { return Ok(None) };
        let founding = self.site.snapshot(&SnapshotId::adopted());
        let files = [beside, &[founding.as_path()]].concat();
        let message = sentence::of_held(&self.session.sealed.kind, self.lang);
        Ok(repo.commit(&files, &message).err().map(|why| why.text(self.lang)))
    }

    /// Another day, for a rehearsal that plays several meetings.
    pub fn set_clock(&mut self, clock: Clock) {
        self.session.set_clock(clock.now(), clock.today());
    }
}

/// The lock of a book, after a moment's patience.
fn lock(site: &Site, since: &str, lang: Lang) -> Result<Lock, Failure> {
    let refused = |why: NotLocked| {
        let kind = match why {
            NotLocked::Held(_) => FailureKind::Conflict,
            NotLocked::Network { .. } | NotLocked::Trouble(_) => FailureKind::Forbidden,
        };
        Failure::new(kind, why.sentence(lang))
    };
    site.make_state().map_err(|why| Failure::new(FailureKind::Forbidden, why.sentence(lang)))?;
    Lock::take(&site.state(), &holder(since), PATIENCE).map_err(refused)
}

/// A book that cannot be opened.
pub fn unopened(why: &Unopened, settings: &Settings) -> Failure {
    Failure::new(FailureKind::Unreadable, why.shown(eyes(settings)))
}

/// For whom faults of files are shown.
pub fn eyes(settings: &Settings) -> Eyes {
    let width = settings.width.unwrap_or(80).into();
    Eyes { lang: settings.lang, width, colour: false }
}

/// What the state machine refuses, with the exit code of its sort.
pub fn refusal(notice: &Notice, lang: Lang) -> Failure {
    let kind = match notice {
        Notice::NothingToUndo | Notice::NothingToRedo | Notice::NothingOpen => FailureKind::No,
        Notice::ReadOnly { .. } | Notice::Closing => FailureKind::Conflict,
        Notice::NoMeeting
        | Notice::MeetingOpen
        | Notice::BackDated { .. }
        | Notice::NotAdjourned
        | Notice::Frozen
        | Notice::IsDropped
        | Notice::IsDone
        | Notice::IsClosed
        | Notice::AlreadyThere
        | Notice::Replaced { .. }
        | Notice::NotOver
        | Notice::NotDone
        | Notice::Begun
        | Notice::StillOpen { .. }
        | Notice::AlreadySigned { .. }
        | Notice::NotSealedYet { .. }
        | Notice::ItemStays
        | Notice::ItemOnRecord
        | Notice::NotNow => FailureKind::Forbidden,
        _ => FailureKind::Usage,
    };
    Failure::new(kind, instead::sentence(notice, lang))
}

/// A call that makes no sense for this book.
pub fn usage(why: &Refused, lang: Lang) -> Failure {
    Failure::new(FailureKind::Usage, why.text(lang))
}

/// What the disk refused.
fn failed(outcome: &Outcome, lang: Lang) -> Option<Failure> {
    let (kind, told) = match outcome.clone() {
        Outcome::NotBegun { why } => (FailureKind::Unreadable, Notice::NotBegun { why }),
        Outcome::NotKept { why, .. } => (FailureKind::Unreadable, Notice::NotSaved { why }),
        Outcome::NotPublished { why } => (FailureKind::Unreadable, Notice::NotSealed { why }),
        Outcome::Lost { why } => (FailureKind::Conflict, Notice::NotSaved { why }),
        _ => return None,
    };
    Some(Failure::new(kind, told.text(lang)))
}

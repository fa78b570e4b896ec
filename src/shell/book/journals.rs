//! The journals of a book: which one is open, which only waits to be filed away, and which stand in
//! the way.

use std::fs;

use super::head::{self, Sealed};
use super::replay::replay;
use super::site::{Site, file_name};
use crate::format::{ron, seal};
use crate::ledger::journal::Recovered;
use crate::ledger::{AgendaItem, Entry, Header, Held, History, Seal, Snapshot, SnapshotId};
use crate::plan::Table;
use crate::shell::close::{discard, file_away};
use crate::shell::disk::Real;
use crate::shell::journal::{self, Kept};
use crate::shell::perform::waits_for_founding;
use crate::shell::publish::{Final, publish};
use crate::shell::trouble::{NotOpened, Trouble, reason, show};
use crate::words::Lang;
use crate::words::book::{Barred, Odd};

/// A journal that goes on.
#[derive(Debug)]
pub struct Going {
    /// What it is of.
    pub id: SnapshotId,
    /// Its first line.
    pub header: Header,
    /// What its files hold.
    pub kept: Kept,
}

/// What the folder of open journals holds.
#[derive(Debug, Default)]
pub struct Journals {
    /// The one that goes on.
    pub going: Option<Going>,
    /// Journals whose snapshot is published: nothing is missing but their filing away.
    pub finished: Vec<Going>,
    /// Journals that keep nothing any more, because what was opened after them took over their agenda.
    pub replaced: Vec<SnapshotId>,
    /// Joinings of lines that are not there any more.
    pub aside: Vec<SnapshotId>,
    /// Why nothing may be recorded.
    pub barred: Option<Barred>,
}

/// The agenda of a meeting to come.
pub type Agenda = Table<u16, AgendaItem>;

/// The first lines of all open journals that have one.
///
/// # Errors
/// A folder or file that could not be read.
pub fn headers(site: &Site) -> Result<Vec<Header>, Trouble> {
    let mut headers = Vec::new();
    for id in site.opened()? {
        let kept = journal::read(&Real, site.open(&id).path())?;
        let header = kept.recovered.header.as_deref().map(ron::read_line);
        headers.extend(header.and_then(Result::ok));
    }
    Ok(headers)
}

/// Looks at every journal. `newest` is what the open one must stand on, `theirs` the end of the other
/// line, where there are two.
///
/// # Errors
/// A folder or file that could not be read.
pub fn look(
    site: &Site,
    newest: &Sealed,
    theirs: Option<&Sealed>,
    lang: Lang,
) -> Result<Journals, Trouble> {
    let mut found = Journals::default();
    let mut open = Vec::new();
    for id in site.opened()? {
        let kept = journal::read(&Real, site.open(&id).path())?;
        if is_unborn(&kept.recovered) {
            continue;
        }
        match header_of(site, &id, &kept, lang) {
            Err(why) => found.bar(why),
            Ok(header) if is_published(site, &id, &kept.recovered) => {
                found.finished.push(Going { id, header, kept });
            }
            Ok(header) => open.push(Going { id, header, kept }),
        }
    }
    let stale = |going: &mut Going| {
        matches!(going.header.kind, Held::Join(_)) && !joins(&going.header, newest, theirs)
    };
    found.aside = open.extract_if(.., stale).map(|going| going.id).collect();
    if open.iter().any(|going| !is_left_over(going, newest, lang)) {
        found.replaced = open
            .extract_if(.., |going| is_left_over(going, newest, lang))
            .map(|going| going.id)
            .collect();
    }
    choose(&mut found, open, newest);
    Ok(found)
}

/// Files finished journals away. Only the holder of the lock may.
pub fn finish(site: &Site, finished: &[Going], lang: Lang) -> Vec<Odd> {
    let done = |id: &SnapshotId| -> Result<(), String> {
        // The name may have been given and not yet synced when the power went.
        let bytes = fs::read(site.snapshot(id)).map_err(|error| reason(&error, lang))?;
        let (folder, name) = (site.snapshots(), file_name(id));
        let whole = Final { folder: &folder, name: &name, bytes: &bytes };
        publish(&Real, &whole, |_| true).map_err(|why| why.sentence(lang))?;
        let away = file_away(&Real, &site.open(id), &site.done(id));
        away.map(drop).map_err(|why| why.sentence(lang))
    };
    let told = |id: &SnapshotId| match done(id) {
        Ok(()) => Odd::Finished { id: id.to_string() },
        Err(why) => Odd::NotFinished { id: id.to_string(), why },
    };
    finished.iter().map(|going| told(&going.id)).collect()
}

/// Removes journals that were replaced. What stays is removed the next time.
pub fn remove(site: &Site, replaced: &[SnapshotId]) {
    for home in replaced.iter().map(|id| site.open(id)) {
        let _ = discard(&Real, &home, home.path());
    }
}

/// Removes journals that were filed away: what is not for the snapshot, the words as they were spoken
/// and the notes that stay here, goes with them.
pub fn purge(site: &Site, filed: &[SnapshotId]) {
    for id in filed {
        // The snapshot stands without it. What cannot be removed now is removed at the next start.
        let _ = discard(&Real, &site.open(id), site.done(id).path());
    }
}

/// The agenda that a sealed interval was preparing, when the journal that was to go on with it was
/// never made.
pub fn orphaned(site: &Site, found: &Journals, lang: Lang) -> Option<Agenda> {
    let going = found.finished.last().filter(|_| found.going.is_none())?;
    let base = head::read(site, &going.header.follows).ok()?;
    let agenda = replayed(&base.snapshot, going, lang).open.agenda().cloned()?;
    let prepared = matches!(going.header.kind, Held::Interval(_)) && !agenda.is_empty();
    prepared.then_some(agenda)
}

/// Whether a journal is of an interval that holds nothing but an agenda: what was opened beside it
/// took that over.
fn is_left_over(going: &Going, newest: &Sealed, lang: Lang) -> bool {
    let fits = going.header.follows == newest.snapshot.id() && going.header.seal == newest.seal;
    fits && matches!(going.header.kind, Held::Interval(_))
        && replayed(&newest.snapshot, going, lang).is_empty()
}

/// Whether a joining is of these two ends.
fn joins(header: &Header, newest: &Sealed, theirs: Option<&Sealed>) -> bool {
    let with = header.with.iter().map(|(_, seal)| seal);
    header.seal == newest.seal && with.eq(theirs.map(|theirs| &theirs.seal))
}

fn replayed(base: &Snapshot, going: &Going, lang: Lang) -> History {
    replay(base, &going.header, &going.kept.recovered.records, lang).history
}

impl Journals {
    /// Whether a meeting is going on.
    pub fn in_session(&self) -> bool {
        self.going.as_ref().is_some_and(|going| matches!(going.header.kind, Held::Meeting(_)))
    }

    /// The first reason stays: the next would only hide it.
    fn bar(&mut self, why: Barred) {
        self.barred.get_or_insert(why);
    }
}

/// A folder whose header never reached the disk: nothing was ever called saved in it.
fn is_unborn(found: &Recovered) -> bool {
    found.header.is_none() && found.records.is_empty() && found.damage.is_empty()
}

fn header_of(site: &Site, id: &SnapshotId, kept: &Kept, lang: Lang) -> Result<Header, Barred> {
    let path = site.open(id).path().to_owned();
    let Some(text) = &kept.recovered.header else {
        return Err(Barred::Journal { why: NotOpened::Headless(path).sentence(lang) });
    };
    let header: Result<Header, _> = ron::read_line(text);
    match header {
        Ok(header) if header.format > crate::ledger::snapshot::FORMAT => {
            Err(Barred::NewerJournal { id: id.to_string() })
        }
        Ok(header) => Ok(header),
        Err(why) => {
            let why = why.what.text(lang);
            Err(Barred::Unsealed { path: show(&path), why })
        }
    }
}

/// Whether the snapshot that the journal says is being published is there.
fn is_published(site: &Site, id: &SnapshotId, found: &Recovered) -> bool {
    let lines = found.records.iter().rev().filter_map(|line| ron::read_line(line.payload()).ok());
    let closing = lines.take_while(|entry| matches!(entry, Entry::Closing(_) | Entry::Closed));
    let seals: Vec<Seal> = closing
        .filter_map(|entry| match entry {
            Entry::Closing(seal) => Some(seal),
            _ => None,
        })
        .collect();
    let bytes = fs::read(site.snapshot(id)).unwrap_or_default();
    seal::verify(&bytes).is_ok_and(|seal| seals.contains(&seal))
}

fn choose(found: &mut Journals, mut open: Vec<Going>, newest: &Sealed) {
    let head = newest.snapshot.id();
    // What waits for the founding snapshot goes on whatever the plan says by then.
    let fits = |going: &Going| {
        let sealed = going.header.seal == newest.seal || waits_for_founding(&going.header);
        sealed && (going.header.follows == head || matches!(going.header.kind, Held::Join(_)))
    };
    if open.len() > 1 {
        let names: Vec<String> = open.iter().map(|going| going.id.to_string()).collect();
        found.bar(Barred::SeveralOpen { names: names.join("、") });
    }
    if let Some(index) = open.iter().position(fits) {
        found.going = Some(open.swap_remove(index));
    } else if let Some(other) = open.first() {
        let (id, follows) = (other.id.to_string(), other.header.follows.to_string());
        found.bar(Barred::Elsewhere { id, follows, head: head.to_string() });
    }
}

//! The snapshots of a book against their seals and against each other.
//!
//! Each file is read once, and only what the others are held against is kept of it. What several
//! snapshots say of one before them is one fault, told at the first that says it. Nothing is written,
//! whatever is found.

use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::MetadataExt as _;

use chrono::NaiveDate;

use super::finding::{Findings, at_the_end};
use super::in_git;
use super::parents::{Parents, Wrong};
use crate::format::excerpt::{self, Source};
use crate::format::ron::Limits;
use crate::ledger::joining::found_as;
use crate::ledger::{Seal, Snapshot, SnapshotId, snapshot};
use crate::plan::Path;
use crate::shell::book::head::Sealed;
use crate::shell::book::site::file_name;
use crate::shell::book::unopened::{named, read_bytes};
use crate::shell::book::{Promised, Site, Unopened, abandoned, head, shelf};
use crate::shell::headless::init::ATTRIBUTES;
use crate::shell::placing;
use crate::shell::progress::Progress;
use crate::shell::trouble::show;
use crate::words::book::{Barred, Odd, Unopened as Why};
use crate::words::check::{Fault, Remark};
use crate::words::history::Doing;
use crate::words::{Joint, Lang, Unsealed};

/// Looks at every snapshot. The meetings among them, in the order of their names.
pub(super) fn walk(
    site: &Site,
    promised: Option<&Promised>,
    today: NaiveDate,
    found: &mut Findings,
) -> Vec<SnapshotId> {
    let folder = site.snapshots();
    let shelf = match shelf::list(&folder) {
        Ok(shelf) => shelf,
        Err(why) => {
            found.unopened(&named(&folder), &Unopened::Trouble(why));
            return Vec::new();
        }
    };
    shelf.odd.iter().for_each(|odd| found.remark(odd.text(found.eyes.lang)));
    found.files += shelf.ids.len();
    let ours = promised.map(|promised| promised.plan.id.clone());
    let mut chain = Chain::new(site, found.eyes.lang, ours);
    let mut progress = Progress::new(Doing::Checking, shelf.ids.len(), found.eyes.lang);
    for (nth, id) in shelf.ids.into_iter().enumerate() {
        let read = head::read(site, &id);
        chain.take(id, read);
        progress.went(nth + 1);
    }
    drop(progress);
    chain.compare();
    chain.tell(found);
    chain.ends(promised, found);
    in_git::look(site, (&chain.faulty(), &chain.filed()), found);
    chain.remarks(today, found);
    chain.files.into_iter().map(|file| file.id).filter(SnapshotId::is_meeting).collect()
}

/// Which seals snapshots are said to have: by name and seal, the first file that says so.
type Claims = BTreeMap<SnapshotId, BTreeMap<Seal, usize>>;

struct Chain<'a> {
    site: &'a Site,
    lang: Lang,
    /// The id of the plan, if it could be read.
    ours: Option<String>,
    files: Vec<File>,
    claims: Claims,
    /// What joinings filed under another name, and under which names they found it.
    renamed: BTreeMap<SnapshotId, BTreeSet<SnapshotId>>,
    /// What an unfinished git merge has two versions of.
    contested: BTreeSet<SnapshotId>,
    parents: Parents<'a>,
}

/// One snapshot's file.
struct File {
    id: SnapshotId,
    /// As a person in the current folder writes it.
    name: String,
    linked: bool,
    /// A merge that was given up left it.
    left: bool,
    read: Result<Link, Unopened>,
    /// What is wrong with what it says, and where it says it.
    wrong: Vec<Wrong>,
}

/// What is kept of a snapshot that could be read.
struct Link {
    seal: Seal,
    broken: Option<Unsealed>,
    plan: String,
    /// What it says that it is, when it is filed under another name.
    says: Option<SnapshotId>,
}

impl<'a> Chain<'a> {
    fn new(site: &'a Site, lang: Lang, ours: Option<String>) -> Self {
        let (files, claims, renamed) = (Vec::new(), Claims::new(), BTreeMap::new());
        let (contested, parents) = (placing::contested(site), Parents::new(site, lang));
        Self { site, lang, ours, files, claims, renamed, contested, parents }
    }

    /// Takes a file that was read, notes what it says of those before it, and forgets the rest.
    fn take(&mut self, id: SnapshotId, read: Result<Sealed, Unopened>) {
        let path = self.site.snapshot(&id);
        let linked = path.symlink_metadata().is_ok_and(|file| file.nlink() > 1);
        let (name, mut wrong) = (named(&path), Vec::new());
        let read = read.map(|file| {
            wrong = alone(&file.snapshot, self.lang);
            wrong.extend(self.stranger(&file.snapshot, &path));
            self.claim(&file.snapshot);
            let joining = file.snapshot.joining().into_iter();
            for (to, from) in joining.flat_map(|joining| &joining.renamed) {
                self.renamed.entry(to.clone()).or_default().insert(from.clone());
            }
            let (seal, broken, says) = (file.seal.clone(), file.broken.clone(), file.says.clone());
            let plan = file.snapshot.plan.clone();
            let compared = self.parents.take(file);
            wrong.extend(compared.own);
            for (before, altered) in compared.before {
                if let Some(file) = self.files.iter_mut().find(|file| file.id == before) {
                    file.wrong.extend(altered);
                }
            }
            Link { seal, broken, plan, says }
        });
        self.files.push(File { id, name, linked, left: false, read, wrong });
    }

    /// A snapshot of another plan, at the field that says so.
    fn stranger(&self, own: &Snapshot, path: &std::path::Path) -> Option<Wrong> {
        let ours = self.ours.clone().filter(|ours| own.plan_id() != ours)?;
        let (path, theirs) = (show(path), own.plan_id().to_owned());
        let fault = Why::OtherPlan { path, theirs, ours }.text(self.lang);
        Some((Path::default().field("plan"), fault))
    }

    /// Notes the seals that a snapshot gives to those before it.
    fn claim(&mut self, by: &Snapshot) {
        let at = self.files.len();
        for (id, seal) in by.meetings.iter() {
            let seals = match self.claims.get_mut(id) {
                Some(seals) => seals,
                None => self.claims.entry(id.clone()).or_default(),
            };
            if !seals.contains_key(seal) {
                seals.insert(seal.clone(), at);
            }
        }
    }

    /// Holds what is said of each snapshot against that snapshot.
    fn compare(&mut self) {
        let seals = self.files.iter().map(|file| {
            let whole = file.read.as_ref().ok().filter(|link| link.broken.is_none());
            (file.id.clone(), whole.map(|link| link.seal.clone()))
        });
        let seals: BTreeMap<SnapshotId, Option<Seal>> = seals.collect();
        let elsewhere = self.elsewhere();
        for (id, claimed) in &self.claims {
            for (seal, by) in claimed {
                let Some(file) = self.files.get_mut(*by) else { continue };
                let said = || id.to_string();
                let fault = match seals.get(id) {
                    None => Odd::Missing { id: said(), by: file.id.to_string() }.text(self.lang),
                    // The line that holds it stands on the other one of this name.
                    Some(_) if elsewhere.get(seal).is_some_and(|names| names.contains(id)) => {
                        continue;
                    }
                    // Of two versions the folder has one, until the merge is concluded.
                    Some(_) if self.contested.contains(id) => continue,
                    Some(Some(own)) if own != seal => {
                        Fault::OtherSeal { id: said() }.text(self.lang)
                    }
                    Some(_) => continue,
                };
                file.wrong.push((Path::default().field("meetings").key(id), fault));
            }
        }
    }

    /// Snapshots that a joining filed under another name, by their seals: every name that each ever had.
    /// One that no joining speaks of has no business under its name.
    fn elsewhere(&mut self) -> BTreeMap<Seal, BTreeSet<SnapshotId>> {
        let mut elsewhere = BTreeMap::new();
        for file in &mut self.files {
            let Ok(Link { says: Some(own), seal, .. }) = &file.read else { continue };
            if self.renamed.contains_key(&file.id) {
                let mut names = found_as(&self.renamed, &file.id);
                names.insert(own.clone());
                elsewhere.insert(seal.clone(), names);
                continue;
            }
            // Until a merge is concluded, that it is not is told once, and not at each file.
            if self.contested.iter().any(|id| file.id.is_copy_of(id)) {
                continue;
            }
            file.left = abandoned::is_left(self.site, &file.id);
            let fault = if file.left {
                Odd::Abandoned { name: file_name(&file.id) }.text(self.lang)
            } else {
                let path = show(&self.site.snapshot(&file.id));
                Why::OtherName { path, id: own.to_string() }.text(self.lang)
            };
            file.wrong.push((Path::default().field("kind").field("id"), fault));
        }
        elsewhere
    }

    /// Tells the faults of every file, in the order of the names.
    fn tell(&self, found: &mut Findings) {
        for file in &self.files {
            let link = match &file.read {
                Ok(link) => link,
                Err(why) => {
                    found.unopened(&file.name, why);
                    continue;
                }
            };
            if link.broken.is_none() && file.wrong.is_empty() {
                continue;
            }
            // Only files with a fault are read again: the others are long forgotten.
            let path = self.site.snapshot(&file.id);
            let bytes = read_bytes(&path, Limits::of(snapshot::FORMAT)).unwrap_or_default();
            let source = Source { name: &file.name, bytes: &bytes };
            if let Some(why) = &link.broken {
                found.told(source, at_the_end(&bytes, why.text(self.lang)));
            }
            let wrong = file.wrong.iter().map(|(at, what)| (at, what.clone()));
            for told in excerpt::located(&bytes, wrong) {
                found.told(source, told);
            }
        }
    }

    /// One line of meetings, of this plan, whose adopted part is still the same.
    fn ends(&self, promised: Option<&Promised>, found: &mut Findings) {
        let followed = |file: &&File| self.claims.contains_key(&file.id);
        let read = self.files.iter().filter_map(|f| f.read.as_ref().ok().map(|link| (f, link)));
        let ends = read.filter(|(file, _)| !followed(file) && !file.left);
        let ends: Vec<(&File, &Link)> = ends.collect();
        if !self.contested.is_empty() {
            let names: Vec<String> = self.contested.iter().map(file_name).collect();
            let fault =
                Barred::Merging { files: names.join(Joint::List.text(self.lang)) }.text(self.lang);
            found.whole(&named(&self.site.snapshots()), fault);
        } else if ends.len() > 1 {
            let names: Vec<String> = ends.iter().map(|(file, _)| file.id.to_string()).collect();
            let fault =
                Barred::TwoHeads { names: names.join(Joint::List.text(self.lang)) }.text(self.lang);
            found.whole(&named(&self.site.snapshots()), fault);
        }
        let Some(promised) = promised else { return };
        // Another plan was told already, at the snapshot that is of it.
        let own = format!("{} ", promised.plan.id);
        for (file, _) in ends.iter().filter(|(_, link)| link.plan.starts_with(&own)) {
            self.edited(promised, &file.id, found);
        }
    }

    /// A plan that promises something else than was adopted, or amended since, is shown where it does.
    fn edited(&self, promised: &Promised, id: &SnapshotId, found: &mut Findings) {
        let newest = self.parents.newest(id);
        let Some(at) = newest.and_then(|newest| self.parents.difference(promised, newest)) else {
            return;
        };
        let fault = Fault::OtherPlan { id: id.to_string() }.text(self.lang);
        let name = named(&self.site.plan());
        for told in excerpt::located(&promised.bytes, [(&at, fault)].into_iter()) {
            found.told(Source { name: &name, bytes: &promised.bytes }, told);
        }
    }

    /// The snapshots that joinings filed under another name, by all their names.
    fn filed(&self) -> BTreeSet<SnapshotId> {
        self.renamed.iter().flat_map(|(to, from)| from.iter().chain([to])).cloned().collect()
    }

    /// The snapshots of which something is told: those with a fault, and those that are missed.
    fn faulty(&self) -> BTreeSet<SnapshotId> {
        let sound = |file: &File| {
            let whole = file.read.as_ref().is_ok_and(|link| link.broken.is_none());
            whole && file.wrong.is_empty()
        };
        let there: BTreeSet<&SnapshotId> = self.files.iter().map(|file| &file.id).collect();
        let missed = self.claims.keys().filter(|id| !there.contains(id));
        let missed = missed.chain(&self.contested);
        let faulty = self.files.iter().filter(|file| !sound(file)).map(|file| &file.id);
        faulty.chain(missed).cloned().collect()
    }

    /// What is worth knowing of the files themselves.
    fn remarks(&self, today: NaiveDate, found: &mut Findings) {
        let ahead = self.files.iter().map(|file| &file.id).filter(|id| id.day() > Some(today));
        let ahead: Vec<String> = ahead.map(SnapshotId::to_string).collect();
        if !ahead.is_empty() {
            found.remark(
                Remark::Future { ids: ahead.join(Joint::List.text(self.lang)) }.text(self.lang),
            );
        }
        let linked = self.files.iter().filter(|file| file.linked).map(|file| file.name.as_str());
        let linked: Vec<&str> = linked.collect();
        if !linked.is_empty() {
            found.remark(
                Remark::HardLinked { names: linked.join(Joint::List.text(self.lang)) }
                    .text(self.lang),
            );
        }
        let alone = |file: &File| {
            self.site.repo().map_or(Ok(true), |r| r.leaves_alone(&self.site.snapshot(&file.id)))
        };
        // One file stands for all: the line in question names them together.
        if self.files.last().map(alone) == Some(Ok(false)) {
            let line = ATTRIBUTES.trim_end().to_owned();
            found.remark(Remark::Attributes { line }.text(self.lang));
        }
    }
}

/// What can be wrong with a snapshot by itself.
fn alone(own: &Snapshot, lang: Lang) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if own.follows.is_empty() && own.adoption().is_none() {
        wrong.push((Path::default().field("follows"), Fault::NoParent.text(lang)));
    }
    for (nth, parent) in own.follows.iter().enumerate() {
        if own.meetings.seal(parent).is_none() {
            let fault = Fault::NoSealOf { id: parent.to_string() }.text(lang);
            wrong.push((Path::default().field("follows").index(nth), fault));
        }
    }
    let id = own.id();
    let before = own.meetings.iter().map(|(id, _)| id).filter(|other| other.is_of_series(&id));
    let last = before.filter_map(SnapshotId::day).max();
    if let Some(last) = last.filter(|last| id.is_meeting() && id.day() < Some(*last)) {
        let fault = Fault::BackDated { last: last.to_string() }.text(lang);
        wrong.push((Path::default().field("kind").field("id"), fault));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::act;
    use crate::app::agenda::{self, Opening, Source};
    use crate::app::rehearse::{PLAN, Rehearsal, rehearsed};
    use crate::ledger::Decision;

    /// A book with one meeting that decided one thing.
    fn met() -> Rehearsal {
        let day = "2023-03-17".parse().unwrap();
        let mut book = Rehearsal::adopted(rehearsed(PLAN), day, Lang::Zh).unwrap();
        let opening = Opening { agenda: Source::Prepared, ..Opening::default() };
        let meeting = agenda::meeting(&book.session, &opening, Lang::Zh);
        let acted = act::open_meeting(&mut book.session, meeting, Lang::Zh);
        book.carry_out(acted).unwrap();
        let text = "空港应急医院10月底前开工".into();
        let decision = Decision { text, ..Decision::default() };
        let acted = act::decide(&mut book.session, decision, "");
        book.carry_out(acted).unwrap();
        let acted = act::close_meeting(&mut book.session, Lang::Zh);
        book.carry_out(acted).unwrap();
        book
    }

    /// Whether anything is found, given the bytes of the meeting.
    fn faulty(site: &Site, founding: &Sealed, id: &SnapshotId, bytes: Vec<u8>) -> bool {
        let mut chain = Chain::new(site, Lang::Zh, Some("daoli-2023".into()));
        chain.take(SnapshotId::adopted(), Ok(founding.clone()));
        chain.take(id.clone(), head::understood(&site.snapshot(id), id, bytes));
        chain.compare();
        !chain.faulty().is_empty()
    }

    #[test]
    fn every_byte_of_a_closed_meeting_that_is_changed_or_dropped_is_found() {
        let book = met();
        let temp = tempfile::tempdir().unwrap();
        let site = Site::at(temp.path());
        let understood = |nth: usize| {
            let file = &book.sealed[nth].file;
            let bytes = file.text.clone().into_bytes();
            head::understood(&site.snapshot(&file.id), &file.id, bytes).ok().unwrap()
        };
        let founding = understood(0);
        let (id, whole) = (book.sealed[1].file.id.clone(), book.sealed[1].file.text.as_bytes());
        assert!(whole.len() > 500 && !faulty(&site, &founding, &id, whole.to_vec()));
        for at in 0..whole.len() {
            let mut flipped = whole.to_vec();
            flipped[at] ^= 1;
            assert!(faulty(&site, &founding, &id, flipped), "byte {at} flipped");
            let mut dropped = whole.to_vec();
            dropped.remove(at);
            assert!(faulty(&site, &founding, &id, dropped), "byte {at} dropped");
        }
    }
}

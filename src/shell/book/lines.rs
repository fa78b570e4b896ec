//! Two lines of meetings in `snapshots/`: which is ours, and the files that only one of them has.
//!
//! Read only where a book has two ends. What cannot be read, was changed, or is of another plan is
//! named, and nothing is joined.

use std::collections::BTreeMap;
use std::fs;

use super::head::{self, Sealed};
use super::journals;
use super::shelf::Shelf;
use super::site::Site;
use super::unopened::Unopened;
use crate::app::Fork;
use crate::ledger::merge::{Joint, Line, Link, Unjoined};
use crate::ledger::{Chain, Header, Held, Names, Seal, Snapshot, SnapshotId};
use crate::shell::trouble::show;
use crate::words::Lang;
use crate::words::book::{Barred, Odd, Unopened as Why};

/// The ends of a book that has several.
#[derive(Debug)]
pub struct Ends {
    /// The end of the line that is gone on with.
    pub ours: Sealed,
    /// The end of the line that is joined with it.
    pub theirs: Sealed,
    /// All ends, for people.
    pub names: String,
    /// The ends of further lines.
    rest: Vec<SnapshotId>,
    /// The joining that was begun already.
    begun: Option<Header>,
    /// What has a journal. One whose first line never reached the disk holds nothing.
    open: Vec<SnapshotId>,
}

impl Ends {
    /// Why nothing is recorded while there are two.
    pub fn bar(&self) -> Barred {
        Barred::TwoHeads { names: self.names.clone() }
    }

    /// That there is another line beside the one that a meeting is recorded in.
    pub fn beside(&self) -> Odd {
        Odd::OtherLine { names: self.theirs.snapshot.id().to_string() }
    }
}

/// Chooses the line that is gone on with: the one that an open journal stands on, else the one that
/// this repository had before the other came.
///
/// # Errors
/// A journal that could not be read.
pub fn choose(
    site: &Site,
    mut files: BTreeMap<SnapshotId, Sealed>,
    ends: &[SnapshotId],
) -> Result<Ends, Unopened> {
    let names: Vec<String> = ends.iter().map(SnapshotId::to_string).collect();
    let by_seal =
        |seal: &Seal| ends.iter().find(|id| files.get(id).is_some_and(|f| f.seal == *seal));
    let headers = journals::headers(site)?;
    let begun = headers.iter().find(|header| {
        let both = header.with.iter().map(|(_, seal)| seal).chain([&header.seal]);
        matches!(header.kind, Held::Join(_)) && both.clone().all(|seal| by_seal(seal).is_some())
    });
    let going = headers.iter().find(|header| !matches!(header.kind, Held::Join(_)));
    let stands_on = begun.or(going).and_then(|header| by_seal(&header.seal));
    let ours = match stands_on {
        Some(id) => Some(id.clone()),
        None => own(site, &files, ends).or_else(|| ends.first().cloned()),
    };
    let theirs = begun.and_then(|header| by_seal(&header.with.first()?.1)).cloned();
    let theirs = theirs.or_else(|| ends.iter().find(|id| Some(*id) != ours.as_ref()).cloned());
    let is_rest = |id: &&SnapshotId| Some(*id) != ours.as_ref() && Some(*id) != theirs.as_ref();
    let rest = ends.iter().filter(is_rest).cloned().collect();
    let begun = begun.cloned();
    let open = headers.iter().map(|header| header.kind.id()).collect();
    let (Some(ours), Some(theirs)) =
        (ours.and_then(|id| files.remove(&id)), theirs.and_then(|id| files.remove(&id)))
    else {
        // There are two of them, and each was read.
        let (path, why) = (show(&site.snapshots()), names.join("、"));
        return Err(Unopened::Why(Why::NotRead { path, why }));
    };
    Ok(Ends { ours, theirs, names: names.join("、"), rest, begun, open })
}

/// The end that this side made: a joining that git lacks yet, or what git got since the merge; else the end that this
/// side had before the merge, in HEAD while it is not concluded, after it in the first parent of HEAD.
fn own(
    site: &Site,
    files: &BTreeMap<SnapshotId, Sealed>,
    ends: &[SnapshotId],
) -> Option<SnapshotId> {
    let repo = site.repo()?;
    // It may bear another name now: its bytes tell it.
    let says = |id: &SnapshotId| files.get(id)?.says.clone();
    let named: Vec<_> =
        ends.iter().map(|id| site.snapshot(&says(id).unwrap_or(id.clone()))).collect();
    let named: Vec<_> = named.iter().map(std::path::PathBuf::as_path).collect();
    // Which ends a commit has; all of them or none where there is no such commit.
    let had = |commit: &str| -> Vec<bool> {
        let blobs = repo.blobs(commit, &named).unwrap_or_default();
        let has = |(id, blob): (&SnapshotId, Option<Vec<u8>>)| {
            blob.is_some() && fs::read(site.snapshot(id)).ok() == blob
        };
        ends.iter().zip(blobs).map(has).collect()
    };
    let only = |had: &[bool], wanted: bool| {
        let mut own = ends.iter().zip(had).filter(|(_, had)| **had == wanted).map(|(id, _)| id);
        let first = own.next()?;
        own.next().is_none().then(|| first.clone())
    };
    if repo.is_merging() {
        return only(&had("HEAD"), true);
    }
    // First what git may be given this very moment, then what does not change any more.
    let sealed = ends.iter().zip(had("HEAD")).find(|(id, had)| id.is_join() && !had);
    if let Some((id, _)) = sealed {
        return Some(id.clone());
    }
    let before = had("HEAD^1");
    let concluded = had("HEAD^2").contains(&true);
    let since = if concluded { None } else { only(&before, false) };
    since.or_else(|| only(&before, true))
}

/// What the joining of two ends would be.
///
/// # Errors
/// A sentence about the file that stands in the way, or why the lines cannot be joined.
pub fn fork(
    site: &Site,
    ends: &Ends,
    (plan, today): (&str, chrono::NaiveDate),
    shelf: &Shelf,
    lang: Lang,
) -> Result<Box<Fork>, Barred> {
    let ours = line(site, &ends.ours, &ends.theirs, lang)?;
    let theirs = line(site, &ends.theirs, &ends.ours, lang)?;
    let latest = |end: &Sealed| end.snapshot.id().day();
    let day = [latest(&ends.ours), latest(&ends.theirs)].into_iter().flatten().max();
    let id = match &ends.begun {
        Some(header) => header.kind.id(),
        None => SnapshotId::join(day.map_or(today, |day| day.max(today)))
            .free(|id| shelf.ids.contains(id) || ends.open.contains(id)),
    };
    let with = ends.theirs.snapshot.id();
    let fork = Fork::new((ours, theirs), with, Joint { id, plan });
    let fork = fork.map(|fork| fork.beside(ends.rest.clone()));
    fork.map(Box::new).map_err(|why| unjoined(&why, ends))
}

fn unjoined(why: &Unjoined, ends: &Ends) -> Barred {
    let names = ends.names.clone();
    match why {
        Unjoined::Included => Barred::TwoHeads { names },
        Unjoined::OtherPlan(ours, theirs) => {
            Barred::OtherPlans { names, ours: ours.clone(), theirs: theirs.clone() }
        }
        Unjoined::Rewritten(id) => Barred::Rewritten { names, id: id.to_string() },
    }
}

/// A line as far as the other does not share it.
fn line(site: &Site, end: &Sealed, other: &Sealed, lang: Lang) -> Result<Line, Barred> {
    let whole = whole(other);
    let head = link(site, end, &end.says.clone().unwrap_or_else(|| end.snapshot.id()), lang)?;
    let mut apart = Vec::new();
    for (id, seal) in head.snapshot.meetings.iter() {
        if whole.iter().any(|(_, shared)| shared == seal) {
            continue;
        }
        let file = find(site, id, seal, lang)?.ok_or_else(|| {
            let missing = Odd::Missing { id: id.to_string(), by: end.snapshot.id().to_string() };
            Barred::Journal { why: missing.text(lang) }
        })?;
        apart.push(link(site, &file, id, lang)?);
    }
    Ok(Line { head, apart })
}

fn whole(end: &Sealed) -> Chain {
    let mut chain = end.snapshot.meetings.clone();
    chain.add(end.snapshot.id(), end.seal.clone());
    chain
}

/// A file under the name by which its line knows it. One that was changed is no link.
fn link(site: &Site, file: &Sealed, name: &SnapshotId, lang: Lang) -> Result<Link, Barred> {
    if let Some(why) = &file.broken {
        let path = show(&site.snapshot(&file.snapshot.id()));
        return Err(Barred::Unsealed { path, why: why.text(lang) });
    }
    let names: Names = [(file.snapshot.id(), name.clone())].into_iter().collect();
    Ok(Link { snapshot: file.snapshot.clone().renamed(&names), seal: file.seal.clone() })
}

/// The file of a snapshot: under its own name, or under the next ones if another took that.
fn find(site: &Site, id: &SnapshotId, seal: &Seal, lang: Lang) -> Result<Option<Sealed>, Barred> {
    let mut name = id.clone();
    let mut changed = None;
    while site.snapshot(&name).exists() {
        let file =
            head::read(site, &name).map_err(|why| Barred::Journal { why: why.sentence(lang) })?;
        if file.seal == *seal {
            return Ok(Some(file));
        }
        changed = changed.or(file.broken.is_some().then_some(file));
        name = name.next();
    }
    Ok(changed)
}

/// A sealed snapshot under the names by which the newest knows what it stands on.
#[must_use]
pub fn as_known(older: Sealed, newest: &Snapshot) -> Snapshot {
    let names = Names::between(&older.snapshot.meetings, &newest.meetings);
    older.snapshot.renamed(&names)
}

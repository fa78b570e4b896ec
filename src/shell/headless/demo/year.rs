//! A year to rehearse with, from memory to the disk: each snapshot as a close would leave it, and one
//! commit for each, on its own day.

use std::fs;
use std::path::{Path, PathBuf};

use super::Made;
use crate::app::rehearse::{self, Closed, PLAN, Year, rehearsed};
use crate::ledger::SnapshotId;
use crate::shell::args::Settings;
use crate::shell::book::Site;
use crate::shell::book::site::file_name;
use crate::shell::disk::Real;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::git::{Git, NotCommitted, Repo};
use crate::shell::headless::init::{self, not_made};
use crate::shell::progress::Progress;
use crate::shell::publish::{Final, publish};
use crate::words::Lang;
use crate::words::history::Doing;

/// Makes the book of a year in a folder that is a repository, or could not become one.
pub(super) fn make(folder: PathBuf, settings: &Settings) -> Result<Made, Failure> {
    let lang = settings.lang;
    let book = rehearse::year(rehearsed(PLAN), Year::default(), lang)
        .map_err(|why| Failure::new(FailureKind::Bug, why.text(lang)))?;
    let mut told = init::make(&folder, &rehearsed(PLAN), lang)?;
    let site = Site::at(&folder);
    let mut repo = site.repo().cloned();
    let mut progress = Progress::new(Doing::Rehearsing, book.sealed.len(), lang);
    for (nth, closed) in book.sealed.iter().enumerate() {
        put(&site, closed, lang)?;
        if let Some(Err(why)) = repo.as_ref().map(|repo| commit(repo, &site, closed)) {
            // One that is not taken is no reason to ask again for each.
            told.push(why.text(lang));
            repo = None;
        }
        progress.went(nth + 1);
    }
    Ok(Made { folder, today: Some(book.session.today), told })
}

/// The files of one close: the plan where it was edited, then the snapshot.
fn put(site: &Site, closed: &Closed, lang: Lang) -> Result<(), Failure> {
    if let Some(plan) = &closed.edited {
        fs::write(site.plan(), plan).map_err(|why| not_made(&site.plan(), &why, lang))?;
    }
    let (folder, name) = (site.snapshots(), file_name(&closed.file.id));
    let whole = Final { folder: &folder, name: &name, bytes: closed.file.text.as_bytes() };
    publish(&Real, &whole, |bytes| bytes == closed.file.text.as_bytes())
        .map(drop)
        .map_err(|why| Failure::new(FailureKind::Unreadable, why.sentence(lang)))
}

/// One commit, with the date of its day.
fn commit(repo: &Repo, site: &Site, closed: &Closed) -> Result<(), NotCommitted> {
    let date = closed.at.to_rfc3339();
    let git =
        Git::default().with_env("GIT_AUTHOR_DATE", &date).with_env("GIT_COMMITTER_DATE", &date);
    let founding = closed.file.id == SnapshotId::adopted();
    let mut files = vec![site.snapshot(&closed.file.id)];
    if founding || closed.edited.is_some() {
        files.push(site.plan());
    }
    if founding {
        files.push(site.root().join(".gitattributes"));
    }
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    repo.clone().run_by(git).commit(&files, &closed.file.message).map(drop)
}

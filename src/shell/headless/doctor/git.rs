//! git: the program, the repository, who commits, what it does to snapshots and how it shows them.

use std::path::{Path, PathBuf};

use super::chart::{Chart, Line};
use crate::ledger::SnapshotId;
use crate::shell::book::{Site, shelf};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::git::{DRIVER, Driver, Repo};
use crate::shell::headless::init::{ATTRIBUTES, write_new};
use crate::shell::trouble::show;
use crate::words::doctor::{Cure, Found, Health, Topic, Ward};
use crate::words::{Joint, Lang, NotCommitted};

/// All that git has to do with a book.
pub(super) fn look(site: &Site, lang: Lang) -> Vec<Line> {
    let mut chart = Chart::new(Ward::Git, lang);
    let Some(repo) = site.repo() else {
        chart.note(Topic::Repository, &Found::NoRepository, &Cure::Init);
        return chart.lines;
    };
    match repo.version() {
        Ok(version) => chart.good(Topic::Program, &Found::Program { version }),
        Err(why) => {
            chart.said(Topic::Program, Health::Fault, why.text(lang));
            return chart.lines;
        }
    }
    repository(&mut chart, repo);
    // Where git refuses the whole repository, that is all there is to be said.
    match repo.identity() {
        Ok(who) => {
            let who = format!("{} <{}>", who.name, who.email);
            chart.good(Topic::Identity, &Found::Identity { who });
        }
        Err(NotCommitted::NoIdentity) => {
            chart.fault(Topic::Identity, &Found::Nobody, &Cure::Name);
        }
        Err(why) => {
            chart.said(Topic::Identity, Health::Fault, why.text(lang));
            return chart.lines;
        }
    }
    let newest = newest(site);
    attributes(&mut chart, repo, site, &newest);
    textconv(&mut chart, repo, &newest);
    committed(&mut chart, site);
    chart.lines
}

/// Sets right what is git's own: the driver, and the attributes where there are none.
pub(super) fn mend(site: &Site, lang: Lang) -> Result<Vec<String>, Failure> {
    let Some(repo) = site.repo() else { return Ok(Vec::new()) };
    let mut mended = Vec::new();
    if !has_attributes(site) {
        let path = attributes_of(site);
        write_new(&path, ATTRIBUTES, lang)?;
        mended.push(show(&path));
    }
    let missing = repo.driver().is_ok_and(|driver| driver == Driver::Missing);
    if missing && repo.names_driver(&newest(site)).unwrap_or(false) {
        let refused = |why: NotCommitted| Failure::new(FailureKind::Unreadable, why.text(lang));
        repo.speak(&newest(site)).map_err(refused)?;
        mended.push("git config diff.yiding.textconv".to_owned());
    }
    Ok(mended)
}

fn repository(chart: &mut Chart, repo: &Repo) {
    match repo.obstacle() {
        Some(why) => chart.said(Topic::Repository, Health::Fault, why.text(chart.lang)),
        None => {
            chart.good(Topic::Repository, &Found::Repository { folder: show(repo.root()) });
        }
    }
}

/// The newest snapshot; the founding one's place where there is none yet.
fn newest(site: &Site) -> PathBuf {
    let shelf = shelf::list(&site.snapshots()).unwrap_or_default();
    site.snapshot(shelf.ids.last().unwrap_or(&SnapshotId::adopted()))
}

fn attributes_of(site: &Site) -> PathBuf {
    site.root().join(".gitattributes")
}

fn has_attributes(site: &Site) -> bool {
    attributes_of(site).symlink_metadata().is_ok()
}

/// Where git could not be asked, the next thing it is asked says why.
fn attributes(chart: &mut Chart, repo: &Repo, site: &Site, newest: &Path) {
    // git is asked about a file by its folder, which a new book does not have yet.
    let folder_is_there = newest.parent().is_some_and(Path::is_dir);
    let alone = if folder_is_there { repo.leaves_alone(newest).ok() } else { None };
    match alone {
        _ if !has_attributes(site) => chart.mendable(Topic::Attributes, &Found::NoAttributes),
        Some(false) => {
            let line = ATTRIBUTES.trim_end().to_owned();
            chart.fault(Topic::Attributes, &Found::NotLeftAlone, &Cure::Line { line });
        }
        Some(true) => chart.good(Topic::Attributes, &Found::LeftAlone),
        None => {}
    }
}

fn textconv(chart: &mut Chart, repo: &Repo, newest: &Path) {
    let named = repo.names_driver(newest);
    let driver = named.and_then(|named| Ok((named, repo.driver()?)));
    let (topic, line) = (Topic::Textconv, ATTRIBUTES.trim_end().to_owned());
    match driver {
        Err(why) => chart.said(topic, Health::Fault, why.text(chart.lang)),
        Ok((_, Driver::Foreign(value))) => {
            let wanted = DRIVER.to_owned();
            chart.note(topic, &Found::Foreign { value }, &Cure::SetDriver { wanted });
        }
        Ok((false, _)) => chart.note(topic, &Found::NotNamed, &Cure::Line { line }),
        Ok((true, Driver::Missing)) => chart.mendable(topic, &Found::Silent),
        Ok((true, Driver::Ours)) => match missing_on_path() {
            Some(folder) => chart.note(topic, &Found::NotOnPath, &Cure::ToPath { folder }),
            None => chart.good(topic, &Found::Speaks),
        },
    }
}

/// The folder of this program, when its name finds no program: git runs the driver by that name.
fn missing_on_path() -> Option<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if std::env::split_paths(&path).any(|folder| folder.join("yiding").is_file()) {
        return None;
    }
    let program = std::env::current_exe().ok();
    Some(program.as_deref().and_then(Path::parent).map(show).unwrap_or_default())
}

fn committed(chart: &mut Chart, site: &Site) {
    let waiting: Vec<String> = site.waiting().iter().map(SnapshotId::to_string).collect();
    if waiting.is_empty() {
        chart.good(Topic::Committed, &Found::Committed);
    } else {
        let ids = waiting.join(Joint::List.text(chart.lang));
        chart.note(Topic::Committed, &Found::Uncommitted { ids }, &Cure::Commit);
    }
}

//! A new book: a plan to be filled in, and git around it. Given an old book, what goes on from it.
//!
//! The plan of a new book is not adopted yet: it is edited first, and the founding snapshot is made
//! when the first records are sealed on it.

use std::fs;
use std::path::{Path, PathBuf};

use super::Answer;
use super::hand::Hand;
use super::import::{self, Reading};
use super::layout::page;
use crate::app::{act, founding};
use crate::format::field;
use crate::ledger::SnapshotId;
use crate::shell::args::{Init, Settings};
use crate::shell::book::site::code;
use crate::shell::book::{Site, shelf};
use crate::shell::clock::Clock;
use crate::shell::disk::Errno;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::git::Repo;
use crate::shell::trouble::{Trouble, show};
use crate::words::import::{Imported, NotImported};
use crate::words::printed::{Printed, Refused};
use crate::words::template;
use crate::words::{Lang, Step};

mod after;

/// Line ends and filters of git must not touch a sealed file.
/// Its diffs are told in sentences where yiding is installed.
pub(super) const ATTRIBUTES: &str = "snapshots/*.ron -text -filter -ident -merge diff=yiding\n";

/// `init DIR [--from REPORT] [--after OLDBOOK]`
pub fn init(settings: &Settings, asked: &Init) -> Result<Answer, Failure> {
    let (folder, old) = (asked.folder.as_path(), asked.after.as_deref());
    let lang = settings.lang;
    let there_is = folder.join("plan.ron").symlink_metadata().is_ok();
    if there_is && (asked.from.is_some() || old.is_none()) {
        return Err(there(folder, lang));
    }
    let read = |report: &PathBuf| import::read(settings, report, asked.encoding.as_deref());
    let reading = asked.from.as_ref().map(read);
    let reading = reading.transpose()?;
    if reading.as_ref().is_some_and(Reading::is_empty) {
        return Err(Failure::new(FailureKind::No, NotImported::Nothing.text(lang)));
    }
    if let Some(reading) = reading.as_ref().filter(|reading| reading.is_no_report()) {
        return Err(Failure::new(FailureKind::No, reading.refusal(lang)));
    }
    if let Some(old) = old {
        return after::init(settings, folder, old, reading.as_ref());
    }
    let clock = Clock::new(settings.today);
    let plan = match &reading {
        Some(reading) => with_letterhead(&reading.plan(lang)?, lang),
        None => template::plan(lang, &clock.today().format("%Y").to_string()),
    };
    let mut told = make(folder, &plan, lang)?;
    let mut lines = vec![Printed::Founded { folder: show(folder) }.text(lang)];
    if let Some(reading) = &reading {
        lines.extend(reading.summary(lang));
        let mut hand = Hand::take(&Settings { book: folder.to_owned(), ..settings.clone() })?;
        lines.extend(divide(&mut hand, reading, lang)?);
        told.append(&mut hand.told);
    }
    told.extend(keep(folder, &plan_title(&plan), lang));
    Ok(Answer { text: page(&lines, settings.width), told, no: false })
}

/// A plan with room for what papers say of the body, where it does not say so yet.
fn with_letterhead(text: &str, lang: Lang) -> String {
    let block = template::letterhead(lang);
    let bare = text.replacen(&format!("{block}\n"), "", 1);
    if field::written(&bare, "letterhead").is_some() {
        return bare;
    }
    let name = if field::written(&bare, "roster").is_some() { "roster" } else { "series" };
    field::before(&bare, name, block.trim_end())
}

/// Records who has which row, as the report says it.
fn divide(hand: &mut Hand, reading: &Reading, lang: Lang) -> Result<Vec<String>, Failure> {
    let today = hand.session.base_day();
    let divided = founding::divided(&reading.draft, &hand.session.plan, today);
    let count = divided.rows.len();
    let mut lines = Vec::new();
    if count > 0 {
        let acted = act::divide(&mut hand.session, divided.rows, "");
        hand.carry_out(acted)?;
        lines.push(Imported::Assigned { count: count.to_string() }.text(lang));
    }
    lines.extend(divided.no_day.into_iter().map(|(row, due)| {
        let row = row.to_string();
        Imported::NoDay { row, due }.text(lang)
    }));
    Ok(lines)
}

/// Makes a book that is adopted as it stands: files, founding snapshot, first commit. What git could
/// not do is told and no failure.
///
/// # Errors
/// When there is a book already, or the disk refuses.
pub fn found(folder: &Path, plan: &str, settings: &Settings) -> Result<Vec<String>, Failure> {
    let mut told = make(folder, plan, settings.lang)?;
    let book = Settings { book: folder.to_owned(), ..settings.clone() };
    let mut hand = Hand::take(&book)?;
    let files = [folder.join("plan.ron"), folder.join(".gitattributes")];
    told.extend(hand.found(&[files[0].as_path(), files[1].as_path()])?);
    Ok(told)
}

/// Makes repository and files. What git could not do is told and no failure.
pub(super) fn make(folder: &Path, plan: &str, lang: Lang) -> Result<Vec<String>, Failure> {
    fs::create_dir_all(folder).map_err(|why| not_made(folder, &why, lang))?;
    let mut told = Vec::new();
    if Site::at(folder).repo().is_none()
        && let Err(why) = Repo::init(folder)
    {
        told.push(why.text(lang));
    }
    write_new(&folder.join("plan.ron"), plan, lang)?;
    attributes(folder, lang)?;
    told.extend(textconv(folder, lang));
    Ok(told)
}

fn attributes(folder: &Path, lang: Lang) -> Result<(), Failure> {
    let path = folder.join(".gitattributes");
    if path.symlink_metadata().is_ok() { Ok(()) } else { write_new(&path, ATTRIBUTES, lang) }
}

/// Lets git's own diffs speak sentences. What somebody set up already is left alone, and said.
fn textconv(folder: &Path, lang: Lang) -> Vec<String> {
    let site = Site::at(folder);
    let Some(repo) = site.repo() else { return Vec::new() };
    match repo.speak(&site.snapshot(&SnapshotId::adopted())) {
        Ok(faults) => faults.iter().map(|fault| fault.text(lang)).collect(),
        Err(why) => vec![why.text(lang)],
    }
}

/// Commits the files of a new book; what git said when it did not take them.
fn keep(folder: &Path, title: &str, lang: Lang) -> Option<String> {
    let site = Site::at(folder);
    let files = [site.plan(), folder.join(".gitattributes")];
    let message = Printed::NewBook { title: title.to_owned() }.text(lang);
    let repo = site.repo()?;
    let known = repo.committed(&[files[0].as_path(), files[1].as_path()]);
    if known.is_ok_and(|known| known.iter().all(|known| *known)) {
        return None;
    }
    repo.commit(&[files[0].as_path(), files[1].as_path()], &message).err().map(|why| why.text(lang))
}

/// The title of a plan that was just written; empty for one that cannot be read.
fn plan_title(text: &str) -> String {
    let limits = crate::format::ron::Limits::of(crate::plan::FORMAT);
    let plan: Result<crate::plan::Plan, _> = crate::format::ron::read(text.as_bytes(), limits);
    plan.map_or_else(|_| String::new(), |plan| plan.title)
}

/// Whether somebody recorded in a book, or it was adopted.
fn is_begun(site: &Site) -> bool {
    let sealed = shelf::list(&site.snapshots()).is_ok_and(|shelf| !shelf.ids.is_empty());
    sealed || site.opened().is_ok_and(|open| !open.is_empty())
}

fn there(folder: &Path, lang: Lang) -> Failure {
    let why = Refused::BookThere { folder: show(folder) }.text(lang);
    Failure::new(FailureKind::Forbidden, why)
}

/// Writes a file that is not there yet.
pub(super) fn write_new(path: &Path, text: &str, lang: Lang) -> Result<(), Failure> {
    use std::io::Write as _;
    let mut options = fs::OpenOptions::new();
    let file = options.write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|why| not_made(path, &why, lang))
}

/// What the system did not let be made.
pub(super) fn not_made(path: &Path, why: &std::io::Error, lang: Lang) -> Failure {
    let errno = code(why);
    let kind = match errno {
        Errno::ACCESS | Errno::PERM | Errno::ROFS => FailureKind::Forbidden,
        _ => FailureKind::Unreadable,
    };
    Failure::new(kind, Trouble::new(Step::Create, path, errno).sentence(lang))
}

//! A new book: a plan to be filled in, its founding snapshot, and git around it.

use std::fs;
use std::path::Path;

use super::Answer;
use super::hand::Hand;
use crate::shell::args::Settings;
use crate::shell::book::Site;
use crate::shell::book::site::code;
use crate::shell::clock::Clock;
use crate::shell::disk::Errno;
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::git::Repo;
use crate::shell::trouble::{Trouble, show};
use crate::words::printed::{Printed, Refused};
use crate::words::template;
use crate::words::{Lang, Step};

/// Line ends and filters of git must not touch a sealed file.
pub(super) const ATTRIBUTES: &str = "snapshots/*.ron -text -filter -ident -merge\n";

/// `init DIR`
pub fn init(settings: &Settings, folder: &Path) -> Result<Answer, Failure> {
    let clock = Clock::new(settings.today);
    let plan = template::plan(settings.lang, &clock.today().format("%Y").to_string());
    let told = make(folder, &plan, settings)?;
    let text = Printed::Founded { folder: show(folder) }.text(settings.lang);
    Ok(Answer { text: format!("{text}\n"), told, no: false })
}

/// Makes a book of a plan: repository, files, founding snapshot, first commit. What git could not
/// do is told and no failure.
///
/// # Errors
/// When there is a book already, or the disk refuses.
pub fn make(folder: &Path, plan: &str, settings: &Settings) -> Result<Vec<String>, Failure> {
    let lang = settings.lang;
    let file = folder.join("plan.ron");
    if file.symlink_metadata().is_ok() {
        let why = Refused::BookThere { folder: show(folder) }.text(lang);
        return Err(Failure::new(FailureKind::Forbidden, why));
    }
    fs::create_dir_all(folder).map_err(|why| not_made(folder, &why, lang))?;
    let mut told = Vec::new();
    if Site::at(folder).repo().is_none()
        && let Err(why) = Repo::init(folder)
    {
        told.push(why.text(lang));
    }
    write_new(&file, plan, lang)?;
    let attributes = folder.join(".gitattributes");
    if attributes.symlink_metadata().is_err() {
        write_new(&attributes, ATTRIBUTES, lang)?;
    }
    let book = Settings { book: folder.to_owned(), ..settings.clone() };
    let mut hand = Hand::take(&book)?;
    told.extend(hand.found(&[file.as_path(), attributes.as_path()])?);
    Ok(told)
}

fn write_new(path: &Path, text: &str, lang: Lang) -> Result<(), Failure> {
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

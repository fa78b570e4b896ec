//! What was typed behind a command, word by word: text, numbers, days, files.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::words::cli::Misuse;

/// Where something is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out {
    /// Standard output.
    Print,
    /// One new file.
    File(PathBuf),
    /// New files in a folder.
    Folder(PathBuf),
}

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// It stays, and nothing is written.
    Keep,
    /// It goes.
    Replace,
}

/// Whether anything is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Yes.
    Real,
    /// It is only said what would be.
    Dry,
}

pub(super) fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}

/// A word that is needed, or an option that may be left out: empty then.
pub(super) fn given(matches: &ArgMatches, name: &str) -> String {
    text(matches, name).unwrap_or_default().trim().to_owned()
}

pub(super) fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).unwrap_or_default().cloned().collect()
}

pub(super) fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}

pub(super) fn number(matches: &ArgMatches, name: &str) -> Result<u16, Misuse> {
    let value = text(matches, name).unwrap_or_default();
    let plain: String = value.chars().map(crate::app::key::twin).collect();
    let number = plain.parse().ok().filter(|number| *number > 0);
    number.ok_or(Misuse::NotANumber { value })
}

/// A day written in full and no other way: chrono alone would take `2026-2-3`.
pub(super) fn day(matches: &ArgMatches, name: &str) -> Result<Option<NaiveDate>, Misuse> {
    let Some(value) = text(matches, name) else { return Ok(None) };
    let day = NaiveDate::parse_from_str(&value, "%Y-%m-%d").ok();
    let day = day.filter(|day| day.to_string() == value);
    let wrong = || Misuse::NotADate { name: format!("--{name}"), value };
    day.ok_or_else(wrong).map(Some)
}

pub(super) fn out(matches: &ArgMatches) -> Out {
    let file = path(matches, "output").filter(|path| path.as_os_str() != "-").map(Out::File);
    file.or_else(|| path(matches, "out").map(Out::Folder)).unwrap_or(Out::Print)
}

pub(super) fn over(matches: &ArgMatches) -> Over {
    if matches.get_flag("replace") { Over::Replace } else { Over::Keep }
}

pub(super) fn run(matches: &ArgMatches) -> Run {
    if matches.get_flag("dry-run") { Run::Dry } else { Run::Real }
}

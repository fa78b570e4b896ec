//! The command line: from argv to an [`Ask`], in two steps: typed in, then meant.
//!
//! One table (`args/table.rs`) holds every command and option; the parser, the help, the completions
//! and the man page come from it. Nothing here touches a book, and no place or id is judged.

mod agenda;
mod ask;
mod door;
mod export;
mod grammar;
mod guest;
mod help;
mod join;
mod life;
mod look;
mod manual;
mod meet;
mod misuse;
mod print;
mod record;
mod report;
mod row;
mod settings;
mod start;
mod table;
#[cfg(test)]
mod tests;
mod typed;

use std::ffi::OsString;

use clap::ArgMatches;
use clap::error::ErrorKind;

pub use self::agenda::{Agenda, NewItem};
pub use self::ask::{Ask, What};
pub use self::door::Door;
pub use self::export::{Export, Form};
pub use self::grammar::spoken;
pub use self::guest::lent;
pub use self::join::{Settling, Side};
pub use self::life::{Competent, Reported, Step, Wording};
pub use self::meet::{Meet, Opening};
pub use self::print::Seen;
pub use self::record::Pin;
pub use self::report::{Doubts, Import, Init, Old, Takes};
use self::row::{Does, Row};
pub use self::settings::{Color, Format, Input, Scope, Settings, WIDTHS};
pub use self::start::{Demo, Exam, Repair, Trial};
use self::table::COMMANDS;
pub use self::typed::{Out, Over, Run};
use super::failure::Failure;
use super::locale::Spoken;
#[cfg(test)]
use crate::words::Lang;
pub use crate::words::cli::Listed;
use crate::words::cli::Misuse;

/// Reads a command line; its first word is the program's name. Who calls is spoken to as they are
/// used to, unless the call says otherwise. Help and the like come back as [`What::Print`].
///
/// # Errors
/// A call that is not understood: exit code 2, in the language that the call asks for.
pub fn parse(argv: impl IntoIterator<Item = OsString>, to: Spoken) -> Result<Ask, Failure> {
    let argv: Vec<OsString> = argv.into_iter().collect();
    let to = spoken(&argv, to);
    let command = named(&argv);
    match grammar::matched(&argv, to.lang) {
        Ok(matches) => {
            ask(&matches, to).map_err(|wrong| misuse::failure(&wrong, &command, to.lang))
        }
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp => Ok(printed(&error.render().to_string(), to)),
            ErrorKind::DisplayVersion => Ok(printed(&version(), to)),
            _ => Err(misuse::from_clap(&error, &command, to.lang)),
        },
    }
}

/// The program's name and version, in one line.
pub fn version() -> String {
    format!("yiding {}\n", env!("CARGO_PKG_VERSION"))
}

fn ask(matches: &ArgMatches, to: Spoken) -> Result<Ask, Misuse> {
    let settings = settings::read(matches, to)?;
    let what = what(matches, COMMANDS, to)?;
    let row = chosen(matches, COMMANDS);
    let formats = row.map_or(row::WORDS, |row| row.formats);
    // A text that needs no book is no answer: it has no format.
    let answers = !matches!(what, What::Print(_));
    if answers && !formats.contains(&settings.format) {
        let format = settings.format.code().to_owned();
        let among = formats.iter().map(|format| format.code()).collect::<Vec<_>>().join(" ");
        return Err(Misuse::NoFormat { format, among });
    }
    Ok(Ask { settings, what })
}

/// The row of the command that was called; none for the bare program.
fn chosen(matches: &ArgMatches, rows: &'static [Row]) -> Option<&'static Row> {
    let (name, below) = matches.subcommand()?;
    let row = rows.iter().find(|row| row.name == name)?;
    match row.does {
        Does::OneOf(rows) => chosen(below, rows),
        _ => Some(row),
    }
}

fn what(matches: &ArgMatches, rows: &[Row], to: Spoken) -> Result<What, Misuse> {
    let chosen = matches.subcommand();
    let found = chosen
        .and_then(|(name, below)| rows.iter().find(|row| row.name == name).map(|row| (row, below)));
    let Some((row, below)) = found else { return Ok(What::Desk) };
    match row.does {
        Does::Means(read) => Ok(read(below)),
        Does::Reads(read) => read(below),
        Does::Prints(print) => print(below, to).map(What::Print),
        Does::OneOf(rows) => what(below, rows, to),
        Does::Either(_, rows) if below.subcommand().is_some() => what(below, rows, to),
        Does::Either(read, _) => read(below),
    }
}

/// A text about the program, in the script in which it is read.
fn printed(text: &str, to: Spoken) -> Ask {
    let settings = Settings { script: to.script, ..Settings::speaking(to.lang) };
    Ask { settings, what: What::Print(to.script.shown(text).into_owned()) }
}

/// The command that a call begins to name, for the hint below a complaint: `yiding meet open`.
fn named(argv: &[OsString]) -> Vec<String> {
    let mut named = vec!["yiding".to_owned()];
    let mut rows = COMMANDS;
    for word in argv.iter().skip(1).map(|word| word.to_string_lossy()) {
        let Some(row) = rows.iter().find(|row| row.name == word) else { continue };
        named.push(row.name.to_owned());
        match row.does {
            Does::OneOf(below) | Does::Either(_, below) => rows = below,
            _ => break,
        }
    }
    named
}

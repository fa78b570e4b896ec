//! `print`: which screen, as what, and where to.

use clap::ArgMatches;

use super::ask::What;
use super::export::{Form, misfit};
use super::row::{Does, Row, among, any, flag, output, row, valued};
use super::typed::{Out, Over, out, over, texts};
use crate::words::cli::{Blank, Hint, Misuse};

/// What is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The screen or the row, as typed, with what filters it.
    pub what: Vec<String>,
    /// As what.
    pub form: Form,
    /// Where to.
    pub out: Out,
    /// What becomes of a file that somebody changed.
    pub over: Over,
}

pub(super) const PRINT: Row = row!(
    "print",
    Print,
    &[
        any("what", Blank::Screen, Hint::Screen),
        among("to", Blank::Form, Hint::PrintForm, &FORMS),
        output(Hint::OutFile),
        valued("out", Blank::Folder, Hint::PaperFolder),
        flag("replace", Hint::Replace),
    ],
    Does::Reads(print)
);

/// The forms in which a screen is printed, the usual one first.
pub(super) const FORMS: [&str; 2] = ["txt", "html"];

/// Reads the call. As what is said by `--to`, else by how the file's name ends.
pub(super) fn print(matches: &ArgMatches) -> Result<What, Misuse> {
    let out = out(matches);
    let ending = match &out {
        Out::File(path) => path.extension().and_then(|ending| ending.to_str()),
        Out::Print | Out::Folder(_) => None,
    };
    let wanted = matches.get_one::<String>("to").map(String::as_str).or(ending);
    let form = match wanted {
        None | Some("txt") => Form::Text,
        Some("html") => Form::Html,
        Some(other) => return Err(misfit(other, &[Form::Text, Form::Html])),
    };
    let over = over(matches);
    Ok(What::Seen(Seen { what: texts(matches, "what"), form, out, over }))
}

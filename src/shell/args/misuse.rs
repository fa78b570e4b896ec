//! From clap's complaints to ours: a sentence, what to do, exit code 2.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::settings::Format;
use crate::shell::failure::{Failure, FailureKind};
use crate::words::Lang;
use crate::words::cli::{Advice, Misuse};

/// A call that is not understood, with the help of the command that was meant.
pub(super) fn failure(misuse: &Misuse, command: &[String], lang: Lang) -> Failure {
    let call = format!("{} -h", command.join(" "));
    let failure = Failure::new(FailureKind::Usage, misuse.text(lang));
    let failure = match misuse {
        Misuse::NoFormat { format, .. } if format == Format::Csv.code() => {
            failure.hint(Advice::Tables.text(lang))
        }
        _ => failure,
    };
    failure.hint(Advice::See { call }.text(lang))
}

/// A call that clap does not understand.
pub(super) fn from_clap(error: &clap::Error, command: &[String], lang: Lang) -> Failure {
    let misuse = misuse(error);
    let mut failure = failure(&misuse, command, lang);
    let dashed = matches!(&misuse, Misuse::NoSuchOption { name } if name.starts_with('-'));
    if dashed && command.len() > 1 {
        failure.hints.insert(0, Advice::Dashes.text(lang));
    }
    for kind in
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
    {
        // clap puts what is nearest last.
        if let Some(name) = all(error, kind).pop() {
            failure.hints.insert(0, Advice::DidYouMean { name }.text(lang));
        }
    }
    failure
}

/// The word that stands where a command should, when there is no such command.
pub(super) fn command_of(error: &clap::Error) -> Option<String> {
    let unknown = error.kind() == ErrorKind::InvalidSubcommand;
    first(error, ContextKind::InvalidSubcommand).filter(|_| unknown)
}

fn misuse(error: &clap::Error) -> Misuse {
    let of = |kind| all(error, kind).join(" ");
    let name = || of(ContextKind::InvalidArg);
    let value = || of(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            Misuse::NoSuchCommand { name: of(ContextKind::InvalidSubcommand) }
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            Misuse::NoSuchOption { name: name() }
        }
        ErrorKind::InvalidValue if value().is_empty() => Misuse::NoValue { name: name() },
        ErrorKind::InvalidValue => {
            Misuse::NotAmong { name: name(), value: value(), among: of(ContextKind::ValidValue) }
        }
        ErrorKind::MissingRequiredArgument => Misuse::Missing { names: name() },
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Misuse::MissingCommand { names: of(ContextKind::ValidSubcommand) }
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            Misuse::NoValue { name: name() }
        }
        ErrorKind::ArgumentConflict => Misuse::Twice { name: name() },
        ErrorKind::InvalidUtf8 => Misuse::NotUnicode,
        kind => Misuse::Other { what: kind.to_string() },
    }
}

fn first(error: &clap::Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    }
}

//! The shape of the table: what a command is, and what it takes. [`row!`] writes one down.

use clap::ArgMatches;

use super::ask::What;
use super::settings::Format;
use crate::shell::locale::Spoken;
use crate::words::cli::{About, Blank, Brief, Hint, Misuse, Sample, Usage};

/// One command.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) usage: Usage,
    pub(super) brief: Brief,
    pub(super) about: About,
    pub(super) sample: Sample,
    pub(super) takes: &'static [Take],
    pub(super) does: Does,
    pub(super) formats: &'static [Format],
}

/// What follows a command's name.
pub(super) enum Does {
    /// What its words say, whatever they are.
    Means(fn(&ArgMatches) -> What),
    /// What its words say, if they can be read.
    Reads(fn(&ArgMatches) -> Result<What, Misuse>),
    /// A text that needs no book.
    Prints(fn(&ArgMatches, Spoken) -> Result<String, Misuse>),
    /// Another command.
    OneOf(&'static [Row]),
    /// Another command, or by itself what its words say.
    Either(fn(&ArgMatches) -> Result<What, Misuse>, &'static [Row]),
}

/// Something that a command takes.
pub(super) struct Take {
    /// Its name in the program; with `--` before it, on the command line.
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) hint: Hint,
}

/// How it stands on the command line.
pub(super) enum Shape {
    /// A word in its place.
    Word { blank: Blank, needed: bool },
    /// All words that are left.
    Words { blank: Blank, needed: bool },
    /// A word that is one of a few.
    OneOf { blank: Blank, among: fn() -> Vec<&'static str> },
    /// `--name VALUE`
    Valued { blank: Blank, short: Option<char> },
    /// `--name VALUE`, one of a few.
    ValuedOneOf { blank: Blank, among: &'static [&'static str] },
    /// `--name`
    Flag,
}

pub(super) const fn word(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Word { blank, needed: true }, hint }
}

pub(super) const fn maybe(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Word { blank, needed: false }, hint }
}

pub(super) const fn words(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Words { blank, needed: true }, hint }
}

/// All words that are left, or none.
pub(super) const fn any(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Words { blank, needed: false }, hint }
}

pub(super) const fn valued(name: &'static str, blank: Blank, hint: Hint) -> Take {
    Take { name, shape: Shape::Valued { blank, short: None }, hint }
}

/// An option with one of a few values.
pub(super) const fn among(
    name: &'static str,
    blank: Blank,
    hint: Hint,
    among: &'static [&'static str],
) -> Take {
    Take { name, shape: Shape::ValuedOneOf { blank, among }, hint }
}

/// An option without a value.
pub(super) const fn flag(name: &'static str, hint: Hint) -> Take {
    Take { name, shape: Shape::Flag, hint }
}

/// `-o FILE`
pub(super) const fn output(hint: Hint) -> Take {
    let shape = Shape::Valued { blank: Blank::File, short: Some('o') };
    Take { name: "output", shape, hint }
}

pub(super) const fn one_of(
    name: &'static str,
    blank: Blank,
    hint: Hint,
    among: fn() -> Vec<&'static str>,
) -> Take {
    Take { name, shape: Shape::OneOf { blank, among }, hint }
}

/// Words for people, and nothing else.
pub(super) const WORDS: &[Format] = &[Format::Text];

/// For people and for programs.
pub(super) const DATA: &[Format] = &[Format::Text, Format::Json];

/// For people, for programs and for tables.
pub(super) const TABLES: &[Format] = &[Format::Text, Format::Json, Format::Csv];

/// One row of the table, its words all of one name in the catalogue.
macro_rules! row {
    ($name:literal, $word:ident, $takes:expr, $does:expr) => {
        row!($name, $word, $takes, $does, $crate::shell::args::row::WORDS)
    };
    ($name:literal, $word:ident, $takes:expr, $does:expr, $formats:expr) => {
        $crate::shell::args::row::Row {
            name: $name,
            usage: $crate::words::cli::Usage::$word,
            brief: $crate::words::cli::Brief::$word,
            about: $crate::words::cli::About::$word,
            sample: $crate::words::cli::Sample::$word,
            takes: $takes,
            does: $does,
            formats: $formats,
        }
    };
}

pub(super) use row;

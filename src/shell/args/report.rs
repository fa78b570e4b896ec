//! A report becomes a plan, and a plan a book.

use std::path::PathBuf;

use clap::ArgMatches;

use super::ask::What;
use super::row::{DATA, Does, Row, flag, output, row, valued, word};
use super::typed::{Over, over, path, text};
use crate::words::cli::{Blank, Hint, Misuse};

/// A report that becomes a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The report; `-` is standard input.
    pub report: PathBuf,
    /// Where the plan is written; nowhere when none.
    pub out: Option<PathBuf>,
    /// Whether it may take the place of a file.
    pub over: Over,
    /// The encoding of the report, as typed; it is found out when none.
    pub encoding: Option<String>,
    /// What becomes of the doubts.
    pub doubts: Doubts,
    /// The report that it amends, when the plan is there already.
    pub again: Option<Old>,
}

/// The report of which a plan was made, when it comes amended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Old {
    /// Where.
    pub report: PathBuf,
    /// Which side has what both changed.
    pub takes: Takes,
}

/// Which side has what both changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing is written as long as there is any.
    Asked,
    /// The plan.
    Ours,
    /// The new report.
    Theirs,
}

/// What becomes of the doubts of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubts {
    /// They are listed.
    List,
    /// A person settles them at the screen.
    Settle,
}

/// A book to be started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Init {
    /// Where.
    pub folder: PathBuf,
    /// The report of which its plan is made.
    pub from: Option<PathBuf>,
    /// The encoding of the report, as typed.
    pub encoding: Option<String>,
    /// The book that it goes on from.
    pub after: Option<PathBuf>,
}

pub(super) const IMPORT: Row = row!(
    "import",
    Import,
    &[
        word("report", Blank::Report, Hint::AnyReport),
        output(Hint::PlanFile),
        flag("settle", Hint::Settle),
        flag("replace", Hint::PutInPlace),
        valued("again", Blank::Report, Hint::OldReport),
        flag("ours", Hint::AllOurs),
        flag("theirs", Hint::AllTheirs),
        valued("encoding", Blank::Encoding, Hint::Encoding),
    ],
    Does::Reads(import),
    DATA
);

pub(super) const INIT: Row = row!(
    "init",
    Init,
    &[
        word("folder", Blank::Folder, Hint::Folder),
        valued("from", Blank::Report, Hint::AnyReport),
        valued("encoding", Blank::Encoding, Hint::Encoding),
        valued("after", Blank::OldBook, Hint::OldBook),
    ],
    Does::Means(init)
);

fn import(matches: &ArgMatches) -> Result<What, Misuse> {
    let takes = match (matches.get_flag("ours"), matches.get_flag("theirs")) {
        (false, false) => Takes::Asked,
        (true, false) => Takes::Ours,
        (false, true) => Takes::Theirs,
        (true, true) => return Err(Misuse::OneSide),
    };
    let again = path(matches, "again").map(|report| Old { report, takes });
    if again.is_none() && takes != Takes::Asked {
        return Err(Misuse::OneSide);
    }
    Ok(What::Import(Import {
        report: path(matches, "report").unwrap_or_default(),
        out: path(matches, "output"),
        over: over(matches),
        encoding: text(matches, "encoding"),
        doubts: if matches.get_flag("settle") { Doubts::Settle } else { Doubts::List },
        again,
    }))
}

fn init(matches: &ArgMatches) -> What {
    What::Init(Init {
        folder: path(matches, "folder").unwrap_or_default(),
        from: path(matches, "from"),
        encoding: text(matches, "encoding"),
        after: path(matches, "after"),
    })
}

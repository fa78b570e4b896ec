//! The seat of reviewers, and the door to it.

use std::path::PathBuf;

use clap::ArgMatches;

use super::ask::What;
use super::row::{Does, Row, flag, row, valued};
use super::settings::Scope;
use super::typed::{path, text};
use crate::app::guest::Layout;
use crate::words::cli::{Blank, Hint};

/// The door of reviewers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Door {
    /// Address and port, as typed; this machine alone unless given.
    pub listen: Option<String>,
    /// The list of keys; the book's own unless given.
    pub keys: Option<PathBuf>,
    /// How much guests see.
    pub shown: Scope,
}

pub(super) const FOLLOW: Row = row!(
    "follow",
    Follow,
    &[
        valued("as", Blank::Name, Hint::ReviewerName),
        flag("wall", Hint::Wall),
        flag("sealed-only", Hint::SealedOnly),
    ],
    Does::Means(follow)
);

pub(super) const SERVE: Row = row!(
    "serve",
    Serve,
    &[
        valued("listen", Blank::Address, Hint::Listen),
        valued("keys", Blank::File, Hint::Keys),
        flag("sealed-only", Hint::SealedOnly),
        flag("print-sshd", Hint::PrintSshd),
    ],
    Does::Means(serve)
);

fn follow(matches: &ArgMatches) -> What {
    let layout = match (matches.get_flag("wall"), matches.get_flag("linear")) {
        (_, true) => Layout::Lines,
        (true, false) => Layout::Wall,
        (false, false) => Layout::Screen,
    };
    What::Follow { name: text(matches, "as"), layout, shown: shown(matches) }
}

fn serve(matches: &ArgMatches) -> What {
    if matches.get_flag("print-sshd") {
        return What::Sshd;
    }
    What::Serve(Door {
        listen: text(matches, "listen"),
        keys: path(matches, "keys"),
        shown: shown(matches),
    })
}

/// How much of the book reviewers see.
fn shown(matches: &ArgMatches) -> Scope {
    if matches.get_flag("sealed-only") { Scope::Sealed } else { Scope::Guest }
}

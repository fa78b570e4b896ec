//! Two lines of meetings become one.

use clap::ArgMatches;

use super::ask::What;
use super::row::{Does, Row, TABLES, row, valued};
use super::typed::text;
use crate::words::cli::{Blank, Hint, Misuse};

/// How conflicts of two lines are settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settling {
    /// By what a side says.
    Side {
        /// Which conflicts; none for all.
        numbers: Option<Vec<u16>>,
        /// Whose word holds.
        side: Side,
    },
    /// By something else.
    Other {
        /// Which conflict.
        number: u16,
        /// As typed.
        text: String,
    },
}

/// Whose word holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Our line's.
    Ours,
    /// The other's.
    Theirs,
    /// Both, the later holds.
    Both,
}

pub(super) const MERGE: Row = row!(
    "merge",
    Merge,
    &[
        valued("ours", Blank::Numbers, Hint::Ours),
        valued("theirs", Blank::Numbers, Hint::Theirs),
        valued("both", Blank::Numbers, Hint::Both),
        valued("set", Blank::Otherwise, Hint::Otherwise),
    ],
    Does::Reads(merge),
    TABLES
);

pub(super) const SYNC: Row = row!("sync", Sync, &[], Does::Means(|_| What::Sync));

fn merge(matches: &ArgMatches) -> Result<What, Misuse> {
    let sides = [("ours", Side::Ours), ("theirs", Side::Theirs), ("both", Side::Both)];
    let mut asked = Vec::new();
    for (name, side) in sides {
        if let Some(typed) = text(matches, name) {
            let numbers = if typed == "all" { None } else { Some(numbers(&typed)?) };
            asked.push(Settling::Side { numbers, side });
        }
    }
    if let Some(typed) = text(matches, "set") {
        let wrong = || Misuse::NotASettling { value: typed.clone() };
        let (number, value) = typed.split_once(['=', '＝']).ok_or_else(wrong)?;
        let number = number.trim().parse().map_err(|_| wrong())?;
        asked.push(Settling::Other { number, text: value.trim().to_owned() });
    }
    Ok(What::Merge(asked))
}

/// `1,3`
fn numbers(typed: &str) -> Result<Vec<u16>, Misuse> {
    let wrong = || Misuse::NotASettling { value: typed.to_owned() };
    let all = typed.split([',', '，', '、']).map(|one| one.trim().parse::<u16>());
    all.collect::<Result<_, _>>().map_err(|_| wrong())
}

//! What is looked at: the plan, the records, the meetings, and what changed between two of them.

use clap::ArgMatches;

use super::ask::What;
use super::row::{DATA, Does, Row, TABLES, among, any, maybe, one_of, row, valued, word};
use super::typed::{given, path, text, texts};
use crate::judge::compare::By;
use crate::words::Lang;
use crate::words::cli::{Blank, Hint, Listed, Misuse};
use crate::words::compare::Sort;

pub(super) const SHOW: Row =
    row!("show", Show, &[maybe("place", Blank::Place, Hint::Place)], Does::Means(show), DATA);

pub(super) const LIST: Row = row!(
    "list",
    List,
    &[one_of("kind", Blank::Kind, Hint::Kind, kinds), any("filters", Blank::Filter, Hint::Filter),],
    Does::Reads(list),
    TABLES
);

pub(super) const CHECK: Row = row!(
    "check",
    Check,
    &[valued("source", Blank::Report, Hint::Report)],
    Does::Means(check),
    DATA
);

pub(super) const LOG: Row = row!("log", Log, &[], Does::Means(|_| What::Log), TABLES);

pub(super) const DIFF: Row = row!(
    "diff",
    Diff,
    &[
        any("ends", Blank::Moment, Hint::Moment),
        among("by", Blank::By, Hint::By, &GROUPS),
        among("kind", Blank::Kind, Hint::Sort, &SORTS),
    ],
    Does::Reads(diff),
    TABLES
);

pub(super) const STORY: Row = row!(
    "story",
    Story,
    &[word("place", Blank::PlaceOrId, Hint::Place)],
    Does::Means(|matches| What::Story { of: given(matches, "place") }),
    DATA
);

pub(super) const TEXTCONV: Row =
    row!("textconv", Textconv, &[word("file", Blank::File, Hint::Snapshot)], Does::Means(textconv));

/// What can be listed.
pub(super) const LISTED: [Listed; 6] = [
    Listed::Tasks,
    Listed::Targets,
    Listed::Decisions,
    Listed::Offices,
    Listed::Meetings,
    Listed::Readings,
];

/// By what changes are put together, in either language.
const GROUPS: [&str; 4] = ["任务", "单位", "task", "office"];

/// The sorts of changes, in either language.
const SORTS: [&str; 16] = [
    "状态",
    "报数",
    "议定",
    "时限",
    "办理",
    "分工",
    "更正调整",
    "其他",
    "lights",
    "readings",
    "decisions",
    "dues",
    "stages",
    "leads",
    "amended",
    "others",
];

fn show(matches: &ArgMatches) -> What {
    What::Show { place: text(matches, "place") }
}

fn list(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = text(matches, "kind").unwrap_or_default();
    let kind = LISTED
        .into_iter()
        .find(|kind| [Lang::Zh, Lang::En].into_iter().any(|lang| kind.text(lang) == typed));
    let kind = kind.ok_or(Misuse::Other { what: typed })?;
    Ok(What::List { kind, filters: texts(matches, "filters") })
}

/// The words that name a kind of list.
fn kinds() -> Vec<&'static str> {
    [Lang::En, Lang::Zh].iter().flat_map(|lang| LISTED.map(|kind| kind.text(*lang))).collect()
}

fn check(matches: &ArgMatches) -> What {
    What::Check { source: path(matches, "source") }
}

/// Two ends at most.
fn diff(matches: &ArgMatches) -> Result<What, Misuse> {
    let ends = texts(matches, "ends");
    if let Some(third) = ends.get(2) {
        return Err(Misuse::Other { what: third.clone() });
    }
    let typed = text(matches, "kind");
    let sort = typed.as_deref().and_then(|typed| {
        Sort::ALL
            .into_iter()
            .find(|sort| [Lang::Zh, Lang::En].into_iter().any(|lang| sort.text(lang) == typed))
    });
    let office = matches!(text(matches, "by").as_deref(), Some("单位" | "office"));
    let by = if office { By::Office } else { By::Task };
    Ok(What::Diff { ends, by, sort })
}

fn textconv(matches: &ArgMatches) -> What {
    What::Textconv { file: path(matches, "file").unwrap_or_default() }
}

//! What a plan keeps when an amended report is brought into it: comments of people, and records that
//! were made under rows which it has no more.

use std::collections::BTreeSet;
use std::path::Path;

use crate::format::remarks::{self, Remark};
use crate::ledger::story::Subject;
use crate::plan::Place;
use crate::report::again::{Again, Brought};
use crate::shell::args::Settings;
use crate::shell::book::{self, Right};
use crate::shell::clock::Clock;
use crate::shell::headless::hand::site;
use crate::shell::headless::import::Reading;
use crate::words::Lang;
use crate::words::again::AgainSays;

/// A plan written anew, and what became of the comments of people in it.
pub(super) struct Kept {
    /// The file.
    pub(super) text: String,
    /// How many comments it has from before.
    pub(super) carried: usize,
    /// Those whose row is gone.
    pub(super) lost: Vec<Remark>,
}

/// Puts the comments of people from a file into the one that is to replace it. What reading the old
/// report wrote beside its rows is no comment of a person.
pub(super) fn comments(file: &str, text: &str, old: &Reading) -> Kept {
    let made: BTreeSet<String> = [Lang::Zh, Lang::En]
        .iter()
        .map(|lang| old.notes(*lang))
        .flat_map(|notes| {
            let rows = notes.rows.into_values();
            notes.top.into_iter().chain(rows.flat_map(|mut row| {
                row.above.push(row.beside);
                row.above
            }))
        })
        .map(|words| without_numbers(&words))
        .collect();
    let by_hand = |remark: &Remark| {
        let words = remark.words.trim_start_matches('/').trim();
        !made.contains(&without_numbers(words))
    };
    let own: Vec<Remark> = remarks::remarks(file).into_iter().filter(by_hand).collect();
    let (text, lost) = remarks::carried(&own, text);
    let lost: Vec<Remark> = lost.into_iter().cloned().collect();
    Kept { text, carried: own.len() - lost.len(), lost }
}

/// Line numbers and counts changed since.
fn without_numbers(words: &str) -> String {
    words.trim().chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// Each comment that would be lost, with its line.
pub(super) fn lost(kept: &Kept, lang: Lang) -> Vec<String> {
    let said = |remark: &Remark| {
        let (line, words) = (remark.line.to_string(), remark.words.clone());
        AgainSays::Remark { line, words }.text(lang)
    };
    kept.lost.iter().map(said).collect()
}

/// Rows that go though records were made under them, when the plan is that of a book.
pub(super) fn records(settings: &Settings, path: &Path, done: &Again, lang: Lang) -> Vec<String> {
    let gone: Vec<(Place, &str)> = done
        .changes
        .iter()
        .filter_map(|change| match (&change.what, change.row) {
            (Brought::Gone { title }, Some(row)) => Some((row, title.as_str())),
            _ => None,
        })
        .collect();
    let Ok(site) = site(settings) else { return Vec::new() };
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    let ours = whole(path).is_some() && whole(path) == whole(&site.plan());
    if gone.is_empty() || !ours {
        return Vec::new();
    }
    let clock = Clock::new(settings.today);
    let Ok(book) = book::open(site, &Right::Look, clock, lang) else { return Vec::new() };
    let state = book.session.state();
    let told = |(row, title): (Place, &str)| {
        let count = state.story(&Subject::Row(row)).len();
        let (row, title) = (row.to_string(), title.to_owned());
        (count > 0).then(|| AgainSays::Recorded { row, title, count: count.to_string() }.text(lang))
    };
    gone.into_iter().filter_map(told).collect()
}

//! Which keys there are, by the names that people type, and which of them each kind of record has.

use crate::app::key::twin;
use crate::words::Lang;
use crate::words::query::{ALIASES, Key};

/// What can be asked of decisions.
pub const DECISIONS: &[Key] = &[
    Key::Lead,
    Key::Support,
    Key::Office,
    Key::Row,
    Key::Meeting,
    Key::Series,
    Key::Due,
    Key::Light,
    Key::Stage,
    Key::Kind,
    Key::Outcome,
    Key::Source,
    Key::Extended,
    Key::Pending,
    Key::Silent,
    Key::Open,
];

/// What can be asked of tasks.
pub const TASKS: &[Key] =
    &[Key::Lead, Key::Support, Key::Office, Key::Row, Key::Due, Key::Light, Key::Account];

/// What can be asked of targets.
pub const TARGETS: &[Key] = &[Key::Lead, Key::Support, Key::Office, Key::Row, Key::Due, Key::Light];

/// What can be asked of readings.
pub const READINGS: &[Key] = &[Key::Office, Key::Row, Key::Meeting, Key::Series, Key::Source];

/// What can be asked of offices.
pub const OFFICES: &[Key] = &[Key::Office];

/// What can be asked of meetings.
pub const MEETINGS: &[Key] = &[Key::Meeting, Key::Series];

/// All keys.
const ALL: [Key; 17] = [
    Key::Lead,
    Key::Support,
    Key::Office,
    Key::Row,
    Key::Meeting,
    Key::Series,
    Key::Due,
    Key::Light,
    Key::Stage,
    Key::Kind,
    Key::Outcome,
    Key::Source,
    Key::Extended,
    Key::Pending,
    Key::Silent,
    Key::Open,
    Key::Account,
];

/// The key that a word names, in either language and either width.
pub(super) fn named(word: &str) -> Option<Key> {
    let word = plain(word);
    let alias = ALIASES.iter().find(|(alias, _)| *alias == word).map(|(_, key)| *key);
    let named = |key: &Key| [Lang::Zh, Lang::En].iter().any(|lang| key.text(*lang) == word);
    ALL.into_iter().find(named).or(alias)
}

/// The names of keys, for saying which there are.
pub(super) fn names(keys: &[Key], lang: Lang) -> String {
    let names: Vec<&str> = keys.iter().map(|key| key.text(lang)).collect();
    names.join(" ")
}

/// In ASCII where there is a twin, in small letters.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(twin).map(|c| c.to_ascii_lowercase()).collect()
}

//! Who is named by a record: an office or a post of the roster, or somebody outside it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::office::{OfficeKey, Roster};

/// The mark, in files, before a name that the roster does not know.
const OUTSIDE: &str = "名册外 ";

/// The mark, in files, before a post: its key could be an office's too.
const POST: &str = "岗位 ";

/// An office or a post with the name that it bore when it was recorded, or a name as typed.
///
/// In files: `"tcj 投促局"`, `"岗位 fgfqz 分管副区长"`, or `"名册外 省交投集团"`.
#[derive(Clone, Debug, Eq, PartialEq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// An office of the roster.
    Office {
        /// Its key.
        key: OfficeKey,
        /// Its short name at the time.
        name: String,
    },
    /// A post of the roster: who holds it is a question of the day.
    Post {
        /// Its key.
        key: OfficeKey,
        /// Its title at the time.
        name: String,
    },
    /// A name outside the roster, kept as text and flagged.
    Outside(String),
}

impl Party {
    /// The party that a person means by a name: an office (for a dissolved one, whoever took it
    /// over), else a post, else somebody outside the roster.
    pub fn named(name: &str, roster: &Roster) -> Self {
        let name = name.trim();
        if let Some(office) = roster.resolve(name).and_then(|key| roster.party_of(key)) {
            return office;
        }
        match roster.post(name) {
            Some((key, post)) => Self::Post { key: key.clone(), name: post.title.clone() },
            None => Self::Outside(name.to_owned()),
        }
    }

    /// The name as people read it.
    pub fn name(&self) -> &str {
        match self {
            Self::Office { name, .. } | Self::Post { name, .. } | Self::Outside(name) => name,
        }
    }

    /// The key, for an office of the roster.
    pub fn key(&self) -> Option<&OfficeKey> {
        match self {
            Self::Office { key, .. } => Some(key),
            Self::Post { .. } | Self::Outside(_) => None,
        }
    }

    /// Whether the roster does not know them.
    pub fn is_outside(&self) -> bool {
        matches!(self, Self::Outside(_))
    }

    /// Whether it is a post.
    pub fn is_post(&self) -> bool {
        matches!(self, Self::Post { .. })
    }

    fn read(text: &str) -> Self {
        if let Some(name) = text.strip_prefix(OUTSIDE) {
            return Self::Outside(name.into());
        }
        if let Some((Ok(key), name)) = text
            .strip_prefix(POST)
            .and_then(|post| post.split_once(' '))
            .map(|(key, name)| (key.parse(), name))
        {
            return Self::Post { key, name: name.into() };
        }
        match text.split_once(' ').map(|(key, name)| (key.parse(), name)) {
            Some((Ok(key), name)) => Self::Office { key, name: name.into() },
            _ => Self::Outside(text.into()),
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Office { key, name } => serializer.collect_str(&format_args!("{key} {name}")),
            Self::Post { key, name } => serializer.collect_str(&format_args!("{POST}{key} {name}")),
            Self::Outside(name) => serializer.collect_str(&format_args!("{OUTSIDE}{name}")),
        }
    }
}

impl<'de> Deserialize<'de> for Party {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::read(&text))
    }
}

//! Who is named by a record: an office of the roster, or somebody outside it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::office::{OfficeKey, Roster};

/// The mark, in files, before a name that the roster does not know.
const OUTSIDE: &str = "名册外 ";

/// An office with the name that it bore when it was recorded, or a name as typed.
///
/// In files: `"tcj 投促局"`, or `"名册外 省交投集团"`.
#[derive(Clone, Debug, Eq, PartialEq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// An office of the roster.
    Office {
        /// Its key.
        key: OfficeKey,
        /// Its short name at the time.
        name: String,
    },
    /// A name outside the roster, kept as text and flagged.
    Outside(String),
}

impl Party {
    /// The party that a person means by a name.
    pub fn named(name: &str, roster: &Roster) -> Self {
        let office = roster.resolve(name).and_then(|key| Some((key, roster.offices.get(key)?)));
        match office {
            Some((key, office)) => Self::Office { key: key.clone(), name: office.short.clone() },
            None => Self::Outside(name.trim().to_owned()),
        }
    }

    /// The name as people read it.
    pub fn name(&self) -> &str {
        match self {
            Self::Office { name, .. } | Self::Outside(name) => name,
        }
    }

    /// The key, for an office of the roster.
    pub fn key(&self) -> Option<&OfficeKey> {
        match self {
            Self::Office { key, .. } => Some(key),
            Self::Outside(_) => None,
        }
    }

    fn read(text: &str) -> Self {
        if let Some(name) = text.strip_prefix(OUTSIDE) {
            return Self::Outside(name.into());
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
            Self::Outside(name) => serializer.collect_str(&format_args!("{OUTSIDE}{name}")),
        }
    }
}

impl<'de> Deserialize<'de> for Party {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::read(&text))
    }
}

//! The snapshots that a snapshot stands on, in the order in which they were sealed.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::str::FromStr;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{RecordId, SnapshotId};
use crate::words::{Lang, Wanted};

/// The digest of a sealed snapshot: `sha256:` and 64 small hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seal(String);

/// Every snapshot before this one with its seal, oldest first: in files the map `meetings`.
///
/// The names alone do not tell the order: an interval and a meeting of one day may have been sealed
/// either way round. So the map is written in the order of sealing, and read back in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    sealed: Vec<(SnapshotId, Seal)>,
    position: BTreeMap<SnapshotId, usize>,
}

impl Chain {
    /// Adds the snapshot that was sealed last. A name that is already there stays where it is.
    pub fn add(&mut self, id: SnapshotId, seal: Seal) {
        // What is there already is what was to be there.
        let _ = self.append(id, seal);
    }

    /// Adds what was sealed last, or gives back the name that is already there.
    fn append(&mut self, id: SnapshotId, seal: Seal) -> Result<(), SnapshotId> {
        match self.position.entry(id) {
            Entry::Occupied(taken) => Err(taken.key().clone()),
            Entry::Vacant(free) => {
                self.sealed.push((free.key().clone(), seal));
                free.insert(self.sealed.len() - 1);
                Ok(())
            }
        }
    }

    /// All of them, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&SnapshotId, &Seal)> {
        self.sealed.iter().map(|(id, seal)| (id, seal))
    }

    /// Their names, in the order of names.
    pub fn names(&self) -> impl Iterator<Item = &SnapshotId> {
        self.position.keys()
    }

    /// The seal of a snapshot.
    pub fn seal(&self, id: &SnapshotId) -> Option<&Seal> {
        self.position.get(id).and_then(|index| self.sealed.get(*index)).map(|(_, seal)| seal)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sealed.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sealed.is_empty()
    }

    /// When a record was made, for comparing: what is open stands after all that is sealed.
    pub fn order(&self, id: &RecordId) -> (usize, u32) {
        (self.position.get(&id.snapshot).copied().unwrap_or(usize::MAX), id.number)
    }
}

impl Seal {
    /// The short form for paper: sixteen digits in four groups, enough to be compared by eye.
    pub fn short(&self) -> String {
        let digits = self.0.trim_start_matches(PREFIX);
        let groups: Vec<&str> = (0..4).filter_map(|n| digits.get(n * 4..n * 4 + 4)).collect();
        groups.join(" ")
    }
}

const PREFIX: &str = "sha256:";

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASeal;

impl FromStr for Seal {
    type Err = NotASeal;

    fn from_str(text: &str) -> Result<Self, NotASeal> {
        let digits = text.strip_prefix(PREFIX).ok_or(NotASeal)?;
        let plain = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let whole = digits.len() == 64 && digits.bytes().all(plain);
        if whole { Ok(Self(text.into())) } else { Err(NotASeal) }
    }
}

impl Serialize for Seal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Seal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = Wanted::Seal.text(Lang::En);
        text.parse()
            .map_err(|NotASeal| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

impl Serialize for Chain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Chain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Chain;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of snapshot names and seals")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut rows: A) -> Result<Chain, A::Error> {
        let mut chain = Chain::default();
        while let Some((id, seal)) = rows.next_entry::<SnapshotId, Seal>()? {
            let twice = |id: SnapshotId| {
                de::Error::custom(format_args!("duplicate key {:?}", id.to_string()))
            };
            chain.append(id, seal).map_err(twice)?;
        }
        Ok(chain)
    }
}

//! An ordered map that refuses a key written twice.
//!
//! git merges RON by lines: two branches that add one key give a file with that key twice and no
//! conflict, and serde's own maps would keep the last in silence.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A map of a file, in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V>(BTreeMap<K, V>);

impl<K, V> Table<K, V> {
    /// Whether there is no row: for `skip_serializing_if`, which does not look behind a deref.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The map itself, for taking it apart.
    pub fn into_inner(self) -> BTreeMap<K, V> {
        self.0
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K, V> Deref for Table<K, V> {
    type Target = BTreeMap<K, V>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<K, V> DerefMut for Table<K, V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        Self(rows.into_iter().collect())
    }
}

impl<'a, K, V> IntoIterator for &'a Table<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = std::collections::btree_map::Iter<'a, K, V>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, K, V> Deserialize<'de> for Table<K, V>
where
    K: Deserialize<'de> + Ord + fmt::Debug,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Once(PhantomData))
    }
}

struct Once<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for Once<K, V>
where
    K: Deserialize<'de> + Ord + fmt::Debug,
    V: Deserialize<'de>,
{
    type Value = Table<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map whose keys are written once")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut rows: A) -> Result<Table<K, V>, A::Error> {
        let mut table = BTreeMap::new();
        while let Some(key) = rows.next_key::<K>()? {
            if table.contains_key(&key) {
                return Err(de::Error::custom(format_args!("duplicate key {key:?}")));
            }
            table.insert(key, rows.next_value()?);
        }
        Ok(Table(table))
    }
}

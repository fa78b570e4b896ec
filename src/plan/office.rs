//! Offices, posts and groups, under keys that never change.
//!
//! Responsibility follows the post and the office, not a name: a reorganisation is one line here,
//! and a record made before it still resolves.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Table;
use crate::words::{Lang, Wanted};

/// The key of an office: lower-case ASCII letters, digits and `-`, beginning with a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfficeKey(String);

/// Everybody who can be named by a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roster {
    /// Offices by key.
    #[serde(default)]
    pub offices: Table<OfficeKey, Office>,
    /// Posts by key: 区长, 分管副区长.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub posts: Table<OfficeKey, Post>,
    /// Several offices under one name: 各街镇.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub groups: Table<String, Vec<OfficeKey>>,
}

/// 单位
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// 投促局
    pub short: String,
    /// 道里区投资促进局
    pub full: String,
    /// Other names by which people call it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Protocol order: lower stands first.
    pub order: u16,
    /// Names that it bore until a day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<FormerName>,
    /// Who took over its work when it was dissolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<OfficeKey>,
}

/// A name that an office bore until a day, that day included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The short name of that time.
    pub short: String,
    /// The full name of that time.
    pub full: String,
    /// The last day on which it bore the name.
    pub until: NaiveDate,
}

/// 岗位
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// 区长
    pub title: String,
    /// The office that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeKey>,
    /// Protocol order: lower stands first.
    pub order: u16,
    /// Who held it, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<Holder>,
}

/// Who holds a post from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The person's name.
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl Roster {
    /// The office that bears a name: key, short, full, alias or former name, in that order.
    pub fn resolve(&self, name: &str) -> Option<&OfficeKey> {
        let rank = |key: &OfficeKey, office: &Office| {
            let before = |old: &FormerName| old.short == name || old.full == name;
            let ranks = [
                key.as_str() == name,
                office.short == name,
                office.full == name,
                office.aliases.iter().any(|alias| alias == name),
                office.former.iter().any(before),
            ];
            ranks.iter().position(|bears| *bears)
        };
        let ranked = |(key, office)| rank(key, office).map(|rank| (rank, key));
        self.offices.iter().filter_map(ranked).min().map(|(_, key)| key)
    }

    /// The offices in protocol order, those of one rank by key.
    pub fn in_order(&self) -> Vec<(&OfficeKey, &Office)> {
        let mut offices: Vec<_> = self.offices.iter().collect();
        offices.sort_by_key(|(_, office)| office.order);
        offices
    }
}

impl OfficeKey {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OfficeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

impl FromStr for OfficeKey {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let first = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        if first && text.bytes().all(plain) { Ok(Self(text.into())) } else { Err(NotAKey) }
    }
}

impl Serialize for OfficeKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for OfficeKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = Wanted::Key.text(Lang::En);
        text.parse()
            .map_err(|NotAKey| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

//! Offices, posts and groups, under keys that never change.
//!
//! Responsibility follows the post and the office, not a name: a reorganisation is one line here,
//! and a record made before it still resolves.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Party, Table};
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
    /// Who took over its work when it was dissolved: one line is a re-organisation.
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

    /// The post that bears a title, or has a key.
    pub fn post(&self, name: &str) -> Option<(&OfficeKey, &Post)> {
        let bears = |(key, post): &(&OfficeKey, &Post)| key.as_str() == name || post.title == name;
        self.posts.iter().find(bears)
    }

    /// The offices in protocol order, those of one rank by key.
    pub fn in_order(&self) -> Vec<(&OfficeKey, &Office)> {
        let mut offices: Vec<_> = self.offices.iter().collect();
        offices.sort_by_key(|(_, office)| office.order);
        offices
    }

    /// The offices that nobody has taken over, in protocol order.
    pub fn serving(&self) -> Vec<(&OfficeKey, &Office)> {
        let mut offices = self.in_order();
        offices.retain(|(key, _)| self.present_office(key) == *key);
        offices
    }

    /// The posts in protocol order, those of one rank by key.
    pub fn posts_in_order(&self) -> Vec<(&OfficeKey, &Post)> {
        let mut posts: Vec<_> = self.posts.iter().collect();
        posts.sort_by_key(|(_, post)| post.order);
        posts
    }

    /// The office that does the work of an office now: itself, or the last of those that took it
    /// over. An office whose successors lead back to it is itself.
    pub fn present_office<'a>(&'a self, key: &'a OfficeKey) -> &'a OfficeKey {
        let next = |key: &OfficeKey| {
            self.offices
                .get(key)?
                .successor
                .as_ref()
                .filter(|next| self.offices.contains_key(*next))
        };
        let line = std::iter::successors(Some(key), |key| next(key)).take(self.offices.len() + 1);
        match line.last() {
            Some(last) if next(last).is_none() => last,
            _ => key,
        }
    }

    /// Somebody as the roster knows them today: the successor of a dissolved office, an office under
    /// its name of now. So records of before a re-organisation are found under the present office.
    pub fn present(&self, party: &Party) -> Party {
        match party {
            Party::Office { key, .. } => self.party_of(key).unwrap_or_else(|| party.clone()),
            Party::Post { key, .. } => match self.posts.get(key) {
                Some(post) => Party::Post { key: key.clone(), name: post.title.clone() },
                None => party.clone(),
            },
            Party::Outside(_) => party.clone(),
        }
    }

    /// Whether two names mean one body as the roster knows it today: an office is known by its key,
    /// whatever it was called, and a dissolved one by whoever took it over.
    pub fn is_same(&self, one: &Party, other: &Party) -> bool {
        match (one.key(), other.key()) {
            (Some(one), Some(other)) => self.is_one(one, other),
            _ => one == other,
        }
    }

    fn is_one(&self, one: &OfficeKey, other: &OfficeKey) -> bool {
        one == other || self.present_office(one) == self.present_office(other)
    }

    /// These offices with all whose work is done by the same hands now: who took them over, and whom
    /// else that office took over. A record under any of these keys is one of theirs.
    pub fn united(&self, offices: &[&OfficeKey]) -> Vec<OfficeKey> {
        let is_theirs = |key: &&OfficeKey| offices.iter().any(|office| self.is_one(key, office));
        self.offices.keys().filter(is_theirs).cloned().collect()
    }

    /// The office of a key, or whoever took it over.
    pub fn party_of(&self, key: &OfficeKey) -> Option<Party> {
        let key = self.present_office(key);
        let name = self.offices.get(key)?.short.clone();
        Some(Party::Office { key: key.clone(), name })
    }

    /// Who held a post on a day: what a paper of that day prints.
    pub fn holder_on(&self, post: &OfficeKey, day: NaiveDate) -> Option<&Holder> {
        self.posts.get(post)?.holders.iter().find(|holder| holder.holds_on(day))
    }
}

impl Holder {
    /// Whether a day lies in the time in which they hold the post.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> OfficeKey {
        text.parse().unwrap()
    }

    fn office(short: &str, successor: Option<&str>) -> Office {
        Office {
            short: short.into(),
            full: format!("道里区{short}"),
            aliases: Vec::new(),
            order: 1,
            former: Vec::new(),
            successor: successor.map(key),
        }
    }

    fn roster(offices: &[(&str, &str, Option<&str>)]) -> Roster {
        let of = |(at, short, next): &(&str, &str, Option<&str>)| (key(at), office(short, *next));
        Roster { offices: offices.iter().map(of).collect(), ..Roster::default() }
    }

    #[test]
    fn a_reorganisation_is_one_line() {
        let roster = roster(&[
            ("shj", "商务局", Some("tcj")),
            ("tcj", "投促局", Some("jhj")),
            ("jhj", "经合局", None),
            ("gone", "旧局", Some("nobody")),
            ("a", "甲局", Some("b")),
            ("b", "乙局", Some("a")),
        ]);
        for (name, now) in [
            ("商务局", "经合局"),
            ("投促局", "经合局"),
            ("经合局", "经合局"),
            ("旧局", "旧局"),
            ("甲局", "甲局"),
        ] {
            assert_eq!(Party::named(name, &roster).name(), now, "{name}");
        }
        let before = Party::Office { key: key("shj"), name: "商务局".into() };
        assert_eq!(roster.present(&before).name(), "经合局");
        let serving: Vec<_> = roster.serving().into_iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(serving, ["a", "b", "gone", "jhj"]);
    }

    #[test]
    fn who_held_a_post_is_a_question_of_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let holder = |name: &str, from: &str, to: Option<&str>| Holder {
            name: name.into(),
            from: day(from),
            to: to.map(day),
        };
        let post = Post {
            title: "区长".into(),
            office: None,
            order: 1,
            holders: vec![
                holder("演练甲", "2021-01-10", Some("2023-06-30")),
                holder("演练乙", "2023-07-03", None),
            ],
        };
        let posts = [(key("qz"), post)].into_iter().collect();
        let roster = Roster { posts, ..Roster::default() };
        for (on, who) in [
            ("2021-01-09", None),
            ("2021-01-10", Some("演练甲")),
            ("2023-06-30", Some("演练甲")),
            ("2023-07-01", None),
            ("2023-07-03", Some("演练乙")),
            ("2030-01-01", Some("演练乙")),
        ] {
            let held = roster.holder_on(&key("qz"), day(on)).map(|holder| holder.name.as_str());
            assert_eq!(held, who, "{on}");
        }
        assert_eq!(Party::named("区长", &roster), Party::named("qz", &roster));
        assert_eq!(roster.holder_on(&key("xz"), day("2023-01-01")), None);
    }
}

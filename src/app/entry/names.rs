//! The names by which people call offices, ready to be found in a line.
//!
//! Made from the roster once, because the line is read again on every key. It must never guess: a
//! name is found whole, longest first, or not at all.

use std::collections::BTreeMap;

use crate::app::pinyin::Pinyin;
use crate::plan::{Office, OfficeKey, Party, Roster};

/// Every name of a roster.
#[derive(Clone, Debug)]
pub struct Names {
    /// By first character; among those of one, the longest first.
    by_first: BTreeMap<char, Vec<Name>>,
    known: Vec<Called>,
    pinyin: Pinyin,
}

/// One name and those whom it means: several for a group.
#[derive(Clone, Debug)]
struct Name {
    name: String,
    parties: Vec<Party>,
}

/// An office or a post, and what it is called.
#[derive(Clone, Debug)]
pub(super) struct Called {
    pub(super) party: Party,
    /// The short name, the full one, the aliases, the key.
    pub(super) names: Vec<String>,
}

impl Names {
    /// The names of a roster: of offices (short, full, alias, key, former, and 区 before a short one),
    /// of posts, and of groups. A dissolved office's names mean whoever took it over.
    pub fn new(roster: &Roster) -> Self {
        let mut names: BTreeMap<String, Vec<Party>> = BTreeMap::new();
        // The first keeps a name that two share: offices of today in protocol order, as the roster
        // does, then posts, then what offices were called.
        let mut add = |all: Vec<String>, party: &Party| {
            for name in all {
                names.entry(name).or_insert_with(|| vec![party.clone()]);
            }
        };
        let mut known = Vec::new();
        for (key, office) in roster.serving() {
            let party = Party::Office { key: key.clone(), name: office.short.clone() };
            let own = own_names(key, office);
            add(own.iter().cloned().chain(with_district(office)).collect(), &party);
            known.push(Called { party, names: own });
        }
        for (key, post) in roster.posts_in_order() {
            let party = Party::Post { key: key.clone(), name: post.title.clone() };
            let own = vec![post.title.clone(), key.as_str().to_owned()];
            add(own.clone(), &party);
            known.push(Called { party, names: own });
        }
        for (key, office) in roster.in_order() {
            let Some(party) = roster.party_of(key) else { continue };
            let former = office.former.iter().flat_map(|name| [&name.short, &name.full]);
            add(former.cloned().collect(), &party);
            add(own_names(key, office).into_iter().chain(with_district(office)).collect(), &party);
        }
        for (group, members) in &roster.groups {
            names.entry(group.clone()).or_insert_with(|| parties(members, roster));
        }
        Self { by_first: by_first(names), known, pinyin: Pinyin::default() }
    }

    /// The longest name with which a text begins: its length in bytes, and whom it means.
    pub fn at_start(&self, text: &str) -> Option<(usize, &[Party])> {
        let names = self.by_first.get(&text.chars().next()?)?;
        let found = names.iter().find(|name| text.starts_with(&name.name))?;
        Some((found.name.len(), &found.parties))
    }

    /// The longest name in ASCII with which a text begins, as whole words in whatever case: its length
    /// in bytes, and whom it means.
    pub fn spelt(&self, text: &str) -> Option<(usize, &[Party])> {
        let first = text.chars().next().filter(char::is_ascii_alphabetic)?;
        let cases = [first.to_ascii_lowercase(), first.to_ascii_uppercase()];
        let names = cases.iter().filter_map(|case| self.by_first.get(case)).flatten();
        let fits = |name: &&Name| {
            let (own, rest) = text.split_at_checked(name.name.len()).unwrap_or_default();
            let ends = !rest.starts_with(char::is_alphanumeric);
            name.name.is_ascii() && ends && own.eq_ignore_ascii_case(&name.name)
        };
        let found = names.filter(fits).max_by_key(|name| name.name.len())?;
        Some((found.name.len(), &found.parties))
    }

    /// The names between two marks: one for each word, but for a name of the roster in several words, and
    /// for a body in several words of which not all are `known`.
    pub fn in_words<'t>(&self, part: &'t str, known: impl Fn(&str) -> bool) -> Vec<&'t str> {
        let part = part.trim();
        let (mut names, mut all_known) = (Vec::new(), true);
        let mut rest = part;
        while !rest.is_empty() {
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let spelt = self.spelt(rest).map(|(length, _)| length).filter(|length| *length >= word);
            let name = &rest[..spelt.unwrap_or(word)];
            all_known &= spelt.is_some() || known(name);
            names.push(name);
            rest = rest[name.len()..].trim_start();
        }
        if part.is_ascii() && names.len() > 1 && !all_known {
            return vec![part];
        }
        names
    }

    /// Whom a whole text names.
    pub fn exact(&self, text: &str) -> Option<&[Party]> {
        self.at_start(text).filter(|(length, _)| *length == text.len()).map(|(_, parties)| parties)
    }

    /// The tables for letters.
    pub fn pinyin(&self) -> &Pinyin {
        &self.pinyin
    }

    /// The offices of today in protocol order, then the posts.
    pub(super) fn known(&self) -> &[Called] {
        &self.known
    }
}

fn own_names(key: &OfficeKey, office: &Office) -> Vec<String> {
    let own = [&office.short, &office.full].into_iter().chain(&office.aliases);
    let own = own.map(String::as_str).chain([key.as_str()]);
    own.filter(|name| !name.trim().is_empty()).map(str::to_owned).collect()
}

/// 区发改局 and 道里区发改局, where the full name begins with 道里区. A name like 市发改局 is another
/// body and stays outside.
fn with_district(office: &Office) -> Vec<String> {
    let end = office.full.char_indices().find(|(_, c)| "区县旗".contains(*c));
    let Some((at, kind)) = end.filter(|(at, _)| *at > 0) else { return Vec::new() };
    let district = office.full.get(..at + kind.len_utf8()).unwrap_or_default();
    let rest = office.full.get(district.len()..).unwrap_or_default();
    let short = &office.short;
    [format!("{kind}{short}"), format!("{district}{short}"), format!("{kind}{rest}")]
        .into_iter()
        .filter(|_| !short.is_empty() && !short.starts_with(kind) && !rest.is_empty())
        .collect()
}

/// The members of a group as they are today, each once.
fn parties(members: &[OfficeKey], roster: &Roster) -> Vec<Party> {
    let mut parties: Vec<Party> = Vec::new();
    for party in members.iter().filter_map(|key| roster.party_of(key)) {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    parties
}

fn by_first(names: BTreeMap<String, Vec<Party>>) -> BTreeMap<char, Vec<Name>> {
    let mut by_first: BTreeMap<char, Vec<Name>> = BTreeMap::new();
    for (name, parties) in names {
        if let Some(first) = name.chars().next().filter(|_| !parties.is_empty()) {
            by_first.entry(first).or_default().push(Name { name, parties });
        }
    }
    for names in by_first.values_mut() {
        names.sort_by_key(|name| std::cmp::Reverse(name.name.len()));
    }
    by_first
}

#[cfg(test)]
mod tests {
    use super::super::tests::plan;
    use super::*;

    #[test]
    fn a_name_may_have_several_words() {
        let mut plan = plan();
        let office = plan.roster.offices.values().next().unwrap().clone();
        let office = Office { short: "Health Bureau".into(), aliases: Vec::new(), ..office };
        plan.roster.offices.insert("health".parse().unwrap(), office);
        let names = Names::new(&plan.roster);
        let known = |name: &str| names.exact(name).is_some() || name == "wjj";
        for (part, found) in [
            ("Health Bureau", vec!["Health Bureau"]),
            (" health bureau wjj", vec!["health bureau", "wjj"]),
            ("Harbour Trust", vec!["Harbour Trust"]),
            ("Health Bureaux", vec!["Health Bureaux"]),
            ("卫健局 发改局", vec!["卫健局", "发改局"]),
            ("省交投集团 发改局", vec!["省交投集团", "发改局"]),
            ("", vec![]),
        ] {
            assert_eq!(names.in_words(part, known), found, "{part}");
        }
    }

    #[test]
    fn the_longest_name_is_found() {
        let names = Names::new(&plan().roster);
        let found = |text: &str| {
            let (length, parties) = names.at_start(text)?;
            let whom: Vec<_> = parties.iter().map(Party::name).collect();
            Some(format!("{} {}", &text[..length], whom.join(" ")))
        };
        for (text, name) in [
            ("卫健局牵头", "卫健局 卫健局"),
            ("区卫健局牵头", "区卫健局 卫健局"),
            ("道里区卫健局", "道里区卫健局 卫健局"),
            ("道里区卫生健康局", "道里区卫生健康局 卫健局"),
            ("发展和改革局", "发展和改革局 发改局"),
            ("卫生局", "卫生局 卫健局"),
            ("两办", "两办 政府办 临空办"),
            ("分管副区长牵头", "分管副区长 分管副区长"),
            ("区商务局", "区商务局 投促局"),
            ("招商局牵头", "招商局 投促局"),
        ] {
            assert_eq!(found(text).as_deref(), Some(name));
        }
        for text in ["", "市卫健局", "卫", "健局", "局"] {
            assert_eq!(found(text), None, "{text}");
        }
        assert!(names.exact("卫健局").is_some());
        assert!(names.exact("卫健局牵头").is_none());
    }
}

//! What can be wrong with the roster.

use super::Walk;
use crate::plan::{Holder, Office, OfficeKey, Path, Plan, Post, Roster};
use crate::words::Wrong;

impl Walk {
    pub(super) fn roster(&mut self, plan: &Plan) {
        let (roster, at) = (&plan.roster, Path::default().field("roster"));
        let mut names = Vec::new();
        for (key, office) in &roster.offices {
            let at = at.field("offices").key(key);
            self.office(&at, office);
            self.names(&at, key, office, &mut names);
            self.succession(&at.field("successor"), roster, key, office);
        }
        for (key, post) in &roster.posts {
            let at = at.field("posts").key(key);
            self.needed(at.field("title"), &post.title);
            self.free(&at.field("title"), &post.title, key.as_str(), &names);
            names.push((&post.title, key.as_str()));
            self.known(&at.field("office"), roster, post.office.as_ref());
            self.holders(&at.field("holders"), post);
        }
        for (name, members) in &roster.groups {
            let at = at.field("groups").key(name);
            self.needed(at.clone(), name);
            self.free(&at, name, name, &names);
            for (index, key) in members.iter().enumerate() {
                self.known(&at.index(index), roster, Some(key));
            }
        }
    }

    /// Who took over an office is there, and is not the office itself in the end.
    fn succession(&mut self, at: &Path, roster: &Roster, key: &OfficeKey, office: &Office) {
        self.known(at, roster, office.successor.as_ref());
        let next = |key: &OfficeKey| roster.offices.get(key)?.successor.as_ref();
        let line = std::iter::successors(next(key), |key| next(key)).take(roster.offices.len());
        if line.into_iter().any(|later| later == key) {
            self.say(at.clone(), Wrong::SuccessorCycle { key: key.to_string() });
        }
    }

    /// Nobody's term ends before it begins, and no day has two holders.
    fn holders(&mut self, at: &Path, post: &Post) {
        for (index, holder) in post.holders.iter().enumerate() {
            let at = at.index(index);
            self.needed(at.field("name"), &holder.name);
            if holder.to.is_some_and(|to| to < holder.from) {
                self.say(at.field("to"), Wrong::TermBackwards { name: holder.name.clone() });
            }
            let both = |other: &&Holder| {
                let begins_first = if other.from < holder.from { holder } else { *other };
                other.holds_on(begins_first.from) && holder.holds_on(begins_first.from)
            };
            if let Some(other) = post.holders[..index].iter().find(both) {
                let (name, other) = (holder.name.clone(), other.name.clone());
                self.say(at.field("from"), Wrong::TermsOverlap { name, other });
            }
        }
    }

    fn office(&mut self, at: &Path, office: &Office) {
        if office.short.trim().is_empty() {
            let key = at.0.last().map(ToString::to_string).unwrap_or_default();
            self.say(at.field("short"), Wrong::NoName { key });
        }
        self.text(at.field("short"), &office.short);
        self.needed(at.field("full"), &office.full);
        for (index, alias) in office.aliases.iter().enumerate() {
            self.needed(at.field("aliases").index(index), alias);
        }
    }

    /// No two offices answer to one name.
    fn names<'a>(
        &mut self,
        at: &Path,
        key: &'a OfficeKey,
        office: &'a Office,
        taken: &mut Vec<(&'a str, &'a str)>,
    ) {
        let own = [office.short.as_str(), office.full.as_str()];
        for name in own.into_iter().chain(office.aliases.iter().map(String::as_str)) {
            self.free(at, name, key.as_str(), taken);
            taken.push((name, key.as_str()));
        }
    }

    fn free(&mut self, at: &Path, name: &str, key: &str, taken: &[(&str, &str)]) {
        if let Some((_, other)) = taken.iter().find(|(by, other)| *by == name && *other != key) {
            let (name, key, other) = (name.into(), key.into(), (*other).into());
            self.say(at.clone(), Wrong::SameName { name, key, other });
        }
    }

    fn known(&mut self, at: &Path, roster: &Roster, key: Option<&OfficeKey>) {
        if let Some(gone) = key.filter(|key| !roster.offices.contains_key(*key)) {
            self.say(at.clone(), Wrong::NoSuchOffice { key: gone.to_string() });
        }
    }
}

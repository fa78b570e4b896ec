//! What can be wrong with the roster.

use super::Walk;
use crate::plan::{Office, OfficeKey, Path, Plan, Roster};
use crate::words::Wrong;

impl Walk {
    pub(super) fn roster(&mut self, plan: &Plan) {
        let (roster, at) = (&plan.roster, Path::default().field("roster"));
        let mut names = Vec::new();
        for (key, office) in &roster.offices {
            let at = at.field("offices").key(key);
            self.office(&at, office);
            self.names(&at, key, office, &mut names);
            self.known(&at.field("successor"), roster, office.successor.as_ref());
        }
        for (key, post) in &roster.posts {
            let at = at.field("posts").key(key);
            self.needed(at.field("title"), &post.title);
            self.known(&at.field("office"), roster, post.office.as_ref());
            for (index, holder) in post.holders.iter().enumerate() {
                let at = at.field("holders").index(index);
                self.needed(at.field("name"), &holder.name);
                if holder.to.is_some_and(|to| to < holder.from) {
                    self.say(at.field("to"), Wrong::PeriodBackwards);
                }
            }
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

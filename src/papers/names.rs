//! How a paper names offices and posts: in full where they are first named, by their short names after.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::said::clean;
use crate::ledger::Presence;
use crate::plan::{OfficeKey, Party, Roster};
use crate::words::Lang;
use crate::words::paper::PaperSays;

/// The names of one paper, in the order in which they are said.
pub(super) struct Names<'a> {
    roster: &'a Roster,
    lang: Lang,
    /// How often each office was named so far.
    said: BTreeMap<OfficeKey, usize>,
    /// How often each is named in the whole paper; empty while nobody knows.
    in_all: BTreeMap<OfficeKey, usize>,
}

impl<'a> Names<'a> {
    pub(super) fn new(roster: &'a Roster, lang: Lang) -> Self {
        Self { roster, lang, said: BTreeMap::new(), in_all: BTreeMap::new() }
    }

    /// Begins the paper anew, knowing now who is named more than once.
    pub(super) fn again(&mut self) {
        self.in_all = std::mem::take(&mut self.said);
    }

    /// The name of somebody in a sentence; the short name is told where it is used again.
    pub(super) fn of(&mut self, party: &Party, day: Option<NaiveDate>) -> String {
        let Some(key) = party.key() else { return self.other(party, day) };
        let (full, short) = self.both(key, party);
        let count = self.said.entry(key.clone()).or_default();
        *count += 1;
        match *count {
            1 if full != short && self.in_all.get(key).is_some_and(|all| *all > 1) => {
                PaperSays::Short { full, short }.text(self.lang)
            }
            1 => full,
            _ => short,
        }
    }

    /// The name of somebody in a list: the short one if a sentence told it.
    pub(super) fn in_list(&self, party: &Party, day: Option<NaiveDate>) -> String {
        let Some(key) = party.key() else { return self.other(party, day) };
        let (full, short) = self.both(key, party);
        if self.said.contains_key(key) { short } else { full }
    }

    /// Several in a sentence.
    pub(super) fn of_all(&mut self, parties: &[Party], day: Option<NaiveDate>) -> String {
        let names: Vec<String> = parties.iter().map(|party| self.of(party, day)).collect();
        super::said::listed(&names, self.lang)
    }

    /// Who has the chair: a post with whoever held it on the day.
    pub(super) fn chair(&self, title: &str, day: Option<NaiveDate>) -> String {
        match self.roster.post(title) {
            Some((key, post)) => self.post(key, &post.title, day),
            None => clean(title),
        }
    }

    /// The parties of a roll in the order of protocol: posts, offices, then whoever is in no roster.
    pub(super) fn in_order<'p>(
        &self,
        roll: impl Iterator<Item = (&'p Party, Presence)>,
        presence: Presence,
    ) -> Vec<&'p Party> {
        let mut parties: Vec<&Party> =
            roll.filter(|(_, state)| *state == presence).map(|(party, _)| party).collect();
        parties.sort_by_key(|party| self.rank(party));
        parties
    }

    /// Puts parties in the order of protocol.
    pub(super) fn sort(&self, parties: &mut [Party]) {
        parties.sort_by_key(|party| self.rank(party));
    }

    fn rank(&self, party: &Party) -> (u8, u16) {
        let order = |order: Option<u16>| order.unwrap_or(u16::MAX);
        match party {
            Party::Post { key, .. } => {
                (0, order(self.roster.posts.get(key).map(|post| post.order)))
            }
            Party::Office { key, .. } => {
                (1, order(self.roster.offices.get(key).map(|office| office.order)))
            }
            Party::Outside(_) => (2, 0),
        }
    }

    /// Full and short name. A record keeps the name of its time: of an office that was renamed since,
    /// the full name of that time.
    fn both(&self, key: &OfficeKey, party: &Party) -> (String, String) {
        let short = clean(party.name());
        let office = self.roster.offices.get(key);
        let full = office.and_then(|office| {
            let former = office.former.iter().find(|former| former.short == short);
            former.map(|former| &former.full).or((office.short == short).then_some(&office.full))
        });
        let full = full.map(|full| clean(full)).filter(|full| !full.is_empty());
        (full.unwrap_or_else(|| short.clone()), short)
    }

    fn other(&self, party: &Party, day: Option<NaiveDate>) -> String {
        match party {
            Party::Post { key, name } => self.post(key, name, day),
            Party::Office { name, .. } | Party::Outside(name) => clean(name),
        }
    }

    fn post(&self, key: &OfficeKey, title: &str, day: Option<NaiveDate>) -> String {
        let holder = day.and_then(|day| self.roster.holder_on(key, day));
        let (title, name) =
            (clean(title), holder.map_or(String::new(), |holder| clean(&holder.name)));
        match self.lang {
            Lang::Zh => format!("{title}{name}"),
            Lang::En => format!("{title} {name}").trim_end().to_owned(),
        }
    }
}

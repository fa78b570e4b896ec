//! 台账: all decisions of all meetings, as a filter lets them through.
//!
//! The list is worked out when the filter changes and stands still after that: while a meeting is
//! open nothing moves under the cursor. A filter that means nothing says why and leaves the list.

use super::catalogue::{self, Catalogue, Entry, Sort};
use super::field::Field;
use super::query::{self, Context, DECISIONS};
use super::session::Session;
use crate::judge::Light;
use crate::ledger::{Completion, RecordId};
use crate::words::Lang;
use crate::words::query::Unclear;

/// What the register shows to one pair of eyes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The filter.
    pub field: Field,
    /// The row with the cursor.
    pub cursor: usize,
    /// In what order.
    pub sort: Sort,
    /// The decisions that are listed.
    pub ids: Vec<RecordId>,
    /// How they stand, counted.
    pub counts: Counts,
    /// Why the filter means nothing.
    pub unclear: Option<Unclear>,
    /// Where the office stands that `@` offered: what is typed next replaces it.
    pub(super) offered: Option<usize>,
    /// The edition of the catalogue that was listed.
    edition: u32,
}

/// Decisions counted, as a bulletin counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How much is done of what is to be done.
    pub done: Completion,
    /// 逾期
    pub overdue: usize,
}

impl Counts {
    fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut counts = Self::default();
        for entry in entries {
            if entry.followed {
                counts.done.count(entry.facts.stage);
            }
            counts.overdue += usize::from(entry.facts.light == Some(Light::Overdue));
        }
        counts
    }
}

impl Register {
    /// The register with a filter.
    pub fn new(filter: &str) -> Self {
        Self { field: Field::new(filter), ..Self::default() }
    }

    /// Lists what the filter lets through, in its order. The cursor stays on its decision if that is
    /// listed, else it goes to the first.
    pub fn list(&mut self, session: &mut Session, lang: Lang) {
        session.catalogued();
        self.fill(session, lang);
    }

    /// The same, where the catalogue is as the session is.
    pub fn fill(&mut self, session: &Session, lang: Lang) {
        let here = self.ids.get(self.cursor).cloned();
        let context = Context::of(session, DECISIONS, lang);
        let query = match query::read(self.field.text(), &context) {
            Ok(query) => query,
            Err(why) => return self.unclear = Some(why),
        };
        let mut lets: Vec<&Entry> = session.catalogue.entries().iter().collect();
        lets.retain(|entry| query.lets(&entry.facts));
        catalogue::sort(&mut lets, self.sort, session);
        self.unclear = None;
        self.counts = Counts::of(lets.iter().copied());
        self.ids = lets.into_iter().map(|entry| entry.id.clone()).collect();
        self.edition = session.catalogue.edition();
        self.cursor = here.and_then(|here| self.ids.iter().position(|id| *id == here)).unwrap_or(0);
    }

    /// Takes in what was recorded since: the counts always, the list itself only between meetings.
    pub fn settle(&mut self, session: &mut Session, lang: Lang) {
        if session.catalogued().edition() == self.edition {
            return;
        }
        if session.meeting().is_none() {
            return self.list(session, lang);
        }
        self.edition = session.catalogue.edition();
        self.counts = self.count(&session.catalogue);
    }

    fn count(&self, catalogue: &Catalogue) -> Counts {
        let listed: std::collections::BTreeSet<&RecordId> = self.ids.iter().collect();
        Counts::of(catalogue.entries().iter().filter(|entry| listed.contains(&entry.id)))
    }
}

//! All decisions with what can be asked of them, worked out once after a record and not on every key.
//!
//! It lists and orders; which of them a filter lets through is the query's to say.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::query::{Facts, Nth};
use super::session::Session;
use crate::judge::{self, Light};
use crate::ledger::{About, Decision, RecordId, Snapshot, SnapshotId, When};
use crate::plan::Place;
use crate::words::query::Order;

/// All decisions, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    entries: Vec<Entry>,
    /// The day on which their lights shone; none while it is to be made.
    today: Option<NaiveDate>,
    /// Goes up each time that it is made anew.
    edition: u32,
}

/// One decision.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which.
    pub id: RecordId,
    /// Whether somebody is to do something: what is only on record counts as nothing to be done.
    pub followed: bool,
    /// What can be asked of it.
    pub facts: Facts,
}

/// In what order decisions are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// 轻重: open and late first, then by due.
    #[default]
    Weight,
    /// 时限
    Due,
    /// 会议: the newest first.
    Meeting,
    /// 牵头: by the protocol order of who leads.
    Lead,
    /// 任务: in the order of the plan.
    Row,
}

impl Sort {
    /// Every order, as the menu lists them.
    pub const ALL: [Self; 5] = [Self::Weight, Self::Due, Self::Meeting, Self::Lead, Self::Row];

    /// Its word.
    pub const fn word(self) -> Order {
        match self {
            Self::Weight => Order::Weight,
            Self::Due => Order::Due,
            Self::Meeting => Order::Meeting,
            Self::Lead => Order::Lead,
            Self::Row => Order::Row,
        }
    }
}

impl Catalogue {
    /// What stands in a session.
    pub fn new(session: &Session) -> Self {
        let state = session.state();
        let grounds = session.grounds();
        let numbers = numbers(session);
        let entry = |(id, _): (&RecordId, &Decision)| {
            let made = state.decision(id)?;
            let now = state.standing(id)?;
            let light = judge::decision(&grounds, id)?.light;
            let waits = made.is_followed() && !now.is_over();
            let silent = waits && judge::is_silent(&grounds, id);
            let facts = Facts {
                record: Some(id.clone()),
                held: Some(id.snapshot.clone()),
                meeting: numbers.get(&id.snapshot).cloned(),
                rows: rows(&made.about),
                lead: now.lead,
                support: now.support,
                due: now.due,
                light,
                stage: Some(now.stage),
                kind: Some(made.kind),
                outcome: Some(made.outcome),
                extensions: now.extended.len(),
                pending: made.pending,
                silent,
                source: made.source.clone(),
                texts: vec![now.text],
                ..Facts::default()
            };
            Some(Entry { id: id.clone(), followed: made.is_followed(), facts })
        };
        Self {
            entries: in_order(state).filter_map(entry).collect(),
            today: Some(session.today),
            edition: session.catalogue.edition.wrapping_add(1),
        }
    }

    /// That it is to be made anew.
    pub fn forget(&mut self) {
        self.today = None;
    }

    /// Whether it is made, and for this day.
    pub fn is_of(&self, today: NaiveDate) -> bool {
        self.today == Some(today)
    }

    /// Which edition this is: a list of another one may be out of date.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// All decisions, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// All decisions as they were made. The order of a meeting is looked up once and not for each of its
/// records.
fn in_order(state: &Snapshot) -> impl Iterator<Item = (&RecordId, &Decision)> {
    let mut last: Option<(&SnapshotId, usize)> = None;
    let mut made: Vec<(usize, &RecordId, &Decision)> = Vec::new();
    for (id, decision) in &state.ledger.decisions {
        let order = match last {
            Some((held, order)) if *held == id.snapshot => order,
            _ => state.meetings.order(id).0,
        };
        last = Some((&id.snapshot, order));
        made.push((order, id, decision));
    }
    made.sort_by_key(|(order, id, _)| (*order, id.number));
    made.into_iter().map(|(_, id, decision)| (id, decision))
}

impl Entry {
    /// Whether nothing more is expected of it.
    pub fn is_over(&self) -> bool {
        self.facts.stage.is_none_or(crate::ledger::Stage::is_over)
    }

    /// How much it weighs: open before over, worst light first, what has none last. Less stands
    /// higher.
    pub fn weight(&self) -> (bool, bool, Option<Light>) {
        (self.is_over(), self.facts.light.is_none(), self.facts.light)
    }

    fn due(&self) -> NaiveDate {
        self.facts.due.when().and_then(When::day).unwrap_or(NaiveDate::MAX)
    }
}

/// The rows that records are about.
pub fn rows(about: &[About]) -> Vec<Place> {
    let place = |about: &About| match about {
        About::Row(row) => Some(row.place),
        About::Decision(_) => None,
    };
    about.iter().filter_map(place).collect()
}

/// Puts decisions in order; those that are alike stay as they were made.
pub fn sort(entries: &mut [&Entry], by: Sort, session: &Session) {
    let roster = &session.plan.roster;
    let rank = |entry: &Entry| {
        let key = entry.facts.lead.first().and_then(|party| party.key());
        key.and_then(|key| roster.offices.get(roster.present_office(key)))
            .map_or(u16::MAX, |office| office.order)
    };
    let first = |entry: &Entry| entry.facts.rows.first().copied();
    let weight = |a: &Entry, b: &Entry| a.weight().cmp(&b.weight()).then(a.due().cmp(&b.due()));
    match by {
        Sort::Weight => entries.sort_by(|a, b| weight(a, b)),
        Sort::Due => entries.sort_by_key(|entry| (entry.is_over(), entry.due())),
        Sort::Meeting => entries.reverse(),
        Sort::Lead => entries.sort_by(|a, b| rank(a).cmp(&rank(b)).then(weight(a, b))),
        Sort::Row => {
            let row = |entry: &Entry| (first(entry).is_none(), first(entry));
            entries.sort_by(|a, b| row(a).cmp(&row(b)).then(weight(a, b)));
        }
    }
}

/// The meetings by their numbers, each series counted from one whose number is known.
pub fn numbers(session: &Session) -> BTreeMap<SnapshotId, Nth> {
    let state = session.state();
    let own = state.id();
    let held = || state.meetings.iter().map(|(id, _)| id).chain([&own]);
    let known = session.meeting().or(session.last_meeting.as_ref());
    let codes = session.plan.series.iter().map(|series| series.code.as_str());
    let codes = codes.chain([""]).collect::<std::collections::BTreeSet<_>>();
    let mut numbers = BTreeMap::new();
    for code in codes {
        let of: Vec<&SnapshotId> = held().filter(|id| id.is_meeting_of(code)).collect();
        let known = known.and_then(|known| {
            let at = of.iter().position(|id| **id == known.id)?;
            usize::try_from(known.number).ok()?.checked_sub(at)
        });
        for (number, id) in (known.unwrap_or(1)..).zip(of) {
            numbers.insert(id.clone(), Nth { series: code.into(), number });
        }
    }
    numbers
}

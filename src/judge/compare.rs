//! What differs between two states of a book: two meetings, two days, two revisions.
//!
//! A [`Difference`] is one field of one thing with its value on either side and the records that made
//! it so. Sides may stand in either order and on different plans; what is the same on both is never
//! named, and every record that one side has and the other has not is. Nothing here knows which side
//! is older.

mod decisions;
mod held;
mod lights;
mod rows;
pub mod said;

#[cfg(test)]
mod laws;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Grounds, Verdict};
use crate::ledger::{
    Colour, Decision, Due, Feedback, Light, Presence, RecordId, Settlement, Slip, SnapshotId,
    Stage, Standing,
};
use crate::plan::{Number, Party, Place, Plan, Span, Table};
use crate::words::compare::{Differs, Sort};

pub use said::{Said, said};

/// One field of one thing that is not the same on both sides; or one that is, though records were
/// made about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub topic: Topic,
    /// The task, headline target or section that it belongs to; none for what is about no row.
    pub at: Option<Place>,
    /// Who answers for it.
    pub lead: Option<Party>,
    /// In what.
    pub field: Field,
    /// Its value on the first side; none where that side has none.
    pub was: Option<Value>,
    /// The same on the second side.
    pub now: Option<Value>,
    /// The records that one side has and the other has not, in the order of their numbers.
    pub records: Vec<RecordId>,
}

/// What a difference is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A row of the plan.
    Row(Place),
    /// A decision.
    Decision(RecordId),
    /// A meeting or an interval.
    Held(SnapshotId),
    /// Somebody who may attend.
    Person(Party),
}

/// In what things differ, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is named as its word in the catalogue is")]
pub enum Field {
    Row,
    Light,
    Reading,
    Goal,
    Hand,
    Sponsor,
    Lead,
    Support,
    Person,
    Decision,
    Text,
    InPapers,
    Due,
    Stage,
    Feedback,
    Sheet,
    Correction,
    Account,
    Note,
    Signing,
    Attendance,
}

/// A value on one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A light with its reason.
    Light(Box<Verdict>),
    /// The latest reading, and the months that it covers.
    Reading(Number, Span),
    /// What a target asks for.
    Goal(Number),
    /// A light set by hand, and why; none puts it back under the rule.
    Hand(Option<Light>, String),
    /// Names.
    Parties(Vec<Party>),
    /// A day.
    Day(NaiveDate),
    /// A decision as it stands.
    Decision(Box<Standing>),
    /// A sentence, a name, a title.
    Text(String),
    /// By when.
    Due(Due),
    /// Where a decision stands, and what replaced it.
    Stage(Stage, Option<RecordId>),
    /// What was reported of it.
    Feedback(Box<Feedback>),
    /// A sheet: its word and why.
    Sheet(Colour, String),
    /// A slip that was put right, and who agreed.
    Slip(Box<Slip>, String),
    /// What became of a row, and why.
    Account(Settlement, String),
    /// Who signed, and the number of the paper.
    Signed(String, String),
    /// How somebody attended, and who came instead.
    Attended(Presence, String),
}

/// What differs, in the order of the plan; what is about no row comes last.
pub fn compare(was: &Grounds<'_>, now: &Grounds<'_>) -> Vec<Difference> {
    let sides = Sides { was, now };
    let mut all = rows::differences(&sides);
    all.extend(lights::differences(&sides));
    all.extend(decisions::differences(&sides));
    all.extend(held::differences(&sides));
    all.sort_by(|a, b| {
        let order = |one: &Difference| (one.at.is_none(), one.at);
        order(a).cmp(&order(b)).then_with(|| (&a.topic, a.field).cmp(&(&b.topic, b.field)))
    });
    all
}

/// How many there are of each sort, those without any left out.
pub fn counts(all: &[Difference]) -> Vec<(Sort, usize)> {
    let of = |sort: Sort| all.iter().filter(|one| one.field.sort() == sort).count();
    let counted = Sort::ALL.iter().map(|sort| (*sort, of(*sort)));
    counted.filter(|(_, count)| *count > 0).collect()
}

impl Field {
    /// Its word.
    pub fn word(self) -> Differs {
        self.facts().0
    }

    /// The sort by which it is filtered.
    pub fn sort(self) -> Sort {
        self.facts().1
    }

    /// Its name for programs.
    pub fn code(self) -> &'static str {
        self.facts().2
    }

    fn facts(self) -> (Differs, Sort, &'static str) {
        match self {
            Self::Row => (Differs::Row, Sort::Amended, "row"),
            Self::Light => (Differs::Light, Sort::Lights, "light"),
            Self::Reading => (Differs::Reading, Sort::Readings, "reading"),
            Self::Goal => (Differs::Goal, Sort::Amended, "goal"),
            Self::Hand => (Differs::Hand, Sort::Lights, "light_set"),
            Self::Sponsor => (Differs::Sponsor, Sort::Leads, "sponsor"),
            Self::Lead => (Differs::Lead, Sort::Leads, "lead"),
            Self::Support => (Differs::Support, Sort::Leads, "support"),
            Self::Person => (Differs::Person, Sort::Leads, "person"),
            Self::Decision => (Differs::Decision, Sort::Decisions, "decision"),
            Self::Text => (Differs::Text, Sort::Decisions, "text"),
            Self::InPapers => (Differs::InPapers, Sort::Decisions, "in_papers"),
            Self::Due => (Differs::Due, Sort::Dues, "due"),
            Self::Stage => (Differs::Stage, Sort::Stages, "stage"),
            Self::Feedback => (Differs::Feedback, Sort::Stages, "feedback"),
            Self::Sheet => (Differs::Sheet, Sort::Stages, "sheet"),
            Self::Correction => (Differs::Correction, Sort::Amended, "correction"),
            Self::Account => (Differs::Account, Sort::Others, "account"),
            Self::Note => (Differs::Note, Sort::Others, "note"),
            Self::Signing => (Differs::Signing, Sort::Others, "signing"),
            Self::Attendance => (Differs::Attendance, Sort::Others, "attendance"),
        }
    }
}

/// How differences are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// By the task that they belong to.
    #[default]
    Task,
    /// By the office that answers for them.
    Office,
}

/// What differences of one group have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// A task, a headline target or a section.
    Row(Place),
    /// The office that answers.
    Lead(Party),
    /// Nobody answers.
    Nobody,
    /// It is about no row.
    NoRow,
}

/// Differences put together: what they share, and which they are. Groups stand in the order of the
/// plan, or of protocol.
pub fn grouped(all: &[Difference], by: By, plan: &Plan) -> Vec<(Shared, Vec<usize>)> {
    let order = plan.roster.in_order();
    let rank = |shared: &Shared| match shared {
        Shared::Lead(party) => order.iter().position(|(key, _)| party.key() == Some(*key)),
        _ => None,
    };
    let mut groups: Vec<(Shared, Vec<usize>)> = Vec::new();
    let mut places: BTreeMap<Shared, usize> = BTreeMap::new();
    for (index, one) in all.iter().enumerate() {
        let shared = match (by, one.at, &one.lead) {
            (By::Task, Some(place), _) => Shared::Row(place),
            (By::Task, None, _) => Shared::NoRow,
            (By::Office, _, Some(party)) => Shared::Lead(party.clone()),
            (By::Office, _, None) => Shared::Nobody,
        };
        let place = *places.entry(shared.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, of)) => of.push(index),
            None => groups.push((shared, vec![index])),
        }
    }
    if by == By::Office {
        groups.sort_by_key(|(shared, _)| {
            (*shared == Shared::Nobody, rank(shared).unwrap_or(usize::MAX), shared.clone())
        });
    }
    groups
}

/// Both sides.
#[derive(Clone, Copy)]
struct Sides<'a> {
    was: &'a Grounds<'a>,
    now: &'a Grounds<'a>,
}

impl Sides<'_> {
    /// A difference of a row.
    fn row(
        &self,
        place: Place,
        field: Field,
        values: Values,
        records: Vec<RecordId>,
    ) -> Difference {
        let (was, now) = values;
        let at = Some(place.in_task().unwrap_or(place));
        let (topic, lead) = (Topic::Row(place), self.row_lead(place));
        Difference { topic, at, lead, field, was, now, records }
    }

    /// A difference of a decision.
    fn decision(
        &self,
        id: &RecordId,
        field: Field,
        (was, now): Values,
        records: Vec<RecordId>,
    ) -> Difference {
        let (at, lead) = (self.decision_at(id), self.decision_lead(id));
        Difference { topic: Topic::Decision(id.clone()), at, lead, field, was, now, records }
    }

    /// Who has a row; where the second side says nobody, who had it.
    fn row_lead(&self, place: Place) -> Option<Party> {
        let of = |on: &Grounds<'_>| on.state.assignment(place)?.lead.first().cloned();
        self.present(of(self.now).or_else(|| of(self.was)))
    }

    fn decision_lead(&self, id: &RecordId) -> Option<Party> {
        let of = |on: &Grounds<'_>| on.state.standing(id)?.lead.first().cloned();
        self.present(of(self.now).or_else(|| of(self.was)))
    }

    fn present(&self, party: Option<Party>) -> Option<Party> {
        party.map(|party| self.now.plan.roster.present(&party))
    }

    /// The task, or the row above tasks, that a decision is about.
    fn decision_at(&self, id: &RecordId) -> Option<Place> {
        let of = |on: &Grounds<'_>| {
            let decision = on.state.ledger.decisions.get(id)?;
            first_row(on, decision)
        };
        of(self.now).or_else(|| of(self.was))
    }
}

/// The first row that a decision is about, as a task where it lies in one.
fn first_row(on: &Grounds<'_>, decision: &Decision) -> Option<Place> {
    let rows = on.state.rows_about(decision);
    let task = rows.iter().find_map(|place| place.in_task());
    task.or_else(|| rows.into_iter().next())
}

/// A value on either side.
type Values = (Option<Value>, Option<Value>);

/// The records that are in one table and not, or not so, in the other.
fn unlike<V: PartialEq>(
    was: Option<&Table<RecordId, V>>,
    now: Option<&Table<RecordId, V>>,
) -> Vec<RecordId> {
    let value = |of: Option<&Table<RecordId, V>>, id: &RecordId, like: &V| {
        of.and_then(|of| of.get(id)) == Some(like)
    };
    let gone = was.into_iter().flatten().filter(|(id, own)| !value(now, id, own));
    let made = now.into_iter().flatten().filter(|(id, own)| !value(was, id, own));
    let mut all: Vec<RecordId> = gone.chain(made).map(|(id, _)| id.clone()).collect();
    all.sort();
    all.dedup();
    all
}

/// The keys of two tables.
fn keys<'a, K: Ord, V>(was: &'a Table<K, V>, now: &'a Table<K, V>) -> BTreeSet<&'a K> {
    was.keys().chain(now.keys()).collect()
}

//! 发言卡: what an office has to answer for, as one value that the screen draws and paper prints.
//!
//! Its rows with the last reading and this one, the last promise that it made and in which meeting,
//! and what of its decisions is due.

use std::borrow::Cow;

use super::Light;
use super::agenda::{Now, Why, judged};
use super::decision::decision;
use crate::ledger::{
    Assignment, Decision, Followup, Happening, Reading, RecordId, Snapshot, SnapshotId, Stage,
    Standing, When,
};
use crate::plan::{Found, OfficeKey, Party, Place, Roster, Row, Table, Target};

/// What is known of an office before it speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card<'a> {
    /// Whose it is.
    pub party: Party,
    /// The rows that it leads, target by target.
    pub rows: Vec<Line<'a>>,
    /// The rows in which it helps.
    pub supports: Vec<Place>,
    /// What it promised last, in an earlier meeting.
    pub promise: Option<Promise>,
    /// Its decisions that are overdue or due soon, the oldest due first.
    pub due: Vec<RecordId>,
    /// Its other decisions that are not over, also those in which it only helps.
    pub open: Vec<RecordId>,
}

/// One target of a row, or a row without targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The row that the office leads.
    pub row: Place,
    /// The target; none for a row without one.
    pub target: Option<&'a Target>,
    /// The newest reading when the last meeting closed.
    pub last: Option<Cow<'a, Reading>>,
    /// The newest reading since.
    pub now: Option<Cow<'a, Reading>>,
    /// How the target stands, and why; none where no rule says.
    pub light: Option<(Light, Why)>,
}

/// What an office took upon itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The record.
    pub record: RecordId,
    /// How it stands now.
    pub standing: Standing,
}

impl<'a> Card<'a> {
    /// The card of an office as it stands now.
    pub fn of(party: &Party, now: &Now<'a>) -> Self {
        let party = &now.on.plan.roster.present(party);
        let rows = led(party, now).into_iter().flat_map(|row| lines(row, now)).collect();
        let mut card = Self {
            party: party.clone(),
            rows,
            supports: supported(party, now),
            promise: None,
            due: Vec::new(),
            open: Vec::new(),
        };
        card.add_decisions(now);
        card
    }

    fn add_decisions(&mut self, now: &Now<'_>) {
        let state = now.on.state;
        let party = self.party.clone();
        let keys = keys(&party, &now.on.plan.roster);
        let is_it = |named: &Party| match named.key() {
            Some(key) => keys.contains(key),
            None => *named == party,
        };
        let mut due = Vec::new();
        for id in in_order(state, |id, made| may_name(made, state.ledger.followups.get(id), &is_it))
        {
            let named =
                |standing: &Standing| standing.lead.iter().chain(&standing.support).any(is_it);
            let Some(standing) = state.standing(id).filter(named) else { continue };
            let leads = standing.lead.iter().any(is_it);
            let light = decision(&now.on, id).and_then(|verdict| verdict.light);
            if !standing.is_over() {
                match light {
                    Some(Light::Overdue | Light::DueSoon) if leads => {
                        due.push((standing.due.when().and_then(When::day), id));
                    }
                    _ => self.open.push(id.clone()),
                }
            }
            // Withdrawn and replaced ones bind nobody any more.
            let binds = leads && standing.stage != Stage::Dropped;
            if binds && now.is_past(id) {
                self.promise = Some(Promise { record: id.clone(), standing });
            }
        }
        due.sort();
        self.due = due.into_iter().map(|(_, id)| id.clone()).collect();
    }
}

/// The keys under which an office is named, its own and those of whom it took over: asked of every name
/// of every decision.
fn keys(party: &Party, roster: &Roster) -> Vec<OfficeKey> {
    let own = party.key();
    own.map_or_else(Vec::new, |key| [vec![key.clone()], roster.united(&[key])].concat())
}

/// The decisions that are asked for, in the order in which they were made: few, so they are found before
/// they are sorted.
fn in_order(state: &Snapshot, asked: impl Fn(&RecordId, &Decision) -> bool) -> Vec<&RecordId> {
    let all = state.ledger.decisions.iter();
    let mut ids: Vec<_> = all.filter(|(id, made)| asked(id, made)).map(|(id, _)| id).collect();
    ids.sort_by_cached_key(|id| state.meetings.order(id));
    ids
}

/// Whether a decision ever named an office: most never did, and need not be folded to know it.
fn may_name(
    made: &Decision,
    followups: Option<&Table<RecordId, Followup>>,
    is_it: &impl Fn(&Party) -> bool,
) -> bool {
    let took_over = |followup: &Followup| match &followup.what {
        Happening::Lead { now, .. } => now.iter().any(is_it),
        _ => false,
    };
    made.lead.iter().chain(&made.support).any(is_it)
        || followups.is_some_and(|all| all.values().any(took_over))
}

/// The rows that an office leads now, in the order of the plan.
fn led(party: &Party, now: &Now<'_>) -> Vec<Place> {
    rows(now, |assigned| &assigned.lead, party)
}

fn supported(party: &Party, now: &Now<'_>) -> Vec<Place> {
    rows(now, |assigned| &assigned.support, party)
}

fn rows(now: &Now<'_>, role: impl Fn(&Assignment) -> &[Party], party: &Party) -> Vec<Place> {
    let (state, roster) = (now.on.state, &now.on.plan.roster);
    let has = |row: &&Row| {
        let assigned = state.assignment(row.place);
        assigned.is_some_and(|now| role(now).iter().any(|named| roster.is_same(named, party)))
    };
    state.ledger.assignments.keys().filter(has).map(|row| row.place).collect()
}

fn lines<'a>(row: Place, now: &Now<'a>) -> Vec<Line<'a>> {
    let targets: Vec<&Target> = match now.on.plan.find(row) {
        Some(Found::Task(task)) => task.targets().collect(),
        Some(Found::Measure(measure)) => measure.targets.iter().collect(),
        Some(Found::Target(target)) => vec![target],
        Some(Found::Section(_)) | None => Vec::new(),
    };
    if targets.is_empty() {
        return vec![Line { row, target: None, last: None, now: None, light: None }];
    }
    let line = |target| {
        let (last, newest) = readings(now, target);
        Line { row, target: Some(target), last, now: newest, light: judged(now, target) }
    };
    targets.into_iter().map(line).collect()
}

type Readings<'a> = (Option<Cow<'a, Reading>>, Option<Cow<'a, Reading>>);

/// The newest reading as of the last meeting's close, and the newest since.
fn readings<'a>(room: &Now<'a>, target: &Target) -> Readings<'a> {
    let state = room.on.state;
    let close = last_meeting(room).map(|id| state.meetings.order(&id.record(u32::MAX)));
    let (mut last, mut now) = (None, None);
    for (id, reading) in state.readings(target.id) {
        let known = close.is_some_and(|close| state.meetings.order(id) <= close);
        *(if known { &mut last } else { &mut now }) = Some(reading);
    }
    (last, now)
}

/// The last meeting that was closed.
fn last_meeting(now: &Now<'_>) -> Option<SnapshotId> {
    let own = Some(now.on.state.id()).filter(|id| now.open.as_ref() != Some(id));
    let chain = now.on.state.meetings.iter().rev().map(|(id, _)| id.clone());
    own.into_iter().chain(chain).find(SnapshotId::is_meeting)
}

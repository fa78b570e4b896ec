//! 差异: two ends on the line of meetings, and what changed between them.
//!
//! The newest ledger holds every record with its number, so an end in the past is cut from it and
//! shown at once; what only a file knows (who attended) follows when the shell has read it. Nothing
//! here reads one.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::effect::Effect;
use super::rows::Stop;
use super::session::Session;
use crate::judge::compare::{self, By, Difference, Shared, Topic};
use crate::judge::{Fact, Grounds};
use crate::ledger::{Snapshot, SnapshotId};
use crate::plan::{Found, Place, Plan, Task};
use crate::words::compare::Sort;

/// What the screen shows to one pair of eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// From where, and to where; never the other way round.
    pub ends: [End; 2],
    /// Which of them the arrows move.
    pub moves: usize,
    /// The row with the cursor.
    pub cursor: usize,
    /// How changes are put together.
    pub by: By,
    /// Only changes of this sort.
    pub sort: Option<Sort>,
    /// Everything that differs.
    pub changes: Vec<Difference>,
    /// What is listed, group by group.
    pub groups: Vec<(Shared, Vec<usize>)>,
    /// An end is in a file that is being read, and nothing is known of it before.
    pub reading: bool,
    /// On what it was worked out.
    edition: Option<Edition>,
}

/// One end of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// When it was sealed.
    Sealed(SnapshotId),
    /// Now.
    Now,
}

/// What a comparison was worked out from: it is worked out anew when any of it is another.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edition {
    ends: [End; 2],
    files: Vec<SnapshotId>,
    sealed: SnapshotId,
    records: usize,
    today: NaiveDate,
}

/// A state before the newest, as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// What it says.
    pub snapshot: Snapshot,
    /// The plan of its time, where today's reads otherwise.
    pub plan: Option<Box<Plan>>,
}

/// The most files that are kept read.
const READ: usize = 6;

impl Compare {
    /// From the last meeting to now.
    pub fn new(session: &Session) -> Self {
        let last = session.last_meeting.as_ref().map(|meeting| meeting.id.clone());
        let from = End::Sealed(last.unwrap_or_else(SnapshotId::adopted));
        Self {
            ends: [from, End::Now],
            moves: 0,
            cursor: 0,
            by: By::default(),
            sort: None,
            changes: Vec::new(),
            groups: Vec::new(),
            reading: false,
            edition: None,
        }
    }

    /// Works out what differs, unless it is worked out. Asks for the files that know more.
    pub fn settle(&mut self, session: &Session) -> Vec<Effect> {
        let edition = Edition {
            ends: self.ends.clone(),
            files: session.earlier.keys().cloned().collect(),
            sealed: session.sealed.id(),
            records: session.state().ledger.records().count(),
            today: session.today,
        };
        if self.edition.as_ref() == Some(&edition) {
            return Vec::new();
        }
        let moved = self.edition.as_ref().is_none_or(|before| before.ends != edition.ends);
        self.edition = Some(edition);
        let states = (state(session, &self.ends[0]), state(session, &self.ends[1]));
        self.reading = states.0.is_none() || states.1.is_none();
        self.changes = match states {
            (Some(was), Some(now)) => {
                let [from, to] = &self.ends;
                let (was, now) = (grounds(session, from, &was), grounds(session, to, &now));
                compare::compare(&was, &now)
            }
            _ => Vec::new(),
        };
        self.list(session);
        if moved { self.wanted(session) } else { Vec::new() }
    }

    /// Lists what the filter lets through. The cursor stays on its change if that is listed.
    pub fn list(&mut self, session: &Session) {
        let here = self.at(self.cursor).map(|one| (one.topic.clone(), one.field));
        let lets = |one: &Difference| self.sort.is_none_or(|sort| one.field.sort() == sort);
        let mut groups = compare::grouped(&self.changes, self.by, &session.plan);
        for (_, of) in &mut groups {
            of.retain(|index| self.changes.get(*index).is_some_and(lets));
        }
        groups.retain(|(_, of)| !of.is_empty());
        self.groups = groups;
        let again = self.listed().position(|one| {
            here.as_ref().is_some_and(|(topic, field)| one.topic == *topic && one.field == *field)
        });
        self.cursor = again.unwrap_or(0);
    }

    /// The changes that are listed, in their order.
    pub fn listed(&self) -> impl Iterator<Item = &Difference> {
        let all = self.groups.iter().flat_map(|(_, of)| of);
        all.filter_map(|index| self.changes.get(*index))
    }

    /// The change of a row.
    pub fn at(&self, row: usize) -> Option<&Difference> {
        self.listed().nth(row)
    }

    /// Moves the chosen end along the line; it stays on its side of the other one.
    pub fn step(&mut self, session: &Session, forward: bool) {
        let line = line(session);
        let Some([from, to]) = places(&line, &self.ends) else { return };
        let own = if self.moves == 0 { from } else { to };
        let next = if forward { own + 1 } else { own.wrapping_sub(1) };
        let apart = if self.moves == 0 { next < to } else { next > from };
        if let Some(end) = line.get(next).filter(|_| apart) {
            self.ends[self.moves] = end.clone();
        }
    }

    /// Moves both ends by one.
    pub fn shift(&mut self, session: &Session, forward: bool) {
        let line = line(session);
        let next = |at: usize| if forward { at + 1 } else { at.wrapping_sub(1) };
        let Some([from, to]) = places(&line, &self.ends) else { return };
        if let (Some(from), Some(to)) = (line.get(next(from)), line.get(next(to))) {
            self.ends = [from.clone(), to.clone()];
        }
    }

    /// The files that know more of the ends than the newest ledger does.
    fn wanted(&self, session: &Session) -> Vec<Effect> {
        let same = session.sealed.plan == session.digest;
        let wants = |end: &End| match end {
            End::Now => None,
            End::Sealed(id) => {
                // The newest is known whole, but for the plan of its time.
                let more = if *id == session.sealed.id() { !same } else { !id.is_adopted() };
                let known = session.earlier.contains_key(id);
                let tells = !same || id.is_meeting() || self.reading;
                ((more || !same) && !known && tells).then(|| id.clone())
            }
        };
        self.ends.iter().filter_map(wants).map(|id| Effect::Recall { id }).collect()
    }
}

/// Every end that there is, oldest first.
pub fn line(session: &Session) -> Vec<End> {
    let chain = session.sealed.meetings.iter().map(|(id, _)| id.clone());
    let sealed = chain.chain([session.sealed.id()]).map(End::Sealed);
    sealed.chain([End::Now]).collect()
}

/// Where both ends stand on the line.
pub fn places(line: &[End], ends: &[End; 2]) -> Option<[usize; 2]> {
    let place = |end: &End| line.iter().position(|own| own == end);
    Some([place(&ends[0])?, place(&ends[1])?])
}

/// Keeps a file that was read, and no more of them than are looked at.
pub fn remember(session: &mut Session, read: Earlier) {
    if session.earlier.len() >= READ {
        session.earlier.clear();
    }
    session.earlier.insert(read.snapshot.id(), read);
}

/// The target that a change is about: itself, or the one that gives the task its light; else the
/// first of the task that has figures.
pub fn target_of(session: &Session, one: &Difference) -> Option<Place> {
    let is_target = |place: &Place| matches!(session.plan.find(*place), Some(Found::Target(_)));
    if let Topic::Row(place) = &one.topic
        && is_target(place)
    {
        return Some(*place);
    }
    let task = one.at?;
    let verdict = session.verdicts.of(task);
    let told = verdict.and_then(|verdict| match verdict.facts.first() {
        Some(Fact::Row(place)) => Some(*place),
        _ => None,
    });
    let read = |place: &Place| session.state().ledger.readings.contains_key(place);
    let first = || match session.plan.find(task) {
        Some(Found::Task(task)) => Task::targets(task).map(|own| own.id).find(read),
        Some(Found::Target(target)) => Some(target.id),
        _ => None,
    };
    told.filter(|place| is_target(place) && read(place)).or_else(first)
}

/// Where Enter goes from a change.
pub fn stop(session: &Session, one: &Difference) -> Option<Stop> {
    match &one.topic {
        Topic::Row(place) => session.plan.find(*place).map(|_| Stop::Row(*place)),
        Topic::Decision(id) => {
            let known = session.state().ledger.decisions.contains_key(id);
            known.then(|| Stop::Decision(id.clone()))
        }
        Topic::Person(party) => Some(Stop::Party(party.clone())),
        Topic::Held(_) => None,
    }
}

/// The plan at an end.
pub fn plan_at<'a>(session: &'a Session, end: &End) -> &'a Plan {
    let read = match end {
        End::Sealed(id) => session.earlier.get(id).and_then(|read| read.plan.as_deref()),
        End::Now => None,
    };
    read.unwrap_or(&session.plan)
}

/// The state at an end: from its file, or cut from the newest ledger; none while neither can say.
fn state<'a>(session: &'a Session, end: &End) -> Option<Cow<'a, Snapshot>> {
    match end {
        End::Now => Some(Cow::Borrowed(session.state())),
        End::Sealed(id) if *id == session.sealed.id() => Some(Cow::Borrowed(&session.sealed)),
        End::Sealed(id) => match session.earlier.get(id) {
            Some(read) => Some(Cow::Borrowed(&read.snapshot)),
            None => session.sealed.as_of(id).map(Cow::Owned),
        },
    }
}

/// On what an end is judged: on the day when it stood so.
fn grounds<'a>(session: &'a Session, end: &End, state: &'a Snapshot) -> Grounds<'a> {
    let day = match end {
        End::Now => session.today,
        End::Sealed(_) => state.stood_on().unwrap_or(session.plan.period.from),
    };
    Grounds { plan: plan_at(session, end), state, today: day, ..session.grounds() }
}

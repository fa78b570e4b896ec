//! 演练: a book that is played in memory, through the same acts as people use at the desk, so that
//! tests, benches and `demo --year` have one and the same year.
//!
//! Offices, posts and figures of a story are made up, and its plan says that it is a rehearsal. No
//! record is made here that a person could not make; what the disk would answer is always yes.

mod events;
mod fate;
mod figures;
mod meeting;
mod year;

use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::act::{self, Acted};
use super::{Effect, Outcome, Publication, Seat, Session, answer};
use crate::format::ron::{self, Limits, Unwritable};
use crate::format::seal;
use crate::ledger::{Decision, Followup, RecordId, Snapshot, SnapshotId};
use crate::plan::{self, Party, Place, Plan};
use crate::words::{Lang, Notice};
pub use year::{Year, year};

/// The district's plan, as it lies in the repository.
pub const PLAN: &str = include_str!("../../plan.ron");

/// The text of a plan as that of a rehearsal: every screen and every paper says so.
pub fn rehearsed(plan: &str) -> String {
    plan.replacen("\n  organ:", "\n  rehearsal: true,\n  organ:", 1)
}

/// A book in memory.
pub struct Rehearsal {
    /// The text of its plan.
    pub plan: String,
    /// What everybody shares.
    pub session: Session,
    /// Every snapshot that was sealed, the founding one first.
    pub sealed: Vec<Closed>,
    /// The plan was edited since the last of them.
    edited: bool,
    seat: Seat,
    lang: Lang,
}

/// A snapshot that was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The text of the plan, where somebody edited it since the snapshot before.
    pub edited: Option<String>,
    /// The file, and what its commit says.
    pub file: Publication,
}

/// Why a rehearsal stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The plan cannot be read, or its snapshot not be written.
    Plan(String),
    /// An act was refused.
    Refused(Notice),
}

impl Stopped {
    /// Why, as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Plan(why) => why.clone(),
            Self::Refused(why) => why.text(lang),
        }
    }
}

impl From<Notice> for Stopped {
    fn from(why: Notice) -> Self {
        Self::Refused(why)
    }
}

type Played<T = ()> = Result<T, Stopped>;

impl Rehearsal {
    /// A book in which nothing has happened yet, on the day on which its plan was adopted.
    ///
    /// # Errors
    /// A plan that cannot be read.
    pub fn adopted(plan: String, on: NaiveDate, lang: Lang) -> Played<Self> {
        let promised = read(&plan)?;
        let digest = seal::plan_digest(&promised);
        let snapshot = Snapshot::adopted(&promised, &digest);
        let founding = act::publication(&promised, &snapshot, lang)?;
        let now = moment(on, "09:00").ok_or_else(|| Stopped::Plan(on.to_string()))?;
        let mut session = Session::new(promised, digest, snapshot, founding.seal.clone(), now);
        session.reindex();
        let seat = Seat::new((80, 24), lang);
        let sealed = vec![Closed { at: now, edited: None, file: founding }];
        Ok(Self { plan, session, sealed, edited: false, seat, lang })
    }

    /// It is a day, at a time of it: `14:00`.
    pub fn at(&mut self, day: NaiveDate, time: &str) {
        if let Some(now) = moment(day, time) {
            self.session.set_clock(now, day);
        }
    }

    /// Has an act carried out to the end.
    ///
    /// # Errors
    /// Why it was refused.
    pub fn carry_out(&mut self, acted: Acted) -> Played {
        let mut asked: VecDeque<Effect> = acted?.into();
        while let Some(effect) = asked.pop_front() {
            for outcome in self.done(effect) {
                asked.extend(answer(&mut self.session, &mut self.seat, &outcome));
            }
        }
        Ok(())
    }

    /// What a disk without faults answers.
    fn done(&mut self, effect: Effect) -> Vec<Outcome> {
        let mut published = |publication: Publication| {
            let seal = publication.seal.clone();
            let edited = std::mem::take(&mut self.edited).then(|| self.plan.clone());
            self.sealed.push(Closed { at: self.session.now, edited, file: publication });
            Outcome::Published { seal }
        };
        match effect {
            Effect::Begin(_) => vec![Outcome::Begun],
            Effect::Append { serial, .. } => vec![Outcome::Kept { serial }],
            Effect::Publish(publication) => vec![published(*publication)],
            Effect::PublishAndBegin(publication, _) => {
                vec![published(*publication), Outcome::Begun]
            }
            _ => Vec::new(),
        }
    }

    /// Somebody edits the plan by hand: each pair is a text of it and what it is from now on. A text
    /// that the plan does not have is left out.
    ///
    /// # Errors
    /// A plan that cannot be read any more.
    pub fn edit(&mut self, changes: &[(&str, &str)]) -> Played {
        for (was, now) in changes {
            self.plan = self.plan.replacen(was, now, 1);
        }
        let plan = read(&self.plan)?;
        self.edited = true;
        self.session.digest = seal::plan_digest(&plan);
        self.session.replan(plan);
        Ok(())
    }

    /// Records a decision; its number.
    fn decide(&mut self, decision: Decision) -> Played<RecordId> {
        let acted = act::decide(&mut self.session, decision, "");
        let id = self.session.open.as_ref().and_then(|history| {
            let step = history.to_undo()?;
            step.edits.iter().find_map(|edit| edit.record().cloned())
        });
        self.carry_out(acted)?;
        id.ok_or(Stopped::Refused(Notice::NotNow))
    }

    fn step(&mut self, id: &RecordId, step: Followup) -> Played {
        let acted = act::follow(&mut self.session, id, step, "");
        self.carry_out(acted)
    }

    /// Offices and posts by their keys or names.
    fn parties(&self, names: &str) -> Vec<Party> {
        let roster = &self.session.plan.roster;
        names.split_whitespace().map(|name| Party::named(name, roster)).collect()
    }

    /// Whether the plan has a row.
    fn has(&self, place: Place) -> bool {
        self.session.plan.find(place).is_some()
    }

    /// The sealed snapshot of a name, whole.
    pub fn snapshot(&self, id: &SnapshotId) -> Option<Snapshot> {
        let closed = self.sealed.iter().find(|closed| closed.file.id == *id)?;
        ron::read(closed.file.text.as_bytes(), Limits::of(crate::ledger::snapshot::FORMAT)).ok()
    }
}

/// The text of any plan, for one that was put together in memory.
///
/// # Errors
/// Never, as far as a plan can be written.
pub fn text(plan: &Plan) -> Result<String, Unwritable> {
    ron::write(plan)
}

fn read(text: &str) -> Played<Plan> {
    let read = ron::read(text.as_bytes(), Limits::of(plan::FORMAT));
    read.map_err(|why: crate::format::Unreadable| Stopped::Plan(why.what.text(Lang::default())))
}

fn moment(day: NaiveDate, time: &str) -> Option<DateTime<FixedOffset>> {
    format!("{day}T{time}:00+08:00").parse().ok()
}

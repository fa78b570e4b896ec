//! 练习: three jobs of a meeting, each recognised by what is on record and by nothing else. In which
//! order, by which keys and on which screen they are done is the person's own business.

use super::key::Key;
use super::seat::Seat;
use super::session::Session;
use crate::ledger::{Edit, History};
use crate::words::Notice;

/// What is practised, in the order in which it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Record a decision.
    Decide,
    /// Record a reading.
    Read,
    /// Take a record back.
    TakeBack,
}

impl Job {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Decide, Self::Read, Self::TakeBack];
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is to be done.
    Ahead,
    /// It was done, and by these keys last; none when it was done before.
    Done(Vec<Key>),
    /// It was passed over.
    Skipped,
}

/// How far a practice is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    jobs: [(Job, Became); 3],
    keys: Vec<Key>,
}

/// How many keys of a job are told: those that brought it about.
const TOLD: usize = 3;

impl Practice {
    /// Goes on where the record stands: whoever comes back does nothing twice.
    pub fn begin(session: &Session) -> Self {
        let mut practice =
            Self { jobs: Job::ALL.map(|job| (job, Became::Ahead)), keys: Vec::new() };
        practice.look(session);
        practice
    }

    /// What is to be done now; none when everything was.
    pub fn job(&self) -> Option<Job> {
        self.jobs.iter().find(|(_, became)| *became == Became::Ahead).map(|(job, _)| *job)
    }

    /// What became of each job.
    pub fn jobs(&self) -> &[(Job, Became)] {
        &self.jobs
    }

    /// Remembers a key that does something; letters, digits and moves tell nothing.
    pub(super) fn hear(&mut self, key: Key) {
        let tells = matches!(key, Key::F(_) | Key::Ctrl(_) | Key::Enter | Key::Delete);
        if tells && self.keys.last() != Some(&key) {
            self.keys.push(key);
        }
    }

    /// Passes the job over.
    fn skip(&mut self) {
        let ahead = self.jobs.iter_mut().find(|(_, became)| *became == Became::Ahead);
        if let Some((_, became)) = ahead {
            *became = Became::Skipped;
        }
        self.keys.clear();
    }

    /// Finds jobs that were done meanwhile. Only what is on the disk counts.
    fn look(&mut self, session: &Session) {
        let Some(history) = session.open.as_ref().filter(|_| session.meeting().is_some()) else {
            return;
        };
        if !session.keeping.pending.is_empty() {
            return;
        }
        let mut done = false;
        for (job, became) in &mut self.jobs {
            if *became == Became::Ahead && is_done(*job, history, session) {
                let from = self.keys.len().saturating_sub(TOLD);
                *became = Became::Done(self.keys[from..].to_vec());
                done = true;
            }
        }
        if done {
            self.keys.clear();
        }
    }
}

/// Whether a job was done since the meeting was opened, by its record alone.
fn is_done(job: Job, history: &History, session: &Session) -> bool {
    let made = |what: fn(&Edit) -> bool| {
        let mut steps = history.steps().iter().chain(history.to_redo());
        steps.any(|step| step.edits.iter().any(what))
    };
    match job {
        Job::Decide => made(|edit| matches!(edit, Edit::Decision(_))),
        Job::Read => made(|edit| matches!(edit, Edit::Reading(_))),
        // A number is never used twice: what was taken back leaves a hole.
        Job::TakeBack => {
            let given = history.next_record().number - 1;
            let kept = session.index.records().iter().filter_map(Edit::record);
            kept.count() < usize::try_from(given).unwrap_or(usize::MAX)
        }
    }
}

/// Looks after every input and every answer of the disk whether a job is done.
pub(super) fn settle(session: &Session, seat: &mut Seat) {
    if let Some(practice) = &mut seat.practice {
        practice.look(session);
    }
}

/// Passes over the job that is asked for.
pub(super) fn skip(seat: &mut Seat) {
    match &mut seat.practice {
        Some(practice) => practice.skip(),
        None => seat.say(Notice::NotNow),
    }
}

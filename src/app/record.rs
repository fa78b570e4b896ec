//! The recording commands of the keyboard, and what is said when the world has answered.

use super::act::{self, Acted};
use super::compare::Earlier;
use super::effect::{Effect, Outcome, Pending};
use super::fork::Fork;
use super::rows::Stop;
use super::seat::{Screen, Seat};
use super::session::Session;
use super::{line, look, papering, practice, printing};
use crate::ledger::merge::Link;
use crate::ledger::sentence::{self, Speech};
use crate::ledger::{Edit, Entry, Held, Meeting, Names, RecordId, Seal, Snapshot};
use crate::words::{Do, Notice};

/// Carries out a command that records.
pub(super) fn run(session: &mut Session, seat: &mut Seat, what: Do) -> Acted {
    match what {
        Do::Undo => act::undo(session),
        Do::Redo => act::redo(session),
        Do::Seal => act::seal_interval(session, seat.lang),
        Do::Commit => act::commit_again(session),
        Do::Withdraw => {
            let record = pointed(session, seat).ok_or(Notice::NothingHere)?;
            act::withdraw(session, &record)
        }
        _ => Err(Notice::NotNow),
    }
}

/// The record that the cursor points at.
fn pointed(session: &Session, seat: &Seat) -> Option<RecordId> {
    if let Screen::Meeting = seat.screen() {
        return seat.line.record.clone();
    }
    match look::stop(session, seat)? {
        Stop::Decision(id) | Stop::Record(id) => Some(id),
        _ => None,
    }
}

/// Takes what the world answered.
pub fn answer(session: &mut Session, seat: &mut Seat, outcome: &Outcome) -> Vec<Effect> {
    let effects = take(session, seat, outcome);
    practice::settle(session, seat);
    effects
}

fn take(session: &mut Session, seat: &mut Seat, outcome: &Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Begun => return begun(session, seat),
        Outcome::NotBegun { why } => not_begun(session, seat, why),
        Outcome::Kept { serial } => kept(session, seat, *serial),
        Outcome::NotKept { serial, why } => return not_kept(session, seat, *serial, why),
        Outcome::Published { seal } => return published(session, seat, seal),
        Outcome::NotPublished { why } => {
            session.keeping.closing = None;
            seat.warn(Notice::NotSealed { why: why.clone() });
        }
        Outcome::Committed { commit } => {
            session.keeping.uncommitted = None;
            let seal = session.seal.short();
            seat.say(Notice::Committed { commit: commit.clone(), seal });
        }
        Outcome::NotCommitted { publication, why } => {
            session.keeping.uncommitted = Some((**publication).clone());
            seat.warn(Notice::SealedNotCommitted { why: why.clone() });
        }
        Outcome::Nameless { publication, why } => {
            session.keeping.uncommitted = Some((**publication).clone());
            seat.warn(Notice::SealedNotCommitted { why: why.clone() });
            // Who is in a meeting must not be asked anything.
            if session.meeting().is_none() {
                super::page::identity::begin(seat);
            }
        }
        Outcome::Loaded { name, bytes } => super::page::figures::show(session, seat, name, bytes),
        Outcome::Recalled { snapshot, plan } => {
            // A joining may have given other names to what it stands on.
            let names = Names::between(&snapshot.meetings, &session.sealed.meetings);
            let (snapshot, plan) = ((**snapshot).clone().renamed(&names), plan.clone());
            super::page::compare::recalled(session, seat, Earlier { snapshot, plan });
        }
        Outcome::PapersUnderWay { at, all } => papering::going(session, seat, (*at, *all)),
        Outcome::PapersMade { count, folder, left } => {
            papering::made(session, seat, *count, (folder, left));
        }
        Outcome::PapersNotMade { why } => {
            session.papering = None;
            seat.warn(Notice::PapersNotMade { why: why.clone() });
        }
        Outcome::Printed(said) => printing::answered(seat, said),
        Outcome::Forked { fork, why } => forked(session, seat, fork, why),
        Outcome::NotLoaded { why } => seat.say(Notice::Told { what: why.clone() }),
        Outcome::Told { what } => seat.warn(Notice::Told { what: what.clone() }),
        Outcome::Lost { why } => {
            session.keeping.read_only = Some(why.clone());
            seat.warn(Notice::ReadOnly { why: why.clone() });
        }
    }
    Vec::new()
}

/// A meeting that just opened takes the screen, and its first item the floor; an interval opens behind
/// its first record.
fn begun(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    session.keeping.replaced = None;
    session.keeping.agenda.clear();
    let Some(meeting) = session.meeting() else { return Vec::new() };
    let what = sentence::of_held(&Held::Meeting(meeting.clone()), seat.lang);
    seat.say(Notice::Opened { what });
    seat.go(Screen::Meeting);
    line::bind_current(session, seat);
    let first = seat.line.item;
    first.map_or_else(Vec::new, |item| act::visit(session, item).unwrap_or_default())
}

/// What was open before goes on.
fn not_begun(session: &mut Session, seat: &mut Seat, why: &str) {
    session.open = session.keeping.replaced.take();
    session.reindex();
    for pending in std::mem::take(&mut session.keeping.pending) {
        line::give_back(seat, &pending.typed);
    }
    seat.warn(Notice::NotBegun { why: why.into() });
}

/// Lines are kept in order, so one that is kept answers for all before it.
fn kept(session: &mut Session, seat: &mut Seat, serial: u64) {
    let keeping = &mut session.keeping;
    keeping.failed = None;
    let answered = keeping.pending.iter().take_while(|pending| pending.serial <= serial).count();
    let Some(pending) = keeping.pending.drain(..answered).next_back() else { return };
    let number = |id: &RecordId| session.index.spoken(id);
    let what = sentence::of_all(&pending.told, Speech::spoken(seat.lang, &number));
    match pending.entry {
        Entry::Did(_) => {
            // From now on ^Z takes this back, and not what ^U cleared before it.
            seat.line.cleared = None;
            let gone = sentence::spoken(&pending.told).first().is_some_and(|edit| edit.withdraws());
            seat.say(if gone { Notice::Gone { what } } else { Notice::Saved { what } });
        }
        Entry::Undid => seat.say(Notice::Withdrawn { what }),
        Entry::Redid => seat.say(Notice::Redone { what }),
        Entry::Aside(step) if step.edits.iter().any(|edit| matches!(edit, Edit::Sitting(_))) => {
            seat.say(Notice::Saved { what });
        }
        Entry::Aside(_) | Entry::Closing(_) | Entry::Closed => {}
    }
    line::next_unsent(seat);
}

/// The record is taken back, on record like any other take-back, and its text returns to the line:
/// what the list shows is saved, what is not saved is in the line.
fn not_kept(session: &mut Session, seat: &mut Seat, serial: u64, why: &str) -> Vec<Effect> {
    session.keeping.failed = Some(why.into());
    seat.warn(Notice::NotSaved { why: why.into() });
    let newest = session.keeping.pending.back().is_some_and(|pending| pending.serial == serial);
    let Some(Pending { entry: Entry::Did(_), typed, .. }) = session.keeping.pending.back().cloned()
    else {
        return Vec::new();
    };
    if !newest || typed.is_empty() {
        return Vec::new();
    }
    line::give_back(seat, &typed);
    act::undo(session).unwrap_or_default()
}

fn published(session: &mut Session, seat: &mut Seat, now: &Seal) -> Vec<Effect> {
    let (Some(history), Some(closing)) = (session.open.take(), session.keeping.closing.take())
    else {
        return Vec::new();
    };
    let what = sentence::of_held(&history.open.kind, seat.lang);
    let marks = std::mem::take(&mut session.marks);
    session.sealed = Snapshot { marks, ..history.open.for_sealing() };
    session.seal = now.clone();
    if let Some(meeting) = session.sealed.meeting().cloned() {
        session.remember(meeting);
        seat.line = super::Line::default();
        seat.go(Screen::Overview { cursor: 0 });
    }
    session.reindex();
    seat.say(Notice::Sealed { what, seal: now.short() });
    if let Some(header) = closing.then {
        act::enter(session, &header);
    }
    lines(session, seat)
}

/// Two lines: our own went on and the joining begins, or there is one line now.
fn lines(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let head = Link { snapshot: session.sealed.clone(), seal: session.seal.clone() };
    let Some(fork) = &mut session.fork else { return Vec::new() };
    if head.snapshot.joining().is_none() {
        fork.go_on(head);
        return Vec::from_iter(act::open_joining(session));
    }
    let more = !fork.rest().is_empty();
    // The last meeting may have been the other line's, and its number may be another now.
    let mut chain = head.snapshot.meetings.iter().rev();
    let last = chain.find(|(id, _)| id.is_meeting()).and_then(|(id, seal)| {
        let held = Meeting { id: id.clone(), ..fork.meeting(seal)?.clone() };
        Some(head.snapshot.corrected(&held).into_owned())
    });
    session.fork = None;
    if let Some(last) = last {
        session.remember(last);
    }
    session.reindex();
    session.keeping.read_only = None;
    if matches!(seat.screen(), Screen::Join { .. }) {
        seat.back();
    }
    if more { vec![Effect::Lines { today: session.today }] } else { Vec::new() }
}

/// Another line waits. A meeting that was opened meanwhile goes on.
fn forked(session: &mut Session, seat: &mut Seat, fork: &Fork, why: &str) {
    if session.open.is_some() {
        return;
    }
    session.fork = Some(Box::new(fork.clone()));
    session.keeping.read_only = Some(why.into());
    super::page::join::begin(session, seat);
}

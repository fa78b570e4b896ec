//! Recording: every act that changes the ledger, for the keyboard and for the command line alike.
//!
//! An act enters the history at once and asks the world to keep it; it is *saved* when the answer
//! says so. An act that cannot be done changes nothing and says why.

use super::effect::{Effect, Pending, Publication};
use super::session::{Closing, Session};
use crate::format::{ron, seal};
use crate::ledger::snapshot::FORMAT;
use crate::ledger::{
    Assignment, Attendance, Change, Decision, Edit, Entry, Followup, Header, Held, History,
    Interval, ItemState, Meeting, Note, Reading, RecordId, Seal, Snapshot, SnapshotId, Step,
    sentence,
};
use crate::plan::{Party, Place};
use crate::words::{Lang, Notice};

/// What an act asks of the world, or why it was not done.
pub type Acted = Result<Vec<Effect>, Notice>;

/// Records a decision.
pub fn decide(session: &mut Session, decision: Decision, typed: &str) -> Acted {
    record_all(session, typed, vec![decision], |id, decision| {
        Edit::Decision(Box::new(Change::add(id, decision)))
    })
}

/// Records a note.
pub fn note(session: &mut Session, note: Note, typed: &str) -> Acted {
    record_all(session, typed, vec![note], |id, note| Edit::Note(Change::add(id, note)))
}

/// Records readings of targets: one act with one undo.
pub fn read(session: &mut Session, readings: Vec<(Place, Reading)>, typed: &str) -> Acted {
    let mut rows = Vec::new();
    for (target, reading) in readings {
        if session.plan.find(target).is_none() {
            return Err(Notice::NoSuchRow { id: target.to_string() });
        }
        rows.push((session.plan.row(target), reading));
    }
    record_all(session, typed, rows, |id, (row, reading)| {
        Edit::Reading(Change::add((row, id), reading))
    })
}

/// Records who has rows from now on.
pub fn assign(session: &mut Session, rows: &[Place], now: &Assignment, typed: &str) -> Acted {
    let missing = rows.iter().find(|row| session.plan.find(**row).is_none());
    if let Some(row) = missing {
        return Err(Notice::NoSuchRow { id: row.to_string() });
    }
    let rows: Vec<_> = rows.iter().map(|row| session.plan.row(*row)).collect();
    record_all(session, typed, rows, |id, row| {
        Edit::Assignment(Change::add((row, id), now.clone()))
    })
}

/// Records what happened to a decision.
pub fn follow(
    session: &mut Session,
    decision: &RecordId,
    followup: Followup,
    typed: &str,
) -> Acted {
    if !session.state().ledger.decisions.contains_key(decision) {
        return Err(Notice::NoSuchRecord { id: decision.to_string() });
    }
    record_all(session, typed, vec![followup], |id, followup| {
        Edit::Followup(Change::add((decision.clone(), id), followup))
    })
}

/// Records how somebody attends; none takes them off the list.
pub fn attend(session: &mut Session, who: Party, now: Option<Attendance>) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let was = meeting.attendance.get(&who).cloned();
    carry_out(session, vec![Edit::Attendance(Change { at: who, was, now })], "", Entry::Did)
}

/// Moves an item of the agenda to a state. Undo passes over it: the agenda went on.
pub fn move_item(session: &mut Session, item: u16, state: ItemState) -> Acted {
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let Some(was) = meeting.agenda.get(&item).filter(|item| item.state != state).cloned() else {
        return Ok(Vec::new());
    };
    let now = Some(crate::ledger::AgendaItem { state, ..was.clone() });
    let edit = Edit::Item(Change { at: item, was: Some(was), now });
    carry_out(session, vec![edit], "", Entry::Aside)
}

/// Withdraws a record of what is open: a hole in the numbering stays.
pub fn withdraw(session: &mut Session, record: &RecordId) -> Acted {
    if record.snapshot != session.state().id() {
        return Err(Notice::Frozen);
    }
    let made = session.state().additions().into_iter().find(|edit| edit.record() == Some(record));
    let edit = made.ok_or_else(|| Notice::NoSuchRecord { id: record.to_string() })?.inverse();
    carry_out(session, vec![edit], "", Entry::Did)
}

/// Changes a decision of what is open.
pub fn change(session: &mut Session, id: &RecordId, now: Decision, typed: &str) -> Acted {
    let was = session.state().ledger.decisions.get(id).cloned();
    if id.snapshot != session.state().id() || was.is_none() {
        return Err(Notice::Frozen);
    }
    let change = Change { at: id.clone(), was, now: Some(now) };
    carry_out(session, vec![Edit::Decision(Box::new(change))], typed, Entry::Did)
}

/// Takes back the last act.
pub fn undo(session: &mut Session) -> Acted {
    writable(session)?;
    let history = session.open.as_mut().ok_or(Notice::NothingToUndo)?;
    let step = history.to_undo().cloned().ok_or(Notice::NothingToUndo)?;
    history.enter(Entry::Undid).map_err(|_| Notice::NothingToUndo)?;
    session.reindex();
    Ok(vec![keep(session, Entry::Undid, step.edits, "")])
}

/// Does the last act taken back again.
pub fn redo(session: &mut Session) -> Acted {
    writable(session)?;
    let history = session.open.as_mut().ok_or(Notice::NothingToRedo)?;
    let step = history.to_redo().cloned().ok_or(Notice::NothingToRedo)?;
    history.enter(Entry::Redid).map_err(|_| Notice::NothingToRedo)?;
    session.reindex();
    Ok(vec![keep(session, Entry::Redid, step.edits, "")])
}

/// Opens a meeting. What was recorded since the last one is sealed first.
pub fn open_meeting(session: &mut Session, meeting: Meeting, lang: Lang) -> Acted {
    writable(session)?;
    if session.meeting().is_some() {
        return Err(Notice::MeetingOpen);
    }
    if let Some(last) = last_day(session, &meeting.id).filter(|last| meeting.id.day() < Some(*last))
    {
        return Err(Notice::BackDated { last: last.to_string() });
    }
    match &session.open {
        Some(interval) if !interval.is_empty() => seal_open(session, Some(Box::new(meeting)), lang),
        _ => Ok(vec![begin(session, Held::Meeting(meeting))]),
    }
}

/// Closes the meeting: 散会.
pub fn close_meeting(session: &mut Session, lang: Lang) -> Acted {
    if session.meeting().is_none() {
        return Err(Notice::NoMeeting);
    }
    let mut effects = end_sitting(session)?;
    effects.extend(seal_open(session, None, lang)?);
    Ok(effects)
}

/// Seals the interval: 入账.
pub fn seal_interval(session: &mut Session, lang: Lang) -> Acted {
    match &session.open {
        Some(history) if history.open.meeting().is_some() => Err(Notice::MeetingOpen),
        Some(history) if !history.is_empty() => seal_open(session, None, lang),
        _ => Err(Notice::NothingOpen),
    }
}

/// Ends the running sitting: 休会.
pub fn adjourn(session: &mut Session) -> Acted {
    if session.meeting().is_none() {
        return Err(Notice::NoMeeting);
    }
    end_sitting(session)
}

/// Begins another sitting, as the last one was: 复会.
pub fn resume(session: &mut Session) -> Acted {
    let now = super::agenda::time_of(session.now);
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let last = meeting.sittings.iter().next_back();
    let Some((number, last)) = last.filter(|(_, sitting)| sitting.to.is_some()) else {
        return Err(Notice::NotAdjourned);
    };
    let day = Some(session.today).filter(|today| meeting.id.day() != Some(*today));
    let next = crate::ledger::Sitting { from: now, to: None, day, ..last.clone() };
    let edit = Edit::Sitting(Change::add(number.saturating_add(1), next));
    carry_out(session, vec![edit], "", Entry::Aside)
}

/// Tries again to commit what is sealed.
pub fn commit_again(session: &Session) -> Acted {
    let publication = session.keeping.uncommitted.clone().ok_or(Notice::NotNow)?;
    Ok(vec![Effect::Commit(publication)])
}

/// Whether anything can be recorded now.
///
/// # Errors
/// Why not.
pub fn writable(session: &Session) -> Result<(), Notice> {
    if let Some(why) = &session.keeping.read_only {
        return Err(Notice::ReadOnly { why: why.clone() });
    }
    if session.keeping.closing.is_some() { Err(Notice::Closing) } else { Ok(()) }
}

/// Begins what is to be open and asks for its journal.
pub(super) fn begin(session: &mut Session, kind: Held) -> Effect {
    let follows = session.sealed.id();
    let digest = session.digest.clone();
    let open = session.sealed.following(session.seal.clone(), kind.clone(), &digest);
    session.open = Some(History::new(open));
    let seal = session.seal.clone();
    Effect::Begin(Box::new(Header { format: FORMAT, kind, follows, seal, plan: digest }))
}

/// One act that makes several records, with consecutive numbers and one undo.
fn record_all<T>(
    session: &mut Session,
    typed: &str,
    values: Vec<T>,
    mut edit: impl FnMut(RecordId, T) -> Edit,
) -> Acted {
    writable(session)?;
    let mut effects = Vec::new();
    if session.open.is_none() {
        let id = SnapshotId::interval(session.today).free(|id| session.is_taken(id));
        effects.push(begin(session, Held::Interval(Interval { id })));
    }
    let history = session.open.as_ref().ok_or(Notice::NotNow)?;
    let mut id = history.next_record();
    let mut edits = Vec::new();
    for value in values {
        edits.push(edit(id.clone(), value));
        id.number += 1;
    }
    effects.extend(carry_out(session, edits, typed, Entry::Did)?);
    Ok(effects)
}

fn carry_out(
    session: &mut Session,
    edits: Vec<Edit>,
    typed: &str,
    entry: fn(Step) -> Entry,
) -> Acted {
    writable(session)?;
    let at = session.now;
    let history = session.open.as_mut().ok_or(Notice::NotNow)?;
    let entry = entry(Step { at, edits: edits.clone() });
    history.enter(entry.clone()).map_err(|_| Notice::NotNow)?;
    if matches!(entry, Entry::Did(_)) {
        session.reindex();
    }
    Ok(vec![keep(session, entry, edits, typed)])
}

/// Asks for a line of the journal and remembers what it stands for.
fn keep(session: &mut Session, entry: Entry, told: Vec<Edit>, typed: &str) -> Effect {
    session.keeping.serial += 1;
    let serial = session.keeping.serial;
    let pending = Pending { serial, entry: entry.clone(), told, typed: typed.into() };
    session.keeping.pending.push_back(pending);
    Effect::Append { serial, entry }
}

fn end_sitting(session: &mut Session) -> Acted {
    let now = super::agenda::time_of(session.now);
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let running = meeting.sittings.iter().next_back().filter(|(_, sitting)| sitting.to.is_none());
    let Some((number, sitting)) = running.map(|(number, sitting)| (*number, sitting.clone()))
    else {
        return Ok(Vec::new());
    };
    let ended = crate::ledger::Sitting { to: now, ..sitting.clone() };
    let edit = Edit::Sitting(Change { at: number, was: Some(sitting), now: Some(ended) });
    carry_out(session, vec![edit], "", Entry::Aside)
}

fn seal_open(session: &mut Session, then: Option<Box<Meeting>>, lang: Lang) -> Acted {
    writable(session)?;
    let history = session.open.as_ref().ok_or(Notice::NothingOpen)?;
    let publication = publication(&history.open.for_sealing(), lang)?;
    session.keeping.closing = Some(Closing { publication: publication.clone(), then });
    Ok(vec![Effect::Publish(Box::new(publication))])
}

/// The file of a snapshot and the message of its commit.
///
/// # Errors
/// A sentence, should the snapshot not be expressible in the format.
pub fn publication(snapshot: &Snapshot, lang: Lang) -> Result<Publication, Notice> {
    let unwritable = |why: String| Notice::NotSealed { why };
    let text = ron::write(snapshot).map_err(|error| unwritable(error.to_string()))?;
    let text = seal::sealed(text);
    let seal: Seal = seal::verify(text.as_bytes()).map_err(|why| unwritable(why.text(lang)))?;
    let title = sentence::of_held(&snapshot.kind, lang);
    let mut message = format!("{title}：{}\n", sentence::counts(snapshot, lang));
    for edit in snapshot.additions() {
        message.push('\n');
        message.push_str(&sentence::of(&edit, lang));
    }
    Ok(Publication { id: snapshot.id(), text, seal, message })
}

/// The day of the last meeting of the series that a new one would join.
fn last_day(session: &Session, id: &SnapshotId) -> Option<chrono::NaiveDate> {
    let newest = session.sealed.id();
    let chain = session.sealed.meetings.iter().map(|(id, _)| id).chain(std::iter::once(&newest));
    chain.filter(|other| other.is_of_series(id)).filter_map(SnapshotId::day).max()
}

//! Opening and closing: a meeting, its sittings, the interval.

use super::{Acted, carry_out, writable};
use crate::app::agenda;
use crate::app::effect::{Effect, Publication};
use crate::app::session::{Closing, Session};
use crate::format::{ron, seal};
use crate::judge;
use crate::ledger::snapshot::FORMAT;
use crate::ledger::{
    Change, Edit, Entry, Header, Held, History, Interval, Joining, Meeting, Seal, Sitting,
    Snapshot, SnapshotId, sentence,
};
use crate::plan::Plan;
use crate::words::{Joint, Lang, Notice, Told};

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
        Some(interval) if !interval.is_empty() => {
            seal_open(session, Some(Held::Meeting(meeting)), lang)
        }
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

/// Seals the interval: 入账. An agenda that is being prepared goes on in a new one.
pub fn seal_interval(session: &mut Session, lang: Lang) -> Acted {
    match &session.open {
        Some(history) if history.open.meeting().is_some() => Err(Notice::MeetingOpen),
        Some(history) if !history.is_empty() => {
            let next = preparing(session);
            seal_open(session, next, lang)
        }
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
    let now = agenda::time_of(session.now);
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let last = meeting.sittings.iter().next_back();
    let Some((number, last)) = last.filter(|(_, sitting)| sitting.to.is_some()) else {
        return Err(Notice::NotAdjourned);
    };
    let day = Some(session.today).filter(|today| meeting.id.day() != Some(*today));
    let next = Sitting { from: now, to: None, day, ..last.clone() };
    let edit = Edit::Sitting(Change::add(number.saturating_add(1), next));
    carry_out(session, vec![edit], "", Entry::Aside)
}

/// Tries again to commit what is sealed.
pub fn commit_again(session: &Session) -> Acted {
    let publication = session.keeping.uncommitted.clone().ok_or(Notice::NotNow)?;
    Ok(vec![Effect::Commit(publication)])
}

/// Begins what is to be open and asks for its journal.
pub(in crate::app) fn begin(session: &mut Session, kind: Held) -> Effect {
    let (follows, seal) = (session.sealed.id(), session.seal.clone());
    let plan = session.digest.clone();
    let header = Header { format: FORMAT, kind, follows, seal, with: Vec::new(), plan };
    session.keeping.replaced = session.open.take();
    enter(session, &header);
    Effect::Begin(Box::new(header))
}

/// Stands at the beginning of what a header opens.
pub(in crate::app) fn enter(session: &mut Session, header: &Header) {
    let kind = header.kind.clone();
    let open = session.sealed.following(session.seal.clone(), kind, &header.plan);
    session.open = Some(History::new(open));
    session.reindex();
}

/// Stands at the beginning of the joining of two lines.
pub(in crate::app) fn enter_joining(session: &mut Session, header: &Header) {
    let Some(fork) = &session.fork else { return };
    let mut open = fork.joined().open.clone();
    open.kind = header.kind.clone();
    session.open = Some(History::new(open));
    session.reindex();
}

/// The interval that goes on with the agenda of the one that is open, when it has one.
pub(super) fn preparing(session: &Session) -> Option<Held> {
    let agenda = session.agenda().filter(|agenda| !agenda.is_empty())?.clone();
    let id = SnapshotId::interval(session.today).free(|id| session.is_taken(id));
    Some(Held::Interval(Interval { agenda, ..Interval::new(id) }))
}

fn end_sitting(session: &mut Session) -> Acted {
    let now = agenda::time_of(session.now);
    let meeting = session.meeting().ok_or(Notice::NoMeeting)?;
    let running = meeting.sittings.iter().next_back().filter(|(_, sitting)| sitting.to.is_none());
    let Some((number, sitting)) = running.map(|(number, sitting)| (*number, sitting.clone()))
    else {
        return Ok(Vec::new());
    };
    let ended = Sitting { to: now, ..sitting.clone() };
    let edit = Edit::Sitting(Change { at: number, was: Some(sitting), now: Some(ended) });
    carry_out(session, vec![edit], "", Entry::Aside)
}

fn seal_open(session: &mut Session, next: Option<Held>, lang: Lang) -> Acted {
    writable(session)?;
    publish_open(session, next, lang)
}

pub(super) fn publish_open(session: &mut Session, next: Option<Held>, lang: Lang) -> Acted {
    let history = session.open.as_ref().ok_or(Notice::NothingOpen)?;
    let sealed = Snapshot { marks: session.marks.clone(), ..history.open.for_sealing() };
    let publication = publication(&session.plan, &sealed, lang)?;
    let then = next.map(|kind| Header {
        format: FORMAT,
        kind,
        follows: publication.id.clone(),
        seal: publication.seal.clone(),
        with: Vec::new(),
        plan: session.digest.clone(),
    });
    if let Held::Interval(Interval { agenda, .. }) | Held::Join(Joining { agenda, .. }) =
        &history.open.kind
    {
        session.keeping.agenda = agenda.clone();
    }
    session.keeping.closing =
        Some(Closing { publication: publication.clone(), then: then.clone().map(Box::new) });
    let publication = Box::new(publication);
    Ok(vec![match then {
        Some(header) => Effect::PublishAndBegin(publication, Box::new(header)),
        None => Effect::Publish(publication),
    }])
}

/// The file of a snapshot and the message of its commit.
///
/// # Errors
/// A sentence, should the snapshot not be expressible in the format.
pub fn publication(plan: &Plan, snapshot: &Snapshot, lang: Lang) -> Result<Publication, Notice> {
    let unwritable = |why: String| Notice::NotSealed { why };
    let text = ron::write(snapshot).map_err(|error| unwritable(error.to_string()))?;
    let text = seal::sealed(text);
    let seal: Seal = seal::verify(text.as_bytes()).map_err(|why| unwritable(why.text(lang)))?;
    let title = sentence::of_held(&snapshot.kind, lang);
    let mut message =
        format!("{title}{}{}\n", Joint::Label.text(lang), sentence::counts(snapshot, lang));
    for edit in snapshot.additions() {
        message.push('\n');
        message.push_str(&sentence::of(&edit, lang));
    }
    // A gap never forbids the close, and is never forgotten: the snapshot holds nothing that can be
    // worked out, so the message says what was left open.
    let gaps = judge::gaps(plan, snapshot);
    if !gaps.is_empty() {
        let heading = Told::Gaps { count: gaps.len().to_string() }.text(lang);
        let gaps = gaps.iter().map(|gap| gap.text(lang));
        let lines: Vec<String> =
            [String::new(), String::new(), heading].into_iter().chain(gaps).collect();
        message.push_str(&lines.join("\n"));
    }
    Ok(Publication { id: snapshot.id(), text, seal, message })
}

/// The day of the last meeting of the series that a new one would join.
fn last_day(session: &Session, id: &SnapshotId) -> Option<chrono::NaiveDate> {
    let newest = session.sealed.id();
    let chain = session.sealed.meetings.iter().map(|(id, _)| id).chain(std::iter::once(&newest));
    chain.filter(|other| other.is_of_series(id)).filter_map(SnapshotId::day).max()
}

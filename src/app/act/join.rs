//! 合并: the joining of two lines is begun, its conflicts are settled, it is sealed.

use super::hold::{enter_joining, publish_open};
use super::{Acted, put_down};
use crate::app::effect::Effect;
use crate::app::fork::Fork;
use crate::app::session::Session;
use crate::ledger::merge::settle::Settling;
use crate::ledger::snapshot::FORMAT;
use crate::ledger::{Choice, Conflict, Edit, Entry, Header, Held, RecordId, Snapshot};
use crate::words::joining::Valued;
use crate::words::{Lang, Notice};

/// Begins the joining. What was recorded between meetings is sealed first; the joining begins when
/// that is done.
pub fn begin_joining(session: &mut Session, lang: Lang) -> Acted {
    fork(session)?;
    match &session.open {
        Some(history) if history.open.joining().is_some() => Ok(Vec::new()),
        Some(history) if history.open.meeting().is_some() => Err(Notice::MeetingOpen),
        Some(history) if !history.is_empty() => publish_open(session, None, lang),
        _ => Ok(Vec::from_iter(open(session))),
    }
}

/// Opens the joining. What was open before it kept nothing but an agenda, which goes on here.
pub(in crate::app) fn open(session: &mut Session) -> Option<Effect> {
    let agenda = session.agenda().cloned().unwrap_or_default();
    let fork = session.fork.as_ref()?;
    let mut kind = fork.joined().open.kind.clone();
    if let Held::Join(joining) = &mut kind {
        joining.agenda = agenda;
    }
    let header = Header {
        format: FORMAT,
        kind,
        follows: session.sealed.id(),
        seal: session.seal.clone(),
        with: vec![fork.with().clone()],
        plan: session.digest.clone(),
    };
    session.keeping.replaced = session.open.take();
    enter_joining(session, &header);
    Some(Effect::Begin(Box::new(header)))
}

/// Settles a conflict; what settled it before is taken back.
pub fn settle(session: &mut Session, number: u16, choice: &Choice, lang: Lang) -> Acted {
    let (conflict, open, next) = disputed(session, number)?;
    let other = matches!(choice, Choice::Other(_));
    if other && !conflict.takes_other() {
        return Err(Notice::OnlyASide);
    }
    let on = session.today;
    let note = Valued::Note.text(lang);
    let edits = conflict.settle(&open, choice, Settling { number, next: &next, on, note });
    put_down(session, edits, "", Entry::Did)
}

/// Seals the joining, once everything is settled.
pub fn seal_joining(session: &mut Session, lang: Lang) -> Acted {
    let fork = fork(session)?;
    let history = session.open.as_ref().filter(|open| open.open.joining().is_some());
    let history = history.ok_or(Notice::NotNow)?;
    let left = fork.conflicts(Some(&history.open)).filter(|(.., settled)| settled.is_none());
    match left.count() {
        0 => {}
        count => return Err(Notice::Unsettled { count: count.to_string() }),
    }
    let mut effects = combine(session)?;
    let next = super::hold::preparing(session);
    effects.extend(publish_open(session, next, lang)?);
    Ok(effects)
}

/// What both lines say together of one row, where the record that holds says less. Done already is
/// done.
fn combine(session: &mut Session) -> Acted {
    let (Some(fork), Some(history)) = (&session.fork, &session.open) else {
        return Err(Notice::NotNow);
    };
    let mut next = history.next_record();
    let own = history.open.additions();
    let mut edits = Vec::new();
    for edit in &fork.joined().combined {
        let edit = edit.clone().numbered(&next);
        let same = |other: &Edit| other.clone().numbered(&next) == edit;
        if !own.iter().any(same) {
            edits.push(edit);
            next.number += 1;
        }
    }
    if edits.is_empty() { Ok(Vec::new()) } else { put_down(session, edits, "", Entry::Did) }
}

/// Whether the joining of two lines is open, and not being sealed.
pub(super) fn joins(session: &Session) -> bool {
    let open = session.open.as_ref().is_some_and(|history| history.open.joining().is_some());
    open && session.fork.is_some() && session.keeping.closing.is_none()
}

/// The fork that may be joined now.
fn fork(session: &Session) -> Result<&Fork, Notice> {
    if session.keeping.closing.is_some() {
        return Err(Notice::Closing);
    }
    session.fork.as_deref().ok_or(Notice::NothingToJoin)
}

fn disputed(session: &Session, number: u16) -> Result<(Conflict, Snapshot, RecordId), Notice> {
    let fork = fork(session)?;
    let history = session.open.as_ref().filter(|open| open.open.joining().is_some());
    let history = history.ok_or(Notice::NotNow)?;
    let mut all = fork.conflicts(Some(&history.open));
    let (_, conflict, _) = all
        .find(|(other, ..)| *other == number)
        .ok_or(Notice::NoConflict { number: number.to_string() })?;
    Ok((conflict.clone(), history.open.clone(), history.next_record()))
}

//! Recording: every act that changes the ledger, for the keyboard and for the command line alike.
//!
//! An act enters the history at once and asks the world to keep it; it is *saved* when the answer
//! says so. An act that cannot be done changes nothing and says why.

mod agenda;
mod correct;
mod follow;
mod hold;
mod join;
mod record;
mod undo;

use super::effect::{Effect, Pending};
use super::seat::Seat;
use super::session::Session;
use crate::ledger::{Edit, Entry, Held, Interval, RecordId, SnapshotId, Step};
use crate::words::Notice;

pub use agenda::{carry_over, move_item, set_agenda, set_item, striking, visit};
pub use correct::{Amending, amend, correct, sign};
pub use follow::{carry, follow, issue, possible, withdraw};
pub use hold::{
    adjourn, close_meeting, commit_again, open_meeting, publication, resume, seal_interval,
};
pub(super) use hold::{begin, enter};
pub(super) use join::open as open_joining;
pub use join::{begin_joining, seal_joining, settle};
pub use record::{
    Record, account, assign, attend, change, change_all, decide, divide, light, note, read, record,
    revise,
};
pub use undo::{redo, undo};

/// What an act asks of the world, or why it was not done.
pub type Acted = Result<Vec<Effect>, Notice>;

/// The effects of an act, or its refusal on the status line.
pub(super) fn done(seat: &mut Seat, acted: Acted) -> Vec<Effect> {
    acted.unwrap_or_else(|refusal| {
        seat.say(refusal);
        Vec::new()
    })
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

/// One act that makes several records, with consecutive numbers and one undo.
fn record_all<T>(
    session: &mut Session,
    typed: &str,
    values: Vec<T>,
    edit: impl FnMut(RecordId, T) -> Edit,
) -> Acted {
    let mut effects = ready(session)?;
    let edits = numbered(session, values, edit)?;
    effects.extend(carry_out(session, edits, typed, Entry::Did)?);
    Ok(effects)
}

/// Begins an interval for an agenda that is being prepared and has no journal.
pub fn go_on_preparing(session: &mut Session) -> Option<Effect> {
    if session.keeping.agenda.is_empty() { None } else { begin_interval(session) }
}

/// Begins an interval when nothing is open.
fn begin_interval(session: &mut Session) -> Option<Effect> {
    if session.open.is_some() {
        return None;
    }
    let id = SnapshotId::interval(session.today).free(|id| session.is_taken(id));
    let agenda = session.keeping.agenda.clone();
    Some(begin(session, Held::Interval(Interval { agenda, ..Interval::new(id) })))
}

/// Makes sure that something is open: between meetings the first record opens the interval.
fn ready(session: &mut Session) -> Acted {
    writable(session)?;
    Ok(Vec::from_iter(begin_interval(session)))
}

/// Values under the next numbers of what is open.
fn numbered<T>(
    session: &Session,
    values: Vec<T>,
    mut edit: impl FnMut(RecordId, T) -> Edit,
) -> Result<Vec<Edit>, Notice> {
    let mut id = session.open.as_ref().ok_or(Notice::NotNow)?.next_record();
    let edits = values.into_iter().map(|value| {
        let edit = edit(id.clone(), value);
        id.number += 1;
        edit
    });
    Ok(edits.collect())
}

fn carry_out(
    session: &mut Session,
    edits: Vec<Edit>,
    typed: &str,
    entry: fn(Step) -> Entry,
) -> Acted {
    writable(session)?;
    put_down(session, edits, typed, entry)
}

/// The same without asking whether anything may be recorded: the joining of two lines is, while
/// everything else waits for it.
fn put_down(
    session: &mut Session,
    edits: Vec<Edit>,
    typed: &str,
    entry: fn(Step) -> Entry,
) -> Acted {
    let at = session.now;
    let told = edits.clone();
    let mut entry = entry(Step { at, edits });
    if let Entry::Did(step) = &mut entry {
        step.edits.append(&mut session.keeping.beside);
    }
    let history = session.open.as_mut().ok_or(Notice::NotNow)?;
    history.enter(entry.clone()).map_err(|_| Notice::NotNow)?;
    if let Entry::Did(step) | Entry::Aside(step) = &entry {
        session.follow(&step.edits);
    }
    Ok(vec![keep(session, entry, told, typed)])
}

/// Asks for a line of the journal and remembers what it stands for.
fn keep(session: &mut Session, entry: Entry, told: Vec<Edit>, typed: &str) -> Effect {
    session.keeping.serial += 1;
    let serial = session.keeping.serial;
    let pending = Pending { serial, entry: entry.clone(), told, typed: typed.into() };
    session.keeping.pending.push_back(pending);
    Effect::Append { serial, entry }
}

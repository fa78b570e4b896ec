//! 撤回 and 重做: any depth within what is open.

use super::{Acted, keep, writable};
use crate::app::act::join::joins;
use crate::app::session::Session;
use crate::ledger::Entry;
use crate::words::Notice;

/// Takes back the last act.
pub fn undo(session: &mut Session) -> Acted {
    may(session)?;
    let history = session.open.as_mut().ok_or(Notice::NothingToUndo)?;
    let step = history.to_undo().cloned().ok_or(Notice::NothingToUndo)?;
    history.enter(Entry::Undid).map_err(|_| Notice::NothingToUndo)?;
    session.follow(&step.edits);
    Ok(vec![keep(session, Entry::Undid, step.edits, "")])
}

/// Does the last act taken back again.
pub fn redo(session: &mut Session) -> Acted {
    may(session)?;
    let history = session.open.as_mut().ok_or(Notice::NothingToRedo)?;
    let step = history.to_redo().cloned().ok_or(Notice::NothingToRedo)?;
    history.enter(Entry::Redid).map_err(|_| Notice::NothingToRedo)?;
    session.follow(&step.edits);
    Ok(vec![keep(session, Entry::Redid, step.edits, "")])
}

/// While two lines are joined, what settled their conflicts may be taken back and nothing else.
fn may(session: &Session) -> Result<(), Notice> {
    if joins(session) { Ok(()) } else { writable(session) }
}

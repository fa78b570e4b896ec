//! Of what papers are made: the meetings of a book as they were recorded, and what the files are
//! called.

use crate::ledger::{Meeting, Seal, Snapshot, SnapshotId};
use crate::papers::{days, file_name};
use crate::shell::args::Form;
use crate::shell::book::{Book, Unopened, head, lines};
use crate::words::cli::Made;

/// Whether a paper is always of meetings.
pub const fn is_of_meetings(paper: Made) -> bool {
    matches!(paper, Made::Minutes | Made::Decisions | Made::Notices)
}

/// All meetings in the order in which they were held, the open one last.
pub fn held(book: &Book) -> Vec<SnapshotId> {
    let session = &book.session;
    let chain = session.sealed.meetings.iter().map(|(id, _)| id.clone());
    let mut all: Vec<SnapshotId> =
        chain.chain([session.sealed.id(), session.state().id()]).collect();
    all.retain(SnapshotId::is_meeting);
    all.dedup();
    all
}

/// A meeting as its own snapshot has it, under the names of now; none when there is no such meeting.
///
/// # Errors
/// Why its snapshot cannot be read.
pub fn meeting(book: &Book, id: &SnapshotId) -> Result<Option<Meeting>, Unopened> {
    let session = &book.session;
    let of = |state: &Snapshot| state.meeting().cloned();
    if session.is_open(id) {
        return Ok(of(session.state()));
    }
    if session.sealed.id() == *id {
        return Ok(of(&session.sealed));
    }
    let read = head::read(&book.site, id)?;
    Ok(of(&book.shown(lines::as_known(read, &session.sealed))))
}

/// The seal of a meeting's file; none while it is open.
pub fn seal<'a>(book: &'a Book, meeting: &Meeting) -> Option<&'a Seal> {
    let session = &book.session;
    if session.sealed.id() == meeting.id {
        return Some(&session.seal);
    }
    session.sealed.meetings.seal(&meeting.id)
}

/// What the file of a paper is called: by its meetings, else by the day on which it was made.
pub fn file(book: &Book, meetings: &[Meeting], what: &str, form: Form) -> String {
    let ids: Vec<&SnapshotId> = meetings.iter().map(|meeting| &meeting.id).collect();
    let days = if ids.is_empty() { book.session.today.to_string() } else { days(&ids) };
    file_name(&days, what, form.ending())
}

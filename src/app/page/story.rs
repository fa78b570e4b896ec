//! 来龙去脉: opened on what the cursor points at.

use crate::app::rows::Stop;
use crate::app::{Screen, Seat, Session, look};
use crate::ledger::story::Subject;
use crate::ledger::{About, Edit};
use crate::plan::Place;
use crate::plan::place::Level;
use crate::words::Notice;

/// Opens the story of the decision or the row that the cursor points at. A measure is told with its
/// task, to which nearly everything is bound.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat) {
    let decision = look::decision(session, seat).map(Subject::Decision);
    match decision.or_else(|| look::place(session, seat).map(row)) {
        Some(of) => open(seat, of),
        None => seat.say(Notice::NoStoryHere),
    }
}

/// Whose story is told of a place.
pub(in crate::app) fn row(place: Place) -> Subject {
    match place.level() {
        Level::Measure => Subject::Row(place.in_task().unwrap_or(place)),
        _ => Subject::Row(place),
    }
}

/// Opens a story at its end: what happened last is what people ask for first.
pub(in crate::app) fn open(seat: &mut Seat, of: Subject) {
    seat.open(Screen::Story { of, cursor: usize::MAX });
}

/// What a record of a story is about: the cursor stands on that.
pub(in crate::app) fn stop(edit: &Edit) -> Option<Stop> {
    let about = |about: &About| match about {
        About::Row(row) => Stop::Row(row.place),
        About::Decision(id) => Stop::Decision(id.clone()),
    };
    Some(match edit {
        Edit::Decision(change) => Stop::Decision(change.at.clone()),
        Edit::Followup(change) => Stop::Decision(change.at.0.clone()),
        Edit::Reading(change) => Stop::Row(change.at.0.place),
        Edit::Assignment(change) => Stop::Row(change.at.0.place),
        Edit::Amendment(change) => Stop::Row(change.at.0.place),
        Edit::Light(change) => Stop::Row(change.at.0.place),
        Edit::Account(change) => Stop::Row(change.at.0.place),
        Edit::Sheet(change) => about(&change.now.as_ref()?.about),
        Edit::Note(change) => change.now.as_ref()?.about.first().map(about)?,
        Edit::Correction(change) => Stop::Record(change.now.as_ref()?.record.clone()?),
        Edit::Signing(_)
        | Edit::Attendance(_)
        | Edit::Item(_)
        | Edit::Sitting(_)
        | Edit::Settled(_) => return None,
    })
}

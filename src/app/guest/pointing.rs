//! What a guest points at: a row or a decision, and what was left on it.

use super::{Guest, Over};
use crate::app::line;
use crate::app::look;
use crate::app::rows::Stop;
use crate::app::seat::Screen;
use crate::app::session::Session;
use crate::ledger::{About, RecordId, Remark};

/// What a mark would be left on.
pub fn point(session: &Session, guest: &Guest) -> Option<About> {
    match &guest.over {
        Some(Over::Card(id)) => return Some(About::Decision(id.clone())),
        Some(Over::Missed { at }) => return of_record(session, guest.missed.ids.get(*at)?),
        Some(Over::Pad { about, .. }) => return Some(about.clone()),
        _ => {}
    }
    if let Some(named) = &guest.named {
        return Some(named.clone());
    }
    if let Screen::Meeting = guest.seat.screen() {
        let pointed = guest.seat.line.record.as_ref().and_then(|id| of_record(session, id));
        let row = || line::rows(session, &guest.seat).first().copied();
        return pointed.or_else(|| row().map(|row| About::Row(session.plan.row(row))));
    }
    match (look::stop(session, &guest.seat), guest.seat.screen()) {
        (Some(Stop::Row(place)), _) => Some(About::Row(session.plan.row(place))),
        (Some(Stop::Decision(id) | Stop::Record(id)), _) => of_record(session, &id),
        (_, Screen::Task { place, .. }) => Some(About::Row(session.plan.row(*place))),
        _ => None,
    }
}

/// A decision itself; of any other record the row that it is about.
pub(super) fn of_record(session: &Session, id: &RecordId) -> Option<About> {
    if session.state().ledger.decisions.contains_key(id) {
        return Some(About::Decision(id.clone()));
    }
    let row = crate::app::search::row_of(session, id)?;
    Some(About::Row(session.plan.row(row)))
}

/// What is pointed at, as people say it.
pub(super) fn name(session: &Session, about: &About) -> String {
    match about {
        About::Row(row) => {
            let short = session.plan.find(row.place).map_or("", |found| found.short());
            format!("{} {short}", row.place).trim_end().to_owned()
        }
        About::Decision(id) => session.index.spoken(id),
    }
}

/// How many have read it, and how many remarks it has.
pub fn counts(session: &Session, about: &About) -> (usize, usize) {
    let own = || session.marks.iter().filter(|mark| mark.about == *about);
    let seen = own().filter(|mark| mark.remark == Remark::Seen).count();
    (seen, own().count() - seen)
}

//! What is worth knowing of a book without being a fault of it: what waits for git, who is outside
//! the roster, what is late, what names a row that the plan does not have.

use std::collections::BTreeSet;

use crate::app::Session;
use crate::judge::Light;
use crate::judge::light::of_decision;
use crate::ledger::{About, SnapshotId, sentence};
use crate::plan::{Party, Row};
use crate::shell::book::Book;
use crate::words::Lang;
use crate::words::check::Remark;

/// All remarks on a book that could be opened.
pub fn of(book: &Book, lang: Lang) -> Vec<String> {
    let session = &book.session;
    let mut remarks = Vec::new();
    let waiting = book.site.waiting();
    if book.site.repo().is_some() && !waiting.is_empty() {
        remarks
            .push(Remark::Uncommitted { ids: listed(waiting.iter().map(SnapshotId::to_string)) });
    }
    let outside = outside(session);
    if !outside.is_empty() {
        remarks.push(Remark::Outside { names: listed(outside.into_iter()) });
    }
    let unknown = unknown(session);
    if !unknown.is_empty() {
        remarks.push(Remark::UnknownRow { rows: listed(unknown.into_iter()) });
    }
    let late = late(session);
    if late > 0 {
        remarks.push(Remark::Overdue { count: late.to_string() });
    }
    if session.meeting().is_some() {
        remarks.push(Remark::Open { what: sentence::of_held(&session.state().kind, lang) });
    }
    let said = remarks.iter().map(|remark| remark.text(lang));
    session.keeping.read_only.clone().into_iter().chain(said).collect()
}

/// Names that no office of the roster bears.
fn outside(session: &Session) -> BTreeSet<String> {
    let ledger = &session.state().ledger;
    let decided = ledger.decisions.values().flat_map(|made| made.lead.iter().chain(&made.support));
    let assigned = ledger.assignments.values().flat_map(|of| of.values());
    let assigned = assigned.flat_map(|made| made.lead.iter().chain(&made.support));
    let strangers = decided.chain(assigned).filter(|party| party.key().is_none());
    strangers.map(Party::to_string).collect()
}

/// Rows of records that the plan does not have.
fn unknown(session: &Session) -> BTreeSet<String> {
    let ledger = &session.state().ledger;
    let decided = ledger.decisions.values().flat_map(|made| &made.about);
    let decided = decided.filter_map(|about| match about {
        About::Row(row) => Some(row),
        About::Decision(_) => None,
    });
    let rows = decided.chain(ledger.readings.keys()).chain(ledger.assignments.keys());
    let gone = |row: &&Row| session.plan.find(row.place).is_none();
    rows.filter(gone).map(|row| row.place.to_string()).collect()
}

/// How many decisions are overdue.
fn late(session: &Session) -> usize {
    let state = session.state();
    let standing = session.index.open().iter().filter_map(|id| state.standing(id));
    standing.filter(|now| of_decision(now, session.today) == Light::Overdue).count()
}

fn listed(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join("、")
}

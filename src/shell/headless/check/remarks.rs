//! What is worth knowing of a book without being a fault of it: what waits for git, who is outside
//! the roster, what is late, what names a row that the plan does not have, what git cannot say.

use std::collections::BTreeSet;

use super::finding::Findings;
use crate::app::Session;
use crate::judge::Light;
use crate::ledger::{About, RecordId, SnapshotId, sentence};
use crate::plan::{Party, Row};
use crate::shell::book::Book;
use crate::words::check::{Lacking, Remark};
use crate::words::{Joint, Lang};

/// The most names in one remark: a year of meetings fits.
const MOST: usize = 30;

/// All remarks on a book that could be opened; `closed` are its meetings that are sealed.
pub(super) fn of(book: &Book, closed: &[SnapshotId], lang: Lang, found: &mut Findings) {
    let session = &book.session;
    book.told.iter().chain(&session.keeping.read_only).for_each(|said| found.remark(said.clone()));
    let waiting: Vec<String> = match book.site.repo() {
        Some(_) => book.site.waiting().iter().map(SnapshotId::to_string).collect(),
        None => Vec::new(),
    };
    let mut listed = |names: Vec<String>, remark: fn(String) -> Remark| {
        if !names.is_empty() {
            found.remark(remark(some_of(&names, lang)).text(lang));
        }
    };
    listed(waiting, |ids| Remark::Uncommitted { ids });
    listed(unsigned(session, closed), |ids| Remark::Unsigned { ids });
    listed(worded(session), |ids| Remark::InPapers { ids });
    listed(outside(session).into_iter().collect(), |names| Remark::Outside { names });
    listed(unknown(session).into_iter().collect(), |rows| Remark::UnknownRow { rows });
    listed(lacking(session, lang), |what| Remark::PapersLack { what });
    let late = late(session);
    if late > 0 {
        found.remark(Remark::Overdue { count: late.to_string() }.text(lang));
    }
    let newest = book.site.snapshot(&session.sealed.id());
    let silent = book.site.repo().and_then(|repo| repo.silent(&newest));
    if let Some(remark) = silent {
        found.remark(remark.text(lang));
    }
    if session.meeting().is_some() {
        let what = sentence::of_held(&session.state().kind, lang);
        found.remark(Remark::Open { what }.text(lang));
    }
}

/// The names, as many as a person reads.
fn some_of(names: &[String], lang: Lang) -> String {
    let shown = names.get(..MOST).unwrap_or(names).join(Joint::List.text(lang));
    if names.len() <= MOST {
        return shown;
    }
    Remark::OfMany { names: shown, count: names.len().to_string() }.text(lang)
}

/// Closed meetings whose minutes are still a draft.
fn unsigned(session: &Session, closed: &[SnapshotId]) -> Vec<String> {
    let signings = &session.state().ledger.signings;
    let signed = |id: &SnapshotId| signings.get(id).is_some_and(|signed| !signed.is_empty());
    closed.iter().filter(|id| !signed(id)).map(SnapshotId::to_string).collect()
}

/// What papers have a place for, and the plan does not say.
fn lacking(session: &Session, lang: Lang) -> Vec<String> {
    let (plan, house) = (&session.plan, &session.plan.letterhead);
    let standard = house.style.unwrap_or_default().is_standard();
    let all = [
        (plan.organ.trim().is_empty(), Lacking::Organ),
        (standard && house.office.trim().is_empty(), Lacking::Office),
        (standard && house.copies.is_empty(), Lacking::Copies),
    ];
    let lacking = all.into_iter().filter(|(lacks, _)| *lacks);
    lacking.map(|(_, what)| what.text(lang).to_owned()).collect()
}

/// Decisions that papers word otherwise than the record, of meetings whose minutes are a draft.
fn worded(session: &Session) -> Vec<String> {
    let state = session.state();
    let draft = |id: &&RecordId| state.signing(&id.snapshot).is_none();
    let ids = state.ledger.decisions.keys().filter(draft);
    let otherwise = ids.filter(|id| {
        // Standing is asked of those alone that can have it.
        let made = state.decision(id);
        let ever = made.is_some_and(|made| !made.in_papers.is_empty());
        ever && state.standing(id).is_some_and(|now| !now.in_papers.is_empty())
    });
    otherwise.map(RecordId::to_string).collect()
}

/// Names that no office of the roster bears.
fn outside(session: &Session) -> BTreeSet<String> {
    let ledger = &session.state().ledger;
    let decided = ledger.decisions.values().flat_map(|made| made.lead.iter().chain(&made.support));
    let assigned = ledger.assignments.values().flat_map(|of| of.values());
    let assigned = assigned.flat_map(|made| made.lead.iter().chain(&made.support));
    let strangers = decided.chain(assigned).filter(|party| party.is_outside());
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
    let judged = session.index.open().iter().filter_map(|id| session.judged(id));
    judged.filter(|verdict| verdict.light == Some(Light::Overdue)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_where_nobody_reads_on() {
        let names: Vec<String> = (1..=31).map(|n| n.to_string()).collect();
        assert!(some_of(&names[..30], Lang::Zh).ends_with("、30"));
        assert!(some_of(&names, Lang::Zh).ends_with("、30 等31个"));
    }
}

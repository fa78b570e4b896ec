//! What is not for guests: what was said word for word, notes that stay here, lines prepared for the
//! room, and whatever belongs to a restricted item of the agenda.
//!
//! It is taken out of the state before a guest's session is made of it, so no screen can show it. What
//! is restricted stays so after the meeting: closing it makes nothing public, and no record does. A
//! paper may say more, to those to whom it is sent.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::ledger::{
    About, Decision, Edit, Held, History, Meeting, RecordId, Snapshot, SnapshotId,
};
use crate::plan::Place;

/// What is open, as guests may see it.
pub fn veiled(history: &History) -> Snapshot {
    let mut shown = history.open.for_sealing();
    let Some(meeting) = history.open.meeting() else { return shown };
    let restricted = meeting.agenda.iter().filter(|(_, item)| item.restricted);
    let items: BTreeSet<u16> = restricted.clone().map(|(number, _)| *number).collect();
    if items.is_empty() {
        return shown;
    }
    let rows: Vec<Place> =
        restricted.flat_map(|(_, item)| item.rows.iter().map(|row| row.place)).collect();
    let hidden = |edit: &Edit| {
        let during = edit.record().and_then(|id| history.item_of(id));
        let on = place_of(edit).is_some_and(|at| rows.iter().any(|row| at.is_within(*row)));
        on || item_of(edit).or(during).is_some_and(|item| items.contains(&item))
    };
    for edit in shown.additions().iter().rev().filter(|edit| hidden(edit)) {
        // What was added a moment ago can be taken away: the edit says what is there.
        let _ = shown.apply(&edit.inverse());
    }
    if let Held::Meeting(meeting) = &mut shown.kind {
        blank(meeting);
    }
    shown
}

/// Leaves nothing of the restricted items of a meeting but that they were there.
pub fn blank(meeting: &mut Meeting) {
    for (_, item) in meeting.agenda.iter_mut().filter(|(_, item)| item.restricted) {
        item.title.clear();
        item.rows.clear();
        item.presenter.clear();
        item.reason.clear();
        item.office = None;
    }
}

/// What the restricted items of sealed meetings left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Veil {
    records: BTreeSet<RecordId>,
    meetings: BTreeSet<SnapshotId>,
}

impl Veil {
    /// Lays it over what a sealed meeting recorded under its restricted items, and about their rows.
    pub fn lay_over(&mut self, sealed: &Snapshot) {
        let Some(meeting) = sealed.meeting() else { return };
        let restricted = || meeting.agenda.iter().filter(|(_, item)| item.restricted);
        let rows: Vec<Place> =
            restricted().flat_map(|(_, item)| item.rows.iter().map(|row| row.place)).collect();
        let is_restricted = |item: u16| restricted().any(|(number, _)| *number == item);
        let decided = |edit: &Edit| match edit {
            Edit::Followup(change) => sealed.ledger.decisions.get(&change.at.0),
            _ => None,
        };
        let hidden = |edit: &&Edit| {
            let of_decision = decided(edit).and_then(|of| first_row(&of.about));
            let on = place_of(edit).or(of_decision);
            on.is_some_and(|at| rows.iter().any(|row| at.is_within(*row)))
                || item_of(edit).is_some_and(is_restricted)
        };
        let additions = sealed.additions();
        self.records.extend(additions.iter().filter(hidden).filter_map(Edit::record).cloned());
    }

    /// Lays it over everything that a meeting recorded: its file cannot be read, so nobody knows which
    /// of its items were restricted.
    pub fn lay_over_all_of(&mut self, meeting: &SnapshotId) {
        self.meetings.insert(meeting.clone());
    }

    /// A state as guests may see it: without those records and without what goes on with them.
    pub fn over<'a>(&self, state: &'a Snapshot) -> Cow<'a, Snapshot> {
        let restricted = |meeting: &Meeting| meeting.agenda.values().any(|item| item.restricted);
        let blanks = state.meeting().is_some_and(restricted);
        let nothing = self.records.is_empty() && self.meetings.is_empty();
        if nothing && !blanks {
            return Cow::Borrowed(state);
        }
        let mut shown = state.clone();
        if let Held::Meeting(meeting) = &mut shown.kind {
            blank(meeting);
        }
        let hidden = self.hidden(state);
        let about = |about: &About| matches!(about, About::Decision(id) if hidden.contains(id));
        let ledger = &mut shown.ledger;
        *ledger = ledger.cut(|id| !hidden.contains(id) && !self.meetings.contains(&id.snapshot));
        ledger.followups.retain(|of, _| !hidden.contains(of));
        ledger.notes.retain(|_, note| !note.about.iter().any(about));
        ledger.sheets.retain(|_, sheet| !about(&sheet.about));
        for corrections in ledger.corrections.values_mut() {
            let mends = |of: &Option<RecordId>| of.as_ref().is_some_and(|of| hidden.contains(of));
            corrections.retain(|_, correction| !mends(&correction.record));
        }
        shown.marks.retain(|mark| !about(&mark.about));
        Cow::Owned(shown)
    }

    /// Its records, and the decisions that go on with one of them.
    fn hidden(&self, state: &Snapshot) -> BTreeSet<RecordId> {
        let mut hidden = self.records.clone();
        let all = &state.ledger.decisions;
        hidden.extend(all.keys().filter(|id| self.meetings.contains(&id.snapshot)).cloned());
        // What goes on with a decision was made after it.
        for (id, made) in state.in_order(all) {
            if goes_on(made).any(|of| hidden.contains(of)) {
                hidden.insert(id.clone());
            }
        }
        hidden
    }
}

/// The decisions with which one goes on.
fn goes_on(made: &Decision) -> impl Iterator<Item = &RecordId> {
    let about = made.about.iter().chain(&made.reopens).filter_map(|about| match about {
        About::Decision(id) => Some(id),
        About::Row(_) => None,
    });
    about.chain(&made.supersedes)
}

fn first_row(about: &[About]) -> Option<Place> {
    crate::app::catalogue::rows(about).first().copied()
}

fn item_of(edit: &Edit) -> Option<u16> {
    match edit {
        Edit::Decision(change) => change.now.as_ref()?.item,
        Edit::Note(change) => change.now.as_ref()?.item,
        _ => None,
    }
}

fn place_of(edit: &Edit) -> Option<Place> {
    match edit {
        Edit::Reading(change) => Some(change.at.0.place),
        Edit::Assignment(change) => Some(change.at.0.place),
        Edit::Amendment(change) => Some(change.at.0.place),
        Edit::Light(change) => Some(change.at.0.place),
        Edit::Account(change) => Some(change.at.0.place),
        Edit::Decision(change) => first_row(&change.now.as_ref()?.about),
        _ => None,
    }
}

//! What is not for guests: what was said word for word, notes that stay here, lines prepared for the
//! room, and whatever belongs to a restricted item of the agenda.
//!
//! It is taken out of the state before a guest's session is made of it, so no screen can show it.

use std::collections::BTreeSet;

use crate::ledger::{Edit, Held, History, Snapshot};
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
        for (_, item) in meeting.agenda.iter_mut().filter(|(_, item)| item.restricted) {
            item.title.clear();
            item.rows.clear();
            item.presenter.clear();
            item.reason.clear();
            item.office = None;
        }
    }
    shown
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
        Edit::Decision(change) => {
            let about = &change.now.as_ref()?.about;
            crate::app::catalogue::rows(about).first().copied()
        }
        _ => None,
    }
}

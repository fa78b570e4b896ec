//! How far a meeting is with the items about each section: counted when a record is made, so that
//! drawing counts nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{AgendaItem, ItemState, Meeting};
use crate::plan::{Place, Row};

/// What is through, and how much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Through {
    /// Items that are no longer ahead.
    pub done: usize,
    /// All items.
    pub all: usize,
}

/// The counts of a meeting.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    sections: BTreeMap<Place, Through>,
}

impl Progress {
    /// The counts of the meeting that is open.
    pub fn new(meeting: Option<&Meeting>) -> Self {
        let mut progress = Self::default();
        for item in meeting.into_iter().flat_map(|meeting| meeting.agenda.values()) {
            let one = |a: &Row, b: &Row| a.place.in_section() == b.place.in_section();
            let runs = item.rows.chunk_by(one).filter_map(<[Row]>::first);
            let sections: BTreeSet<Place> = runs.filter_map(|row| row.place.in_section()).collect();
            for section in sections {
                progress.sections.entry(section).or_default().count(item);
            }
        }
        progress
    }

    /// How far it is with the items about a section.
    pub fn section(&self, section: Place) -> Through {
        self.sections.get(&section).copied().unwrap_or_default()
    }
}

impl Through {
    fn count(&mut self, item: &AgendaItem) {
        self.all += 1;
        self.done += usize::from(!matches!(item.state, ItemState::Ahead | ItemState::Current));
    }
}

#[cfg(test)]
mod tests {
    use crate::app::rehearsal;

    #[test]
    fn the_counts_are_those_of_a_walk() {
        let book = rehearsal::in_session();
        let (meeting, mut done) = (book.meeting().unwrap(), 0);
        for section in &book.plan.sections {
            let within = |row: &crate::plan::Row| row.place.is_within(section.id);
            let items = meeting.agenda.values().filter(|item| item.rows.iter().any(within));
            let through = book.index.progress.section(section.id);
            assert_eq!(through.all, items.count(), "{}", section.id);
            done += through.done;
        }
        assert_eq!(done, 3);
    }
}

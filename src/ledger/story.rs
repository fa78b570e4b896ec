//! 来龙去脉: everything that ever happened to a row or a decision, record by record.
//!
//! The newest ledger holds every record under its number, so no old snapshot is read for it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{About, Change, Decision, Edit, RecordId, Snapshot};
use crate::plan::{Place, Row, Table};

/// Whose story is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A row, and all below it.
    Row(Place),
    /// A decision.
    Decision(RecordId),
}

impl Snapshot {
    /// Every record that has to do with a row or a decision, in the order in which they were made:
    /// for a row also what became of each decision about it.
    pub fn story(&self, of: &Subject) -> Vec<Edit> {
        let lived = self.lived(of);
        let mut told = self.of_decisions(&lived, &self.touching(&lived));
        let place = match of {
            Subject::Row(place) => Some(*place),
            Subject::Decision(_) => None,
        };
        if let Some(place) = place {
            told.extend(self.of_row(place));
        }
        let ledger = &self.ledger;
        let named = |about: &About| match about {
            About::Row(row) => place.is_some_and(|place| row.place.is_within(place)),
            About::Decision(id) => lived.contains(id),
        };
        let notes = ledger.notes.iter().filter(|(_, note)| note.about.iter().any(named));
        told.extend(notes.map(|(id, note)| Edit::Note(Change::add(id.clone(), note.clone()))));
        let sheets = ledger.sheets.iter().filter(|(_, sheet)| named(&sheet.about));
        told.extend(sheets.map(|(id, sheet)| Edit::Sheet(Change::add(id.clone(), sheet.clone()))));
        told.extend(self.mended(&told));
        told.sort_by_key(|edit| edit.record().map(|record| self.meetings.order(record)));
        told
    }

    /// The decisions whose life is told: the one, or all about a row and those that go on with them.
    fn lived(&self, of: &Subject) -> BTreeSet<&RecordId> {
        let all = &self.ledger.decisions;
        let place = match of {
            Subject::Row(place) => *place,
            Subject::Decision(id) => {
                return all.get_key_value(id).map(|(id, _)| id).into_iter().collect();
            }
        };
        let mut lived = BTreeSet::new();
        // What goes on with a decision was made after it.
        for (id, made) in self.in_order(all) {
            let is_of = |about: &About| match about {
                About::Row(row) => row.place.is_within(place),
                About::Decision(earlier) => lived.contains(earlier),
            };
            if made.about.iter().any(is_of) {
                lived.insert(id);
            }
        }
        lived
    }

    /// Decisions that took those up again or replaced them.
    fn touching(&self, lived: &BTreeSet<&RecordId>) -> BTreeSet<&RecordId> {
        let touches = |made: &Decision| {
            let about = made.about.iter().chain(&made.reopens);
            let mut about = about.filter_map(|about| match about {
                About::Decision(id) => Some(id),
                About::Row(_) => None,
            });
            about.any(|id| lived.contains(id))
                || made.supersedes.iter().any(|id| lived.contains(id))
        };
        let all = self.ledger.decisions.iter().filter(|(_, made)| touches(made));
        all.map(|(id, _)| id).collect()
    }

    fn of_decisions(&self, lived: &BTreeSet<&RecordId>, beside: &BTreeSet<&RecordId>) -> Vec<Edit> {
        let ledger = &self.ledger;
        let made = lived.union(beside).filter_map(|id| ledger.decisions.get_key_value(*id));
        let mut told: Vec<Edit> = made
            .map(|(id, made)| Edit::Decision(Box::new(Change::add(id.clone(), made.clone()))))
            .collect();
        for (of, steps) in lived.iter().filter_map(|id| ledger.followups.get_key_value(*id)) {
            told.extend(steps.iter().map(|(id, step)| {
                Edit::Followup(Change::add((of.clone(), id.clone()), step.clone()))
            }));
        }
        told
    }

    /// Figures, goals, lights and accounts of a row and of all below it; who has it, or what it lies in.
    fn of_row(&self, place: Place) -> Vec<Edit> {
        let within = |row: &Row| row.place.is_within(place);
        let has = |row: &Row| within(row) || place.is_within(row.place);
        let ledger = &self.ledger;
        let mut told: Vec<Edit> = rows(&ledger.readings, within).map(Edit::Reading).collect();
        told.extend(rows(&ledger.assignments, has).map(Edit::Assignment));
        told.extend(rows(&ledger.amendments, within).map(Edit::Amendment));
        told.extend(rows(&ledger.lights, within).map(Edit::Light));
        told.extend(rows(&ledger.accounts, within).map(Edit::Account));
        told
    }

    /// Corrections of what is told.
    fn mended(&self, told: &[Edit]) -> Vec<Edit> {
        let told: BTreeSet<&RecordId> = told.iter().filter_map(Edit::record).collect();
        let all = self.ledger.corrections.iter();
        let all = all.flat_map(|(of, all)| all.iter().map(move |(id, mended)| (of, id, mended)));
        let of_told =
            |mended: &Option<RecordId>| mended.as_ref().is_some_and(|of| told.contains(of));
        all.filter(|(.., mended)| of_told(&mended.record))
            .map(|(of, id, mended)| {
                Edit::Correction(Change::add((of.clone(), id.clone()), mended.clone()))
            })
            .collect()
    }
}

impl Edit {
    /// On what day it happened, where its record says so; else it happened on that of its meeting.
    pub fn day(&self) -> Option<NaiveDate> {
        let said = match self {
            Self::Followup(change) => change.now.as_ref().map(|step| step.on),
            Self::Reading(change) => change.now.as_ref().map(|reading| reading.entered),
            Self::Light(change) => change.now.as_ref().map(|set| set.on),
            Self::Sheet(change) => change.now.as_ref().map(|sheet| sheet.on),
            Self::Correction(change) => change.now.as_ref().map(|mended| mended.on),
            Self::Signing(change) => change.now.as_ref().map(|signing| signing.on),
            Self::Account(change) => change.now.as_ref().map(|account| account.on),
            _ => None,
        };
        said.or_else(|| self.record()?.snapshot.day())
    }
}

/// The records of rows, as additions.
fn rows<'a, V: Clone + PartialEq>(
    table: &'a Table<Row, Table<RecordId, V>>,
    wanted: impl Fn(&Row) -> bool + 'a,
) -> impl Iterator<Item = Change<(Row, RecordId), V>> + 'a {
    let wanted = table.iter().filter(move |(row, _)| wanted(row));
    wanted.flat_map(|(row, of)| {
        of.iter().map(|(id, value)| Change::add((row.clone(), id.clone()), value.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::laws::{decided, step};
    use crate::ledger::{Assignment, Colour, Held, Interval, Note, Sheet};

    fn row(place: &str) -> Row {
        Row { place: place.parse().unwrap(), title: String::new() }
    }

    fn id(text: &str) -> RecordId {
        text.parse().unwrap()
    }

    /// A meeting that decided four things, and an interval in which something came of them.
    fn book() -> Snapshot {
        let mut met = decided(4);
        let about = |number: u32, about: Vec<About>, met: &mut Snapshot| {
            let id = met.id().record(number);
            let made = met.ledger.decisions.get_mut(&id);
            made.unwrap().about = about;
        };
        about(1, vec![About::Row(row("1.2"))], &mut met);
        about(2, vec![About::Row(row("1.2.3")), About::Row(row("3.1"))], &mut met);
        about(3, vec![About::Row(row("1.4"))], &mut met);
        about(4, vec![About::Decision(id("2023-09-15/3"))], &mut met);
        let seal = format!("sha256:{}", "1".repeat(64)).parse().unwrap();
        let interval = Interval::new("2023-09-20-interval".parse().unwrap());
        let mut book = met.following(seal, Held::Interval(interval), "p");
        let ledger = &mut book.ledger;
        for (of, number, text) in [(1, 1, "交办"), (3, 2, "交办"), (4, 3, "反馈：八成")] {
            let steps = ledger.followups.entry(id(&format!("2023-09-15/{of}"))).or_default();
            steps.insert(id(&format!("2023-09-20-interval/{number}")), step(text));
        }
        let given = Assignment::since("2023-09-20".parse().unwrap());
        let assigned = ledger.assignments.entry(row("1.2")).or_default();
        assigned.insert(id("2023-09-20-interval/4"), given);
        let about = About::Decision(id("2023-09-15/3"));
        let on = "2023-09-21".parse().unwrap();
        let sheet = Sheet { about, colour: Colour::Blue, on, reason: String::new() };
        ledger.sheets.insert(id("2023-09-20-interval/5"), sheet);
        let note = Note { about: vec![About::Row(row("1.2.3"))], ..Note::default() };
        ledger.notes.insert(id("2023-09-20-interval/6"), note);
        book
    }

    fn told(of: &Subject) -> Vec<String> {
        let book = book();
        let short = |edit: Edit| {
            let record = edit.record().unwrap().to_string();
            record.replace("2023-09-15", "m").replace("2023-09-20-interval", "i")
        };
        book.story(of).into_iter().map(short).collect()
    }

    #[test]
    fn a_row_has_the_lives_of_its_decisions_and_all_below_it() {
        let of = |place: &str| told(&Subject::Row(place.parse().unwrap()));
        assert_eq!(of("1.2"), ["m/1", "m/2", "i/1", "i/4", "i/6"]);
        assert_eq!(of("1.2.3"), ["m/2", "i/4", "i/6"], "who has the task has the measure");
        assert_eq!(of("1.4"), ["m/3", "m/4", "i/2", "i/3", "i/5"], "and what goes on with them");
        assert_eq!(of("3.1"), ["m/2"]);
        assert_eq!(of("1"), ["m/1", "m/2", "m/3", "m/4", "i/1", "i/2", "i/3", "i/4", "i/5", "i/6"]);
        assert_eq!(of("2.2"), [""; 0]);
    }

    #[test]
    fn a_decision_has_its_own_life_and_what_touched_it() {
        let of = |id: &str| told(&Subject::Decision(id.parse().unwrap()));
        assert_eq!(of("2023-09-15/3"), ["m/3", "m/4", "i/2", "i/5"]);
        assert_eq!(of("2023-09-15/1"), ["m/1", "i/1"]);
        assert_eq!(of("2023-09-15/9"), [""; 0]);
    }

    #[test]
    fn an_event_has_its_own_day_where_it_says_one() {
        let book = book();
        let story = book.story(&Subject::Decision(id("2023-09-15/3")));
        let days: Vec<String> = story.iter().map(|edit| edit.day().unwrap().to_string()).collect();
        assert_eq!(days[0], "2023-09-15");
        assert_eq!(days[3], "2023-09-21");
    }
}

//! The life of one decision, from the meeting that made it to where it stands: every record that
//! has to do with it, in the order in which they were made.

use chrono::NaiveDate;

use super::{About, Correction, Decision, Followup, RecordId, Sheet, Snapshot};

/// One record in the life of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment<'a> {
    /// The record.
    pub record: &'a RecordId,
    /// On what day it happened; the day of its meeting or interval where the record says none.
    pub on: Option<NaiveDate>,
    /// What happened.
    pub event: Event<'a>,
}

/// What a record says of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// It was made.
    Made(&'a Decision),
    /// A step of its own.
    Step(&'a Followup),
    /// A slip in its sealed record was put right.
    Corrected(&'a Correction),
    /// A supervision sheet was issued about it.
    Sheet(&'a Sheet),
    /// A later meeting took it up again (续办).
    TakenUp(&'a Decision),
}

impl Snapshot {
    /// The life of a decision, oldest first; empty when the ledger does not have it.
    pub fn life(&self, id: &RecordId) -> Vec<Moment<'_>> {
        let ledger = &self.ledger;
        let Some((id, made)) = ledger.decisions.get_key_value(id) else { return Vec::new() };
        let day = |record: &RecordId| record.snapshot.day();
        let mut life = vec![Moment { record: id, on: day(id), event: Event::Made(made) }];
        let steps = ledger.followups.get(id).into_iter().flatten();
        life.extend(steps.map(|(record, step)| Moment {
            record,
            on: Some(step.on),
            event: Event::Step(step),
        }));
        life.extend(self.corrections(id).into_iter().map(|(record, correction)| Moment {
            record,
            on: Some(correction.on),
            event: Event::Corrected(correction),
        }));
        let about = About::Decision(id.clone());
        life.extend(self.sheets(&about).into_iter().map(|(record, sheet)| Moment {
            record,
            on: Some(sheet.on),
            event: Event::Sheet(sheet),
        }));
        let later = ledger.decisions.iter().filter(|(_, later)| later.about.contains(&about));
        life.extend(later.map(|(record, later)| Moment {
            record,
            on: day(record),
            event: Event::TakenUp(later),
        }));
        life[1..].sort_by_key(|moment| self.meetings.order(moment.record));
        life
    }
}

//! 更正: what a sealed record says wrongly. The file stays as it is; whoever looks the record up
//! later gets what is right.

mod slip;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Decision, Meeting, Reading, RecordId, Snapshot, SnapshotId};
use crate::plan::Place;

pub use slip::Slip;

/// One slip in a sealed record, and who agreed that it is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// On what day.
    pub on: NaiveDate,
    /// The record; none for a fact of the meeting itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// What was written, and what is right.
    pub slip: Slip,
    /// Who agreed.
    pub agreed: String,
}

impl Snapshot {
    /// The corrections of a record, in the order in which they were made.
    pub fn corrections(&self, record: &RecordId) -> Vec<(&RecordId, &Correction)> {
        let mut all = self.corrections_of(&record.snapshot);
        all.retain(|(_, correction)| correction.record.as_ref() == Some(record));
        all
    }

    /// The corrections of what a sealed snapshot says, in their order.
    pub fn corrections_of(&self, sealed: &SnapshotId) -> Vec<(&RecordId, &Correction)> {
        self.ledger.corrections.get(sealed).map_or_else(Vec::new, |all| self.in_order(all))
    }

    /// Whether a record was corrected.
    pub fn is_corrected(&self, record: &RecordId) -> bool {
        let all = self.ledger.corrections.get(&record.snapshot);
        all.is_some_and(|all| all.values().any(|one| one.record.as_ref() == Some(record)))
    }

    /// A decision as it was made, its slips put right.
    pub fn decision(&self, id: &RecordId) -> Option<Cow<'_, Decision>> {
        let mut decision = Cow::Borrowed(self.ledger.decisions.get(id)?);
        if self.is_corrected(id) {
            for (_, correction) in self.corrections(id) {
                correction.slip.mend_decision(decision.to_mut());
            }
        }
        Some(decision)
    }

    /// The readings of a target, their slips put right: by their months, and within the same months
    /// in the order in which they were made.
    pub fn readings(&self, target: Place) -> Vec<(&RecordId, Cow<'_, Reading>)> {
        let all = self.ledger.readings.get(&target).into_iter().flatten();
        let mut all: Vec<_> = all.map(|(id, reading)| (id, self.reading(id, reading))).collect();
        all.sort_by_key(|(id, reading)| (reading.period, self.meetings.order(id)));
        all
    }

    /// The target of a reading.
    pub fn target_of(&self, reading: &RecordId) -> Option<Place> {
        let mut all = self.ledger.readings.iter();
        all.find_map(|(row, readings)| readings.contains_key(reading).then_some(row.place))
    }

    /// The newest reading of a target: of the latest months, and of those the one made last.
    pub fn latest_reading(&self, target: Place) -> Option<(&RecordId, Cow<'_, Reading>)> {
        let all = self.ledger.readings.get(&target)?;
        let all = all.iter().map(|(id, reading)| (id, self.reading(id, reading)));
        all.max_by_key(|(id, reading)| (reading.period, self.meetings.order(id)))
    }

    /// A reading, its slips put right.
    pub fn reading<'a>(&self, id: &RecordId, reading: &'a Reading) -> Cow<'a, Reading> {
        let mut reading = Cow::Borrowed(reading);
        if self.is_corrected(id) {
            for (_, correction) in self.corrections(id) {
                correction.slip.mend_reading(reading.to_mut());
            }
        }
        reading
    }

    /// A sealed meeting, its slips put right, under the number that a joining gave it.
    pub fn corrected<'a>(&self, meeting: &'a Meeting) -> Cow<'a, Meeting> {
        let mut meeting = Cow::Borrowed(meeting);
        let number = self.ledger.numbers.get(&meeting.id);
        if let Some(number) = number.filter(|number| **number != meeting.number) {
            meeting.to_mut().number = *number;
        }
        let corrections = self.corrections_of(&meeting.id);
        for (_, correction) in corrections.into_iter().filter(|(_, one)| one.record.is_none()) {
            correction.slip.mend_meeting(meeting.to_mut());
        }
        meeting
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::laws::decided;
    use crate::ledger::{Due, Held, Interval, Presence, TimeOfDay};
    use crate::plan::Party;

    /// An interval after a meeting with one decision, in which these slips of it were corrected.
    fn corrected(record: Option<&str>, slips: Vec<Slip>) -> Snapshot {
        let seal = format!("sha256:{}", "0".repeat(64)).parse().unwrap();
        let sealed = decided(1);
        let interval = Interval::new("2023-09-20-interval".parse().unwrap());
        let mut later = sealed.following(seal, Held::Interval(interval), &sealed.plan);
        let all = later.ledger.corrections.entry(sealed.id()).or_default();
        for (number, slip) in (1..).zip(slips) {
            let correction = Correction {
                on: "2023-09-20".parse().unwrap(),
                record: record.map(|record| record.parse().unwrap()),
                slip,
                agreed: "区长".into(),
            };
            all.insert(
                "2023-09-20-interval".parse::<SnapshotId>().unwrap().record(number),
                correction,
            );
        }
        later
    }

    #[test]
    fn a_corrected_decision_reads_right_and_says_so() {
        let text = |was: &str, now: &str| Slip::Text { was: was.into(), now: now.into() };
        let slips = vec![text("演练一条", "演练二条"), text("演练二条", "演练三条")];
        let (book, id) = (corrected(Some("2023-09-15/1"), slips), "2023-09-15/1".parse().unwrap());
        let standing = book.standing(&id).unwrap();
        assert_eq!((standing.text.as_str(), standing.corrected), ("演练三条", true));
        assert_eq!(book.ledger.decisions[&id].text, "演练一条", "the record stays as it was");
        let lead = vec![Party::Outside("省交投集团".into())];
        let now = Due::Stated("2023-10-31".parse().unwrap());
        let slips = vec![
            Slip::Lead { was: Vec::new(), now: lead.clone() },
            Slip::Due { was: Due::Missing, now: now.clone() },
        ];
        let standing = corrected(Some("2023-09-15/1"), slips).standing(&id).unwrap();
        assert_eq!((standing.lead, standing.due), (lead, now));
    }

    #[test]
    fn a_correction_of_another_record_changes_nothing() {
        let slip = Slip::Text { was: "演练一条".into(), now: "别的".into() };
        let book = corrected(Some("2023-09-15/7"), vec![slip]);
        let standing = book.standing(&"2023-09-15/1".parse().unwrap()).unwrap();
        assert_eq!((standing.text.as_str(), standing.corrected), ("演练一条", false));
    }

    #[test]
    fn a_sealed_meeting_reads_right() {
        let who = Party::Outside("省交投集团".into());
        let slips = vec![
            Slip::Chair { sitting: 1, was: String::new(), now: "常务副区长".into() },
            Slip::Began { sitting: 1, was: None, now: TimeOfDay::new(9, 30) },
            Slip::Attendance { who: who.clone(), was: None, now: Some(Presence::Attending) },
        ];
        let book = corrected(None, slips);
        let sealed = decided(1);
        let meeting = book.corrected(sealed.meeting().unwrap());
        let first = meeting.sittings.get(&1).unwrap();
        assert_eq!((first.chair.as_str(), first.from), ("常务副区长", TimeOfDay::new(9, 30)));
        assert_eq!(meeting.attendance[&who].state, Presence::Attending);
    }
}

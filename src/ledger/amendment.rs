//! 调整: what a competent body changed of the adopted plan. The plan's text is never changed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Adopted, Snapshot};
use crate::plan::{Number, Place, Target};

/// 调整: a target changed, or issued, by a competent body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The value until now; none when it is issued for the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Number>,
    /// The value from now on.
    pub now: Number,
    /// By whom.
    pub organ: String,
    /// 文号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
    /// From what day on.
    pub effective: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Snapshot {
    /// The amendment of a target that is in force on a day: the one that took effect last, and of
    /// those of one day the one recorded last.
    pub fn amendment_in_force(&self, target: Place, day: NaiveDate) -> Option<&Amendment> {
        let all = self.ledger.amendments.get(&target)?.iter();
        let begun = all.filter(|(_, amendment)| amendment.effective <= day);
        let last =
            begun.max_by_key(|(id, amendment)| (amendment.effective, self.meetings.order(id)));
        last.map(|(_, amendment)| amendment)
    }

    /// What a target asks for on a day: as adopted, or as amended.
    pub fn value_in_force(&self, target: &Target, day: NaiveDate) -> Option<Number> {
        self.amendment_in_force(target.id, day).map(|amendment| amendment.now).or(target.value)
    }
}

impl Snapshot {
    /// Every amendment with its target, in the order in which they were recorded.
    pub fn amended(&self) -> Vec<(Place, &Amendment)> {
        let all = self.ledger.amendments.iter();
        let mut all: Vec<_> = all
            .flat_map(|(row, of)| of.iter().map(move |(id, amendment)| (id, row.place, amendment)))
            .collect();
        all.sort_by_key(|(id, ..)| self.meetings.order(id));
        all.into_iter().map(|(_, target, amendment)| (target, amendment)).collect()
    }
}

impl Adopted {
    /// The same with other values for some targets.
    #[must_use]
    pub fn with(&self, value: impl Fn(Place) -> Option<Number>) -> Self {
        let mut adopted = self.clone();
        let tasks = adopted.sections.iter_mut().flat_map(|section| &mut section.tasks);
        let measures = tasks.flat_map(|task| &mut task.measures);
        let targets = measures.flat_map(|measure| &mut measure.targets);
        for target in targets.chain(&mut adopted.headline) {
            target.value = value(target.id).or(target.value);
        }
        adopted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::laws::opened;
    use crate::plan::Row;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_took_effect_last_is_in_force() {
        let mut book = opened();
        let place: Place = "1.2/1".parse().unwrap();
        let rows = book.ledger.amendments.entry(Row { place, title: String::new() }).or_default();
        for (number, value, from) in
            [(1, 480, "2023-10-01"), (2, 450, "2023-07-01"), (3, 440, "2023-07-01")]
        {
            let amendment = Amendment {
                was: Some(Number::from(500)),
                now: Number::from(value),
                organ: "区人大常委会".into(),
                document: String::new(),
                effective: day(from),
                reason: String::new(),
            };
            rows.insert(format!("2023-09-15/{number}").parse().unwrap(), amendment);
        }
        let in_force = |on| book.amendment_in_force(place, day(on)).map(|a| a.now.to_string());
        assert_eq!(in_force("2023-06-30"), None);
        assert_eq!(in_force("2023-07-01").as_deref(), Some("440"));
        assert_eq!(in_force("2023-12-31").as_deref(), Some("480"));
    }
}

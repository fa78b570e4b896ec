//! The goal of a target: which value is in force when, and how it is said.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::ledger::{Amendment, RecordId, Snapshot};
use crate::plan::{Comparator, Number, Place, Target};
use crate::words::{Lang, Seen, Sign};

/// A value, and the amendment that set it.
#[derive(Clone, Copy, Debug)]
pub struct InForce<'a> {
    /// The value.
    pub value: Number,
    /// What set it; none for the value as adopted.
    pub by: Option<&'a Amendment>,
}

/// The value that was in force on a day. What was first issued later counts from the beginning:
/// before it there was nothing to be held to.
pub fn in_force<'a>(
    state: &'a Snapshot,
    target: &Target,
    day: NaiveDate,
    today: NaiveDate,
) -> Option<InForce<'a>> {
    let adopted = adopted(target).map(|value| InForce { value, by: None });
    let Some(all) = state.ledger.amendments.get(&target.id) else { return adopted };
    let order =
        |(id, amendment): &(&RecordId, &Amendment)| (amendment.effective, state.meetings.order(id));
    let until = |limit: NaiveDate| all.iter().filter(move |(_, a)| a.effective <= limit);
    let amended = until(day).max_by_key(order);
    let first_issued = || until(today).min_by_key(order).filter(|_| adopted.is_none());
    let found = amended.or_else(first_issued);
    found.map(|(_, by)| InForce { value: by.now, by: Some(by) }).or(adopted)
}

/// The value as adopted; 全覆盖 is 100, 坚决遏制 none at all.
fn adopted(target: &Target) -> Option<Number> {
    target.value.or(match target.comparator {
        Comparator::Complete => Some(Number::from(100)),
        Comparator::Avert => Some(Number::from(0)),
        _ => None,
    })
}

/// The amendment that is in force for a target today, for showing it beside the goal.
pub fn amendment(state: &Snapshot, target: Place, today: NaiveDate) -> Option<&Amendment> {
    let all = state.ledger.amendments.get(&target)?;
    let effective = all.iter().filter(|(_, amendment)| amendment.effective <= today);
    effective.max_by_key(|(id, a)| (a.effective, state.meetings.order(id))).map(|(_, a)| a)
}

/// Whether a value reaches a goal, as its comparator means it.
pub fn is_reached(target: &Target, goal: Decimal, value: Decimal) -> bool {
    match target.comparator {
        Comparator::AtMost | Comparator::Avert => value <= goal,
        Comparator::MoreThan => value > goal,
        Comparator::FromTo if downwards(target, goal) => value <= goal,
        _ => value >= goal,
    }
}

/// Whether a `from_to` target goes down: 4个整合为2个.
pub fn downwards(target: &Target, goal: Decimal) -> bool {
    target.from.is_some_and(|from| from.value() > goal)
}

/// The goal as it is meant: `6%左右`, `由4到2个`, `只增不减`.
pub fn phrase(target: &Target, value: Option<Number>, lang: Lang) -> String {
    let amount = |number: Number| target.measured(number);
    let whole = value.map(amount).unwrap_or_default();
    let bound = |of: Option<Number>| of.map(|n| n.to_string()).unwrap_or_default();
    let seen = match target.comparator {
        Comparator::Exactly => return whole,
        Comparator::Issued if !whole.is_empty() => return whole,
        Comparator::About => Seen::About { value: whole },
        Comparator::AtLeast => Seen::AtLeast { value: whole },
        Comparator::AtMost => Seen::AtMost { value: whole },
        Comparator::MoreThan => Seen::MoreThan { value: whole },
        Comparator::Range => {
            let to = target.measured(bound(target.upper));
            Seen::Range { from: bound(value.or(target.value)), to }
        }
        Comparator::FromTo => Seen::FromTo { from: bound(target.from), to: whole },
        Comparator::InStep => return Sign::InStep.text(lang).to_owned(),
        Comparator::UpOnly => return Sign::UpOnly.text(lang).to_owned(),
        Comparator::DownOnly => return Sign::DownOnly.text(lang).to_owned(),
        Comparator::Complete => return Sign::Complete.text(lang).to_owned(),
        Comparator::Avert => return Sign::Avert.text(lang).to_owned(),
        Comparator::Issued => return Sign::AwaitingIssue.text(lang).to_owned(),
    };
    seen.text(lang)
}

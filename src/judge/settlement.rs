//! 交账: what became of a row, where its lights leave no doubt.

use super::Light;
use crate::ledger::Settlement;

/// What the lights of a row's targets say of it at the year's end: all reached is 完成, one late or
/// behind is 未完成. Anything else is a person's to say, and so is 转下年.
pub fn settlement(lights: &[Option<Light>]) -> Option<Settlement> {
    let missed = |light: &Option<Light>| matches!(light, Some(Light::Overdue | Light::Behind));
    let reached = |light: &Option<Light>| *light == Some(Light::Done);
    if lights.is_empty() {
        None
    } else if lights.iter().all(reached) {
        Some(Settlement::Finished)
    } else {
        lights.iter().any(missed).then_some(Settlement::Unfinished)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_clear_lights_settle_a_row() {
        use Light::{Behind, Done, DueSoon, NotDue, OnTrack, Overdue, Unreported};
        for (lights, want) in [
            (vec![], None),
            (vec![Some(Done)], Some(Settlement::Finished)),
            (vec![Some(Done), Some(Done)], Some(Settlement::Finished)),
            (vec![Some(Done), Some(Behind)], Some(Settlement::Unfinished)),
            (vec![None, Some(Overdue)], Some(Settlement::Unfinished)),
            (vec![Some(Done), None], None),
            (vec![Some(Done), Some(Unreported)], None),
            (vec![Some(OnTrack), Some(DueSoon), Some(NotDue)], None),
        ] {
            assert_eq!(settlement(&lights), want, "{lights:?}");
        }
    }
}

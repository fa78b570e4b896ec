//! The new report with everything that was settled in the old one.
//!
//! A settling is said of words. Where the new report has them, it is said again; where they were amended
//! it cannot be, and what it came to is laid over the new reading field by field instead: what the report
//! did not change stays as a person put it.

use crate::app::drafting::Step;
use crate::plan::Plan;
use crate::report::again::{Again, Brought, Change, Side, again};
use crate::report::settle::{self, Settling};
use crate::shell::headless::import::Reading;
use crate::words::Lang;

/// The new report, ready to be brought into a plan.
pub(super) struct Amended {
    /// What it says.
    pub(super) plan: Plan,
    /// How what was settled was laid over it, where that was needed.
    over: Option<Again>,
}

/// Says of both reports what was settled when the first was read, so that only what they say differs.
pub(super) fn both(old: &mut Reading, new: &mut Reading, steps: &[Step], lang: Lang) -> Amended {
    let all: Vec<Settling> = steps.concat();
    let again_said = |settling: &Settling| {
        let one = std::slice::from_ref(settling);
        !settle::carried(one, &old.source.text, &new.source.text).is_empty()
    };
    let kept: Vec<Settling> = all.iter().filter(|it| again_said(it)).cloned().collect();
    let partly = settle::over(&old.source.text, &old.draft, &kept).draft.plan;
    let carried = settle::carried(&kept, &old.source.text, &new.source.text);
    let _ = (old.settled(steps, lang), new.settled(&[carried], lang));
    let read = &new.draft.plan;
    if kept.len() == all.len() {
        return Amended { plan: read.clone(), over: None };
    }
    let over = again(&partly, read, &old.draft.plan, Side::Theirs);
    Amended { plan: over.plan.clone(), over: Some(over) }
}

impl Amended {
    /// What `merge` makes of the report, told by the rows of the report as it was read.
    pub(super) fn bring(&self, old: &Reading, merge: impl FnOnce(&Plan) -> Again) -> Again {
        let mut done = merge(&self.plan);
        let Some(over) = &self.over else { return done };
        let stands = over.places.iter();
        done.places =
            stands.filter_map(|(read, laid)| Some((*read, *done.places.get(laid)?))).collect();
        // A row that moved stands where it stood once the settled reading is laid over it.
        let moved = |change: &&Change| {
            let told = matches!(change.what, Brought::Moved { .. } | Brought::Emptied { .. });
            told && change.row.is_some_and(|row| old.draft.plan.find(row).is_some())
        };
        let moved: Vec<Change> = over.changes.iter().filter(moved).cloned().collect();
        done.changes.splice(0..0, moved);
        done
    }
}

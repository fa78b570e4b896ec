//! 签发 cuts the record: what was corrected or settled later is no part of the paper that was signed.

use std::borrow::Cow;

use super::Known;
use crate::ledger::sentence;
use crate::ledger::{Correction, Due, Meeting, Presence, RecordId, Slip, Snapshot, SnapshotId};
use crate::papers::said;
use crate::plan::Party;
use crate::words::paper::PaperSays;

/// Whether the minutes of a meeting are final.
pub fn is_signed(state: &Snapshot, meeting: &SnapshotId) -> bool {
    state.signing(meeting).is_some()
}

/// The record as it stood when the minutes of a meeting were signed; all of it while they are not.
pub(super) fn as_signed<'a>(state: &'a Snapshot, meeting: &Meeting) -> Cow<'a, Snapshot> {
    let own = |id: &RecordId| id.snapshot == meeting.id;
    let ledger = &state.ledger;
    let corrected = ledger.corrections.get(&meeting.id).is_some();
    let followed = ledger.followups.keys().any(own);
    if !(is_signed(state, &meeting.id) && (corrected || followed)) {
        return Cow::Borrowed(state);
    }
    let mut then = state.clone();
    if let Some(all) = then.ledger.corrections.get_mut(&meeting.id) {
        all.retain(|id, _| !is_later(state, &meeting.id, id));
    }
    for (_, all) in then.ledger.followups.iter_mut().filter(|(id, _)| own(id)) {
        all.retain(|id, _| !is_later(state, &meeting.id, id));
    }
    Cow::Owned(then)
}

/// What was corrected of a meeting after its minutes were signed, in the order of the corrections.
pub(super) fn corrected_later(on: Known, meeting: &Meeting) -> Vec<String> {
    let all = on.state.corrections_of(&meeting.id).into_iter();
    let later = all.filter(|(id, _)| is_later(on.state, &meeting.id, id));
    later.filter_map(|(_, correction)| told(on, correction)).collect()
}

fn is_later(state: &Snapshot, meeting: &SnapshotId, record: &RecordId) -> bool {
    let signings = state.ledger.signings.get(meeting);
    let signed = signings.and_then(|all| state.latest(all)).map(|(id, _)| id);
    signed.is_some_and(|signed| state.meetings.order(record) > state.meetings.order(signed))
}

/// What was written and what is right; none of what minutes do not say.
fn told(on: Known, correction: &Correction) -> Option<String> {
    let lang = on.lang;
    let parties = |parties: &[Party]| said::clean(&sentence::names(parties));
    let presence = |state: &Option<Presence>| {
        state.map_or_else(String::new, |state| said::state(state.word(), lang))
    };
    let due = |due: &Due| due.when().map_or_else(String::new, |when| said::when(when, lang));
    let (was, now) = match &correction.slip {
        Slip::Text { was, now }
        | Slip::Title { was, now }
        | Slip::Venue { was, now, .. }
        | Slip::Chair { was, now, .. }
        | Slip::ItemInPapers { was, now, .. } => (said::clean(was), said::clean(now)),
        Slip::InPapers { was, now } => {
            // Where papers say it as recorded, that is what they said or say.
            let made = correction.record.as_ref().and_then(|id| on.state.decision(id));
            let as_recorded = made.map_or_else(String::new, |made| said::clean(&made.text));
            let of = |text: &String| match said::clean(text) {
                none if none.is_empty() => as_recorded.clone(),
                text => text,
            };
            (of(was), of(now))
        }
        Slip::Lead { was, now } | Slip::Support { was, now } => (parties(was), parties(now)),
        Slip::Due { was, now } => (due(was), due(now)),
        Slip::Began { was, now, .. } | Slip::Ended { was, now, .. } => {
            let time = |time: &Option<_>| time.map_or_else(String::new, said::time);
            (time(was), time(now))
        }
        Slip::Attendance { who, was, now } => {
            let of = |state| format!("{} {}", said::clean(who.name()), presence(state));
            (of(was), of(now))
        }
        Slip::Value { .. } | Slip::Period { .. } | Slip::Source { .. } => return None,
    };
    let (day, who) = (said::day(correction.on, lang), said::clean(&correction.agreed));
    Some(PaperSays::CorrectedLater { day, who, was, now }.text(lang))
}

//! What a guest is told on a screen and in lines alike: where the desk is, what was missed.

use crate::app::Spot;
use crate::app::guest::Missed;
use crate::ledger::{Edit, SnapshotId};
use crate::view::meeting;
use crate::view::subject::Subject;
use crate::words::{Do, GuestSays, Seen, Sign};

/// Where the desk is, in words.
pub fn at(subject: Subject<'_>, spot: &Spot) -> String {
    let lang = subject.lang();
    match spot {
        Spot::Item { number, rows, .. } => {
            let item = subject.session.meeting().zip(*number);
            let found =
                item.and_then(|(meeting, at)| Some((meeting, at, meeting.agenda.get(&at)?)));
            match (found, rows.first()) {
                (Some((meeting, at, item)), _) => {
                    let what = meeting::name_of(subject, item);
                    let (number, all) = (at.to_string(), meeting.agenda.len().to_string());
                    GuestSays::Item { number, all, what }.text(lang)
                }
                (None, Some(row)) => subject.row(*row),
                (None, None) => subject.sign(Sign::OtherMatters).to_owned(),
            }
        }
        Spot::Task(place) => subject.row(*place),
        Spot::Tasks(Some(section)) => subject.row(*section),
        Spot::Tasks(None) => Do::Tasks.text(lang).to_owned(),
        Spot::Overview | Spot::Paused | Spot::Restricted => Do::Overview.text(lang).to_owned(),
    }
}

/// The minutes that were signed last.
pub fn signed(subject: Subject<'_>) -> Option<GuestSays> {
    let state = subject.state();
    let own = subject.session.sealed.id();
    let chain = state.meetings.iter().rev().map(|(id, _)| id.clone());
    let signed = |id: SnapshotId| Some((state.signing(&id)?.by.clone(), id));
    let (by, id) = [own].into_iter().chain(chain).find_map(signed)?;
    Some(GuestSays::Minutes { what: subject.held(&id), by })
}

/// 离开14:20–14:31：议定3 报数5
pub fn away(subject: Subject<'_>, missed: &Missed) -> Option<String> {
    if missed.ids.is_empty() || missed.later {
        return None;
    }
    let (from, to) = (missed.from?, missed.to?);
    let records = subject.session.index.records();
    let of = |what: fn(&Edit) -> bool| {
        let mut records = records.iter().filter(|edit| what(edit)).filter_map(Edit::record);
        missed.ids.iter().filter(|id| records.any(|record| record == *id)).count()
    };
    let decided = of(|edit| matches!(edit, Edit::Decision(_)));
    let read = of(|edit| matches!(edit, Edit::Reading(_)));
    let rest = missed.ids.len() - decided - read;
    let word = |count: usize, text: String| (count > 0).then_some(text);
    let lang = subject.lang();
    let what = [
        word(decided, Seen::Decisions { count: decided.to_string() }.text(lang)),
        word(read, Seen::Readings { count: read.to_string() }.text(lang)),
        word(rest, GuestSays::Others { count: rest.to_string() }.text(lang)),
    ];
    let what: Vec<String> = what.into_iter().flatten().collect();
    let what = what.join(" ");
    let said = if from.date_naive() == to.date_naive() {
        let clock = |at: chrono::DateTime<chrono::FixedOffset>| at.format("%H:%M").to_string();
        GuestSays::Away { from: clock(from), to: clock(to), what }
    } else {
        GuestSays::Since { from: subject.day(from.date_naive()), what }
    };
    Some(said.text(lang))
}

//! What happens once in the year of a rehearsal: goals issued and changed, slips put right, an office
//! that is renamed, a new leader.

use super::{Played, Rehearsal};
use crate::app::act;
use crate::app::mend::{Record, Sealed};
use crate::ledger::{Light, LightSet, Reading, SnapshotId};
use crate::plan::Place;

/// What happens to a book.
pub(super) type Happens = fn(&mut Rehearsal) -> Played;

/// What happens once in the year, on a day counted from its first.
pub(super) const EVENTS: [(u64, Happens); 8] = [
    (73, issued),
    (78, by_hand),
    (110, corrected),
    (180, renamed),
    (185, amended),
    (220, revised),
    (227, succeeded),
    (290, corrected),
];

/// The superior body issues its target.
fn issued(book: &mut Rehearsal) -> Played {
    amend(book, "1.2/2", "46", ["市人民政府", "〔2023〕12号", "市里下达"])
}

/// The competent body changes a target.
fn amended(book: &mut Rehearsal) -> Played {
    amend(book, "1.2/1", "480", ["区人大常委会", "〔2023〕7号", "上半年外部环境变化"])
}

fn amend(book: &mut Rehearsal, target: &str, now: &str, source: [&str; 3]) -> Played {
    let (Some(target), Ok(now)) = (place(book, target), now.parse()) else { return Ok(()) };
    let [organ, document, reason] = source.map(str::to_owned);
    let to = act::Amending { now, organ, document, effective: book.session.today, reason };
    let acted = act::amend(&mut book.session, target, to);
    book.carry_out(acted)
}

/// What no figure can say is set by hand.
fn by_hand(book: &mut Rehearsal) -> Played {
    let Some(target) = place(book, "5.5/1") else { return Ok(()) };
    let set = LightSet {
        light: Some(Light::OnTrack),
        reason: "全年审计计划已覆盖".into(),
        agreed: "区长".into(),
        on: book.session.today,
        pinned: true,
    };
    let acted = act::light(&mut book.session, target, set);
    book.carry_out(acted)
}

/// A slip in a sealed decision and one in a sealed reading are put right.
fn corrected(book: &mut Rehearsal) -> Played {
    let last = book.session.last_meeting.as_ref().map(|meeting| meeting.id.clone());
    let Some(id) = last.map(|id: SnapshotId| id.record(1)) else { return Ok(()) };
    let sealed = Sealed::Decision(id).look(&book.session);
    if let Some(was @ Record::Decision(..)) = sealed {
        let mut now = was.clone();
        if let Record::Decision(_, decision) = &mut now {
            decision.text.push_str("（演练更正）");
        }
        let acted = act::correct(&mut book.session, &was, &now, "区长");
        book.carry_out(acted)?;
    }
    Ok(())
}

/// The statistics of a target are revised downwards.
fn revised(book: &mut Rehearsal) -> Played {
    let Some(target) = place(book, "0/2") else { return Ok(()) };
    let state = book.session.state();
    let last = state.readings(target).into_iter().next_back();
    let last = last.map(|(id, reading)| (id.clone(), reading.into_owned()));
    let Some((id, reading)) = last else { return Ok(()) };
    let value = "12.1".parse().unwrap_or(reading.value);
    let revised = Reading {
        value,
        entered: book.session.today,
        revises: Some(id),
        reason: "统计修订".into(),
        ..reading
    };
    let acted = act::read(&mut book.session, vec![(target, revised)], "");
    book.carry_out(acted)
}

/// An office gets another name: one line of the roster, and the old name stays known.
fn renamed(book: &mut Rehearsal) -> Played {
    book.edit(&[
        ("short: \"投促局\",", "short: \"经合局\","),
        (
            "full: \"道里区投资促进局\",",
            "full: \"道里区经济合作促进局\",\n        former: [\n          (short: \"投促局\", full: \
             \"道里区投资促进局\", until: \"2023-06-30\"),\n        ],",
        ),
    ])
}

/// A new leader: the post stays, its holder changes.
fn succeeded(book: &mut Rehearsal) -> Played {
    book.edit(&[(
        "title: \"区长\",",
        "title: \"区长\",\n        holders: [\n          (name: \"演练甲\", from: \
         \"2023-01-01\", to: \"2023-08-15\"),\n          (name: \"演练乙\", from: \
         \"2023-08-16\"),\n        ],",
    )])
}

/// A row by its id, if the plan has it.
fn place(book: &Rehearsal, id: &str) -> Option<Place> {
    id.parse().ok().filter(|place| book.has(*place))
}

//! 散会: the keys of the gate before the close. Each gap has one key that settles it, where one key
//! can, and one that opens where it is mended; none of them is asked for: F8 closes with its gaps on
//! record.

use super::{decide, revise};
use crate::app::act::{self, Acted};
use crate::app::{Effect, Key, Screen, Seat, Session, Stop, line, look};
use crate::judge::{Gap, Whose};
use crate::ledger::{About, Change, Decision, Due, Edit, Reading, RecordId};
use crate::words::{Do, Gap as Kind, Label, Notice, Sign};

/// F8 seals, F2 confirms all that is assumed; Space settles a gap and Enter mends it. Enter never
/// seals, because input methods commit with Enter.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let gaps = session.gaps();
    let gap = gaps.get(look::cursor(seat).min(gaps.len().saturating_sub(1))).cloned();
    let acted = match (key.command(), gap) {
        (Key::F(8), _) => close(session, seat),
        (Key::F(2), _) => confirm_all(session),
        (Key::Enter, Some(gap)) => mend(session, seat, &gap),
        (Key::Char(' '), Some(gap)) => settle(session, seat, &gap),
        _ => return None,
    };
    Some(act::done(seat, acted))
}

fn close(session: &mut Session, seat: &Seat) -> Acted {
    match session.keeping.failed.clone() {
        Some(why) => Err(Notice::NotSealed { why }),
        None => act::close_meeting(session, seat.lang),
    }
}

/// Everything that was assumed is confirmed: one act with one undo.
fn confirm_all(session: &mut Session) -> Acted {
    let own =
        session.state().ledger.decisions.iter().filter(|(id, _)| session.is_open(&id.snapshot));
    let stated = own.map(|(id, was)| (id.clone(), confirmed(was, &[Label::Lead, Label::Due])));
    let changed = stated.filter(|(id, now)| session.state().ledger.decisions.get(id) != Some(now));
    let changed: Vec<_> = changed.collect();
    if changed.is_empty() {
        Err(Notice::NothingAssumed)
    } else {
        act::change_all(session, changed, "")
    }
}

/// A decision with the assumed values of some fields taken as said.
fn confirmed(was: &Decision, fields: &[Label]) -> Decision {
    let mut now = was.clone();
    now.lead_assumed &= !fields.contains(&Label::Lead);
    if let (Due::Assumed(when), true) = (&was.due, fields.contains(&Label::Due)) {
        now.due = Due::Stated(*when);
    }
    now
}

/// Opens what has the gap, the cursor where it is mended.
fn mend(session: &mut Session, seat: &mut Seat, gap: &Gap) -> Acted {
    match &gap.at {
        Whose::Record(id) => match gap.kind {
            Kind::Finished => return reopen(session, id),
            Kind::Pending => decide::begin_settle(session, seat, id),
            kind if session.state().ledger.decisions.contains_key(id) => {
                decide::begin_change(session, seat, id, field_of(kind));
            }
            _ => revise::begin(session, seat, id),
        },
        Whose::Lead(party) => seat.open(Screen::Office { party: party.clone(), cursor: 0 }),
        // The line binds to it: what is typed next belongs there.
        Whose::Agenda => {
            if let Some(Stop::Item(item)) = look::stop(session, seat) {
                return line::go_to_item(session, seat, item);
            }
        }
    }
    Ok(Vec::new())
}

fn field_of(kind: Kind) -> Label {
    match kind {
        Kind::NoDue | Kind::AssumedDue => Label::Due,
        Kind::Vague => Label::Text,
        _ => Label::Lead,
    }
}

/// Settles a gap with one key, where there is something to settle; else goes on to the next.
fn settle(session: &mut Session, seat: &mut Seat, gap: &Gap) -> Acted {
    let decision = gap
        .record()
        .and_then(|id| Some((id.clone(), session.state().ledger.decisions.get(id)?.clone())));
    let settled = decision.and_then(|(id, was)| {
        let now = match gap.kind {
            Kind::AssumedLead => confirmed(&was, &[Label::Lead]),
            Kind::AssumedDue => confirmed(&was, &[Label::Due]),
            Kind::Pending => Decision { pending: false, ..was },
            Kind::Finished => Decision { untracked: true, ..was },
            _ => return None,
        };
        Some((id, now))
    });
    match (settled, gap.kind, gap.record()) {
        (Some((id, now)), ..) => act::change(session, &id, now, ""),
        (None, Kind::TimesTen | Kind::Falls | Kind::OtherUnit, Some(id)) => {
            accept(session, seat, id)
        }
        (None, Kind::NotDiscussed, _) => act::carry_over(session),
        _ => {
            look::run(session, seat, Do::Down);
            Ok(Vec::new())
        }
    }
}

/// 重启: a decision on a finished row opens it again.
fn reopen(session: &mut Session, id: &RecordId) -> Acted {
    let was = session.state().ledger.decisions.get(id).ok_or(Notice::NotNow)?;
    let mut now = was.clone();
    let rows = was.about.iter().filter(|about| matches!(about, About::Row(_))).cloned();
    let rows: Vec<About> = rows.filter(|row| !was.reopens.contains(row)).collect();
    now.reopens.extend(rows);
    act::change(session, id, now, "")
}

/// An odd figure that is right all the same: that it was checked is its reason.
fn accept(session: &mut Session, seat: &Seat, id: &RecordId) -> Acted {
    let own = session.state().additions().into_iter().find(|edit| edit.record() == Some(id));
    let Some(Edit::Reading(Change { at, now: Some(was), .. })) = own else {
        return Err(Notice::NotNow);
    };
    let now = Reading { reason: Sign::Checked.text(seat.lang).to_owned(), ..was.clone() };
    act::revise(session, vec![Edit::Reading(Change { at, was: Some(was), now: Some(now) })], "")
}

//! 发言卡: the keys of an office's card. F2 gives it the row that is talked about; Tab goes to the next
//! office in protocol order.

use crate::app::act::{self, Acted};
use crate::app::seat::Binding;
use crate::app::submit::{self, Division};
use crate::app::{Effect, Key, Screen, Seat, Session};
use crate::plan::Party;
use crate::words::Notice;

/// Takes a key; none when it is a command instead.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Screen::Office { party, .. } = seat.screen() else { return None };
    let party = party.clone();
    match key.command() {
        Key::F(2) => {
            let acted = assign(session, seat, party);
            Some(act::done(seat, acted))
        }
        Key::Tab | Key::Char(']') => Some(turn(session, seat, &party, 1)),
        Key::BackTab | Key::Char('[') => Some(turn(session, seat, &party, -1)),
        _ => None,
    }
}

/// Gives the row to which the line is bound to this office, and goes back to the line.
fn assign(session: &mut Session, seat: &mut Seat, party: Party) -> Acted {
    let Binding::Rows(rows) = seat.line.binding.clone() else { return Err(Notice::NoRow) };
    if session.meeting().is_none() {
        return Err(Notice::NoRow);
    }
    let to = Division { lead: vec![party], ..Division::default() };
    let effects = submit::assign(session, &rows, to, "")?;
    seat.go(Screen::Meeting);
    Ok(effects)
}

/// The next office, or the one before: those who signed in, else all.
fn turn(session: &Session, seat: &mut Seat, party: &Party, by: isize) -> Vec<Effect> {
    let all = session.speakers();
    let at = all.iter().position(|other| session.plan.roster.is_same(other, party));
    let to = match at {
        Some(at) => (at + all.len()).checked_add_signed(by).map(|to| to % all.len()),
        None => Some(0),
    };
    if let (Some(party), Some(screen)) = (to.and_then(|to| all.get(to)), seat.screen_mut()) {
        *screen = Screen::Office { party: party.clone(), cursor: 0 };
    }
    Vec::new()
}

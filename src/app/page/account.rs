//! 交账: one key for each row, one for all whose lights leave no doubt, and the page of a reason.

use crate::app::act::{self, Acted};
use crate::app::{Effect, Field, Form, Key, Purpose, Screen, Seat, Session, Stop};
use crate::app::{account, look};
use crate::ledger::{Account, Settlement};
use crate::plan::Place;
use crate::plan::place::Level;
use crate::words::{Do, Label, Notice};

/// 1 2 3 settle the row under the cursor, 0 confirms all that is assumed, Enter writes the reason,
/// right and left show its measures and hide them.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Some(Stop::Row(place)) = look::stop(session, seat) else { return None };
    let acted = match key.command() {
        Key::Char('1') => settle(session, seat, place, Settlement::Finished),
        Key::Char('2') => settle(session, seat, place, Settlement::Unfinished),
        Key::Char('3') => settle(session, seat, place, Settlement::CarriedOver),
        Key::Char('0') => confirm_all(session, seat),
        Key::Enter => {
            begin(session, seat, place, None);
            Ok(Vec::new())
        }
        Key::Right | Key::Left => {
            fold(session, seat, place, key == Key::Right);
            Ok(Vec::new())
        }
        _ => return None,
    };
    Some(act::done(seat, acted))
}

/// Settles a row: at once where its lights give the reason, else on the page of the reason.
fn settle(session: &mut Session, seat: &mut Seat, place: Place, state: Settlement) -> Acted {
    let Some(clear) = account::assumed(session, place, seat.lang).filter(|c| c.state == state)
    else {
        begin(session, seat, place, Some(state));
        return Ok(Vec::new());
    };
    let acted = act::account(session, vec![(place, clear)], "")?;
    look::run(session, seat, Do::Down);
    Ok(acted)
}

fn confirm_all(session: &mut Session, seat: &Seat) -> Acted {
    let clear = account::all_assumed(session, seat.lang);
    if clear.is_empty() { Err(Notice::NothingClear) } else { act::account(session, clear, "") }
}

/// The page of the reason: of a state that was chosen, or of the one that stands or is assumed.
fn begin(session: &Session, seat: &mut Seat, row: Place, state: Option<Settlement>) {
    let now = session.account(row).cloned();
    let known = now.or_else(|| account::assumed(session, row, seat.lang));
    let Some(state) = state.or(known.as_ref().map(|known| known.state)) else {
        return seat.say(Notice::SettleFirst);
    };
    let reason = known.filter(|known| known.state == state).map(|known| known.reason);
    let fields = vec![(Label::Reason, Field::new(&reason.unwrap_or_default()))];
    seat.open(Screen::Form(Form::new(Purpose::Account { row, state }, fields)));
}

/// Records the account with the reason that was typed.
pub(super) fn confirm(
    session: &mut Session,
    form: &Form,
    (row, state): (Place, Settlement),
) -> Acted {
    let reason = form.text(Label::Reason).to_owned();
    if reason.is_empty() {
        return Err(Notice::ReasonMissing);
    }
    let account = Account { state, on: session.base_day(), reason: reason.clone() };
    act::account(session, vec![(row, account)], &reason)
}

/// Shows the measures of the task under the cursor, or hides them; the cursor stays on its task.
fn fold(session: &Session, seat: &mut Seat, place: Place, open: bool) {
    let Some(Screen::Account { cursor, unfolded }) = seat.screen_mut() else { return };
    let task = place.in_task().unwrap_or(place);
    if open && place.level() == Level::Task {
        *unfolded = Some(task);
    } else if !open {
        *unfolded = None;
    }
    let tasks = 0..account::count(&session.plan, *unfolded);
    let at = tasks.into_iter().find(|at| account::row(&session.plan, *unfolded, *at) == Some(task));
    *cursor = if open && place.level() != Level::Task { *cursor } else { at.unwrap_or(0) };
}

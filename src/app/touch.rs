//! What a press of the mouse chooses: the row, the hit, the record or the field that lies there.

use super::look;
use super::pointer::Touch;
use super::seat::{Over, Screen, Seat};
use super::session::Session;
use super::update::press;
use super::{Effect, Key, act, line};

/// Chooses what lies under the mouse; what is chosen already is opened.
pub(super) fn take(session: &mut Session, seat: &mut Seat, touch: &Touch) -> Vec<Effect> {
    match touch {
        Touch::Key(key) => return press(session, seat, *key),
        Touch::Again => return open(session, seat),
        Touch::Row(row) if seat.over.is_none() && is_list(seat) => {
            if look::cursor(seat) == *row {
                return open(session, seat);
            }
            look::set_cursor(seat, *row);
        }
        Touch::Hit(hit) => {
            if let Some(Over::Find(find)) = &mut seat.over {
                if find.cursor == *hit {
                    return open(session, seat);
                }
                find.cursor = *hit;
            }
        }
        Touch::Record(id) if seat.over.is_none() => {
            // A press must never send what is being typed, nor move away from it.
            if matches!(seat.screen(), Screen::Meeting) && seat.line.field.is_empty() {
                if seat.line.record.as_ref() == Some(id) {
                    return open(session, seat);
                }
                seat.line.record = Some(id.clone());
            }
        }
        Touch::Item(number) if seat.over.is_none() && *number != seat.line.item.unwrap_or(0) => {
            // As if `#` and its number were typed, which a half typed line has no room for.
            if matches!(seat.screen(), Screen::Meeting) && seat.line.field.is_empty() {
                let acted = line::go_to_item(session, seat, *number);
                return act::done(seat, acted);
            }
        }
        Touch::Field(at) if seat.over.is_none() => {
            if let Some(Screen::Form(form)) = seat.screen_mut() {
                form.at = *at;
            }
        }
        Touch::Row(_) | Touch::Record(_) | Touch::Item(_) | Touch::Field(_) => {}
    }
    Vec::new()
}

/// What Enter does, where Enter cannot send anything that is typed.
fn open(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let typed = match (&seat.over, seat.screen()) {
        (Some(Over::Find(_)), _) => false,
        (Some(_), _) => true,
        (None, Screen::Meeting) => !seat.line.field.is_empty() || seat.line.record.is_none(),
        (None, _) => !is_list(seat),
    };
    if typed { Vec::new() } else { press(session, seat, Key::Enter) }
}

/// Whether a screen lists what can be opened, and Enter there commits to nothing.
fn is_list(seat: &Seat) -> bool {
    match seat.screen() {
        Screen::Form(_) | Screen::Pasted(_) | Screen::Meeting | Screen::Help { .. } => false,
        Screen::Division(table) => table.cell.is_none(),
        _ => true,
    }
}

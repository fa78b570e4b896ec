//! The items of the agenda that have no single row: what earlier meetings left open, and the headline.

use super::{pictures, seat};
use crate::app::rehearsal::in_session;
use crate::app::{Binding, Field, Input, Key, Screen, Seat, Session, update};

/// A seat at an item, with keys pressed.
fn at(session: &mut Session, item: u16, keys: &[Key]) -> Seat {
    let mut seat = seat(80, 24, Screen::Meeting);
    seat.line.item = Some(item);
    seat.line.binding = Binding::Nothing;
    for key in keys {
        update(session, &mut seat, &Input::Key(*key));
    }
    seat
}

#[test]
fn what_earlier_meetings_left_open_is_gone_through() {
    let mut session = in_session();
    let seat = at(&mut session, 1, &[Key::Down, Key::Down]);
    pictures("item_follow_up", &session, &seat);
    // 办结 of the one that is pointed at: it stays in its place with its new light.
    let seat = at(&mut session, 1, &[Key::Down, Key::Down, Key::Enter, Key::Char('1'), Key::Down]);
    pictures("item_follow_up_done", &session, &seat);
}

#[test]
fn a_figure_of_the_headline_asks_which_target() {
    let mut session = in_session();
    let mut seat = at(&mut session, 2, &[]);
    pictures("item_headline", &session, &seat);
    seat.line.field = Field::new("=4.8");
    pictures("item_headline_typed", &session, &seat);
    update(&mut session, &mut seat, &Input::Key(Key::Enter));
    update(&mut session, &mut seat, &Input::Key(Key::Down));
    pictures("item_headline_choice", &session, &seat);
}

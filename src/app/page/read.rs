//! 记报数: the form of a reading.

use crate::app::act::{self, Acted};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, entry, line, look, menu, submit};
use crate::plan::Place;
use crate::words::{Label, Notice};

/// The form for the target at a row; where there are several, the choice of one.
pub(super) fn begin(session: &Session, seat: &mut Seat, place: Place) {
    match look::targets_at(session, place).as_slice() {
        [] => seat.say(Notice::NoTarget { id: place.to_string() }),
        [target] => begin_on(session, seat, *target),
        several => menu::begin_target(seat, several.to_vec(), String::new()),
    }
}

/// The choice between the targets of an item that goes through several rows.
pub(super) fn begin_on_item(session: &Session, seat: &mut Seat) {
    let rows = line::unbound_rows(session, seat);
    let targets =
        rows.into_iter().flat_map(|row| look::targets_at(session, row)).collect::<Vec<_>>();
    if targets.is_empty() {
        seat.say(Notice::NoRow);
    } else {
        menu::begin_target(seat, targets, String::new());
    }
}

/// The form of a reading, its period one month after the last.
pub(in crate::app) fn begin_on(session: &Session, seat: &mut Seat, target: Place) {
    let period = entry::next_period(session.state(), target, session.base_day());
    let fields =
        vec![(Label::Value, Field::default()), (Label::Period, Field::new(&period.to_string()))];
    seat.open(Screen::Form(Form::new(Purpose::Read { target }, fields)));
}

/// Records the reading.
pub(super) fn confirm(session: &mut Session, form: &Form, target: Place) -> Acted {
    let value = form.text(Label::Value);
    let reading = submit::reading(session, target, value, form.text(Label::Period))?;
    act::read(session, vec![(target, reading)], value)
}

//! 亮灯: the light of a row by hand, with its reason and who agreed.

use crate::app::act::{self, Acted};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, Tick, Ticked, menu};
use crate::ledger::{Light, LightSet};
use crate::plan::Place;
use crate::words::Label;

/// Which light is asked first.
pub(super) fn begin(seat: &mut Seat, row: Place) {
    menu::begin_light(seat, row);
}

/// The form of a light that was chosen.
pub(in crate::app) fn begin_with(seat: &mut Seat, row: Place, light: Light) {
    let fields = vec![(Label::Reason, Field::default()), (Label::Agreed, Field::default())];
    let pinned = Tick { of: Ticked::Pinned, on: false };
    let form = Form::new(Purpose::Light { row, light }, fields).ticking(vec![pinned]);
    seat.open(Screen::Form(form));
}

/// Records the light.
pub(super) fn confirm(session: &mut Session, form: &Form, (row, light): (Place, Light)) -> Acted {
    let set = LightSet {
        light: Some(light),
        reason: form.text(Label::Reason).into(),
        agreed: form.text(Label::Agreed).into(),
        on: session.base_day(),
        pinned: form.is_on(&Ticked::Pinned),
    };
    act::light(session, row, set)
}

/// Puts a row back under the rule.
pub(in crate::app) fn put_back(session: &mut Session, row: Place) -> Acted {
    let set = LightSet {
        light: None,
        reason: String::new(),
        agreed: String::new(),
        on: session.base_day(),
        pinned: false,
    };
    act::light(session, row, set)
}

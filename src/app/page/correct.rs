//! 更正: the form of what a sealed record should read. It opens with what the record says; what is
//! left as it is is no correction.

use crate::app::act::{self, Acted};
use crate::app::mend::Sealed;
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, look, menu};
use crate::plan::Place;
use crate::words::{Label, Notice};

/// The form for the decision that is pointed at, or a sealed reading of the target.
pub(super) fn begin(session: &Session, seat: &mut Seat, place: Option<Place>) {
    if let Some(id) = look::decision(session, seat) {
        return begin_on(session, seat, Sealed::Decision(id));
    }
    let targets = place.map_or_else(Vec::new, |place| look::targets_at(session, place));
    match targets.as_slice() {
        [target] => match Sealed::readings(session, *target) {
            none if none.is_empty() => {
                seat.say(Notice::NoSealedReading { id: target.to_string() });
            }
            readings => begin_on_one(session, seat, readings),
        },
        _ => seat.say(Notice::PointAtTarget),
    }
}

/// The form for the facts of a meeting that is known.
pub(super) fn begin_meeting(session: &Session, seat: &mut Seat) {
    begin_on_one(session, seat, Sealed::meetings(session));
}

/// The form for the only one, or the choice of one.
fn begin_on_one(session: &Session, seat: &mut Seat, mut of: Vec<Sealed>) {
    match of.pop() {
        Some(only) if of.is_empty() => begin_on(session, seat, only),
        Some(last) => {
            of.push(last);
            menu::begin_sealed(seat, of);
        }
        None => seat.say(Notice::NotNow),
    }
}

/// The form for one record.
pub(in crate::app) fn begin_on(session: &Session, seat: &mut Seat, of: Sealed) {
    let Some(record) = of.look(session) else { return seat.say(Notice::NotNow) };
    if session.is_open(&record.of().0) {
        return seat.say(Notice::NotSealedYet { id: record.name() });
    }
    let fields = record.fields().into_iter();
    let mut fields: Vec<_> = fields.map(|(label, text)| (label, Field::new(&text))).collect();
    fields.push((Label::Consent, Field::new(&session.chair())));
    seat.open(Screen::Form(Form::new(Purpose::Correct { of }, fields)));
}

/// The same, the cursor in one of its fields.
pub(in crate::app) fn begin_at(session: &Session, seat: &mut Seat, of: Sealed, label: Label) {
    begin_on(session, seat, of);
    if let Some(Screen::Form(form)) = seat.screen_mut() {
        form.at = form.fields.iter().position(|(own, _)| *own == label).unwrap_or(0);
    }
}

/// Records what was changed in the form.
pub(super) fn confirm(session: &mut Session, form: &Form, of: &Sealed) -> Acted {
    let was = of.look(session).ok_or(Notice::NotNow)?;
    let mut now = was.clone();
    for (label, before) in was.fields() {
        let text = form.text(label);
        if text != before.trim() {
            now.set(session, label, text)?;
        }
    }
    act::correct(session, &was, &now, form.text(Label::Consent))
}

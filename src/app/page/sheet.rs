//! 督办单: the form of a supervision sheet, its colour suggested by the light.

use super::past_day;
use crate::app::act::{self, Acted};
use crate::app::key::twin;
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, look};
use crate::ledger::{About, Colour, Sheet};
use crate::plan::Place;
use crate::words::{Label, Notice};

/// The form for the decision or the task that is pointed at.
pub(super) fn begin(session: &Session, seat: &mut Seat, place: Option<Place>) {
    let decision = look::decision(session, seat).map(About::Decision);
    let row = place.filter(|place| place.in_task().is_some());
    match decision.or_else(|| row.map(|row| About::Row(session.plan.row(row)))) {
        Some(about) => begin_on(session, seat, about),
        None => seat.say(Notice::PointAtRow),
    }
}

/// The form for one of them.
pub(in crate::app) fn begin_on(session: &Session, seat: &mut Seat, about: About) {
    let colour = suggested(session, &about).map_or("", |colour| colour.word().text(seat.lang));
    let fields = vec![
        (Label::Colour, Field::new(colour)),
        (Label::Reason, Field::default()),
        (Label::Day, Field::new(&session.base_day().to_string())),
    ];
    seat.open(Screen::Form(Form::new(Purpose::Sheet { about }, fields)));
}

/// Records the sheet.
pub(super) fn confirm(session: &mut Session, form: &Form, about: &About) -> Acted {
    let sheet = Sheet {
        about: about.clone(),
        colour: colour(form.text(Label::Colour))?,
        on: past_day(session, form)?,
        reason: form.text(Label::Reason).into(),
    };
    act::issue(session, sheet)
}

/// The colour that a person means: its word, its code, or the digits 1 to 3.
///
/// # Errors
/// No colour.
pub fn colour(text: &str) -> Result<Colour, Notice> {
    let plain: String = text.chars().map(twin).collect();
    let nth = plain.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
    let named = || Colour::named(plain.trim_end_matches('色'));
    let colour = nth.and_then(|nth| Colour::ALL.get(nth).copied()).or_else(named);
    colour.ok_or_else(|| Notice::NotAColour { text: text.into() })
}

/// The colour that the verdict on a row or a decision asks for.
pub fn suggested(session: &Session, about: &About) -> Option<Colour> {
    let verdict = match about {
        About::Decision(id) => session.judged(id),
        About::Row(row) => session.verdict(row.place),
    };
    verdict?.sheet
}

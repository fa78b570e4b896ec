//! 开会: the page that opens a meeting.

use chrono::NaiveDate;

use crate::app::act::{self, Acted};
use crate::app::agenda::{self, Opening};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, submit};
use crate::words::{Label, Notice};

/// The page, filled with what is most likely right.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat) {
    let opening = agenda::prefilled(session, "");
    let number = opening.number.map_or_else(String::new, |number| number.to_string());
    let day = opening.day.map_or_else(String::new, |day| day.to_string());
    let next = opening.next.map_or_else(String::new, |next| next.to_string());
    let series = session.plan.series_of("").map_or("", |series| series.name.as_str());
    let fields = vec![
        (Label::Day, Field::new(&day)),
        (Label::Number, Field::new(&number)),
        (Label::Series, Field::new(series)),
        (Label::Place, Field::new(&opening.place)),
        (Label::Chair, Field::new(&opening.chair)),
        (Label::Next, Field::new(&next)),
    ];
    seat.open(Screen::Form(Form::new(Purpose::Open, fields)));
}

/// Opens the meeting.
pub(super) fn confirm(session: &mut Session, seat: &Seat, form: &Form) -> Acted {
    let named = |name: &str| {
        session.plan.series.iter().find(|series| series.name == name || series.code == name)
    };
    let series = form.text(Label::Series);
    let code = named(series).map(|series| series.code.clone());
    let opening = Opening {
        code: code.ok_or_else(|| Notice::NoSuchSeries { name: series.into() })?,
        number: Some(number(form.text(Label::Number))?),
        day: Some(day(session, form.text(Label::Day))?),
        next: match form.text(Label::Next) {
            "" => None,
            next => Some(day(session, next)?),
        },
        title: String::new(),
        place: form.text(Label::Place).into(),
        chair: form.text(Label::Chair).into(),
    };
    let meeting = agenda::meeting(session, &opening, seat.lang);
    act::open_meeting(session, meeting, seat.lang)
}

fn number(text: &str) -> Result<u32, Notice> {
    let plain: String = text.chars().map(crate::app::key::twin).collect();
    let number = plain.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Notice::NotANumber { text: text.into() })
}

fn day(session: &Session, text: &str) -> Result<NaiveDate, Notice> {
    submit::meant_day(session, text).ok_or_else(|| Notice::NotADate { text: text.into() })
}

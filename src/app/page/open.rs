//! 开会: the page that opens a meeting.

use chrono::NaiveDate;

use crate::app::act::{self, Acted};
use crate::app::agenda::{self, Opening, Source};
use crate::app::{Field, Form, Key, Purpose, Screen, Seat, Session, submit};
use crate::words::{Label, Notice};

/// The page, filled with what is most likely right.
pub(in crate::app) fn begin(session: &Session, seat: &mut Seat) {
    let lang = seat.lang;
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
        (Label::Agenda, Field::new(opening.agenda.word().text(lang))),
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
        agenda: source(form)?,
    };
    let meeting = agenda::meeting(session, &opening, seat.lang);
    act::open_meeting(session, meeting, seat.lang)
}

/// Where the agenda comes from.
pub fn source(form: &Form) -> Result<Source, Notice> {
    let text = form.text(Label::Agenda);
    Source::named(text).ok_or_else(|| Notice::NoSuchSource { text: text.into() })
}

/// A digit in the field of the agenda chooses where it comes from; arrows too.
pub(super) fn key(seat: &mut Seat, key: Key) -> bool {
    let lang = seat.lang;
    let Some(Screen::Form(form)) = seat.screen_mut() else { return false };
    if form.fields.get(form.at).is_none_or(|(label, _)| *label != Label::Agenda) {
        return false;
    }
    let now = source(form).ok().and_then(|now| Source::ALL.iter().position(|one| *one == now));
    let last = Source::ALL.len() - 1;
    let to = match key.command() {
        Key::Char(c @ '1'..='3') => c.to_digit(10).map_or(0, |digit| digit as usize - 1),
        Key::Left => now.unwrap_or(0).checked_sub(1).unwrap_or(last),
        Key::Right | Key::Char(' ') => now.map_or(0, |now| if now == last { 0 } else { now + 1 }),
        _ => return false,
    };
    if let (Some(source), Some(field)) = (Source::ALL.get(to), form.field()) {
        *field = Field::new(source.word().text(lang));
    }
    true
}

fn number(text: &str) -> Result<u32, Notice> {
    let plain: String = text.chars().map(crate::app::key::twin).collect();
    let number = plain.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Notice::NotANumber { text: text.into() })
}

fn day(session: &Session, text: &str) -> Result<NaiveDate, Notice> {
    submit::meant_day(session, text).ok_or_else(|| Notice::NotADate { text: text.into() })
}

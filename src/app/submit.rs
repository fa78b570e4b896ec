//! Enter on the line: from what was typed to what is recorded.

use chrono::NaiveDate;

use super::act::{self, Acted};
use super::seat::Seat;
use super::session::Session;
use super::{Effect, line, update};
use crate::judge::light::latest_reading;
use crate::ledger::{Decision, Due, Reading, When};
use crate::plan::{Month, Party, Place, Span};
use crate::words::Notice;

/// Carries out the line. What cannot be carried out stays in it.
pub(super) fn submit(session: &mut Session, seat: &mut Seat) -> Vec<Effect> {
    let typed = seat.line.field.text().to_owned();
    let acted = carry_out(session, seat, &typed);
    if acted.is_ok() {
        seat.line.field.take();
        seat.line.cleared = None;
    }
    update::done(seat, acted)
}

fn carry_out(session: &mut Session, seat: &Seat, typed: &str) -> Acted {
    let decision = Decision {
        about: line::about(session, &seat.line.binding),
        text: typed.trim().to_owned(),
        said: typed.to_owned(),
        item: seat.line.item,
        ..Decision::default()
    };
    act::decide(session, decision, typed)
}

/// Records the value of a target that was chosen from several.
pub(super) fn read_chosen(session: &mut Session, target: Place, value: &str) -> Acted {
    let period = next_period(session, target).to_string();
    let reading = reading(session, target, value, &period)?;
    act::read(session, vec![(target, reading)], value)
}

/// The months of a target's next reading: one more than the last, from January on.
pub fn next_period(session: &Session, target: Place) -> Span {
    let last = latest_reading(session.state(), target).map(|(_, reading)| reading.period);
    match last {
        Some(Span { from, to }) if from == to => Span { from: to.next(), to: to.next() },
        Some(Span { from, to }) => Span { from, to: to.next() },
        None => Span::year_to(Month::of(session.base_day()).previous()),
    }
}

/// A reading from the fields of a form.
pub fn reading(
    session: &Session,
    _target: Place,
    value: &str,
    period: &str,
) -> Result<Reading, Notice> {
    let number = value.parse().map_err(|_| Notice::NotANumber { text: value.into() })?;
    let period = period.parse().map_err(|_| Notice::NotAPeriod { text: period.into() })?;
    Ok(Reading {
        period,
        value: number,
        entered: session.today,
        from: None,
        source: String::new(),
        preliminary: false,
        revises: None,
        reason: String::new(),
        done: Vec::new(),
    })
}

/// The party that a name means.
pub(super) fn party(session: &Session, name: &str) -> Party {
    Party::named(name, &session.plan.roster)
}

/// The day that a text names.
pub(super) fn meant_day(_session: &Session, text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// The due that a text names.
pub(super) fn meant_due(session: &Session, text: &str) -> Result<Due, Notice> {
    let day = meant_day(session, text).ok_or_else(|| Notice::NotADue { text: text.into() })?;
    Ok(Due::Stated(When::On(day, None)))
}

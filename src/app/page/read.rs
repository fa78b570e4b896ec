//! 记报数: the form of a reading. What is done of a checklist is ticked, and the count follows.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::parties;
use crate::app::act::{self, Acted};
use crate::app::entry::{self, members};
use crate::app::{
    Field, Form, Purpose, Screen, Seat, Session, Tick, Ticked, line, look, menu, submit,
};
use crate::judge::figures::latest_in;
use crate::ledger::Reading;
use crate::plan::{Found, Month, Place};
use crate::words::{Label, Notice};

/// The fields that are enough for a reading: the value and its months. Enter in them records it.
pub const ENOUGH: usize = 2;

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

/// The form of a reading, its period one month after the last. A checklist begins at its members, with
/// those ticked that were done last time.
pub(in crate::app) fn begin_on(session: &Session, seat: &mut Seat, target: Place) {
    let period =
        entry::next_period(&session.plan, session.state(), target, session.base_day()).to_string();
    let ticks = ticks(session, target);
    let listed = ticks.len() > 1;
    let value = if listed { count_of(session, target, &ticks) } else { String::new() };
    let fields = vec![
        (Label::Value, Field::new(&value)),
        (Label::Period, Field::new(&period)),
        (Label::Office, Field::default()),
        (Label::Source, Field::default()),
        (Label::Reason, Field::default()),
    ];
    let at = if listed { fields.len() } else { 0 };
    let form = Form::new(Purpose::Read { target }, fields).ticking(ticks);
    seat.open(Screen::Form(Form { at, ..form }));
}

/// The members, then whether the figure is not final.
fn ticks(session: &Session, place: Place) -> Vec<Tick> {
    let Some(Found::Target(target)) = session.plan.find(place) else { return Vec::new() };
    let done = members::kept(target, last(session, place).as_deref());
    let member = |name: &str| Tick {
        of: Ticked::Member(name.to_owned()),
        on: done.iter().any(|other| other == name),
    };
    let preliminary = Tick { of: Ticked::Preliminary, on: false };
    members::names(target).map(member).chain([preliminary]).collect()
}

fn last(session: &Session, target: Place) -> Option<Cow<'_, Reading>> {
    let first = Month::of(session.plan.period.from);
    latest_in(session.state(), target, first).map(|(_, reading)| reading)
}

/// After a tick the value is how many are ticked, and what was counted without a name.
pub(super) fn count(session: &Session, seat: &mut Seat) {
    let Some(Screen::Form(form)) = seat.screen_mut() else { return };
    let Purpose::Read { target } = form.purpose else { return };
    let value = count_of(session, target, &form.ticks);
    if form.ticks.len() > 1
        && let Some((_, field)) = form.fields.iter_mut().find(|(label, _)| *label == Label::Value)
    {
        *field = Field::new(&value);
    }
}

fn count_of(session: &Session, target: Place, ticks: &[Tick]) -> String {
    let is_done = |tick: &&Tick| tick.on && matches!(tick.of, Ticked::Member(_));
    let ticked = Decimal::from(ticks.iter().filter(is_done).count());
    ticked
        .saturating_add(members::unnamed(last(session, target).as_deref()))
        .normalize()
        .to_string()
}

/// Records the reading.
pub(super) fn confirm(session: &mut Session, form: &Form, target: Place) -> Acted {
    let value = form.text(Label::Value);
    let reading = submit::reading(session, target, (value, form.text(Label::Period)))?.0;
    let named = form.text(Label::Office);
    let reading = Reading {
        from: parties(session, named)?.into_iter().next(),
        source: form.text(Label::Source).into(),
        reason: form.text(Label::Reason).into(),
        preliminary: form.is_on(&Ticked::Preliminary),
        done: form.done(),
        ..reading
    };
    act::read(session, vec![(target, reading)], value)
}

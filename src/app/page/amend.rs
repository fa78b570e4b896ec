//! 调整: the form of a target that a competent body changed, or issued.

use chrono::NaiveDate;

use crate::app::act::{self, Acted, Amending};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, entry, look, submit};
use crate::plan::{Found, Place};
use crate::words::{Label, Notice};

/// The form for the target that is pointed at.
pub(super) fn begin(session: &Session, seat: &mut Seat, place: Option<Place>) {
    let targets = place.map_or_else(Vec::new, |place| look::targets_at(session, place));
    let [target] = targets.as_slice() else { return seat.say(Notice::PointAtTarget) };
    let fields = vec![
        (Label::Value, Field::default()),
        (Label::Organ, Field::default()),
        (Label::Document, Field::default()),
        (Label::Effective, Field::new(&session.base_day().to_string())),
        (Label::Reason, Field::default()),
    ];
    seat.open(Screen::Form(Form::new(Purpose::Amend { target: *target }, fields)));
}

/// Records the amendment.
pub(super) fn confirm(session: &mut Session, form: &Form, target: Place) -> Acted {
    let unit = match session.plan.find(target) {
        Some(Found::Target(target)) => target.unit.as_str(),
        _ => "",
    };
    let text = |label| form.text(label).to_owned();
    let to = Amending {
        now: entry::figure(form.text(Label::Value), unit)?.value,
        organ: text(Label::Organ),
        document: text(Label::Document),
        effective: effective(session, form.text(Label::Effective))?,
        reason: text(Label::Reason),
    };
    act::amend(session, target, to)
}

/// A day of the plan's period: 7-1 is this year's, whether it is past or to come.
fn effective(session: &Session, text: &str) -> Result<NaiveDate, Notice> {
    let period = session.plan.period;
    let within = |day: &NaiveDate| (period.from..=period.to).contains(day);
    let meant = submit::meant_day(session, text);
    let day = meant.filter(within).or_else(|| submit::past_day(session, text));
    day.ok_or_else(|| Notice::NotADate { text: text.into() })
}

//! 分工: who has a row, on a page.

use super::parties;
use crate::app::act::{self, Acted};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session};
use crate::ledger::{Assignment, sentence};
use crate::plan::{Party, Place};
use crate::words::{Label, Notice};

/// The form, with who has the row now.
pub(super) fn begin(session: &Session, seat: &mut Seat, place: Place) {
    let row = if place.in_task().is_some() { place } else { return seat.say(Notice::NotNow) };
    let now = session.assignment(row);
    let names = |of: fn(&Assignment) -> &Vec<Party>| {
        now.map_or_else(String::new, |a| sentence::names(of(a)))
    };
    let text = |of: fn(&Assignment) -> &String| now.map_or_else(String::new, |a| of(a).clone());
    let fields = vec![
        (Label::Lead, Field::new(&names(|a| &a.lead))),
        (Label::Support, Field::new(&names(|a| &a.support))),
        (Label::Sponsor, Field::new(&text(|a| &a.sponsor))),
        (Label::Person, Field::new(&text(|a| &a.person))),
    ];
    seat.open(Screen::Form(Form::new(Purpose::Assign { row }, fields)));
}

/// Records who has the row.
pub(super) fn confirm(session: &mut Session, form: &Form, row: Place) -> Acted {
    let assignment = Assignment {
        lead: parties(session, form.text(Label::Lead))?,
        support: parties(session, form.text(Label::Support))?,
        sponsor: form.text(Label::Sponsor).into(),
        person: form.text(Label::Person).into(),
        due: session.assignment(row).and_then(|before| before.due),
        since: session.base_day(),
    };
    act::assign(session, &[row], &assignment, "")
}

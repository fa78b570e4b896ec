//! 记议定: the long form of a decision, new or not sealed yet.

use super::parties;
use crate::app::act::{self, Acted};
use crate::app::{Field, Form, Purpose, Screen, Seat, Session, submit};
use crate::ledger::{About as Subject, Decision, Due, RecordId, sentence};
use crate::plan::Place;
use crate::words::{Label, Notice};

/// The form of a new decision on a row, with what is typed in the line.
pub(super) fn begin(seat: &mut Seat, row: Option<Place>) {
    let rows = row.map_or_else(Vec::new, |row| vec![row.in_task().unwrap_or(row)]);
    let text = seat.line.field.text().to_owned();
    seat.open(Screen::Form(form(rows, None, &Decision { text, ..Decision::default() })));
}

/// The form of a decision that is not sealed yet, the cursor in one of its fields.
pub(in crate::app) fn begin_change(
    session: &Session,
    seat: &mut Seat,
    id: &RecordId,
    field: Label,
) {
    let Some(decision) = session.state().ledger.decisions.get(id) else { return };
    let rows = decision.about.iter().filter_map(|about| match about {
        Subject::Row(row) => Some(row.place),
        Subject::Decision(_) => None,
    });
    let mut form = form(rows.collect(), Some(id.clone()), decision);
    form.at = form.fields.iter().position(|(label, _)| *label == field).unwrap_or(0);
    seat.open(Screen::Form(form));
}

fn form(rows: Vec<Place>, change: Option<RecordId>, decision: &Decision) -> Form {
    let due = match &decision.due {
        Due::Missing => String::new(),
        Due::Stated(when) | Due::Assumed(when) => when.to_string(),
        Due::Unsettled(words) => words.clone(),
    };
    let places: Vec<String> = rows.iter().map(Place::to_string).collect();
    let fields = vec![
        (Label::Text, Field::new(&decision.text)),
        (Label::Lead, Field::new(&sentence::names(&decision.lead))),
        (Label::Support, Field::new(&sentence::names(&decision.support))),
        (Label::Due, Field::new(&due)),
        (Label::Rows, Field::new(&places.join(" "))),
    ];
    Form::new(Purpose::Decide { rows, change }, fields)
}

/// Records the decision, or what became of it.
pub(super) fn confirm(session: &mut Session, form: &Form, change: Option<&RecordId>) -> Acted {
    let text = form.text(Label::Text);
    if text.is_empty() {
        return Err(Notice::Empty);
    }
    let due = form.text(Label::Due);
    let was = change.and_then(|id| session.state().ledger.decisions.get(id)).cloned();
    let about = places(session, form.text(Label::Rows))?;
    let decision = Decision {
        about: about.into_iter().map(|place| Subject::Row(session.plan.row(place))).collect(),
        text: text.into(),
        lead: parties(session, form.text(Label::Lead))?,
        lead_assumed: false,
        support: parties(session, form.text(Label::Support))?,
        due: if due.is_empty() { Due::Missing } else { submit::meant_due(session, due)? },
        ..was.unwrap_or_default()
    };
    match change {
        Some(id) => act::change(session, id, decision, text),
        None => act::decide(session, decision, text),
    }
}

pub(super) fn places(session: &Session, text: &str) -> Result<Vec<Place>, Notice> {
    let ids =
        text.split(|c: char| c.is_whitespace() || "、,，".contains(c)).filter(|id| !id.is_empty());
    ids.map(|id| {
        let place = id.parse().ok().filter(|place| session.plan.find(*place).is_some());
        place.ok_or_else(|| Notice::NoSuchRow { id: id.into() })
    })
    .collect()
}

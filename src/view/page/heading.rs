//! The two lines over a form: what it is for, and what is known of the row or the record.

use crate::app::mend::{Record, Sealed};
use crate::app::page::open;
use crate::app::{Form, Purpose, agenda};
use crate::ledger::{About, Edit, RecordId, sentence};
use crate::plan::{Found, Place};
use crate::view::strip::Piece;
use crate::view::style::Role;
use crate::view::subject::{Subject, names};
use crate::view::{standing, status};
use crate::words::{Beside, Label, Seen, Sign};

/// What the form is for, and on what.
pub fn title(subject: Subject<'_>, form: &Form) -> Vec<Piece> {
    let mut pieces = vec![Piece::new(status::purpose(&form.purpose, subject.lang()), Role::Title)];
    match &form.purpose {
        Purpose::Open => pieces.extend(agenda(subject, form)),
        Purpose::Item { number: None, .. }
        | Purpose::Figures
        | Purpose::Identity
        | Purpose::Sign
        | Purpose::Dispute { .. } => {}
        Purpose::Item { number: Some(number), .. }
        | Purpose::Prepare { number, .. }
        | Purpose::Skip { number } => pieces.push(item(subject, *number)),
        Purpose::Attend { who } => {
            pieces.extend(who.iter().map(|who| Piece::new(who.to_string(), Role::Strong)));
        }
        Purpose::Decide { rows, change } => {
            pieces.extend(change.iter().map(|id| Piece::new(subject.record(id), Role::Strong)));
            // A sealed decision is on this page only to be settled.
            let own = |id: &RecordId| subject.session.is_open(&id.snapshot);
            let sealed = change.as_ref().is_some_and(|id| !own(id));
            let settles = if sealed { subject.label(Label::Pending) } else { "" };
            pieces.push(Piece::new(settles, Role::Behind));
            pieces.extend(rows.iter().map(|row| Piece::new(subject.row(*row), Role::Plain)));
        }
        Purpose::Read { target } | Purpose::Amend { target } => {
            pieces.extend(of_target(subject, *target));
        }
        Purpose::Account { row, state } => {
            pieces.push(Piece::new(subject.row(*row), Role::Strong));
            pieces.push(Piece::new(state.word().text(subject.lang()), Role::Title));
        }
        Purpose::Revise { record } => {
            pieces.push(Piece::new(subject.record(record), Role::Strong));
            pieces.extend(revised(subject, record));
        }
        Purpose::Light { row, light } => {
            pieces.push(Piece::new(subject.row(*row), Role::Strong));
            let (text, role) = subject.light(*light);
            pieces.push(Piece::new(text, role));
        }
        Purpose::Assign { row } => pieces.push(Piece::new(subject.row(*row), Role::Strong)),
        Purpose::Follow { decision, .. } => pieces.extend(of_decision(subject, decision)),
        Purpose::Sheet { about: About::Decision(id) } => pieces.extend(of_decision(subject, id)),
        Purpose::Sheet { about: About::Row(row) } => {
            pieces.push(Piece::new(subject.row(row.place), Role::Strong));
        }
        Purpose::Correct { of } => pieces.extend(of_sealed(subject, of)),
    }
    pieces
}

/// How it stands, where there is a word to say.
pub fn known(subject: Subject<'_>, form: &Form) -> Vec<Piece> {
    match &form.purpose {
        Purpose::Follow { decision, .. }
        | Purpose::Correct { of: Sealed::Decision(decision) }
        | Purpose::Sheet { about: About::Decision(decision) } => {
            let now = subject.state().standing(decision);
            now.map_or_else(Vec::new, |now| standing::pieces(subject, decision, &now))
        }
        Purpose::Correct { of: Sealed::Meeting(_) } => {
            vec![Piece::new(subject.sign(Sign::EarlierMeetings), Role::Hint)]
        }
        Purpose::Sheet { about } => {
            let sheets = standing::sheets(subject, about);
            sheets.into_iter().map(|sheets| Piece::new(sheets, Role::Plain)).collect()
        }
        Purpose::Amend { target } => {
            let amended = subject.amended(*target);
            amended.into_iter().map(|text| Piece::new(text, Role::Plain)).collect()
        }
        _ => Vec::new(),
    }
}

/// What the record that is changed says now.
fn revised(subject: Subject<'_>, record: &RecordId) -> Vec<Piece> {
    let own = subject.state().additions().into_iter().find(|edit| edit.record() == Some(record));
    match own {
        Some(Edit::Reading(change)) => of_target(subject, change.at.0.place),
        Some(Edit::Assignment(change)) => {
            vec![Piece::new(subject.row(change.at.0.place), Role::Strong)]
        }
        _ => Vec::new(),
    }
}

/// The goal and the last figure of a target, beside which a new one is typed.
fn of_target(subject: Subject<'_>, place: Place) -> Vec<Piece> {
    let Some(Found::Target(target)) = subject.session.plan.find(place) else { return Vec::new() };
    let latest = subject.latest_value(target);
    let lead = subject.session.assignment(place).map(|now| names(&now.lead)).unwrap_or_default();
    vec![
        Piece::new(format!("{place} {}", target.metric), Role::Strong),
        Piece::labelled(subject, Label::Goal, subject.goal(target)),
        Piece::labelled(subject, Label::Latest, latest),
        Piece::new(subject.latest_period(target), Role::Plain),
        Piece::labelled(subject, Label::Lead, lead),
    ]
}

/// A decision by its number and the sentence in force.
fn of_decision(subject: Subject<'_>, id: &RecordId) -> Vec<Piece> {
    let text = subject.state().standing(id).map(|now| now.text).unwrap_or_default();
    vec![Piece::new(subject.record(id), Role::Strong), Piece::new(text, Role::Plain)]
}

/// A sealed record by its number, or a meeting by its name.
fn of_sealed(subject: Subject<'_>, of: &Sealed) -> Vec<Piece> {
    match of.look(subject.session) {
        Some(Record::Decision(id, _)) => of_decision(subject, &id),
        Some(Record::Reading(target, id, reading)) => {
            let name = match subject.session.plan.find(target) {
                Some(Found::Target(target)) => target.metric.as_str(),
                _ => "",
            };
            let period = sentence::months(reading.period, subject.lang());
            let details = Beside::Details { said: reading.value.to_string(), details: period };
            vec![
                Piece::new(subject.record(&id), Role::Strong),
                Piece::new(format!("{target} {name}"), Role::Plain),
                Piece::labelled(subject, Label::Value, details.text(subject.lang())),
            ]
        }
        Some(Record::Meeting(meeting)) => {
            let held = crate::ledger::Held::Meeting(*meeting);
            vec![Piece::new(sentence::of_held(&held, subject.lang()), Role::Strong)]
        }
        None => Vec::new(),
    }
}

/// How long the agenda is that the meeting would open with.
fn agenda(subject: Subject<'_>, form: &Form) -> Vec<Piece> {
    let Ok(source) = open::source(form) else { return Vec::new() };
    let lang = subject.lang();
    let agenda = agenda::agenda(subject.session, source, "", lang);
    let count = Seen::Tasks { count: agenda.len().to_string() }.text(lang);
    let planned = agenda::planned(&agenda);
    let planned = planned.map(|count| Seen::Planned { count: count.to_string() }.text(lang));
    vec![
        Piece::labelled(subject, Label::Agenda, count),
        Piece::new(planned.unwrap_or_default(), Role::Plain),
    ]
}

/// An item by its number and title.
fn item(subject: Subject<'_>, number: u16) -> Piece {
    let item = subject.session.agenda().and_then(|agenda| agenda.get(&number));
    let title = item.map_or("", |item| item.title.as_str());
    Piece::new(format!("{number} {title}"), Role::Strong)
}

//! Anything that a cursor can stand on, as a row: on paper, and where it is read out.

use super::{aside, comma, fact, itself, light, line, lit};
use crate::app::{Screen, Stop};
use crate::judge::Light;
use crate::ledger::{AgendaItem, RecordId, sentence};
use crate::papers::listing::{Fact, Row};
use crate::plan::{Found, Place, Section, Target};
use crate::view::items;
use crate::view::subject::{Subject, names};
use crate::view::{records, standing};
use crate::words::{Label, Seen, Sign};

/// Room for how far a target is, without a bar.
const WAY: usize = 12;

/// The places of an item beyond which they say less than its title.
const PLACES: usize = 6;

/// The row of a stop.
pub fn of(subject: Subject<'_>, stop: &Stop) -> Row {
    match stop {
        Stop::Row(place) => row(subject, *place),
        Stop::Decision(id) | Stop::Record(id) => record(subject, id),
        Stop::Item(number) => item(subject, *number),
        Stop::Prepared(number, nth) => {
            let item = subject.session.agenda().and_then(|agenda| agenda.get(number));
            let text = item.and_then(|item| item.prepared.get(*nth)).map_or("", String::as_str);
            Row::text(format!("{} {text}", subject.label(Label::Prepared)))
        }
        Stop::Party(party) => Row::text(party.name()),
        Stop::Command(what) => Row::text(what.text(subject.lang())),
    }
}

/// A decision of the meeting that is open has the number by which people call it there: 议定2.
pub fn numbered(subject: Subject<'_>, stop: Option<&Stop>, mut row: Row) -> Row {
    let (Some(Stop::Decision(id) | Stop::Record(id)), lang) = (stop, subject.lang()) else {
        return row;
    };
    let made = subject.state().ledger.decisions.get(id);
    if let Some(made) = made.filter(|_| subject.session.is_open(&id.snapshot))
        && row.number == subject.record(id)
    {
        let (kind, number) = (made.kind.word().text(lang).to_owned(), id.number.to_string());
        row.number = Seen::Numbered { kind, number }.text(lang);
    }
    row
}

fn row(subject: Subject<'_>, place: Place) -> Row {
    match subject.session.plan.find(place) {
        Some(Found::Section(own)) => section(subject, own),
        Some(Found::Task(task)) => {
            let (lead, _) = subject.row_lead(place);
            let now = subject.session.assignment(place);
            let support = now.map(|now| names(&now.support)).unwrap_or_default();
            Row {
                number: place.to_string(),
                text: task.title.clone(),
                facts: vec![
                    fact(subject.label(Label::Lead), lead),
                    aside(subject.label(Label::Support), support),
                    state(subject, place),
                ],
                more: subject.session.reason(place, subject.lang()).into_iter().collect(),
            }
        }
        Some(Found::Measure(measure)) => {
            Row { number: place.to_string(), text: measure.text.clone(), ..Row::default() }
        }
        Some(Found::Target(own)) => target(subject, own),
        None => Row::text(place.to_string()),
    }
}

/// The light of a row.
fn state(subject: Subject<'_>, place: Place) -> Fact {
    light(subject, subject.verdict(place).and_then(|verdict| verdict.light))
}

/// A section with how many of its tasks shine how.
fn section(subject: Subject<'_>, section: &Section) -> Row {
    let count = section.tasks.len().to_string();
    let mut facts = vec![fact(subject.label(Label::Tasks), count)];
    let tally = subject.session.verdicts.tally(section.id);
    let lit = tally.into_iter().flat_map(|tally| {
        let lit = Light::ALL.into_iter().filter(|light| tally.of(*light) > 0);
        lit.map(|light| fact(light.word().text(subject.lang()), tally.of(light).to_string()))
    });
    facts.extend(lit);
    Row { number: section.id.to_string(), text: section.title.clone(), facts, more: Vec::new() }
}

fn target(subject: Subject<'_>, target: &Target) -> Row {
    let lang = subject.lang();
    let value = subject.latest_value(target);
    let latest = match subject.latest_period(target) {
        months if months.is_empty() => value,
        months => Seen::ReadingOf { value, months }.text(lang),
    };
    Row {
        number: target.id.to_string(),
        text: target.metric.clone(),
        facts: vec![
            fact(subject.label(Label::Goal), subject.goal(target)),
            fact(subject.label(Label::Latest), latest),
            aside(subject.label(Label::Progress), subject.way(target, WAY)),
            state(subject, target.id),
        ],
        more: subject.session.reason(target.id, lang).into_iter().collect(),
    }
}

/// A decision with who and by when and what happened to it; any other record as it says of itself.
fn record(subject: Subject<'_>, id: &RecordId) -> Row {
    let (state, lang) = (subject.state(), subject.lang());
    let Some((made, now)) = state.ledger.decisions.get(id).zip(state.standing(id)) else {
        let all = subject.session.index.records();
        let edit = all.iter().find(|edit| edit.record() == Some(id));
        return Row::text(edit.map(|edit| subject.said(edit)).unwrap_or_default());
    };
    let about: Vec<String> = made.about.iter().map(|about| subject.about(about)).collect();
    // On the page of a task every decision is about it.
    let about = match subject.seat.screen() {
        Screen::Task { .. } => String::new(),
        _ => about.join(comma(lang)),
    };
    let mut facts = vec![aside(subject.label(Label::Rows), about)];
    facts.extend(records::who(subject, id, &now).iter().map(|piece| {
        let (label, text) = piece.parts();
        fact(label, text)
    }));
    facts.push(lit(subject, subject.decision_word(id, &now)));
    let brief = standing::brief(subject, id, &now).len();
    let further = standing::pieces(subject, id, &now).split_off(brief);
    Row {
        number: subject.record(id),
        text: sentence::answered(made, &now.text, lang),
        facts,
        more: vec![line(&further)],
    }
}

/// An item of the agenda: what it is about, how far it is, who presents it, how long it takes.
fn item(subject: Subject<'_>, number: u16) -> Row {
    let Some(item) = subject.session.agenda().and_then(|agenda| agenda.get(&number)) else {
        return Row::text(number.to_string());
    };
    let lang = subject.lang();
    let used = items::used(subject).items.get(&number).map(chrono::TimeDelta::num_minutes);
    let used = used.filter(|minutes| *minutes > 0);
    let minutes = items::minutes(subject, used, item.minutes.map(u32::from));
    let office = item.office.as_ref().map(ToString::to_string).unwrap_or_default();
    let restricted = if item.restricted { subject.sign(Sign::Restricted) } else { "" };
    Row {
        number: number.to_string(),
        text: title(item, comma(lang)),
        facts: vec![
            itself(subject.label(Label::State), item.state.word().text(lang)),
            fact(subject.label(Label::Office), office),
            fact(subject.label(Label::Presenter), item.presenter.clone()),
            itself(subject.label(Label::Minutes), minutes),
            itself(restricted, restricted),
            fact(subject.label(Label::Reason), item.reason.clone()),
        ],
        more: Vec::new(),
    }
}

fn title(item: &AgendaItem, comma: &str) -> String {
    let places: Vec<String> = item.rows.iter().map(|row| row.place.to_string()).collect();
    let places = if places.len() > PLACES { String::new() } else { places.join(comma) };
    format!("{places} {}", item.title).trim().to_owned()
}

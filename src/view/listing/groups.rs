//! Under which headings the rows of a screen stand, and what it lists that no cursor stands on.

use std::ops::Range;

use super::{fact, light, part, rows};
use crate::app::compare::Compare;
use crate::app::page::reviews;
use crate::app::rows::{self as stops, Stop};
use crate::app::story::story as chapters;
use crate::app::{Screen, line as desk, look};
use crate::judge::card::Line;
use crate::judge::compare::Shared;
use crate::ledger::sentence::{Speech, months};
use crate::ledger::{Reading, RecordId};
use crate::papers::listing::{Part, Row};
use crate::plan::Target;
use crate::view::subject::Subject;
use crate::view::{compare, gate};
use crate::words::compare::Compared;
use crate::words::{GuestSays, Label, Seen, Sign};

/// Rows under a heading, by their numbers on the screen.
pub struct Group {
    /// Which pane of the screen it is; none for what has a heading of its own.
    pub label: Option<Label>,
    /// The heading; empty for none.
    pub heading: String,
    /// The rows.
    pub rows: Range<usize>,
}

/// The groups of a screen, in order.
pub fn groups(subject: Subject<'_>) -> Vec<Group> {
    let session = subject.session;
    match subject.seat.screen() {
        Screen::Compare(compare) => {
            let of = |(shared, of): &(Shared, Vec<usize>)| {
                (self::shared(subject, compare, shared), of.len())
            };
            named(compare.groups.iter().map(of))
        }
        Screen::Story { of, .. } => {
            let number = |id: &_| subject.record(id);
            let speech = Speech::spoken(subject.lang(), &number);
            let told = chapters(session, of, subject.lang(), speech);
            named(told.into_iter().map(|chapter| (chapter.name, chapter.events.len())))
        }
        Screen::Pasted(pasted) => named([(String::new(), pasted.lines.len())].into_iter()),
        screen @ Screen::Preview(_) => {
            named([(String::new(), stops::count(session, screen))].into_iter())
        }
        screen => {
            let group = |pane: stops::Pane| Group {
                label: Some(pane.label),
                heading: subject.label(pane.label).to_owned(),
                rows: pane.rows,
            };
            stops::panes(session, screen).into_iter().map(group).collect()
        }
    }
}

fn named(all: impl Iterator<Item = (String, usize)>) -> Vec<Group> {
    let mut from = 0;
    let group = |(heading, count): (String, usize)| {
        from += count;
        Group { label: None, heading, rows: from - count..from }
    };
    all.map(group).filter(|group| !group.rows.is_empty()).collect()
}

fn shared(subject: Subject<'_>, compare: &Compare, shared: &Shared) -> String {
    match shared {
        Shared::Row(place) => compare::row(subject, compare, *place),
        Shared::Lead(party) => party.name().to_owned(),
        Shared::Nobody => Compared::NoOffice.text(subject.lang()).to_owned(),
        Shared::NoRow => Compared::NoRow.text(subject.lang()).to_owned(),
    }
}

/// What stands before the rows and is not one of them.
pub fn besides(subject: Subject<'_>) -> Vec<Part> {
    let lang = subject.lang();
    let texts = |texts: Vec<String>| texts.into_iter().map(Row::text).collect::<Vec<_>>();
    let parts = match subject.seat.screen() {
        Screen::Gate { .. } => {
            let typed = subject.seat.unrecorded().replace('\n', " ").trim().to_owned();
            let typed = if typed.is_empty() { Vec::new() } else { vec![typed] };
            let waiting = reviews::waiting(subject.session);
            let waiting: Vec<String> = waiting.map(|mark| gate::said_by(subject, mark)).collect();
            let not_put = subject.says(&GuestSays::NotPut { count: waiting.len().to_string() });
            let ahead = gate::ahead(subject);
            let (sign, count) =
                (subject.sign(Sign::NotDiscussed).to_owned(), ahead.len().to_string());
            vec![
                part(subject.sign(Sign::StillTyped), texts(typed)),
                part(&not_put, texts(waiting)),
                part(&Seen::Named { sign, count }.text(lang), texts(ahead)),
            ]
        }
        Screen::Office { party, .. } => {
            let card = subject.session.card(party);
            let leads = card.rows.iter().map(|line| match line.target {
                Some(target) => figures(subject, line, target),
                None => rows::of(subject, &Stop::Row(line.row)),
            });
            let promise = card.promise.iter();
            let promise =
                promise.map(|made| rows::of(subject, &Stop::Decision(made.record.clone())));
            vec![
                part(subject.label(Label::Leads), leads.collect()),
                part(subject.label(Label::Promise), promise.collect()),
            ]
        }
        Screen::Figures(figures) => match &figures.found {
            Err(why) => vec![part("", vec![Row::text(why.text(lang))])],
            Ok(_) => Vec::new(),
        },
        _ => Vec::new(),
    };
    parts.into_iter().filter(|part| !part.rows.is_empty()).collect()
}

/// A figure that an office answers for: what it was when the last meeting closed, and what it is.
fn figures(subject: Subject<'_>, line: &Line<'_>, target: &Target) -> Row {
    let reading = |reading: Option<&Reading>| {
        let reading = reading.map(|reading| Seen::ReadingOf {
            value: target.measured(reading.value),
            months: months(reading.period, subject.lang()),
        });
        reading.map(|seen| seen.text(subject.lang())).unwrap_or_default()
    };
    Row {
        number: target.id.to_string(),
        text: target.metric.clone(),
        facts: vec![
            fact(subject.label(Label::Goal), subject.goal(target)),
            fact(subject.sign(Sign::LastTerm), reading(line.last.as_deref())),
            fact(subject.sign(Sign::ThisTerm), reading(line.now.as_deref())),
            light(subject, line.light.as_ref().map(|(light, _)| *light)),
        ],
        more: subject.session.reason(target.id, subject.lang()).into_iter().collect(),
    }
}

/// What the desk of a meeting shows, in order.
pub struct OnDesk {
    /// The item that is on, and its tasks.
    pub item: Vec<Stop>,
    /// Their targets.
    pub targets: Vec<Stop>,
    /// What earlier meetings left open on them.
    pub earlier: Vec<RecordId>,
    /// What was recorded in this one.
    pub now: Vec<RecordId>,
}

/// The same for a seat.
pub fn on_desk(subject: Subject<'_>) -> OnDesk {
    let (session, seat) = (subject.session, subject.seat);
    let places = desk::rows(session, seat);
    let item = seat.line.item.map(Stop::Item);
    let targets = places.iter().flat_map(|place| look::targets_at(session, *place));
    let targets = targets.map(Stop::Row).collect();
    let open = subject.state().id();
    let (earlier, now) =
        desk::walkable(session, seat).into_iter().partition(|id| id.snapshot != open);
    OnDesk {
        item: item.into_iter().chain(places.into_iter().map(Stop::Row)).collect(),
        targets,
        earlier,
        now,
    }
}

/// The items of the agenda, each with the lines prepared for it.
pub fn agenda(subject: Subject<'_>) -> Vec<Row> {
    let agenda = subject.session.agenda().into_iter().flatten();
    let row = |(number, item): (&u16, &crate::ledger::AgendaItem)| Row {
        more: item.prepared.iter().map(|line| format!("- {line}")).collect(),
        ..rows::of(subject, &Stop::Item(*number))
    };
    agenda.map(row).collect()
}

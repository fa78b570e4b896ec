//! The rows of each screen in sentences: one fact a line, under the number by which it is picked.

use std::ops::Range;

use super::spoken;
use super::tell::{self, full};
use crate::app::page::reviews;
use crate::app::rows::{self, Stop};
use crate::app::sheet::readings;
use crate::app::{Screen, account as accounts, division as table, typed};
use crate::judge::Whose;
use crate::ledger::{Mark, Remark};
use crate::plan::Place;
use crate::view::strip::Strip;
use crate::view::subject::Subject;
use crate::view::{account, gate, items, join, lists, signin};
use crate::words::linear::Told;
use crate::words::{Do, Guest, GuestSays, Label, Sign};

/// The rows of those numbers, each under the number by which it is picked.
pub fn listed(subject: Subject<'_>, rows: Range<usize>) -> Vec<String> {
    if let Screen::Story { .. } = subject.seat.screen() {
        return tell::told(subject, rows);
    }
    rows.flat_map(|at| {
        let mut lines = row(subject, at);
        if let (Some(number), Some(first)) =
            (typed::number(subject.session, subject.seat.screen(), at), lines.first_mut())
        {
            let what = std::mem::take(first);
            *first = Told::Numbered { number, what }.text(subject.lang());
        }
        lines
    })
    .collect()
}

/// One row, in as many lines as it has facts that stand alone.
fn row(subject: Subject<'_>, at: usize) -> Vec<String> {
    let (session, lang) = (subject.session, subject.lang());
    let screen = subject.seat.screen();
    let one = |parts: &[String]| vec![full(parts, lang)];
    match (screen, rows::at(session, screen, at)) {
        (Screen::Gate { .. }, _) => one(&gap(subject, at)),
        (Screen::Join { .. }, _) => conflict(subject, at),
        (Screen::Figures(figures), _) => match &figures.found {
            Err(_) => Vec::new(),
            Ok(found) => match at.checked_sub(found.faults.len()) {
                None => one(&[found.faults[at].text(lang)]),
                Some(at) => found.changes.get(at).map_or_else(Vec::new, |change| {
                    let told = readings::told(session, change, lang);
                    one(&[told, change.cautions.join("；")])
                }),
            },
        },
        (Screen::Reviews { .. }, stop) => match reviews::remarks(session).nth(at) {
            Some(mark) => one(&remark(subject, mark)),
            None => stop.map_or_else(Vec::new, |stop| read_by(subject, &stop)),
        },
        (Screen::SignIn { .. }, _) => one(&attends(subject, at)),
        (Screen::Account { .. }, Some(Stop::Row(place))) => one(&settled(subject, place)),
        (Screen::Division(_), Some(Stop::Row(place))) => one(&divided(subject, place)),
        (Screen::Lists { .. }, Some(Stop::Command(what))) => one(&[what.text(lang).to_owned()]),
        (Screen::Lists { .. }, _) => {
            let point = at.checked_sub(1).and_then(|at| session.lists().points().nth(at));
            point.map_or_else(Vec::new, |point| {
                let [number, text, lead, _, why] = lists::cells(subject, point);
                let name = format!("{} {}", number.text(), text.text());
                let light = point.light.word().text(lang).to_owned();
                let lead = tell::pair(subject.label(Label::Lead), lead.text(), lang);
                one(&[name, lead, light, why.text().to_owned()])
            })
        }
        (Screen::Agenda { .. }, Some(Stop::Item(number))) => one(&item_of(subject, number)),
        (Screen::Tasks { .. }, Some(stop @ Stop::Row(place))) => {
            let marked = subject.seat.marks.contains(&place);
            let mark = if marked { Do::Mark.text(lang) } else { "" };
            one(&[tell::stop(subject, &stop).trim_end_matches(['。', '.']).to_owned(), mark.into()])
        }
        (Screen::Compare(_), _) => tell::told(subject, at..at + 1),
        (_, Some(stop)) => vec![tell::stop(subject, &stop)],
        (_, None) => Vec::new(),
    }
}

fn attends(subject: Subject<'_>, at: usize) -> Vec<String> {
    let attendees = subject.session.attendees();
    let Some((party, attendance)) = attendees.get(at) else { return Vec::new() };
    let state = attendance.as_ref().map(|now| now.state.word().text(subject.lang()));
    let state = state.unwrap_or_else(|| subject.sign(Sign::NotSigned)).to_owned();
    vec![party.to_string(), state, signin::remarks(subject, party, attendance.as_ref())]
}

/// What is missing, of what, and what the record says.
fn gap(subject: Subject<'_>, at: usize) -> Vec<String> {
    let Some(gap) = subject.session.gaps().get(at) else { return Vec::new() };
    let whose = gate::whose(subject, gap);
    let said = match &gap.at {
        Whose::Record(id) => gate::said(subject, id),
        Whose::Lead(_) | Whose::Agenda => String::new(),
    };
    vec![whose, gap.kind.text(subject.lang()).to_owned(), gap.detail.clone(), said]
}

/// What is in conflict, what each line says of it, and how it was settled.
fn conflict(subject: Subject<'_>, at: usize) -> Vec<String> {
    let Some(fork) = &subject.session.fork else { return Vec::new() };
    let lang = subject.lang();
    let open = subject.session.open.as_ref().map(|history| &history.open);
    let Some((number, conflict, settled)) = fork.conflicts(open).nth(at) else {
        return Vec::new();
    };
    let strips = join::conflict_strips(subject, fork, (number, conflict, settled));
    let said = strips.into_iter().enumerate().filter_map(|(nth, strip)| match strip {
        // The number is said by whoever lists them.
        Strip::Pieces(pieces) => Some(spoken(&pieces[usize::from(nth == 0)..], lang)),
        _ => None,
    });
    said.collect()
}

/// What became of a row and why; what is assumed stands in 〔 〕.
fn settled(subject: Subject<'_>, place: Place) -> Vec<String> {
    let lang = subject.lang();
    let found = subject.session.plan.find(place);
    let title = found.map_or("", |found| found.title());
    let light = accounts::worst(subject.session, place);
    let light = light.map_or("", |light| light.word().text(lang)).to_owned();
    let (state, reason, _) = account::account(subject, place);
    let targets = account::targets(found);
    let way = targets.first().map(|target| account::way(subject, target)).unwrap_or_default();
    let state = if state == "-" { String::new() } else { state };
    vec![format!("{place} {title}"), way, light, state, reason]
}

/// Who has a row, cell by cell.
fn divided(subject: Subject<'_>, place: Place) -> Vec<String> {
    let lang = subject.lang();
    let now = subject.session.assignment(place);
    let title = subject.session.plan.find(place).map_or("", |found| found.title());
    let mut parts = vec![format!("{place} {title}")];
    parts.extend(table::Column::ALL.map(|column| {
        let text = match table::shown(now, column) {
            text if text.is_empty() && column == table::Column::Lead => {
                subject.sign(Sign::NotAssigned).to_owned()
            }
            text => text,
        };
        tell::pair(subject.label(column.label()), &text, lang)
    }));
    parts
}

/// An item of the agenda with its state, its office and its minutes.
fn item_of(subject: Subject<'_>, number: u16) -> Vec<String> {
    let agenda = subject.session.agenda();
    let Some(item) = agenda.and_then(|agenda| agenda.get(&number)) else { return Vec::new() };
    let lang = subject.lang();
    let places: Vec<String> = item.rows.iter().map(|row| row.place.to_string()).collect();
    let used = items::used(subject).items.get(&number).map(chrono::TimeDelta::num_minutes);
    let office = item.office.as_ref().map(ToString::to_string).unwrap_or_default();
    let restricted = if item.restricted { subject.sign(Sign::Restricted) } else { "" };
    let places = if places.len() > 6 { String::new() } else { places.join(" ") };
    vec![
        format!("{places} {}", item.title).trim().to_owned(),
        item.state.word().text(lang).to_owned(),
        office,
        item.presenter.clone(),
        items::minutes(subject, used, item.minutes.map(u32::from)),
        restricted.to_owned(),
        item.reason.clone(),
    ]
}

/// Whose remark, on what, what it says, and whether it was put forward.
fn remark(subject: Subject<'_>, mark: &Mark) -> Vec<String> {
    let put = reviews::is_put_forward(subject.session, mark);
    let put = if put { Guest::PutAlready.text(subject.lang()) } else { "" };
    let said = match &mark.remark {
        Remark::Said(text) => text.replace('\n', " "),
        Remark::Seen => String::new(),
    };
    vec![mark.by.clone(), subject.about(&mark.about), said, put.to_owned()]
}

/// A decision, who has read it and who has not.
fn read_by(subject: Subject<'_>, stop: &Stop) -> Vec<String> {
    let (Stop::Decision(id), lang) = (stop, subject.lang()) else { return Vec::new() };
    let (read, unread) = reviews::readers(subject.session, id);
    let names = |names: &[&str]| names.join("、");
    let mut parts = Vec::new();
    if !read.is_empty() {
        parts.push(GuestSays::SeenBy { names: names(&read) }.text(lang));
    }
    if !unread.is_empty() {
        parts.push(GuestSays::UnreadBy { names: names(&unread) }.text(lang));
    }
    if parts.is_empty() {
        parts.push(Guest::NobodyRead.text(lang).to_owned());
    }
    vec![tell::record(subject, id), full(&parts, lang)]
}

//! The rows of a screen, seen or not: those that say more than what the cursor stands on in a way of
//! their own.

use std::ops::Range;

use super::{aside, fact, itself, light, rows};
use crate::app::compare::Compare;
use crate::app::page::{Figures, reviews};
use crate::app::pasted::Pasted;
use crate::app::rows::{self as stops, Stop};
use crate::app::sheet::readings;
use crate::app::story::story as chapters;
use crate::app::{Screen, account as settled, division};
use crate::judge::Whose;
use crate::judge::compare::Value;
use crate::ledger::sentence::Speech;
use crate::ledger::story::Subject as Of;
use crate::ledger::{Mark, RecordId, Remark};
use crate::papers::listing::{Fact, Row};
use crate::papers::page::Page;
use crate::plan::{Found, Place};
use crate::view::strip::Strip;
use crate::view::subject::{Subject, names};
use crate::view::{account, compare, gate, join, lists, paste, signin};
use crate::words::compare::{Column, Compared};
use crate::words::{Guest, GuestSays, Label, Sign, listed};

/// The rows of those numbers, each of them there.
pub fn told(subject: Subject<'_>, range: Range<usize>) -> Vec<Row> {
    let (session, screen) = (subject.session, subject.seat.screen());
    let each = |row: &dyn Fn(usize) -> Option<Row>| {
        range.clone().map(|at| row(at).unwrap_or_default()).collect()
    };
    let place = |at: usize| match stops::at(session, screen, at) {
        Some(Stop::Row(place)) => Some(place),
        _ => None,
    };
    match screen {
        Screen::SignIn { .. } => signed(subject, range),
        Screen::Gate { .. } => each(&|at| gap(subject, at)),
        Screen::Join { .. } => conflicts(subject, range),
        Screen::Division(_) => each(&|at| Some(divided(subject, place(at)?))),
        Screen::Account { .. } => each(&|at| Some(settlement(subject, place(at)?))),
        Screen::Figures(figures) => each(&|at| figure(subject, figures, at)),
        Screen::Compare(compare) => each(&|at| change(subject, compare, at)),
        Screen::Story { of, .. } => story(subject, of).drain(range).collect(),
        Screen::Lists { .. } => each(&|at| point(subject, at)),
        Screen::Reviews { .. } => each(&|at| review(subject, at)),
        Screen::Pasted(pasted) => each(&|at| pasted_line(subject, pasted, at)),
        Screen::Preview(shown) => {
            let laid = shown.laid(session);
            let lines = laid.iter().flat_map(|laid| &laid.pages).flat_map(printed);
            lines.skip(range.start).take(range.len()).collect()
        }
        _ => each(&|at| Some(rows::of(subject, &stops::at(session, screen, at)?))),
    }
}

fn signed(subject: Subject<'_>, range: Range<usize>) -> Vec<Row> {
    let attendees = subject.session.attendees();
    let numbered = (1..).zip(&attendees).skip(range.start).take(range.len());
    let row = |(number, (party, here)): (usize, &(_, Option<_>))| {
        let [name, full, state, note] = signin::said(subject, party, here.as_ref());
        let state = if here.is_some() { state } else { subject.sign(Sign::NotSigned).to_owned() };
        Row {
            number: number.to_string(),
            text: name,
            facts: vec![
                aside(subject.label(Label::Office), full),
                itself(subject.label(Label::State), state),
                itself(subject.label(Label::Note), note),
            ],
            more: Vec::new(),
        }
    };
    numbered.map(row).collect()
}

/// Of what something is missing, what, and what the record says.
fn gap(subject: Subject<'_>, at: usize) -> Option<Row> {
    let gap = subject.session.gaps().get(at)?;
    let said = match &gap.at {
        Whose::Record(id) => gate::said(subject, id),
        Whose::Lead(_) | Whose::Agenda => String::new(),
    };
    Some(Row {
        number: gate::whose(subject, gap),
        text: format!("{} {}", gap.kind.text(subject.lang()), gap.detail),
        facts: vec![itself(subject.label(Label::Text), said)],
        more: Vec::new(),
    })
}

/// What is in conflict, and what each line says of it.
fn conflicts(subject: Subject<'_>, range: Range<usize>) -> Vec<Row> {
    let Some(fork) = &subject.session.fork else { return Vec::new() };
    let open = subject.session.open.as_ref().map(|history| &history.open);
    let row = |one: (u16, _, _)| {
        let mut strips = join::conflict_strips(subject, fork, one).into_iter();
        let head = strips.next();
        // The number is the row's own.
        let head = head.map(|strip| match strip {
            Strip::Pieces(pieces) => Strip::Pieces(pieces.into_iter().skip(1).collect()).said(),
            other => other.said(),
        });
        // What was chosen stands in the first line in a word.
        let more = strips.map(|strip| strip.said().trim_start_matches(['*', ' ']).to_owned());
        Row {
            number: one.0.to_string(),
            text: head.unwrap_or_default(),
            facts: Vec::new(),
            more: more.collect(),
        }
    };
    fork.conflicts(open).skip(range.start).take(range.len()).map(row).collect()
}

fn titled(subject: Subject<'_>, place: Place) -> Row {
    let title = subject.session.plan.find(place).map_or("", Found::title);
    Row { number: place.to_string(), text: title.to_owned(), ..Row::default() }
}

/// Who has a row, cell by cell.
fn divided(subject: Subject<'_>, place: Place) -> Row {
    let now = subject.session.assignment(place);
    let cell = |column: division::Column| {
        let text = match division::shown(now, column) {
            text if text.is_empty() && column == division::Column::Lead => {
                subject.sign(Sign::NotAssigned).to_owned()
            }
            text => text,
        };
        fact(subject.label(column.label()), text)
    };
    Row { facts: division::Column::ALL.map(cell).into(), ..titled(subject, place) }
}

/// What became of a row and why; what is assumed stands in 〔 〕.
fn settlement(subject: Subject<'_>, place: Place) -> Row {
    let (state, reason) = account::said(subject, place);
    let targets = account::targets(subject.session.plan.find(place));
    let way = targets.first().map(|target| account::way(subject, target)).unwrap_or_default();
    let facts = vec![
        aside(subject.label(Label::Lead), subject.row_lead(place).0),
        itself(subject.label(Label::Progress), way),
        light(subject, settled::worst(subject.session, place)),
        itself(subject.label(Label::Account), state.trim_start_matches('-')),
        fact(subject.label(Label::Reason), reason),
    ];
    Row { facts, ..titled(subject, place) }
}

/// A line that cannot be read, or a figure with what is odd about it.
fn figure(subject: Subject<'_>, figures: &Figures, at: usize) -> Option<Row> {
    let (found, lang) = (figures.found.as_ref().ok()?, subject.lang());
    if let Some(fault) = found.faults.get(at) {
        return Some(Row::text(fault.text(lang)));
    }
    let change = found.changes.get(at.checked_sub(found.faults.len())?)?;
    let told = readings::told(subject.session, change, lang);
    Some(Row { more: change.cautions.clone(), ..Row::text(told) })
}

/// What differs, how, and why.
fn change(subject: Subject<'_>, compare: &Compare, at: usize) -> Option<Row> {
    let lang = subject.lang();
    let one = compare.at(at)?;
    let (topic, told) = compare::in_words(subject, compare, one);
    let side = |label: Compared, text: String, value: Option<&Value>| {
        let lit = match value {
            Some(Value::Light(verdict)) => verdict.light.and_then(|light| subject.mark(light)),
            _ => None,
        };
        let word = lit.and_then(|mark| text.strip_prefix(mark)).map(|word| word.trim().to_owned());
        let mark = word.as_ref().and(lit);
        Fact { mark, ..fact(label.text(lang), word.unwrap_or(text)) }
    };
    Some(Row {
        number: String::new(),
        text: topic,
        facts: vec![
            itself(Column::In.text(lang), told.field),
            side(Compared::Before, told.was, one.was.as_ref()),
            side(Compared::After, told.now, one.now.as_ref()),
        ],
        more: told.notes,
    })
}

/// All that happened; its day where it is not that of its meeting.
fn story(subject: Subject<'_>, of: &Of) -> Vec<Row> {
    let number = |id: &_| subject.record(id);
    let speech = Speech::spoken(subject.lang(), &number);
    let told = chapters(subject.session, of, subject.lang(), speech);
    let events = told.into_iter().flat_map(|chapter| {
        let own = chapter.snapshot.day().filter(|_| chapter.snapshot.is_meeting());
        chapter.events.into_iter().map(move |event| (event.on.filter(|on| Some(*on) != own), event))
    });
    let row = |(day, event): (Option<_>, crate::app::story::Event)| Row {
        number: day.map(|day| subject.day(day)).unwrap_or_default(),
        text: event.text,
        ..Row::default()
    };
    events.map(row).collect()
}

/// 会前三张单: first what makes an agenda of them.
fn point(subject: Subject<'_>, at: usize) -> Option<Row> {
    let Some(at) = at.checked_sub(1) else {
        return Some(rows::of(subject, &stops::at(subject.session, subject.seat.screen(), at)?));
    };
    let lists = subject.session.lists();
    let point = lists.points().nth(at)?;
    let (number, text) = lists::named(subject, point);
    Some(Row {
        number,
        text,
        facts: vec![
            fact(subject.label(Label::Lead), names(&point.lead)),
            light(subject, Some(point.light)),
            itself(subject.label(Label::Reason), point.why.text(subject.lang())),
        ],
        more: Vec::new(),
    })
}

/// A remark, or a decision with who has read it.
fn review(subject: Subject<'_>, at: usize) -> Option<Row> {
    let session = subject.session;
    if let Some(mark) = reviews::remarks(session).nth(at) {
        return Some(remark(subject, mark));
    }
    match stops::at(session, subject.seat.screen(), at)? {
        Stop::Decision(id) => Some(read_by(subject, &id)),
        _ => None,
    }
}

/// What somebody said, on what, and whether it was put forward.
fn remark(subject: Subject<'_>, mark: &Mark) -> Row {
    let text = match &mark.remark {
        Remark::Said(text) => text.clone(),
        Remark::Seen => String::new(),
    };
    let put = reviews::is_put_forward(subject.session, mark);
    let put = if put { Guest::PutAlready.text(subject.lang()) } else { "" };
    Row {
        text,
        facts: vec![
            itself(subject.label(Label::Name), mark.by.clone()),
            itself(subject.label(Label::Rows), subject.about(&mark.about)),
            itself(subject.label(Label::State), put),
        ],
        ..Row::default()
    }
}

fn read_by(subject: Subject<'_>, id: &RecordId) -> Row {
    let lang = subject.lang();
    let (read, unread) = reviews::readers(subject.session, id);
    let seen = (!read.is_empty()).then(|| GuestSays::SeenBy { names: listed(&read) });
    let not = (!unread.is_empty()).then(|| GuestSays::UnreadBy { names: listed(&unread) });
    let mut more: Vec<String> = seen.into_iter().chain(not).map(|said| said.text(lang)).collect();
    if more.is_empty() {
        more.push(Guest::NobodyRead.text(lang).to_owned());
    }
    let text = subject.state().standing(id).map(|now| now.text).unwrap_or_default();
    Row { number: subject.record(id), text, facts: Vec::new(), more }
}

fn pasted_line(subject: Subject<'_>, pasted: &Pasted, at: usize) -> Option<Row> {
    let line = pasted.lines.get(at)?;
    let [_, kind, _, lead, support, due] = paste::row(subject, at, line);
    Some(Row {
        number: (at + 1).to_string(),
        text: line.text.clone(),
        facts: vec![
            itself(subject.label(Label::Kind), kind.text()),
            fact(subject.label(Label::Lead), lead.text()),
            fact(subject.label(Label::Support), support.text()),
            fact(subject.label(Label::Due), due.text()),
        ],
        more: Vec::new(),
    })
}

/// The lines of a page, as they are printed.
fn printed(page: &Page) -> impl Iterator<Item = Row> {
    page.lines.iter().map(|line| {
        let texts: Vec<&str> = line.pieces.iter().map(|piece| piece.text.trim()).collect();
        Row::text(texts.join("  "))
    })
}

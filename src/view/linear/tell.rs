//! Rows, records and screens in sentences: what any seat is told, whoever sits there.

use std::ops::Range;

use super::saying::{brief, facts, whole};
pub use super::saying::{full, pair};

use crate::app::rows::{self, Stop};
use crate::app::{Screen, line, typed};
use crate::ledger::{About, AgendaItem, Edit, ItemState, RecordId, sentence};
use crate::papers::listing::{Fact, Row};
use crate::plan::{Found, Place};
use crate::view::listing::{self, OnDesk, numbered};
use crate::view::subject::{Subject, names};
use crate::view::{compare, register, status};
use crate::words::history::Said;
use crate::words::linear::Told;
use crate::words::preview::Beside;
use crate::words::{Guest, Label, Lang, Seen, Sign};

/// Where one is: the item and who answers for it, or the name of the screen.
pub fn head(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    match subject.seat.screen() {
        Screen::Meeting => item(subject),
        Screen::Task { place, .. } => {
            let title = subject.session.plan.find(*place).map_or("", |found| found.title());
            let mut lines = vec![full(&[format!("{place} {title}")], lang)];
            lines.push(full(&who(subject, *place), lang));
            lines
        }
        Screen::Register(register) => {
            let count = register.ids.len().to_string();
            let parts = [
                status::title(subject),
                register.field.text().to_owned(),
                Seen::Listed { count }.text(lang),
                register.unclear.as_ref().map(|why| why.text(lang)).unwrap_or_default(),
            ];
            vec![full(&parts, lang)]
        }
        _ => {
            let mut lines = listing::head(subject);
            let first = if lines.is_empty() { Vec::new() } else { lines.remove(0) };
            let title = Fact { text: status::title(subject), ..Fact::default() };
            let first: Vec<Fact> = std::iter::once(title).chain(first).collect();
            std::iter::once(&first).chain(&lines).map(|line| facts(line, lang)).collect()
        }
    }
}

/// The item that is on.
fn item(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    let meeting = subject.session.meeting();
    let item = line::item(subject.session, subject.seat);
    let rows = line::rows(subject.session, subject.seat);
    let number = subject.seat.line.item.unwrap_or_default().to_string();
    let all = meeting.map_or(0, |meeting| meeting.agenda.len()).to_string();
    let count = Seen::Of { shown: number, all }.text(lang);
    let title = match (rows.as_slice(), item) {
        ([place], _) => {
            let title = subject.session.plan.find(*place).map_or("", |found| found.title());
            format!("{place} {title}")
        }
        (_, Some(item)) => item.title.clone(),
        (_, None) => String::new(),
    };
    let restricted = item.filter(|item| item.restricted).map(|_| subject.sign(Sign::Restricted));
    // An item that is told of has come up, or nobody asks yet how far it is.
    let known = item.filter(|item: &&AgendaItem| item.state != ItemState::Ahead);
    let state = known.map(|item| item.state.word().text(lang));
    let first = [
        pair(subject.label(Label::Item), &format!("{count} {title}"), lang),
        state.unwrap_or_default().to_owned(),
        restricted.unwrap_or_default().to_owned(),
    ];
    let mut lines = vec![full(&first, lang)];
    if let [place] = rows.as_slice() {
        lines.push(full(&who(subject, *place), lang));
    }
    lines
}

/// Who answers for a row, and how it stands.
fn who(subject: Subject<'_>, place: Place) -> Vec<String> {
    let lang = subject.lang();
    let (lead, _) = subject.row_lead(place);
    let support = subject.session.assignment(place).map(|now| names(&now.support));
    let light = subject.session.verdict(place).and_then(|verdict| verdict.light);
    vec![
        pair(subject.label(Label::Lead), &lead, lang),
        pair(subject.label(Label::Support), &support.unwrap_or_default(), lang),
        pair(subject.label(Label::State), light.map_or("", |l| l.word().text(lang)), lang),
        subject.session.reason(place, lang).unwrap_or_default(),
    ]
}

/// The rows of a screen from one on, each under its heading.
pub fn rows(subject: Subject<'_>, from: usize, most: usize) -> Vec<String> {
    if let Screen::Meeting = subject.seat.screen() {
        return meeting(subject, most, |_| true);
    }
    let lines = listed(subject, from, most, |rows| told(subject, rows));
    lines.into_iter().chain(nothing(subject)).collect()
}

/// The same, each row said in a way of one's own.
pub fn listed(
    subject: Subject<'_>,
    from: usize,
    most: usize,
    say: impl Fn(Range<usize>) -> Vec<String>,
) -> Vec<String> {
    let lang = subject.lang();
    let (mut lines, mut left) = (Vec::new(), most);
    let groups = listing::groups(subject);
    let end = groups.last().map_or(0, |group| group.rows.end);
    for group in groups.into_iter().filter(|group| group.rows.end > from) {
        if left == 0 {
            break;
        }
        // A row that is named as its heading says it itself.
        let first = group.rows.start..group.rows.start + 1;
        let named = group.label.is_none()
            && listing::told(subject, first).iter().all(|row| row.text == group.heading);
        if group.rows.start >= from && !group.heading.is_empty() && !named {
            let (what, count) = (group.heading, group.rows.len().to_string());
            // What has a heading of its own says itself where it stands.
            lines.push(match group.label {
                Some(_) => Told::Heading { what, count }.text(lang),
                None => full(&[what], lang),
            });
        }
        let own = group.rows.start.max(from)..group.rows.end;
        let count = own.len().min(left);
        lines.extend(say(own.start..own.start + count));
        left -= count;
    }
    let shown = most - left;
    if let Some(count) = end.checked_sub(from + shown).filter(|count| *count > 0) {
        lines.push(Told::More { count: count.to_string() }.text(lang));
    }
    lines
}

/// The rows of a screen of those numbers.
pub fn told(subject: Subject<'_>, range: Range<usize>) -> Vec<String> {
    let screen = subject.seat.screen();
    let all = range.clone().zip(listing::told(subject, range));
    all.flat_map(|(at, row)| {
        let row = numbered(subject, rows::at(subject.session, screen, at).as_ref(), row);
        listed_row(subject, &row)
    })
    .collect()
}

/// The same under the numbers by which they are picked.
pub fn picked(subject: Subject<'_>, range: Range<usize>) -> Vec<String> {
    let all = range.clone().zip(listing::told(subject, range));
    all.flat_map(|(at, row)| under_number(subject, at, row, listed_row)).collect()
}

/// The row of a number with all that is known of it.
pub fn pointed(subject: Subject<'_>, at: usize) -> Vec<String> {
    let row = listing::told(subject, at..at + 1).pop().unwrap_or_default();
    // The full name of an office is no news to whoever signs it in.
    let short = matches!(subject.seat.screen(), Screen::SignIn { .. });
    under_number(subject, at, row, |subject, row| {
        if short { listed_row(subject, row) } else { whole(row, subject.lang()) }
    })
}

fn under_number(
    subject: Subject<'_>,
    at: usize,
    row: Row,
    say: impl Fn(Subject<'_>, &Row) -> Vec<String>,
) -> Vec<String> {
    let screen = subject.seat.screen();
    let mut row = numbered(subject, rows::at(subject.session, screen, at).as_ref(), row);
    let number = typed::number(subject.session, screen, at);
    if number.as_ref() == Some(&row.number) {
        row.number.clear();
    }
    let mut lines = say(subject, &row);
    if let (Some(number), Some(first)) = (number, lines.first_mut()) {
        *first = Told::Numbered { number, what: std::mem::take(first) }.text(subject.lang());
    }
    lines
}

/// A row among others: one sentence, and what is half of it where it says only what differs.
fn listed_row(subject: Subject<'_>, row: &Row) -> Vec<String> {
    let halved = matches!(
        subject.seat.screen(),
        Screen::Join { .. } | Screen::Figures(_) | Screen::Reviews { .. }
    );
    if halved { whole(row, subject.lang()) } else { vec![brief(row, subject.lang())] }
}

/// Why there are no rows; nothing where there are some.
pub fn nothing(subject: Subject<'_>) -> Option<String> {
    let (lang, screen) = (subject.lang(), subject.seat.screen());
    if rows::count(subject.session, screen) > 0 {
        return None;
    }
    let why = match screen {
        Screen::SignIn { .. } => subject.sign(Sign::NoOffices).to_owned(),
        Screen::Gate { .. } => subject.sign(Sign::NoGaps).to_owned(),
        Screen::Agenda { .. } => subject.sign(Sign::NoAgenda).to_owned(),
        Screen::Pending { .. } => subject.sign(Sign::NothingPending).to_owned(),
        Screen::ReadBack { .. } => subject.sign(Sign::NothingDecided).to_owned(),
        Screen::Office { .. } => subject.sign(Sign::NoDecisionsOpen).to_owned(),
        Screen::Tasks { .. } | Screen::Account { .. } => subject.sign(Sign::NoTasks).to_owned(),
        Screen::Register(_) => register::empty(subject),
        Screen::Compare(compare) => compare::nothing(subject, compare),
        Screen::Reviews { .. } => Guest::NoMarks.text(lang).to_owned(),
        Screen::Story { .. } => Said::Nothing.text(lang),
        Screen::Preview(_) => Beside::Nothing.text(lang).to_owned(),
        _ => return None,
    };
    Some(full(&[why], lang))
}

/// The targets of the item, what earlier meetings left open on it, and those records of this one that
/// are wanted.
pub fn meeting(
    subject: Subject<'_>,
    most: usize,
    wanted: impl Fn(&RecordId) -> bool,
) -> Vec<String> {
    let lang = subject.lang();
    let mut lines = Vec::new();
    let OnDesk { targets, earlier, mut now, .. } = listing::on_desk(subject);
    let targets = targets.iter().take(most).map(|target| stop(subject, target));
    lines.extend(under(subject.label(Label::Targets), targets.collect(), lang));
    now.retain(wanted);
    let newest = |ids: &[RecordId]| {
        let first = ids.len().saturating_sub(most);
        ids[first..].iter().map(|id| record(subject, id)).collect::<Vec<_>>()
    };
    lines.extend(under(subject.sign(Sign::Open), newest(&earlier), lang));
    lines.extend(under(subject.label(Label::Records), newest(&now), lang));
    if now.is_empty() {
        lines.push(full(&[subject.sign(Sign::NoRecords).to_owned()], lang));
    }
    lines
}

/// Lines under a heading that says how many they are; nothing for none.
fn under(what: &str, lines: Vec<String>, lang: Lang) -> Vec<String> {
    if lines.is_empty() {
        return lines;
    }
    let count = lines.len().to_string();
    std::iter::once(Told::Heading { what: what.to_owned(), count }.text(lang))
        .chain(lines)
        .collect()
}

/// What stands before the rows of a screen and is not one of them.
pub fn besides(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    let parts = listing::besides(subject).into_iter();
    let said = |part: crate::papers::listing::Part| {
        let bare = part.rows.iter().all(|row| row.facts.is_empty() && row.number.is_empty());
        if bare {
            // Names alone are one sentence: who knows them goes on to the next line.
            let texts = part.rows.into_iter().map(|row| row.text);
            return vec![full(
                &std::iter::once(part.heading).chain(texts).collect::<Vec<_>>(),
                lang,
            )];
        }
        let rows = part.rows.iter().map(|row| brief(row, lang));
        std::iter::once(full(&[part.heading], lang)).chain(rows).collect()
    };
    parts.flat_map(said).collect()
}

/// Anything that a cursor can stand on, in one sentence.
pub fn stop(subject: Subject<'_>, stop: &Stop) -> String {
    brief(&numbered(subject, Some(stop), listing::of(subject, stop)), subject.lang())
}

/// A row with how it came to its light.
pub fn row_with_reason(subject: Subject<'_>, place: Place) -> Vec<String> {
    let row = stop(subject, &Stop::Row(place));
    let reason = subject.session.reason(place, subject.lang()).unwrap_or_default();
    vec![row, full(&[reason], subject.lang())]
}

/// A record: a decision with who and by when, anything else as it says of itself.
pub fn record(subject: Subject<'_>, id: &RecordId) -> String {
    stop(subject, &Stop::Record(id.clone()))
}

/// A decision, why it stands so, and everything that happened to it.
pub fn decision_with_life(subject: Subject<'_>, id: &RecordId) -> Vec<String> {
    let (lang, state) = (subject.lang(), subject.state());
    let mut lines = vec![record(subject, id)];
    let reason = subject.session.reason_of(id, lang).unwrap_or_default();
    lines.push(full(&[reason], lang));
    lines.extend(state.life(id).iter().skip(1).map(|moment| {
        let day = moment.on.map(|day| subject.day(day)).unwrap_or_default();
        full(&[format!("{day} {}", sentence::of_event(moment, lang))], lang)
    }));
    lines
}

/// A record that just came, with the time at which it was saved.
pub fn event(subject: Subject<'_>, edit: &Edit) -> String {
    let history = subject.session.open.as_ref();
    let at = history.zip(edit.record()).and_then(|(history, id)| history.time_of(id));
    let what = match (edit, edit.record()) {
        (Edit::Decision(_), Some(id)) => record(subject, id),
        _ => full(&[subject.said(edit)], subject.lang()),
    };
    match at {
        Some(at) => Told::At { time: at.format("%H:%M").to_string(), what }.text(subject.lang()),
        None => what,
    }
}

/// A row or a decision by its number and short name; a measure has none but its whole sentence.
pub fn about(subject: Subject<'_>, about: &About) -> String {
    match about {
        About::Row(row) => match subject.session.plan.find(row.place) {
            Some(Found::Measure(measure)) => measure.id.to_string(),
            _ => subject.about(about),
        },
        About::Decision(_) => subject.about(about),
    }
}

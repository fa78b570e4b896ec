//! The screen that is shown, in sentences: its head, its rows, the row that is pointed at.
//!
//! Rows are read under the numbers by which they are picked.

use super::tell::{self, full};
use super::{acts_line, form};
use crate::app::agenda::prepared;
use crate::app::page::help;
use crate::app::preview::Preview;
use crate::app::rows::{self, Stop};
use crate::app::{Screen, look, typed};
use crate::ledger::Presence;
use crate::view::linear::LISTED;
use crate::view::subject::Subject;
use crate::view::{preview, status};
use crate::words::Do;
use crate::words::linear::{Line, Told};

/// The screen from its head: what it is, its rows from the cursor on, what can be done.
pub fn whole(subject: Subject<'_>) -> Vec<String> {
    match subject.seat.screen() {
        Screen::Meeting => return item(subject),
        Screen::Form(form) => return form::whole(subject, form),
        Screen::Help { filter, .. } => return help_lines(subject, filter.text()),
        Screen::Preview(shown) => {
            let page = paper(subject, shown);
            return tell::head(subject)
                .into_iter()
                .chain(page)
                .chain([acts_line(subject)])
                .collect();
        }
        _ => {}
    }
    let mut lines = tell::head(subject);
    lines.extend(tell::besides(subject));
    let from = match subject.seat.screen() {
        // A story is opened at its end, and what led there is told with it.
        screen @ Screen::Story { .. } => {
            let count = rows::count(subject.session, screen);
            look::cursor(subject.seat).min(count.saturating_sub(LISTED))
        }
        _ => look::cursor(subject.seat),
    };
    let above = Told::Above { count: from.to_string() }.text(subject.lang());
    lines.extend((from > 0).then_some(above));
    lines.extend(tell::listed(subject, from, LISTED, |rows| tell::picked(subject, rows)));
    lines.extend(tell::nothing(subject));
    lines.push(acts_line(subject));
    lines
}

/// A screen that one came back to: what it is, and the row that is pointed at.
pub fn brief(subject: Subject<'_>) -> Vec<String> {
    let head = match subject.seat.screen() {
        Screen::Form(form) => return form::whole(subject, form),
        Screen::Preview(_) | Screen::Pasted(_) => return whole(subject),
        Screen::Gate { .. } => tell::head(subject),
        _ => tell::head(subject).into_iter().take(1).collect::<Vec<_>>(),
    };
    // Rows with numbers of their own are found again by them.
    let at = look::cursor(subject.seat);
    let picked = typed::number(subject.session, subject.seat.screen(), at).is_some();
    let row = if picked { here(subject) } else { Vec::new() };
    head.into_iter().chain(row).chain([acts_line(subject)]).collect()
}

/// The page of a paper that is shown, paragraph by paragraph.
fn paper(subject: Subject<'_>, shown: &Preview) -> Vec<String> {
    let lines = preview::paragraphs(subject, shown);
    lines.into_iter().map(|line| full(&[line], subject.lang())).collect()
}

/// The item that is on, what is known of it, what is prepared and what was recorded.
pub fn item(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    let (session, seat) = (subject.session, subject.seat);
    let mut lines = tell::head(subject);
    lines.extend(tell::meeting(subject, LISTED, |id| typed::is_of_item(session, seat, id)));
    let ready = prepared::lines(session, seat);
    lines.extend((1..).zip(&ready).map(|(number, line): (usize, _)| {
        let (number, text) = (number.to_string(), line.text.clone());
        full(&[Told::Ready { number, text }.text(lang)], lang)
    }));
    lines
}

/// The row that is pointed at, with why it stands so; a form's field.
pub fn here(subject: Subject<'_>) -> Vec<String> {
    let (session, lang) = (subject.session, subject.lang());
    match subject.seat.screen() {
        Screen::Form(form) => return vec![form::here(subject, form)],
        Screen::Preview(shown) => {
            let mut lines = tell::head(subject);
            lines.extend(paper(subject, shown));
            return lines;
        }
        Screen::Meeting => {
            let pointed = subject.seat.line.record.iter();
            let ready = subject.seat.line.prepared.iter();
            let ready = ready.map(|line| full(std::slice::from_ref(&line.text), lang));
            return pointed.map(|id| tell::record(subject, id)).chain(ready).collect();
        }
        _ => {}
    }
    let count = rows::count(session, subject.seat.screen());
    if count == 0 {
        return Vec::new();
    }
    let at = look::cursor(subject.seat).min(count - 1);
    let mut lines = tell::pointed(subject, at);
    let why = match look::stop(session, subject.seat) {
        // A change says its reasons itself, those of both ends.
        _ if matches!(subject.seat.screen(), Screen::Compare(_)) => None,
        Some(Stop::Row(place)) => session.reason(place, lang),
        Some(Stop::Decision(id)) => session.reason_of(&id, lang),
        _ => None,
    };
    let why = why.map(|why| full(&[why], lang));
    lines.extend(why.filter(|why| !lines.contains(why)));
    if let (Screen::Tasks { .. }, Some(Stop::Row(place))) =
        (subject.seat.screen(), look::stop(session, subject.seat))
        && subject.seat.marks.contains(&place)
    {
        lines.push(full(&[Do::Mark.text(lang).to_owned()], lang));
    }
    if let Screen::Division(table) = subject.seat.screen() {
        let what = subject.label(table.column.label()).to_owned();
        lines.push(full(&[Told::Cell { what }.text(lang)], lang));
    }
    lines
}

/// How somebody may attend, on the sheet where it is said.
pub fn presences(subject: Subject<'_>) -> Vec<&'static str> {
    match subject.seat.screen() {
        Screen::SignIn { .. } => {
            Presence::ALL.iter().map(|state| state.word().text(subject.lang())).collect()
        }
        _ => Vec::new(),
    }
}

/// Every command that works and whose name holds a text, with its keys.
fn help_lines(subject: Subject<'_>, filter: &str) -> Vec<String> {
    let lang = subject.lang();
    let all = help::matching(subject.session, subject.seat, filter);
    let mut lines = vec![full(&[status::title(subject), filter.to_owned()], lang)];
    lines.extend(all.into_iter().map(|command| {
        let keymap = &subject.seat.keymap;
        let keys = keymap.keys(command).into_iter().chain(keymap.letters(command));
        let keys: Vec<String> = keys.map(|key| key.to_string()).collect();
        full(&[command.what.text(lang).to_owned(), keys.join(" ")], lang)
    }));
    lines.push(full(&[Line::HowTo.text(lang).to_owned()], lang));
    lines
}

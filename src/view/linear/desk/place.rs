//! The screen that is shown, in sentences: its head, its rows, the row that is pointed at.
//!
//! Rows are read under the numbers by which they are picked. A screen that nobody taught to speak is
//! read as it is drawn.

use super::tell::{self, full};
use super::{acts_line, form, frame, row, spoken};
use crate::app::agenda::prepared;
use crate::app::page::{help, reviews};
use crate::app::rows::{self, Stop};
use crate::app::{Screen, look, typed};
use crate::ledger::Presence;
use crate::ledger::sentence::Speech;
use crate::view::linear::LISTED;
use crate::view::subject::Subject;
use crate::view::{
    account, compare, division, figures_table, gate, items, join, office, readback, register,
    signin, status, story,
};
use crate::words::linear::{Line, Told};
use crate::words::{Guest, GuestSays, Label, Sign};

/// The screen from its head: what it is, its rows from the cursor on, what can be done.
pub fn whole(subject: Subject<'_>) -> Vec<String> {
    let mut lines = match subject.seat.screen() {
        Screen::Meeting => return item(subject),
        Screen::Form(form) => return form::whole(subject, form),
        Screen::Help { filter, .. } => return help_lines(subject, filter.text()),
        screen if is_read_as_drawn(screen) => frame::lines(subject),
        _ => {
            let mut lines = head(subject);
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
            lines.extend(tell::listed(subject, from, LISTED, |rows| row::listed(subject, rows)));
            lines.extend(none(subject).map(|why| full(&[why], subject.lang())));
            lines
        }
    };
    lines.push(acts_line(subject));
    lines
}

/// A screen that one came back to: what it is, and the row that is pointed at.
pub fn brief(subject: Subject<'_>) -> Vec<String> {
    let head = match subject.seat.screen() {
        Screen::Meeting => tell::head(subject).into_iter().take(1).collect(),
        Screen::Form(form) => return form::whole(subject, form),
        screen if is_read_as_drawn(screen) => return whole(subject),
        Screen::Gate { .. } => head(subject),
        _ => head(subject).into_iter().take(1).collect(),
    };
    // Rows with numbers of their own are found again by them.
    let at = look::cursor(subject.seat);
    let picked = typed::number(subject.session, subject.seat.screen(), at).is_some();
    let row = if picked { here(subject) } else { Vec::new() };
    head.into_iter().chain(row).chain([acts_line(subject)]).collect()
}

/// Whether a screen has neither rows nor words of its own here: what comes later falls to this.
fn is_read_as_drawn(screen: &Screen) -> bool {
    !matches!(
        screen,
        Screen::Overview { .. }
            | Screen::Tasks { .. }
            | Screen::Task { .. }
            | Screen::Meeting
            | Screen::Form(_)
            | Screen::SignIn { .. }
            | Screen::Reviews { .. }
            | Screen::Pending { .. }
            | Screen::ReadBack { .. }
            | Screen::Gate { .. }
            | Screen::Join { .. }
            | Screen::Office { .. }
            | Screen::Account { .. }
            | Screen::Register(_)
            | Screen::Compare(_)
            | Screen::Story { .. }
            | Screen::Lists { .. }
            | Screen::Agenda { .. }
            | Screen::Division(_)
            | Screen::Figures(_)
            | Screen::Help { .. }
    )
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
    let mut lines = row::listed(subject, at..at + 1);
    let why = match look::stop(session, subject.seat) {
        Some(Stop::Row(place)) => session.reason(place, lang),
        Some(Stop::Decision(id)) => session.reason_of(&id, lang),
        _ => None,
    };
    lines.extend(why.map(|why| full(&[why], lang)));
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

/// What the screen is, and what it says before its rows.
fn head(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    let session = subject.session;
    let mut lines = tell::head(subject);
    match subject.seat.screen() {
        Screen::SignIn { .. } => {
            lines = vec![spoken(&signin::counts(subject, &session.attendees()), lang)];
        }
        Screen::Gate { .. } => {
            lines.push(spoken(&gate::summary(subject), lang));
            lines.extend(left_behind(subject));
        }
        Screen::Agenda { .. } => lines = vec![spoken(&items::summary(subject), lang)],
        Screen::Join { .. } => lines.extend(two_lines(subject)),
        Screen::Account { .. } => lines.push(spoken(&account::tally(subject), lang)),
        Screen::Division(table) => lines = vec![spoken(&division::summary(subject, table), lang)],
        Screen::Figures(figures) => {
            lines.push(full(&[figures.name.clone(), figures.read_as.clone()], lang));
            lines.push(match &figures.found {
                Err(why) => full(&[why.text(lang)], lang),
                Ok(found) => spoken(&figures_table::counts(subject, found), lang),
            });
        }
        Screen::Reviews { .. } => {
            let names: Vec<&str> = reviews::present(session).collect();
            let names = (!names.is_empty()).then(|| names.join("、"));
            lines.extend(names.map(|names| full(&[GuestSays::Sitting { names }.text(lang)], lang)));
        }
        Screen::Office { party, .. } => {
            let card = session.card(party);
            lines = vec![spoken(&office::name(subject, &card.party), lang)];
            lines.push(spoken(&[office::supports(subject, &card.supports)], lang));
            lines.extend(card.rows.iter().map(|row| {
                let cells = office::cells(subject, row);
                full(&cells.iter().map(|cell| cell.text().to_owned()).collect::<Vec<_>>(), lang)
            }));
            lines.extend(card.promise.iter().map(|promise| {
                let label = subject.label(Label::Promise).to_owned();
                full(&[label, tell::record(subject, &promise.record)], lang)
            }));
        }
        Screen::Story { of, .. } => {
            let chapters = crate::app::story::story(
                session,
                of,
                lang,
                Speech::spoken(lang, &|id| subject.record(id)),
            );
            lines.push(spoken(&story::heading(subject, of, &chapters), lang));
        }
        Screen::ReadBack { cursor } => {
            let count = session.read_back().len();
            lines.push(spoken(&readback::heading(subject, *cursor, count), lang));
        }
        _ => {}
    }
    lines
}

/// What the gate says besides its gaps: text that is still in the line, remarks, items left.
fn left_behind(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    let typed = subject.seat.unrecorded().replace('\n', " ");
    let typed = (!typed.trim().is_empty())
        .then(|| full(&[subject.sign(Sign::StillTyped).to_owned(), typed], lang));
    let asked = reviews::waiting(subject.session).map(|mark| gate::said_by(subject, mark));
    let asked = asked.map(|said| full(&[Guest::Remark.text(lang).to_owned(), said], lang));
    let not_discussed = subject.sign(Sign::NotDiscussed);
    let ahead = gate::ahead(subject).into_iter();
    let ahead = ahead.map(|name| full(&[not_discussed.to_owned(), name], lang));
    typed.into_iter().chain(asked).chain(ahead).collect()
}

/// The two lines of meetings, and what the joining does by itself.
fn two_lines(subject: Subject<'_>) -> Vec<String> {
    let Some(fork) = &subject.session.fork else { return Vec::new() };
    let lang = subject.lang();
    let ends = join::ends(subject, fork).map(|end| {
        full(&[end.iter().map(|piece| piece.parts().1).collect::<Vec<_>>().join(" ")], lang)
    });
    let own = join::by_itself(subject, fork).into_iter().map(|text| full(&[text], lang));
    ends.into_iter().chain(own).chain([spoken(&[join::conflicts(subject, fork)], lang)]).collect()
}

/// Why there are no rows; nothing where there are some.
fn none(subject: Subject<'_>) -> Option<String> {
    let (lang, screen) = (subject.lang(), subject.seat.screen());
    if rows::count(subject.session, screen) > 0 {
        return None;
    }
    let sign = match screen {
        Screen::SignIn { .. } => Sign::NoOffices,
        Screen::Gate { .. } => Sign::NoGaps,
        Screen::Agenda { .. } => Sign::NoAgenda,
        Screen::Pending { .. } => Sign::NothingPending,
        Screen::ReadBack { .. } => Sign::NothingDecided,
        Screen::Office { .. } => Sign::NoDecisionsOpen,
        Screen::Tasks { .. } | Screen::Account { .. } => Sign::NoTasks,
        Screen::Register(_) => return Some(register::empty(subject)),
        Screen::Compare(compare) => return Some(compare::nothing(subject, compare)),
        Screen::Reviews { .. } => return Some(Guest::NoMarks.text(lang).to_owned()),
        _ => return None,
    };
    Some(subject.sign(sign).to_owned())
}

/// Every command that works and whose name holds a text, with its keys.
fn help_lines(subject: Subject<'_>, filter: &str) -> Vec<String> {
    let lang = subject.lang();
    let all = help::matching(subject.session, subject.seat, filter);
    let mut lines = vec![full(&[status::title(subject), filter.to_owned()], lang)];
    lines.extend(all.into_iter().map(|command| {
        let keys: Vec<String> =
            command.keys.iter().chain(command.letters).map(ToString::to_string).collect();
        full(&[command.what.text(lang).to_owned(), keys.join(" ")], lang)
    }));
    lines.push(full(&[Line::HowTo.text(lang).to_owned()], lang));
    lines
}

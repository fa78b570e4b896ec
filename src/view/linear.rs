//! 线性: what a seat sees as lines behind each other, for screen readers, logs and lines without a
//! terminal.
//!
//! One fact a line, whole sentences, numbered choices, the prompt last. Nothing here moves a cursor,
//! draws a frame or repeats what did not change; a list that is long is told in parts.

pub mod desk;
mod looks;
mod saying;
mod tell;

use super::guest;
use super::shown::Shown;
use super::status;
use super::subject::Subject;
use crate::app::guest::command::{self, COMMANDS, ON_PAGE};
use crate::app::guest::typed::Before;
use crate::app::guest::{Guest, Heard, Mode, Over, counts, point};
use crate::app::{Field, Find, Screen, Seat, Session, Spot, look, rows};
use crate::ledger::{About, RecordId, sentence};
use crate::words::linear::{Line, Told};
use crate::words::{Do, Guest as Word, GuestSays, Lang};

/// The rows of a seat that is told in lines: a page down is as far as a list is told at once.
pub const SIZE: (u16, u16) = (80, 28);

/// How many rows of a list are told at once.
pub const LISTED: usize = 20;

/// A reviewer who just sat down: who and what, what was missed, what is shown, what can be written.
pub fn greeting(session: &Session, guest: &Guest) -> Vec<String> {
    let subject = Subject { session, seat: &guest.seat };
    let lang = subject.lang();
    let (plan, name) = (session.plan.name().to_owned(), guest.name.clone());
    let mut lines = vec![Told::Greeting { plan, name }.text(lang)];
    let open = match status::meeting(subject, true) {
        Some(meeting) => meeting,
        None => Word::NothingOpen.text(lang).to_owned(),
    };
    lines.push(tell::full(&[open], lang));
    lines.extend(guest::signed(subject).map(|said| tell::full(&[said.text(lang)], lang)));
    lines.extend(guest::away(subject, &guest.missed).map(|said| tell::full(&[said], lang)));
    lines.extend(standing(subject, guest.mode, guest.desk.as_ref()));
    lines.extend(place(subject, guest));
    lines.push(commands(session, guest));
    safe(subject, lines)
}

/// What a typed line led to: what is said of it, and what lies before the guest now, as far as it is
/// something else than before or nothing else is said.
pub fn answer(session: &Session, guest: &Guest, before: &Before) -> Vec<String> {
    let subject = Subject { session, seat: &guest.seat };
    let mut lines = looks::changed(&before.taste, subject);
    lines.extend(said(subject, guest));
    let now = Before::of(guest);
    if let Some(crate::app::Over::Plain(_)) = &guest.seat.over {
        lines.extend(over(subject, guest));
    } else if now.over != before.over && now.over != (None, None, None) {
        lines.extend(over(subject, guest));
    } else if now.place != before.place || (lines.is_empty() && now == *before) {
        lines.extend(place(subject, guest));
        lines.extend(marks(subject, guest));
    } else if now.over != before.over && lines.is_empty() {
        match guest.named {
            Some(_) => lines.extend(marks(subject, guest)),
            None => lines.extend(tell::head(subject)),
        }
    } else if now.cursor != before.cursor {
        lines.extend(cursor(subject, before));
    }
    safe(subject, lines)
}

/// What happened meanwhile: each new record, what became of the book, and where the desk went.
pub fn news(session: &Session, guest: &Guest, heard: &Heard, before: &Before) -> Vec<String> {
    let subject = Subject { session, seat: &guest.seat };
    let lang = subject.lang();
    let told = sentence::spoken(&heard.records);
    let mut lines: Vec<String> =
        told.iter().take(LISTED).map(|edit| tell::event(subject, edit)).collect();
    if let Some(count) = told.len().checked_sub(LISTED).filter(|count| *count > 0) {
        lines.push(Told::MoreNews { count: count.to_string() }.text(lang));
    }
    let now = Before::of(guest);
    if now.said != before.said && !matches!(guest.said, Some(GuestSays::Recorded { .. })) {
        lines.extend(said(subject, guest));
    }
    let hidden = matches!(guest.desk, Some(Spot::Paused | Spot::Restricted));
    if guest.mode == Mode::Following && now.place != before.place && !hidden {
        let mut head = tell::head(subject).into_iter();
        lines.extend(head.next().map(|what| Told::Goes { what }.text(lang)));
        lines.extend(head);
    } else {
        let (was, is) = (&before.desk, &now.desk);
        let stood = standing(subject, was.0, was.1.as_ref());
        lines.extend(
            standing(subject, is.0, is.1.as_ref()).filter(|said| Some(said) != stood.as_ref()),
        );
    }
    safe(subject, lines)
}

/// What stands before what is typed next: whether one follows, or what is written on.
pub fn prompt(session: &Session, guest: &Guest) -> String {
    let subject = Subject { session, seat: &guest.seat };
    let lang = subject.lang();
    let what = match (&guest.over, guest.mode) {
        _ if guest.seat.looks.is_some() => {
            guest.seat.looks.as_ref().map(|looks| looks::title(subject, looks)).unwrap_or_default()
        }
        (Some(Over::Pad { about, .. }), _) => {
            format!("{} {}", Word::Remark.text(lang), tell::about(subject, about))
        }
        (_, Mode::Following) => Word::Following.text(lang).to_owned(),
        (_, Mode::Browsing) => {
            let about = point(session, guest).map(|about| tell::about(subject, &about));
            format!("{} {}", Word::Browsing.text(lang), about.unwrap_or_default())
        }
    };
    let prompt = format!("{} {} ", what.trim_end(), Line::Prompt.text(lang));
    shown(subject, &prompt)
}

/// A word of the lines as a line: that something was not taken, that a seat is left.
pub fn word(word: Line, lang: Lang) -> String {
    tell::full(&[word.text(lang).to_owned()], lang)
}

/// The same in the script of a seat.
pub fn word_at(seat: &Seat, word: Line) -> String {
    seat.sight.script.shown(&self::word(word, seat.lang)).into_owned()
}

/// What stands in columns elsewhere stands behind each other here, and nothing steers what reads it; it is
/// in the seat's script.
fn safe(subject: Subject<'_>, lines: Vec<String>) -> Vec<String> {
    let comma = Line::Comma.text(subject.lang());
    let one = |line: String| {
        let parts = line.split("  ").map(str::trim).filter(|part| !part.is_empty());
        shown(subject, &parts.collect::<Vec<_>>().join(comma))
    };
    lines.into_iter().map(one).filter(|line| !line.is_empty()).collect()
}

fn shown(subject: Subject<'_>, line: &str) -> String {
    let kept = subject.session.shown_in(subject.seat.sight.script);
    let line = kept.map_or(line.into(), |kept| kept.traditional(line));
    Shown::new(line).as_str().to_owned()
}

fn said(subject: Subject<'_>, guest: &Guest) -> Vec<String> {
    let lang = subject.lang();
    let own = guest.said.as_ref().map(|said| match said {
        GuestSays::LeaveAsk => Line::LeaveAsk.text(lang).to_owned(),
        said => said.text(lang),
    });
    let noticed = guest.seat.notice.as_ref().map(|notice| notice.text(lang));
    own.into_iter().chain(noticed).map(|said| tell::full(&[said], lang)).collect()
}

/// Whom one follows and where to, or that one has gone elsewhere.
fn standing(subject: Subject<'_>, mode: Mode, desk: Option<&Spot>) -> Option<String> {
    let lang = subject.lang();
    let said = match (mode, desk) {
        (_, Some(Spot::Paused)) => Word::DeskPaused.text(lang).to_owned(),
        (_, Some(Spot::Restricted)) => Word::Restricted.text(lang).to_owned(),
        (Mode::Following, Some(spot)) => {
            GuestSays::At { what: guest::at(subject, spot) }.text(lang)
        }
        (Mode::Browsing, Some(spot)) => {
            GuestSays::Paused { what: guest::at(subject, spot) }.text(lang)
        }
        (Mode::Following, None) if subject.session.meeting().is_some() => {
            Word::NoDesk.text(lang).to_owned()
        }
        (_, None) => return None,
    };
    Some(tell::full(&[said], lang))
}

/// What is shown: its name, then each of its rows.
fn place(subject: Subject<'_>, guest: &Guest) -> Vec<String> {
    if let Some(About::Row(row)) = &guest.named
        && row.place.in_task() != Some(row.place)
        && subject.session.plan.find(row.place).is_some()
        && row.place.in_task().is_some()
    {
        return tell::row_with_reason(subject, row.place);
    }
    let mut lines = tell::head(subject);
    let (mut from, screen) = (look::cursor(subject.seat), subject.seat.screen());
    if let Screen::Story { .. } = screen {
        // Its cursor is on the last event, and what led there is told with it.
        from = from.min(rows::count(subject.session, screen).saturating_sub(LISTED));
    }
    lines.extend(tell::rows(subject, from, LISTED));
    lines
}

/// What was left on what is pointed at.
fn marks(subject: Subject<'_>, guest: &Guest) -> Option<String> {
    let about = point(subject.session, guest)?;
    let (seen, remarks) = counts(subject.session, &about);
    let lang = subject.lang();
    let said = GuestSays::Counts { seen: seen.to_string(), remarks: remarks.to_string() };
    Some(tell::full(&[tell::about(subject, &about), said.text(lang)], lang))
}

/// The row that the cursor went to; a page of them when it went far.
fn cursor(subject: Subject<'_>, before: &Before) -> Vec<String> {
    if let Some(id) = &subject.seat.line.record {
        return vec![tell::record(subject, id)];
    }
    let (was, now) = (before.cursor.0, look::cursor(subject.seat));
    if was.abs_diff(now) > 1 {
        return tell::rows(subject, now, LISTED);
    }
    let last = rows::count(subject.session, subject.seat.screen()).saturating_sub(1);
    let at = now.min(last);
    tell::told(subject, at..at + 1)
}

/// What lies over the screen.
fn over(subject: Subject<'_>, guest: &Guest) -> Vec<String> {
    let lang = subject.lang();
    if let Some(looks) = &guest.seat.looks {
        return looks::lines(subject, looks);
    }
    match (&guest.over, &guest.seat.over) {
        (Some(Over::Menu { .. }), _) => menu(subject, guest),
        (Some(Over::Help { .. }), _) => help(subject, guest),
        (Some(Over::Card(id)), _) => {
            let mut lines = tell::decision_with_life(subject, id);
            lines.extend(marks(subject, guest));
            lines.push(word(Line::LeaveCard, lang));
            lines
        }
        (Some(Over::Missed { at }), _) => missed(subject, &guest.missed.ids, *at),
        (Some(Over::Pad { about, field }), _) => pad(subject, about, field),
        (None, Some(crate::app::Over::Find(find))) => found(subject, find),
        (None, Some(crate::app::Over::Plain(over))) => {
            let listing = super::plain::copied(subject, over.what);
            super::listing::text::write(&listing).lines().map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

/// The commands of the menu on one line.
fn commands(session: &Session, guest: &Guest) -> String {
    let lang = guest.seat.lang;
    let numbered = (1..).zip(COMMANDS).take(ON_PAGE);
    let works = numbered.filter(|(_, row)| command::works(row, session, guest));
    let list: Vec<String> =
        works.map(|(digit, row): (usize, _)| format!("{digit} {}", row.name.text(lang))).collect();
    Told::Commands { list: list.join(Line::Comma.text(lang)) }.text(lang)
}

fn menu(subject: Subject<'_>, guest: &Guest) -> Vec<String> {
    let lang = subject.lang();
    let row = |(digit, row): (usize, &command::Command)| {
        let (number, name) = (digit.to_string(), row.name.text(lang).to_owned());
        let mut parts = vec![Told::Numbered { number, what: name }.text(lang)];
        if !command::works(row, subject.session, guest) {
            parts.push(Line::NotNow.text(lang).to_owned());
        }
        tell::full(&parts, lang)
    };
    (1..).zip(COMMANDS).take(ON_PAGE).map(row).collect()
}

fn help(subject: Subject<'_>, guest: &Guest) -> Vec<String> {
    let lang = subject.lang();
    let working = command::working(subject.session, guest).into_iter();
    let row = |row: &command::Command| {
        let at = COMMANDS.iter().position(|own| own.does == row.does);
        let digit = at.filter(|at| *at < ON_PAGE).map(|at| (at + 1).to_string());
        let name = row.name.text(lang).to_owned();
        let keys: Vec<String> =
            digit.into_iter().chain(row.keys.iter().map(ToString::to_string)).collect();
        tell::full(&[name, keys.join(" ")], lang)
    };
    let lines = working.map(row);
    lines.chain([word(Line::Repeat, lang)]).collect()
}

fn missed(subject: Subject<'_>, ids: &[RecordId], at: usize) -> Vec<String> {
    let lang = subject.lang();
    let Some(id) = ids.get(at) else { return Vec::new() };
    let (shown, all) = ((at + 1).to_string(), ids.len().to_string());
    let count = Told::Missed { shown, all }.text(lang);
    vec![count, tell::record(subject, id), word(Line::NextMissed, lang)]
}

fn pad(subject: Subject<'_>, about: &About, field: &Field) -> Vec<String> {
    let lang = subject.lang();
    let what = format!("{} {}", Word::Remark.text(lang), tell::about(subject, about));
    let mut lines = vec![tell::full(&[what], lang)];
    if !field.is_empty() {
        let draft = format!("{} {}", Word::Draft.text(lang), field.text());
        lines.push(tell::full(&[draft], lang));
    }
    lines.push(word(Line::PadKeys, lang));
    lines
}

fn found(subject: Subject<'_>, find: &Find) -> Vec<String> {
    let lang = subject.lang();
    if find.field.is_empty() {
        return vec![tell::full(&[Do::Search.text(lang).to_owned()], lang)];
    }
    let mut lines = vec![Told::Found { count: find.hits.len().to_string() }.text(lang)];
    let numbered = (1..).zip(&find.hits).take(LISTED);
    lines.extend(numbered.map(|(number, hit): (usize, _)| {
        let (number, what) = (number.to_string(), tell::stop(subject, &hit.stop));
        Told::Numbered { number, what }.text(lang)
    }));
    if !find.hits.is_empty() {
        lines.push(word(Line::PickHit, lang));
    }
    lines
}

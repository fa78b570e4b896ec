//! The desk in lines: what a line led to, what changed meanwhile, and what is asked next.
//!
//! Only what is something else than before is said. A screen that is new is read from its head, a row
//! that is pointed at with why it stands so; what lies over the screen goes before it.

mod form;
mod over;
mod place;

use super::{looks, safe, tell};
use crate::app::entry::Meaning;
use crate::app::page::reviews;
use crate::app::seat::{Binding, Over, Screen, Seat};
use crate::app::session::Session;
use crate::app::submit;
use crate::app::taste::{Hints, Taste};
use crate::app::tip;
use crate::app::typed::{self, Step, acts};
use crate::ledger::Mark;
use crate::view::echo;
use crate::view::gate;
use crate::view::line;
use crate::view::practice;
use crate::view::status;
use crate::view::strip::Piece;
use crate::view::subject::Subject;
use crate::words::linear::{Line, Told};
use crate::words::{Do, Guest, Label, Lang, Notice, Seen};

/// What lies before the desk, to be told again when it is something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    over: Vec<String>,
    screen: Screen,
    depth: usize,
    bound: (Option<u16>, Binding),
    pointed: Vec<String>,
    acts: String,
    lesson: String,
    typed: String,
    taste: Taste,
}

impl Before {
    /// What lies before it now.
    pub fn of(session: &Session, seat: &Seat) -> Self {
        let subject = Subject { session, seat };
        Self {
            over: over::lines(subject),
            screen: typed::still(seat),
            depth: seat.screens().count(),
            bound: (seat.line.item, seat.line.binding.clone()),
            pointed: place::here(subject),
            acts: acts_line(subject),
            lesson: lesson(subject),
            typed: seat.line.field.text().to_owned(),
            taste: seat.taste.clone(),
        }
    }
}

/// Whoever just sat down: what book it is, what is open, what is shown, and how to go on.
pub fn greeting(session: &Session, seat: &Seat) -> Vec<String> {
    let subject = Subject { session, seat };
    let lang = subject.lang();
    let mut lines = vec![Told::Desk { plan: session.plan.name().to_owned() }.text(lang)];
    if session.plan.rehearsal {
        lines.push(tell::full(&[subject.label(Label::Rehearsal).to_owned()], lang));
    }
    lines.push(tell::full(&[subject.label(Label::NoSecrets).to_owned()], lang));
    let open = status::meeting(subject, true);
    lines.push(match open {
        Some(meeting) => tell::full(&[meeting], lang),
        None => tell::full(&[Line::NoMeeting.text(lang).to_owned()], lang),
    });
    lines.extend(seat.notice.as_ref().map(|notice| notice_line(notice, subject)));
    lines.extend(again(session, seat));
    lines.push(lesson(subject));
    lines.extend(hint(subject));
    lines.extend(how(subject, Line::HowTo));
    safe(subject, lines)
}

/// What is worth a try, called by its name: the key that the screen says is none here.
fn hint(subject: Subject<'_>) -> Option<String> {
    let (tip, lang) = (subject.seat.tip?, subject.lang());
    let name = tip::of(tip)?.text(lang).to_owned();
    let (_, what) = tip.text(lang).split_once(' ')?;
    Some(Told::Tip { name, what: what.to_owned() }.text(lang))
}

/// How something is done, for whoever is told that: 提示行 is 新手.
pub(super) fn how(subject: Subject<'_>, line: Line) -> Option<String> {
    let (wished, lang) = (subject.seat.taste.hints == Hints::Beginner, subject.lang());
    wished.then(|| tell::full(&[line.text(lang).to_owned()], lang))
}

/// What a line of the meeting is about to record, and what to look at twice about it.
pub fn echo(session: &Session, seat: &Seat, step: &Step) -> Vec<String> {
    let Step::Write(text) = step else { return Vec::new() };
    let mut seat = seat.clone();
    seat.line.field.take();
    seat.line.field.insert(text);
    let subject = Subject { session, seat: &seat };
    let understood = submit::understood(session, &seat);
    let records = matches!(
        understood.meaning,
        Meaning::Decision(_) | Meaning::Note(_) | Meaning::Readings(_) | Meaning::Assign { .. }
    );
    if !records {
        return Vec::new();
    }
    let mut pieces = echo::pieces_of(subject, &understood);
    // The sentence itself was just written, and is said when it is saved.
    pieces.retain(|piece| piece.parts().0 != subject.label(Label::Text));
    safe(subject, vec![spoken(&pieces, seat.lang)])
}

/// What the text of the line would do.
fn heard(subject: Subject<'_>) -> String {
    let understood = submit::understood(subject.session, subject.seat);
    let pieces = echo::pieces_of(subject, &understood);
    spoken(&pieces, subject.lang())
}

/// A notice as it is said where there are no keys to press but words to write.
///
/// On a form that stays open it is why nothing was done, and how one goes on.
pub fn notice(session: &Session, seat: &Seat) -> Vec<String> {
    let said = seat.notice.as_ref().map(|notice| notice_line(notice, Subject { session, seat }));
    let stays = matches!(seat.screen(), Screen::Form(_)) && said.is_some();
    let stays = stays.then(|| tell::full(&[Line::FormStays.text(seat.lang).to_owned()], seat.lang));
    safe(Subject { session, seat }, said.into_iter().chain(stays).collect())
}

fn notice_line(notice: &Notice, subject: Subject<'_>) -> String {
    let lang = subject.lang();
    let text = match notice {
        Notice::QuitAsk => Line::QuitAsk.text(lang).to_owned(),
        Notice::NotNow => Line::NotHere.text(lang).to_owned(),
        other => subject.says(other),
    };
    tell::full(&[text], lang)
}

/// What a line led to, as far as it is something else than before.
pub fn answer(session: &Session, seat: &Seat, before: &Before) -> Vec<String> {
    let subject = Subject { session, seat };
    let now = Before::of(session, seat);
    let mut lines = looks::changed(&before.taste, subject);
    let new_screen = now.screen != before.screen;
    if now.over != before.over && !now.over.is_empty() {
        return safe(subject, now.over);
    }
    if new_screen && now.depth < before.depth && now.bound == before.bound {
        // What was left stands as it was read.
        lines.extend(place::brief(subject));
    } else if new_screen {
        lines.extend(place::whole(subject));
    } else if now.bound != before.bound {
        lines.extend(place::item(subject));
    } else if now.pointed != before.pointed {
        lines.extend(now.pointed);
    }
    if now.taste == before.taste
        && lines.is_empty()
        && !before.over.is_empty()
        && now.over.is_empty()
    {
        lines.extend(place::brief(subject));
    } else if !new_screen && now.acts != before.acts {
        lines.push(now.acts);
    }
    if now.lesson != before.lesson {
        lines.push(now.lesson);
    }
    if now.typed != before.typed && !now.typed.is_empty() {
        lines.extend(unrecorded(subject));
    }
    safe(subject, lines)
}

/// The row that is pointed at, read again; the whole screen where none is.
pub fn pointed(session: &Session, seat: &Seat) -> Vec<String> {
    let here = place::here(Subject { session, seat });
    if here.is_empty() || seat.over.is_some() || seat.looks.is_some() {
        again(session, seat)
    } else {
        safe(Subject { session, seat }, here)
    }
}

/// What reviewers said that is not among what they had said before.
pub fn remarks(session: &Session, seat: &Seat, before: &[Mark]) -> Vec<String> {
    let subject = Subject { session, seat };
    let new = reviews::remarks(session).filter(|mark| !before.contains(mark));
    let word = Guest::Remark.text(seat.lang);
    let lines =
        new.map(|mark| tell::full(&[word.to_owned(), gate::said_by(subject, mark)], seat.lang));
    safe(subject, lines.collect())
}

/// Everything that lies before the desk, read again.
pub fn again(session: &Session, seat: &Seat) -> Vec<String> {
    let subject = Subject { session, seat };
    let mut lines = over::lines(subject);
    if lines.is_empty() {
        lines = place::whole(subject);
        if matches!(seat.screen(), Screen::Overview { .. } | Screen::Meeting) {
            let counts = status::standing(subject).into_iter().map(|(text, _)| text);
            lines.push(tell::full(&counts.collect::<Vec<_>>(), seat.lang));
        }
    }
    if !seat.line.field.is_empty() && *seat.screen() == Screen::Meeting {
        lines.extend(unrecorded(subject));
    }
    safe(subject, lines)
}

/// What stands in the line and is not recorded: what it would do, and how it is recorded.
fn unrecorded(subject: Subject<'_>) -> Vec<String> {
    let lang = subject.lang();
    let text = subject.seat.line.field.text().to_owned();
    let mut lines = vec![Told::InLine { text }.text(lang)];
    // Why it was refused was just said.
    let refused = subject.seat.notice.as_ref().map(|notice| notice_line(notice, subject));
    lines.extend(Some(heard(subject)).filter(|heard| Some(heard) != refused.as_ref()));
    let waiting = subject.seat.line.unsent.len();
    if waiting > 0 {
        let count = waiting.to_string();
        lines.push(tell::full(&[Seen::Unsent { count }.text(lang)], lang));
    }
    lines.push(tell::full(&[Line::RecordsIt.text(lang).to_owned()], lang));
    lines
}

/// What is asked: what is chosen, which field, to what the line is bound, or what is shown.
pub fn prompt(session: &Session, seat: &Seat) -> String {
    let subject = Subject { session, seat };
    let lang = subject.lang();
    let what = match (&seat.over, seat.screen()) {
        _ if seat.looks.is_some() => {
            seat.looks.as_ref().map(|looks| looks::title(subject, looks)).unwrap_or_default()
        }
        (Some(Over::Menu(menu)), _) => over::title(subject, menu),
        (Some(Over::Find(find)), _) if find.commands => Do::Palette.text(lang).to_owned(),
        (Some(_), _) => Do::Search.text(lang).to_owned(),
        (None, Screen::Form(form)) => form::asks(subject, form),
        (None, Screen::Meeting) => line::binding(subject),
        (None, _) => format!("{} {}", Line::Looking.text(lang), status::title(subject)),
    };
    let what = safe(subject, vec![what]).pop().unwrap_or_default();
    format!("{what} {} ", Line::Prompt.text(lang))
}

/// What is to be done next in a practice; nothing at a real book.
pub(crate) fn lesson(subject: Subject<'_>) -> String {
    let Some((text, more)) = practice::said(subject) else { return String::new() };
    let parts: Vec<String> = std::iter::once(text).chain(more).collect();
    tell::full(&parts, subject.lang())
}

/// What can be done on this screen besides the commands, by name.
fn acts_line(subject: Subject<'_>) -> String {
    let lang = subject.lang();
    let hidden = subject.seat.taste.hints == Hints::Hidden;
    if hidden || matches!(subject.seat.screen(), Screen::Form(_)) {
        return String::new();
    }
    let all = acts::acts(subject.session, subject.seat).into_iter();
    let names: Vec<&str> = all.map(|(way, _)| way.text(lang)).collect();
    let presences = place::presences(subject);
    let names: Vec<&str> = presences.into_iter().chain(names).collect();
    if names.is_empty() {
        return String::new();
    }
    Told::CanDo { list: names.join(Line::Comma.text(lang)) }.text(lang)
}

/// Pieces behind each other as one sentence.
fn spoken(pieces: &[Piece], lang: Lang) -> String {
    let part = |piece: &Piece| {
        let (label, text) = piece.parts();
        if label.is_empty() { text.to_owned() } else { tell::pair(label, text, lang) }
    };
    let parts: Vec<String> = pieces.iter().map(part).collect();
    tell::full(&parts, lang)
}

#[cfg(test)]
mod tests;

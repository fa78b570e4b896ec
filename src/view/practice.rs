//! 练习: what is to be done next, on the line above the one that is typed into; on the other screens
//! under their head. It takes no line from anything.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::style::Role;
use super::subject::Subject;
use crate::app::practice::{Became, Job, Practice};
use crate::app::{Key, Screen};
use crate::words::Lang;
use crate::words::practice::{Lesson, Practised};

/// Columns between two pieces.
const APART: usize = 2;

/// Writes it over a rule, in as many words as find room: what to do goes before the sample, the
/// sample before the key that passes it over.
pub fn draw(pen: &mut Pen<'_>, rule: Rect, subject: Subject<'_>) {
    let Some((text, more)) = said(subject) else { return };
    let room = usize::from(rule.width.saturating_sub(4));
    let mut said = text;
    for piece in more {
        let longer = format!("{said}{:APART$}{piece}", "");
        if pen.ruler().columns(&longer) + APART <= room {
            said = longer;
        }
    }
    pen.text((rule.x + 2, rule.y), rule.width.saturating_sub(4), format!(" {said} "), Role::Strong);
}

/// What is to be done, and what may be said besides; none at a real book.
pub(super) fn said(subject: Subject<'_>) -> Option<(String, Vec<String>)> {
    let practice = subject.seat.practice.as_ref()?;
    Some(match practice.job() {
        Some(job) => (asked(practice, job, subject), besides(job, subject)),
        None => (finished(practice, subject.lang()), vec![subject.says(&Lesson::Leave)]),
    })
}

/// Which of how many, and what to do.
fn asked(practice: &Practice, job: Job, subject: Subject<'_>) -> String {
    let jobs = practice.jobs();
    let number = jobs.iter().take_while(|(of, _)| *of != job).count() + 1;
    let at = Practised::At { number: number.to_string(), all: jobs.len().to_string() };
    format!("{}{:APART$}{}", at.text(subject.lang()), "", subject.says(&lesson(job, subject)))
}

/// How a job is done from where the person is: what is typed goes to the line by itself, but a digit
/// elsewhere looks for a row.
fn lesson(job: Job, subject: Subject<'_>) -> Lesson {
    let at_the_line = matches!(subject.seat.screen(), Screen::Meeting);
    match job {
        _ if subject.session.meeting().is_none() => Lesson::OpenFirst,
        Job::Decide if at_the_line => Lesson::TypeDecision,
        Job::Decide => Lesson::FormDecision,
        Job::Read if at_the_line => Lesson::TypeReading,
        Job::Read => Lesson::FormReading,
        Job::TakeBack => Lesson::TakeBack,
    }
}

/// What may be said besides, the more useful first.
fn besides(job: Job, subject: Subject<'_>) -> Vec<String> {
    let lesson = match lesson(job, subject) {
        Lesson::TypeDecision => Some(Lesson::DecisionSample),
        Lesson::TypeReading => Some(Lesson::ReadingSample),
        Lesson::TakeBack => Some(Lesson::TakeBackSample),
        _ => None,
    };
    lesson.into_iter().chain([Lesson::Skip]).map(|piece| subject.says(&piece)).collect()
}

/// What was done, with the keys that did it.
fn finished(practice: &Practice, lang: Lang) -> String {
    let job = |(job, became): &(Job, Became)| {
        let what = match job {
            Job::Decide => Lesson::Decided,
            Job::Read => Lesson::Read,
            Job::TakeBack => Lesson::TookBack,
        };
        let keys = match became {
            Became::Done(keys) => keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" "),
            Became::Ahead | Became::Skipped => Lesson::Skipped.text(lang).to_owned(),
        };
        let what = what.text(lang).to_owned();
        if keys.is_empty() { what } else { Practised::Job { what, keys }.text(lang) }
    };
    let jobs: Vec<String> = practice.jobs().iter().map(job).collect();
    let between = if lang == Lang::Zh { "，" } else { ", " };
    Practised::Finished { jobs: jobs.join(between) }.text(lang)
}

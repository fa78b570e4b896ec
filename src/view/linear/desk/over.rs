//! What lies over the screen: numbered choices, what was found.

use super::tell::{self, full};
use super::{how, looks};
use crate::app::Stop;
use crate::app::menu::{self, Choice};
use crate::app::seat::{About, Find, Menu, Over};
use crate::view::listing::text;
use crate::view::menu::{named, title as of};
use crate::view::plain;
use crate::view::subject::Subject;
use crate::words::linear::{Line, Told};
use crate::words::{Lang, Notice};

/// How many of what was found are told at once: a page down goes as far.
const LISTED: usize = 10;

/// What lies over the screen; nothing where nothing does.
pub fn lines(subject: Subject<'_>) -> Vec<String> {
    if let Some(looks) = &subject.seat.looks {
        return looks::lines(subject, looks);
    }
    match &subject.seat.over {
        Some(Over::Menu(menu)) => choices(subject, menu),
        Some(Over::Find(find)) => found(subject, find),
        Some(Over::Plain(over)) => {
            let listing = plain::copied(subject, over.what);
            text::write(&listing).lines().map(str::to_owned).collect()
        }
        Some(Over::Jump(_)) | None => Vec::new(),
    }
}

/// What is chosen, for the prompt.
pub fn title(subject: Subject<'_>, menu: &Menu) -> String {
    of(subject, &menu.about)
}

/// What it is about, each choice under its digit, and why one cannot be taken.
fn choices(subject: Subject<'_>, menu: &Menu) -> Vec<String> {
    let lang = subject.lang();
    let mut lines = match &menu.about {
        About::Decision(id) => tell::decision_with_life(subject, id),
        about => vec![full(&[of(subject, about)], lang)],
    };
    let choices = menu::choices(subject.session, &menu.about);
    let mut before: Option<Notice> = None;
    for (at, choice) in (0..).zip(&choices) {
        let what = match choice {
            Choice::Light(light) => light.word().text(lang).to_owned(),
            choice => squeezed(&named(subject, choice), lang),
        };
        let number = choice.digit(at).to_string();
        let mut parts = vec![Told::Numbered { number, what }.text(lang)];
        let refused = menu::refusal(subject.session, &menu.about, choice);
        parts.extend(refused.as_ref().map(|why| {
            let same = before.as_ref() == Some(why);
            if same { Line::NotNow.text(lang).to_owned() } else { subject.says(why) }
        }));
        before = refused;
        lines.push(full(&parts, lang));
    }
    lines.extend(how(subject, Line::PickOne));
    lines
}

/// What stands in columns, behind each other.
fn squeezed(text: &str, lang: Lang) -> String {
    let parts = text.split("  ").map(str::trim).filter(|part| !matches!(*part, "" | "-"));
    parts.collect::<Vec<_>>().join(Line::Comma.text(lang))
}

/// How many there are, and from the cursor on each under its number.
fn found(subject: Subject<'_>, find: &Find) -> Vec<String> {
    let lang = subject.lang();
    if find.field.is_empty() && !find.commands {
        return vec![full(&[Line::WriteWanted.text(lang).to_owned()], lang)];
    }
    let mut lines = vec![Told::Found { count: find.hits.len().to_string() }.text(lang)];
    let from = find.cursor;
    let shown = find.hits.iter().enumerate().skip(from).take(LISTED);
    lines.extend(shown.map(|(at, hit)| {
        let number = (at + 1).to_string();
        let what = match &hit.stop {
            Stop::Command(what) => {
                let key = subject.seat.keymap.first(*what).map(|key| key.to_string());
                full(&[what.text(lang).to_owned(), key.unwrap_or_default()], lang)
            }
            stop => tell::stop(subject, stop),
        };
        Told::Numbered { number, what }.text(lang)
    }));
    let left = find.hits.len().saturating_sub(from + LISTED);
    if left > 0 {
        lines.push(Told::More { count: left.to_string() }.text(lang));
    }
    if !find.hits.is_empty() {
        lines.extend(how(subject, Line::PickHit));
    }
    lines
}

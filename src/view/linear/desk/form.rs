//! A page of fields, asked one by one: what it is for, what each field holds, what it takes.

use super::spoken;
use super::tell::full;
use crate::app::Form;
use crate::app::taste::Hints;
use crate::view::page::{self, heading, meant};
use crate::view::status;
use crate::view::subject::Subject;
use crate::words::linear::{Line, Told};

/// The page as it opens: what it is for, every field that holds something, and how it is answered.
pub fn whole(subject: Subject<'_>, form: &Form) -> Vec<String> {
    let lang = subject.lang();
    let mut lines = vec![
        spoken(&heading::title(subject, form), lang),
        spoken(&heading::known(subject, form), lang),
    ];
    let filled = form.fields.iter().enumerate().filter(|(_, (_, field))| !field.is_empty());
    lines.extend(filled.map(|(at, (label, field))| {
        let number = (at + 1).to_string();
        let what = Told::Pair { what: label.text(lang).into(), text: field.text().into() };
        full(&[Told::Numbered { number, what: what.text(lang) }.text(lang)], lang)
    }));
    let count = (form.fields.len() + form.ticks.len()).to_string();
    let told = subject.seat.taste.hints == Hints::Beginner;
    lines.extend(told.then(|| Told::FormKeys { count }.text(lang)));
    lines.push(here(subject, form));
    lines
}

/// The field that is asked: which it is, what it holds and is taken for, what it takes.
pub fn here(subject: Subject<'_>, form: &Form) -> String {
    let lang = subject.lang();
    let number = (form.at + 1).to_string();
    let all = (form.fields.len() + form.ticks.len()).to_string();
    let tick = form.at.checked_sub(form.fields.len());
    let mut parts = Vec::new();
    if let Some((label, field)) = form.fields.get(form.at) {
        let what = subject.label(*label).to_owned();
        parts.push(Told::Field { number, all, what }.text(lang));
        let text = field.text();
        parts.push(if text.is_empty() {
            Line::Blank.text(lang).to_owned()
        } else {
            Told::Holds { text: text.into() }.text(lang)
        });
        if page::is_assumed(subject, &form.purpose, *label) {
            parts.push(Line::Assumed.text(lang).to_owned());
        }
        let meant = meant::pieces(subject, &form.purpose, (*label, text));
        parts.extend(meant.iter().map(|piece| piece.parts().1.to_owned()).filter(|m| m != text));
        let hints = page::hint(&form.purpose, *label).iter();
        parts.extend(hints.map(|hint| hint.text(lang).to_owned()));
        parts.extend(page::doubts(subject, form));
    } else if let Some(tick) = tick.and_then(|tick| form.ticks.get(tick)) {
        let what = page::ticked_name(subject, tick).to_owned();
        parts.push(Told::Field { number, all, what }.text(lang));
        let on = if tick.on { Line::Yes } else { Line::No };
        parts.push(Told::Holds { text: on.text(lang).into() }.text(lang));
        parts.push(Line::YesOrNo.text(lang).to_owned());
    }
    full(&parts, lang)
}

/// What is asked, for the prompt: what it is for, and the field.
pub fn asks(subject: Subject<'_>, form: &Form) -> String {
    let purpose = status::purpose(&form.purpose, subject.lang());
    let tick = form.at.checked_sub(form.fields.len()).and_then(|at| form.ticks.get(at));
    let field = form.fields.get(form.at).map(|(label, _)| subject.label(*label));
    let field = field.or_else(|| tick.map(|tick| page::ticked_name(subject, tick)));
    format!("{purpose} {}", field.unwrap_or_default())
}

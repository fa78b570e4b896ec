//! 显示 in lines: every setting with what is chosen for it, or the choices of one.

use super::tell::full;
use crate::app::page::looks::Looks;
use crate::app::taste::Taste;
use crate::app::taste::choice::{SETTINGS, choices};
use crate::view::looks::meant;
use crate::view::subject::Subject;
use crate::words::linear::{Line, Told};
use crate::words::taste::Setting;
use crate::words::{Do, Lang};

/// What is asked: which setting, or which value of one.
pub fn lines(subject: Subject<'_>, looks: &Looks) -> Vec<String> {
    let lang = subject.lang();
    let numbered = |number: usize, what: String| {
        full(&[Told::Numbered { number: number.to_string(), what }.text(lang)], lang)
    };
    let mut lines = Vec::new();
    if let Some(setting) = looks.asked {
        lines.push(full(&[now(&subject.seat.taste, setting, lang)], lang));
        lines.push(full(&[meant(setting).text(lang).to_owned()], lang));
        let all = (1..).zip(choices(setting));
        lines.extend(all.map(|(number, one)| numbered(number, one.word().text(lang).to_owned())));
    } else {
        lines.push(full(&[title(subject, looks)], lang));
        let all = (1..).zip(SETTINGS);
        lines
            .extend(all.map(|(number, one)| numbered(number, now(&subject.seat.taste, one, lang))));
    }
    lines.extend(super::desk::how(subject, Line::PickOne));
    lines
}

/// What is chosen, for the prompt.
pub fn title(subject: Subject<'_>, looks: &Looks) -> String {
    let lang = subject.lang();
    let asked = looks.asked.map_or("", |setting| setting.text(lang));
    format!("{} {asked}", Do::Looks.text(lang)).trim_end().to_owned()
}

/// What was chosen otherwise than before.
pub fn changed(before: &Taste, subject: Subject<'_>) -> Vec<String> {
    let (taste, lang) = (&subject.seat.taste, subject.lang());
    let other = SETTINGS.into_iter().filter(|own| before.chosen(*own) != taste.chosen(*own));
    other.map(|setting| full(&[now(taste, setting, lang)], lang)).collect()
}

/// `版式，现为标准`
fn now(taste: &Taste, setting: Setting, lang: Lang) -> String {
    let holds = Told::Holds { text: taste.chosen(setting).word().text(lang).to_owned() };
    let parts = [setting.text(lang).to_owned(), holds.text(lang)];
    parts.join(Line::Comma.text(lang))
}

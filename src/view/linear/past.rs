//! 来龙去脉 and 差异 in lines: what happened meeting by meeting, and what differs between two of them.

use std::ops::Range;

use super::tell::full;
use crate::app::compare::Compare;
use crate::app::story::story as chapters;
use crate::ledger::sentence::Speech;
use crate::ledger::story::Subject as Whose;
use crate::view::compare;
use crate::view::subject::Subject;
use crate::words::history::Said;

/// The events of those numbers, each meeting by its name before its first one.
pub fn story(subject: Subject<'_>, of: &Whose, rows: Range<usize>) -> Vec<String> {
    let lang = subject.lang();
    let number = |id: &_| subject.record(id);
    let chapters = chapters(subject.session, of, lang, Speech::spoken(lang, &number));
    if chapters.is_empty() {
        return vec![full(&[Said::Nothing.text(lang)], lang)];
    }
    let (mut lines, mut nth) = (Vec::new(), 0);
    for chapter in &chapters {
        let own = chapter.snapshot.day().filter(|_| chapter.snapshot.is_meeting());
        let mut name = Some(&chapter.name);
        for event in &chapter.events {
            if rows.contains(&nth) {
                lines.extend(name.take().map(|name| full(std::slice::from_ref(name), lang)));
                let day = event.on.filter(|on| Some(*on) != own);
                let day = day.map(|day| subject.day(day)).unwrap_or_default();
                lines.push(full(&[format!("{day} {}", event.text)], lang));
            }
            nth += 1;
        }
    }
    lines
}

/// The changes of those numbers, one a line.
pub fn changes(subject: Subject<'_>, compare: &Compare, rows: Range<usize>) -> Vec<String> {
    let lang = subject.lang();
    if compare.groups.is_empty() {
        return Vec::new();
    }
    let listed = rows.filter_map(|at| compare.at(at));
    listed.map(|one| full(&compare::spoken(subject, compare, one), lang)).collect()
}

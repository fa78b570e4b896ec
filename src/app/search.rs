//! 搜索 and 命令: one box for rows, decisions, offices and commands, by number, Han, full pinyin or
//! initials.
//!
//! Terms are split at spaces and all must match. Numbers come first, then names, then bodies.

use std::ops::Range;

use super::command;
use super::pinyin::Letters;
use super::rows::Stop;
use super::seat::{Find, Hit, Over, Seat};
use super::session::Session;
use crate::plan::Place;

/// The most hits that a box lists.
const MOST: usize = 200;

/// Looks again for what the box holds.
pub(super) fn refresh(session: &Session, seat: &mut Seat) {
    let Some(Over::Find(mut find)) = seat.over.take() else { return };
    find.hits = hits(session, seat, &find);
    find.cursor = 0;
    seat.over = Some(Over::Find(find));
}

/// What matches, best first.
pub fn hits(session: &Session, seat: &Seat, find: &Find) -> Vec<Hit> {
    let terms = terms(session, find.field.text());
    if find.commands {
        return commands(session, seat, &terms);
    }
    if terms.is_empty() {
        return Vec::new();
    }
    let mut ranked = Vec::new();
    numbered(session, find.field.text(), &mut ranked);
    rows(session, &terms, &mut ranked);
    offices(session, &terms, &mut ranked);
    decisions(session, &terms, &mut ranked);
    ranked.extend(commands(session, seat, &terms).into_iter().map(|hit| (6, hit)));
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.dedup_by(|(_, one), (_, other)| one.stop == other.stop);
    ranked.into_iter().take(MOST).map(|(_, hit)| hit).collect()
}

type Ranked = Vec<(u8, Hit)>;

/// One word that is looked for: as letters that may stand for Han, or to the letter.
enum Term<'a> {
    Letters(Box<Letters<'a>>),
    Plain(String),
}

impl Term<'_> {
    fn find(&self, text: &str) -> Option<Range<usize>> {
        match self {
            Self::Letters(letters) => letters.find(text),
            Self::Plain(word) => text.find(word.as_str()).map(|at| at..at + word.len()),
        }
    }
}

fn terms<'a>(session: &'a Session, text: &str) -> Vec<Term<'a>> {
    let pinyin = session.names.pinyin();
    let term = |word: &str| match pinyin.letters(word) {
        Some(letters) => Term::Letters(Box::new(letters)),
        None => Term::Plain(word.to_owned()),
    };
    text.split_whitespace().map(term).collect()
}

fn commands(session: &Session, seat: &Seat, terms: &[Term<'_>]) -> Vec<Hit> {
    command::offers(session, seat)
        .into_iter()
        .filter_map(|(command, _)| {
            let matched = matches(terms, command.what.text(seat.lang))?;
            Some(Hit { stop: Stop::Command(command.what), matched })
        })
        .collect()
}

/// A row's number typed in full stands first.
fn numbered(session: &Session, text: &str, ranked: &mut Ranked) {
    let plain: String = text.trim().chars().map(super::key::twin).collect();
    if let Some(place) =
        plain.parse::<Place>().ok().filter(|place| session.plan.find(*place).is_some())
    {
        ranked.push((0, Hit { stop: Stop::Row(place), matched: Vec::new() }));
    }
}

fn rows(session: &Session, terms: &[Term<'_>], ranked: &mut Ranked) {
    let plan = &session.plan;
    let mut add = |rank, place, text: &str| {
        if let Some(matched) = matches(terms, text) {
            ranked.push((rank, Hit { stop: Stop::Row(place), matched }));
        }
    };
    plan.sections.iter().for_each(|section| add(2, section.id, &section.title));
    plan.tasks().for_each(|task| add(1, task.id, &task.title));
    plan.targets().for_each(|target| add(3, target.id, &target.metric));
    plan.measures().for_each(|measure| add(5, measure.id, &measure.text));
}

fn offices(session: &Session, terms: &[Term<'_>], ranked: &mut Ranked) {
    for (key, office) in session.plan.roster.in_order() {
        let names = [&office.short, &office.full];
        let names = names.into_iter().chain(&office.aliases);
        if let Some(matched) = names.into_iter().find_map(|name| matches(terms, name)) {
            // The card of a dissolved office is that of whoever took it over.
            let party = session.plan.roster.party_of(key);
            ranked.extend(party.map(|party| (3, Hit { stop: Stop::Party(party), matched })));
        }
    }
}

fn decisions(session: &Session, terms: &[Term<'_>], ranked: &mut Ranked) {
    for (id, decision) in &session.state().ledger.decisions {
        if let Some(matched) = matches(terms, &decision.text) {
            ranked.push((4, Hit { stop: Stop::Decision(id.clone()), matched }));
        }
    }
}

/// Where all terms match a text; none when one does not.
fn matches(terms: &[Term<'_>], text: &str) -> Option<Vec<Range<usize>>> {
    terms.iter().map(|term| term.find(text)).collect()
}

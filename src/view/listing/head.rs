//! What a screen says above its rows, line by line: on paper, and where it is read out.

use super::{itself, labelled};
use crate::app::{Screen, page::reviews};
use crate::ledger::sentence;
use crate::papers::listing::Fact;
use crate::view::strip::Piece;
use crate::view::subject::Subject;
use crate::view::{account, compare, division, figures_table, items, join, office, preview};
use crate::view::{signin, story, task};
use crate::words::{GuestSays, Seen, listed};

/// The lines, each some facts behind each other; what is only the name of the screen left out.
pub fn head(subject: Subject<'_>) -> Vec<Vec<Fact>> {
    let title = super::title(subject);
    let mut lines = said(subject);
    for fact in lines.iter_mut().flatten() {
        let rest = fact.text.strip_prefix(title.as_str());
        if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with("  ")) {
            fact.text = rest.trim_start().to_owned();
        }
    }
    lines.retain(|line| line.iter().any(|fact| !fact.text.trim().is_empty()));
    lines
}

fn said(subject: Subject<'_>) -> Vec<Vec<Fact>> {
    let (session, lang) = (subject.session, subject.lang());
    match subject.seat.screen() {
        Screen::Task { place, .. } => {
            let (light, _) = subject.light_of(*place);
            let mut who = labelled(&task::who(subject, *place));
            who.insert(0, bare(light));
            let reason = session.reason(*place, lang).unwrap_or_default();
            vec![who, vec![bare(reason)]]
        }
        Screen::Tasks { section: Some(section), .. } => vec![vec![bare(subject.row(*section))]],
        Screen::Register(register) => {
            let order = register.sort.word().text(lang).to_owned();
            vec![vec![
                bare(register.field.text()),
                bare(Seen::ByOrder { order }.text(lang)),
                bare(sentence::rate(register.counts.done, lang).unwrap_or_default()),
                bare(register.unclear.as_ref().map(|why| why.text(lang)).unwrap_or_default()),
            ]]
        }
        Screen::Meeting | Screen::Gate { .. } | Screen::ReadBack { .. } => held(subject),
        Screen::SignIn { .. } => {
            let counts = labelled(&signin::counts(subject, &session.attendees()));
            held(subject).into_iter().chain([counts]).collect()
        }
        Screen::Agenda { .. } => vec![labelled(&items::summary(subject))],
        Screen::Join { .. } => two_lines(subject),
        Screen::Account { .. } => vec![labelled(&account::tally(subject))],
        Screen::Division(table) => vec![labelled(&division::summary(subject, table))],
        Screen::Figures(figures) => {
            let name = vec![bare(figures.name.as_str()), bare(figures.read_as.as_str())];
            let counts = figures.found.as_ref().map(|found| figures_table::counts(subject, found));
            std::iter::once(name).chain(counts.ok().map(|counts| labelled(&counts))).collect()
        }
        Screen::Reviews { .. } => {
            let names: Vec<&str> = reviews::present(session).collect();
            let sit = (!names.is_empty())
                .then(|| GuestSays::Sitting { names: listed(&names) }.text(lang));
            sit.into_iter().map(|said| vec![bare(said)]).collect()
        }
        Screen::Story { of, .. } => vec![vec![bare(story::whose(subject, of))]],
        Screen::Compare(compare) => {
            compare::between(subject, compare).into_iter().map(|line| vec![bare(line)]).collect()
        }
        Screen::Office { party, .. } => {
            let card = session.card(party);
            let supports = office::supports(subject, &card.supports);
            vec![labelled(&office::name(subject, &card.party)), labelled(&[supports])]
        }
        Screen::Preview(shown) => vec![vec![bare(preview::page_said(subject, shown))]],
        _ => Vec::new(),
    }
}

/// A text that needs no label.
fn bare(text: impl Into<String>) -> Fact {
    itself("", text)
}

/// Which meeting it is, and what was recorded in it.
fn held(subject: Subject<'_>) -> Vec<Vec<Fact>> {
    let (state, lang) = (subject.state(), subject.lang());
    let held = subject.session.meeting().map(|_| sentence::of_held(&state.kind, lang));
    let lines = held.into_iter().chain([sentence::counts(state, lang)]);
    lines.map(|line| vec![bare(line)]).collect()
}

/// The two lines of meetings, and what the joining does by itself.
fn two_lines(subject: Subject<'_>) -> Vec<Vec<Fact>> {
    let Some(fork) = &subject.session.fork else {
        return vec![vec![bare(crate::words::joining::JoinSign::OneLine.text(subject.lang()))]];
    };
    let end = |end: [Piece; 2]| {
        vec![bare(end.iter().map(|piece| piece.parts().1).collect::<Vec<_>>().join(" "))]
    };
    let own = join::by_itself(subject, fork).into_iter().map(|text| vec![bare(text)]);
    let count = labelled(&[join::conflicts(subject, fork)]);
    join::ends(subject, fork).map(end).into_iter().chain(own).chain([count]).collect()
}

//! What a screen holds, as a paper: every row behind it, seen or not, in the words of the screen.
//!
//! It is what `p` prints and `y` copies. It must never take anything out of a buffer: cells are cut
//! and framed, and a row that is scrolled away is in none.

mod groups;
mod head;
mod own;
mod rows;
pub mod text;

use super::shown::Shown;
use super::status;
use super::strip::Piece;
use super::subject::Subject;
use crate::app::{Form, Key, Screen, Seat, Session, Stop, Ticked, command, look, page as pages};
use crate::judge::Light;
use crate::papers::Chart;
use crate::papers::listing::{Fact, Listing, Manner, Part, Row};
use crate::plan::{Found, Target};
use crate::words::prints::{PrintSays, Prints};
use crate::words::{Label, Lang, Sign};

pub(super) use groups::{Group, OnDesk, besides, groups, on_desk};
pub(super) use head::head;
pub(super) use own::told;
pub(super) use rows::{numbered, of};

/// All that the screen of a seat holds.
pub fn page(session: &Session, seat: &Seat) -> Listing {
    let subject = Subject { session, seat };
    let parts = parts(subject);
    let count: usize = parts.iter().map(|part| part.rows.len()).sum();
    let counted = count > 0 && is_list(seat.screen());
    let foot = counted.then(|| PrintSays::Count { count: count.to_string() }.text(subject.lang()));
    let listing = safe(Listing {
        lang: subject.lang(),
        title: title(subject),
        about: about(subject),
        parts,
        foot: foot.into_iter().collect(),
    });
    if !listing.parts.is_empty() {
        return listing;
    }
    let nothing = Row::text(Prints::Nothing.text(subject.lang()));
    Listing { parts: vec![Part { rows: vec![nothing], ..Part::default() }], ..listing }
}

/// What the cursor points at, or the rows that are marked; none where nothing is pointed at.
pub fn pointed(session: &Session, seat: &Seat) -> Option<Listing> {
    let subject = Subject { session, seat };
    let marked = matches!(seat.screen(), Screen::Tasks { .. }) && !seat.marks.is_empty();
    let stops: Vec<Stop> = match seat.screen() {
        _ if marked => seat.marks.iter().copied().map(Stop::Row).collect(),
        Screen::Meeting => seat.line.record.clone().map(Stop::Record).into_iter().collect(),
        _ => look::stop(session, seat).into_iter().collect(),
    };
    let rows: Vec<Row> = stops.iter().map(|stop| of(subject, stop)).collect();
    let part = Part { rows, ..Part::default() };
    (!part.rows.is_empty())
        .then(|| safe(Listing { lang: seat.lang, parts: vec![part], ..Listing::default() }))
}

/// Whether a screen is a list of which the rows are worth counting.
fn is_list(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::Tasks { .. }
            | Screen::Register(_)
            | Screen::Pending { .. }
            | Screen::ReadBack { .. }
    )
}

/// What the screen lists.
fn parts(subject: Subject<'_>) -> Vec<Part> {
    match subject.seat.screen() {
        Screen::Meeting => meeting(subject),
        Screen::Form(form) => vec![part("", fields(subject, form))],
        Screen::Agenda { .. } => vec![part("", groups::agenda(subject))],
        Screen::Help { filter, .. } => vec![part("", keys(subject, filter.text()))],
        screen => {
            let mut groups = groups(subject);
            // What makes an agenda of the lists is a key.
            if let Screen::Lists { .. } = screen {
                groups.retain(|group| group.label != Some(Label::Agenda));
            }
            let alone = groups.len() == 1 && groups.iter().all(|group| group.label.is_some());
            let one = |group: Group| {
                let heading = if alone { "" } else { &group.heading };
                let charts = group.label.map(|label| charts(subject, label)).unwrap_or_default();
                Part { charts, ..part(heading, told(subject, group.rows)) }
            };
            besides(subject).into_iter().chain(groups.into_iter().map(one)).collect()
        }
    }
}

pub(super) fn part(heading: &str, rows: Vec<Row>) -> Part {
    Part { heading: heading.to_owned(), rows, charts: Vec::new() }
}

/// The pictures of a task's targets, of the headline targets.
fn charts(subject: Subject<'_>, label: Label) -> Vec<Chart> {
    let (session, lang) = (subject.session, subject.lang());
    let on = session.grounds();
    let drawn = |target: &Target| Chart::of(&on, target, lang);
    match (subject.seat.screen(), label) {
        (Screen::Task { place, .. }, Label::Targets) => match session.plan.find(*place) {
            Some(Found::Task(task)) => task.targets().filter_map(drawn).collect(),
            _ => Vec::new(),
        },
        (Screen::Overview { .. }, Label::Headline) => {
            session.plan.headline.iter().filter_map(drawn).collect()
        }
        _ => Vec::new(),
    }
}

/// The item that is on, its targets, what is open on it, what was recorded, and the agenda.
fn meeting(subject: Subject<'_>) -> Vec<Part> {
    let OnDesk { item, targets, earlier, now } = on_desk(subject);
    let list = |stops: &[Stop]| stops.iter().map(|stop| of(subject, stop)).collect();
    let records = |ids: Vec<_>| list(&ids.into_iter().map(Stop::Record).collect::<Vec<_>>());
    vec![
        part(subject.label(Label::Item), list(&item)),
        part(subject.label(Label::Targets), list(&targets)),
        part(subject.sign(Sign::Open), records(earlier)),
        part(subject.label(Label::Records), records(now)),
        part(subject.label(Label::Agenda), groups::agenda(subject)),
    ]
}

fn fields(subject: Subject<'_>, form: &Form) -> Vec<Row> {
    let field = |label: &str, text: &str| Row {
        number: label.to_owned(),
        text: text.to_owned(),
        ..Row::default()
    };
    let fields = form.fields.iter().map(|(label, own)| field(subject.label(*label), own.text()));
    let ticks = form.ticks.iter().map(|tick| {
        let mark = if tick.on { "[x]" } else { "[ ]" };
        let of = match &tick.of {
            Ticked::Member(name) => name,
            Ticked::Preliminary => subject.sign(Sign::Preliminary),
            Ticked::Pinned => subject.sign(Sign::Pinned),
        };
        field(mark, of)
    });
    fields.chain(ticks).collect()
}

fn keys(subject: Subject<'_>, filter: &str) -> Vec<Row> {
    let joined = |keys: &[Key]| keys.iter().map(Key::to_string).collect::<Vec<_>>().join("  ");
    let row = |command: &'static command::Command| {
        let own = match subject.seat.keymap.keys(command).as_slice() {
            [] => subject.says(&Sign::ByPalette),
            own => joined(own),
        };
        let letters = joined(&subject.seat.keymap.letters(command));
        let keys = [(Sign::AnyMethod, own), (Sign::Letters, letters)];
        let facts = keys.map(|(sign, keys)| fact(subject.sign(sign), keys)).into();
        Row { facts, ..Row::text(command.what.text(subject.lang())) }
    };
    pages::help::matching(subject.session, subject.seat, filter).into_iter().map(row).collect()
}

/// The name of the screen; a task has its whole title.
pub(super) fn title(subject: Subject<'_>) -> String {
    match subject.seat.screen() {
        Screen::Task { place, .. } => {
            let found = subject.session.plan.find(*place);
            format!("{place} {}", found.map_or("", |found| found.title()))
        }
        _ => status::title(subject),
    }
}

/// Of which plan, as of which day, and what the screen says above its rows.
fn about(subject: Subject<'_>) -> Vec<String> {
    let (plan, day) = (subject.session.plan.name(), subject.session.today.to_string());
    let as_of = PrintSays::AsOf { day }.text(subject.lang());
    let rehearsal = subject.session.plan.rehearsal.then(|| subject.label(Label::Rehearsal));
    let first = [Some(plan), Some(as_of.as_str()), rehearsal];
    let first = first.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let lines = head(subject).into_iter().map(|line| {
        let said = |fact: Fact| format!("{} {}", fact.label, fact.text).trim().to_owned();
        line.into_iter().filter(|fact| !fact.text.is_empty()).map(said).collect::<Vec<_>>()
    });
    std::iter::once(first).chain(lines.map(|line| line.join("  "))).collect()
}

/// Pieces behind each other, as a line.
fn line(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| {
        let (label, text) = piece.parts();
        format!("{label} {text}").trim().to_owned()
    };
    let all = pieces.iter().filter(|piece| !piece.parts().1.is_empty()).map(one);
    all.collect::<Vec<_>>().join("  ")
}

fn labelled(pieces: &[Piece]) -> Vec<Fact> {
    pieces.iter().map(|piece| fact(piece.parts().0, piece.parts().1)).collect()
}

fn fact(label: &str, text: impl Into<String>) -> Fact {
    Fact { label: label.to_owned(), text: text.into(), ..Fact::default() }
}

fn aside(label: &str, text: impl Into<String>) -> Fact {
    Fact { manner: Manner::Aside, ..fact(label, text) }
}

fn itself(label: &str, text: impl Into<String>) -> Fact {
    Fact { manner: Manner::Itself, ..fact(label, text) }
}

/// How something stands: its light by its word.
fn light(subject: Subject<'_>, light: Option<Light>) -> Fact {
    let word = light.map_or("", |light| light.word().text(subject.lang()));
    lit(subject, light.map(|light| (light, word)))
}

/// The same by another word.
fn lit(subject: Subject<'_>, state: Option<(Light, &str)>) -> Fact {
    let (light, word) = state.unzip();
    let mark = light.and_then(|light| subject.mark(light));
    Fact { mark, ..itself(subject.label(Label::State), word.unwrap_or_default()) }
}

/// Nothing that comes from a file steers whatever reads it, and nothing that is empty is kept.
fn safe(mut listing: Listing) -> Listing {
    clean(&mut listing.title);
    [&mut listing.about, &mut listing.foot].into_iter().for_each(clean_all);
    for part in &mut listing.parts {
        clean(&mut part.heading);
        part.rows.iter_mut().for_each(clean_row);
    }
    listing.parts.retain(|part| !part.rows.is_empty());
    listing
}

/// The same of one row.
pub(super) fn clean_row(row: &mut Row) {
    row.facts.retain(|fact| !fact.text.trim().is_empty());
    row.facts.iter_mut().for_each(|fact| clean(&mut fact.text));
    [&mut row.number, &mut row.text].into_iter().for_each(clean);
    clean_all(&mut row.more);
}

fn clean_all(lines: &mut Vec<String>) {
    lines.iter_mut().for_each(clean);
    lines.retain(|line| !line.is_empty());
}

/// Line breaks become blanks: what is a line stays one.
fn clean(text: &mut String) {
    let plain = text.replace(['\r', '\n', '\t'], " ");
    Shown::new(plain.trim()).as_str().clone_into(text);
}

/// What stands between things that are listed.
fn comma(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "、" } else { ", " }
}

#[cfg(test)]
mod tests;

//! What a screen holds, as a paper: every row behind it, seen or not, in the words of the screen.
//!
//! It is what `p` prints and `y` copies. It must never take anything out of a buffer: cells are cut
//! and framed, and a row that is scrolled away is in none.

mod rows;
mod screens;
pub mod text;

use super::shown::Shown;
use super::status;
use super::strip::Piece;
use super::subject::Subject;
use crate::app::{Screen, Seat, Session, Stop, look};
use crate::papers::listing::{Fact, Listing, Part, Row};
use crate::words::prints::{PrintSays, Prints};
use crate::words::{Label, Lang};

/// All that the screen of a seat holds.
pub fn page(session: &Session, seat: &Seat) -> Listing {
    let subject = Subject { session, seat };
    let parts = screens::parts(subject);
    let count: usize = parts.iter().map(|part| part.rows.len()).sum();
    let counted = count > 0 && screens::is_list(seat.screen());
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
    let rows: Vec<Row> = stops.iter().map(|stop| rows::of(subject, stop)).collect();
    let part = Part { rows, ..Part::default() };
    (!part.rows.is_empty())
        .then(|| safe(Listing { lang: seat.lang, parts: vec![part], ..Listing::default() }))
}

/// The name of the screen; a task has its whole title.
fn title(subject: Subject<'_>) -> String {
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
    std::iter::once(first).chain(screens::about(subject)).collect()
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

fn fact(label: &str, text: impl Into<String>) -> Fact {
    Fact { label: label.to_owned(), text: text.into() }
}

/// Nothing that comes from a file steers whatever reads it, and nothing that is empty is kept.
fn safe(mut listing: Listing) -> Listing {
    clean(&mut listing.title);
    [&mut listing.about, &mut listing.foot].into_iter().for_each(clean_all);
    for part in &mut listing.parts {
        clean(&mut part.heading);
        for row in &mut part.rows {
            row.facts.retain(|fact| !fact.text.trim().is_empty());
            row.facts.iter_mut().for_each(|fact| clean(&mut fact.text));
            [&mut row.number, &mut row.text].into_iter().for_each(clean);
            clean_all(&mut row.more);
        }
    }
    listing.parts.retain(|part| !part.rows.is_empty());
    listing
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

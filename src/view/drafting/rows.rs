//! One line of the draft: its number, its words, the mark of a doubt at its end.

use ratatui::layout::Rect;

use super::{heaviest, ink, weight};
use crate::app::drafting::target::{judged, meant};
use crate::app::drafting::{Drafting, Row, What};
use crate::plan::{Found, Target};
use crate::view::canvas::Pen;
use crate::view::strip::{self, Piece};
use crate::view::style::Role;
use crate::view::tall::Block;
use crate::view::width::Ruler;
use crate::words::drafting::DraftSays;
use crate::words::report::Weight;

/// As much of the report's words as stands in one line.
const LINE: usize = 80;

/// Draws it.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting, row: &Row) {
    let doubt = heaviest(drafting, row);
    let mark = doubt.map_or(" ", mark);
    let right = area.right().saturating_sub(1);
    pen.text((right, area.y), 1, mark, doubt.map_or(Role::Plain, weight));
    let mut x = area.x + 2 * row.what.depth();
    if let Some(place) = row.place.filter(|_| !matches!(row.what, What::Lead | What::Duty)) {
        x +=
            pen.text((x, area.y), right.saturating_sub(x + 1), place.to_string(), Role::Strong) + 2;
    }
    let (words, how) = words(drafting, row, LINE);
    let kept = u16::try_from(pen.ruler().columns(&how)).unwrap_or(0);
    let kept = if kept == 0 { 0 } else { kept + 2 };
    // The report's own words are cut before what is said of them.
    let room = right.saturating_sub(x + 1 + kept);
    x += pen.text((x, area.y), room, words.as_str(), ink(row.what)) + 2;
    pen.text((x, area.y), right.saturating_sub(x + 1), how.as_str(), ink(row.what));
}

/// The same in as many lines as it needs.
pub(super) fn whole(ruler: Ruler, width: u16, drafting: &Drafting, row: &Row) -> Block {
    let doubt = heaviest(drafting, row);
    let place = row.place.filter(|_| !matches!(row.what, What::Lead | What::Duty));
    let (words, how) = words(drafting, row, usize::MAX);
    let indent = 2 * row.what.depth();
    let pieces = [
        Piece::new(doubt.map_or("", mark), doubt.map_or(Role::Plain, weight)),
        Piece::new(place.map(|place| place.to_string()).unwrap_or_default(), Role::Strong),
        Piece::new(words, ink(row.what)),
        Piece::new(how, ink(row.what)),
    ];
    (indent, strip::whole(ruler, width.saturating_sub(indent), pieces))
}

/// How a doubt shows on its line.
const fn mark(weight: Weight) -> &'static str {
    match weight {
        Weight::Heavy => "!",
        Weight::Middle => "?",
        Weight::Light => "~",
    }
}

/// The words of a line, as many as asked for, and what is said of them behind.
fn words(drafting: &Drafting, row: &Row, most: usize) -> (String, String) {
    let lang = drafting.lang;
    let text = drafting.text.get(row.at.clone()).unwrap_or_default();
    let words = || text.chars().filter(|c| !matches!(c, '\r' | '\n'));
    let head = || words().take(most).collect::<String>();
    let alone = match row.what {
        What::Kept(role) => {
            let chars = text.chars().count().to_string();
            let run = DraftSays::Run { what: role.text(lang).to_owned(), chars }.text(lang);
            // What is no row of the plan can be a page long; it is read in the report.
            format!("{run}  {}", words().take(LINE).collect::<String>())
        }
        What::Guidance(role) => format!("{}  {}", role.text(lang), head()),
        What::Target => {
            let found = row.place.and_then(|place| drafting.draft().plan.find(place));
            match found {
                Some(Found::Target(target)) => return promise(drafting, target),
                _ => head(),
            }
        }
        What::Number(nth) => {
            let why = drafting.draft().rejected.get(nth).map(|it| it.why.text(lang));
            return (head(), why.unwrap_or_default().to_owned());
        }
        What::Section | What::Task => {
            let found = row.place.and_then(|place| drafting.draft().plan.find(place));
            let short =
                found.map(Found::short).filter(|short| *short != found.map_or("", Found::title));
            short.map_or_else(head, |short| format!("{}  [{short}]", head()))
        }
        What::Lead | What::Measure | What::Duty => head(),
    };
    (alone, String::new())
}

/// A target in one line: what; and how, how much, how it is judged.
fn promise(drafting: &Drafting, target: &Target) -> (String, String) {
    let lang = drafting.lang;
    let amount = match (target.from, target.upper) {
        (Some(from), _) => format!("{from}-{}", target.amount()),
        (_, Some(upper)) => {
            let value = target.value.map(|value| value.to_string()).unwrap_or_default();
            format!("{value}-{upper}{}", target.unit)
        }
        _ => target.amount(),
    };
    let parts = [
        target.qualifier.as_str(),
        &amount,
        meant(target.comparator).text(lang),
        judged(target.kind).text(lang),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (target.metric.clone(), parts.join("  "))
}

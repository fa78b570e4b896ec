//! One line of the draft: its number, its words, the mark of a doubt at its end.

use ratatui::layout::Rect;

use super::{heaviest, ink, weight};
use crate::app::drafting::target::{judged, meant};
use crate::app::drafting::{Drafting, Row, What};
use crate::plan::{Found, Target};
use crate::view::canvas::Pen;
use crate::view::style::Role;
use crate::words::drafting::DraftSays;
use crate::words::report::Weight;

/// Draws it.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, drafting: &Drafting, row: &Row) {
    let doubt = heaviest(drafting, row);
    let mark = match doubt {
        Some(Weight::Heavy) => "!",
        Some(Weight::Middle) => "?",
        Some(Weight::Light) => "~",
        None => " ",
    };
    let right = area.right().saturating_sub(1);
    pen.text((right, area.y), 1, mark, doubt.map_or(Role::Plain, weight));
    let mut x = area.x + 2 * row.what.depth();
    if let Some(place) = row.place.filter(|_| !matches!(row.what, What::Lead | What::Duty)) {
        x +=
            pen.text((x, area.y), right.saturating_sub(x + 1), place.to_string(), Role::Strong) + 2;
    }
    let (words, how) = words(drafting, row);
    let kept = u16::try_from(pen.ruler().columns(&how)).unwrap_or(0);
    let kept = if kept == 0 { 0 } else { kept + 2 };
    // The report's own words are cut before what is said of them.
    let room = right.saturating_sub(x + 1 + kept);
    x += pen.text((x, area.y), room, words.as_str(), ink(row.what)) + 2;
    pen.text((x, area.y), right.saturating_sub(x + 1), how.as_str(), ink(row.what));
}

/// The words of a line, and what is said of them behind.
fn words(drafting: &Drafting, row: &Row) -> (String, String) {
    let lang = drafting.lang;
    let text = drafting.text.get(row.at.clone()).unwrap_or_default();
    let head = || text.chars().filter(|c| !matches!(c, '\r' | '\n')).take(80).collect::<String>();
    let alone = match row.what {
        What::Kept(role) => {
            let chars = text.chars().count().to_string();
            let run = DraftSays::Run { what: role.text(lang).to_owned(), chars }.text(lang);
            format!("{run}  {}", head())
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

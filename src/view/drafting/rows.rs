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
    let mut write = |text: &str, role| {
        let room = right.saturating_sub(x + 1);
        x += pen.text((x, area.y), room, text, role) + 2;
    };
    if let Some(place) = row.place.filter(|_| !matches!(row.what, What::Lead | What::Duty)) {
        write(&place.to_string(), Role::Strong);
    }
    write(&words(drafting, row), ink(row.what));
}

fn words(drafting: &Drafting, row: &Row) -> String {
    let lang = drafting.lang;
    let text = drafting.text.get(row.at.clone()).unwrap_or_default();
    let head = || text.chars().filter(|c| !matches!(c, '\r' | '\n')).take(80).collect::<String>();
    match row.what {
        What::Kept(role) => {
            let chars = text.chars().count().to_string();
            let run = DraftSays::Run { what: role.text(lang).to_owned(), chars }.text(lang);
            format!("{run}  {}", head())
        }
        What::Guidance(role) => format!("{}  {}", role.text(lang), head()),
        What::Target => {
            let found = row.place.and_then(|place| drafting.draft().plan.find(place));
            match found {
                Some(Found::Target(target)) => promise(drafting, target),
                _ => head(),
            }
        }
        What::Number(nth) => {
            let why = drafting.draft().rejected.get(nth).map(|it| it.why.text(lang));
            format!("{}  {}", head(), why.unwrap_or_default())
        }
        What::Section | What::Task => {
            let found = row.place.and_then(|place| drafting.draft().plan.find(place));
            let short =
                found.map(Found::short).filter(|short| *short != found.map_or("", Found::title));
            short.map_or_else(head, |short| format!("{}  [{short}]", head()))
        }
        What::Lead | What::Measure | What::Duty => head(),
    }
}

/// A target in one line: what, how, how much, how it is judged.
fn promise(drafting: &Drafting, target: &Target) -> String {
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
        target.metric.as_str(),
        &target.qualifier,
        &amount,
        meant(target.comparator).text(lang),
        judged(target.kind).text(lang),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}

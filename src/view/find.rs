//! 搜索 and 命令: one box over the screen, its hits below what is typed, the match in [ ].

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::line;
use super::list;
use super::menu;
use super::panes;
use super::shown::Shown;
use super::strip;
use super::style::Role;
use super::subject::Subject;
use crate::app::{Find, Hit, Key, Stop, command};
use crate::plan::Party;
use crate::words::{Do, Hint, Seen, Sign};

/// Draws the box with the cursor in its field.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, find: &Find) {
    let title = if find.commands { Do::Palette } else { Do::Search };
    let inside = menu::boxed(pen, margin(area), title.text(subject.lang()));
    let mark = if find.commands { ": " } else { "/ " };
    let used = pen.text((inside.x, inside.y), inside.width, mark, Role::Key);
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(4), ..inside };
    let seen = panes::window(find.hits.len(), list.height, &(find.cursor..find.cursor + 1));
    let mut end = inside.right();
    if seen.len() < find.hits.len() {
        // What does not fit is there all the same.
        let (shown, all) = (find.cursor + 1, find.hits.len());
        let (shown, all) = (shown.to_string(), all.to_string());
        let count = Seen::Of { shown, all }.text(subject.lang());
        end = pen.text_before((end, inside.y), 12, count, Role::Hint).saturating_sub(1);
    }
    let x = inside.x + used;
    let field = Rect { x, width: end.saturating_sub(x), ..inside };
    line::one(pen, Rect { height: 1, ..field }, &find.field, true);
    let foot = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
    let hints: &[Hint] =
        if find.commands { &[Hint::OpenHit] } else { &[Hint::OpenHit, Hint::Look] };
    strip::hints(pen, foot, subject, hints);
    if find.hits.is_empty() && !find.field.is_empty() {
        pen.text((list.x, list.y), list.width, subject.sign(Sign::NoHits), Role::Hint);
    }
    for (y, at) in (list.y..list.bottom()).zip(seen) {
        hit(pen, Rect { y, height: 1, ..list }, subject, &find.hits[at]);
        if at == find.cursor {
            let outer = Rect { x: list.x.saturating_sub(1), width: list.width + 2, ..list };
            list::point(pen, Rect { y, height: 1, ..outer }, y, true);
        }
    }
}

/// One hit: its number or its key, and its text with the match.
fn hit(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, hit: &Hit) {
    let (number, text) = named(subject, &hit.stop);
    let wide = if matches!(hit.stop, Stop::Command(_)) { KEY } else { NUMBER };
    pen.text((area.x + 2, area.y), wide, number, Role::Plain);
    let x = area.x + 2 + wide + 1;
    let text_area = Rect { x, width: area.right().saturating_sub(x), ..area };
    // An office may have matched by a name that is not shown.
    let matched: &[Range<usize>] =
        if matches!(hit.stop, Stop::Party(_)) { &[] } else { &hit.matched };
    marked(pen, text_area, &text, matched);
}

/// What stands in front of a hit, and its text.
fn named(subject: Subject<'_>, stop: &Stop) -> (String, String) {
    let plan = &subject.session.plan;
    let state = subject.state();
    match stop {
        Stop::Row(place) => {
            let title = plan.find(*place).map_or("", |found| found.title());
            (place.to_string(), title.to_owned())
        }
        Stop::Decision(id) | Stop::Record(id) => {
            let text = state.ledger.decisions.get(id).map(|decision| decision.text.clone());
            (subject.record(id), text.unwrap_or_default())
        }
        Stop::Item(number) | Stop::Prepared(number, _) => (number.to_string(), String::new()),
        Stop::Party(party) => ("@".to_owned(), office(subject, party)),
        Stop::Command(what) => (key_of(*what), what.text(subject.lang()).to_owned()),
    }
}

/// Writes a text with its matches in [ ]; a long text begins shortly before the first match.
fn marked(pen: &mut Pen<'_>, area: Rect, text: &str, matched: &[Range<usize>]) {
    let pieces = pieces(text, matched);
    let room = usize::from(area.width);
    let mut x = area.x;
    let long = pen.ruler().columns(text) + 2 * matched.len() > room;
    let before = pieces.iter().take_while(|(_, matches)| !matches).map(|(piece, _)| *piece);
    let skip = long && before.map(|piece| pen.ruler().columns(piece)).sum::<usize>() > room / 2;
    for (number, (piece, matches)) in pieces.iter().enumerate() {
        let left = area.right().saturating_sub(x);
        if *matches {
            x += pen.text((x, area.y), left, format!("[{piece}]"), Role::Match);
        } else if number == 0 && skip {
            let tail: String = tail(piece, 8);
            x += pen.text((x, area.y), left, format!("..{tail}"), Role::Plain);
        } else {
            x += pen.text((x, area.y), left, *piece, Role::Plain);
        }
    }
}

/// The last characters of a text.
fn tail(text: &str, count: usize) -> String {
    let from = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    Shown::new(&text[from..]).to_string()
}

/// A text in pieces, each a match or not. Ranges that do not fit the text mark nothing.
fn pieces<'t>(text: &'t str, matched: &[Range<usize>]) -> Vec<(&'t str, bool)> {
    let mut matched: Vec<&Range<usize>> = matched.iter().collect();
    matched.sort_by_key(|range| range.start);
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in matched {
        let (Some(before), Some(piece)) = (text.get(at..range.start), text.get(range.clone()))
        else {
            continue;
        };
        pieces.push((before, false));
        pieces.push((piece, true));
        at = range.end;
    }
    pieces.push((&text[at..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// An office by its short and its full name.
fn office(subject: Subject<'_>, party: &Party) -> String {
    let office = party.key().and_then(|key| subject.session.plan.roster.offices.get(key));
    let full = office.map_or("", |office| office.full.as_str());
    format!("{}  {full}", party.name())
}

/// The first key of a command, so that it is learnt; nothing for one that is only here.
fn key_of(what: Do) -> String {
    let row = command::COMMANDS.iter().find(|command| command.what == what);
    row.and_then(|command| command.keys.first()).map_or_else(String::new, Key::to_string)
}

/// Room for `1.2.10` and for the number of a record.
const NUMBER: u16 = 7;

/// Room for `Shift-Tab`.
const KEY: u16 = 9;

/// The box leaves the screen's edges free.
fn margin(area: Rect) -> Rect {
    let (x, y) = (area.width / 12, area.height / 12);
    Rect { x: area.x + x, y: area.y + y, width: area.width - 2 * x, height: area.height - 2 * y }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_that_do_not_fit_mark_nothing() {
        let first = 0..12;
        assert_eq!(
            pieces("招商引资工作", std::slice::from_ref(&first)),
            [("招商引资", true), ("工作", false)]
        );
        for range in [1..3, 0..99, 99..120] {
            assert_eq!(pieces("招商", &[range]), [("招商", false)]);
        }
        assert_eq!(pieces("", &[]), []);
        let (one, two) = (3..6, 0..3);
        assert_eq!(pieces("招商引", &[one, two]), [("招", true), ("商", true), ("引", false)]);
        assert_eq!(pieces("招商引", &[0..6, 3..6]), [("招商", true), ("引", false)]);
    }
}

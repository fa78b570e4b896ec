//! 搜索 and 命令: one box over the screen, its hits below what is typed, the match in [ ].

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::care::page::{List, Mark, Page};
use super::empty;
use super::line;
use super::list;
use super::matched::{self, Marks};
use super::menu;
use super::panes;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::table::{Cell, Columns, Width};
use crate::app::look::SIX;
use crate::app::pointer::Touch;
use crate::app::{Find, Hit, Stop};
use crate::plan::Party;
use crate::plan::place::Level;
use crate::words::empty::Onward;
use crate::words::{Do, Hint, Seen, Sign};

/// Draws the box with the cursor in its field.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, find: &Find) {
    let title = if find.commands { Do::Palette } else { Do::Search };
    let inside = menu::boxed(pen, margin(subject, area), title.text(subject.lang()));
    let mark = if find.commands { ": " } else { "/ " };
    let used = pen.text((inside.x, inside.y), inside.width, mark, Role::Key);
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(4), ..inside };
    let seen = panes::window(find.hits.len(), list.height, &(find.cursor..find.cursor + 1));
    let mut end = inside.right();
    if seen.len() < find.hits.len() || (subject.is_cared_for() && find.hits.len() > SIX) {
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
        pen.text(
            (list.x, list.y),
            list.width,
            empty::text(subject, subject.sign(Sign::NoHits), &[Onward::Back]),
            Role::Hint,
        );
    }
    if subject.is_cared_for() {
        return whole(pen, list, subject, find);
    }
    for (y, at) in (list.y..list.bottom()).zip(seen) {
        hit(pen, Rect { y, height: 1, ..list }, subject, &find.hits[at]);
        pen.touch(Rect { y, height: 1, ..list }, Touch::Hit(at));
        if at == find.cursor {
            let outer = Rect { x: list.x.saturating_sub(1), width: list.width + 2, ..list };
            list::point(pen, Rect { y, height: 1, ..outer }, y, true);
        }
    }
}

/// The hits for whoever is shown less at a time: six of them, each as long as it is.
fn whole(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, find: &Find) {
    let area = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    let (ruler, width) = (pen.ruler(), list::inner(area).width);
    let block = |hit: &Hit| {
        let (text, at) = match &hit.stop {
            Stop::Party(party) => office(subject, party, &hit.shown),
            _ => (hit.shown.clone(), 0),
        };
        let shifted = hit.matched.iter().map(|range| range.start + at..range.end + at);
        let text = matched::bracketed(&text, &shifted.collect::<Vec<_>>());
        let named = format!("{} {text}", number(subject, &hit.stop));
        let mut lines = strip::wrapped(ruler, width, named.trim_start());
        let (light, role) = stands(subject, hit);
        let (lead, lead_role) = leads(subject, &hit.stop);
        let about = [Piece::new(light, role), Piece::new(lead, lead_role)];
        lines.extend(strip::whole(ruler, width, about));
        lines
    };
    let blocks =
        |range: Range<usize>| find.hits[range].iter().map(block).collect::<Vec<Vec<Strip>>>();
    let count = find.hits.len();
    let hits = List { subject, groups: &[], ahead: &[], count, blocks: &blocks };
    let glimpse = &subject.seat.glimpse;
    let page = Page { area, mark: Mark::Point, glimpse, touch: &Touch::Hit };
    page.draw(pen, &hits, Some(find.cursor));
}

/// One hit: its number or its key, its text with the match, who leads it and how it stands.
fn hit(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, hit: &Hit) {
    let wide = if matches!(hit.stop, Stop::Command(_)) { KEY } else { NUMBER };
    let shown = area.width >= SIDE;
    let state = if shown { subject.light_width() } else { Width::Hidden };
    let widths = [Width::Is(wide), Width::Rest, Width::only(shown, 10), state];
    let columns = Columns::over(Rect { x: area.x + 2, width: area.width - 2, ..area }, &widths);
    let (lead, lead_role) = leads(subject, &hit.stop);
    let (light, role) = stands(subject, hit);
    let cells = [
        Cell::plain(number(subject, &hit.stop)),
        Cell::plain(""),
        Cell::new(lead, lead_role),
        Cell::new(light, role),
    ];
    columns.write(pen, area.y, &cells);
    let Some(text) = columns.place(1, area.y) else { return };
    match &hit.stop {
        // An office may have matched by a name that is not shown.
        Stop::Party(party) => {
            let (names, at) = office(subject, party, &hit.shown);
            let shifted = |range: &Range<usize>| range.start + at..range.end + at;
            let matched: Vec<Range<usize>> = hit.matched.iter().map(shifted).collect();
            matched::write(pen, text, &names, (&matched, Marks::Brackets));
        }
        _ => matched::write(pen, text, &hit.shown, (&hit.matched, Marks::Brackets)),
    }
}

/// What stands in front of a hit.
fn number(subject: Subject<'_>, stop: &Stop) -> String {
    match stop {
        Stop::Row(place) => place.to_string(),
        Stop::Decision(id) | Stop::Record(id) => subject.record(id),
        Stop::Item(number) | Stop::Prepared(number, _) => number.to_string(),
        Stop::Party(_) => "@".to_owned(),
        Stop::Command(what) => key_of(subject, *what),
    }
}

/// How what was found stands: a decision by its life, a row by its light.
fn stands(subject: Subject<'_>, hit: &Hit) -> (String, Role) {
    if let Stop::Decision(id) = &hit.stop
        && let Some(standing) = subject.state().standing(id)
    {
        return subject.decision_light(id, &standing);
    }
    hit.light.map(|light| subject.light(light)).unwrap_or_default()
}

/// Who leads what was found; nothing for what nobody leads.
fn leads(subject: Subject<'_>, stop: &Stop) -> (String, Role) {
    match stop {
        Stop::Decision(id) => match subject.state().standing(id) {
            Some(standing) => subject.lead(id, &standing),
            None => (subject.sign(Sign::TakenBack).to_owned(), Role::Hint),
        },
        Stop::Row(place) if place.level() == Level::Task => subject.row_lead(*place),
        _ => (String::new(), Role::Plain),
    }
}

/// An office by its short name, the name by which it was found and its full one, and where the one that
/// was found begins.
fn office(subject: Subject<'_>, party: &Party, found: &str) -> (String, usize) {
    let office = party.key().and_then(|key| subject.session.plan.roster.offices.get(key));
    let full = office.map_or("", |office| office.full.as_str());
    let short = party.name();
    match found {
        _ if found.is_empty() || found == short => (format!("{short}  {full}"), 0),
        _ if found == full => (format!("{short}  {full}"), short.len() + 2),
        _ => (format!("{short}  {found}  {full}"), short.len() + 2),
    }
}

/// The first key of a command, so that it is learnt; nothing for one that is only here.
fn key_of(subject: Subject<'_>, what: Do) -> String {
    subject.seat.keymap.first(what).map_or_else(String::new, |key| key.to_string())
}

/// From so many columns on there is room beside the text.
const SIDE: u16 = 60;

/// Room for `1.2.10` and for the number of a record.
const NUMBER: u16 = 7;

/// Room for `Shift-Tab`.
const KEY: u16 = 9;

/// The box leaves the screen's edges free.
fn margin(subject: Subject<'_>, area: Rect) -> Rect {
    if subject.is_cared_for() {
        return area;
    }
    let (x, y) = (area.width / 12, area.height / 12);
    Rect { x: area.x + x, y: area.y + y, width: area.width - 2 * x, height: area.height - 2 * y }
}

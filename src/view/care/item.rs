//! The item of the meeting: its title, who answers for it, targets, and what was recorded.

use ratatui::layout::Rect;

use super::above::{headed, title_of, who};
use super::page::{List, Mark, Page};
use super::rows;
use crate::app::agenda::prepared;
use crate::app::pointer::Touch;
use crate::app::{Stop, line, look};
use crate::ledger::Edit;
use crate::plan::Place;
use crate::view::canvas::Pen;
use crate::view::list;
use crate::view::listing::Group;
use crate::view::strip::{self, Piece};
use crate::view::style::Role;
use crate::view::subject::Subject;
use crate::words::{Label, Seen, Sign, listed};

/// Draws it above the line.
pub fn item(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let (session, seat) = (subject.session, subject.seat);
    let places = line::rows(session, seat);
    let now = line::item(session, seat);
    let title = match (places.as_slice(), now) {
        ([place], _) => title_of(subject, *place),
        (_, Some(item)) => item.title.clone(),
        (_, None) => subject.sign(Sign::OtherMatters).to_owned(),
    };
    let all = session.meeting().map_or(0, |meeting| meeting.agenda.len()).to_string();
    let shown = seat.line.item.unwrap_or_default().to_string();
    let count = Seen::Of { shown, all }.text(subject.lang());
    let mut about = vec![Piece::labelled(subject, Label::Item, count)];
    about.extend(now.map(|item| Piece::new(item.state.word().text(subject.lang()), Role::Plain)));
    about.extend(
        now.filter(|item| item.restricted)
            .map(|_| Piece::new(subject.sign(Sign::Restricted), Role::Behind)),
    );
    about.extend(places.first().into_iter().flat_map(|place| who(subject, *place)));
    let inner = list::inner(area);
    let used = strip::under(pen, inner, &headed(pen.ruler(), inner.width, &title, about)) - area.y;
    let rest = below(area, used + 1);
    let targets = places.iter().flat_map(|place| look::targets_at(session, *place));
    let targets: Vec<Stop> = targets.map(Stop::Row).collect();
    // What is pointed at stands among the records.
    let next = prepared(subject).into_iter().next().filter(|_| seat.line.prepared.is_none());
    let rest = above(pen, rest, subject, (next, &targets));
    recorded(pen, rest, subject, &places);
}

/// The lines prepared for the item.
fn prepared(subject: Subject<'_>) -> Vec<Stop> {
    let lines = prepared::lines(subject.session, subject.seat).into_iter().enumerate();
    lines.map(|(nth, line)| Stop::Prepared(line.item, nth)).collect()
}

fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

/// What is only looked at: the line that is prepared next, and targets; two rows at most and as many as
/// leave half of the room; how many more targets there are. Gives what is left.
fn above(
    pen: &mut Pen<'_>,
    area: Rect,
    subject: Subject<'_>,
    (next, targets): (Option<Stop>, &[Stop]),
) -> Rect {
    let inner = list::inner(area);
    let mut rest = area;
    let mut left = targets.len();
    let mut end = None;
    for stop in next.iter().chain(targets).take(2) {
        let lines = rows::of(subject, pen.ruler(), inner.width, stop);
        let needs = super::len(&lines).saturating_add(1);
        if rest.height.saturating_sub(needs) < area.height / 2 {
            break;
        }
        let y = strip::under(pen, Rect { y: rest.y, height: rest.height, ..inner }, &lines);
        end = lines.last().map(|last| (y - 1, pen.ruler().columns(&last.said())));
        rest = below(rest, needs);
        left -= usize::from(matches!(stop, Stop::Row(_)));
    }
    if left == 0 || rest.height < 3 {
        return rest;
    }
    let more = Seen::More { count: left.to_string() }.text(subject.lang());
    let label = subject.label(Label::Targets);
    let more = format!("{label} {more}");
    // Behind the last one where that leaves room, so that no record goes for it.
    if let Some((y, used)) = end
        && used + pen.ruler().columns(&more) + 2 <= usize::from(inner.width)
    {
        let used = u16::try_from(used).unwrap_or(inner.width);
        pen.text((inner.x + used + 2, y), inner.width, more, Role::Hint);
        return rest;
    }
    let more = strip::whole(pen.ruler(), inner.width, [Piece::new(more, Role::Hint)]);
    strip::under(pen, Rect { y: rest.y, height: 1, ..inner }, &more);
    below(rest, 2)
}

/// What earlier meetings left open on the item, and this one's records: the newest, or those around
/// the one that is pointed at.
fn recorded(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, places: &[Place]) {
    let open = subject.state().id();
    let earlier = line::walkable(subject.session, subject.seat).into_iter();
    let earlier: Vec<Stop> = earlier.filter(|id| id.snapshot != open).map(Stop::Decision).collect();
    let records = subject.session.index.records().iter().filter_map(Edit::record);
    let records = records.cloned().map(Stop::Record).collect();
    let parts = [
        (subject.sign(Sign::Open), earlier),
        (subject.label(Label::Prepared), prepared(subject)),
        (subject.label(Label::Records), records),
    ];
    let mut stops: Vec<Stop> = Vec::new();
    let mut groups = Vec::new();
    for (heading, own) in parts {
        let rows = stops.len()..stops.len() + own.len();
        groups.push(Group { label: None, heading: heading.to_owned(), rows });
        stops.extend(own);
    }
    let inner = list::inner(area);
    if stops.is_empty() {
        if area.height > 0 {
            pen.text((inner.x, inner.y), inner.width, subject.sign(Sign::NoRecords), Role::Hint);
        }
        return;
    }
    let line = &subject.seat.line;
    let lines = prepared::lines(subject.session, subject.seat);
    let is_it = |stop: &Stop| match stop {
        Stop::Decision(id) | Stop::Record(id) => line.record.as_ref() == Some(id),
        Stop::Prepared(item, nth) => {
            let own = lines.get(*nth).filter(|own| own.item == *item);
            own.is_some() && own == line.prepared.as_ref()
        }
        _ => false,
    };
    // On its own item no record says which row it is about.
    let own: Vec<String> = places.iter().map(|place| subject.row(*place)).collect();
    let (ruler, own) = (pen.ruler(), listed(&own));
    let blocks = |range: std::ops::Range<usize>| {
        let block = |stop: &Stop| match stop {
            // The heading says what it is.
            Stop::Prepared(_, nth) => {
                let text = lines.get(*nth).map_or("", |line| line.text.as_str());
                strip::wrapped(ruler, inner.width, text)
            }
            stop => rows::of_but(subject, ruler, inner.width, (stop, &own)),
        };
        stops[range].iter().map(block).collect()
    };
    let (count, ahead) = (stops.len(), &[][..]);
    let rows = List { subject, groups: &groups, ahead, count, blocks: &blocks };
    let touch = |at: usize| match stops.get(at) {
        Some(Stop::Record(id) | Stop::Decision(id)) => Touch::Record(id.clone()),
        _ => Touch::Row(at),
    };
    let page = Page { area, mark: Mark::Focus, glimpse: &subject.seat.glimpse, touch: &touch };
    page.draw(pen, &rows, stops.iter().position(is_it));
}

//! The item of the meeting: its title, who answers for it, targets, and what was recorded.

use ratatui::layout::Rect;

use super::above::{headed, title_of, who};
use super::page::{List, Mark, Page};
use super::{rows, under};
use crate::app::{Stop, line, look};
use crate::ledger::Edit;
use crate::view::canvas::Pen;
use crate::view::list;
use crate::view::listing::Group;
use crate::view::strip::Piece;
use crate::view::style::Role;
use crate::view::subject::Subject;
use crate::words::{Label, Seen, Sign};

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
    let used = under(pen, inner, &headed(pen.ruler(), inner.width, &title, about)) - area.y;
    let rest = below(area, used + 1);
    let targets = places.iter().flat_map(|place| look::targets_at(session, *place));
    let targets: Vec<Stop> = targets.map(Stop::Row).collect();
    let rest = above(pen, rest, subject, &targets);
    recorded(pen, rest, subject);
}

fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

/// A few rows that are only looked at, two at most and as many as leave half of the room; how many more
/// there are. Gives what is left.
fn above(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, stops: &[Stop]) -> Rect {
    let inner = list::inner(area);
    let mut rest = area;
    let mut shown = 0;
    for stop in stops.iter().take(2) {
        let lines = rows::of(subject, pen.ruler(), inner.width, stop);
        let needs = super::len(&lines).saturating_add(1);
        if rest.height.saturating_sub(needs) < area.height / 2 {
            break;
        }
        under(pen, Rect { y: rest.y, height: rest.height, ..inner }, &lines);
        rest = below(rest, needs);
        shown += 1;
    }
    if shown < stops.len() && rest.height > 2 {
        let count = (stops.len() - shown).to_string();
        let more = Piece::labelled(subject, Label::Targets, Seen::More { count }.text(subject.lang()));
        let more = super::flowing(pen.ruler(), inner.width, vec![more]);
        // In the blank line below the last one.
        let y = if shown > 0 { rest.y - 1 } else { rest.y };
        under(pen, Rect { y, height: 1, ..inner }, &more);
        rest = below(rest, 1);
    }
    rest
}

/// What earlier meetings left open on the item, and this one's records: the newest, or those around
/// the one that is pointed at.
fn recorded(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let open = subject.state().id();
    let earlier = line::walkable(subject.session, subject.seat).into_iter();
    let earlier = earlier.filter(|id| id.snapshot != open).map(Stop::Decision);
    let records = subject.session.index.records().iter().filter_map(Edit::record);
    let stops: Vec<Stop> = earlier.chain(records.cloned().map(Stop::Record)).collect();
    if stops.is_empty() {
        let inner = list::inner(area);
        if area.height > 0 {
            pen.text((inner.x, inner.y), inner.width, subject.sign(Sign::NoRecords), Role::Hint);
        }
        return;
    }
    let pointed = subject.seat.line.record.as_ref();
    let is_it =
        |stop: &Stop| matches!(stop, Stop::Decision(id) | Stop::Record(id) if Some(id) == pointed);
    let heading = subject.label(Label::Records).to_owned();
    let groups = [Group { label: Some(Label::Records), heading, rows: 0..stops.len() }];
    let (ruler, width) = (pen.ruler(), list::inner(area).width);
    let blocks = |range: std::ops::Range<usize>| {
        stops[range].iter().map(|stop| rows::of(subject, ruler, width, stop)).collect()
    };
    let (count, ahead) = (stops.len(), &[][..]);
    let rows = List { subject, groups: &groups, ahead, count, blocks: &blocks };
    let page = Page { area, mark: Mark::Focus, glimpse: &subject.seat.glimpse };
    page.draw(pen, &rows, stops.iter().position(is_it));
}

//! 议题: the agenda beside the item that is on, and the digits that pick an office.

use ratatui::layout::Rect;

use super::canvas::Pen;
use super::items;
use super::meeting::name_of;
use super::panes;
use super::style::Role;
use super::subject::Subject;
use crate::app::agenda::planned;
use crate::app::pointer::Touch;
use crate::ledger::{AgendaItem, ItemState, Used};
use crate::plan::Party;
use crate::words::{Label, Seen};

/// The columns that the agenda takes.
pub const WIDTH: u16 = 31;

/// Draws the agenda with the item that is on in sight.
pub fn draw(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) {
    let Some(meeting) = subject.session.meeting() else { return };
    let comes_up = |item: &&AgendaItem| {
        !matches!(item.state, ItemState::Postponed | ItemState::Carried | ItemState::Written)
    };
    let is_done = |item: &&AgendaItem| item.state == ItemState::Discussed;
    let done = meeting.agenda.values().filter(is_done).count().to_string();
    let all = meeting.agenda.values().filter(comes_up).count().to_string();
    let used =
        pen.text((area.x + 1, area.y), area.width, subject.label(Label::Agenda), Role::Title);
    let count = Seen::Items { done, all }.text(subject.lang());
    pen.text((area.x + 1 + used + 2, area.y), area.width, count, Role::Hint);
    let time = items::used(subject);
    let all = in_all(subject, &time);
    pen.text_before((area.right() - 1, area.y), 12, all, Role::Plain);
    let picks = subject.session.picks();
    let lines = u16::try_from(picks.len().div_ceil(2)).unwrap_or(0);
    let lines = if area.height >= lines + 10 { lines + 1 } else { 0 };
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + lines), ..area };
    if lines > 0 {
        offices(pen, Rect { y: list.bottom() + 1, height: lines - 1, ..area }, &picks);
    }
    let here = subject.seat.line.item;
    let at = here.and_then(|here| meeting.agenda.keys().position(|number| *number == here));
    let cursor = at.map_or(0..0, |at| at..at + 1);
    let seen = panes::window(meeting.agenda.len(), list.height, &cursor);
    let items = meeting.agenda.iter().skip(seen.start);
    for (y, (number, item)) in (list.y..list.bottom()).zip(items) {
        let used = time.items.get(number).map(chrono::TimeDelta::num_minutes);
        let line = Rect { y, height: 1, ..list };
        row(pen, line, subject, (*number, item, used));
        pen.touch(line, Touch::Item(*number));
    }
}

/// The digits that pick an office, the same for the whole meeting.
fn offices(pen: &mut Pen<'_>, area: Rect, picks: &[Party]) {
    let half = (area.width - 1) / 2;
    for ((place, party), digit) in (0_u16..).zip(picks).zip(1..) {
        let at = (area.x + 2 + place % 2 * half, area.y + place / 2);
        pen.text(at, half - 2, format!("{digit} {}", party.name()), Role::Plain);
    }
}

/// The minutes that the meeting took so far, of those that are planned.
fn in_all(subject: Subject<'_>, used: &Used) -> String {
    let seen = match minutes(subject, used) {
        None => return String::new(),
        Some((used, Some(planned))) => Seen::UsedOf { used, planned },
        Some((used, None)) => Seen::MinutesUsed { used },
    };
    seen.text(subject.lang())
}

/// The same beside the minutes of an item: it says that the whole meeting is meant.
pub fn in_all_beside(subject: Subject<'_>, used: &Used) -> String {
    let seen = match minutes(subject, used) {
        None => return String::new(),
        Some((used, Some(planned))) => Seen::UsedInAllOf { used, planned },
        Some((used, None)) => Seen::MinutesInAll { used },
    };
    seen.text(subject.lang())
}

/// What the open meeting used and what is planned; none when neither is known.
fn minutes(subject: Subject<'_>, used: &Used) -> Option<(String, Option<String>)> {
    let planned = planned(&subject.session.meeting()?.agenda);
    let known = planned.is_some() || !used.items.is_empty();
    let minutes = (used.all.num_minutes().to_string(), planned.map(|planned| planned.to_string()));
    known.then_some(minutes)
}

/// Used and planned minutes in a few columns: `6/10`.
fn short(used: Option<i64>, planned: Option<u16>) -> String {
    match (used, planned) {
        (None, None) => String::new(),
        (None, Some(planned)) => format!("/{planned}"),
        (Some(used), None) => used.to_string(),
        (Some(used), Some(planned)) => format!("{used}/{planned}"),
    }
}

type Row<'a> = (u16, &'a AgendaItem, Option<i64>);

fn row(pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>, (number, item, used): Row<'_>) {
    let here = subject.seat.line.item == Some(number);
    let role = if here { Role::Strong } else { Role::Plain };
    if here {
        pen.text((area.x + 1, area.y), 1, ">", Role::Strong);
    }
    pen.text_before((area.x + 5, area.y), 3, number.to_string(), role);
    let state = match item.state {
        ItemState::Ahead => "",
        state => state.word().text(subject.lang()),
    };
    let over = item.minutes.zip(used).is_some_and(|(planned, used)| used > i64::from(planned));
    let time_role = if over { Role::Behind } else { Role::Plain };
    let end = area.right() - 1;
    let time_at = pen.text_before((end, area.y), 7, short(used, item.minutes), time_role);
    let state_end = if time_at < end { time_at - 1 } else { end };
    let state_at = pen.text_before((state_end, area.y), 10, state, role);
    let room = state_at.saturating_sub(area.x + 7 + u16::from(state_at < end));
    pen.text((area.x + 6, area.y), room, name_of(subject, item), role);
}

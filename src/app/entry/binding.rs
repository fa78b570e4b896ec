//! `#`: to what a line binds, or what one decision is about.
//!
//! `#1.4` and `#14` are rows, `#7` alone an item of the agenda, `#4/2` an earlier decision, `#0` no row,
//! `##` the binding before. Ids have no letters: they are typed with an input method on; letters alone
//! are how a task sounds, `#zsyz`.

use super::{Bind, Context, Meaning, Part, Spot, Understood, is_boundary};
use crate::app::jump;
use crate::app::key::twin;
use crate::ledger::{About, RecordId};
use crate::plan::Place;
use crate::words::Notice;

/// What a `#` aims at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    About(About),
    Item(u16),
    Nothing,
    Back,
}

/// A line of nothing but `#…`.
pub(super) fn read(line: &str, context: &Context) -> Option<Understood> {
    let mut aims = Vec::new();
    let mut spots = Vec::new();
    let mut at = line.len() - line.trim_start().len();
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let mark = rest.chars().next().filter(|mark| twin(*mark) == '#')?;
        let value = &rest[mark.len_utf8()..];
        let Some((length, aim)) = aim(value, context) else {
            return if aims.is_empty() { spelt(value) } else { None }.or_else(|| refused(value));
        };
        let end = at + mark.len_utf8() + length;
        spots.push(Spot::dropped(at..end, Part::Place));
        aims.push(aim);
        at = end + line[end..].len() - line[end..].trim_start().len();
    }
    Some(Understood { meaning: bind(aims), spots, cautions: Vec::new() })
}

/// Nothing but letters: how a task sounds.
fn spelt(value: &str) -> Option<Understood> {
    let letters = value.trim();
    let all = letters.chars().all(|c| twin(c).is_ascii_alphabetic());
    let meaning = Meaning::Bind(Bind::Spelt(letters.to_owned()));
    (all && !letters.is_empty()).then(|| Understood {
        meaning,
        spots: Vec::new(),
        cautions: Vec::new(),
    })
}

/// A number that is no row is no text either: somebody meant a row. So did who wrote nothing but letters.
fn refused(value: &str) -> Option<Understood> {
    let (length, mut id) = id(value);
    let letters = spelt(value).is_some();
    if letters {
        value.trim().clone_into(&mut id);
    }
    let alone = letters || length > 0 && value[length..].trim().is_empty();
    alone.then(|| Understood::refused(Notice::NoSuchRow { id }, Vec::new()))
}

fn bind(aims: Vec<Aim>) -> Meaning {
    let mut rows = Vec::new();
    let mut decisions = Vec::new();
    let mut others = Vec::new();
    for aim in aims {
        match aim {
            Aim::About(About::Row(row)) if rows.contains(&row.place) => {}
            Aim::About(About::Row(row)) => rows.push(row.place),
            Aim::About(About::Decision(id)) => decisions.push(id),
            Aim::Item(item) => others.push(Bind::Item(item)),
            Aim::Nothing => others.push(Bind::Nothing),
            Aim::Back => others.push(Bind::Back),
        }
    }
    match (rows.is_empty(), decisions.len(), others.len()) {
        (false, 0, 0) => Meaning::Bind(Bind::Rows(rows)),
        (true, 1, 0) => Meaning::Bind(Bind::Decision(decisions.swap_remove(0))),
        (true, 0, 1) => Meaning::Bind(others.swap_remove(0)),
        _ => Meaning::Refused(Notice::OneBinding),
    }
}

/// What the text behind `#` aims at, and its length in bytes.
pub(super) fn aim(value: &str, context: &Context) -> Option<(usize, Aim)> {
    if value.chars().next().map(twin) == Some('#') {
        let length = value.chars().next().map_or(0, char::len_utf8);
        return is_boundary(&value[length..]).then_some((length, Aim::Back));
    }
    let (length, id) = id(value);
    is_boundary(&value[length..]).then_some(())?;
    Some((length, named(&id, context)?))
}

/// The id with which a text begins, in ASCII, and the bytes that it takes.
pub(super) fn id(value: &str) -> (usize, String) {
    let part = |c: &char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-');
    let mut id: String = value.chars().map(twin).take_while(part).collect();
    // A stop behind an id ends the sentence and is no part of it.
    id.truncate(id.trim_end_matches(['.', '/', '-']).len());
    let length = value.chars().take(id.chars().count()).map(char::len_utf8).sum();
    (length, id)
}

fn named(id: &str, context: &Context) -> Option<Aim> {
    if id == "0" {
        return Some(Aim::Nothing);
    }
    let row = |place: Place| Aim::About(About::Row(context.plan.row(place)));
    if let Ok(number) = id.parse::<u16>() {
        let item = context.state.meeting().filter(|meeting| meeting.agenda.contains_key(&number));
        let item = item.map(|_| Aim::Item(number));
        let task = jump::by_digits(id, context.plan).map(row);
        let section = Some(Place::section(number)).filter(|place| exists(*place, context)).map(row);
        return task.or(item).or(section);
    }
    match id.parse::<Place>() {
        Ok(place) => exists(place, context).then(|| row(place)),
        Err(_) => decision(id, context).map(|id| Aim::About(About::Decision(id))),
    }
}

fn exists(place: Place, context: &Context) -> bool {
    context.plan.find(place).is_some()
}

/// `2023-09-15/2`, or `4/2` for record 2 of the fourth meeting of the usual series.
pub(super) fn decision(id: &str, context: &Context) -> Option<RecordId> {
    let id = id.parse().ok().or_else(|| by_meeting(id, context))?;
    context.state.ledger.decisions.contains_key(&id).then_some(id)
}

fn by_meeting(id: &str, context: &Context) -> Option<RecordId> {
    let (meeting, record) = id.split_once('/')?;
    let (meeting, record) = (meeting.parse::<u32>().ok()?, record.parse().ok()?);
    if let Some(open) = context.state.meeting().filter(|open| open.number == meeting) {
        return Some(open.id.record(record));
    }
    let nth = usize::try_from(meeting).ok()?.checked_sub(1)?;
    let chain = context.state.meetings.iter().map(|(id, _)| id);
    chain.filter(|id| id.is_meeting_of("")).nth(nth).map(|id| id.record(record))
}
